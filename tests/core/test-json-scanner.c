/* What the scanner takes and refuses, and that it agrees with json-glib on what it takes. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "errors.h"
#include "json-scanner.h"
#include "matrix.h"
#include "random-json.h"

/* In memory of its own length, so that a sanitizer sees a byte read too far. */
static gboolean
check (const char *text, gsize length, GError **error)
{
  g_autofree char *exact = g_memdup2 (text, length);
  return diapason_json_check (exact, length, error);
}

static void
test_accepted (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    " [ ] ",
    "0",
    "-0",
    "-1.5e+10",
    "1E5",
    "true",
    "null",
    "\"\"",
    "\"\\u00e9\\ud83d\\ude00\"",
    "\xef\xbb\xbf{\"a\":1}",
    "[1,2,[3,{}]]\n",
    "{\"a\":{\"a\":1},\"b\":{\"a\":2}}",
    "\"\x7f é 日本 😀\"",
    "{\"\":1,\"é\":2,\"e\":3}",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
    "{\"a\\u0062\":1,\"a\\u0063\":2}",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      check (texts[i], strlen (texts[i]), &error);
      g_assert_no_error (error);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "{",
    "}",
    "[1,]",
    "[,1]",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1,}",
    "{a:1}",
    "{'a':1}",
    "'a'",
    "[1 2]",
    "[1]]",
    "[1}",
    "{\"a\":1]",
    "1 2",
    "{} {}",
    "var x = 1;",
    "NaN",
    "Infinity",
    "-",
    "-a",
    "01",
    "+1",
    ".5",
    "1.",
    "1e",
    "1e+",
    "0x10",
    "tru",
    "True",
    "nul",
    "\"",
    "\"a",
    "\"\\\"",
    "\"\\x41\"",
    "\"\\u12\"",
    "\"\\u000g\"",
    "\"\\u0000\"",
    "\"\\ud83d\"",
    "\"\\ude00\"",
    "\"\\ud83d\\u0041\"",
    "\"\\ud83dx\"",
    "\"a\nb\"",
    "\"tab\there\"",
    "\"\xff\"",
    "\"\xc3\"",
    "\"\xed\xa0\x80\"",
    "\"\xc0\xaf\"",
    "{\"a\":1,\"a\":2}",
    "{\"ab\":1,\"b\":2,\"a\\u0062\":3}",
    "[{\"x\":{\"y\":1,\"z\":2,\"y\":3}}]",
    "\xef\xbb\xbf",
    "[1]\xef\xbb\xbf",
    "/* no */ 1",
    "\xe9",
    "<html>",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      if (check (texts[i], strlen (texts[i]), &error))
        g_error ("taken: %s", texts[i]);
      g_assert_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_SYNTAX);
    }
  g_assert_false (check ("\"a\0b\"", 5, NULL));
  g_assert_false (check ("1\0", 2, NULL));
  matrix_ran ("J1", G_N_ELEMENTS (texts) + 2, "texts that are no JSON");
}

/* What is wrong inside of texts and names does not matter to the shape; all else does. */
static void
test_shape (void)
{
  static const char *const taken[] = {
    "[\"\\u0000\"]",
    "[\"\\ud83d\"]",
    "[\"\\x41\"]",
    "[\"\xff\"]",
    "[\"a\nb\"]",
    "[\"\\u12\",\"]\"]",
    "{\"a\":1,\"a\":[\"\\\"\"]}",
    "[\"\xed\xa0\x80\"]",
  };
  static const char *const refused[] = {
    "", "[\"\\\"]", "[\"\\", "[1", "{\"a\" 1}", "[NaN]", "[1]x", "[01]", "{'a':1}", "[\"\\u0000\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autofree char *exact = g_memdup2 (taken[i], strlen (taken[i]));
      g_assert_true (diapason_json_check_shape (exact, strlen (taken[i])));
      g_assert_false (strstr (taken[i], "\"a\"") == NULL && check (exact, strlen (taken[i]), NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *exact = g_memdup2 (refused[i], strlen (refused[i]));
      g_assert_false (diapason_json_check_shape (exact, strlen (refused[i])));
    }
  g_assert_true (diapason_json_check_shape ("\"a\0b\"", 5));
}

static void
test_offset_is_told (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_false (diapason_json_check ("[1, 2, x]", 9, &error));
  g_assert_nonnull (strstr (error->message, "byte 7"));
}

static char *
nested (guint depth)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, i % 2 ? "{\"a\":" : "[");
  g_string_append_c (text, '1');
  for (guint i = depth; i > 0; i--)
    g_string_append_c (text, (i - 1) % 2 ? '}' : ']');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nested (DIAPASON_JSON_MAX_DEPTH);
  g_autofree char *too_deep = nested (DIAPASON_JSON_MAX_DEPTH + 1);
  g_autofree char *abyss = g_strnfill (1000000, '[');
  g_autoptr (GError) error = NULL;

  g_assert_true (check (deepest, strlen (deepest), NULL));
  g_assert_false (check (too_deep, strlen (too_deep), &error));
  g_assert_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_LIMIT);
  g_clear_error (&error);
  g_assert_false (check (abyss, strlen (abyss), &error));
  g_assert_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_LIMIT);
}

static void
assert_found (const char *json, const char *path, const char *expected)
{
  DiapasonJsonSlice slice = { 0 };
  gboolean found = diapason_json_find (json, strlen (json), path, &slice);
  g_autofree char *text = found ? g_strndup (slice.start, slice.length) : NULL;
  g_assert_cmpstr (text, ==, expected);
}

static void
test_find (void)
{
  static const char json[] =
      "\xef\xbb\xbf { \"x\\\\\" : \"}\\\"\" , \"data\" :{\"n\":-1.5 ,\"items\": [ {}, \"]\" ] },"
      "\"\\u00e9t\\u00e9\":true,\"last\":null}";
  assert_found (json, "data.items", "[ {}, \"]\" ]");
  assert_found (json, "data.n", "-1.5");
  assert_found (json, "été", "true");
  assert_found (json, "last", "null");
  assert_found (json, "data.nothing", NULL);
  assert_found (json, "data.n.deeper", NULL);
  assert_found (json, "items", NULL);
  assert_found (" [1] ", "", "[1]");
  assert_found ("{}", "a", NULL);
  assert_found ("", "", NULL);
  assert_found ("{\"a\":[1", "a", NULL);
}

static GArray *
cut (const char *text, GError **error)
{
  return diapason_json_cut_array (&(DiapasonJsonSlice){ text, strlen (text) }, error);
}

static void
test_cut (void)
{
  g_autoptr (GArray) none = cut (" [ ] ", NULL);
  g_autoptr (GArray) some = cut ("[1 , \"a,]\" ,[2,3],{\"b\":[]} , null]", NULL);
  static const char *const expected[] = { "1", "\"a,]\"", "[2,3]", "{\"b\":[]}", "null" };

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (some->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < some->len; i++)
    {
      DiapasonJsonSlice *slice = &g_array_index (some, DiapasonJsonSlice, i);
      g_assert_cmpmem (slice->start, slice->length, expected[i], strlen (expected[i]));
    }
}

static void
test_cut_refused (void)
{
  static const char *const texts[] = { "{}", "", "1", "[", "[1", "[1,", "[1 2]", "[\"]", "[{]" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (cut (texts[i], &error));
      g_assert_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_TYPE);
    }
}

static void
test_cut_limit (void)
{
  g_autoptr (GString) text = g_string_new ("[0,\"");
  gsize length = text->len - 1 + DIAPASON_JSON_MAX_ELEMENT_SIZE - 1;
  g_string_set_size (text, length);
  memset (text->str + 4, 'x', length - 4);
  g_string_append (text, "\"]");
  g_autoptr (GArray) largest = cut (text->str, NULL);
  g_assert_cmpuint (largest->len, ==, 2);

  g_autoptr (GError) error = NULL;
  g_string_insert_c (text, 4, 'x');
  g_assert_null (cut (text->str, &error));
  g_assert_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_LIMIT);
}

static void
test_cut_number (void)
{
  g_autoptr (GString) text = g_string_new ("[0");
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < DIAPASON_JSON_MAX_ELEMENTS; i++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');
  g_autoptr (GArray) most = cut (text->str, NULL);
  g_assert_cmpuint (most->len, ==, DIAPASON_JSON_MAX_ELEMENTS);

  g_string_insert (text, 1, "0,");
  g_assert_null (cut (text->str, &error));
  g_assert_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_LIMIT);
}

static void
test_many_members (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  for (int i = 0; i < 63; i++)
    g_string_append_printf (text, "\"field_%d\":%d,", i, i);
  g_autofree char *all = g_strdup_printf ("%s\"other\":1}", text->str);
  g_autofree char *twice = g_strdup_printf ("%s\"field_31\":1}", text->str);

  g_assert_true (check (all, strlen (all), NULL));
  g_assert_false (check (twice, strlen (twice), NULL));
}

/* No page that is cut anywhere passes. */
static void
test_prefixes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  for (int round = 0; round < 60; round++)
    {
      g_autofree char *json = random_json (rand);
      for (gsize length = 0; length < strlen (json); length++)
        g_assert_false (check (json, length, NULL));
      g_assert_true (check (json, strlen (json), NULL));
    }
}

static JsonNode *
parse_with_json_glib (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  json_parser_load_from_data (parser, text, length, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static void
assert_slice_is (const DiapasonJsonSlice *slice, JsonNode *expected)
{
  g_autoptr (JsonNode) node = parse_with_json_glib (slice->start, slice->length);
  g_assert_true (json_node_equal (node, expected));
}

static void
assert_array_agrees (const DiapasonJsonSlice *root, JsonNode *node)
{
  g_autoptr (GArray) elements = diapason_json_cut_array (root, NULL);
  JsonArray *array = json_node_get_array (node);
  g_assert_cmpuint (elements->len, ==, json_array_get_length (array));
  for (guint i = 0; i < elements->len; i++)
    assert_slice_is (&g_array_index (elements, DiapasonJsonSlice, i),
                     json_array_get_element (array, i));
}

static void
assert_object_agrees (const DiapasonJsonSlice *root, JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  g_autoptr (GList) names = json_object_get_members (object);
  for (GList *link = names; link != NULL; link = link->next)
    {
      DiapasonJsonSlice member;
      if (strpbrk (link->data, ".\\") != NULL)
        continue;
      g_assert_true (diapason_json_find (root->start, root->length, link->data, &member));
      assert_slice_is (&member, json_object_get_member (object, link->data));
    }
}

static void
test_agrees_with_json_glib (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  for (int round = 0; round < 2000; round++)
    {
      g_autofree char *compact = random_json (rand);
      g_autofree char *json = random_json_spaced (rand, compact);
      DiapasonJsonSlice root;
      g_autoptr (JsonNode) node = parse_with_json_glib (json, strlen (json));

      g_assert_true (check (json, strlen (json), NULL));
      g_assert_true (diapason_json_find (json, strlen (json), "", &root));
      if (JSON_NODE_HOLDS_ARRAY (node))
        assert_array_agrees (&root, node);
      else
        assert_object_agrees (&root, node);
    }
}

/* Whatever passes the check, json-glib reads too; whatever does not, nobody falls over. */
static void
test_damaged (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint taken = 0;
  for (int round = 0; round < 20000; round++)
    {
      g_autofree char *json = random_json (rand);
      g_autoptr (GString) damaged = random_json_damaged (rand, json);
      g_autofree char *exact = g_memdup2 (damaged->str, damaged->len);
      DiapasonJsonSlice slice = { exact, damaged->len };

      if (diapason_json_check (exact, damaged->len, NULL))
        {
          g_autoptr (JsonNode) node = parse_with_json_glib (exact, damaged->len);
          g_assert_nonnull (node);
          taken++;
        }
      diapason_json_find (exact, damaged->len, "a0.id1", &slice);
      g_assert_true (diapason_json_check_shape (exact, damaged->len) ||
                     !diapason_json_check (exact, damaged->len, NULL));
      g_autoptr (GArray) elements G_GNUC_UNUSED = diapason_json_cut_array (&slice, NULL);
    }
  matrix_ran ("J1", 20000, "damaged texts");
  g_assert_cmpuint (taken, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-scanner/accepted", test_accepted);
  g_test_add_func ("/json-scanner/refused", test_refused);
  g_test_add_func ("/json-scanner/shape", test_shape);
  g_test_add_func ("/json-scanner/offset-is-told", test_offset_is_told);
  g_test_add_func ("/json-scanner/depth", test_depth);
  g_test_add_func ("/json-scanner/find", test_find);
  g_test_add_func ("/json-scanner/cut", test_cut);
  g_test_add_func ("/json-scanner/cut-refused", test_cut_refused);
  g_test_add_func ("/json-scanner/cut-limit", test_cut_limit);
  g_test_add_func ("/json-scanner/cut-number", test_cut_number);
  g_test_add_func ("/json-scanner/many-members", test_many_members);
  g_test_add_func ("/json-scanner/prefixes", test_prefixes);
  g_test_add_func ("/json-scanner/agrees-with-json-glib", test_agrees_with_json_glib);
  g_test_add_func ("/json-scanner/damaged", test_damaged);
  return g_test_run ();
}
