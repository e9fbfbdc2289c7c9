/* test-opening.c: that nothing is said of a person before it was checked who it is, and nothing
 * that is not in the rows.
 */
#include "opening.h"

#include "random-history.h"
#include "speakable.h"

#define ROUNDS 30000

typedef GPtrArray Events;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Events, g_ptr_array_unref)

/* Levels as a policy may give them, and as none may. */
static void
draw_acts (GRand *rand, guint8 *acts)
{
  for (guint act = 0; act < DIAPASON_N_ACTS; act++)
    acts[act] = (guint8) g_rand_int_range (rand, 0, DIAPASON_N_LEVELS);
}

/* Whether a row stands behind it. */
static gboolean
is_in_rows (DiapasonOpening opening, const DiapasonEffort *effort, GPtrArray *events)
{
  const DiapasonEventRecord *promise = find_event (events, effort->promise_event);
  const DiapasonEventRecord *left = find_event (events, effort->left_event);
  const DiapasonEventRecord *tried = find_event (events, effort->tries_event);

  switch (opening)
    {
    case DIAPASON_OPENING_BROKEN_PROMISE:
      return g_strcmp0 (promise->state, "broken") == 0 ||
             (g_strcmp0 (promise->state, "open") == 0 && promise->due_at <= NOW);
    case DIAPASON_OPENING_PROMISE_DUE:
      return g_strcmp0 (promise->state, "open") == 0;
    case DIAPASON_OPENING_MANY_CONTACTS:
      return effort->contacts >= 3;
    case DIAPASON_OPENING_SELF_SERVICE:
      return g_strcmp0 (tried->solved, "no") == 0 || g_strcmp0 (tried->solved, "partly") == 0;
    case DIAPASON_OPENING_UNSOLVED:
      return find_event (events, effort->open_event) != NULL;
    case DIAPASON_OPENING_THANKS:
      return left->score.score >= 5 && left->at >= NOW - 30 * DAY;
    case DIAPASON_OPENING_HOW_ARE_YOU:
      return left->score.score <= 6;
    case DIAPASON_OPENING_GREETING:
    case DIAPASON_OPENING_BY_NAME:
    case DIAPASON_N_OPENINGS:
    default:
      return TRUE;
    }
}

static void
test_nothing_before_the_check (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  guint seen[DIAPASON_N_OPENINGS] = { 0 };

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (Events) events = random_history (rand);
      DiapasonEventRecord *live = random_live (rand, events);
      DiapasonEffort effort = diapason_effort ((DiapasonEventRecord *const *) events->pdata,
                                               events->len, live, NOW, NULL);
      guint8 acts[DIAPASON_N_ACTS];
      guint reached = (guint) g_rand_int_range (rand, 0, DIAPASON_N_LEVELS);

      draw_acts (rand, acts);
      DiapasonOpening opening =
          diapason_opening_choose (&effort, g_rand_boolean (rand), reached, acts);
      DiapasonAct act = diapason_opening_act (opening);
      if (reached == 0)
        g_assert_cmpint (act, ==, DIAPASON_N_ACTS);
      else if (act != DIAPASON_N_ACTS)
        g_assert_cmpuint (acts[act], <=, reached);
      g_assert_true (is_in_rows (opening, &effort, events));
      seen[opening]++;
      g_clear_pointer (&live, diapason_event_record_unref);
    }
  for (guint opening = 0; opening < DIAPASON_N_OPENINGS; opening++)
    g_assert_cmpuint (seen[opening], >, 0);
}

/* Which one fits, where all may be said: the first of the list, then without it the next. */
static void
test_order (void)
{
  static const guint8 acts[DIAPASON_N_ACTS] = { 0 };
  DiapasonEffort effort = { .now = NOW,
                            .promise = DIAPASON_PROMISE_BROKEN,
                            .contacts = 3,
                            .ended = DIAPASON_SOLVED_PARTLY,
                            .open_event = 1,
                            .left = DIAPASON_LEFT_UPSET,
                            .left_by_score = TRUE };

#define NEXT(expected, change)                                                                     \
  g_assert_cmpint (diapason_opening_choose (&effort, TRUE, 1, acts), ==, (expected));              \
  change
  NEXT (DIAPASON_OPENING_BROKEN_PROMISE, effort.promise = DIAPASON_PROMISE_DUE);
  NEXT (DIAPASON_OPENING_MANY_CONTACTS, effort.contacts = 2);
  NEXT (DIAPASON_OPENING_SELF_SERVICE, effort.ended = DIAPASON_SOLVED_YES);
  NEXT (DIAPASON_OPENING_PROMISE_DUE, effort.promise = DIAPASON_PROMISE_LATE);
  NEXT (DIAPASON_OPENING_UNSOLVED, effort.open_event = 0);
  NEXT (DIAPASON_OPENING_HOW_ARE_YOU, effort.left = DIAPASON_LEFT_CONTENT);
  NEXT (DIAPASON_OPENING_BY_NAME, effort.left_at = NOW - DAY);
  NEXT (DIAPASON_OPENING_THANKS, effort.left_by_score = FALSE);
  NEXT (DIAPASON_OPENING_BY_NAME, effort.left = DIAPASON_LEFT_UNKNOWN);
#undef NEXT
  g_assert_cmpint (diapason_opening_choose (&effort, FALSE, 1, acts), ==,
                   DIAPASON_OPENING_GREETING);
}

/* Nothing of the card before the check, whatever the policy says; more with each level, and what is
 * asked or is ours never. */
static void
test_speakable (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint round = 0; round < 1000; round++)
    for (guint fact = 0; fact < DIAPASON_N_CARD_FACTS; fact++)
      {
        guint8 acts[DIAPASON_N_ACTS];
        gboolean never = fact == DIAPASON_CARD_BIRTH_DATE || fact == DIAPASON_CARD_VALUE ||
                         fact == DIAPASON_CARD_RISK;
        DiapasonSpeakable before = DIAPASON_SPEAKABLE_NEVER;

        draw_acts (rand, acts);
        for (guint reached = 0; reached < DIAPASON_N_LEVELS; reached++)
          {
            DiapasonSpeakable may = diapason_speakable ((DiapasonCardFact) fact, reached, acts);

            g_assert_true ((may == DIAPASON_SPEAKABLE_NEVER) == never);
            g_assert_cmpint (may, >=, before);
            if (reached == 0)
              g_assert_cmpint (may, !=, DIAPASON_SPEAKABLE_YES);
            if (reached == DIAPASON_N_LEVELS - 1 && !never)
              g_assert_cmpint (may, ==, DIAPASON_SPEAKABLE_YES);
            before = may;
          }
      }
}

/* An act that says nothing may be done as the policy has it, at level 0 too. */
static void
test_acts (void)
{
  const guint8 acts[DIAPASON_N_ACTS] = {
    [DIAPASON_ACT_SAY_AMOUNT] = 2, [DIAPASON_ACT_CHANGE_BANK] = 2
  };

  g_assert_true (diapason_act_is_allowed (DIAPASON_ACT_MAKE_PROMISE, 0, acts));
  g_assert_false (diapason_act_is_allowed (DIAPASON_ACT_CHANGE_BANK, 1, acts));
  g_assert_true (diapason_act_is_allowed (DIAPASON_ACT_CHANGE_BANK, 2, acts));
  g_assert_cmpint (diapason_speakable (DIAPASON_CARD_AMOUNT, 1, acts), ==,
                   DIAPASON_SPEAKABLE_AFTER_CHECK);
  g_assert_cmpint (diapason_speakable (DIAPASON_CARD_NAME, 1, acts), ==, DIAPASON_SPEAKABLE_YES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/opening/nothing-before-the-check", test_nothing_before_the_check);
  g_test_add_func ("/insight/opening/order", test_order);
  g_test_add_func ("/insight/opening/speakable", test_speakable);
  g_test_add_func ("/insight/opening/acts", test_acts);
  return g_test_run ();
}
