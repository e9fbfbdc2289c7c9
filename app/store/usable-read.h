/* usable-read.h: what of the cache can be used yet. Runs in a DiapasonReadFunc. */
#pragma once

#include "source-kind.h"
#include "store.h"

G_BEGIN_DECLS

/* *@out: a set of DiapasonUsable. A few steps, however much is in the cache. */
gboolean diapason_usable_read (DiapasonDatabase *database, guint *out, GError **error);

G_END_DECLS
