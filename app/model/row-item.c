/* row-item.c: an id, and the record of it once there is one.
 *
 * Thread: main. Lifetime: as long as GTK or a weak table's holder wants the row.
 */
#include "row-item.h"

struct _DiapasonRowItem
{
  GObject parent_instance;

  gint64 id;
  gpointer record;      /* (owned) (nullable) */
  GDestroyNotify unref; /* of record */
};

typedef enum
{
  PROP_ID = 1,
  PROP_RECORD,
} Property;

static GParamSpec *properties[PROP_RECORD + 1];

G_DEFINE_FINAL_TYPE (DiapasonRowItem, diapason_row_item, G_TYPE_OBJECT)

static void
clear_record (DiapasonRowItem *self)
{
  gpointer record = g_steal_pointer (&self->record);

  if (record != NULL && self->unref != NULL)
    self->unref (record);
}

static void
diapason_row_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DiapasonRowItem *self = DIAPASON_ROW_ITEM (object);

  switch ((Property) id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_RECORD:
      g_value_set_pointer (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_row_item_finalize (GObject *object)
{
  clear_record (DIAPASON_ROW_ITEM (object));
  G_OBJECT_CLASS (diapason_row_item_parent_class)->finalize (object);
}

static void
diapason_row_item_class_init (DiapasonRowItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = diapason_row_item_get_property;
  object_class->finalize = diapason_row_item_finalize;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RECORD] =
      g_param_spec_pointer ("record", NULL, NULL,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
diapason_row_item_init (DiapasonRowItem *self)
{
}

DiapasonRowItem *
diapason_row_item_new (gint64 id)
{
  DiapasonRowItem *self = g_object_new (DIAPASON_TYPE_ROW_ITEM, NULL);

  /* No construct property: a list makes hundreds of these for one frame. */
  self->id = id;
  return self;
}

gint64
diapason_row_item_get_id (DiapasonRowItem *self)
{
  g_return_val_if_fail (DIAPASON_IS_ROW_ITEM (self), 0);
  return self->id;
}

gpointer
diapason_row_item_get_record (DiapasonRowItem *self)
{
  g_return_val_if_fail (DIAPASON_IS_ROW_ITEM (self), NULL);
  return self->record;
}

void
diapason_row_item_take_record (DiapasonRowItem *self, gpointer record, GDestroyNotify unref)
{
  g_return_if_fail (DIAPASON_IS_ROW_ITEM (self));

  clear_record (self);
  self->record = record;
  self->unref = unref;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
