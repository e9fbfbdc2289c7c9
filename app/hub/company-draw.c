/* company-draw.c: see company-draw.h. */
#include "company-draw.h"

#define chance(per_thousand) diapason_company_chance (random, per_thousand)

DiapasonCompanyStoryKind
diapason_company_draw_kind (DiapasonCompanyRandom *random, const DiapasonCompanyCaller *caller)
{
  guint8 weights[DIAPASON_COMPANY_N_STORIES];

  for (int kind = 0; kind < DIAPASON_COMPANY_N_STORIES; kind++)
    {
      const DiapasonCompanyPlot *plot = &diapason_company_plots[kind];
      gboolean stranger = caller->tie == DIAPASON_COMPANY_STRANGER;
      gboolean fits = stranger ? (plot->flags & DIAPASON_COMPANY_FOR_STRANGERS) != 0
                               : plot->shelf == DIAPASON_COMPANY_GOODS ||
                                     caller->person->contracts[plot->shelf][0] != '\0';

      weights[kind] = fits ? plot->weight : 0;
    }
  return (DiapasonCompanyStoryKind) diapason_company_weighted (random, weights,
                                                               DIAPASON_COMPANY_N_STORIES);
}

DiapasonCompanySolved
diapason_company_draw_solved (DiapasonCompanyRandom *random, const DiapasonCompanyScene *scene)
{
  guint yes = scene->plot->solved;

  if (scene->turn == DIAPASON_COMPANY_KEEPS || scene->turn == DIAPASON_COMPANY_LATE)
    yes = 90;
  else if (scene->turn != DIAPASON_COMPANY_FIRST)
    yes = 62;
  if (diapason_company_below (random, 100) < yes)
    return DIAPASON_COMPANY_YES;
  return chance (550) ? DIAPASON_COMPANY_PARTLY : DIAPASON_COMPANY_NO;
}

guint
diapason_company_draw_level (DiapasonCompanyRandom *random, const DiapasonCompanyScene *scene)
{
  if (scene->step >= 3 && chance (350))
    return 3;
  if (scene->step >= 2 || scene->turn == DIAPASON_COMPANY_CHASES)
    return chance (650) ? 2 : 1;
  return chance (90) ? 2 : 1;
}

gboolean
diapason_company_draw_promised (DiapasonCompanyRandom *random, const DiapasonCompanyScene *scene)
{
  if (!(scene->plot->flags & DIAPASON_COMPANY_PROMISES) ||
      (scene->turn != DIAPASON_COMPANY_FIRST && scene->turn != DIAPASON_COMPANY_AGAIN &&
       scene->turn != DIAPASON_COMPANY_CHASES))
    return FALSE;
  return chance (scene->solved == DIAPASON_COMPANY_YES ? 150 : 800);
}
