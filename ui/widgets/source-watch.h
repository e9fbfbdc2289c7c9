/* source-watch.h: follows how the sources are doing, whichever there are. Thread: main. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Calls @changed with @object now, whenever there are other @sources (a list of
 * DiapasonSourceStatus), and whenever the state of one of them changes; as long as both live. */
void diapason_watch_sources (GListModel *sources, GCallback changed, gpointer object);

G_END_DECLS
