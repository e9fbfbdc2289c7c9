/* scope.c: a cancellable that is replaced at each restart. Owner's thread; lives from new to close.
 */
#include "scope.h"

struct _DiapasonScope
{
  GCancellable *cancellable; /* (owned) */
};

DiapasonScope *
diapason_scope_new (void)
{
  DiapasonScope *scope = g_new (DiapasonScope, 1);
  scope->cancellable = g_cancellable_new ();
  return scope;
}

GCancellable *
diapason_scope_get_cancellable (DiapasonScope *scope)
{
  g_return_val_if_fail (scope != NULL, NULL);
  return scope->cancellable;
}

void
diapason_scope_restart (DiapasonScope *scope)
{
  g_return_if_fail (scope != NULL);

  /* The fresh one is in place first: who is told of the cancelling may start anew at once. */
  g_autoptr (GCancellable) old = g_steal_pointer (&scope->cancellable);
  scope->cancellable = g_cancellable_new ();
  g_cancellable_cancel (old);
}

void
diapason_scope_close (DiapasonScope *scope)
{
  g_return_if_fail (scope != NULL);

  g_cancellable_cancel (scope->cancellable);
  g_object_unref (scope->cancellable);
  g_free (scope);
}
