/* shape.h: reading a description strictly: the first thing that is wrong is kept, with its JSON
 * path, and all that is read afterwards gives nothing. So the readers of a description need no
 * error path of their own.
 *
 *   g_auto (DiapasonShape) shape = { 0 };
 *   char *name = diapason_shape_text (&shape, object, "name", TRUE);
 *   …
 *   return diapason_shape_is_good (&shape, error);
 *
 * The sentences are in the language of whoever reads them. A value on the stack of one thread.
 */
#pragma once

#include <gio/gio.h>

#include "json-value.h"

G_BEGIN_DECLS

typedef struct
{
  GError *complaint; /* (owned) (nullable) the first: DIAPASON_CORE_ERROR_SHAPE */
  guint line;        /* where in `text` that is, from 1; 0: unknown */
  const char *text;  /* (borrowed) (nullable) what diapason_shape_parse() was given */
  gsize length;      /* bytes */
} DiapasonShape;

void diapason_shape_clear (DiapasonShape *shape);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DiapasonShape, diapason_shape_clear)

/* Parses @text, which has to stay while @shape is used, so that a complaint knows its line. NULL
 * with a complaint. Returns: (transfer full). */
DiapasonJsonValue *diapason_shape_parse (DiapasonShape *shape, const char *text, gsize length);

/* TRUE without a complaint; else moves it to @error. `line` stays. */
gboolean diapason_shape_is_good (DiapasonShape *shape, GError **error);

/* Complains about @at, or about its member @name (nullable): "$.streams[2].map: …". */
void diapason_shape_complain (DiapasonShape *shape,
                              DiapasonJsonValue *at,
                              const char *name,
                              const char *format,
                              ...) G_GNUC_PRINTF (4, 5);

/* Whether @value is an object of no other members than @members (NULL-terminated; NULL: any). */
gboolean diapason_shape_object (DiapasonShape *shape,
                                DiapasonJsonValue *value,
                                const char *const *members);

/* The member @name when it is an object or an array, or NULL. Returns: (transfer full). */
DiapasonJsonValue *diapason_shape_member (DiapasonShape *shape,
                                          DiapasonJsonValue *object,
                                          const char *name,
                                          gboolean required);
DiapasonJsonValue *diapason_shape_array (DiapasonShape *shape,
                                         DiapasonJsonValue *object,
                                         const char *name,
                                         gboolean required);

/* The member @name as a text that is not empty, or NULL. Returns: (transfer full). */
char *diapason_shape_text (DiapasonShape *shape,
                           DiapasonJsonValue *object,
                           const char *name,
                           gboolean required);

/* A path into an answer, checked. Returns: (transfer full) (nullable). */
char *diapason_shape_path (DiapasonShape *shape,
                           DiapasonJsonValue *object,
                           const char *name,
                           gboolean required);

/* The member @name as a whole number between @least and @most. */
gint64 diapason_shape_integer (DiapasonShape *shape,
                               DiapasonJsonValue *object,
                               const char *name,
                               gint64 fallback,
                               gint64 least,
                               gint64 most);

/* The member @name as true or false. */
gboolean diapason_shape_flag (DiapasonShape *shape,
                              DiapasonJsonValue *object,
                              const char *name,
                              gboolean fallback);

/* The place of the member @name among @words; @fallback when it is absent. */
int diapason_shape_word (DiapasonShape *shape,
                         DiapasonJsonValue *object,
                         const char *name,
                         const char *const *words,
                         int fallback);

/* An IANA time zone, or NULL when it is absent. Returns: (transfer full). */
GTimeZone *diapason_shape_zone (DiapasonShape *shape, DiapasonJsonValue *object, const char *name);

G_END_DECLS
