/* demo.h: the demo: an invented company served by the embedded hub, with everything signed in.
 *
 * The hub is a process of its own that ends with this one. A day's company is made once and kept in
 * the cache folder; older days are removed. Thread: main.
 */
#pragma once

#include "program.h"

G_BEGIN_DECLS

typedef struct _DiapasonDemo DiapasonDemo;

/* @hub (nullable): the address of a hub that runs already; @profile (nullable): a folder instead of
 * the day's own. Blocking until the hub listens. Errors: DIAPASON_PROGRAM_ERROR_DEMO. Returns:
 * (transfer full). */
DiapasonDemo *diapason_demo_start (const char *hub, const char *profile, GError **error);
void diapason_demo_stop (DiapasonDemo *demo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonDemo, diapason_demo_stop)

/* Where its program lives. Borrowed. */
const DiapasonPlace *diapason_demo_get_place (DiapasonDemo *demo);

/* Adds the hub's sources to @program and signs in. */
gboolean diapason_demo_connect (DiapasonDemo *demo, DiapasonProgram *program, GError **error);

G_END_DECLS
