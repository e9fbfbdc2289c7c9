/* checkpoint.c: see the header. What fails is tried again with a later commit: until then all of it
 * is in the log, where everybody reads it. */
#include "checkpoint.h"

#include "background.h"
#include "open.h"

#define AGAIN  8 /* a look more whenever the log has grown by this part of what makes it long */
#define MOST   4 /* times as long: then the writer waits, so that there is an end to it */
#define PASSES 3 /* one after the other: each finds what came during the one before */

struct _DiapasonCheckpoint
{
  sqlite3 *writer; /* (weak) */
  char *path;      /* (owned) */
  GThread *thread; /* (owned) (nullable) before the log is first long */
  gint nearly;     /* atomic: little of the log is left */

  /* The writer's, in pages. */
  int pages;
  int last; /* how long the log was */
  int next; /* when to look again */

  GMutex lock; /* for what follows */
  GCond wake;
  GCond rests;
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

/* The writer does the rest: two at once are in each other's way. */
static void
hand_over (DiapasonCheckpoint *self)
{
  g_mutex_lock (&self->lock);
  self->wanted = FALSE;
  g_atomic_int_set (&self->nearly, TRUE);
  g_cond_signal (&self->rests);
  g_mutex_unlock (&self->lock);
}

static gpointer
checkpoint_main (gpointer data)
{
  DiapasonCheckpoint *self = data;
  sqlite3 *handle = diapason_open_checkpointer (self->path);

  diapason_background_begin ();
  while (await_wanted (self))
    {
      for (guint i = 0; handle != NULL && i < PASSES; i++)
        sqlite3_wal_checkpoint_v2 (handle, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
      hand_over (self);
    }
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

static void
await_rest (DiapasonCheckpoint *self)
{
  g_mutex_lock (&self->lock);
  while (self->wanted)
    g_cond_wait (&self->rests, &self->lock);
  g_mutex_unlock (&self->lock);
}

static int
committed_in_writer (gpointer data, sqlite3 *writer, const char *name, int n)
{
  DiapasonCheckpoint *self = data;
  gboolean is_long;

  if (n < self->last) /* it began anew */
    self->next = self->pages;
  self->last = n;
  is_long = n >= self->next;
  if (is_long)
    self->next = n + self->pages / AGAIN;
  if (is_long && n >= MOST * self->pages)
    await_rest (self);
  if (g_atomic_int_compare_and_exchange (&self->nearly, TRUE, FALSE))
    sqlite3_wal_checkpoint_v2 (writer, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  else if (is_long)
    wake (self);
  return SQLITE_OK;
}

DiapasonCheckpoint *
diapason_checkpoint_new (sqlite3 *writer, int pages)
{
  DiapasonCheckpoint *self = g_new0 (DiapasonCheckpoint, 1);

  self->writer = writer;
  self->path = g_strdup (sqlite3_db_filename (writer, "main"));
  self->pages = self->next = pages;
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  g_cond_init (&self->rests);
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
  g_cond_clear (&checkpoint->rests);
  g_free (checkpoint->path);
  g_free (checkpoint);
}
