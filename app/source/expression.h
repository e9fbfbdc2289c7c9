/* expression.h: how a column is made from an element of a page.
 *
 * An expression is a text (a path) or an object with one operator, E being expressions and C
 * conditions:
 *
 *   "name.given"                           the value there; "^." starts at what encloses the
 *                                          element, "." is the element itself
 *   {"path": P}                            the same
 *   {"const": "ticket"}                    always this
 *   {"coalesce": [E, …]}                   the first that is there and not empty
 *   {"join": [E, …], "with": " "}          those that are there and not empty, joined
 *   {"template": "{id}:{value}"}           nothing when one of the paths gives nothing
 *   {"string": E}                          from a number
 *   {"integer": E} {"boolean": E}          from digits, from 0 or 1
 *   {"enum": E, "words": {…}, "otherwise": W}
 *   {"date": E, "format", "zone", "never"} milliseconds; rfc3339, unix_s or unix_ms
 *   {"html": E}                            plain text of it
 *   {"match": E, "pattern": R, "group": 1} the first match
 *   {"cut": E, "length": 200}              at most so many characters
 *   {"if": C, "then": E, "else": E}
 *   {"is": E, "in": ["a", "b"]} {"is": E, "among": "^.list[*].id"}
 *   {"not": C} {"has": E} {"all": [C, …]} {"any": [C, …]}
 *   {"lookup": E, "in": "history", "path": P}
 *                                          in what an earlier stream of the same parent kept
 *
 * Compiled once, immutable, any thread; evaluated on the writer. Inside app/source only.
 */
#pragma once

#include <gio/gio.h>

#include "json-value.h"
#include "shape.h"
#include "source-errors.h"

G_BEGIN_DECLS

typedef struct _DiapasonExpression DiapasonExpression;

typedef enum
{
  DIAPASON_RESULT_NONE,    /* absent or null */
  DIAPASON_RESULT_TEXT,    /* text */
  DIAPASON_RESULT_INTEGER, /* integer; of a date: milliseconds UTC */
  DIAPASON_RESULT_BOOLEAN, /* integer: 0 or 1 */
  DIAPASON_RESULT_NUMBER,  /* text: as written */
  DIAPASON_RESULT_OTHER,   /* a list or an object */
  DIAPASON_RESULT_ANY,     /* only of an expression: not known before it is evaluated */
} DiapasonResultKind;

typedef struct
{
  DiapasonResultKind kind;
  gint64 integer;
  char *text; /* (owned) */
} DiapasonResult;

void diapason_result_clear (DiapasonResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DiapasonResult, diapason_result_clear)

/* What an expression may speak of. */
typedef struct
{
  guint n_enclosing;         /* how often "^" may be said */
  const char *const *tables; /* (nullable) where "lookup" may look */
} DiapasonSurroundings;

/* The element an expression is evaluated in, and what encloses it. On the stack of the writer. */
typedef struct _DiapasonFrame
{
  DiapasonJsonValue *value;
  const struct _DiapasonFrame *up; /* (nullable) */
  GHashTable *tables;              /* (nullable) name to (key to JSON text) */
} DiapasonFrame;

/* Complains to @shape and returns NULL when @json is none. Returns: (transfer full). */
DiapasonExpression *diapason_expression_compile (DiapasonShape *shape,
                                                 DiapasonJsonValue *json,
                                                 const DiapasonSurroundings *surroundings);
void diapason_expression_free (DiapasonExpression *expression);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonExpression, diapason_expression_free)

/* A path as an expression; @at is what is complained about. Returns: (transfer full) (nullable). */
DiapasonExpression *diapason_expression_compile_path (DiapasonShape *shape,
                                                      DiapasonJsonValue *at,
                                                      const char *path,
                                                      const DiapasonSurroundings *surroundings);

/* What it gives where it gives something, so that a wrong column is told on load. */
DiapasonResultKind diapason_expression_makes (DiapasonExpression *expression);

/* A word it may make that is none of @words, or NULL as far as is known. Borrowed. */
const char *diapason_expression_foreign_word (DiapasonExpression *expression,
                                              const char *const *words);

/* The paths it reads, for sentences: "$.name.given". Borrowed. */
const char *diapason_expression_where (DiapasonExpression *expression);

/* Errors: DIAPASON_SOURCE_ERROR_ELEMENT. @result must be clear. */
gboolean diapason_expression_evaluate (DiapasonExpression *expression,
                                       const DiapasonFrame *frame,
                                       DiapasonResult *result,
                                       GError **error);

/* Whether it is a path without [*]. */
gboolean diapason_expression_is_path (DiapasonExpression *expression);

/* The value a path leads to, lists and objects too. Returns: (transfer full) (nullable). */
DiapasonJsonValue *diapason_expression_value (DiapasonExpression *path, const DiapasonFrame *frame);

/* Evaluates a condition; what gives nothing is FALSE. */
gboolean diapason_expression_test (DiapasonExpression *condition,
                                   const DiapasonFrame *frame,
                                   gboolean *out,
                                   GError **error);

/* The sentence that an element has @found where @wanted ("a text") is needed. FALSE, for returning
 * it. */
gboolean diapason_expression_mismatch (DiapasonExpression *expression,
                                       DiapasonResultKind found,
                                       const char *wanted,
                                       GError **error);

G_END_DECLS
