/* keys.c: see keys.h. */
#include "keys.h"

#include <glib/gi18n.h>

struct _DiapasonKeys
{
  GObject parent_instance;

  GtkApplication *application; /* (owned) */
  GSettings *settings;         /* (owned) (nullable) */
  char **own;                  /* (owned) of strings (owned) (nullable), by the table's order */
  const char **now;            /* (owned) of strings in it, or of the table; NULL: none */
  guint n;                     /* those that can be changed */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (DiapasonKeys, diapason_keys, G_TYPE_OBJECT)

static const DiapasonKey *
get_key (guint index)
{
  guint n;

  return &diapason_key_table (&n)[index];
}

static gboolean
are_same (const char *a, const char *b)
{
  guint key_a = 0, key_b = 0;
  GdkModifierType state_a = 0, state_b = 0;

  return a != NULL && b != NULL && gtk_accelerator_parse (a, &key_a, &state_a) &&
         gtk_accelerator_parse (b, &key_b, &state_b) && key_a == key_b && state_a == state_b;
}

/* A file of settings may have been written by anybody. */
static gboolean
is_good (const char *accelerator)
{
  guint keyval = 0;
  GdkModifierType state = 0;

  return gtk_accelerator_parse (accelerator, &keyval, &state) &&
         diapason_key_refusal (keyval, state) == NULL;
}

static gboolean
is_owned_by_other (DiapasonKeys *self, guint index, const char *accelerator, guint before)
{
  for (guint i = 0; i < before; i++)
    if (i != index && are_same (self->own[i], accelerator))
      return TRUE;
  return FALSE;
}

/* Of two own ones that are the same the first wins. */
static void
decide (DiapasonKeys *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->own[i] != NULL && is_owned_by_other (self, i, self->own[i], i))
      g_clear_pointer (&self->own[i], g_free);
  for (guint i = 0; i < self->n; i++)
    {
      const char *usual = get_key (i)->accelerator;

      self->now[i] = self->own[i] != NULL                          ? self->own[i]
                     : is_owned_by_other (self, i, usual, self->n) ? NULL
                                                                   : usual;
    }
}

static void
apply (DiapasonKeys *self)
{
  for (guint i = 0; i < self->n; i++)
    gtk_application_set_accels_for_action (self->application, get_key (i)->action,
                                           (const char *const[]){ self->now[i], NULL });
}

static void
load (DiapasonKeys *self)
{
  g_autoptr (GVariant) kept =
      self->settings != NULL ? g_settings_get_value (self->settings, "keys") : NULL;

  for (guint i = 0; i < self->n; i++)
    {
      g_clear_pointer (&self->own[i], g_free);
      if (kept == NULL || !g_variant_lookup (kept, get_key (i)->name, "s", &self->own[i]))
        continue;
      if (!is_good (self->own[i]))
        g_clear_pointer (&self->own[i], g_free);
    }
  decide (self);
  apply (self);
  g_signal_emit (self, changed_signal, 0);
}

/* Keeps @accelerator (nullable: none of its own) for the key @index; those of actions that this
 * version does not know stay. */
static gboolean
keep (DiapasonKeys *self, guint index, const char *accelerator, GError **error)
{
  g_autoptr (GVariant) kept = NULL;
  GVariantBuilder strings;
  GVariantIter iter;
  const char *name, *value;

  if (self->settings == NULL || !g_settings_is_writable (self->settings, "keys"))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                           _("Keys cannot be kept on this machine, so this one stays as it is. "
                             "Ask whoever looks after the machine."));
      return FALSE;
    }
  kept = g_settings_get_value (self->settings, "keys");
  g_variant_builder_init (&strings, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    if (!g_str_equal (name, get_key (index)->name))
      g_variant_builder_add (&strings, "{ss}", name, value);
  if (accelerator != NULL)
    g_variant_builder_add (&strings, "{ss}", get_key (index)->name, accelerator);
  return g_settings_set_value (self->settings, "keys", g_variant_builder_end (&strings));
}

/* Whether no other action has @accelerator now. */
static gboolean
is_free (DiapasonKeys *self, guint index, const char *accelerator, GError **error)
{
  for (guint i = 0; i < self->n; i++)
    if (i != index && are_same (self->now[i], accelerator))
      {
        g_autofree char *label = diapason_key_label (accelerator);

        g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                     /* Translators: a key, "Ctrl+K", and what it does. */
                     _("%s is the key of “%s”, so nothing was changed. Give that one another key "
                       "first, or choose another one here."),
                     label, _ (get_key (i)->title));
        return FALSE;
      }
  return TRUE;
}

gboolean
diapason_keys_set (DiapasonKeys *self,
                   guint index,
                   guint keyval,
                   GdkModifierType state,
                   GError **error)
{
  g_autofree char *accelerator = gtk_accelerator_name (keyval, state);
  const char *refusal = diapason_key_refusal (keyval, state);

  g_return_val_if_fail (index < self->n, FALSE);
  if (refusal != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, refusal);
      return FALSE;
    }
  if (!is_free (self, index, accelerator, error))
    return FALSE;
  return keep (self, index,
               are_same (accelerator, get_key (index)->accelerator) ? NULL : accelerator, error);
}

gboolean
diapason_keys_reset (DiapasonKeys *self, guint index, GError **error)
{
  g_return_val_if_fail (index < self->n, FALSE);
  return is_free (self, index, get_key (index)->accelerator, error) &&
         keep (self, index, NULL, error);
}

void
diapason_keys_reset_all (DiapasonKeys *self)
{
  if (self->settings != NULL)
    g_settings_reset (self->settings, "keys");
}

const char *
diapason_keys_get (DiapasonKeys *self, guint index)
{
  g_return_val_if_fail (index < self->n, NULL);
  return self->now[index];
}

gboolean
diapason_keys_is_own (DiapasonKeys *self, guint index)
{
  g_return_val_if_fail (index < self->n, FALSE);
  return self->own[index] != NULL;
}

/* Showing one */

char *
diapason_keys_name (GtkApplication *application, const char *action)
{
  g_auto (GStrv) accelerators =
      application != NULL ? gtk_application_get_accels_for_action (application, action) : NULL;

  return accelerators != NULL && accelerators[0] != NULL ? diapason_key_label (accelerators[0])
                                                         : NULL;
}

static void
show_name (GtkWidget *label)
{
  GtkRoot *root = gtk_widget_get_root (label);
  const char *action = g_object_get_data (G_OBJECT (label), "diapason-key-of");
  g_autofree char *name =
      GTK_IS_WINDOW (root)
          ? diapason_keys_name (gtk_window_get_application (GTK_WINDOW (root)), action)
          : NULL;

  gtk_label_set_text (GTK_LABEL (label), name != NULL ? name : "—");
}

static void
label_mapped_cb (GtkWidget *label)
{
  GtkRoot *root = gtk_widget_get_root (label);

  g_signal_handlers_disconnect_by_func (root, show_name, label);
  g_signal_connect_object (root, "keys-changed", G_CALLBACK (show_name), label, G_CONNECT_SWAPPED);
  show_name (label);
}

void
diapason_keys_show (GtkLabel *label, const char *action)
{
  g_object_set_data (G_OBJECT (label), "diapason-key-of", (gpointer) g_intern_string (action));
  g_signal_connect (label, "map", G_CALLBACK (label_mapped_cb), NULL);
}

/* GObject */

static void
diapason_keys_finalize (GObject *object)
{
  DiapasonKeys *self = DIAPASON_KEYS (object);

  for (guint i = 0; i < self->n; i++)
    g_free (self->own[i]);
  g_free (self->own);
  g_free (self->now);
  g_clear_object (&self->settings);
  g_object_unref (self->application);
  G_OBJECT_CLASS (diapason_keys_parent_class)->finalize (object);
}

static void
diapason_keys_class_init (DiapasonKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = diapason_keys_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
diapason_keys_init (DiapasonKeys *self)
{
  self->n = diapason_key_table_n_changeable ();
  self->own = g_new0 (char *, self->n);
  self->now = g_new0 (const char *, self->n);
}

DiapasonKeys *
diapason_keys_new (GtkApplication *application, GSettings *settings)
{
  DiapasonKeys *self = g_object_new (DIAPASON_TYPE_KEYS, NULL);

  self->application = g_object_ref (application);
  g_set_object (&self->settings, settings);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::keys", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}
