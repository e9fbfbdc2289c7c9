/* due-promises.h: the open promises for whoever is signed in, by the instant at which they are due:
 * a list of DiapasonRowItem with DiapasonWorkRecord.
 *
 * Thread: main; functions ending in _in_reader run on a reader. Lifetime: gone before the store.
 */
#pragma once

#include "store.h"
#include "work-record.h"

G_BEGIN_DECLS

#define DIAPASON_PROMISES_MOST 200 /* in the list */

#define DIAPASON_TYPE_DUE_PROMISES (diapason_due_promises_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonDuePromises, diapason_due_promises, DIAPASON, DUE_PROMISES, GObject)

/* Returns: (transfer full). */
DiapasonDuePromises *diapason_due_promises_new (DiapasonStore *store);

/* Borrowed. */
GListModel *diapason_due_promises_get_list (DiapasonDuePromises *promises);

G_END_DECLS
