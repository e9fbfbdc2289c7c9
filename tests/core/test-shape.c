/* test-shape.c: what a strict reader complains of, and in which line. */
#include "errors.h"
#include "shape.h"

static void
test_first_complaint_stays (void)
{
  static const char text[] = "{\n  \"name\": 7,\n  \"limit\": {\n    \"most\": 12\n  }\n}\n";
  g_auto (DiapasonShape) shape = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonJsonValue) root = diapason_shape_parse (&shape, text, strlen (text));
  g_autoptr (DiapasonJsonValue) limit = diapason_shape_member (&shape, root, "limit", TRUE);

  g_assert_cmpint (diapason_shape_integer (&shape, limit, "most", 0, 1, 10), ==, 12);
  g_assert_null (diapason_shape_text (&shape, root, "name", TRUE));
  g_assert_cmpuint (shape.line, ==, 4);
  g_assert_false (diapason_shape_is_good (&shape, &error));
  g_assert_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_SHAPE);
  g_assert_cmpstr (error->message, ==, "$.limit.most: a number from 1 to 10 is expected here.");
}

/* What is missing is missing in the object's line; what stands there is wrong in its own. */
static void
test_lines (void)
{
  static const char text[] = "[\n{\"a\":1},\n{\n\"b\": 1,\n\"x\": \"\"}]";
  static const char *const members[] = { "b", NULL };
  g_auto (DiapasonShape) missing = { 0 };
  g_autoptr (DiapasonJsonValue) root = diapason_shape_parse (&missing, text, strlen (text));
  g_autoptr (DiapasonJsonValue) second = diapason_json_value_element (root, 1);
  g_auto (DiapasonShape) unknown = { .text = text, .length = strlen (text) };
  g_auto (DiapasonShape) without = { 0 };

  g_assert_null (diapason_shape_array (&missing, second, "c", TRUE));
  g_assert_cmpuint (missing.line, ==, 3);
  g_assert_cmpstr (missing.complaint->message, ==, "$[1].c: a list is missing here.");
  g_assert_false (diapason_shape_object (&unknown, second, members));
  g_assert_cmpuint (unknown.line, ==, 5);
  g_autofree char *empty = diapason_shape_text (&without, second, "x", TRUE);
  g_assert_cmpstr (empty, ==, "");
  g_assert_nonnull (without.complaint);
  g_assert_cmpuint (without.line, ==, 0);
}

static void
test_no_json (void)
{
  static const char *const texts[] = { "", "{\n\n'a': 1}", "{\"a\": 1\n\n\"b\": 2}", "[1]\n\n]" };
  static const guint lines[] = { 1, 3, 3, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (DiapasonShape) shape = { 0 };

      g_assert_null (diapason_shape_parse (&shape, texts[i], strlen (texts[i])));
      g_assert_cmpuint (shape.line, ==, lines[i]);
      g_assert_nonnull (strstr (shape.complaint->message, "cannot be read as JSON"));
    }
}

/* A text in which every number is that of its line. */
typedef struct
{
  GString *text;
  GRand *rand;
  int line;
} Writer;

static void
go_on (Writer *writer)
{
  static const char *const gaps[] = { "", " ", "\n", " \n\n ", "\r\n\t" };
  const char *gap = gaps[g_rand_int_range (writer->rand, 0, G_N_ELEMENTS (gaps))];

  g_string_append (writer->text, gap);
  for (; *gap != '\0'; gap++)
    writer->line += *gap == '\n';
}

static void
write_value (Writer *writer, int depth)
{
  /* Names with dots and brackets, as escapes, and one that begins with another. */
  static const char *const names[] = { "a", "c.b", "c[0]", "b\\u0065", "{,\\\"", "bee" };
  gboolean object = g_rand_boolean (writer->rand);
  int count = g_rand_int_range (writer->rand, 0, G_N_ELEMENTS (names) + 1);

  go_on (writer);
  if (depth == 0 || g_rand_int_range (writer->rand, 0, 4) == 0)
    {
      g_string_append_printf (writer->text, "%d", writer->line);
      go_on (writer);
      return;
    }
  g_string_append_c (writer->text, object ? '{' : '[');
  for (int i = 0; i < count; i++)
    {
      go_on (writer);
      if (object)
        g_string_append_printf (writer->text, "\"%s\" :", names[i]);
      write_value (writer, depth - 1);
      g_string_append (writer->text, i + 1 < count ? "," : "");
    }
  g_string_append_c (writer->text, object ? '}' : ']');
  go_on (writer);
}

static void
check_lines (const GString *text, DiapasonJsonValue *value, guint *checked)
{
  g_auto (GStrv) names = diapason_json_value_names (value);
  gint64 line = 0;

  if (diapason_json_value_to_integer (value, &line))
    {
      g_assert_cmpuint (diapason_json_line_of (text->str, text->len,
                                               diapason_json_value_path (value)),
                        ==, line);
      (*checked)++;
    }
  for (guint i = 0; i < diapason_json_value_length (value); i++)
    {
      g_autoptr (DiapasonJsonValue) inner = names[0] != NULL
                                                ? diapason_json_value_member (value, names[i])
                                                : diapason_json_value_element (value, i);
      check_lines (text, inner, checked);
    }
}

static void
test_every_line (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);
  guint checked = 0;

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      Writer writer = { text, rand, 1 };
      g_autoptr (GError) error = NULL;

      write_value (&writer, 4);
      g_autoptr (DiapasonJsonValue) root = diapason_json_value_parse (text->str, text->len, &error);
      g_assert_no_error (error);
      check_lines (text, root, &checked);
    }
  g_assert_cmpuint (checked, >, 1000);
}

/* Where a path can be read in two ways, the longer name is meant. */
static void
test_names_with_dots (void)
{
  static const char text[] = "{\n\"a.b\": 1,\n\"a\": {\n\"b\": 2,\n\"c\": 3}}";

  g_assert_cmpuint (diapason_json_line_of (text, strlen (text), "$.a.b"), ==, 2);
  g_assert_cmpuint (diapason_json_line_of (text, strlen (text), "$.a.c"), ==, 5);
}

/* A path that leads nowhere ends where it could still be followed, whatever it is. */
static void
test_lines_of_no_value (void)
{
  static const char text[] = "{\n\"a\": [\n1,\n2]}";
  static const struct
  {
    const char *path;
    guint line;
  } cases[] = { { "$", 1 },
                { "$.a[1]", 4 },
                { "$.a[2]", 2 },
                { "$.a.x", 2 },
                { "$.b", 1 },
                { "$.a[1].x", 4 },
                { "", 1 },
                { "$.", 1 },
                { "$.a[", 3 },
                { "$.a[x]", 3 },
                { "$[0]", 1 },
                { "$.a[0][0]", 3 },
                { "$.a[99999999999999999999]", 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (diapason_json_line_of (text, strlen (text), cases[i].path), ==,
                      cases[i].line);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/shape/first-complaint-stays", test_first_complaint_stays);
  g_test_add_func ("/core/shape/lines", test_lines);
  g_test_add_func ("/core/shape/no-json", test_no_json);
  g_test_add_func ("/core/shape/every-line", test_every_line);
  g_test_add_func ("/core/shape/names-with-dots", test_names_with_dots);
  g_test_add_func ("/core/shape/lines-of-no-value", test_lines_of_no_value);
  return g_test_run ();
}
