/* identity.c: links of one record, then everybody whom they reach into their persons.
 *
 * Whom a change can concern is closed over links and verdicts: the clusters in there depend on
 * nothing outside. Thread: the writer of cache.db. Nothing is kept between calls.
 */
#include "identity.h"

#include "change-set.h"
#include "entity.h"
#include "identity-cluster.h"
#include "identity-rules.h"
#include "table-identity.h"
#include "table-kpi.h"
#include "table-priority.h"
#include "table-timeline.h"

/* One connected part of the graph. */
typedef struct
{
  DiapasonDatabase *database; /* (weak) */
  GHashTable *known;          /* (owned) of gint64 *: who was reached */
  GQueue *waiting;            /* (owned) of gint64 * (weak): reached, not read yet */
  GPtrArray *customers;       /* (owned) of DiapasonIdentityCustomer: read */
  GPtrArray *links; /* (owned) of DiapasonIdentityLink; those between two read ones come twice */
  GArray *verdicts; /* (owned) of DiapasonIdentityVerdict; likewise */
} Part;

static Part *
part_new (DiapasonDatabase *database)
{
  Part *part = g_new0 (Part, 1);

  part->database = database;
  part->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  part->waiting = g_queue_new ();
  part->customers =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_identity_customer_free);
  part->links = g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_identity_link_free);
  part->verdicts = g_array_new (FALSE, FALSE, sizeof (DiapasonIdentityVerdict));
  return part;
}

static void
part_free (Part *part)
{
  g_queue_free (part->waiting);
  g_hash_table_unref (part->known);
  g_ptr_array_unref (part->customers);
  g_ptr_array_unref (part->links);
  g_array_unref (part->verdicts);
  g_free (part);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Part, part_free)

static void
part_reach (Part *part, gint64 id)
{
  if (g_hash_table_contains (part->known, &id))
    return;
  gint64 *key = g_memdup2 (&id, sizeof id);
  g_hash_table_add (part->known, key);
  g_queue_push_tail (part->waiting, key);
}

/* Reaches @customer and who is one person with them now. */
static gboolean
part_reach_person (Part *part, gint64 customer, GError **error)
{
  gint64 person;

  part_reach (part, customer);
  if (!diapason_identity_person_of (part->database, customer, &person, error))
    return FALSE;
  g_autoptr (GArray) members = diapason_identity_members (part->database, person, error);
  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    part_reach (part, g_array_index (members, gint64, i));
  return TRUE;
}

static void
part_reach_ends (Part *part, GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const DiapasonIdentityLink *link = g_ptr_array_index (links, i);
      part_reach (part, link->a);
      part_reach (part, link->b);
    }
}

static gboolean
part_read (Part *part, gint64 id, GError **error)
{
  g_autoptr (DiapasonIdentityCustomer) customer =
      diapason_identity_customer (part->database, id, error);
  g_autoptr (GPtrArray) links =
      customer != NULL ? diapason_identity_links (part->database, id, error) : NULL;
  g_autoptr (GArray) verdicts =
      links != NULL ? diapason_identity_verdicts (part->database, id, error) : NULL;

  if (verdicts == NULL)
    return FALSE;
  part_reach_ends (part, links);
  for (guint i = 0; i < verdicts->len; i++)
    {
      const DiapasonIdentityVerdict *verdict =
          &g_array_index (verdicts, DiapasonIdentityVerdict, i);
      part_reach (part, verdict->a);
      part_reach (part, verdict->b);
    }
  g_array_append_vals (part->verdicts, verdicts->data, verdicts->len);
  g_ptr_array_extend_and_steal (part->links, g_steal_pointer (&links));
  g_ptr_array_add (part->customers, g_steal_pointer (&customer));
  return TRUE;
}

static int
compare_customers (gconstpointer a, gconstpointer b)
{
  const DiapasonIdentityCustomer *x = *(DiapasonIdentityCustomer *const *) a;
  const DiapasonIdentityCustomer *y = *(DiapasonIdentityCustomer *const *) b;
  return (x->id > y->id) - (x->id < y->id);
}

/* Reads everybody who can be reached. */
static gboolean
part_close (Part *part, GError **error)
{
  const gint64 *id;

  while ((id = g_queue_pop_head (part->waiting)) != NULL)
    if (!part_read (part, *id, error))
      return FALSE;
  g_ptr_array_sort (part->customers, compare_customers);
  return TRUE;
}

/* Whether a record stands for anybody: its row is here, or a link or an event names it. A verdict
 * does not: its record may never come. */
static gboolean
stands_for_somebody (Part *part,
                     const DiapasonIdentityCustomer *customer,
                     gboolean *out,
                     GError **error)
{
  *out = customer->exists && customer->has_row;
  if (!customer->exists || *out)
    return TRUE;
  for (guint i = 0; i < part->links->len && !*out; i++)
    {
      const DiapasonIdentityLink *link = g_ptr_array_index (part->links, i);
      *out = link->a == customer->id || link->b == customer->id;
    }
  return *out || diapason_timeline_names (part->database, customer->id, out, error);
}

/* The nodes of those who exist, and the place of each in @indexes. */
static GArray *
make_nodes (Part *part, GHashTable *indexes)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (DiapasonClusterNode));

  for (guint i = 0; i < part->customers->len; i++)
    {
      DiapasonIdentityCustomer *customer = g_ptr_array_index (part->customers, i);
      DiapasonClusterNode node = { .id = customer->id,
                                   .source = customer->source,
                                   .source_name = customer->source_name,
                                   .remote_id = customer->remote_id,
                                   .birth_date = customer->birth_date };
      if (!customer->exists)
        continue;
      g_hash_table_insert (indexes, &customer->id, GUINT_TO_POINTER (nodes->len));
      g_array_append_val (nodes, node);
    }
  return nodes;
}

static void
add_edge (GArray *edges,
          GHashTable *indexes,
          gint64 a,
          gint64 b,
          DiapasonIdentityStrength strength,
          gint64 order)
{
  gpointer at_a;
  gpointer at_b;

  if (!g_hash_table_lookup_extended (indexes, &a, NULL, &at_a) ||
      !g_hash_table_lookup_extended (indexes, &b, NULL, &at_b))
    return;
  DiapasonClusterLink edge = {
    .a = GPOINTER_TO_UINT (at_a), .b = GPOINTER_TO_UINT (at_b), .strength = strength, .order = order
  };
  g_array_append_val (edges, edge);
}

static DiapasonIdentityStrength
strength_of (const char *rule)
{
  if (g_str_equal (rule, DIAPASON_IDENTITY_RULE_REFERENCE))
    return DIAPASON_IDENTITY_REFERENCE;
  return g_str_equal (rule, DIAPASON_IDENTITY_RULE_EMAIL) ? DIAPASON_IDENTITY_EMAIL
                                                          : DIAPASON_IDENTITY_PHONE;
}

static GArray *
cluster (Part *part, GHashTable *indexes)
{
  g_autoptr (GArray) nodes = make_nodes (part, indexes);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (DiapasonClusterLink));
  g_autoptr (GArray) parted = g_array_new (FALSE, FALSE, sizeof (DiapasonClusterLink));

  for (guint i = 0; i < part->links->len; i++)
    {
      const DiapasonIdentityLink *link = g_ptr_array_index (part->links, i);
      add_edge (links, indexes, link->a, link->b, strength_of (link->rule), 0);
    }
  for (guint i = 0; i < part->verdicts->len; i++)
    {
      const DiapasonIdentityVerdict *verdict =
          &g_array_index (part->verdicts, DiapasonIdentityVerdict, i);
      add_edge (verdict->same ? links : parted, indexes, verdict->a, verdict->b,
                DIAPASON_IDENTITY_SAME, verdict->order);
    }
  return diapason_identity_cluster (nodes, links, parted);
}

/* The events of @customer follow them; those of somebody who was nobody are laid out anew. */
static gboolean
move_events (DiapasonDatabase *database, gint64 customer, gint64 from, gint64 to, GError **error)
{
  return from != 0 ? diapason_timeline_move (database, customer, to, error)
                   : diapason_timeline_queue_events (database, customer, error);
}

static gboolean
put_into_person (DiapasonDatabase *database, gint64 customer, gint64 person, GError **error)
{
  gint64 former;

  if (!diapason_identity_person_of (database, customer, &former, error) ||
      !diapason_identity_set_person (database, customer, person, DIAPASON_IDENTITY_VERSION, error))
    return FALSE;
  if (former == person)
    return TRUE;
  diapason_identity_note_person (database, former);
  diapason_identity_note_person (database, person);
  return move_events (database, customer, former, person, error) &&
         diapason_kpi_queue_person (database, former, error) &&
         diapason_kpi_queue_person (database, person, error) &&
         diapason_priority_queue_person (database, former, error) &&
         diapason_priority_queue_person (database, person, error);
}

/* The person of @customer, whose group begins with the record @group: the first in there who stands
 * for somebody. 0 for who does not. */
static gboolean
name_person (Part *part,
             const DiapasonIdentityCustomer *customer,
             const gint64 *group,
             GHashTable *names,
             gint64 *out_person,
             GError **error)
{
  gboolean stands;

  *out_person = 0;
  if (!stands_for_somebody (part, customer, &stands, error))
    return FALSE;
  if (!stands)
    return TRUE;
  const gint64 *name = g_hash_table_lookup (names, group);
  if (name == NULL)
    g_hash_table_insert (names, (gpointer) group, (gpointer) &customer->id);
  *out_person = name != NULL ? *name : customer->id;
  return TRUE;
}

static gboolean
part_settle (Part *part, GError **error)
{
  g_autoptr (GHashTable) indexes = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) names = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) groups = cluster (part, indexes);

  for (guint i = 0; i < part->customers->len; i++)
    {
      const DiapasonIdentityCustomer *customer = g_ptr_array_index (part->customers, i);
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (indexes, &customer->id));
      gint64 person;
      if (!name_person (part, customer, &g_array_index (groups, gint64, at), names, &person,
                        error) ||
          !put_into_person (part->database, customer->id, person, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_links_anew (Part *part, gint64 customer, GError **error)
{
  g_autoptr (DiapasonIdentityCustomer) read =
      diapason_identity_customer (part->database, customer, error);
  g_autoptr (GPtrArray) links =
      read != NULL ? diapason_identity_find_links (part->database, read, error) : NULL;

  return links != NULL && diapason_identity_set_links (part->database, customer, links,
                                                       DIAPASON_IDENTITY_VERSION, error);
}

gboolean
diapason_identity_derive (DiapasonDatabase *database, gint64 customer, GError **error)
{
  g_autoptr (Part) part = part_new (database);
  g_autoptr (GPtrArray) former = diapason_identity_links (database, customer, error);
  gint64 person;

  if (former == NULL)
    return FALSE;
  part_reach_ends (part, former);
  if (!part_reach_person (part, customer, error) || !find_links_anew (part, customer, error) ||
      !part_close (part, error) || !part_settle (part, error) ||
      !diapason_identity_person_of (database, customer, &person, error))
    return FALSE;
  /* Whoever they are now: their own facts may be what changed. */
  diapason_identity_note_person (database, person);
  return diapason_priority_queue_person (database, person, error);
}

gboolean
diapason_identity_relink (DiapasonDatabase *database, gint64 customer, GError **error)
{
  g_autoptr (Part) part = part_new (database);

  return part_reach_person (part, customer, error) && part_close (part, error) &&
         part_settle (part, error);
}
