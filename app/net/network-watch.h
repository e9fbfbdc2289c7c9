/* network-watch.h: tells when it is worth asking at once: there is a network again or another way
 * through it, or the machine was asleep.
 *
 * Thread: main. Where the system tells neither, nothing is told, and what waits goes on by its
 * timers. Lifetime: its owner's; after it is freed nobody is called.
 */
#pragma once

#include <gio/gio.h>

#include "clock.h"

G_BEGIN_DECLS

typedef struct _DiapasonNetworkWatch DiapasonNetworkWatch;

/* @was_cut: the machine was without a network or asleep, so that nothing could come and connections
 * of before are dead. FALSE: only the ways have changed. */
typedef void (*DiapasonNetworkFunc) (gboolean was_cut, gpointer data);

/* Watches @monitor (the system's: g_network_monitor_get_default()) and, where there is one, the
 * manager of logins on the system's bus. Calls @changed with @data, some moments later and once for
 * many changes: a whole floor may get its network back at the same moment. Returns: (transfer
 * full). */
DiapasonNetworkWatch *diapason_network_watch_new (GNetworkMonitor *monitor,
                                                  DiapasonClock *clock,
                                                  DiapasonNetworkFunc changed,
                                                  gpointer data);
void diapason_network_watch_free (DiapasonNetworkWatch *watch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonNetworkWatch, diapason_network_watch_free)

/* The longest that these moments are, in milliseconds. */
#define DIAPASON_NETWORK_MOMENTS_MS 3000

G_END_DECLS
