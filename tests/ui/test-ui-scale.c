/* test-ui-scale.c: nothing of the desk is lost with letters twice as large: no fact is cut, nothing
 * is narrower or lower than it needs, and nothing stands outside of the window. */
#include "kpi-tile.h"
#include "person-card.h"
#include "window.h"

#include "ui-fixture.h"

#define DPI (96 * 1024) /* as GTK counts them */

static void
set_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (scale * DPI), NULL);
}

static void
tell_all (UiFixture *fixture)
{
  const char *const sources[] = { "CRM", "Contact platform", "Survey tool", "Web shop" };

  desk_fixture_tell_quills (&fixture->base);
  desk_fixture_tell_verbatims (&fixture->base);
  desk_fixture_sign_in (&fixture->base, "crm", "a1");
  desk_fixture_commit (&fixture->base);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (DiapasonSourceStatus) status = diapason_source_status_new (sources[i], sources[i]);

      diapason_source_status_set_in_sync_since (status, DESK_FIXTURE_NOW);
      diapason_source_status_set_state (status, DIAPASON_SOURCE_IN_SYNC, NULL);
      g_list_store_append (G_LIST_STORE (diapason_desk_get_sources (fixture->base.desk)), status);
    }
}

static DiapasonWindow *
window_new (UiFixture *fixture, int width)
{
  DiapasonWindow *window = diapason_window_new (NULL, fixture->base.desk);

  gtk_window_set_default_size (GTK_WINDOW (window), width, 900);
  ui_fixture_show_window (fixture, GTK_WINDOW (window));
  diapason_window_open_person (window, desk_fixture_person (&fixture->base, "crm", "c1"));
  UI_WAIT (ui_says (window, "Ada Quill\n"));
  ui_await_frames (window);
  return window;
}

/* What says a fact: it is never cut. All the rest may be, where a tooltip or what it opens to has
 * the whole of it. */
static gboolean
is_fact (GtkWidget *label)
{
  const char *name = gtk_buildable_get_buildable_id (GTK_BUILDABLE (label));

  if (gtk_widget_get_ancestor (label, DIAPASON_TYPE_KPI_TILE) != NULL)
    return g_strcmp0 (name, "words") != 0;
  return gtk_widget_get_ancestor (label, DIAPASON_TYPE_PERSON_CARD) != NULL &&
         gtk_widget_get_ancestor (label, GTK_TYPE_POPOVER) == NULL;
}

static gboolean
leads_to_all (GtkWidget *widget)
{
  if (gtk_widget_get_ancestor (widget, DIAPASON_TYPE_KPI_TILE) != NULL)
    return TRUE;
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

static void
assert_not_cut (GtkLabel *label)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return;
  if (is_fact (GTK_WIDGET (label)))
    g_error ("\"%s\" is a fact, and is cut.", gtk_label_get_text (label));
  if (!leads_to_all (GTK_WIDGET (label)))
    g_error ("\"%s\" is cut, and nothing has all of it.", gtk_label_get_text (label));
}

static void
assert_has_room (GtkWidget *widget)
{
  int width = gtk_widget_get_allocated_width (widget) + gtk_widget_get_margin_start (widget) +
              gtk_widget_get_margin_end (widget);
  int height = gtk_widget_get_allocated_height (widget) + gtk_widget_get_margin_top (widget) +
               gtk_widget_get_margin_bottom (widget);
  g_autofree char *text = ui_text (widget);
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (width < least)
    g_error ("\"%s\" is %d wide and needs %d.", text, width, least);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  if (height < least)
    g_error ("\"%s\" is %d high and needs %d.", text, height, least);
}

/* Downwards much is scrolled to; sidewards nothing is. */
static void
assert_within (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  if (bounds.origin.x < 0 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (window))
    {
      g_autofree char *text = ui_text (widget);

      g_error ("\"%s\" stands outside of the window.", text);
    }
}

static void
assert_nothing_lost (GtkWidget *widget, GtkWidget *window)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) || GTK_IS_INSCRIPTION (widget))
    {
      assert_has_room (widget);
      assert_within (widget, window);
    }
  if (GTK_IS_LABEL (widget))
    assert_not_cut (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_nothing_lost (child, window);
}

static gpointer
part (DiapasonWindow *window, const char *name)
{
  return G_OBJECT (gtk_widget_get_template_child (GTK_WIDGET (window), DIAPASON_TYPE_WINDOW, name));
}

static void
test_large (UiFixture *fixture, gconstpointer width)
{
  GtkWidget *window;
  int least;

  set_scale (2);
  tell_all (fixture);
  window = GTK_WIDGET (window_new (fixture, GPOINTER_TO_INT (width)));
  assert_nothing_lost (window, window);
  /* Its own edge is in it. */
  g_assert_cmpint (gtk_widget_get_width (window), <=, GPOINTER_TO_INT (width));
  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, GPOINTER_TO_INT (width), &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, <=, 900);
  /* What is folded away, too. */
  g_object_set (part (DIAPASON_WINDOW (window), "desk_fold"), "show-side", TRUE, NULL);
  ui_await_frames (window);
  assert_nothing_lost (window, window);
  g_object_set (part (DIAPASON_WINDOW (window), "desk_fold"), "show-side", FALSE, NULL);
  g_object_set (part (DIAPASON_WINDOW (window), "work_fold"), "show-side", TRUE, NULL);
  ui_await_frames (window);
  assert_nothing_lost (window, window);
  ui_fixture_close (fixture);
  set_scale (1);
}

/* As narrow a window as is promised. */
static void
test_narrow (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *window;
  int least;

  tell_all (fixture);
  window = GTK_WIDGET (window_new (fixture, 640));
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 640);
  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, 640, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 600);
  assert_nothing_lost (window, window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ui_use_style ();
#define ADD(name, func, data)                                                                      \
  g_test_add ("/ui/scale/" name, UiFixture, GINT_TO_POINTER (data), ui_fixture_set_up, func,       \
              ui_fixture_tear_down)
  ADD ("narrow", test_narrow, 0);
  ADD ("large-1250", test_large, 1250);
  ADD ("large-1024", test_large, 1024);
  return g_test_run ();
}
