/* identity-rules.c: rules over candidates that come from indexes, each in bounded number. Nothing
 * is kept between calls.
 *
 * An address or number is followed to who has it; where more than DIAPASON_IDENTITY_FAN have it (a
 * switchboard, a dummy), those of the same name are looked at instead; where there are more than
 * that of these too, it says nothing.
 */
#include "identity-rules.h"

#include "derive-queue.h"
#include "identity.h"
#include "text.h"

#include <string.h>

typedef struct
{
  DiapasonDatabase *database;               /* (weak) */
  const DiapasonIdentityCustomer *customer; /* (weak) */
  GPtrArray *links;                         /* (owned) of DiapasonIdentityLink */
} Finding;

/* What holds for every rule. */
static gboolean
may_be_one (const DiapasonIdentityCustomer *a, const DiapasonIdentityCustomer *b)
{
  if (!a->exists || !b->exists || a->id == b->id || a->source == b->source)
    return FALSE;
  return a->birth_date == NULL || b->birth_date == NULL ||
         g_str_equal (a->birth_date, b->birth_date);
}

static gboolean
have_same_name (const DiapasonIdentityCustomer *a, const DiapasonIdentityCustomer *b)
{
  return a->name_key != NULL && *a->name_key != '\0' && g_strcmp0 (a->name_key, b->name_key) == 0;
}

/* The link between two by one rule is one row: of several proofs the first in order is kept, so
 * that either end finds the same. */
static void
add_link (Finding *finding, gint64 other, const char *rule, const char *evidence)
{
  g_autoptr (DiapasonIdentityLink) link =
      diapason_identity_link_new (finding->customer->id, other, rule, evidence);

  for (guint i = 0; i < finding->links->len; i++)
    {
      DiapasonIdentityLink *known = g_ptr_array_index (finding->links, i);
      if (known->a != link->a || known->b != link->b || !g_str_equal (known->rule, rule))
        continue;
      if (strcmp (evidence, known->evidence) < 0)
        {
          g_ptr_array_remove_index (finding->links, i);
          break;
        }
      return;
    }
  g_ptr_array_add (finding->links, g_steal_pointer (&link));
}

/* Evidence: who says it, and whom it names. */
static void
add_reference (Finding *finding,
               const DiapasonIdentityCustomer *stating,
               const DiapasonIdentityCustomer *named)
{
  g_autofree char *evidence = g_strconcat (stating->source_name, " · ", named->remote_id, NULL);

  if (may_be_one (stating, named))
    add_link (finding, stating == finding->customer ? named->id : stating->id,
              DIAPASON_IDENTITY_RULE_REFERENCE, evidence);
}

/* Whoever is named by too many is a stand-in for people whom their source does not know: what it
 * states of them says nothing. Returns: (transfer full), NULL with @error. */
static GArray *
find_referrers (Finding *finding, gint64 named, gboolean *out_too_many, GError **error)
{
  g_autoptr (GArray) referrers =
      diapason_identity_referrers (finding->database, named, DIAPASON_IDENTITY_FAN + 1, error);

  *out_too_many = referrers != NULL && referrers->len > DIAPASON_IDENTITY_FAN;
  return g_steal_pointer (&referrers);
}

/* Those who named @named while they were few lose their links when it is looked at again. */
static gboolean
look_again_at (Finding *finding, gint64 named, GError **error)
{
  g_autoptr (GPtrArray) links = diapason_identity_links (finding->database, named, error);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const DiapasonIdentityLink *link = g_ptr_array_index (links, i);
      if (g_str_equal (link->rule, DIAPASON_IDENTITY_RULE_REFERENCE))
        return diapason_derive_queue_add (finding->database, DIAPASON_DERIVE_IDENTITY, named,
                                          error);
    }
  return links != NULL;
}

static gboolean
find_referring (Finding *finding, GError **error)
{
  gboolean too_many;
  g_autoptr (GArray) referrers = find_referrers (finding, finding->customer->id, &too_many, error);

  for (guint i = 0; referrers != NULL && !too_many && i < referrers->len; i++)
    {
      g_autoptr (DiapasonIdentityCustomer) other =
          diapason_identity_customer (finding->database, g_array_index (referrers, gint64, i),
                                      error);
      if (other == NULL)
        return FALSE;
      add_reference (finding, other, finding->customer);
    }
  return referrers != NULL;
}

static gboolean
find_referred (Finding *finding, GError **error)
{
  const DiapasonIdentityCustomer *customer = finding->customer;
  gboolean too_many;
  g_autoptr (GArray) referrers = find_referrers (finding, customer->same_as, &too_many, error);

  if (referrers == NULL)
    return FALSE;
  if (too_many)
    return look_again_at (finding, customer->same_as, error);

  g_autoptr (DiapasonIdentityCustomer) named =
      diapason_identity_customer (finding->database, customer->same_as, error);
  if (named == NULL)
    return FALSE;
  add_reference (finding, customer, named);
  return TRUE;
}

static gboolean
find_references (Finding *finding, GError **error)
{
  return find_referring (finding, error) &&
         (finding->customer->same_as == 0 || find_referred (finding, error));
}

/* What proves that two contact points are one: the folded address, or the number with the most
 * digits that is known of it. Returns: (transfer full) (nullable). */
static char *
prove_same (const DiapasonIdentityPoint *a, const DiapasonIdentityPoint *b)
{
  if (a->email != b->email || g_strcmp0 (a->value_key, b->value_key) != 0)
    return NULL;
  if (a->email)
    return g_strdup (a->value_key);
  if (!diapason_phone_same (a->value, b->value))
    return NULL;

  g_autofree char *one = diapason_phone_significant (a->value);
  g_autofree char *other = diapason_phone_significant (b->value);
  return strlen (one) >= strlen (other) ? g_steal_pointer (&one) : g_steal_pointer (&other);
}

static gboolean
compare_with (Finding *finding,
              const DiapasonIdentityPoint *mine,
              const DiapasonIdentityPoint *theirs,
              GError **error)
{
  g_autofree char *proof = NULL;

  if (theirs->customer == finding->customer->id || (proof = prove_same (mine, theirs)) == NULL)
    return TRUE;

  g_autoptr (DiapasonIdentityCustomer) other =
      diapason_identity_customer (finding->database, theirs->customer, error);
  if (other == NULL)
    return FALSE;
  if (!may_be_one (finding->customer, other) || !have_same_name (finding->customer, other))
    return TRUE;

  g_autofree char *evidence = g_strconcat (other->name_key, " · ", proof, NULL);
  add_link (finding, other->id,
            mine->email ? DIAPASON_IDENTITY_RULE_EMAIL : DIAPASON_IDENTITY_RULE_PHONE, evidence);
  return TRUE;
}

static gboolean
compare_with_all (Finding *finding,
                  const DiapasonIdentityPoint *mine,
                  GPtrArray *points,
                  GError **error)
{
  for (guint i = 0; i < points->len; i++)
    if (!compare_with (finding, mine, g_ptr_array_index (points, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
look_at_namesakes (Finding *finding, const DiapasonIdentityPoint *mine, GError **error)
{
  g_autoptr (GArray) namesakes =
      diapason_identity_namesakes (finding->database, finding->customer->name_key,
                                   DIAPASON_IDENTITY_FAN + 1, error);

  if (namesakes == NULL)
    return FALSE;
  for (guint i = 0; namesakes->len <= DIAPASON_IDENTITY_FAN && i < namesakes->len; i++)
    {
      g_autoptr (GPtrArray) points =
          diapason_identity_points (finding->database, g_array_index (namesakes, gint64, i), error);
      if (points == NULL || !compare_with_all (finding, mine, points, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
follow_point (Finding *finding, const DiapasonIdentityPoint *mine, GError **error)
{
  g_autoptr (GPtrArray) carriers = diapason_identity_carriers (finding->database, mine->value_key,
                                                               DIAPASON_IDENTITY_FAN + 1, error);

  if (carriers == NULL)
    return FALSE;
  if (carriers->len > DIAPASON_IDENTITY_FAN)
    return look_at_namesakes (finding, mine, error);
  return compare_with_all (finding, mine, carriers, error);
}

GPtrArray *
diapason_identity_find_links (DiapasonDatabase *database,
                              const DiapasonIdentityCustomer *customer,
                              GError **error)
{
  g_autoptr (GPtrArray) links =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_identity_link_free);
  Finding finding = { .database = database, .customer = customer, .links = links };

  if (!customer->exists)
    return g_steal_pointer (&links);
  if (!find_references (&finding, error))
    return NULL;
  if (customer->name_key == NULL || *customer->name_key == '\0')
    return g_steal_pointer (&links);

  g_autoptr (GPtrArray) points = diapason_identity_points (database, customer->id, error);
  if (points == NULL)
    return NULL;
  for (guint i = 0; i < points->len; i++)
    if (!follow_point (&finding, g_ptr_array_index (points, i), error))
      return NULL;
  return g_steal_pointer (&links);
}
