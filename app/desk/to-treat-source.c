/* to-treat-source.c: see to-treat-source.h. */
#include "to-treat-source.h"

#include "entity.h"
#include "first-ranked.h"
#include "rank-state.h"

#define REST_TIMES   4 /* as long as a load from nothing took */
#define LONGEST_REST (60 * 1000)

struct _DiapasonToTreatSource
{
  GObject parent_instance;

  DiapasonStore *store;     /* (owned) (nullable) disposed */
  GArray *weights;          /* (owned) */
  DiapasonRankState *state; /* (owned) (nullable) none yet; the reader's while a load goes on */
  gboolean anew;            /* it is to be made from nothing */
  gboolean told;            /* what waits was told, be it what waited first the last time */
  gint64 began_at;          /* steady: when that was begun; 0: it goes on from what is there */
  gint64 rests_until;       /* steady: not again before */
  GHashTable *stale;        /* (owned) set of gint64 *: verbatims that may have changed */
  GHashTable *persons;      /* (owned) gint64 * → gint64 *: of the rows that were read */
  GArray *touched;          /* (weak) (nullable) rows of another content, while that is told */
  gboolean touches_all;     /* likewise: all of them */
  guint total;
  guint timer; /* of the store's clock, until points change; 0: none */
};

/* One refresh on its way. */
typedef struct
{
  DiapasonRankState *state; /* (owned) */
  GArray *stale;            /* (owned) of gint64 */
  gint64 now;
} Refresh;

/* Rows on their way. */
typedef struct
{
  GArray *weights; /* (owned) */
  GArray *ids;     /* (owned) none: those that waited first the last time */
  gint64 now;
} RowQuery;

static void
row_query_free (gpointer data)
{
  RowQuery *query = data;

  g_array_unref (query->weights);
  g_array_unref (query->ids);
  g_free (query);
}

enum
{
  PROP_TOTAL = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void row_source_init (DiapasonRowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DiapasonToTreatSource,
                               diapason_to_treat_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DIAPASON_TYPE_ROW_SOURCE, row_source_init))

static gint64
now_of (DiapasonToTreatSource *self)
{
  return diapason_clock_now (diapason_store_get_clock (self->store));
}

static RowQuery *
row_query_new (DiapasonToTreatSource *self, const gint64 *ids, guint n_ids)
{
  RowQuery *query = g_new0 (RowQuery, 1);

  query->weights = g_array_ref (self->weights);
  query->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  query->now = now_of (self);
  g_array_append_vals (query->ids, ids, n_ids);
  return query;
}

/* Ids */

static void
refresh_free (gpointer data)
{
  Refresh *refresh = data;

  diapason_rank_state_unref (refresh->state);
  g_array_unref (refresh->stale);
  g_free (refresh);
}

/* @stale: of this load so far; what was told since then is added. */
static Refresh *
refresh_new (DiapasonToTreatSource *self, GArray *stale)
{
  Refresh *refresh = g_new0 (Refresh, 1);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->stale);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (stale, id, 1);
  g_hash_table_remove_all (self->stale);
  refresh->state = diapason_rank_state_ref (self->state);
  refresh->stale = g_array_copy (stale);
  refresh->now = now_of (self);
  return refresh;
}

static gpointer
refresh_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  Refresh *refresh = data;

  return diapason_rank_refresh (database, refresh->state, refresh->stale, refresh->now, error);
}

static void refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
refresh (DiapasonToTreatSource *self, GTask *task)
{
  diapason_store_read_async (self->store, DIAPASON_LANE_LIST, refresh_in_reader,
                             refresh_new (self, g_task_get_task_data (task)), refresh_free,
                             (GDestroyNotify) diapason_rank_update_free,
                             g_task_get_cancellable (task), refreshed_cb, task);
}

static void
emit_rows_changed (DiapasonToTreatSource *self, GArray *touched)
{
  g_autoptr (DiapasonChangeSet) nothing = diapason_change_set_new ();

  self->touched = touched;
  self->touches_all = touched == NULL;
  diapason_row_source_emit_changed (DIAPASON_ROW_SOURCE (self), self->touches_all, nothing);
  self->touched = NULL;
  self->touches_all = FALSE;
}

/* That ids are to be asked for again. */
static void
emit_ids_changed (DiapasonToTreatSource *self)
{
  g_autoptr (DiapasonChangeSet) nothing = diapason_change_set_new ();

  diapason_row_source_emit_changed (DIAPASON_ROW_SOURCE (self), TRUE, nothing);
}

static void
points_change_cb (gpointer data)
{
  DiapasonToTreatSource *self = data;

  self->timer = 0;
  emit_ids_changed (self);
}

static void
cancel_timer (DiapasonToTreatSource *self)
{
  if (self->timer != 0)
    diapason_clock_cancel (diapason_store_get_clock (self->store), self->timer);
  self->timer = 0;
}

static void
await_change (DiapasonToTreatSource *self, gint64 at)
{
  cancel_timer (self);
  if (at != 0)
    self->timer = diapason_clock_after (diapason_store_get_clock (self->store),
                                        CLAMP (at - now_of (self), 1, G_MAXINT), points_change_cb,
                                        self, NULL);
}

/* For the next start, where it takes more than a moment. */

static gboolean
keep_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_first_ranked_set (database, data, error);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!diapason_store_write_finish (DIAPASON_STORE (source), result, &error))
    g_info ("What waits first is not kept for the next start: %s", error->message);
}

static void
keep_first (DiapasonToTreatSource *self, DiapasonRankUpdate *update)
{
  gboolean is_long = update->total > DIAPASON_RANK_SLICE;
  guint n = is_long ? MIN (update->ids->len, DIAPASON_RANK_KEPT) : 0;
  GArray *first = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  g_array_append_vals (first, update->ids->data, n);
  diapason_store_write_async (self->store, DIAPASON_FILE_CACHE, DIAPASON_PRIORITY_MAINTENANCE,
                              keep_in_writer, first, (GDestroyNotify) g_array_unref, kept_cb, NULL);
}

static void
end_load (DiapasonToTreatSource *self)
{
  gint64 steady = diapason_clock_steady (diapason_store_get_clock (self->store));

  if (self->began_at != 0)
    self->rests_until = steady + MIN (REST_TIMES * (steady - self->began_at), LONGEST_REST);
  self->began_at = 0;
}

static void
take_update (DiapasonToTreatSource *self, DiapasonRankUpdate *update)
{
  if (!self->anew)
    await_change (self, update->next_change);
  if (update->total != self->total)
    {
      self->total = update->total;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
    }
  if (update->changed->len > 0)
    emit_rows_changed (self, update->changed);
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DiapasonToTreatSource *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (DiapasonRankUpdate) update =
      diapason_store_read_finish (DIAPASON_STORE (source), result, &error);

  if (update == NULL || self->store == NULL)
    {
      /* What it was to take in is lost with it. */
      self->anew = TRUE;
      if (error == NULL)
        error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The list is gone.");
      g_task_return_error (task, error);
      return;
    }
  if (!update->is_complete)
    {
      refresh (self, g_steal_pointer (&task));
      return;
    }
  if (self->began_at != 0)
    keep_first (self, update);
  end_load (self);
  take_update (self, update);
  g_task_return_pointer (task, g_steal_pointer (&update->ids), (GDestroyNotify) g_array_unref);
}

/* From nothing, unless that was done a moment ago and took long: while a cache fills, all of it
 * changes all the time. */
static void
begin_load (DiapasonToTreatSource *self)
{
  gint64 steady = diapason_clock_steady (diapason_store_get_clock (self->store));

  if (self->state != NULL && (!self->anew || steady < self->rests_until))
    {
      if (self->anew)
        await_change (self, now_of (self) + self->rests_until - steady);
      return;
    }
  g_clear_pointer (&self->state, diapason_rank_state_unref);
  self->state = diapason_rank_state_new (self->weights);
  self->anew = FALSE;
  self->began_at = steady;
}

static gpointer
first_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  const RowQuery *query = data;

  return diapason_rank_first (database, query->weights, query->now, error);
}

static void
first_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DiapasonToTreatSource *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonRankUpdate) update =
      diapason_store_read_finish (DIAPASON_STORE (source), result, &error);

  if (self->store != NULL && (update == NULL || update->ids->len == 0))
    {
      refresh (self, g_steal_pointer (&task));
      return;
    }
  if (update == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_task_return_pointer (task, g_steal_pointer (&update->ids), (GDestroyNotify) g_array_unref);
  emit_ids_changed (self);
}

/* Those that waited first the last time are here at once; then all of them are ranked. */
static void
load_first (DiapasonToTreatSource *self, GTask *task)
{
  diapason_store_read_async (self->store, DIAPASON_LANE_FAST, first_in_reader,
                             row_query_new (self, NULL, 0), row_query_free,
                             (GDestroyNotify) diapason_rank_update_free,
                             g_task_get_cancellable (task), first_read_cb, task);
}

static void
load_ids_async (DiapasonRowSource *source,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  DiapasonToTreatSource *self = DIAPASON_TO_TREAT_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, load_ids_async);
  g_task_set_task_data (task, g_array_new (FALSE, FALSE, sizeof (gint64)),
                        (GDestroyNotify) g_array_unref);
  begin_load (self);
  if (self->told)
    refresh (self, task);
  else
    load_first (self, task);
  self->told = TRUE;
}

/* Rows */

static gpointer
load_rows_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  const RowQuery *query = data;

  return diapason_rank_rows (database, query->weights, query->ids, query->now, error);
}

/* A change tells persons, a row is known by its verbatim. */
static void
remember_persons (DiapasonToTreatSource *self, GPtrArray *records)
{
  if (g_hash_table_size (self->persons) > 2 * DIAPASON_RANK_MOST)
    g_hash_table_remove_all (self->persons);
  for (guint i = 0; i < records->len; i++)
    {
      const DiapasonWorkRecord *record = g_ptr_array_index (records, i);

      if (record != NULL && record->person != 0)
        g_hash_table_replace (self->persons, g_memdup2 (&record->event->id, sizeof (gint64)),
                              g_memdup2 (&record->person, sizeof (gint64)));
    }
}

static void
rows_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *rows = diapason_store_read_finish (DIAPASON_STORE (source), result, &error);

  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  remember_persons (g_task_get_source_object (task), rows);
  g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
}

static void
load_rows_async (DiapasonRowSource *source,
                 const gint64 *ids,
                 guint n_ids,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  DiapasonToTreatSource *self = DIAPASON_TO_TREAT_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, load_rows_async);
  diapason_store_read_async (self->store, DIAPASON_LANE_FAST, load_rows_in_reader,
                             row_query_new (self, ids, n_ids), row_query_free,
                             (GDestroyNotify) g_ptr_array_unref, cancellable, rows_loaded_cb, task);
}

static gpointer
ref_row (gpointer row)
{
  return diapason_work_record_ref (row);
}

static void
unref_row (gpointer row)
{
  diapason_work_record_unref (row);
}

static gboolean
touches (DiapasonRowSource *source, DiapasonChangeSet *set, gint64 id)
{
  DiapasonToTreatSource *self = DIAPASON_TO_TREAT_SOURCE (source);
  const gint64 *person = g_hash_table_lookup (self->persons, &id);

  return self->touches_all ||
         (self->touched != NULL &&
          g_array_binary_search (self->touched, &id, diapason_compare_ids, NULL)) ||
         diapason_change_set_touches (set, DIAPASON_ENTITY_VERBATIM, id) ||
         diapason_change_set_touches (set, DIAPASON_KIND_PRIORITY, id) ||
         (person != NULL && diapason_change_set_touches (set, DIAPASON_KIND_PERSON, *person));
}

static void
row_source_init (DiapasonRowSourceInterface *iface)
{
  iface->load_ids_async = load_ids_async;
  iface->load_rows_async = load_rows_async;
  iface->row_ref = ref_row;
  iface->row_unref = unref_row;
  iface->touches = touches;
}

/* Changes */

static void
make_stale (DiapasonToTreatSource *self, DiapasonChangeSet *set)
{
  if (diapason_change_set_is_whole_kind (set, DIAPASON_KIND_PRIORITY))
    {
      self->anew = TRUE;
      return;
    }
  for (DiapasonChange change = DIAPASON_CHANGE_ADDED; change <= DIAPASON_CHANGE_REMOVED; change++)
    {
      g_autoptr (GArray) ids = diapason_change_set_ids (set, DIAPASON_KIND_PRIORITY, change);

      for (guint i = 0; i < ids->len; i++)
        g_hash_table_add (self->stale,
                          g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
    }
}

static void
store_changed_cb (DiapasonToTreatSource *self, DiapasonChangeSet *set)
{
  gboolean facts = diapason_change_set_has_kind (set, DIAPASON_KIND_PRIORITY);
  gboolean membership = facts || diapason_change_set_has_kind (set, DIAPASON_ENTITY_INTERACTION) ||
                        diapason_change_set_has_kind (set, DIAPASON_KIND_SOURCE);

  if (facts)
    make_stale (self, set);
  if (membership || diapason_change_set_has_kind (set, DIAPASON_KIND_PERSON) ||
      diapason_change_set_has_kind (set, DIAPASON_ENTITY_VERBATIM))
    diapason_row_source_emit_changed (DIAPASON_ROW_SOURCE (self), membership, set);
}

/* GObject */

static void
diapason_to_treat_source_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DiapasonToTreatSource *self = DIAPASON_TO_TREAT_SOURCE (object);

  switch (id)
    {
    case PROP_TOTAL:
      g_value_set_uint (value, self->total);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_to_treat_source_dispose (GObject *object)
{
  DiapasonToTreatSource *self = DIAPASON_TO_TREAT_SOURCE (object);

  if (self->store != NULL)
    {
      cancel_timer (self);
      g_signal_handlers_disconnect_by_data (self->store, self);
    }
  g_clear_object (&self->store);
  G_OBJECT_CLASS (diapason_to_treat_source_parent_class)->dispose (object);
}

static void
diapason_to_treat_source_finalize (GObject *object)
{
  DiapasonToTreatSource *self = DIAPASON_TO_TREAT_SOURCE (object);

  g_clear_pointer (&self->state, diapason_rank_state_unref);
  g_clear_pointer (&self->weights, g_array_unref);
  g_hash_table_unref (self->stale);
  g_hash_table_unref (self->persons);
  G_OBJECT_CLASS (diapason_to_treat_source_parent_class)->finalize (object);
}

static void
diapason_to_treat_source_init (DiapasonToTreatSource *self)
{
  self->stale = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->persons = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

static void
diapason_to_treat_source_class_init (DiapasonToTreatSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = diapason_to_treat_source_get_property;
  object_class->dispose = diapason_to_treat_source_dispose;
  object_class->finalize = diapason_to_treat_source_finalize;
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

DiapasonToTreatSource *
diapason_to_treat_source_new (DiapasonStore *store, GArray *weights)
{
  DiapasonToTreatSource *self = g_object_new (DIAPASON_TYPE_TO_TREAT_SOURCE, NULL);

  self->store = g_object_ref (store);
  self->weights = g_array_ref (weights);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

guint
diapason_to_treat_source_get_total (DiapasonToTreatSource *self)
{
  return self->total;
}

void
diapason_to_treat_source_set_weights (DiapasonToTreatSource *self, GArray *weights)
{
  g_array_ref (weights);
  g_array_unref (self->weights);
  self->weights = weights;
  self->anew = TRUE;
  self->rests_until = 0;
  emit_rows_changed (self, NULL);
}
