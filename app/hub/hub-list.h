/* hub-list.h: rows in the order of their last change, for the sources that page by number or by
 * offset and tell what changed since an instant. Thread: the hub's.
 */
#pragma once

#include "hub-call.h"

G_BEGIN_DECLS

/* A part of the list of the route's entity. */
typedef struct
{
  gint64 since;          /* only what changed then or later */
  gboolean with_deleted; /* tombstones too */
  gint64 limit;
  gint64 offset;
} DiapasonHubList;

/* Reads the parameter "updated_since" into @list, or refuses the call. A client that asks for what
 * changed must be told what went, one that asks for all must not. */
void diapason_hub_list_read_since (DiapasonHubCall *call, DiapasonHubList *list);

/* How many rows there are, whatever limit and offset. */
gint64 diapason_hub_list_count (DiapasonHubCall *call, const DiapasonHubList *list);

/* Appends the rows to @answer, with commas between. */
void diapason_hub_list_append (DiapasonHubCall *call, const DiapasonHubList *list, GString *answer);

G_END_DECLS
