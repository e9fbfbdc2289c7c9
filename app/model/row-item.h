/* row-item.h: the object a list hands to GTK for one row.
 *
 * It has an id from the start and a record once a reader brought it; "record" is notified then, and
 * again when the row changed. Thread: main.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_TYPE_ROW_ITEM (diapason_row_item_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonRowItem, diapason_row_item, DIAPASON, ROW_ITEM, GObject)

DiapasonRowItem *diapason_row_item_new (gint64 id);
/* The id it was made with: a record id of the cache. */
gint64 diapason_row_item_get_id (DiapasonRowItem *item);

/* The record (a refcounted one of records.h), or NULL while it is not here. Borrowed. */
gpointer diapason_row_item_get_record (DiapasonRowItem *item);

/* Takes @record (nullable), released with @unref; notifies "record". */
void diapason_row_item_take_record (DiapasonRowItem *item, gpointer record, GDestroyNotify unref);

G_END_DECLS
