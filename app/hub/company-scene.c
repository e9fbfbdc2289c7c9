/* company-scene.c: see company-scene.h. */
#include "company-scene.h"

#include <string.h>

#define PICK(texts) DIAPASON_COMPANY_PICK (scene->random, texts)

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
diapason_company_scene_body (const DiapasonCompanyScene *scene, const DiapasonCompanyLine *line)
{
  return scene->text->str + line->start;
}

static gboolean
chance (DiapasonCompanyScene *scene, guint per_thousand)
{
  return diapason_company_chance (scene->random, per_thousand);
}

/* Lets @low … @high seconds pass. */
static void
pass (DiapasonCompanyScene *scene, int low, int high)
{
  scene->now += diapason_company_between (scene->random, low, high) * DIAPASON_COMPANY_SECOND;
}

/* Lets time pass until somebody of the house has got round to it. */
static void
pass_until_open (DiapasonCompanyScene *scene, int low, int high)
{
  gint64 open;

  pass (scene, low, high);
  open = diapason_company_next_open (scene->caller->country, scene->now);
  if (open != scene->now)
    {
      scene->now = open;
      pass (scene, 120, 9000);
    }
}

static void
begin_line (DiapasonCompanyScene *scene, DiapasonCompanyAuthor author, gboolean note)
{
  DiapasonCompanyLine line = { author, note, scene->now, scene->text->len };

  g_array_append_val (scene->lines, line);
  if (author == DIAPASON_COMPANY_BY_ADVISER)
    scene->answered = TRUE;
}

static void
end_line (DiapasonCompanyScene *scene)
{
  g_string_append_c (scene->text, '\0');
}

static void
say (DiapasonCompanyScene *scene, const char *text)
{
  diapason_company_say (scene->text, text, &scene->slots);
}

static void
say_more (DiapasonCompanyScene *scene, const char *between, const char *text)
{
  g_string_append (scene->text, between);
  say (scene, text);
}

/* A whole line by one text. */
static void
line (DiapasonCompanyScene *scene, DiapasonCompanyAuthor author, const char *text)
{
  begin_line (scene, author, FALSE);
  say (scene, text);
  end_line (scene);
}

static void
note (DiapasonCompanyScene *scene, const char *text)
{
  begin_line (scene, DIAPASON_COMPANY_BY_ADVISER, TRUE);
  say (scene, text);
  end_line (scene);
}

/* The customer's hand in a chat or a text message. */
static void
scribble (DiapasonCompanyScene *scene, const char *text)
{
  guint8 manner = scene->caller->person->manner;
  gsize start = scene->text->len;

  begin_line (scene, DIAPASON_COMPANY_BY_CUSTOMER, FALSE);
  say (scene, text);
  if (manner & DIAPASON_COMPANY_WRITES_LOWER && (guchar)scene->text->str[start] < 128)
    scene->text->str[start] = g_ascii_tolower (scene->text->str[start]);
  if (manner & DIAPASON_COMPANY_WRITES_BARE && scene->text->len > start &&
      scene->text->str[scene->text->len - 1] == '.')
    g_string_truncate (scene->text, scene->text->len - 1);
  end_line (scene);
}

static gboolean
is_cross (const DiapasonCompanyScene *scene)
{
  return scene->turn == DIAPASON_COMPANY_CHASES || scene->step >= 2 ||
         (scene->plot->flags & DIAPASON_COMPANY_ANNOYED && scene->solved != DIAPASON_COMPANY_YES);
}

/* How somebody who comes back begins, or nothing. */
static const char *
come_back (DiapasonCompanyScene *scene)
{
  if (scene->turn == DIAPASON_COMPANY_CHASES)
    return PICK (scene->phrases->chase);
  if (scene->turn == DIAPASON_COMPANY_AGAIN)
    return PICK (scene->phrases->again);
  return NULL;
}

/* What the house answers in the end. */
static const char *
verdict (DiapasonCompanyScene *scene)
{
  if (scene->solved == DIAPASON_COMPANY_YES || scene->promised)
    return PICK (scene->story->answers);
  return PICK (scene->story->stucks);
}

/* E-mail
 * -------------------------------------------------------------------------------------------------
 */

/* What the other one wrote last, under one's own words. */
static void
quote (DiapasonCompanyScene *scene)
{
  guint i = scene->lines->len - 1;
  const DiapasonCompanyLine *own = &g_array_index (scene->lines, DiapasonCompanyLine, i);
  const DiapasonCompanyLine *other = own;
  g_auto (GStrv) lines = NULL;

  while (i-- > 0 && (other->author == own->author || other->author == DIAPASON_COMPANY_BY_BOT))
    other = &g_array_index (scene->lines, DiapasonCompanyLine, i);
  lines = g_strsplit (diapason_company_scene_body (scene, other), "\n", 0);
  g_string_append_c (scene->text, '\n');
  for (guint j = 0, shown = 0; lines[j] != NULL && shown < 4; j++)
    if (lines[j][0] != '\0' && lines[j][0] != '>')
      {
        g_string_append_printf (scene->text, "\n> %s", lines[j]);
        shown++;
      }
}

static void
mail_opening (DiapasonCompanyScene *scene)
{
  gboolean brief = scene->caller->person->manner & DIAPASON_COMPANY_WRITES_SHORT;
  const char *back = come_back (scene);

  begin_line (scene, DIAPASON_COMPANY_BY_CUSTOMER, FALSE);
  say (scene, PICK (scene->phrases->mail_hello));
  if (back != NULL)
    say_more (scene, "\n\n", back);
  say_more (scene, back != NULL ? " " : "\n\n", PICK (scene->story->openings));
  if (!brief || chance (scene, 400))
    say_more (scene, " ", PICK (scene->story->details));
  if (is_cross (scene) && scene->step >= 2)
    say_more (scene, "\n\n", PICK (scene->phrases->angry));
  if (!brief && !is_cross (scene))
    say_more (scene, "\n\n", PICK (scene->phrases->mail_thanks));
  if (!brief)
    say_more (scene, "\n\n", PICK (scene->phrases->mail_bye));
  say_more (scene, brief ? "\n\n" : "\n", "{name}");
  end_line (scene);
}

static void
mail_question (DiapasonCompanyScene *scene)
{
  pass_until_open (scene, 1500, 60000);
  begin_line (scene, DIAPASON_COMPANY_BY_ADVISER, FALSE);
  say (scene, PICK (scene->phrases->reply_hello));
  say_more (scene, "\n\n", PICK (scene->phrases->reply_thanks));
  say_more (scene, " ", PICK (scene->story->questions));
  say_more (scene, "\n\n", PICK (scene->phrases->reply_bye));
  end_line (scene);
  pass (scene, 900, 90000);
  begin_line (scene, DIAPASON_COMPANY_BY_CUSTOMER, FALSE);
  say (scene, PICK (scene->phrases->mail_agrees));
  say_more (scene, " ", PICK (scene->story->details));
  say_more (scene, "\n", "{name}");
  if (chance (scene, 600))
    quote (scene);
  end_line (scene);
}

static void
mail_answer (DiapasonCompanyScene *scene)
{
  gboolean sorry = is_cross (scene) || chance (scene, 250);

  begin_line (scene, DIAPASON_COMPANY_BY_ADVISER, FALSE);
  say (scene, PICK (scene->phrases->reply_hello));
  if (scene->turn == DIAPASON_COMPANY_KEEPS)
    say_more (scene, "\n\n", PICK (scene->phrases->kept));
  else if (scene->turn == DIAPASON_COMPANY_LATE)
    say_more (scene, "\n\n", PICK (scene->phrases->late));
  else
    {
      say_more (scene, "\n\n",
                sorry ? PICK (scene->phrases->reply_sorry) : PICK (scene->phrases->reply_thanks));
      say_more (scene, " ", verdict (scene));
    }
  if (scene->promised)
    say_more (scene, "\n\n", PICK (scene->phrases->reply_promise));
  say_more (scene, "\n\n", PICK (scene->phrases->reply_bye));
  if (scene->lines->len > 1 && chance (scene, 550))
    quote (scene);
  end_line (scene);
}

static void
mail_end (DiapasonCompanyScene *scene)
{
  gboolean cross = scene->solved == DIAPASON_COMPANY_NO;

  if (!chance (scene, cross ? 500 : 380))
    return;
  pass (scene, 600, 40000);
  line (scene, DIAPASON_COMPANY_BY_CUSTOMER,
        cross ? PICK (scene->phrases->mail_cross) : PICK (scene->phrases->mail_content));
}

static void
play_mail (DiapasonCompanyScene *scene)
{
  if (scene->turn != DIAPASON_COMPANY_KEEPS && scene->turn != DIAPASON_COMPANY_LATE)
    {
      mail_opening (scene);
      if (chance (scene, 350))
        {
          pass (scene, 20, 90);
          line (scene, DIAPASON_COMPANY_BY_BOT, PICK (scene->phrases->receipt));
        }
      if (scene->turn == DIAPASON_COMPANY_FIRST &&
          !(scene->plot->flags & DIAPASON_COMPANY_PLEASED) && chance (scene, 450))
        mail_question (scene);
      pass_until_open (scene, 1200, 80000);
    }
  mail_answer (scene);
  if (chance (scene, 250))
    {
      pass (scene, 20, 200);
      note (scene, PICK (scene->story->notes));
    }
  mail_end (scene);
  pass (scene, 5, 60);
}

/* Chat
 * ---------------------------------------------------------------------------------------------------
 */

static void
chat_bot (DiapasonCompanyScene *scene)
{
  line (scene, DIAPASON_COMPANY_BY_BOT, PICK (scene->phrases->bot_hello));
  pass (scene, 8, 70);
  if (chance (scene, 500))
    {
      scribble (scene, PICK (scene->phrases->chat_hello));
      pass (scene, 4, 40);
    }
  scribble (scene, PICK (scene->story->openings));
  pass (scene, 1, 3);
  if (chance (scene, 650))
    {
      line (scene, DIAPASON_COMPANY_BY_BOT, PICK (scene->phrases->bot_offer));
      pass (scene, 8, 60);
      scribble (scene, PICK (scene->phrases->chat_no));
      pass (scene, 1, 3);
    }
}

static void
chat_adviser (DiapasonCompanyScene *scene)
{
  const char *back = come_back (scene);

  line (scene, DIAPASON_COMPANY_BY_BOT, PICK (scene->phrases->bot_hands_over));
  pass (scene, 15, 420);
  line (scene, DIAPASON_COMPANY_BY_ADVISER, PICK (scene->phrases->adviser_hello));
  pass (scene, 8, 60);
  if (back != NULL)
    {
      scribble (scene, back);
      pass (scene, 15, 60);
    }
  if (chance (scene, 700))
    {
      line (scene, DIAPASON_COMPANY_BY_ADVISER, PICK (scene->story->questions));
      pass (scene, 15, 120);
    }
  scribble (scene, PICK (scene->story->details));
  pass (scene, 10, 60);
  if (scene->step >= 2)
    {
      scribble (scene, PICK (scene->phrases->angry));
      pass (scene, 10, 50);
    }
  if (chance (scene, 600))
    {
      line (scene, DIAPASON_COMPANY_BY_ADVISER, PICK (scene->phrases->adviser_wait));
      pass (scene, 5, 40);
      scribble (scene, PICK (scene->phrases->chat_wait));
      pass (scene, 40, 300);
    }
}

static void
chat_end (DiapasonCompanyScene *scene)
{
  gboolean cross = scene->solved == DIAPASON_COMPANY_NO;

  pass (scene, 10, 90);
  scribble (scene, cross ? PICK (scene->phrases->chat_cross) : PICK (scene->phrases->chat_content));
  if (chance (scene, 550))
    {
      pass (scene, 8, 40);
      line (scene, DIAPASON_COMPANY_BY_ADVISER, PICK (scene->phrases->adviser_more));
      pass (scene, 8, 60);
      scribble (scene, PICK (scene->phrases->chat_bye));
    }
  pass (scene, 5, 30);
  line (scene, DIAPASON_COMPANY_BY_ADVISER, PICK (scene->phrases->adviser_bye));
  pass (scene, 2, 20);
}

static void
play_chat (DiapasonCompanyScene *scene)
{
  gboolean pleased = scene->plot->flags & DIAPASON_COMPANY_PLEASED;

  chat_bot (scene);
  if (!diapason_company_is_open (scene->caller->country, scene->now))
    {
      line (scene, DIAPASON_COMPANY_BY_BOT, PICK (scene->phrases->bot_nobody));
      pass (scene, 2, 60);
      scene->solved = DIAPASON_COMPANY_NO;
      scene->promised = FALSE;
      return;
    }
  if (!pleased)
    chat_adviser (scene);
  line (scene, DIAPASON_COMPANY_BY_ADVISER, verdict (scene));
  if (scene->promised)
    {
      pass (scene, 15, 70);
      line (scene, DIAPASON_COMPANY_BY_ADVISER, PICK (scene->phrases->reply_promise));
    }
  chat_end (scene);
}

/* Text messages and calls
 * -------------------------------------------------------------------------------- */

static void
play_texts (DiapasonCompanyScene *scene)
{
  const char *back = come_back (scene);

  if (scene->turn == DIAPASON_COMPANY_REMINDS)
    {
      line (scene, DIAPASON_COMPANY_BY_BOT, PICK (scene->phrases->text_reminder));
      pass (scene, 120, 9000);
      if (chance (scene, 550))
        scribble (scene, PICK (scene->phrases->text_answer));
      return;
    }
  if (scene->turn == DIAPASON_COMPANY_KEEPS || scene->turn == DIAPASON_COMPANY_LATE)
    line (scene, DIAPASON_COMPANY_BY_ADVISER,
          scene->turn == DIAPASON_COMPANY_KEEPS ? PICK (scene->phrases->kept)
                                                : PICK (scene->phrases->late));
  else
    {
      scribble (scene, back != NULL && chance (scene, 500) ? back : PICK (scene->story->openings));
      pass_until_open (scene, 60, 5400);
      line (scene, DIAPASON_COMPANY_BY_ADVISER, verdict (scene));
      if (scene->promised)
        line (scene, DIAPASON_COMPANY_BY_ADVISER, PICK (scene->phrases->reply_promise));
    }
  pass (scene, 30, 3600);
  if (chance (scene, 650))
    scribble (scene, scene->solved == DIAPASON_COMPANY_NO ? PICK (scene->phrases->chat_cross)
                                                          : PICK (scene->phrases->chat_content));
  pass (scene, 1, 30);
}

static void
play_call (DiapasonCompanyScene *scene)
{
  gboolean outward = scene->turn == DIAPASON_COMPANY_KEEPS || scene->turn == DIAPASON_COMPANY_LATE;

  if (scene->turn == DIAPASON_COMPANY_MISSED)
    {
      pass (scene, 25, 400);
      return;
    }
  pass (scene, 70, outward ? 300 : 800);
  if (chance (scene, 700))
    note (scene, outward ? PICK (scene->phrases->kept_summary) : PICK (scene->story->notes));
  if (scene->promised)
    note (scene, PICK (scene->phrases->promise_note));
  pass (scene, 3, 90);
}

/* What the adviser writes at wrap-up; nobody was there for some contacts, and some do not write. */
static void
summarise (DiapasonCompanyScene *scene)
{
  gboolean outward = scene->turn == DIAPASON_COMPANY_KEEPS || scene->turn == DIAPASON_COMPANY_LATE;

  if (!scene->answered && scene->channel != DIAPASON_COMPANY_CALL)
    return;
  if (scene->turn == DIAPASON_COMPANY_MISSED || chance (scene, 80))
    return;
  if (scene->turn == DIAPASON_COMPANY_CHASES)
    {
      diapason_company_say (scene->summary, PICK (scene->phrases->chase_summary), &scene->slots);
      g_string_append_c (scene->summary, ' ');
    }
  diapason_company_say (scene->summary,
                        outward ? PICK (scene->phrases->kept_summary)
                                : PICK (scene->story->summaries),
                        &scene->slots);
  if (scene->promised)
    {
      g_string_append_c (scene->summary, ' ');
      diapason_company_say (scene->summary, PICK (scene->phrases->promise_note), &scene->slots);
    }
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
  if (scene->channel == DIAPASON_COMPANY_EMAIL ||
      (scene->channel == DIAPASON_COMPANY_CHAT && chance (scene, 300)))
    diapason_company_say (scene->subject, PICK (scene->story->subjects), &scene->slots);
  plays[scene->channel](scene);
  summarise (scene);
}
