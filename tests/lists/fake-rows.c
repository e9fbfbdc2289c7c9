/* fake-rows.c: see the header. */
#include "fake-rows.h"

#include "await.h"

#define KIND 1 /* any kind of a change set */

struct _FakeRows
{
  GObject parent_instance;

  GArray *ids;              /* (owned) gint64 */
  GHashTable *versions;     /* (owned) id → version */
  DiapasonChangeSet *edits; /* (owned) not told yet */
  GQueue calls;             /* of Call */
  char *sentence;           /* (owned) (nullable) */
  guint n_failures;
  guint n_ids_calls;
  guint n_rows_calls;
  guint n_rows;
  guint largest;
};

typedef struct
{
  GTask *task;    /* (owned) */
  GArray *wanted; /* (owned) (nullable) of rows; NULL: a call for ids */
  gpointer read;  /* (owned) (nullable) the answer, once read */
  GError *error;  /* (owned) (nullable) likewise */
} Call;

static void fake_rows_row_source_init (DiapasonRowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeRows,
                               fake_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DIAPASON_TYPE_ROW_SOURCE,
                                                      fake_rows_row_source_init))

static void
call_free (Call *call)
{
  g_object_unref (call->task);
  g_clear_pointer (&call->wanted, g_array_unref);
  g_free (call);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static void
push (FakeRows *self,
      GArray *wanted,
      GCancellable *cancellable,
      GAsyncReadyCallback cb,
      gpointer data)
{
  Call *call = g_new0 (Call, 1);

  call->task = g_task_new (self, cancellable, cb, data);
  call->wanted = wanted;
  g_queue_push_tail (&self->calls, call);
}

static void
load_ids_async (DiapasonRowSource *source,
                GCancellable *cancellable,
                GAsyncReadyCallback cb,
                gpointer data)
{
  FAKE_ROWS (source)->n_ids_calls++;
  push (FAKE_ROWS (source), NULL, cancellable, cb, data);
}

static void
load_rows_async (DiapasonRowSource *source,
                 const gint64 *ids,
                 guint n_ids,
                 GCancellable *cancellable,
                 GAsyncReadyCallback cb,
                 gpointer data)
{
  FakeRows *self = FAKE_ROWS (source);
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (wanted, ids, n_ids);
  self->n_rows_calls++;
  self->n_rows += n_ids;
  self->largest = MAX (self->largest, n_ids);
  push (self, wanted, cancellable, cb, data);
}

static gpointer
finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GArray *
load_ids_finish (DiapasonRowSource *source, GAsyncResult *result, GError **error)
{
  return finish (result, error);
}

static GPtrArray *
load_rows_finish (DiapasonRowSource *source, GAsyncResult *result, GError **error)
{
  return finish (result, error);
}

static gpointer
row_ref (gpointer row)
{
  return g_rc_box_acquire (row);
}

static gboolean
touches (DiapasonRowSource *source, DiapasonChangeSet *set, gint64 id)
{
  return diapason_change_set_touches (set, KIND, id);
}

static void
fake_rows_row_source_init (DiapasonRowSourceInterface *iface)
{
  iface->load_ids_async = load_ids_async;
  iface->load_ids_finish = load_ids_finish;
  iface->load_rows_async = load_rows_async;
  iface->load_rows_finish = load_rows_finish;
  iface->row_ref = row_ref;
  iface->row_unref = g_rc_box_release;
  iface->touches = touches;
}

static void
fake_rows_finalize (GObject *object)
{
  FakeRows *self = FAKE_ROWS (object);

  g_assert_cmpuint (self->calls.length, ==, 0);
  g_array_unref (self->ids);
  g_hash_table_unref (self->versions);
  diapason_change_set_unref (self->edits);
  g_free (self->sentence);
  G_OBJECT_CLASS (fake_rows_parent_class)->finalize (object);
}

static void
fake_rows_class_init (FakeRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_rows_finalize;
}

static void
fake_rows_init (FakeRows *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->versions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->edits = diapason_change_set_new ();
  g_queue_init (&self->calls);
}

FakeRows *
fake_rows_new (void)
{
  return g_object_new (FAKE_TYPE_ROWS, NULL);
}

GArray *
fake_rows_ids (FakeRows *self)
{
  return self->ids;
}

guint
fake_rows_version (FakeRows *self, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->versions, &id));
}

void
fake_rows_touch (FakeRows *self, gint64 id)
{
  guint version = fake_rows_version (self, id) + 1;

  g_hash_table_insert (self->versions, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (version));
  diapason_change_set_note (self->edits, KIND, DIAPASON_CHANGE_CHANGED, id);
}

void
fake_rows_tell (FakeRows *self, gboolean membership)
{
  g_autoptr (DiapasonChangeSet) edits = g_steal_pointer (&self->edits);

  self->edits = diapason_change_set_new ();
  diapason_row_source_emit_changed (DIAPASON_ROW_SOURCE (self), membership, edits);
}

void
fake_rows_fail (FakeRows *self, guint n, const char *sentence)
{
  g_free (self->sentence);
  self->sentence = g_strdup (sentence);
  self->n_failures = n;
}

static gpointer
read_rows (FakeRows *self, GArray *wanted)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_rc_box_release);

  for (guint i = 0; i < wanted->len; i++)
    {
      FakeRow *row = g_rc_box_new0 (FakeRow);

      row->id = g_array_index (wanted, gint64, i);
      row->version = fake_rows_version (self, row->id);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
read_call (FakeRows *self, Call *call)
{
  if (self->n_failures > 0)
    {
      self->n_failures--;
      call->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, self->sentence);
    }
  else if (call->wanted != NULL)
    call->read = read_rows (self, call->wanted);
  else
    call->read = g_array_copy (self->ids);
}

static void
answer_call (Call *call)
{
  GDestroyNotify destroy =
      call->wanted != NULL ? (GDestroyNotify) g_ptr_array_unref : (GDestroyNotify) g_array_unref;

  if (call->error != NULL)
    g_task_return_error (call->task, call->error);
  else
    g_task_return_pointer (call->task, call->read, destroy);
}

gboolean
fake_rows_step (FakeRows *self)
{
  Call *head = g_queue_peek_head (&self->calls);

  if (head == NULL)
    return FALSE;
  if (head->read == NULL && head->error == NULL)
    read_call (self, head);
  else
    {
      g_autoptr (Call) call = g_queue_pop_head (&self->calls);

      answer_call (call);
    }
  return TRUE;
}

void
fake_rows_settle (FakeRows *self)
{
  do
    await_quiet ();
  while (fake_rows_step (self));
}

guint
fake_rows_count_ids_calls (FakeRows *self)
{
  return self->n_ids_calls;
}

guint
fake_rows_count_rows_calls (FakeRows *self)
{
  return self->n_rows_calls;
}

guint
fake_rows_count_rows (FakeRows *self)
{
  return self->n_rows;
}

guint
fake_rows_largest_batch (FakeRows *self)
{
  return self->largest;
}
