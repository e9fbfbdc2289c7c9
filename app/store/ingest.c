/* ingest.c: one row of a source into the cache.
 *
 * What decides is the record: a row is applied when neither side has a revision, or when its own is
 * not older. A tombstone wins over a row of the same revision, so that their order does not matter;
 * without a revision the later word counts.
 *
 * A row that says what is here already writes nothing, but that a full listing saw it, and that it
 * is more than an hour fresher than noted: as_of may lag by that much, so that a source listed
 * every minute costs reads only. A new revision with the content of the old one is noted and queues
 * nothing.
 *
 * A row whose permission is anonymous is taken without what could lead to a person, whatever its
 * source says; and only a newer revision makes it anything else.
 *
 * Thread: the writer of cache.db. Nothing is kept between calls.
 */
#include "ingest.h"

#include "database.h"
#include "derive-queue.h"
#include "ingest-private.h"
#include "store-errors.h"
#include "upsert.h"

#define AS_OF_GRAIN (G_GINT64_CONSTANT (60) * 60 * 1000)

#define FEEDS(step) (1u << DIAPASON_DERIVE_##step)

/* What a change of an entity's row means to others: the steps that make something of it, those that
 * make something of the customer it refers to, those that do of a customer it refers to no more
 * (whoever is only named by events is nobody without them, and whoever was named by too many may be
 * somebody again), and the column that leads to its customer. */
static const struct
{
  guint own_steps;
  guint customer_steps;
  guint left_steps;
  const char *leads_to;
} feeds[DIAPASON_N_ENTITIES] = {
  [DIAPASON_ENTITY_CUSTOMER] = { FEEDS (FULL_TEXT) | FEEDS (IDENTITY), 0, FEEDS (IDENTITY),
                                 "same_as" },
  [DIAPASON_ENTITY_CONTACT_POINT] = { 0, FEEDS (FULL_TEXT) | FEEDS (IDENTITY), 0, "customer" },
  [DIAPASON_ENTITY_RELATION] = { 0, 0, 0, "customer" },
  [DIAPASON_ENTITY_CONTRACT] = { 0, 0, 0, "customer" },
  [DIAPASON_ENTITY_CUSTOMER_FACT] = { 0, 0, 0, "customer" },
  [DIAPASON_ENTITY_PROMISE] = { FEEDS (TIMELINE) | FEEDS (KPI), 0, FEEDS (IDENTITY), "customer" },
  [DIAPASON_ENTITY_INTERACTION] = { FEEDS (FULL_TEXT) | FEEDS (TIMELINE), 0, FEEDS (IDENTITY),
                                    "customer" },
  [DIAPASON_ENTITY_MESSAGE] = { FEEDS (FULL_TEXT), 0, 0, "interaction" },
  [DIAPASON_ENTITY_ARTICLE] = { FEEDS (FULL_TEXT), 0, 0, NULL },
  [DIAPASON_ENTITY_VERBATIM] = { FEEDS (FULL_TEXT) | FEEDS (TIMELINE) | FEEDS (KPI) |
                                     FEEDS (PRIORITY),
                                 0, FEEDS (IDENTITY), "customer" },
  [DIAPASON_ENTITY_ANSWER] = { FEEDS (KPI), FEEDS (PRIORITY), 0, "verbatim" },
};

typedef struct
{
  gint64 id;
  gboolean has_revision;
  gint64 revision;
  gint64 as_of; /* 0: only mentioned */
  gint64 listing;
  gboolean deleted;
} Record;

/* One row on its way. */
typedef struct
{
  DiapasonDatabase *database;
  gint64 source;
  const DiapasonRow *row;
  const DiapasonEntityInfo *info;
  gboolean is_newer; /* by its revision */
  Record record;     /* as it stands, then as it will */
  gboolean is_told;  /* the record's own row came before: there may be one */
  DiapasonStanding standing;
} Ingest;

static gboolean
find_record (DiapasonDatabase *database,
             gint64 source,
             DiapasonEntity entity,
             const char *remote_id,
             Record *out,
             gboolean *found,
             GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT id, revision, as_of, listing, deleted FROM record "
                                 "WHERE source = ? AND entity = ? AND remote_id = ?",
                                 error);

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "iis", source, (gint64) entity, remote_id);
  if (!diapason_database_step (database, select, found, error))
    return FALSE;
  if (!*found)
    return TRUE;
  *out = (Record){
    .id = sqlite3_column_int64 (select, 0),
    .has_revision = sqlite3_column_type (select, 1) != SQLITE_NULL,
    .revision = sqlite3_column_int64 (select, 1),
    .as_of = sqlite3_column_int64 (select, 2),
    .listing = sqlite3_column_int64 (select, 3),
    .deleted = sqlite3_column_int (select, 4) != 0,
  };
  return TRUE;
}

/* Makes the record as it stands in @record, and gives it its id. */
static gboolean
insert_record (DiapasonDatabase *database,
               gint64 source,
               DiapasonEntity entity,
               const char *remote_id,
               Record *record,
               GError **error)
{
  if (!diapason_database_run (
          database, error,
          "INSERT INTO record (source, entity, remote_id, revision, as_of, first_seen, listing, "
          "deleted) VALUES (?, ?, ?, iif (?, ?, NULL), nullif (?, 0), ?, ?, ?)",
          "iisiiiiii", source, (gint64) entity, remote_id, (gint64) record->has_revision,
          record->revision, record->as_of, diapason_database_now (database), record->listing,
          (gint64) record->deleted))
    return FALSE;
  record->id = sqlite3_last_insert_rowid (diapason_database_handle (database));
  return TRUE;
}

/* The first mention makes the record. Looked for before it is inserted, since most mentions are of
 * what is here: an upsert that returns the row writes each time and takes twice as long. */
gboolean
diapason_ingest_mention (DiapasonDatabase *database,
                         gint64 source,
                         DiapasonEntity entity,
                         const char *remote_id,
                         gint64 *out_id,
                         GError **error)
{
  Record record = { 0 };
  gboolean found;

  if (!find_record (database, source, entity, remote_id, &record, &found, error) ||
      (!found && !insert_record (database, source, entity, remote_id, &record, error)))
    return FALSE;
  *out_id = record.id;
  return TRUE;
}

static gboolean
resolve (Ingest *self, guint column, DiapasonCell *cell, GError **error)
{
  const DiapasonValue *value = &self->row->values[column];
  gint64 source = self->source;

  if (value->source != NULL &&
      !diapason_ingest_source (self->database, value->source, NULL, &source, error))
    return FALSE;
  cell->is_integer = TRUE;
  return diapason_ingest_mention (self->database, source, self->info->columns[column].refers_to,
                                  value->text, &cell->integer, error);
}

static gboolean
fill_cell (Ingest *self, guint column, DiapasonCell *cell, GError **error)
{
  const DiapasonValue *value = &self->row->values[column];

  switch (value->type)
    {
    case DIAPASON_VALUE_REFERENCE:
      return resolve (self, column, cell, error);
    case DIAPASON_VALUE_TEXT:
      cell->is_text = TRUE;
      cell->text = value->text;
      return TRUE;
    case DIAPASON_VALUE_INTEGER:
      cell->is_integer = TRUE;
      cell->integer = value->integer;
      return TRUE;
    case DIAPASON_VALUE_NULL:
    default:
      return TRUE;
    }
}

static GArray *
make_cells (Ingest *self, GError **error)
{
  g_autoptr (GArray) cells = diapason_cells_new (self->info->n_columns);
  gboolean anonymous;

  if (!diapason_ingest_is_anonymous (self->database, self->row, self->record.id, self->is_newer,
                                     &anonymous, error))
    return NULL;
  for (guint column = 0; column < self->info->n_columns; column++)
    if (!(anonymous && self->info->columns[column].withheld) &&
        !fill_cell (self, column, &g_array_index (cells, DiapasonCell, column), error))
      return NULL;
  if (anonymous)
    diapason_cells_make_anonymous (cells, self->info);
  diapason_cells_make (cells, self->info);
  return g_steal_pointer (&cells);
}

static gboolean
queue_steps (DiapasonDatabase *database, guint steps, gint64 record, GError **error)
{
  for (guint step = DIAPASON_DERIVE_FULL_TEXT; step <= DIAPASON_DERIVE_LAST; step++)
    if ((steps & (1u << step)) != 0 && !diapason_derive_queue_add (database, step, record, error))
      return FALSE;
  return TRUE;
}

/* Notes the person that @sql finds for @of, if anybody is known. */
static gboolean
touch_person_of (DiapasonDatabase *database, const char *sql, gint64 of, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (database, sql, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", of);
  if (!diapason_database_step (database, select, &row, error))
    return FALSE;
  if (row)
    diapason_change_set_note (diapason_database_changes (database), DIAPASON_KIND_PERSON,
                              DIAPASON_CHANGE_CHANGED, sqlite3_column_int64 (select, 0));
  return TRUE;
}

/* @led_to: the customer, or the interaction of a message, or the verbatim of an answer. */
static gboolean
touch_person (Ingest *self, gint64 led_to, GError **error)
{
  const char *sql = "SELECT person FROM person_member WHERE customer = ?";

  if (self->info->entity == DIAPASON_ENTITY_MESSAGE)
    sql = "SELECT person FROM interaction JOIN person_member USING (customer) "
          "WHERE interaction.id = ?";
  if (self->info->entity == DIAPASON_ENTITY_ANSWER)
    sql = "SELECT person FROM verbatim JOIN person_member USING (customer) WHERE verbatim.id = ?";
  return touch_person_of (self->database, sql, led_to, error);
}

/* Whoever the row led to before and leads to now. */
static gboolean
touch_led_to (Ingest *self, gint64 reference, gboolean left, GError **error)
{
  guint steps =
      feeds[self->info->entity].customer_steps | (left ? feeds[self->info->entity].left_steps : 0);

  if (reference == 0)
    return TRUE;
  return queue_steps (self->database, steps, reference, error) &&
         touch_person (self, reference, error);
}

static int
leading_column (const DiapasonEntityInfo *info)
{
  const char *column = feeds[info->entity].leads_to;
  return column != NULL ? diapason_entity_info_column (info, column) : -1;
}

/* @now: what the row refers to from now on, 0 for nothing. */
static gboolean
announce (Ingest *self, DiapasonChange change, gint64 now, GError **error)
{
  gint64 id = self->record.id;
  gint64 before = self->standing.reference;

  diapason_change_set_note (diapason_database_changes (self->database), self->info->entity, change,
                            id);
  if (!queue_steps (self->database, feeds[self->info->entity].own_steps, id, error) ||
      !touch_led_to (self, before, now != before, error))
    return FALSE;
  if (now != before && !touch_led_to (self, now, FALSE, error))
    return FALSE;
  return self->info->entity != DIAPASON_ENTITY_CUSTOMER || touch_person (self, id, error);
}

static gboolean
save_record (Ingest *self, const Record *before, gboolean changed, GError **error)
{
  const Record *now = &self->record;

  if (!changed && now->has_revision == before->has_revision && now->revision == before->revision &&
      now->listing == before->listing && now->deleted == before->deleted && before->as_of != 0 &&
      now->as_of - before->as_of < AS_OF_GRAIN)
    return TRUE;
  return diapason_database_run (
      self->database, error,
      "UPDATE record SET revision = iif (?, ?, NULL), as_of = ?, listing = ?, deleted = ? "
      "WHERE id = ?",
      "iiiiii", (gint64) now->has_revision, now->revision, now->as_of, now->listing,
      (gint64) now->deleted, now->id);
}

/* Whether the last full listing did not tell the row as it is here. An older row does not make a
 * record stand in a listing; for one that is deleted the listing that told it so is kept, since
 * nothing else needs it. */
static gboolean
was_told_older (const Record *record, gint64 listing)
{
  if (listing == 0 || record->as_of == 0)
    return FALSE;
  return record->deleted ? record->listing == listing - 1 : record->listing < listing - 1;
}

/* Whether what is here is the later word. Two listings that agree on an older one are right: its
 * number is another row's now, or the source was set back. */
static gboolean
is_older (const DiapasonRow *row, const Record *record, gint64 listing)
{
  if (!row->has_revision || !record->has_revision || was_told_older (record, listing))
    return FALSE;
  return row->revision < record->revision ||
         (row->revision == record->revision && record->deleted && !row->deleted);
}

static gint64
reference_in (GArray *cells, int column)
{
  return column >= 0 ? g_array_index (cells, DiapasonCell, column).integer : 0;
}

/* What was said in a contact is not found without it, whether or not its source tells that, too, is
 * gone. */
static gboolean
set_deleted (Ingest *self, gboolean deleted, GError **error)
{
  gboolean same = self->record.deleted == deleted;

  self->record.deleted = deleted;
  if (same || self->info->entity != DIAPASON_ENTITY_INTERACTION)
    return TRUE;
  return diapason_database_run (self->database, error,
                                "INSERT INTO derive_queue (step, record) "
                                "SELECT ?, id FROM message WHERE interaction = ? "
                                "ON CONFLICT DO NOTHING",
                                "ii", (gint64) DIAPASON_DERIVE_FULL_TEXT, self->record.id);
}

/* Looks at the row as it stands, if there may be one. */
static gboolean
look (Ingest *self, GArray *cells, GError **error)
{
  return !self->is_told ||
         diapason_upsert_look (self->database, self->info, self->record.id, cells,
                               leading_column (self->info), &self->standing, error);
}

static gboolean
apply_row (Ingest *self, DiapasonIngestOutcome *outcome, GError **error)
{
  int leading = leading_column (self->info);
  g_autoptr (GArray) cells = make_cells (self, error);

  if (cells == NULL || !look (self, cells, error) || !set_deleted (self, FALSE, error))
    return FALSE;
  *outcome = self->standing.same     ? DIAPASON_INGEST_SAME
             : self->standing.exists ? DIAPASON_INGEST_CHANGED
                                     : DIAPASON_INGEST_NEW;
  if (self->standing.same)
    return TRUE;
  return diapason_upsert_write (self->database, self->info, self->record.id, cells, error) &&
         announce (self, self->standing.exists ? DIAPASON_CHANGE_CHANGED : DIAPASON_CHANGE_ADDED,
                   reference_in (cells, leading), error);
}

static gboolean
apply_tombstone (Ingest *self, DiapasonIngestOutcome *outcome, GError **error)
{
  if (!look (self, NULL, error) || !set_deleted (self, TRUE, error))
    return FALSE;
  *outcome = self->standing.exists ? DIAPASON_INGEST_DELETED : DIAPASON_INGEST_SAME;
  if (!self->standing.exists)
    return TRUE;
  return diapason_upsert_delete (self->database, self->info, self->record.id, error) &&
         announce (self, DIAPASON_CHANGE_REMOVED, 0, error);
}

static gboolean
apply (Ingest *self, gint64 listing, DiapasonIngestOutcome *outcome, GError **error)
{
  const DiapasonRow *row = self->row;

  self->is_newer =
      row->has_revision && (!self->record.has_revision || row->revision > self->record.revision);
  if (is_older (row, &self->record, listing))
    {
      *outcome = DIAPASON_INGEST_OLDER;
      return TRUE;
    }
  if (row->has_revision)
    {
      self->record.has_revision = TRUE;
      self->record.revision = row->revision;
    }
  if (row->deleted)
    return apply_tombstone (self, outcome, error);
  if (!apply_row (self, outcome, error))
    return FALSE;
  if (self->is_newer && *outcome == DIAPASON_INGEST_SAME)
    *outcome = DIAPASON_INGEST_NOTED;
  return TRUE;
}

static void
note_listing (Record *record, gint64 listing, DiapasonIngestOutcome outcome)
{
  gboolean is_older = outcome == DIAPASON_INGEST_OLDER;

  if (record->deleted)
    record->listing = is_older ? listing : 0;
  else if (!is_older)
    record->listing = MAX (record->listing, listing);
}

/* A record that nobody mentioned yet is made as this row will have it. */
static gboolean
apply_first (Ingest *self,
             gint64 as_of,
             gint64 listing,
             DiapasonIngestOutcome *outcome,
             GError **error)
{
  const DiapasonRow *row = self->row;

  self->record = (Record){ .has_revision = row->has_revision,
                           .revision = row->revision,
                           .as_of = as_of,
                           .listing = row->deleted ? 0 : MAX (listing, 0),
                           .deleted = row->deleted };
  return insert_record (self->database, self->source, self->info->entity, row->remote_id,
                        &self->record, error) &&
         apply (self, listing, outcome, error);
}

gboolean
diapason_ingest_row (DiapasonDatabase *database,
                     gint64 source,
                     const DiapasonRow *row,
                     gint64 as_of,
                     gint64 listing,
                     DiapasonIngestOutcome *out_outcome,
                     GError **error)
{
  Ingest self = { .database = database, .source = source, .row = row, .info = row->info };
  gboolean found;

  if (!find_record (database, source, row->info->entity, row->remote_id, &self.record, &found,
                    error))
    return FALSE;
  if (!found)
    return apply_first (&self, as_of, listing, out_outcome, error);

  const Record before = self.record;
  self.is_told = before.as_of != 0;
  if (!apply (&self, listing, out_outcome, error))
    return FALSE;
  note_listing (&self.record, listing, *out_outcome);
  if (*out_outcome != DIAPASON_INGEST_OLDER)
    self.record.as_of = MAX (before.as_of, as_of);
  return save_record (&self, &before,
                      *out_outcome != DIAPASON_INGEST_SAME && *out_outcome != DIAPASON_INGEST_OLDER,
                      error);
}

gboolean
diapason_ingest_drop_record (DiapasonDatabase *database,
                             gint64 source,
                             const DiapasonEntityInfo *info,
                             gint64 id,
                             DiapasonIngestOutcome *outcome,
                             GError **error)
{
  Ingest self = {
    .database = database, .source = source, .info = info, .record.id = id, .is_told = TRUE
  };

  return apply_tombstone (&self, outcome, error) &&
         diapason_database_run (database, error,
                                "UPDATE record SET deleted = 1, revision = NULL WHERE id = ?", "i",
                                id);
}

gboolean
diapason_ingest_drop (DiapasonDatabase *database,
                      gint64 source,
                      const DiapasonEntityInfo *info,
                      const char *remote_id,
                      DiapasonIngestOutcome *out_outcome,
                      GError **error)
{
  Record record;
  gboolean found;

  *out_outcome = DIAPASON_INGEST_SAME;
  if (!find_record (database, source, info->entity, remote_id, &record, &found, error))
    return FALSE;
  return !found ||
         diapason_ingest_drop_record (database, source, info, record.id, out_outcome, error);
}

static GArray *
find_absent (DiapasonDatabase *database,
             gint64 source,
             DiapasonEntity entity,
             gint64 listing,
             guint limit,
             GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT id FROM record WHERE source = ? AND entity = ? AND listing < ? AND deleted = 0 "
      "AND as_of IS NOT NULL LIMIT ?",
      error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "iiii", source, (gint64) entity, listing - 1, (gint64) limit);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&ids);
      gint64 id = sqlite3_column_int64 (select, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}

gboolean
diapason_ingest_sweep (DiapasonDatabase *database,
                       gint64 source,
                       DiapasonEntity entity,
                       gint64 listing,
                       guint limit,
                       guint *out_deleted,
                       GError **error)
{
  const DiapasonEntityInfo *info = diapason_entity_info (entity);
  g_autoptr (GArray) ids = find_absent (database, source, entity, listing, limit, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      DiapasonIngestOutcome outcome;
      if (!diapason_ingest_drop_record (database, source, info, g_array_index (ids, gint64, i),
                                        &outcome, error))
        return FALSE;
    }
  *out_deleted = ids->len;
  return TRUE;
}
