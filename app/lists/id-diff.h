/* id-diff.h: how one vector of ids becomes another, for a list that tells its edits. Pure, any
 * thread.
 *
 * What stays keeps its place in the list, so that a view keeps its focus and where it is scrolled
 * to.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_ID_DIFF_MIDDLE 20000 /* ids between common ends that are compared one by one */
#define DIAPASON_ID_DIFF_RUNS   64    /* beyond, the middle goes and comes as a whole */

/* Neighbours that go or come together. */
typedef struct
{
  guint position;
  guint length;
} DiapasonIdRun;

/* Compares @before and @after (element-type gint64, no id twice). @out_removed: runs of @before
 * that go, ascending; taken away from the last to the first. @out_added: runs of @after that come,
 * ascending; then put in from the first to the last. Both (out) (transfer full) (element-type
 * DiapasonIdRun). */
void diapason_id_diff (GArray *before, GArray *after, GArray **out_removed, GArray **out_added);

G_END_DECLS
