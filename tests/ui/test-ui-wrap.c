/* test-ui-wrap.c: what stands in lines, and what is as high as its width wants. */
#include "capped.h"
#include "wrap.h"

#include "ui-fixture.h"

#define SIDE    100
#define SPACING 10

/* A wrap of three squares, the second of them not shown. */
static GtkWidget *
wrap_new (void)
{
  GtkWidget *wrap = g_object_new (DIAPASON_TYPE_WRAP, "spacing", SPACING, "line-spacing", 5, NULL);

  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *square = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (square, SIDE, SIDE);
      gtk_widget_set_visible (square, i != 1);
      gtk_widget_set_parent (square, wrap);
    }
  return wrap;
}

static int
height_at (GtkWidget *widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
assert_at (GtkWidget *wrap, guint nth, int x, int y, int width)
{
  GtkWidget *child = gtk_widget_get_first_child (wrap);
  graphene_rect_t bounds;

  while (nth-- > 0)
    child = gtk_widget_get_next_sibling (child);
  g_assert_true (gtk_widget_compute_bounds (child, wrap, &bounds));
  g_assert_cmpint ((int) bounds.origin.x, ==, x);
  g_assert_cmpint ((int) bounds.origin.y, ==, y);
  g_assert_cmpint ((int) bounds.size.width, ==, width);
}

static void
test_lines (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *wrap = wrap_new ();
  int minimum, natural;

  gtk_widget_measure (wrap, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, SIDE);
  g_assert_cmpint (natural, ==, 3 * SIDE + 2 * SPACING);
  g_assert_cmpint (height_at (wrap, natural), ==, SIDE);
  g_assert_cmpint (height_at (wrap, natural - 1), ==, 2 * SIDE + 5);
  g_assert_cmpint (height_at (wrap, SIDE), ==, 3 * SIDE + 2 * 5);

  /* The last one of a line takes what is left; the other way round where people read so. */
  gtk_widget_set_hexpand (gtk_widget_get_last_child (wrap), TRUE);
  ui_fixture_show (fixture, wrap, 250, 300);
  assert_at (wrap, 0, 0, 0, SIDE);
  assert_at (wrap, 2, SIDE + SPACING, 0, SIDE);
  assert_at (wrap, 3, 0, SIDE + 5, 250);
  gtk_widget_set_direction (wrap, GTK_TEXT_DIR_RTL);
  ui_await_frames (wrap);
  assert_at (wrap, 0, 150, 0, SIDE);
  assert_at (wrap, 2, 40, 0, SIDE);
}

/* What takes the room that is left is no higher than it is then. */
static void
test_expands (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *wrap = g_object_new (DIAPASON_TYPE_WRAP, "spacing", SPACING, NULL);
  GtkWidget *label = gtk_label_new ("some words that stand in one line or in several");
  GtkWidget *word = g_object_ref_sink (gtk_label_new ("a word"));
  int line = height_at (word, -1);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 10);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_parent (label, wrap);
  ui_fixture_show (fixture, wrap, 600, 300);
  g_assert_cmpint (height_at (wrap, 150), >, line);
  g_assert_cmpint (height_at (wrap, 600), ==, line);
  assert_at (wrap, 0, 0, 0, 600);
  g_object_unref (word);
}

static void
test_capped (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *capped = g_object_new (DIAPASON_TYPE_CAPPED, "most", 250, "child", wrap_new (), NULL);

  ui_fixture_show (fixture, capped, 400, 300);
  g_assert_cmpint (height_at (capped, 320), ==, SIDE);
  g_assert_cmpint (height_at (capped, 220), ==, 2 * SIDE + 5);
  g_assert_cmpint (height_at (capped, SIDE), ==, 250);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/wrap/" name, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)
  ADD ("lines", test_lines);
  ADD ("expands", test_expands);
  ADD ("capped", test_capped);
  return g_test_run ();
}
