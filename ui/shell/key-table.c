/* key-table.c: see key-table.h. */
#include "key-table.h"

#include <glib/gi18n.h>

static const DiapasonKey keys[] = {
  { "find", "win.find", "<Control>k", N_("Find anyone or anything") },
  { "next-region", "win.next-region", "F6", N_("Next region of the window") },
  { "previous-region", "win.previous-region", "<Shift>F6", N_("Previous region of the window") },
  { "preferences", "app.preferences", "<Control>comma", N_("Preferences") },
  { "help", "win.show-help-overlay", "<Control>question", N_("All keys") },
  { "quit", "app.quit", "<Control>q", N_("Quit") },
  { NULL, NULL, "<Alt>1...9", N_("Show the first, second, … contact on the line") },
  { NULL, NULL, "Down", N_("Next finding"), DIAPASON_KEYS_FIND },
  { NULL, NULL, "Up", N_("Previous finding"), DIAPASON_KEYS_FIND },
  { NULL, NULL, "Return", N_("Open it"), DIAPASON_KEYS_FIND },
  { NULL, NULL, "Escape", N_("Back to where you were"), DIAPASON_KEYS_FIND },
  { NULL, NULL, "Return", N_("Open a contact to its messages, or close it"),
    DIAPASON_KEYS_HISTORY },
  { NULL, NULL, "plus", N_("What they said fits"), DIAPASON_KEYS_CHECK },
  { NULL, NULL, "minus", N_("What they said does not fit"), DIAPASON_KEYS_CHECK },
};

const DiapasonKey *
diapason_key_table (guint *out_n)
{
  *out_n = G_N_ELEMENTS (keys);
  return keys;
}

guint
diapason_key_table_n_changeable (void)
{
  guint n = 0;

  while (n < G_N_ELEMENTS (keys) && keys[n].name != NULL)
    n++;
  return n;
}

const char *
diapason_key_place_title (DiapasonKeyPlace place)
{
  static const char *const titles[] = {
    [DIAPASON_KEYS_EVERYWHERE] = N_("Everywhere"),
    [DIAPASON_KEYS_FIND] = N_("While finding"),
    [DIAPASON_KEYS_HISTORY] = N_("In the history"),
    [DIAPASON_KEYS_CHECK] = N_("In the identity check"),
  };

  return _ (titles[place]);
}

char *
diapason_key_label (const char *accelerator)
{
  guint keyval = 0;
  GdkModifierType state = 0;

  return gtk_accelerator_parse (accelerator, &keyval, &state)
             ? gtk_accelerator_get_label (keyval, state)
             : NULL;
}

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) ||
         (keyval >= GDK_KEY_ISO_Lock && keyval <= GDK_KEY_ISO_Level5_Lock) ||
         keyval == GDK_KEY_Mode_switch || keyval == GDK_KEY_Num_Lock ||
         keyval == GDK_KEY_VoidSymbol;
}

gboolean
diapason_key_from_press (guint *keyval, GdkModifierType *state, GdkModifierType consumed)
{
  guint small = gdk_keyval_to_lower (*keyval);

  if (is_modifier (*keyval))
    return FALSE;
  *state &= gtk_accelerator_get_default_mod_mask ();
  /* Shift makes "?" of a "/"; of a letter and of F6 it makes another key. */
  if (gdk_keyval_to_upper (small) == small && gdk_keyval_to_unicode (small) != 0)
    *state &= ~(consumed & GDK_SHIFT_MASK);
  *keyval = small == GDK_KEY_ISO_Left_Tab ? GDK_KEY_Tab : small;
  return TRUE;
}

/* What goes from one control to the next, confirms, or edits text. */
static gboolean
is_for_controls (guint keyval)
{
  static const guint taken[] = {
    GDK_KEY_Tab,  GDK_KEY_Escape,    GDK_KEY_Return,    GDK_KEY_KP_Enter, GDK_KEY_space,
    GDK_KEY_Left, GDK_KEY_Right,     GDK_KEY_Up,        GDK_KEY_Down,     GDK_KEY_Home,
    GDK_KEY_End,  GDK_KEY_Page_Up,   GDK_KEY_Page_Down, GDK_KEY_Insert,   GDK_KEY_Delete,
    GDK_KEY_Menu, GDK_KEY_BackSpace, GDK_KEY_F10,       GDK_KEY_Print,    GDK_KEY_Caps_Lock,
  };

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    if (keyval == taken[i])
      return TRUE;
  return keyval >= GDK_KEY_KP_Home && keyval <= GDK_KEY_KP_Delete;
}

/* Whoever copies or undoes while they write loses nothing by it. */
static gboolean
is_for_text (guint keyval, GdkModifierType state)
{
  static const guint taken[] = { GDK_KEY_a,         GDK_KEY_c,     GDK_KEY_v,        GDK_KEY_x,
                                 GDK_KEY_y,         GDK_KEY_z,     GDK_KEY_u,        GDK_KEY_period,
                                 GDK_KEY_semicolon, GDK_KEY_slash, GDK_KEY_backslash };

  if ((state & GDK_CONTROL_MASK) == 0 || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    if (keyval == taken[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_for_desktop (guint keyval, GdkModifierType state)
{
  GdkModifierType both = GDK_CONTROL_MASK | GDK_ALT_MASK;

  return (state & (GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)) != 0 ||
         (state & both) == both || (keyval == GDK_KEY_F4 && (state & GDK_ALT_MASK) != 0);
}

static gboolean
is_for_contacts (guint keyval, GdkModifierType state)
{
  return state == GDK_ALT_MASK && keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9;
}

const char *
diapason_key_refusal (guint keyval, GdkModifierType state)
{
  if (is_for_controls (keyval))
    return _ (
        "This key goes through the window, confirms or corrects, so it stays as it is. Choose "
        "another one.");
  if (is_for_desktop (keyval, state))
    return _("Your desktop keeps this key for itself, so it would not come here. Choose another "
             "one.");
  if (is_for_text (keyval, state))
    return _ (
        "This key is for writing: it copies, undoes or the like, so it stays as it is. Choose "
        "another one.");
  if (is_for_contacts (keyval, state))
    return _("This key shows a contact on the line, so it stays as it is. Choose another one.");
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && gdk_keyval_to_unicode (keyval) != 0)
    return _ (
        "This key alone writes a character. Hold Ctrl or Alt with it, or take a key like F3.");
  if (!gtk_accelerator_valid (keyval, state))
    return _("This key cannot be used alone. Choose another one.");
  return NULL;
}
