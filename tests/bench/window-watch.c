/* window-watch.c: see the header. */
#include "window-watch.h"

#include "window-span.h"

static struct
{
  GPollFunc poll;
  WindowSpan polled;    /* when the last poll ended */
  WindowSpan began;     /* the frame */
  WindowSeen *into;     /* (weak) (nullable) */
  GdkFrameClock *clock; /* (owned) (nullable) */
  guint n_frames;
} watch;

WindowSeen *
window_seen_new (void)
{
  WindowSeen *seen = g_new0 (WindowSeen, 1);

  seen->iterations = window_spans_new ();
  seen->frames = window_spans_new ();
  return seen;
}

void
window_seen_free (WindowSeen *seen)
{
  g_array_unref (seen->iterations);
  g_array_unref (seen->frames);
  g_free (seen);
}

static gint
timed_poll (GPollFD *descriptors, guint n_descriptors, gint timeout)
{
  gint ready;

  if (watch.into != NULL)
    window_span_end (&watch.polled, watch.into->iterations);
  ready = watch.poll (descriptors, n_descriptors, timeout);
  watch.polled = window_span_begin ();
  return ready;
}

static void
before_paint_cb (void)
{
  watch.began = window_span_begin ();
}

static void
after_paint_cb (void)
{
  watch.n_frames++;
  if (watch.into != NULL)
    window_span_end (&watch.began, watch.into->frames);
}

void
window_watch_start (void)
{
  watch.poll = g_main_context_get_poll_func (NULL);
  watch.polled = window_span_begin ();
  g_main_context_set_poll_func (NULL, timed_poll);
}

void
window_watch_frames (GtkWidget *widget)
{
  if (watch.clock != NULL)
    g_signal_handlers_disconnect_by_data (watch.clock, &watch);
  g_set_object (&watch.clock, gtk_widget_get_frame_clock (widget));
  g_signal_connect (watch.clock, "before-paint", G_CALLBACK (before_paint_cb), &watch);
  g_signal_connect (watch.clock, "after-paint", G_CALLBACK (after_paint_cb), &watch);
}

void
window_watch_into (WindowSeen *seen)
{
  /* The iteration under way began before. */
  watch.polled = window_span_begin ();
  watch.into = seen;
}

guint
window_watch_count_frames (void)
{
  return watch.n_frames;
}
