/* test-descriptor.c: what a descriptor may say, and how it is told what is wrong. */
#include <glib/gstdio.h>

#include "descriptor-plan.h"

/* A whole descriptor that is right; each test breaks it at one place. */
static const char good[] =
    "{'format': 1, 'name': 'shop', 'label': 'Shop', 'base_url': 'https://shop.example/api/',"
    " 'authentication': {'kind': 'header', 'name': 'X-Key', 'template': '{key}'},"
    " 'headers': {'Accept': 'application/json'}, 'poll_seconds': 90,"
    " 'limits': {'remaining': 'X-Left', 'reset': 'X-Reset', 'reset_unit': 'epoch'},"
    " 'whoami': {'path': '/me', 'id': 'user.id'},"
    " 'defaults': {'items': 'rows', 'total': 'total'},"
    " 'streams': ["
    "  {'name': 'people', 'entity': 'customer',"
    "   'request': {'path': '/people', 'query': {'p': '{page}', 'since': '{since}'}},"
    "   'paging': {'kind': 'page', 'size': 50, 'pages': 'pages'},"
    "   'incremental': {'kind': 'time', 'at': {'date': 'changed'}, 'overlap_seconds': 10},"
    "   'map': {'id': 'id', 'name': 'name', 'birth_date': 'born', 'since': {'date': 'since'}},"
    "   'also': [{'entity': 'contact_point', 'each': 'mails', 'when': {'has': '.'},"
    "     'map': {'id': {'template': '{^.id}:{.}'}, 'customer': '^.id', 'kind': {'const': "
    "'email'}}}]},"
    "  {'name': 'orders', 'request': {'path': '/orders', 'query': {'cursor': '{cursor}'}},"
    "   'paging': {'kind': 'cursor', 'next': 'next'}, 'incremental': {'kind': 'cursor'}},"
    "  {'name': 'history', 'for_each': 'orders', 'items': 'h', 'keep': 'id',"
    "   'request': {'path': '/orders/{^.id}/history'}},"
    "  {'name': 'notes', 'for_each': 'orders', 'entity': 'message', 'items': '',"
    "   'request': {'method': 'POST', 'path': '/notes', 'body': {'of': '{^.id}', 'n': '{size}'}},"
    "   'map': {'id': 'id', 'body': {'cut': 'text', 'length': 100},"
    "     'kind': {'enum': {'lookup': 'id', 'in': 'history', 'path': 'kind'},"
    "              'words': {'a': 'note'}, 'otherwise': 'reply'},"
    "     'interaction': {'reference': '^.ref', 'source': 'desk'}}}]}";

static char *
with_quotes (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static DiapasonDescriptor *
parse (const char *text, GError **error)
{
  g_autofree char *json = with_quotes (text);

  return diapason_descriptor_parse (json, strlen (json), error);
}

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonDescriptor) descriptor = parse (good, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (diapason_descriptor_get_name (descriptor), ==, "shop");
  g_assert_cmpstr (diapason_descriptor_get_base_url (descriptor), ==, "https://shop.example/api");
  g_assert_cmpint (descriptor->poll_ms, ==, 90000);
  g_assert_cmpuint (descriptor->streams->len, ==, 2);

  const DiapasonStreamPlan *people = g_ptr_array_index (descriptor->streams, 0);
  g_assert_cmpstr (people->items, ==, "rows");
  g_assert_cmpint (people->incremental.overlap_ms, ==, 10000);
  const DiapasonStreamPlan *orders = g_ptr_array_index (descriptor->streams, 1);
  g_assert_cmpuint (orders->children->len, ==, 2);
  g_assert_cmpuint (orders->exports->len, ==, 2);

  g_auto (GStrv) fields =
      diapason_authentication_plan_fields (diapason_descriptor_get_authentication (descriptor));
  g_assert_cmpuint (g_strv_length (fields), ==, 1);
  g_assert_cmpstr (fields[0], ==, "key");
}

/* Each line: what is replaced, by what, and how the sentence begins and what it says. */
static const struct
{
  const char *from;
  const char *to;
  const char *path;
  const char *says;
} wrong[] = {
  { "'format': 1", "'format': 2", "$.format:", "format 1" },
  { "'format': 1, ", "", "$.format:", "format 1" },
  { "'label': 'Shop'", "'label': ''", "$.label:", "empty" },
  { "'label': 'Shop', ", "", "$.label:", "missing" },
  { "'name': 'shop'", "'name': 'Shop!'", "$.name:", "small letters" },
  { "'name': 'shop'", "'name': 7", "$.name:", "a text is expected" },
  { "'label'", "'labl'", "$.labl:", "no such member" },
  { "https://shop", "http://shop", "$.base_url:", "http" },
  { "https://shop", "https://me:secret@shop", "$.base_url:", "" },
  { "/api/'", "/api?x=1'", "$.base_url:", "without a query" },
  { "'kind': 'header'", "'kind': 'session'", "$.authentication.kind:", "does not know “session”" },
  { "'kind': 'header'", "'kind': 'none'", "$.authentication.name:", "no such member" },
  { "'{key}'", "'secret'", "$.authentication.template:", "field" },
  { "'Accept': ", "'Authorization': ", "$.headers.Authorization:", "cannot be set" },
  { "'application/json'", "5", "$.headers.Accept:", "a text is expected" },
  { "'poll_seconds': 90", "'poll_seconds': 1", "$.poll_seconds:", "from 5" },
  { "'poll_seconds': 90", "'poll_seconds': '90'", "$.poll_seconds:", "whole number" },
  { "'epoch'", "'weeks'", "$.limits.reset_unit:", "does not know “weeks”" },
  { "'reset': 'X-Reset', ", "", "$.limits:", "go together" },
  { "'path': '/me', ", "", "$.whoami:", "go together" },
  { "'/me'", "'/me/{user}'", "$.whoami.path:", "no field “user”" },
  { "'whoami': {", "'events': {}, 'whoami': {", "$.events.path:", "missing" },
  { "'whoami': {", "'events': {'path': 'e'}, 'whoami': {", "$.events.path:", "slash" },
  { "'whoami': {", "'events': {'path': '/e'}, 'whoami': {", "$.events.stream:", "missing" },
  { "'whoami': {", "'events': {'path': '/e', 'stream': 'a..b'}, 'whoami': {",
    "$.events.stream:", "path" },
  { "'whoami': {", "'events': {'path': '/e', 'stream': 's', 'heartbeat_seconds': 0}, 'whoami': {",
    "$.events.heartbeat_seconds:", "from 1" },
  { "'whoami': {", "'events': {'path': '/e', 'stream': 's', 'kind': 'sse'}, 'whoami': {",
    "$.events.kind:", "no such member" },
  { "'whoami': {", "'writes': {}, 'whoami': {", "$.writes:", "does not know “writes” yet" },
  { "'defaults': {", "'defaults': {'map': 1, ", "$.defaults.map:", "no such member" },
  { "'items': 'rows'", "'items': 'rows..x'", "$.streams[0].items:", "path" },
  { "'name': 'people', ", "", "$.streams[0].name:", "missing" },
  { "'name': 'orders'", "'name': 'people'", "$.streams[1].name:", "two streams" },
  { "'entity': 'customer'", "'entity': 'client'", "$.streams[0].entity:", "no entity “client”" },
  { "'entity': 'customer',", "", "$.streams[0].entity:", "missing" },
  { "'/people'", "'people'", "$.streams[0].request.path:", "slash" },
  { "'/people'", "'/people?a=b'", "$.streams[0].request.path:", "query" },
  { "'{page}'", "'{pag}'", "$.streams[0].request.query.p:", "no {pag}" },
  { "'{page}'", "'1'", "$.streams[0].request:", "{page} has to" },
  { "'{since}'", "'x'", "$.streams[0].request:", "{since} or {age}" },
  { "'{cursor}'", "'{^.id}'", "$.streams[1].request.query.cursor:", "no {^.id}" },
  { "'kind': 'page'", "'kind': 'after_id'",
    "$.streams[0].paging.kind:", "does not know “after_id”" },
  { "'size': 50", "'size': 0", "$.streams[0].paging.size:", "from 1" },
  { "'pages': 'pages'", "'next': 'pages'", "$.streams[0].paging.next:", "no such member" },
  { "'kind': 'time'", "'kind': 'relative'", "$.streams[0].incremental.kind:", "“relative”" },
  { "{'date': 'changed'}", "'changed'", "$.streams[0].incremental.at:", "date" },
  { "'at': {'date': 'changed'}, ", "", "$.streams[0].incremental.at:", "missing" },
  { "'overlap_seconds': 10", "'zone': 'Mars/Olympus'",
    "$.streams[0].incremental.zone:", "time zone" },
  { "'map': {'id': 'id', 'name'", "'map': {'name'", "$.streams[0].map.id:", "every row" },
  { "'name': 'name'", "'nome': 'name'", "$.streams[0].map.nome:", "no such column" },
  { "'name': 'name'", "'mood': 'face.mood'", "$.streams[0].map.mood:", "no such column" },
  { "'name': 'name'", "'name_key': 'name'", "$.streams[0].map.name_key:", "no such column" },
  { "'name': 'name'", "'name': 'a..b'", "$.streams[0].map.name:", "not a path" },
  { "'name': 'name'", "'name': '^.x'", "$.streams[0].map.name:", "leads out" },
  { "'name': 'name'", "'name': {'sha1': 'x'}", "$.streams[0].map.name:", "none of its operators" },
  { "'name': 'name'", "'name': {'date': 'x'}", "$.streams[0].map.name:", "cannot fill" },
  { "'name': 'name'", "'name': {'const': true}", "$.streams[0].map.name:", "cannot fill" },
  { "'name': 'name'", "'name': {'reference': 'x'}", "$.streams[0].map.name:", "no reference" },
  { "'name': 'name'", "'name': ['x']", "$.streams[0].map.name:", "an object is expected" },
  { "'customer': '^.id'", "'customer': ['^.id', {'sha1': 'x'}]",
    "$.streams[0].also[0].map.customer[1]:", "none of its operators" },
  { "'name': 'name'", "'name': {'cut': 'x', 'size': 3}", "$.streams[0].map.name.size:", "no such" },
  { "'name': 'name'", "'name': {'match': 'x', 'pattern': '('}",
    "$.streams[0].map.name.pattern:", "regular" },
  { "'name': 'name'", "'name': {'coalesce': []}", "$.streams[0].map.name.coalesce:", "empty" },
  { "'name': 'name'", "'name': {'template': 'x'}", "$.streams[0].map.name.template:", "no path" },
  { "'name': 'name'", "'name': 5", "$.streams[0].map.name:", "an object is expected" },
  { "'each': 'mails'", "'each': {'const': 'x'}", "$.streams[0].also[0].each:", "path to a list" },
  { "'each': 'mails'", "'each': 'mails', 'whole': 'kind'",
    "$.streams[0].also[0].whole:", "leads to a “customer”" },
  { "{^.id}:{.}", "{^.^.id}", "$.streams[0].also[0].map.id.template:", "leads out" },
  { "'when': {'has': '.'}", "'when': {'const': 'x'}",
    "$.streams[0].also[0].when:", "true or false" },
  { "'kind': {'const': 'email'}", "'kind': {'const': 5}",
    "$.streams[0].also[0].map.kind:", "cannot" },
  { "{'const': 'email'}", "{'const': 'pigeon'}", "$.streams[0].also[0].map.kind:", "“pigeon”" },
  { "'for_each': 'orders', 'items': 'h'", "'for_each': 'carts', 'items': 'h'",
    "$.streams[2].for_each:", "no stream “carts”" },
  { "'items': 'h'", "'incremental': {'kind': 'none'}, 'items': 'h'",
    "$.streams[2].incremental:", "begins anew" },
  { "'in': 'history'", "'in': 'carts'", "$.streams[3].map.kind.enum.in:", "no stream “carts”" },
  { "'keep': 'id',", "", "$.streams[3].map.kind.enum.in:", "no stream “history”" },
  { "{'a': 'note'}", "{'a': 'shout'}", "$.streams[3].map.kind:", "“shout”" },
  { "'otherwise': 'reply'", "'otherwise': 'shout'", "$.streams[3].map.kind:", "“shout”" },
  { "'method': 'POST'", "'method': 'PUT'", "$.streams[3].request.method:", "“PUT”" },
  { "'method': 'POST', ", "", "$.streams[3].request.body:", "only a POST" },
  { "'incremental': {'kind': 'cursor'}}",
    "'entity': 'message', 'incremental': {'kind': 'cursor'},"
    " 'map': {'id': 'id'}}",
    "$.streams:", "" },
  { "{'kind': 'cursor', 'next': 'next'}", "{'kind': 'next_url'}",
    "$.streams[1].incremental:", "with a “link”" },
  { "'incremental': {'kind': 'cursor'}", "'incremental': {'kind': 'cursor', 'link': 'later'}",
    "$.streams[1].incremental.link:", "by next_url" },
  { "'incremental': {'kind': 'cursor'}", "'incremental': {'kind': 'cursor'}, 'etag': true",
    "$.streams[1].etag:", "can be compared" },
  { "'streams': [", "'streams': 5, 'x': [", "$.x:", "no such member" },
};

static void
test_wrong (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) text = g_string_new (good);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (text, wrong[i].from, wrong[i].to, 1), ==, 1);
  g_autoptr (DiapasonDescriptor) descriptor = parse (text->str, &error);
  g_assert_null (descriptor);
  g_assert_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_DESCRIPTOR);
  if (!g_str_has_prefix (error->message, wrong[i].path) ||
      strstr (error->message, wrong[i].says) == NULL)
    g_error ("wanted “%s … %s”, got “%s”", wrong[i].path, wrong[i].says, error->message);
}

static void
test_not_json (void)
{
  static const char *const texts[] = { "", "[]", "7", "{", "{'format': 1}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (parse (texts[i], &error));
      g_assert_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_DESCRIPTOR);
      g_assert_true (g_str_has_prefix (error->message, "$"));
    }
}

/* Whatever member is taken away or turned into something else, the answer is a descriptor or a
 * sentence. */
static void
test_mutations (void)
{
  g_autofree char *json = with_quotes (good);
  static const char replacements[] = "\"0[{,:x}]";

  gsize length = strlen (json);

  for (gsize i = 0; i < length; i += 3)
    for (const char *with = replacements; *with != '\0'; with++)
      {
        g_autoptr (GError) error = NULL;
        char kept = json[i];
        json[i] = *with;
        g_autoptr (DiapasonDescriptor) descriptor =
            diapason_descriptor_parse (json, strlen (json), &error);
        g_assert_true ((descriptor == NULL) == (error != NULL));
        json[i] = kept;
      }
}

static void
test_presets (void)
{
  g_auto (GStrv) names = diapason_descriptor_presets ();

  g_assert_true (g_strv_contains ((const char *const *) names, "crm"));
  g_assert_true (g_strv_contains ((const char *const *) names, "contact-platform"));
  g_assert_true (g_strv_contains ((const char *const *) names, "request-tracker"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DiapasonDescriptor) descriptor =
          diapason_descriptor_new_from_preset (names[i], "https://here.example/x//", NULL, NULL,
                                               &error);
      g_assert_no_error (error);
      g_assert_cmpstr (diapason_descriptor_get_name (descriptor), ==, names[i]);
      g_assert_cmpstr (diapason_descriptor_get_base_url (descriptor), ==, "https://here.example/x");
    }
}

/* What is told to those who write descriptors: every column, and nothing that is none. */
static void
test_readme (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "resources", "sources", "README.md", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (DiapasonEntity entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
    {
      const DiapasonEntityInfo *info = diapason_entity_info (entity);
      g_autofree char *start = g_strdup_printf ("\n| `%s` |", info->name);
      const char *line = strstr (text, start);
      g_assert_nonnull (line);
      g_autofree char *row = g_strndup (line + 1, strcspn (line + 1, "\n"));
      g_auto (GStrv) words = g_strsplit (row, "`", -1);
      guint n = 1;
      for (guint i = 0; i < info->n_columns; i++)
        if (info->columns[i].type != DIAPASON_COLUMN_MADE)
          g_assert_cmpstr (words[2 * n++ + 1], ==, info->columns[i].name);
      g_assert_cmpuint (g_strv_length (words), ==, 2 * n + 1);
    }
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *json = with_quotes (text);

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (directory)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

static DiapasonDescriptorFile *
file_at (GPtrArray *files, guint index)
{
  return g_ptr_array_index (files, index);
}

static void
test_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("diapason-XXXXXX", NULL);

  write_file (folder, "a.json", "{'preset': 'crm', 'base_url': 'https://a.example', 'label': 'A'}");
  write_file (folder, "b.json", "{'preset': 'crm', 'base_url': 'ftp://b.example'}");
  write_file (folder, "c.json", "{'preset': 'frm', 'base_url': 'https://c.example'}");
  write_file (folder, "d.json", "{'preset': 'crm', 'url': 'https://d.example'}");
  write_file (folder, "e.json", good);
  write_file (folder, "f.json", "");
  write_file (folder, "g.txt", "not a source");
  g_autoptr (GPtrArray) files = diapason_descriptor_load_folder (folder);
  remove_folder (folder);

  g_assert_cmpuint (files->len, ==, 6);
  g_assert_cmpstr (diapason_descriptor_get_name (file_at (files, 0)->descriptor), ==, "a");
  g_assert_cmpstr (diapason_descriptor_get_label (file_at (files, 0)->descriptor), ==, "A");
  g_assert_nonnull (strstr (file_at (files, 1)->error->message, "$.base_url"));
  g_assert_nonnull (strstr (file_at (files, 2)->error->message, "$.preset"));
  g_assert_nonnull (strstr (file_at (files, 3)->error->message, "$.url"));
  g_assert_cmpstr (diapason_descriptor_get_name (file_at (files, 4)->descriptor), ==, "e");
  g_assert_null (file_at (files, 5)->descriptor);
  for (guint i = 0; i < files->len; i++)
    g_assert_true ((file_at (files, i)->error == NULL) != (file_at (files, i)->descriptor == NULL));
  for (guint i = 1; i < 4; i++)
    g_assert_nonnull (strstr (file_at (files, i)->error->message, file_at (files, i)->path));
}

static void
test_no_folder (void)
{
  g_autoptr (GPtrArray) files = diapason_descriptor_load_folder ("/nowhere/at/all");

  g_assert_cmpuint (files->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/descriptor/good", test_good);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/source/descriptor/wrong/%02u/%s", i, wrong[i].path);
      g_strdelimit (path + strlen ("/source/descriptor/wrong/00/"), "/", '_');
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_wrong);
    }
  g_test_add_func ("/source/descriptor/not-json", test_not_json);
  g_test_add_func ("/source/descriptor/mutations", test_mutations);
  g_test_add_func ("/source/descriptor/presets", test_presets);
  g_test_add_func ("/source/descriptor/readme", test_readme);
  g_test_add_func ("/source/descriptor/folder", test_folder);
  g_test_add_func ("/source/descriptor/no-folder", test_no_folder);
  return g_test_run ();
}
