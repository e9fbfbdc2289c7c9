/* policy-read.h: the parts of policy.c: each reads one file and complains to the shape. Inside
 * app/policy only.
 */
#pragma once

#include "policy.h"
#include "shape.h"

G_BEGIN_DECLS

/* Complains of a member anywhere in @value that would make a target, a limit or a colour of time or
 * cost. */
void diapason_policy_refuse_clock (DiapasonShape *shape, DiapasonJsonValue *value);

/* "id": small letters, digits, _ and -. Returns: (transfer full) (nullable). */
char *diapason_policy_read_id (DiapasonShape *shape, DiapasonJsonValue *object);

/* The member @name: {"en": …, "fr": …, "it": …}. */
void diapason_policy_read_text (DiapasonShape *shape,
                                DiapasonJsonValue *object,
                                const char *name,
                                DiapasonPolicyText *text);
/* "label", likewise. */
void diapason_policy_read_label (DiapasonShape *shape,
                                 DiapasonJsonValue *object,
                                 DiapasonPolicyText *text);
void diapason_policy_text_clear (DiapasonPolicyText *text);

/* The list @name of words among @known (NULL-terminated), each once; it may not be empty. Returns:
 * (transfer full) (nullable: it is not there) their places, guint each. */
GArray *diapason_policy_read_words (DiapasonShape *shape,
                                    DiapasonJsonValue *object,
                                    const char *name,
                                    gboolean required,
                                    const char *const *known);

/* Calls @read for each element of the list @name, which is needed and may not be empty. */
typedef void (*DiapasonPolicyReadFunc) (DiapasonShape *shape,
                                        DiapasonJsonValue *element,
                                        gpointer out);
void diapason_policy_read_each (DiapasonShape *shape,
                                DiapasonJsonValue *object,
                                const char *name,
                                DiapasonPolicyReadFunc read,
                                gpointer out);

/* Whole files, but for "format" and "version". What was read before a complaint is in @out, too,
 * and is freed by clear. */
void diapason_challenges_read (DiapasonShape *shape, DiapasonJsonValue *root, gpointer out);
void diapason_challenges_clear (gpointer challenges);
void diapason_moments_read (DiapasonShape *shape, DiapasonJsonValue *root, gpointer out);
void diapason_moments_clear (gpointer moments);
void diapason_identity_read (DiapasonShape *shape, DiapasonJsonValue *root, gpointer out);
void diapason_identity_clear (gpointer identity);
void diapason_mission_read (DiapasonShape *shape, DiapasonJsonValue *root, gpointer out);
void diapason_mission_clear (gpointer mission);

G_END_DECLS
