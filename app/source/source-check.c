/* source-check.c: see source-check.h. A check is the data of a GTask: whoami → list after list,
 * until one of them can be read. */
#include "source-check.h"

#include "page-scan.h"
#include "reading.h"
#include "source-sentences.h"
#include "whoami.h"

typedef struct
{
  DiapasonDescriptor *descriptor; /* (owned) */
  DiapasonConnection *connection; /* (owned) */
  GHashTable *login;              /* (owned) */
  guint next;                     /* list */
  GError *failure;                /* (owned) (nullable) the first */
} Checking;

static void next_list (GTask *task);

static void
checking_free (gpointer data)
{
  Checking *self = data;

  diapason_descriptor_unref (self->descriptor);
  diapason_connection_unref (self->connection);
  g_hash_table_unref (self->login);
  g_clear_error (&self->failure);
  g_free (self);
}

static void
fail (GTask *task, const GError *error)
{
  Checking *self = g_task_get_task_data (task);

  g_task_return_error (task, diapason_source_error_of_check (self->descriptor->label,
                                                             self->descriptor->base_url, error));
}

/* Takes @error, and goes on to the next list where that may help. */
static void
note_failure (GTask *task, GError *error)
{
  Checking *self = g_task_get_task_data (task);
  g_autoptr (GError) taken = error;

  if (diapason_reading_error_is_of_source (taken))
    {
      fail (task, taken);
      return;
    }
  if (self->failure == NULL)
    self->failure = g_steal_pointer (&taken);
  next_list (task);
}

/* A page ------------------------------------------------------------------------------------- */

/* A body, and the list it should be a page of: immutable. */
typedef struct
{
  DiapasonDescriptor *descriptor; /* (owned) */
  guint list;
  GBytes *body; /* (owned) */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  diapason_descriptor_unref (answer->descriptor);
  g_bytes_unref (answer->body);
  g_free (answer);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Answer *answer = data;
  g_autoptr (DiapasonPage) page =
      diapason_page_new (answer->descriptor,
                         g_ptr_array_index (answer->descriptor->streams, answer->list),
                         answer->body);
  GError *error = NULL;

  if (diapason_page_scan (page, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static const DiapasonStreamPlan *
current_list (Checking *self)
{
  return g_ptr_array_index (self->descriptor->streams, self->next - 1);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Checking *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    note_failure (task,
                  diapason_source_error_other_product (self->descriptor->label,
                                                       current_list (self)->name, error->message));
}

static void
look (GTask *task, GBytes *body)
{
  Checking *self = g_task_get_task_data (task);
  g_autoptr (GTask) looking = g_task_new (NULL, NULL, looked_cb, g_object_ref (task));
  Answer *answer = g_new (Answer, 1);

  *answer =
      (Answer){ diapason_descriptor_ref (self->descriptor), self->next - 1, g_bytes_ref (body) };
  g_task_set_source_tag (looking, look);
  g_task_set_task_data (looking, answer, answer_free);
  g_task_run_in_thread (looking, look_in_thread);
}

static void
list_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (DiapasonHttpResponse) response = diapason_connection_ask_finish (result, &error);

  if (response != NULL)
    look (task, diapason_http_response_get_body (response));
  else
    note_failure (task, error);
}

static void
next_list (GTask *task)
{
  Checking *self = g_task_get_task_data (task);
  g_auto (DiapasonQuestion) question = { 0 };
  g_autoptr (DiapasonPosition) start = diapason_position_new ();
  g_autoptr (GError) error = NULL;

  if (self->next >= self->descriptor->streams->len)
    {
      fail (task, self->failure);
      return;
    }
  self->next++;
  if (diapason_question_fill (&question, self->descriptor, current_list (self), start, NULL,
                              DIAPASON_NEVER, &error))
    diapason_connection_ask_async (self->connection, &question, g_task_get_cancellable (task),
                                   list_answered_cb, g_object_ref (task));
  else
    note_failure (task,
                  diapason_source_error_other_product (self->descriptor->label,
                                                       current_list (self)->name, error->message));
}

/* Who it is ---------------------------------------------------------------------------------- */

static void
who_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (DiapasonHttpResponse) response = diapason_connection_ask_finish (result, &error);

  if (response != NULL)
    next_list (task);
  else
    note_failure (task, error);
}

/* A part may be empty, as a password beside a key is; not all of it. */
static gboolean
is_blank (GHashTable *login)
{
  GHashTableIter iter;
  gpointer secret;
  gboolean is_filled = g_hash_table_size (login) == 0;

  g_hash_table_iter_init (&iter, login);
  while (!is_filled && g_hash_table_iter_next (&iter, NULL, &secret))
    is_filled = *(const char *) secret != '\0';
  return !is_filled;
}

static void
begin (GTask *task)
{
  Checking *self = g_task_get_task_data (task);
  g_auto (DiapasonQuestion) question = { 0 };
  gboolean tells = FALSE;

  if (!diapason_connection_has_login (self->connection) || is_blank (self->login))
    g_task_return_error (task, diapason_source_error_incomplete_login (self->descriptor->label));
  else if (!diapason_whoami_fill (&question, self->descriptor, self->login, &tells, NULL))
    g_task_return_error (task, diapason_source_error_refused_login (self->descriptor->label));
  else if (tells)
    diapason_connection_ask_async (self->connection, &question, g_task_get_cancellable (task),
                                   who_answered_cb, g_object_ref (task));
  else
    next_list (task);
}

void
diapason_source_check_async (DiapasonDescriptor *descriptor,
                             DiapasonSession *session,
                             DiapasonClock *clock,
                             GHashTable *login,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Checking *self = g_new0 (Checking, 1);

  g_task_set_source_tag (task, diapason_source_check_async);
  self->descriptor = diapason_descriptor_ref (descriptor);
  self->connection = diapason_connection_new (descriptor, session, clock);
  self->login = g_hash_table_ref (login);
  g_task_set_task_data (task, self, checking_free);
  diapason_connection_set_login (self->connection, login);
  begin (task);
}

gboolean
diapason_source_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
