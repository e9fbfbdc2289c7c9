/* test-mapping.c: what the descriptors that come along make of an element, and of every way it can
 * be wrong.
 *
 * fixtures/NAME.json: a stream's name (and what is special about the case) to an element, what
 * encloses it, and the rows that are to come of it. The rest is done here: each member taken away,
 * null, of every other type, too large, too long.
 */
#include "dates.h"
#include "descriptor-plan.h"
#include "mapping.h"

#define CANARY "c4n4ry"

static DiapasonDescriptor *
load_preset (const char *name)
{
  g_autoptr (GError) error = NULL;
  DiapasonDescriptor *descriptor =
      diapason_descriptor_new_from_preset (name, "https://here.example", NULL, NULL, &error);

  g_assert_no_error (error);
  return descriptor;
}

static DiapasonJsonValue *
load_fixture (const char *name)
{
  g_autofree char *base = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "source", "fixtures", base, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  DiapasonJsonValue *fixture = diapason_json_value_parse (text, length, &error);
  g_assert_no_error (error);
  return fixture;
}

static DiapasonStreamPlan *
find_stream (GPtrArray *streams, const char *name)
{
  for (guint i = 0; i < streams->len; i++)
    {
      DiapasonStreamPlan *plan = g_ptr_array_index (streams, i);
      DiapasonStreamPlan *child = find_stream (plan->children, name);
      if (child != NULL || g_str_equal (plan->name, name))
        return child != NULL ? child : plan;
    }
  return NULL;
}

/* A case of a fixture. */
typedef struct
{
  DiapasonMapping *mapping;
  DiapasonJsonValue *parent; /* (nullable) */
  GHashTable *tables;
} Case;

static void
read_table (Case *self, DiapasonJsonValue *tables, const char *name)
{
  g_autoptr (DiapasonJsonValue) table = diapason_json_value_member (tables, name);
  g_auto (GStrv) keys = diapason_json_value_names (table);
  GHashTable *kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (DiapasonJsonValue) element = diapason_json_value_member (table, keys[i]);
      g_hash_table_insert (kept, g_strdup (keys[i]), diapason_json_value_print (element));
    }
  g_hash_table_insert (self->tables, g_strdup (name), kept);
}

static void
case_open (Case *self, DiapasonDescriptor *descriptor, DiapasonJsonValue *json, const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 2);
  DiapasonStreamPlan *stream = find_stream (descriptor->streams, words[0]);
  g_autoptr (DiapasonJsonValue) tables = diapason_json_value_member (json, "tables");
  g_auto (GStrv) names = tables == NULL ? g_new0 (char *, 1) : diapason_json_value_names (tables);

  g_assert_nonnull (stream);
  self->mapping = stream->mapping;
  self->parent = diapason_json_value_member (json, "parent");
  self->tables =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; names[i] != NULL; i++)
    read_table (self, tables, names[i]);
}

static void
case_close (Case *self)
{
  g_clear_pointer (&self->parent, diapason_json_value_unref);
  g_hash_table_unref (self->tables);
}

static GPtrArray *
apply (Case *self, DiapasonJsonValue *element, GError **error)
{
  DiapasonFrame up = { self->parent, NULL, self->tables };
  DiapasonFrame frame = { element, self->parent == NULL ? NULL : &up, self->tables };

  return diapason_mapping_apply (self->mapping, &frame, error);
}

static void
append_value (GString *out, const DiapasonColumn *column, const DiapasonValue *value)
{
  if (value->type == DIAPASON_VALUE_NULL)
    return;
  g_string_append_printf (out, " %s=", column->name);
  if (value->type == DIAPASON_VALUE_INTEGER)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, value->integer);
  else if (value->type == DIAPASON_VALUE_TEXT)
    g_string_append_printf (out, "“%s”", value->text);
  else
    g_string_append_printf (out, "→%s%s%s", value->source == NULL ? "" : value->source,
                            value->source == NULL ? "" : "/", value->text);
}

/* "customer C1 r3 name=“…” unit=→A12". */
static char *
print_row (const DiapasonRow *row)
{
  g_autoptr (GString) out = g_string_new (row->info->name);

  g_string_append_printf (out, " %s", row->remote_id);
  if (row->has_revision)
    g_string_append_printf (out, " r%" G_GINT64_FORMAT, row->revision);
  if (row->deleted)
    g_string_append (out, " deleted");
  for (guint i = 0; i < row->info->n_columns; i++)
    append_value (out, &row->info->columns[i], &row->values[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
check_golden (Case *self, DiapasonJsonValue *json, DiapasonJsonValue *element)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = apply (self, element, &error);
  g_autoptr (DiapasonJsonValue) wanted = diapason_json_value_member (json, "rows");

  g_assert_no_error (error);
  for (guint i = 0; i < MAX (rows->len, diapason_json_value_length (wanted)); i++)
    {
      g_autofree char *is = i < rows->len ? print_row (g_ptr_array_index (rows, i)) : NULL;
      g_autoptr (DiapasonJsonValue) line = diapason_json_value_element (wanted, i);
      g_autofree char *should = line == NULL ? NULL : diapason_json_value_to_string (line);
      g_assert_cmpstr (is, ==, should);
    }
}

/* Wrong elements ------------------------------------------------------------------------------ */

/* Where a member's value stands in a compact text. */
typedef struct
{
  gsize name; /* of its name's quote */
  gsize start;
  gsize end;
} Span;

static gsize
skip_value (const char *text, gsize at)
{
  guint depth = 0;
  gboolean in_text = FALSE;

  for (;; at++)
    if (in_text)
      {
        if (text[at] == '\\')
          at++;
        else if (text[at] == '"')
          in_text = FALSE;
      }
    else if (text[at] == '"')
      in_text = TRUE;
    else if (text[at] == '{' || text[at] == '[')
      depth++;
    else if (depth == 0 && (text[at] == ',' || text[at] == '}' || text[at] == ']'))
      return at;
    else if (text[at] == '}' || text[at] == ']')
      depth--;
}

static GArray *
find_members (const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GRegex) member = g_regex_new ("(?<=[{,])\"\\w+\":", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (member, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int start = 0, end = 0;
      g_match_info_fetch_pos (match, 0, &start, &end);
      Span span = { (gsize) start, (gsize) end, skip_value (text, (gsize) end) };
      g_array_append_val (spans, span);
    }
  return spans;
}

static char *
replace_span (const char *text, const Span *span, const char *with)
{
  return g_strdup_printf ("%.*s%s%s", (int) span->start, text, with, text + span->end);
}

static char *
remove_span (const char *text, const Span *span)
{
  const char *after = text + span->end;
  gsize before = span->name;

  if (*after == ',')
    after++;
  else if (text[before - 1] == ',')
    before--;
  return g_strdup_printf ("%.*s%s", (int) before, text, after);
}

static void
check_sentence (const GError *error)
{
  g_assert_error (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_ELEMENT);
  g_assert_true (g_str_has_prefix (error->message, "$."));
  g_assert_null (strstr (error->message, CANARY));
}

/* A value may be what it was, or made of what now stands in the element, or nothing: never a 0 or
 * "" that nobody said. */
static void
check_value (const DiapasonColumn *column,
             const DiapasonValue *is,
             const DiapasonValue *was,
             const char *now,
             const char *text)
{
  g_autofree char *plain = g_strdup (now);

  if (is->type == DIAPASON_VALUE_NULL)
    return;
  g_strstrip (g_strdelimit (plain, "\"", ' '));
  if (is->type == DIAPASON_VALUE_INTEGER)
    {
      double written = g_ascii_strtod (plain, NULL);
      gint64 number = written >= 0x1p63 ? G_MAXINT64 : (gint64) MAX (written, -0x1p63);
      gboolean is_seconds =
          column->type == DIAPASON_COLUMN_TIME && (double) is->integer == written * 1000;
      g_autofree char *date = diapason_date_format_as (is->integer, "%Y-%m-%dT%H:%M:%SZ", NULL);
      g_assert_true (
          (was->type == is->type && was->integer == is->integer) ||
          (date != NULL && strstr (text, date) != NULL) ||
          ((is->integer == number || is_seconds) && g_ascii_isdigit (plain[strlen (plain) - 1])) ||
          is->integer == g_str_equal (plain, "true"));
      return;
    }
  if (column->words != NULL)
    {
      g_assert_true (g_strv_contains (column->words, is->text));
      return;
    }
  g_assert_true (*is->text != '\0' || *plain == '\0');
  g_assert_true (strstr (text, is->text) != NULL || strstr (is->text, plain) != NULL ||
                 (was->text != NULL && strstr (was->text, is->text) != NULL));
}

/* What the row @i of those that came would be without the mistake: the one with its id, else, where
 * that is the mistake, the one in its place, else one of its kind. */
static const DiapasonRow *
find_golden (GPtrArray *golden, const DiapasonRow *row, guint i)
{
  const DiapasonRow *found = NULL;

  for (guint j = 0; j < golden->len; j++)
    {
      const DiapasonRow *other = g_ptr_array_index (golden, j);
      if (other->info != row->info || other->deleted || row->deleted)
        continue;
      if (g_str_equal (other->remote_id, row->remote_id))
        return other;
      if (found == NULL || j == i)
        found = other;
    }
  return found;
}

static void
check_rows (GPtrArray *rows, GPtrArray *golden, const char *now, const char *text)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const DiapasonRow *row = g_ptr_array_index (rows, i);
      const DiapasonRow *was = find_golden (golden, row, i);
      g_assert_cmpuint (strlen (row->remote_id), <=, DIAPASON_MAPPING_MAX_ID);
      for (guint column = 0; was != NULL && column < row->info->n_columns; column++)
        {
          const DiapasonValue *value = &row->values[column];
          g_assert_true (value->text == NULL ||
                         strlen (value->text) <= 4 * DIAPASON_MAPPING_MAX_TEXT);
          if (strlen (now) < 100 && !g_str_equal (row->info->name, "contact_point"))
            check_value (&row->info->columns[column], value, &was->values[column], now, text);
        }
    }
}

static void
check_wrong (Case *self, GPtrArray *golden, const char *text, const char *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonJsonValue) element = diapason_json_value_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  g_autoptr (GPtrArray) rows = apply (self, element, &error);
  if (rows == NULL)
    check_sentence (error);
  else
    check_rows (rows, golden, now, text);
}

/* What is absent or null is no mistake, but for the id. */
static void
check_absent (Case *self, const char *text, gboolean is_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonJsonValue) element = diapason_json_value_parse (text, strlen (text), NULL);
  g_autoptr (GPtrArray) rows = apply (self, element, &error);

  if (rows != NULL)
    return;
  check_sentence (error);
  g_assert_true (is_id);
}

static gboolean
is_an_id (const char *text, const Span *span)
{
  static const char *const ids[] = { "\"id\":",   "\"TransactionId\":", "\"ObjectId\":",
                                     "\"type\":", "\"channel\":",       NULL };

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_str_has_prefix (text + span->name, ids[i]))
      return TRUE;
  return FALSE;
}

static void
check_mutations (Case *self, DiapasonJsonValue *element)
{
  static const char *const values[] = {
    "\"" CANARY "\"",
    "\"\"",
    "0",
    "-7",
    "1.5",
    "true",
    "false",
    "[]",
    "{}",
    "[\"" CANARY "\"]",
    "{\"" CANARY "\":1}",
    "9223372036854775807",
    "9223372036854775808",
    "1e999",
    "\"9999-99-99\"",
  };
  g_autoptr (GPtrArray) golden = apply (self, element, NULL);
  g_autofree char *text = diapason_json_value_print (element);
  g_autoptr (GArray) spans = find_members (text);
  g_autofree char *filler = g_strnfill (DIAPASON_MAPPING_MAX_TEXT * 2, 'x');
  g_autofree char *very_long = g_strdup_printf ("\"%s\"", filler);

  g_assert_cmpuint (spans->len, >, 0);
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      g_autofree char *without = remove_span (text, span);
      g_autofree char *with_null = replace_span (text, span, "null");
      g_autofree char *with_long = replace_span (text, span, very_long);
      check_absent (self, without, is_an_id (text, span));
      check_absent (self, with_null, is_an_id (text, span));
      check_wrong (self, golden, with_long, very_long);
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          g_autofree char *wrong = replace_span (text, span, values[j]);
          check_wrong (self, golden, wrong, values[j]);
        }
    }
}

static void
test_preset (gconstpointer data)
{
  g_autoptr (DiapasonDescriptor) descriptor = load_preset (data);
  g_autoptr (DiapasonJsonValue) fixture = load_fixture (data);
  g_auto (GStrv) names = diapason_json_value_names (fixture);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (DiapasonJsonValue) json = diapason_json_value_member (fixture, names[i]);
      g_autoptr (DiapasonJsonValue) element = diapason_json_value_member (json, "element");
      Case at = { 0 };
      case_open (&at, descriptor, json, names[i]);
      g_test_message ("%s", names[i]);
      check_golden (&at, json, element);
      check_mutations (&at, element);
      case_close (&at);
    }
}

/* Every stream that makes rows has a case. */
static void
check_covered (GPtrArray *streams, DiapasonJsonValue *fixture)
{
  for (guint i = 0; i < streams->len; i++)
    {
      const DiapasonStreamPlan *plan = g_ptr_array_index (streams, i);
      g_autoptr (DiapasonJsonValue) json = diapason_json_value_member (fixture, plan->name);
      g_assert_true (json != NULL || plan->mapping == NULL);
      check_covered (plan->children, fixture);
    }
}

static void
test_covered (gconstpointer data)
{
  g_autoptr (DiapasonDescriptor) descriptor = load_preset (data);
  g_autoptr (DiapasonJsonValue) fixture = load_fixture (data);

  check_covered (descriptor->streams, fixture);
}

int
main (int argc, char **argv)
{
  static const char *const presets[] = { "crm", "contact-platform", "request-tracker",
                                         "survey-tool", "web-shop" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      g_autofree char *path = g_strconcat ("/source/mapping/", presets[i], NULL);
      g_autofree char *covered = g_strconcat (path, "/covered", NULL);
      g_test_add_data_func (path, presets[i], test_preset);
      g_test_add_data_func (covered, presets[i], test_covered);
    }
  return g_test_run ();
}
