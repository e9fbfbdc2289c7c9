/* window-probe.c: preloaded into a program, tells on a descriptor when its first window was
 * painted, when it is filled, and what it then keeps of memory, and ends it: the program itself
 * knows nothing of it.
 *
 * DIAPASON_PROBE: the descriptor. DIAPASON_PROBE_FILLED: names of widget types, separated by
 * blanks: the window is filled when of each there is one to be seen that says something; none: as
 * soon as it is painted. DIAPASON_PROBE_SECONDS: how long it stands then before memory is read; 0:
 * it is not. A line "frame MONOTONIC_MS CPU_MS", then "filled" likewise, then "memory RSS_KB
 * PRIVATE_DIRTY_KB". Thread: main.
 */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define LONGEST_SECONDS 300

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

/* What is in it */

static gboolean
is_text (GtkWidget *widget)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget))
                     : GTK_IS_INSCRIPTION (widget)
                         ? gtk_inscription_get_text (GTK_INSCRIPTION (widget))
                         : NULL;

  return text != NULL && *text != '\0';
}

/* Whether below @root, and to be seen, there is one of the type called @type that says something;
 * NULL: of any type. */
static gboolean
says (GtkWidget *root, const char *type)
{
  gboolean is_it = type == NULL || g_str_equal (G_OBJECT_TYPE_NAME (root), type);

  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (is_it && is_text (root))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, is_it ? NULL : type))
      return TRUE;
  return FALSE;
}

static gboolean
is_filled (GtkWidget *window)
{
  const char *names = g_getenv ("DIAPASON_PROBE_FILLED");
  g_auto (GStrv) types = g_strsplit (names != NULL ? names : "", " ", -1);

  for (guint i = 0; types[i] != NULL; i++)
    if (*types[i] != '\0' && !says (window, types[i]))
      return FALSE;
  return TRUE;
}

/* Moments */

static void
end (void)
{
  const char *seconds = g_getenv ("DIAPASON_PROBE_SECONDS");
  guint stands = seconds != NULL ? (guint) atoi (seconds) : 0;

  if (stands == 0)
    _exit (EXIT_SUCCESS);
  g_timeout_add_seconds (stands, settled_cb, NULL);
}

/* The moment before it is looked at what was painted. */
static void
after_paint_cb (GdkFrameClock *clock, GtkWidget *window)
{
  static gboolean is_painted;
  double now = milliseconds (CLOCK_MONOTONIC);
  double processor = milliseconds (CLOCK_PROCESS_CPUTIME_ID);

  if (!is_painted)
    dprintf (descriptor (), "frame %.3f %.3f\n", now, processor);
  is_painted = TRUE;
  if (!is_filled (window))
    return;
  dprintf (descriptor (), "filled %.3f %.3f\n", now, processor);
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, window);
  end ();
}

/* It never is: nothing more is told. */
static gboolean
given_up_cb (gpointer data)
{
  _exit (EXIT_FAILURE);
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    window);
  g_timeout_add_seconds (LONGEST_SECONDS, given_up_cb, NULL);
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
