/* test-ui-hostile.c: one person whose every text was made to break what shows it, in every widget.
 *
 * Markup, links and addresses that must not be opened, bidirectional overrides, control characters,
 * terminal escapes, characters joined by ZWJ, and 100 000 characters in one line.
 */
#include "article-view.h"
#include "find-row.h"
#include "history-view.h"
#include "person-card.h"
#include "person-view.h"
#include "sign-in-window.h"
#include "source-chip.h"
#include "window.h"

#include "matrix.h"
#include "plain-text.h"
#include "tooltip.h"
#include "ui-fixture.h"

#define MARKUP "<b>&amp;</b> <a href=\"file:///etc/passwd\">here</a> AT&T <x@y>"
#define ADDRESSES                                                                                  \
  "javascript:alert(1) smb://h/s ms-word:x data:text/html,x https://bank@evil.example"
#define CONTROLS "\033[31m\033]0;t\a\302\233m\b\177\001"
#define TURNED   "\342\200\256flip\342\201\246\342\201\251"
#define JOINED   "\360\237\221\251\342\200\215\360\237\221\247"
#define HOSTILE  MARKUP " " ADDRESSES " " CONTROLS TURNED JOINED
#define SHOWN    MARKUP " " ADDRESSES " \357\277\275[31m" /* of one line, in its beginning */
#define LONG     100000

static guint n_shown; /* texts that were looked at */
static char *longest;

/* @name, what breaks things, and more than fits a line. */
static const char *
hostile (const char *name)
{
  g_autofree char *text = g_strconcat (name, " " HOSTILE, longest + LONG - 1000, NULL);

  return g_intern_string (text);
}

/* The same, and a line without an end. */
static const char *
endless (const char *name)
{
  g_autofree char *text = g_strconcat (name, " " HOSTILE, longest, NULL);

  return g_intern_string (text);
}

/* What is shown ----------------------------------------------------------------------------- */

static void
assert_harmless (const char *text, glong most)
{
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, most);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_assert_true (c == '\n' || c == '\t' || !g_unichar_iscntrl (c));
      g_assert_false ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069));
    }
  n_shown++;
}

/* A label says what it was given, or has the same text in itself. */
static void
assert_no_markup (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);

  g_assert_null (gtk_label_get_current_uri (label));
  if (strstr (text, "href") == NULL)
    return;
  g_assert_nonnull (strstr (text, "&amp;"));
  if (gtk_widget_get_ancestor (GTK_WIDGET (label), ADW_TYPE_TOAST_OVERLAY) == NULL)
    g_assert_false (gtk_label_get_use_markup (label));
}

static void
assert_own (GtkWidget *widget)
{
  g_autofree char *name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                              GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  const char *tooltip = diapason_tooltip_get (widget);

  g_assert_false (GTK_IS_LINK_BUTTON (widget));
  if (GTK_IS_LABEL (widget))
    {
      assert_no_markup (GTK_LABEL (widget));
      assert_harmless (gtk_label_get_text (GTK_LABEL (widget)), 20100);
    }
  if (GTK_IS_INSCRIPTION (widget))
    assert_harmless (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), DIAPASON_TEXT_LINE_CHARS);
  if (name != NULL && !GTK_IS_LABEL (widget))
    assert_harmless (name, 4 * DIAPASON_TEXT_LINE_CHARS);
  if (tooltip != NULL)
    assert_harmless (tooltip, DIAPASON_TEXT_LINE_CHARS);
}

/* All below @widget, hidden parts and popovers too. */
static void
assert_all (GtkWidget *widget)
{
  assert_own (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_all (child);
}

static void
assert_window (gpointer window)
{
  const char *title = gtk_window_get_title (window);
  int minimum;

  assert_harmless (title, DIAPASON_TEXT_LINE_CHARS + 20);
  assert_all (window);
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 1100);
}

/* Who is told ------------------------------------------------------------------------------- */

static void
tell_card (DeskFixture *f)
{
  desk_fixture_row (f, "crm", "customer", "c1", "name", endless ("Ada"), "street",
                    hostile ("street"), "postcode", hostile ("code"), "city", hostile ("city"),
                    "country", hostile ("country"), "language", hostile ("language"), "birth_date",
                    hostile ("born"), "value", hostile ("value"), NULL);
  desk_fixture_row (f, "crm", "customer", "c2", "name", hostile ("Ben"), NULL);
  desk_fixture_row (f, "crm", "contact_point", "cp1", "customer", "c1", "kind", hostile ("kind"),
                    "value", hostile ("+33 6"), NULL);
  desk_fixture_row (f, "crm", "relation", "r1", "customer", "c1", "other", "c2", "kind",
                    hostile ("partner"), NULL);
  desk_fixture_row (f, "crm", "contract", "k1", "customer", "c1", "number", hostile ("88"),
                    "product", hostile ("product"), "status", hostile ("status"), "amount", "1",
                    "currency", hostile ("currency"), NULL);
  desk_fixture_row (f, "crm", "customer_fact", "f1", "customer", "c1", "kind", "need", "what",
                    hostile ("need"), "words", endless ("how"), "consent", "1", "consent_by",
                    hostile ("way"), "maker_name", hostile ("maker"), NULL);
  desk_fixture_row (f, "crm", "customer_fact", "f2", "customer", "c1", "kind", "churn_risk", "what",
                    hostile ("risk"), "maker", "model", "maker_name", endless ("model"), NULL);
  desk_fixture_row (f, "crm", "customer_fact", "f3", "customer", "c1", "kind", "marketing_hold",
                    "words", hostile ("why"), "until", hostile ("until"), NULL);
  desk_fixture_row (f, "desk", "customer", "d1", "name", endless ("Ada"), "same_as", "crm:c1",
                    NULL);
}

static void
tell_history (DeskFixture *f)
{
  desk_fixture_row (f, "crm", "adviser", "a1", "name", hostile ("Ida"), NULL);
  desk_fixture_row (f, "crm", "interaction", "i1", "customer", "c1", "adviser", "a1", "channel",
                    hostile ("channel"), "direction", hostile ("in"), "began_at", "-1", "subject",
                    endless ("subject"), "summary", hostile ("summary"), "reason",
                    hostile ("reason"), "solved", hostile ("solved"), "state", hostile ("closed"),
                    NULL);
  desk_fixture_row (f, "crm", "message", "m1", "interaction", "i1", "author", hostile ("author"),
                    "author_name", hostile ("Omar"), "kind", hostile ("reply"), "at", "-1", "body",
                    endless ("otter"), "language", hostile ("en"), NULL);
  desk_fixture_row (f, "crm", "promise", "p1", "customer", "c1", "adviser", "a1", "text",
                    hostile ("promised"), "made_at", "-2", "due_at", "-1", "state",
                    hostile ("broken"), NULL);
  desk_fixture_row (f, "crm", "survey_wave", "w1", "name", hostile ("Autumn"), NULL);
  desk_fixture_row (f, "crm", "verbatim", "v1", "customer", "c1", "wave", "w1", "adviser", "a1",
                    "channel", hostile ("call"), "at", "-3", "score", "3", "scale", "10", "title",
                    hostile ("title"), "text", endless ("heron"), "about", hostile ("about"),
                    "author_name", hostile ("author"), "language", hostile ("en"), "permission",
                    "yes", "permission_by", hostile ("phone"), "permission_until", hostile ("2026"),
                    NULL);
  desk_fixture_row (f, "crm", "answer", "v1:1", "verbatim", "v1", "criterion", hostile ("effort"),
                    "score", "6", "scale", "7", NULL);
  desk_fixture_row (f, "crm", "article", "t1", "title", endless ("badger"), "body",
                    endless ("body"), "language", hostile ("en"), NULL);
}

static DiapasonWindow *
window_new (UiFixture *fixture)
{
  DiapasonWindow *window = diapason_window_new (NULL, fixture->base.desk);

  n_shown = 0;
  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 800);
  ui_fixture_show_window (fixture, GTK_WINDOW (window));
  tell_card (&fixture->base);
  tell_history (&fixture->base);
  desk_fixture_commit (&fixture->base);
  return window;
}

/* ------------------------------------------------------------------------------------------ */

/* The card, the details and the history, each row of it opened. */
static void
test_person (UiFixture *fixture, gconstpointer data)
{
  DiapasonWindow *window = window_new (fixture);
  GtkWidget *list;

  diapason_window_open_person (window, desk_fixture_person (&fixture->base, "crm", "c1"));
  /* The promise stands in the card, too, before the history is here. */
  UI_WAIT (ui_says (window, "Ada " SHOWN) &&
           (list = ui_find (window, GTK_TYPE_LIST_VIEW, 0)) != NULL &&
           ui_says (list, "promised " SHOWN));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "Ada <b>&amp;</b>"));
  /* From below: one that is open takes more than the window, and what follows is not seen then. */
  g_signal_emit_by_name (list, "activate", 2);
  UI_WAIT (ui_says (window, "title " SHOWN) && ui_says (window, "effort " SHOWN));
  g_signal_emit_by_name (list, "activate", 1);
  g_signal_emit_by_name (list, "activate", 0);
  UI_WAIT (ui_says (window, "otter " SHOWN));
  ui_await_frames (window);
  assert_window (window);
  g_object_set (ui_find (window, DIAPASON_TYPE_PERSON_VIEW, 0), "show-details", TRUE, NULL);
  ui_await_frames (window);
  assert_window (window);
  g_assert_true (ui_says (window, "+33 6 " SHOWN));
  g_assert_true (ui_says (window, "product " SHOWN));
  g_assert_true (ui_says (window, "Ben " SHOWN));
  matrix_ran ("U1", n_shown, "texts of a hostile person, card and history");
  matrix_ran ("U2", n_shown, "texts with addresses, none of them a link");
}

/* What is found, and an article. */
static void
test_found (UiFixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "ada", "subject", "otter", "heron", "badger" };
  DiapasonWindow *window = window_new (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      diapason_window_find (window, words[i]);
      UI_WAIT (ui_count (window, DIAPASON_TYPE_FIND_ROW) > 0 && ui_says (window, "<b>&amp;</b>"));
      ui_await_frames (window);
      assert_window (window);
    }
  diapason_window_open_found (window);
  UI_WAIT (ui_says (window, "body " SHOWN));
  assert_window (window);
  matrix_ran ("U1", n_shown, "hostile texts that were found");
}

/* What sources are called, and say of themselves; sentences and toasts. */
static void
test_told (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonSourceStatus) status = diapason_source_status_new ("x", endless ("Source"));
  DiapasonWindow *window = window_new (fixture);

  g_list_store_append (G_LIST_STORE (diapason_desk_get_sources (fixture->base.desk)), status);
  for (DiapasonSourceState state = DIAPASON_SOURCE_NEW; state <= DIAPASON_SOURCE_FAILING; state++)
    {
      diapason_source_status_set_state (status, state, endless ("It said"));
      ui_await_frames (window);
      assert_window (window);
    }
  diapason_window_tell (window, endless ("Told"));
  diapason_window_complain (window, endless ("Complained"));
  UI_WAIT (ui_says (window, "Told " SHOWN) && ui_says (window, "Complained " SHOWN));
  assert_window (window);
  matrix_ran ("U1", n_shown, "hostile words of sources, and sentences with them");
}

static void
test_sign_in (UiFixture *fixture, gconstpointer data)
{
  DiapasonSignInWindow *window;

  n_shown = 0;
  desk_fixture_connect (&fixture->base);
  window = diapason_sign_in_window_new (fixture->base.desk, "crm", endless ("Source"));
  ui_fixture_show_window (fixture, GTK_WINDOW (window));
  g_assert_true (ui_says (window, "Sign in to Source " MARKUP));
  assert_window (window);
  matrix_ran ("U1", n_shown, "texts of a sign-in");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  longest = g_strnfill (LONG, 'W');
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/hostile/" name, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)
  ADD ("person", test_person);
  ADD ("found", test_found);
  ADD ("told", test_told);
  ADD ("sign-in", test_sign_in);
  return g_test_run ();
}
