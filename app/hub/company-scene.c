/* company-scene.c: see company-scene.h. One way of playing for each channel. */
#include "company-stage.h"

#define PICK(texts)    DIAPASON_COMPANY_PICK (scene->random, texts)
#define CHOOSE(texts)  DIAPASON_COMPANY_CHOOSE (scene, texts)
#define CUSTOMER       DIAPASON_COMPANY_BY_CUSTOMER
#define ADVISER        DIAPASON_COMPANY_BY_ADVISER
#define BOT            DIAPASON_COMPANY_BY_BOT
#define begin          diapason_company_stage_begin
#define say            diapason_company_stage_say
#define end            diapason_company_stage_end
#define line           diapason_company_stage_line
#define note           diapason_company_stage_note
#define scribble       diapason_company_stage_scribble
#define pass           diapason_company_stage_pass
#define wait_for_house diapason_company_stage_wait
#define chance         diapason_company_stage_chance

void
diapason_company_scene_init (DiapasonCompanyScene *scene)
{
  *scene = (DiapasonCompanyScene){
    .lines = g_array_new (FALSE, TRUE, sizeof (DiapasonCompanyLine)),
    .text = g_string_new (NULL),
    .subject = g_string_new (NULL),
    .summary = g_string_new (NULL),
  };
}

void
diapason_company_scene_clear (DiapasonCompanyScene *scene)
{
  g_array_unref (scene->lines);
  g_string_free (scene->text, TRUE);
  g_string_free (scene->subject, TRUE);
  g_string_free (scene->summary, TRUE);
}

const char *
diapason_company_scene_body (const DiapasonCompanyScene *scene, const DiapasonCompanyLine *spoken)
{
  return scene->text->str + spoken->start;
}

/* E-mail ------------------------------------------------------------------------------------- */

static void
mail_opening (DiapasonCompanyScene *scene)
{
  gboolean brief = scene->caller->person->manner & DIAPASON_COMPANY_WRITES_SHORT;
  gboolean wants = !(scene->plot->flags & DIAPASON_COMPANY_PLEASED);
  gboolean cross = diapason_company_stage_is_cross (scene);
  const char *back = diapason_company_stage_return (scene);

  begin (scene, CUSTOMER, FALSE);
  say (scene, "", PICK (scene->phrases->mail_hello));
  say (scene, "\n\n", back);
  say (scene, back != NULL ? " " : "\n\n", diapason_company_stage_opening (scene));
  if (!brief || chance (scene, 400))
    say (scene, " ", diapason_company_stage_detail (scene));
  if (scene->step >= 2)
    say (scene, "\n\n", PICK (scene->phrases->angry));
  if (!brief && !cross && wants)
    say (scene, "\n\n", PICK (scene->phrases->mail_thanks));
  if (!brief)
    say (scene, "\n\n", PICK (scene->phrases->mail_bye));
  say (scene, brief ? "\n\n" : "\n", "{name}");
  end (scene);
}

static void
mail_question (DiapasonCompanyScene *scene)
{
  const char *question = CHOOSE (scene->story->questions);

  if (question == NULL)
    return;
  wait_for_house (scene, 1500, 60000);
  begin (scene, ADVISER, FALSE);
  say (scene, "", PICK (scene->phrases->reply_hello));
  say (scene, "\n\n", PICK (scene->phrases->reply_thanks));
  say (scene, " ", question);
  say (scene, "\n\n", PICK (scene->phrases->reply_bye));
  end (scene);
  pass (scene, 900, 90000);
  begin (scene, CUSTOMER, FALSE);
  say (scene, "", PICK (scene->phrases->mail_agrees));
  say (scene, " ", diapason_company_stage_detail (scene));
  say (scene, "\n", "{name}");
  if (chance (scene, 600))
    diapason_company_stage_quote (scene);
  end (scene);
}

static const char *
mail_greeting (DiapasonCompanyScene *scene)
{
  if (scene->plot->flags & DIAPASON_COMPANY_PLEASED)
    return NULL;
  if (diapason_company_stage_is_cross (scene) || scene->plot->flags & DIAPASON_COMPANY_ANNOYED)
    return PICK (scene->phrases->reply_sorry);
  return PICK (scene->phrases->reply_thanks);
}

static void
mail_answer (DiapasonCompanyScene *scene)
{
  const char *greeting = mail_greeting (scene);

  diapason_company_stage_settle (scene);
  begin (scene, ADVISER, FALSE);
  say (scene, "", PICK (scene->phrases->reply_hello));
  if (scene->turn == DIAPASON_COMPANY_KEEPS)
    say (scene, "\n\n", PICK (scene->phrases->kept));
  else if (scene->turn == DIAPASON_COMPANY_LATE)
    say (scene, "\n\n", PICK (scene->phrases->late));
  else
    {
      say (scene, "\n\n", greeting);
      say (scene, greeting != NULL ? " " : "\n\n", diapason_company_stage_verdict (scene));
    }
  if (scene->promised)
    say (scene, "\n\n", PICK (scene->phrases->reply_promise));
  say (scene, "\n\n", PICK (scene->phrases->reply_bye));
  if (chance (scene, 550))
    diapason_company_stage_quote (scene);
  end (scene);
}

static const char *
mail_last_word (DiapasonCompanyScene *scene)
{
  if (scene->solved == DIAPASON_COMPANY_NO)
    return PICK (scene->phrases->mail_cross);
  return diapason_company_stage_is_grave (scene) ? PICK (scene->phrases->grave_thanks)
                                                 : PICK (scene->phrases->mail_content);
}

static void
mail_receipt (DiapasonCompanyScene *scene)
{
  if (!chance (scene, 350))
    return;
  pass (scene, 20, 90);
  line (scene, BOT, PICK (scene->phrases->receipt));
}

static void
play_mail (DiapasonCompanyScene *scene)
{
  gboolean pleased = scene->plot->flags & DIAPASON_COMPANY_PLEASED;

  if (!diapason_company_stage_is_outward (scene))
    {
      mail_opening (scene);
      mail_receipt (scene);
      if (scene->turn == DIAPASON_COMPANY_FIRST && !pleased && chance (scene, 450))
        mail_question (scene);
      wait_for_house (scene, 1200, chance (scene, 250) ? 200000 : 80000);
    }
  mail_answer (scene);
  if (!diapason_company_stage_is_outward (scene) && chance (scene, 250))
    {
      pass (scene, 20, 200);
      note (scene, CHOOSE (scene->story->notes));
    }
  if (!pleased && chance (scene, 400))
    {
      pass (scene, 600, 40000);
      line (scene, CUSTOMER, mail_last_word (scene));
    }
  pass (scene, 5, 60);
}

/* Chat --------------------------------------------------------------------------------------- */

static void
chat_bot (DiapasonCompanyScene *scene)
{
  line (scene, BOT, PICK (scene->phrases->bot_hello));
  pass (scene, 8, 70);
  if (chance (scene, 500))
    {
      scribble (scene, PICK (scene->phrases->chat_hello));
      pass (scene, 4, 40);
    }
  scribble (scene, diapason_company_stage_opening (scene));
  pass (scene, 1, 3);
  if (chance (scene, 650))
    {
      line (scene, BOT, PICK (scene->phrases->bot_offer));
      pass (scene, 8, 60);
      scribble (scene, PICK (scene->phrases->chat_no));
      pass (scene, 1, 3);
    }
}

static void
chat_hand_over (DiapasonCompanyScene *scene)
{
  const char *back = diapason_company_stage_return (scene);

  line (scene, BOT, PICK (scene->phrases->bot_hands_over));
  pass (scene, 15, 420);
  line (scene, ADVISER, PICK (scene->phrases->adviser_hello));
  pass (scene, 8, 60);
  if (back != NULL)
    {
      scribble (scene, back);
      pass (scene, 15, 60);
    }
}

static void
chat_inquire (DiapasonCompanyScene *scene)
{
  if (chance (scene, 700))
    {
      line (scene, ADVISER, CHOOSE (scene->story->questions));
      pass (scene, 15, 120);
    }
  scribble (scene, diapason_company_stage_detail (scene));
  pass (scene, 10, 60);
  if (scene->step >= 2)
    {
      scribble (scene, PICK (scene->phrases->angry));
      pass (scene, 10, 50);
    }
  if (chance (scene, 600))
    {
      line (scene, ADVISER, PICK (scene->phrases->adviser_wait));
      pass (scene, 5, 40);
      scribble (scene, PICK (scene->phrases->chat_wait));
      pass (scene, 40, 300);
    }
}

static void
chat_end (DiapasonCompanyScene *scene)
{
  gboolean grave = diapason_company_stage_is_grave (scene);

  pass (scene, 10, 90);
  scribble (scene, diapason_company_stage_last_word (scene));
  if (!grave && chance (scene, 550))
    {
      pass (scene, 8, 40);
      line (scene, ADVISER, PICK (scene->phrases->adviser_more));
      pass (scene, 8, 60);
      scribble (scene, PICK (scene->phrases->chat_bye));
    }
  pass (scene, 5, 30);
  line (scene, ADVISER,
        grave ? PICK (scene->phrases->grave_bye) : PICK (scene->phrases->adviser_bye));
  pass (scene, 2, 20);
}

static void
play_chat (DiapasonCompanyScene *scene)
{
  chat_bot (scene);
  if (!diapason_company_stage_is_open (scene))
    {
      line (scene, BOT, PICK (scene->phrases->bot_nobody));
      pass (scene, 2, 60);
      scene->solved = DIAPASON_COMPANY_NO;
      scene->promised = FALSE;
      return;
    }
  chat_hand_over (scene);
  if (!(scene->plot->flags & DIAPASON_COMPANY_PLEASED))
    chat_inquire (scene);
  diapason_company_stage_settle (scene);
  line (scene, ADVISER, diapason_company_stage_verdict (scene));
  if (scene->promised)
    {
      pass (scene, 15, 70);
      line (scene, ADVISER, PICK (scene->phrases->reply_promise));
    }
  chat_end (scene);
}

/* Text messages and calls -------------------------------------------------------------------- */

static void
text_remind (DiapasonCompanyScene *scene)
{
  line (scene, BOT, PICK (scene->phrases->text_reminder));
  pass (scene, 120, 9000);
  if (chance (scene, 550))
    scribble (scene, PICK (scene->phrases->text_answer));
}

static void
text_exchange (DiapasonCompanyScene *scene)
{
  const char *back = diapason_company_stage_return (scene);

  scribble (scene, back != NULL ? back : diapason_company_stage_opening (scene));
  wait_for_house (scene, 60, 5400);
  diapason_company_stage_settle (scene);
  line (scene, ADVISER, diapason_company_stage_verdict (scene));
  if (scene->promised)
    {
      pass (scene, 20, 90);
      line (scene, ADVISER, PICK (scene->phrases->reply_promise));
    }
}

static void
play_texts (DiapasonCompanyScene *scene)
{
  if (scene->turn == DIAPASON_COMPANY_REMINDS)
    {
      text_remind (scene);
      return;
    }
  if (scene->turn == DIAPASON_COMPANY_KEEPS)
    line (scene, ADVISER, PICK (scene->phrases->kept));
  else if (scene->turn == DIAPASON_COMPANY_LATE)
    line (scene, ADVISER, PICK (scene->phrases->late));
  else
    text_exchange (scene);
  pass (scene, 30, 3600);
  if (chance (scene, 650))
    scribble (scene, diapason_company_stage_last_word (scene));
  pass (scene, 1, 30);
}

static const char *
outward_summary (DiapasonCompanyScene *scene)
{
  return scene->turn == DIAPASON_COMPANY_KEEPS ? PICK (scene->phrases->kept_summary)
                                               : PICK (scene->phrases->late_summary);
}

/* The customer's own words, taken down. */
static void
call_quote (DiapasonCompanyScene *scene)
{
  begin (scene, ADVISER, TRUE);
  say (scene, scene->phrases->marks[0], diapason_company_stage_opening (scene));
  say (scene, "", scene->phrases->marks[1]);
  end (scene);
  pass (scene, 20, 90);
}

static void
play_call (DiapasonCompanyScene *scene)
{
  gboolean outward = diapason_company_stage_is_outward (scene);

  if (scene->turn == DIAPASON_COMPANY_MISSED)
    {
      pass (scene, 25, 400);
      return;
    }
  scene->answered = TRUE;
  pass (scene, 70, outward ? 300 : 800);
  if (!outward && chance (scene, 250))
    call_quote (scene);
  diapason_company_stage_settle (scene);
  if (chance (scene, 700))
    note (scene, outward ? outward_summary (scene) : CHOOSE (scene->story->notes));
  if (scene->promised)
    {
      pass (scene, 8, 60);
      note (scene, PICK (scene->phrases->promise_note));
    }
  pass (scene, 3, 90);
}

/* Wrap-up ------------------------------------------------------------------------------------ */

static const char *
story_summary (DiapasonCompanyScene *scene)
{
  const char *text = CHOOSE (scene->story->summaries);

  if (text != NULL)
    return text;
  return scene->solved == DIAPASON_COMPANY_YES ? PICK (scene->phrases->solved_summary)
                                               : PICK (scene->phrases->open_summary);
}

static void
sum_up (DiapasonCompanyScene *scene, const char *between, const char *text)
{
  g_string_append (scene->summary, between);
  diapason_company_say (scene->summary, text, &scene->slots);
}

/* What the adviser writes; nobody was there for some contacts, and some do not write. */
static void
summarise (DiapasonCompanyScene *scene)
{
  gboolean chased = scene->turn == DIAPASON_COMPANY_CHASES;

  if (!scene->answered || chance (scene, 80))
    return;
  if (chased)
    sum_up (scene, "", PICK (scene->phrases->chase_summary));
  sum_up (scene, chased ? " " : "",
          diapason_company_stage_is_outward (scene) ? outward_summary (scene)
                                                    : story_summary (scene));
  if (scene->promised)
    sum_up (scene, " ", PICK (scene->phrases->promise_note));
}

static void
entitle (DiapasonCompanyScene *scene)
{
  gboolean mail = scene->channel == DIAPASON_COMPANY_EMAIL;

  if (!mail && !(scene->channel == DIAPASON_COMPANY_CHAT && chance (scene, 300)))
    return;
  if (mail && scene->step > 0 && chance (scene, 600))
    g_string_append (scene->subject, "Re: ");
  diapason_company_say (scene->subject, CHOOSE (scene->story->subjects), &scene->slots);
}

void
diapason_company_scene_play (DiapasonCompanyScene *scene)
{
  static void (*const plays[DIAPASON_COMPANY_N_CHANNELS]) (DiapasonCompanyScene *) = {
    [DIAPASON_COMPANY_CALL] = play_call,
    [DIAPASON_COMPANY_EMAIL] = play_mail,
    [DIAPASON_COMPANY_CHAT] = play_chat,
    [DIAPASON_COMPANY_SMS] = play_texts,
  };

  g_array_set_size (scene->lines, 0);
  g_string_truncate (scene->text, 0);
  g_string_truncate (scene->subject, 0);
  g_string_truncate (scene->summary, 0);
  scene->answered = FALSE;
  scene->now = scene->began;
  entitle (scene);
  plays[scene->channel](scene);
  summarise (scene);
}
