/* opening.c: see opening.h. */
#include "opening.h"

#include "speakable.h"

#define MANY_CONTACTS 3
#define LATELY        (G_GINT64_CONSTANT (30) * 24 * 60 * 60 * 1000)

static const DiapasonAct needed[DIAPASON_N_OPENINGS] = {
  [DIAPASON_OPENING_GREETING] = DIAPASON_N_ACTS,
  [DIAPASON_OPENING_HOW_ARE_YOU] = DIAPASON_N_ACTS,
  [DIAPASON_OPENING_BY_NAME] = DIAPASON_ACT_SAY_NAME,
  [DIAPASON_OPENING_BROKEN_PROMISE] = DIAPASON_ACT_SAY_PROMISE,
  [DIAPASON_OPENING_PROMISE_DUE] = DIAPASON_ACT_SAY_PROMISE,
  [DIAPASON_OPENING_MANY_CONTACTS] = DIAPASON_ACT_SAY_HISTORY,
  [DIAPASON_OPENING_SELF_SERVICE] = DIAPASON_ACT_SAY_HISTORY,
  [DIAPASON_OPENING_UNSOLVED] = DIAPASON_ACT_SAY_HISTORY,
  [DIAPASON_OPENING_THANKS] = DIAPASON_ACT_SAY_WORDS,
};

DiapasonAct
diapason_opening_act (DiapasonOpening opening)
{
  g_return_val_if_fail (opening < DIAPASON_N_OPENINGS, DIAPASON_N_ACTS);

  return needed[opening];
}

static gboolean
fits (DiapasonOpening opening, const DiapasonEffort *effort, gboolean name_known)
{
  switch (opening)
    {
    case DIAPASON_OPENING_BROKEN_PROMISE:
      return effort->promise == DIAPASON_PROMISE_BROKEN;
    case DIAPASON_OPENING_PROMISE_DUE:
      return effort->promise == DIAPASON_PROMISE_DUE;
    case DIAPASON_OPENING_MANY_CONTACTS:
      return effort->contacts >= MANY_CONTACTS;
    case DIAPASON_OPENING_SELF_SERVICE:
      return effort->ended == DIAPASON_SOLVED_NO || effort->ended == DIAPASON_SOLVED_PARTLY;
    case DIAPASON_OPENING_UNSOLVED:
      return effort->open_event != 0;
    case DIAPASON_OPENING_THANKS:
      return effort->left == DIAPASON_LEFT_CONTENT && effort->left_by_score &&
             effort->now - effort->left_at <= LATELY;
    case DIAPASON_OPENING_HOW_ARE_YOU:
      return effort->left == DIAPASON_LEFT_UPSET;
    case DIAPASON_OPENING_BY_NAME:
      return name_known;
    case DIAPASON_OPENING_GREETING:
    case DIAPASON_N_OPENINGS:
    default:
      return TRUE;
    }
}

DiapasonOpening
diapason_opening_choose (const DiapasonEffort *effort,
                         gboolean name_known,
                         guint reached,
                         const guint8 *acts)
{
  static const DiapasonOpening order[] = {
    DIAPASON_OPENING_BROKEN_PROMISE, DIAPASON_OPENING_MANY_CONTACTS, DIAPASON_OPENING_SELF_SERVICE,
    DIAPASON_OPENING_PROMISE_DUE,    DIAPASON_OPENING_UNSOLVED,      DIAPASON_OPENING_HOW_ARE_YOU,
    DIAPASON_OPENING_THANKS,         DIAPASON_OPENING_BY_NAME,
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if ((needed[order[i]] == DIAPASON_N_ACTS ||
         diapason_act_is_allowed (needed[order[i]], reached, acts)) &&
        fits (order[i], effort, name_known))
      return order[i];
  return DIAPASON_OPENING_GREETING;
}
