/* identity-cluster.c: a forest of groups that grows link by link, as long as nothing speaks against
 * it.
 *
 * Pure; any thread; nothing is kept between calls. Groups are small: a guess never brings two
 * records of one source together.
 */
#include "identity-cluster.h"

typedef struct
{
  GArray *nodes;  /* (weak) of DiapasonClusterNode */
  GArray *parted; /* (weak) of DiapasonClusterLink */
  guint *group;   /* (owned) of each node: the first node of its group */
  guint *next;    /* (owned) of each node: the next of its group, in a ring */
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

/* Whether a rule of @strength must not bring the two together. */
static gboolean
must_be_two (const DiapasonClusterNode *a,
             const DiapasonClusterNode *b,
             DiapasonIdentityStrength strength)
{
  return have_different_births (a, b) ||
         (strength >= DIAPASON_IDENTITY_EMAIL && a->source == b->source);
}

static gboolean
would_join_parted (const Forest *forest, guint one, guint other)
{
  for (guint i = 0; i < forest->parted->len; i++)
    {
      const DiapasonClusterLink *pair = &g_array_index (forest->parted, DiapasonClusterLink, i);
      guint a = forest->group[pair->a];
      guint b = forest->group[pair->b];
      if ((a == one && b == other) || (a == other && b == one))
        return TRUE;
    }
  return FALSE;
}

/* Whether anybody of the group @one must not be with anybody of @other. */
static gboolean
would_join_two (const Forest *forest, guint one, guint other, DiapasonIdentityStrength strength)
{
  guint a = one;
  do
    {
      guint b = other;
      do
        {
          if (must_be_two (node_at (forest, a), node_at (forest, b), strength))
            return TRUE;
          b = forest->next[b];
        }
      while (b != other);
      a = forest->next[a];
    }
  while (a != one);
  return FALSE;
}

/* The smaller of the two names the group; their rings become one. */
static void
join (Forest *forest, guint one, guint other)
{
  guint first = MIN (one, other);
  guint second = MAX (one, other);
  guint at = second;

  do
    {
      forest->group[at] = first;
      at = forest->next[at];
    }
  while (at != second);
  guint after = forest->next[first];
  forest->next[first] = forest->next[second];
  forest->next[second] = after;
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
          must_be_two (node_at (forest, beside_b), node_at (forest, link->b), link->strength))
        return TRUE;
      if (beside_a != G_MAXUINT && beside_a != link->a &&
          must_be_two (node_at (forest, beside_a), node_at (forest, link->a), link->strength))
        return TRUE;
    }
  return FALSE;
}

static gboolean
counts (const Forest *forest, GArray *links, const DiapasonClusterLink *link)
{
  guint one = forest->group[link->a];
  guint other = forest->group[link->b];

  if (one == other || is_parted (forest, link) || would_join_parted (forest, one, other))
    return FALSE;
  if (link->strength == DIAPASON_IDENTITY_SAME)
    return TRUE;
  if (would_join_two (forest, one, other, link->strength))
    return FALSE;
  return link->strength < DIAPASON_IDENTITY_EMAIL || !is_ambiguous (forest, links, link);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const DiapasonClusterLink *x = a;
  const DiapasonClusterLink *y = b;

  if (x->strength != y->strength)
    return x->strength < y->strength ? -1 : 1;
  if (x->order != y->order)
    return x->order > y->order ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

GArray *
diapason_identity_cluster (GArray *nodes, GArray *links, GArray *parted)
{
  g_autofree guint *group = g_new (guint, nodes->len);
  g_autofree guint *next = g_new (guint, nodes->len);
  Forest forest = { .nodes = nodes, .parted = parted, .group = group, .next = next };
  GArray *persons = g_array_sized_new (FALSE, FALSE, sizeof (gint64), nodes->len);

  for (guint i = 0; i < nodes->len; i++)
    group[i] = next[i] = i;
  g_array_sort (links, compare_links);
  for (guint i = 0; i < links->len; i++)
    {
      const DiapasonClusterLink *link = &g_array_index (links, DiapasonClusterLink, i);
      if (counts (&forest, links, link))
        join (&forest, forest.group[link->a], forest.group[link->b]);
    }
  for (guint i = 0; i < nodes->len; i++)
    {
      gint64 person = node_at (&forest, group[i])->id;
      g_array_append_val (persons, person);
    }
  return persons;
}
