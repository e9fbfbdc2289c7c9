/* mapping-private.h: a compiled mapping, between mapping.c, which makes it, and mapping-apply.c. */
#pragma once

#include "mapping.h"

G_BEGIN_DECLS

typedef struct
{
  guint column;
  DiapasonExpression *expression; /* (owned) */
  char *source;                   /* (owned) (nullable) of a reference into another source */
} DiapasonAssignment;

/* How one kind of row is made. */
typedef struct
{
  const DiapasonEntityInfo *info;
  DiapasonExpression *each;     /* (owned) (nullable) a path to a list: one row for each element */
  DiapasonExpression *when;     /* (owned) (nullable) */
  DiapasonExpression *id;       /* (owned) */
  DiapasonExpression *revision; /* (owned) (nullable) */
  DiapasonExpression *deleted;  /* (owned) (nullable) */
  GArray *assignments;          /* (owned) of DiapasonAssignment */
} DiapasonRowPlan;

struct _DiapasonMapping
{
  GPtrArray *plans; /* (owned) of DiapasonRowPlan: the stream's own, then those of `also` */
  GArray *wholes;   /* (owned) of DiapasonWhole */
};

G_END_DECLS
