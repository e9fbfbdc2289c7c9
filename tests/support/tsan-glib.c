/* tsan-glib.c: tells ThreadSanitizer what happens before what in GLib, which is not built with it.
 *
 * Loaded before GLib (LD_PRELOAD) by ./dev test. GLib's locks are system calls and its counters
 * are atomic instructions, of which the sanitizer sees nothing: without this every handing over
 * between two threads is a race to it. Each function here does what GLib's does, and says so. Only
 * what crosses threads in our own code is here.
 */
#include <dlfcn.h>
#include <gio/gio.h>

/* Of the program that it is loaded into: a test may run one that has not got them. */
void __tsan_acquire (void *address) __attribute__ ((weak));
void __tsan_release (void *address) __attribute__ ((weak));

static void
acquire (void *address)
{
  if (__tsan_acquire != NULL)
    __tsan_acquire (address);
}

static void
release (void *address)
{
  if (__tsan_release != NULL)
    __tsan_release (address);
}

/* The function of that name that this one stands before. */
#define REAL(name)                                                                                 \
  ({                                                                                               \
    static __typeof__ (&name) real;                                                                \
    if (real == NULL)                                                                              \
      real = (__typeof__ (&name)) dlsym (RTLD_NEXT, #name);                                        \
    real;                                                                                          \
  })

/* Locks ---------------------------------------------------------------------------------------- */

void
g_mutex_lock (GMutex *mutex)
{
  REAL (g_mutex_lock) (mutex);
  acquire (mutex);
}

gboolean
g_mutex_trylock (GMutex *mutex)
{
  gboolean locked = REAL (g_mutex_trylock) (mutex);

  if (locked)
    acquire (mutex);
  return locked;
}

void
g_mutex_unlock (GMutex *mutex)
{
  release (mutex);
  REAL (g_mutex_unlock) (mutex);
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  release (mutex);
  REAL (g_cond_wait) (cond, mutex);
  acquire (mutex);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 until)
{
  release (mutex);
  gboolean told = REAL (g_cond_wait_until) (cond, mutex, until);
  acquire (mutex);
  return told;
}

void
g_async_queue_push (GAsyncQueue *queue, gpointer item)
{
  release (queue);
  REAL (g_async_queue_push) (queue, item);
}

gpointer
g_async_queue_pop (GAsyncQueue *queue)
{
  gpointer item = REAL (g_async_queue_pop) (queue);

  acquire (queue);
  return item;
}

#undef g_once_init_leave
void
g_once_init_leave (volatile void *location, gsize result)
{
  release ((void *) location);
  REAL (g_once_init_leave) (location, result);
}

/* Counters: whoever gives the last reference back sees what all others did before. ------------- */

void
g_object_unref (gpointer object)
{
  release (object);
  acquire (object);
  REAL (g_object_unref) (object);
}

void
g_atomic_rc_box_release_full (gpointer box, GDestroyNotify clear)
{
  release (box);
  acquire (box);
  REAL (g_atomic_rc_box_release_full) (box, clear);
}

void
g_atomic_rc_box_release (gpointer box)
{
  g_atomic_rc_box_release_full (box, NULL);
}

void
g_bytes_unref (GBytes *bytes)
{
  release (bytes);
  acquire (bytes);
  REAL (g_bytes_unref) (bytes);
}

/* Sources: a callback sees what was done before its source was attached. ----------------------- */

typedef struct
{
  GSourceFunc func;
  gpointer data;
  GDestroyNotify free_data;
} Callback;

static gboolean
called_cb (gpointer data)
{
  Callback *callback = data;

  acquire (g_main_current_source ());
  return callback->func (callback->data);
}

/* A source may end on another thread than the one that ran it. */
static void
callback_free (gpointer data)
{
  Callback *callback = data;

  acquire (callback);
  if (callback->free_data != NULL)
    callback->free_data (callback->data);
  g_free (callback);
}

void
g_source_set_callback (GSource *source, GSourceFunc func, gpointer data, GDestroyNotify free_data)
{
  /* Others hand their callback more than its data. */
  if (source->source_funcs != &g_idle_funcs && source->source_funcs != &g_timeout_funcs)
    {
      REAL (g_source_set_callback) (source, func, data, free_data);
      return;
    }

  Callback *callback = g_new (Callback, 1);
  *callback = (Callback){ func, data, free_data };
  release (callback);
  REAL (g_source_set_callback) (source, called_cb, callback, callback_free);
}

guint
g_source_attach (GSource *source, GMainContext *context)
{
  release (source);
  return REAL (g_source_attach) (source, context);
}

static gboolean
invoked_cb (gpointer data)
{
  Callback *callback = data;

  acquire (callback);
  return callback->func (callback->data);
}

void
g_main_context_invoke (GMainContext *context, GSourceFunc func, gpointer data)
{
  Callback *callback = g_new (Callback, 1);

  *callback = (Callback){ func, data, NULL };
  release (callback);
  g_main_context_invoke_full (context, G_PRIORITY_DEFAULT, invoked_cb, callback, callback_free);
}

/* Tasks ---------------------------------------------------------------------------------------- */

#define FUNC "diapason-tsan-func"

static void
task_run_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GTaskThreadFunc func = (GTaskThreadFunc) g_object_get_data (G_OBJECT (task), FUNC);

  acquire (task);
  func (task, source, data, cancellable);
}

void
g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  g_object_set_data (G_OBJECT (task), FUNC, (gpointer) func);
  release (task);
  REAL (g_task_run_in_thread) (task, task_run_cb);
}

/* What was done before goes with what is returned. */
void
g_task_return_pointer (GTask *task, gpointer result, GDestroyNotify free_result)
{
  release (task);
  REAL (g_task_return_pointer) (task, result, free_result);
}

void
g_task_return_boolean (GTask *task, gboolean result)
{
  release (task);
  REAL (g_task_return_boolean) (task, result);
}

void
g_task_return_error (GTask *task, GError *error)
{
  release (task);
  REAL (g_task_return_error) (task, error);
}

gpointer
g_task_propagate_pointer (GTask *task, GError **error)
{
  acquire (task);
  return REAL (g_task_propagate_pointer) (task, error);
}

gboolean
g_task_propagate_boolean (GTask *task, GError **error)
{
  acquire (task);
  return REAL (g_task_propagate_boolean) (task, error);
}
