/* vocabulary.h: the words that policies are written in, and that insight answers with.
 *
 * Each list of words is in the order of its enumeration and ends with NULL. Constant data, any
 * thread. The structures are plain: their maker owns what they point to.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What may give a verbatim points. */
typedef enum
{
  DIAPASON_FACT_DETRACTOR,           /* 0 to 6 of 10, 1 to 3 stars of 5 */
  DIAPASON_FACT_PASSIVE,             /* 7 or 8, 4 stars */
  DIAPASON_FACT_PROMOTER,            /* 9 or 10, 5 stars */
  DIAPASON_FACT_VERY_LOW,            /* 0 to 3, 1 star */
  DIAPASON_FACT_HAS_WORDS,           /* not only a score */
  DIAPASON_FACT_PRAISE,              /* a promoter who wrote words */
  DIAPASON_FACT_PROMISE_BROKEN,      /* what was promised them did not happen in time */
  DIAPASON_FACT_PROMISE_DUE,         /* within a day */
  DIAPASON_FACT_UNSOLVED,            /* the contact it is about was not, or only partly, solved */
  DIAPASON_FACT_THIRD_CONTACT,       /* three or more in the seven days before it */
  DIAPASON_FACT_SELF_SERVICE_FAILED, /* tried before that contact without success */
  DIAPASON_FACT_LOW_EFFORT_SCORE,    /* they say we made it hard */
  DIAPASON_FACT_HIGH_VALUE,
  DIAPASON_FACT_OWN,             /* about a contact of mine */
  DIAPASON_FACT_PUBLIC,          /* a review that everybody reads */
  DIAPASON_FACT_PERMISSION_ENDS, /* to be contacted about it: within two days */
  DIAPASON_FACT_WAITS,           /* each day since it was written, while it is open */
  DIAPASON_FACT_SPOKEN_TO,       /* they are on the line now */
  DIAPASON_N_FACTS,
} DiapasonFact;

extern const char *const diapason_fact_words[DIAPASON_N_FACTS + 1];

/* What a challenge gives for a fact. */
typedef struct
{
  DiapasonFact fact;
  int points;  /* for DIAPASON_FACT_WAITS a day; else once, however often */
  int at_most; /* for DIAPASON_FACT_WAITS in all */
} DiapasonWeight;

/* What may need a check of who it is. All that says something comes first. */
typedef enum
{
  DIAPASON_ACT_SAY_NAME,
  DIAPASON_ACT_SAY_HISTORY,
  DIAPASON_ACT_SAY_WORDS, /* what they wrote in a survey or a review */
  DIAPASON_ACT_SAY_PROMISE,
  DIAPASON_ACT_SAY_AMOUNT,
  DIAPASON_ACT_SAY_CONTRACT,
  DIAPASON_ACT_SAY_CONTACT_POINT,
  DIAPASON_ACT_SAY_ADDRESS,
  DIAPASON_ACT_SAY_RELATION,
  DIAPASON_ACT_SAY_NEED, /* what they need, and that nothing is to be sold to them */
  DIAPASON_ACT_MAKE_PROMISE,
  DIAPASON_ACT_GRANT_GESTURE,
  DIAPASON_ACT_CHANGE_CONTACT_POINT,
  DIAPASON_ACT_CHANGE_ADDRESS,
  DIAPASON_ACT_CHANGE_CONTRACT,
  DIAPASON_ACT_END_CONTRACT,
  DIAPASON_ACT_CHANGE_BANK,
  DIAPASON_N_ACTS,
} DiapasonAct;

extern const char *const diapason_act_words[DIAPASON_N_ACTS + 1];

/* Whether @act tells the customer something about a human. */
gboolean diapason_act_says (DiapasonAct act);

/* What somebody can be asked, to be sure who it is. A number they call from is none: it can be
 * shared or forged. */
typedef enum
{
  DIAPASON_CHECK_BIRTH_DATE,
  DIAPASON_CHECK_POSTCODE,
  DIAPASON_CHECK_STREET,
  DIAPASON_CHECK_EMAIL,
  DIAPASON_CHECK_CONTRACT_NUMBER,
  DIAPASON_CHECK_PRODUCT,
  DIAPASON_CHECK_LAST_CONTACT, /* when, and what about */
  DIAPASON_N_CHECKS,
} DiapasonCheck;

extern const char *const diapason_check_words[DIAPASON_N_CHECKS + 1];

/* How sure it is who it is: 0, nobody was asked, to the last. */
#define DIAPASON_N_LEVELS 3

/* What an event of the history is to the moments of truth. */
typedef enum
{
  DIAPASON_EVENT_CONTACT, /* an interaction: also self-service, an order, a visit of a store */
  DIAPASON_EVENT_SURVEY,  /* an answer */
  DIAPASON_EVENT_REVIEW,
  DIAPASON_EVENT_PROMISE,
  DIAPASON_N_EVENTS,
} DiapasonEventKind;

extern const char *const diapason_event_words[DIAPASON_N_EVENTS + 1];

/* Which events belong to a moment of truth: those that fit all of it. */
typedef struct
{
  guint moment;       /* its place among the moments */
  guint events;       /* 1 << DiapasonEventKind, … */
  char **channels;    /* (nullable: any) */
  char **reasons;     /* (nullable: any) as diapason_text_fold() makes them */
  char *direction;    /* (nullable: any) */
  gboolean no_reason; /* only those of which no reason is known */
} DiapasonMomentRule;

G_END_DECLS
