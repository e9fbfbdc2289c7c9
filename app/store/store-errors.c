/* store-errors.c: what SQLite and the system say, as sentences for a person.
 *
 * Pure functions, any thread.
 */
#include "store-errors.h"

#include <glib/gi18n-lib.h>

#include <errno.h>

#include "database-private.h"

G_DEFINE_QUARK (diapason-store-error-quark, diapason_store_error)

#define DAMAGED                                                                                    \
  N_("The local data is damaged and part of it cannot be read. Close the program and start it "   \
     "again: it puts a damaged file aside, fetches its rows again, and keeps what it can read "   \
     "of "                                                                                        \
     "what you wrote")

static const struct
{
  int code; /* SQLite's primary one */
  DiapasonStoreError error;
  const char *sentence;
} sentences[] = {
  { SQLITE_BUSY, DIAPASON_STORE_ERROR_BUSY,
    N_("The local data is in use by another program, so this could not be done now. Try again in "
       "a "
       "moment") },
  { SQLITE_LOCKED, DIAPASON_STORE_ERROR_BUSY,
    N_("The local data is in use by another program, so this could not be done now. Try again in "
       "a "
       "moment") },
  { SQLITE_FULL, DIAPASON_STORE_ERROR_FULL,
    N_("The disk is full, so nothing new can be kept; what was kept before is safe. Make room and "
       "try again") },
  { SQLITE_NOMEM, DIAPASON_STORE_ERROR_MEMORY,
    N_("This machine has no memory left, so this was not done; what was kept before is safe. "
       "Close what you do not need and try again") },
  { SQLITE_CORRUPT, DIAPASON_STORE_ERROR_CORRUPT, DAMAGED },
  { SQLITE_NOTADB, DIAPASON_STORE_ERROR_CORRUPT, DAMAGED },
  { SQLITE_IOERR, DIAPASON_STORE_ERROR_OPEN,
    N_("The disk could not be read or written, so this was not done. Check the disk and try "
       "again") },
  { SQLITE_CANTOPEN, DIAPASON_STORE_ERROR_OPEN,
    N_("A file of the local data could not be opened. Check that its folder can be read and "
       "written") },
  { SQLITE_READONLY, DIAPASON_STORE_ERROR_OPEN,
    N_("The local data can only be read here, so nothing was changed. Check who may write in its "
       "folder") },
  { SQLITE_PERM, DIAPASON_STORE_ERROR_OPEN,
    N_("The local data may not be opened by this login. Check whose the folder is") },
};

/* What is read or written may want for memory, too.
 *
 * Where a file cannot be made or made longer for want of room, or of a person's share of it, SQLite
 * says what it could not do, and only the system says why. */
static int
primary_code (sqlite3 *handle, int code)
{
  const int primary = code & 0xff;
  int reason;

  if (code == SQLITE_IOERR_NOMEM)
    return SQLITE_NOMEM;
  if (handle == NULL || (primary != SQLITE_IOERR && primary != SQLITE_CANTOPEN))
    return primary;
  reason = sqlite3_system_errno (handle);
  return reason == ENOSPC || reason == EDQUOT ? SQLITE_FULL : primary;
}

void
diapason_store_set_sqlite_error (GError **error, sqlite3 *handle, int code)
{
  const char *detail = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);
  const int primary = primary_code (handle, code);

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (sentences[i].code == primary)
      {
        g_set_error (error, DIAPASON_STORE_ERROR, sentences[i].error, "%s (%s).",
                     _ (sentences[i].sentence), detail);
        return;
      }
  g_set_error (
      error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_QUERY,
      _("The local data could not be read or written as it should (%s). What was there is "
        "unchanged; please report this."),
      detail);
}
