/* keys.h: which key each action has now: a person's own, or the usual one of the table. It gives
 * them to the application, and whoever shows one asks the application.
 *
 * A person's own are kept by GSettings, only those that differ. Of an own key and a usual one that
 * are the same, the own one wins and the other action has none.
 *
 * Signal: "changed": some are others now. Thread: main. Lifetime: no longer than the application.
 */
#pragma once

#include <gtk/gtk.h>

#include "key-table.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_KEYS (diapason_keys_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonKeys, diapason_keys, DIAPASON, KEYS, GObject)

/* @settings: (nullable): without them they stay as usual. Returns: (transfer full). */
DiapasonKeys *diapason_keys_new (GtkApplication *application, GSettings *settings);

/* The accelerator of the key @index of the table; NULL: none. Borrowed until they change. */
const char *diapason_keys_get (DiapasonKeys *keys, guint index);

/* Whether a person chose it. */
gboolean diapason_keys_is_own (DiapasonKeys *keys, guint index);

/* Gives the key @index, which can be changed, another accelerator. FALSE with a sentence in @error
 * (G_IO_ERROR) where it is another's, reserved, or cannot be kept; then nothing changes. */
gboolean diapason_keys_set (DiapasonKeys *keys,
                            guint index,
                            guint keyval,
                            GdkModifierType state,
                            GError **error);

/* The usual one again. FALSE with a sentence where another action has got it meanwhile. */
gboolean diapason_keys_reset (DiapasonKeys *keys, guint index, GError **error);
void diapason_keys_reset_all (DiapasonKeys *keys);

/* Shows in @label the key that @action has in the application of its window, from now on: "Ctrl+K",
 * or "—" for none. */
void diapason_keys_show (GtkLabel *label, const char *action);

/* "Ctrl+K"; NULL where @action has no key. Returns: (transfer full) (nullable). */
char *diapason_keys_name (GtkApplication *application, const char *action);

G_END_DECLS
