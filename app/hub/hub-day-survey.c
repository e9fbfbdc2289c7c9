/* hub-day-survey.c: the survey of the day: customers are asked when a contact has ended, and some
 * answer about one of some days ago. See hub-day-private.h. */
#include "hub-day-private.h"

#include "company-survey.h"

#define MOST_LOOKED_AT 300 /* contacts, for one that somebody could answer about */
#define SOONEST        (18 * DIAPASON_COMPANY_HOUR)
#define LATEST         (12 * DIAPASON_COMPANY_DAY)
#define PER_CENT       10 /* answers, of contacts */

/* Counts --------------------------------------------------------------------------------------- */

static void
need_wave (DiapasonHubDay *day, const DiapasonCompanyWave *wave)
{
  gint64 seq = 0, at = 0;

  if (diapason_hub_database_number (day->database,
                                    "SELECT count (*) FROM survey_wave WHERE id = ?1", "s",
                                    wave->id) > 0)
    return;
  diapason_hub_database_tick (day->database, &seq, &at);
  diapason_hub_database_run (day->database,
                             "INSERT INTO survey_wave (id, name, begins, ends, seq, updated_at)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                             "ssssii", wave->id, wave->id + 1, wave->begins, wave->ends, seq, at);
}

/* One more who was asked, or who answered; never more than were asked. */
static void
count (DiapasonHubDay *day,
       const char *wave,
       const char *adviser,
       const char *channel,
       gint64 asked,
       gint64 answered)
{
  g_autofree char *id = g_strdup_printf ("%s:%s:%s", wave, adviser, channel);

  diapason_hub_database_run (day->database,
                             "INSERT INTO survey_count (id, wave, adviser, channel, asked,"
                             " answered, revision, seq, updated_at)"
                             " VALUES (?1, ?2, ?3, ?4, max (?5, ?6), ?6, 0, 0, 0)"
                             " ON CONFLICT (id) DO UPDATE SET"
                             " asked = max (asked + ?5, answered + ?6), answered = answered + ?6",
                             "ssssii", id, wave, adviser, channel, asked, answered);
  diapason_hub_database_touch (day->database, "survey_count", id);
}

void
diapason_hub_day_survey_ask (DiapasonHubDay *day, const DiapasonHubDayContact *contact)
{
  DiapasonCompanyWave wave;

  diapason_company_survey_wave (day->now, &wave);
  need_wave (day, &wave);
  count (day, wave.id, diapason_company_adviser (day->staff, contact->adviser)->id,
         diapason_company_channel_word (contact->channel), 1, 0);
}

/* Answers -------------------------------------------------------------------------------------- */

typedef struct
{
  char *interaction;
  char *contact;
  char *adviser;
  char *channel;
  char *reason;
  char *solved;
  gint64 began;
  gint64 ended;
} Asked;

static void
clear_asked (Asked *asked)
{
  g_free (asked->interaction);
  g_free (asked->contact);
  g_free (asked->adviser);
  g_free (asked->channel);
  g_free (asked->reason);
  g_free (asked->solved);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, clear_asked)

/* The first one, of those after @id, which somebody could answer about now. */
static gboolean
find_after (DiapasonHubDay *day, const char *id, Asked *asked)
{
  sqlite3_stmt *row = diapason_hub_database_ask (
      day->database,
      "SELECT id, contact, adviser, channel, reason, solved, began_at, ended_at FROM (SELECT *"
      " FROM interaction WHERE id >= ?1 AND id < 'in`' ORDER BY id LIMIT ?2) t WHERE"
      " state = 'closed' AND direction = 'in' AND NOT deleted AND adviser IS NOT NULL AND"
      " reason IS NOT NULL AND solved IS NOT NULL AND ended_at BETWEEN ?3 AND ?4 AND NOT EXISTS"
      " (SELECT 1 FROM feedback f WHERE f.interaction = t.id) LIMIT 1",
      "siii", id, (gint64) MOST_LOOKED_AT, day->now - LATEST, day->now - SOONEST);

  if (!diapason_hub_database_next (day->database, row))
    return FALSE;
  asked->interaction = g_strdup (diapason_hub_column_text (row, 0));
  asked->contact = g_strdup (diapason_hub_column_text (row, 1));
  asked->adviser = g_strdup (diapason_hub_column_text (row, 2));
  asked->channel = g_strdup (diapason_hub_column_text (row, 3));
  asked->reason = g_strdup (diapason_hub_column_text (row, 4));
  asked->solved = g_strdup (diapason_hub_column_text (row, 5));
  asked->began = sqlite3_column_int64 (row, 6);
  asked->ended = sqlite3_column_int64 (row, 7);
  sqlite3_reset (row);
  return TRUE;
}

/* Of the history, or of such days before: a number below the last one is somebody's. */
static gboolean
find_asked (DiapasonHubDay *day, Asked *asked)
{
  static const char *const prefixes[][2] = { { "in_", "in_a" }, { "in_d", "in_e" } };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      g_autofree char *last =
          diapason_hub_database_text (day->database,
                                      "SELECT max (id) FROM interaction WHERE id < ?1", "s",
                                      prefixes[i][1]);
      g_autofree char *after = NULL;
      gint64 highest;

      if (last == NULL || !g_str_has_prefix (last, prefixes[i][0]))
        continue;
      highest = g_ascii_strtoll (last + strlen (prefixes[i][0]), NULL, 10);
      after = g_strdup_printf ("%s%07" G_GINT64_FORMAT, prefixes[i][0],
                               diapason_company_between (&day->random, 0, highest));
      if (find_after (day, after, asked))
        return TRUE;
    }
  return FALSE;
}

static DiapasonCompanyChannel
channel_of (const char *word)
{
  int channel = DIAPASON_COMPANY_N_CHANNELS - 1;

  while (channel > 0 && !g_str_equal (diapason_company_channel_word (channel), word))
    channel--;
  return channel;
}

static DiapasonCompanySolved
solved_of (const char *word)
{
  int solved = DIAPASON_COMPANY_NO;

  while (solved > 0 && !g_str_equal (diapason_company_solved_word (solved), word))
    solved--;
  return solved;
}

static gboolean
has_promise (DiapasonHubDay *day,
             const Asked *asked,
             const DiapasonHubDayCaller *caller,
             gboolean was_kept)
{
  return diapason_hub_database_number (
             day->database,
             "SELECT count (*) FROM promise WHERE customer = ?1 AND interaction = ?2 AND"
             " CASE WHEN ?3 THEN state = 'kept' ELSE state IN ('late', 'broken') OR"
             " (state = 'open' AND due_at < ?4) END",
             "ssii", caller->customer, asked->interaction, (gint64) was_kept, day->now) > 0;
}

/* What it was like for them, as far as the file tells. */
static DiapasonCompanyExperience
lived (DiapasonHubDay *day, const Asked *asked, const DiapasonHubDayCaller *caller)
{
  DiapasonCompanyExperience experience = {
    .language = caller->person.language,
    .female = caller->person.female,
    .manner = caller->person.manner,
    .channel = channel_of (asked->channel),
    .solved = solved_of (asked->solved),
    .broken = has_promise (day, asked, caller, FALSE),
    .kept = has_promise (day, asked, caller, TRUE),
  };
  g_autofree char *words = diapason_hub_database_text (
      day->database,
      "SELECT coalesce (subject, '') || char (10) || coalesce (summary, '') || char (10) ||"
      " coalesce ((SELECT group_concat (body, char (10)) FROM message m WHERE"
      " m.interaction = t.id), '') FROM interaction t WHERE id = ?1",
      "s", asked->interaction);

  experience.returned =
      diapason_hub_database_number (day->database,
                                    "SELECT count (*) FROM interaction WHERE contact = ?1 AND"
                                    " began_at BETWEEN ?2 AND ?3 - 1 AND reason = ?4",
                                    "siis", asked->contact,
                                    asked->began - 30 * DIAPASON_COMPANY_DAY, asked->began,
                                    asked->reason) > 0;
  diapason_hub_day_recall (&experience, asked->reason, words != NULL ? words : "");
  return experience;
}

static void
insert_score (DiapasonHubDay *day,
              const char *feedback,
              const DiapasonCompanyExperience *experience,
              DiapasonCompanyCriterion criterion,
              guint score)
{
  const char *name = diapason_company_criterion (criterion);
  g_autofree char *id = g_strdup_printf ("%s:%s", feedback, name);
  gint64 given = diapason_company_criterion_score (&day->random, experience, criterion, score);
  gint64 seq = 0, at = 0;

  diapason_hub_database_tick (day->database, &seq, &at);
  diapason_hub_database_run (day->database,
                             "INSERT INTO feedback_score (id, feedback, criterion, score, scale,"
                             " seq, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                             "sssiiii", id, feedback, name, given,
                             (gint64) diapason_company_criterion_scale (criterion), seq, at);
}

/* One answer while it is given. */
typedef struct
{
  const Asked *asked;
  const DiapasonHubDayCaller *caller;
  DiapasonCompanyExperience experience;
  guint score;
  gint64 asked_at;
  DiapasonHubDayId id;
} Answer;

/* By what they can be reached by, and for how long; nothing of somebody without a name. */
static void
insert_answer (DiapasonHubDay *day, const Answer *answer, const char *wave)
{
  const DiapasonHubDayCaller *caller = answer->caller;
  const char *permission = diapason_company_survey_draw_permission (&day->random);
  gboolean named = permission[0] != 'a';
  gboolean phone = diapason_company_caller_has (&caller->caller, DIAPASON_COMPANY_CALL) &&
                   (diapason_company_chance (&day->random, 600) ||
                    !diapason_company_caller_has (&caller->caller, DIAPASON_COMPANY_EMAIL));
  int days = (int) diapason_company_between (&day->random, 14, 90);
  gboolean silent = diapason_company_survey_draw_silence (&day->random);
  gboolean content = diapason_company_mood (answer->score) >= DIAPASON_COMPANY_GOOD;
  g_autoptr (GString) text = g_string_new (NULL);
  DiapasonCompanyDate until;
  gint64 seq = 0, at = 0;

  if (!silent)
    diapason_company_feedback_say (text, &day->random, &answer->experience, answer->score);
  diapason_company_date (diapason_company_local_day (caller->caller.country, day->now, NULL) + days,
                         until);
  diapason_hub_database_tick (day->database, &seq, &at);
  diapason_hub_database_run (
      day->database,
      "INSERT INTO feedback (id, wave, contact, crm_customer, interaction, adviser, channel,"
      " asked_at, answered_at, recommend, text, language, permission, permission_by,"
      " permission_until, state, seq, updated_at) VALUES (?1, ?2, ?3, nullif (?4, ''), ?5, ?6, ?7,"
      " nullif (?8, 0), ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
      "sssssssiiissssssii", answer->id, wave, named ? caller->contact : NULL,
      named ? caller->customer : NULL, named ? answer->asked->interaction : NULL,
      answer->asked->adviser, answer->asked->channel, named ? answer->asked_at : (gint64) 0,
      day->now, (gint64) answer->score, silent ? NULL : text->str,
      diapason_company_language_code (answer->experience.language), permission,
      permission[0] != 'y' ? NULL
      : phone              ? "phone"
                           : "email",
      permission[0] == 'y' ? until : NULL, content ? "closed" : "open", seq, at);
}

/* Those of the day are asked when it is over; when others were is not told anywhere. */
static gint64
draw_asked_at (DiapasonHubDay *day, const Asked *asked)
{
  gint64 later = diapason_company_between (&day->random, 20 * DIAPASON_COMPANY_MINUTE, SOONEST);

  return asked->ended + (g_str_has_prefix (asked->interaction, "in_d") ? 0 : later);
}

static void
give_answer (DiapasonHubDay *day, Answer *answer)
{
  guint n = diapason_company_survey_draw_criteria (&day->random);
  DiapasonCompanyWave wave;

  answer->experience = lived (day, answer->asked, answer->caller);
  answer->score = diapason_company_feedback_score (&day->random, &answer->experience);
  answer->asked_at = draw_asked_at (day, answer->asked);
  g_snprintf (answer->id, sizeof answer->id, "fe_d%07" G_GINT64_FORMAT,
              diapason_hub_day_number (day));
  diapason_company_survey_wave (answer->asked_at, &wave);
  need_wave (day, &wave);
  insert_answer (day, answer, wave.id);
  for (guint criterion = 0; criterion < n; criterion++)
    insert_score (day, answer->id, &answer->experience, criterion, answer->score);
  count (day, wave.id, answer->asked->adviser, answer->asked->channel, 0, 1);
}

void
diapason_hub_day_survey_round (DiapasonHubDay *day, gpointer subject)
{
  g_auto (Asked) asked = { NULL };
  Answer answer = { .asked = &asked };
  DiapasonHubDayCaller *caller;

  diapason_hub_day_later (day, 0, 2 * diapason_hub_day_interval (day, PER_CENT),
                          diapason_hub_day_survey_round, NULL);
  if (!find_asked (day, &asked))
    return;
  caller = diapason_hub_day_caller_load (day, asked.contact);
  if (caller == NULL)
    return;
  answer.caller = caller;
  give_answer (day, &answer);
  diapason_hub_day_caller_free (caller);
}
