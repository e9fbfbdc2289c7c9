/* test-ui-facts.c: needs with their consent, the risk that somebody leaves, a hold on marketing:
 * in words, on the card and among the details; and whether I am there, in the header. */
#include "fact-chips.h"
#include "format-fact.h"
#include "format-presence.h"
#include "person-card.h"
#include "person-details.h"
#include "person-view.h"
#include "presence.h"

#include "ui-fixture.h"

#define NOW DESK_FIXTURE_NOW /* 2026-01-01 12:14 */

static void
assert_takes (char *text, const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

/* In words */

#define FACT(...)                                                                                  \
  (&(DiapasonCustomerFactRecord){                                                                  \
      .origin = { .source = "crm", .source_label = "CRM", .as_of = NOW }, __VA_ARGS__ })
#define NEED .kind = DIAPASON_CUSTOMER_FACT_NEED
#define RISK .kind = DIAPASON_CUSTOMER_FACT_RISK
#define HOLD .kind = DIAPASON_CUSTOMER_FACT_HOLD

static void
test_chips_in_words (void)
{
  const struct
  {
    const DiapasonCustomerFactRecord *fact;
    const char *chip, *title;
  } cases[] = {
    { FACT (NEED, .what = "large_print", .consent = TRUE), "needs: large print, with consent",
      "Needs: large print" },
    { FACT (NEED, .what = "large_print"), "a need: not shown, no consent",
      "A need that is not shown: no consent" },
    { FACT (NEED, .consent = TRUE), "a need, with consent: which one is not known",
      "A need: which one is not known" },
    { FACT (NEED, .what = "<b>lift</b>", .consent = TRUE), "needs: <b>lift</b>, with consent",
      "Needs: <b>lift</b>" },
    { FACT (RISK, .what = "high", .maker = "model"), "churn risk: high, says a model",
      "Churn risk: high" },
    { FACT (RISK, .what = "0.7", .maker = "person"), "churn risk: 0.7, says a person",
      "Churn risk: 0.7" },
    { FACT (RISK, .maker = "rule"), "churn risk: unknown, says a rule", "Churn risk: unknown" },
    { FACT (RISK, .what = "low"), "churn risk: low, nobody says who found it", "Churn risk: low" },
    { FACT (HOLD, .until = "2026-01-01"), "no marketing until 1 Jan 2026",
      "No marketing until 1 Jan 2026" },
    { FACT (HOLD, .until = "2025-12-31"), "no marketing until 31 Dec 2025",
      "Marketing was held until 31 Dec 2025" },
    { FACT (HOLD), "no marketing, without an end", "No marketing, without an end" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_takes (diapason_format_fact_chip (cases[i].fact), cases[i].chip);
      assert_takes (diapason_format_fact_title (cases[i].fact, NOW), cases[i].title);
    }
  g_assert_false (diapason_format_fact_is_over (FACT (HOLD, .until = "2026-01-01"), NOW));
  g_assert_true (diapason_format_fact_is_over (FACT (HOLD, .until = "2025-12-31"), NOW));
  g_assert_false (diapason_format_fact_is_over (FACT (HOLD), NOW));
}

/* With its source and date; not a word of a need that nobody agreed to. */
static void
test_details_in_words (void)
{
  const DiapasonCustomerFactRecord *need =
      FACT (NEED, .what = "large_print", .words = "18 point", .consent = TRUE,
            .consent_at = NOW - DESK_FIXTURE_DAY, .consent_by = "letter", .maker = "person",
            .maker_name = "Ida Marsh", .at = NOW - DESK_FIXTURE_DAY);
  const DiapasonCustomerFactRecord *secret =
      FACT (NEED, .what = "hearing", .words = "Hears little");
  const DiapasonCustomerFactRecord *risk =
      FACT (RISK, .words = "Asked twice", .maker = "model", .maker_name = "Renewal 3", .at = NOW);

  assert_takes (diapason_format_fact_detail (need, NOW, "\n"),
                "18 point\nThey agreed to it being noted, by letter, 31 Dec 2025\n"
                "said by Ida Marsh on 31 Dec 2025\nCRM · as of 12:14");
  assert_takes (diapason_format_fact_detail (secret, NOW, " · "),
                "They have not agreed to it being noted. Ask them whether it may be. · "
                "who says so is not told · CRM · as of 12:14");
  assert_takes (diapason_format_fact_detail (risk, NOW, " · "),
                "Asked twice · said by the model “Renewal 3” on 1 Jan 2026 · CRM · as of 12:14");
}

/* On the card and among the details */

static void
tell_facts (UiFixture *fixture)
{
  desk_fixture_tell_quills (&fixture->base);
  desk_fixture_row (&fixture->base, "crm", "customer_fact", "f1", "customer", "c1", "kind", "need",
                    "what", "large_print", "words", "Letters in 18 point", "consent", "1",
                    "consent_by", "phone", NULL);
  desk_fixture_row (&fixture->base, "crm", "customer_fact", "f2", "customer", "c1", "kind", "need",
                    "what", "hearing", "words", "Hears little", "consent", "0", NULL);
  desk_fixture_row (&fixture->base, "crm", "customer_fact", "f3", "customer", "c1", "kind",
                    "marketing_hold", "words", "A complaint", "until", "2026-02-01", NULL);
  desk_fixture_row (&fixture->base, "crm", "customer_fact", "f4", "customer", "c1", "kind",
                    "marketing_hold", "words", "A move", "until", "2025-02-01", NULL);
  desk_fixture_commit (&fixture->base);
}

static void
assert_marked (GtkWidget *chip, const char *text)
{
  GtkWidget *mark = gtk_widget_get_next_sibling (chip);

  g_assert_true (GTK_IS_IMAGE (mark));
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
}

static void
test_card (UiFixture *fixture, gconstpointer data)
{
  gpointer view, card;

  tell_facts (fixture);
  view = ui_fixture_open_person (fixture, "c1", 1000);
  card = ui_find (view, DIAPASON_TYPE_PERSON_CARD, 0);
  assert_marked (ui_find_label (card, "needs: large print, with consent"),
                 "May be said only after the check");
  g_assert_nonnull (ui_find_label (card, "a need: not shown, no consent"));
  g_assert_nonnull (ui_find_label (card, "churn risk: unknown"));
  assert_marked (ui_find_label (card, "no marketing until 1 Feb 2026"),
                 "May be said only after the check");
  g_assert_false (ui_says (card, "2025\n"));
  g_assert_false (ui_says (view, "hear"));
  /* The details are made when somebody looks at them. */
  g_object_set (view, "show-details", TRUE, NULL);
  UI_WAIT (ui_says (view, "Needs: large print\nLetters in 18 point\nThey agreed"));
  g_assert_true (ui_says (view, "Marketing was held until 1 Feb 2025"));
  gtk_test_accessible_assert_property (ui_find_label (card, "churn risk: unknown"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "No source tells it.");

  /* A machine says so, and it is never said. */
  desk_fixture_row (&fixture->base, "crm", "customer_fact", "f5", "customer", "c1", "kind",
                    "churn_risk", "what", "medium", "maker", "model", NULL);
  desk_fixture_drop (&fixture->base, "crm", "customer_fact", "f1");
  desk_fixture_commit (&fixture->base);
  UI_WAIT (ui_says (card, "churn risk: medium, says a model\n"));
  assert_marked (ui_find_label (card, "churn risk: medium, says a model"), "Is never said");
  g_assert_false (ui_says (card, "large print"));
  ui_assert_named (view);
}

/* Words without an end, and words that would turn or style what is beside them. */
static void
test_hostile (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (100000, 'W');
  gpointer view;
  int minimum;

  desk_fixture_row (&fixture->base, "crm", "customer", "c1", "name", "Ada Quill", NULL);
  desk_fixture_row (&fixture->base, "crm", "customer_fact", "f1", "customer", "c1", "kind", "need",
                    "what", endless, "words", "<b>AT&T</b> \342\200\256x", "consent", "1", NULL);
  desk_fixture_row (&fixture->base, "crm", "customer_fact", "f2", "customer", "c1", "kind",
                    "churn_risk", "what", "<i>9</i> & more", "words", endless, "maker_name",
                    endless, NULL);
  desk_fixture_commit (&fixture->base);
  view = ui_fixture_open_person (fixture, "c1", 600);
  UI_WAIT (ui_says (view, "churn risk: <i>9</i> & more, nobody says who found it\n"));
  g_autofree char *text = ui_text (view);
  g_assert_null (strstr (text, "\342\200\256"));
  g_assert_cmpint (g_utf8_strlen (text, -1), <, 60000);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 600);
}

/* Whether I am there */

#define CHANNEL(...) (&(DiapasonPresenceChannel){ __VA_ARGS__ })

static void
test_presence_in_words (void)
{
  g_autoptr (DiapasonPresenceRecord) presence = diapason_presence_record_new ();
  static const char *const states[] = { "busy", "available" };

  assert_takes (diapason_format_presence (presence), "Presence unknown");
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      DiapasonPresenceChannel *channel = diapason_presence_channel_new ();

      channel->channel = g_strdup (i == 0 ? "call" : "chat");
      channel->state = g_strdup (states[i]);
      g_ptr_array_add (presence->channels, channel);
    }
  presence->state = g_strdup ("busy");
  assert_takes (diapason_format_presence (presence), "Busy · open for chats");
  g_free (presence->state);
  presence->state = g_strdup ("available");
  assert_takes (diapason_format_presence (presence), "Available · chats");
  assert_takes (diapason_format_presence_channel (CHANNEL (.channel = "call", .state = "busy",
                                                           .since = NOW, .set_by = "platform"),
                                                  NOW),
                "Calls: busy since 12:14, the platform set it");
  assert_takes (diapason_format_presence_channel (CHANNEL (.channel = "fax", .state = "napping",
                                                           .set_by = "lead", .setter = "Ida <b>"),
                                                  NOW),
                "fax: napping, Ida <b> set it");
  assert_takes (diapason_format_presence_channel (CHANNEL (.set_by = "self"), NOW),
                "Another channel: unknown, you set it");
}

static void
tell_presence (UiFixture *fixture, const char *state, const char *setter)
{
  desk_fixture_row (&fixture->base, "crm", "adviser", "a1", "name", setter, NULL);
  desk_fixture_row (&fixture->base, "crm", "presence", "a1", "adviser", "a1", "state", state,
                    "since", "-1", NULL);
  desk_fixture_row (&fixture->base, "crm", "presence_channel", "a1:call", "presence", "a1",
                    "channel", "call", "state", state, "since", "-1", "set_by", "lead", "setter",
                    "a1", NULL);
  desk_fixture_commit (&fixture->base);
}

/* It follows, says since when and by whom, and that it is not known when its source is silent. */
static void
test_presence (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (100000, 'W');
  gpointer presence = g_object_new (DIAPASON_TYPE_PRESENCE, NULL);
  GtkWidget *button;

  desk_fixture_connect (&fixture->base);
  diapason_presence_set_desk (presence, fixture->base.desk);
  ui_fixture_show (fixture, presence, 300, 200);
  UI_WAIT (ui_says (presence, "Presence unknown"));
  tell_presence (fixture, "available", "Ida <b>Marsh</b>");
  desk_fixture_sign_in (&fixture->base, "crm", "a1");
  UI_WAIT (ui_says (presence, "Available · calls\n"));
  button = ui_find (presence, GTK_TYPE_MENU_BUTTON, 0);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Presence: Available · calls");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  UI_WAIT (ui_says (presence, "Calls: available since 11:14, Ida <b>Marsh</b> set it\n"));
  g_assert_true (ui_says (presence, "CRM · as of 12:14\nIt is set there, and shown here.\n"));
  tell_presence (fixture, "busy", endless);
  UI_WAIT (ui_says (presence, "Busy\n"));
  g_object_set (presence, "compact", TRUE, NULL);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Presence: Busy");

  g_autoptr (DiapasonSourceStatus) status =
      g_list_model_get_item (diapason_desk_get_sources (fixture->base.desk), 0);
  diapason_source_status_set_state (status, DIAPASON_SOURCE_FAILING, "The CRM does not answer.");
  UI_WAIT (ui_says (presence, "Presence not known now\n"));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Presence not known now");
  g_assert_true (ui_says (presence, "CRM · The CRM does not answer.\nIt said last: Busy, as of "));
  diapason_source_status_set_state (status, DIAPASON_SOURCE_IN_SYNC, NULL);
  UI_WAIT (ui_says (presence, "Busy\n"));
  ui_assert_named (presence);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/facts/chips-in-words", test_chips_in_words);
  g_test_add_func ("/ui/facts/details-in-words", test_details_in_words);
  g_test_add_func ("/ui/presence/in-words", test_presence_in_words);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/" name, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)
  ADD ("facts/card", test_card);
  ADD ("facts/hostile", test_hostile);
  ADD ("presence/header", test_presence);
  return g_test_run ();
}
