/* ui-fixture.h: widgets on a display, over a desk with a store of its own.
 *
 * Thread: main. Waiting runs the main context; what never comes ends in the runner's time limit.
 */
#pragma once

#include <adwaita.h>

#include "desk-fixture.h"

typedef struct
{
  DeskFixture base;
  GtkWindow *window; /* (weak) (nullable) */
} UiFixture;

#define UI_WAIT(condition)                                                                         \
  while (!(condition))                                                                             \
  g_main_context_iteration (NULL, TRUE)

/* gtk_test_init(), libadwaita, and the program's resources. */
void ui_test_init (int *argc, char ***argv);

/* Draws with the program's own style, as its application does. */
void ui_use_style (void);

/* For g_test_add(). The end asserts that every widget shown is gone. */
void ui_fixture_set_up (UiFixture *fixture, gconstpointer data);
void ui_fixture_tear_down (UiFixture *fixture, gconstpointer data);

/* Shows @child (floating) in a window of its own, or a window that is one; waits until it is drawn.
 */
void ui_fixture_show (UiFixture *fixture, GtkWidget *child, int width, int height);
void ui_fixture_show_window (UiFixture *fixture, GtkWindow *window);

/* Shows the page of the CRM's @customer, @width wide, and waits for the card on it. Returns:
 * (transfer none): a DiapasonPersonView. */
gpointer ui_fixture_open_person (UiFixture *fixture, const char *customer, int width);

/* Runs until @widget was drawn a few times more. */
void ui_await_frames (gpointer widget);

/* Closes the window and asserts that it and all in it is finalized. */
void ui_fixture_close (UiFixture *fixture);

/* Whether what a weak pointer points to is finalized, now or soon. */
gboolean ui_is_gone (gpointer *widget);

/* The @nth (from 0) widget of @type below @root, visible ones only, depth first; NULL for none. */
gpointer ui_find (gpointer root, GType type, guint nth);
guint ui_count (gpointer root, GType type);

/* The label that says @text and nothing else. */
GtkWidget *ui_find_label (gpointer root, const char *text);

/* The texts below @root that can be seen, a line each. Returns: (transfer full). */
char *ui_text (gpointer root);
gboolean ui_says (gpointer root, const char *text);

/* The button below @root that says @text. */
GtkButton *ui_button (gpointer root, const char *text);

/* Presses a key where a key controller of @widget listens; whether it was taken. */
gboolean ui_press (gpointer widget, guint keyval);

/* Every button, entry and list that can be seen below @root has an accessible name, those with an
 * icon alone a tooltip too. */
void ui_assert_named (gpointer root);
