/* test-hub-shop.c: the web shop: its links followed to the end and on, what is the same told
 * without a body, its rows, its logins.
 */
#include "hub-fixture.h"

#define ORDERS "/shop/orders"

static HubAnswer *
get_unless (HubFixture *fixture, const char *path, const char *tag)
{
  g_autofree char *basic = hub_basic ("anouk");

  return hub_ask (fixture, .path = path, .none_match = tag, .header = { "Authorization", basic });
}

static HubAnswer *
get (HubFixture *fixture, const char *path)
{
  return get_unless (fixture, path, NULL);
}

static const char *
tag_of (HubAnswer *answer)
{
  return soup_message_headers_get_one (answer->headers, "ETag");
}

/* The path and query of the answer's only link. @relation: "next" or "changes". */
static char *
follow (HubFixture *fixture, HubAnswer *answer, const char **relation)
{
  const char *link = soup_message_headers_get_one (answer->headers, "Link");
  g_autofree char *own = g_strdup_printf ("<http://127.0.0.1:%u", hub_fixture_get_port (fixture));
  const char *end = strchr (link, '>');

  g_assert_true (g_str_has_prefix (link, own));
  *relation = g_str_equal (end, ">; rel=\"next\"") ? "next" : "changes";
  g_assert_true (g_str_equal (*relation, "next") || g_str_equal (end, ">; rel=\"changes\""));
  return g_strndup (link + strlen (own), end - link - strlen (own));
}

/* Goes from @path on to the end of the list, and returns where what changes will be.
 * @ids: each row's id, a tombstone's with a '-' before it, one a line. */
static char *
walk (HubFixture *fixture, const char *path, GString *ids)
{
  g_autofree char *at = g_strdup (path);

  for (const char *relation = "next"; g_str_equal (relation, "next");)
    {
      g_autoptr (HubAnswer) answer = get (fixture, at);
      JsonArray *rows = json_node_get_array (answer->body);

      for (guint i = 0; i < json_array_get_length (rows); i++)
        {
          JsonObject *row = json_array_get_object_element (rows, i);
          g_string_append_printf (ids, "%s%s\n", json_object_has_member (row, "gone") ? "-" : "",
                                  json_object_get_string_member (row, "id"));
        }
      g_free (at);
      at = follow (fixture, answer, &relation);
    }
  return g_steal_pointer (&at);
}

static void
test_links (void)
{
  static const char *const lists[][2] = { { "accounts", "shop_account" },
                                          { "visits", "shop_visit" },
                                          { "orders", "shop_order" },
                                          { "store-visits", "store_visit" },
                                          { "reviews", "review" } };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (int limit = 1; limit <= 4; limit++)
      {
        g_autofree char *path = g_strdup_printf ("/shop/%s?limit=%d", lists[i][0], limit);
        g_autofree char *sql =
            g_strdup_printf ("SELECT iif (deleted, '-', '') || id FROM %s ORDER BY seq",
                             lists[i][1]);
        g_autofree char *expected = hub_fixture_sql (fixture, sql);
        g_autoptr (GString) ids = g_string_new (NULL);
        g_autoptr (GString) none = g_string_new (NULL);
        g_autofree char *changes = walk (fixture, path, ids);
        g_autofree char *still = walk (fixture, changes, none);

        g_assert_cmpstr (ids->str, ==, expected);
        g_assert_cmpstr (none->str, ==, "");
        g_assert_cmpstr (still, ==, changes);
      }
}

static void
change_order (HubFixture *fixture, const char *id, int seq)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE shop_order SET revision = revision + 1, seq = %d, updated_at = %d"
                       " WHERE id = '%s'; UPDATE meta SET value = %d WHERE key = 'seq'",
                       seq, seq, id, seq);

  hub_fixture_run (fixture, sql);
}

static void
test_changes (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) changed = g_string_new (NULL);
  g_autofree char *changes = walk (fixture, ORDERS "?limit=1", all);

  change_order (fixture, "or_0000001", 900);
  hub_fixture_run (fixture, "UPDATE shop_order SET deleted = 1 WHERE id = 'or_0000001'");
  g_autofree char *later = walk (fixture, changes, changed);
  g_assert_cmpstr (changed->str, ==, "-or_0000001\n");
  g_assert_cmpstr (later, !=, changes);
}

/* A row that changes while it is read past comes again at the end; none is left out. */
static void
test_change_while_reading (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) first = get (fixture, ORDERS "?limit=1");
  g_autoptr (GString) rest = g_string_new (NULL);
  const char *relation = NULL;
  g_autofree char *next = follow (fixture, first, &relation);

  change_order (fixture, "or_0000001", 900);
  g_autofree char *changes = walk (fixture, next, rest);
  g_assert_cmpstr (rest->str, ==, "or_0000002\nor_0000001\n");
  g_assert_nonnull (changes);
}

/* What is the same is told without a body; every kind of change is a change of the tag. */
static void
test_tags (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) known = get (fixture, ORDERS "?limit=1");
  g_autoptr (HubAnswer) same = get_unless (fixture, ORDERS "?limit=1", tag_of (known));
  g_autoptr (HubAnswer) other = get_unless (fixture, ORDERS "?limit=2", tag_of (known));

  g_assert_cmpuint (known->status, ==, 200);
  g_assert_cmpuint (same->status, ==, 304);
  g_assert_null (same->text);
  g_assert_cmpstr (tag_of (same), ==, tag_of (known));
  g_assert_cmpuint (other->status, ==, 200);

  change_order (fixture, "or_0000002", 900);
  g_autoptr (HubAnswer) still = get_unless (fixture, ORDERS "?limit=1", tag_of (known));
  g_assert_cmpuint (still->status, ==, 304);
  change_order (fixture, "or_0000001", 901);
  g_autoptr (HubAnswer) changed = get_unless (fixture, ORDERS "?limit=1", tag_of (known));
  g_assert_cmpuint (changed->status, ==, 200);
  change_order (fixture, "or_0000002", 902);
  g_autoptr (HubAnswer) again = get_unless (fixture, ORDERS "?limit=1", tag_of (changed));
  g_assert_cmpuint (again->status, ==, 200);
}

/* The rows of a list that is the same are not read at all. */
static void
test_no_work (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) known = get (fixture, ORDERS);
  hub_fixture_run (fixture, "UPDATE shop_order SET items = 'other words'");
  g_autoptr (HubAnswer) same = get_unless (fixture, ORDERS, tag_of (known));

  g_assert_cmpuint (same->status, ==, 304);
}

/* Of none to one, and the last to go on, the link of an empty list is good for what comes. */
static void
test_empty (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  const char *relation = NULL;

  hub_fixture_run (fixture, "UPDATE shop_order SET seq = seq - 1000");
  g_autoptr (HubAnswer) none = get (fixture, ORDERS);
  g_autofree char *changes = follow (fixture, none, &relation);
  g_autoptr (HubAnswer) same = get_unless (fixture, changes, tag_of (none));
  change_order (fixture, "or_0000002", 900);
  g_autoptr (HubAnswer) one = get_unless (fixture, changes, tag_of (none));

  g_assert_cmpstr (none->text, ==, "[]");
  g_assert_cmpstr (relation, ==, "changes");
  g_assert_cmpuint (same->status, ==, 304);
  g_assert_cmpstr (hub_answer_text (one, "0.id"), ==, "or_0000002");
}

static void
test_bad_links (void)
{
  static const char *const wrong[] = { "since=-1", "since=",    "since=9223372036854775808",
                                       "limit=0",  "limit=501", "limit=x" };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) next = get (fixture, ORDERS "?since=61");
  g_autoptr (HubAnswer) far = get (fixture, ORDERS "?since=9223372036854775807");

  hub_assert_refused (next, 410, "link_expired");
  hub_assert_refused (far, 410, "link_expired");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_strconcat (ORDERS "?", wrong[i], NULL);
      g_autoptr (HubAnswer) answer = get (fixture, path);

      g_test_message ("%s", wrong[i]);
      hub_assert_refused (answer, 400, "invalid_parameter");
      g_assert_null (tag_of (answer));
    }
}

static void
test_rows (void)
{
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autoptr (HubAnswer) account = get (fixture, "/shop/accounts/S0000900");
  g_autoptr (HubAnswer) visit = get (fixture, "/shop/visits/vi_0000001");
  g_autoptr (HubAnswer) order = get (fixture, "/shop/orders/or_0000002");
  g_autoptr (HubAnswer) review = get (fixture, "/shop/reviews/re_0000002");
  g_autoptr (HubAnswer) gone = get (fixture, "/shop/reviews/re_0000003");
  g_autoptr (HubAnswer) me = get (fixture, "/shop/me");

  g_assert_true (json_node_is_null (hub_answer_get (account, "customerNumber")));
  g_assert_cmpint (hub_answer_number (visit, "end"), ==, 1767600088);
  g_assert_cmpstr (hub_answer_text (visit, "search"), ==, "money back?");
  g_assert_true (json_node_is_null (hub_answer_get (order, "done")));
  g_assert_cmpstr (hub_answer_text (order, "total.amount"), ==, "0.09");
  g_assert_true (json_node_get_boolean (hub_answer_get (review, "answered")));
  hub_assert_refused (gone, 404, "not_found");
  g_assert_cmpstr (hub_answer_text (me, "user"), ==, "anouk");
  g_assert_cmpstr (hub_answer_text (me, "employee"), ==, "E1001");
}

static void
test_logins (void)
{
  /* "anouk:", "anouk", "anouk:shop-bastien", "nobody:shop-nobody", ":shop-", bytes, another kind */
  static const char *const wrong[] = {
    "Basic YW5vdWs6",
    "Basic YW5vdWs=",
    "Basic YW5vdWs6c2hvcC1iYXN0aWVu",
    "Basic bm9ib2R5OnNob3Atbm9ib2R5",
    "Basic OnNob3At",
    "Basic //79",
    "Bearer crm-anouk",
    "Basic",
    "Basic !",
  };
  g_autoptr (HubFixture) fixture = hub_fixture_new (0, 300);
  g_autofree char *carla = hub_basic ("carla");
  g_autoptr (HubAnswer) left =
      hub_ask (fixture, .path = "/shop/me", .header = { "Authorization", carla });

  hub_assert_refused (left, 403, "access_ended");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (HubAnswer) answer =
          hub_ask (fixture, .path = ORDERS, .header = { "Authorization", wrong[i] });

      g_test_message ("%s", wrong[i]);
      hub_assert_refused (answer, 401, "unauthorized");
      g_assert_cmpstr (soup_message_headers_get_one (answer->headers, "WWW-Authenticate"), ==,
                       "Basic realm=\"shop\"");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hub/shop/links", test_links);
  g_test_add_func ("/hub/shop/changes", test_changes);
  g_test_add_func ("/hub/shop/change-while-reading", test_change_while_reading);
  g_test_add_func ("/hub/shop/tags", test_tags);
  g_test_add_func ("/hub/shop/no-work", test_no_work);
  g_test_add_func ("/hub/shop/empty", test_empty);
  g_test_add_func ("/hub/shop/bad-links", test_bad_links);
  g_test_add_func ("/hub/shop/rows", test_rows);
  g_test_add_func ("/hub/shop/logins", test_logins);
  return g_test_run ();
}
