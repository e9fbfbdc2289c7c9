/* change-set.c: the changed ids of each kind in one sorted array, folded as it is filled.
 *
 * A piece of memory a kind, not one an id: the main thread gives back what the writer asked for,
 * and for each piece it may have to wait for the writer, which has less of the processor than it.
 *
 * Thread: one at a time; the set moves from the writer to the main thread with its ownership, only
 * the reference count is atomic. Lifetime: refcounted.
 */
#include "change-set.h"

typedef struct
{
  gint64 id;
  DiapasonChange change;
} Entry;

typedef struct
{
  GArray *entries; /* (owned) (nullable) of Entry, ascending by id */
  gboolean whole;
} Kind;

struct _DiapasonChangeSet
{
  Kind kinds[DIAPASON_CHANGE_SET_KINDS];
};

static void
kind_clear (Kind *kind)
{
  g_clear_pointer (&kind->entries, g_array_unref);
  kind->whole = FALSE;
}

static void
kind_make_whole (Kind *kind)
{
  g_clear_pointer (&kind->entries, g_array_unref);
  kind->whole = TRUE;
}

DiapasonChangeSet *
diapason_change_set_new (void)
{
  return g_atomic_rc_box_new0 (DiapasonChangeSet);
}

DiapasonChangeSet *
diapason_change_set_ref (DiapasonChangeSet *set)
{
  return g_atomic_rc_box_acquire (set);
}

static void
change_set_clear (gpointer data)
{
  DiapasonChangeSet *set = data;
  for (guint kind = 0; kind < DIAPASON_CHANGE_SET_KINDS; kind++)
    kind_clear (&set->kinds[kind]);
}

void
diapason_change_set_unref (DiapasonChangeSet *set)
{
  g_atomic_rc_box_release_full (set, change_set_clear);
}

/* What two changes of a row, one after the other, are together. Added then removed is dealt with by
 * the caller: it leaves no entry. A row that was there before and is there after is a changed one.
 */
static DiapasonChange
fold_changes (DiapasonChange first, DiapasonChange second)
{
  if (second == DIAPASON_CHANGE_REMOVED)
    return DIAPASON_CHANGE_REMOVED;
  return first == DIAPASON_CHANGE_ADDED ? DIAPASON_CHANGE_ADDED : DIAPASON_CHANGE_CHANGED;
}

/* Where @id is, or else where it belongs. */
static gboolean
kind_find (const Kind *kind, gint64 id, guint *position)
{
  guint begin = 0, end = kind->entries != NULL ? kind->entries->len : 0;

  while (begin < end)
    {
      guint middle = (begin + end) / 2;
      gint64 other = g_array_index (kind->entries, Entry, middle).id;

      if (other == id)
        {
          *position = middle;
          return TRUE;
        }
      if (other < id)
        begin = middle + 1;
      else
        end = middle;
    }
  *position = begin;
  return FALSE;
}

static void
kind_note_new (Kind *kind, DiapasonChange change, gint64 id, guint position)
{
  const Entry entry = { .id = id, .change = change };

  if (kind->entries == NULL)
    kind->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  if (kind->entries->len < DIAPASON_CHANGE_SET_LIMIT)
    g_array_insert_val (kind->entries, position, entry);
  else
    kind_make_whole (kind);
}

static void
kind_note (Kind *kind, DiapasonChange change, gint64 id)
{
  Entry *entry;
  guint position;

  if (kind->whole)
    return;
  if (!kind_find (kind, id, &position))
    {
      kind_note_new (kind, change, id, position);
      return;
    }
  entry = &g_array_index (kind->entries, Entry, position);
  if (entry->change == DIAPASON_CHANGE_ADDED && change == DIAPASON_CHANGE_REMOVED)
    g_array_remove_index (kind->entries, position);
  else
    entry->change = fold_changes (entry->change, change);
}

void
diapason_change_set_note (DiapasonChangeSet *set, guint kind, DiapasonChange change, gint64 id)
{
  g_return_if_fail (set != NULL && kind < DIAPASON_CHANGE_SET_KINDS);
  kind_note (&set->kinds[kind], change, id);
}

static void
kind_merge (Kind *into, Kind *from)
{
  if (from->whole)
    kind_make_whole (into);
  for (guint i = 0; from->entries != NULL && i < from->entries->len; i++)
    {
      const Entry *entry = &g_array_index (from->entries, Entry, i);

      kind_note (into, entry->change, entry->id);
    }
}

void
diapason_change_set_merge (DiapasonChangeSet *into, DiapasonChangeSet *from)
{
  g_return_if_fail (into != NULL && from != NULL && into != from);

  for (guint kind = 0; kind < DIAPASON_CHANGE_SET_KINDS; kind++)
    {
      kind_merge (&into->kinds[kind], &from->kinds[kind]);
      kind_clear (&from->kinds[kind]);
    }
}

static gboolean
kind_is_empty (const Kind *kind)
{
  return !kind->whole && (kind->entries == NULL || kind->entries->len == 0);
}

gboolean
diapason_change_set_is_empty (DiapasonChangeSet *set)
{
  g_return_val_if_fail (set != NULL, TRUE);

  for (guint kind = 0; kind < DIAPASON_CHANGE_SET_KINDS; kind++)
    if (!kind_is_empty (&set->kinds[kind]))
      return FALSE;
  return TRUE;
}

gboolean
diapason_change_set_has_kind (DiapasonChangeSet *set, guint kind)
{
  g_return_val_if_fail (set != NULL && kind < DIAPASON_CHANGE_SET_KINDS, FALSE);
  return !kind_is_empty (&set->kinds[kind]);
}

gboolean
diapason_change_set_is_whole_kind (DiapasonChangeSet *set, guint kind)
{
  g_return_val_if_fail (set != NULL && kind < DIAPASON_CHANGE_SET_KINDS, FALSE);
  return set->kinds[kind].whole;
}

gboolean
diapason_change_set_touches (DiapasonChangeSet *set, guint kind, gint64 id)
{
  g_return_val_if_fail (set != NULL && kind < DIAPASON_CHANGE_SET_KINDS, FALSE);

  const Kind *of = &set->kinds[kind];
  guint position;

  return of->whole || kind_find (of, id, &position);
}

int
diapason_compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a;
  const gint64 *y = b;
  return (*x > *y) - (*x < *y);
}

GArray *
diapason_change_set_ids (DiapasonChangeSet *set, guint kind, DiapasonChange change)
{
  g_return_val_if_fail (set != NULL && kind < DIAPASON_CHANGE_SET_KINDS, NULL);

  const GArray *entries = set->kinds[kind].entries;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (entry->change == change)
        g_array_append_val (ids, entry->id);
    }
  return ids;
}
