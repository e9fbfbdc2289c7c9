/* id-diff.c: see id-diff.h. */
#include "id-diff.h"

/* The part of a vector between the ends that both have in common. */
typedef struct
{
  const gint64 *ids;
  guint offset;
  guint length;
} Middle;

static void
find_middles (GArray *before, GArray *after, Middle *old, Middle *new)
{
  const gint64 *a = (const gint64 *) before->data;
  const gint64 *b = (const gint64 *) after->data;
  guint most = MIN (before->len, after->len);
  guint prefix = 0, suffix = 0;

  while (prefix < most && a[prefix] == b[prefix])
    prefix++;
  while (suffix < most - prefix && a[before->len - 1 - suffix] == b[after->len - 1 - suffix])
    suffix++;
  /* An empty array has no data. */
  *old = (Middle){ prefix == 0 ? a : a + prefix, prefix, before->len - prefix - suffix };
  *new = (Middle){ prefix == 0 ? b : b + prefix, prefix, after->len - prefix - suffix };
}

static GHashTable *
set_of (const Middle *middle)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < middle->length; i++)
    g_hash_table_add (set, (gpointer) &middle->ids[i]);
  return set;
}

static guint
next_common (const Middle *middle, GHashTable *others, guint i)
{
  while (i < middle->length && !g_hash_table_contains (others, &middle->ids[i]))
    i++;
  return i;
}

/* Whether what both have in common stands in the same order. */
static gboolean
keeps_order (const Middle *old, GHashTable *old_set, const Middle *new, GHashTable *new_set)
{
  guint i = next_common (old, new_set, 0);
  guint j = next_common (new, old_set, 0);

  while (i < old->length && j < new->length && old->ids[i] == new->ids[j])
    {
      i = next_common (old, new_set, i + 1);
      j = next_common (new, old_set, j + 1);
    }
  return i == old->length && j == new->length;
}

static GArray *
runs_outside (const Middle *middle, GHashTable *others)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (DiapasonIdRun));
  DiapasonIdRun *last = NULL;

  for (guint i = 0; i < middle->length; i++)
    {
      DiapasonIdRun run = { middle->offset + i, 1 };

      if (g_hash_table_contains (others, &middle->ids[i]))
        last = NULL;
      else if (last != NULL)
        last->length++;
      else
        {
          g_array_append_val (runs, run);
          last = &g_array_index (runs, DiapasonIdRun, runs->len - 1);
        }
    }
  return runs;
}

static GArray *
whole (const Middle *middle)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (DiapasonIdRun));
  DiapasonIdRun run = { middle->offset, middle->length };

  if (middle->length > 0)
    g_array_append_val (runs, run);
  return runs;
}

/* FALSE where only the whole middle tells it in few steps. */
static gboolean
diff_middles (const Middle *old, const Middle *new, GArray **out_removed, GArray **out_added)
{
  g_autoptr (GHashTable) old_set = set_of (old);
  g_autoptr (GHashTable) new_set = set_of (new);
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;

  if (!keeps_order (old, old_set, new, new_set))
    return FALSE;
  removed = runs_outside (old, new_set);
  added = runs_outside (new, old_set);
  if (removed->len + added->len > DIAPASON_ID_DIFF_RUNS)
    return FALSE;
  *out_removed = g_steal_pointer (&removed);
  *out_added = g_steal_pointer (&added);
  return TRUE;
}

void
diapason_id_diff (GArray *before, GArray *after, GArray **out_removed, GArray **out_added)
{
  Middle old, new;

  find_middles (before, after, &old, &new);
  if (old.length + new.length <= DIAPASON_ID_DIFF_MIDDLE &&
      diff_middles (&old, &new, out_removed, out_added))
    return;
  *out_removed = whole (&old);
  *out_added = whole (&new);
}
