/* history-read.c: ids from one index, rows by their ids. Nothing is kept between calls. */
#include "history-read.h"

#include <string.h>

#include "database.h"
#include "statement-read.h"

GArray *
diapason_history_ids (DiapasonDatabase *database, gint64 person, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT record FROM timeline WHERE person = "
      "  coalesce ((SELECT person FROM person_member WHERE customer = ?1), ?1) "
      "ORDER BY at DESC, record DESC",
      error);

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "i", person);
  return diapason_statement_ids (database, select, error);
}

/* Columns of a row of the history, in the order of EVENTS_SQL: the texts first. */
enum
{
  N_TEXTS = 19, /* see texts */
  COLUMN_ID = N_TEXTS,
  COLUMN_KIND,
  COLUMN_AT,
  COLUMN_DATE_KNOWN,
  COLUMN_LEVEL,
  COLUMN_ENDED_AT,
  COLUMN_DUE_AT,
  COLUMN_MESSAGES,
  COLUMN_AS_OF,
  COLUMN_SCORE, /* and its scale */
  COLUMN_CONTACT_AT = COLUMN_SCORE + 2,
  COLUMN_KEY,
};

#define TEXT(member) G_STRUCT_OFFSET (DiapasonEventRecord, member)

/* Where each text belongs. */
static const gsize texts[N_TEXTS] = {
  TEXT (adviser),
  TEXT (state),
  TEXT (channel),
  TEXT (direction),
  TEXT (subject),
  TEXT (reason),
  TEXT (summary),
  TEXT (solved),
  TEXT (text),
  TEXT (origin.source),
  TEXT (origin.source_label),
  TEXT (origin.remote_id),
  TEXT (about),
  TEXT (wave),
  TEXT (author_name),
  TEXT (language),
  TEXT (permission),
  TEXT (permission_by),
  TEXT (permission_until),
};

/* All texts in one piece of memory: a piece for each would be a seventh of what a row costs. */
static void
fill_texts (DiapasonEventRecord *event, DiapasonStatement *select)
{
  const unsigned char *values[N_TEXTS];
  gsize lengths[N_TEXTS];
  gsize total = 0;

  for (int i = 0; i < N_TEXTS; i++)
    {
      values[i] = sqlite3_column_text (select, i);
      lengths[i] = values[i] != NULL ? (gsize) sqlite3_column_bytes (select, i) + 1 : 0;
      total += lengths[i];
    }
  event->texts = g_malloc (MAX (total, 1));
  for (int i = 0; i < N_TEXTS; i++)
    if (values[i] != NULL)
      {
        total -= lengths[i];
        G_STRUCT_MEMBER (char *, event, texts[i]) =
            memcpy (event->texts + total, values[i], lengths[i]);
      }
}

/* What a kind of event has no column for is NULL. */
static DiapasonEventRecord *
make_event (DiapasonStatement *select)
{
  DiapasonEventRecord *event = diapason_event_record_new ();

  fill_texts (event, select);
  event->id = sqlite3_column_int64 (select, COLUMN_ID);
  event->entity = sqlite3_column_int (select, COLUMN_KIND);
  event->at = sqlite3_column_int64 (select, COLUMN_AT);
  event->date_known = sqlite3_column_int (select, COLUMN_DATE_KNOWN);
  event->level = sqlite3_column_int64 (select, COLUMN_LEVEL);
  event->ended_at = sqlite3_column_int64 (select, COLUMN_ENDED_AT);
  event->due_at = sqlite3_column_int64 (select, COLUMN_DUE_AT);
  event->messages = (guint) sqlite3_column_int (select, COLUMN_MESSAGES);
  event->origin.as_of = sqlite3_column_int64 (select, COLUMN_AS_OF);
  event->score = diapason_statement_score (select, COLUMN_SCORE);
  event->contact_at = sqlite3_column_int64 (select, COLUMN_CONTACT_AT);
  return event;
}

/* One statement for all of them: fifty would cost half as much again. A row is looked for in the
 * table of its kind only, and messages are counted no further than is told: an unusual thread must
 * not cost the window its time. An anonymous verbatim stands in nobody's timeline. */
#define EVENTS_SQL                                                                                 \
  "SELECT a.name, coalesce (i.state, p.state, v.state), coalesce (i.channel, v.channel), "         \
  "  i.direction, coalesce (i.subject, v.title), i.reason, i.summary, i.solved, "                  \
  "  coalesce (p.text, v.text), s.name, s.label, r.remote_id, v.about, w.name, v.author_name, "    \
  "  v.language, v.permission, v.permission_by, v.permission_until, "                              \
  "  r.id, r.entity, coalesce (t.at, v.at, r.first_seen), "                                        \
  "  coalesce (t.date_known, v.at > 0), i.level, i.ended_at, p.due_at, "                           \
  "  (SELECT count (*) FROM (SELECT 1 FROM message WHERE interaction = i.id LIMIT ?2)), "          \
  "  r.as_of, v.score, v.scale, c.began_at, wanted.key "                                           \
  "FROM json_each (?1) wanted CROSS JOIN record r ON r.id = wanted.value "                         \
  "JOIN source s ON s.id = r.source LEFT JOIN timeline t ON t.record = r.id "                      \
  "LEFT JOIN interaction i ON i.id = iif (r.entity = ?3, r.id, NULL) "                             \
  "LEFT JOIN promise p ON p.id = iif (r.entity = ?4, r.id, NULL) "                                 \
  "LEFT JOIN verbatim v ON v.id = iif (r.entity = ?5, r.id, NULL) "                                \
  "LEFT JOIN survey_wave w ON w.id = v.wave LEFT JOIN interaction c ON c.id = v.interaction "      \
  "LEFT JOIN adviser a ON a.id = coalesce (i.adviser, p.adviser, v.adviser) "                      \
  "WHERE coalesce (i.id, p.id, v.id) IS NOT NULL"

/* As printf would, at a tenth of its price. */
static void
append_id (GString *json, gint64 id)
{
  char digits[24];
  char *at = digits + sizeof digits;

  do
    *--at = (char) ('0' + id % 10);
  while ((id /= 10) > 0);
  g_string_append_len (json, at, digits + sizeof digits - at);
}

static DiapasonStatement *
select_events (DiapasonDatabase *database,
               const gint64 *ids,
               guint n_ids,
               gint64 most_messages,
               GError **error)
{
  DiapasonStatement *select = diapason_database_prepare (database, EVENTS_SQL, error);
  g_autoptr (GString) wanted = g_string_sized_new (n_ids * 12 + 3);

  if (select == NULL)
    return NULL;
  for (guint i = 0; i < n_ids; i++)
    {
      g_string_append_c (wanted, i == 0 ? '[' : ',');
      append_id (wanted, ids[i]);
    }
  g_string_append (wanted, n_ids == 0 ? "[]" : "]");
  diapason_statement_bind (select, "siiii", wanted->str, most_messages,
                           (gint64) DIAPASON_ENTITY_INTERACTION, (gint64) DIAPASON_ENTITY_PROMISE,
                           (gint64) DIAPASON_ENTITY_VERBATIM);
  return select;
}

static void
event_unref_if (gpointer event)
{
  if (event != NULL)
    diapason_event_record_unref (event);
}

static GPtrArray *
read_rows (DiapasonDatabase *database,
           const gint64 *ids,
           guint n_ids,
           gboolean with_messages,
           GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_full (n_ids, event_unref_if);
  g_autoptr (DiapasonStatement) select =
      select_events (database, ids, n_ids, with_messages ? DIAPASON_HISTORY_MAX_MESSAGES : 0,
                     error);
  gboolean row;

  g_ptr_array_set_size (events, (int) n_ids);
  if (select == NULL)
    return NULL;
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&events);
      events->pdata[sqlite3_column_int (select, COLUMN_KEY)] = make_event (select);
    }
  return NULL;
}

GPtrArray *
diapason_history_rows (DiapasonDatabase *database, const gint64 *ids, guint n_ids, GError **error)
{
  return read_rows (database, ids, n_ids, TRUE, error);
}

GPtrArray *
diapason_history_latest (DiapasonDatabase *database, gint64 person, guint limit, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT record FROM timeline WHERE person = "
      "  coalesce ((SELECT person FROM person_member WHERE customer = ?1), ?1) "
      "ORDER BY at DESC, record DESC LIMIT ?2",
      error);

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "ii", person, (gint64) limit);
  g_autoptr (GArray) ids = diapason_statement_ids (database, select, error);
  if (ids == NULL)
    return NULL;
  GPtrArray *events = read_rows (database, (const gint64 *) ids->data, ids->len, FALSE, error);
  while (events != NULL && g_ptr_array_remove (events, NULL))
    ;
  return events;
}

static DiapasonMessageRecord *
make_message (DiapasonStatement *select)
{
  DiapasonMessageRecord *message = diapason_message_record_new ();

  message->id = sqlite3_column_int64 (select, 0);
  message->author = diapason_statement_text (select, 1);
  message->author_name = diapason_statement_text (select, 2);
  message->kind = diapason_statement_text (select, 3);
  message->at = sqlite3_column_int64 (select, 4);
  message->body = diapason_statement_text (select, 5);
  message->language = diapason_statement_text (select, 6);
  diapason_statement_origin (select, 7, &message->origin);
  return message;
}

static void
reverse (GPtrArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      gpointer swapped = array->pdata[i];
      array->pdata[i] = array->pdata[array->len - 1 - i];
      array->pdata[array->len - 1 - i] = swapped;
    }
}

GPtrArray *
diapason_history_messages (DiapasonDatabase *database,
                           gint64 interaction,
                           guint limit,
                           GError **error)
{
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_message_record_unref);
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT m.id, m.author, coalesce (a.name, m.author_name), m.kind, m.at, m.body, m.language, "
      "  " DIAPASON_ORIGIN_COLUMNS " "
      "FROM message m JOIN record r ON r.id = m.id JOIN source s ON s.id = r.source "
      "LEFT JOIN adviser a ON a.id = m.adviser "
      "WHERE m.interaction = ? ORDER BY m.at DESC, m.id DESC LIMIT ?",
      error);
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "ii", interaction, (gint64) limit);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        {
          reverse (messages);
          return g_steal_pointer (&messages);
        }
      g_ptr_array_add (messages, make_message (select));
    }
  return NULL;
}

static DiapasonAnswerRecord *
make_answer (DiapasonStatement *select)
{
  DiapasonAnswerRecord *answer = diapason_answer_record_new ();

  answer->id = sqlite3_column_int64 (select, 0);
  answer->criterion = diapason_statement_text (select, 1);
  answer->score = diapason_statement_score (select, 2);
  diapason_statement_origin (select, 4, &answer->origin);
  return answer;
}

GPtrArray *
diapason_history_answers (DiapasonDatabase *database, gint64 verbatim, guint limit, GError **error)
{
  g_autoptr (GPtrArray) answers =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_answer_record_unref);
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT w.id, w.criterion, w.score, w.scale, " DIAPASON_ORIGIN_COLUMNS " "
      "FROM answer w JOIN record r ON r.id = w.id JOIN source s ON s.id = r.source "
      "WHERE w.verbatim = ? ORDER BY w.id LIMIT ?",
      error);
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "ii", verbatim, (gint64) limit);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&answers);
      g_ptr_array_add (answers, make_answer (select));
    }
  return NULL;
}
