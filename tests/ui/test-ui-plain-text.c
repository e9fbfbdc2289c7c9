/* test-ui-plain-text.c: hostile text stays text, and stays short. */
#include "plain-text.h"

#include "ui-fixture.h"

static const char *const hostile[] = {
  "",
  "AT&T <x@y>",
  "<b>bold</b> &amp; <span foreground='red'>",
  "</markup>",
  "a\001b\177c\033[31m",
  "\342\200\256gnp.exe", /* right-to-left override */
  "\377\376 not UTF-8",
  "tab\tand\r\nlines\nmore",
  "%s%n_mnemonic",
};

/* What may stand on a screen. */
static void
assert_harmless (const char *text, gboolean lines)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_assert_true (!g_unichar_iscntrl (c) || (lines && (c == '\n' || c == '\t')));
      g_assert_false (c >= 0x202a && c <= 0x202e);
    }
}

static void
test_labels (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (GtkWidget) inscription = g_object_ref_sink (gtk_inscription_new (NULL));

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      diapason_plain_label_set (GTK_LABEL (label), hostile[i]);
      assert_harmless (gtk_label_get_text (GTK_LABEL (label)), FALSE);
      diapason_plain_inscription_set (GTK_INSCRIPTION (inscription), hostile[i]);
      assert_harmless (gtk_inscription_get_text (GTK_INSCRIPTION (inscription)), FALSE);
      diapason_plain_label_set_block (GTK_LABEL (label), hostile[i]);
      assert_harmless (gtk_label_get_text (GTK_LABEL (label)), TRUE);
    }
  diapason_plain_label_set (GTK_LABEL (label), hostile[1]);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, hostile[1]);
  diapason_plain_label_set_block (GTK_LABEL (label), hostile[7]);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "tab\tand\nlines\nmore");
  diapason_plain_label_set (GTK_LABEL (label), NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "");
}

static void
test_long (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  g_autofree char *much = g_strnfill (100000, 'x');

  diapason_plain_label_set (GTK_LABEL (label), much);
  g_assert_cmpint (g_utf8_strlen (gtk_label_get_text (GTK_LABEL (label)), -1), ==,
                   DIAPASON_TEXT_LINE_CHARS);
  diapason_plain_label_set_block (GTK_LABEL (label), much);
  g_assert_cmpint (g_utf8_strlen (gtk_label_get_text (GTK_LABEL (label)), -1), <=, 4100);
  diapason_plain_label_set_body (GTK_LABEL (label), much);
  g_assert_cmpint (g_utf8_strlen (gtk_label_get_text (GTK_LABEL (label)), -1), <=, 20100);
}

/* At a space where there is one; what has lines already stays as it is. */
static void
test_lines_without_end (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  g_autofree char *much = g_strnfill (2500, 'x');
  g_autofree char *good = g_strnfill (990, 'x');
  g_autofree char *lines = g_strconcat (good, "\n", good, "\nend", NULL);
  g_auto (GStrv) parts = NULL;

  much[1050] = ' ';
  diapason_plain_label_set_block (GTK_LABEL (label), much);
  parts = g_strsplit (gtk_label_get_text (GTK_LABEL (label)), "\n", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_assert_cmpuint (strlen (parts[0]), ==, 1050);
  g_assert_cmpuint (strlen (parts[1]), ==, 1100);
  g_assert_cmpuint (strlen (parts[2]), ==, 2500 - 1051 - 1100);
  diapason_plain_label_set_block (GTK_LABEL (label), lines);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, lines);
}

/* The rows of libadwaita would read markup, and warn of what is none. */
static void
test_rows (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               diapason_plain_row_new (hostile[i], hostile[i]));
  ui_fixture_show (fixture, group, 500, 600);
  g_assert_true (ui_says (group, "AT&T <x@y>\nAT&T <x@y>\n"));
  g_assert_true (ui_says (group, "<b>bold</b> &amp; <span foreground='red'>\n<b>bold</b> &amp;"));
}

static void
test_lines_of_a_row (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = diapason_plain_row_new ("one\ntwo", "three\nfour");

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  ui_fixture_show (fixture, group, 500, 200);
  g_assert_true (ui_says (row, "one two\n"));
  g_assert_true (ui_says (row, "three\nfour\n"));
}

static void
test_toast (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  ui_fixture_show (fixture, overlay, 500, 200);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay),
                               diapason_plain_toast_new ("AT&T <x@y> &amp;"));
  UI_WAIT (ui_says (overlay, "AT&T <x@y> &amp;"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/plain-text/labels", test_labels);
  g_test_add_func ("/ui/plain-text/long", test_long);
  g_test_add_func ("/ui/plain-text/lines-without-end", test_lines_without_end);
  g_test_add ("/ui/plain-text/rows", UiFixture, NULL, ui_fixture_set_up, test_rows,
              ui_fixture_tear_down);
  g_test_add ("/ui/plain-text/lines-of-a-row", UiFixture, NULL, ui_fixture_set_up,
              test_lines_of_a_row, ui_fixture_tear_down);
  g_test_add ("/ui/plain-text/toast", UiFixture, NULL, ui_fixture_set_up, test_toast,
              ui_fixture_tear_down);
  return g_test_run ();
}
