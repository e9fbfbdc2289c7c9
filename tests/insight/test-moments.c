/* test-moments.c: which moments of truth a history reached. */
#include "moments.h"

#include "random-history.h"

#define ROUNDS    10000
#define BIT(kind) (1u << DIAPASON_EVENT_##kind)

typedef GPtrArray Events;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Events, g_ptr_array_unref)

static char *praise[] = { (char *) "praise", NULL };
static char *web[] = { (char *) "web", (char *) "store", NULL };

/* The first that fits wins: a praise is told, an order is bought, the rest is used. */
static const DiapasonMomentRule rules[] = {
  { .moment = 3, .events = BIT (REVIEW) },
  { .moment = 3, .events = BIT (CONTACT), .reasons = praise },
  { .moment = 1, .events = BIT (CONTACT), .channels = web, .no_reason = TRUE },
  { .moment = 0, .events = BIT (CONTACT), .direction = (char *) "out" },
  { .moment = 2, .events = BIT (CONTACT) | BIT (SURVEY) },
};
#define N_MOMENTS 4

static void
test_rules (void)
{
  static const struct
  {
    DiapasonEntity entity;
    const char *channel, *direction, *reason;
    int moment;
  } cases[] = {
    { DIAPASON_ENTITY_VERBATIM, "review", NULL, NULL, 3 },
    { DIAPASON_ENTITY_VERBATIM, "call", NULL, NULL, 2 },
    { DIAPASON_ENTITY_VERBATIM, NULL, NULL, NULL, 2 },
    { DIAPASON_ENTITY_INTERACTION, "call", "in", " PRAISE", 3 },
    { DIAPASON_ENTITY_INTERACTION, "web", "in", NULL, 1 },
    { DIAPASON_ENTITY_INTERACTION, "web", "in", "bill", 2 },
    { DIAPASON_ENTITY_INTERACTION, "call", "out", NULL, 0 },
    { DIAPASON_ENTITY_INTERACTION, NULL, NULL, NULL, 2 },
    { DIAPASON_ENTITY_PROMISE, NULL, NULL, NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DiapasonEventRecord event = { .entity = cases[i].entity,
                                          .channel = (char *) cases[i].channel,
                                          .direction = (char *) cases[i].direction,
                                          .reason = (char *) cases[i].reason };

      g_test_message ("case %u", i);
      g_assert_cmpint (diapason_moment_of (&event, rules, G_N_ELEMENTS (rules)), ==,
                       cases[i].moment);
    }
  g_assert_cmpint (diapason_moment_of (&(DiapasonEventRecord){ .entity = DIAPASON_ENTITY_VERBATIM },
                                       NULL, 0),
                   ==, -1);
}

/* Every event that counts is in one moment or in none, and where they are is where the last was. */
static void
check_strip (GPtrArray *events, const DiapasonEventRecord *live)
{
  DiapasonMomentReached reached[N_MOMENTS];
  guint counts[N_MOMENTS] = { 0 };
  gint64 newest[N_MOMENTS] = { 0 };
  int current =
      diapason_moments_reached ((DiapasonEventRecord *const *) events->pdata, events->len, live,
                                NOW, rules, G_N_ELEMENTS (rules), reached, N_MOMENTS);
  int expected = live == NULL ? -1 : diapason_moment_of (live, rules, G_N_ELEMENTS (rules));

  if (expected >= 0)
    counts[expected]++;
  for (guint i = 0; i < events->len; i++)
    {
      const DiapasonEventRecord *event = g_ptr_array_index (events, i);
      int moment = diapason_moment_of (event, rules, G_N_ELEMENTS (rules));

      if (moment < 0 || !event->date_known || event->at > NOW ||
          (live != NULL && live->id == event->id))
        continue;
      expected = expected < 0 ? moment : expected;
      newest[moment] = MAX (newest[moment], event->at);
      counts[moment]++;
    }
  g_assert_cmpint (current, ==, expected);
  for (guint moment = 0; moment < N_MOMENTS; moment++)
    {
      gboolean goes_on = live != NULL && current == (int) moment;

      g_assert_cmpuint (reached[moment].events, ==, counts[moment]);
      g_assert_true ((counts[moment] > 0) == (reached[moment].first_at > 0));
      if (!goes_on)
        g_assert_cmpint (reached[moment].last_at, ==, newest[moment]);
    }
}

static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (Events) events = random_history (rand);
      DiapasonEventRecord *live = random_live (rand, events);

      check_strip (events, live);
      g_clear_pointer (&live, diapason_event_record_unref);
    }
}

/* A mapping that names more moments than there is room for is cut, not written beside. */
static void
test_no_room (void)
{
  g_autoptr (Events) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_event_record_unref);
  DiapasonMomentReached reached[3];
  DiapasonEventRecord *review = add_event (events, DIAPASON_ENTITY_VERBATIM, NOW - DAY);

  review->channel = g_strdup ("review");
  add_contact (events, NOW - 2 * DAY, "call", "bill", NULL);
  g_assert_cmpint (diapason_moments_reached ((DiapasonEventRecord *const *) events->pdata,
                                             events->len, NULL, NOW, rules, G_N_ELEMENTS (rules),
                                             reached, 3),
                   ==, 2);
  g_assert_cmpint (reached[2].first_event, ==, 101);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/moments/rules", test_rules);
  g_test_add_func ("/insight/moments/any", test_any);
  g_test_add_func ("/insight/moments/no-room", test_no_room);
  return g_test_run ();
}
