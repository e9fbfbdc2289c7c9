/* row.c: a row's values, by the index of their column.
 *
 * Thread: the one that builds it. Lifetime: from a mapping to its upsert.
 */
#include "row.h"

static void
value_clear (DiapasonValue *value)
{
  g_free (value->text);
  g_free (value->source);
  *value = (DiapasonValue){ .type = DIAPASON_VALUE_NULL };
}

static DiapasonValue *
column_value (DiapasonRow *row, guint column)
{
  g_assert (column < row->info->n_columns);
  g_assert (row->info->columns[column].type != DIAPASON_COLUMN_MADE);

  value_clear (&row->values[column]);
  return &row->values[column];
}

DiapasonRow *
diapason_row_new (const DiapasonEntityInfo *info, const char *remote_id)
{
  g_return_val_if_fail (info != NULL && remote_id != NULL && *remote_id != '\0', NULL);

  DiapasonRow *row = g_new0 (DiapasonRow, 1);
  row->info = info;
  row->remote_id = g_strdup (remote_id);
  row->values = g_new0 (DiapasonValue, info->n_columns);
  return row;
}

void
diapason_row_free (DiapasonRow *row)
{
  for (guint column = 0; column < row->info->n_columns; column++)
    value_clear (&row->values[column]);
  g_free (row->values);
  g_free (row->remote_id);
  g_free (row);
}

void
diapason_row_set_revision (DiapasonRow *row, gint64 revision)
{
  row->has_revision = TRUE;
  row->revision = revision;
}

void
diapason_row_take_text (DiapasonRow *row, guint column, char *text)
{
  DiapasonValue *value = column_value (row, column);

  if (text == NULL)
    return;
  value->type = DIAPASON_VALUE_TEXT;
  value->text = text;
}

void
diapason_row_set_text (DiapasonRow *row, guint column, const char *text)
{
  diapason_row_take_text (row, column, g_strdup (text));
}

void
diapason_row_set_integer (DiapasonRow *row, guint column, gint64 integer)
{
  DiapasonValue *value = column_value (row, column);

  value->type = DIAPASON_VALUE_INTEGER;
  value->integer = integer;
}

void
diapason_row_set_reference (DiapasonRow *row,
                            guint column,
                            const char *source,
                            const char *remote_id)
{
  DiapasonValue *value = column_value (row, column);

  if (remote_id == NULL || *remote_id == '\0')
    return;
  value->type = DIAPASON_VALUE_REFERENCE;
  value->text = g_strdup (remote_id);
  value->source = g_strdup (source);
}
