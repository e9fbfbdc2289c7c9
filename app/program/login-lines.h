/* login-lines.h: logins given on standard input as SOURCE.FIELD=VALUE lines, for one run. Thread:
 * main, of a command without a window. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads @in to its end: at most 64 KiB of text, one field a line, empty lines between. A value goes
 * from the first = to the end of the line (LF or CRLF) as it is. Blocking. Errors:
 * DIAPASON_PROGRAM_ERROR_LOGINS, naming the line and nothing that was in it. Returns: (transfer
 * full) (element-type utf8 GHashTable) source to field to value. */
GHashTable *diapason_login_lines_read (GInputStream *in, GError **error);

G_END_DECLS
