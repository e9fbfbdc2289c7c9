/* json-scanner.h: a small strict scanner that cuts the array of a page into its elements.
 *
 * It is aware of strings, escapes and depth, checks that the whole document closes and is nothing
 * more than one value (RFC 8259), and enforces limits, without building a tree: constant memory.
 * Pure functions over borrowed bytes, any thread.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_JSON_MAX_DEPTH        64
#define DIAPASON_JSON_MAX_ELEMENT_SIZE (8 * 1024 * 1024) /* bytes */
#define DIAPASON_JSON_MAX_ELEMENTS     500000

/* A part of the scanned bytes; borrowed from them. */
typedef struct
{
  const char *start;
  gsize length; /* bytes */
} DiapasonJsonSlice;

/* Checks that @bytes is one whole JSON value within the limits and valid UTF-8 (a leading
 * byte-order mark is skipped). Refused: quotes other than ", var, hexadecimal, NaN, a second root,
 * raw control characters in strings, \u0000, lone surrogates, duplicate keys among the first 64
 * members of any object. Errors: DIAPASON_CORE_ERROR_JSON_SYNTAX, _JSON_LIMIT, with the
 * byte offset in the sentence. */
gboolean diapason_json_check (const char *bytes, gsize length, GError **error);

/* The same, and on failure the place in @bytes is in *@out_byte, too. */
gboolean diapason_json_check_at (const char *bytes, gsize length, gsize *out_byte, GError **error);

/* The line, from 1, that the byte at @offset stands in. */
guint diapason_json_line_at (const char *bytes, gsize length, gsize offset);

/* The line, from 1, in which the value at @path ("$.items[3].name", as diapason_json_value_path()
 * has it) begins in checked @bytes; where there is none, that of what it would be in. */
guint diapason_json_line_of (const char *bytes, gsize length, const char *path);

/* Checks of @bytes only that they are one whole value within the limits: where each value begins
 * and ends is sure then, but not that its texts and names can be read. */
gboolean diapason_json_check_shape (const char *bytes, gsize length);

/* Finds the value at @path ("data.items", "" for the root; members only, joined by dots) in checked
 * @bytes. Returns FALSE when there is none (no error is set). */
gboolean diapason_json_find (const char *bytes,
                             gsize length,
                             const char *path,
                             DiapasonJsonSlice *out);

/* Cuts the array in @array into its elements. Returns: (transfer full) (element-type
 * DiapasonJsonSlice), or NULL with DIAPASON_CORE_ERROR_JSON_TYPE when it is no array, _JSON_LIMIT
 * when there are too many elements, or one is too large. */
GArray *diapason_json_cut_array (const DiapasonJsonSlice *array, GError **error);

G_END_DECLS
