/* await.c: waits for an asynchronous call in a test. */
#include "await.h"

void
await_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  g_assert_null (*kept);
  *kept = g_object_ref (result);
}

void
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
await_quiet (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
