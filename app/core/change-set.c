/* change-set.c: a table of changed ids for each kind, folded as it is filled.
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
  GHashTable *entries; /* (owned) (nullable) of Entry by its id */
  gboolean whole;
} Kind;

struct _DiapasonChangeSet
{
  Kind kinds[DIAPASON_CHANGE_SET_KINDS];
};

static void
kind_clear (Kind *kind)
{
  g_clear_pointer (&kind->entries, g_hash_table_unref);
  kind->whole = FALSE;
}

static void
kind_make_whole (Kind *kind)
{
  g_clear_pointer (&kind->entries, g_hash_table_unref);
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

static void
kind_note_new (Kind *kind, DiapasonChange change, gint64 id)
{
  if (kind->entries == NULL)
    kind->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  if (g_hash_table_size (kind->entries) >= DIAPASON_CHANGE_SET_LIMIT)
    {
      kind_make_whole (kind);
      return;
    }
  Entry *entry = g_new (Entry, 1);
  *entry = (Entry){ .id = id, .change = change };
  g_hash_table_insert (kind->entries, &entry->id, entry);
}

static void
kind_note (Kind *kind, DiapasonChange change, gint64 id)
{
  if (kind->whole)
    return;

  Entry *entry = kind->entries != NULL ? g_hash_table_lookup (kind->entries, &id) : NULL;
  if (entry == NULL)
    kind_note_new (kind, change, id);
  else if (entry->change == DIAPASON_CHANGE_ADDED && change == DIAPASON_CHANGE_REMOVED)
    g_hash_table_remove (kind->entries, &id);
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
  GHashTableIter iter;
  gpointer entry;

  if (from->whole)
    kind_make_whole (into);
  if (from->entries == NULL)
    return;
  g_hash_table_iter_init (&iter, from->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    kind_note (into, ((Entry *) entry)->change, ((Entry *) entry)->id);
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
  return !kind->whole && (kind->entries == NULL || g_hash_table_size (kind->entries) == 0);
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
  return of->whole || (of->entries != NULL && g_hash_table_contains (of->entries, &id));
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

  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer entry;

  if (set->kinds[kind].entries == NULL)
    return ids;
  g_hash_table_iter_init (&iter, set->kinds[kind].entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    if (((Entry *) entry)->change == change)
      g_array_append_val (ids, ((Entry *) entry)->id);
  g_array_sort (ids, diapason_compare_ids);
  return ids;
}
