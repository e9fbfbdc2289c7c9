/* item-list.h: a short list of DiapasonRowItem that is made of what was read, telling only what
 * differs. Thread: main. */
#pragma once

#include "row-item.h"

G_BEGIN_DECLS

/* One record on its way into the list. */
typedef struct
{
  gint64 id;
  gpointer record; /* (transfer full) */
} DiapasonListed;

/* Makes @list hold @listed (element-type DiapasonListed, no id twice) in that order; the same id
 * keeps its item, which takes the record. As few items move as can. @unref releases records. */
void diapason_item_list_set (GListStore *list, GArray *listed, GDestroyNotify unref);

/* Whether @id is in @list. */
gboolean diapason_item_list_has (GListModel *list, gint64 id);

G_END_DECLS
