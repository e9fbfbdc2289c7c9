/* login-rows.c: see login-rows.h. */
#include "login-rows.h"

#include <glib/gi18n.h>

#include "plain-text.h"

static const char *
field_title (const char *field)
{
  if (g_str_equal (field, "user"))
    return _("User name");
  if (g_str_equal (field, "password"))
    return _("Password");
  if (g_str_equal (field, "token"))
    return _("Access token");
  if (g_str_equal (field, "client_id"))
    /* Translators: of OAuth 2: who the program is, not the customer. */
    return _("Client id");
  if (g_str_equal (field, "client_secret"))
    return _("Client secret");
  return field;
}

static gboolean
field_is_secret (const char *field)
{
  return !g_str_equal (field, "user") && !g_str_equal (field, "client_id");
}

GHashTable *
diapason_login_rows_new (AdwPreferencesGroup *group,
                         char **fields,
                         GCallback activated,
                         gpointer object)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; fields != NULL && fields[i] != NULL; i++)
    {
      GtkWidget *row =
          field_is_secret (fields[i]) ? adw_password_entry_row_new () : adw_entry_row_new ();

      diapason_plain_row_set_title (ADW_PREFERENCES_ROW (row), field_title (fields[i]));
      g_signal_connect_object (row, "entry-activated", activated, object, G_CONNECT_SWAPPED);
      g_hash_table_insert (rows, g_strdup (fields[i]), row);
      adw_preferences_group_add (group, row);
    }
  return rows;
}

GHashTable *
diapason_login_rows_collect (GHashTable *rows)
{
  GHashTable *login = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer field, row;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &field, &row))
    g_hash_table_insert (login, g_strdup (field), g_strdup (gtk_editable_get_text (row)));
  return login;
}
