/* fault-vfs.h: SQLite's way to the disk, with a disk's faults in it.
 *
 * Installed, it is SQLite's default, so that a store opens its files through it. Without a fault it
 * hands everything on, but for syncs, which it only notes: what was synced is what stays when the
 * power is cut. One for the process; any thread. Random by g_test_rand_int().
 */
#pragma once

#include <gio/gio.h>

typedef enum
{
  FAULT_IO,   /* any call: the disk cannot be read or written */
  FAULT_BUSY, /* a lock is held by somebody else */
  FAULT_FULL, /* nothing can be written any more */
} FaultKind;

/* Before anything else uses SQLite. */
void fault_vfs_install (void);

/* From now on the call number @nth (from 1) of those that can fail so does; @lasting: all after it
 * too. */
void fault_vfs_fail (FaultKind kind, guint nth, gboolean lasting);

/* Nothing fails any more. Returns: whether something did. */
gboolean fault_vfs_lift (void);

/* Notes what is synced of the files in @folder that are opened from now on; NULL: of none. */
void fault_vfs_watch (const char *folder);

/* Cuts the power at the @nth change to those files (from 1): into the folder @into goes what was
 * synced, and of what was not each change whole, in part or not at all. Whoever writes goes on and
 * notices nothing. @answered (atomic) is read at that moment. */
void fault_vfs_cut (guint nth, const char *into, const int *answered);

/* What @answered was at the cut; -1: it did not come to that yet. */
int fault_vfs_answered_at_cut (void);
