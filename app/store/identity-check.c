/* identity-check.c: see identity-check.h. Nothing is kept between calls. */
#include "identity-check.h"

#include "database.h"
#include "vocabulary.h"

DiapasonIdentityCheck *
diapason_identity_check_new (void)
{
  return g_new0 (DiapasonIdentityCheck, 1);
}

void
diapason_identity_check_free (DiapasonIdentityCheck *check)
{
  g_free (check->key);
  g_free (check->occasion);
  g_free (check->source);
  g_free (check->remote_id);
  g_free (check->what);
  g_free (check->adviser_source);
  g_free (check->adviser_remote);
  g_free (check);
}

gboolean
diapason_identity_check_add (DiapasonDatabase *database,
                             const DiapasonIdentityCheck *check,
                             gint64 person,
                             GError **error)
{
  diapason_change_set_note (diapason_database_changes (database), DIAPASON_KIND_PERSON,
                            DIAPASON_CHANGE_CHANGED, person);
  return diapason_database_run (
      database, error,
      "INSERT INTO identity_check (key, occasion, source, remote_id, what, fits, policy, "
      "adviser_source, adviser_remote, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT (key) DO NOTHING",
      "sssssiissi", check->key, check->occasion, check->source, check->remote_id, check->what,
      (gint64) check->fits, check->policy, check->adviser_source, check->adviser_remote,
      diapason_database_now (database));
}

static gboolean
is_member (const DiapasonPersonRecord *person, const char *source, const char *remote_id)
{
  for (guint i = 0; i < person->members->len; i++)
    {
      const DiapasonMemberRecord *member = g_ptr_array_index (person->members, i);

      if (g_strcmp0 (member->origin.source, source) == 0 &&
          g_strcmp0 (member->origin.remote_id, remote_id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The bit of the check called @word; 0: this version knows none. */
static guint
bit_of (const char *word)
{
  for (guint check = 0; check < DIAPASON_N_CHECKS; check++)
    if (g_strcmp0 (diapason_check_words[check], word) == 0)
      return 1u << check;
  return 0;
}

gboolean
diapason_identity_checks (DiapasonDatabase *database,
                          const DiapasonPersonRecord *person,
                          const char *occasion,
                          guint *out_fitting,
                          guint *out_failing,
                          GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT source, remote_id, what, fits FROM work.identity_check "
                                 "WHERE occasion = ? ORDER BY id",
                                 error);
  gboolean row;

  *out_fitting = *out_failing = 0;
  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "s", occasion);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      guint bit = bit_of ((const char *) sqlite3_column_text (select, 2));
      gboolean fits = sqlite3_column_int (select, 3);
      if (!is_member (person, (const char *) sqlite3_column_text (select, 0),
                      (const char *) sqlite3_column_text (select, 1)))
        continue;
      *out_fitting = fits ? *out_fitting | bit : *out_fitting & ~bit;
      *out_failing = fits ? *out_failing & ~bit : *out_failing | bit;
    }
  return FALSE;
}

gboolean
diapason_identity_adviser (DiapasonDatabase *database,
                           const DiapasonPersonRecord *person,
                           char **out_source,
                           char **out_remote,
                           GError **error)
{
  *out_source = *out_remote = NULL;
  for (guint i = 0; i < person->members->len && *out_remote == NULL; i++)
    {
      const DiapasonMemberRecord *member = g_ptr_array_index (person->members, i);
      g_autoptr (DiapasonStatement) select = diapason_database_prepare (
          database,
          "SELECT r.remote_id FROM source s JOIN record r ON r.id = s.me WHERE s.name = ?", error);
      gboolean row;

      if (select == NULL)
        return FALSE;
      diapason_statement_bind (select, "s", member->origin.source);
      if (!diapason_database_step (database, select, &row, error))
        return FALSE;
      if (!row)
        continue;
      *out_source = g_strdup (member->origin.source);
      *out_remote = diapason_statement_text (select, 0);
    }
  return TRUE;
}
