/* message-row.h: one message of an interaction: who, when, and the words as they were written.
 * Thread: main. */
#pragma once

#include <gtk/gtk.h>

#include "records.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_MESSAGE_ROW (diapason_message_row_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonMessageRow, diapason_message_row, DIAPASON, MESSAGE_ROW, GtkWidget)

/* Returns: (transfer floating). */
GtkWidget *diapason_message_row_new (const DiapasonMessageRecord *message);

G_END_DECLS
