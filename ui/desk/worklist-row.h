/* worklist-row.h: one line of the worklist: a contact that goes on, a verbatim to treat, or a
 * promise. Shallow: a list binds hundreds of them. Thread: main. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"
#include "row-item.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_WORKLIST_ROW (diapason_worklist_row_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonWorklistRow, diapason_worklist_row, DIAPASON, WORKLIST_ROW, GtkWidget)

typedef enum
{
  DIAPASON_WORKLIST_CONTACT,  /* items with DiapasonContactRecord */
  DIAPASON_WORKLIST_VERBATIM, /* … DiapasonWorkRecord */
  DIAPASON_WORKLIST_PROMISE,
} DiapasonWorklistKind;

/* Returns: (transfer floating). */
GtkWidget *diapason_worklist_row_new (DiapasonDesk *desk, DiapasonWorklistKind kind);

/* Shows @item (nullable) and what becomes of it. */
void diapason_worklist_row_set_item (DiapasonWorklistRow *row, DiapasonRowItem *item);
DiapasonRowItem *diapason_worklist_row_get_item (DiapasonWorklistRow *row);

/* Of a contact: the key with Alt that chooses it, 1 to 9; 0: none. */
void diapason_worklist_row_set_key (DiapasonWorklistRow *row, guint key);

/* Says anew what depends on the time of day: for how long a contact goes on. */
void diapason_worklist_row_tick (DiapasonWorklistRow *row);

/* Of a contact: it came and was not brought up; the row says so. */
void diapason_worklist_row_set_unseen (DiapasonWorklistRow *row, gboolean unseen);

G_END_DECLS
