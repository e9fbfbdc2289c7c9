/* key-table.h: every key that the program knows, once: for the application, the list in which a
 * person changes them, and the help. Constant; pure functions. Thread: main.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_KEYS_EVERYWHERE,
  DIAPASON_KEYS_FIND,
  DIAPASON_KEYS_HISTORY,
  DIAPASON_KEYS_CHECK,
  DIAPASON_N_KEY_PLACES,
} DiapasonKeyPlace;

typedef struct
{
  const char *name;        /* what a person's own key is kept by; NULL: it cannot be changed */
  const char *action;      /* with its group; NULL: no action of the application */
  const char *accelerator; /* the usual one, as GTK writes it */
  const char *title;       /* not translated */
  DiapasonKeyPlace place;
} DiapasonKey;

/* @out_n: how many there are. Those that can be changed come first. Borrowed, static. */
const DiapasonKey *diapason_key_table (guint *out_n);

/* How many of them can be changed. */
guint diapason_key_table_n_changeable (void);

/* "Everywhere". Borrowed. */
const char *diapason_key_place_title (DiapasonKeyPlace place);

/* An accelerator as people read it: "Ctrl+K". Returns: (transfer full), NULL for what is none. */
char *diapason_key_label (const char *accelerator);

/* A key as it was pressed, as it is kept: letters small, and Shift only where it does not make the
 * character what it is. @consumed: the modifiers that made @keyval. FALSE for a modifier alone. */
gboolean diapason_key_from_press (guint *keyval, GdkModifierType *state, GdkModifierType consumed);

/* Why @keyval with @state cannot be given to an action, whatever the others have: a sentence. NULL:
 * it can. Borrowed. */
const char *diapason_key_refusal (guint keyval, GdkModifierType state);

G_END_DECLS
