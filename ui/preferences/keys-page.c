/* keys-page.c: see keys-page.h. A row for each key of the table, by its place. */
#include "keys-page.h"

#include <glib/gi18n.h>

#include "key-window.h"
#include "plain-text.h"
#include "tooltip.h"

/* One that can be changed. */
typedef struct
{
  GtkWidget *row;   /* (weak) */
  GtkLabel *key;    /* (weak) */
  GtkWidget *reset; /* (weak) */
} Changeable;

struct _DiapasonKeysPage
{
  AdwPreferencesPage parent_instance;

  DiapasonKeys *keys; /* (owned) (nullable) */
  GArray *rows;       /* (owned) of Changeable, by the table's order */
  GtkWidget *reset_all;
};

static guint told_signal;

G_DEFINE_FINAL_TYPE (DiapasonKeysPage, diapason_keys_page, ADW_TYPE_PREFERENCES_PAGE)

/* Returns: (transfer full) */
static char *
label_of (const char *accelerator)
{
  if (accelerator == NULL)
    /* Translators: an action that has no key. */
    return g_strdup (_("none"));
  /* A range is no key: GTK's help shows it, and nothing reads it. */
  if (g_str_has_suffix (accelerator, "1...9"))
    return g_strdup (_("Alt+1 to Alt+9"));
  return diapason_key_label (accelerator);
}

static guint
index_of (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (widget, "diapason-key"));
}

static void
show_key (DiapasonKeysPage *self, guint index)
{
  const Changeable *at = &g_array_index (self->rows, Changeable, index);
  g_autofree char *label = label_of (diapason_keys_get (self->keys, index));
  /* Translators: what a key does, and the key. */
  g_autofree char *name =
      g_strdup_printf (_("%s: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (at->row)),
                       label);

  gtk_label_set_text (at->key, label);
  gtk_widget_set_visible (at->reset, diapason_keys_is_own (self->keys, index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (at->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
keys_changed_cb (DiapasonKeysPage *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      show_key (self, i);
      any |= diapason_keys_is_own (self->keys, i);
    }
  gtk_widget_set_sensitive (self->reset_all, any);
}

static void
row_activated_cb (DiapasonKeysPage *self, GtkWidget *row)
{
  DiapasonKeyWindow *window = diapason_key_window_new (self->keys, index_of (row));

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (row)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
reset_clicked_cb (DiapasonKeysPage *self, GtkWidget *button)
{
  g_autoptr (GError) error = NULL;
  guint index = index_of (button);

  if (!diapason_keys_reset (self->keys, index, &error))
    g_signal_emit (self, told_signal, 0, error->message);
  /* The button is gone now. */
  gtk_widget_grab_focus (g_array_index (self->rows, Changeable, index).row);
}

static void
reset_all_clicked_cb (DiapasonKeysPage *self)
{
  diapason_keys_reset_all (self->keys);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const DiapasonKey *key, GtkLabel **out_label)
{
  GtkWidget *row = diapason_plain_row_new (_ (key->title), NULL);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = label_of (key->accelerator);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "key");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
  *out_label = GTK_LABEL (label);
  return row;
}

static GtkWidget *
reset_new (DiapasonKeysPage *self, const DiapasonKey *key, guint index)
{
  GtkWidget *reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  /* Translators: what a key does. */
  g_autofree char *name = g_strdup_printf (_("%s: the usual key again"), _ (key->title));

  gtk_widget_set_valign (reset, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (reset, "flat");
  diapason_tooltip_set (reset, _("The usual key again"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (reset), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (reset), "diapason-key", GUINT_TO_POINTER (index));
  g_signal_connect_object (reset, "clicked", G_CALLBACK (reset_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return reset;
}

static void
add_changeable (DiapasonKeysPage *self, AdwPreferencesGroup *group, const DiapasonKey *key)
{
  guint index = self->rows->len;
  Changeable at = { 0 };

  at.row = add_row (group, key, &at.key);
  at.reset = reset_new (self, key, index);
  g_object_set_data (G_OBJECT (at.row), "diapason-key", GUINT_TO_POINTER (index));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (at.row), TRUE);
  g_signal_connect_object (at.row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (at.row), at.reset);
  g_array_append_val (self->rows, at);
}

static AdwPreferencesGroup *
add_group (DiapasonKeysPage *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  diapason_plain_group_set (ADW_PREFERENCES_GROUP (group), title, description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_reset_all (DiapasonKeysPage *self, AdwPreferencesGroup *group)
{
  self->reset_all = gtk_button_new_with_label (_("Reset all"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reset_all), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("All keys as usual again"), -1);
  gtk_widget_set_valign (self->reset_all, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->reset_all, "flat");
  g_signal_connect_object (self->reset_all, "clicked", G_CALLBACK (reset_all_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, self->reset_all);
}

/* What is at one place, and cannot be changed. */
static void
add_place (DiapasonKeysPage *self, DiapasonKeyPlace place)
{
  guint n;
  const DiapasonKey *table = diapason_key_table (&n);
  const char *title = place == DIAPASON_KEYS_EVERYWHERE ? _("These stay as they are")
                                                        : diapason_key_place_title (place);
  AdwPreferencesGroup *group = add_group (self, title, NULL);

  for (guint i = diapason_key_table_n_changeable (); i < n; i++)
    {
      GtkLabel *label;

      if (table[i].place == place)
        add_row (group, &table[i], &label);
    }
}

static void
diapason_keys_page_dispose (GObject *object)
{
  DiapasonKeysPage *self = DIAPASON_KEYS_PAGE (object);

  if (self->keys != NULL)
    g_signal_handlers_disconnect_by_data (self->keys, self);
  g_clear_object (&self->keys);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (diapason_keys_page_parent_class)->dispose (object);
}

static void
diapason_keys_page_init (DiapasonKeysPage *self)
{
  guint n;
  const DiapasonKey *table = diapason_key_table (&n);
  AdwPreferencesGroup *group =
      add_group (self, diapason_key_place_title (DIAPASON_KEYS_EVERYWHERE),
                 _("Choose a line and press the key that you want. It holds at once."));

  self->rows = g_array_new (FALSE, FALSE, sizeof (Changeable));
  for (guint i = 0; i < diapason_key_table_n_changeable (); i++)
    add_changeable (self, group, &table[i]);
  add_reset_all (self, group);
  for (guint place = 0; place < DIAPASON_N_KEY_PLACES; place++)
    add_place (self, place);
}

static void
diapason_keys_page_class_init (DiapasonKeysPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = diapason_keys_page_dispose;
  told_signal = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

void
diapason_keys_page_set_keys (DiapasonKeysPage *self, DiapasonKeys *keys)
{
  g_set_object (&self->keys, keys);
  g_signal_connect_object (keys, "changed", G_CALLBACK (keys_changed_cb), self, G_CONNECT_SWAPPED);
  keys_changed_cb (self);
}
