/* desk-private.h: what the use cases share. */
#pragma once

#include "derive.h"
#include "desk.h"
#include "policy.h"
#include "store.h"
#include "sync-engine.h"
#include "timeline-source.h"

G_BEGIN_DECLS

/* The background rests for so long when somebody is opened or looked for: about what it takes until
 * card and history, or what was found, are painted, on a slow machine. */
#define DIAPASON_DESK_PAUSE_MS 80

struct _DiapasonDesk
{
  GObject parent_instance;

  DiapasonStore *store;       /* (owned) */
  DiapasonDerive *derive;     /* (owned) (nullable) */
  DiapasonSyncEngine *engine; /* (owned) (nullable) */
  GListModel *sources;        /* (owned) */
  char *sources_folder;       /* (owned) (nullable) where they are described */
  DiapasonPolicy *policy;     /* (owned) (nullable) ask diapason_desk_get_policy() */

  /* worklist.c */
  DiapasonWork *work; /* (owned) (nullable) nobody asked for it yet */
  GPtrArray *leaders; /* (owned) of DiapasonRowItem: looked at for who leads */
  gboolean has_led;
};

/* Lets go of the work and what goes with it. */
void diapason_desk_end_work (DiapasonDesk *desk);

/* What was set, or else what came along with the program. Borrowed. */
DiapasonPolicy *diapason_desk_get_policy (DiapasonDesk *desk);

/* Reads on @lane as a task of @desk; @data is freed with @data_free and a result nobody takes with
 * @result_free. End it with g_task_propagate_pointer(). */
void diapason_desk_read (DiapasonDesk *desk,
                         DiapasonLane lane,
                         DiapasonReadFunc func,
                         gpointer data,
                         GDestroyNotify data_free,
                         GDestroyNotify result_free,
                         gpointer source_tag,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);

/* The list of what @source has. Returns: (transfer full). */
GListModel *diapason_desk_list_new (DiapasonTimelineSource *source);

G_END_DECLS
