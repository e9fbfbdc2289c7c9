/* table-document.c: documents and their words, a full-text table for each group of find.
 *
 * Thread: the writer of cache.db. Nothing is kept between calls.
 */
#include "table-document.h"

#include "database.h"

#define SEQUENCE_BITS 20
#define SEQUENCE_MASK ((G_GINT64_CONSTANT (1) << SEQUENCE_BITS) - 1)

/* The full-text tables, and what reads the texts of a row of each. */
static const struct
{
  const char *table;
  const char *parts; /* the instant, then the texts */
  int n_parts;
  const char *insert;
  const char *update;
  const char *remove;
  const char *read;
} groups[DIAPASON_N_ENTITIES] = {
#define STATEMENTS(name)                                                                           \
  .table = name, .insert = "INSERT INTO " name " (rowid, words) VALUES (?, ?)",                    \
  .update = "UPDATE " name " SET words = ?2 WHERE rowid = ?1",                                     \
  .remove = "DELETE FROM " name " WHERE rowid = ?",                                                \
  .read = "SELECT words FROM " name " WHERE rowid = ?"
  [DIAPASON_ENTITY_CUSTOMER] = { STATEMENTS ("customer_text"),
                                 .parts = "SELECT NULL, name, city, postcode FROM customer "
                                          "WHERE id = ?",
                                 .n_parts = 3 },
  [DIAPASON_ENTITY_INTERACTION] = { STATEMENTS ("interaction_text"),
                                    .parts = "SELECT began_at, subject, reason, summary "
                                             "FROM interaction WHERE id = ?",
                                    .n_parts = 3 },
  [DIAPASON_ENTITY_MESSAGE] = { STATEMENTS ("message_text"),
                                .parts = "SELECT m.at, m.body FROM message m WHERE m.id = ? "
                                         "AND NOT EXISTS (SELECT 1 FROM record "
                                         "WHERE id = m.interaction AND deleted = 1)",
                                .n_parts = 1 },
  [DIAPASON_ENTITY_VERBATIM] = { STATEMENTS ("verbatim_text"),
                                 .parts = "SELECT at, title, text FROM verbatim WHERE id = ?",
                                 .n_parts = 2 },
  [DIAPASON_ENTITY_ARTICLE] = { STATEMENTS ("article_text"),
                                .parts = "SELECT NULL, title, body FROM article WHERE id = ?",
                                .n_parts = 2 },
#undef STATEMENTS
};

void
diapason_document_input_free (DiapasonDocumentInput *input)
{
  g_ptr_array_unref (input->parts);
  g_ptr_array_unref (input->phones);
  g_free (input);
}

static DiapasonDocumentInput *
input_new (gint64 record)
{
  DiapasonDocumentInput *input = g_new0 (DiapasonDocumentInput, 1);

  input->record = record;
  input->parts = g_ptr_array_new_with_free_func (g_free);
  input->phones = g_ptr_array_new_with_free_func (g_free);
  return input;
}

/* Tells the kind of @record; NONE when it is of no indexed one. */
static gboolean
read_record (DiapasonDatabase *database, DiapasonDocumentInput *input, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database, "SELECT entity, first_seen, coalesce (revision, -1) FROM record WHERE id = ?",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", input->record);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  int entity = row ? sqlite3_column_int (select, 0) : DIAPASON_ENTITY_NONE;
  if (!row || entity <= DIAPASON_ENTITY_NONE || entity >= DIAPASON_N_ENTITIES ||
      groups[entity].table == NULL)
    return TRUE;
  input->entity = entity;
  input->first_seen = sqlite3_column_int64 (select, 1);
  input->revision = sqlite3_column_int64 (select, 2);
  return TRUE;
}

static void
add_text (GPtrArray *texts, char *text)
{
  if (text != NULL)
    g_ptr_array_add (texts, text);
}

static gboolean
read_parts (DiapasonDatabase *database, DiapasonDocumentInput *input, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, groups[input->entity].parts, error);

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", input->record);
  if (!diapason_database_step (database, select, &input->here, error))
    return FALSE;
  if (!input->here)
    return TRUE;
  input->at = sqlite3_column_int64 (select, 0);
  for (int i = 0; i < groups[input->entity].n_parts; i++)
    add_text (input->parts, diapason_statement_text (select, 1 + i));
  return TRUE;
}

/* By what they say: ids tell which came first. */
static gboolean
read_contact_points (DiapasonDatabase *database, DiapasonDocumentInput *input, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database, "SELECT kind = 'email', value FROM contact_point WHERE customer = ? ORDER BY value",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", input->record);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      add_text (sqlite3_column_int (select, 0) ? input->parts : input->phones,
                diapason_statement_text (select, 1));
    }
  return FALSE;
}

DiapasonDocumentInput *
diapason_document_read (DiapasonDatabase *database, gint64 record, GError **error)
{
  g_autoptr (DiapasonDocumentInput) input = input_new (record);

  if (!read_record (database, input, error))
    return NULL;
  if (input->entity == DIAPASON_ENTITY_NONE)
    return g_steal_pointer (&input);
  if (!read_parts (database, input, error))
    return NULL;
  if (input->here && input->entity == DIAPASON_ENTITY_CUSTOMER &&
      !read_contact_points (database, input, error))
    return NULL;
  return g_steal_pointer (&input);
}

void
diapason_document_free (DiapasonDocument *document)
{
  g_free (document->words);
  g_free (document);
}

/* A document as it stands; id 0: none. */
typedef struct
{
  gint64 id;
  gint64 version;
  gint64 revision;
} Standing;

static gboolean
look (DiapasonDatabase *database, gint64 record, Standing *out, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database, "SELECT id, version, coalesce (revision, -1) FROM document WHERE record = ?",
      error);
  gboolean row;

  *out = (Standing){ .id = 0 };
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", record);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (row)
    *out = (Standing){ .id = sqlite3_column_int64 (select, 0),
                       .version = sqlite3_column_int64 (select, 1),
                       .revision = sqlite3_column_int64 (select, 2) };
  return TRUE;
}

static gint64
first_id_of (gint64 at)
{
  return (MAX (at, 0) / 1000) << SEQUENCE_BITS;
}

/* The next free id of the second of @at; a second that is full flows over into the one after it. */
static gboolean
find_free_id (DiapasonDatabase *database, gint64 at, gint64 *out_id, GError **error)
{
  gint64 first = first_id_of (at);

  for (;; first += SEQUENCE_MASK + 1)
    {
      g_autoptr (DiapasonStatement) select = diapason_database_prepare (
          database, "SELECT id FROM document WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1",
          error);
      gboolean row;

      if (select == NULL)
        return FALSE;
      diapason_statement_bind (select, "ii", first, first + SEQUENCE_MASK);
      if (!diapason_database_step (database, select, &row, error))
        return FALSE;
      *out_id = row ? sqlite3_column_int64 (select, 0) + 1 : first;
      if (*out_id <= first + SEQUENCE_MASK)
        return TRUE;
    }
}

static gboolean
add (DiapasonDatabase *database, const DiapasonDocument *document, int version, GError **error)
{
  gint64 id;

  return find_free_id (database, document->at, &id, error) &&
         diapason_database_run (database, error, groups[document->entity].insert, "is", id,
                                document->words) &&
         diapason_database_run (database, error,
                                "INSERT INTO document (id, record, version, revision) VALUES (?, "
                                "?, ?, nullif (?, -1))",
                                "iiii", id, document->record, (gint64) version, document->revision);
}

static gboolean
drop (DiapasonDatabase *database, DiapasonEntity entity, gint64 id, GError **error)
{
  return diapason_database_run (database, error, groups[entity].remove, "i", id) &&
         diapason_database_run (database, error, "DELETE FROM document WHERE id = ?", "i", id);
}

/* Words that are there already are not written again: they are most of the cost. */
static gboolean
write_words (DiapasonDatabase *database,
             const DiapasonDocument *document,
             gint64 id,
             GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, groups[document->entity].read, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", id);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (row && g_strcmp0 ((const char *) sqlite3_column_text (select, 0), document->words) == 0)
    return TRUE;
  return diapason_database_run (database, error,
                                row ? groups[document->entity].update
                                    : groups[document->entity].insert,
                                "is", id, document->words);
}

static gboolean
replace (DiapasonDatabase *database,
         const DiapasonDocument *document,
         const Standing *standing,
         int version,
         GError **error)
{
  if (first_id_of (document->at) != (standing->id & ~SEQUENCE_MASK))
    return drop (database, document->entity, standing->id, error) &&
           add (database, document, version, error);
  if (!write_words (database, document, standing->id, error))
    return FALSE;
  if (standing->version == version && standing->revision == document->revision)
    return TRUE;
  return diapason_database_run (
      database, error, "UPDATE document SET version = ?, revision = nullif (?, -1) WHERE id = ?",
      "iii", (gint64) version, document->revision, standing->id);
}

static gboolean
apply (DiapasonDatabase *database, const DiapasonDocument *document, int version, GError **error)
{
  Standing standing;

  if (!look (database, document->record, &standing, error))
    return FALSE;
  if (document->words == NULL)
    return standing.id == 0 || drop (database, document->entity, standing.id, error);
  return standing.id == 0 ? add (database, document, version, error)
                          : replace (database, document, &standing, version, error);
}

static int
compare_documents (gconstpointer a, gconstpointer b)
{
  const DiapasonDocument *x = *(DiapasonDocument *const *) a;
  const DiapasonDocument *y = *(DiapasonDocument *const *) b;

  if (x->at / 1000 != y->at / 1000)
    return x->at / 1000 < y->at / 1000 ? -1 : 1;
  return (x->record > y->record) - (x->record < y->record);
}

gboolean
diapason_document_apply (DiapasonDatabase *database,
                         GPtrArray *documents,
                         int version,
                         GError **error)
{
  g_ptr_array_sort (documents, compare_documents);
  for (guint i = 0; i < documents->len; i++)
    if (!apply (database, g_ptr_array_index (documents, i), version, error))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full) (nullable), the text that made @table. */
static char *
read_schema (DiapasonDatabase *database, const char *table, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?",
                                 error);
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "s", table);
  return diapason_database_step (database, select, &row, error)
             ? diapason_statement_text (select, 0)
             : NULL;
}

/* A table whose index is damaged cannot even be dropped: it first gets the index of an empty one.
 */
static gboolean
make_table_anew (DiapasonDatabase *database, const char *table, GError **error)
{
  g_autofree char *create = read_schema (database, table, error);
  g_autofree char *anew =
      create == NULL ? NULL
                     : g_strdup_printf ("CREATE VIRTUAL TABLE temp.fresh USING fts5 (words);"
                                        "DELETE FROM %s_data;"
                                        "INSERT INTO %s_data SELECT * FROM temp.fresh_data;"
                                        "DROP TABLE temp.fresh; DROP TABLE %s; %s",
                                        table, table, table, create);

  return anew != NULL && diapason_database_exec (database, anew, error);
}

static gboolean
reset_group (DiapasonDatabase *database, DiapasonEntity entity, GError **error)
{
  return make_table_anew (database, groups[entity].table, error) &&
         diapason_database_run (database, error,
                                "DELETE FROM document WHERE record IN "
                                "(SELECT id FROM record WHERE entity = ?)",
                                "i", (gint64) entity);
}

/* Whether @table says the same in its index as in its words. Slow, so only where damage was met. */
static gboolean
is_sound (DiapasonDatabase *database, const char *table)
{
  g_autofree char *check =
      g_strdup_printf ("INSERT INTO %s (%s) VALUES ('integrity-check')", table, table);

  return sqlite3_exec (diapason_database_handle (database), check, NULL, NULL, NULL) == SQLITE_OK;
}

/* Those that are damaged; @all: each of them. */
static gboolean
reset_groups (DiapasonDatabase *database, gboolean all, guint *out_reset, GError **error)
{
  *out_reset = 0;
  for (guint entity = 0; entity < DIAPASON_N_ENTITIES; entity++)
    {
      if (groups[entity].table == NULL || (!all && is_sound (database, groups[entity].table)))
        continue;
      if (!reset_group (database, entity, error))
        return FALSE;
      (*out_reset)++;
    }
  return TRUE;
}

gboolean
diapason_document_reset (DiapasonDatabase *database, GError **error)
{
  sqlite3 *handle = diapason_database_handle (database);
  guint reset;

  /* For this once: nothing else may write the tables behind a full-text one. */
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  /* Where each says it is sound although damage was met, none is believed. */
  gboolean done = reset_groups (database, FALSE, &reset, error) &&
                  (reset > 0 || reset_groups (database, TRUE, &reset, error));
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return done;
}
