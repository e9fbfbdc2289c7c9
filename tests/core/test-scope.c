/* A scope cancels what it gave out, and only that. */
#include "scope.h"

static void
test_restart (void)
{
  DiapasonScope *scope = diapason_scope_new ();
  g_autoptr (GCancellable) first = g_object_ref (diapason_scope_get_cancellable (scope));
  g_assert_true (first == diapason_scope_get_cancellable (scope));

  diapason_scope_restart (scope);
  g_autoptr (GCancellable) second = g_object_ref (diapason_scope_get_cancellable (scope));
  g_assert_true (g_cancellable_is_cancelled (first));
  g_assert_false (g_cancellable_is_cancelled (second));

  diapason_scope_close (scope);
  g_assert_true (g_cancellable_is_cancelled (second));
}

static void
start_anew (GCancellable *old, gpointer data)
{
  g_assert_false (g_cancellable_is_cancelled (diapason_scope_get_cancellable (data)));
}

/* Who hears of the cancelling may start the next call from there. */
static void
test_restart_while_cancelling (void)
{
  g_autoptr (DiapasonScope) scope = diapason_scope_new ();
  g_autoptr (GCancellable) first = g_object_ref (diapason_scope_get_cancellable (scope));
  gulong id = g_cancellable_connect (first, G_CALLBACK (start_anew), scope, NULL);
  diapason_scope_restart (scope);
  g_cancellable_disconnect (first, id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scope/restart", test_restart);
  g_test_add_func ("/scope/restart-while-cancelling", test_restart_while_cancelling);
  return g_test_run ();
}
