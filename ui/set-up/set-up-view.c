/* set-up-view.c: see set-up-view.h. */
#include "set-up-view.h"

#include <glib/gi18n.h>

#include "connect-page.h"
#include "kind-page.h"
#include "plain-text.h"
#include "progress-page.h"

struct _DiapasonSetUpView
{
  AdwBin parent_instance;

  gboolean welcomes;

  AdwWindowTitle *title;
  GtkWidget *back;
  GtkWidget *later;
  GtkStack *pages;
  GtkLabel *mission;
  GtkWidget *begin;
  DiapasonKindPage *kind;
  DiapasonConnectPage *connect;
  DiapasonProgressPage *progress;
};

static guint left_signal;

G_DEFINE_FINAL_TYPE (DiapasonSetUpView, diapason_set_up_view, ADW_TYPE_BIN)

static gboolean
is_at (DiapasonSetUpView *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), page) == 0;
}

/* Steps that ask for something; the welcome and the end are none. */
static void
show_step (DiapasonSetUpView *self)
{
  g_autofree char *step = NULL;

  if (is_at (self, "kind") || is_at (self, "connect"))
    step = g_strdup_printf (_("Step %d of %d"), is_at (self, "kind") ? 1 : 2, 2);
  adw_window_title_set_subtitle (self->title, step != NULL ? step : "");
  gtk_widget_set_visible (self->back,
                          is_at (self, "connect") || (is_at (self, "kind") && self->welcomes));
  gtk_widget_set_visible (self->later, !is_at (self, "progress"));
}

static void
leave (DiapasonSetUpView *self)
{
  diapason_connect_page_stop (self->connect);
  g_signal_emit (self, left_signal, 0);
}

static void
show_kinds (DiapasonSetUpView *self)
{
  gtk_stack_set_visible_child_name (self->pages, "kind");
  diapason_kind_page_begin (self->kind);
}

static void
kind_chosen_cb (DiapasonSetUpView *self, DiapasonSourceKind *kind)
{
  gtk_stack_set_visible_child_name (self->pages, "connect");
  diapason_connect_page_begin (self->connect, kind);
}

static void
connected_cb (DiapasonSetUpView *self, const char *source)
{
  gtk_stack_set_visible_child_name (self->pages, "progress");
  diapason_progress_page_begin (self->progress, source);
}

static void
go_back (DiapasonSetUpView *self)
{
  if (is_at (self, "connect"))
    {
      diapason_connect_page_stop (self->connect);
      show_kinds (self);
    }
  else if (is_at (self, "kind") && self->welcomes)
    {
      gtk_stack_set_visible_child_name (self->pages, "mission");
      gtk_widget_grab_focus (self->begin);
    }
  else
    leave (self);
}

static gboolean
back_pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  go_back (DIAPASON_SET_UP_VIEW (widget));
  return TRUE;
}

/* GObject */

static void
diapason_set_up_view_map (GtkWidget *widget)
{
  DiapasonSetUpView *self = DIAPASON_SET_UP_VIEW (widget);

  GTK_WIDGET_CLASS (diapason_set_up_view_parent_class)->map (widget);
  if (is_at (self, "mission"))
    gtk_widget_grab_focus (self->begin);
  else if (is_at (self, "kind"))
    diapason_kind_page_begin (self->kind);
}

static void
diapason_set_up_view_init (DiapasonSetUpView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_set_up_view_class_init (DiapasonSetUpViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DIAPASON_TYPE_KIND_PAGE);
  g_type_ensure (DIAPASON_TYPE_CONNECT_PAGE);
  g_type_ensure (DIAPASON_TYPE_PROGRESS_PAGE);
  widget_class->map = diapason_set_up_view_map;
  left_signal = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/set-up/set-up-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonSetUpView, title);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSetUpView, back);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSetUpView, later);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSetUpView, pages);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSetUpView, mission);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSetUpView, begin);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSetUpView, kind);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSetUpView, connect);
  gtk_widget_class_bind_template_child (widget_class, DiapasonSetUpView, progress);
  gtk_widget_class_bind_template_callback (widget_class, show_step);
  gtk_widget_class_bind_template_callback (widget_class, leave);
  gtk_widget_class_bind_template_callback (widget_class, show_kinds);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, connected_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_back);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, back_pressed_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, back_pressed_cb, NULL);
}

DiapasonSetUpView *
diapason_set_up_view_new (DiapasonDesk *desk, gboolean welcomes)
{
  DiapasonSetUpView *self = g_object_new (DIAPASON_TYPE_SET_UP_VIEW, NULL);

  self->welcomes = welcomes;
  diapason_kind_page_set_desk (self->kind, desk);
  diapason_connect_page_set_desk (self->connect, desk);
  diapason_progress_page_set_desk (self->progress, desk);
  diapason_plain_label_set_block (self->mission, diapason_desk_mission (desk));
  gtk_stack_set_visible_child_name (self->pages, welcomes ? "mission" : "kind");
  show_step (self);
  return self;
}
