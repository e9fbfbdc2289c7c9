/* progress-page.c: see progress-page.h. */
#include "progress-page.h"

#include <glib/gi18n.h>

#include "format-source.h"
#include "plain-text.h"
#include "scope.h"

#define ENTITY "diapason-entity"

struct _DiapasonProgressPage
{
  AdwBin parent_instance;

  DiapasonDesk *desk;           /* (owned) */
  DiapasonScope *scope;         /* (owned) (nullable) gone: nothing is shown any more */
  DiapasonSourceStatus *status; /* (owned) (nullable) the one that is followed */
  gboolean is_looking;          /* at what can be used */
  gboolean looks_again;

  GtkLabel *heading;
  GtkLabel *state;
  GtkWidget *customers;
  GtkWidget *history;
  GtkWidget *words;
  GtkWidget *articles;
  GtkWidget *leave;
  GtkListBox *counts;
  GtkLabel *numbers[DIAPASON_N_ENTITIES]; /* (nullable) none has come yet */
};

enum
{
  LEFT,
  ANOTHER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DiapasonProgressPage, diapason_progress_page, ADW_TYPE_BIN)

/* What can be used */

static void look (DiapasonProgressPage *self);

static void
looked_cb (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DiapasonProgressPage) self = user_data;
  guint usable = 0;
  gboolean is_known =
      diapason_desk_look_usable_finish (DIAPASON_DESK (desk), result, &usable, NULL);

  self->is_looking = FALSE;
  if (self->scope == NULL || !is_known)
    return;
  gtk_widget_set_visible (self->customers, (usable & DIAPASON_USABLE_CUSTOMERS) != 0);
  gtk_widget_set_visible (self->history, (usable & DIAPASON_USABLE_HISTORY) != 0);
  gtk_widget_set_visible (self->words, (usable & DIAPASON_USABLE_WORDS) != 0);
  gtk_widget_set_visible (self->articles, (usable & DIAPASON_USABLE_ARTICLES) != 0);
  if (self->looks_again)
    look (self);
}

/* Not once for each change: when one look is over the next begins. */
static void
look (DiapasonProgressPage *self)
{
  self->looks_again = self->is_looking;
  if (self->is_looking || self->status == NULL)
    return;
  self->is_looking = TRUE;
  diapason_desk_look_usable_async (self->desk, diapason_scope_get_cancellable (self->scope),
                                   looked_cb, g_object_ref (self));
}

/* How far it has come */

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (a), ENTITY)) -
         GPOINTER_TO_INT (g_object_get_data (G_OBJECT (b), ENTITY));
}

static void
add_count (DiapasonProgressPage *self, DiapasonEntity entity)
{
  GtkWidget *row = diapason_plain_row_new (diapason_format_entity (entity), NULL);
  GtkWidget *number = gtk_label_new (NULL);

  gtk_widget_add_css_class (number, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), ENTITY, GINT_TO_POINTER ((int) entity));
  self->numbers[entity] = GTK_LABEL (number);
  gtk_list_box_append (self->counts, row);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), TRUE);
}

static void
show_counts (DiapasonProgressPage *self)
{
  for (DiapasonEntity entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
    {
      guint n = diapason_source_status_get_come (self->status, entity);
      g_autofree char *number = g_strdup_printf ("%'u", n);

      if (n == 0 || diapason_format_entity (entity) == NULL)
        continue;
      if (self->numbers[entity] == NULL)
        add_count (self, entity);
      gtk_label_set_label (self->numbers[entity], number);
    }
}

static void
forget_counts (DiapasonProgressPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->counts, 0)) != NULL)
    gtk_list_box_remove (self->counts, GTK_WIDGET (row));
  memset (self->numbers, 0, sizeof self->numbers);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), FALSE);
}

static void
show_state (DiapasonProgressPage *self)
{
  const char *sentence = diapason_source_status_get_sentence (self->status);
  const char *words;

  switch (diapason_source_status_get_state (self->status))
    {
    case DIAPASON_SOURCE_IN_SYNC:
      words = _("All of it is here.");
      break;
    case DIAPASON_SOURCE_LOGIN:
    case DIAPASON_SOURCE_FAILING:
      words = _("It could not be fetched to its end.");
      break;
    case DIAPASON_SOURCE_NEW:
    case DIAPASON_SOURCE_FETCHING:
    default:
      words =
          _("It is fetched for the first time, which goes on while you work. You need not wait "
            "for it.");
    }
  diapason_plain_label_set_block (self->state, sentence != NULL ? sentence : words);
}

static void
status_changed_cb (DiapasonProgressPage *self)
{
  show_state (self);
  show_counts (self);
  look (self);
}

static void
follow (DiapasonProgressPage *self, DiapasonSourceStatus *status)
{
  if (self->status != NULL)
    g_signal_handlers_disconnect_by_data (self->status, self);
  g_clear_object (&self->status);
  if (status == NULL)
    return;
  self->status = g_object_ref (status);
  g_signal_connect_swapped (status, "notify", G_CALLBACK (status_changed_cb), self);
}

/* Going on */

static void
leave_clicked_cb (DiapasonProgressPage *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
another_clicked_cb (DiapasonProgressPage *self)
{
  g_signal_emit (self, signals[ANOTHER], 0);
}

/* GObject */

static void
diapason_progress_page_dispose (GObject *object)
{
  DiapasonProgressPage *self = DIAPASON_PROGRESS_PAGE (object);

  g_clear_pointer (&self->scope, diapason_scope_close);
  follow (self, NULL);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (diapason_progress_page_parent_class)->dispose (object);
}

static void
diapason_progress_page_init (DiapasonProgressPage *self)
{
  self->scope = diapason_scope_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->counts, compare_rows, NULL, NULL);
}

static void
diapason_progress_page_class_init (DiapasonProgressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_progress_page_dispose;
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[ANOTHER] = g_signal_new ("another", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/set-up/progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonProgressPage, heading);
  gtk_widget_class_bind_template_child (widget_class, DiapasonProgressPage, state);
  gtk_widget_class_bind_template_child (widget_class, DiapasonProgressPage, customers);
  gtk_widget_class_bind_template_child (widget_class, DiapasonProgressPage, history);
  gtk_widget_class_bind_template_child (widget_class, DiapasonProgressPage, words);
  gtk_widget_class_bind_template_child (widget_class, DiapasonProgressPage, articles);
  gtk_widget_class_bind_template_child (widget_class, DiapasonProgressPage, leave);
  gtk_widget_class_bind_template_child (widget_class, DiapasonProgressPage, counts);
  gtk_widget_class_bind_template_callback (widget_class, leave_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_clicked_cb);
}

void
diapason_progress_page_set_desk (DiapasonProgressPage *self, DiapasonDesk *desk)
{
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "persons-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "settled", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
}

void
diapason_progress_page_begin (DiapasonProgressPage *self, const char *name)
{
  g_autoptr (DiapasonSourceStatus) status = diapason_desk_find_source (self->desk, name);
  g_autofree char *heading = NULL;

  g_return_if_fail (status != NULL);
  forget_counts (self);
  follow (self, status);
  heading = g_strdup_printf (_("%s is connected"), diapason_source_status_get_label (status));
  diapason_plain_label_set (self->heading, heading);
  status_changed_cb (self);
  gtk_widget_grab_focus (self->leave);
}
