/* test-ui-find.c: find, as you type, with the hands on the keyboard; and the article it opens. */
#include "article-view.h"
#include "find-row.h"
#include "find-view.h"

#include "ui-fixture.h"

typedef struct
{
  UiFixture base;
  DiapasonFindView *view;
  DiapasonFindHit *hit; /* (owned) (nullable) the last one opened */
  guint n_dismissed;
} Fixture;

static void
hit_activated_cb (DiapasonFindView *view, DiapasonFindHit *hit, Fixture *fixture)
{
  g_clear_pointer (&fixture->hit, diapason_find_hit_unref);
  fixture->hit = diapason_find_hit_ref (hit);
}

static void
dismissed_cb (DiapasonFindView *view, Fixture *fixture)
{
  fixture->n_dismissed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_fixture_set_up (&fixture->base, data);
  fixture->hit = NULL;
  fixture->n_dismissed = 0;
  fixture->view = g_object_new (DIAPASON_TYPE_FIND_VIEW, NULL);
  diapason_find_view_set_desk (fixture->view, fixture->base.base.desk);
  g_signal_connect (fixture->view, "hit-activated", G_CALLBACK (hit_activated_cb), fixture);
  g_signal_connect (fixture->view, "dismissed", G_CALLBACK (dismissed_cb), fixture);
  desk_fixture_tell_quills (&fixture->base.base);
  ui_fixture_show (&fixture->base, GTK_WIDGET (fixture->view), 700, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->hit, diapason_find_hit_unref);
  ui_fixture_tear_down (&fixture->base, data);
}

static GtkWidget *
entry_of (Fixture *fixture)
{
  return ui_find (fixture->view, GTK_TYPE_SEARCH_ENTRY, 0);
}

static void
type (Fixture *fixture, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (entry_of (fixture)), words);
}

static const char *
selected_title (Fixture *fixture)
{
  GtkListBoxRow *row =
      gtk_list_box_get_selected_row (ui_find (fixture->view, GTK_TYPE_LIST_BOX, 0));

  g_assert_nonnull (row);
  return diapason_find_row_get_hit (DIAPASON_FIND_ROW (row))->title;
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  g_assert_true (ui_says (fixture->view, "A few letters are enough."));
  ui_assert_named (fixture->view);
  type (fixture, "qui");
  UI_WAIT (ui_says (fixture->view, "Ada Quill\n"));
  g_assert_true (ui_says (fixture->view, "People\n"));
  g_assert_cmpuint (ui_count (fixture->view, DIAPASON_TYPE_FIND_ROW), ==, 2);
  g_assert_cmpstr (selected_title (fixture), ==, "Ada Quill");
  ui_assert_named (fixture->view);

  type (fixture, "  ");
  UI_WAIT (ui_says (fixture->view, "A few letters are enough."));
  g_assert_cmpuint (ui_count (fixture->view, DIAPASON_TYPE_FIND_ROW), ==, 0);
}

/* Before a letter is typed, by the same keys; what is typed takes their place, and they come back.
 */
static void
test_last_opened (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = entry_of (fixture);

  desk_fixture_open (&fixture->base.base, "crm", "c1");
  desk_fixture_open (&fixture->base.base, "crm", "c2");
  diapason_find_view_begin (fixture->view);
  UI_WAIT (ui_says (fixture->view, "Opened last\n") && ui_says (fixture->view, "Ben Quill\n"));
  gtk_test_accessible_assert_property (ui_find (fixture->view, GTK_TYPE_LIST_BOX, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Opened last");
  ui_assert_named (fixture->view);
  g_assert_cmpstr (selected_title (fixture), ==, "Ben Quill");
  g_assert_true (ui_press (entry, GDK_KEY_Down));
  g_assert_cmpstr (selected_title (fixture), ==, "Ada Quill");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (fixture->hit->person, ==,
                   desk_fixture_person (&fixture->base.base, "crm", "c1"));

  type (fixture, "ada");
  UI_WAIT (ui_says (fixture->view, "People\n") && !ui_says (fixture->view, "Ben Quill\n"));
  gtk_test_accessible_assert_property (ui_find (fixture->view, GTK_TYPE_LIST_BOX, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "What was found");
  desk_fixture_open (&fixture->base.base, "crm", "c1");
  type (fixture, "");
  UI_WAIT (ui_says (fixture->view, "Opened last\n") && ui_says (fixture->view, "Ben Quill\n"));
  g_assert_cmpstr (selected_title (fixture), ==, "Ada Quill");
}

static void
test_names_of_rows (Fixture *fixture, gconstpointer data)
{
  type (fixture, "ada");
  UI_WAIT (ui_says (fixture->view, "Ada Quill\n"));
  gtk_test_accessible_assert_property (ui_find (fixture->view, DIAPASON_TYPE_FIND_ROW, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ada Quill, Lyon · 1981-04-12");
}

/* Where the first underline of the @n-th text of the first row is, as "from-to"; "" for none. */
static char *
underlined (Fixture *fixture, guint n)
{
  GtkWidget *row = ui_find (fixture->view, DIAPASON_TYPE_FIND_ROW, 0);
  PangoAttrList *all = gtk_inscription_get_attributes (ui_find (row, GTK_TYPE_INSCRIPTION, n));
  GSList *list = all != NULL ? pango_attr_list_get_attributes (all) : NULL;
  const PangoAttribute *first = list != NULL ? list->data : NULL;
  char *at = first != NULL && first->klass->type == PANGO_ATTR_UNDERLINE
                 ? g_strdup_printf ("%u-%u", first->start_index, first->end_index)
                 : g_strdup ("");

  g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);
  return at;
}

#define assert_underlined(fixture, n, expected)                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *at = underlined (fixture, n);                                                 \
    g_assert_cmpstr (at, ==, expected);                                                            \
  }                                                                                                \
  G_STMT_END

/* The words are marked where they were found, in a row that is used again too; nobody hears it. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  desk_fixture_tell_verbatims (&fixture->base.base);
  type (fixture, "bè");
  UI_WAIT (ui_says (fixture->view, "Ben Quill\n"));
  assert_underlined (fixture, 0, "0-2");
  gtk_test_accessible_assert_property (ui_find (fixture->view, DIAPASON_TYPE_FIND_ROW, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Ben Quill");
  type (fixture, "LYON");
  UI_WAIT (ui_says (fixture->view, "Lyon"));
  assert_underlined (fixture, 0, "");
  assert_underlined (fixture, 2, "0-4");
  gtk_test_accessible_assert_property (ui_find (fixture->view, DIAPASON_TYPE_FIND_ROW, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ada Quill, Lyon · 1981-04-12");
  /* What of somebody was found is there to be marked. */
  type (fixture, "0612 34 56 78");
  UI_WAIT (ui_says (fixture->view, "+33 6 12 34 56 78 · Lyon"));
  assert_underlined (fixture, 2, "4-17");
  /* Also of somebody of whom nothing else is known. */
  desk_fixture_row (&fixture->base.base, "crm", "customer", "c7", NULL);
  desk_fixture_row (&fixture->base.base, "crm", "contact_point", "cp7", "customer", "c7", "kind",
                    "mobile", "value", "+33 6 99 88 77 66", NULL);
  desk_fixture_commit (&fixture->base.base);
  type (fixture, "06998877");
  UI_WAIT (ui_says (fixture->view, "Name unknown\nCRM\n+33 6 99 88 77 66\n"));
  /* The name before it is not what was looked for, and what looks like markup is text. */
  type (fixture, "coffee");
  UI_WAIT (ui_says (fixture->view, "Ada Quill — Good <b>coffee</b> — 4 of 5 stars\n"));
  assert_underlined (fixture, 0, "22-28");
}

/* The rows that are there show what is found next, from the top. */
static void
test_rows_stay (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first;
  int at = -1;

  type (fixture, "quill");
  UI_WAIT (ui_says (fixture->view, "Ada Quill\n"));
  first = ui_find (fixture->view, DIAPASON_TYPE_FIND_ROW, 0);
  gtk_editable_insert_text (GTK_EDITABLE (entry_of (fixture)), " ben", -1, &at);
  UI_WAIT (!ui_says (fixture->view, "Ada Quill\n"));
  g_assert_true (ui_find (fixture->view, DIAPASON_TYPE_FIND_ROW, 0) == first);
  g_assert_cmpuint (ui_count (fixture->view, DIAPASON_TYPE_FIND_ROW), ==, 1);
  g_assert_cmpstr (selected_title (fixture), ==, "Ben Quill");
  ui_assert_named (fixture->view);
}

/* The last key press wins, however the answers come. */
static void
test_fast_typing (Fixture *fixture, gconstpointer data)
{
  static const char *const steps[] = { "a", "ad", "otter", "q", "ben" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    type (fixture, steps[i]);
  UI_WAIT (ui_says (fixture->view, "Ben Quill\n"));
  g_assert_cmpuint (ui_count (fixture->view, DIAPASON_TYPE_FIND_ROW), ==, 1);
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  type (fixture, "refund");
  UI_WAIT (ui_says (fixture->view, "Contacts\n"));
  g_assert_true (ui_says (fixture->view, "Knowledge\n"));
  g_assert_true (ui_says (fixture->view, "Refund batches\n"));
  g_assert_false (ui_says (fixture->view, "People\n"));
  type (fixture, "otter");
  UI_WAIT (ui_says (fixture->view, "Words\n"));
  g_assert_false (ui_says (fixture->view, "Contacts\n"));
}

/* With the score; of an anonymous one nobody's name. */
static void
test_verbatims (Fixture *fixture, gconstpointer data)
{
  desk_fixture_tell_verbatims (&fixture->base.base);
  type (fixture, "story");
  UI_WAIT (ui_says (fixture->view, "Ada Quill — 3 of 10\n"));
  g_assert_true (ui_says (fixture->view, "Verbatims\n"));
  type (fixture, "hums");
  UI_WAIT (ui_says (fixture->view, "Ada Quill — Good <b>coffee</b> — 4 of 5 stars\n"));
  type (fixture, "heron");
  UI_WAIT (ui_says (fixture->view, "Anonymous — 9 of 10\n"));
  g_signal_emit_by_name (entry_of (fixture), "activate");
  g_assert_cmpint (fixture->hit->person, ==, 0);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = entry_of (fixture);

  g_assert_true (ui_press (entry, GDK_KEY_Down)); /* nothing is there yet */
  type (fixture, "quill");
  UI_WAIT (ui_says (fixture->view, "Ben Quill\n"));
  g_assert_cmpstr (selected_title (fixture), ==, "Ada Quill");
  g_assert_true (ui_press (entry, GDK_KEY_Down));
  g_assert_cmpstr (selected_title (fixture), ==, "Ben Quill");
  g_assert_true (ui_press (entry, GDK_KEY_Down)); /* the end */
  g_assert_cmpstr (selected_title (fixture), ==, "Ben Quill");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (fixture->hit->title, ==, "Ben Quill");
  g_assert_true (ui_press (entry, GDK_KEY_Up));
  g_assert_true (ui_press (entry, GDK_KEY_Up)); /* the beginning */
  g_assert_cmpstr (selected_title (fixture), ==, "Ada Quill");
  g_assert_false (ui_press (entry, GDK_KEY_Left));

  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpuint (fixture->n_dismissed, ==, 1);
}

/* Never what an earlier search left there. */
static void
test_fast_enter (Fixture *fixture, gconstpointer data)
{
  type (fixture, "ada");
  UI_WAIT (ui_says (fixture->view, "Ada Quill\n"));
  type (fixture, "ben");
  g_signal_emit_by_name (entry_of (fixture), "activate");
  g_assert_null (fixture->hit);
  UI_WAIT (fixture->hit != NULL);
  g_assert_cmpstr (fixture->hit->title, ==, "Ben Quill");
}

/* Two customers for one number are offered: neither Enter nor haste opens one of them. */
static void
test_shared_number (Fixture *fixture, gconstpointer data)
{
  desk_fixture_row (&fixture->base.base, "crm", "contact_point", "cp3", "customer", "c2", "kind",
                    "mobile", "value", "06.12.34.56.78", NULL);
  desk_fixture_commit (&fixture->base.base);
  type (fixture, "+33 6 12 34 56 78");
  g_signal_emit_by_name (entry_of (fixture), "activate");
  UI_WAIT (ui_says (fixture->view, "Ada Quill\n") && ui_says (fixture->view, "Ben Quill\n"));
  g_signal_emit_by_name (entry_of (fixture), "activate");
  g_assert_null (fixture->hit);
  g_assert_true (ui_press (entry_of (fixture), GDK_KEY_Down));
  g_signal_emit_by_name (entry_of (fixture), "activate");
  g_assert_nonnull (fixture->hit);
  g_assert_cmpint (fixture->hit->group, ==, DIAPASON_FIND_CUSTOMER);
}

static void
test_pointer (Fixture *fixture, gconstpointer data)
{
  type (fixture, "quill");
  UI_WAIT (ui_says (fixture->view, "Ben Quill\n"));
  g_signal_emit_by_name (ui_find (fixture->view, GTK_TYPE_LIST_BOX, 0), "row-activated",
                         ui_find (fixture->view, DIAPASON_TYPE_FIND_ROW, 1));
  g_assert_cmpstr (fixture->hit->title, ==, "Ben Quill");
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  type (fixture, "zzzz <b>");
  UI_WAIT (ui_says (fixture->view, "Nothing fits."));
  g_signal_emit_by_name (entry_of (fixture), "activate");
  g_assert_null (fixture->hit);
}

/* Typed again when it comes back: the words are selected. */
static void
test_begin (Fixture *fixture, gconstpointer data)
{
  int from, to;

  type (fixture, "quill");
  diapason_find_view_begin (fixture->view);
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry_of (fixture)), &from, &to));
  g_assert_cmpint (to - from, ==, 5);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (fixture->base.window), entry_of (fixture)));
}

static void
test_failed (Fixture *fixture, gconstpointer data)
{
  int position = 5;

  type (fixture, "quill");
  UI_WAIT (ui_says (fixture->view, "Ben Quill\n"));
  desk_fixture_break (&fixture->base.base);
  gtk_editable_insert_text (GTK_EDITABLE (entry_of (fixture)), "e", -1, &position);
  UI_WAIT (ui_says (fixture->view, "could not be read"));
  /* What cannot be seen cannot be opened. */
  g_signal_emit_by_name (entry_of (fixture), "activate");
  g_assert_null (fixture->hit);
}

/* The article */

static void
test_article (UiFixture *fixture, gconstpointer data)
{
  gpointer view = g_object_new (DIAPASON_TYPE_ARTICLE_VIEW, NULL);

  desk_fixture_row (&fixture->base, "desk", "article", "t1", "title", "A & <B>", "body",
                    "First.\n\nSecond <b>.", NULL);
  desk_fixture_commit (&fixture->base);
  diapason_article_view_set_desk (view, fixture->base.desk);
  ui_fixture_show (fixture, view, 600, 500);
  diapason_article_view_open (view, 1);
  UI_WAIT (ui_says (view, "Back\nA & <B>\nDESK · as of 12:14\nFirst.\n\nSecond <b>.\n"));
  diapason_article_view_open (view, 4711);
  UI_WAIT (ui_says (view, "not here any more"));
  g_assert_false (ui_says (view, "A & <B>"));
  diapason_article_view_open (view, 1); /* gone while it reads */
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/ui/find/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("typing", test_typing);
  ADD ("last-opened", test_last_opened);
  ADD ("names-of-rows", test_names_of_rows);
  ADD ("marks", test_marks);
  ADD ("rows-stay", test_rows_stay);
  ADD ("fast-typing", test_fast_typing);
  ADD ("groups", test_groups);
  ADD ("verbatims", test_verbatims);
  ADD ("keys", test_keys);
  ADD ("fast-enter", test_fast_enter);
  ADD ("shared-number", test_shared_number);
  ADD ("pointer", test_pointer);
  ADD ("nothing", test_nothing);
  ADD ("begin", test_begin);
  ADD ("failed", test_failed);
  g_test_add ("/ui/find/article", UiFixture, NULL, ui_fixture_set_up, test_article,
              ui_fixture_tear_down);
  return g_test_run ();
}
