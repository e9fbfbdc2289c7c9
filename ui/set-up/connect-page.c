/* connect-page.c: see connect-page.h. */
#include "connect-page.h"

#include <glib/gi18n.h>

#include "login-rows.h"
#include "plain-text.h"
#include "scope.h"

struct _DiapasonConnectPage
{
  AdwBin parent_instance;

  DiapasonDesk *desk;       /* (owned) */
  DiapasonScope *scope;     /* (owned) (nullable) gone: nothing is shown any more */
  DiapasonSourceKind *kind; /* (owned) (nullable) before the first */
  GHashTable *entries;      /* (owned) (nullable) field name → its row (weak) */

  GtkLabel *heading;
  GtkEditable *address;
  GtkEditable *label;
  GtkWidget *login;
  AdwBin *login_place;
  GtkLabel *sentence;
  GtkWidget *busy;
  GtkLabel *asking;
  GtkWidget *for_session;
  GtkWidget *submit;
};

static guint connected_signal;

G_DEFINE_FINAL_TYPE (DiapasonConnectPage, diapason_connect_page, ADW_TYPE_BIN)

static void submit_cb (DiapasonConnectPage *self);

/* What is asked for */

static void
show_login (DiapasonConnectPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  g_clear_pointer (&self->entries, g_hash_table_unref);
  self->entries = diapason_login_rows_new (ADW_PREFERENCES_GROUP (group), self->kind->fields,
                                           G_CALLBACK (submit_cb), self);
  adw_bin_set_child (self->login_place, group);
  gtk_widget_set_visible (self->login, *self->kind->fields != NULL);
}

static void
show_kind (DiapasonConnectPage *self)
{
  g_autofree char *heading = g_strdup_printf (_("Where is your %s?"), self->kind->label);

  diapason_plain_label_set (self->heading, heading);
  if (self->kind->address != NULL)
    gtk_editable_set_text (self->address, self->kind->address);
  gtk_editable_set_text (self->label, self->kind->label);
  show_login (self);
}

/* How it goes */

static void
show_sentence (DiapasonConnectPage *self, const char *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), sentence != NULL);
  if (sentence != NULL)
    diapason_plain_label_set_block (self->sentence, sentence);
}

static void
show_busy (DiapasonConnectPage *self, gboolean busy)
{
  g_autofree char *asking = NULL;

  if (busy)
    {
      asking = g_strdup_printf (_("Asking %s…"), gtk_editable_get_text (self->label));
      diapason_plain_label_set (self->asking, asking);
      show_sentence (self, NULL);
      gtk_widget_set_visible (self->for_session, FALSE);
    }
  gtk_widget_set_visible (self->busy, busy);
  gtk_widget_set_sensitive (self->submit, !busy);
}

/* Where it can be put right. */
static GtkWidget *
place_of (DiapasonConnectPage *self, const GError *error)
{
  gpointer field = NULL;

  if (g_error_matches (error, DIAPASON_SET_UP_ERROR, DIAPASON_SET_UP_ERROR_KEYRING))
    return self->for_session;
  if (g_error_matches (error, DIAPASON_SET_UP_ERROR, DIAPASON_SET_UP_ERROR_ADDRESS))
    return GTK_WIDGET (self->address);
  if (g_error_matches (error, DIAPASON_SET_UP_ERROR, DIAPASON_SET_UP_ERROR_LOGIN) &&
      *self->kind->fields != NULL)
    field = g_hash_table_lookup (self->entries, self->kind->fields[0]);
  return field != NULL ? field : self->submit;
}

static void
show_failure (DiapasonConnectPage *self, const GError *error)
{
  show_sentence (self, error->message);
  gtk_widget_set_visible (self->for_session, g_error_matches (error, DIAPASON_SET_UP_ERROR,
                                                              DIAPASON_SET_UP_ERROR_KEYRING));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (place_of (self, error));
}

static void
added_cb (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DiapasonConnectPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = diapason_desk_add_source_finish (DIAPASON_DESK (desk), result, &error);

  if (self->scope == NULL)
    return;
  show_busy (self, FALSE);
  if (name != NULL)
    {
      g_clear_pointer (&self->kind, diapason_source_kind_unref);
      g_signal_emit (self, connected_signal, 0, name);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error);
}

static void
add (DiapasonConnectPage *self, gboolean for_session)
{
  g_autoptr (GHashTable) login = NULL;
  g_autoptr (DiapasonSourceDraft) draft = NULL;

  /* Enter in a field comes here too. */
  if (gtk_widget_get_visible (self->busy) || self->kind == NULL)
    return;
  login = diapason_login_rows_collect (self->entries);
  draft = diapason_source_draft_new (self->kind, gtk_editable_get_text (self->address),
                                     gtk_editable_get_text (self->label), login);
  show_busy (self, TRUE);
  diapason_desk_add_source_async (self->desk, draft, for_session,
                                  diapason_scope_get_cancellable (self->scope), added_cb,
                                  g_object_ref (self));
}

static void
submit_cb (DiapasonConnectPage *self)
{
  add (self, FALSE);
}

static void
for_session_cb (DiapasonConnectPage *self)
{
  add (self, TRUE);
}

/* GObject */

static void
diapason_connect_page_dispose (GObject *object)
{
  DiapasonConnectPage *self = DIAPASON_CONNECT_PAGE (object);

  g_clear_pointer (&self->scope, diapason_scope_close);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->kind, diapason_source_kind_unref);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (diapason_connect_page_parent_class)->dispose (object);
}

static void
diapason_connect_page_init (DiapasonConnectPage *self)
{
  self->scope = diapason_scope_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_connect_page_class_init (DiapasonConnectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_connect_page_dispose;
  connected_signal = g_signal_new ("connected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/set-up/connect-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonConnectPage, heading);
  gtk_widget_class_bind_template_child (widget_class, DiapasonConnectPage, address);
  gtk_widget_class_bind_template_child (widget_class, DiapasonConnectPage, label);
  gtk_widget_class_bind_template_child (widget_class, DiapasonConnectPage, login);
  gtk_widget_class_bind_template_child (widget_class, DiapasonConnectPage, login_place);
  gtk_widget_class_bind_template_child (widget_class, DiapasonConnectPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, DiapasonConnectPage, busy);
  gtk_widget_class_bind_template_child (widget_class, DiapasonConnectPage, asking);
  gtk_widget_class_bind_template_child (widget_class, DiapasonConnectPage, for_session);
  gtk_widget_class_bind_template_child (widget_class, DiapasonConnectPage, submit);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, for_session_cb);
}

void
diapason_connect_page_set_desk (DiapasonConnectPage *self, DiapasonDesk *desk)
{
  self->desk = g_object_ref (desk);
}

void
diapason_connect_page_begin (DiapasonConnectPage *self, DiapasonSourceKind *kind)
{
  if (self->kind != kind)
    {
      g_clear_pointer (&self->kind, diapason_source_kind_unref);
      self->kind = diapason_source_kind_ref (kind);
      show_sentence (self, NULL);
      gtk_widget_set_visible (self->for_session, FALSE);
      show_kind (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

void
diapason_connect_page_stop (DiapasonConnectPage *self)
{
  diapason_scope_restart (self->scope);
}
