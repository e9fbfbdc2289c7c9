/* opening.h: which sentence to open with. The sentences themselves are the window's; here is which
 * of them fits, by rule, and what each of them gives away.
 *
 * Pure functions; any thread.
 */
#pragma once

#include "effort.h"
#include "vocabulary.h"

G_BEGIN_DECLS

typedef enum
{
  /* These give nothing away. */
  DIAPASON_OPENING_GREETING,
  DIAPASON_OPENING_HOW_ARE_YOU, /* before anything else */

  /* These say something of a person. */
  DIAPASON_OPENING_BY_NAME,
  DIAPASON_OPENING_BROKEN_PROMISE, /* you were told so, it did not happen, and I am sorry */
  DIAPASON_OPENING_PROMISE_DUE,    /* you were told so, and I see to it */
  DIAPASON_OPENING_MANY_CONTACTS,
  DIAPASON_OPENING_SELF_SERVICE, /* you tried by yourself, and did not find it */
  DIAPASON_OPENING_UNSOLVED,     /* last time it was not solved */
  DIAPASON_OPENING_THANKS,       /* for the good score they gave in the last 30 days */
  DIAPASON_N_OPENINGS,
} DiapasonOpening;

/* What has to be allowed before @opening can be said; DIAPASON_N_ACTS: nothing. */
DiapasonAct diapason_opening_act (DiapasonOpening opening);

/* The opening that fits best among those that @reached allows (see speakable.h for @acts): a
 * promise that was not kept is owned before anything else, then how hard it was made for them, then
 * what was left open. What @effort does not know is not spoken of. */
DiapasonOpening diapason_opening_choose (const DiapasonEffort *effort,
                                         gboolean name_known,
                                         guint reached,
                                         const guint8 *acts);

G_END_DECLS
