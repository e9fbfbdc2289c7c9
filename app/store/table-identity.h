/* table-identity.h: who may be the same human: what the rules look at, the links they found, the
 * clusters, and what people decided.
 *
 * Rules' links (identity_link) and clusters (person_member) are derived and live in cache.db.
 * People's verdicts live in work.db, named by (source name, remote id), are read through the
 * attached `work` and are written on the writer of work.db. Thread: as each function says.
 */
#pragma once

#include <gio/gio.h>

#include "records.h"
#include "store.h"

G_BEGIN_DECLS

/* A customer record as the rules see it. */
typedef struct
{
  gint64 id;
  gint64 source;
  gboolean exists;   /* the record is known, if only mentioned, or its row is gone */
  gboolean has_row;  /* its own row is here */
  char *name_key;    /* (owned) (nullable) */
  char *birth_date;  /* (owned) (nullable) */
  gint64 same_as;    /* 0: none */
  char *source_name; /* (owned) (nullable) */
  char *remote_id;   /* (owned) (nullable) */
} DiapasonIdentityCustomer;

void diapason_identity_customer_free (DiapasonIdentityCustomer *customer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonIdentityCustomer, diapason_identity_customer_free)

/* Writer of cache.db, readers. Returns: (transfer full), never NULL without @error: an unknown id
 * does not exist. */
DiapasonIdentityCustomer *diapason_identity_customer (DiapasonDatabase *database,
                                                      gint64 id,
                                                      GError **error);

/* One phone number or e-mail address of a customer. */
typedef struct
{
  gint64 customer;
  gboolean email;
  char *value;     /* (owned) as the source wrote it */
  char *value_key; /* (owned) */
} DiapasonIdentityPoint;

void diapason_identity_point_free (DiapasonIdentityPoint *point);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonIdentityPoint, diapason_identity_point_free)

/* The contact points of @customer that have a key, by id. Returns: (transfer full) (element-type
 * DiapasonIdentityPoint), NULL with @error. */
GPtrArray *diapason_identity_points (DiapasonDatabase *database, gint64 customer, GError **error);

/* Up to @limit contact points of anybody with @value_key. Likewise. */
GPtrArray *diapason_identity_carriers (DiapasonDatabase *database,
                                       const char *value_key,
                                       guint limit,
                                       GError **error);

/* Up to @limit customers called @name_key. Returns: (transfer full) (element-type gint64). */
GArray *diapason_identity_namesakes (DiapasonDatabase *database,
                                     const char *name_key,
                                     guint limit,
                                     GError **error);

/* Up to @limit customers whose source says they are @customer. Returns: (transfer full)
 * (element-type gint64). */
GArray *diapason_identity_referrers (DiapasonDatabase *database,
                                     gint64 customer,
                                     guint limit,
                                     GError **error);

/* A link that a rule found between two customer records, a < b. */
typedef struct
{
  gint64 a;
  gint64 b;
  char *rule;     /* (owned) reference, name+email, name+phone */
  char *evidence; /* (owned) data, no sentence */
} DiapasonIdentityLink;

DiapasonIdentityLink *diapason_identity_link_new (gint64 one,
                                                  gint64 other,
                                                  const char *rule,
                                                  const char *evidence);
void diapason_identity_link_free (DiapasonIdentityLink *link);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonIdentityLink, diapason_identity_link_free)

/* The links of @customer, from either end. Returns: (transfer full) (element-type
 * DiapasonIdentityLink). */
GPtrArray *diapason_identity_links (DiapasonDatabase *database, gint64 customer, GError **error);

/* Makes @links (element-type DiapasonIdentityLink) the links of @customer; those that stand already
 * keep their made_at. Writer of cache.db. */
gboolean diapason_identity_set_links (DiapasonDatabase *database,
                                      gint64 customer,
                                      GPtrArray *links,
                                      int version,
                                      GError **error);

/* What people decided about two customer records that are both known here: of several verdicts on a
 * pair the last one that is not undone. */
typedef struct
{
  gint64 a; /* a < b */
  gint64 b;
  gint64 order; /* grows with each verdict */
  gboolean same;
} DiapasonIdentityVerdict;

/* The verdicts about @customer. Needs `work` attached. Returns: (transfer full) (element-type
 * DiapasonIdentityVerdict). */
GArray *diapason_identity_verdicts (DiapasonDatabase *database, gint64 customer, GError **error);

/* Adds to @person whom somebody parted from @member of theirs, if they are not one of
 * their records all the same. */
gboolean diapason_identity_read_parted (DiapasonDatabase *database,
                                        DiapasonPersonRecord *person,
                                        const DiapasonMemberRecord *member,
                                        GError **error);

/* Every customer record that any verdict, undone ones too, ever named and that is known here,
 * perhaps twice. Likewise, of gint64. */
GArray *diapason_identity_judged (DiapasonDatabase *database, GError **error);

/* The person @customer belongs to, 0 for none. FALSE with @error. */
gboolean diapason_identity_person_of (DiapasonDatabase *database,
                                      gint64 customer,
                                      gint64 *out_person,
                                      GError **error);

/* The customer records of @person, ascending. Returns: (transfer full) (element-type gint64). */
GArray *diapason_identity_members (DiapasonDatabase *database, gint64 person, GError **error);

/* Puts @customer into @person; 0 takes it out. Writer of cache.db. */
gboolean diapason_identity_set_person (DiapasonDatabase *database,
                                       gint64 customer,
                                       gint64 person,
                                       int version,
                                       GError **error);

/* Queues everybody who is in a person: also those who are only mentioned. Writer of cache.db. */
gboolean diapason_identity_queue_members (DiapasonDatabase *database, GError **error);

/* Notes in the change set that @person was touched; 0 is nobody. Writer of cache.db. */
void diapason_identity_note_person (DiapasonDatabase *database, gint64 person);

/* Adds what a person decided: @key is a UUID chosen when they acted (the same key again changes
 * nothing).
 * @same: they are one human; else they are two. @now: milliseconds UTC. Writer of work.db; then
 * diapason_derive_relink_async(). */
gboolean diapason_identity_verdict_add (DiapasonDatabase *database,
                                        const char *key,
                                        const char *a_source,
                                        const char *a_remote,
                                        const char *b_source,
                                        const char *b_remote,
                                        gboolean same,
                                        gint64 now,
                                        GError **error);

/* Undoes it; it stays on record and counts no more. DIAPASON_STORE_ERROR_MISSING when there is
 * none. Writer of work.db. */
gboolean diapason_identity_verdict_undo (DiapasonDatabase *database,
                                         const char *key,
                                         GError **error);

G_END_DECLS
