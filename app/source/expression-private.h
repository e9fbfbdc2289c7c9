/* expression-private.h: between expression.c and its operators. */
#pragma once

#include "expression.h"
#include "text-template.h"

G_BEGIN_DECLS

typedef struct _DiapasonOperator DiapasonOperator;

struct _DiapasonExpression
{
  const DiapasonOperator *op;
  char *where;              /* (owned) */
  DiapasonResultKind makes;
  GPtrArray *arguments;     /* (owned) of DiapasonExpression */

  /* What the operators need; each uses few of them. */
  char *text;                 /* (owned) a path's own part; a separator; a table */
  char *rest;                 /* (owned) (nullable) a path's part behind [*]; lookup's path */
  guint n_up;                 /* how many "^." a path starts with */
  gint64 number;              /* a length, a group, a format */
  DiapasonResult constant;    /* (owned) */
  gboolean has_otherwise;     /* of enum */
  GHashTable *words;          /* (owned) text to text (nullable) */
  GRegex *pattern;            /* (owned) */
  DiapasonTemplate *template; /* (owned) */
  GTimeZone *zone;            /* (owned) */
};

struct _DiapasonOperator
{
  const char *name; /* and of the member that holds its first argument */
  DiapasonResultKind makes;
  const char *const *members; /* besides the name */
  gboolean (*compile) (DiapasonExpression *self,
                       DiapasonShape *shape,
                       DiapasonJsonValue *json,
                       const DiapasonSurroundings *surroundings);
  gboolean (*evaluate) (DiapasonExpression *self,
                        const DiapasonFrame *frame,
                        DiapasonResult *result,
                        GError **error);
};

/* All operators but paths, which are expression.c's own. Ends with one of no name. */
extern const DiapasonOperator diapason_operators[];

/* Compiles the member @name of @json as the next argument. */
gboolean diapason_expression_add (DiapasonExpression *self,
                                  DiapasonShape *shape,
                                  DiapasonJsonValue *json,
                                  const char *name,
                                  const DiapasonSurroundings *surroundings);

/* Compiles each element of the list @name of @json. */
gboolean diapason_expression_add_all (DiapasonExpression *self,
                                      DiapasonShape *shape,
                                      DiapasonJsonValue *json,
                                      const char *name,
                                      const DiapasonSurroundings *surroundings);

gboolean diapason_expression_evaluate_argument (DiapasonExpression *self,
                                                guint index,
                                                const DiapasonFrame *frame,
                                                DiapasonResult *result,
                                                GError **error);

DiapasonExpression *diapason_expression_argument (DiapasonExpression *self, guint index);

/* The values of a path with [*]: of an element, of each one of a list. Returns: (transfer full)
 * (element-type DiapasonJsonValue). */
GPtrArray *diapason_expression_all_values (DiapasonExpression *path, const DiapasonFrame *frame);

/* What @value (nullable) is as a result. */
void diapason_result_read (DiapasonResult *result, DiapasonJsonValue *value);

/* Its text when it is a scalar that is there, as an identifier is written; NULL for others. */
const char *diapason_result_as_text (DiapasonResult *result);

G_END_DECLS
