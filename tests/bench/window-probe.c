/* window-probe.c: preloaded into a program, tells on a descriptor when its first window was painted
 * and what it then keeps of memory, and ends it: the program itself knows nothing of it.
 *
 * DIAPASON_PROBE: the descriptor. DIAPASON_PROBE_SECONDS: how long the window stands before memory
 * is read; 0: it is not. A line "frame MONOTONIC_MS CPU_MS", then "memory RSS_KB PRIVATE_DIRTY_KB".
 * Thread: main.
 */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

void gtk_window_present (GtkWindow *window);

static double
milliseconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
descriptor (void)
{
  return atoi (g_getenv ("DIAPASON_PROBE"));
}

static long
kilobytes (const char *smaps, const char *name)
{
  const char *line = strstr (smaps, name);

  return line != NULL ? atol (line + strlen (name)) : 0;
}

static gboolean
settled_cb (gpointer data)
{
  g_autofree char *smaps = NULL;

  if (g_file_get_contents ("/proc/self/smaps_rollup", &smaps, NULL, NULL))
    dprintf (descriptor (), "memory %ld %ld\n", kilobytes (smaps, "\nRss:"),
             kilobytes (smaps, "\nPrivate_Dirty:"));
  _exit (EXIT_SUCCESS);
}

static void
after_paint_cb (GdkFrameClock *clock)
{
  const char *seconds = g_getenv ("DIAPASON_PROBE_SECONDS");
  guint stands = seconds != NULL ? (guint) atoi (seconds) : 0;

  dprintf (descriptor (), "frame %.3f %.3f\n", milliseconds (CLOCK_MONOTONIC),
           milliseconds (CLOCK_PROCESS_CPUTIME_ID));
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, NULL);
  if (stands == 0)
    _exit (EXIT_SUCCESS);
  g_timeout_add_seconds (stands, settled_cb, NULL);
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    NULL);
}

/* In the place of GTK's own, which it calls. */
void
gtk_window_present (GtkWindow *window)
{
  static gboolean is_watched;
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  if (!is_watched)
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
  is_watched = TRUE;
  present (window);
}
