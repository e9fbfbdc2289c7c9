/* source-kinds.h: descriptions of back ends before one of them is connected, and the file that is
 * written when it is.
 *
 * Pure, or blocking where it says so: off the main thread. */
#pragma once

#include "descriptor.h"
#include "source-kind.h"

G_BEGIN_DECLS

/* Those that come along, by name. Returns: (transfer full) (element-type DiapasonSourceKind). */
GPtrArray *diapason_source_kinds_shipped (void);

/* What the file @path describes: a whole descriptor, which needs no address yet, or an instance of
 * a preset. Blocking. Errors: DIAPASON_SOURCE_ERROR_DESCRIPTOR, a sentence with the file and the
 * JSON path. Returns: (transfer full). */
DiapasonSourceKind *diapason_source_kinds_read (const char *path, GError **error);

/* Whether a source can be at @address. Errors: DIAPASON_SOURCE_ERROR_ADDRESS, a sentence. */
gboolean diapason_source_kinds_check_address (const char *address, GError **error);

/* What a new source of @kind in @folder would be called: like none of @taken (NULL-terminated), and
 * like no file that is there. Blocking. Returns: (transfer full). */
char *diapason_source_kinds_free_name (const DiapasonSourceKind *kind,
                                       const char *folder,
                                       const char *const *taken);

/* The source called @name that @draft is. Errors: DIAPASON_SOURCE_ERROR_ADDRESS, _DESCRIPTOR.
 * Returns: (transfer full). */
DiapasonDescriptor *diapason_source_kinds_describe (const DiapasonSourceDraft *draft,
                                                    const char *name,
                                                    GError **error);

/* Writes NAME.json of @draft into @folder, which is made where it is not there; nobody else can
 * read either, and no secret is in it. Whole or not at all. Blocking. Errors:
 * DIAPASON_SOURCE_ERROR_FILE, a sentence. */
gboolean diapason_source_kinds_keep (const DiapasonSourceDraft *draft,
                                     const char *folder,
                                     const char *name,
                                     GError **error);

G_END_DECLS
