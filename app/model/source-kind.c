/* source-kind.c: see source-kind.h. */
#include "source-kind.h"

DiapasonSourceKind *
diapason_source_kind_new (void)
{
  return g_atomic_rc_box_new0 (DiapasonSourceKind);
}

DiapasonSourceKind *
diapason_source_kind_ref (DiapasonSourceKind *kind)
{
  return g_atomic_rc_box_acquire (kind);
}

static void
kind_clear (gpointer data)
{
  DiapasonSourceKind *kind = data;

  g_free (kind->name);
  g_free (kind->label);
  g_free (kind->address);
  g_strfreev (kind->fields);
  g_free (kind->preset);
  g_free (kind->text);
}

void
diapason_source_kind_unref (DiapasonSourceKind *kind)
{
  g_atomic_rc_box_release_full (kind, kind_clear);
}

DiapasonSourceDraft *
diapason_source_draft_new (DiapasonSourceKind *kind,
                           const char *address,
                           const char *label,
                           GHashTable *login)
{
  DiapasonSourceDraft *draft = g_atomic_rc_box_new0 (DiapasonSourceDraft);

  draft->kind = diapason_source_kind_ref (kind);
  draft->address = g_strstrip (g_strdup (address));
  draft->label = g_strstrip (g_strdup (label));
  draft->login = g_hash_table_ref (login);
  if (*draft->label != '\0')
    return draft;
  g_free (draft->label);
  draft->label = g_strdup (kind->label);
  return draft;
}

DiapasonSourceDraft *
diapason_source_draft_ref (DiapasonSourceDraft *draft)
{
  return g_atomic_rc_box_acquire (draft);
}

static void
draft_clear (gpointer data)
{
  DiapasonSourceDraft *draft = data;

  diapason_source_kind_unref (draft->kind);
  g_free (draft->address);
  g_free (draft->label);
  g_hash_table_unref (draft->login);
}

void
diapason_source_draft_unref (DiapasonSourceDraft *draft)
{
  g_atomic_rc_box_release_full (draft, draft_clear);
}
