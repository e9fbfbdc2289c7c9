/* hub-shop.c: the web shop as it reads: bare lists whose Link header says where they go on,
 * seconds, amounts as texts, an ETag of its own for every list. Thread: the hub's.
 *
 * A list goes by the number of each row's last change, like the contact platform's; its links carry
 * that number. After the last row the link is one of "changes": it stays good for what comes. Rows
 * only ever leave a page or come in behind it, so that how many they are, the last of them and
 * whether any follow say what is in it, and the rows need not be read to know that it is the same.
 */
#include "hub-route.h"

#define REVISION "'rev', t.revision"

#define ENTITY(of, members)                                                                        \
  {                                                                                                \
    .table = of, .id = "t.id", .json = "json_object ('id', t.id, " members ", " REVISION ")",      \
    .tombstone = "json_object ('id', t.id, 'gone', json ('true'), " REVISION ")"                   \
  }

static const DiapasonHubEntity account =
    ENTITY ("shop_account", "'name', t.name, 'email', t.email, 'customerNumber', t.crm_customer");

static const DiapasonHubEntity visit =
    ENTITY ("shop_visit",
            "'account', t.account, 'start', t.began_at / 1000, 'end', t.ended_at / 1000,"
            " 'topic', t.topic, 'search', t.searched, 'article', t.article, 'found', t.found");

static const DiapasonHubEntity order =
    ENTITY ("shop_order",
            "'account', t.account, 'number', t.number, 'placed', t.placed_at / 1000,"
            " 'done', t.ended_at / 1000, 'items', t.items, 'total', json_object ('amount',"
            " printf ('%d.%02d', t.total / 100, t.total % 100), 'currency', t.currency),"
            " 'state', t.state");

static const DiapasonHubEntity store_visit =
    ENTITY ("store_visit",
            "'account', t.account, 'store', t.store, 'start', t.began_at / 1000,"
            " 'end', t.ended_at / 1000, 'reason', t.reason, 'note', t.note, 'solved', t.solved");

static const DiapasonHubEntity review =
    ENTITY ("review",
            "'account', t.account, 'author', t.author, 'posted', t.posted_at / 1000,"
            " 'stars', t.stars, 'product', t.about, 'title', t.title, 'text', t.text,"
            " 'lang', t.language, 'answered', json (iif (t.state = 'closed', 'true', 'false'))");

#define DEFAULT_LIMIT 100
#define MOST_LIMIT    500

typedef struct
{
  const DiapasonHubEntity *entity;
  gint64 since;
  gint64 limit;
  gint64 n_rows;
  gint64 last;       /* number of the last row's change; @since without rows */
  gint64 changed_at; /* its instant: two companies may count alike */
  gboolean more;
} Page;

/* A number that was never given belongs to another company. */
static gboolean
read_page (DiapasonHubCall *call, Page *page)
{
  page->entity = call->route->entity;
  page->since = diapason_hub_call_query_number (call, "since", 0, 0, G_MAXINT64);
  page->limit = diapason_hub_call_query_number (call, "limit", DEFAULT_LIMIT, 1, MOST_LIMIT);
  if (page->since > diapason_hub_database_number (call->database,
                                                  "SELECT CAST (value AS INTEGER) FROM meta"
                                                  " WHERE key = 'seq'",
                                                  ""))
    diapason_hub_call_refuse (call, SOUP_STATUS_GONE, "link_expired",
                              "This link is not known, or no longer. Begin again without \"since\""
                              ".");
  return !diapason_hub_call_is_refused (call);
}

static void
measure_page (DiapasonHubCall *call, Page *page)
{
  g_autofree char *count =
      g_strdup_printf ("SELECT count (*), coalesce (max (seq), ?1) FROM (SELECT seq FROM %s"
                       " WHERE seq > ?1 ORDER BY seq LIMIT ?2)",
                       page->entity->table);
  g_autofree char *end =
      g_strdup_printf ("SELECT updated_at, EXISTS (SELECT 1 FROM %s WHERE seq > ?1) FROM %s"
                       " WHERE seq = ?1",
                       page->entity->table, page->entity->table);
  sqlite3_stmt *row =
      diapason_hub_database_ask (call->database, count, "ii", page->since, page->limit);

  if (diapason_hub_database_next (call->database, row))
    {
      page->n_rows = sqlite3_column_int64 (row, 0);
      page->last = sqlite3_column_int64 (row, 1);
      sqlite3_reset (row);
    }
  row = diapason_hub_database_ask (call->database, end, "i", page->last);
  if (page->n_rows > 0 && diapason_hub_database_next (call->database, row))
    {
      page->changed_at = sqlite3_column_int64 (row, 0);
      page->more = sqlite3_column_int (row, 1);
      sqlite3_reset (row);
    }
}

static void
link_page (DiapasonHubCall *call, const Page *page)
{
  g_autofree char *query = g_strdup_printf ("limit=%" G_GINT64_FORMAT "&since=%" G_GINT64_FORMAT,
                                            page->limit, page->last);
  g_autofree char *uri = g_uri_join (G_URI_FLAGS_ENCODED, g_uri_get_scheme (call->uri), NULL,
                                     g_uri_get_host (call->uri), g_uri_get_port (call->uri),
                                     call->route->path, query, NULL);
  g_autofree char *link =
      g_strdup_printf ("<%s>; rel=\"%s\"", uri, page->more ? "next" : "changes");

  soup_message_headers_replace (call->answer_headers, "Link", link);
}

static char *
print_rows (DiapasonHubCall *call, const Page *page)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autofree char *sql =
      g_strdup_printf ("SELECT iif (t.deleted, %s, %s) FROM %s t WHERE t.seq > ?1 ORDER BY t.seq"
                       " LIMIT ?2",
                       page->entity->tombstone, page->entity->json, page->entity->table);
  sqlite3_stmt *rows =
      diapason_hub_database_ask (call->database, sql, "ii", page->since, page->n_rows);

  for (const char *comma = ""; diapason_hub_database_next (call->database, rows); comma = ",")
    g_string_append_printf (text, "%s%s", comma, diapason_hub_column_text (rows, 0));
  g_string_append_c (text, ']');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
answer_list (DiapasonHubCall *call)
{
  Page page = { 0 };

  if (!read_page (call, &page))
    return;
  measure_page (call, &page);

  g_autofree char *tag =
      g_strdup_printf ("\"%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "%s\"",
                       page.n_rows, page.last, page.changed_at, page.more ? "+" : "");
  link_page (call, &page);
  if (!diapason_hub_call_is_known (call, tag))
    diapason_hub_call_answer (call, SOUP_STATUS_OK, print_rows (call, &page));
}

static void
answer_single (DiapasonHubCall *call)
{
  diapason_hub_call_answer_row (call, SOUP_STATUS_OK, call->route->entity, call->id);
}

static void
answer_me (DiapasonHubCall *call)
{
  diapason_hub_call_answer (call, SOUP_STATUS_OK,
                            diapason_hub_database_text (call->database,
                                                        "SELECT json_object ('user', login, 'name',"
                                                        " name, 'employee', id) FROM adviser"
                                                        " WHERE id = ?1",
                                                        "s", call->adviser));
}

#define SHOP "/shop"
#define READ(path, entity)                                                                         \
  { "GET", SHOP path, DIAPASON_HUB_ACCESS_SHOP, answer_list, &entity },                            \
  {                                                                                                \
    "GET", SHOP path "/{id}", DIAPASON_HUB_ACCESS_SHOP, answer_single, &entity                     \
  }

static const DiapasonHubRoute routes[] = {
  { "GET", SHOP "/me", DIAPASON_HUB_ACCESS_SHOP, answer_me },
  READ ("/accounts", account),
  READ ("/visits", visit),
  READ ("/orders", order),
  READ ("/store-visits", store_visit),
  READ ("/reviews", review),
};

const DiapasonHubRoute *
diapason_hub_shop_routes (gsize *n_routes)
{
  *n_routes = G_N_ELEMENTS (routes);
  return routes;
}
