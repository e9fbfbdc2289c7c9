/* source-chip.h: one source in the footer: how it is doing in a few words, the whole sentence and
 * what can be done about it when pressed.
 *
 * Signals: "sign-in" (const char *source), "retry" (const char *source). Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_SOURCE_CHIP (diapason_source_chip_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonSourceChip, diapason_source_chip, DIAPASON, SOURCE_CHIP, GtkWidget)

/* Returns: (transfer floating). */
GtkWidget *diapason_source_chip_new (DiapasonDesk *desk, DiapasonSourceStatus *status);

G_END_DECLS
