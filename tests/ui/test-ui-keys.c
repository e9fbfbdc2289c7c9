/* test-ui-keys.c: one table says the keys; the application, the help and what shows a key follow it
 * and what a person chose. */
#include "footer.h"
#include "help.h"
#include "keys.h"
#include "ui-settings.h"
#include "window.h"

#include "await.h"
#include "ui-fixture.h"

typedef struct
{
  UiFixture base;
  GtkApplication *application; /* (weak) */
  GSettings *settings;
  DiapasonKeys *keys;
} KeysFixture;

/* One for all: a second one of its name has no place on the bus. */
static GtkApplication *
the_application (void)
{
  static GtkApplication *application;

  if (application == NULL)
    {
      application = gtk_application_new ("org.example.Keys", G_APPLICATION_NON_UNIQUE);
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    }
  return application;
}

static void
set_up (KeysFixture *fixture, gconstpointer data)
{
  ui_fixture_set_up (&fixture->base, data);
  fixture->application = the_application ();
  fixture->settings = diapason_ui_settings_open ();
  fixture->keys = diapason_keys_new (fixture->application, fixture->settings);
}

static void
tear_down (KeysFixture *fixture, gconstpointer data)
{
  ui_fixture_tear_down (&fixture->base, data);
  g_settings_reset (fixture->settings, "keys");
  g_assert_finalize_object (g_steal_pointer (&fixture->keys));
  g_clear_object (&fixture->settings);
}

static guint
index_of (const char *name)
{
  guint n;
  const DiapasonKey *table = diapason_key_table (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (table[i].name, name) == 0)
      return i;
  g_assert_not_reached ();
}

static void
assert_key (KeysFixture *fixture, const char *action, const char *accelerator)
{
  g_auto (GStrv) now = gtk_application_get_accels_for_action (fixture->application, action);

  g_assert_cmpstr (now[0], ==, accelerator);
}

static gboolean
set (KeysFixture *fixture, const char *name, guint keyval, GdkModifierType state, GError **error)
{
  return diapason_keys_set (fixture->keys, index_of (name), keyval, state, error);
}

/* The table */

static void
test_table (void)
{
  guint n;
  const DiapasonKey *table = diapason_key_table (&n);
  guint n_changeable = diapason_key_table_n_changeable ();

  g_assert_cmpuint (n_changeable, >, 5);
  for (guint i = 0; i < n; i++)
    {
      guint keyval = 0;
      GdkModifierType state = 0;

      g_assert_true ((table[i].name != NULL) == (i < n_changeable));
      g_assert_true ((table[i].action != NULL) == (i < n_changeable));
      if (i >= n_changeable)
        continue;
      g_assert_true (gtk_accelerator_parse (table[i].accelerator, &keyval, &state));
      g_assert_cmpstr (diapason_key_refusal (keyval, state), ==, NULL);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (table[j].accelerator, !=, table[i].accelerator);
    }
}

/* Whatever of it is of windows, ours have. */
static void
test_actions_are_there (void)
{
  GtkWidgetClass *klass = g_type_class_ref (DIAPASON_TYPE_WINDOW);
  guint n;
  const DiapasonKey *table = diapason_key_table (&n);

  for (guint i = 0; i < diapason_key_table_n_changeable (); i++)
    {
      gboolean found = g_str_has_prefix (table[i].action, "app.");
      const char *name, *property;
      const GVariantType *type;
      GType owner;

      for (guint j = 0; gtk_widget_class_query_action (klass, j, &owner, &name, &type, &property);
           j++)
        found |= g_str_equal (name, table[i].action);
      if (!found)
        g_error ("There is no action %s.", table[i].action);
    }
  g_type_class_unref (klass);
}

static void
test_refusals (void)
{
  static const struct
  {
    guint keyval;
    GdkModifierType state;
    const char *says; /* NULL: it can be had */
  } cases[] = {
    { GDK_KEY_Tab, 0, "goes through the window" },
    { GDK_KEY_Escape, 0, "goes through the window" },
    { GDK_KEY_Left, GDK_CONTROL_MASK, "goes through the window" },
    { GDK_KEY_KP_Left, 0, "goes through the window" },
    { GDK_KEY_k, 0, "alone writes a character" },
    { GDK_KEY_k, GDK_SHIFT_MASK, "alone writes a character" },
    { GDK_KEY_eacute, 0, "alone writes a character" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "is for writing" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "is for writing" },
    { GDK_KEY_k, GDK_SUPER_MASK, "Your desktop" },
    { GDK_KEY_F4, GDK_ALT_MASK, "Your desktop" },
    { GDK_KEY_F3, GDK_CONTROL_MASK | GDK_ALT_MASK, "Your desktop" },
    { GDK_KEY_4, GDK_ALT_MASK, "contact on the line" },
    { GDK_KEY_F3, 0, NULL },
    { GDK_KEY_k, GDK_CONTROL_MASK, NULL },
    { GDK_KEY_z, GDK_ALT_MASK, NULL },
    { GDK_KEY_question, GDK_CONTROL_MASK, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *refusal = diapason_key_refusal (cases[i].keyval, cases[i].state);

      if (cases[i].says == NULL)
        g_assert_cmpstr (refusal, ==, NULL);
      else
        g_assert_nonnull (strstr (refusal, cases[i].says));
    }
}

static void
test_presses (void)
{
  static const struct
  {
    guint keyval;
    GdkModifierType state, consumed;
    guint kept_keyval;
    GdkModifierType kept_state;
  } cases[] = {
    { GDK_KEY_K, GDK_CONTROL_MASK | GDK_SHIFT_MASK, GDK_SHIFT_MASK, GDK_KEY_k,
      GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { GDK_KEY_K, GDK_CONTROL_MASK | GDK_LOCK_MASK, 0, GDK_KEY_k, GDK_CONTROL_MASK },
    { GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, GDK_SHIFT_MASK, GDK_KEY_question,
      GDK_CONTROL_MASK },
    { GDK_KEY_F6, GDK_SHIFT_MASK, GDK_SHIFT_MASK, GDK_KEY_F6, GDK_SHIFT_MASK },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, GDK_SHIFT_MASK, GDK_KEY_Tab, GDK_SHIFT_MASK },
  };
  guint control = GDK_KEY_Control_L;
  GdkModifierType none = 0;

  g_assert_false (diapason_key_from_press (&control, &none, 0));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint keyval = cases[i].keyval;
      GdkModifierType state = cases[i].state;

      g_assert_true (diapason_key_from_press (&keyval, &state, cases[i].consumed));
      g_assert_cmpuint (keyval, ==, cases[i].kept_keyval);
      g_assert_cmpuint (state, ==, cases[i].kept_state);
    }
}

/* A person's own */

static void
test_usual (KeysFixture *fixture, gconstpointer data)
{
  guint n;
  const DiapasonKey *table = diapason_key_table (&n);

  for (guint i = 0; i < diapason_key_table_n_changeable (); i++)
    {
      assert_key (fixture, table[i].action, table[i].accelerator);
      g_assert_false (diapason_keys_is_own (fixture->keys, i));
    }
}

static void
test_changed (KeysFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set (fixture, "find", GDK_KEY_F3, 0, &error));
  g_assert_no_error (error);
  assert_key (fixture, "win.find", "F3");
  assert_key (fixture, "app.quit", "<Control>q");
  g_assert_true (diapason_keys_is_own (fixture->keys, index_of ("find")));
  /* The key it had is free now. */
  g_assert_true (set (fixture, "quit", GDK_KEY_k, GDK_CONTROL_MASK, &error));
  assert_key (fixture, "app.quit", "<Control>k");

  g_assert_false (diapason_keys_reset (fixture->keys, index_of ("find"), &error));
  g_assert_nonnull (strstr (error->message, "Ctrl+K is the key of “Quit”"));
  assert_key (fixture, "win.find", "F3");
  diapason_keys_reset_all (fixture->keys);
  test_usual (fixture, data);
}

static void
test_conflict (KeysFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (set (fixture, "quit", GDK_KEY_F6, 0, &error));
  g_assert_nonnull (strstr (error->message, "F6 is the key of “Next region of the window”"));
  assert_key (fixture, "app.quit", "<Control>q");
  assert_key (fixture, "win.next-region", "F6");
  g_clear_error (&error);
  g_assert_false (set (fixture, "quit", GDK_KEY_c, GDK_CONTROL_MASK, &error));
  g_assert_nonnull (strstr (error->message, "is for writing"));
  assert_key (fixture, "app.quit", "<Control>q");
}

/* What is kept may be of another version, of two machines, or of anybody's hand. */
static void
test_kept (KeysFixture *fixture, gconstpointer data)
{
  GVariant *kept = g_variant_new_parsed (
      "{'find': '<Control>q', 'help': 'k', 'next-region': 'nonsense<', 'of-tomorrow': 'F9'}");

  g_settings_set_value (fixture->settings, "keys", kept);
  assert_key (fixture, "win.find", "<Control>q");
  assert_key (fixture, "app.quit", NULL);
  assert_key (fixture, "win.show-help-overlay", "<Control>question");
  assert_key (fixture, "win.next-region", "F6");
  g_assert_true (set (fixture, "help", GDK_KEY_F1, 0, NULL));
  kept = g_settings_get_value (fixture->settings, "keys");
  g_assert_true (g_variant_lookup (kept, "of-tomorrow", "&s", &(const char *){ NULL }));
  g_variant_unref (kept);
}

static void
test_not_kept (KeysFixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonKeys) keys = diapason_keys_new (fixture->application, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (diapason_keys_set (keys, index_of ("find"), GDK_KEY_F3, 0, &error));
  g_assert_nonnull (strstr (error->message, "cannot be kept"));
  assert_key (fixture, "win.find", "<Control>k");
}

/* What is shown */

/* Whether the help says @title with @accelerator (NULL: not at all). */
static gboolean
help_says (gpointer help, const char *title, const char *accelerator)
{
  GtkWidget *shortcut;

  for (guint i = 0; (shortcut = ui_find (help, GTK_TYPE_SHORTCUTS_SHORTCUT, i)) != NULL; i++)
    {
      g_autofree char *said = NULL;
      g_autofree char *key = NULL;

      g_object_get (shortcut, "title", &said, "accelerator", &key, NULL);
      if (g_str_equal (said, title) && g_strcmp0 (key, accelerator) == 0)
        return TRUE;
    }
  return accelerator == NULL;
}

static void
test_help (KeysFixture *fixture, gconstpointer data)
{
  guint n;
  const DiapasonKey *table = diapason_key_table (&n);
  GtkWindow *parent = GTK_WINDOW (gtk_application_window_new (fixture->application));
  GtkWindow *help;

  g_settings_set_value (fixture->settings, "keys",
                        g_variant_new_parsed ("{'find': '<Control>q', 'help': 'F1'}"));
  help = diapason_help_new (parent);
  ui_fixture_show_window (&fixture->base, help);
  g_assert_cmpuint (ui_count (help, GTK_TYPE_SHORTCUTS_SHORTCUT), ==, n - 1);
  g_assert_true (help_says (help, "Find anyone or anything", "<Control>q"));
  g_assert_true (help_says (help, "All keys", "F1"));
  g_assert_true (help_says (help, "Quit", NULL));
  for (guint i = diapason_key_table_n_changeable (); i < n; i++)
    g_assert_true (help_says (help, table[i].title, table[i].accelerator));
  ui_fixture_close (&fixture->base);
  gtk_window_destroy (parent);
}

static void
test_footer (KeysFixture *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (gtk_application_window_new (fixture->application));
  DiapasonFooter *footer = g_object_new (DIAPASON_TYPE_FOOTER, NULL);

  diapason_footer_set_desk (footer, fixture->base.base.desk);
  gtk_window_set_child (window, GTK_WIDGET (footer));
  ui_fixture_show_window (&fixture->base, window);
  g_assert_true (ui_says (footer, "F6\n"));
  g_assert_true (ui_says (footer, "Ctrl+?\n"));
  g_assert_true (set (fixture, "help", GDK_KEY_F1, 0, NULL));
  UI_WAIT (ui_says (footer, "F1\n"));
  g_settings_set_value (fixture->settings, "keys", g_variant_new_parsed ("{'quit': 'F6'}"));
  UI_WAIT (ui_says (footer, "—\n"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/keys/table", test_table);
  g_test_add_func ("/ui/keys/actions-are-there", test_actions_are_there);
  g_test_add_func ("/ui/keys/refusals", test_refusals);
  g_test_add_func ("/ui/keys/presses", test_presses);
#define ADD(name, func) g_test_add ("/ui/keys/" name, KeysFixture, NULL, set_up, func, tear_down)
  ADD ("usual", test_usual);
  ADD ("changed", test_changed);
  ADD ("conflict", test_conflict);
  ADD ("kept", test_kept);
  ADD ("not-kept", test_not_kept);
  ADD ("help", test_help);
  ADD ("footer", test_footer);
  return g_test_run ();
}
