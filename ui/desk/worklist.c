/* worklist.c: see worklist.h. */
#include "worklist.h"

#include <glib/gi18n.h>

#include "candidates-popover.h"
#include "plain-text.h"
#include "windowed-list.h"
#include "worklist-row.h"

#define MOST_KEYS 9

struct _DiapasonWorklist
{
  GtkWidget parent_instance;

  DiapasonDesk *desk; /* (owned) (nullable) not set yet */
  DiapasonWork *work; /* (weak) the desk's */
  gint64 current;     /* person; 0: nobody */
  guint tick;         /* source that counts how long contacts go on; 0: there is none */
  gboolean choosing;  /* the challenge is set to what was chosen before */

  GtkWidget *sections;
  GtkWidget *now_rows;
  GtkListBox *now;
  GtkLabel *now_sentence;
  GtkLabel *to_treat_heading;
  GtkDropDown *challenge;
  GtkStack *to_treat_stack;
  GtkListView *to_treat;
  GtkLabel *to_treat_sentence;
  GtkLabel *too_much;
  GtkLabel *promises_heading;
  GtkWidget *promises_rows;
  GtkListBox *promises;
  GtkWidget *promises_sentence;
};

enum
{
  PROP_DESK = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint person_chosen_signal;
static guint toast_signal;

G_DEFINE_FINAL_TYPE (DiapasonWorklist, diapason_worklist, GTK_TYPE_WIDGET)

static void
choose (DiapasonWorklist *self, gint64 person, const char *otherwise)
{
  g_autoptr (AdwToast) toast = NULL;

  if (person != 0)
    {
      g_signal_emit (self, person_chosen_signal, 0, person);
      return;
    }
  toast = diapason_plain_toast_new (otherwise);
  g_signal_emit (self, toast_signal, 0, toast);
}

static DiapasonWorklistRow *
row_in (GtkListBoxRow *row)
{
  return DIAPASON_WORKLIST_ROW (gtk_list_box_row_get_child (row));
}

static gconstpointer
record_in (GtkListBoxRow *row)
{
  return diapason_row_item_get_record (diapason_worklist_row_get_item (row_in (row)));
}

/* "Promises due · 2" */
static void
show_heading (GtkLabel *heading, const char *title, guint n)
{
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf ("%s · %u", title, n);
  diapason_plain_label_set (heading, text != NULL ? text : title);
}

/* Sources -----------------------------------------------------------------------------------------
 */

/* Whether nobody tells by themselves who calls, though there is somebody to ask. */
static gboolean
is_offline (DiapasonWorklist *self)
{
  GListModel *sources = diapason_desk_get_sources (self->desk);
  guint n = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (sources, i);
      DiapasonSourceState state = diapason_source_status_get_state (status);

      if (state != DIAPASON_SOURCE_FAILING && state != DIAPASON_SOURCE_LOGIN)
        return FALSE;
    }
  return n > 0;
}

/* Now ---------------------------------------------------------------------------------------------
 */

static gboolean
tick_cb (gpointer user_data)
{
  DiapasonWorklist *self = user_data;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->now, i)) != NULL; i++)
    diapason_worklist_row_tick (row_in (row));
  return G_SOURCE_CONTINUE;
}

/* Nothing wakes up while nobody is on the line, or nobody looks. */
static void
set_ticking (DiapasonWorklist *self)
{
  gboolean ticks = gtk_widget_get_mapped (GTK_WIDGET (self)) &&
                   gtk_list_box_get_row_at_index (self->now, 0) != NULL;

  if (ticks && self->tick == 0)
    self->tick = g_timeout_add_seconds (1, tick_cb, self);
  else if (!ticks)
    g_clear_handle_id (&self->tick, g_source_remove);
}

static void
mark_current (DiapasonWorklist *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->now, i)) != NULL; i++)
    {
      const DiapasonContactRecord *contact = record_in (row);
      gboolean is_current =
          contact != NULL && contact->person != 0 && contact->person == self->current;

      if (is_current)
        gtk_widget_add_css_class (GTK_WIDGET (row), "current");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "current");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, is_current,
                                   -1);
    }
}

static void
show_now (DiapasonWorklist *self)
{
  GtkListBoxRow *row;
  guint n = 0;

  for (; (row = gtk_list_box_get_row_at_index (self->now, (int) n)) != NULL; n++)
    diapason_worklist_row_set_key (row_in (row), n < MOST_KEYS ? n + 1 : 0);
  gtk_widget_set_visible (self->now_rows, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->now_sentence), n == 0);
  diapason_plain_label_set_block (
      self->now_sentence,
      is_offline (self)
          ? _("No source answers, so nobody who calls shows here. It goes on by itself.")
          : _("Nobody is on the line."));
  mark_current (self);
  set_ticking (self);
}

static GtkWidget *
contact_row_new (gpointer item, gpointer user_data)
{
  DiapasonWorklist *self = user_data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *child = diapason_worklist_row_new (self->desk, DIAPASON_WORKLIST_CONTACT);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  diapason_worklist_row_set_item (DIAPASON_WORKLIST_ROW (child), item);
  return row;
}

static void
candidate_chosen_cb (DiapasonWorklist *self, gint64 person)
{
  choose (self, person, "");
}

/* Never guessed: who knows more than the number chooses. */
static void
offer_candidates (DiapasonWorklist *self, GtkListBoxRow *row, const DiapasonContactRecord *contact)
{
  GtkWidget *popover = diapason_candidates_popover_new (contact);

  gtk_widget_set_parent (popover, GTK_WIDGET (row_in (row)));
  g_signal_connect_object (popover, "person-chosen", G_CALLBACK (candidate_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
contact_activated_cb (DiapasonWorklist *self, GtkListBoxRow *row)
{
  const DiapasonContactRecord *contact = record_in (row);

  if (contact == NULL)
    return;
  diapason_worklist_row_set_unseen (row_in (row), FALSE);
  choose (self, contact->person, _("No source tells who this is"));
  if (contact->candidates->len > 0)
    offer_candidates (self, row, contact);
}

void
diapason_worklist_choose_contact (DiapasonWorklist *self, guint nth)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->now, (int) nth);

  if (row != NULL)
    contact_activated_cb (self, row);
}

void
diapason_worklist_mark_contact (DiapasonWorklist *self, gint64 interaction)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->now, i)) != NULL; i++)
    if (diapason_row_item_get_id (diapason_worklist_row_get_item (row_in (row))) == interaction)
      diapason_worklist_row_set_unseen (row_in (row), TRUE);
}

void
diapason_worklist_set_current (DiapasonWorklist *self, gint64 person)
{
  self->current = person;
  mark_current (self);
}

/* To treat ----------------------------------------------------------------------------------------
 */

static const char *
empty_sentence (DiapasonWorklist *self, GListModel *list)
{
  const char *failure =
      list != NULL ? diapason_windowed_list_get_sentence (DIAPASON_WINDOWED_LIST (list)) : NULL;

  if (list == NULL || diapason_windowed_list_get_loading (DIAPASON_WINDOWED_LIST (list)))
    return _("What customers said is being put in order…");
  if (failure != NULL)
    return failure;
  if (is_offline (self))
    return _("Nothing is here yet, and no source answers. It goes on by itself when one does.");
  return _("Nothing waits: all that customers said has been seen to.");
}

static void
show_too_much (DiapasonWorklist *self, guint shown, guint total)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->too_much), shown > 0 && total > shown);
  if (total <= shown)
    return;
  /* Translators: how many rows are shown of how many that wait. */
  text =
      g_strdup_printf (_("Shown are the first %u of %u. The rest follows as these are treated."),
                       shown, total);
  diapason_plain_label_set_block (self->too_much, text);
}

static void
show_to_treat (DiapasonWorklist *self)
{
  GListModel *list = diapason_work_get_to_treat (self->work);
  guint n = list != NULL ? g_list_model_get_n_items (list) : 0;
  guint total = MAX (diapason_work_get_total (self->work), n);

  show_heading (self->to_treat_heading, _("To treat"), total);
  show_too_much (self, n, total);
  if (n == 0)
    diapason_plain_label_set_block (self->to_treat_sentence, empty_sentence (self, list));
  gtk_stack_set_visible_child_name (self->to_treat_stack, n > 0 ? "rows" : "sentence");
}

static void
verbatim_activated_cb (DiapasonWorklist *self, guint position)
{
  g_autoptr (DiapasonRowItem) item =
      g_list_model_get_item (diapason_work_get_to_treat (self->work), position);
  const DiapasonWorkRecord *record = item != NULL ? diapason_row_item_get_record (item) : NULL;

  if (record == NULL)
    return;
  choose (self, record->person,
          g_strcmp0 (record->event->permission, "anonymous") == 0
              ? _("This answer is anonymous: it is in no history")
              : _("No source tells whose words these are"));
}

static void
row_released_cb (GtkListItem *list_item)
{
  gtk_widget_activate_action (gtk_list_item_get_child (list_item), "list.activate-item", "u",
                              gtk_list_item_get_position (list_item));
}

/* Not "single-click-activate": see history-view.c. */
static void
row_setup_cb (DiapasonWorklist *self, GtkListItem *list_item)
{
  GtkWidget *row = diapason_worklist_row_new (self->desk, DIAPASON_WORKLIST_VERBATIM);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (row_released_cb), list_item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
row_bind_cb (DiapasonWorklist *self, GtkListItem *list_item)
{
  diapason_worklist_row_set_item (DIAPASON_WORKLIST_ROW (gtk_list_item_get_child (list_item)),
                                  gtk_list_item_get_item (list_item));
}

/* GTK gives the button that has the focus no name. */
static void
name_challenge (DiapasonWorklist *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->challenge));
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->challenge);
  g_autofree char *name = NULL;

  if (chosen != NULL)
    /* Translators: what is chosen, and the choice: "What decides the order: Praise". */
    name = g_strdup_printf (_("%s: %s"), _("What decides the order"),
                            gtk_string_object_get_string (chosen));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : _("What decides the order"), -1);
}

static void
challenge_selected_cb (DiapasonWorklist *self)
{
  guint selected = gtk_drop_down_get_selected (self->challenge);

  name_challenge (self);
  if (!self->choosing && self->work != NULL && diapason_work_get_ready (self->work) &&
      selected != GTK_INVALID_LIST_POSITION)
    diapason_work_set_challenge (self->work, selected);
}

static void
show_challenges (DiapasonWorklist *self)
{
  g_auto (GStrv) labels = diapason_work_get_challenges (self->work);
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) labels);

  self->choosing = TRUE;
  gtk_drop_down_set_model (self->challenge, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->challenge, diapason_work_get_challenge (self->work));
  gtk_widget_set_sensitive (GTK_WIDGET (self->challenge), TRUE);
  self->choosing = FALSE;
  name_challenge (self);
}

static void
work_ready_cb (DiapasonWorklist *self)
{
  GListModel *list = diapason_work_get_to_treat (self->work);
  g_autoptr (GtkSingleSelection) selection = NULL;

  if (list == NULL)
    return;
  show_challenges (self);
  selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, list);
  gtk_list_view_set_model (self->to_treat, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (show_to_treat), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::sentence", G_CALLBACK (show_to_treat), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (show_to_treat), self,
                           G_CONNECT_SWAPPED);
  show_to_treat (self);
}

/* Promises ----------------------------------------------------------------------------------------
 */

static GtkWidget *
promise_row_new (gpointer item, gpointer user_data)
{
  DiapasonWorklist *self = user_data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *child = diapason_worklist_row_new (self->desk, DIAPASON_WORKLIST_PROMISE);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  diapason_worklist_row_set_item (DIAPASON_WORKLIST_ROW (child), item);
  return row;
}

static void
promise_activated_cb (DiapasonWorklist *self, GtkListBoxRow *row)
{
  const DiapasonWorkRecord *record = record_in (row);

  if (record != NULL)
    choose (self, record->person, _("No source tells whom this was promised"));
}

static void
show_promises (DiapasonWorklist *self)
{
  guint n = g_list_model_get_n_items (diapason_work_get_promises (self->work));

  show_heading (self->promises_heading, _("Promises due"), n);
  gtk_widget_set_visible (self->promises_rows, n > 0);
  gtk_widget_set_visible (self->promises_sentence, n == 0);
}

/* GObject -----------------------------------------------------------------------------------------
 */

static void
source_changed_cb (DiapasonWorklist *self)
{
  show_now (self);
  show_to_treat (self);
}

static void
sources_changed_cb (DiapasonWorklist *self,
                    guint position,
                    guint removed,
                    guint added,
                    GListModel *sources)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (sources, i);

      g_signal_connect_object (status, "notify::state", G_CALLBACK (source_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  source_changed_cb (self);
}

void
diapason_worklist_set_desk (DiapasonWorklist *self, DiapasonDesk *desk)
{
  GListModel *sources;

  g_return_if_fail (self->desk == NULL);

  if (desk == NULL)
    return;
  self->desk = g_object_ref (desk);
  self->work = diapason_desk_get_work (desk);
  gtk_list_box_bind_model (self->now, diapason_work_get_contacts (self->work), contact_row_new,
                           self, NULL);
  gtk_list_box_bind_model (self->promises, diapason_work_get_promises (self->work), promise_row_new,
                           self, NULL);
  /* After the list boxes themselves. */
  g_signal_connect_object (diapason_work_get_contacts (self->work), "items-changed",
                           G_CALLBACK (show_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (diapason_work_get_promises (self->work), "items-changed",
                           G_CALLBACK (show_promises), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "notify::ready", G_CALLBACK (work_ready_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "notify::total", G_CALLBACK (show_to_treat), self,
                           G_CONNECT_SWAPPED);
  sources = diapason_desk_get_sources (desk);
  g_signal_connect_object (sources, "items-changed", G_CALLBACK (sources_changed_cb), self,
                           G_CONNECT_SWAPPED);
  sources_changed_cb (self, 0, 0, g_list_model_get_n_items (sources), sources);
  show_promises (self);
  name_challenge (self);
  work_ready_cb (self);
}

static void
diapason_worklist_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (diapason_worklist_parent_class)->map (widget);
  set_ticking (DIAPASON_WORKLIST (widget));
}

static void
diapason_worklist_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (diapason_worklist_parent_class)->unmap (widget);
  set_ticking (DIAPASON_WORKLIST (widget));
}

static void
diapason_worklist_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DESK:
      diapason_worklist_set_desk (DIAPASON_WORKLIST (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_worklist_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DESK:
      g_value_set_object (value, DIAPASON_WORKLIST (object)->desk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_worklist_dispose (GObject *object)
{
  DiapasonWorklist *self = DIAPASON_WORKLIST (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->sections != NULL)
    {
      gtk_list_box_bind_model (self->now, NULL, NULL, NULL, NULL);
      gtk_list_box_bind_model (self->promises, NULL, NULL, NULL, NULL);
      gtk_list_view_set_model (self->to_treat, NULL);
    }
  self->sections = NULL;
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), DIAPASON_TYPE_WORKLIST);
  G_OBJECT_CLASS (diapason_worklist_parent_class)->dispose (object);
}

static gboolean
key_pressed_cb (GtkWidget *widget, GVariant *nth, gpointer user_data)
{
  diapason_worklist_choose_contact (DIAPASON_WORKLIST (widget), g_variant_get_uint32 (nth));
  return TRUE;
}

/* Alt and a number, from anywhere in the window. */
static void
add_keys (DiapasonWorklist *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < MOST_KEYS; i++)
    {
      GtkShortcut *shortcut =
          gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_1 + i, GDK_ALT_MASK),
                            gtk_callback_action_new (key_pressed_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
diapason_worklist_init (DiapasonWorklist *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (row_setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (row_bind_cb), self);
  gtk_list_view_set_factory (self->to_treat, factory);
  add_keys (self);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, sections);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, now_rows);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, now);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, now_sentence);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, to_treat_heading);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, challenge);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, to_treat_stack);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, to_treat);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, to_treat_sentence);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, too_much);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, promises_heading);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, promises_rows);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, promises);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, promises_sentence);
}

static void
diapason_worklist_class_init (DiapasonWorklistClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = diapason_worklist_get_property;
  object_class->set_property = diapason_worklist_set_property;
  object_class->dispose = diapason_worklist_dispose;
  widget_class->map = diapason_worklist_map;
  widget_class->unmap = diapason_worklist_unmap;
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, DIAPASON_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  person_chosen_signal = g_signal_new ("person-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  toast_signal = g_signal_new ("toast", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               1, ADW_TYPE_TOAST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/diapason/Diapason/ui/desk/worklist.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, contact_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, challenge_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, verbatim_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, promise_activated_cb);
}
