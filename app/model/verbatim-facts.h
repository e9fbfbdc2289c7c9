/* verbatim-facts.h: what is known of a verbatim that may rank it. Plain values; any thread. */
#pragma once

#include "records.h"

G_BEGIN_DECLS

/* What is known of a verbatim. What is not known is FALSE or 0, and gives nothing. */
typedef struct
{
  DiapasonScore score;
  DiapasonScore effort; /* the highest: it was easy */
  gint64 at;            /* when it was written */
  gboolean has_words;
  gboolean is_open; /* the house has yet to see to it */
  gboolean is_review;
  gboolean is_own;       /* about a contact of mine */
  gboolean is_spoken_to; /* they are on the line */
  gboolean is_high_value;
  gboolean is_unsolved; /* the contact it is about was solved partly or not */
  gboolean may_contact;
  gint64 permission_until; /* the first instant at which they may not be contacted any more */
  guint contacts;          /* in the seven days before it, with the one it is about */
  guint failures;          /* of self-service, before that contact */
  guint promises_broken;   /* that are told to be */
  gint64 promise_due;      /* of the open promises: the earliest, also when it has passed */
} DiapasonVerbatimFacts;

G_END_DECLS
