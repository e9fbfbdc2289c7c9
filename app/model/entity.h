/* entity.h: what sources can tell about: the entities and their columns.
 *
 * A declaration is at once the target of a descriptor's mapping, the shape of a row on its way into
 * the cache, and the list of what is personal. The SQL in resources/sql is the truth; a test holds
 * the declarations to it. Constant data, any thread.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Stored in cache.db: numbers never change meaning. */
typedef enum
{
  DIAPASON_ENTITY_NONE = 0,
  DIAPASON_ENTITY_UNIT = 1,
  DIAPASON_ENTITY_ADVISER = 2,
  DIAPASON_ENTITY_CUSTOMER = 3,
  DIAPASON_ENTITY_CONTACT_POINT = 4,
  DIAPASON_ENTITY_RELATION = 5,
  DIAPASON_ENTITY_CONTRACT = 6,
  DIAPASON_ENTITY_PROMISE = 7,
  DIAPASON_ENTITY_INTERACTION = 8,
  DIAPASON_ENTITY_MESSAGE = 9,
  DIAPASON_ENTITY_PRESENCE = 10,
  DIAPASON_ENTITY_ARTICLE = 11,
  DIAPASON_ENTITY_CANNED_REPLY = 12,
  DIAPASON_ENTITY_SURVEY_WAVE = 13,
  DIAPASON_ENTITY_SURVEY_COUNT = 14,
  DIAPASON_ENTITY_VERBATIM = 15,         /* a customer's answer to a survey, or a public review */
  DIAPASON_ENTITY_ANSWER = 16,           /* one criterion of a verbatim */
  DIAPASON_ENTITY_CUSTOMER_FACT = 17,    /* a need, a risk, a hold on marketing */
  DIAPASON_ENTITY_PRESENCE_CHANNEL = 18, /* a presence, for one channel */
  DIAPASON_N_ENTITIES,
  /* Kinds of a change set that are no entity. */
  DIAPASON_KIND_PRIORITY = 60, /* verbatims whose rank may be another */
  DIAPASON_KIND_SOURCE = 61,   /* a source's state in the cache */
  DIAPASON_KIND_PERSON =
      62,                 /* persons touched by anything: their card, their history, who they are */
  DIAPASON_KIND_KPI = 63, /* advisers whose figures changed */
} DiapasonEntity;

typedef enum
{
  DIAPASON_COLUMN_TEXT,
  DIAPASON_COLUMN_INTEGER,
  DIAPASON_COLUMN_BOOLEAN,
  DIAPASON_COLUMN_TIME,      /* int64 milliseconds UTC */
  DIAPASON_COLUMN_DAY,       /* text YYYY-MM-DD */
  DIAPASON_COLUMN_REFERENCE, /* the local id of a record of `refers_to` */
  DIAPASON_COLUMN_MADE,      /* made at upsert from other columns, never mapped: see the upsert */
} DiapasonColumnType;

typedef struct
{
  const char *name;
  DiapasonColumnType type;
  DiapasonEntity refers_to;
  gboolean personal;        /* tells about one human: erased with them */
  gboolean withheld;        /* could lead to whose row it is: never kept of an anonymous one */
  const char *const *words; /* (nullable) the only values of an enumeration, NULL-terminated */
} DiapasonColumn;

typedef struct
{
  DiapasonEntity entity;
  const char *name; /* the table, and the mapping's target: "contact_point" */
  const DiapasonColumn *columns;
  guint n_columns;
} DiapasonEntityInfo;

/* The declaration of @entity; NULL for a number that is none. */
const DiapasonEntityInfo *diapason_entity_info (DiapasonEntity entity);

/* The declaration of the entity called @name; NULL when there is none. */
const DiapasonEntityInfo *diapason_entity_info_by_name (const char *name);

/* What the column "permission" says of a row that nobody is to be joined with. */
#define DIAPASON_PERMISSION_ANONYMOUS "anonymous"

/* What the column "kind" says of a customer fact that must not be kept without consent. */
#define DIAPASON_FACT_KIND_NEED "need"

/* The index of the column called @name, or -1. */
int diapason_entity_info_column (const DiapasonEntityInfo *info, const char *name);

G_END_DECLS
