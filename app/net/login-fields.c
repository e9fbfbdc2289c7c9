/* login-fields.c: plans, templates and the fields a login consists of. */
#include "login-fields.h"

#include <string.h>

DiapasonAuthenticationPlan *
diapason_authentication_plan_copy (const DiapasonAuthenticationPlan *plan)
{
  DiapasonAuthenticationPlan *copy = g_new0 (DiapasonAuthenticationPlan, 1);

  copy->kind = plan->kind;
  copy->header_name = g_strdup (plan->header_name);
  copy->header_template = g_strdup (plan->header_template);
  copy->user_template = g_strdup (plan->user_template);
  copy->password_template = g_strdup (plan->password_template);
  copy->token_uri = g_strdup (plan->token_uri);
  copy->grant = g_strdup (plan->grant);
  copy->scope = g_strdup (plan->scope);
  return copy;
}

void
diapason_authentication_plan_free (DiapasonAuthenticationPlan *plan)
{
  g_clear_pointer (&plan->header_name, g_free);
  g_clear_pointer (&plan->header_template, g_free);
  g_clear_pointer (&plan->user_template, g_free);
  g_clear_pointer (&plan->password_template, g_free);
  g_clear_pointer (&plan->token_uri, g_free);
  g_clear_pointer (&plan->grant, g_free);
  g_clear_pointer (&plan->scope, g_free);
  g_free (plan);
}

/* Finds the next "{name}" from @text on; an empty name or one with odd characters is plain text.
 * Returns FALSE when there is none. */
static gboolean
next_field (const char *text, const char **out_start, const char **out_end)
{
  for (const char *start = strchr (text, '{'); start != NULL; start = strchr (start + 1, '{'))
    {
      const char *end = start + 1;

      while (g_ascii_isalnum (*end) || *end == '_')
        end++;

      if (*end == '}' && end > start + 1)
        {
          *out_start = start;
          *out_end = end + 1;
          return TRUE;
        }
    }

  return FALSE;
}

static char *
field_name (const char *start, const char *end)
{
  return g_strndup (start + 1, (gsize) (end - start) - 2);
}

static void
add_field (GPtrArray *fields, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (fields, name, g_str_equal, NULL))
    g_ptr_array_add (fields, g_strdup (name));
}

static void
add_fields_of (GPtrArray *fields, const char *template)
{
  const char *start;
  const char *end;

  for (const char *p = template; next_field (p, &start, &end); p = end)
    {
      g_autofree char *name = field_name (start, end);

      add_field (fields, name);
    }
}

char **
diapason_authentication_plan_fields (const DiapasonAuthenticationPlan *plan)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

  switch (plan->kind)
    {
    case DIAPASON_AUTHENTICATION_NONE:
      break;

    case DIAPASON_AUTHENTICATION_HEADER:
      add_fields_of (fields, plan->header_template);
      break;

    case DIAPASON_AUTHENTICATION_BASIC:
      add_fields_of (fields, plan->user_template);
      add_fields_of (fields, plan->password_template);
      break;

    case DIAPASON_AUTHENTICATION_OAUTH2:
      add_field (fields, "client_id");
      add_field (fields, "client_secret");
      if (g_strcmp0 (plan->grant, "password") == 0)
        {
          add_field (fields, "user");
          add_field (fields, "password");
        }
      break;
    }

  g_ptr_array_add (fields, NULL);
  return (char **) g_ptr_array_steal (fields, NULL);
}

char *
diapason_login_expand (const char *template, GHashTable *login)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *rest = template;
  const char *start;
  const char *end;

  for (; next_field (rest, &start, &end); rest = end)
    {
      g_autofree char *name = field_name (start, end);

      g_string_append_len (text, rest, start - rest);
      g_string_append (text, g_hash_table_lookup (login, name));
    }

  g_string_append (text, rest);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
diapason_login_basic (const char *user, const char *password)
{
  g_autofree char *pair = g_strconcat (user, ":", password, NULL);
  g_autofree char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));

  return g_strconcat ("Basic ", encoded, NULL);
}

gboolean
diapason_login_is_complete (GHashTable *login, const DiapasonAuthenticationPlan *plan)
{
  g_auto (GStrv) fields = diapason_authentication_plan_fields (plan);

  for (char **field = fields; *field != NULL; field++)
    if (login == NULL || g_hash_table_lookup (login, *field) == NULL)
      return FALSE;

  return TRUE;
}

GHashTable *
diapason_login_copy (GHashTable *login)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name;
  gpointer secret;

  g_hash_table_iter_init (&iter, login);
  while (g_hash_table_iter_next (&iter, &name, &secret))
    g_hash_table_insert (copy, g_strdup (name), g_strdup (secret));

  return copy;
}
