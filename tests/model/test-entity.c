/* test-entity.c: the declarations among themselves. That they are the tables is tested with the
 * store. */
#include "entity.h"
#include "row.h"

static void
test_found_by_number_and_name (void)
{
  g_assert_null (diapason_entity_info (DIAPASON_ENTITY_NONE));
  g_assert_null (diapason_entity_info (DIAPASON_N_ENTITIES));
  g_assert_null (diapason_entity_info (DIAPASON_KIND_PERSON));
  g_assert_null (diapason_entity_info_by_name ("person"));

  for (guint entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
    {
      const DiapasonEntityInfo *info = diapason_entity_info (entity);
      g_assert_nonnull (info);
      g_assert_cmpuint (info->entity, ==, entity);
      g_assert_true (diapason_entity_info_by_name (info->name) == info);
    }
}

/* They are in files that exist. */
static void
test_numbers_stay (void)
{
  const char *const names[] = { "unit",          "adviser",         "customer", "contact_point",
                                "relation",      "contract",        "promise",  "interaction",
                                "message",       "presence",        "article",  "canned_reply",
                                "survey_wave",   "survey_count",    "verbatim", "answer",
                                "customer_fact", "presence_channel" };

  g_assert_cmpuint (G_N_ELEMENTS (names), ==, DIAPASON_N_ENTITIES - 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (diapason_entity_info (i + 1)->name, ==, names[i]);
}

static void
check_column (const DiapasonEntityInfo *info, guint column)
{
  const DiapasonColumn *it = &info->columns[column];

  g_assert_cmpint (diapason_entity_info_column (info, it->name), ==, column);
  if (it->type == DIAPASON_COLUMN_REFERENCE)
    g_assert_nonnull (diapason_entity_info (it->refers_to));
  else
    g_assert_cmpint (it->refers_to, ==, DIAPASON_ENTITY_NONE);
  if (it->words != NULL)
    g_assert_cmpint (it->type, ==, DIAPASON_COLUMN_TEXT);
}

static void
test_columns_hold_together (void)
{
  for (guint entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
    {
      const DiapasonEntityInfo *info = diapason_entity_info (entity);
      for (guint column = 0; column < info->n_columns; column++)
        check_column (info, column);
      g_assert_cmpint (diapason_entity_info_column (info, "id"), ==, -1);
    }
}

static void
test_what_is_personal (void)
{
  const struct
  {
    const char *entity, *column;
    gboolean personal;
  } cases[] = {
    { "customer", "name", TRUE },           { "customer", "name_key", TRUE },
    { "customer", "unit", FALSE },          { "contact_point", "value", TRUE },
    { "contact_point", "value_key", TRUE }, { "message", "body", TRUE },
    { "interaction", "summary", TRUE },     { "interaction", "channel", FALSE },
    { "article", "body", FALSE },           { "promise", "text", TRUE },
    { "verbatim", "text", TRUE },           { "verbatim", "author_name", TRUE },
    { "verbatim", "about", FALSE },         { "survey_wave", "name", FALSE },
    { "customer_fact", "what", TRUE },      { "presence_channel", "state", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DiapasonEntityInfo *info = diapason_entity_info_by_name (cases[i].entity);
      int column = diapason_entity_info_column (info, cases[i].column);
      g_assert_cmpint (column, >=, 0);
      g_assert_cmpint (info->columns[column].personal, ==, cases[i].personal);
    }
}

/* Every reference of a verbatim that leads to a person, and who signed it. */
static void
test_what_is_withheld (void)
{
  const DiapasonEntityInfo *info = diapason_entity_info (DIAPASON_ENTITY_VERBATIM);
  g_autoptr (GString) withheld = g_string_new (NULL);

  for (guint column = 0; column < info->n_columns; column++)
    if (info->columns[column].withheld)
      g_string_append_printf (withheld, "%s ", info->columns[column].name);
  g_assert_cmpstr (withheld->str, ==, "customer interaction asked_at author_name ");
}

static void
test_row_is_whole (void)
{
  const DiapasonEntityInfo *info = diapason_entity_info (DIAPASON_ENTITY_CONTACT_POINT);
  g_autoptr (DiapasonRow) row = diapason_row_new (info, "7");
  guint value = (guint) diapason_entity_info_column (info, "value");
  guint customer = (guint) diapason_entity_info_column (info, "customer");

  g_assert_false (row->has_revision);
  for (guint column = 0; column < info->n_columns; column++)
    g_assert_cmpint (row->values[column].type, ==, DIAPASON_VALUE_NULL);

  diapason_row_set_reference (row, customer, "crm", "c1");
  g_assert_cmpint (row->values[customer].type, ==, DIAPASON_VALUE_REFERENCE);
  g_assert_cmpstr (row->values[customer].source, ==, "crm");
  g_assert_cmpstr (row->values[customer].text, ==, "c1");
  diapason_row_set_reference (row, customer, "crm", "");
  g_assert_cmpint (row->values[customer].type, ==, DIAPASON_VALUE_NULL);
  g_assert_null (row->values[customer].source);

  diapason_row_set_text (row, value, "a");
  diapason_row_set_text (row, value, "b");
  g_assert_cmpstr (row->values[value].text, ==, "b");
  diapason_row_set_integer (row, value, 5);
  g_assert_cmpint (row->values[value].integer, ==, 5);
  g_assert_null (row->values[value].text);
  diapason_row_set_text (row, value, NULL);
  g_assert_cmpint (row->values[value].type, ==, DIAPASON_VALUE_NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/entity/found-by-number-and-name", test_found_by_number_and_name);
  g_test_add_func ("/model/entity/numbers-stay", test_numbers_stay);
  g_test_add_func ("/model/entity/columns-hold-together", test_columns_hold_together);
  g_test_add_func ("/model/entity/what-is-personal", test_what_is_personal);
  g_test_add_func ("/model/entity/what-is-withheld", test_what_is_withheld);
  g_test_add_func ("/model/row/is-whole", test_row_is_whole);
  return g_test_run ();
}
