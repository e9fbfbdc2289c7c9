/* history-read.c: ids from one index, rows by their ids. Nothing is kept between calls. */
#include "history-read.h"

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

/* Steps instead of counting: an unusual thread must not cost the window its time. */
static gboolean
count_messages (DiapasonDatabase *database, gint64 interaction, guint *out, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, "SELECT 1 FROM message WHERE interaction = ? LIMIT ?",
                                 error);
  gboolean row;

  *out = 0;
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "ii", interaction, (gint64) DIAPASON_HISTORY_MAX_MESSAGES);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      (*out)++;
    }
  return FALSE;
}

#define VERBATIM_COLUMNS                                                                           \
  "v.score, v.scale, v.about, c.began_at, w.name, v.author_name, v.language, v.permission, "       \
  "v.permission_by, v.permission_until"

static void
fill_verbatim (DiapasonEventRecord *event, DiapasonStatement *select, int column)
{
  event->score = diapason_statement_score (select, column);
  event->about = diapason_statement_text (select, column + 2);
  event->contact_at = sqlite3_column_int64 (select, column + 3);
  event->wave = diapason_statement_text (select, column + 4);
  event->author_name = diapason_statement_text (select, column + 5);
  event->language = diapason_statement_text (select, column + 6);
  event->permission = diapason_statement_text (select, column + 7);
  event->permission_by = diapason_statement_text (select, column + 8);
  event->permission_until = diapason_statement_text (select, column + 9);
}

/* What a kind of event has no column for is NULL. */
static DiapasonEventRecord *
make_event (DiapasonStatement *select)
{
  DiapasonEventRecord *event = diapason_event_record_new ();

  event->id = sqlite3_column_int64 (select, 0);
  event->entity = sqlite3_column_int (select, 1);
  event->at = sqlite3_column_int64 (select, 2);
  event->date_known = sqlite3_column_int (select, 3);
  event->adviser = diapason_statement_text (select, 4);
  event->state = diapason_statement_text (select, 5);
  event->channel = diapason_statement_text (select, 6);
  event->direction = diapason_statement_text (select, 7);
  event->subject = diapason_statement_text (select, 8);
  event->reason = diapason_statement_text (select, 9);
  event->summary = diapason_statement_text (select, 10);
  event->solved = diapason_statement_text (select, 11);
  event->level = sqlite3_column_int64 (select, 12);
  event->ended_at = sqlite3_column_int64 (select, 13);
  event->text = diapason_statement_text (select, 14);
  event->due_at = sqlite3_column_int64 (select, 15);
  diapason_statement_origin (select, 16, &event->origin);
  if (event->entity == DIAPASON_ENTITY_VERBATIM)
    fill_verbatim (event, select, 16 + DIAPASON_N_ORIGIN_COLUMNS);
  return event;
}

/* One statement for all of them: fifty would cost half as much again. An anonymous verbatim stands
 * in nobody's timeline. */
#define EVENTS_SQL                                                                                 \
  "SELECT r.id, r.entity, coalesce (t.at, v.at, r.first_seen), "                                   \
  "  coalesce (t.date_known, v.at > 0), a.name, coalesce (i.state, p.state, v.state), "            \
  "  coalesce (i.channel, v.channel), i.direction, coalesce (i.subject, v.title), i.reason, "      \
  "  i.summary, i.solved, i.level, i.ended_at, coalesce (p.text, v.text), p.due_at, "              \
  "  " DIAPASON_ORIGIN_COLUMNS ", " VERBATIM_COLUMNS ", wanted.key "                               \
  "FROM json_each (?) wanted CROSS JOIN record r ON r.id = wanted.value "                          \
  "JOIN source s ON s.id = r.source LEFT JOIN timeline t ON t.record = r.id "                      \
  "LEFT JOIN interaction i ON i.id = r.id LEFT JOIN promise p ON p.id = r.id "                     \
  "LEFT JOIN verbatim v ON v.id = r.id LEFT JOIN survey_wave w ON w.id = v.wave "                  \
  "LEFT JOIN interaction c ON c.id = v.interaction "                                               \
  "LEFT JOIN adviser a ON a.id = coalesce (i.adviser, p.adviser, v.adviser) "                      \
  "WHERE coalesce (i.id, p.id, v.id) IS NOT NULL"

static DiapasonStatement *
select_events (DiapasonDatabase *database, const gint64 *ids, guint n_ids, GError **error)
{
  DiapasonStatement *select = diapason_database_prepare (database, EVENTS_SQL, error);
  g_autoptr (GString) wanted = g_string_new ("[");

  if (select == NULL)
    return NULL;
  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (wanted, "%s%" G_GINT64_FORMAT, i == 0 ? "" : ",", ids[i]);
  g_string_append_c (wanted, ']');
  diapason_statement_bind (select, "s", wanted->str);
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
  g_autoptr (DiapasonStatement) select = select_events (database, ids, n_ids, error);
  gboolean row;

  g_ptr_array_set_size (events, (int) n_ids);
  if (select == NULL)
    return NULL;
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&events);
      DiapasonEventRecord *event = make_event (select);
      events->pdata[sqlite3_column_int (select, sqlite3_column_count (select) - 1)] = event;
      if (with_messages && event->entity == DIAPASON_ENTITY_INTERACTION &&
          !count_messages (database, event->id, &event->messages, error))
        return NULL;
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
