/* reading.c: see reading.h.
 *
 * A reading is the data of a GTask. Its steps follow each other: next_page → answered → applied →
 * (each parent's children) → kept → swept → next_page or end.
 */
#include "reading.h"

#include <glib/gi18n-lib.h>

#include "net-errors.h"
#include "source-sentences.h"
#include "store-errors.h"

#define MOST_PAGES    1000000
#define MOST_BARREN   100 /* pages in a row that hold nothing new and yet are not the last */
#define MOST_ATTEMPTS 3   /* at a page whose children fail, before the failing ones are left out */

typedef struct
{
  const DiapasonRoundTools *tools;
  const DiapasonStreamPlan *stream;
  DiapasonParent *parent;     /* (owned) (nullable) */
  GHashTable *tables;         /* (owned) (nullable) what streams of the same parent kept */
  GHashTable *ids;            /* (owned) */
  GHashTable *tokens;         /* (owned) */
  DiapasonPosition *position; /* (owned) */
  char *etag;                 /* (owned) (nullable) */
  gint64 listing;
  guint n_pages;
  guint n_barren;      /* in a row */
  guint64 mark;        /* of the page before */
  gboolean is_resumed; /* it stood in the middle of a walk, and nothing was answered since */
  gboolean has_expired;

  /* The page at hand. */
  DiapasonPage *page; /* (owned) (nullable) */
  gint64 began_us;
  guint parent_index;
  guint child_index;
  GHashTable *child_tables; /* (owned) (nullable) of the parent at hand */
} Reading;

static void next_page (GTask *task);
static void next_child (GTask *task);

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_pointer (&self->parent, diapason_parent_unref);
  g_clear_pointer (&self->tables, g_hash_table_unref);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->tokens);
  diapason_position_free (self->position);
  g_free (self->etag);
  g_clear_pointer (&self->page, diapason_page_unref);
  g_clear_pointer (&self->child_tables, g_hash_table_unref);
  g_free (self);
}

static DiapasonSyncReportRow *
report_row (Reading *self)
{
  const DiapasonStreamPlan *stream = self->stream;

  return diapason_sync_report_row (self->tools->report, self->tools->descriptor->name, stream->name,
                                   stream->info == NULL ? DIAPASON_ENTITY_NONE
                                                        : stream->info->entity);
}

/* Half a sentence from the writer becomes a whole one. */
static void
fail (GTask *task, GError *error)
{
  Reading *self = g_task_get_task_data (task);

  if (g_error_matches (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE))
    {
      GError *whole = diapason_source_error_page (self->tools->descriptor->label,
                                                  self->stream->name, error->message);
      g_error_free (error);
      error = whole;
    }
  g_task_return_error (task, error);
}

gboolean
diapason_reading_error_is_of_source (const GError *error)
{
  if (error->domain == DIAPASON_SOURCE_ERROR)
    return error->code == DIAPASON_SOURCE_ERROR_UNAVAILABLE ||
           error->code == DIAPASON_SOURCE_ERROR_LIMIT || error->code == DIAPASON_SOURCE_ERROR_LOGIN;
  return !g_error_matches (error, DIAPASON_NET_ERROR, DIAPASON_NET_ERROR_TOO_LARGE);
}

/* The report --------------------------------------------------------------------------------- */

static void
count_entity (Reading *self, DiapasonEntity entity)
{
  DiapasonRowCounts *counts = &self->page->counts[entity];

  if (counts->added + counts->changed + counts->deleted == 0)
    return;
  DiapasonSyncReportRow *row =
      diapason_sync_report_row (self->tools->report, self->tools->descriptor->name,
                                self->stream->name, entity);
  row->added += counts->added;
  row->changed += counts->changed;
  row->deleted += counts->deleted;
  *counts = (DiapasonRowCounts){ 0 };
}

static void
count_page (Reading *self)
{
  DiapasonSyncReportRow *row = report_row (self);

  row->seconds += (double) (g_get_monotonic_time () - self->began_us) / G_USEC_PER_SEC;
  row->refused += self->page->refused;
  for (DiapasonEntity entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
    count_entity (self, entity);
}

/* The end of a page -------------------------------------------------------------------------- */

static void
end_page (GTask *task)
{
  Reading *self = g_task_get_task_data (task);

  count_page (self);
  self->n_barren = self->page->is_barren ? self->n_barren + 1 : 0;
  if (self->page->end)
    g_task_return_boolean (task, TRUE);
  else
    {
      /* The next one may be as large. */
      self->mark = self->page->mark;
      g_clear_pointer (&self->page, diapason_page_unref);
      next_page (task);
    }
}

static void
swept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!diapason_store_write_finish (DIAPASON_STORE (source), result, &error))
    fail (task, error);
  else
    end_page (task);
}

static void
write_page (GTask *task, DiapasonWriteFunc func, GAsyncReadyCallback callback)
{
  Reading *self = g_task_get_task_data (task);

  diapason_store_write_async (self->tools->store, DIAPASON_FILE_CACHE,
                              diapason_page_get_priority (self->page), func,
                              diapason_page_ref (self->page), (GDestroyNotify) diapason_page_unref,
                              callback, g_object_ref (task));
}

static void
sweep_or_end (GTask *task)
{
  Reading *self = g_task_get_task_data (task);

  self->began_us = g_get_monotonic_time ();
  self->page->refused = 0;
  if (self->page->sweep)
    write_page (task, diapason_page_sweep_in_writer, swept_cb);
  else
    end_page (task);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!diapason_store_write_finish (DIAPASON_STORE (source), result, &error))
    fail (task, error);
  else
    sweep_or_end (task);
}

/* Children ----------------------------------------------------------------------------------- */

static void
children_done (GTask *task)
{
  Reading *self = g_task_get_task_data (task);

  if (self->stream->parent == NULL && self->page->parents->len > 0)
    write_page (task, diapason_page_keep_in_writer, kept_cb);
  else
    sweep_or_end (task);
}

/* One parent's children may fail for ever (a broken attachment): that must not keep all others out.
 */
static gboolean
can_be_left_out (Reading *self, const GError *error)
{
  if (g_error_matches (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_FORBIDDEN) ||
      g_error_matches (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_MISSING))
    return TRUE;
  if (error->domain == G_IO_ERROR || diapason_reading_error_is_of_source (error))
    return FALSE;
  return self->stream->parent == NULL && self->page->attempt->failures >= MOST_ATTEMPTS;
}

static void
child_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!diapason_reading_run_finish (result, &error))
    {
      if (!can_be_left_out (self, error))
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      g_info ("%s: children of an element of “%s” are left out: %s", self->tools->descriptor->name,
              self->stream->name, error->message);
      report_row (self)->refused++;
    }
  self->child_index++;
  next_child (task);
}

static void run (const DiapasonRoundTools *tools,
                 const DiapasonStreamPlan *stream,
                 DiapasonParent *parent,
                 GHashTable *tables,
                 const DiapasonStream *kept,
                 GAsyncReadyCallback callback,
                 gpointer user_data);

static void
next_child (GTask *task)
{
  Reading *self = g_task_get_task_data (task);
  GPtrArray *children = self->stream->children;

  if (self->child_index >= children->len)
    {
      self->child_index = 0;
      self->parent_index++;
      g_clear_pointer (&self->child_tables, g_hash_table_unref);
    }
  if (self->parent_index >= self->page->parents->len)
    {
      children_done (task);
      return;
    }
  if (self->child_tables == NULL)
    self->child_tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                (GDestroyNotify) g_hash_table_unref);
  run (self->tools, g_ptr_array_index (children, self->child_index),
       g_ptr_array_index (self->page->parents, self->parent_index), self->child_tables, NULL,
       child_read_cb, g_object_ref (task));
}

/* A page ------------------------------------------------------------------------------------- */

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *self = g_task_get_task_data (task);
  GError *error = NULL;
  DiapasonPage *page = self->page;

  if (!diapason_store_write_finish (DIAPASON_STORE (source), result, &error))
    {
      fail (task, error);
      return;
    }
  if (self->tools->applied != NULL)
    self->tools->applied (page, self->tools->data);
  count_page (self);
  diapason_position_free (self->position);
  self->position = diapason_position_copy (page->position);
  self->listing = page->listing;
  if (g_task_return_error_if_cancelled (task))
    return;
  self->parent_index = self->child_index = 0;
  next_child (task);
}

static void
apply (GTask *task, DiapasonHttpResponse *response)
{
  Reading *self = g_task_get_task_data (task);
  DiapasonPage *page = self->page = diapason_page_new (self->tools->descriptor, self->stream,
                                                       diapason_http_response_get_body (response));

  diapason_page_join (page, self->position, self->ids, self->tokens, self->tables);
  page->source = self->tools->source;
  page->as_of = diapason_clock_now (diapason_store_get_clock (self->tools->store));
  page->server_now = diapason_connection_get_server_now (self->tools->connection);
  /* A walk may begin with the page that the one before it ended with. */
  page->previous = self->position->seen == 0 ? 0 : self->mark;
  page->link = g_strdup (diapason_http_response_get_header (response, "Link"));
  page->etag =
      self->stream->etag ? g_strdup (diapason_http_response_get_header (response, "ETag")) : NULL;
  page->parent = self->parent == NULL ? NULL : diapason_parent_ref (self->parent);
  page->listing = self->listing;
  page->floor = self->position->failures > 0 ? DIAPASON_NEVER : self->position->since;
  write_page (task, diapason_page_apply_in_writer, applied_cb);
}

/* Begins anew where going on is no longer possible; FALSE when that was tried already. */
static gboolean
recover (Reading *self, const GError *error)
{
  if (g_error_matches (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_EXPIRED) &&
      !self->has_expired)
    {
      self->has_expired = TRUE;
      g_hash_table_remove_all (self->tokens);
      g_clear_pointer (&self->etag, g_free);
      diapason_position_expire (self->position, self->stream);
      return TRUE;
    }
  if (!self->is_resumed ||
      !(g_error_matches (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_STATUS) ||
        g_error_matches (error, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_MISSING)))
    return FALSE;
  self->is_resumed = FALSE;
  diapason_position_abandon_walk (self->position);
  return TRUE;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (DiapasonHttpResponse) response = diapason_connection_ask_finish (result, &error);

  if (response == NULL && recover (self, error))
    {
      g_error_free (error);
      next_page (task);
    }
  else if (response == NULL)
    g_task_return_error (task, error);
  else if (diapason_http_response_get_status (response) == 304)
    g_task_return_boolean (task, TRUE);
  else
    {
      self->is_resumed = FALSE;
      g_clear_pointer (&self->etag, g_free);
      apply (task, response);
    }
}

static void
next_page (GTask *task)
{
  Reading *self = g_task_get_task_data (task);
  const DiapasonRoundTools *tools = self->tools;
  g_auto (DiapasonQuestion) question = { 0 };
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  diapason_position_begin_walk (self->position, self->stream,
                                diapason_clock_now (diapason_store_get_clock (tools->store)));
  if (self->n_pages++ >= MOST_PAGES || self->n_barren >= MOST_BARREN)
    error = g_error_new_literal (DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_PAGE,
                                 _("its pages do not end"));
  if (error != NULL ||
      !diapason_question_fill (&question, tools->descriptor, self->stream, self->position,
                               self->parent, diapason_connection_get_server_now (tools->connection),
                               &error))
    {
      fail (task, error);
      return;
    }
  self->began_us = g_get_monotonic_time ();
  question.etag = self->etag;
  diapason_connection_ask_async (tools->connection, &question, tools->cancellable, answered_cb,
                                 g_object_ref (task));
}

static void
run (const DiapasonRoundTools *tools,
     const DiapasonStreamPlan *stream,
     DiapasonParent *parent,
     GHashTable *tables,
     const DiapasonStream *kept,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, tools->cancellable, callback, user_data);
  Reading *self = g_new0 (Reading, 1);

  g_task_set_source_tag (task, diapason_reading_run_async);
  self->tools = tools;
  self->stream = stream;
  self->parent = parent == NULL ? NULL : diapason_parent_ref (parent);
  self->tables = tables == NULL ? NULL : g_hash_table_ref (tables);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->position = diapason_position_parse (kept == NULL ? NULL : kept->cursor);
  self->etag = stream->etag && kept != NULL ? g_strdup (kept->etag) : NULL;
  self->listing = kept == NULL ? 0 : kept->listing;
  self->is_resumed = self->position->walking;
  g_task_set_task_data (task, self, reading_free);
  report_row (self);
  next_page (task);
}

void
diapason_reading_run_async (const DiapasonRoundTools *tools,
                            const DiapasonStreamPlan *stream,
                            const DiapasonStream *kept,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  run (tools, stream, NULL, NULL, kept, callback, user_data);
}

gboolean
diapason_reading_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
