/* source-row.h: one source: what it is called, where it answers, how it is doing, and what can be
 * done about it.
 *
 * Signals: "sign-in", "retry", "remove" (DiapasonSourceStatus *status). Thread: main.
 */
#pragma once

#include <adwaita.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_SOURCE_ROW (diapason_source_row_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonSourceRow,
                      diapason_source_row,
                      DIAPASON,
                      SOURCE_ROW,
                      AdwPreferencesRow)

/* Returns: (transfer floating). */
GtkWidget *diapason_source_row_new (DiapasonDesk *desk, DiapasonSourceStatus *status);

G_END_DECLS
