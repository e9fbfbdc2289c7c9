/* descriptor-login.c: the parts of a descriptor that are about who asks and how often. */
#include "descriptor-read.h"

static const char *const authentication_kinds[] = { "none", "header", "basic", "oauth2", NULL };

/* A text with {fields} of the login. */
static char *
read_login_template (DiapasonShape *shape,
                     DiapasonJsonValue *object,
                     const char *name,
                     const char *fallback)
{
  g_autofree char *text = diapason_shape_text (shape, object, name, fallback == NULL);

  return text != NULL ? g_steal_pointer (&text) : g_strdup (fallback);
}

static void
read_header_authentication (DiapasonShape *shape,
                            DiapasonJsonValue *object,
                            DiapasonAuthenticationPlan *plan)
{
  static const char *const members[] = { "kind", "name", "template", NULL };

  plan->kind = DIAPASON_AUTHENTICATION_HEADER;
  if (!diapason_shape_object (shape, object, members))
    return;
  plan->header_name = read_login_template (shape, object, "name", "Authorization");
  plan->header_template = read_login_template (shape, object, "template", NULL);
  g_autoptr (DiapasonTemplate) template =
      diapason_template_new (plan->header_template != NULL ? plan->header_template : "");
  if (plan->header_template != NULL && diapason_template_names (template)[0] == NULL)
    diapason_shape_complain (shape, object, "template",
                             "the login's field is missing here, as in “Bearer {token}”. The "
                             "secret itself never stands in this file.");
}

static void
read_basic_authentication (DiapasonShape *shape,
                           DiapasonJsonValue *object,
                           DiapasonAuthenticationPlan *plan)
{
  static const char *const members[] = { "kind", "user", "password", NULL };

  plan->kind = DIAPASON_AUTHENTICATION_BASIC;
  if (!diapason_shape_object (shape, object, members))
    return;
  plan->user_template = read_login_template (shape, object, "user", "{user}");
  plan->password_template = read_login_template (shape, object, "password", "{password}");
}

static void
read_oauth2 (DiapasonShape *shape,
             DiapasonJsonValue *object,
             const char *base_url,
             DiapasonAuthenticationPlan *plan)
{
  static const char *const members[] = { "kind", "token_path", "grant", "scope", NULL };
  static const char *const grants[] = { "client_credentials", "password", NULL };

  plan->kind = DIAPASON_AUTHENTICATION_OAUTH2;
  if (!diapason_shape_object (shape, object, members))
    return;
  g_autofree char *path = diapason_shape_text (shape, object, "token_path", TRUE);
  if (path != NULL && *path != '/')
    diapason_shape_complain (shape, object, "token_path", "a path starts with a slash.");
  int grant = diapason_shape_word (shape, object, "grant", grants, -1);
  plan->token_uri = g_strconcat (base_url != NULL ? base_url : "", path, NULL);
  plan->grant = g_strdup (grants[MAX (grant, 0)]);
  plan->scope = diapason_shape_text (shape, object, "scope", FALSE);
}

DiapasonAuthenticationPlan *
diapason_read_authentication (DiapasonShape *shape, DiapasonJsonValue *root, const char *base_url)
{
  g_autoptr (DiapasonJsonValue) object =
      diapason_shape_member (shape, root, "authentication", TRUE);
  DiapasonAuthenticationPlan *plan = g_new0 (DiapasonAuthenticationPlan, 1);

  if (object == NULL)
    return plan;
  switch (diapason_shape_word (shape, object, "kind", authentication_kinds, -1))
    {
    case DIAPASON_AUTHENTICATION_HEADER:
      read_header_authentication (shape, object, plan);
      break;
    case DIAPASON_AUTHENTICATION_BASIC:
      read_basic_authentication (shape, object, plan);
      break;
    case DIAPASON_AUTHENTICATION_OAUTH2:
      read_oauth2 (shape, object, base_url, plan);
      break;
    case DIAPASON_AUTHENTICATION_NONE:
      diapason_shape_object (shape, object, (const char *const[]){ "kind", NULL });
      break;
    default:
      break;
    }
  return plan;
}

/* Headers with the login belong to authentication, which keeps them from other hosts. */
static gboolean
is_plain_header (const char *name)
{
  static const char *const others[] = {
    "authorization",     "cookie", "host", "proxy-authorization", "content-length",
    "transfer-encoding", NULL
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return *name != '\0' &&
         strspn (lower, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (lower) &&
         !g_strv_contains (others, lower);
}

GPtrArray *
diapason_read_headers (DiapasonShape *shape, DiapasonJsonValue *root)
{
  g_autoptr (DiapasonJsonValue) object = diapason_shape_member (shape, root, "headers", FALSE);
  GPtrArray *headers = g_ptr_array_new_with_free_func (g_free);

  if (object == NULL)
    return headers;
  g_auto (GStrv) names = diapason_json_value_names (object);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *value = diapason_shape_text (shape, object, names[i], TRUE);
      if (!is_plain_header (names[i]))
        diapason_shape_complain (shape, object, names[i], "this header cannot be set here.");
      if (value != NULL && strpbrk (value, "\r\n") != NULL)
        diapason_shape_complain (shape, object, names[i], "a header is one line.");
      g_ptr_array_add (headers, g_strdup (names[i]));
      g_ptr_array_add (headers, g_steal_pointer (&value));
    }
  return headers;
}

void
diapason_read_limits (DiapasonShape *shape, DiapasonJsonValue *root, DiapasonLimitPlan *plan)
{
  static const char *const members[] = { "remaining", "reset", "reset_unit", "retry", NULL };
  static const char *const units[] = { "seconds", "epoch", NULL };
  g_autoptr (DiapasonJsonValue) object = diapason_shape_member (shape, root, "limits", FALSE);

  if (object == NULL || !diapason_shape_object (shape, object, members))
    return;
  plan->remaining = diapason_shape_text (shape, object, "remaining", FALSE);
  plan->reset = diapason_shape_text (shape, object, "reset", FALSE);
  plan->reset_is_epoch = diapason_shape_word (shape, object, "reset_unit", units, 0) == 1;
  plan->retry = diapason_shape_text (shape, object, "retry", FALSE);
  if ((plan->remaining == NULL) != (plan->reset == NULL))
    diapason_shape_complain (shape, object, NULL, "“remaining” and “reset” go together.");
}

void
diapason_limits_clear (DiapasonLimitPlan *plan)
{
  g_clear_pointer (&plan->remaining, g_free);
  g_clear_pointer (&plan->reset, g_free);
  g_clear_pointer (&plan->retry, g_free);
}

void
diapason_read_events (DiapasonShape *shape, DiapasonJsonValue *root, DiapasonEventsPlan *plan)
{
  static const char *const members[] = { "path", "stream", "heartbeat_seconds", NULL };
  g_autoptr (DiapasonJsonValue) object = diapason_shape_member (shape, root, "events", FALSE);

  if (object == NULL || !diapason_shape_object (shape, object, members))
    return;
  plan->path = diapason_shape_text (shape, object, "path", TRUE);
  if (plan->path != NULL && *plan->path != '/')
    diapason_shape_complain (shape, object, "path", "a path starts with a slash.");
  if (plan->path != NULL && strpbrk (plan->path, "# ") != NULL)
    diapason_shape_complain (shape, object, "path", "a path has no “#” and no space in it.");
  plan->stream = diapason_shape_path (shape, object, "stream", TRUE);
  plan->heartbeat_ms =
      1000 * diapason_shape_integer (shape, object, "heartbeat_seconds", 15, 1, 3600);
}

void
diapason_events_clear (DiapasonEventsPlan *plan)
{
  g_clear_pointer (&plan->path, g_free);
  g_clear_pointer (&plan->stream, g_free);
}

/* A template whose names are fields of the login, or "login". */
static DiapasonTemplate *
read_whoami_template (DiapasonShape *shape,
                      DiapasonJsonValue *object,
                      const char *name,
                      const char *const *fields,
                      gboolean has_cut)
{
  g_autofree char *text = diapason_shape_text (shape, object, name, FALSE);

  if (text == NULL)
    return NULL;
  DiapasonTemplate *template = diapason_template_new (text);
  const char *const *names = diapason_template_names (template);
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_strv_contains (fields, names[i]) && !(has_cut && g_str_equal (names[i], "login")))
      diapason_shape_complain (shape, object, name, "the login has no field “%s”.", names[i]);
  return template;
}

static void
read_whoami_cut (DiapasonShape *shape,
                 DiapasonJsonValue *object,
                 const char *const *fields,
                 DiapasonWhoamiPlan *plan)
{
  static const char *const members[] = { "field", "pattern", NULL };
  g_autoptr (DiapasonJsonValue) cut = diapason_shape_member (shape, object, "login", FALSE);
  g_autoptr (GError) below = NULL;

  if (cut == NULL || !diapason_shape_object (shape, cut, members))
    return;
  g_autofree char *pattern = diapason_shape_text (shape, cut, "pattern", TRUE);
  plan->field = diapason_shape_text (shape, cut, "field", TRUE);
  if (plan->field != NULL && !g_strv_contains (fields, plan->field))
    diapason_shape_complain (shape, cut, "field", "the login has no field “%s”.", plan->field);
  plan->pattern = pattern == NULL ? NULL : g_regex_new (pattern, 0, 0, &below);
  if (below != NULL)
    diapason_shape_complain (shape, cut, "pattern", "this is no regular expression: %s.",
                             below->message);
  else if (plan->pattern != NULL && g_regex_get_capture_count (plan->pattern) != 1)
    diapason_shape_complain (shape, cut, "pattern", "one group in parentheses is needed.");
}

void
diapason_read_whoami (DiapasonShape *shape,
                      DiapasonJsonValue *root,
                      const char *const *fields,
                      DiapasonWhoamiPlan *plan)
{
  static const char *const members[] = { "path", "id", "id_template", "login", NULL };
  g_autoptr (DiapasonJsonValue) object = diapason_shape_member (shape, root, "whoami", FALSE);

  if (object == NULL || !diapason_shape_object (shape, object, members))
    return;
  read_whoami_cut (shape, object, fields, plan);
  plan->path = read_whoami_template (shape, object, "path", fields, plan->field != NULL);
  plan->id_template =
      read_whoami_template (shape, object, "id_template", fields, plan->field != NULL);
  plan->id = diapason_shape_path (shape, object, "id", FALSE);
  if ((plan->path == NULL) != (plan->id == NULL))
    diapason_shape_complain (shape, object, NULL, "“path” and “id” go together.");
  if ((plan->id == NULL) == (plan->id_template == NULL))
    diapason_shape_complain (shape, object, NULL,
                             "either “path” with “id”, or “id_template” has to stand here.");
}

void
diapason_whoami_clear (DiapasonWhoamiPlan *plan)
{
  g_clear_pointer (&plan->path, diapason_template_free);
  g_clear_pointer (&plan->id, g_free);
  g_clear_pointer (&plan->id_template, diapason_template_free);
  g_clear_pointer (&plan->field, g_free);
  g_clear_pointer (&plan->pattern, g_regex_unref);
}
