/* format-source.h: what a source tells of, as words for people. Pure; any thread. */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

/* "Customers"; NULL for what nobody asks for by name. Borrowed. */
const char *diapason_format_entity (DiapasonEntity entity);

/* "Customers · Contracts · Promises" of 1 << DiapasonEntity, …. Returns: (transfer full). */
char *diapason_format_entities (guint64 entities);

G_END_DECLS
