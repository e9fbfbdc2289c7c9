/* told-company.h: what several sources say of a small company as it changes, and the pages it comes
 * in: for tests that bring them in any order.
 *
 * Of few rows that refer to one another, so that they meet. A source numbers its changes; a row
 * that is gone is told once more, and may be made again. Everything follows from a seed.
 *
 * Thread: any one.
 */
#pragma once

#include <glib.h>

/* The streams of all sources. Descriptors are told_company_descriptor(). */
typedef enum
{
  TOLD_CUSTOMERS,    /* of "crm": with all their numbers and addresses; some wander */
  TOLD_PROMISES,     /* of "crm" */
  TOLD_CONTACTS,     /* of "desk": with theirs, some name a customer of "crm" */
  TOLD_INTERACTIONS, /* of "desk" */
  TOLD_MESSAGES,     /* of "desk" */
  TOLD_VERBATIMS,    /* of "survey": with all their answers */
  TOLD_ARTICLES,     /* of "survey" */
  TOLD_N_STREAMS,
} ToldStream;

/* One element, as it was at one time. */
typedef struct
{
  ToldStream stream;
  guint number;     /* of the row */
  guint revision;   /* of its source */
  gboolean is_last; /* nothing is told of the row later */
  char *json;       /* (owned) */
} Telling;

/* What is told in @steps changes of a company, in order. Returns: (transfer full) (element-type
 * Telling). */
GPtrArray *told_company_new (guint32 seed, guint steps);

/* A body that holds @n of @tellings (Telling *). Returns: (transfer full). */
char *told_company_page (Telling *const *tellings, guint n);

/* The name of a stream's source. */
const char *told_company_source (ToldStream stream);
/* The stream's place in the descriptor of its source. */
guint told_company_place (ToldStream stream);
/* JSON of the descriptor of the source called @name. */
const char *told_company_descriptor (const char *name);
