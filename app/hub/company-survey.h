/* company-survey.h: asks the customers of the invented company after their contacts, and writes
 * what they answer.
 *
 * Everybody is asked whose contact somebody of the house saw to; about a third answer, a day to six
 * later. How many were asked and answered is counted in memory, a cell for each month, adviser and
 * channel, and written at the end. Draws from streams of its own, one a contact. One thread at a
 * time; lives as long as the company is made.
 */
#pragma once

#include "company-record.h"

G_BEGIN_DECLS

/* A month of the house. */
typedef struct
{
  char id[16]; /* 'W2026-09' */
  DiapasonCompanyDate begins;
  DiapasonCompanyDate ends;
} DiapasonCompanyWave;

/* The wave in which somebody is asked at @instant. */
void diapason_company_survey_wave (gint64 instant, DiapasonCompanyWave *wave);

/* "yes", "no" or "anonymous": whether they who answer may be contacted about it. */
const char *diapason_company_survey_draw_permission (DiapasonCompanyRandom *random);

/* How many of the criteria they answer. */
guint diapason_company_survey_draw_criteria (DiapasonCompanyRandom *random);

/* Whether they write nothing. */
gboolean diapason_company_survey_draw_silence (DiapasonCompanyRandom *random);

/* For the history of @company, which has its staff. Returns: (transfer full). */
DiapasonCompanySurvey *diapason_company_survey_new (DiapasonCompany *company);

void diapason_company_survey_free (DiapasonCompanySurvey *survey);

/* Asks about the contact that @scene has played and @record has written. */
void diapason_company_survey_ask (DiapasonCompanySurvey *survey,
                                  const DiapasonCompanyCaller *caller,
                                  const DiapasonCompanyScene *scene,
                                  const DiapasonCompanyRecord *record);

/* Writes the waves; before any answer. */
void diapason_company_survey_write_waves (DiapasonCompanySurvey *survey);

/* Writes how many were asked and answered; after the last answer. */
void diapason_company_survey_write_counts (DiapasonCompanySurvey *survey);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonCompanySurvey, diapason_company_survey_free)

G_END_DECLS
