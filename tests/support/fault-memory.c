/* fault-memory.c: see the header. What is not refused is the system's. */
#include "fault-memory.h"

#include <sqlite3.h>

static sqlite3_mem_methods under;

static GMutex mutex;
static struct
{
  guint left; /* requests until the refusal; 0: none */
  gboolean lasting;
  gboolean happened;
} state;

static gboolean
is_refused (void)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  if (state.left == 0 || --state.left > 0)
    return FALSE;
  state.left = state.lasting ? 1 : 0;
  state.happened = TRUE;
  return TRUE;
}

static void *
get (int size)
{
  return is_refused () ? NULL : under.xMalloc (size);
}

static void *
get_again (void *memory, int size)
{
  return is_refused () ? NULL : under.xRealloc (memory, size);
}

void
fault_memory_install (void)
{
  sqlite3_mem_methods over;

  /* Small pieces would come out of a store of its own. */
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &under), ==, SQLITE_OK);
  over = under;
  over.xMalloc = get;
  over.xRealloc = get_again;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &over), ==, SQLITE_OK);
}

void
fault_memory_fail (guint nth, gboolean lasting)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  state.left = nth;
  state.lasting = lasting;
  state.happened = FALSE;
}

gboolean
fault_memory_lift (void)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  state.left = 0;
  return state.happened;
}
