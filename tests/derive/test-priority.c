/* test-priority.c: what ranks the verbatims that wait is what a plain query finds in all rows,
 * after whatever was said, said otherwise and taken back. */
#include "derive-fixture.h"

#define TEST(path, function)                                                                       \
  g_test_add ("/derive/priority/" path, DeriveFixture, NULL, derive_fixture_set_up, function,      \
              derive_fixture_tear_down)

#define DAY  G_GINT64_CONSTANT (86400000)
#define TALK "('call', 'email', 'chat', 'sms', 'ticket', 'store')"
/* Days before now, as a text. */
#define AGO(days) ago ((char[32]){ 0 }, days)

/* From what the sources said and who is who, and nothing else that was derived. "known": whether an
 * instant is possible. */
#define PLAIN                                                                                      \
  "WITH told AS (SELECT v.*, r.first_seen AS seen, "                                               \
  "  (SELECT m.person FROM person_member m WHERE m.customer = v.customer) AS person, "             \
  "  iif (v.at > 0 AND v.at <= r.first_seen + 172800000, v.at, 0) AS known, "                      \
  "  (SELECT i.began_at FROM interaction i WHERE i.id = v.interaction) AS about_at "               \
  "  FROM verbatim v JOIN record r ON r.id = v.id WHERE v.state = 'open'), "                       \
  "came AS (SELECT i.*, m.person AS person FROM interaction i JOIN record r ON r.id = i.id "       \
  "  JOIN person_member m ON m.customer = i.customer "                                             \
  "  WHERE i.began_at > 0 AND i.began_at <= r.first_seen + 172800000), "                           \
  "bound AS (SELECT p.*, m.person AS person FROM promise p "                                       \
  "  JOIN person_member m ON m.customer = p.customer) "                                            \
  "SELECT t.id, t.person, t.known, t.score, t.scale, "                                             \
  "(SELECT a.score FROM answer a WHERE a.verbatim = t.id AND a.criterion = 'effort'), "            \
  "length (coalesce (t.text, '')) > 0, t.wave IS NULL AND t.channel IS 'review', "                 \
  "(SELECT count(*) FROM customer c JOIN person_member m ON m.customer = c.id "                    \
  "  WHERE m.person = t.person AND c.value = 'high') > 0, "                                        \
  "(SELECT i.solved FROM interaction i WHERE i.id = t.interaction) IN ('partly', 'no') IS TRUE "   \
  "  OR (SELECT count(*) FROM answer a WHERE a.verbatim = t.id AND a.criterion = 'solved' "        \
  "      AND a.score = 0) > 0, "                                                                   \
  "t.permission IS 'yes', "                                                                        \
  "ifnull (1000 * strftime ('%s', t.permission_until, '+1 day'), 0), "                             \
  "iif (t.person IS NULL OR t.known = 0, 0, "                                                      \
  "  (SELECT count(*) FROM came c WHERE c.person = t.person AND c.id IS NOT t.interaction "        \
  "   AND c.began_at > t.known - 604800000 AND c.began_at <= t.known AND c.direction = 'in' "      \
  "   AND c.channel IN " TALK ") + "                                                               \
  "  (SELECT count(*) FROM interaction i WHERE i.id = t.interaction AND i.direction = 'in' "       \
  "   AND i.channel IN " TALK ")), "                                                               \
  "iif (t.person IS NULL OR t.known = 0, 0, "                                                      \
  "  (SELECT count(*) FROM came c WHERE c.person = t.person AND c.id IS NOT t.interaction "        \
  "   AND c.began_at > t.known - 604800000 AND c.began_at <= t.known "                             \
  "   AND (ifnull (t.about_at, 0) <= 0 OR c.began_at <= t.about_at) "                              \
  "   AND c.channel = 'web' AND c.solved IN ('partly', 'no'))), "                                  \
  "(SELECT count(*) FROM bound b WHERE b.person = t.person AND b.state = 'broken'), "              \
  "(SELECT ifnull (min (b.due_at), 0) FROM bound b WHERE b.person = t.person "                     \
  "  AND b.state = 'open' AND b.due_at > 0) "                                                      \
  "FROM told t ORDER BY t.id"
#define KEPT                                                                                       \
  "SELECT verbatim, person, at, score, scale, effort, has_words, is_review, is_high_value, "       \
  "is_unsolved, may_contact, permission_until, contacts, failures, promises_broken, promise_due "  \
  "FROM priority_fact ORDER BY verbatim"

static const char *
ago (char *buffer, double days)
{
  g_snprintf (buffer, 32, "%" G_GINT64_FORMAT, STORE_FIXTURE_NOW - (gint64) (days * DAY));
  return buffer;
}

static void
assert_agree (DeriveFixture *f)
{
  g_autofree char *plain = NULL;
  g_autofree char *kept = NULL;

  derive_fixture_settle (f);
  plain = store_fixture_dump (&f->base, PLAIN);
  kept = store_fixture_dump (&f->base, KEPT);
  g_assert_cmpstr (kept, ==, plain);
}

static void
assert_facts (DeriveFixture *f, const char *columns, const char *expected)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM priority_fact ORDER BY verbatim", columns);
  g_autofree char *found = store_fixture_dump (&f->base, sql);

  g_assert_cmpstr (found, ==, expected);
}

/* A customer who called twice, tried alone, was promised something, and wrote about it. */
static void
tell_story (DeriveFixture *f)
{
  derive_fixture_say (f, "crm", CUSTOMER, "c", "name", "Ada Quill", "value", "high");
  derive_fixture_say (f, "crm", INTERACTION, "i1", "customer", "c", "channel", "call", "direction",
                      "in", "began_at", AGO (5), "solved", "no");
  derive_fixture_say (f, "crm", INTERACTION, "w1", "customer", "c", "channel", "web", "began_at",
                      AGO (4.5), "reason", "refund", "solved", "no");
  derive_fixture_say (f, "crm", INTERACTION, "i2", "customer", "c", "channel", "call", "direction",
                      "in", "began_at", AGO (4), "solved", "partly", "adviser", "ida");
  derive_fixture_say (f, "crm", PROMISE, "p1", "customer", "c", "state", "broken", "due_at",
                      AGO (3));
  derive_fixture_say (f, "crm", PROMISE, "p2", "customer", "c", "state", "open", "due_at",
                      AGO (-1));
  derive_fixture_say (f, "crm", VERBATIM, "v", "customer", "c", "interaction", "i2", "wave", "w",
                      "at", AGO (3), "score", "2", "scale", "10", "text", "Never again", "state",
                      "open", "permission", "yes", "permission_until", "2026-01-31");
}

static void
test_story (DeriveFixture *f, gconstpointer data)
{
  tell_story (f);
  assert_agree (f);
  assert_facts (f, "contacts, failures, promises_broken, is_high_value, is_unsolved, may_contact",
                "2|1|1|1|1|1\n");
  /* To the end of the day, in the company's zone. */
  assert_facts (f, "permission_until", "1769904000000\n");
  /* Whose contact it is about, though only the contact says so. */
  assert_facts (f, "(SELECT remote_id FROM record WHERE id = adviser)", "ida\n");
}

static void
test_seen_to (DeriveFixture *f, gconstpointer data)
{
  tell_story (f);
  assert_agree (f);
  derive_fixture_say (f, "crm", VERBATIM, "v", "customer", "c", "state", "closed");
  assert_agree (f);
  assert_facts (f, "count(*)", "0\n");
}

/* Nobody is to be joined with it, and it waits all the same. */
static void
test_anonymous (DeriveFixture *f, gconstpointer data)
{
  tell_story (f);
  derive_fixture_say (f, "crm", VERBATIM, "v", "customer", "c", "interaction", "i2", "at", AGO (3),
                      "score", "2", "scale", "10", "state", "open", "permission", "anonymous");
  assert_agree (f);
  assert_facts (f, "person IS NULL, contacts, promises_broken, is_high_value", "1|0|0|0\n");
}

/* What changes is somewhere else than in the verbatim. */
static void
test_others_change (DeriveFixture *f, gconstpointer data)
{
  tell_story (f);
  assert_agree (f);
  derive_fixture_say (f, "crm", INTERACTION, "i2", "customer", "c", "channel", "call", "direction",
                      "in", "began_at", AGO (4), "solved", "yes");
  derive_fixture_take_back (f, "crm", DIAPASON_ENTITY_INTERACTION, "w1");
  derive_fixture_say (f, "crm", PROMISE, "p1", "customer", "c", "state", "kept");
  derive_fixture_say (f, "crm", CUSTOMER, "c", "name", "Ada Quill", "value", "standard");
  derive_fixture_say (f, "crm", ANSWER, "v:e", "verbatim", "v", "criterion", "effort", "score", "1",
                      "scale", "7");
  assert_agree (f);
  assert_facts (f, "contacts, failures, promises_broken, is_high_value, is_unsolved, effort",
                "2|0|0|0|0|1\n");
  /* It was somebody else who is the same human. */
  derive_fixture_say (f, "desk", CUSTOMER, "d", "name", "Ada Quill", "value", "high");
  derive_fixture_decide (f, "k", "crm", "c", "desk", "d", TRUE);
  assert_agree (f);
  assert_facts (f, "is_high_value", "1\n");
  derive_fixture_undo (f, "k", derive_fixture_id (f, "crm", DIAPASON_ENTITY_CUSTOMER, "c"));
  assert_agree (f);
  assert_facts (f, "is_high_value", "0\n");
}

/* At random */

#define PICK(...)                                                                                  \
  ((const char *[]){                                                                               \
      __VA_ARGS__ })[g_test_rand_int_range (0, G_N_ELEMENTS (((const char *[]){ __VA_ARGS__ })))]

static const char *
any_instant (char *buffer)
{
  int days = g_test_rand_int_range (-3, 12);

  if (g_test_rand_int_range (0, 8) == 0)
    return PICK ("0", "-5", "9000000000000");
  return ago (buffer, days + 0.25 * g_test_rand_int_range (0, 4));
}

static void
say_at_random (DeriveFixture *f)
{
  g_autofree char *id = g_strdup_printf ("%d", g_test_rand_int_range (0, 6));
  g_autofree char *other = g_strdup_printf ("%d", g_test_rand_int_range (0, 6));
  g_autofree char *score = g_strdup_printf ("%d", g_test_rand_int_range (0, 11));
  char at[32], due[32];

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      if (g_test_rand_int_range (0, 3) == 0)
        derive_fixture_say (f, "desk", CUSTOMER, id, "value", "high", "same_as", other);
      else
        derive_fixture_say (f, "crm", CUSTOMER, id, "value", PICK ("high", "standard"));
      break;
    case 1:
      derive_fixture_say (f, "crm", PROMISE, id, "customer", other, "state",
                          PICK ("open", "broken", "kept"), "made_at", any_instant (at), "due_at",
                          any_instant (due));
      break;
    case 2:
      derive_fixture_say (f, "crm", ANSWER, id, "verbatim", id, "criterion",
                          PICK ("effort", "solved"), "score", PICK ("0", "1"), "scale", "7");
      break;
    case 3:
      derive_fixture_say (f, "crm", VERBATIM, id, "customer", other, "interaction", id, "at",
                          any_instant (at), "score", score, "scale", PICK ("5", "10"), "text",
                          PICK ("", "words"), "channel", PICK ("review", "call"), "state",
                          PICK ("open", "open", "closed"), "permission",
                          PICK ("yes", "no", "anonymous"), "permission_until",
                          PICK ("2026-01-02", "2025-12-31"));
      break;
    default:
      derive_fixture_say (f, "crm", INTERACTION, id, "customer", other, "channel",
                          PICK ("web", "call", "chat", "survey"), "direction", PICK ("in", "out"),
                          "began_at", any_instant (at), "solved", PICK ("yes", "no", "partly", ""),
                          "reason", "refund");
    }
}

static void
test_random (DeriveFixture *f, gconstpointer data)
{
  static const DiapasonEntity entities[] = { DIAPASON_ENTITY_CUSTOMER, DIAPASON_ENTITY_PROMISE,
                                             DIAPASON_ENTITY_ANSWER, DIAPASON_ENTITY_VERBATIM,
                                             DIAPASON_ENTITY_INTERACTION };

  for (guint round = 0; round < 40; round++)
    {
      for (guint i = 0; i < 12; i++)
        say_at_random (f);
      for (guint i = 0; i < 2; i++)
        {
          g_autofree char *id = g_strdup_printf ("%d", g_test_rand_int_range (0, 6));

          derive_fixture_take_back (f, "crm", entities[g_test_rand_int_range (0, 5)], id);
        }
      assert_agree (f);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("story", test_story);
  TEST ("seen-to", test_seen_to);
  TEST ("anonymous", test_anonymous);
  TEST ("others-change", test_others_change);
  TEST ("random", test_random);
  return g_test_run ();
}
