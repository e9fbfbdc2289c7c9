/* descriptor-read.h: the parts of descriptor.c: each reads one part of the JSON into its plan and
 * complains to the shape. Inside app/source only.
 */
#pragma once

#include "descriptor-plan.h"
#include "shape.h"

G_BEGIN_DECLS

/* A whole descriptor; @base_url, @name and @label (each nullable) take the place of its own.
 * Returns: (transfer full). */
DiapasonDescriptor *diapason_descriptor_read (DiapasonJsonValue *root,
                                              const char *base_url,
                                              const char *name,
                                              const char *label,
                                              GError **error);

/* {"preset": …, "base_url": …, "label": …}. What was read is (transfer full) (nullable), also of
 * one that is wrong. */
gboolean diapason_descriptor_read_instance (DiapasonJsonValue *root,
                                            char **preset,
                                            char **base_url,
                                            char **label,
                                            GError **error);

/* TRUE without a complaint; else moves it to @error, as DIAPASON_SOURCE_ERROR_DESCRIPTOR. */
gboolean diapason_shape_is_descriptor (DiapasonShape *shape, GError **error);

/* "authentication". @base_url: (nullable) where a token path starts. Returns: (transfer full). */
DiapasonAuthenticationPlan *diapason_read_authentication (DiapasonShape *shape,
                                                          DiapasonJsonValue *root,
                                                          const char *base_url);

/* "headers": name, value, … Returns: (transfer full). */
GPtrArray *diapason_read_headers (DiapasonShape *shape, DiapasonJsonValue *root);

/* "limits". */
void diapason_read_limits (DiapasonShape *shape, DiapasonJsonValue *root, DiapasonLimitPlan *plan);
void diapason_limits_clear (DiapasonLimitPlan *plan);

/* "events". */
void diapason_read_events (DiapasonShape *shape, DiapasonJsonValue *root, DiapasonEventsPlan *plan);
void diapason_events_clear (DiapasonEventsPlan *plan);

/* "whoami". @fields: those of the login. */
void diapason_read_whoami (DiapasonShape *shape,
                           DiapasonJsonValue *root,
                           const char *const *fields,
                           DiapasonWhoamiPlan *plan);
void diapason_whoami_clear (DiapasonWhoamiPlan *plan);

/* "streams". Returns: (transfer full). */
GPtrArray *diapason_read_streams (DiapasonShape *shape, DiapasonJsonValue *root);

/* "request", "paging" and "incremental" of the stream @object; the two last may be NULL. @query:
 * (nullable) for a request without one. */
void diapason_read_request (DiapasonShape *shape,
                            DiapasonJsonValue *object,
                            DiapasonJsonValue *query,
                            DiapasonStreamPlan *plan);
/* Whether the request asks for what the rest of the stream needs. */
void diapason_check_request (DiapasonShape *shape,
                             DiapasonJsonValue *object,
                             const DiapasonStreamPlan *plan);
void diapason_request_clear (DiapasonRequestPlan *plan);
void diapason_read_paging (DiapasonShape *shape,
                           DiapasonJsonValue *paging,
                           DiapasonPagingPlan *plan);
void diapason_paging_plan_clear (DiapasonPagingPlan *plan);
void diapason_read_incremental (DiapasonShape *shape,
                                DiapasonJsonValue *json,
                                DiapasonStreamPlan *plan);
void diapason_incremental_clear (DiapasonIncrementalPlan *plan);

G_END_DECLS
