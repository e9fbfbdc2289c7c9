/* speakable.c: see speakable.h. */
#include "speakable.h"

#define NEVER DIAPASON_N_ACTS

gboolean
diapason_act_is_allowed (DiapasonAct act, guint reached, const guint8 *acts)
{
  guint least = diapason_act_says (act) ? 1 : 0;

  return reached >= MAX (acts[act], least);
}

DiapasonSpeakable
diapason_speakable (DiapasonCardFact fact, guint reached, const guint8 *acts)
{
  static const guint needed[DIAPASON_N_CARD_FACTS] = {
    [DIAPASON_CARD_NAME] = DIAPASON_ACT_SAY_NAME,
    [DIAPASON_CARD_SINCE] = DIAPASON_ACT_SAY_HISTORY,
    [DIAPASON_CARD_HISTORY] = DIAPASON_ACT_SAY_HISTORY,
    [DIAPASON_CARD_WORDS] = DIAPASON_ACT_SAY_WORDS,
    [DIAPASON_CARD_PROMISE] = DIAPASON_ACT_SAY_PROMISE,
    [DIAPASON_CARD_AMOUNT] = DIAPASON_ACT_SAY_AMOUNT,
    [DIAPASON_CARD_CONTRACT] = DIAPASON_ACT_SAY_CONTRACT,
    [DIAPASON_CARD_CONTACT_POINT] = DIAPASON_ACT_SAY_CONTACT_POINT,
    [DIAPASON_CARD_ADDRESS] = DIAPASON_ACT_SAY_ADDRESS,
    [DIAPASON_CARD_RELATION] = DIAPASON_ACT_SAY_RELATION,
    [DIAPASON_CARD_BIRTH_DATE] = NEVER,
    [DIAPASON_CARD_VALUE] = NEVER,
    [DIAPASON_CARD_NEED] = DIAPASON_ACT_SAY_NEED,
    [DIAPASON_CARD_HOLD] = DIAPASON_ACT_SAY_NEED,
    [DIAPASON_CARD_RISK] = NEVER,
  };

  g_return_val_if_fail (fact < DIAPASON_N_CARD_FACTS, DIAPASON_SPEAKABLE_NEVER);

  if (needed[fact] == NEVER)
    return DIAPASON_SPEAKABLE_NEVER;
  return diapason_act_is_allowed ((DiapasonAct) needed[fact], reached, acts)
             ? DIAPASON_SPEAKABLE_YES
             : DIAPASON_SPEAKABLE_AFTER_CHECK;
}
