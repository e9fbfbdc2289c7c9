/* source-kind.h: what kinds of back end a person can connect, and what they say of the one they do.
 *
 * Values, immutable and refcounted: any thread. app/source makes kinds of descriptions.
 */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;       /* (owned) what a source of it is called where that is free: "crm" */
  char *label;      /* (owned) the same for people */
  char *address;    /* (owned) (nullable) where it is, if its description says so */
  char **fields;    /* (owned) what its login consists of: "user", "password" */
  guint64 entities; /* 1 << DiapasonEntity, …: what it tells of */
  char *preset;     /* (owned) (nullable) the description that came along; or else… */
  char *text;       /* (owned) (nullable) …their own: JSON */
} DiapasonSourceKind;

/* Empty. Returns: (transfer full). */
DiapasonSourceKind *diapason_source_kind_new (void);
DiapasonSourceKind *diapason_source_kind_ref (DiapasonSourceKind *kind);
void diapason_source_kind_unref (DiapasonSourceKind *kind);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonSourceKind, diapason_source_kind_unref)

typedef struct
{
  DiapasonSourceKind *kind; /* (owned) */
  char *address;            /* (owned) as it was typed, but for spaces around it */
  char *label;              /* (owned) never empty */
  GHashTable *login;        /* (owned) field name to secret */
} DiapasonSourceDraft;

/* @login: strings of its own, and nobody changes it any more. A @label of spaces is the kind's.
 * Returns: (transfer full). */
DiapasonSourceDraft *diapason_source_draft_new (DiapasonSourceKind *kind,
                                                const char *address,
                                                const char *label,
                                                GHashTable *login);
DiapasonSourceDraft *diapason_source_draft_ref (DiapasonSourceDraft *draft);
void diapason_source_draft_unref (DiapasonSourceDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonSourceDraft, diapason_source_draft_unref)

/* What of the cache can be used, while a source is fetched for the first time. */
typedef enum
{
  DIAPASON_USABLE_CUSTOMERS = 1 << 0, /* they are found, and their cards open */
  DIAPASON_USABLE_HISTORY = 1 << 1,   /* what happened stands in somebody's history */
  DIAPASON_USABLE_WORDS = 1 << 2,     /* what customers said is found, and waits to be treated */
  DIAPASON_USABLE_ARTICLES = 1 << 3,  /* the company's knowledge is found */
} DiapasonUsable;

G_END_DECLS
