/* table-derive-version.h: which version of a step made what is derived here. Writer of cache.db. */
#pragma once

#include "derive-queue.h"

G_BEGIN_DECLS

/* 0 when the step never ran. FALSE with @error. */
gboolean diapason_derive_version_get (DiapasonDatabase *database,
                                      DiapasonDeriveStep step,
                                      int *out_version,
                                      GError **error);

/* Notes that from now on @version makes what is derived by @step. */
gboolean diapason_derive_version_set (DiapasonDatabase *database,
                                      DiapasonDeriveStep step,
                                      int version,
                                      GError **error);

G_END_DECLS
