/* source-status.c: properties that the sync engine sets and the footer watches.
 *
 * Thread: main. Lifetime: one for each source, as long as the engine knows the source.
 */
#include "source-status.h"

struct _DiapasonSourceStatus
{
  GObject parent_instance;

  char *name;  /* (owned) */
  char *label; /* (owned) */

  DiapasonSourceState state;
  guint fetched;
  guint come[DIAPASON_N_ENTITIES];
  gint64 in_sync_since;
  gint64 retry_at;
  char *sentence; /* (owned) (nullable) */
  gboolean live;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_LABEL,
  PROP_STATE,
  PROP_FETCHED,
  PROP_IN_SYNC_SINCE,
  PROP_RETRY_AT,
  PROP_SENTENCE,
  PROP_LIVE,
} Property;

static GParamSpec *properties[PROP_LIVE + 1];

G_DEFINE_FINAL_TYPE (DiapasonSourceStatus, diapason_source_status, G_TYPE_OBJECT)

static void
diapason_source_status_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DiapasonSourceStatus *self = DIAPASON_SOURCE_STATUS (object);

  switch ((Property) id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_FETCHED:
      g_value_set_uint (value, self->fetched);
      break;
    case PROP_IN_SYNC_SINCE:
      g_value_set_int64 (value, self->in_sync_since);
      break;
    case PROP_RETRY_AT:
      g_value_set_int64 (value, self->retry_at);
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    case PROP_LIVE:
      g_value_set_boolean (value, self->live);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_source_status_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  DiapasonSourceStatus *self = DIAPASON_SOURCE_STATUS (object);

  switch ((Property) id)
    {
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;
    case PROP_STATE:
    case PROP_FETCHED:
    case PROP_IN_SYNC_SINCE:
    case PROP_RETRY_AT:
    case PROP_SENTENCE:
    case PROP_LIVE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_source_status_finalize (GObject *object)
{
  DiapasonSourceStatus *self = DIAPASON_SOURCE_STATUS (object);

  g_free (self->name);
  g_free (self->label);
  g_free (self->sentence);
  G_OBJECT_CLASS (diapason_source_status_parent_class)->finalize (object);
}

static void
diapason_source_status_class_init (DiapasonSourceStatusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = diapason_source_status_get_property;
  object_class->set_property = diapason_source_status_set_property;
  object_class->finalize = diapason_source_status_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, construct);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, construct);
  properties[PROP_STATE] =
      g_param_spec_uint ("state", NULL, NULL, DIAPASON_SOURCE_NEW, DIAPASON_SOURCE_FAILING,
                         DIAPASON_SOURCE_NEW, readable);
  properties[PROP_FETCHED] = g_param_spec_uint ("fetched", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_IN_SYNC_SINCE] =
      g_param_spec_int64 ("in-sync-since", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_RETRY_AT] =
      g_param_spec_int64 ("retry-at", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, readable);
  properties[PROP_LIVE] = g_param_spec_boolean ("live", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
diapason_source_status_init (DiapasonSourceStatus *self)
{
}

static void
notify (DiapasonSourceStatus *self, Property property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

DiapasonSourceStatus *
diapason_source_status_new (const char *name, const char *label)
{
  return g_object_new (DIAPASON_TYPE_SOURCE_STATUS, "name", name, "label", label, NULL);
}

const char *
diapason_source_status_get_name (DiapasonSourceStatus *self)
{
  g_return_val_if_fail (DIAPASON_IS_SOURCE_STATUS (self), NULL);
  return self->name;
}

const char *
diapason_source_status_get_label (DiapasonSourceStatus *self)
{
  g_return_val_if_fail (DIAPASON_IS_SOURCE_STATUS (self), NULL);
  return self->label;
}

DiapasonSourceState
diapason_source_status_get_state (DiapasonSourceStatus *self)
{
  g_return_val_if_fail (DIAPASON_IS_SOURCE_STATUS (self), DIAPASON_SOURCE_NEW);
  return self->state;
}

guint
diapason_source_status_get_fetched (DiapasonSourceStatus *self)
{
  g_return_val_if_fail (DIAPASON_IS_SOURCE_STATUS (self), 0);
  return self->fetched;
}

guint
diapason_source_status_get_come (DiapasonSourceStatus *self, DiapasonEntity entity)
{
  g_return_val_if_fail (DIAPASON_IS_SOURCE_STATUS (self), 0);
  g_return_val_if_fail (entity < DIAPASON_N_ENTITIES, 0);
  return self->come[entity];
}

gint64
diapason_source_status_get_in_sync_since (DiapasonSourceStatus *self)
{
  g_return_val_if_fail (DIAPASON_IS_SOURCE_STATUS (self), 0);
  return self->in_sync_since;
}

gint64
diapason_source_status_get_retry_at (DiapasonSourceStatus *self)
{
  g_return_val_if_fail (DIAPASON_IS_SOURCE_STATUS (self), 0);
  return self->retry_at;
}

const char *
diapason_source_status_get_sentence (DiapasonSourceStatus *self)
{
  g_return_val_if_fail (DIAPASON_IS_SOURCE_STATUS (self), NULL);
  return self->sentence;
}

gboolean
diapason_source_status_get_live (DiapasonSourceStatus *self)
{
  g_return_val_if_fail (DIAPASON_IS_SOURCE_STATUS (self), FALSE);
  return self->live;
}

void
diapason_source_status_set_state (DiapasonSourceStatus *self,
                                  DiapasonSourceState state,
                                  const char *sentence)
{
  g_return_if_fail (DIAPASON_IS_SOURCE_STATUS (self));

  gboolean state_differs = self->state != state;
  gboolean sentence_differs = g_strcmp0 (self->sentence, sentence) != 0;
  g_autofree char *old_sentence G_GNUC_UNUSED =
      sentence_differs ? g_steal_pointer (&self->sentence) : NULL;

  self->state = state;
  if (sentence_differs)
    self->sentence = g_strdup (sentence);
  /* A handler of either sees both as they now are. */
  if (state_differs)
    notify (self, PROP_STATE);
  if (sentence_differs)
    notify (self, PROP_SENTENCE);
}

void
diapason_source_status_set_fetched (DiapasonSourceStatus *self, guint fetched)
{
  g_return_if_fail (DIAPASON_IS_SOURCE_STATUS (self));

  if (self->fetched == fetched)
    return;
  self->fetched = fetched;
  notify (self, PROP_FETCHED);
}

void
diapason_source_status_add_come (DiapasonSourceStatus *self, DiapasonEntity entity, guint n)
{
  g_return_if_fail (DIAPASON_IS_SOURCE_STATUS (self));
  g_return_if_fail (entity < DIAPASON_N_ENTITIES);

  self->come[entity] += n;
}

void
diapason_source_status_set_in_sync_since (DiapasonSourceStatus *self, gint64 at)
{
  g_return_if_fail (DIAPASON_IS_SOURCE_STATUS (self));

  if (self->in_sync_since == at)
    return;
  self->in_sync_since = at;
  notify (self, PROP_IN_SYNC_SINCE);
}

void
diapason_source_status_set_retry_at (DiapasonSourceStatus *self, gint64 at)
{
  g_return_if_fail (DIAPASON_IS_SOURCE_STATUS (self));

  if (self->retry_at == at)
    return;
  self->retry_at = at;
  notify (self, PROP_RETRY_AT);
}

void
diapason_source_status_set_live (DiapasonSourceStatus *self, gboolean live)
{
  g_return_if_fail (DIAPASON_IS_SOURCE_STATUS (self));

  if (self->live == live)
    return;
  self->live = live;
  notify (self, PROP_LIVE);
}
