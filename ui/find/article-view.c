/* article-view.c: see article-view.h. */
#include "article-view.h"

#include "format.h"
#include "plain-text.h"
#include "scope.h"

struct _DiapasonArticleView
{
  GtkWidget parent_instance;

  DiapasonDesk *desk;   /* (owned) */
  DiapasonScope *scope; /* (owned) */

  GtkLabel *title;
  GtkLabel *origin;
  GtkLabel *body;
};

static guint closed_signal;

G_DEFINE_FINAL_TYPE (DiapasonArticleView, diapason_article_view, GTK_TYPE_WIDGET)

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonArticleRecord) article = NULL;
  g_autofree char *origin = NULL;
  DiapasonArticleView *self;

  article = diapason_desk_read_article_finish (DIAPASON_DESK (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = user_data;
  if (article == NULL)
    {
      diapason_plain_label_set (self->title, NULL);
      diapason_plain_label_set (self->origin, NULL);
      diapason_plain_label_set_block (self->body, error->message);
      return;
    }
  origin = diapason_format_origin (&article->origin, diapason_desk_now (self->desk));
  diapason_plain_label_set (self->title, article->title);
  diapason_plain_label_set (self->origin, origin);
  diapason_plain_label_set_body (self->body, article->body);
}

static void
back_clicked_cb (DiapasonArticleView *self)
{
  g_signal_emit (self, closed_signal, 0);
}

static void
diapason_article_view_dispose (GObject *object)
{
  DiapasonArticleView *self = DIAPASON_ARTICLE_VIEW (object);

  g_clear_pointer (&self->scope, diapason_scope_close);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), DIAPASON_TYPE_ARTICLE_VIEW);
  G_OBJECT_CLASS (diapason_article_view_parent_class)->dispose (object);
}

static void
diapason_article_view_init (DiapasonArticleView *self)
{
  self->scope = diapason_scope_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_article_view_class_init (DiapasonArticleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_article_view_dispose;
  closed_signal = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/find/article-view.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "content", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, DiapasonArticleView, title);
  gtk_widget_class_bind_template_child (widget_class, DiapasonArticleView, origin);
  gtk_widget_class_bind_template_child (widget_class, DiapasonArticleView, body);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

void
diapason_article_view_set_desk (DiapasonArticleView *self, DiapasonDesk *desk)
{
  g_set_object (&self->desk, desk);
}

void
diapason_article_view_open (DiapasonArticleView *self, gint64 article)
{
  diapason_scope_restart (self->scope);
  diapason_desk_read_article_async (self->desk, article,
                                    diapason_scope_get_cancellable (self->scope), read_cb, self);
}
