/* open-person.c: a person's card, their history, and what was said and answered in it. See desk.h.
 */
#include "desk-private.h"

#include <glib/gi18n.h>

#include "background.h"
#include "history-read.h"
#include "moments.h"
#include "person-read.h"
#include "store-errors.h"

static gpointer
id_new (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* The card */

static gpointer
person_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_person_read (database, *(gint64 *) data, error);
}

void
diapason_desk_open_person_async (DiapasonDesk *self,
                                 gint64 person,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  diapason_desk_read (self, DIAPASON_LANE_FAST, person_in_reader, id_new (person), g_free,
                      (GDestroyNotify) diapason_person_record_unref,
                      diapason_desk_open_person_async, cancellable, callback, user_data);
}

DiapasonPersonRecord *
diapason_desk_open_person_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* By the name that a source has for them */

typedef struct
{
  char *source;    /* (owned) */
  char *remote_id; /* (owned) */
} CustomerQuery;

static void
customer_query_free (gpointer data)
{
  CustomerQuery *query = data;

  g_free (query->source);
  g_free (query->remote_id);
  g_free (query);
}

static gpointer
customer_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  const CustomerQuery *query = data;
  g_autoptr (GError) failure = NULL;
  gint64 person = diapason_person_by_remote (database, query->source, query->remote_id, &failure);

  if (person != 0)
    return id_new (person);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING,
                 _("The source “%s” has not told of a customer called so."), query->source);
  return NULL;
}

void
diapason_desk_find_customer_async (DiapasonDesk *self,
                                   const char *source,
                                   const char *remote_id,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  CustomerQuery *query = g_new0 (CustomerQuery, 1);

  query->source = g_strdup (source);
  query->remote_id = g_strdup (remote_id);
  diapason_desk_read (self, DIAPASON_LANE_FAST, customer_in_reader, query, customer_query_free,
                      g_free, diapason_desk_find_customer_async, NULL, callback, user_data);
}

gint64
diapason_desk_find_customer_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *person = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);
  person = g_task_propagate_pointer (G_TASK (result), error);
  return person != NULL ? *person : 0;
}

/* The history */

GListModel *
diapason_desk_history (DiapasonDesk *self, gint64 person)
{
  g_autoptr (DiapasonTimelineSource) source = diapason_timeline_source_new (self->store, person);

  diapason_background_pause (DIAPASON_DESK_PAUSE_MS);
  return diapason_desk_list_new (source);
}

typedef struct
{
  DiapasonPolicy *policy; /* (owned) */
  int moment;
} MomentTest;

static void
moment_test_free (gpointer data)
{
  MomentTest *test = data;

  diapason_policy_unref (test->policy);
  g_free (test);
}

static gboolean
is_of_moment (const DiapasonEventRecord *event, gpointer data)
{
  const MomentTest *test = data;
  GArray *rules = test->policy->moments.rules;

  return diapason_moment_of (event, (const DiapasonMomentRule *) rules->data, rules->len) ==
         test->moment;
}

static DiapasonHistoryFilter *
filter_new (DiapasonDesk *self, const char *channel, int moment, const char *words)
{
  MomentTest *test;

  if (moment < 0)
    return diapason_history_filter_new (channel, words, NULL, NULL, NULL);
  test = g_new (MomentTest, 1);
  *test = (MomentTest){ diapason_policy_ref (diapason_desk_get_policy (self)), moment };
  return diapason_history_filter_new (channel, words, is_of_moment, test, moment_test_free);
}

GListModel *
diapason_desk_history_filtered (DiapasonDesk *self,
                                gint64 person,
                                const char *channel,
                                int moment,
                                const char *words)
{
  g_autoptr (DiapasonHistoryFilter) filter = filter_new (self, channel, moment, words);
  g_autoptr (DiapasonTimelineSource) source =
      diapason_timeline_source_new_filtered (self->store, person, filter);

  return diapason_desk_list_new (source);
}

char **
diapason_desk_moment_labels (DiapasonDesk *self)
{
  GPtrArray *all = diapason_desk_get_policy (self)->moments.all;
  char **labels = g_new0 (char *, all->len + 1);

  for (guint i = 0; i < all->len; i++)
    {
      const DiapasonMoment *moment = g_ptr_array_index (all, i);

      labels[i] = g_strdup (diapason_policy_text_in (&moment->label, g_get_language_names ()));
    }
  return labels;
}

/* What a row of it opens to */

typedef struct
{
  gint64 event;
  guint limit;
} DetailQuery;

static DetailQuery *
detail_query_new (gint64 event, guint limit)
{
  DetailQuery *query = g_new0 (DetailQuery, 1);

  query->event = event;
  query->limit = limit;
  return query;
}

static gpointer
messages_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  const DetailQuery *query = data;

  return diapason_history_messages (database, query->event, query->limit, error);
}

void
diapason_desk_messages_async (DiapasonDesk *self,
                              gint64 interaction,
                              guint limit,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  diapason_desk_read (self, DIAPASON_LANE_FAST, messages_in_reader,
                      detail_query_new (interaction, limit), g_free,
                      (GDestroyNotify) g_ptr_array_unref, diapason_desk_messages_async, cancellable,
                      callback, user_data);
}

GPtrArray *
diapason_desk_messages_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
answers_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  const DetailQuery *query = data;

  return diapason_history_answers (database, query->event, query->limit, error);
}

void
diapason_desk_answers_async (DiapasonDesk *self,
                             gint64 verbatim,
                             guint limit,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  diapason_desk_read (self, DIAPASON_LANE_FAST, answers_in_reader,
                      detail_query_new (verbatim, limit), g_free,
                      (GDestroyNotify) g_ptr_array_unref, diapason_desk_answers_async, cancellable,
                      callback, user_data);
}

GPtrArray *
diapason_desk_answers_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
