/* identity-check.h: what was asked to be sure who somebody is, in work.db: that it was asked and
 * whether it fitted, and never an answer. */
#pragma once

#include "records.h"
#include "store.h"

G_BEGIN_DECLS

typedef struct
{
  char *key;       /* (owned) UUID, chosen when the person acted */
  char *occasion;  /* (owned) the contact, or the opening of the card, that it holds for */
  char *source;    /* (owned) the customer's */
  char *remote_id; /* (owned) */
  char *what;      /* (owned) a word of diapason_check_words */
  gboolean fits;
  gint64 policy;        /* version of what asked for it */
  char *adviser_source; /* (owned) (nullable) who asked */
  char *adviser_remote; /* (owned) (nullable) */
} DiapasonIdentityCheck;

DiapasonIdentityCheck *diapason_identity_check_new (void);
void diapason_identity_check_free (DiapasonIdentityCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonIdentityCheck, diapason_identity_check_free)

/* Adds it as of now, once for a key, and notes that the person of the local id @person is touched.
 * For the writer of work.db. */
gboolean diapason_identity_check_add (DiapasonDatabase *database,
                                      const DiapasonIdentityCheck *check,
                                      gint64 person,
                                      GError **error);

/* What was found at @occasion about any record of @person, of each check the last: bits
 * (1 << DiapasonCheck) of those that fitted and of those that did not. Runs in a
 * DiapasonReadFunc. */
gboolean diapason_identity_checks (DiapasonDatabase *database,
                                   const DiapasonPersonRecord *person,
                                   const char *occasion,
                                   guint *out_fitting,
                                   guint *out_failing,
                                   GError **error);

/* Who is signed in at a source that knows @person; NULL for nobody. Runs in a DiapasonReadFunc.
 * *@out_source and *@out_remote: (transfer full) (nullable). */
gboolean diapason_identity_adviser (DiapasonDatabase *database,
                                    const DiapasonPersonRecord *person,
                                    char **out_source,
                                    char **out_remote,
                                    GError **error);

G_END_DECLS
