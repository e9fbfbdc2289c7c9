/* timeline-source.c: ids from reader-list, rows from reader-fast.
 *
 * Thread: main; functions ending in _in_reader run on a reader. Lifetime: a GObject.
 */
#include "timeline-source.h"

#include "entity.h"
#include "database.h"
#include "history-read.h"
#include "kpi-read.h"
#include "person-read.h"
#include "records.h"

struct _DiapasonTimelineSource
{
  GObject parent_instance;

  DiapasonStore *store;          /* (owned) */
  gint64 person;                 /* 0: what counts in a figure */
  gint64 resolved;               /* whose history was loaded last: another one after a link */
  DiapasonHistoryFilter *filter; /* (owned) (nullable: everything) */
  DiapasonKpi kpi;
  guint days;
  GArray *ids; /* (owned) handed out last */
};

/* Which ids. */
typedef struct
{
  gint64 person;
  DiapasonHistoryFilter *filter; /* (owned) (nullable) */
  DiapasonKpi kpi;
  guint days;
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_clear_pointer (&query->filter, diapason_history_filter_unref);
  g_free (query);
}

/* What a load of ids brings. */
typedef struct
{
  gint64 resolved;
  GArray *ids; /* (owned) (nullable: taken) */
} Loaded;

static void diapason_timeline_source_row_source_init (DiapasonRowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DiapasonTimelineSource,
                               diapason_timeline_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DIAPASON_TYPE_ROW_SOURCE,
                                                      diapason_timeline_source_row_source_init))

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->ids, g_array_unref);
  g_free (loaded);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static gpointer
load_ids_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);
  const Query *query = data;

  if (query->kpi != DIAPASON_KPI_NONE)
    loaded->ids = diapason_kpi_rows (database, query->kpi, query->days,
                                     diapason_database_now (database), error);
  else if (diapason_person_resolve (database, query->person, &loaded->resolved, error))
    loaded->ids = query->filter != NULL
                      ? diapason_history_filtered (database, loaded->resolved, query->filter, error)
                      : diapason_history_ids (database, loaded->resolved, error);
  return loaded->ids != NULL ? g_steal_pointer (&loaded) : NULL;
}

static void
ids_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DiapasonTimelineSource *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (Loaded) loaded = diapason_store_read_finish (DIAPASON_STORE (source), result, &error);

  if (loaded == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->resolved = loaded->resolved;
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, loaded->ids->data, loaded->ids->len);
  g_task_return_pointer (task, g_steal_pointer (&loaded->ids), (GDestroyNotify) g_array_unref);
}

static void
load_ids_async (DiapasonRowSource *source,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  DiapasonTimelineSource *self = DIAPASON_TIMELINE_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Query *query = g_new (Query, 1);
  /* The whole of one person is read along an index, and somebody waits for it. */
  DiapasonLane lane = self->kpi == DIAPASON_KPI_NONE && self->filter == NULL ? DIAPASON_LANE_FAST
                                                                             : DIAPASON_LANE_LIST;

  *query = (Query){ self->person, NULL, self->kpi, self->days };
  if (self->filter != NULL)
    query->filter = diapason_history_filter_ref (self->filter);
  g_task_set_source_tag (task, load_ids_async);
  diapason_store_read_async (self->store, lane, load_ids_in_reader, query, query_free,
                             (GDestroyNotify) loaded_free, cancellable, ids_loaded_cb, task);
}

static gpointer
load_rows_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  GArray *ids = data;

  return diapason_history_rows (database, (const gint64 *) ids->data, ids->len, error);
}

static void
rows_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *rows = diapason_store_read_finish (DIAPASON_STORE (source), result, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
load_rows_async (DiapasonRowSource *source,
                 const gint64 *ids,
                 guint n_ids,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  DiapasonTimelineSource *self = DIAPASON_TIMELINE_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);

  g_task_set_source_tag (task, load_rows_async);
  g_array_append_vals (copy, ids, n_ids);
  diapason_store_read_async (self->store, DIAPASON_LANE_FAST, load_rows_in_reader, copy,
                             (GDestroyNotify) g_array_unref, (GDestroyNotify) g_ptr_array_unref,
                             cancellable, rows_loaded_cb, task);
}

static gpointer
ref_row (gpointer row)
{
  return diapason_event_record_ref (row);
}

static void
unref_row (gpointer row)
{
  diapason_event_record_unref (row);
}

static gboolean
touches_person (DiapasonTimelineSource *self, DiapasonChangeSet *set)
{
  return diapason_change_set_touches (set, DIAPASON_KIND_PERSON, self->person) ||
         diapason_change_set_touches (set, DIAPASON_KIND_PERSON, self->resolved);
}

/* A message, a criterion, the contact that a verbatim is about, or the name of an adviser or a wave
 * changes the row of another record: which one, the set does not tell. */
static gboolean
touches (DiapasonRowSource *source, DiapasonChangeSet *set, gint64 id)
{
  return diapason_change_set_touches (set, DIAPASON_ENTITY_INTERACTION, id) ||
         diapason_change_set_touches (set, DIAPASON_ENTITY_PROMISE, id) ||
         diapason_change_set_touches (set, DIAPASON_ENTITY_VERBATIM, id) ||
         diapason_change_set_has_kind (set, DIAPASON_ENTITY_ADVISER) ||
         diapason_change_set_has_kind (set, DIAPASON_ENTITY_SURVEY_WAVE) ||
         ((diapason_change_set_has_kind (set, DIAPASON_ENTITY_MESSAGE) ||
           diapason_change_set_has_kind (set, DIAPASON_ENTITY_ANSWER) ||
           diapason_change_set_has_kind (set, DIAPASON_ENTITY_INTERACTION)) &&
          touches_person (DIAPASON_TIMELINE_SOURCE (source), set));
}

static void
diapason_timeline_source_row_source_init (DiapasonRowSourceInterface *iface)
{
  iface->load_ids_async = load_ids_async;
  iface->load_rows_async = load_rows_async;
  iface->row_ref = ref_row;
  iface->row_unref = unref_row;
  iface->touches = touches;
}

static gboolean
touches_any_row (DiapasonTimelineSource *self, DiapasonChangeSet *set)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (touches (DIAPASON_ROW_SOURCE (self), set, g_array_index (self->ids, gint64, i)))
      return TRUE;
  return FALSE;
}

/* Whether a row that was left out may be wanted now, or the other way round: a set does not always
 * tell whose an event is. */
static gboolean
touches_filter (DiapasonTimelineSource *self, DiapasonChangeSet *set)
{
  return self->filter != NULL && (diapason_change_set_has_kind (set, DIAPASON_ENTITY_INTERACTION) ||
                                  diapason_change_set_has_kind (set, DIAPASON_ENTITY_PROMISE) ||
                                  diapason_change_set_has_kind (set, DIAPASON_ENTITY_VERBATIM) ||
                                  diapason_change_set_has_kind (set, DIAPASON_ENTITY_MESSAGE) ||
                                  diapason_change_set_has_kind (set, DIAPASON_ENTITY_ADVISER));
}

static void
store_changed_cb (DiapasonTimelineSource *self, DiapasonChangeSet *set)
{
  gboolean membership = self->kpi != DIAPASON_KPI_NONE
                            ? diapason_change_set_has_kind (set, DIAPASON_KIND_KPI)
                            : touches_person (self, set) || touches_filter (self, set);

  if (membership || touches_any_row (self, set))
    diapason_row_source_emit_changed (DIAPASON_ROW_SOURCE (self), membership, set);
}

static void
diapason_timeline_source_dispose (GObject *object)
{
  DiapasonTimelineSource *self = DIAPASON_TIMELINE_SOURCE (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (diapason_timeline_source_parent_class)->dispose (object);
}

static void
diapason_timeline_source_finalize (GObject *object)
{
  DiapasonTimelineSource *self = DIAPASON_TIMELINE_SOURCE (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->filter, diapason_history_filter_unref);
  G_OBJECT_CLASS (diapason_timeline_source_parent_class)->finalize (object);
}

static void
diapason_timeline_source_class_init (DiapasonTimelineSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = diapason_timeline_source_dispose;
  object_class->finalize = diapason_timeline_source_finalize;
}

static void
diapason_timeline_source_init (DiapasonTimelineSource *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static DiapasonTimelineSource *
source_new (DiapasonStore *store)
{
  DiapasonTimelineSource *self = g_object_new (DIAPASON_TYPE_TIMELINE_SOURCE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

DiapasonTimelineSource *
diapason_timeline_source_new (DiapasonStore *store, gint64 person)
{
  DiapasonTimelineSource *self = source_new (store);

  self->person = person;
  self->resolved = person;
  return self;
}

DiapasonTimelineSource *
diapason_timeline_source_new_filtered (DiapasonStore *store,
                                       gint64 person,
                                       DiapasonHistoryFilter *filter)
{
  DiapasonTimelineSource *self = diapason_timeline_source_new (store, person);

  self->filter = diapason_history_filter_ref (filter);
  return self;
}

DiapasonTimelineSource *
diapason_timeline_source_new_for_kpi (DiapasonStore *store, DiapasonKpi kpi, guint days)
{
  DiapasonTimelineSource *self = source_new (store);

  self->kpi = kpi;
  self->days = days;
  return self;
}

gint64
diapason_timeline_source_get_person (DiapasonTimelineSource *self)
{
  g_return_val_if_fail (DIAPASON_IS_TIMELINE_SOURCE (self), 0);
  return self->person;
}
