/* ui-fixture.c: see the header. */
#include "ui-fixture.h"

#include "await.h"
#include "diapason-ui-resources.h"
#include "person-card.h"
#include "person-view.h"
#include "tooltip.h"

void
ui_test_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  diapason_ui_register_resource ();
}

void
ui_use_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/diapason/Diapason/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* What the window before was like. */
static void
forget_form (void)
{
  g_autoptr (GSettings) settings = g_settings_new (DIAPASON_APPLICATION_ID);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

void
ui_fixture_set_up (UiFixture *fixture, gconstpointer data)
{
  desk_fixture_set_up (&fixture->base, data);
  forget_form ();
  fixture->window = NULL;
}

void
ui_fixture_tear_down (UiFixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    ui_fixture_close (fixture);
  desk_fixture_tear_down (&fixture->base, data);
}

void
ui_fixture_show_window (UiFixture *fixture, GtkWindow *window)
{
  g_assert_null (fixture->window);
  fixture->window = window;
  gtk_window_present (window);
  UI_WAIT (gtk_widget_get_mapped (GTK_WIDGET (window)) &&
           gtk_widget_get_width (GTK_WIDGET (window)) > 0);
}

void
ui_fixture_show (UiFixture *fixture, GtkWidget *child, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, width, height);
  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_child (window, child);
  ui_fixture_show_window (fixture, window);
}

gpointer
ui_fixture_open_person (UiFixture *fixture, const char *customer, int width)
{
  gpointer view = g_object_new (DIAPASON_TYPE_PERSON_VIEW, NULL);

  diapason_person_view_set_desk (view, fixture->base.desk);
  ui_fixture_show (fixture, view, width, 800);
  diapason_person_view_open (view, desk_fixture_person (&fixture->base, "crm", customer), 0);
  UI_WAIT (ui_find (view, DIAPASON_TYPE_PERSON_CARD, 0) != NULL);
  return view;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer n_left)
{
  return --*(guint *) n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
ui_await_frames (gpointer widget)
{
  guint n_left = 4;

  gtk_widget_add_tick_callback (widget, tick_cb, &n_left, NULL);
  UI_WAIT (n_left == 0);
}

gboolean
ui_is_gone (gpointer *widget)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (*widget != NULL && g_get_monotonic_time () < deadline)
    {
      await_quiet ();
      g_usleep (1000);
    }
  return *widget == NULL;
}

/* Weak pointers to a widget and everything in it. */
static void
watch (GtkWidget *widget, GPtrArray *places)
{
  gpointer *place;

  /* The display keeps one for all windows. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow"))
    return;
  place = g_new (gpointer, 1);
  *place = widget;
  g_object_add_weak_pointer (G_OBJECT (widget), place);
  g_ptr_array_add (places, place);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    watch (child, places);
}

void
ui_fixture_close (UiFixture *fixture)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);

  watch (GTK_WIDGET (fixture->window), places);
  gtk_window_destroy (g_steal_pointer (&fixture->window));
  for (guint i = 0; i < places->len; i++)
    {
      gpointer *place = places->pdata[i];

      if (!ui_is_gone (place))
        g_error ("A %s is still there.", G_OBJECT_TYPE_NAME (*place));
    }
}

static gpointer
find (GtkWidget *widget, GType type, guint *nth)
{
  gpointer found = NULL;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, nth);
  return found;
}

gpointer
ui_find (gpointer root, GType type, guint nth)
{
  return find (root, type, &nth);
}

guint
ui_count (gpointer root, GType type)
{
  guint n = 0;

  while (ui_find (root, type, n) != NULL)
    n++;
  return n;
}

GtkWidget *
ui_find_label (gpointer root, const char *text)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_find (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
      return label;
  g_error ("Nothing says \"%s\".", text);
}

static void
append_text (GtkWidget *widget, GString *text)
{
  const char *own = NULL;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    own = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    own = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (own != NULL && *own != '\0')
    g_string_append_printf (text, "%s\n", own);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_text (child, text);
}

char *
ui_text (gpointer root)
{
  GString *text = g_string_new (NULL);

  append_text (root, text);
  return g_string_free (text, FALSE);
}

gboolean
ui_says (gpointer root, const char *words)
{
  g_autofree char *text = ui_text (root);

  return strstr (text, words) != NULL;
}

GtkButton *
ui_button (gpointer root, const char *text)
{
  GtkButton *button;

  for (guint i = 0; (button = ui_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (ui_says (button, text))
      return button;
  g_error ("No button says \"%s\".", text);
}

gboolean
ui_press (gpointer widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &taken);
    }
  return taken;
}

/* Names */

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_LIST_BOX (widget) ||
         GTK_IS_LIST_VIEW (widget) || GTK_IS_FLOW_BOX (widget);
}

/* The parts that a toolkit's own widget is made of answer for themselves. */
static gboolean
is_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_EDITABLE (parent) || ADW_IS_PREFERENCES_ROW (widget) ||
         gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP) != NULL ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL;
}

/* A button is called "" as long as nobody says otherwise, also when its label says something. */
static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  g_autofree char *other = NULL;

  if (!gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  other = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  return other != NULL;
}

void
ui_assert_named (gpointer root)
{
  GtkWidget *widget;

  for (guint i = 0; (widget = ui_find (root, GTK_TYPE_WIDGET, i)) != NULL; i++)
    {
      g_autofree char *text = NULL;

      if (!is_control (widget) || is_part (widget))
        continue;
      text = ui_text (widget);
      if (!is_named (widget))
        g_error ("A %s that says \"%s\" has no accessible name.", G_OBJECT_TYPE_NAME (widget),
                 text);
      if (GTK_IS_BUTTON (widget) && *text == '\0' && diapason_tooltip_get (widget) == NULL &&
          diapason_tooltip_get (gtk_widget_get_parent (widget)) == NULL)
        g_error ("An icon alone needs a tooltip too.");
    }
}
