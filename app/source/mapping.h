/* mapping.h: from one element of a page to rows.
 *
 * A mapping is compiled once, when its descriptor is loaded, and then immutable and refcounted: any
 * thread. It is applied on the writer of cache.db. Types are strict: what is absent or null gives
 * NULL, what has another type than the column wants refuses the element, never a silent 0 or "".
 */
#pragma once

#include <gio/gio.h>

#include "expression.h"
#include "row.h"

G_BEGIN_DECLS

#define DIAPASON_MAPPING_MAX_ID   512    /* bytes of a remote id */
#define DIAPASON_MAPPING_MAX_TEXT 200000 /* characters; longer texts are cut with "…" */

typedef struct _DiapasonMapping DiapasonMapping;

/* Compiles "map", "when" and "also" of @stream, an object of a descriptor, whose own rows are
 * @info's. Complains to @shape and returns NULL when they are wrong. Returns: (transfer full). */
DiapasonMapping *diapason_mapping_compile (DiapasonShape *shape,
                                           DiapasonJsonValue *stream,
                                           const DiapasonEntityInfo *info,
                                           const DiapasonSurroundings *surroundings);

DiapasonMapping *diapason_mapping_ref (DiapasonMapping *mapping);
void diapason_mapping_unref (DiapasonMapping *mapping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonMapping, diapason_mapping_unref)

/* Whether it can make rows of @entity. */
gboolean diapason_mapping_makes (DiapasonMapping *mapping, DiapasonEntity entity);

/* "whole": an element names all rows of @info whose reference @column leads to its own row. */
typedef struct
{
  const DiapasonEntityInfo *info;
  guint column;
} DiapasonWhole;

/* Borrowed (element-type DiapasonWhole). */
GArray *diapason_mapping_get_wholes (DiapasonMapping *mapping);

/* Makes the rows of the element in @frame: its own first (none when `when` says so), then those of
 * `also`. Errors: DIAPASON_SOURCE_ERROR_ELEMENT with the path of what is wrong, never a value.
 * Returns: (transfer full) (element-type DiapasonRow). */
GPtrArray *diapason_mapping_apply (DiapasonMapping *mapping,
                                   const DiapasonFrame *frame,
                                   GError **error);

G_END_DECLS
