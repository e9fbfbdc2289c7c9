/* schema.h: what the two files look like, and the way there from every version ever released.
 *
 * Step N of a file is the resource sql/000N-cache.sql or sql/000N-work.sql, run in one transaction
 * together with the new user_version. A released step never changes. Internal to store. Thread:
 * whoever opens.
 */
#pragma once

#include <sqlite3.h>

#include "store.h"

G_BEGIN_DECLS

/* "DPNC" or "DPNW" as SQLite's application_id. */
gint64 diapason_schema_application_id (DiapasonFile file);

/* The version this program makes and understands. */
gint64 diapason_schema_version (DiapasonFile file);

/* Brings the file from its user_version to @version. Errors: DIAPASON_STORE_ERROR; the file is then
 * at the last step that was done whole. */
gboolean diapason_schema_migrate (sqlite3 *handle,
                                  DiapasonFile file,
                                  gint64 version,
                                  GError **error);

/* Reads the one integer that @sql answers with. FALSE with SQLite's code in @code. */
gboolean diapason_schema_read_integer (sqlite3 *handle, const char *sql, gint64 *out, int *code);

/* What a file says of itself. */
typedef struct
{
  gint64 application_id;
  gint64 version;
  gint64 tables;
} DiapasonMarks;

/* Of the file that @handle knows as @schema. */
gboolean diapason_schema_read_marks (sqlite3 *handle,
                                     const char *schema,
                                     DiapasonMarks *marks,
                                     GError **error);

/* A file of no length opens as a valid database with nothing in it, and so does one whose making
 * was cut. */
gboolean diapason_schema_is_blank (const DiapasonMarks *marks);

/* FALSE with DIAPASON_STORE_ERROR_FOREIGN: @path is of another program, or of a newer version. */
gboolean diapason_schema_check_marks (const DiapasonMarks *marks,
                                      DiapasonFile file,
                                      const char *path,
                                      GError **error);

G_END_DECLS
