/* find-view.c: see find-view.h. */
#include "find-view.h"

#include <glib/gi18n.h>

#include "find-row.h"
#include "plain-text.h"
#include "scope.h"
#include "text.h"

#define HITS_A_GROUP 8

struct _DiapasonFindView
{
  GtkWidget parent_instance;

  DiapasonDesk *desk;    /* (owned) */
  DiapasonScope *scope;  /* (owned) of the search under way */
  gboolean searching;    /* what is shown is not yet what the words find */
  gboolean activating;   /* Enter was faster than the search: open what it finds */
  gboolean lists_opened; /* nothing is typed: it lists who was opened last */

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListBox *results;
  GtkWidget *cut; /* says that there may be more */
  GtkLabel *sentence;
};

typedef enum
{
  PROP_SEARCHING = 1,
} DiapasonFindViewProperty;

static GParamSpec *properties[PROP_SEARCHING + 1];

enum
{
  HIT_ACTIVATED,
  DISMISSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DiapasonFindView, diapason_find_view, GTK_TYPE_WIDGET)

static const char *
group_title (DiapasonFindGroup group)
{
  switch (group)
    {
    case DIAPASON_FIND_CUSTOMER:
      return C_("what was found", "People");
    case DIAPASON_FIND_INTERACTION:
      /* Translators: calls, e-mails, chats…, not an address book. */
      return C_("what was found", "Contacts");
    case DIAPASON_FIND_MESSAGE:
      /* Translators: messages in which somebody said what was looked for. */
      return C_("what was found", "Words");
    case DIAPASON_FIND_VERBATIM:
      /* Translators: what customers answered to surveys and wrote in reviews. */
      return C_("what was found", "Verbatims");
    case DIAPASON_FIND_ARTICLE:
      return C_("what was found", "Knowledge");
    case DIAPASON_N_FIND_GROUPS:
    default:
      g_assert_not_reached ();
    }
}

/* What stands above the first row of @group. */
static const char *
heading (DiapasonFindView *self, DiapasonFindGroup group)
{
  /* Translators: the persons whose card was opened last, before anything is typed. */
  return self->lists_opened ? C_("what was found", "Opened last") : group_title (group);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer self)
{
  DiapasonFindGroup group = diapason_find_row_get_hit (DIAPASON_FIND_ROW (row))->group;
  GtkWidget *label = gtk_list_box_row_get_header (row);

  if (before != NULL && diapason_find_row_get_hit (DIAPASON_FIND_ROW (before))->group == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (label != NULL)
    {
      gtk_label_set_text (GTK_LABEL (label), heading (self, group));
      return;
    }
  label = gtk_label_new (heading (self, group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-title");
  gtk_list_box_row_set_header (row, label);
}

/* Results */

/* Drops the rows from the @n-th on. */
static void
cut_results (DiapasonFindView *self, int n)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->results, n)) != NULL)
    gtk_list_box_remove (self->results, GTK_WIDGET (row));
}

static gboolean
is_number (const char *words)
{
  g_autofree char *digits = diapason_phone_significant (words);

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;
  return digits != NULL;
}

/* Several people may be reached by one number: which of them it is, nobody guesses. */
static gboolean
is_shared_number (DiapasonFindView *self, GPtrArray *hits)
{
  guint n_people = 0;

  for (guint i = 0; i < hits->len; i++)
    n_people += ((DiapasonFindHit *) hits->pdata[i])->group == DIAPASON_FIND_CUSTOMER;
  return n_people > 1 && is_number (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* The rows that are there show what was found now: to make and style new ones at each letter would
 * take longer than a frame. */
static void
fill_results (DiapasonFindView *self, GPtrArray *hits)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gint64 now = diapason_desk_now (self->desk);

  cut_results (self, (int) hits->len);
  for (guint i = 0; i < hits->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->results, (int) i);

      if (row != NULL)
        diapason_find_row_show (DIAPASON_FIND_ROW (row), hits->pdata[i], words, now);
      else
        gtk_list_box_append (self->results, diapason_find_row_new (hits->pdata[i], words, now));
    }
  gtk_list_box_invalidate_headers (self->results);
}

static void
name_results (DiapasonFindView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->results), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->lists_opened ? C_("what was found", "Opened last")
                                                     : _("What was found"),
                                  -1);
}

/* @cut: not all was looked at in time. */
static void
show_hits (DiapasonFindView *self, GPtrArray *hits, gboolean cut)
{
  GtkWidget *viewport = gtk_widget_get_parent (GTK_WIDGET (self->results));
  const char *empty = self->lists_opened ? "hint" : "none";

  name_results (self);
  fill_results (self, hits);
  if (is_shared_number (self, hits))
    gtk_list_box_unselect_all (self->results);
  else
    gtk_list_box_select_row (self->results, gtk_list_box_get_row_at_index (self->results, 0));
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), 0);
  gtk_stack_set_visible_child_name (self->stack, hits->len > 0 || cut ? "results" : empty);
  gtk_widget_set_visible (self->cut, cut);
}

static void
set_searching (DiapasonFindView *self, gboolean searching)
{
  if (self->searching == searching)
    return;
  self->searching = searching;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

/* @hits: (nullable): NULL with @error. */
static void
answer (DiapasonFindView *self, GPtrArray *hits, gboolean cut, const GError *error)
{
  if (hits != NULL)
    {
      show_hits (self, hits, cut);
      set_searching (self, FALSE);
      if (self->activating)
        diapason_find_view_activate (self);
      return;
    }
  cut_results (self, 0);
  diapason_plain_label_set_block (self->sentence, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  set_searching (self, FALSE);
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  DiapasonFindView *self;
  gboolean cut;

  hits = diapason_desk_find_finish (DIAPASON_DESK (object), result, &cut, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  self->lists_opened = FALSE;
  answer (self, hits, cut, error);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  DiapasonFindView *self;

  hits = diapason_desk_last_opened_finish (DIAPASON_DESK (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  self->lists_opened = TRUE;
  answer (self, hits, FALSE, error);
}

/* Without the blanks around it. Returns: (transfer full). */
static char *
typed_words (DiapasonFindView *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

/* What is shown stays until the answer is here: it comes before the next frame as a rule. */
static void
look_up (DiapasonFindView *self)
{
  g_autofree char *words = typed_words (self);

  diapason_scope_restart (self->scope);
  self->activating = FALSE;
  set_searching (self, TRUE);
  if (*words == '\0')
    diapason_desk_last_opened_async (self->desk, diapason_scope_get_cancellable (self->scope),
                                     opened_cb, self);
  else
    diapason_desk_find_async (self->desk, words, HITS_A_GROUP,
                              diapason_scope_get_cancellable (self->scope), found_cb, self);
}

static void
entry_changed_cb (DiapasonFindView *self)
{
  look_up (self);
}

/* Keys */

static void
activate_row (DiapasonFindView *self, GtkListBoxRow *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[HIT_ACTIVATED], 0,
                   diapason_find_row_get_hit (DIAPASON_FIND_ROW (row)));
}

static void
entry_activated_cb (DiapasonFindView *self)
{
  diapason_find_view_activate (self);
}

static void
row_activated_cb (DiapasonFindView *self, GtkListBoxRow *row)
{
  activate_row (self, row);
}

static void
entry_stopped_cb (DiapasonFindView *self)
{
  self->activating = FALSE;
  g_signal_emit (self, signals[DISMISSED], 0);
}

static void
move_selection (DiapasonFindView *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->results);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = index >= 0 ? gtk_list_box_get_row_at_index (self->results, index) : NULL;
  GtkWidget *viewport;
  graphene_rect_t bounds;

  if (next == NULL)
    return;
  gtk_list_box_select_row (self->results, next);
  viewport = gtk_widget_get_parent (GTK_WIDGET (self->results));
  if (gtk_widget_compute_bounds (GTK_WIDGET (next), GTK_WIDGET (self->results), &bounds))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static gboolean
key_pressed_cb (DiapasonFindView *self, guint keyval, guint keycode, GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* GObject */

static void
diapason_find_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((DiapasonFindViewProperty) id)
    {
    case PROP_SEARCHING:
      g_value_set_boolean (value, DIAPASON_FIND_VIEW (object)->searching);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_find_view_dispose (GObject *object)
{
  DiapasonFindView *self = DIAPASON_FIND_VIEW (object);

  g_clear_pointer (&self->scope, diapason_scope_close);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), DIAPASON_TYPE_FIND_VIEW);
  G_OBJECT_CLASS (diapason_find_view_parent_class)->dispose (object);
}

static void
diapason_find_view_init (DiapasonFindView *self)
{
  self->scope = diapason_scope_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->results, header_cb, self, NULL);
}

static void
diapason_find_view_class_init (DiapasonFindViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_find_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = diapason_find_view_get_property;
  properties[PROP_SEARCHING] =
      g_param_spec_boolean ("searching", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_SEARCHING,
                                   properties[PROP_SEARCHING]);
  signals[HIT_ACTIVATED] =
      g_signal_new ("hit-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DISMISSED] = g_signal_new ("dismissed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/diapason/Diapason/ui/find/find-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonFindView, entry);
  gtk_widget_class_bind_template_child (widget_class, DiapasonFindView, stack);
  gtk_widget_class_bind_template_child (widget_class, DiapasonFindView, results);
  gtk_widget_class_bind_template_child (widget_class, DiapasonFindView, cut);
  gtk_widget_class_bind_template_child (widget_class, DiapasonFindView, sentence);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

void
diapason_find_view_set_desk (DiapasonFindView *self, DiapasonDesk *desk)
{
  g_set_object (&self->desk, desk);
}

void
diapason_find_view_begin (DiapasonFindView *self)
{
  g_autofree char *words = typed_words (self);

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  /* Somebody may have been opened since. */
  if (*words == '\0')
    look_up (self);
}

gboolean
diapason_find_view_has_words (DiapasonFindView *self)
{
  g_autofree char *words = typed_words (self);

  return *words != '\0';
}

void
diapason_find_view_search (DiapasonFindView *self, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

void
diapason_find_view_activate (DiapasonFindView *self)
{
  self->activating = self->searching;
  if (!self->searching)
    activate_row (self, gtk_list_box_get_selected_row (self->results));
}
