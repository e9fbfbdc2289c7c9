/* key-window.c: see key-window.h. */
#include "key-window.h"

#include <glib/gi18n.h>

#include "plain-text.h"

struct _DiapasonKeyWindow
{
  AdwWindow parent_instance;

  DiapasonKeys *keys; /* (owned) */
  guint index;

  GtkLabel *heading;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (DiapasonKeyWindow, diapason_key_window, ADW_TYPE_WINDOW)

static void
take (DiapasonKeyWindow *self, guint keyval, GdkModifierType state)
{
  g_autoptr (GError) error = NULL;

  if (diapason_keys_set (self->keys, self->index, keyval, state, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  diapason_plain_label_set_block (self->sentence, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), TRUE);
}

/* Tab still goes to the buttons, and what has the focus is still pressed. */
static gboolean
is_for_window (guint keyval, GdkModifierType state)
{
  return state == 0 && (keyval == GDK_KEY_space || keyval == GDK_KEY_Return ||
                        keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_Tab);
}

static gboolean
key_pressed_cb (DiapasonKeyWindow *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GdkModifierType consumed =
      event != NULL ? gdk_key_event_get_consumed_modifiers (event) : (GdkModifierType) 0;

  if (!diapason_key_from_press (&keyval, &state, consumed))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape && state == 0)
    gtk_window_close (GTK_WINDOW (self));
  else if (is_for_window (keyval, state) || (keyval == GDK_KEY_Tab && state == GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  else
    take (self, keyval, state);
  return GDK_EVENT_STOP;
}

static void
diapason_key_window_dispose (GObject *object)
{
  DiapasonKeyWindow *self = DIAPASON_KEY_WINDOW (object);

  g_clear_object (&self->keys);
  G_OBJECT_CLASS (diapason_key_window_parent_class)->dispose (object);
}

static void
diapason_key_window_init (DiapasonKeyWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Before anything in here hears it. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
diapason_key_window_class_init (DiapasonKeyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_key_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/preferences/key-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonKeyWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKeyWindow, sentence);
}

DiapasonKeyWindow *
diapason_key_window_new (DiapasonKeys *keys, guint index)
{
  DiapasonKeyWindow *self = g_object_new (DIAPASON_TYPE_KEY_WINDOW, NULL);
  guint n;
  const DiapasonKey *table = diapason_key_table (&n);
  /* Translators: what the key does: "Find anyone or anything". */
  g_autofree char *heading =
      g_strdup_printf (_("Press the new key for “%s”"), _ (table[index].title));

  self->keys = g_object_ref (keys);
  self->index = index;
  diapason_plain_label_set (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  return self;
}
