/* vocabulary.c: see vocabulary.h. Constant data, any thread. */
#include "vocabulary.h"

const char *const diapason_fact_words[DIAPASON_N_FACTS + 1] = {
  [DIAPASON_FACT_DETRACTOR] = "detractor",
  [DIAPASON_FACT_PASSIVE] = "passive",
  [DIAPASON_FACT_PROMOTER] = "promoter",
  [DIAPASON_FACT_VERY_LOW] = "very_low",
  [DIAPASON_FACT_HAS_WORDS] = "has_words",
  [DIAPASON_FACT_PRAISE] = "praise",
  [DIAPASON_FACT_PROMISE_BROKEN] = "promise_broken",
  [DIAPASON_FACT_PROMISE_DUE] = "promise_due",
  [DIAPASON_FACT_UNSOLVED] = "unsolved",
  [DIAPASON_FACT_THIRD_CONTACT] = "third_contact",
  [DIAPASON_FACT_SELF_SERVICE_FAILED] = "self_service_failed",
  [DIAPASON_FACT_LOW_EFFORT_SCORE] = "low_effort_score",
  [DIAPASON_FACT_HIGH_VALUE] = "high_value",
  [DIAPASON_FACT_OWN] = "own",
  [DIAPASON_FACT_PUBLIC] = "public",
  [DIAPASON_FACT_PERMISSION_ENDS] = "permission_ends",
  [DIAPASON_FACT_WAITS] = "waits",
  [DIAPASON_FACT_SPOKEN_TO] = "spoken_to",
};

const char *const diapason_act_words[DIAPASON_N_ACTS + 1] = {
  [DIAPASON_ACT_SAY_NAME] = "say_name",
  [DIAPASON_ACT_SAY_HISTORY] = "say_history",
  [DIAPASON_ACT_SAY_WORDS] = "say_words",
  [DIAPASON_ACT_SAY_PROMISE] = "say_promise",
  [DIAPASON_ACT_SAY_AMOUNT] = "say_amount",
  [DIAPASON_ACT_SAY_CONTRACT] = "say_contract",
  [DIAPASON_ACT_SAY_CONTACT_POINT] = "say_contact_point",
  [DIAPASON_ACT_SAY_ADDRESS] = "say_address",
  [DIAPASON_ACT_SAY_RELATION] = "say_relation",
  [DIAPASON_ACT_SAY_NEED] = "say_need",
  [DIAPASON_ACT_MAKE_PROMISE] = "make_promise",
  [DIAPASON_ACT_GRANT_GESTURE] = "grant_gesture",
  [DIAPASON_ACT_CHANGE_CONTACT_POINT] = "change_contact_point",
  [DIAPASON_ACT_CHANGE_ADDRESS] = "change_address",
  [DIAPASON_ACT_CHANGE_CONTRACT] = "change_contract",
  [DIAPASON_ACT_END_CONTRACT] = "end_contract",
  [DIAPASON_ACT_CHANGE_BANK] = "change_bank",
};

gboolean
diapason_act_says (DiapasonAct act)
{
  return act <= DIAPASON_ACT_SAY_NEED;
}

const char *const diapason_check_words[DIAPASON_N_CHECKS + 1] = {
  [DIAPASON_CHECK_BIRTH_DATE] = "birth_date",
  [DIAPASON_CHECK_POSTCODE] = "postcode",
  [DIAPASON_CHECK_STREET] = "street",
  [DIAPASON_CHECK_EMAIL] = "email",
  [DIAPASON_CHECK_CONTRACT_NUMBER] = "contract_number",
  [DIAPASON_CHECK_PRODUCT] = "product",
  [DIAPASON_CHECK_LAST_CONTACT] = "last_contact",
};

const char *const diapason_event_words[DIAPASON_N_EVENTS + 1] = {
  [DIAPASON_EVENT_CONTACT] = "contact",
  [DIAPASON_EVENT_SURVEY] = "survey",
  [DIAPASON_EVENT_REVIEW] = "review",
  [DIAPASON_EVENT_PROMISE] = "promise",
};
