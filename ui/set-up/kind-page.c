/* kind-page.c: see kind-page.h. */
#include "kind-page.h"

#include <glib/gi18n.h>

#include "format-source.h"
#include "plain-text.h"
#include "scope.h"

#define KIND "diapason-kind"

struct _DiapasonKindPage
{
  AdwBin parent_instance;

  DiapasonDesk *desk;            /* (owned) */
  DiapasonScope *scope;          /* (owned) (nullable) gone: nothing is shown any more */
  GtkFileChooserNative *chooser; /* (owned) (nullable) while it is open */
  gboolean is_listed;            /* the kinds are asked for, or here */
  gboolean is_awaited;           /* the focus goes to the first row when there is one */

  GtkLabel *heading;
  GtkLabel *sentence;
  GtkListBox *list;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (DiapasonKindPage, diapason_kind_page, ADW_TYPE_BIN)

static void
complain (DiapasonKindPage *self, const char *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), sentence != NULL);
  if (sentence != NULL)
    diapason_plain_label_set_block (self->sentence, sentence);
}

/* A file of one's own */

static void
read_cb (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DiapasonKindPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonSourceKind) kind =
      diapason_desk_read_kind_finish (DIAPASON_DESK (desk), result, &error);

  if (self->scope == NULL)
    return;
  complain (self, kind == NULL ? error->message : NULL);
  if (kind != NULL)
    g_signal_emit (self, chosen_signal, 0, kind);
}

void
diapason_kind_page_read (DiapasonKindPage *self, GFile *file)
{
  diapason_desk_read_kind_async (self->desk, file, diapason_scope_get_cancellable (self->scope),
                                 read_cb, g_object_ref (self));
}

static void
file_chosen_cb (DiapasonKindPage *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser))
                               : NULL;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  if (file != NULL)
    diapason_kind_page_read (self, file);
}

static void
choose_file (DiapasonKindPage *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Choose a description"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_filter_set_name (filter, _("Descriptions of sources (.json)"));
  gtk_file_filter_add_pattern (filter, "*.json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* The list */

static void
row_activated_cb (DiapasonKindPage *self, GtkListBoxRow *row)
{
  DiapasonSourceKind *kind = g_object_get_data (G_OBJECT (row), KIND);

  complain (self, NULL);
  if (kind != NULL)
    g_signal_emit (self, chosen_signal, 0, kind);
  else
    choose_file (self);
}

static void
add_row (DiapasonKindPage *self, const char *title, const char *subtitle, DiapasonSourceKind *kind)
{
  GtkWidget *row = diapason_plain_row_new (title, subtitle);
  GtkWidget *icon =
      gtk_image_new_from_icon_name (kind != NULL ? "go-next-symbolic" : "document-open-symbolic");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (kind != NULL)
    g_object_set_data_full (G_OBJECT (row), KIND, diapason_source_kind_ref (kind),
                            (GDestroyNotify) diapason_source_kind_unref);
  gtk_list_box_append (self->list, row);
}

static void
focus_first (DiapasonKindPage *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  self->is_awaited = first == NULL;
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
listed_cb (GObject *desk, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DiapasonKindPage) self = user_data;
  g_autoptr (GPtrArray) kinds =
      diapason_desk_source_kinds_finish (DIAPASON_DESK (desk), result, NULL);

  if (self->scope == NULL)
    return;
  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    {
      DiapasonSourceKind *kind = g_ptr_array_index (kinds, i);
      g_autofree char *brings = diapason_format_entities (kind->entities);

      add_row (self, kind->label, brings, kind);
    }
  add_row (self, _("Something else…"),
           _("By a file that describes it; somebody of your company may have one"), NULL);
  if (self->is_awaited)
    focus_first (self);
}

/* GObject */

static void
diapason_kind_page_dispose (GObject *object)
{
  DiapasonKindPage *self = DIAPASON_KIND_PAGE (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->scope, diapason_scope_close);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (diapason_kind_page_parent_class)->dispose (object);
}

static void
diapason_kind_page_init (DiapasonKindPage *self)
{
  self->scope = diapason_scope_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_kind_page_class_init (DiapasonKindPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_kind_page_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/set-up/kind-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonKindPage, heading);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKindPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKindPage, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

void
diapason_kind_page_set_desk (DiapasonKindPage *self, DiapasonDesk *desk)
{
  self->desk = g_object_ref (desk);
}

void
diapason_kind_page_begin (DiapasonKindPage *self)
{
  complain (self, NULL);
  focus_first (self);
  if (self->is_listed)
    return;
  self->is_listed = TRUE;
  diapason_desk_source_kinds_async (self->desk, diapason_scope_get_cancellable (self->scope),
                                    listed_cb, g_object_ref (self));
}
