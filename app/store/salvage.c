/* salvage.c: each table from its beginning to where it cannot be read, from its end back to there,
 * and what lies between id by id. See the header.
 */
#include "salvage.h"

#include <glib/gi18n-lib.h>

#include "database-private.h"

/* More ids than this in a gap are not asked for one by one. */
#define MOST_IDS 1000000

typedef sqlite3_stmt Rows;
static void
rows_free (Rows *rows)
{
  sqlite3_finalize (rows);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rows, rows_free)

/* One table on its way. */
typedef struct
{
  sqlite3 *from;
  sqlite3 *to;
  const char *name;
  char *columns; /* (owned) that both have, the key first */
  int n_columns;
  gboolean by_id;       /* its key is a number */
  sqlite3_stmt *insert; /* (owned) */
  DiapasonSalvage *out;
} Table;

/* For want of memory, what can be read seems damaged. */
static int
note (DiapasonSalvage *out, int code)
{
  if ((code & 0xff) == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM)
    out->starved = TRUE;
  return code;
}

G_GNUC_PRINTF (3, 4)
static sqlite3_stmt *
prepare (DiapasonSalvage *out, sqlite3 *handle, const char *format, ...)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement = NULL;
  va_list values;

  va_start (values, format);
  sql = g_strdup_vprintf (format, values);
  va_end (values);
  note (out, sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL));
  return statement;
}

/* Copies the row that @rows stands on. FALSE when it could not be written. */
static gboolean
keep_row (Table *table, sqlite3_stmt *rows)
{
  for (int i = 0; i < table->n_columns; i++)
    note (table->out, sqlite3_bind_value (table->insert, i + 1, sqlite3_column_value (rows, i)));
  int code = note (table->out, sqlite3_step (table->insert));
  sqlite3_reset (table->insert);
  if (code == SQLITE_DONE)
    table->out->kept += (guint) sqlite3_changes (table->to);
  else
    table->out->lost++;
  return code == SQLITE_DONE || (code & 0xff) == SQLITE_CONSTRAINT;
}

/* @out_last: the key of the last row read, if it is a number. Sets *@out_whole at the end of the
 * table. FALSE when a row could not be written. */
static gboolean
walk (Table *table, const char *order, gint64 *out_last, gboolean *out_whole)
{
  g_autoptr (Rows) rows =
      prepare (table->out, table->from, "SELECT %s FROM \"%s\" NOT INDEXED ORDER BY 1 %s",
               table->columns, table->name, order);
  int code = SQLITE_ERROR;

  while (rows != NULL && (code = note (table->out, sqlite3_step (rows))) == SQLITE_ROW)
    {
      *out_last = sqlite3_column_int64 (rows, 0);
      if (!keep_row (table, rows))
        return FALSE;
    }
  *out_whole = code == SQLITE_DONE;
  return TRUE;
}

static gboolean
look_between (Table *table, gint64 first, gint64 last)
{
  g_autoptr (Rows) rows =
      prepare (table->out, table->from, "SELECT %s FROM \"%s\" NOT INDEXED WHERE rowid = ?",
               table->columns, table->name);

  if (rows == NULL || last - first > MOST_IDS)
    {
      table->out->more_lost = TRUE;
      return TRUE;
    }
  for (gint64 id = first; id <= last; id++)
    {
      sqlite3_bind_int64 (rows, 1, id);
      if (note (table->out, sqlite3_step (rows)) != SQLITE_ROW)
        table->out->lost++;
      else if (!keep_row (table, rows))
        return FALSE;
      sqlite3_reset (rows);
    }
  return TRUE;
}

/* The largest id that was ever given; 0: not known. */
static gint64
largest_id (Table *table)
{
  g_autoptr (Rows) rows =
      prepare (table->out, table->from, "SELECT seq FROM sqlite_sequence WHERE name = '%s'",
               table->name);

  return rows != NULL && note (table->out, sqlite3_step (rows)) == SQLITE_ROW
             ? sqlite3_column_int64 (rows, 0)
             : 0;
}

static gboolean
copy_rows (Table *table)
{
  gint64 first = 0;
  gint64 last = 0;
  gboolean whole;

  if (!walk (table, "ASC", &first, &whole))
    return FALSE;
  if (whole)
    return TRUE;
  if (!walk (table, "DESC", &last, &whole))
    return FALSE;
  if (!table->by_id || (last == 0 && largest_id (table) == 0))
    {
      table->out->more_lost = TRUE;
      return TRUE;
    }
  return look_between (table, first + 1, last != 0 ? last - 1 : largest_id (table));
}

/* The columns that @from has too, those of the key first. A table it does not know, as it is older
 * than that or its list of tables is damaged, has none. */
static void
read_columns (Table *table)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (Rows) here = prepare (table->out, table->to,
                                   "SELECT name, pk, type = 'INTEGER' FROM pragma_table_info "
                                   "('%s') ORDER BY pk = 0, pk",
                                   table->name);

  while (here != NULL && note (table->out, sqlite3_step (here)) == SQLITE_ROW)
    {
      const char *column = (const char *) sqlite3_column_text (here, 0);
      g_autoptr (Rows) there = prepare (table->out, table->from, "SELECT \"%s\".\"%s\" FROM \"%s\"",
                                        table->name, column, table->name);

      if (there == NULL)
        continue;
      if (sqlite3_column_int (here, 1) == 1)
        table->by_id = sqlite3_column_int (here, 2);
      g_string_append_printf (columns, "%s\"%s\"", columns->len > 0 ? ", " : "", column);
      table->n_columns++;
    }
  table->columns = g_string_free (g_steal_pointer (&columns), FALSE);
}

static gboolean
copy_table (sqlite3 *from, sqlite3 *to, const char *name, DiapasonSalvage *out)
{
  Table table = { .from = from, .to = to, .name = name, .out = out };
  gboolean done = TRUE;

  read_columns (&table);
  g_autofree char *columns = table.columns;
  g_autofree char *places = g_strnfill ((gsize) MAX (table.n_columns - 1, 0) * 2, ',');
  if (table.n_columns == 0)
    {
      out->more_lost = TRUE;
      return TRUE;
    }
  for (int i = 0; places[i] != '\0'; i += 2)
    places[i] = '?';
  table.insert =
      prepare (out, to, "INSERT OR IGNORE INTO \"%s\" (%s) VALUES (%s?)", name, columns, places);
  done = table.insert != NULL && copy_rows (&table);
  sqlite3_finalize (table.insert);
  return done;
}

static gboolean
copy_tables (sqlite3 *from, sqlite3 *to, DiapasonSalvage *out)
{
  g_autoptr (Rows) names = prepare (out, to,
                                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND "
                                    "name NOT LIKE 'sqlite_%%' ORDER BY name");

  while (names != NULL && note (out, sqlite3_step (names)) == SQLITE_ROW)
    if (!copy_table (from, to, (const char *) sqlite3_column_text (names, 0), out))
      return FALSE;
  return names != NULL;
}

gboolean
diapason_salvage_rows (sqlite3 *from, sqlite3 *to, DiapasonSalvage *out, GError **error)
{
  *out = (DiapasonSalvage){ .kept = 0 };
  if (sqlite3_exec (to, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK &&
      copy_tables (from, to, out) && !out->starved &&
      sqlite3_exec (to, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  if (out->starved)
    diapason_store_set_sqlite_error (error, NULL, SQLITE_NOMEM);
  else
    diapason_store_set_sqlite_error (error, to, sqlite3_extended_errcode (to));
  return FALSE;
}

static void
append_lost (GString *text, const DiapasonSalvage *salvage)
{
  if (salvage->more_lost)
    g_string_append (text, _("Others could not be read, and how many is not known."));
  else if (salvage->lost > 0)
    g_string_append_printf (text,
                            ngettext ("Up to %u other could not be read.",
                                      "Up to %u others could not be read.", salvage->lost),
                            salvage->lost);
  else
    g_string_append (text, _("None that could be found is missing."));
}

char *
diapason_salvage_sentence (const DiapasonSalvage *salvage, const char *path, const char *aside)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *shown_aside = g_filename_display_name (aside);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_less = salvage->lost > 0 || salvage->more_lost;

  if (salvage->kept == 0 && is_less)
    return g_strdup_printf (_("The file of what you wrote and decided was damaged, and nothing in "
                              "it could be read. It "
                              "is kept as %s, and a new one was begun. If there is a backup, "
                              "close the program and put "
                              "it in the place of %s."),
                            shown_aside, shown);
  g_string_append_printf (text,
                          ngettext ("The file of what you wrote and decided was damaged. %u entry "
                                    "could be read and is kept.",
                                    "The file of what you wrote and decided was damaged. %u "
                                    "entries could be read and are kept.",
                                    salvage->kept),
                          salvage->kept);
  g_string_append_c (text, ' ');
  append_lost (text, salvage);
  g_string_append_c (text, ' ');
  if (is_less)
    g_string_append_printf (text,
                            _("The damaged file is kept as %s; whoever looks after this machine "
                              "may find more in it, or in a backup."),
                            shown_aside);
  else
    g_string_append_printf (text, _("The damaged file is kept as %s."), shown_aside);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
