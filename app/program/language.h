/* language.h: the language a person chose instead of the system's. It has to be there before
 * anything is translated and before there is a thread, while the choice can only be read by what
 * starts one: so a program that finds itself in another language starts anew in this one. Thread:
 * main. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The environment for a program in @language ("fr"; "": the system's), where @environment is
 * another one's; NULL: it is right as it is. Pure. Returns: (transfer full) (nullable). */
char **diapason_language_environment (char **environment, const char *language);

/* The one that this program was started in by a choice, "" for the system's. Borrowed. */
const char *diapason_language_current (void);

/* setlocale() for it: for dates and the like, too, where this machine has its locale. Before any
 * thread. */
void diapason_language_set_locale (void);

G_END_DECLS
