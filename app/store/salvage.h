/* salvage.h: what can still be read of a damaged work.db, row by row, into a new one.
 *
 * Internal to store. Blocking; thread: whoever opens the store. Nothing is kept.
 */
#pragma once

#include <sqlite3.h>

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  guint kept;         /* rows */
  guint lost;         /* rows that were there, or may have been, and cannot be read */
  gboolean more_lost; /* others too, nobody knows how many */
  gboolean starved;   /* there was no memory, and what is said above is not so */
} DiapasonSalvage;

/* Copies into the tables of @to, which is of today's version and empty, what @from has of them.
 * What cannot be read is counted and no error. Errors: DIAPASON_STORE_ERROR, of @to alone, or
 * DIAPASON_STORE_ERROR_MEMORY. */
gboolean diapason_salvage_rows (sqlite3 *from, sqlite3 *to, DiapasonSalvage *out, GError **error);

/* What is to be told: @path was damaged and is now at @aside. Returns: (transfer full). */
char *diapason_salvage_sentence (const DiapasonSalvage *salvage,
                                 const char *path,
                                 const char *aside);

G_END_DECLS
