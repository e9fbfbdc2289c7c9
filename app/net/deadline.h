/* deadline.h: an asynchronous call is answered by whoever comes first: its result, its deadline, or
 * its caller's cancel.
 *
 * The libraries below do not promise to come back at once when they are cancelled (a resolver, a
 * handshake, a prompt). So the task is answered here, and what comes back later finds that nobody
 * waits for it any more. Thread: the one of the task. Lifetime: lives in the task's data.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DiapasonDeadline DiapasonDeadline;

/* Watches @task (borrowed; its data must own the watch). After @delay_ms (0: no limit) the task is
 * answered with @late (transfer full) (nullable), and with G_IO_ERROR_CANCELLED when its
 * cancellable is cancelled. Returns: (transfer full). */
DiapasonDeadline *diapason_deadline_new (GTask *task, gint64 delay_ms, GError *late);
void diapason_deadline_free (DiapasonDeadline *deadline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonDeadline, diapason_deadline_free)

/* For the calls made on behalf of the task: cancelled when it was answered early. Borrowed. */
GCancellable *diapason_deadline_get_cancellable (DiapasonDeadline *deadline);

/* Whether the task has been answered early. */
gboolean diapason_deadline_is_over (DiapasonDeadline *deadline);

/* For a watch with a limit: cancels the calls made on behalf of the task at once, and has the task
 * answered with @error (transfer full) by the main loop. */
void diapason_deadline_bring_forward (DiapasonDeadline *deadline, GError *error);

/* Ends the watch. TRUE: the task waits for the caller's answer. FALSE: it was answered early. */
gboolean diapason_deadline_end (DiapasonDeadline *deadline);

G_END_DECLS
