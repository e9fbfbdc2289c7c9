/* hub-day-script.c: how a contact will go: the scenes of the company's maker, with the pauses
 * between their lines instead of their instants. See hub-day-private.h. */
#include "hub-day-private.h"

#include "company-draw.h"
#include "company-stage.h"

#include <string.h>

#define LONGEST     (90 * DIAPASON_COMPANY_MINUTE)
#define PICK(texts) DIAPASON_COMPANY_PICK (&day->random, texts)

static void
clear_script (DiapasonHubDayContact *contact)
{
  g_array_set_size (contact->lines, 0);
  contact->n_said = 0;
  g_clear_pointer (&contact->subject, g_free);
  g_clear_pointer (&contact->summary, g_free);
  g_clear_pointer (&contact->promise, g_free);
}

/* Overnight is too long for whoever looks on: what would take longer takes some part of this. */
static gint64
shorten (gint64 pause)
{
  return pause <= LONGEST ? pause : LONGEST / 3 + pause % (LONGEST * 2 / 3);
}

static void
copy_lines (DiapasonHubDayContact *contact, const DiapasonCompanyScene *scene)
{
  gint64 before = scene->began;

  for (guint i = 0; i < scene->lines->len; i++)
    {
      const DiapasonCompanyLine *played = &g_array_index (scene->lines, DiapasonCompanyLine, i);
      DiapasonHubDayLine line = { played->author, played->note, shorten (played->at - before),
                                  g_strdup (diapason_company_scene_body (scene, played)) };

      before = played->at;
      g_array_append_val (contact->lines, line);
    }
  contact->last_pause = shorten (scene->now - before);
}

static void
copy_end (DiapasonHubDayContact *contact, const DiapasonCompanyScene *scene)
{
  contact->is_answered = scene->answered;
  contact->solved = scene->solved;
  if (scene->subject->len > 0)
    contact->subject = g_strdup (scene->subject->str);
  if (scene->summary->len > 0)
    contact->summary = g_strdup (scene->summary->str);
  if (scene->promised && contact->caller->customer[0] != '\0')
    contact->promise = diapason_company_promise_text (scene);
  contact->due = scene->due;
}

/* Begins a story; @contact has caller, channel and adviser. */
static void
cast (DiapasonHubDay *day, DiapasonHubDayContact *contact, DiapasonCompanyStoryKind kind)
{
  DiapasonCompanyScene *scene = &day->scene;
  DiapasonCompanyCountry country = contact->caller->caller.country;

  scene->random = &contact->caller->random;
  scene->caller = &contact->caller->caller;
  scene->channel = contact->channel;
  scene->began = day->now;
  /* Pauses are shortened, so nobody may wait for the morning in them: only who chats then finds
   * nobody there. */
  scene->always_open =
      contact->channel != DIAPASON_COMPANY_CHAT || diapason_hub_day_is_open (day, country);
  diapason_company_scene_cast (scene, kind, diapason_company_local_day (country, day->now, NULL));
  diapason_company_scene_staff (scene, contact->adviser, contact->adviser);
}

/* A kind of story that has @reason; any for a reason of somebody else's. */
static DiapasonCompanyStoryKind
kind_of (DiapasonHubDayContact *contact, const char *reason)
{
  for (int kind = 0; reason != NULL && kind < DIAPASON_COMPANY_N_STORIES; kind++)
    if (g_str_equal (diapason_company_plots[kind].reason, reason))
      return kind;
  return diapason_company_draw_kind (&contact->caller->random, &contact->caller->caller);
}

/* In the middle of a sentence. */
static void
remember (DiapasonCompanyScene *scene, const DiapasonHubDayPromise *promise)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_unichar (text, g_unichar_tolower (g_utf8_get_char (promise->text)));
  g_string_append (text, g_utf8_next_char (promise->text));
  diapason_company_slots_set (&scene->slots, DIAPASON_COMPANY_SLOT_PROMISE, text->str);
  diapason_company_scene_remember (scene, promise->due);
  scene->step = 1;
}

/* What they write to keep a promise is about what it was made about. */
static char *
subject_of (const DiapasonHubDayPromise *promise)
{
  if (promise->subject == NULL || g_str_has_prefix (promise->subject, "Re: "))
    return g_strdup (promise->subject);
  return g_strconcat ("Re: ", promise->subject, NULL);
}

void
diapason_hub_day_script (DiapasonHubDay *day,
                         DiapasonHubDayContact *contact,
                         DiapasonCompanyTurn turn,
                         const DiapasonHubDayPromise *promise)
{
  DiapasonCompanyScene *scene = &day->scene;

  clear_script (contact);
  cast (day, contact, kind_of (contact, promise != NULL ? promise->reason : NULL));
  if (promise != NULL)
    remember (scene, promise);
  scene->turn = turn;
  scene->solved = diapason_company_draw_solved (scene->random, scene);
  contact->level = diapason_company_draw_level (scene->random, scene);
  contact->reason = scene->plot->reason;
  scene->promised = diapason_company_draw_promised (scene->random, scene);
  diapason_company_scene_play (scene);
  copy_lines (contact, scene);
  copy_end (contact, scene);
  if (promise != NULL)
    {
      g_free (contact->subject);
      contact->subject = contact->channel == DIAPASON_COMPANY_EMAIL ? subject_of (promise) : NULL;
    }
}

/* A summary that does not name what nobody knows here. */
static const char *
pick_summary (DiapasonHubDay *day, const DiapasonCompanyPhrases *phrases, gboolean solved)
{
  const char *text;

  do
    text = solved ? PICK (phrases->solved_summary) : PICK (phrases->open_summary);
  while (strchr (text, '{') != NULL);
  return text;
}

/* What the house can answer without knowing what it is about. */
static void
add_answer (DiapasonCompanyScene *scene)
{
  const DiapasonCompanyPhrases *phrases = scene->phrases;
  gboolean mail = scene->channel == DIAPASON_COMPANY_EMAIL;
  const char *hello = DIAPASON_COMPANY_PICK (scene->random, phrases->reply_hello);
  const char *stuck = DIAPASON_COMPANY_PICK (scene->random, phrases->stuck);
  const char *bye = DIAPASON_COMPANY_PICK (scene->random, phrases->reply_bye);

  diapason_company_stage_pass (scene, mail ? 900 : 20, mail ? 20000 : 200);
  diapason_company_stage_begin (scene, DIAPASON_COMPANY_BY_ADVISER, FALSE);
  diapason_company_stage_say (scene, "", mail ? hello : NULL);
  diapason_company_stage_say (scene, mail ? "\n\n" : "", stuck);
  diapason_company_stage_say (scene, "\n\n", mail ? bye : NULL);
  diapason_company_stage_end (scene);
}

/* A scene without a play. */
static void
clear_scene (DiapasonCompanyScene *scene)
{
  g_array_set_size (scene->lines, 0);
  g_string_truncate (scene->text, 0);
  g_string_truncate (scene->subject, 0);
  g_string_truncate (scene->summary, 0);
  scene->now = scene->began;
  scene->answered = TRUE;
  scene->promised = FALSE;
}

void
diapason_hub_day_script_rest (DiapasonHubDay *day,
                              DiapasonHubDayContact *contact,
                              gboolean is_waiting)
{
  DiapasonCompanyScene *scene = &day->scene;
  gboolean slow = contact->channel == DIAPASON_COMPANY_EMAIL;

  clear_script (contact);
  cast (day, contact, kind_of (contact, NULL));
  clear_scene (scene);
  scene->solved = is_waiting ? DIAPASON_COMPANY_PARTLY : DIAPASON_COMPANY_YES;
  if (is_waiting)
    add_answer (scene);
  diapason_company_stage_pass (scene, 60, slow ? 9000 : 900);
  g_string_append (scene->summary, pick_summary (day, scene->phrases, !is_waiting));
  contact->level = 1;
  contact->reason = NULL;
  copy_lines (contact, scene);
  copy_end (contact, scene);
  contact->last_pause = (gint64) ((double) contact->last_pause * day->pace);
}
