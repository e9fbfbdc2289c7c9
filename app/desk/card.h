/* card.h: all that the head of the desk shows of a person, in one answer: who they are, how they
 * left, what they did to be helped, what was promised, with which sentence to open, and what of it
 * may be said.
 *
 * Everything in it is from rows, or follows from them by a rule of insight and the company's
 * policy. Immutable and refcounted: any thread.
 */
#pragma once

#include "effort.h"
#include "moments.h"
#include "opening.h"
#include "records.h"
#include "speakable.h"

G_BEGIN_DECLS

/* So many events, the newest ones, does it look at: reading them stays within its time. */
#define DIAPASON_CARD_EVENTS 100

typedef struct _DiapasonPolicy DiapasonPolicy;

/* A moment of truth, and how they came to it. */
typedef struct
{
  char *label; /* (owned) in the language of this session */
  DiapasonMomentReached reached;
} DiapasonCardMoment;

/* What is asked to reach a level of identity. */
typedef struct
{
  DiapasonCheck ask[DIAPASON_N_CHECKS]; /* in order */
  guint n_ask;
  guint needs; /* how many of them have to fit */
  guint fit;   /* how many do */
} DiapasonCardLevel;

typedef struct
{
  DiapasonPersonRecord *person;    /* (owned) */
  GPtrArray *events;               /* (owned) (element-type DiapasonEventRecord) newest first */
  const DiapasonEventRecord *live; /* (nullable) one of them: the contact that goes on here */
  const DiapasonEventRecord *elsewhere; /* (nullable) and the one that a colleague has with them */
  gint64 now;                           /* when this was so */

  DiapasonEffort effort;
  DiapasonOpening opening;
  GPtrArray *moments; /* (owned) (element-type DiapasonCardMoment) in order */
  int moment;         /* the place of the one they are at, or -1 */

  /* What a check holds for: the contact that goes on, as its source names it, as long as it goes
   * on; without one, this opening of the card. */
  char *occasion; /* (owned) */
  guint fitting;  /* bits (1 << DiapasonCheck) of what was asked and fitted */
  guint failing;  /* of what did not fit */
  guint level;    /* that is reached */
  DiapasonCardLevel levels[DIAPASON_N_LEVELS];
  guint8 acts[DIAPASON_N_ACTS]; /* the level each needs */
  gint64 policy;                /* the version of what says so */
  char *adviser_source;         /* (owned) (nullable) who is signed in */
  char *adviser_remote;         /* (owned) (nullable) */
} DiapasonCard;

/* Whether @event is a call or a chat that goes on at @now. */
gboolean diapason_card_is_live (const DiapasonEventRecord *event, gint64 now);

/* What @person and @events (newest first, at most DIAPASON_CARD_EVENTS), both taken, tell at @now
 * by @policy. Nothing was checked yet. @colleagues (nullable) (element-type gint64): those of the
 * events that go on with a colleague. @opening: names this opening. Returns: (transfer full). */
DiapasonCard *diapason_card_new (DiapasonPersonRecord *person,
                                 GPtrArray *events,
                                 GArray *colleagues,
                                 const char *opening,
                                 gint64 now,
                                 const DiapasonPolicy *policy);
DiapasonCard *diapason_card_ref (DiapasonCard *card);
void diapason_card_unref (DiapasonCard *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonCard, diapason_card_unref)

/* While it is made, before anybody else has it: what was checked. Sets the level, and the opening
 * that it allows. */
void diapason_card_set_checks (DiapasonCard *card,
                               guint fitting,
                               guint failing,
                               const DiapasonPolicy *policy);

/* The event of that id among those looked at, or NULL. Borrowed. */
const DiapasonEventRecord *diapason_card_event (const DiapasonCard *card, gint64 id);

/* Whether @fact may be said to whoever is on the line. */
DiapasonSpeakable diapason_card_speakable (const DiapasonCard *card, DiapasonCardFact fact);

/* What a need, a risk or a hold is among the facts of the card. */
DiapasonCardFact diapason_card_fact_of (DiapasonCustomerFact kind);

/* Whether there is a row to compare the answer to @check with. */
gboolean diapason_card_knows (const DiapasonCard *card, DiapasonCheck check);

/* The last contact with a person of the house before the one that goes on, or NULL. Borrowed. */
const DiapasonEventRecord *diapason_card_last_contact (const DiapasonCard *card);

G_END_DECLS
