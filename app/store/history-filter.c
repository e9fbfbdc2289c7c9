/* history-filter.c: see history-filter.h. */
#include "history-filter.h"

#include "database.h"
#include "text.h"

#define MOST_WORDS 32

struct _DiapasonHistoryFilter
{
  char *channel; /* (owned) (nullable) */
  char **words;  /* (owned) folded; none: any */
  DiapasonHistoryTest test;
  gpointer data; /* (owned) */
  GDestroyNotify data_free;
};

/* Columns of what is looked through; the texts come last. */
enum
{
  RECORD,
  KIND,
  CHANNEL,
  DIRECTION,
  REASON,
  N_COLUMNS = REASON + 7,
};

DiapasonHistoryFilter *
diapason_history_filter_new (const char *channel,
                             const char *words,
                             DiapasonHistoryTest test,
                             gpointer data,
                             GDestroyNotify data_free)
{
  DiapasonHistoryFilter *filter = g_atomic_rc_box_new0 (DiapasonHistoryFilter);
  g_autofree char *folded = diapason_text_fold (words);

  filter->channel = g_strdup (channel);
  filter->words = *folded != '\0' ? g_strsplit (folded, " ", MOST_WORDS) : g_new0 (char *, 1);
  filter->test = test;
  filter->data = data;
  filter->data_free = data_free;
  return filter;
}

static void
clear (gpointer data)
{
  DiapasonHistoryFilter *filter = data;

  g_free (filter->channel);
  g_strfreev (filter->words);
  if (filter->data_free != NULL)
    filter->data_free (filter->data);
}

DiapasonHistoryFilter *
diapason_history_filter_ref (DiapasonHistoryFilter *filter)
{
  return g_atomic_rc_box_acquire (filter);
}

void
diapason_history_filter_unref (DiapasonHistoryFilter *filter)
{
  g_atomic_rc_box_release_full (filter, clear);
}

static const char *
text_at (DiapasonStatement *select, int column)
{
  return (const char *) sqlite3_column_text (select, column);
}

/* The channel of a verbatim is that of the contact it is about. */
static const char *
channel_of (const DiapasonEventRecord *event)
{
  if (event->entity == DIAPASON_ENTITY_PROMISE)
    return "promise";
  if (event->entity != DIAPASON_ENTITY_VERBATIM)
    return event->channel;
  return g_strcmp0 (event->channel, "review") == 0 ? "review" : "survey";
}

/* Takes those words out of @missing (a bit each) that are in @text. */
static void
look_for_words (const DiapasonHistoryFilter *filter, const char *text, guint32 *missing)
{
  if (text == NULL || *missing == 0)
    return;
  g_autofree char *folded = diapason_text_fold (text);
  for (guint i = 0; filter->words[i] != NULL; i++)
    if (strstr (folded, filter->words[i]) != NULL)
      *missing &= ~((guint32) 1 << i);
}

static gboolean
look_in_messages (DiapasonDatabase *database,
                  gint64 interaction,
                  const DiapasonHistoryFilter *filter,
                  guint32 *missing,
                  GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database, "SELECT body FROM message WHERE interaction = ?", error);
  gboolean row = TRUE;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", interaction);
  while (row && *missing != 0)
    {
      if (!diapason_database_step (database, select, &row, error))
        return FALSE;
      if (row)
        look_for_words (filter, text_at (select, 0), missing);
    }
  return TRUE;
}

/* Sets *@out to whether the event that @select stands at is wanted. */
static gboolean
is_wanted (DiapasonDatabase *database,
           DiapasonStatement *select,
           const DiapasonHistoryFilter *filter,
           gboolean *out,
           GError **error)
{
  /* Its texts stay the statement's. */
  const DiapasonEventRecord event = { .id = sqlite3_column_int64 (select, RECORD),
                                      .entity = sqlite3_column_int (select, KIND),
                                      .channel = (char *) text_at (select, CHANNEL),
                                      .direction = (char *) text_at (select, DIRECTION),
                                      .reason = (char *) text_at (select, REASON) };
  guint n_words = g_strv_length (filter->words);
  guint32 missing = n_words == 0 ? 0 : G_MAXUINT32 >> (MOST_WORDS - n_words);

  *out = (filter->channel == NULL || g_strcmp0 (filter->channel, channel_of (&event)) == 0) &&
         (filter->test == NULL || filter->test (&event, filter->data));
  if (!*out || missing == 0)
    return TRUE;
  for (int column = REASON; column < N_COLUMNS; column++)
    look_for_words (filter, text_at (select, column), &missing);
  if (missing != 0 && event.entity == DIAPASON_ENTITY_INTERACTION &&
      !look_in_messages (database, event.id, filter, &missing, error))
    return FALSE;
  *out = missing == 0;
  return TRUE;
}

GArray *
diapason_history_filtered (DiapasonDatabase *database,
                           gint64 person,
                           const DiapasonHistoryFilter *filter,
                           GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT t.record, t.kind, coalesce (i.channel, v.channel), i.direction, i.reason, "
      "  coalesce (i.subject, v.title), i.summary, coalesce (p.text, v.text), v.about, "
      "  v.author_name, a.name "
      "FROM timeline t LEFT JOIN interaction i ON i.id = t.record "
      "LEFT JOIN promise p ON p.id = t.record LEFT JOIN verbatim v ON v.id = t.record "
      "LEFT JOIN adviser a ON a.id = coalesce (i.adviser, p.adviser, v.adviser) "
      "WHERE t.person = coalesce ((SELECT person FROM person_member WHERE customer = ?1), ?1) "
      "ORDER BY t.at DESC, t.record DESC",
      error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row, wanted;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "i", person);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&ids);
      if (!is_wanted (database, select, filter, &wanted, error))
        return NULL;
      gint64 id = sqlite3_column_int64 (select, RECORD);
      if (wanted)
        g_array_append_val (ids, id);
    }
  return NULL;
}
