/* test-four-sources.c: the four descriptors against a hub of a few known rows: what the survey tool
 * and the web shop tell is in the cache and joined with what the others do, a round with nothing
 * new brings nothing, one with a change brings only that.
 */
#include "await.h"
#include "hub-fixture.h"
#include "source-fixture.h"

#define LOGIN "anouk"

static void
connect_sources (SourceFixture *fixture, HubFixture *hub)
{
  static const char *const sources[][3] = {
    { "crm", "/crm/v1", "token crm-" LOGIN },
    { "contact-platform", "/platform",
      "client_id diapason client_secret diapason-demo-secret user " LOGIN " password demo-" LOGIN },
    { "survey-tool", "/survey/v2", "key survey-" LOGIN },
    { "web-shop", "/shop", "user " LOGIN " password shop-" LOGIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *base =
          g_strdup_printf ("http://127.0.0.1:%u%s", hub_fixture_get_port (hub), sources[i][1]);
      source_fixture_connect (fixture, sources[i][0], base, sources[i][2]);
    }
}

/* What a round of all sources brings: "stream entity added/changed/deleted", a line each. */
static char *
sync_and_tell (SourceFixture *fixture)
{
  g_autoptr (DiapasonSyncReport) report = source_fixture_sync (fixture, NULL);
  g_autoptr (GString) told = g_string_new (NULL);

  g_assert_true (diapason_sync_report_is_success (report));
  for (guint i = 0; i < report->rows->len; i++)
    {
      const DiapasonSyncReportRow *row = g_ptr_array_index (report->rows, i);
      g_assert_cmpuint (row->refused, ==, 0);
      if (row->added + row->changed + row->deleted > 0)
        g_string_append_printf (told, "%s %s %u/%u/%u\n", row->stream,
                                diapason_entity_info (row->entity)->name, row->added, row->changed,
                                row->deleted);
    }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static void
check_round (SourceFixture *fixture, const char *wanted)
{
  g_autofree char *told = sync_and_tell (fixture);

  g_assert_cmpstr (told, ==, wanted);
}

static void
check_joins (SourceFixture *fixture)
{
  source_fixture_check (
      fixture,
      "SELECT e.remote_id || ' ' || coalesce (c.name, '-') || ' ' || "
      "coalesce (i.channel, '-') || ' ' || coalesce (a.name, '-') || ' ' || "
      "coalesce (w.name, '-') || ' ' || coalesce (v.score, '-') || '/' || v.scale "
      "FROM verbatim v JOIN record e USING (id) "
      "LEFT JOIN customer c ON c.id = v.customer "
      "LEFT JOIN interaction i ON i.id = v.interaction "
      "LEFT JOIN adviser a ON a.id = v.adviser "
      "LEFT JOIN survey_wave w ON w.id = v.wave ORDER BY 1",
      "fe_0000001 Renée O'Dowd \"Reine\" <b> call Anouk Delorme January 3/10\n"
      "fe_0000002 +390115550102 chat Bastien Roux January 10/10\n"
      "fe_0000003 - - Anouk Delorme January -/10\n"
      "re_0000001 Renée O'Dowd - - - 2/5\n"
      "re_0000002 - - - - 5/5");
  source_fixture_check (fixture,
                        "SELECT e.remote_id || ' ' || c.name || ' ' || i.channel || ' ' || i.state "
                        "FROM interaction i JOIN record e USING (id) JOIN source s ON s.id = "
                        "e.source JOIN customer c ON c.id = i.customer WHERE s.name = 'web-shop' "
                        "ORDER BY 1",
                        "or_0000001 Renée O'Dowd web closed\nor_0000002 Guest web open\n"
                        "st_0000001 Renée O'Dowd store closed\nst_0000002 Guest store closed\n"
                        "vi_0000001 Renée O'Dowd web closed\nvi_0000002 Guest web closed");
  source_fixture_check (
      fixture,
      "SELECT e.remote_id || ' ' || s.family_name || ' ' || p.value FROM customer "
      "c JOIN record e USING (id) JOIN customer s ON s.id = c.same_as "
      "JOIN contact_point p ON p.customer = c.id WHERE e.remote_id LIKE 'S%'",
      "S0000042 O'Dowd \"Reine\" <b> renee@example.test");
  source_fixture_check (fixture,
                        "SELECT remote_id || ' ' || score FROM answer JOIN record USING (id) "
                        "ORDER BY 1",
                        "fe_0000001:listening 2\nfe_0000001:solved 0");
  source_fixture_check (fixture,
                        "SELECT s.name || ' ' || r.remote_id FROM source s JOIN record r ON r.id = "
                        "s.me ORDER BY 1",
                        "contact-platform anouk\ncrm E1001\nsurvey-tool E1001\nweb-shop anouk");
}

static void
test_joined (SourceFixture *fixture, gconstpointer data)
{
  g_autoptr (HubFixture) hub = hub_fixture_new (0, 300);

  connect_sources (fixture, hub);
  source_fixture_sync_well (fixture);
  check_joins (fixture);
  source_fixture_restart (fixture);
}

/* Gives a row the next number and instant, as any write does. */
static void
touch (HubFixture *hub, const char *table, const char *id, const char *change)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE meta SET value = value + 1 WHERE key IN ('seq', 'clock');"
                       "UPDATE %s SET revision = revision + 1,"
                       " seq = (SELECT CAST (value AS INTEGER) FROM meta WHERE key = 'seq'),"
                       " updated_at = (SELECT CAST (value AS INTEGER) FROM meta WHERE key ="
                       " 'clock')%s WHERE id = '%s'",
                       table, change, id);

  hub_fixture_run (hub, sql);
}

static void
test_changes (SourceFixture *fixture, gconstpointer data)
{
  g_autoptr (HubFixture) hub = hub_fixture_new (0, 300);
  SourceFixture fresh = { 0 };

  connect_sources (fixture, hub);
  source_fixture_sync_well (fixture);
  check_round (fixture, "");
  source_fixture_check (fixture, "SELECT count (*) FROM stream WHERE etag IS NOT NULL", "5");
  check_round (fixture, "");

  touch (hub, "feedback", "fe_0000002", ", state = 'open'");
  touch (hub, "shop_visit", "vi_0000001", ", found = 'yes'");
  check_round (fixture, "answers verbatim 0/1/0\nvisits interaction 0/1/0\n");

  hub_fixture_run (hub, "UPDATE feedback_score SET deleted = 1 WHERE criterion = 'listening'");
  touch (hub, "feedback", "fe_0000001", ", recommend = 4");
  touch (hub, "survey_count", "W2026-01:E1001:call", ", deleted = 1");
  touch (hub, "shop_account", "S0000900", ", deleted = 1");
  touch (hub, "review", "re_0000002", ", deleted = 1");
  check_round (fixture, "counts survey_count 0/0/1\nanswers verbatim 0/1/0\nanswers answer 0/0/1\n"
                        "accounts customer 0/0/1\naccounts contact_point 0/0/1\n"
                        "reviews verbatim 0/0/1\n");
  touch (hub, "feedback", "fe_0000001", ", deleted = 1");
  check_round (fixture, "answers verbatim 0/0/1\nanswers answer 0/0/1\n");
  check_round (fixture, "");

  g_autofree char *after = source_fixture_dump_all (fixture);
  source_fixture_set_up (&fresh, NULL);
  connect_sources (&fresh, hub);
  source_fixture_sync_well (&fresh);
  g_autofree char *anew = source_fixture_dump_all (&fresh);
  g_assert_cmpstr (anew, ==, after);
  source_fixture_tear_down (&fresh, NULL);
  source_fixture_restart (fixture);
}

/* More rows than a page holds, many of the same instant; one changes while they are read. */
static void
test_many (SourceFixture *fixture, gconstpointer data)
{
  g_autoptr (HubFixture) hub = hub_fixture_new (0, 300);

  hub_fixture_run (
      hub,
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1700)"
      " INSERT INTO feedback (id, wave, adviser, channel, answered_at, language, permission, state,"
      " seq, updated_at) SELECT 'fe_1' || i, 'W2026-01', 'E1001', 'call', i, 'fr', 'anonymous',"
      " 'open', 1000 + i, 1767800000000 + i / 900 FROM n;"
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1700)"
      " INSERT INTO review (id, author, posted_at, stars, about, title, text, language, state, seq,"
      " updated_at) SELECT 're_1' || i, 'N.', i, 3, 'Cable', 'Hm', 'Hm.', 'en', 'open', 4000 + i,"
      " 1767800000000 FROM n;"
      "UPDATE meta SET value = 9000 WHERE key = 'seq'");
  connect_sources (fixture, hub);
  source_fixture_sync_well (fixture);
  source_fixture_check (fixture,
                        "SELECT channel || ' ' || count (*) FROM verbatim GROUP BY channel",
                        "call 1701\nchat 1\nemail 1\nreview 1702");
  check_round (fixture, "");
  source_fixture_restart (fixture);
}

/* Another company in the same place: what was told of the first links nowhere. */
static void
test_link_expired (SourceFixture *fixture, gconstpointer data)
{
  g_autoptr (HubFixture) hub = hub_fixture_new (0, 300);

  connect_sources (fixture, hub);
  source_fixture_sync_well (fixture);
  hub_fixture_run (hub, "UPDATE meta SET value = 50 WHERE key = 'seq';"
                        "UPDATE shop_order SET seq = seq - 40, revision = 2, items = '3 × Cable';"
                        "DELETE FROM store_visit");
  check_round (fixture, "orders interaction 0/2/0\n");
  check_round (fixture, "");
  source_fixture_restart (fixture);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (SourceFixture *, gconstpointer);
  } tests[] = {
    { "/source/four-sources/joined", test_joined },
    { "/source/four-sources/changes", test_changes },
    { "/source/four-sources/many", test_many },
    { "/source/four-sources/link-expired", test_link_expired },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, SourceFixture, NULL, source_fixture_set_up, tests[i].test,
                source_fixture_tear_down);
  return g_test_run ();
}
