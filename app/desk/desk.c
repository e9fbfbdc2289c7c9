/* desk.c: the service itself: what it stands on, and its news. See desk.h. */
#include "desk-private.h"
#include "windowed-list.h"

#define FIRST_SHOWN 16 /* rows of a list that a window shows at once */

enum
{
  PERSONS_CHANGED,
  FIGURES_CHANGED,
  PRESENCE_CHANGED,
  SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DiapasonDesk, diapason_desk, G_TYPE_OBJECT)

static void
store_changed_cb (DiapasonDesk *self, DiapasonChangeSet *set)
{
  if (diapason_change_set_has_kind (set, DIAPASON_KIND_PERSON))
    g_signal_emit (self, signals[PERSONS_CHANGED], 0, set);
  if (diapason_change_set_has_kind (set, DIAPASON_KIND_KPI) ||
      diapason_change_set_has_kind (set, DIAPASON_ENTITY_SURVEY_COUNT) ||
      diapason_change_set_has_kind (set, DIAPASON_ENTITY_PROMISE) ||
      diapason_change_set_has_kind (set, DIAPASON_ENTITY_VERBATIM) ||
      diapason_change_set_has_kind (set, DIAPASON_ENTITY_ADVISER) ||
      diapason_change_set_has_kind (set, DIAPASON_KIND_SOURCE))
    g_signal_emit (self, signals[FIGURES_CHANGED], 0);
  if (diapason_change_set_has_kind (set, DIAPASON_ENTITY_PRESENCE) ||
      diapason_change_set_has_kind (set, DIAPASON_ENTITY_PRESENCE_CHANNEL) ||
      diapason_change_set_has_kind (set, DIAPASON_KIND_SOURCE))
    g_signal_emit (self, signals[PRESENCE_CHANGED], 0);
}

static void
derive_idle_cb (DiapasonDesk *self)
{
  if (diapason_derive_get_idle (self->derive))
    g_signal_emit (self, signals[SETTLED], 0);
}

static void
diapason_desk_dispose (GObject *object)
{
  DiapasonDesk *self = DIAPASON_DESK (object);

  diapason_desk_end_work (self);
  g_clear_pointer (&self->policy, diapason_policy_unref);
  g_clear_object (&self->sources);
  g_clear_object (&self->engine);
  g_clear_object (&self->derive);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (diapason_desk_parent_class)->dispose (object);
}

static void
diapason_desk_finalize (GObject *object)
{
  DiapasonDesk *self = DIAPASON_DESK (object);

  g_ptr_array_unref (self->leaders);
  g_free (self->sources_folder);
  G_OBJECT_CLASS (diapason_desk_parent_class)->finalize (object);
}

static void
diapason_desk_init (DiapasonDesk *self)
{
  self->leaders = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
diapason_desk_class_init (DiapasonDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = diapason_desk_dispose;
  G_OBJECT_CLASS (klass)->finalize = diapason_desk_finalize;
  signals[PERSONS_CHANGED] =
      g_signal_new ("persons-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FIGURES_CHANGED] = g_signal_new ("figures-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PRESENCE_CHANGED] = g_signal_new ("presence-changed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

DiapasonDesk *
diapason_desk_new (DiapasonStore *store, DiapasonDerive *derive, DiapasonSyncEngine *engine)
{
  DiapasonDesk *self = g_object_new (DIAPASON_TYPE_DESK, NULL);

  self->store = g_object_ref (store);
  g_set_object (&self->derive, derive);
  g_set_object (&self->engine, engine);
  if (engine != NULL)
    self->sources = g_object_ref (diapason_sync_engine_get_statuses (engine));
  else
    self->sources = G_LIST_MODEL (g_list_store_new (DIAPASON_TYPE_SOURCE_STATUS));
  /* After those who read who is on the line: what is shown of somebody else need not be read anew
   * before who calls now. */
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  if (derive != NULL)
    g_signal_connect_object (derive, "notify::idle", G_CALLBACK (derive_idle_cb), self,
                             G_CONNECT_SWAPPED);
  return self;
}

void
diapason_desk_set_policy (DiapasonDesk *self, DiapasonPolicy *policy)
{
  g_clear_pointer (&self->policy, diapason_policy_unref);
  self->policy = diapason_policy_ref (policy);
}

void
diapason_desk_set_sources_folder (DiapasonDesk *self, const char *folder)
{
  g_free (self->sources_folder);
  self->sources_folder = g_strdup (folder);
}

DiapasonPolicy *
diapason_desk_get_policy (DiapasonDesk *self)
{
  if (self->policy == NULL)
    self->policy = diapason_policy_load (NULL);
  return self->policy;
}

gint64
diapason_desk_now (DiapasonDesk *self)
{
  return diapason_clock_now (diapason_store_get_clock (self->store));
}

/* Reading */

typedef struct
{
  GTask *task; /* (owned) */
  GDestroyNotify result_free;
} Reading;

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (GTask) task = reading->task;
  g_autoptr (GError) error = NULL;
  gpointer value = diapason_store_read_finish (DIAPASON_STORE (object), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, value, reading->result_free);
}

void
diapason_desk_read (DiapasonDesk *self,
                    DiapasonLane lane,
                    DiapasonReadFunc func,
                    gpointer data,
                    GDestroyNotify data_free,
                    GDestroyNotify result_free,
                    gpointer source_tag,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->task = g_task_new (self, cancellable, callback, user_data);
  reading->result_free = result_free;
  g_task_set_source_tag (reading->task, source_tag);
  diapason_store_read_async (self->store, lane, func, data, data_free, result_free, cancellable,
                             read_cb, reading);
}

GListModel *
diapason_desk_list_new (DiapasonTimelineSource *source)
{
  /* How often a list may ask is no matter of the day that the store believes it is. */
  g_autoptr (DiapasonClock) clock = diapason_clock_new ();
  DiapasonWindowedList *list = diapason_windowed_list_new (DIAPASON_ROW_SOURCE (source), clock);

  diapason_windowed_list_read_ahead (list, FIRST_SHOWN);
  return G_LIST_MODEL (list);
}
