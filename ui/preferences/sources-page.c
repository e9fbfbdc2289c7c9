/* sources-page.c: see sources-page.h. The rows are few: they are made anew when there are others.
 */
#include "sources-page.h"

#include <glib/gi18n.h>

#include "plain-text.h"
#include "sign-in-window.h"
#include "source-row.h"

#define ADD_SOURCE "win.add-source"

struct _DiapasonSourcesPage
{
  AdwPreferencesPage parent_instance;

  DiapasonDesk *desk;         /* (owned) (nullable) */
  AdwPreferencesGroup *group; /* (weak) */
  GPtrArray *rows;            /* (owned) of GtkWidget (weak): what is in it */
};

static guint told_signal;

G_DEFINE_FINAL_TYPE (DiapasonSourcesPage, diapason_sources_page, ADW_TYPE_PREFERENCES_PAGE)

static GtkWindow *
window_of (DiapasonSourcesPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* A sentence that is to be read, and not missed. */
static void
tell (DiapasonSourcesPage *self, const char *heading, const char *sentence)
{
  g_autofree char *safe = diapason_plain_line (heading);
  GtkWidget *dialog = adw_message_dialog_new (window_of (self), safe, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Signing in */

static void
signed_in_cb (DiapasonSourcesPage *self, const char *notice)
{
  if (notice != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    tell (self, _("You are signed in"), notice);
}

static void
sign_in_cb (DiapasonSourcesPage *self, DiapasonSourceStatus *status)
{
  DiapasonSignInWindow *window =
      diapason_sign_in_window_new (self->desk, diapason_source_status_get_name (status),
                                   diapason_source_status_get_label (status));

  gtk_window_set_transient_for (GTK_WINDOW (window), window_of (self));
  g_signal_connect_object (window, "signed-in", G_CALLBACK (signed_in_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
retry_cb (DiapasonSourcesPage *self, DiapasonSourceStatus *status)
{
  diapason_desk_sync_now (self->desk, diapason_source_status_get_name (status));
}

/* Removing */

typedef struct
{
  DiapasonSourcesPage *page; /* (owned) it may be closed meanwhile */
  char *label;               /* (owned) */
} Removing;

static void
removing_free (Removing *removing)
{
  g_object_unref (removing->page);
  g_free (removing->label);
  g_free (removing);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removing, removing_free)

static void
removed_cb (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Removing) removing = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  g_autofree char *heading = NULL;
  gboolean done =
      diapason_desk_remove_source_finish (DIAPASON_DESK (desk), result, &notice, &error);

  if (gtk_widget_get_root (GTK_WIDGET (removing->page)) == NULL)
    return;
  heading = g_strdup_printf (done ? _("Removed: %s") : _("Not removed: %s"), removing->label);
  if (!done || notice != NULL)
    tell (removing->page, heading, done ? notice : error->message);
  else
    g_signal_emit (removing->page, told_signal, 0, heading);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, DiapasonSourcesPage *self)
{
  DiapasonSourceStatus *status = g_object_get_data (G_OBJECT (dialog), "diapason-source");
  Removing *removing;

  if (!g_str_equal (response, "remove"))
    return;
  removing = g_new0 (Removing, 1);
  removing->page = g_object_ref (self);
  removing->label = g_strdup (diapason_source_status_get_label (status));
  diapason_desk_remove_source_async (self->desk, diapason_source_status_get_name (status),
                                     removed_cb, removing);
}

static void
remove_cb (DiapasonSourcesPage *self, DiapasonSourceStatus *status)
{
  g_autofree char *label = diapason_plain_line (diapason_source_status_get_label (status));
  g_autofree char *heading = g_strdup_printf (_("Remove “%s”?"), label);
  GtkWidget *dialog = adw_message_dialog_new (
      window_of (self), heading,
      _("What was fetched from it goes from this machine, with your login and the file that "
        "describes it. What you wrote and decided stays, and so does all that the source itself "
        "has: add it again, and it is fetched again."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "remove",
                                    _("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "diapason-source", g_object_ref (status),
                          g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Rows */

static void
add_row (DiapasonSourcesPage *self, GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_source_row (DiapasonSourcesPage *self, DiapasonSourceStatus *status)
{
  GtkWidget *row = diapason_source_row_new (self->desk, status);

  g_signal_connect_object (row, "sign-in", G_CALLBACK (sign_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "retry", G_CALLBACK (retry_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  add_row (self, row);
}

static void
show_sources (DiapasonSourcesPage *self)
{
  GListModel *sources = diapason_desk_get_sources (self->desk);
  guint n = g_list_model_get_n_items (sources);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (sources, i);

      add_source_row (self, status);
    }
  if (n == 0)
    add_row (self, diapason_plain_row_new (_("No source yet"),
                                           _("Nothing is fetched before there is one.")));
}

/* Another one */

static gboolean
has_action (GtkWidget *window)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (window);
  GType owner;
  const char *name, *property;
  const GVariantType *type;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, &type, &property); i++)
    if (g_str_equal (name, ADD_SOURCE))
      return TRUE;
  return G_IS_ACTION_GROUP (window) &&
         g_action_group_has_action (G_ACTION_GROUP (window), strchr (ADD_SOURCE, '.') + 1);
}

static void
add_activated_cb (GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), ADD_SOURCE, NULL);
}

static void
offer_another (DiapasonSourcesPage *self, GtkWindow *window)
{
  GtkWidget *group, *row;

  if (window == NULL || !has_action (GTK_WIDGET (window)))
    return;
  group = adw_preferences_group_new ();
  row = diapason_plain_row_new (_("Add a source…"), NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("list-add-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (add_activated_cb), window,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
}

/* GObject */

static void
diapason_sources_page_dispose (GObject *object)
{
  DiapasonSourcesPage *self = DIAPASON_SOURCES_PAGE (object);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (diapason_desk_get_sources (self->desk), self);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (diapason_sources_page_parent_class)->dispose (object);
}

static void
diapason_sources_page_init (DiapasonSourcesPage *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->group);
}

static void
diapason_sources_page_class_init (DiapasonSourcesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = diapason_sources_page_dispose;
  told_signal = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

void
diapason_sources_page_set_desk (DiapasonSourcesPage *self, DiapasonDesk *desk, GtkWindow *window)
{
  g_set_object (&self->desk, desk);
  diapason_plain_group_set (self->group, _("Sources"), diapason_desk_sources_stay (desk));
  g_signal_connect_object (diapason_desk_get_sources (desk), "items-changed",
                           G_CALLBACK (show_sources), self, G_CONNECT_SWAPPED);
  show_sources (self);
  offer_another (self, window);
}
