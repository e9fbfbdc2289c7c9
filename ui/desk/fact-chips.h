/* fact-chips.h: what few customers have, as chips on their card: needs, the risk that they leave, a
 * hold on marketing, each with whether it may be said. Thread: main.
 */
#pragma once

#include "card.h"
#include "wrap.h"

G_BEGIN_DECLS

/* Shows those of @card behind the other children of @wrap, instead of those shown there before. */
void diapason_fact_chips_show (DiapasonWrap *wrap, const DiapasonCard *card);

G_END_DECLS
