/* scope.h: a cancellation scope: every asynchronous call of one owner, cancelled together.
 *
 * Owner's (main) thread. Usual life: made in init, its cancellable given to each call, closed in
 * dispose.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DiapasonScope DiapasonScope;

DiapasonScope *diapason_scope_new (void);

/* The cancellable to hand to calls now. Borrowed. */
GCancellable *diapason_scope_get_cancellable (DiapasonScope *scope);

/* Cancels what was started so far and gives later calls a fresh cancellable (a new key press). */
void diapason_scope_restart (DiapasonScope *scope);

/* Cancels everything and frees. */
void diapason_scope_close (DiapasonScope *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonScope, diapason_scope_close)

G_END_DECLS
