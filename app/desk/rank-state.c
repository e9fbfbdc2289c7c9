/* rank-state.c: see rank-state.h. */
#include "rank-state.h"

#include <string.h>

#include "first-ranked.h"
#include "history-read.h"
#include "person-read.h"
#include "priority-read.h"

struct _DiapasonRankState
{
  GArray *weights;          /* (owned) */
  DiapasonRanking *ranking; /* (owned) */
  GArray *me;               /* (owned) (nullable) who was signed in when it was made */
  GArray *on_line;          /* (owned) (nullable) who was on the line, ascending */
  gint64 made_to;           /* the last verbatim of the slices so far */
  gboolean is_complete;
};

/* Who looks, and who is on the line: what makes facts of rows. */
typedef struct
{
  GArray *me;      /* (owned) */
  GArray *on_line; /* (owned) ascending */
  gint64 now;
} View;

DiapasonRankState *
diapason_rank_state_new (GArray *weights)
{
  DiapasonRankState *self = g_atomic_rc_box_new0 (DiapasonRankState);

  self->weights = g_array_ref (weights);
  self->ranking = diapason_ranking_new ();
  return self;
}

DiapasonRankState *
diapason_rank_state_ref (DiapasonRankState *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
rank_state_clear (gpointer data)
{
  DiapasonRankState *self = data;

  g_array_unref (self->weights);
  diapason_ranking_unref (self->ranking);
  g_clear_pointer (&self->me, g_array_unref);
  g_clear_pointer (&self->on_line, g_array_unref);
}

void
diapason_rank_state_unref (DiapasonRankState *self)
{
  g_atomic_rc_box_release_full (self, rank_state_clear);
}

void
diapason_rank_update_free (DiapasonRankUpdate *update)
{
  g_clear_pointer (&update->ids, g_array_unref);
  g_clear_pointer (&update->changed, g_array_unref);
  g_free (update);
}

static void
view_clear (View *view)
{
  g_clear_pointer (&view->me, g_array_unref);
  g_clear_pointer (&view->on_line, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, view_clear)

static gboolean
view_read (View *view, DiapasonDatabase *database, gint64 now, GError **error)
{
  view->now = now;
  view->me = diapason_priority_me (database, error);
  if (view->me == NULL)
    return FALSE;
  view->on_line = diapason_priority_persons_on_line (database, view->now, error);
  return view->on_line != NULL;
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* In as many as a whole house speaks to, ascending. */
static gboolean
is_on_line (GArray *on_line, gint64 person)
{
  return person != 0 && g_array_binary_search (on_line, &person, diapason_compare_ids, NULL);
}

static gboolean
are_same (GArray *a, GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * 8) == 0);
}

static DiapasonVerbatimPriority
priority_of (const DiapasonPriorityRow *row, const View *view, GArray *weights)
{
  DiapasonVerbatimFacts facts = row->facts;

  facts.is_own = row->adviser != 0 && contains (view->me, row->adviser);
  facts.is_spoken_to = is_on_line (view->on_line, row->person);
  return diapason_priority (&facts, (const DiapasonWeight *) weights->data, weights->len,
                            view->now);
}

static void
rank_rows (DiapasonRankState *self, const View *view, GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const DiapasonPriorityRow *row = &g_array_index (rows, DiapasonPriorityRow, i);
      const DiapasonVerbatimPriority priority = priority_of (row, view, self->weights);

      diapason_ranking_set (self->ranking, row->verbatim, row->facts.at, priority.points,
                            priority.changes_at);
    }
}

/* All of it, slice by slice */

static void
begin_anew (DiapasonRankState *self, View *view)
{
  diapason_ranking_clear (self->ranking);
  g_clear_pointer (&self->me, g_array_unref);
  g_clear_pointer (&self->on_line, g_array_unref);
  self->me = g_array_ref (view->me);
  self->on_line = g_array_ref (view->on_line);
  self->made_to = 0;
  self->is_complete = FALSE;
}

static gboolean
make_slice (DiapasonRankState *self, DiapasonDatabase *database, gint64 now, GError **error)
{
  g_autoptr (GArray) rows =
      diapason_priority_rows_after (database, self->made_to, DIAPASON_RANK_SLICE, error);
  /* As it was at the first slice: what changed since then is seen in the end. */
  const View view = { self->me, self->on_line, now };

  if (rows == NULL)
    return FALSE;
  rank_rows (self, &view, rows);
  if (rows->len > 0)
    self->made_to = g_array_index (rows, DiapasonPriorityRow, rows->len - 1).verbatim;
  self->is_complete = rows->len < DIAPASON_RANK_SLICE;
  return TRUE;
}

/* What changed */

/* Who came to the line, or left it. */
static GArray *
find_difference (GArray *before, GArray *now)
{
  GArray *persons = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < before->len; i++)
    if (!is_on_line (now, g_array_index (before, gint64, i)))
      g_array_append_val (persons, g_array_index (before, gint64, i));
  for (guint i = 0; i < now->len; i++)
    if (!is_on_line (before, g_array_index (now, gint64, i)))
      g_array_append_val (persons, g_array_index (now, gint64, i));
  return persons;
}

/* What was told to be stale, what time has changed, and whose customer came or went. */
static GArray *
find_changed (DiapasonRankState *self,
              DiapasonDatabase *database,
              const View *view,
              GArray *stale,
              GError **error)
{
  g_autoptr (GArray) changed = diapason_ranking_due (self->ranking, view->now);
  g_autoptr (GArray) persons = find_difference (self->on_line, view->on_line);
  g_autoptr (GArray) theirs = diapason_priority_verbatims_of (database, persons, error);

  if (theirs == NULL)
    return NULL;
  g_array_append_vals (changed, theirs->data, theirs->len);
  g_array_append_vals (changed, stale->data, stale->len);
  g_array_sort (changed, diapason_compare_ids);
  return g_steal_pointer (&changed);
}

static gboolean
rank_changed (DiapasonRankState *self,
              DiapasonDatabase *database,
              View *view,
              GArray *changed,
              GError **error)
{
  g_autoptr (GArray) rows = diapason_priority_rows_of (database, changed, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0, found = 0; i < changed->len; i++)
    {
      gint64 id = g_array_index (changed, gint64, i);

      if (found < rows->len && g_array_index (rows, DiapasonPriorityRow, found).verbatim == id)
        found++;
      else
        diapason_ranking_remove (self->ranking, id);
    }
  rank_rows (self, view, rows);
  g_array_unref (self->on_line);
  self->on_line = g_array_ref (view->on_line);
  return TRUE;
}

static DiapasonRankUpdate *
tell (DiapasonRankState *self, GArray *changed)
{
  DiapasonRankUpdate *update = g_new0 (DiapasonRankUpdate, 1);

  update->is_complete = TRUE;
  update->ids = diapason_ranking_top (self->ranking, DIAPASON_RANK_MOST);
  update->changed = g_array_ref (changed);
  update->total = diapason_ranking_get_size (self->ranking);
  update->next_change = diapason_ranking_next_change (self->ranking);
  return update;
}

DiapasonRankUpdate *
diapason_rank_refresh (DiapasonDatabase *database,
                       DiapasonRankState *self,
                       GArray *stale,
                       gint64 now,
                       GError **error)
{
  g_auto (View) view = { 0 };
  g_autoptr (GArray) changed = NULL;

  if (!view_read (&view, database, now, error))
    return NULL;
  if (self->me == NULL || !are_same (self->me, view.me))
    begin_anew (self, &view);
  if (!self->is_complete && !make_slice (self, database, view.now, error))
    return NULL;
  if (!self->is_complete)
    return g_new0 (DiapasonRankUpdate, 1);
  changed = find_changed (self, database, &view, stale, error);
  if (changed == NULL || !rank_changed (self, database, &view, changed, error))
    return NULL;
  return tell (self, changed);
}

DiapasonRankUpdate *
diapason_rank_first (DiapasonDatabase *database, GArray *weights, gint64 now, GError **error)
{
  g_autoptr (DiapasonRankState) state = diapason_rank_state_new (weights);
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) kept = diapason_first_ranked_get (database, error);
  g_autoptr (GArray) rows = NULL;
  g_auto (View) view = { 0 };
  DiapasonRankUpdate *update;

  rows = kept != NULL ? diapason_priority_rows_of (database, kept, error) : NULL;
  if (rows == NULL || !view_read (&view, database, now, error))
    return NULL;
  rank_rows (state, &view, rows);
  update = tell (state, nothing);
  update->total = 0;
  return update;
}

/* Rows */

static void
unref_if_there (gpointer record)
{
  if (record != NULL)
    diapason_work_record_unref (record);
}

static gboolean
fill_verbatim (DiapasonDatabase *database,
               DiapasonWorkRecord *record,
               const DiapasonPriorityRow *row,
               const View *view,
               GArray *weights,
               GError **error)
{
  record->priority = priority_of (row, view, weights);
  record->person = row->person;
  record->is_mine = row->adviser != 0 && contains (view->me, row->adviser);
  record->is_spoken_to = is_on_line (view->on_line, row->person);
  return row->person == 0 || diapason_person_name (database, row->person, &record->name, error);
}

/* The records of @events, where there are some, without more. */
static GPtrArray *
make_records (GPtrArray *events)
{
  GPtrArray *records = g_ptr_array_new_full (events->len, unref_if_there);

  for (guint i = 0; i < events->len; i++)
    {
      DiapasonEventRecord *event = g_ptr_array_index (events, i);

      g_ptr_array_add (records, event != NULL
                                    ? diapason_work_record_new (diapason_event_record_ref (event))
                                    : NULL);
    }
  return records;
}

GPtrArray *
diapason_rank_rows (DiapasonDatabase *database,
                    GArray *weights,
                    GArray *ids,
                    gint64 now,
                    GError **error)
{
  g_auto (View) view = { 0 };
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) rows = NULL;

  if (!view_read (&view, database, now, error))
    return NULL;
  events = diapason_history_rows (database, (const gint64 *) ids->data, ids->len, error);
  rows = events != NULL ? diapason_priority_rows_of (database, ids, error) : NULL;
  if (rows == NULL)
    return NULL;
  records = make_records (events);
  for (guint i = 0, found = 0; i < ids->len; i++)
    {
      DiapasonWorkRecord *record = g_ptr_array_index (records, i);
      const DiapasonPriorityRow *row =
          found < rows->len ? &g_array_index (rows, DiapasonPriorityRow, found) : NULL;

      if (row == NULL || row->verbatim != g_array_index (ids, gint64, i))
        continue;
      found++;
      if (record != NULL && !fill_verbatim (database, record, row, &view, weights, error))
        return NULL;
    }
  return g_steal_pointer (&records);
}

GPtrArray *
diapason_rank_promises (DiapasonDatabase *database, guint most, gint64 now, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_auto (View) view = { 0 };

  if (!view_read (&view, database, now, error))
    return NULL;
  ids = diapason_priority_promises (database, view.now, most, error);
  events = ids != NULL
               ? diapason_history_rows (database, (const gint64 *) ids->data, ids->len, error)
               : NULL;
  if (events == NULL)
    return NULL;
  records = make_records (events);
  for (guint i = 0; i < records->len; i++)
    {
      DiapasonWorkRecord *record = g_ptr_array_index (records, i);
      gint64 adviser;

      if (record == NULL)
        continue;
      if (!diapason_priority_whose (database, record->event->id, &record->person, &adviser,
                                    error) ||
          !diapason_person_name (database, record->person, &record->name, error))
        return NULL;
      record->is_mine = contains (view.me, adviser);
      record->is_spoken_to = is_on_line (view.on_line, record->person);
    }
  return g_steal_pointer (&records);
}
