/* company-survey.c: see company-survey.h. */
#include "company-survey.h"

#include "company-feedback.h"

#define WAVE     DIAPASON_COMPANY_SURVEY_WAVE
#define COUNT    DIAPASON_COMPANY_SURVEY_COUNT
#define FEEDBACK DIAPASON_COMPANY_FEEDBACK
#define SCORE    DIAPASON_COMPANY_FEEDBACK_SCORE

/* The months of the house are those of its seat. */
#define SEAT DIAPASON_COMPANY_FRANCE

typedef struct
{
  guint32 asked;
  guint32 answered;
  gint64 changed; /* instant */
} Cell;

struct _DiapasonCompanySurvey
{
  DiapasonCompany *company; /* (not owned) */
  GString *text;            /* (owned) of the answer that is being written */
  int first_month;          /* since the year 0 */
  guint n_months;
  Cell *cells; /* (owned) by month, adviser, channel */
};

/* One customer's answer while it is written. */
typedef struct
{
  DiapasonCompanySurvey *survey;
  const DiapasonCompanyCaller *caller;
  const DiapasonCompanyRecord *record;
  DiapasonCompanyExperience experience;
  DiapasonCompanyRandom random;
  gint64 asked;
  gint64 at;
  guint score;
  const char *permission;
  char id[24];
} Answer;

/* Waves -------------------------------------------------------------------------------------- */

static int
month_of (gint64 instant)
{
  int year, month;

  diapason_company_civil (diapason_company_local_day (SEAT, instant, NULL), &year, &month, NULL);
  return year * 12 + month - 1;
}

static int
first_day_of (int month)
{
  return diapason_company_day (month / 12, month % 12 + 1, 1);
}

static void
wave_id (int month, char id[16])
{
  g_snprintf (id, 16, "W%04d-%02d", month / 12, month % 12 + 1);
}

static void
make_wave (int month, DiapasonCompanyWave *wave)
{
  wave_id (month, wave->id);
  diapason_company_date (first_day_of (month), wave->begins);
  diapason_company_date (first_day_of (month + 1) - 1, wave->ends);
}

void
diapason_company_survey_wave (gint64 instant, DiapasonCompanyWave *wave)
{
  make_wave (month_of (instant), wave);
}

DiapasonCompanySurvey *
diapason_company_survey_new (DiapasonCompany *company)
{
  DiapasonCompanySurvey *survey = g_new0 (DiapasonCompanySurvey, 1);

  survey->company = company;
  survey->text = g_string_new (NULL);
  /* A story may begin some hours before the first day does in UTC. */
  survey->first_month = month_of ((company->first_day - 1) * DIAPASON_COMPANY_DAY);
  survey->n_months = (guint) (month_of (company->order.until) - survey->first_month + 1);
  survey->cells = g_new0 (Cell, (gsize) survey->n_months * company->staff->advisers->len *
                                    DIAPASON_COMPANY_N_CHANNELS);
  return survey;
}

void
diapason_company_survey_free (DiapasonCompanySurvey *survey)
{
  g_string_free (survey->text, TRUE);
  g_free (survey->cells);
  g_free (survey);
}

static Cell *
cell_at (DiapasonCompanySurvey *survey, guint month, guint adviser, guint channel)
{
  gsize row = (gsize) month * survey->company->staff->advisers->len + adviser;

  return &survey->cells[row * DIAPASON_COMPANY_N_CHANNELS + channel];
}

void
diapason_company_survey_write_waves (DiapasonCompanySurvey *survey)
{
  DiapasonCompanyFile *file = survey->company->file;

  for (int i = 0; i < (int) survey->n_months; i++)
    {
      int month = survey->first_month + i;
      DiapasonCompanyWave wave;

      make_wave (month, &wave);
      diapason_company_file_text (file, WAVE, wave.id);
      diapason_company_file_text (file, WAVE, wave.id + 1);
      diapason_company_file_text (file, WAVE, wave.begins);
      diapason_company_file_text (file, WAVE, wave.ends);
      diapason_company_file_put (file, WAVE, 1,
                                 diapason_company_instant (SEAT, first_day_of (month) - 3, 10 * 60),
                                 FALSE);
    }
}

static void
write_count (DiapasonCompanySurvey *survey, guint month, guint adviser, guint channel)
{
  DiapasonCompanyFile *file = survey->company->file;
  const Cell *cell = cell_at (survey, month, adviser, channel);
  const char *adviser_id = diapason_company_adviser (survey->company->staff, adviser)->id;
  char wave[16], id[48];

  if (cell->asked == 0)
    return;
  wave_id (survey->first_month + (int) month, wave);
  g_snprintf (id, sizeof id, "%s:%s:%s", wave, adviser_id, diapason_company_channel_word (channel));
  diapason_company_file_text (file, COUNT, id);
  diapason_company_file_text (file, COUNT, wave);
  diapason_company_file_text (file, COUNT, adviser_id);
  diapason_company_file_text (file, COUNT, diapason_company_channel_word (channel));
  diapason_company_file_int (file, COUNT, cell->asked);
  diapason_company_file_int (file, COUNT, cell->answered);
  diapason_company_file_put (file, COUNT, (int) (cell->asked + cell->answered), cell->changed,
                             FALSE);
}

void
diapason_company_survey_write_counts (DiapasonCompanySurvey *survey)
{
  for (guint month = 0; month < survey->n_months; month++)
    for (guint adviser = 0; adviser < survey->company->staff->advisers->len; adviser++)
      for (guint channel = 0; channel < DIAPASON_COMPANY_N_CHANNELS; channel++)
        write_count (survey, month, adviser, channel);
}

/* Answers ------------------------------------------------------------------------------------ */

static void
text (Answer *answer, const char *value)
{
  diapason_company_file_text (answer->survey->company->file, FEEDBACK, value);
}

static void
write_whose (Answer *answer, gboolean anonymous)
{
  const DiapasonCompanyRecord *record = answer->record;
  char customer[16], interaction[24];

  diapason_company_customer_id (answer->caller->person->number, customer);
  diapason_company_interaction_id (record->interaction, interaction);
  text (answer, anonymous ? NULL : record->contact);
  text (answer, !anonymous && record->tied ? customer : NULL);
  text (answer, anonymous ? NULL : interaction);
}

/* Somebody may be rung or written to about it only as they can be, and for a time. */
static void
write_permission (Answer *answer)
{
  int days = (int) diapason_company_between (&answer->random, 14, 90);
  gboolean phone = diapason_company_chance (&answer->random, 600);
  gboolean yes = answer->permission[0] == 'y';
  DiapasonCompanyDate until;

  if (!diapason_company_caller_has (answer->caller, DIAPASON_COMPANY_CALL))
    phone = FALSE;
  else if (!diapason_company_caller_has (answer->caller, DIAPASON_COMPANY_EMAIL))
    phone = TRUE;
  diapason_company_date (diapason_company_local_day (SEAT, answer->at, NULL) + days, until);
  text (answer, answer->permission);
  text (answer, !yes ? NULL : phone ? "phone" : "email");
  text (answer, yes ? until : NULL);
}

/* Somebody of the house sees to what is bad, and gets round to it some days later. Returns: when,
 * or a time that has yet to come. */
static gint64
seen_to (Answer *answer)
{
  gint64 hours = diapason_company_between (&answer->random, 4, 150);
  gboolean forgotten = diapason_company_chance (&answer->random, 25);

  if (diapason_company_mood (answer->score) >= DIAPASON_COMPANY_GOOD)
    return answer->at;
  return forgotten ? G_MAXINT64 : answer->at + hours * DIAPASON_COMPANY_HOUR;
}

static void
write_score (Answer *answer, DiapasonCompanyCriterion criterion, gint64 changed)
{
  DiapasonCompanyFile *file = answer->survey->company->file;
  const char *name = diapason_company_criterion (criterion);
  guint score = diapason_company_criterion_score (&answer->random, &answer->experience, criterion,
                                                  answer->score);
  char id[48];

  g_snprintf (id, sizeof id, "%s:%s", answer->id, name);
  diapason_company_file_text (file, SCORE, id);
  diapason_company_file_text (file, SCORE, answer->id);
  diapason_company_file_text (file, SCORE, name);
  diapason_company_file_int (file, SCORE, score);
  diapason_company_file_int (file, SCORE, diapason_company_criterion_scale (criterion));
  diapason_company_file_put (file, SCORE, 1, changed, FALSE);
}

/* The first two everybody answers; then people grow tired. */
guint
diapason_company_survey_draw_criteria (DiapasonCompanyRandom *random)
{
  guint n = 2;

  while (n < DIAPASON_COMPANY_N_CRITERIA && diapason_company_chance (random, 700))
    n++;
  return n;
}

static void
write_scores (Answer *answer)
{
  guint n = diapason_company_survey_draw_criteria (&answer->random);

  for (guint criterion = 0; criterion < n; criterion++)
    write_score (answer, criterion, answer->at);
}

const char *
diapason_company_survey_draw_permission (DiapasonCompanyRandom *random)
{
  static const char *const permissions[] = { "yes", "no", "anonymous" };
  static const guint8 weights[] = { 65, 20, 15 };

  return permissions[diapason_company_weighted (random, weights, G_N_ELEMENTS (weights))];
}

gboolean
diapason_company_survey_draw_silence (DiapasonCompanyRandom *random)
{
  return diapason_company_chance (random, 220);
}

static void
write_words (Answer *answer)
{
  DiapasonCompanyFile *file = answer->survey->company->file;
  GString *words = answer->survey->text;
  gboolean silent = diapason_company_survey_draw_silence (&answer->random);

  if (diapason_company_chance (&answer->random, 15))
    diapason_company_file_null (file, FEEDBACK);
  else
    diapason_company_file_int (file, FEEDBACK, answer->score);
  g_string_truncate (words, 0);
  if (!silent)
    diapason_company_feedback_say (words, &answer->random, &answer->experience, answer->score);
  text (answer, silent ? NULL : words->str);
  text (answer, diapason_company_language_code (answer->experience.language));
}

static void
write_answer (Answer *answer)
{
  DiapasonCompany *company = answer->survey->company;
  gint64 seen = seen_to (answer);
  gboolean open = seen > company->order.until;
  gboolean anonymous;
  char wave[16];

  answer->permission = diapason_company_survey_draw_permission (&answer->random);
  anonymous = answer->permission[0] == 'a';
  wave_id (month_of (answer->asked), wave);
  g_snprintf (answer->id, sizeof answer->id, "fe_%07" G_GUINT64_FORMAT, ++company->feedback);
  text (answer, answer->id);
  text (answer, wave);
  write_whose (answer, anonymous);
  text (answer, diapason_company_adviser (company->staff, answer->record->adviser)->id);
  text (answer, diapason_company_channel_word (answer->experience.channel));
  if (anonymous)
    diapason_company_file_null (company->file, FEEDBACK);
  else
    diapason_company_file_int (company->file, FEEDBACK, answer->asked);
  diapason_company_file_int (company->file, FEEDBACK, answer->at);
  write_words (answer);
  write_permission (answer);
  text (answer, open ? "open" : "closed");
  diapason_company_file_put (company->file, FEEDBACK, open || seen == answer->at ? 1 : 2,
                             open ? answer->at : seen, FALSE);
  write_scores (answer);
}

/* Asking ------------------------------------------------------------------------------------- */

static DiapasonCompanyExperience
lived (const DiapasonCompanyCaller *caller, const DiapasonCompanyScene *scene)
{
  return (DiapasonCompanyExperience){
    .kind = scene->kind,
    .language = caller->person->language,
    .product = scene->product,
    .female = caller->person->female,
    .manner = caller->person->manner,
    .channel = scene->channel,
    .solved = scene->solved,
    .returned = scene->turn == DIAPASON_COMPANY_AGAIN || scene->turn == DIAPASON_COMPANY_CHASES,
    .broken = scene->turn == DIAPASON_COMPANY_CHASES || scene->turn == DIAPASON_COMPANY_LATE,
    .kept = scene->turn == DIAPASON_COMPANY_KEEPS,
  };
}

/* A day to five after the contact, and nobody answers at night. */
static gint64
draw_time (Answer *answer)
{
  gint64 first = diapason_company_between (&answer->random, 24 * 60, 125 * 60);
  gint64 second = diapason_company_between (&answer->random, 24 * 60, 125 * 60);
  gint64 at = answer->record->ended + MIN (first, second) * DIAPASON_COMPANY_MINUTE +
              diapason_company_between (&answer->random, 0, 59) * DIAPASON_COMPANY_SECOND;
  int minute;

  diapason_company_local_day (answer->caller->country, at, &minute);
  if (minute < 7 * 60)
    at += (7 * 60 - minute + diapason_company_between (&answer->random, 0, 150)) *
          DIAPASON_COMPANY_MINUTE;
  return at;
}

/* Who is very angry or very glad answers more. */
static gboolean
answers (Answer *answer)
{
  static const guint often[DIAPASON_COMPANY_N_MOODS] = { 400, 300, 270, 380 };

  return diapason_company_chance (&answer->random, often[diapason_company_mood (answer->score)]);
}

void
diapason_company_survey_ask (DiapasonCompanySurvey *survey,
                             const DiapasonCompanyCaller *caller,
                             const DiapasonCompanyScene *scene,
                             const DiapasonCompanyRecord *record)
{
  gint64 until = survey->company->order.until;
  Answer answer = { .survey = survey, .caller = caller, .record = record };
  Cell *cell;

  diapason_company_random_init (&answer.random, survey->company->order.seed,
                                DIAPASON_COMPANY_DOMAIN_SURVEY, record->interaction);
  answer.asked = record->ended +
                 diapason_company_between (&answer.random, 20, 20 * 60) * DIAPASON_COMPANY_MINUTE;
  if (answer.asked > until)
    return;
  cell = cell_at (survey, (guint) (month_of (answer.asked) - survey->first_month), record->adviser,
                  scene->channel);
  cell->asked++;
  cell->changed = MAX (cell->changed, answer.asked);
  answer.experience = lived (caller, scene);
  answer.score = diapason_company_feedback_score (&answer.random, &answer.experience);
  answer.at = draw_time (&answer);
  if (!answers (&answer) || answer.at > until)
    return;
  cell->answered++;
  cell->changed = MAX (cell->changed, answer.at);
  write_answer (&answer);
}
