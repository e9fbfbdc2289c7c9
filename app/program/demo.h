/* demo.h: the demo: an invented company served by the embedded hub, with everything signed in.
 *
 * The hub is a process of its own that ends with this one. A company ends with the day it was made
 * on: it is made once a day and kept; those of other days, and what was fetched from them, are
 * removed unless a demo still shows them. Thread: main.
 */
#pragma once

#include "program.h"

G_BEGIN_DECLS

typedef struct _DiapasonDemo DiapasonDemo;

/* @hub (nullable): the address of a hub that runs already; @profile (nullable): a folder instead of
 * the day's own in the cache folder; @pace (nullable): how many times as fast as real time people
 * call and write, "0": not at all; NULL: so that there is always something to see. By night, too:
 * whoever looks should not have to come back in the morning. Starts nothing yet. Returns: (transfer
 * full). */
DiapasonDemo *diapason_demo_new (const char *hub, const char *profile, const char *pace);

/* Ends the hub, too. */
void diapason_demo_free (DiapasonDemo *demo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonDemo, diapason_demo_free)

/* Where its program lives. Borrowed. */
const DiapasonPlace *diapason_demo_get_place (DiapasonDemo *demo);

/* Starts the hub, adds its sources to @program, which is at @demo's place, and signs in. Blocking
 * until the hub listens: before there is a window. Errors: DIAPASON_PROGRAM_ERROR_DEMO,
 * DIAPASON_SOURCE_ERROR. */
gboolean diapason_demo_connect (DiapasonDemo *demo, DiapasonProgram *program, GError **error);

G_END_DECLS
