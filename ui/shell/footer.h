/* footer.h: how far what is seen is in step with its sources, each of them, and the keys that
 * matter most. Thread: main.
 *
 * Property: "show-keys". Signal: "sign-in" (const char *source): somebody wants to sign in there.
 */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_FOOTER (diapason_footer_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonFooter, diapason_footer, DIAPASON, FOOTER, GtkWidget)

/* Set once by the owner, before anything is shown. */
void diapason_footer_set_desk (DiapasonFooter *footer, DiapasonDesk *desk);

G_END_DECLS
