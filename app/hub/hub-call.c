/* hub-call.c: one request and its answer. See the header. */
#include "hub-call.h"

#include "hub-json.h"

void
diapason_hub_call_clear (DiapasonHubCall *self)
{
  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->login, g_free);
  g_clear_pointer (&self->adviser, g_free);
  g_clear_pointer (&self->body, json_object_unref);
  g_clear_pointer (&self->answer, g_free);
}

gboolean
diapason_hub_call_is_refused (const DiapasonHubCall *self)
{
  return self->status >= 400;
}

void
diapason_hub_call_answer (DiapasonHubCall *self, guint status, char *json)
{
  g_autofree char *answer = json;

  if (diapason_hub_call_is_refused (self))
    return;
  self->status = status;
  g_free (self->answer);
  self->answer = g_steal_pointer (&answer);
  if (self->answer != NULL)
    soup_message_headers_set_content_type (self->answer_headers, "application/json", NULL);
}

const char *
diapason_hub_status_phrase (guint status)
{
  switch (status)
    {
    case DIAPASON_HUB_STATUS_PRECONDITION_REQUIRED:
      return "Precondition Required";
    case DIAPASON_HUB_STATUS_TOO_MANY_REQUESTS:
      return "Too Many Requests";
    default:
      return soup_status_get_phrase (status);
    }
}

/* The contact platform wraps its errors; everything else here speaks RFC 9457. */
static char *
describe_refusal (DiapasonHubCall *self, guint status, const char *code, const char *message)
{
  g_autofree char *quoted = diapason_hub_json_quote (message);

  if (g_str_has_prefix (self->path, "/platform"))
    return g_strdup_printf ("{\"error\":{\"code\":\"%s\",\"message\":%s", code, quoted);
  return g_strdup_printf (
      "{\"type\":\"urn:problem:%s\",\"title\":\"%s\",\"status\":%u,\"detail\":%s", code,
      diapason_hub_status_phrase (status), status, quoted);
}

void
diapason_hub_call_refuse_with (DiapasonHubCall *self,
                               guint status,
                               const char *code,
                               const char *message,
                               const char *member,
                               const char *json)
{
  gboolean platform = g_str_has_prefix (self->path, "/platform");

  if (diapason_hub_call_is_refused (self))
    return;

  g_autofree char *beginning = describe_refusal (self, status, code, message);
  g_autofree char *extra =
      member == NULL ? g_strdup ("") : g_strdup_printf (",\"%s\":%s", member, json);
  diapason_hub_call_answer (self, status,
                            g_strconcat (beginning, extra, platform ? "}}" : "}", NULL));
  soup_message_headers_remove (self->answer_headers, "ETag");
  if (!platform)
    soup_message_headers_set_content_type (self->answer_headers, "application/problem+json", NULL);
}

void
diapason_hub_call_refuse (DiapasonHubCall *self,
                          guint status,
                          const char *code,
                          const char *message)
{
  diapason_hub_call_refuse_with (self, status, code, message, NULL, NULL);
}

/* "*", or a list of tags of which a weak one counts like its strong one. */
static gboolean
names_tag (const char *header, const char *tag)
{
  g_auto (GStrv) tags = g_strsplit (header, ",", -1);

  for (char **each = tags; *each != NULL; each++)
    {
      const char *stripped = g_strstrip (*each);

      if (g_str_has_prefix (stripped, "W/"))
        stripped += strlen ("W/");
      if (g_str_equal (stripped, "*") || g_str_equal (stripped, tag))
        return TRUE;
    }
  return FALSE;
}

gboolean
diapason_hub_call_is_known (DiapasonHubCall *self, const char *tag)
{
  const char *known = soup_message_headers_get_list (self->headers, "If-None-Match");
  gboolean is_known = g_str_equal (self->method, "GET") && known != NULL && names_tag (known, tag);

  soup_message_headers_replace (self->answer_headers, "ETag", tag);
  if (is_known)
    diapason_hub_call_answer (self, SOUP_STATUS_NOT_MODIFIED, NULL);
  return is_known;
}

static sqlite3_stmt *
find_row (DiapasonHubCall *self, const DiapasonHubEntity *entity, const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s, '\"' || t.revision || '\"' FROM %s t"
                                          " WHERE %s = ?1 AND NOT t.deleted",
                                          entity->json, entity->table, entity->id);
  sqlite3_stmt *row = diapason_hub_database_ask (self->database, sql, "s", id);

  return diapason_hub_database_next (self->database, row) ? row : NULL;
}

gboolean
diapason_hub_call_has_row (DiapasonHubCall *self, const DiapasonHubEntity *entity, const char *id)
{
  sqlite3_stmt *row = find_row (self, entity, id);

  sqlite3_reset (row);
  return row != NULL;
}

static void
refuse_unknown_row (DiapasonHubCall *self)
{
  diapason_hub_call_refuse (self, SOUP_STATUS_NOT_FOUND, "not_found",
                            "There is nothing of this name here, or no longer.");
}

void
diapason_hub_call_answer_row (DiapasonHubCall *self,
                              guint status,
                              const DiapasonHubEntity *entity,
                              const char *id)
{
  sqlite3_stmt *row = find_row (self, entity, id);

  if (row == NULL)
    {
      refuse_unknown_row (self);
      return;
    }

  const char *tag = diapason_hub_column_text (row, 1);
  if (!diapason_hub_call_is_known (self, tag))
    diapason_hub_call_answer (self, status, g_strdup (diapason_hub_column_text (row, 0)));
  sqlite3_reset (row);
}

void
diapason_hub_call_demand_row (DiapasonHubCall *self, gboolean match)
{
  const char *wanted = soup_message_headers_get_list (self->headers, "If-Match");
  sqlite3_stmt *row = find_row (self, self->route->entity, self->id);

  if (row == NULL)
    refuse_unknown_row (self);
  else if (match && wanted == NULL)
    diapason_hub_call_refuse (self, DIAPASON_HUB_STATUS_PRECONDITION_REQUIRED, "match_required",
                              "This change must name the revision it was made from in If-Match.");
  else if (wanted != NULL && !names_tag (wanted, diapason_hub_column_text (row, 1)))
    diapason_hub_call_refuse (
        self, SOUP_STATUS_PRECONDITION_FAILED, "stale",
        "Somebody changed this in the meantime. Read it again before changing "
        "it.");
  sqlite3_reset (row);
}

gint64
diapason_hub_call_query_number (DiapasonHubCall *self,
                                const char *name,
                                gint64 fallback,
                                gint64 least,
                                gint64 most)
{
  const char *text = self->query == NULL ? NULL : g_hash_table_lookup (self->query, name);
  gint64 number = fallback;

  if (text != NULL && !g_ascii_string_to_signed (text, 10, least, most, &number, NULL))
    {
      g_autofree char *message =
          g_strdup_printf ("The parameter \"%s\" must be a whole number from %" G_GINT64_FORMAT
                           " to %" G_GINT64_FORMAT ".",
                           name, least, most);
      diapason_hub_call_refuse (self, SOUP_STATUS_BAD_REQUEST, "invalid_parameter", message);
    }
  return number;
}
