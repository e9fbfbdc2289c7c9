/* live-contacts.c: see live-contacts.h. Asks again when something changed, and once when the first
 * of them is left over. */
#include "live-contacts.h"

#include "contact-read.h"
#include "entity.h"
#include "item-list.h"
#include "priority-read.h"
#include "scope.h"

struct _DiapasonLiveContacts
{
  GObject parent_instance;

  DiapasonStore *store; /* (owned) (nullable) disposed */
  DiapasonScope *scope; /* (owned) of reading them */
  GListStore *list;     /* (owned) */
  guint more;           /* beyond the list */
  gint64 from;          /* what began before was there, if not in the list */
  guint timer;          /* of the store's clock, until the first is left over; 0: none */
  gboolean known;
  gboolean is_reading;
  gboolean is_stale; /* something changed since it began to read */
};

enum
{
  PROP_KNOWN = 1,
  PROP_MORE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint began_signal;

G_DEFINE_FINAL_TYPE (DiapasonLiveContacts, diapason_live_contacts, G_TYPE_OBJECT)

static void read_contacts (DiapasonLiveContacts *self);

static gpointer
contacts_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_contacts_read (database, *(const gint64 *) data, error);
}

/* Those that are new. At the start only the last: somebody speaks with one at a time. */
static GPtrArray *
find_new (DiapasonLiveContacts *self, GPtrArray *contacts)
{
  GPtrArray *found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_contact_record_unref);

  for (guint i = 0; i < contacts->len; i++)
    {
      DiapasonContactRecord *contact = g_ptr_array_index (contacts, i);

      if (!diapason_item_list_has (G_LIST_MODEL (self->list), contact->id) &&
          contact->began_at >= self->from && (self->known || i == contacts->len - 1))
        g_ptr_array_add (found, diapason_contact_record_ref (contact));
    }
  return found;
}

static void
set_more (DiapasonLiveContacts *self, const DiapasonContactsNow *now)
{
  const DiapasonContactRecord *first = now->more > 0 ? g_ptr_array_index (now->contacts, 0) : NULL;

  self->from = first != NULL ? first->began_at : G_MININT64;
  if (self->more == now->more)
    return;
  self->more = now->more;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MORE]);
}

static void
left_over_cb (gpointer data)
{
  DiapasonLiveContacts *self = data;

  self->timer = 0;
  read_contacts (self);
}

static void
cancel_timer (DiapasonLiveContacts *self)
{
  if (self->timer != 0)
    diapason_clock_cancel (diapason_store_get_clock (self->store), self->timer);
  self->timer = 0;
}

static void
await_left_over (DiapasonLiveContacts *self, gint64 oldest)
{
  DiapasonClock *clock = diapason_store_get_clock (self->store);
  gint64 left = oldest + DIAPASON_LIVE_MS - diapason_clock_now (clock);

  cancel_timer (self);
  if (oldest != 0)
    self->timer = diapason_clock_after (clock, CLAMP (left, 1, G_MAXINT), left_over_cb, self, NULL);
}

static void
take_contacts (DiapasonLiveContacts *self, GPtrArray *contacts)
{
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (DiapasonListed));
  g_autoptr (GPtrArray) found = find_new (self, contacts);
  gboolean was_known = self->known;

  for (guint i = 0; i < contacts->len; i++)
    {
      DiapasonContactRecord *contact = g_ptr_array_index (contacts, i);
      const DiapasonListed one = { contact->id, diapason_contact_record_ref (contact) };

      g_array_append_val (listed, one);
    }
  self->known = TRUE;
  diapason_item_list_set (self->list, listed, (GDestroyNotify) diapason_contact_record_unref);
  for (guint i = 0; i < found->len; i++)
    g_signal_emit (self, began_signal, 0, g_ptr_array_index (found, i));
  if (!was_known)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KNOWN]);
}

static void
contacts_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonContactsNow) now =
      diapason_store_read_finish (DIAPASON_STORE (object), result, &error);
  g_autoptr (DiapasonLiveContacts) self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = g_object_ref (user_data);
  self->is_reading = FALSE;
  if (now != NULL)
    {
      take_contacts (self, now->contacts);
      set_more (self, now);
      if (self->store != NULL)
        await_left_over (self, now->oldest);
    }
  else
    g_warning ("Who is on the line could not be read: %s", error->message);
  if (self->is_stale && self->store != NULL)
    read_contacts (self);
}

static void
read_contacts (DiapasonLiveContacts *self)
{
  gint64 now = diapason_clock_now (diapason_store_get_clock (self->store));

  self->is_stale = self->is_reading;
  if (self->is_reading)
    return;
  self->is_reading = TRUE;
  diapason_store_read_async (self->store, DIAPASON_LANE_FAST, contacts_in_reader,
                             g_memdup2 (&now, sizeof now), g_free,
                             (GDestroyNotify) diapason_contacts_now_free,
                             diapason_scope_get_cancellable (self->scope), contacts_read_cb, self);
}

static void
store_changed_cb (DiapasonLiveContacts *self, DiapasonChangeSet *set)
{
  if (diapason_change_set_has_kind (set, DIAPASON_ENTITY_INTERACTION) ||
      diapason_change_set_has_kind (set, DIAPASON_ENTITY_MESSAGE) ||
      diapason_change_set_has_kind (set, DIAPASON_KIND_PERSON) ||
      diapason_change_set_has_kind (set, DIAPASON_KIND_SOURCE))
    read_contacts (self);
}

static void
diapason_live_contacts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DiapasonLiveContacts *self = DIAPASON_LIVE_CONTACTS (object);

  switch (id)
    {
    case PROP_KNOWN:
      g_value_set_boolean (value, self->known);
      break;
    case PROP_MORE:
      g_value_set_uint (value, self->more);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_live_contacts_dispose (GObject *object)
{
  DiapasonLiveContacts *self = DIAPASON_LIVE_CONTACTS (object);

  if (self->store != NULL)
    {
      cancel_timer (self);
      g_signal_handlers_disconnect_by_data (self->store, self);
    }
  g_clear_pointer (&self->scope, diapason_scope_close);
  g_clear_object (&self->store);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (diapason_live_contacts_parent_class)->dispose (object);
}

static void
diapason_live_contacts_init (DiapasonLiveContacts *self)
{
  self->scope = diapason_scope_new ();
  self->list = g_list_store_new (DIAPASON_TYPE_ROW_ITEM);
  self->from = G_MININT64;
}

static void
diapason_live_contacts_class_init (DiapasonLiveContactsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = diapason_live_contacts_get_property;
  object_class->dispose = diapason_live_contacts_dispose;
  properties[PROP_KNOWN] =
      g_param_spec_boolean ("known", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MORE] = g_param_spec_uint ("more", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  began_signal = g_signal_new ("began", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

DiapasonLiveContacts *
diapason_live_contacts_new (DiapasonStore *store)
{
  DiapasonLiveContacts *self = g_object_new (DIAPASON_TYPE_LIVE_CONTACTS, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_contacts (self);
  return self;
}

GListModel *
diapason_live_contacts_get_list (DiapasonLiveContacts *self)
{
  return G_LIST_MODEL (self->list);
}

guint
diapason_live_contacts_get_more (DiapasonLiveContacts *self)
{
  return self->more;
}

gboolean
diapason_live_contacts_get_known (DiapasonLiveContacts *self)
{
  return self->known;
}
