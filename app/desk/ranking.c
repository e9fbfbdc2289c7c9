/* ranking.c: a vector in the order of ids, and of it the first few by points when they are asked
 * for. */
#include "ranking.h"

typedef struct
{
  gint64 verbatim;
  gint64 at;
  gint32 points;
  guint32 changes_at; /* seconds UTC; 0: not by itself */
} Entry;

G_STATIC_ASSERT (sizeof (Entry) == 24);

struct _DiapasonRanking
{
  GArray *entries; /* (owned) of Entry, ids ascending */
};

DiapasonRanking *
diapason_ranking_new (void)
{
  DiapasonRanking *self = g_atomic_rc_box_new0 (DiapasonRanking);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return self;
}

DiapasonRanking *
diapason_ranking_ref (DiapasonRanking *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
ranking_free (gpointer data)
{
  g_array_unref (((DiapasonRanking *) data)->entries);
}

void
diapason_ranking_unref (DiapasonRanking *self)
{
  g_atomic_rc_box_release_full (self, ranking_free);
}

static const Entry *
entry_at (DiapasonRanking *self, guint i)
{
  return &g_array_index (self->entries, Entry, i);
}

/* Where @verbatim is, or would be. */
static guint
find (DiapasonRanking *self, gint64 verbatim, gboolean *out_is_there)
{
  guint low = 0, high = self->entries->len;

  if (high > 0 && entry_at (self, high - 1)->verbatim < verbatim)
    low = high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (entry_at (self, middle)->verbatim < verbatim)
        low = middle + 1;
      else
        high = middle;
    }
  *out_is_there = low < self->entries->len && entry_at (self, low)->verbatim == verbatim;
  return low;
}

/* The second that is not before @ms; one beyond what fits is no change that anybody sees. */
static guint32
second_of (gint64 ms)
{
  gint64 second = ms / 1000 + (ms % 1000 > 0);

  return ms <= 0 || second > G_MAXUINT32 ? 0 : (guint32) second;
}

void
diapason_ranking_set (DiapasonRanking *self,
                      gint64 verbatim,
                      gint64 at,
                      int points,
                      gint64 changes_at)
{
  const Entry entry = { verbatim, at, points, second_of (changes_at) };
  gboolean is_there;
  guint place = find (self, verbatim, &is_there);

  if (is_there)
    g_array_index (self->entries, Entry, place) = entry;
  else
    g_array_insert_val (self->entries, place, entry);
}

void
diapason_ranking_remove (DiapasonRanking *self, gint64 verbatim)
{
  gboolean is_there;
  guint place = find (self, verbatim, &is_there);

  if (is_there)
    g_array_remove_index (self->entries, place);
}

void
diapason_ranking_clear (DiapasonRanking *self)
{
  g_array_set_size (self->entries, 0);
}

guint
diapason_ranking_get_size (DiapasonRanking *self)
{
  return self->entries->len;
}

GArray *
diapason_ranking_due (DiapasonRanking *self, gint64 now)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = entry_at (self, i);

      if (entry->changes_at != 0 && (gint64) entry->changes_at * 1000 <= now)
        g_array_append_val (ids, entry->verbatim);
    }
  return ids;
}

gint64
diapason_ranking_next_change (DiapasonRanking *self)
{
  guint32 next = G_MAXUINT32;

  for (guint i = 0; i < self->entries->len; i++)
    if (entry_at (self, i)->changes_at != 0)
      next = MIN (next, entry_at (self, i)->changes_at);
  return next == G_MAXUINT32 ? 0 : (gint64) next * 1000;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->points != y->points)
    return x->points > y->points ? -1 : 1;
  if (x->at != y->at)
    return x->at > y->at ? -1 : 1;
  return (x->verbatim > y->verbatim) - (x->verbatim < y->verbatim);
}

/* Puts the entry at @place of a heap, whose root ranks last, where it belongs below. */
static void
sink (GArray *heap, guint place)
{
  for (guint child = 2 * place + 1; child < heap->len; child = 2 * place + 1)
    {
      Entry *entries = (Entry *) heap->data;
      Entry kept = entries[place];

      if (child + 1 < heap->len && compare_ranks (&entries[child + 1], &entries[child]) > 0)
        child++;
      if (compare_ranks (&kept, &entries[child]) >= 0)
        return;
      entries[place] = entries[child];
      entries[child] = kept;
      place = child;
    }
}

GArray *
diapason_ranking_top (DiapasonRanking *self, guint most)
{
  guint n = MIN (most, self->entries->len);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Entry));
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  g_array_append_vals (heap, self->entries->data, n);
  for (guint i = n / 2; i-- > 0;)
    sink (heap, i);
  for (guint i = n; n > 0 && i < self->entries->len; i++)
    if (compare_ranks (entry_at (self, i), heap->data) < 0)
      {
        g_array_index (heap, Entry, 0) = *entry_at (self, i);
        sink (heap, 0);
      }
  g_array_sort (heap, compare_ranks);
  for (guint i = 0; i < n; i++)
    g_array_append_val (ids, g_array_index (heap, Entry, i).verbatim);
  return ids;
}
