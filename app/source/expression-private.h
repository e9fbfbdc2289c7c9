/* expression-private.h: between expression.c and its operators. */
#pragma once

#include "expression.h"
#include "text-template.h"

G_BEGIN_DECLS

#define NO_CHOICE G_MAXUINT

typedef struct _DiapasonOperator DiapasonOperator;

struct _DiapasonExpression
{
  const DiapasonOperator *op;
  char *where; /* (owned) */
  DiapasonResultKind makes;
  GPtrArray *arguments; /* (owned) of DiapasonExpression */

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
  guint first_choice; /* its results are those of its arguments from this one on; NO_CHOICE: they
                         are its own */
  gboolean (*compile) (DiapasonExpression *self,
                       DiapasonShape *shape,
                       DiapasonJsonValue *json,
                       const DiapasonSurroundings *surroundings);
  gboolean (*evaluate) (DiapasonExpression *self,
                        const DiapasonFrame *frame,
                        DiapasonResult *result,
                        GError **error);
};

/* All operators but paths, which are expression.c's own. Each ends with one of no name. */
extern const DiapasonOperator diapason_value_operators[];
extern const DiapasonOperator diapason_condition_operators[];

/* What an operator's own members are written with. */
#define MEMBERS(...)                                                                               \
  (const char *const[])                                                                            \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }

/* For the operators' files, whose functions all have these. */
typedef DiapasonExpression Self;
typedef const DiapasonFrame Frame;
typedef const DiapasonSurroundings Around;

/* The usual case: one argument, at the operator's own name; or a list of them there. */
gboolean diapason_operator_compile_one (Self *self,
                                        DiapasonShape *shape,
                                        DiapasonJsonValue *json,
                                        Around *around);
gboolean diapason_operator_compile_all (Self *self,
                                        DiapasonShape *shape,
                                        DiapasonJsonValue *json,
                                        Around *around);

/* Evaluates the first argument. */
gboolean diapason_operator_first (Self *self, Frame *frame, DiapasonResult *result, GError **error);

/* Makes it true or false. */
void diapason_result_take_boolean (DiapasonResult *result, gboolean truth);

/* Whether it is nothing, or a text of nothing. */
gboolean diapason_result_is_empty (DiapasonResult *result);

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

/* Evaluates the @index-th argument. */
gboolean diapason_expression_evaluate_argument (DiapasonExpression *self,
                                                guint index,
                                                const DiapasonFrame *frame,
                                                DiapasonResult *result,
                                                GError **error);

/* The @index-th argument. Borrowed. */
DiapasonExpression *diapason_expression_argument (DiapasonExpression *self, guint index);

/* The values of a path with [*]: of an element, of each one of a list. Returns: (transfer full)
 * (element-type DiapasonJsonValue). */
GPtrArray *diapason_expression_all_values (DiapasonExpression *path, const DiapasonFrame *frame);

/* What @value (nullable) is as a result. */
void diapason_result_read (DiapasonResult *result, DiapasonJsonValue *value);

/* Its text when it is a scalar that is there, as an identifier is written; NULL for others. */
const char *diapason_result_as_text (DiapasonResult *result);

G_END_DECLS
