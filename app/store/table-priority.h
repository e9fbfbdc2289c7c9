/* table-priority.h: what ranks the verbatims that wait to be seen to: one row each, and what it is
 * made from. Thread: the writer of cache.db.
 */
#pragma once

#include "store.h"
#include "verbatim-facts.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 verbatim;
  gint64 person;  /* 0: nobody is to be, or can be, joined with it */
  gint64 adviser; /* whose contact it is about; 0: unknown */
  /* Of these is_own and is_spoken_to are not kept: who looks, and who is on the line, is no matter
   * of the row. */
  DiapasonVerbatimFacts facts;
  gint64 revision; /* -1: none */
} DiapasonPriorityRow;

/* What a verbatim says, and what it leads to. */
typedef struct
{
  DiapasonPriorityRow row; /* of the facts those of the verbatim, its criteria and its contact;
                              facts.is_open: FALSE where there is no open one under that id */
  gint64 first_seen;
  gint64 interaction;                 /* 0: none */
  char last_day[sizeof "YYYY-MM-DD"]; /* of the permission; "": not told */
} DiapasonPriorityInput;

/* Reads @verbatim as it stands. */
gboolean diapason_priority_read (DiapasonDatabase *database,
                                 gint64 verbatim,
                                 DiapasonPriorityInput *out,
                                 GError **error);

/* The contacts of @person that began after @after and until @until, newest first, as far as
 * diapason_effort() looks at them, and at most so many that more make no difference to anybody.
 * Returns: (transfer full) (element-type DiapasonEventRecord), or NULL with @error. */
GPtrArray *diapason_priority_contacts (DiapasonDatabase *database,
                                       gint64 person,
                                       gint64 after,
                                       gint64 until,
                                       GError **error);

/* The contact @interaction alone, likewise; empty when it is not here. */
GPtrArray *diapason_priority_contact (DiapasonDatabase *database,
                                      gint64 interaction,
                                      GError **error);

/* Fills in what the records and the promises of @person say: value, and what was promised. */
gboolean diapason_priority_read_person (DiapasonDatabase *database,
                                        gint64 person,
                                        DiapasonVerbatimFacts *facts,
                                        GError **error);

/* The open verbatims of @person. Returns: (transfer full) (element-type gint64), or NULL with
 * @error. */
GArray *diapason_priority_open_of (DiapasonDatabase *database, gint64 person, GError **error);

/* Makes @row the one row of its verbatim; without facts.is_open it has none. Notes
 * DIAPASON_KIND_PRIORITY when it ranks another way. */
gboolean diapason_priority_set (DiapasonDatabase *database,
                                const DiapasonPriorityRow *row,
                                int version,
                                GError **error);

/* Something about @person (0: nobody) changed that their open verbatims may depend on. */
gboolean diapason_priority_queue_person (DiapasonDatabase *database, gint64 person, GError **error);

/* So did the contact @interaction, which they may be about. */
gboolean diapason_priority_queue_about (DiapasonDatabase *database,
                                        gint64 interaction,
                                        GError **error);

G_END_DECLS
