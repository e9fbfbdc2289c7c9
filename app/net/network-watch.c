/* network-watch.c: see network-watch.h. */
#include "network-watch.h"

#define LEAST_MS 500 /* changes come in heaps */

#define LOGIND_NAME      "org.freedesktop.login1"
#define LOGIND_PATH      "/org/freedesktop/login1"
#define LOGIND_INTERFACE "org.freedesktop.login1.Manager"

struct _DiapasonNetworkWatch
{
  GNetworkMonitor *monitor; /* (owned) */
  DiapasonClock *clock;     /* (owned) */
  DiapasonNetworkFunc changed;
  gpointer data;

  GDBusConnection *bus;      /* (owned) (nullable) the system's, once it is there */
  GCancellable *cancellable; /* (owned) of the call that gets it */
  guint subscription;        /* 0: none */
  guint timer;               /* until it is told; 0: none */
  gboolean was_cut;          /* since it was last told */
};

static void
tell_cb (gpointer data)
{
  DiapasonNetworkWatch *self = data;
  gboolean was_cut = self->was_cut;

  self->timer = 0;
  /* It may be gone again; then its return is told. */
  if (!g_network_monitor_get_network_available (self->monitor))
    return;
  self->was_cut = FALSE;
  self->changed (was_cut, self->data);
}

static void
tell_soon (DiapasonNetworkWatch *self)
{
  gint64 delay = g_random_int_range (LEAST_MS, DIAPASON_NETWORK_MOMENTS_MS);

  if (self->timer == 0)
    self->timer = diapason_clock_after (self->clock, delay, tell_cb, self, NULL);
}

static void
network_changed_cb (DiapasonNetworkWatch *self, gboolean is_available)
{
  if (is_available)
    tell_soon (self);
  else
    self->was_cut = TRUE;
}

/* "PrepareForSleep (b)": TRUE before it sleeps, FALSE when it woke up. */
static void
sleep_cb (GDBusConnection *bus,
          const char *sender,
          const char *path,
          const char *interface,
          const char *signal,
          GVariant *parameters,
          gpointer data)
{
  DiapasonNetworkWatch *self = data;
  gboolean begins = TRUE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &begins);
  if (begins)
    return;
  self->was_cut = TRUE;
  tell_soon (self);
}

static void
bus_got_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DiapasonNetworkWatch *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  /* Freed, or there is no such bus here: then nobody tells of sleep. */
  if (bus == NULL)
    return;
  /* GLib would end the program with the bus. */
  g_dbus_connection_set_exit_on_close (bus, FALSE);
  self->bus = g_steal_pointer (&bus);
  self->subscription =
      g_dbus_connection_signal_subscribe (self->bus, LOGIND_NAME, LOGIND_INTERFACE,
                                          "PrepareForSleep", LOGIND_PATH, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, sleep_cb, self, NULL);
}

DiapasonNetworkWatch *
diapason_network_watch_new (GNetworkMonitor *monitor,
                            DiapasonClock *clock,
                            DiapasonNetworkFunc changed,
                            gpointer data)
{
  DiapasonNetworkWatch *self = g_new0 (DiapasonNetworkWatch, 1);

  self->monitor = g_object_ref (monitor);
  self->clock = g_object_ref (clock);
  self->changed = changed;
  self->data = data;
  self->was_cut = !g_network_monitor_get_network_available (monitor);
  self->cancellable = g_cancellable_new ();
  g_signal_connect_swapped (monitor, "network-changed", G_CALLBACK (network_changed_cb), self);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, bus_got_cb, self);
  return self;
}

void
diapason_network_watch_free (DiapasonNetworkWatch *self)
{
  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  if (self->timer != 0)
    diapason_clock_cancel (self->clock, self->timer);
  g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->bus);
  g_object_unref (self->cancellable);
  g_object_unref (self->clock);
  g_object_unref (self->monitor);
  g_free (self);
}
