/* From links to persons: a pure function, with what it must never do checked on random graphs. */
#include "identity-cluster.h"

#define NODES 7

typedef struct
{
  GArray *nodes;
  GArray *links;
  GArray *parted;
} Graph;

static void
graph_set_up (Graph *graph, gconstpointer data)
{
  graph->nodes = g_array_new (FALSE, FALSE, sizeof (DiapasonClusterNode));
  graph->links = g_array_new (FALSE, FALSE, sizeof (DiapasonClusterLink));
  graph->parted = g_array_new (FALSE, FALSE, sizeof (DiapasonClusterLink));
}

static void
graph_tear_down (Graph *graph, gconstpointer data)
{
  g_array_unref (graph->nodes);
  g_array_unref (graph->links);
  g_array_unref (graph->parted);
}

static void
add_node (Graph *graph, gint64 source, const char *birth_date)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g" };
  G_STATIC_ASSERT (G_N_ELEMENTS (names) == NODES);
  DiapasonClusterNode node = { .id = 10 + graph->nodes->len,
                               .source = source,
                               .source_name = "s",
                               .remote_id = names[graph->nodes->len],
                               .birth_date = birth_date };

  g_array_append_val (graph->nodes, node);
}

static void
add_link (GArray *links, guint a, guint b, DiapasonIdentityStrength strength, gint64 order)
{
  DiapasonClusterLink link = {
    .a = MIN (a, b), .b = MAX (a, b), .strength = strength, .order = order
  };

  g_array_append_val (links, link);
}

/* As "10 10 12". */
static char *
cluster (Graph *graph)
{
  g_autoptr (GArray) persons =
      diapason_identity_cluster (graph->nodes, graph->links, graph->parted);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < persons->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (persons, gint64, i));
  return g_string_free (text, FALSE);
}

#define assert_cluster(graph, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *persons = cluster (graph);                                                    \
    g_assert_cmpstr (persons, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

static void
test_chain (Graph *graph, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    add_node (graph, i, NULL);
  add_link (graph->links, 3, 2, DIAPASON_IDENTITY_PHONE, 0);
  add_link (graph->links, 2, 1, DIAPASON_IDENTITY_EMAIL, 0);
  assert_cluster (graph, "10 11 11 11");
  add_link (graph->links, 0, 1, DIAPASON_IDENTITY_SAME, 1);
  assert_cluster (graph, "10 10 10 10");

  /* Parted at both ends of the chain: its weakest link goes. */
  add_link (graph->parted, 0, 3, DIAPASON_IDENTITY_SAME, 2);
  assert_cluster (graph, "10 10 10 13");
}

/* Of what people said the last word is heard first. */
static void
test_contradiction (Graph *graph, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    add_node (graph, i, NULL);
  add_link (graph->parted, 0, 2, DIAPASON_IDENTITY_SAME, 1);
  add_link (graph->links, 0, 1, DIAPASON_IDENTITY_SAME, 2);
  add_link (graph->links, 1, 2, DIAPASON_IDENTITY_SAME, 3);
  assert_cluster (graph, "10 11 11");
}

static void
test_rules (Graph *graph, gconstpointer data)
{
  add_node (graph, 1, "1950-05-05");
  add_node (graph, 2, NULL);
  add_node (graph, 3, "1985-03-03");
  add_link (graph->links, 0, 1, DIAPASON_IDENTITY_EMAIL, 0);
  add_link (graph->links, 1, 2, DIAPASON_IDENTITY_PHONE, 0);
  /* The stronger proof counts, and then the other birth date speaks. */
  assert_cluster (graph, "10 10 12");
  /* A person may know better than birth dates. */
  add_link (graph->links, 1, 2, DIAPASON_IDENTITY_SAME, 1);
  assert_cluster (graph, "10 11 11");
}

/* Who could be either of two is neither; what a source states is no guess. */
static void
test_ambiguous (Graph *graph, gconstpointer data)
{
  add_node (graph, 1, NULL);
  add_node (graph, 1, NULL);
  add_node (graph, 2, NULL);
  add_link (graph->links, 0, 2, DIAPASON_IDENTITY_PHONE, 0);
  add_link (graph->links, 1, 2, DIAPASON_IDENTITY_PHONE, 0);
  assert_cluster (graph, "10 11 12");
  add_link (graph->links, 1, 2, DIAPASON_IDENTITY_REFERENCE, 0);
  assert_cluster (graph, "10 11 11");
  add_link (graph->links, 0, 2, DIAPASON_IDENTITY_REFERENCE, 0);
  assert_cluster (graph, "10 10 10");
}

/* Somebody joins two persons who each have a record in both sources: nobody falls out. */
static void
test_joined_persons (Graph *graph, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    add_node (graph, i % 2, NULL);
  add_link (graph->links, 0, 1, DIAPASON_IDENTITY_EMAIL, 0);
  add_link (graph->links, 2, 3, DIAPASON_IDENTITY_PHONE, 0);
  assert_cluster (graph, "10 10 12 12");
  add_link (graph->links, 0, 2, DIAPASON_IDENTITY_SAME, 1);
  assert_cluster (graph, "10 10 10 10");
}

static void
fill_at_random (Graph *graph)
{
  static const char *const births[] = { "1950-05-05", "1985-03-03", NULL };

  for (guint i = 0; i < NODES; i++)
    add_node (graph, g_test_rand_int_range (0, 3), births[g_test_rand_int_range (0, 3)]);
  for (guint i = 0; i < NODES; i++)
    {
      guint a = (guint) g_test_rand_int_range (0, NODES - 1);
      guint b = (guint) g_test_rand_int_range ((int) a + 1, NODES);
      int strength = g_test_rand_int_range (DIAPASON_IDENTITY_SAME, DIAPASON_IDENTITY_PHONE + 2);
      if (strength > DIAPASON_IDENTITY_PHONE)
        add_link (graph->parted, a, b, DIAPASON_IDENTITY_SAME, i);
      else
        add_link (graph->links, a, b, strength, strength == DIAPASON_IDENTITY_SAME ? i + 1 : 0);
    }
}

static gboolean
have_verdicts (Graph *graph)
{
  for (guint i = 0; i < graph->links->len; i++)
    if (g_array_index (graph->links, DiapasonClusterLink, i).strength == DIAPASON_IDENTITY_SAME)
      return TRUE;
  return FALSE;
}

static void
check_random (Graph *graph)
{
  g_autoptr (GArray) persons =
      diapason_identity_cluster (graph->nodes, graph->links, graph->parted);

  for (guint i = 0; i < graph->parted->len; i++)
    {
      const DiapasonClusterLink *pair = &g_array_index (graph->parted, DiapasonClusterLink, i);
      g_assert_cmpint (g_array_index (persons, gint64, pair->a), !=,
                       g_array_index (persons, gint64, pair->b));
    }
  for (guint a = 0; a < NODES && !have_verdicts (graph); a++)
    for (guint b = 0; b < a; b++)
      {
        const char *one = g_array_index (graph->nodes, DiapasonClusterNode, a).birth_date;
        const char *other = g_array_index (graph->nodes, DiapasonClusterNode, b).birth_date;
        if (one != NULL && other != NULL && !g_str_equal (one, other))
          g_assert_cmpint (g_array_index (persons, gint64, a), !=,
                           g_array_index (persons, gint64, b));
      }
}

static void
turn_links (GArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      DiapasonClusterLink *link = &g_array_index (links, DiapasonClusterLink, i);
      guint a = link->a;
      link->a = NODES - 1 - link->b;
      link->b = NODES - 1 - a;
    }
}

/* As if those who came last had come first. */
static void
turn (Graph *graph)
{
  for (guint i = 0; i < NODES / 2; i++)
    {
      DiapasonClusterNode *nodes = (DiapasonClusterNode *) graph->nodes->data;
      DiapasonClusterNode kept = nodes[i];
      nodes[i] = nodes[NODES - 1 - i];
      nodes[NODES - 1 - i] = kept;
    }
  turn_links (graph->links);
  turn_links (graph->parted);
  for (guint i = 0; i < NODES; i++)
    g_array_index (graph->nodes, DiapasonClusterNode, i).id = 10 + i;
}

/* Who is with whom does not depend on who came first. */
static void
check_turned (Graph *graph)
{
  g_autoptr (GArray) once = diapason_identity_cluster (graph->nodes, graph->links, graph->parted);
  turn (graph);
  g_autoptr (GArray) turned = diapason_identity_cluster (graph->nodes, graph->links, graph->parted);

  for (guint a = 0; a < NODES; a++)
    for (guint b = 0; b < a; b++)
      g_assert_cmpint (g_array_index (once, gint64, a) == g_array_index (once, gint64, b), ==,
                       g_array_index (turned, gint64, NODES - 1 - a) ==
                           g_array_index (turned, gint64, NODES - 1 - b));
}

/* Neither parted pairs nor, by rules, two birth dates are ever in one person, and the order in
 * which links came does not matter. */
static void
test_random (void)
{
  for (guint round = 0; round < 500; round++)
    {
      Graph graph;
      graph_set_up (&graph, NULL);
      fill_at_random (&graph);
      check_random (&graph);
      g_autofree char *once = cluster (&graph);
      for (guint i = graph.links->len; i > 1; i--)
        {
          DiapasonClusterLink *links = (DiapasonClusterLink *) graph.links->data;
          guint other = (guint) g_test_rand_int_range (0, (int) i);
          DiapasonClusterLink swapped = links[i - 1];
          links[i - 1] = links[other];
          links[other] = swapped;
        }
      assert_cluster (&graph, once);
      check_turned (&graph);
      graph_tear_down (&graph, NULL);
    }
}

#define TEST(path, function)                                                                       \
  g_test_add ("/cluster/" path, Graph, NULL, graph_set_up, function, graph_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("chain", test_chain);
  TEST ("contradiction", test_contradiction);
  TEST ("rules", test_rules);
  TEST ("ambiguous", test_ambiguous);
  TEST ("joined-persons", test_joined_persons);
  g_test_add_func ("/cluster/random", test_random);
  return g_test_run ();
}
