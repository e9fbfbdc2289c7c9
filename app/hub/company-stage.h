/* company-stage.h: what the scenes of company-scene.c are built from: time that passes, lines, and
 * texts that fit the story. */
#pragma once

#include "company-scene.h"

G_BEGIN_DECLS

#define DIAPASON_COMPANY_CHOOSE(scene, texts)                                                      \
  diapason_company_scene_choose ((scene), (texts), G_N_ELEMENTS (texts))

/* TRUE @per_thousand times of a thousand. */
gboolean diapason_company_stage_chance (DiapasonCompanyScene *scene, guint per_thousand);

/* Lets @low … @high seconds pass. */
void diapason_company_stage_pass (DiapasonCompanyScene *scene, int low, int high);

/* Whether somebody of the house is there now. */
gboolean diapason_company_stage_is_open (const DiapasonCompanyScene *scene);

/* Lets time pass until somebody of the house has got round to it. */
void diapason_company_stage_wait (DiapasonCompanyScene *scene, int low, int high);

/* Lines are begun, filled and ended; a NULL text adds nothing. */
void diapason_company_stage_begin (DiapasonCompanyScene *scene,
                                   DiapasonCompanyAuthor author,
                                   gboolean note);
void diapason_company_stage_say (DiapasonCompanyScene *scene,
                                 const char *between,
                                 const char *text);
void diapason_company_stage_end (DiapasonCompanyScene *scene);

/* A whole line by one text; none when it is NULL. */
void diapason_company_stage_line (DiapasonCompanyScene *scene,
                                  DiapasonCompanyAuthor author,
                                  const char *text);
void diapason_company_stage_note (DiapasonCompanyScene *scene, const char *text);

/* Likewise in the customer's own hand, in a chat or a text message. */
void diapason_company_stage_scribble (DiapasonCompanyScene *scene, const char *text);

/* Under the line that is being filled, what the other one wrote last. */
void diapason_company_stage_quote (DiapasonCompanyScene *scene);

/* How things stand. */
gboolean diapason_company_stage_is_cross (const DiapasonCompanyScene *scene);
gboolean diapason_company_stage_is_grave (const DiapasonCompanyScene *scene);
gboolean diapason_company_stage_is_outward (const DiapasonCompanyScene *scene);

/* How somebody who comes back begins, or NULL. */
const char *diapason_company_stage_return (DiapasonCompanyScene *scene);

/* What brings them; another way of saying it each time, as long as there is one. */
const char *diapason_company_stage_opening (DiapasonCompanyScene *scene);

/* What they add, or NULL when all has been said. */
const char *diapason_company_stage_detail (DiapasonCompanyScene *scene);

/* Settles when the house comes and what is promised, if anything is to be, for that same day;
 * nothing is when the story as it stands has no words for it. */
void diapason_company_stage_settle (DiapasonCompanyScene *scene);

/* What the house answers in the end. */
const char *diapason_company_stage_verdict (DiapasonCompanyScene *scene);

/* The customer's last word in a chat. */
const char *diapason_company_stage_last_word (DiapasonCompanyScene *scene);

G_END_DECLS
