/* verbatim-details.h: what a verbatim of the history opens to: the whole words, the criteria, what
 * the customer allowed, and what it is about. Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

#include "records.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_VERBATIM_DETAILS (diapason_verbatim_details_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonVerbatimDetails,
                      diapason_verbatim_details,
                      DIAPASON,
                      VERBATIM_DETAILS,
                      GtkWidget)

/* @answers: (nullable) (element-type DiapasonAnswerRecord): not read yet. Returns: (transfer
 * floating). */
GtkWidget *diapason_verbatim_details_new (const DiapasonEventRecord *verbatim, GPtrArray *answers);

G_END_DECLS
