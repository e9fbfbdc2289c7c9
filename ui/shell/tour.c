/* tour.c: see tour.h. */
#include "tour.h"

#define STEP_SECONDS 4

/* What an adviser of the demo's company would look for: a colleague's word, a place, a way of
 * writing a number. A step that finds nothing shows that, too. */
static const char *const searches[] = { "remboursement", "mar",    "Lyon",   "rossi",
                                        "06 39 98",      "Milano", "refund", "promis" };

typedef struct
{
  DiapasonWindow *window; /* (weak) */
  guint step;             /* two a search: type it, open what was found */
  guint timeout_id;
} Tour;

static void
window_gone_cb (gpointer data, GObject *window)
{
  Tour *tour = data;

  g_source_remove (tour->timeout_id);
  g_free (tour);
}

static gboolean
step_cb (gpointer data)
{
  Tour *tour = data;
  const char *words = searches[tour->step / 2 % G_N_ELEMENTS (searches)];

  if (tour->step % 2 == 0)
    diapason_window_find (tour->window, words);
  else
    diapason_window_open_found (tour->window);
  tour->step++;
  return G_SOURCE_CONTINUE;
}

void
diapason_tour_start (DiapasonWindow *window)
{
  Tour *tour = g_new0 (Tour, 1);

  tour->window = window;
  tour->timeout_id = g_timeout_add_seconds (STEP_SECONDS, step_cb, tour);
  g_object_weak_ref (G_OBJECT (window), window_gone_cb, tour);
}
