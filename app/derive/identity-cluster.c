/* identity-cluster.c: a forest of groups that grows link by link, as long as nothing speaks against
 * it.
 *
 * Pure; any thread; nothing is kept between calls. Groups are small: a guess brings no two records
 * of one source together.
 */
#include "identity-cluster.h"

/* Who is together, as rings. */
typedef struct
{
  guint *group; /* (owned) of each node: the first node of its group */
  guint *next;  /* (owned) of each node: the next of its group */
} Groups;

typedef struct
{
  GArray *nodes;  /* (weak) of DiapasonClusterNode */
  GArray *parted; /* (weak) of DiapasonClusterLink */
  Groups all;     /* by every link that counts */
  Groups ruled;   /* by those of rules alone */
} Forest;

static const DiapasonClusterNode *
node_at (const Forest *forest, guint index)
{
  return &g_array_index (forest->nodes, DiapasonClusterNode, index);
}

static gboolean
have_different_births (const DiapasonClusterNode *a, const DiapasonClusterNode *b)
{
  return a->birth_date != NULL && b->birth_date != NULL &&
         !g_str_equal (a->birth_date, b->birth_date);
}

typedef gboolean (*MustBeTwo) (const DiapasonClusterNode *a, const DiapasonClusterNode *b);

static gboolean
are_of_one_source (const DiapasonClusterNode *a, const DiapasonClusterNode *b)
{
  return a->source == b->source;
}

static gboolean
cannot_be_guessed_one (const DiapasonClusterNode *a, const DiapasonClusterNode *b)
{
  return are_of_one_source (a, b) || have_different_births (a, b);
}

static gboolean
would_join_parted (const Forest *forest, guint one, guint other)
{
  for (guint i = 0; i < forest->parted->len; i++)
    {
      const DiapasonClusterLink *pair = &g_array_index (forest->parted, DiapasonClusterLink, i);
      guint a = forest->all.group[pair->a];
      guint b = forest->all.group[pair->b];
      if ((a == one && b == other) || (a == other && b == one))
        return TRUE;
    }
  return FALSE;
}

/* Whether anybody who is with @one must not be with anybody who is with @other. */
static gboolean
would_join_two (const Forest *forest, const Groups *groups, guint one, guint other, MustBeTwo must)
{
  guint a = one;
  do
    {
      guint b = other;
      do
        {
          if (must (node_at (forest, a), node_at (forest, b)))
            return TRUE;
          b = groups->next[b];
        }
      while (b != other);
      a = groups->next[a];
    }
  while (a != one);
  return FALSE;
}

/* The smaller of the two firsts is that of both; their rings become one. */
static void
join (Groups *groups, guint one, guint other)
{
  guint first = MIN (groups->group[one], groups->group[other]);
  guint second = MAX (groups->group[one], groups->group[other]);
  guint at = second;

  if (first == second)
    return;
  do
    {
      groups->group[at] = first;
      at = groups->next[at];
    }
  while (at != second);
  guint after = groups->next[first];
  groups->next[first] = groups->next[second];
  groups->next[second] = after;
}

static gboolean
is_parted (const Forest *forest, const DiapasonClusterLink *link)
{
  for (guint i = 0; i < forest->parted->len; i++)
    {
      const DiapasonClusterLink *pair = &g_array_index (forest->parted, DiapasonClusterLink, i);
      if (pair->a == link->a && pair->b == link->b)
        return TRUE;
    }
  return FALSE;
}

/* The end of @link that is not @end; G_MAXUINT when it does not touch it. */
static guint
other_end (const DiapasonClusterLink *link, guint end)
{
  if (link->a == end)
    return link->b;
  return link->b == end ? link->a : G_MAXUINT;
}

/* Whether the guess @link points from one of its ends at two who cannot be one. */
static gboolean
is_ambiguous (const Forest *forest, GArray *links, const DiapasonClusterLink *link)
{
  for (guint i = 0; i < links->len; i++)
    {
      const DiapasonClusterLink *rival = &g_array_index (links, DiapasonClusterLink, i);
      if (rival->strength != link->strength || is_parted (forest, rival))
        continue;
      guint beside_b = other_end (rival, link->a);
      guint beside_a = other_end (rival, link->b);
      if (beside_b != G_MAXUINT && beside_b != link->b &&
          cannot_be_guessed_one (node_at (forest, beside_b), node_at (forest, link->b)))
        return TRUE;
      if (beside_a != G_MAXUINT && beside_a != link->a &&
          cannot_be_guessed_one (node_at (forest, beside_a), node_at (forest, link->a)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
counts (const Forest *forest, GArray *links, const DiapasonClusterLink *link)
{
  if (is_parted (forest, link) ||
      would_join_parted (forest, forest->all.group[link->a], forest->all.group[link->b]))
    return FALSE;
  if (link->strength == DIAPASON_IDENTITY_SAME)
    return TRUE;
  if (would_join_two (forest, &forest->all, link->a, link->b, have_different_births))
    return FALSE;
  if (link->strength == DIAPASON_IDENTITY_REFERENCE)
    return TRUE;
  return !would_join_two (forest, &forest->ruled, link->a, link->b, are_of_one_source) &&
         !is_ambiguous (forest, links, link);
}

static gboolean
are_together (const Groups *groups, const DiapasonClusterLink *link)
{
  return groups->group[link->a] == groups->group[link->b];
}

/* People's word may have brought together already what a rule finds too. */
static void
take (Forest *forest, GArray *links, const DiapasonClusterLink *link)
{
  if (are_together (&forest->ruled, link) || !counts (forest, links, link))
    return;
  join (&forest->all, link->a, link->b);
  if (link->strength != DIAPASON_IDENTITY_SAME)
    join (&forest->ruled, link->a, link->b);
}

static int
compare_nodes (const DiapasonClusterNode *a, const DiapasonClusterNode *b)
{
  int by_source = g_strcmp0 (a->source_name, b->source_name);

  return by_source != 0 ? by_source : g_strcmp0 (a->remote_id, b->remote_id);
}

/* The end of @link that is the first by name, or the other. */
static const DiapasonClusterNode *
end_by_name (const Forest *forest, const DiapasonClusterLink *link, gboolean first)
{
  const DiapasonClusterNode *a = node_at (forest, link->a);
  const DiapasonClusterNode *b = node_at (forest, link->b);

  return (compare_nodes (a, b) <= 0) == first ? a : b;
}

/* Ids tell in which order things came, names do not. */
static int
compare_links (gconstpointer a, gconstpointer b, gpointer forest)
{
  const DiapasonClusterLink *x = a;
  const DiapasonClusterLink *y = b;

  if (x->strength != y->strength)
    return x->strength < y->strength ? -1 : 1;
  if (x->order != y->order)
    return x->order > y->order ? -1 : 1;

  int by_first = compare_nodes (end_by_name (forest, x, TRUE), end_by_name (forest, y, TRUE));
  return by_first != 0
             ? by_first
             : compare_nodes (end_by_name (forest, x, FALSE), end_by_name (forest, y, FALSE));
}

static void
groups_init (Groups *groups, guint n)
{
  groups->group = g_new (guint, n);
  groups->next = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    groups->group[i] = groups->next[i] = i;
}

static void
groups_clear (Groups *groups)
{
  g_free (groups->group);
  g_free (groups->next);
}

GArray *
diapason_identity_cluster (GArray *nodes, GArray *links, GArray *parted)
{
  Forest forest = { .nodes = nodes, .parted = parted };
  GArray *persons = g_array_sized_new (FALSE, FALSE, sizeof (gint64), nodes->len);

  groups_init (&forest.all, nodes->len);
  groups_init (&forest.ruled, nodes->len);
  g_array_sort_with_data (links, compare_links, &forest);
  for (guint i = 0; i < links->len; i++)
    take (&forest, links, &g_array_index (links, DiapasonClusterLink, i));
  for (guint i = 0; i < nodes->len; i++)
    {
      gint64 person = node_at (&forest, forest.all.group[i])->id;
      g_array_append_val (persons, person);
    }
  groups_clear (&forest.all);
  groups_clear (&forest.ruled);
  return persons;
}
