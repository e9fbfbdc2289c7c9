/* fault-memory.h: SQLite's way to memory, with a want of it in it. One for the process; any thread.
 */
#pragma once

#include <glib.h>

/* Before anything else uses SQLite, which then asks for each piece that it needs. */
void fault_memory_install (void);

/* From now on the request number @nth (from 1) is refused; @lasting: all after it too. */
void fault_memory_fail (guint nth, gboolean lasting);

/* Nothing is refused any more. Returns: whether something was. */
gboolean fault_memory_lift (void);
