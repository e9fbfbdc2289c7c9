/* speakable.h: which facts of the card may be said to whoever is on the line.
 *
 * Pure functions; any thread.
 */
#pragma once

#include "vocabulary.h"

G_BEGIN_DECLS

/* The kinds of facts that the card shows. */
typedef enum
{
  DIAPASON_CARD_NAME,
  DIAPASON_CARD_SINCE,
  DIAPASON_CARD_HISTORY, /* contacts, self-service, how they left */
  DIAPASON_CARD_WORDS,   /* what they wrote in a survey or a review */
  DIAPASON_CARD_PROMISE,
  DIAPASON_CARD_AMOUNT,
  DIAPASON_CARD_CONTRACT,
  DIAPASON_CARD_CONTACT_POINT,
  DIAPASON_CARD_ADDRESS,
  DIAPASON_CARD_RELATION,
  DIAPASON_CARD_BIRTH_DATE, /* is asked, and so never told */
  DIAPASON_CARD_VALUE,      /* what the house thinks they are worth */
  DIAPASON_CARD_NEED,       /* what they need from whoever serves them */
  DIAPASON_CARD_HOLD,       /* that nothing is to be sold to them, and why */
  DIAPASON_CARD_RISK,       /* how likely somebody or something thinks it is that they leave */
  DIAPASON_N_CARD_FACTS,
} DiapasonCardFact;

typedef enum
{
  DIAPASON_SPEAKABLE_NEVER,
  DIAPASON_SPEAKABLE_AFTER_CHECK,
  DIAPASON_SPEAKABLE_YES,
} DiapasonSpeakable;

/* Whether @act may be done with @reached: each act needs the level it has in @acts (one each of
 * DIAPASON_N_ACTS), and what says something of a person at least level 1, whatever stands there. */
gboolean diapason_act_is_allowed (DiapasonAct act, guint reached, const guint8 *acts);

/* Whether @fact may be said. */
DiapasonSpeakable diapason_speakable (DiapasonCardFact fact, guint reached, const guint8 *acts);

G_END_DECLS
