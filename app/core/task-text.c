/* task-text.c: see task-text.h. */
#include "task-text.h"

gboolean
diapason_task_propagate_text (GTask *task, char **out_text, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = g_task_propagate_pointer (task, &failure);

  if (out_text != NULL)
    *out_text = g_steal_pointer (&text);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
