/* test-ui-format.c: values as words for people, in English and UTC. */
#include "format.h"

#include <locale.h>

/* 2026-11-10 09:14, a Tuesday */
#define NOW  G_GINT64_CONSTANT (1794302040000)
#define HOUR G_GINT64_CONSTANT (3600000)
#define DAY  (24 * HOUR)

static void
assert_takes (char *text, const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_instants (void)
{
  static const struct
  {
    gint64 at;
    const char *text;
  } cases[] = {
    { 0, "" },
    { NOW, "09:14" },
    { NOW - 9 * HOUR, "00:14" },
    { NOW - 10 * HOUR, "Mon 9 Nov" },
    { NOW + DAY, "Wed 11 Nov" },
    { NOW - 181 * DAY, "Wed 13 May" },
    { NOW - 183 * DAY, "11 May 2026" },
    { NOW - 2 * 365 * DAY, "10 Nov 2024" },
    { 1, "1 Jan 1970" },
    { G_GINT64_CONSTANT (253402300799000), "31 Dec 9999" },
    { G_MAXINT64, "" }, /* beyond any calendar */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_takes (diapason_format_instant (cases[i].at, NOW), cases[i].text);
  assert_takes (diapason_format_time (NOW), "09:14");
  assert_takes (diapason_format_day_heading (NOW - 9 * HOUR, NOW), "Today");
  assert_takes (diapason_format_day_heading (NOW - 10 * HOUR, NOW), "Yesterday");
  assert_takes (diapason_format_day_heading (NOW - 2 * DAY, NOW), "Sunday 8 November");
  assert_takes (diapason_format_day_heading (NOW - 365 * DAY, NOW), "Monday 10 November 2025");
  g_assert_true (diapason_format_same_day (NOW, NOW - 9 * HOUR));
  g_assert_false (diapason_format_same_day (NOW, NOW - 10 * HOUR));
  assert_takes (diapason_format_moment (NOW), "10 Nov 2026 09:14");
  assert_takes (diapason_format_moment (0), "");
  assert_takes (diapason_format_day (NOW), "10 Nov 2026");
  assert_takes (diapason_format_day (0), "");
}

static void
test_dates (void)
{
  static const char *const cases[][2] = {
    { "1981-04-12", "12 Apr 1981" },
    { "2000-02-29", "29 Feb 2000" },
    { "1981-02-30", "1981-02-30" },
    { "0000-00-00", "0000-00-00" },
    { "April", "April" },
    { "", "" },
    { "1981-04", "1981-04" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_takes (diapason_format_date (cases[i][0]), cases[i][1]);
}

static void
test_amounts (void)
{
  assert_takes (diapason_format_amount (4200, "EUR"), "42.00 €");
  assert_takes (diapason_format_amount (1, "GBP"), "0.01 £");
  assert_takes (diapason_format_amount (-1990, "CHF"), "-19.90 CHF");
  assert_takes (diapason_format_amount (4200, NULL), "42.00");
}

static void
test_origins (void)
{
  DiapasonOrigin origin = { .source_label = (char *) "CRM", .as_of = NOW - HOUR };

  assert_takes (diapason_format_origin (&origin, NOW), "CRM · as of 08:14");
  origin.as_of = 0;
  assert_takes (diapason_format_origin (&origin, NOW), "CRM");
}

typedef struct
{
  const char *channel, *direction, *state, *adviser; /* (nullable) */
  const char *title, *icon;
} Event;

static void
test_contacts (void)
{
  static const Event cases[] = {
    { "call", "in", "closed", "Ida", "Call with Ida", "call-incoming-symbolic" },
    { "call", "out", "closed", NULL, "Call to the customer", "call-outgoing-symbolic" },
    { "call", "in", "open", "Ida", "Call, in progress", "call-incoming-symbolic" },
    { "chat", "in", "waiting", NULL, "Chat, waiting", "chat-message-new-symbolic" },
    { "email", "out", "closed", NULL, "E-mail to the customer", "mail-send-symbolic" },
    { "store", "out", "closed", NULL, "Store visit", "mark-location-symbolic" },
    { "web", NULL, NULL, NULL, "Self-service", "help-faq-symbolic" },
    { "pigeon", "in", "closed", NULL, "pigeon", "document-open-recent-symbolic" },
    { "pigeon", "out", "closed", NULL, "pigeon", "document-open-recent-symbolic" },
    { NULL, NULL, NULL, NULL, "Contact", "document-open-recent-symbolic" },
    { NULL, "out", NULL, "Ida", "Contact with Ida", "document-open-recent-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DiapasonEventRecord event = {
        .entity = DIAPASON_ENTITY_INTERACTION,
        .channel = (char *) cases[i].channel,
        .direction = (char *) cases[i].direction,
        .state = (char *) cases[i].state,
        .adviser = (char *) cases[i].adviser,
      };

      assert_takes (diapason_format_event_title (&event), cases[i].title);
      g_assert_cmpstr (diapason_format_event_icon (&event), ==, cases[i].icon);
    }
}

static void
test_promises (void)
{
  static const char *const cases[][3] = {
    { "open", "Promise, open", "alarm-symbolic" },
    { "kept", "Promise, kept", "object-select-symbolic" },
    { "broken", "Promise, broken", "dialog-warning-symbolic" },
    { NULL, "Promise", "alarm-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DiapasonEventRecord event = { .entity = DIAPASON_ENTITY_PROMISE,
                                    .state = (char *) cases[i][0] };

      assert_takes (diapason_format_event_title (&event), cases[i][1]);
      g_assert_cmpstr (diapason_format_event_icon (&event), ==, cases[i][2]);
    }
}

static void
test_details (void)
{
  DiapasonEventRecord contact = { .entity = DIAPASON_ENTITY_INTERACTION };
  DiapasonEventRecord promise = { .entity = DIAPASON_ENTITY_PROMISE };

  assert_takes (diapason_format_event_detail (&contact), "");
  contact.subject = (char *) "Refund";
  contact.reason = (char *) "";
  contact.solved = (char *) "partly";
  assert_takes (diapason_format_event_detail (&contact), "Refund · solved in part");
  contact.summary = (char *) "Stuck";
  contact.reason = (char *) "money";
  contact.solved = (char *) "perhaps";
  assert_takes (diapason_format_event_detail (&contact), "Refund · Stuck · money · perhaps");

  assert_takes (diapason_format_event_detail (&promise), "");
  promise.text = (char *) "By Friday";
  promise.due_at = NOW;
  promise.adviser = (char *) "Ida";
  assert_takes (diapason_format_event_detail (&promise), "By Friday · due 10 Nov 2026 · Ida");
}

static void
test_scores (void)
{
  static const struct
  {
    DiapasonScore score;
    const char *text, *answer;
  } cases[] = {
    { { FALSE, 3, 5 }, "", "Effort: –" },
    { { TRUE, 0, 10 }, "0 of 10", "Effort: 0 of 10" },
    { { TRUE, 4, 5 }, "4 of 5 stars", "Effort: 4 of 5" },
    { { TRUE, 1, 1 }, "1 of 1", "Effort: yes" },
    { { TRUE, 0, 1 }, "0 of 1", "Effort: no" },
    { { TRUE, 8, 0 }, "8", "Effort: 8" },
  };
  DiapasonAnswerRecord other = { .criterion = (char *) "<b>speed", .score = { TRUE, 6, 7 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DiapasonAnswerRecord answer = { .criterion = (char *) "effort", .score = cases[i].score };

      assert_takes (diapason_format_score (&cases[i].score), cases[i].text);
      assert_takes (diapason_format_answer (&answer), cases[i].answer);
    }
  assert_takes (diapason_format_answer (&other), "<b>speed: 6 of 7");
}

static void
test_verbatims (void)
{
  static const char *const kinds[][3] = {
    { "call", "9 of 10 · Answer after a call", "dialog-question-symbolic" },
    { "store", "9 of 10 · Answer after a store visit", "dialog-question-symbolic" },
    { "review", "9 of 10 · Review", "starred-symbolic" },
    { NULL, "9 of 10 · Answer to a survey", "dialog-question-symbolic" },
  };
  DiapasonEventRecord verbatim = { .entity = DIAPASON_ENTITY_VERBATIM };

  verbatim.score = (DiapasonScore){ TRUE, 9, 10 };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      verbatim.channel = (char *) kinds[i][0];
      assert_takes (diapason_format_event_title (&verbatim), kinds[i][1]);
      g_assert_cmpstr (diapason_format_event_icon (&verbatim), ==, kinds[i][2]);
    }
  verbatim.score.known = FALSE;
  assert_takes (diapason_format_event_title (&verbatim), "Answer to a survey");

  assert_takes (diapason_format_event_detail (&verbatim), "");
  assert_takes (diapason_format_verbatim_about (&verbatim), "");
  verbatim.subject = (char *) "Fine";
  verbatim.text = (char *) "It\nhums";
  verbatim.about = (char *) "Otter 3";
  assert_takes (diapason_format_event_detail (&verbatim), "Fine · It hums · Otter 3");
  verbatim.contact_at = NOW;
  verbatim.adviser = (char *) "Ida";
  verbatim.wave = (char *) "Autumn";
  assert_takes (diapason_format_verbatim_about (&verbatim),
                "About the contact of 10 Nov 2026 with Ida · About Otter 3 · Survey “Autumn”");
}

static void
test_permissions (void)
{
  static const char *const cases[][4] = {
    { "yes", "phone", "2026-01-31", "may be contacted by phone until 31 Jan 2026" },
    { "yes", "email", NULL, "may be contacted by e-mail" },
    { "yes", NULL, "2026-01-31", "may be contacted until 31 Jan 2026" },
    { "no", "phone", "2026-01-31", "wants no contact" },
    { "anonymous", NULL, NULL, "" },
    { NULL, NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DiapasonEventRecord verbatim = { .permission = (char *) cases[i][0],
                                       .permission_by = (char *) cases[i][1],
                                       .permission_until = (char *) cases[i][2] };

      assert_takes (diapason_format_permission (&verbatim), cases[i][3]);
    }
}

static void
test_sources (void)
{
  g_autoptr (DiapasonSourceStatus) status = diapason_source_status_new ("crm", "CRM");

  assert_takes (diapason_format_source (status, NOW), "CRM · not asked yet");
  diapason_source_status_set_state (status, DIAPASON_SOURCE_FETCHING, NULL);
  assert_takes (diapason_format_source (status, NOW), "CRM · asking");
  diapason_source_status_set_fetched (status, 1);
  assert_takes (diapason_format_source (status, NOW), "CRM · fetching, 1 row");
  diapason_source_status_set_fetched (status, 320);
  assert_takes (diapason_format_source (status, NOW), "CRM · fetching, 320 rows");
  diapason_source_status_set_in_sync_since (status, NOW - HOUR);
  diapason_source_status_set_state (status, DIAPASON_SOURCE_IN_SYNC, NULL);
  assert_takes (diapason_format_source (status, NOW), "CRM · in sync since 08:14");
  diapason_source_status_set_live (status, TRUE);
  assert_takes (diapason_format_source (status, NOW), "CRM · in sync, live");
  diapason_source_status_set_state (status, DIAPASON_SOURCE_LOGIN, "Its login has expired.");
  assert_takes (diapason_format_source (status, NOW), "CRM · waits for you to sign in");
  diapason_source_status_set_state (status, DIAPASON_SOURCE_FAILING, "It cannot be reached.");
  assert_takes (diapason_format_source (status, NOW), "CRM · It cannot be reached.");
}

static void
test_words (void)
{
  static const struct
  {
    const char *(*format) (const char *);
    const char *word, *text;
  } cases[] = {
    { diapason_format_language, "fr", "French" },
    { diapason_format_language, "oc", "oc" },
    { diapason_format_contact_kind, "mobile", "Mobile" },
    { diapason_format_contact_kind, NULL, "" },
    { diapason_format_relation, "sibling", "Brother or sister" },
    { diapason_format_contract_status, "ended", "ended" },
    { diapason_format_contract_status, "<b>", "<b>" },
    { diapason_format_rule, "person", "somebody said so" },
    { diapason_format_rule, "name+email", "same name and same e-mail" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (cases[i].format (cases[i].word), ==, cases[i].text);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/format/instants", test_instants);
  g_test_add_func ("/ui/format/dates", test_dates);
  g_test_add_func ("/ui/format/amounts", test_amounts);
  g_test_add_func ("/ui/format/origins", test_origins);
  g_test_add_func ("/ui/format/contacts", test_contacts);
  g_test_add_func ("/ui/format/promises", test_promises);
  g_test_add_func ("/ui/format/details", test_details);
  g_test_add_func ("/ui/format/scores", test_scores);
  g_test_add_func ("/ui/format/verbatims", test_verbatims);
  g_test_add_func ("/ui/format/permissions", test_permissions);
  g_test_add_func ("/ui/format/sources", test_sources);
  g_test_add_func ("/ui/format/words", test_words);
  return g_test_run ();
}
