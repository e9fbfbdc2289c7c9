/* work.c: see work.h. The challenge that was chosen is read from and kept in work.db. */
#include "work-private.h"

#include "choice.h"
#include "due-promises.h"
#include "live-contacts.h"
#include "policy.h"
#include "to-treat-source.h"
#include "windowed-list.h"

#define CHOICE "challenge"

struct _DiapasonWork
{
  GObject parent_instance;

  DiapasonStore *store;           /* (owned) (nullable) disposed */
  DiapasonScope *scope;           /* (owned) */
  DiapasonLiveContacts *contacts; /* (owned) */
  DiapasonDuePromises *promises;  /* (owned) */
  DiapasonPolicy *policy;         /* (owned) */
  guint challenge;
  DiapasonToTreatSource *source; /* (owned) (nullable) not ready yet */
  GListModel *to_treat;          /* (owned) (nullable) likewise */
};

enum
{
  PROP_CHALLENGE = 1,
  PROP_KNOWS_CONTACTS,
  PROP_MORE_CONTACTS,
  PROP_READY,
  PROP_TOTAL,
  N_PROPS,
};

enum
{
  CONTACT_BEGAN,
  LED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DiapasonWork, diapason_work, G_TYPE_OBJECT)

static const DiapasonChallenge *
challenge_at (DiapasonWork *self, guint i)
{
  return g_ptr_array_index (self->policy->challenges.all, i);
}

/* The challenge */

static gboolean
keep_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  return diapason_choice_set (database, CHOICE, data, error);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!diapason_store_write_finish (DIAPASON_STORE (source), result, &error))
    g_warning ("The chosen challenge is not remembered: %s", error->message);
}

void
diapason_work_set_challenge (DiapasonWork *self, guint challenge)
{
  g_return_if_fail (DIAPASON_IS_WORK (self) && self->to_treat != NULL);

  if (challenge == self->challenge || challenge >= self->policy->challenges.all->len)
    return;
  self->challenge = challenge;
  diapason_store_write_async (self->store, DIAPASON_FILE_WORK, DIAPASON_PRIORITY_PERSON,
                              keep_in_writer, g_strdup (challenge_at (self, challenge)->id), g_free,
                              kept_cb, NULL);
  diapason_to_treat_source_set_weights (self->source, challenge_at (self, challenge)->weights);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHALLENGE]);
}

static gpointer
choice_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_choice_get (database, CHOICE, error);
}

static void
total_changed_cb (DiapasonWork *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
}

static void
begin (DiapasonWork *self)
{
  /* How often a list may ask is no matter of the day that the store believes it is. */
  g_autoptr (DiapasonClock) clock = diapason_clock_new ();

  self->source =
      diapason_to_treat_source_new (self->store, challenge_at (self, self->challenge)->weights);
  g_signal_connect_object (self->source, "notify::total", G_CALLBACK (total_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->to_treat =
      G_LIST_MODEL (diapason_windowed_list_new (DIAPASON_ROW_SOURCE (self->source), clock));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
choice_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = diapason_store_read_finish (DIAPASON_STORE (source), result, &error);
  DiapasonWork *self;
  const DiapasonChallenge *chosen;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  chosen = diapason_policy_challenge (self->policy, id);
  for (guint i = 0; i < self->policy->challenges.all->len; i++)
    if (challenge_at (self, i) == chosen)
      self->challenge = i;
  begin (self);
}

/* GObject */

static void
contact_began_cb (DiapasonWork *self, DiapasonContactRecord *contact)
{
  g_signal_emit (self, signals[CONTACT_BEGAN], 0, contact->person, contact->id);
}

static void
contacts_known_cb (DiapasonWork *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KNOWS_CONTACTS]);
}

static void
more_contacts_cb (DiapasonWork *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MORE_CONTACTS]);
}

static void
diapason_work_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DiapasonWork *self = DIAPASON_WORK (object);

  switch (id)
    {
    case PROP_CHALLENGE:
      g_value_set_uint (value, self->challenge);
      break;
    case PROP_KNOWS_CONTACTS:
      g_value_set_boolean (value, diapason_work_knows_contacts (self));
      break;
    case PROP_MORE_CONTACTS:
      g_value_set_uint (value, diapason_work_get_more_contacts (self));
      break;
    case PROP_READY:
      g_value_set_boolean (value, diapason_work_get_ready (self));
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, diapason_work_get_total (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_work_dispose (GObject *object)
{
  DiapasonWork *self = DIAPASON_WORK (object);

  g_clear_pointer (&self->scope, diapason_scope_close);
  g_clear_object (&self->to_treat);
  g_clear_object (&self->source);
  g_clear_object (&self->contacts);
  g_clear_object (&self->promises);
  g_clear_pointer (&self->policy, diapason_policy_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (diapason_work_parent_class)->dispose (object);
}

static void
diapason_work_init (DiapasonWork *self)
{
  self->scope = diapason_scope_new ();
}

static void
diapason_work_class_init (DiapasonWorkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = diapason_work_get_property;
  object_class->dispose = diapason_work_dispose;
  properties[PROP_CHALLENGE] = g_param_spec_uint ("challenge", NULL, NULL, 0, G_MAXUINT, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_KNOWS_CONTACTS] =
      g_param_spec_boolean ("knows-contacts", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MORE_CONTACTS] = g_param_spec_uint ("more-contacts", NULL, NULL, 0, G_MAXUINT, 0,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READY] =
      g_param_spec_boolean ("ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CONTACT_BEGAN] = g_signal_new ("contact-began", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[LED] = g_signal_new ("led", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_INT64);
}

DiapasonWork *
diapason_work_new (DiapasonStore *store, DiapasonPolicy *policy)
{
  DiapasonWork *self = g_object_new (DIAPASON_TYPE_WORK, NULL);

  self->store = g_object_ref (store);
  self->policy = diapason_policy_ref (policy);
  self->contacts = diapason_live_contacts_new (store);
  self->promises = diapason_due_promises_new (store);
  g_signal_connect_object (self->contacts, "began", G_CALLBACK (contact_began_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->contacts, "notify::known", G_CALLBACK (contacts_known_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->contacts, "notify::more", G_CALLBACK (more_contacts_cb), self,
                           G_CONNECT_SWAPPED);
  diapason_store_read_async (store, DIAPASON_LANE_FAST, choice_in_reader, NULL, NULL, g_free,
                             diapason_scope_get_cancellable (self->scope), choice_read_cb, self);
  return self;
}

GListModel *
diapason_work_get_contacts (DiapasonWork *self)
{
  return diapason_live_contacts_get_list (self->contacts);
}

guint
diapason_work_get_more_contacts (DiapasonWork *self)
{
  return diapason_live_contacts_get_more (self->contacts);
}

gboolean
diapason_work_knows_contacts (DiapasonWork *self)
{
  return diapason_live_contacts_get_known (self->contacts);
}

void
diapason_work_lead (DiapasonWork *self, gint64 person)
{
  g_signal_emit (self, signals[LED], 0, person);
}

GListModel *
diapason_work_get_to_treat (DiapasonWork *self)
{
  return self->to_treat;
}

GListModel *
diapason_work_get_promises (DiapasonWork *self)
{
  return diapason_due_promises_get_list (self->promises);
}

gboolean
diapason_work_get_ready (DiapasonWork *self)
{
  return self->to_treat != NULL;
}

guint
diapason_work_get_total (DiapasonWork *self)
{
  return self->source != NULL ? diapason_to_treat_source_get_total (self->source) : 0;
}

char **
diapason_work_get_challenges (DiapasonWork *self)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  for (guint i = 0; i < self->policy->challenges.all->len; i++)
    g_strv_builder_add (labels, diapason_policy_text_in (&challenge_at (self, i)->label,
                                                         g_get_language_names ()));
  return g_strv_builder_end (labels);
}

guint
diapason_work_get_challenge (DiapasonWork *self)
{
  return self->challenge;
}
