/* test-ui-tooltip.c: what a pointer reads, set, changed and taken away. */
#include "tooltip.h"

#include "ui-fixture.h"

static void
assert_answers (GtkWidget *widget, gboolean answers)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean answered = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 1, 1, FALSE, tooltip, &answered);
  g_assert_cmpint (answered, ==, answers);
  g_assert_cmpint (gtk_widget_get_has_tooltip (widget), ==, answers);
}

static void
test_text (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("Ada"));

  g_assert_null (diapason_tooltip_get (label));
  diapason_tooltip_set (label, NULL);
  assert_answers (label, FALSE);
  diapason_tooltip_set (label, "customer since 2014");
  g_assert_cmpstr (diapason_tooltip_get (label), ==, "customer since 2014");
  assert_answers (label, TRUE);
  diapason_tooltip_set (label, "customer since 2016");
  g_assert_cmpstr (diapason_tooltip_get (label), ==, "customer since 2016");
  assert_answers (label, TRUE);
  diapason_tooltip_set (label, NULL);
  g_assert_null (diapason_tooltip_get (label));
  assert_answers (label, FALSE);
}

/* One answer, however often it is set. */
static void
test_once (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("Ada"));
  guint signal = g_signal_lookup ("query-tooltip", GTK_TYPE_WIDGET);
  gulong handler;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      diapason_tooltip_set (label, text);
    }
  handler = g_signal_handler_find (label, G_SIGNAL_MATCH_ID, signal, 0, NULL, NULL, NULL);
  g_assert_cmpuint (handler, !=, 0);
  g_signal_handler_disconnect (label, handler);
  g_assert_cmpuint (g_signal_handler_find (label, G_SIGNAL_MATCH_ID, signal, 0, NULL, NULL, NULL),
                    ==, 0);
}

/* Of an interface file. */
static void
test_of_file (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("Ada"));

  g_object_set (label, "tooltip-text", "customer since 2014", NULL);
  g_assert_cmpstr (diapason_tooltip_get (label), ==, "customer since 2014");
}

/* Under the pointer, in a window. */
static void
test_pointed_at (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("Ada");

  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (label))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_set_state_flags (label, GTK_STATE_FLAG_PRELIGHT, FALSE);
  diapason_tooltip_set (label, "customer since 2014");
  diapason_tooltip_set (label, NULL);
  assert_answers (label, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/tooltip/text", test_text);
  g_test_add_func ("/ui/tooltip/once", test_once);
  g_test_add_func ("/ui/tooltip/of-file", test_of_file);
  g_test_add_func ("/ui/tooltip/pointed-at", test_pointed_at);
  return g_test_run ();
}
