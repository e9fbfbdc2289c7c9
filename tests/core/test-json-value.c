/* Reading a tree by type, numbers as they were written, and writing. */
#include "errors.h"
#include "json-value.h"
#include "random-json.h"

#include <string.h>

static DiapasonJsonValue *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  DiapasonJsonValue *value = diapason_json_value_parse (text, strlen (text), &error);
  g_assert_no_error (error);
  return value;
}

static void
assert_at (DiapasonJsonValue *root, const char *path, const char *expected)
{
  g_autoptr (DiapasonJsonValue) value = diapason_json_value_at (root, path);
  g_autofree char *text = value != NULL ? diapason_json_value_to_string (value) : NULL;
  g_assert_cmpstr (text, ==, expected);
}

static void
test_at (void)
{
  g_autoptr (DiapasonJsonValue) root =
      parse ("{\"owner\":{\"ids\":[\"a\",[7,8],\"z\"],\"\":0},\"n\":null,\"flag\":false}");

  assert_at (root, "owner.ids[0]", "a");
  assert_at (root, "owner.ids[1][-1]", "8");
  assert_at (root, "owner.ids[-1]", "z");
  assert_at (root, "flag", "false");
  static const char *const nowhere[] = {
    "owner.ids[3]",  "owner.ids[-4]", "owner.ids[x]", "owner.ids[", "owner.ids[]",
    "owner.ids.[0]", "owner.ids[0]x", "owner..ids",   "owner.",     ".owner",
    "[0]",           "n.x",           "flag[0]",      "absent",
  };
  for (guint i = 0; i < G_N_ELEMENTS (nowhere); i++)
    {
      g_autoptr (DiapasonJsonValue) value = diapason_json_value_at (root, nowhere[i]);
      if (value != NULL)
        g_error ("something at %s", nowhere[i]);
    }
}

/* A child says where it is when all others have gone. */
static void
test_path (void)
{
  g_autoptr (DiapasonJsonValue) root = parse ("{\"items\":[0,{\"kind\":\"x\"}]}");
  g_autoptr (DiapasonJsonValue) kind = diapason_json_value_at (root, "items[-1].kind");

  g_assert_cmpstr (diapason_json_value_path (root), ==, "$");
  g_clear_pointer (&root, diapason_json_value_unref);
  g_assert_cmpstr (diapason_json_value_path (kind), ==, "$.items[1].kind");
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    DiapasonJsonType type;
    gboolean is_integer, is_double;
    gint64 integer;
    double number;
  } cases[] = {
    { "0", DIAPASON_JSON_INTEGER, TRUE, TRUE, 0, 0 },
    { "-12", DIAPASON_JSON_INTEGER, TRUE, TRUE, -12, -12 },
    { "999999999999999999", DIAPASON_JSON_INTEGER, TRUE, TRUE, 999999999999999999, 1e18 },
    { "9223372036854775807", DIAPASON_JSON_INTEGER, TRUE, TRUE, G_MAXINT64, 0x1p63 },
    { "-9223372036854775808", DIAPASON_JSON_INTEGER, TRUE, TRUE, G_MININT64, -0x1p63 },
    { "9223372036854775808", DIAPASON_JSON_NUMBER, FALSE, TRUE, 0, 0x1p63 },
    { "100000000000000000000", DIAPASON_JSON_NUMBER, FALSE, TRUE, 0, 1e20 },
    { "12.50", DIAPASON_JSON_NUMBER, FALSE, TRUE, 0, 12.5 },
    { "12.0", DIAPASON_JSON_NUMBER, TRUE, TRUE, 12, 12 },
    { "1e3", DIAPASON_JSON_NUMBER, TRUE, TRUE, 1000, 1000 },
    { "9007199254740993.0", DIAPASON_JSON_NUMBER, FALSE, TRUE, 0, 0x1p53 },
    { "1e300", DIAPASON_JSON_NUMBER, FALSE, TRUE, 0, 1e300 },
    { "1e999", DIAPASON_JSON_NUMBER, FALSE, FALSE, 0, 0 },
    { "-1e-999", DIAPASON_JSON_NUMBER, TRUE, TRUE, 0, 0 },
    { "\"12\"", DIAPASON_JSON_STRING, FALSE, FALSE, 0, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *array = g_strdup_printf ("[1.5,%s]", cases[i].text);
      g_autoptr (DiapasonJsonValue) root = parse (array);
      g_autoptr (DiapasonJsonValue) value = diapason_json_value_element (root, 1);
      gint64 integer = 0;
      double number = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (diapason_json_value_type (value), ==, cases[i].type);
      g_assert_cmpint (diapason_json_value_to_integer (value, &integer), ==, cases[i].is_integer);
      g_assert_cmpint (integer, ==, cases[i].integer);
      g_assert_cmpint (diapason_json_value_to_double (value, &number), ==, cases[i].is_double);
      g_assert_cmpfloat (number, ==, cases[i].number);
      g_autofree char *printed = diapason_json_value_print (value);
      g_assert_cmpstr (printed, ==, cases[i].text);
    }
}

static void
test_getters (void)
{
  g_autoptr (DiapasonJsonValue) root = parse ("{\"s\":\"x\",\"i\":5,\"f\":true,\"n\":null}");
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  gint64 integer = 0;
  gboolean truth = FALSE;

  g_assert_true (diapason_json_get_string (root, "s", &text, NULL));
  g_assert_cmpstr (text, ==, "x");
  g_assert_true (diapason_json_get_integer (root, "i", &integer, NULL));
  g_assert_cmpint (integer, ==, 5);
  g_assert_true (diapason_json_get_boolean (root, "f", &truth, NULL));
  g_assert_true (truth);
  g_assert_true (diapason_json_opt_string (root, "n", "none", &other, NULL));
  g_assert_cmpstr (other, ==, "none");
  g_assert_true (diapason_json_opt_integer (root, "absent", 9, &integer, NULL));
  g_assert_cmpint (integer, ==, 9);
  g_assert_true (diapason_json_opt_boolean (root, "n", FALSE, &truth, NULL));
  g_assert_false (truth);
}

static void
assert_type_error (gboolean ok, GError **error, const char *said)
{
  g_assert_false (ok);
  g_assert_error (*error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_TYPE);
  if (strstr ((*error)->message, said) == NULL)
    g_error ("“%s” is not in “%s”", said, (*error)->message);
  g_clear_error (error);
}

static void
test_getters_tell (void)
{
  g_autoptr (DiapasonJsonValue) root =
      parse ("{\"auth\":{\"kind\":5,\"t\":\"12\",\"n\":null,\"big\":9223372036854775808}}");
  g_autoptr (DiapasonJsonValue) auth = diapason_json_value_member (root, "auth");
  char *text = NULL;
  gint64 integer = 0;
  gboolean truth = FALSE;
  GError *error = NULL;

  assert_type_error (diapason_json_get_string (auth, "kind", &text, &error), &error,
                     "$.auth.kind should be a text");
  assert_type_error (diapason_json_get_integer (auth, "t", &integer, &error), &error, "$.auth.t");
  assert_type_error (diapason_json_get_integer (auth, "big", &integer, &error), &error,
                     "$.auth.big");
  assert_type_error (diapason_json_get_boolean (auth, "absent", &truth, &error), &error,
                     "$.auth.absent is missing");
  assert_type_error (diapason_json_get_string (auth, "n", &text, &error), &error, "it is null");
  assert_type_error (diapason_json_opt_boolean (auth, "kind", FALSE, &truth, &error), &error,
                     "a whole number");
  g_assert_null (text);
}

static void
test_names_and_length (void)
{
  g_autoptr (DiapasonJsonValue) root = parse ("{\"z\":1,\"a\":[1,2,3],\"m\":{}}");
  g_autoptr (DiapasonJsonValue) array = diapason_json_value_member (root, "a");
  g_auto (GStrv) names = diapason_json_value_names (root);
  g_auto (GStrv) none = diapason_json_value_names (array);
  const char *expected[] = { "z", "a", "m", NULL };

  g_assert_cmpstrv (names, expected);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (diapason_json_value_length (root), ==, 3);
  g_assert_cmpuint (diapason_json_value_length (array), ==, 3);
  g_assert_null (diapason_json_value_element (array, 3));
  g_assert_null (diapason_json_value_element (root, 0));
  g_assert_null (diapason_json_value_member (array, "z"));
}

static void
test_refused (void)
{
  static const char *const texts[] = { "",       "{",    "[1]x",   "{\"a\":1,\"a\":1}",
                                       "[0x10]", "[.5]", "[1.5.5]" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (diapason_json_value_parse (texts[i], strlen (texts[i]), &error));
      g_assert_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_SYNTAX);
    }
}

/* A tree takes a hundred times what its text does. */
static void
test_limit (void)
{
  g_autoptr (GString) text = g_string_new ("[0");
  g_autoptr (GError) error = NULL;

  for (guint i = 2; i < DIAPASON_JSON_MAX_VALUES; i++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');
  g_autoptr (DiapasonJsonValue) most = parse (text->str);
  g_assert_cmpuint (diapason_json_value_length (most), ==, DIAPASON_JSON_MAX_VALUES - 1);

  g_string_insert (text, 1, "0,");
  g_assert_null (diapason_json_value_parse (text->str, text->len, &error));
  g_assert_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_JSON_LIMIT);
}

/* Values of one parser outlive the next parse and the parser. */
static void
test_reused_parser (void)
{
  static const char page[] = "[{\"a\":\"one\"},{\"a\":2.50},{\"a\":3}]";
  g_autoptr (DiapasonJsonParser) parser = diapason_json_parser_new ();
  g_autoptr (GArray) slices =
      diapason_json_cut_array (&(DiapasonJsonSlice){ page, strlen (page) }, NULL);
  g_autoptr (GPtrArray) values =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_json_value_unref);

  for (guint i = 0; i < slices->len; i++)
    g_ptr_array_add (values, diapason_json_parser_parse (
                                 parser, &g_array_index (slices, DiapasonJsonSlice, i), NULL));
  g_assert_null (diapason_json_parser_parse (parser, &(DiapasonJsonSlice){ "{\"a\"", 4 }, NULL));
  g_clear_pointer (&parser, diapason_json_parser_free);
  assert_at (values->pdata[0], "a", "one");
  assert_at (values->pdata[1], "a", "2.50");
  assert_at (values->pdata[2], "a", "3");
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  for (int round = 0; round < 2000; round++)
    {
      g_autofree char *compact = random_json (rand);
      g_autofree char *spaced = random_json_spaced (rand, compact);
      g_autoptr (DiapasonJsonValue) value = parse (spaced);
      g_autofree char *printed = diapason_json_value_print (value);
      g_assert_cmpstr (printed, ==, compact);
    }
}

static void
write_sample (DiapasonJsonWriter *writer)
{
  diapason_json_writer_begin_object (writer, NULL);
  diapason_json_writer_string (writer, "text", "a\"\\\n\x01é\xff");
  diapason_json_writer_string (writer, "nothing", NULL);
  diapason_json_writer_begin_array (writer, "list");
  diapason_json_writer_integer (writer, NULL, G_MININT64);
  diapason_json_writer_boolean (writer, NULL, TRUE);
  diapason_json_writer_begin_object (writer, NULL);
  diapason_json_writer_end_object (writer);
  diapason_json_writer_end_array (writer);
  diapason_json_writer_begin_array (writer, "empty");
  diapason_json_writer_end_array (writer);
  diapason_json_writer_end_object (writer);
}

static void
test_writer (void)
{
  g_autoptr (DiapasonJsonWriter) compact = diapason_json_writer_new (FALSE);
  g_autoptr (DiapasonJsonWriter) pretty = diapason_json_writer_new (TRUE);

  for (int again = 0; again < 2; again++)
    {
      write_sample (compact);
      g_autofree char *text = diapason_json_writer_finish (compact);
      g_assert_cmpstr (text, ==,
                       "{\"text\":\"a\\\"\\\\\\n\\u0001é\xef\xbf\xbd\",\"nothing\":null,"
                       "\"list\":[-9223372036854775808,true,{}],\"empty\":[]}");
    }
  diapason_json_writer_begin_object (pretty, NULL);
  diapason_json_writer_begin_array (pretty, "a");
  diapason_json_writer_integer (pretty, NULL, 1);
  diapason_json_writer_integer (pretty, NULL, 2);
  diapason_json_writer_end_array (pretty);
  diapason_json_writer_string (pretty, "b", "x");
  diapason_json_writer_end_object (pretty);
  g_autofree char *shown = diapason_json_writer_finish (pretty);
  g_assert_cmpstr (shown, ==, "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": \"x\"\n}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-value/at", test_at);
  g_test_add_func ("/json-value/path", test_path);
  g_test_add_func ("/json-value/numbers", test_numbers);
  g_test_add_func ("/json-value/getters", test_getters);
  g_test_add_func ("/json-value/getters-tell", test_getters_tell);
  g_test_add_func ("/json-value/names-and-length", test_names_and_length);
  g_test_add_func ("/json-value/refused", test_refused);
  g_test_add_func ("/json-value/limit", test_limit);
  g_test_add_func ("/json-value/reused-parser", test_reused_parser);
  g_test_add_func ("/json-value/round-trip", test_round_trip);
  g_test_add_func ("/json-value/writer", test_writer);
  return g_test_run ();
}
