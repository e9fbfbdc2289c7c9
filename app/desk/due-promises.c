/* due-promises.c: see due-promises.h. Asks again at most twice a second, and when one of them comes
 * due or a day begins: "tomorrow" is "today" then. */
#include "due-promises.h"

#include "entity.h"
#include "item-list.h"
#include "rank-state.h"
#include "scope.h"

#define REST 500 /* milliseconds between two readings */

struct _DiapasonDuePromises
{
  GObject parent_instance;

  DiapasonStore *store;    /* (owned) (nullable) disposed */
  DiapasonClock *rests_by; /* (owned) the machine's */
  DiapasonScope *scope;    /* (owned) of reading them */
  GListStore *list;        /* (owned) */
  guint rest;              /* of rests_by; 0: it may read */
  guint timer;             /* of the store's clock, until words about them change; 0: none */
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (DiapasonDuePromises, diapason_due_promises, G_TYPE_OBJECT)

static void read_promises (DiapasonDuePromises *self);

static gint64
now_of (DiapasonDuePromises *self)
{
  return diapason_clock_now (diapason_store_get_clock (self->store));
}

static gpointer
promises_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_rank_promises (database, DIAPASON_PROMISES_MOST, *(const gint64 *) data, error);
}

/* The next midnight here, in milliseconds UTC; 0 where the calendar does not reach. */
static gint64
next_midnight (gint64 now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autoptr (GDateTime) tomorrow = local != NULL ? g_date_time_add_days (local, 1) : NULL;
  g_autoptr (GDateTime) midnight = NULL;

  if (tomorrow != NULL)
    midnight =
        g_date_time_new_local (g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
                               g_date_time_get_day_of_month (tomorrow), 0, 0, 0);
  return midnight != NULL ? g_date_time_to_unix (midnight) * 1000 : 0;
}

static void
words_change_cb (gpointer data)
{
  DiapasonDuePromises *self = data;

  self->timer = 0;
  read_promises (self);
}

static void
cancel_timer (DiapasonDuePromises *self)
{
  if (self->timer != 0)
    diapason_clock_cancel (diapason_store_get_clock (self->store), self->timer);
  self->timer = 0;
}

static void
await_change (DiapasonDuePromises *self, GPtrArray *records)
{
  gint64 now = now_of (self);
  gint64 next = next_midnight (now);

  for (guint i = 0; i < records->len; i++)
    {
      const DiapasonWorkRecord *record = g_ptr_array_index (records, i);

      if (record != NULL && record->event->due_at > now &&
          (next == 0 || record->event->due_at < next))
        next = record->event->due_at;
    }
  cancel_timer (self);
  if (next > now && records->len > 0)
    self->timer = diapason_clock_after (diapason_store_get_clock (self->store),
                                        MIN (next - now, G_MAXINT), words_change_cb, self, NULL);
}

static void
promises_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records =
      diapason_store_read_finish (DIAPASON_STORE (object), result, &error);
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (DiapasonListed));
  DiapasonDuePromises *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (records == NULL)
    {
      g_warning ("What was promised could not be read: %s", error->message);
      return;
    }
  self = user_data;
  for (guint i = 0; i < records->len; i++)
    {
      DiapasonWorkRecord *record = g_ptr_array_index (records, i);
      DiapasonListed one;

      if (record == NULL)
        continue;
      one = (DiapasonListed){ record->event->id, diapason_work_record_ref (record) };
      g_array_append_val (listed, one);
    }
  diapason_item_list_set (self->list, listed, (GDestroyNotify) diapason_work_record_unref);
  await_change (self, records);
}

static void
rested_cb (gpointer data)
{
  DiapasonDuePromises *self = data;

  self->rest = 0;
  if (self->is_stale)
    read_promises (self);
}

static void
read_promises (DiapasonDuePromises *self)
{
  gint64 now = now_of (self);

  self->is_stale = self->rest != 0;
  if (self->is_stale)
    return;
  self->rest = diapason_clock_after (self->rests_by, REST, rested_cb, self, NULL);
  diapason_scope_restart (self->scope);
  diapason_store_read_async (self->store, DIAPASON_LANE_LIST, promises_in_reader,
                             g_memdup2 (&now, sizeof now), g_free,
                             (GDestroyNotify) g_ptr_array_unref,
                             diapason_scope_get_cancellable (self->scope), promises_read_cb, self);
}

static void
store_changed_cb (DiapasonDuePromises *self, DiapasonChangeSet *set)
{
  static const guint kinds[] = { DIAPASON_ENTITY_PROMISE, DIAPASON_ENTITY_INTERACTION,
                                 DIAPASON_KIND_PERSON, DIAPASON_KIND_PRIORITY,
                                 DIAPASON_KIND_SOURCE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (diapason_change_set_has_kind (set, kinds[i]))
      {
        read_promises (self);
        return;
      }
}

static void
diapason_due_promises_dispose (GObject *object)
{
  DiapasonDuePromises *self = DIAPASON_DUE_PROMISES (object);

  if (self->store != NULL)
    {
      cancel_timer (self);
      g_signal_handlers_disconnect_by_data (self->store, self);
    }
  if (self->rest != 0)
    diapason_clock_cancel (self->rests_by, self->rest);
  self->rest = 0;
  g_clear_pointer (&self->scope, diapason_scope_close);
  g_clear_object (&self->store);
  g_clear_object (&self->rests_by);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (diapason_due_promises_parent_class)->dispose (object);
}

static void
diapason_due_promises_init (DiapasonDuePromises *self)
{
  self->rests_by = diapason_clock_new ();
  self->scope = diapason_scope_new ();
  self->list = g_list_store_new (DIAPASON_TYPE_ROW_ITEM);
}

static void
diapason_due_promises_class_init (DiapasonDuePromisesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = diapason_due_promises_dispose;
}

DiapasonDuePromises *
diapason_due_promises_new (DiapasonStore *store)
{
  DiapasonDuePromises *self = g_object_new (DIAPASON_TYPE_DUE_PROMISES, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_promises (self);
  return self;
}

GListModel *
diapason_due_promises_get_list (DiapasonDuePromises *self)
{
  return G_LIST_MODEL (self->list);
}
