/* task-text.h: the end of a task that ends well with a text or without one, where NULL is no
 * failure. Thread: the task's. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* *@out_text: (out) (optional) (transfer full) (nullable) what @task returned by
 * g_task_return_pointer(). FALSE with @error, and *@out_text is NULL then. */
gboolean diapason_task_propagate_text (GTask *task, char **out_text, GError **error);

G_END_DECLS
