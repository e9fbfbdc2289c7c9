/* test-ui-fold.c: two regions that become one where there is little room. */
#include "fold.h"
#include "fold-handle.h"

#include "ui-fixture.h"

typedef struct
{
  UiFixture base;
  DiapasonFold *fold;
  GtkWidget *content;
  GtkWidget *side;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_fixture_set_up (&fixture->base, data);
  fixture->content = gtk_label_new ("content");
  fixture->side = gtk_label_new ("side");
  fixture->fold = g_object_new (DIAPASON_TYPE_FOLD, "content", fixture->content, "side",
                                fixture->side, "fold-width", 500, "side-width", 200, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_fixture_tear_down (&fixture->base, data);
}

/* Gives the fold a width, as its window would. */
static void
allocate (Fixture *fixture, int width)
{
  gtk_widget_size_allocate (GTK_WIDGET (fixture->fold), &(GtkAllocation){ 0, 0, width, 300 }, -1);
}

static void
show (Fixture *fixture)
{
  ui_fixture_show (&fixture->base, GTK_WIDGET (fixture->fold), 800, 300);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_threshold (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;

  show (fixture);
  g_signal_connect (fixture->fold, "notify::folded", G_CALLBACK (count_cb), &n_notified);
  allocate (fixture, 500);
  g_assert_false (diapason_fold_get_folded (fixture->fold));
  g_assert_cmpint (gtk_widget_get_width (fixture->content), ==, 299);
  g_assert_cmpint (gtk_widget_get_width (fixture->side), ==, 200);
  g_assert_cmpuint (n_notified, ==, 0);

  allocate (fixture, 499);
  g_assert_true (diapason_fold_get_folded (fixture->fold));
  g_assert_true (gtk_widget_get_child_visible (fixture->content));
  g_assert_false (gtk_widget_get_child_visible (fixture->side));
  g_assert_cmpint (gtk_widget_get_width (fixture->content), ==, 499);
  UI_WAIT (n_notified == 1);
}

static void
test_show_side (Fixture *fixture, gconstpointer data)
{
  show (fixture);
  allocate (fixture, 300);
  diapason_fold_set_show_side (fixture->fold, TRUE);
  allocate (fixture, 300);
  g_assert_false (gtk_widget_get_child_visible (fixture->content));
  g_assert_true (gtk_widget_get_child_visible (fixture->side));
  g_assert_cmpint (gtk_widget_get_width (fixture->side), ==, 300);

  /* Of no matter where there is room. */
  allocate (fixture, 800);
  g_assert_true (gtk_widget_get_child_visible (fixture->content));
  g_assert_true (gtk_widget_get_child_visible (fixture->side));
  g_assert_cmpint (gtk_widget_get_width (fixture->content), ==, 599);
}

/* The window can be as small as the folded form. */
static void
test_least_width (Fixture *fixture, gconstpointer data)
{
  int minimum, natural;

  gtk_widget_set_size_request (fixture->content, 250, -1);
  gtk_widget_set_size_request (fixture->side, 180, -1);
  show (fixture);
  gtk_widget_measure (GTK_WIDGET (fixture->fold), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 250);
  g_assert_cmpint (natural, ==, 450);
}

/* Large letters: the content needs more than the fold width leaves it. */
static void
test_wide_content (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_size_request (fixture->content, 400, -1);
  gtk_widget_set_size_request (fixture->side, 150, -1);
  show (fixture);
  allocate (fixture, 550);
  g_assert_true (diapason_fold_get_folded (fixture->fold));
  allocate (fixture, 551);
  g_assert_false (diapason_fold_get_folded (fixture->fold));
  g_assert_cmpint (gtk_widget_get_width (fixture->content), ==, 400);
  g_assert_cmpint (gtk_widget_get_width (fixture->side), ==, 150);

  gtk_widget_set_size_request (fixture->side, 300, -1);
  allocate (fixture, 701);
  g_assert_false (diapason_fold_get_folded (fixture->fold));
  g_assert_cmpint (gtk_widget_get_width (fixture->side), ==, 300);
}

/* By the keys of the handle; neither part is cut. */
static void
test_resized (Fixture *fixture, gconstpointer data)
{
  GtkWidget *handle;
  guint n_notified = 0;
  int wanted;

  gtk_widget_set_size_request (fixture->content, 250, -1);
  gtk_widget_set_size_request (fixture->side, 100, -1);
  show (fixture);
  allocate (fixture, 800);
  handle = ui_find (fixture->fold, DIAPASON_TYPE_FOLD_HANDLE, 0);
  g_signal_connect (fixture->fold, "notify::side-width", G_CALLBACK (count_cb), &n_notified);
  g_assert_true (ui_press (handle, GDK_KEY_Left));
  allocate (fixture, 800);
  g_assert_cmpint (gtk_widget_get_width (fixture->side), ==, 216);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_false (ui_press (handle, GDK_KEY_Up));

  g_signal_emit_by_name (handle, "moved", 20);
  allocate (fixture, 800);
  g_assert_cmpint (gtk_widget_get_width (fixture->content), ==, 250);
  g_signal_emit_by_name (handle, "moved", 790);
  allocate (fixture, 800);
  g_assert_cmpint (gtk_widget_get_width (fixture->side), ==, 100);
  g_object_get (fixture->fold, "side-width", &wanted, NULL);
  g_assert_cmpint (wanted, ==, 100);

  allocate (fixture, 400);
  g_assert_false (gtk_widget_get_child_visible (handle));
}

/* Folded, and yet there is room for both. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->fold, "beside-width", 400, NULL);
  show (fixture);
  /* GTK 4.8 never drops what is hidden twice while it has the focus. */
  gtk_window_set_focus (fixture->base.window, NULL);
  allocate (fixture, 400);
  g_assert_false (gtk_widget_get_child_visible (fixture->side));
  diapason_fold_reveal (fixture->side);
  allocate (fixture, 400);
  g_assert_cmpint (gtk_widget_get_width (fixture->content), ==, 199);
  allocate (fixture, 399);
  g_assert_false (gtk_widget_get_child_visible (fixture->content));
  diapason_fold_reveal (fixture->content);
  g_assert_true (gtk_widget_get_child_visible (fixture->content));
  g_assert_false (gtk_widget_get_child_visible (fixture->side));
}

static void
test_side_first (Fixture *fixture, gconstpointer data)
{
  GtkWidget *content = gtk_label_new ("content");
  GtkWidget *side = gtk_label_new ("side");
  GtkWidget *fold = g_object_new (DIAPASON_TYPE_FOLD, "side-first", TRUE, "content", content,
                                  "side", side, "side-width", 200, NULL);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_get_first_child (fold) == side);
  g_object_ref_sink (fixture->fold);
  g_object_unref (fixture->fold);
  fixture->fold = DIAPASON_FOLD (fold);
  show (fixture);
  allocate (fixture, 1000);
  g_assert_true (gtk_widget_compute_bounds (content, fold, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 201);
}

static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t content, side;

  gtk_widget_set_direction (GTK_WIDGET (fixture->fold), GTK_TEXT_DIR_RTL);
  show (fixture);
  allocate (fixture, 800);
  g_assert_true (
      gtk_widget_compute_bounds (fixture->content, GTK_WIDGET (fixture->fold), &content));
  g_assert_true (gtk_widget_compute_bounds (fixture->side, GTK_WIDGET (fixture->fold), &side));
  g_assert_cmpfloat (side.origin.x, ==, 0);
  g_assert_cmpfloat (content.origin.x, ==, 201);
}

static void
test_children (Fixture *fixture, gconstpointer data)
{
  GtkWidget *other = gtk_label_new ("other");

  show (fixture);
  g_assert_true (gtk_widget_get_first_child (GTK_WIDGET (fixture->fold)) == fixture->content);
  g_object_add_weak_pointer (G_OBJECT (fixture->content), (gpointer *) &fixture->content);
  g_object_set (fixture->fold, "content", other, NULL);
  g_assert_true (ui_is_gone ((gpointer *) &fixture->content));
  /* The reading order stays. */
  g_assert_true (gtk_widget_get_first_child (GTK_WIDGET (fixture->fold)) == other);
  g_assert_true (gtk_widget_get_next_sibling (other) == fixture->side);
  g_object_set (fixture->fold, "side", NULL, NULL);
  allocate (fixture, 300);
  allocate (fixture, 800);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/ui/fold/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("threshold", test_threshold);
  ADD ("show-side", test_show_side);
  ADD ("least-width", test_least_width);
  ADD ("wide-content", test_wide_content);
  ADD ("resized", test_resized);
  ADD ("beside", test_beside);
  ADD ("side-first", test_side_first);
  ADD ("right-to-left", test_right_to_left);
  ADD ("children", test_children);
  return g_test_run ();
}
