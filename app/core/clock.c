/* clock.c: one queue of timers, run by a main loop source or by a test that moves the clock.
 *
 * Both clocks keep their timers in one list in order of due time. The machine's clock has one
 * GSource on the default main context, ready at the first timer's due time; a clock made by
 * diapason_clock_new_at() has none and runs what is due when it is advanced. Thread: timers on the
 * main thread, reading anywhere.
 */
#include "clock.h"

typedef struct
{
  guint id;
  gint64 due; /* microseconds, monotonic (the machine's) or steady (a test's) */
  GSourceOnceFunc callback;
  gpointer data;
  GDestroyNotify destroy; /* (nullable) */
} Timer;

struct _DiapasonClock
{
  GObject parent_instance;

  gboolean is_test;
  GMutex lock;     /* for the next two alone */
  gint64 now_ms;   /* of a test's clock */
  gint64 shift_ms; /* what it was set by */

  GList *timers; /* (owned) of Timer, first due first */
  guint last_id;
  GSource *source; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (DiapasonClock, diapason_clock, G_TYPE_OBJECT)

static void
timer_free (gpointer data)
{
  Timer *timer = data;
  if (timer->destroy != NULL)
    timer->destroy (timer->data);
  g_free (timer);
}

static int
compare_timers (gconstpointer a, gconstpointer b)
{
  const Timer *x = a;
  const Timer *y = b;
  /* Equal ones stay in the order they were asked for. */
  return x->due < y->due ? -1 : 1;
}

static gint64
ticks (DiapasonClock *self)
{
  if (!self->is_test)
    return g_get_monotonic_time ();
  g_mutex_lock (&self->lock);
  gint64 steady_ms = self->now_ms - self->shift_ms;
  g_mutex_unlock (&self->lock);
  return steady_ms * 1000;
}

static void
arm (DiapasonClock *self)
{
  if (self->source != NULL)
    g_source_set_ready_time (self->source,
                             self->timers != NULL ? ((Timer *) self->timers->data)->due : -1);
}

static Timer *
take_first_due (DiapasonClock *self, gint64 until)
{
  GList *first = self->timers;
  if (first == NULL || ((Timer *) first->data)->due > until)
    return NULL;
  Timer *timer = first->data;
  self->timers = g_list_delete_link (self->timers, first);
  return timer;
}

static void
set_now (DiapasonClock *self, gint64 now_ms)
{
  g_mutex_lock (&self->lock);
  self->now_ms = now_ms;
  g_mutex_unlock (&self->lock);
}

/* A callback may ask for timers, cancel others, and let go of the clock. */
static void
run_due (DiapasonClock *self, gint64 until)
{
  g_autoptr (DiapasonClock) keep G_GNUC_UNUSED = g_object_ref (self);
  Timer *timer;

  while ((timer = take_first_due (self, until)) != NULL)
    {
      if (self->is_test && timer->due > ticks (self))
        set_now (self, timer->due / 1000 + self->shift_ms);
      timer->callback (timer->data);
      timer_free (timer);
    }
  arm (self);
}

static gboolean
source_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  run_due (data, g_get_monotonic_time ());
  return G_SOURCE_CONTINUE;
}

static GSourceFuncs source_funcs = { .dispatch = source_dispatch };

static gboolean
never_called (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
diapason_clock_finalize (GObject *object)
{
  DiapasonClock *self = DIAPASON_CLOCK (object);

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_clear_list (&self->timers, timer_free);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (diapason_clock_parent_class)->finalize (object);
}

static void
diapason_clock_class_init (DiapasonClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = diapason_clock_finalize;
}

static void
diapason_clock_init (DiapasonClock *self)
{
  g_mutex_init (&self->lock);
}

DiapasonClock *
diapason_clock_new (void)
{
  DiapasonClock *self = g_object_new (DIAPASON_TYPE_CLOCK, NULL);
  self->source = g_source_new (&source_funcs, sizeof (GSource));
  g_source_set_callback (self->source, never_called, self, NULL);
  g_source_set_static_name (self->source, "DiapasonClock");
  g_source_attach (self->source, NULL);
  return self;
}

DiapasonClock *
diapason_clock_new_at (gint64 now_ms)
{
  DiapasonClock *self = g_object_new (DIAPASON_TYPE_CLOCK, NULL);
  self->is_test = TRUE;
  self->now_ms = now_ms;
  return self;
}

gint64
diapason_clock_now (DiapasonClock *self)
{
  g_return_val_if_fail (DIAPASON_IS_CLOCK (self), 0);

  if (!self->is_test)
    return g_get_real_time () / 1000;
  g_mutex_lock (&self->lock);
  gint64 now_ms = self->now_ms;
  g_mutex_unlock (&self->lock);
  return now_ms;
}

gint64
diapason_clock_steady (DiapasonClock *self)
{
  g_return_val_if_fail (DIAPASON_IS_CLOCK (self), 0);

  return ticks (self) / 1000;
}

void
diapason_clock_set (DiapasonClock *self, gint64 now_ms)
{
  g_return_if_fail (DIAPASON_IS_CLOCK (self) && self->is_test);

  g_mutex_lock (&self->lock);
  self->shift_ms += now_ms - self->now_ms;
  self->now_ms = now_ms;
  g_mutex_unlock (&self->lock);
}

void
diapason_clock_advance (DiapasonClock *self, gint64 delta_ms)
{
  g_return_if_fail (DIAPASON_IS_CLOCK (self) && self->is_test && delta_ms >= 0);

  gint64 until_ms = diapason_clock_now (self) + delta_ms;
  g_autoptr (DiapasonClock) keep G_GNUC_UNUSED = g_object_ref (self);
  run_due (self, (until_ms - self->shift_ms) * 1000);
  /* A callback may itself have moved the clock further. */
  set_now (self, MAX (until_ms, diapason_clock_now (self)));
}

guint
diapason_clock_after (DiapasonClock *self,
                      gint64 delay_ms,
                      GSourceOnceFunc callback,
                      gpointer data,
                      GDestroyNotify destroy)
{
  g_return_val_if_fail (DIAPASON_IS_CLOCK (self) && callback != NULL, 0);

  Timer *timer = g_new (Timer, 1);
  self->last_id = self->last_id == G_MAXUINT ? 1 : self->last_id + 1;
  *timer = (Timer){ .id = self->last_id, .callback = callback, .data = data, .destroy = destroy };
  timer->due = ticks (self) + CLAMP (delay_ms, 0, G_MAXINT64 / 4000) * 1000;
  self->timers = g_list_insert_sorted (self->timers, timer, compare_timers);
  arm (self);
  return timer->id;
}

void
diapason_clock_cancel (DiapasonClock *self, guint id)
{
  g_return_if_fail (DIAPASON_IS_CLOCK (self));

  for (GList *link = self->timers; link != NULL; link = link->next)
    {
      Timer *timer = link->data;
      if (timer->id != id)
        continue;
      self->timers = g_list_delete_link (self->timers, link);
      arm (self);
      timer_free (timer);
      return;
    }
}
