/* table-timeline.h: what happened with a person, over all sources, in order. Thread: the writer of
 * cache.db. */
#pragma once

#include "entity.h"
#include "store.h"

G_BEGIN_DECLS

/* An event as its source said it. */
typedef struct
{
  gint64 record;
  DiapasonEntity kind; /* INTERACTION, PROMISE, VERBATIM; NONE: no such row is here (gone, or only
                          mentioned) */
  gint64 customer;     /* 0: nobody */
  gint64 person;       /* whom the customer belongs to; 0: nobody yet */
  gint64 at;           /* milliseconds UTC; 0: missing */
  gint64 first_seen;
  gint64 revision; /* -1: none */
} DiapasonTimelineInput;

/* Reads the event @record as it stands. FALSE with @error. */
gboolean diapason_timeline_read (DiapasonDatabase *database,
                                 gint64 record,
                                 DiapasonTimelineInput *out,
                                 GError **error);

typedef struct
{
  gint64 record;
  DiapasonEntity kind;
  gint64 person; /* 0: the record is to have no row */
  gint64 at;
  gboolean date_known;
  gint64 revision; /* -1: none */
} DiapasonTimelineRow;

/* Makes @row the one row of its record. Tells whose history it stood in before (0: nobody's), and
 * whether it stands in another history or place now. */
gboolean diapason_timeline_set (DiapasonDatabase *database,
                                const DiapasonTimelineRow *row,
                                int version,
                                gint64 *out_former,
                                gboolean *out_moved,
                                GError **error);

/* Moves the rows of @customer's events to @person; 0 removes them. */
gboolean diapason_timeline_move (DiapasonDatabase *database,
                                 gint64 customer,
                                 gint64 person,
                                 GError **error);

/* Queues the events of @customer, for a customer who was nobody until now. */
gboolean diapason_timeline_queue_events (DiapasonDatabase *database,
                                         gint64 customer,
                                         GError **error);

/* Whether any event names @customer. */
gboolean diapason_timeline_names (DiapasonDatabase *database,
                                  gint64 customer,
                                  gboolean *out,
                                  GError **error);

G_END_DECLS
