/* hub-platform.c: the contact platform as it reads: feeds with an opaque cursor, camelCase,
 * milliseconds, people by login, words of its own. Thread: the hub's.
 *
 * A feed goes by the number of each row's last change. So a cursor that was kept goes on where it
 * stopped, and a row that changes meanwhile is told again, behind it. */
#include "hub-platform.h"

#include "hub-auth.h"
#include "hub-json.h"
#include "hub-route.h"

#define LOGIN(adviser) "(SELECT a.login FROM adviser a WHERE a.id = " adviser ")"
#define CHANNEL(name)                                                                              \
  "CASE " name " WHEN 'call' THEN 'voice' WHEN 'email' THEN 'mail' WHEN 'sms' THEN 'text'"         \
  " ELSE " name " END"
#define CHANGED "'version', t.revision, 'updatedAt', t.updated_at"

#define ENTITY(of, called, members)                                                                \
  {                                                                                                \
    .table = of, .id = called, .json = "json_object ('id', " called ", " members ", " CHANGED ")", \
    .tombstone = "json_object ('id', " called ", 'removed', json ('true'), " CHANGED ")"           \
  }

const DiapasonHubEntity diapason_hub_platform_agent =
    ENTITY ("adviser", "t.login", "'name', t.name, 'crmId', t.id, 'lang', t.language");

const DiapasonHubEntity diapason_hub_platform_contact =
    ENTITY ("contact",
            "t.id",
            "'crmId', t.crm_customer, 'name', t.display_name, 'lang', t.language,"
            " 'handles', (SELECT json_group_array (json_object ('type', h.type, 'value', h.value))"
            " FROM (SELECT 'phone' AS type, t.phone AS value UNION ALL SELECT 'mail', t.email) h"
            " WHERE h.value IS NOT NULL)");

const DiapasonHubEntity diapason_hub_platform_conversation = ENTITY (
    "interaction",
    "t.id",
    "'contactId', t.contact, 'agent', " LOGIN ("t.adviser") ", 'channel', " CHANNEL (
        "t.channel") ", 'direction', iif (t.direction = 'in', 'inbound', 'outbound'),"
                     " 'startedAt', t.began_at, 'endedAt', t.ended_at, 'subject', t.subject,"
                     " 'status', CASE t.state WHEN 'waiting' THEN 'queued' WHEN 'open' THEN "
                     "'active' ELSE 'done' END,"
                     " 'wrapUp', iif (coalesce (t.reason, t.level, t.solved, t.summary) IS NULL, "
                     "NULL,"
                     " json_object ('reason', t.reason, 'level', t.level, 'solved', t.solved,"
                     " 'summary', t.summary))");

const DiapasonHubEntity diapason_hub_platform_message =
    ENTITY ("message",
            "t.id",
            "'conversationId', t.interaction, 'kind', t.kind, 'agent', " LOGIN (
                "t.adviser") ", 'from', CASE t.author WHEN 'customer' THEN 'contact' WHEN "
                             "'adviser' THEN 'agent'"
                             " ELSE 'bot' END, 'sentAt', t.at, 'text', t.body, 'lang', t.language");

const DiapasonHubEntity diapason_hub_platform_presence =
    ENTITY ("presence",
            LOGIN ("t.id"),
            "'state', t.state, 'since', t.since, 'channels',"
            " (SELECT json_group_array (json_object ('channel', " CHANNEL (
                "c.channel") ", 'state', c.state, 'since', c.since, 'setBy', json_object ('kind',"
                             " c.set_by, 'agent', " LOGIN (
                                 "c.set_by_adviser") "))) FROM (SELECT * FROM presence_channel p"
                                                     " WHERE p.presence = t.id AND NOT p.deleted "
                                                     "ORDER BY p.id) c)");

const DiapasonHubEntity diapason_hub_platform_article =
    ENTITY ("article",
            "t.id",
            "'title', t.title, 'html', t.body, 'topic', t.topic, 'lang', t.language");

static const DiapasonHubEntity canned_reply =
    ENTITY ("canned_reply",
            "t.id",
            "'title', t.title, 'text', t.body, 'channel', " CHANNEL (
                "t.channel") ", 'lang', t.language");

const DiapasonHubEntity diapason_hub_platform_feedback =
    ENTITY ("article_feedback",
            "t.id",
            "'articleId', t.article, 'agent', " LOGIN ("t.adviser") ", 'kind', t.kind,"
                                                                    " 'text', t.text");

#define DEFAULT_LIMIT 100
#define MOST_LIMIT    1000

/* A part of the platform that is read to its end and then followed. */
typedef struct
{
  const DiapasonHubEntity *entity;
  const char *conversation; /* (nullable) only its rows */
  gint64 limit;
  gint64 after;
} Feed;

static char *
make_cursor (const Feed *feed, gint64 seq)
{
  g_autofree char *plain =
      g_strdup_printf ("%s/%s:%" G_GINT64_FORMAT, feed->entity->table,
                       feed->conversation == NULL ? "" : feed->conversation, seq);

  return g_base64_encode ((const guchar *) plain, strlen (plain));
}

/* A cursor that is of another feed, or of a number that was never given (the company is another one
 * than the cursor's), is no good. */
static gboolean
read_cursor (DiapasonHubCall *call, Feed *feed)
{
  const char *cursor = call->query == NULL ? NULL : g_hash_table_lookup (call->query, "cursor");
  gsize length = 0;

  feed->after = 0;
  if (cursor == NULL)
    return TRUE;

  g_autofree guchar *bytes = g_base64_decode (cursor, &length);
  g_autofree char *plain = g_strndup ((const char *) bytes, length);
  const char *colon = strrchr (plain, ':');
  if (colon == NULL || !g_ascii_string_to_signed (colon + 1, 10, 0, G_MAXINT64, &feed->after, NULL))
    return FALSE;

  g_autofree char *same = make_cursor (feed, feed->after);
  return g_str_equal (same, cursor) &&
         feed->after <= diapason_hub_database_number (call->database,
                                                      "SELECT CAST (value AS INTEGER) FROM meta"
                                                      " WHERE key = 'seq'",
                                                      "");
}

/* A conversation has few messages and its own index; sorting them beats going through all by
 * number. */
static sqlite3_stmt *
ask_rows (DiapasonHubCall *call, const Feed *feed)
{
  const char *where = feed->conversation == NULL
                          ? "t.seq > ?1 ORDER BY t.seq LIMIT ?2"
                          : "t.interaction = ?3 AND +t.seq > ?1 ORDER BY +t.seq LIMIT ?2";
  g_autofree char *sql =
      g_strdup_printf ("SELECT iif (t.deleted, %s, %s), t.seq FROM %s t WHERE %s",
                       feed->entity->tombstone, feed->entity->json, feed->entity->table, where);

  return diapason_hub_database_ask (call->database, sql, feed->conversation == NULL ? "ii" : "iis",
                                    feed->after, feed->limit + 1, feed->conversation);
}

static void
answer_rows (DiapasonHubCall *call, const Feed *feed)
{
  g_autoptr (GString) answer = g_string_new ("{\"items\":[");
  sqlite3_stmt *rows = ask_rows (call, feed);
  gint64 last = feed->after;
  gint64 n_rows = 0;

  while (diapason_hub_database_next (call->database, rows))
    {
      if (++n_rows > feed->limit)
        break;
      if (n_rows > 1)
        g_string_append_c (answer, ',');
      g_string_append (answer, diapason_hub_column_text (rows, 0));
      last = sqlite3_column_int64 (rows, 1);
    }
  sqlite3_reset (rows);

  g_autofree char *cursor = make_cursor (feed, last);
  g_string_append_printf (answer, "],\"cursor\":\"%s\",\"more\":%s}", cursor,
                          n_rows > feed->limit ? "true" : "false");
  diapason_hub_call_answer (call, SOUP_STATUS_OK, g_string_free (g_steal_pointer (&answer), FALSE));
}

static void
answer_feed (DiapasonHubCall *call, const DiapasonHubEntity *entity, const char *conversation)
{
  Feed feed = { .entity = entity, .conversation = conversation };

  feed.limit = diapason_hub_call_query_number (call, "limit", DEFAULT_LIMIT, 1, MOST_LIMIT);
  if (!read_cursor (call, &feed))
    diapason_hub_call_refuse (call, SOUP_STATUS_GONE, "cursor_expired",
                              "This cursor is not known, or no longer. Begin again without one.");
  if (!diapason_hub_call_is_refused (call))
    answer_rows (call, &feed);
}

static void
answer_list (DiapasonHubCall *call)
{
  answer_feed (call, call->route->entity, NULL);
}

static void
answer_thread (DiapasonHubCall *call)
{
  diapason_hub_call_demand_row (call, FALSE);
  if (!diapason_hub_call_is_refused (call))
    answer_feed (call, &diapason_hub_platform_message, call->id);
}

static void
answer_single (DiapasonHubCall *call)
{
  diapason_hub_call_answer_row (call, SOUP_STATUS_OK, call->route->entity, call->id);
}

static void
answer_me (DiapasonHubCall *call)
{
  g_autofree char *sql = g_strdup_printf ("SELECT json_object ('agent', (SELECT %s FROM adviser t"
                                          " WHERE t.id = ?1))",
                                          diapason_hub_platform_agent.json);

  diapason_hub_call_answer (call, SOUP_STATUS_OK,
                            diapason_hub_database_text (call->database, sql, "s", call->adviser));
}

#define PLATFORM "/platform"
#define READ(path, single, entity)                                                                 \
  { "GET", PLATFORM path, DIAPASON_HUB_ACCESS_PLATFORM, answer_list, &entity },                    \
  {                                                                                                \
    "GET", PLATFORM single "/{id}", DIAPASON_HUB_ACCESS_PLATFORM, answer_single, &entity           \
  }
#define WRITE(method, path, handler, entity, needs)                                                \
  {                                                                                                \
    method, PLATFORM path, DIAPASON_HUB_ACCESS_AGENT, handler, entity, needs                       \
  }

/* clang-format off */
static const DiapasonHubRoute routes[] = {
  { "POST", PLATFORM "/oauth/token", DIAPASON_HUB_ACCESS_OPEN, diapason_hub_auth_answer_token,
    NULL, DIAPASON_HUB_NEEDS_FORM },
  { "GET", PLATFORM "/me", DIAPASON_HUB_ACCESS_PLATFORM, answer_me },
  READ ("/agents", "/agents", diapason_hub_platform_agent),
  READ ("/contacts", "/contacts", diapason_hub_platform_contact),
  READ ("/interactions", "/conversations", diapason_hub_platform_conversation),
  READ ("/messages", "/messages", diapason_hub_platform_message),
  READ ("/presence", "/presence", diapason_hub_platform_presence),
  READ ("/articles", "/articles", diapason_hub_platform_article),
  READ ("/canned-replies", "/canned-replies", canned_reply),
  { "GET", PLATFORM "/conversations/{id}/messages", DIAPASON_HUB_ACCESS_PLATFORM, answer_thread,
    &diapason_hub_platform_conversation },
  WRITE ("POST", "/conversations", diapason_hub_platform_create_conversation,
         NULL, DIAPASON_HUB_NEEDS_JSON),
  WRITE ("POST", "/conversations/{id}/messages", diapason_hub_platform_create_message,
         &diapason_hub_platform_conversation, DIAPASON_HUB_NEEDS_JSON | DIAPASON_HUB_NEEDS_KEY),
  WRITE ("PUT", "/conversations/{id}/wrap-up", diapason_hub_platform_wrap_up,
         &diapason_hub_platform_conversation, DIAPASON_HUB_NEEDS_JSON | DIAPASON_HUB_NEEDS_MATCH),
  WRITE ("POST", "/conversations/{id}/claim", diapason_hub_platform_claim,
         &diapason_hub_platform_conversation, DIAPASON_HUB_NEEDS_NOTHING),
  WRITE ("POST", "/conversations/{id}/transfer", diapason_hub_platform_transfer,
         &diapason_hub_platform_conversation, DIAPASON_HUB_NEEDS_JSON),
  WRITE ("PUT", "/presence/{id}", diapason_hub_platform_set_presence,
         NULL, DIAPASON_HUB_NEEDS_JSON),
  WRITE ("POST", "/articles/{id}/feedback", diapason_hub_platform_create_feedback,
         &diapason_hub_platform_article, DIAPASON_HUB_NEEDS_JSON | DIAPASON_HUB_NEEDS_KEY),
};
/* clang-format on */

const DiapasonHubRoute *
diapason_hub_platform_routes (gsize *n_routes)
{
  *n_routes = G_N_ELEMENTS (routes);
  return routes;
}
