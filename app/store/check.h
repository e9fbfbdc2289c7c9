/* check.h: looks a cache through that was not closed well, a table at a time, beside everything
 * else: on its own thread with its own connection, and begun when the main loop has nothing better
 * to do.
 *
 * Internal to store. Thread: main. A cache that is found sound loses its mark "unchecked"; one that
 * was not looked through to the end keeps it for the next start.
 */
#pragma once

#include "store.h"

G_BEGIN_DECLS

typedef struct _DiapasonCheck DiapasonCheck;

/* Called on the checker's thread, at most once. */
typedef void (*DiapasonCheckFunc) (gpointer data);

/* @damaged with @data, which outlives it: damage was found. Returns: (transfer full), NULL with
 * @error when the file cannot be opened. */
DiapasonCheck *diapason_check_new (const char *folder,
                                   DiapasonClock *clock,
                                   GMainContext *context,
                                   DiapasonCheckFunc damaged,
                                   gpointer data,
                                   GError **error);

/* Ends it wherever it is. Blocking. */
void diapason_check_free (DiapasonCheck *check);

G_END_DECLS
