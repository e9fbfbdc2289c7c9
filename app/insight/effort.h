/* effort.h: what somebody has already done to be helped, what they were promised, and how they
 * left: the first that an adviser reads of a person.
 *
 * All of it comes from the rows of the history, and says from which. An event whose date is missing
 * or in the future never counts; what the rows do not say stays unknown. Pure functions; any
 * thread.
 */
#pragma once

#include "records.h"

G_BEGIN_DECLS

#define DIAPASON_EFFORT_DAYS 7 /* so long ago contacts and tries still count */

typedef enum
{
  DIAPASON_SOLVED_UNKNOWN,
  DIAPASON_SOLVED_YES,
  DIAPASON_SOLVED_PARTLY,
  DIAPASON_SOLVED_NO,
} DiapasonSolved;

typedef enum
{
  DIAPASON_PROMISE_NONE, /* nothing was promised */
  DIAPASON_PROMISE_UNKNOWN,
  DIAPASON_PROMISE_KEPT,
  DIAPASON_PROMISE_LATE, /* kept, but late */
  DIAPASON_PROMISE_BROKEN,
  DIAPASON_PROMISE_DUE, /* open, and its day has not passed, or is not known */
  DIAPASON_PROMISE_WITHDRAWN,
} DiapasonPromiseState;

typedef enum
{
  DIAPASON_LEFT_UNKNOWN,
  DIAPASON_LEFT_UPSET,
  DIAPASON_LEFT_UNEASY,
  DIAPASON_LEFT_CONTENT,
} DiapasonLeft;

/* Events are named by their record's id; 0: there is none. Instants are 0 where there is none. */
typedef struct
{
  gint64 now; /* when this was so */

  /* Contacts of theirs in the last days, with the one that goes on. */
  guint contacts;
  gint64 contacts_since; /* when the first of them began */
  gint64 contacts_event; /* the first of them */

  /* Self-service in the same days, before the contact that goes on. */
  guint tries;
  guint failures;       /* of these: found nothing, or only in part */
  DiapasonSolved ended; /* how the last of them did */
  gint64 tries_event;   /* the last of them */

  /* Since when what they came about last is not solved. */
  gint64 open_since;
  gint64 open_event;

  /* What was promised last. */
  DiapasonPromiseState promise;
  gboolean promise_days_known;
  gint64 promise_days; /* broken: by how many days; due: in how many */
  gint64 promise_event;
  guint promises_broken; /* of all */

  /* How they left last time: by their own score, or else by whether it was solved. */
  DiapasonLeft left;
  gboolean left_by_score;
  gint64 left_at;
  gint64 left_event;
} DiapasonEffort;

/* What @events (newest first, at most as many as the history holds) tell at @now. @live: (nullable)
 * the contact that goes on now; where it stands in @events, too, it counts once and says nothing of
 * the last time. Days are those of the calendar in @zone (nullable: UTC).
 *
 * A contact is one by which they came to a person of the house; a contact of unknown direction is
 * none. Self-service is a visit of the web of which a reason is known or how it ended: an order has
 * neither. A matter is open since the first of the unsolved contacts in a row, each at most 30 days
 * before the next or now; one about another reason is left aside, a solved one ends the row. Upset
 * is only who says so by a score of their own (see score.h); an unsolved contact makes uneasy. */
DiapasonEffort diapason_effort (DiapasonEventRecord *const *events,
                                guint n_events,
                                const DiapasonEventRecord *live,
                                gint64 now,
                                GTimeZone *zone);

G_END_DECLS
