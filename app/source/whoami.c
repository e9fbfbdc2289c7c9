/* whoami.c: see whoami.h. */
#include "whoami.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const DiapasonWhoamiPlan *plan;
  GHashTable *login; /* (nullable) */
  gboolean is_address;
} Filling;

/* The part of a field of the login that says who it is. Returns: (transfer full) (nullable). */
static char *
cut_login (const Filling *filling)
{
  const char *field = g_hash_table_lookup (filling->login, filling->plan->field);
  g_autoptr (GMatchInfo) match = NULL;

  if (field == NULL || !g_regex_match (filling->plan->pattern, field, 0, &match))
    return NULL;
  return g_match_info_fetch (match, 1);
}

static char *
expand_field (guint index, const char *name, gpointer data)
{
  const Filling *filling = data;

  if (filling->login == NULL)
    return NULL;
  g_autofree char *value = filling->plan->field != NULL && g_str_equal (name, "login")
                               ? cut_login (filling)
                               : g_strdup (g_hash_table_lookup (filling->login, name));
  if (value == NULL || !filling->is_address)
    return g_steal_pointer (&value);
  return g_uri_escape_string (value, NULL, FALSE);
}

gboolean
diapason_whoami_fill (DiapasonQuestion *question,
                      DiapasonDescriptor *descriptor,
                      GHashTable *login,
                      gboolean *tells,
                      GError **error)
{
  Filling filling = { &descriptor->whoami, login, TRUE };

  *tells = descriptor->whoami.path != NULL;
  if (!*tells)
    {
      g_autoptr (DiapasonPosition) start = diapason_position_new ();
      return diapason_question_fill (question, descriptor,
                                     g_ptr_array_index (descriptor->streams, 0), start, NULL,
                                     DIAPASON_NEVER, error);
    }
  g_autofree char *path =
      diapason_template_expand (descriptor->whoami.path, expand_field, &filling);
  if (path == NULL)
    {
      g_set_error_literal (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE,
                           _("this login does not have the form of one of this source"));
      return FALSE;
    }
  question->method = "GET";
  question->what = _("your account");
  question->uri = g_strconcat (descriptor->base_url, path, NULL);
  return TRUE;
}

char *
diapason_whoami_from_login (DiapasonDescriptor *descriptor, GHashTable *login)
{
  Filling filling = { &descriptor->whoami, login, FALSE };

  if (descriptor->whoami.id_template == NULL)
    return NULL;
  return diapason_template_expand (descriptor->whoami.id_template, expand_field, &filling);
}

gboolean
diapason_whoami_is_described (DiapasonDescriptor *descriptor)
{
  return descriptor->whoami.path != NULL || descriptor->whoami.id_template != NULL;
}

DiapasonWhoami *
diapason_whoami_new (DiapasonDescriptor *descriptor, gint64 source, GBytes *answer, char *remote_id)
{
  DiapasonWhoami *whoami = g_new (DiapasonWhoami, 1);

  whoami->descriptor = diapason_descriptor_ref (descriptor);
  whoami->source = source;
  whoami->answer = answer;
  whoami->remote_id = remote_id;
  return whoami;
}

void
diapason_whoami_free (DiapasonWhoami *whoami)
{
  diapason_descriptor_unref (whoami->descriptor);
  g_clear_pointer (&whoami->answer, g_bytes_unref);
  g_free (whoami->remote_id);
  g_free (whoami);
}

static gboolean
read_answer (DiapasonWhoami *whoami, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (whoami->answer, &length);
  g_autoptr (DiapasonJsonValue) root = diapason_json_value_parse (bytes, length, NULL);

  if (root == NULL)
    {
      g_set_error_literal (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE,
                           _("it is cut, or is no data that can be read"));
      return FALSE;
    }
  g_autoptr (DiapasonJsonValue) id = diapason_json_value_at (root, whoami->descriptor->whoami.id);
  whoami->remote_id = id == NULL ? NULL : diapason_json_value_to_string (id);
  return TRUE;
}

gboolean
diapason_whoami_keep_in_writer (DiapasonDatabase *database,
                                gpointer data,
                                gboolean *more,
                                GError **error)
{
  DiapasonWhoami *whoami = data;

  if (whoami->answer != NULL && !read_answer (whoami, error))
    return FALSE;
  return diapason_ingest_set_me (database, whoami->source, whoami->remote_id, error);
}
