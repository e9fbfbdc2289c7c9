/* await.h: waits for an asynchronous call in a test.
 *
 *   g_autoptr (GAsyncResult) result = NULL;
 *
 *   thing_do_async (thing, NULL, await_cb, &result);
 *   await (&result);
 *   thing_do_finish (thing, result, &error);
 *
 * Thread: the main one; runs the default main context. A call that never answers ends in the test
 * runner's own time limit.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A GAsyncReadyCallback that keeps the result in the GAsyncResult * that @user_data points to. */
void await_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* Runs the main context until *@result is there. */
void await (GAsyncResult **result);

/* Runs the main context until nothing is ready in it any more. */
void await_quiet (void);

G_END_DECLS
