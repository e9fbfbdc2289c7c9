/* upsert.c: statements made once from the declarations, the same for every entity.
 *
 * Thread: the writer of cache.db. Lifetime: the texts of the statements stay for the program's
 * life.
 */
#include "upsert.h"

#include "text.h"

typedef struct
{
  char *look;
  char *write;
  char *forget;
} Texts;

static void
cell_clear (gpointer data)
{
  DiapasonCell *cell = data;
  g_free (cell->made);
}

GArray *
diapason_cells_new (guint n)
{
  GArray *cells = g_array_sized_new (FALSE, TRUE, sizeof (DiapasonCell), n);

  g_array_set_clear_func (cells, cell_clear);
  g_array_set_size (cells, n);
  return cells;
}

static DiapasonCell *
cell_of (GArray *cells, const DiapasonEntityInfo *info, const char *column)
{
  int index = diapason_entity_info_column (info, column);

  g_assert (index >= 0);
  return &g_array_index (cells, DiapasonCell, index);
}

static void
cell_take_text (DiapasonCell *cell, char *text)
{
  g_free (cell->made);
  *cell = (DiapasonCell){ .is_text = text != NULL, .text = text, .made = text };
}

static void
make_contact_point (GArray *cells, const DiapasonEntityInfo *info)
{
  const char *kind = cell_of (cells, info, "kind")->text;
  const char *value = cell_of (cells, info, "value")->text;
  gboolean phone = g_strcmp0 (kind, "phone") == 0 || g_strcmp0 (kind, "mobile") == 0;

  if (value != NULL)
    cell_take_text (cell_of (cells, info, "value_key"),
                    phone ? diapason_phone_key (value) : diapason_text_fold (value));
}

/* A need is known to be one, and not what it is, unless they agreed: whatever its source tells. */
static void
make_customer_fact (GArray *cells, const DiapasonEntityInfo *info)
{
  if (g_strcmp0 (cell_of (cells, info, "kind")->text, DIAPASON_FACT_KIND_NEED) != 0 ||
      cell_of (cells, info, "consent")->integer == 1)
    return;
  cell_take_text (cell_of (cells, info, "what"), NULL);
  cell_take_text (cell_of (cells, info, "words"), NULL);
}

void
diapason_cells_make (GArray *cells, const DiapasonEntityInfo *info)
{
  if (info->entity == DIAPASON_ENTITY_CONTACT_POINT)
    make_contact_point (cells, info);
  if (info->entity == DIAPASON_ENTITY_CUSTOMER_FACT)
    make_customer_fact (cells, info);
  if (info->entity == DIAPASON_ENTITY_CUSTOMER && cell_of (cells, info, "name")->is_text)
    cell_take_text (cell_of (cells, info, "name_key"),
                    diapason_text_fold (cell_of (cells, info, "name")->text));
}

void
diapason_cells_make_anonymous (GArray *cells, const DiapasonEntityInfo *info)
{
  cell_take_text (cell_of (cells, info, "permission"), g_strdup (DIAPASON_PERMISSION_ANONYMOUS));
}

static void
make_texts (Texts *texts, const DiapasonEntityInfo *info)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autoptr (GString) sets = g_string_new (NULL);

  for (guint column = 0; column < info->n_columns; column++)
    {
      const char *name = info->columns[column].name;
      const char *comma = column == 0 ? "" : ", ";
      g_string_append_printf (names, "%s%s", comma, name);
      g_string_append (marks, ", ?");
      g_string_append_printf (sets, "%s%s = excluded.%s", comma, name, name);
    }
  texts->look = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", names->str, info->name);
  texts->write = g_strdup_printf ("INSERT INTO %s (id, %s) VALUES (?%s) "
                                  "ON CONFLICT (id) DO UPDATE SET %s",
                                  info->name, names->str, marks->str, sets->str);
  texts->forget = g_strdup_printf ("DELETE FROM %s WHERE id = ?", info->name);
}

static const Texts *
texts_of (const DiapasonEntityInfo *info)
{
  static Texts all[DIAPASON_N_ENTITIES];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (guint entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
        make_texts (&all[entity], diapason_entity_info (entity));
      g_once_init_leave (&once, 1);
    }
  return &all[info->entity];
}

static gboolean
equals_column (const DiapasonCell *cell, DiapasonStatement *row, int column)
{
  switch (sqlite3_column_type (row, column))
    {
    case SQLITE_NULL:
      return !cell->is_text && !cell->is_integer;
    case SQLITE_INTEGER:
      return cell->is_integer && cell->integer == sqlite3_column_int64 (row, column);
    default:
      return cell->is_text &&
             g_str_equal (cell->text, (const char *) sqlite3_column_text (row, column));
    }
}

gboolean
diapason_upsert_look (DiapasonDatabase *database,
                      const DiapasonEntityInfo *info,
                      gint64 id,
                      GArray *cells,
                      int reference,
                      DiapasonStanding *out,
                      GError **error)
{
  g_autoptr (DiapasonStatement) look =
      diapason_database_prepare (database, texts_of (info)->look, error);

  *out = (DiapasonStanding){ .exists = FALSE };
  if (look == NULL)
    return FALSE;
  diapason_statement_bind (look, "i", id);
  if (!diapason_database_step (database, look, &out->exists, error))
    return FALSE;
  if (!out->exists)
    return TRUE;
  out->same = cells != NULL;
  for (guint column = 0; out->same && column < info->n_columns; column++)
    out->same = equals_column (&g_array_index (cells, DiapasonCell, column), look, (int) column);
  if (reference >= 0)
    out->reference = sqlite3_column_int64 (look, reference);
  return TRUE;
}

static void
bind_cell (DiapasonStatement *statement, int at, const DiapasonCell *cell)
{
  if (cell->is_text)
    sqlite3_bind_text (statement, at, cell->text, -1, SQLITE_STATIC);
  else if (cell->is_integer)
    sqlite3_bind_int64 (statement, at, cell->integer);
  else
    sqlite3_bind_null (statement, at);
}

gboolean
diapason_upsert_write (DiapasonDatabase *database,
                       const DiapasonEntityInfo *info,
                       gint64 id,
                       GArray *cells,
                       GError **error)
{
  g_autoptr (DiapasonStatement) write =
      diapason_database_prepare (database, texts_of (info)->write, error);
  gboolean row;

  if (write == NULL)
    return FALSE;
  sqlite3_bind_int64 (write, 1, id);
  for (guint column = 0; column < info->n_columns; column++)
    bind_cell (write, (int) column + 2, &g_array_index (cells, DiapasonCell, column));
  return diapason_database_step (database, write, &row, error);
}

gboolean
diapason_upsert_delete (DiapasonDatabase *database,
                        const DiapasonEntityInfo *info,
                        gint64 id,
                        GError **error)
{
  return diapason_database_run (database, error, texts_of (info)->forget, "i", id);
}
