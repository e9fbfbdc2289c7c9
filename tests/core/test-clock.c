/* Timers in their order, on a clock that stands and on the machine's. */
#include "clock.h"
#include "matrix.h"

typedef struct
{
  DiapasonClock *clock;
  GString *log; /* what ran */
  guint freed;
  guint to_cancel;
  GMainLoop *loop;
} Fixture;

typedef struct
{
  Fixture *fixture;
  char name;
} Timer;

static void
timer_free (gpointer data)
{
  ((Timer *) data)->fixture->freed++;
  g_free (data);
}

static guint
after (Fixture *fixture, gint64 delay_ms, char name, GSourceOnceFunc callback)
{
  Timer *timer = g_new (Timer, 1);
  *timer = (Timer){ fixture, name };
  return diapason_clock_after (fixture->clock, delay_ms, callback, timer, timer_free);
}

static void
log_it (gpointer data)
{
  Timer *timer = data;
  g_string_append_printf (timer->fixture->log, "%c%d ", timer->name,
                          (int) diapason_clock_now (timer->fixture->clock));
}

static void
log_and_ask_again (gpointer data)
{
  log_it (data);
  after (((Timer *) data)->fixture, 10, 'z', log_it);
}

static void
cancel_another (gpointer data)
{
  Fixture *fixture = ((Timer *) data)->fixture;
  diapason_clock_cancel (fixture->clock, fixture->to_cancel);
}

static void
advance_further (gpointer data)
{
  diapason_clock_advance (((Timer *) data)->fixture->clock, 100);
}

static void
let_go (gpointer data)
{
  g_clear_object (&((Timer *) data)->fixture->clock);
}

static void
quit (gpointer data)
{
  g_main_loop_quit (((Timer *) data)->fixture->loop);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = data != NULL ? diapason_clock_new () : diapason_clock_new_at (1000);
  fixture->log = g_string_new (NULL);
  fixture->loop = g_main_loop_new (NULL, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->clock != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->clock));
  g_string_free (fixture->log, TRUE);
  g_main_loop_unref (fixture->loop);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  after (fixture, 30, 'c', log_it);
  after (fixture, 10, 'a', log_it);
  after (fixture, 10, 'b', log_it);
  after (fixture, 31, 'd', log_it);
  after (fixture, -5, '0', log_it);
  diapason_clock_advance (fixture->clock, 30);
  g_assert_cmpstr (fixture->log->str, ==, "01000 a1010 b1010 c1030 ");
  g_assert_cmpint (diapason_clock_now (fixture->clock), ==, 1030);
  g_assert_cmpuint (fixture->freed, ==, 4);
  diapason_clock_advance (fixture->clock, 1);
  g_assert_cmpuint (fixture->freed, ==, 5);
}

/* What a callback asks for runs too when it is due in the same advance. */
static void
test_asked_while_running (Fixture *fixture, gconstpointer data)
{
  after (fixture, 10, 'a', log_and_ask_again);
  after (fixture, 25, 'b', log_and_ask_again);
  diapason_clock_advance (fixture->clock, 30);
  g_assert_cmpstr (fixture->log->str, ==, "a1010 z1020 b1025 ");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  guint first = after (fixture, 10, 'a', log_it);
  after (fixture, 20, 'x', cancel_another);
  fixture->to_cancel = after (fixture, 20, 'b', log_it);
  g_assert_cmpuint (first, !=, 0);
  g_assert_cmpuint (first, !=, fixture->to_cancel);

  diapason_clock_cancel (fixture->clock, first);
  g_assert_cmpuint (fixture->freed, ==, 1);
  diapason_clock_cancel (fixture->clock, first);
  diapason_clock_advance (fixture->clock, 50);
  g_assert_cmpstr (fixture->log->str, ==, "");
  g_assert_cmpuint (fixture->freed, ==, 3);
}

static void
test_advanced_from_within (Fixture *fixture, gconstpointer data)
{
  after (fixture, 5, 'x', advance_further);
  after (fixture, 50, 'a', log_it);
  diapason_clock_advance (fixture->clock, 10);
  g_assert_cmpstr (fixture->log->str, ==, "a1050 ");
  g_assert_cmpint (diapason_clock_now (fixture->clock), ==, 1105);
}

static void
test_let_go_while_running (Fixture *fixture, gconstpointer data)
{
  after (fixture, 1, 'x', let_go);
  after (fixture, 99, 'a', log_it);
  diapason_clock_advance (fixture->clock, 5);
  g_assert_null (fixture->clock);
  g_assert_cmpuint (fixture->freed, ==, 2);
}

/* Setting the time of day moves no timer, and what was long ago stays as long ago. */
static void
test_set (Fixture *fixture, gconstpointer data)
{
  static const gint64 times[] = { 0, G_GINT64_CONSTANT (86400000) * 3652, -77, 500 };
  gint64 steady = diapason_clock_steady (fixture->clock);

  after (fixture, 30, 'a', log_it);
  after (fixture, 31, 'b', log_it);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      diapason_clock_set (fixture->clock, times[i]);
      diapason_clock_advance (fixture->clock, 5);
      g_assert_cmpint (diapason_clock_now (fixture->clock), ==, times[i] + 5);
    }
  g_assert_cmpstr (fixture->log->str, ==, "");
  diapason_clock_advance (fixture->clock, 10);
  g_assert_cmpstr (fixture->log->str, ==, "a515 ");
  g_assert_cmpint (diapason_clock_steady (fixture->clock) - steady, ==, 30);
  matrix_ran ("N12", G_N_ELEMENTS (times), "settings of the clock beside timers");
}

static void
test_machine (Fixture *fixture, gconstpointer data)
{
  gint64 before = g_get_real_time () / 1000;
  g_assert_cmpint (diapason_clock_now (fixture->clock), >=, before);
  g_assert_cmpint (diapason_clock_steady (fixture->clock), <=, g_get_monotonic_time () / 1000);

  after (fixture, G_MAXINT64, 'n', log_it);
  after (fixture, 5, 'q', quit);
  fixture->to_cancel = after (fixture, 2, 'b', log_it);
  after (fixture, 1, 'x', cancel_another);
  g_main_loop_run (fixture->loop);
  g_assert_cmpstr (fixture->log->str, ==, "");
  g_assert_cmpuint (fixture->freed, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, func) g_test_add ("/clock/" name, Fixture, data, set_up, func, tear_down)
  ADD ("order", NULL, test_order);
  ADD ("asked-while-running", NULL, test_asked_while_running);
  ADD ("cancel", NULL, test_cancel);
  ADD ("advanced-from-within", NULL, test_advanced_from_within);
  ADD ("let-go-while-running", NULL, test_let_go_while_running);
  ADD ("set", NULL, test_set);
  ADD ("machine", "machine", test_machine);
#undef ADD
  return g_test_run ();
}
