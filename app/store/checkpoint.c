/* checkpoint.c: see the header. What fails is tried again with a later commit: until then all of it
 * is in the log, where everybody reads it. */
#include "checkpoint.h"

#include "background.h"
#include "open.h"

#define AGAIN  8 /* a look more whenever the log has grown by this part of what makes it long */
#define BESIDE 2 /* passes, one after the other: each finds what came during the one before */
#define PASSES 4 /* in all: those after it find nothing new, but for what cannot wait */

struct _DiapasonCheckpoint
{
  sqlite3 *writer; /* (weak) */
  char *path;      /* (owned) */
  GThread *thread; /* (owned) (nullable) before the log is first long */
  DiapasonHoldFunc hold;
  gpointer data; /* (weak) of hold */

  /* The writer's, in pages. */
  int pages;
  int last; /* how long the log was */
  int next; /* when to look again */

  GMutex lock; /* for what follows */
  GCond wake;
  gboolean wanted;
  gboolean closing;
};

/* Beside the writer */

static gboolean
await_wanted (DiapasonCheckpoint *self)
{
  gboolean wanted;

  g_mutex_lock (&self->lock);
  while (!self->wanted && !self->closing)
    g_cond_wait (&self->wake, &self->lock);
  wanted = !self->closing;
  g_mutex_unlock (&self->lock);
  return wanted;
}

/* Returns: whether nothing of the log is left. */
static gboolean
take_out (sqlite3 *handle)
{
  int length, taken;

  return sqlite3_wal_checkpoint_v2 (handle, "main", SQLITE_CHECKPOINT_PASSIVE, &length, &taken) ==
             SQLITE_OK &&
         length == taken;
}

static void
take_all_out (DiapasonCheckpoint *self, sqlite3 *handle)
{
  for (guint i = 0; i < BESIDE; i++)
    take_out (handle);
  self->hold (TRUE, self->data);
  for (guint i = BESIDE; i < PASSES && !take_out (handle); i++)
    ;
  self->hold (FALSE, self->data);
  g_mutex_lock (&self->lock);
  self->wanted = FALSE;
  g_mutex_unlock (&self->lock);
}

static gpointer
checkpoint_main (gpointer data)
{
  DiapasonCheckpoint *self = data;
  sqlite3 *handle = diapason_open_checkpointer (self->path);

  diapason_background_begin ();
  while (handle != NULL && await_wanted (self))
    take_all_out (self, handle);
  sqlite3_close (handle);
  return NULL;
}

/* In the writer */

static void
wake (DiapasonCheckpoint *self)
{
  if (self->thread == NULL)
    self->thread = g_thread_new ("checkpoint", checkpoint_main, self);
  g_mutex_lock (&self->lock);
  self->wanted = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}

static int
committed_in_writer (gpointer data, sqlite3 *writer, const char *name, int n)
{
  DiapasonCheckpoint *self = data;

  if (n < self->last) /* it began anew */
    self->next = self->pages;
  self->last = n;
  if (n < self->next)
    return SQLITE_OK;
  self->next = n + self->pages / AGAIN;
  wake (self);
  return SQLITE_OK;
}

DiapasonCheckpoint *
diapason_checkpoint_new (sqlite3 *writer, int pages, DiapasonHoldFunc hold, gpointer data)
{
  DiapasonCheckpoint *self = g_new0 (DiapasonCheckpoint, 1);

  self->writer = writer;
  self->path = g_strdup (sqlite3_db_filename (writer, "main"));
  self->pages = self->next = pages;
  self->hold = hold;
  self->data = data;
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  sqlite3_wal_hook (writer, committed_in_writer, self);
  return self;
}

void
diapason_checkpoint_free (DiapasonCheckpoint *checkpoint)
{
  sqlite3_wal_hook (checkpoint->writer, NULL, NULL);
  g_mutex_lock (&checkpoint->lock);
  checkpoint->closing = TRUE;
  g_cond_signal (&checkpoint->wake);
  g_mutex_unlock (&checkpoint->lock);
  g_clear_pointer (&checkpoint->thread, g_thread_join);
  g_mutex_clear (&checkpoint->lock);
  g_cond_clear (&checkpoint->wake);
  g_free (checkpoint->path);
  g_free (checkpoint);
}
