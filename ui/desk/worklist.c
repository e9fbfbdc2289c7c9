/* worklist.c: see worklist.h. */
#include "worklist.h"

#include <glib/gi18n.h>

#include "candidates-popover.h"
#include "format-work.h"
#include "plain-text.h"
#include "source-watch.h"
#include "to-treat-view.h"
#include "worklist-row.h"

#define MOST_KEYS 9

struct _DiapasonWorklist
{
  GtkWidget parent_instance;

  DiapasonDesk *desk; /* (owned) (nullable) not set yet */
  DiapasonWork *work; /* (weak) the desk's */
  gint64 current;     /* person; 0: nobody */
  guint tick;         /* source that counts how long contacts go on; 0: there is none */

  GtkWidget *sections;
  GtkWidget *now_rows;
  GtkListBox *now;
  GtkLabel *now_more;
  GtkLabel *now_sentence;
  DiapasonToTreatView *to_treat;
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

/* Now */

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
      diapason_desk_is_cut_off (self->desk)
          ? _("No source answers, so nobody who calls shows here. It goes on by itself.")
          : _("Nobody is on the line."));
  mark_current (self);
  set_ticking (self);
}

/* A source that never ends its contacts must not fill the window with them. */
static void
show_more (DiapasonWorklist *self)
{
  guint more = diapason_work_get_more_contacts (self->work);
  g_autofree char *sentence =
      g_strdup_printf (ngettext ("and %u more that began before and was not ended",
                                 "and %u more that began before and were not ended", more),
                       more);

  diapason_plain_label_set (self->now_more, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->now_more), more > 0);
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

/* To treat */

static void
verbatim_chosen_cb (DiapasonWorklist *self, gint64 person)
{
  g_signal_emit (self, person_chosen_signal, 0, person);
}

static void
verbatim_toast_cb (DiapasonWorklist *self, AdwToast *toast)
{
  g_signal_emit (self, toast_signal, 0, toast);
}

/* Promises */

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

  g_autofree char *heading = diapason_format_counted (_("Promises due"), n);

  diapason_plain_label_set (self->promises_heading, heading);
  gtk_widget_set_visible (self->promises_rows, n > 0);
  gtk_widget_set_visible (self->promises_sentence, n == 0);
}

/* GObject */

void
diapason_worklist_set_desk (DiapasonWorklist *self, DiapasonDesk *desk)
{
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
  g_signal_connect_object (self->work, "notify::more-contacts", G_CALLBACK (show_more), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (diapason_work_get_promises (self->work), "items-changed",
                           G_CALLBACK (show_promises), self, G_CONNECT_SWAPPED);
  diapason_watch_sources (diapason_desk_get_sources (desk), G_CALLBACK (show_now), self);
  show_promises (self);
  show_more (self);
  diapason_to_treat_view_set_desk (self->to_treat, desk);
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
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, sections);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, now_rows);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, now);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, now_more);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, now_sentence);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklist, to_treat);
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

  g_type_ensure (DIAPASON_TYPE_TO_TREAT_VIEW);
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
  gtk_widget_class_bind_template_callback (widget_class, verbatim_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, verbatim_toast_cb);
  gtk_widget_class_bind_template_callback (widget_class, promise_activated_cb);
}
