/* test-effort.c: that what is told of a person is in the rows, counted once, and of a known day. */
#include "effort.h"

#include "random-history.h"

#define ROUNDS 20000

typedef GPtrArray Events;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Events, g_ptr_array_unref)

static Events *
events_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_event_record_unref);
}

static DiapasonEffort
effort_of (GPtrArray *events, const DiapasonEventRecord *live, GTimeZone *zone)
{
  return diapason_effort ((DiapasonEventRecord *const *) events->pdata, events->len, live, NOW,
                          zone);
}

static gboolean
is_live (const DiapasonEventRecord *event, const DiapasonEventRecord *live)
{
  return live != NULL && live->id != 0 && live->id == event->id;
}

static gboolean
is_dated (const DiapasonEventRecord *event)
{
  return event->date_known && event->at <= NOW;
}

static gboolean
is_talk (const DiapasonEventRecord *event)
{
  return event->entity == DIAPASON_ENTITY_INTERACTION && event->channel != NULL &&
         !g_str_equal (event->channel, "web") && !g_str_equal (event->channel, "review");
}

/* Counted again, in another way. */
static void
check_contacts (const DiapasonEffort *effort, GPtrArray *events, const DiapasonEventRecord *live)
{
  guint contacts = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const DiapasonEventRecord *event = g_ptr_array_index (events, i);

      if (g_strcmp0 (event->direction, "in") == 0 && is_talk (event) &&
          (is_live (event, live) || (is_dated (event) && NOW - event->at < 7 * DAY)))
        contacts++;
    }
  if (live != NULL && live->id == 0 && is_talk (live) && g_strcmp0 (live->direction, "in") == 0)
    contacts++;
  g_assert_cmpuint (effort->contacts, ==, contacts);
  g_assert_true ((contacts > 0) == (effort->contacts_since > 0));
}

/* An event that is named is there, counts, and is of the kind; 0 names none. */
static const DiapasonEventRecord *
check_named (GPtrArray *events, const DiapasonEventRecord *live, gint64 id, DiapasonEntity entity)
{
  if (id == 0)
    return NULL;
  const DiapasonEventRecord *event = find_event (events, id);
  g_assert_nonnull (event);
  g_assert_true (is_dated (event) && !is_live (event, live));
  if (entity != DIAPASON_ENTITY_NONE)
    g_assert_cmpint (event->entity, ==, entity);
  return event;
}

static void
check_promise (const DiapasonEffort *effort, GPtrArray *events, const DiapasonEventRecord *live)
{
  const DiapasonEventRecord *promise =
      check_named (events, live, effort->promise_event, DIAPASON_ENTITY_PROMISE);

  g_assert_true ((promise == NULL) == (effort->promise == DIAPASON_PROMISE_NONE));
  if (promise == NULL)
    return;
  gboolean open = g_strcmp0 (promise->state, "open") == 0;
  gboolean overdue = promise->due_at > 0 && promise->due_at <= NOW;
  g_assert_true ((effort->promise == DIAPASON_PROMISE_BROKEN) ==
                 (g_strcmp0 (promise->state, "broken") == 0 || (open && overdue)));
  g_assert_true ((effort->promise == DIAPASON_PROMISE_DUE) == (open && !overdue));
  g_assert_cmpint (effort->promise_days, >=, 0);
  g_assert_true (promise->due_at > 0 || !effort->promise_days_known);
  if (effort->promise_days_known)
    g_assert_cmpint (ABS (ABS (promise->due_at - NOW) / DAY - effort->promise_days), <=, 1);
}

static void
check_rest (const DiapasonEffort *effort, GPtrArray *events, const DiapasonEventRecord *live)
{
  const DiapasonEventRecord *tried =
      check_named (events, live, effort->tries_event, DIAPASON_ENTITY_INTERACTION);
  const DiapasonEventRecord *open =
      check_named (events, live, effort->open_event, DIAPASON_ENTITY_INTERACTION);
  const DiapasonEventRecord *left =
      check_named (events, live, effort->left_event, DIAPASON_ENTITY_NONE);

  g_assert_true ((tried != NULL) == (effort->tries > 0));
  g_assert_cmpuint (effort->failures, <=, effort->tries);
  if (tried != NULL)
    g_assert_cmpstr (tried->channel, ==, "web");
  g_assert_true ((open != NULL) == (effort->open_since > 0));
  if (open != NULL)
    g_assert_true (is_talk (open) && g_strcmp0 (open->solved, "yes") != 0 &&
                   open->at == effort->open_since);
  g_assert_true ((left != NULL) == (effort->left != DIAPASON_LEFT_UNKNOWN));
  if (effort->left == DIAPASON_LEFT_UPSET)
    g_assert_true (effort->left_by_score && left->score.known);
}

/* Events that do not count are as good as none. */
static void
check_without (GRand *rand,
               const DiapasonEffort *effort,
               GPtrArray *events,
               const DiapasonEventRecord *live)
{
  g_autoptr (Events) fewer = events_new ();

  for (guint i = 0; i < events->len; i++)
    {
      DiapasonEventRecord *event = g_ptr_array_index (events, i);

      if (is_dated (event))
        g_ptr_array_add (fewer, diapason_event_record_ref (event));
    }
  DiapasonEffort without = effort_of (fewer, live, NULL);
  g_assert_cmpmem (&without, sizeof without, effort, sizeof *effort);
}

static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint promises = 0, upset = 0, open = 0, tries = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (Events) events = random_history (rand);
      DiapasonEventRecord *live = random_live (rand, events);
      DiapasonEffort effort = effort_of (events, live, NULL);

      check_contacts (&effort, events, live);
      check_promise (&effort, events, live);
      check_rest (&effort, events, live);
      check_without (rand, &effort, events, live);
      promises += effort.promise != DIAPASON_PROMISE_NONE;
      upset += effort.left == DIAPASON_LEFT_UPSET;
      open += effort.open_event != 0;
      tries += effort.tries > 0;
      g_clear_pointer (&live, diapason_event_record_unref);
    }
  g_test_message ("promised %u, upset %u, open %u, tried %u", promises, upset, open, tries);
  g_assert_cmpuint (MIN (MIN (promises, upset), MIN (open, tries)), >, ROUNDS / 50);
}

static void
test_nobody (void)
{
  g_autoptr (Events) events = events_new ();
  DiapasonEffort effort = effort_of (events, NULL, NULL);
  DiapasonEffort nothing = { .now = NOW };

  g_assert_cmpmem (&effort, sizeof effort, &nothing, sizeof nothing);
}

/* The call of the picture: the third contact, after two tries, with a promise broken on Friday. */
static void
test_third_call (void)
{
  g_autoptr (Events) events = events_new ();
  add_contact (events, NOW - HOUR / 4, "web", "refund", "yes"); /* while they speak */
  DiapasonEventRecord *live = add_contact (events, NOW - HOUR / 2, "call", NULL, NULL);
  DiapasonEventRecord *faq = add_contact (events, NOW - HOUR, "web", "refund", "no");
  add_contact (events, NOW - 2 * HOUR, "web", "refund", NULL);
  add_contact (events, NOW - 3 * HOUR, "web", NULL, NULL); /* an order */
  DiapasonEventRecord *survey = add_event (events, DIAPASON_ENTITY_VERBATIM, NOW - DAY);
  add_contact (events, NOW - 2 * DAY, "call", "refund", "partly");
  DiapasonEventRecord *promise = add_event (events, DIAPASON_ENTITY_PROMISE, NOW - 2 * DAY);
  DiapasonEventRecord *first = add_contact (events, NOW - 3 * DAY, "email", "Refund", "no");
  add_contact (events, NOW - 4 * DAY, "chat", "address", "yes");
  add_contact (events, NOW - 8 * DAY, "call", "refund", "yes");

  survey->score = (DiapasonScore){ TRUE, 0, 10 };
  promise->state = g_strdup ("open");
  promise->due_at = NOW - 6 * DAY;
  DiapasonEffort effort = effort_of (events, live, NULL);
  g_assert_cmpuint (effort.contacts, ==, 4);
  g_assert_cmpuint (effort.tries, ==, 2);
  g_assert_cmpuint (effort.failures, ==, 1);
  g_assert_cmpint (effort.ended, ==, DIAPASON_SOLVED_NO);
  g_assert_cmpint (effort.tries_event, ==, faq->id);
  g_assert_cmpint (effort.open_event, ==, first->id);
  g_assert_cmpint (effort.promise, ==, DIAPASON_PROMISE_BROKEN);
  g_assert_cmpint (effort.promise_days, ==, 6);
  g_assert_cmpuint (effort.promises_broken, ==, 1);
  g_assert_cmpint (effort.left, ==, DIAPASON_LEFT_UPSET);
  g_assert_cmpint (effort.left_event, ==, survey->id);
}

/* What counts as solved, as one matter, and as long ago. */
static void
test_matter (void)
{
  g_autoptr (Events) events = events_new ();

  add_contact (events, NOW - DAY, "call", "bill", "no");
  add_contact (events, NOW - 2 * DAY, "call", NULL, "no");
  g_assert_cmpint (effort_of (events, NULL, NULL).open_event, ==, 101);
  add_contact (events, NOW - 3 * DAY, "call", "bill", NULL); /* says nothing */
  g_assert_cmpint (effort_of (events, NULL, NULL).open_event, ==, 101);
  DiapasonEventRecord *waits = add_contact (events, NOW - 30 * DAY, "email", "bill", NULL);
  waits->state = g_strdup ("waiting");
  g_assert_cmpint (effort_of (events, NULL, NULL).open_event, ==, waits->id);
  add_contact (events, NOW - 61 * DAY, "call", "bill", "no"); /* another time */
  g_assert_cmpint (effort_of (events, NULL, NULL).open_event, ==, waits->id);

  /* About something else now: nothing of that is open. */
  g_autoptr (Events) other = events_new ();
  DiapasonEventRecord *live = add_contact (other, NOW, "chat", "meter", NULL);
  add_contact (other, NOW - DAY, "call", "bill", "no");
  g_assert_cmpint (effort_of (other, live, NULL).open_event, ==, 0);
  g_assert_cmpint (effort_of (other, NULL, NULL).open_event, ==, 101);

  /* Solved since, and long ago. */
  g_autoptr (Events) solved = events_new ();
  add_contact (solved, NOW - DAY, "call", "bill", "yes");
  add_contact (solved, NOW - 2 * DAY, "call", "bill", "no");
  g_assert_cmpint (effort_of (solved, NULL, NULL).open_event, ==, 0);
  g_autoptr (Events) old = events_new ();
  add_contact (old, NOW - 31 * DAY, "call", "bill", "no");
  g_assert_cmpint (effort_of (old, NULL, NULL).open_event, ==, 0);
}

/* Days are those of the calendar where people live: across a change of the clocks, too. */
static void
test_days (void)
{
  static const struct
  {
    const char *zone;
    gint64 due;
    gint64 days;
    DiapasonPromiseState state;
  } cases[] = {
    { "UTC", NOW - 8 * HOUR, 0, DIAPASON_PROMISE_BROKEN },
    { "UTC", NOW - 10 * HOUR, 1, DIAPASON_PROMISE_BROKEN },
    { "Pacific/Auckland", NOW - 8 * HOUR, 0, DIAPASON_PROMISE_BROKEN },
    { "Pacific/Auckland", NOW - 23 * HOUR, 1, DIAPASON_PROMISE_BROKEN },
    { "Pacific/Auckland", NOW + 3 * HOUR, 1, DIAPASON_PROMISE_DUE },
    { "Europe/Paris", NOW + 13 * HOUR, 0, DIAPASON_PROMISE_DUE },
    { "Europe/Paris", NOW + 14 * HOUR, 1, DIAPASON_PROMISE_DUE },
    { "Europe/Paris", NOW - 26 * DAY, 26, DIAPASON_PROMISE_BROKEN },
    { "Europe/Paris", 0, 0, DIAPASON_PROMISE_DUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Events) events = events_new ();
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      DiapasonEventRecord *promise = add_event (events, DIAPASON_ENTITY_PROMISE, NOW - 30 * DAY);

      promise->state = g_strdup ("open");
      promise->due_at = cases[i].due;
      DiapasonEffort effort = effort_of (events, NULL, zone);
      g_test_message ("case %u", i);
      g_assert_cmpint (effort.promise, ==, cases[i].state);
      g_assert_cmpint (effort.promise_days, ==, cases[i].days);
      g_assert_true (effort.promise_days_known == (cases[i].due != 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/effort/any", test_any);
  g_test_add_func ("/insight/effort/nobody", test_nobody);
  g_test_add_func ("/insight/effort/third-call", test_third_call);
  g_test_add_func ("/insight/effort/matter", test_matter);
  g_test_add_func ("/insight/effort/days", test_days);
  return g_test_run ();
}
