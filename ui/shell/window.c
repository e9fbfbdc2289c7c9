/* window.c: see window.h. */
#include "window-private.h"

#include <glib/gi18n.h>

#include "help.h"
#include "keys.h"
#include "kpi-rows-window.h"
#include "plain-text.h"
#include "set-up-place.h"
#include "sign-in-window.h"
#include "source-watch.h"
#include "tooltip.h"
#include "typing.h"
#include "window-state.h"

#define MOMENT_MS 40

G_DEFINE_FINAL_TYPE (DiapasonWindow, diapason_window, ADW_TYPE_APPLICATION_WINDOW)

/* Find */

void
diapason_window_show_find (DiapasonWindow *self, gboolean show)
{
  diapason_window_show_desk (self);
  /* Else, where there is no row to go to, the focus would fall on anything. */
  if (!show)
    gtk_widget_grab_focus (GTK_WIDGET (self->find_button));
  diapason_fold_reveal (self->middle);
  gtk_widget_set_visible (GTK_WIDGET (self->find), show);
  if (show)
    diapason_find_view_begin (self->find);
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "person") == 0)
    diapason_person_view_focus_history (self->person);
}

static void
find_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  diapason_window_show_find (DIAPASON_WINDOW (widget), TRUE);
}

static void
find_dismissed_cb (DiapasonWindow *self)
{
  diapason_window_show_find (self, FALSE);
}

static void
open_article (DiapasonWindow *self, gint64 article)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  if (!g_str_equal (page, "article"))
    self->behind_article = g_intern_string (page);
  diapason_article_view_open (self->article, article);
  gtk_stack_set_visible_child_name (self->stack, "article");
}

static void
article_closed_cb (DiapasonWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->behind_article);
  diapason_window_show_find (self, FALSE);
}

static void
find_hit_activated_cb (DiapasonWindow *self, DiapasonFindHit *hit)
{
  if (hit->group == DIAPASON_FIND_ARTICLE)
    open_article (self, hit->id);
  else if (hit->person != 0)
    {
      diapason_person_view_open (self->person, hit->person,
                                 hit->group == DIAPASON_FIND_CUSTOMER ? 0 : hit->id);
      diapason_worklist_set_current (self->worklist, hit->person);
      gtk_stack_set_visible_child_name (self->stack, "person");
    }
  else
    {
      const char *sentence = hit->anonymous ? _("This answer is anonymous: it is in no history")
                                            : _("No source tells whose words these are");

      adw_toast_overlay_add_toast (self->toasts, diapason_plain_toast_new (sentence));
      return;
    }
  diapason_window_show_find (self, FALSE);
}

/* Sources */

/* The first that waits for somebody to sign in. */
static DiapasonSourceStatus *
find_waiting (DiapasonWindow *self)
{
  GListModel *sources = diapason_desk_get_sources (self->desk);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (sources, i);

      if (diapason_source_status_get_state (status) == DIAPASON_SOURCE_LOGIN)
        return g_steal_pointer (&status);
    }
  return NULL;
}

static void
signed_in_cb (DiapasonWindow *self, const char *notice)
{
  /* A toast would cut it: it says that the login is not kept, and what to do. */
  if (notice != NULL)
    diapason_window_complain (self, notice);
}

static void
open_sign_in (DiapasonWindow *self, const char *source)
{
  g_autoptr (DiapasonSourceStatus) status = diapason_desk_find_source (self->desk, source);
  DiapasonSignInWindow *sign_in;

  if (status == NULL)
    return;
  sign_in =
      diapason_sign_in_window_new (self->desk, source, diapason_source_status_get_label (status));
  gtk_window_set_transient_for (GTK_WINDOW (sign_in), GTK_WINDOW (self));
  g_signal_connect_object (sign_in, "signed-in", G_CALLBACK (signed_in_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (sign_in));
}

static void
show_banner (DiapasonWindow *self)
{
  g_autoptr (DiapasonSourceStatus) status = find_waiting (self);

  gtk_revealer_set_reveal_child (self->banner, status != NULL);
  if (status != NULL)
    {
      g_autofree char *text =
          g_strdup_printf (_("%s waits for you to sign in. What is here stays readable."),
                           diapason_source_status_get_label (status));

      diapason_plain_label_set (self->banner_label, text);
    }
}

static void
banner_clicked_cb (DiapasonWindow *self)
{
  g_autoptr (DiapasonSourceStatus) status = find_waiting (self);

  if (status != NULL)
    open_sign_in (self, diapason_source_status_get_name (status));
}

static void
add_source_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DiapasonWindow *self = DIAPASON_WINDOW (widget);

  diapason_set_up_begin (GTK_WINDOW (self), self->toasts, self->desk);
}

/* The person */

static void
person_toast_cb (DiapasonWindow *self, AdwToast *toast)
{
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (toast));
}

static void
person_title_cb (DiapasonWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *safe = NULL;
  g_autofree char *title = NULL;

  g_object_get (self->person, "title", &name, NULL);
  safe = diapason_plain_line (name);
  title = name != NULL ? g_strdup_printf (_("%s — Diapason"), safe) : g_strdup ("Diapason");
  gtk_window_set_title (GTK_WINDOW (self), title);
  if (name != NULL)
    diapason_window_show_desk (self);
}

/* The worklist */

/* In the middle, and nothing else moves: somebody may go on through the list. */
static void
show_person (DiapasonWindow *self, gint64 person)
{
  diapason_worklist_set_current (self->worklist, person);
  diapason_fold_reveal (self->middle);
  gtk_stack_set_visible_child_name (self->stack, "person");
}

void
diapason_window_choose (DiapasonWindow *self, gint64 person)
{
  diapason_person_view_open (self->person, person, 0);
  show_person (self, person);
}

static void
contact_began_cb (DiapasonWindow *self, gint64 person, gint64 interaction)
{
  if (person == 0 || diapason_is_typing (GTK_ROOT (self)))
    diapason_worklist_mark_contact (self->worklist, interaction);
  else
    diapason_window_choose (self, person);
}

/* Not when somebody was chosen, or is looked for. */
static void
led_cb (DiapasonWindow *self, gint64 person)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "nobody") &&
      !gtk_widget_get_visible (GTK_WIDGET (self->find)))
    {
      diapason_person_view_offer (self->person, person);
      show_person (self, person);
    }
}

static void
watch_work (DiapasonWindow *self)
{
  DiapasonWork *work = diapason_desk_get_work (self->desk);

  g_signal_connect_object (work, "contact-began", G_CALLBACK (contact_began_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (work, "led", G_CALLBACK (led_cb), self, G_CONNECT_SWAPPED);
}

/* My figures */

static void
kpi_opened_cb (DiapasonWindow *self, guint kpi, guint days)
{
  DiapasonKpiRowsWindow *rows = diapason_kpi_rows_window_new (self->desk, (DiapasonKpi) kpi, days);

  gtk_window_set_transient_for (GTK_WINDOW (rows), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (rows));
}

static void
kpis_adviser_cb (DiapasonWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *whole = NULL;

  g_object_get (self->kpis, "adviser", &name, NULL);
  gtk_widget_set_visible (self->me, name != NULL);
  if (name == NULL)
    return;
  whole = g_strdup_printf (_("Signed in as %s"), name);
  gtk_label_set_label (self->my_name, name);
  diapason_tooltip_set (self->me, whole);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->me), GTK_ACCESSIBLE_PROPERTY_LABEL, whole,
                                  -1);
}

/* Regions */

static void
next_region_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  diapason_regions_go (DIAPASON_WINDOW (widget)->regions, 1);
}

static void
previous_region_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  diapason_regions_go (DIAPASON_WINDOW (widget)->regions, -1);
}

static void
remember_form (DiapasonWindow *self)
{
  diapason_window_state_bind ("window-width", self, "default-width");
  diapason_window_state_bind ("window-height", self, "default-height");
  diapason_window_state_bind ("window-maximized", self, "maximized");
  diapason_window_state_bind ("worklist-width", self->work_fold, "side-width");
  diapason_window_state_bind ("figures-width", self->desk_fold, "side-width");
}

/* What is on the desk */

/* Not with the window: it has the most parts of all, none of which is in the first frame. */
static void
make_person (DiapasonWindow *self)
{
  self->person = g_object_new (DIAPASON_TYPE_PERSON_VIEW, NULL);
  g_signal_connect_swapped (self->person, "toast", G_CALLBACK (person_toast_cb), self);
  g_signal_connect_swapped (self->person, "notify::title", G_CALLBACK (person_title_cb), self);
  g_object_bind_property (self->person, "folded", self->details, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->person, "show-details", self->details, "active",
                          G_BINDING_BIDIRECTIONAL);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->person), "person");
  diapason_person_view_set_desk (self->person, self->desk);
}

static void
fill (DiapasonWindow *self)
{
  if (self->is_filled)
    return;
  self->is_filled = TRUE;
  diapason_nobody_view_set_desk (self->nobody, self->desk);
  make_person (self);
  diapason_article_view_set_desk (self->article, self->desk);
  diapason_find_view_set_desk (self->find, self->desk);
  diapason_kpi_column_set_desk (self->kpis, self->desk);
  diapason_footer_set_desk (self->footer, self->desk);
  diapason_presence_set_desk (self->presence, self->desk);
  diapason_worklist_set_desk (self->worklist, self->desk);
  watch_work (self);
  diapason_watch_sources (diapason_desk_get_sources (self->desk), G_CALLBACK (show_banner), self);
}

void
diapason_window_show_desk (DiapasonWindow *self)
{
  g_clear_handle_id (&self->shown_id, g_source_remove);
  fill (self);
  gtk_widget_show (GTK_WIDGET (self->work_fold));
}

/* At once with whoever it is about, if that is known in a moment: else all is laid out twice. */
static gboolean
fill_cb (gpointer user_data)
{
  DiapasonWindow *self = user_data;

  self->shown_id = 0;
  fill (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->work_fold)))
    self->shown_id =
        g_timeout_add_once (MOMENT_MS, (GSourceOnceFunc) diapason_window_show_desk, self);
  return G_SOURCE_REMOVE;
}

/* What was painted is on its way to the display with the next turn, which is before this one's. */
static void
painted_cb (DiapasonWindow *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  if (!self->is_filled)
    self->shown_id = g_idle_add_full (G_PRIORITY_DEFAULT, fill_cb, self, NULL);
}

/* Whoever starts the program sees it at once: first the window, then what is in it. */
static void
diapason_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (diapason_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (painted_cb), widget, G_CONNECT_SWAPPED);
}

/* GObject */

static void
diapason_window_dispose (GObject *object)
{
  DiapasonWindow *self = DIAPASON_WINDOW (object);

  g_clear_weak_pointer (&self->refusal);
  g_clear_handle_id (&self->shown_id, g_source_remove);
  g_clear_pointer (&self->regions, diapason_regions_free);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (diapason_window_parent_class)->dispose (object);
}

static void
diapason_window_init (DiapasonWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->regions = diapason_regions_new (GTK_WINDOW (self),
                                        (GtkWidget *[]){ GTK_WIDGET (self->worklist), self->middle,
                                                         GTK_WIDGET (self->kpis),
                                                         GTK_WIDGET (self->footer), NULL });
  diapason_keys_show (self->find_key, "win.find");
  remember_form (self);
}

static void
diapason_window_class_init (DiapasonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DIAPASON_TYPE_NOBODY_VIEW);
  g_type_ensure (DIAPASON_TYPE_ARTICLE_VIEW);
  g_type_ensure (DIAPASON_TYPE_FIND_VIEW);
  g_type_ensure (DIAPASON_TYPE_FOLD);
  g_type_ensure (DIAPASON_TYPE_FOOTER);
  g_type_ensure (DIAPASON_TYPE_KPI_COLUMN);
  g_type_ensure (DIAPASON_TYPE_PRESENCE);
  g_type_ensure (DIAPASON_TYPE_WORKLIST);
  G_OBJECT_CLASS (klass)->dispose = diapason_window_dispose;
  widget_class->realize = diapason_window_realize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/diapason/Diapason/ui/shell/window.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, nobody);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, article);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, find);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, worklist);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, desk_fold);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, kpis);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, work_fold);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, middle);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, footer);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, me);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, presence);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, my_name);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, complaints);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, find_key);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWindow, details);
  gtk_widget_class_bind_template_callback (widget_class, article_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kpi_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, kpis_adviser_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_sign_in);
  gtk_widget_class_bind_template_callback (widget_class, diapason_window_choose);
  gtk_widget_class_bind_template_callback (widget_class, find_dismissed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_toast_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_title_cb);
  gtk_widget_class_install_action (widget_class, "win.add-source", NULL, add_source_activated);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_activated);
  diapason_help_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.next-region", NULL, next_region_activated);
  gtk_widget_class_install_action (widget_class, "win.previous-region", NULL,
                                   previous_region_activated);
}

DiapasonWindow *
diapason_window_new (GtkApplication *application, DiapasonDesk *desk)
{
  DiapasonWindow *self = g_object_new (DIAPASON_TYPE_WINDOW, "application", application, NULL);

  self->desk = g_object_ref (desk);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-source",
                                 diapason_desk_can_add_source (desk));
  return self;
}
