/* company-draw.h: what chance decides of a contact before it is played: what it is about and how it
 * ends. For the maker of the history and for the day that goes on. One thread at a time.
 */
#pragma once

#include "company-scene.h"

G_BEGIN_DECLS

/* What @caller can come with: only what they have a contract for, or buy. */
DiapasonCompanyStoryKind diapason_company_draw_kind (DiapasonCompanyRandom *random,
                                                     const DiapasonCompanyCaller *caller);

/* Each for the next contact of @scene, whose story, step and turn are set. */
DiapasonCompanySolved diapason_company_draw_solved (DiapasonCompanyRandom *random,
                                                    const DiapasonCompanyScene *scene);
guint diapason_company_draw_level (DiapasonCompanyRandom *random,
                                   const DiapasonCompanyScene *scene);

/* Whether something is to be promised; it is settled already whether it will be solved. */
gboolean diapason_company_draw_promised (DiapasonCompanyRandom *random,
                                         const DiapasonCompanyScene *scene);

G_END_DECLS
