/* open-card.c: the head of the desk in one answer. See desk.h. */
#include "desk-private.h"

#include "contact-read.h"
#include "history-read.h"
#include "identity-check.h"
#include "person-read.h"

typedef struct
{
  gint64 person;
  char *opening;          /* (owned) */
  DiapasonPolicy *policy; /* (owned) */
  gint64 now;
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->opening);
  diapason_policy_unref (query->policy);
  g_free (query);
}

static gboolean
read_checks (DiapasonDatabase *database,
             DiapasonCard *card,
             const DiapasonPolicy *policy,
             GError **error)
{
  guint fitting, failing;

  if (!diapason_identity_checks (database, card->person, card->occasion, &fitting, &failing,
                                 error) ||
      !diapason_identity_adviser (database, card->person, &card->adviser_source,
                                  &card->adviser_remote, error))
    return FALSE;
  diapason_card_set_checks (card, fitting, failing, policy);
  return TRUE;
}

/* Those of @events that go on with a colleague. Returns: (transfer full), or NULL with @error. */
static GArray *
find_colleagues (DiapasonDatabase *database, GPtrArray *events, gint64 now, GError **error)
{
  g_autoptr (GArray) colleagues = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < events->len; i++)
    {
      const DiapasonEventRecord *event = g_ptr_array_index (events, i);
      gboolean is_colleagues;

      if (!diapason_card_is_live (event, now))
        continue;
      if (!diapason_contact_is_colleagues (database, event->id, &is_colleagues, error))
        return NULL;
      if (is_colleagues)
        g_array_append_val (colleagues, event->id);
    }
  return g_steal_pointer (&colleagues);
}

static gpointer
card_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  const Query *query = data;
  g_autoptr (DiapasonPersonRecord) person = diapason_person_read (database, query->person, error);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GArray) colleagues = NULL;
  g_autoptr (DiapasonCard) card = NULL;

  if (person == NULL)
    return NULL;
  events = diapason_history_latest (database, person->id, DIAPASON_CARD_EVENTS, error);
  if (events == NULL)
    return NULL;
  colleagues = find_colleagues (database, events, query->now, error);
  if (colleagues == NULL)
    return NULL;
  card = diapason_card_new (g_steal_pointer (&person), g_steal_pointer (&events), colleagues,
                            query->opening, query->now, query->policy);
  return read_checks (database, card, query->policy, error) ? g_steal_pointer (&card) : NULL;
}

void
diapason_desk_open_card_async (DiapasonDesk *self,
                               gint64 person,
                               const char *opening,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Query *query = g_new0 (Query, 1);

  query->person = person;
  query->opening = g_strdup (opening);
  query->policy = diapason_policy_ref (diapason_desk_get_policy (self));
  query->now = diapason_desk_now (self);
  diapason_desk_read (self, DIAPASON_LANE_FAST, card_in_reader, query, query_free,
                      (GDestroyNotify) diapason_card_unref, diapason_desk_open_card_async,
                      cancellable, callback, user_data);
}

DiapasonCard *
diapason_desk_open_card_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
