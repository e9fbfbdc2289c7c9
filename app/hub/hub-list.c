/* hub-list.c: rows in the order of their last change. See the header. */
#include "hub-list.h"

#include "hub-json.h"

#define LISTED " FROM %s t WHERE t.updated_at >= ?1 AND (?2 OR NOT t.deleted)"

void
diapason_hub_list_read_since (DiapasonHubCall *call, DiapasonHubList *list)
{
  const char *since =
      call->query == NULL ? NULL : g_hash_table_lookup (call->query, "updated_since");

  list->since = G_MININT64;
  list->with_deleted = since != NULL;
  if (since != NULL && !diapason_hub_json_instant (since, &list->since))
    diapason_hub_call_refuse (call, SOUP_STATUS_BAD_REQUEST, "invalid_parameter",
                              "The parameter \"updated_since\" must be an instant as in RFC 3339.");
}

gint64
diapason_hub_list_count (DiapasonHubCall *call, const DiapasonHubList *list)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*)" LISTED, call->route->entity->table);

  return diapason_hub_database_number (call->database, sql, "ii", list->since,
                                       (gint64) list->with_deleted);
}

void
diapason_hub_list_append (DiapasonHubCall *call, const DiapasonHubList *list, GString *answer)
{
  const DiapasonHubEntity *entity = call->route->entity;
  g_autofree char *sql = g_strdup_printf ("SELECT iif (t.deleted, %s, %s)" LISTED
                                          " ORDER BY t.updated_at, t.id LIMIT ?3 OFFSET ?4",
                                          entity->tombstone, entity->json, entity->table);
  sqlite3_stmt *rows =
      diapason_hub_database_ask (call->database, sql, "iiii", list->since,
                                 (gint64) list->with_deleted, list->limit, list->offset);

  for (const char *comma = ""; diapason_hub_database_next (call->database, rows); comma = ",")
    g_string_append_printf (answer, "%s%s", comma, diapason_hub_column_text (rows, 0));
}
