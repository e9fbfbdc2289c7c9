/* company-feedback.h: what customers of the invented company say of it: answers to its survey,
 * public reviews, and the words they type into its search; and what its stores write of a visit.
 *
 * Words and scores are drawn from a plain description of what somebody lived through, so that a
 * score always fits the words, and both fit the contact. Nothing here touches a file. Constant
 * tables, one file a language (company-feedback-*.c); one thread at a time.
 */
#pragma once

#include "company-scene.h"

G_BEGIN_DECLS

/* How content somebody is. */
typedef enum
{
  DIAPASON_COMPANY_BAD,
  DIAPASON_COMPANY_POOR,
  DIAPASON_COMPANY_GOOD,
  DIAPASON_COMPANY_GLAD,
  DIAPASON_COMPANY_N_MOODS,
} DiapasonCompanyMood;

/* What a survey asks besides whether they would recommend the house. */
typedef enum
{
  DIAPASON_COMPANY_SATISFACTION,
  DIAPASON_COMPANY_EFFORT,
  DIAPASON_COMPANY_WAS_SOLVED,
  DIAPASON_COMPANY_WELCOME,
  DIAPASON_COMPANY_LISTENING,
  DIAPASON_COMPANY_CLARITY,
  DIAPASON_COMPANY_N_CRITERIA,
} DiapasonCompanyCriterion;

/* What one contact was like for the customer. */
typedef struct
{
  DiapasonCompanyStoryKind kind;
  DiapasonCompanyLanguage language;
  const DiapasonCompanyProduct *product; /* (nullable): no matter which */
  gboolean female;                       /* who answers */
  guint8 manner;                         /* DiapasonCompanyManner */
  DiapasonCompanyChannel channel;
  DiapasonCompanySolved solved;
  gboolean returned; /* they had to come back about it */
  gboolean broken;   /* what was promised had not been done by its day */
  gboolean kept;     /* … had been */
} DiapasonCompanyExperience;

/* Texts may begin with marks that end in '|', each of which must hold: 'c' a call, 'w' in writing,
 * 'y' solved, 'n' not (quite), 'r' had to come back, 'f' had not, 'k' a promise kept, 'x' one that
 * was not. "[this/that]" is one of both. Slots: {thing}, {the}, {my}, {of}, {e}, {o}, {pe}, {po}.
 */
typedef struct
{
  const char *brief[16];   /* all that many write */
  const char *opening[10]; /* of those who write more: what they feel */
  const char *staff[10];   /* … of who spoke to them, by what they are, never by name */
  const char *course[12];  /* … of how it went */
  const char *closing[10];
} DiapasonCompanyMoodWords;

/* What is said of one kind of story. */
typedef struct
{
  const char *bad[3];
  const char *good[3];
  const char *searched[3];
  const char *store[3]; /* none: nobody goes to a store for it */
} DiapasonCompanyMatter;

typedef struct
{
  const char *titles[10];
  const char *verdicts[8];
  const char *service[8]; /* delivery, price, help */
} DiapasonCompanyReviewWords;

/* What there is to say of one of the goods, in the order of the language's table of them. */
typedef struct
{
  const char *bad[2];
  const char *good[2];
} DiapasonCompanyTrait;

#define DIAPASON_COMPANY_N_GOODS 20

typedef struct
{
  DiapasonCompanyMoodWords moods[DIAPASON_COMPANY_N_MOODS];
  DiapasonCompanyMatter matters[DIAPASON_COMPANY_N_STORIES];
  DiapasonCompanyReviewWords reviews[DIAPASON_COMPANY_N_MOODS];
  DiapasonCompanyTrait traits[DIAPASON_COMPANY_N_GOODS];
} DiapasonCompanyOpinions;

extern const DiapasonCompanyOpinions diapason_company_opinions_fr;
extern const DiapasonCompanyOpinions diapason_company_opinions_it;
extern const DiapasonCompanyOpinions diapason_company_opinions_en;

/* Returns: (transfer none), never NULL. */
const DiapasonCompanyOpinions *diapason_company_opinions (DiapasonCompanyLanguage language);

/* Of a score of 0 … 10, and of 1 … 5 stars. */
DiapasonCompanyMood diapason_company_mood (guint score);
DiapasonCompanyMood diapason_company_mood_of_stars (guint stars);

/* Would they recommend the house: 0 … 10. */
guint diapason_company_feedback_score (DiapasonCompanyRandom *random,
                                       const DiapasonCompanyExperience *experience);

/* Appends what they write who gave @score; never nothing. */
void diapason_company_feedback_say (GString *out,
                                    DiapasonCompanyRandom *random,
                                    const DiapasonCompanyExperience *experience,
                                    guint score);

/* 'satisfaction', … as the survey tool writes it. */
const char *diapason_company_criterion (DiapasonCompanyCriterion criterion);

/* 5, but of effort 7 and of solved 1. */
guint diapason_company_criterion_scale (DiapasonCompanyCriterion criterion);

/* What they who gave @score give for @criterion; much effort is a low number. */
guint diapason_company_criterion_score (DiapasonCompanyRandom *random,
                                        const DiapasonCompanyExperience *experience,
                                        DiapasonCompanyCriterion criterion,
                                        guint score);

/* Appends the title or the text of a review with @stars of number @product of the goods; neither
 * is ever nothing. */
void diapason_company_review_title (GString *out,
                                    DiapasonCompanyRandom *random,
                                    DiapasonCompanyLanguage language,
                                    guint product,
                                    guint stars);
void diapason_company_review_text (GString *out,
                                   DiapasonCompanyRandom *random,
                                   DiapasonCompanyLanguage language,
                                   guint product,
                                   gboolean female,
                                   guint stars);

/* Appends what they of @experience type to find help by themselves. */
void diapason_company_searched (GString *out,
                                DiapasonCompanyRandom *random,
                                const DiapasonCompanyExperience *experience);

/* Appends what the people of a store write of a visit like @experience. Returns: FALSE and nothing
 * when nobody goes to a store for that. */
gboolean diapason_company_store_note (GString *out,
                                      DiapasonCompanyRandom *random,
                                      const DiapasonCompanyExperience *experience);

G_END_DECLS
