/* window-asked.c: what is asked of the window from outside: to show somebody, to find, to say
 * something. See window.h. */
#include <glib/gi18n.h>

#include "complaint.h"
#include "plain-text.h"
#include "set-up-place.h"
#include "typing.h"
#include "window-private.h"

static void
offer_taken_cb (DiapasonWindow *self)
{
  diapason_window_choose (self, self->offered);
  diapason_window_show_find (self, FALSE);
}

/* The last one who is asked for is the one offered. */
static void
offer_person (DiapasonWindow *self, gint64 person)
{
  AdwToast *toast = diapason_plain_toast_new (_("A customer is asked for from outside"));

  self->offered = person;
  adw_toast_set_button_label (toast, _("Show"));
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (offer_taken_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
diapason_window_open_person (DiapasonWindow *self, gint64 person)
{
  gboolean is_finding = gtk_widget_get_visible (GTK_WIDGET (self->find));

  diapason_window_show_desk (self);
  diapason_set_up_end (self->toasts);
  if (!is_finding && diapason_is_typing (GTK_ROOT (self)))
    {
      offer_person (self, person);
      return;
    }
  diapason_window_choose (self, person);
  if (is_finding && diapason_find_view_has_words (self->find))
    diapason_window_tell (self, _("The customer who is asked for is open behind. "
                                  "Escape leads there."));
  else
    diapason_window_show_find (self, FALSE);
}

void
diapason_window_tell (DiapasonWindow *self, const char *sentence)
{
  adw_toast_overlay_add_toast (self->toasts, diapason_plain_toast_new (sentence));
}

void
diapason_window_complain (DiapasonWindow *self, const char *sentence)
{
  gtk_box_append (self->complaints, diapason_complaint_new (sentence));
}

void
diapason_window_refuse (DiapasonWindow *self, const char *sentence)
{
  /* A line of its own each: the last one may be about to be dismissed, or held by whoever reads the
   * screen. */
  if (self->refusal != NULL && gtk_widget_get_parent (self->refusal) != NULL)
    gtk_box_remove (self->complaints, self->refusal);
  g_set_weak_pointer (&self->refusal, diapason_complaint_new (sentence));
  gtk_box_append (self->complaints, self->refusal);
}

void
diapason_window_find (DiapasonWindow *self, const char *words)
{
  diapason_window_show_find (self, TRUE);
  diapason_find_view_search (self->find, words);
}

void
diapason_window_open_found (DiapasonWindow *self)
{
  diapason_window_show_desk (self);
  diapason_find_view_activate (self->find);
  diapason_window_show_find (self, FALSE);
}
