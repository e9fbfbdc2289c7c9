/* regions.h: the parts of a window that F6 goes round, each with the place where the focus was in
 * it last. Thread: main. Lifetime: the window's. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _DiapasonRegions DiapasonRegions;

/* @regions: in their order, NULL at the end, all below @window as long as it lives. */
DiapasonRegions *diapason_regions_new (GtkWindow *window, GtkWidget *const *regions);
void diapason_regions_free (DiapasonRegions *regions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonRegions, diapason_regions_free)

/* Moves the focus to the next region (@step 1) or the one before (-1) that can have it. One that is
 * folded away comes in sight. */
void diapason_regions_go (DiapasonRegions *regions, int step);

G_END_DECLS
