/* json-value.h: typed reading of a JSON tree, and writing one.
 *
 * json-glib's getters turn a wrong type silently into 0 or NULL; these report the path. Its parser
 * also lets through what the scanner refuses: parse only what diapason_json_check() passed
 * (diapason_json_value_parse() does that itself). Values are immutable and refcounted; a value
 * borrows nothing. Thread: a value belongs to the thread that parsed it.
 */
#pragma once

#include <gio/gio.h>

#include "json-scanner.h"

G_BEGIN_DECLS

typedef struct _DiapasonJsonValue DiapasonJsonValue;

typedef enum
{
  DIAPASON_JSON_NULL,
  DIAPASON_JSON_BOOLEAN,
  DIAPASON_JSON_INTEGER, /* fits int64 */
  DIAPASON_JSON_NUMBER,  /* has a fraction or exponent, or does not fit int64 */
  DIAPASON_JSON_STRING,
  DIAPASON_JSON_ARRAY,
  DIAPASON_JSON_OBJECT,
} DiapasonJsonType;

#define DIAPASON_JSON_MAX_VALUES                                                                   \
  250000 /* in one tree: each takes a hundred times its two bytes                                  \
          */

/* Checks and parses @bytes. Returns: (transfer full) or NULL with an error of json-scanner.h. */
DiapasonJsonValue *diapason_json_value_parse (const char *bytes, gsize length, GError **error);

/* A reusable parser for many small elements of an already checked page. Not thread safe. */
typedef struct _DiapasonJsonParser DiapasonJsonParser;
DiapasonJsonParser *diapason_json_parser_new (void);
void diapason_json_parser_free (DiapasonJsonParser *parser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonJsonParser, diapason_json_parser_free)

/* Parses one element. Returns: (transfer full) or NULL. */
DiapasonJsonValue *diapason_json_parser_parse (DiapasonJsonParser *parser,
                                               const DiapasonJsonSlice *slice,
                                               GError **error);

DiapasonJsonValue *diapason_json_value_ref (DiapasonJsonValue *value);
void diapason_json_value_unref (DiapasonJsonValue *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonJsonValue, diapason_json_value_unref)

/* What it is. */
DiapasonJsonType diapason_json_value_type (DiapasonJsonValue *value);

/* The value's place, like "$.auth.kind" or "$.items[3]", for sentences. Borrowed from @value. */
const char *diapason_json_value_path (DiapasonJsonValue *value);

/* The member @name of an object, or NULL (absent, or no object). Returns: (transfer full)
 * (nullable). */
DiapasonJsonValue *diapason_json_value_member (DiapasonJsonValue *value, const char *name);

/* Walks @path: members joined by dots, [N] for array elements ([-1]: the last), e.g.
 * "owner.ids[0]". Returns: (transfer full) (nullable). */
DiapasonJsonValue *diapason_json_value_at (DiapasonJsonValue *value, const char *path);

/* Shows @func the value at @path (NULL: there is none) while it runs, with no path and no reference
 * to be had: a third of the cost of diapason_json_value_at(), for a scalar that is only read. */
typedef void (*DiapasonJsonPeekFunc) (DiapasonJsonValue *value, gpointer data);
void diapason_json_value_peek (DiapasonJsonValue *value,
                               const char *path,
                               DiapasonJsonPeekFunc func,
                               gpointer data);

/* Number of elements of an array or members of an object; 0 for others. */
guint diapason_json_value_length (DiapasonJsonValue *value);
/* Returns: (transfer full) (nullable). */
DiapasonJsonValue *diapason_json_value_element (DiapasonJsonValue *value, guint index);
/* Names of an object's members in order. Returns: (transfer full) NULL-terminated. */
char **diapason_json_value_names (DiapasonJsonValue *value);

/* Typed getters over the member @name of @value. Errors: DIAPASON_CORE_ERROR_JSON_TYPE with the
 * path and what was found. `get` wants it there; `opt` takes absent and null for @fallback. */
gboolean diapason_json_get_string (DiapasonJsonValue *value,
                                   const char *name,
                                   char **out,
                                   GError **error);
gboolean diapason_json_get_integer (DiapasonJsonValue *value,
                                    const char *name,
                                    gint64 *out,
                                    GError **error);
gboolean diapason_json_get_boolean (DiapasonJsonValue *value,
                                    const char *name,
                                    gboolean *out,
                                    GError **error);
gboolean diapason_json_opt_string (DiapasonJsonValue *value,
                                   const char *name,
                                   const char *fallback,
                                   char **out,
                                   GError **error);
gboolean diapason_json_opt_integer (DiapasonJsonValue *value,
                                    const char *name,
                                    gint64 fallback,
                                    gint64 *out,
                                    GError **error);
gboolean diapason_json_opt_boolean (DiapasonJsonValue *value,
                                    const char *name,
                                    gboolean fallback,
                                    gboolean *out,
                                    GError **error);

/* The scalar itself. to_string gives strings as they are, integers in decimal, booleans
 * "true"/"false", numbers as written; NULL for null, arrays and objects. Returns: (transfer full)
 * (nullable). */
char *diapason_json_value_to_string (DiapasonJsonValue *value);
/* FALSE when it is not an integer (a number with a zero fraction counts, a decimal string does
 * not). */
gboolean diapason_json_value_to_integer (DiapasonJsonValue *value, gint64 *out);
/* FALSE when it is no number, or none that a double can hold. */
gboolean diapason_json_value_to_double (DiapasonJsonValue *value, double *out);
gboolean diapason_json_value_to_boolean (DiapasonJsonValue *value, gboolean *out);

/* Compact JSON text of any value. Returns: (transfer full). */
char *diapason_json_value_print (DiapasonJsonValue *value);

/* Writing: a small builder; closes in the order it was opened. Not thread safe. */
typedef struct _DiapasonJsonWriter DiapasonJsonWriter;
DiapasonJsonWriter *diapason_json_writer_new (gboolean pretty);
void diapason_json_writer_free (DiapasonJsonWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonJsonWriter, diapason_json_writer_free)
void diapason_json_writer_begin_object (
    DiapasonJsonWriter *writer,
    const char *name); /* name: NULL in arrays and at the root */
void diapason_json_writer_end_object (DiapasonJsonWriter *writer);
void diapason_json_writer_begin_array (DiapasonJsonWriter *writer, const char *name);
void diapason_json_writer_end_array (DiapasonJsonWriter *writer);
void diapason_json_writer_string (DiapasonJsonWriter *writer,
                                  const char *name,
                                  const char *text); /* NULL writes null */
void diapason_json_writer_integer (DiapasonJsonWriter *writer, const char *name, gint64 number);
void diapason_json_writer_boolean (DiapasonJsonWriter *writer, const char *name, gboolean truth);
/* Writes a value that was read, numbers as they were written. */
void diapason_json_writer_value (DiapasonJsonWriter *writer,
                                 const char *name,
                                 DiapasonJsonValue *value);
/* Returns: (transfer full), the text; the writer is empty afterwards. */
char *diapason_json_writer_finish (DiapasonJsonWriter *writer);

G_END_DECLS
