/* test-kpi.c: what counts in a figure, on which day, and that the sums of the days are those of the
 * rows. */
#include "derive-fixture.h"

#include "kpi-read.h"

#define TEST(path, function)                                                                       \
  g_test_add ("/derive/kpi/" path, DeriveFixture, NULL, derive_fixture_set_up, function,           \
              derive_fixture_tear_down)

#define DAY         (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define SURVEY(...) "wave", "w", "scale", "10", __VA_ARGS__

/* The cells, from what the sources said and nothing that was derived. */
#define PLAIN                                                                                      \
  "WITH given (adviser, kpi, at, value, record) AS ("                                              \
  "SELECT adviser, 1, at, score, id FROM verbatim WHERE wave IS NOT NULL AND scale = 10 "          \
  "AND score IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) "                                               \
  "UNION ALL SELECT v.adviser, 2, v.at, a.score, a.id FROM verbatim v, answer a "                  \
  "WHERE a.verbatim = v.id AND v.wave IS NOT NULL AND a.criterion = 'satisfaction' "               \
  "AND a.scale = 5 AND a.score IN (1, 2, 3, 4, 5) "                                                \
  "UNION ALL SELECT v.adviser, 3, v.at, iif (a.score = 1 AND (SELECT count(*) FROM interaction e " \
  "JOIN person_member p ON p.customer = e.customer WHERE p.person = m.person "                     \
  "AND e.direction = 'in' AND e.began_at > 0 AND e.began_at BETWEEN i.began_at - 604800000 "       \
  "AND i.began_at - 1) = 0, 1, 0), a.id "                                                          \
  "FROM verbatim v, answer a, interaction i, person_member m, person_member n "                    \
  "WHERE a.verbatim = v.id AND v.wave IS NOT NULL AND a.criterion = 'solved' AND a.scale = 1 "     \
  "AND a.score IN (0, 1) AND i.id = v.interaction AND m.customer = v.customer "                    \
  "AND n.customer = i.customer AND n.person = m.person "                                           \
  "UNION ALL SELECT v.adviser, 5, v.at, iif ((SELECT count(*) FROM interaction e "                 \
  "JOIN person_member p ON p.customer = e.customer JOIN person_member m ON m.person = p.person "   \
  "WHERE m.customer = v.customer AND e.direction = 'out' AND e.began_at > v.at "                   \
  "AND e.began_at - v.at <= 2592000000) > 0, 1, 0), v.id FROM verbatim v "                         \
  "WHERE v.wave IS NOT NULL AND v.permission = 'yes' AND v.state = 'closed' "                      \
  "UNION ALL SELECT adviser, 4, ifnull (closed_at, due_at), iif (state = 'kept', 1, 0), id "       \
  "FROM promise WHERE state IN ('kept', 'late', 'broken')) "                                       \
  "SELECT g.adviser, g.kpi, g.at / 86400000 AS day, count(*), "                                    \
  "sum (CASE g.kpi WHEN 1 THEN g.value > 8 WHEN 2 THEN 0 ELSE g.value END), "                      \
  "sum (CASE g.kpi WHEN 1 THEN g.value < 7 WHEN 2 THEN 0 ELSE 1 - g.value END), "                  \
  "sum (g.value), sum (g.value * g.value) FROM given g JOIN record r ON r.id = g.record "          \
  "WHERE g.adviser IS NOT NULL AND g.at > 0 AND g.at <= r.first_seen + 172800000 "                 \
  "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
#define CELLS                                                                                      \
  "SELECT adviser, kpi, day, n, plus, minus, sum, squares FROM kpi_cell ORDER BY 1, 2, 3"

static void
assert_dump (DeriveFixture *f, const char *sql, const char *expected)
{
  g_autofree char *dump = store_fixture_dump (&f->base, sql);

  g_assert_cmpstr (dump, ==, expected);
}

static void
assert_agree (DeriveFixture *f)
{
  g_autofree char *plain = NULL;

  derive_fixture_settle (f);
  plain = store_fixture_dump (&f->base, PLAIN);
  assert_dump (f, CELLS, plain);
  /* And every cell opens to as many rows as it says. */
  assert_dump (f,
               "SELECT count(*) FROM kpi_cell c WHERE n <> (SELECT count(*) FROM kpi_entry e "
               "WHERE e.adviser = c.adviser AND e.kpi = c.kpi AND e.day = c.day)",
               "0\n");
}

static void
say_survey (DeriveFixture *f,
            const char *id,
            const char *adviser,
            const char *at,
            const char *score)
{
  derive_fixture_say (f, "survey-tool", VERBATIM, id,
                      SURVEY ("adviser", adviser, "at", at, "score", score));
}

static void
test_counted (DeriveFixture *f, gconstpointer data)
{
  say_survey (f, "1", "ida", "86400000", "9");
  say_survey (f, "2", "ida", "86400001", "6");
  say_survey (f, "3", "ida", "172800000", "8");
  derive_fixture_say (f, "survey-tool", ANSWER, "1:s", "verbatim", "1", "criterion", "satisfaction",
                      "score", "4", "scale", "5");
  derive_fixture_say (f, "crm", PROMISE, "p", "adviser", "ida", "state", "late", "due_at",
                      "86400000", "closed_at", "172800000");
  derive_fixture_say (f, "crm", PROMISE, "q", "adviser", "ida", "state", "open", "due_at",
                      "86400000");
  assert_agree (f);
  assert_dump (f, "SELECT kpi, day, n, plus, minus, sum, squares FROM kpi_cell ORDER BY 1, 2",
               "1|1|2|1|1|15|117\n"
               "1|2|1|0|0|8|64\n"
               "2|1|1|0|0|4|16\n"
               "4|2|1|0|1|0|0\n");
}

/* No adviser, no survey, another scale, no score, beyond the scale, no date, a date to come. */
static void
test_not_counted (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_say (f, "survey-tool", VERBATIM, "1", SURVEY ("at", "86400000", "score", "9"));
  derive_fixture_say (f, "web-shop", VERBATIM, "2", "adviser", "ida", "scale", "10", "at",
                      "86400000", "score", "9");
  derive_fixture_say (f, "survey-tool", VERBATIM, "3", "wave", "w", "adviser", "ida", "scale", "5",
                      "at", "86400000", "score", "5");
  derive_fixture_say (f, "survey-tool", VERBATIM, "4", SURVEY ("adviser", "ida", "at", "86400000"));
  say_survey (f, "5", "ida", "86400000", "11");
  derive_fixture_say (f, "survey-tool", VERBATIM, "6", SURVEY ("adviser", "ida", "score", "9"));
  say_survey (f, "7", "ida", "99999999999999", "9");
  derive_fixture_say (f, "survey-tool", ANSWER, "8", "verbatim", "5", "criterion", "welcome",
                      "score", "4", "scale", "5");
  assert_agree (f);
  assert_dump (f, "SELECT count(*) FROM kpi_cell", "0\n");
}

/* Nobody is to be joined with it, and the adviser may hear it all the same. */
static void
test_anonymous_counts (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_say (f, "survey-tool", VERBATIM, "1",
                      SURVEY ("adviser", "ida", "at", "86400000", "score", "9", "permission",
                              "anonymous", "customer", "c"));
  assert_agree (f);
  assert_dump (f, "SELECT n FROM kpi_cell", "1\n");
}

static void
test_an_answer_before_its_verbatim (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_say (f, "survey-tool", ANSWER, "1:s", "verbatim", "1", "criterion", "satisfaction",
                      "score", "4", "scale", "5");
  assert_agree (f);
  assert_dump (f, "SELECT count(*) FROM kpi_cell", "0\n");
  say_survey (f, "1", "ida", "86400000", "9");
  assert_agree (f);
  assert_dump (f, "SELECT kpi FROM kpi_cell", "1\n2\n");
  /* It was somebody else's contact. */
  say_survey (f, "1", "marc", "86400000", "9");
  assert_agree (f);
  derive_fixture_take_back (f, "survey-tool", DIAPASON_ENTITY_VERBATIM, "1");
  assert_agree (f);
  assert_dump (f, "SELECT count(*) FROM kpi_entry", "0\n");
}

static void
say_contact (DeriveFixture *f, const char *id, const char *customer, const char *way, gint64 hour)
{
  g_autofree char *at = g_strdup_printf ("%" G_GINT64_FORMAT, 20 * DAY + hour * (DAY / 24));

  derive_fixture_say (f, "survey-tool", INTERACTION, id, "customer", customer, "direction", way,
                      "began_at", at);
}

/* An answer about the contact "i" that began in the 20th day. */
static void
say_solved (DeriveFixture *f, const char *permission, const char *state)
{
  say_contact (f, "i", "c", "in", 0);
  derive_fixture_say (f, "survey-tool", VERBATIM, "v",
                      SURVEY ("adviser", "ida", "at", "1731600000", "customer", "c", "interaction",
                              "i", "permission", permission, "state", state));
  derive_fixture_say (f, "survey-tool", ANSWER, "v:s", "verbatim", "v", "criterion", "solved",
                      "score", "1", "scale", "1");
  assert_agree (f);
}

#define FIGURES "SELECT kpi, n, plus FROM kpi_cell ORDER BY 1"

/* Whom is not known, or about which contact, is not known to have been the first. */
static void
test_first_contact (DeriveFixture *f, gconstpointer data)
{
  say_solved (f, "no", "closed");
  assert_dump (f, FIGURES, "3|1|1\n");
  say_contact (f, "before", "c", "out", -24);
  say_contact (f, "after", "c", "in", 24);
  say_contact (f, "long-before", "c", "in", -7 * 24 - 1);
  assert_agree (f);
  assert_dump (f, FIGURES, "3|1|1\n");
  say_contact (f, "long-before", "c", "in", -7 * 24);
  assert_agree (f);
  assert_dump (f, FIGURES, "3|1|0\n");
  say_contact (f, "long-before", "other", "in", -7 * 24);
  assert_agree (f);
  assert_dump (f, FIGURES, "3|1|1\n");
  /* It was somebody else's contact. */
  say_contact (f, "i", "other", "in", 0);
  assert_agree (f);
  assert_dump (f, FIGURES, "");
}

static void
test_heard_back (DeriveFixture *f, gconstpointer data)
{
  say_solved (f, "yes", "open");
  assert_dump (f, FIGURES, "3|1|1\n");
  say_solved (f, "yes", "closed");
  assert_dump (f, FIGURES, "3|1|1\n5|1|0\n");
  say_contact (f, "call", "c", "out", 2);
  assert_agree (f);
  assert_dump (f, FIGURES, "3|1|1\n5|1|1\n");
  derive_fixture_take_back (f, "survey-tool", DIAPASON_ENTITY_INTERACTION, "call");
  assert_agree (f);
  assert_dump (f, FIGURES, "3|1|1\n5|1|0\n");
  /* Another record of theirs, by which they were called, is found to be theirs. */
  derive_fixture_say (f, "survey-tool", INTERACTION, "call", "customer", "d", "direction", "out",
                      "began_at", "1731600001");
  assert_agree (f);
  assert_dump (f, FIGURES, "3|1|1\n5|1|0\n");
  derive_fixture_decide (f, "key", "survey-tool", "c", "survey-tool", "d", TRUE);
  assert_agree (f);
  assert_dump (f, FIGURES, "3|1|1\n5|1|1\n");
  derive_fixture_undo (f, "key",
                       derive_fixture_id (f, "survey-tool", DIAPASON_ENTITY_CUSTOMER, "c"));
  assert_agree (f);
  assert_dump (f, FIGURES, "3|1|1\n5|1|0\n");
}

/* Whatever is said, said again otherwise, and taken back. */
static void
test_sums_are_those_of_the_rows (DeriveFixture *f, gconstpointer data)
{
  static const char *const advisers[] = { "ida", "marc", "lea", NULL };
  static const char *const customers[] = { "c", "d", "e" };
  static const char *const states[] = { "kept", "late", "broken", "open", "withdrawn" };

  for (guint round = 0; round < 12; round++)
    {
      for (guint i = 0; i < 25; i++)
        {
          g_autofree char *id = g_strdup_printf ("%d", g_test_rand_int_range (0, 30));
          g_autofree char *at =
              g_strdup_printf ("%" G_GINT64_FORMAT, g_test_rand_int_range (-1, 6) * (DAY / 2));
          g_autofree char *score = g_strdup_printf ("%d", g_test_rand_int_range (0, 12));
          g_autofree char *mark = g_strdup_printf ("%d", g_test_rand_int_range (0, 7));
          const char *adviser = advisers[g_test_rand_int_range (0, 4)];

          derive_fixture_say (f, "survey-tool", VERBATIM, id,
                              SURVEY ("adviser", adviser, "at", at, "score", score, "customer",
                                      customers[g_test_rand_int_range (0, 3)], "interaction", id,
                                      "permission", g_test_rand_bit () ? "yes" : "no", "state",
                                      g_test_rand_bit () ? "open" : "closed"));
          derive_fixture_say (f, "survey-tool", INTERACTION, id, "customer",
                              customers[g_test_rand_int_range (0, 3)], "direction",
                              g_test_rand_bit () ? "in" : "out", "began_at", at);
          derive_fixture_say (f, "survey-tool", ANSWER, id, "verbatim", id, "criterion",
                              g_test_rand_bit () ? "satisfaction" : "solved", "score", mark,
                              "scale", g_test_rand_bit () ? "5" : "1");
          derive_fixture_say (f, "crm", PROMISE, id, "adviser", adviser, "state",
                              states[g_test_rand_int_range (0, 5)], "due_at", at);
          if (g_test_rand_int_range (0, 6) == 0)
            derive_fixture_take_back (f, "survey-tool", DIAPASON_ENTITY_VERBATIM, id);
        }
      assert_agree (f);
    }
}

/* In Auckland it is tomorrow already. */
static void
test_days (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) paris = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GTimeZone) auckland = g_time_zone_new_identifier ("Pacific/Auckland");
  const gint64 noon = G_GINT64_CONSTANT (1761480000000); /* 2025-10-26T12:00Z, clocks change */
  const gint64 day = noon / DAY;

  g_assert_cmpint (diapason_kpi_day (noon, utc), ==, day);
  g_assert_cmpint (diapason_kpi_day (noon, auckland), ==, day + 1);
  g_assert_cmpint (diapason_kpi_day (-1, utc), ==, -1);
  /* The day has 25 hours in Paris: from 22:00Z the evening before to 23:00Z. */
  g_assert_cmpint (diapason_kpi_day (day * DAY - 2 * DAY / 24, paris), ==, day);
  g_assert_cmpint (diapason_kpi_day (day * DAY - 2 * DAY / 24 - 1, paris), ==, day - 1);
  g_assert_cmpint (diapason_kpi_day (day * DAY + 23 * (DAY / 24) - 1, paris), ==, day);
  g_assert_cmpint (diapason_kpi_day (day * DAY + 23 * (DAY / 24), paris), ==, day + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("counted", test_counted);
  TEST ("not-counted", test_not_counted);
  TEST ("anonymous-counts", test_anonymous_counts);
  TEST ("an-answer-before-its-verbatim", test_an_answer_before_its_verbatim);
  TEST ("first-contact", test_first_contact);
  TEST ("heard-back", test_heard_back);
  TEST ("sums-are-those-of-the-rows", test_sums_are_those_of_the_rows);
  g_test_add_func ("/derive/kpi/days", test_days);
  return g_test_run ();
}
