/* records.h: what a reader hands to the window: immutable, refcounted values that may cross
 * threads.
 *
 * Strings are owned by the record and NULL where the source said nothing. Every record carries
 * where it is from: `source` (its name), `source_label` (for people) and `as_of` (milliseconds
 * UTC).
 */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

typedef struct
{
  char *source;       /* (owned) name of the descriptor */
  char *source_label; /* (owned) */
  char *remote_id;    /* (owned) */
  gint64 as_of;
} DiapasonOrigin;

/* What somebody gave on a scale. */
typedef struct
{
  gboolean known;
  gint64 score;
  gint64 scale; /* 10: would recommend, 0 to 10; 5: stars, 1 to 5; 0: unknown */
} DiapasonScore;

typedef struct
{
  gint64 id;
  DiapasonOrigin origin;
  char *kind; /* phone, mobile, email */
  char *value;
  gboolean preferred;
} DiapasonContactPointRecord;

typedef struct
{
  gint64 id;
  DiapasonOrigin origin;
  char *number;
  char *product;
  char *status;
  gint64 begins, ends; /* 0: unknown */
  gboolean has_amount;
  gint64 amount; /* cents a month */
  char *currency;
} DiapasonContractRecord;

typedef struct
{
  gint64 person; /* 0 when that customer's own row is not here */
  char *name;    /* (nullable) */
  char *kind;    /* partner, child, parent, sibling */
  DiapasonOrigin origin;
} DiapasonRelationRecord;

/* What few customers have. */
typedef enum
{
  DIAPASON_CUSTOMER_FACT_NEED, /* from whoever serves them */
  DIAPASON_CUSTOMER_FACT_RISK, /* that they leave */
  DIAPASON_CUSTOMER_FACT_HOLD, /* nothing is to be sold to them */
  DIAPASON_N_CUSTOMER_FACTS,
} DiapasonCustomerFact;

/* What the column "kind" says of it. Borrowed, static. */
const char *diapason_customer_fact_word (DiapasonCustomerFact fact);

typedef struct
{
  gint64 id;
  DiapasonOrigin origin;
  DiapasonCustomerFact kind;
  char *what;  /* of a need: large_print, hearing, language, accessibility, easy_words; of a risk:
                  low, medium, high. NULL of a need without consent */
  char *words; /* of a need how, of the others why */
  gboolean consent;  /* to a need being noted */
  gint64 consent_at; /* 0: unknown */
  char *consent_by;  /* phone, email, letter, form, in_person */
  char *maker;       /* who says so: person, rule, model */
  char *maker_name;
  gint64 at;   /* when it was said; 0: unknown */
  char *until; /* YYYY-MM-DD, the last day of a hold; NULL: no end is known */
} DiapasonCustomerFactRecord;

/* One customer record of a person's cluster, and why it is in there. */
typedef struct
{
  gint64 customer;
  DiapasonOrigin origin;
  char *name;
  char *rule;     /* (nullable) reference, name+email, name+phone; "person" for somebody's verdict;
                     NULL: the first */
  char *evidence; /* (nullable) */
} DiapasonMemberRecord;

/* A customer record that somebody said is not this person. */
typedef struct
{
  char *key;             /* of that verdict */
  gint64 said_at;        /* when */
  gint64 customer;       /* one of this person's own records, which it was said of */
  char *name;            /* (nullable) of the other one */
  DiapasonOrigin origin; /* of the other one; its label is NULL where the source is not here */
} DiapasonPartedRecord;

typedef struct
{
  gint64 id; /* the person: the smallest id of their customer records */
  DiapasonOrigin origin;
  char *name;
  char *birth_date; /* YYYY-MM-DD */
  char *language;
  char *street, *postcode, *city, *country;
  gint64 since; /* 0: unknown */
  char *value;  /* high, standard */
  char *household;
  guint since_from, value_from; /* which of the members said so */
  GPtrArray *members;           /* DiapasonMemberRecord, at least one */
  GPtrArray *contact_points;    /* DiapasonContactPointRecord */
  GPtrArray *contracts;         /* DiapasonContractRecord, newest first */
  GPtrArray *relations;         /* DiapasonRelationRecord */
  GPtrArray *facts;             /* DiapasonCustomerFactRecord: needs, risks, holds; newest first */
  GPtrArray *parted;            /* DiapasonPartedRecord */
} DiapasonPersonRecord;

/* One row of the history. */
typedef struct
{
  gint64 id;             /* of the record */
  DiapasonEntity entity; /* INTERACTION, PROMISE or VERBATIM */
  DiapasonOrigin origin;
  gint64 at;
  gboolean date_known;
  char *channel, *direction, *subject, *reason, *summary, *solved, *state; /* subject: also the
                                                                              title of a verbatim */
  gint64 level;                                                            /* 0: unknown */
  gint64 ended_at;                                                         /* 0: open or unknown */
  gint64 due_at;  /* promises; 0: unknown */
  char *text;     /* promises, verbatims */
  char *adviser;  /* name */
  guint messages; /* how many it opens to */
  /* Verbatims. */
  DiapasonScore score;
  char *about;       /* what it is about: a product */
  gint64 contact_at; /* when the contact it is about began; 0: unknown */
  char *wave;        /* the survey's name */
  char *author_name; /* who signed it */
  char *language;
  char *permission;       /* to be contacted about it: yes, no, anonymous */
  char *permission_by;    /* phone, email */
  char *permission_until; /* YYYY-MM-DD */
  char *texts;            /* (nullable) what all texts above are part of; NULL: each is by itself */
} DiapasonEventRecord;

/* One criterion of a verbatim. */
typedef struct
{
  gint64 id;
  DiapasonOrigin origin;
  char *criterion;
  DiapasonScore score;
} DiapasonAnswerRecord;

typedef struct
{
  gint64 id;
  DiapasonOrigin origin;
  char *author; /* customer, adviser, bot */
  char *author_name;
  char *kind; /* reply, note */
  gint64 at;  /* 0: unknown */
  char *body;
  char *language;
} DiapasonMessageRecord;

typedef struct
{
  gint64 id;
  DiapasonOrigin origin;
  char *title;
  char *body;
  char *topic;
  char *language;
} DiapasonArticleRecord;

typedef enum
{
  DIAPASON_FIND_CUSTOMER,
  DIAPASON_FIND_INTERACTION,
  DIAPASON_FIND_MESSAGE,
  DIAPASON_FIND_VERBATIM,
  DIAPASON_FIND_ARTICLE,
  DIAPASON_N_FIND_GROUPS,
} DiapasonFindGroup;

typedef struct
{
  DiapasonFindGroup group;
  gint64 id;     /* of the record; of the interaction for a message */
  gint64 person; /* 0 for an article, or where nobody is known */
  DiapasonOrigin origin;
  char *who;    /* (nullable) the name of the person, for what happened with them; or who signed */
  char *title;  /* customer's name, subject, title */
  char *detail; /* what tells it from its like: place and birth date, the words around the match */
  gint64 at;    /* 0: none */
  DiapasonScore score; /* of a verbatim */
  gboolean anonymous;  /* a verbatim that nobody is to be joined with */
} DiapasonFindHit;

/* Allocate with zeroes and a count of one; free with the last unref. */
DiapasonPersonRecord *diapason_person_record_new (void);
DiapasonPersonRecord *diapason_person_record_ref (DiapasonPersonRecord *record);
void diapason_person_record_unref (DiapasonPersonRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonPersonRecord, diapason_person_record_unref)
DiapasonEventRecord *diapason_event_record_new (void);
DiapasonEventRecord *diapason_event_record_ref (DiapasonEventRecord *record);
void diapason_event_record_unref (DiapasonEventRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonEventRecord, diapason_event_record_unref)
DiapasonMessageRecord *diapason_message_record_new (void);
DiapasonMessageRecord *diapason_message_record_ref (DiapasonMessageRecord *record);
void diapason_message_record_unref (DiapasonMessageRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonMessageRecord, diapason_message_record_unref)
DiapasonAnswerRecord *diapason_answer_record_new (void);
DiapasonAnswerRecord *diapason_answer_record_ref (DiapasonAnswerRecord *record);
void diapason_answer_record_unref (DiapasonAnswerRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonAnswerRecord, diapason_answer_record_unref)
DiapasonArticleRecord *diapason_article_record_new (void);
DiapasonArticleRecord *diapason_article_record_ref (DiapasonArticleRecord *record);
void diapason_article_record_unref (DiapasonArticleRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonArticleRecord, diapason_article_record_unref)
DiapasonFindHit *diapason_find_hit_new (void);
DiapasonFindHit *diapason_find_hit_ref (DiapasonFindHit *hit);
void diapason_find_hit_unref (DiapasonFindHit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonFindHit, diapason_find_hit_unref)

/* Elements of a person record; plain, owned by it. */
DiapasonContactPointRecord *diapason_contact_point_record_new (void);
DiapasonContractRecord *diapason_contract_record_new (void);
DiapasonRelationRecord *diapason_relation_record_new (void);
DiapasonCustomerFactRecord *diapason_customer_fact_record_new (void);
DiapasonMemberRecord *diapason_member_record_new (void);
DiapasonPartedRecord *diapason_parted_record_new (void);

G_END_DECLS
