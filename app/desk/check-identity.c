/* check-identity.c: what was asked to be sure who somebody is. See desk.h. */
#include "desk-private.h"

#include "identity-check.h"

typedef struct
{
  DiapasonIdentityCheck *check; /* (owned) */
  gint64 person;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  diapason_identity_check_free (act->check);
  g_free (act);
}

static gboolean
check_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  const Act *act = data;

  return diapason_identity_check_add (database, act->check, act->person, error);
}

static void
checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (diapason_store_write_finish (DIAPASON_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static DiapasonIdentityCheck *
check_new (const DiapasonCard *card, DiapasonCheck what, gboolean fits)
{
  const DiapasonMemberRecord *first = g_ptr_array_index (card->person->members, 0);
  DiapasonIdentityCheck *check = diapason_identity_check_new ();

  check->key = g_uuid_string_random ();
  check->occasion = g_strdup (card->occasion);
  check->source = g_strdup (first->origin.source);
  check->remote_id = g_strdup (first->origin.remote_id);
  check->what = g_strdup (diapason_check_words[what]);
  check->fits = fits;
  check->policy = card->policy;
  check->adviser_source = g_strdup (card->adviser_source);
  check->adviser_remote = g_strdup (card->adviser_remote);
  return check;
}

void
diapason_desk_check_identity_async (DiapasonDesk *self,
                                    const DiapasonCard *card,
                                    DiapasonCheck check,
                                    gboolean fits,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Act *act = g_new0 (Act, 1);

  act->check = check_new (card, check, fits);
  act->person = card->person->id;
  g_task_set_source_tag (task, diapason_desk_check_identity_async);
  diapason_store_write_async (self->store, DIAPASON_FILE_WORK, DIAPASON_PRIORITY_PERSON,
                              check_in_writer, act, act_free, checked_cb, task);
}

gboolean
diapason_desk_check_identity_finish (DiapasonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
