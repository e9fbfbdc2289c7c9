/* test-network-watch.c: the network that goes and comes, and a machine that slept, told by a
 * monitor and a manager of logins of our own (N12).
 */
#include "await.h"
#include "matrix.h"
#include "network-watch.h"

/* A monitor that says what it is told -----------------------------------------------------------
 */

#define FAKE_TYPE_MONITOR (fake_monitor_get_type ())
G_DECLARE_FINAL_TYPE (FakeMonitor, fake_monitor, FAKE, MONITOR, GObject)

struct _FakeMonitor
{
  GObject parent_instance;
  gboolean is_available;
};

enum
{
  AVAILABLE = 1,
  METERED,
  CONNECTIVITY,
};

static gboolean
fake_monitor_init_now (GInitable *initable, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
fake_monitor_initable (GInitableIface *iface)
{
  iface->init = fake_monitor_init_now;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeMonitor,
                               fake_monitor,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, fake_monitor_initable)
                                   G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, NULL))

static void
fake_monitor_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == AVAILABLE)
    g_value_set_boolean (value, FAKE_MONITOR (object)->is_available);
}

static void
fake_monitor_class_init (FakeMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fake_monitor_get_property;
  g_object_class_override_property (object_class, AVAILABLE, "network-available");
  g_object_class_override_property (object_class, METERED, "network-metered");
  g_object_class_override_property (object_class, CONNECTIVITY, "connectivity");
}

static void
fake_monitor_init (FakeMonitor *self)
{
  self->is_available = TRUE;
}

/* The watch --------------------------------------------------------------------------------------
 */

typedef struct
{
  GTestDBus *bus;
  GDBusConnection *logind;
  FakeMonitor *monitor;
  DiapasonClock *clock;
  DiapasonNetworkWatch *watch;
  guint cut;     /* told so often */
  guint changed; /* told so often that only the ways have */
} Fixture;

static void
changed_cb (gboolean was_cut, gpointer data)
{
  Fixture *fixture = data;

  if (was_cut)
    fixture->cut++;
  else
    fixture->changed++;
}

static void
begin (Fixture *fixture)
{
  fixture->monitor = g_object_new (FAKE_TYPE_MONITOR, NULL);
  fixture->clock = diapason_clock_new_at (0);
  fixture->watch = diapason_network_watch_new (G_NETWORK_MONITOR (fixture->monitor), fixture->clock,
                                               changed_cb, fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/there/is/no/bus", TRUE);
  begin (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  diapason_network_watch_free (fixture->watch);
  await_quiet ();
  g_assert_finalize_object (fixture->monitor);
  g_assert_finalize_object (fixture->clock);
}

static void
change (Fixture *fixture, gboolean is_available)
{
  fixture->monitor->is_available = is_available;
  g_signal_emit_by_name (fixture->monitor, "network-changed", is_available);
}

static void
check_told (Fixture *fixture, guint cut, guint changed)
{
  diapason_clock_advance (fixture->clock, DIAPASON_NETWORK_MOMENTS_MS);
  g_assert_cmpuint (fixture->cut, ==, cut);
  g_assert_cmpuint (fixture->changed, ==, changed);
}

static void
test_back (Fixture *fixture, gconstpointer data)
{
  change (fixture, FALSE);
  check_told (fixture, 0, 0);
  for (guint i = 0; i < 20; i++)
    change (fixture, TRUE);
  check_told (fixture, 1, 0);
  check_told (fixture, 1, 0);
  /* From one network into another. */
  change (fixture, TRUE);
  check_told (fixture, 1, 1);
  /* Back, and gone before it was told. */
  change (fixture, FALSE);
  change (fixture, TRUE);
  change (fixture, FALSE);
  check_told (fixture, 1, 1);
  change (fixture, TRUE);
  check_told (fixture, 2, 1);
  matrix_ran ("N12", 4, "networks that come and go");
}

/* A whole floor is not to ask in the same moment. */
static void
test_spread (Fixture *fixture, gconstpointer data)
{
  GHashTable *moments = g_hash_table_new (NULL, NULL);
  guint told = 0;

  for (guint i = 0; i < 100; i++)
    {
      guint waited = 0;

      change (fixture, TRUE);
      for (told++; fixture->changed < told; waited++)
        diapason_clock_advance (fixture->clock, 1);
      g_assert_cmpuint (waited, <=, DIAPASON_NETWORK_MOMENTS_MS);
      g_hash_table_add (moments, GUINT_TO_POINTER (waited));
    }
  g_assert_cmpuint (g_hash_table_size (moments), >, 50);
  g_hash_table_unref (moments);
}

static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  change (fixture, TRUE);
  diapason_network_watch_free (fixture->watch);
  g_signal_emit_by_name (fixture->monitor, "network-changed", TRUE);
  check_told (fixture, 0, 0);
  fixture->watch = diapason_network_watch_new (G_NETWORK_MONITOR (fixture->monitor), fixture->clock,
                                               changed_cb, fixture);
}

/* Sleep ------------------------------------------------------------------------------------------
 */

static void
name_got_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
set_up_bus (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean is_there = FALSE;

  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (fixture->bus), TRUE);
  fixture->logind =
      g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->bus),
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (fixture->logind, "org.freedesktop.login1",
                                G_BUS_NAME_OWNER_FLAGS_NONE, name_got_cb, NULL, &is_there, NULL);
  while (!is_there)
    g_main_context_iteration (NULL, TRUE);
  begin (fixture);
}

static void
tear_down_bus (Fixture *fixture, gconstpointer data)
{
  tear_down (fixture, NULL);
  g_object_unref (fixture->logind);
  g_test_dbus_down (fixture->bus);
  g_object_unref (fixture->bus);
}

static void
say (Fixture *fixture, const char *interface, GVariant *what)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (fixture->logind, NULL, "/org/freedesktop/login1", interface,
                                 "PrepareForSleep", what, &error);
  g_assert_no_error (error);
  g_dbus_connection_flush_sync (fixture->logind, NULL, NULL);
}

#define MANAGER "org.freedesktop.login1.Manager"

/* What came before it over the bus has come when it has: it is said again until then, as nobody
 * knows when the watch has its place on the bus. */
static void
await_woken (Fixture *fixture)
{
  while (fixture->cut == 0)
    {
      say (fixture, MANAGER, g_variant_new ("(b)", FALSE));
      for (guint i = 0; i < 10 && fixture->cut == 0; i++)
        {
          g_main_context_iteration (NULL, FALSE);
          diapason_clock_advance (fixture->clock, DIAPASON_NETWORK_MOMENTS_MS);
          g_usleep (1000);
        }
    }
}

static void
test_asleep (Fixture *fixture, gconstpointer data)
{
  await_woken (fixture);
  /* Asleep for eight hours: the time of day is another, the timers know nothing of it. */
  say (fixture, MANAGER, g_variant_new ("(b)", TRUE));
  say (fixture, "org.example.Other", g_variant_new ("(b)", FALSE));
  say (fixture, MANAGER, g_variant_new ("(s)", "nonsense"));
  guint before = fixture->cut;
  diapason_clock_set (fixture->clock, diapason_clock_now (fixture->clock) + 8 * 3600 * 1000);
  say (fixture, MANAGER, g_variant_new ("(b)", FALSE));
  while (fixture->cut == before)
    {
      g_main_context_iteration (NULL, FALSE);
      diapason_clock_advance (fixture->clock, DIAPASON_NETWORK_MOMENTS_MS);
    }
  g_assert_cmpuint (fixture->changed, ==, 0);
  matrix_ran ("N12", 1, "sleeps told by the system's bus");
}

/* The bus dies, and nobody with it. */
static void
test_bus_dies (Fixture *fixture, gconstpointer data)
{
  await_woken (fixture);
  guint before = fixture->cut;
  g_dbus_connection_close_sync (fixture->logind, NULL, NULL);
  g_test_dbus_stop (fixture->bus);
  for (guint i = 0; i < 100; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  change (fixture, FALSE);
  change (fixture, TRUE);
  diapason_clock_advance (fixture->clock, DIAPASON_NETWORK_MOMENTS_MS);
  g_assert_cmpuint (fixture->cut, >, before);
}

#define ADD(path, data, up, func, down)                                                            \
  g_test_add ("/net/network-watch/" path, Fixture, data, up, func, down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("back", NULL, set_up, test_back, tear_down);
  ADD ("spread", NULL, set_up, test_spread, tear_down);
  ADD ("let-go", NULL, set_up, test_let_go, tear_down);
  ADD ("asleep", NULL, set_up_bus, test_asleep, tear_down_bus);
  ADD ("bus-dies", NULL, set_up_bus, test_bus_dies, tear_down_bus);
  return g_test_run ();
}
