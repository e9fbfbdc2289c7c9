/* sign-in-window.c: see sign-in-window.h. */
#include "sign-in-window.h"

#include <glib/gi18n.h>

#include "login-rows.h"
#include "plain-text.h"
#include "scope.h"

struct _DiapasonSignInWindow
{
  AdwWindow parent_instance;

  DiapasonDesk *desk;   /* (owned) */
  DiapasonScope *scope; /* (owned) */
  char *source;         /* (owned) */
  GHashTable *entries;  /* (owned) field name → its row (weak) */

  GtkLabel *heading;
  AdwPreferencesGroup *fields;
  GtkLabel *sentence;
  GtkButton *submit;
};

static guint signed_in_signal;

G_DEFINE_FINAL_TYPE (DiapasonSignInWindow, diapason_sign_in_window, ADW_TYPE_WINDOW)

static void
signed_in_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  gboolean done = diapason_desk_sign_in_finish (DIAPASON_DESK (object), result, &notice, &error);
  DiapasonSignInWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  gtk_widget_set_sensitive (GTK_WIDGET (self->submit), TRUE);
  if (done)
    {
      g_signal_emit (self, signed_in_signal, 0, notice);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  diapason_plain_label_set_block (self->sentence, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), TRUE);
}

static void
submit_clicked_cb (DiapasonSignInWindow *self)
{
  g_autoptr (GHashTable) login = NULL;

  /* Enter in a field comes here too. */
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->submit)))
    return;
  login = diapason_login_rows_collect (self->entries);
  gtk_widget_set_sensitive (GTK_WIDGET (self->submit), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), FALSE);
  diapason_desk_sign_in_async (self->desk, self->source, login,
                               diapason_scope_get_cancellable (self->scope), signed_in_cb, self);
}

static void
diapason_sign_in_window_dispose (GObject *object)
{
  DiapasonSignInWindow *self = DIAPASON_SIGN_IN_WINDOW (object);

  g_clear_pointer (&self->scope, diapason_scope_close);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (diapason_sign_in_window_parent_class)->dispose (object);
}

static void
diapason_sign_in_window_finalize (GObject *object)
{
  DiapasonSignInWindow *self = DIAPASON_SIGN_IN_WINDOW (object);

  g_free (self->source);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  G_OBJECT_CLASS (diapason_sign_in_window_parent_class)->finalize (object);
}

static void
diapason_sign_in_window_init (DiapasonSignInWindow *self)
{
  self->scope = diapason_scope_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_sign_in_window_class_init (DiapasonSignInWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = diapason_sign_in_window_dispose;
  object_class->finalize = diapason_sign_in_window_finalize;
  signed_in_signal = g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/shell/sign-in-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonSignInWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSignInWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSignInWindow, sentence);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSignInWindow, submit);
  gtk_widget_class_bind_template_callback (widget_class, submit_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

DiapasonSignInWindow *
diapason_sign_in_window_new (DiapasonDesk *desk, const char *source, const char *label)
{
  DiapasonSignInWindow *self = g_object_new (DIAPASON_TYPE_SIGN_IN_WINDOW, NULL);
  g_auto (GStrv) fields = diapason_desk_login_fields (desk, source);
  g_autofree char *heading = g_strdup_printf (_("Sign in to %s"), label);

  self->desk = g_object_ref (desk);
  self->source = g_strdup (source);
  diapason_plain_label_set (self->heading, heading);
  self->entries =
      diapason_login_rows_new (self->fields, fields, G_CALLBACK (submit_clicked_cb), self);
  return self;
}
