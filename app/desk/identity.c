/* identity.c: a person's word on who is who, and taking it back. See desk.h.
 *
 * The verdict is a row in work.db before anything else; then the clusters of those concerned are
 * made again.
 */
#include "desk-private.h"

#include "table-identity.h"

/* One side of a verdict: how work.db names a customer record. */
typedef struct
{
  char *source;    /* (owned) */
  char *remote_id; /* (owned) */
} Side;

typedef struct
{
  char *key;     /* (owned) UUID, chosen when the person acted */
  gboolean undo; /* the sides do not matter then */
  gboolean same;
  Side a, b;
  gint64 customer; /* local id of one of the two, for relinking */
  gint64 now;      /* milliseconds UTC */
} Verdict;

static void
verdict_free (gpointer data)
{
  Verdict *verdict = data;

  g_free (verdict->key);
  g_free (verdict->a.source);
  g_free (verdict->a.remote_id);
  g_free (verdict->b.source);
  g_free (verdict->b.remote_id);
  g_free (verdict);
}

static gboolean
verdict_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  const Verdict *verdict = data;

  if (verdict->undo)
    return diapason_identity_verdict_undo (database, verdict->key, error);
  return diapason_identity_verdict_add (database, verdict->key, verdict->a.source,
                                        verdict->a.remote_id, verdict->b.source,
                                        verdict->b.remote_id, verdict->same, verdict->now, error);
}

static void
relinked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  const Verdict *verdict = g_task_get_task_data (task);

  if (!diapason_derive_relink_finish (DIAPASON_DERIVE (object), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_strdup (verdict->key), g_free);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  DiapasonDesk *self = g_task_get_source_object (task);
  const Verdict *verdict = g_task_get_task_data (task);

  if (!diapason_store_write_finish (DIAPASON_STORE (object), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    diapason_derive_relink_async (self->derive, verdict->customer, relinked_cb,
                                  g_steal_pointer (&task));
}

static void
write_verdict (DiapasonDesk *self,
               Verdict *verdict,
               gpointer source_tag,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  verdict->now = diapason_desk_now (self);
  g_task_set_source_tag (task, source_tag);
  /* The task outlives the writer's use of its data: it is answered after it. */
  g_task_set_task_data (task, verdict, verdict_free);
  diapason_store_write_async (self->store, DIAPASON_FILE_WORK, DIAPASON_PRIORITY_PERSON,
                              verdict_in_writer, verdict, NULL, written_cb, task);
}

static void
side_set (Side *side, const DiapasonMemberRecord *member)
{
  side->source = g_strdup (member->origin.source);
  side->remote_id = g_strdup (member->origin.remote_id);
}

void
diapason_desk_judge_identity_async (DiapasonDesk *self,
                                    const DiapasonMemberRecord *a,
                                    const DiapasonMemberRecord *b,
                                    gboolean same,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  Verdict *verdict = g_new0 (Verdict, 1);

  verdict->key = g_uuid_string_random ();
  verdict->same = same;
  side_set (&verdict->a, a);
  side_set (&verdict->b, b);
  verdict->customer = a->customer;
  write_verdict (self, verdict, diapason_desk_judge_identity_async, callback, user_data);
}

char *
diapason_desk_judge_identity_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
diapason_desk_undo_identity_async (DiapasonDesk *self,
                                   const char *key,
                                   gint64 customer,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Verdict *verdict = g_new0 (Verdict, 1);

  verdict->key = g_strdup (key);
  verdict->undo = TRUE;
  verdict->customer = customer;
  write_verdict (self, verdict, diapason_desk_undo_identity_async, callback, user_data);
}

gboolean
diapason_desk_undo_identity_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  key = g_task_propagate_pointer (G_TASK (result), error);
  return key != NULL;
}
