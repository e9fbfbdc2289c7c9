/* test-objects.c: what the objects of the main thread notify, and when not. */
#include "records.h"
#include "row-item.h"
#include "row-source.h"
#include "source-status.h"

static void
count_notify_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  guint *count = user_data;
  (*count)++;
}

static guint released;

static void
count_release (gpointer record)
{
  released++;
}

static void
test_row_item (void)
{
  DiapasonRowItem *item = diapason_row_item_new (G_GINT64_CONSTANT (1) << 40);
  int first, second;
  guint notified = 0;
  gint64 id;
  gpointer record;

  released = 0;
  g_signal_connect (item, "notify::record", G_CALLBACK (count_notify_cb), &notified);
  g_assert_null (diapason_row_item_get_record (item));
  diapason_row_item_take_record (item, &first, count_release);
  g_assert_true (diapason_row_item_get_record (item) == &first);
  diapason_row_item_take_record (item, &second, count_release);
  g_assert_cmpuint (released, ==, 1);
  g_assert_cmpuint (notified, ==, 2);
  g_object_get (item, "id", &id, "record", &record, NULL);
  g_assert_cmpint (id, ==, G_GINT64_CONSTANT (1) << 40);
  g_assert_true (record == &second);
  diapason_row_item_take_record (item, NULL, NULL);
  g_assert_cmpuint (released, ==, 2);
  g_assert_finalize_object (item);
  g_assert_cmpuint (released, ==, 2);
}

static void
test_source_status (void)
{
  DiapasonSourceStatus *status = diapason_source_status_new ("crm", "Customers");
  guint states = 0, sentences = 0, others = 0;

  g_signal_connect (status, "notify::state", G_CALLBACK (count_notify_cb), &states);
  g_signal_connect (status, "notify::sentence", G_CALLBACK (count_notify_cb), &sentences);
  g_signal_connect (status, "notify::fetched", G_CALLBACK (count_notify_cb), &others);
  g_signal_connect (status, "notify::in-sync-since", G_CALLBACK (count_notify_cb), &others);
  g_signal_connect (status, "notify::retry-at", G_CALLBACK (count_notify_cb), &others);

  g_assert_cmpstr (diapason_source_status_get_name (status), ==, "crm");
  g_assert_cmpstr (diapason_source_status_get_label (status), ==, "Customers");
  diapason_source_status_set_state (status, DIAPASON_SOURCE_NEW, NULL);
  g_assert_cmpuint (states + sentences, ==, 0);
  diapason_source_status_set_state (status, DIAPASON_SOURCE_FAILING, "It is down.");
  diapason_source_status_set_state (status, DIAPASON_SOURCE_FAILING, "It is gone.");
  g_assert_cmpuint (states, ==, 1);
  g_assert_cmpuint (sentences, ==, 2);
  /* What is set from what it has itself stays whole. */
  diapason_source_status_set_state (status, DIAPASON_SOURCE_LOGIN,
                                    diapason_source_status_get_sentence (status));
  g_assert_cmpstr (diapason_source_status_get_sentence (status), ==, "It is gone.");
  g_assert_cmpuint (sentences, ==, 2);

  for (guint twice = 0; twice < 2; twice++)
    {
      diapason_source_status_set_fetched (status, 3);
      diapason_source_status_set_in_sync_since (status, 4);
      diapason_source_status_set_retry_at (status, 5);
    }
  g_assert_cmpuint (others, ==, 3);
  g_assert_finalize_object (status);
}

/* A row source of nothing but its rows' counting. */
#define TEST_TYPE_SOURCE (test_source_get_type ())
G_DECLARE_FINAL_TYPE (TestSource, test_source, TEST, SOURCE, GObject)
struct _TestSource
{
  GObject parent_instance;
};

static void
source_load_ids_async (DiapasonRowSource *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 id = 7;

  g_array_append_val (ids, id);
  g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
}

static GArray *
source_load_ids_finish (DiapasonRowSource *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
source_row_ref (gpointer row)
{
  return diapason_event_record_ref (row);
}

static void
source_row_unref (gpointer row)
{
  diapason_event_record_unref (row);
}

static gboolean
source_touches (DiapasonRowSource *self, DiapasonChangeSet *set, gint64 id)
{
  return diapason_change_set_touches (set, 1, id);
}

static void
source_iface_init (DiapasonRowSourceInterface *iface)
{
  iface->load_ids_async = source_load_ids_async;
  iface->load_ids_finish = source_load_ids_finish;
  iface->row_ref = source_row_ref;
  iface->row_unref = source_row_unref;
  iface->touches = source_touches;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestSource,
                               test_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DIAPASON_TYPE_ROW_SOURCE, source_iface_init))

static void
test_source_class_init (TestSourceClass *klass)
{
}

static void
test_source_init (TestSource *self)
{
}

static void
ids_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GArray **ids = user_data;
  g_autoptr (GError) error = NULL;

  *ids = diapason_row_source_load_ids_finish (DIAPASON_ROW_SOURCE (object), result, &error);
  g_assert_no_error (error);
}

static void
changed_cb (DiapasonRowSource *source, gboolean membership, gpointer set, gpointer user_data)
{
  gboolean *touched = user_data;

  g_assert_true (membership);
  *touched =
      diapason_row_source_touches (source, set, 7) && !diapason_row_source_touches (source, set, 8);
}

static void
test_row_source (void)
{
  g_autoptr (TestSource) object = g_object_new (TEST_TYPE_SOURCE, NULL);
  DiapasonRowSource *source = DIAPASON_ROW_SOURCE (object);
  g_autoptr (DiapasonChangeSet) set = diapason_change_set_new ();
  g_autoptr (GArray) ids = NULL;
  DiapasonEventRecord *row = diapason_event_record_new ();
  gboolean touched = FALSE;

  diapason_row_source_load_ids_async (source, NULL, ids_loaded_cb, &ids);
  while (ids == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 7);

  g_assert_true (diapason_row_source_ref_row (source, row) == row);
  diapason_row_source_get_unref (source) (row);
  diapason_row_source_get_unref (source) (row);

  g_signal_connect (source, "changed", G_CALLBACK (changed_cb), &touched);
  diapason_change_set_note (set, 1, DIAPASON_CHANGE_CHANGED, 7);
  diapason_row_source_emit_changed (source, TRUE, set);
  g_assert_true (touched);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/row-item", test_row_item);
  g_test_add_func ("/model/source-status", test_source_status);
  g_test_add_func ("/model/row-source", test_row_source);
  return g_test_run ();
}
