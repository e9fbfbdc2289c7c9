/* company-stage.c: see company-stage.h. */
#include "company-stage.h"

#define PICK(texts)   DIAPASON_COMPANY_PICK (scene->random, texts)
#define CHOOSE(texts) DIAPASON_COMPANY_CHOOSE (scene, texts)

const char *
diapason_company_scene_choose (DiapasonCompanyScene *scene, const char *const *texts, guint size)
{
  return diapason_company_choose (scene->random, texts, size, &scene->thread,
                                  scene->solved == DIAPASON_COMPANY_YES, NULL);
}

gboolean
diapason_company_stage_chance (DiapasonCompanyScene *scene, guint per_thousand)
{
  return diapason_company_chance (scene->random, per_thousand);
}

void
diapason_company_stage_pass (DiapasonCompanyScene *scene, int low, int high)
{
  scene->now += diapason_company_between (scene->random, low, high) * DIAPASON_COMPANY_SECOND;
}

gboolean
diapason_company_stage_is_open (const DiapasonCompanyScene *scene)
{
  return scene->always_open || diapason_company_is_open (scene->caller->country, scene->now);
}

void
diapason_company_stage_wait (DiapasonCompanyScene *scene, int low, int high)
{
  diapason_company_stage_pass (scene, low, high);
  if (!diapason_company_stage_is_open (scene))
    {
      scene->now = diapason_company_next_open (scene->caller->country, scene->now);
      diapason_company_stage_pass (scene, 120, 9000);
    }
}

/* Lines -------------------------------------------------------------------------------------- */

void
diapason_company_stage_begin (DiapasonCompanyScene *scene,
                              DiapasonCompanyAuthor author,
                              gboolean note)
{
  DiapasonCompanyLine line = { author, note, scene->now, scene->text->len };

  g_array_append_val (scene->lines, line);
  if (author == DIAPASON_COMPANY_BY_ADVISER)
    scene->answered = TRUE;
}

void
diapason_company_stage_end (DiapasonCompanyScene *scene)
{
  g_string_append_c (scene->text, '\0');
}

void
diapason_company_stage_say (DiapasonCompanyScene *scene, const char *between, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (scene->text, between);
  diapason_company_say (scene->text, text, &scene->slots);
}

void
diapason_company_stage_line (DiapasonCompanyScene *scene,
                             DiapasonCompanyAuthor author,
                             const char *text)
{
  if (text == NULL)
    return;
  diapason_company_stage_begin (scene, author, FALSE);
  diapason_company_stage_say (scene, "", text);
  diapason_company_stage_end (scene);
}

void
diapason_company_stage_note (DiapasonCompanyScene *scene, const char *text)
{
  if (text == NULL)
    return;
  diapason_company_stage_begin (scene, DIAPASON_COMPANY_BY_ADVISER, TRUE);
  diapason_company_stage_say (scene, "", text);
  diapason_company_stage_end (scene);
}

void
diapason_company_stage_scribble (DiapasonCompanyScene *scene, const char *text)
{
  guint8 manner = scene->caller->person->manner;
  gsize start = scene->text->len;

  if (text == NULL)
    return;
  diapason_company_stage_begin (scene, DIAPASON_COMPANY_BY_CUSTOMER, FALSE);
  diapason_company_stage_say (scene, "", text);
  if (manner & DIAPASON_COMPANY_WRITES_LOWER)
    scene->text->str[start] = g_ascii_tolower (scene->text->str[start]);
  if (manner & DIAPASON_COMPANY_WRITES_BARE && scene->text->str[scene->text->len - 1] == '.')
    g_string_truncate (scene->text, scene->text->len - 1);
  diapason_company_stage_end (scene);
}

void
diapason_company_stage_quote (DiapasonCompanyScene *scene)
{
  guint i = scene->lines->len - 1;
  const DiapasonCompanyLine *own = &g_array_index (scene->lines, DiapasonCompanyLine, i);
  const DiapasonCompanyLine *other = own;
  g_auto (GStrv) lines = NULL;

  while (i-- > 0 && (other->author == own->author || other->author == DIAPASON_COMPANY_BY_BOT))
    other = &g_array_index (scene->lines, DiapasonCompanyLine, i);
  if (other->author == own->author || other->author == DIAPASON_COMPANY_BY_BOT)
    return;
  lines = g_strsplit (diapason_company_scene_body (scene, other), "\n", 0);
  g_string_append_c (scene->text, '\n');
  for (guint j = 0, shown = 0; lines[j] != NULL && shown < 4; j++)
    if (lines[j][0] != '\0' && lines[j][0] != '>')
      {
        g_string_append_printf (scene->text, "\n> %s", lines[j]);
        shown++;
      }
}

/* How things stand --------------------------------------------------------------------------- */

gboolean
diapason_company_stage_is_cross (const DiapasonCompanyScene *scene)
{
  return scene->turn == DIAPASON_COMPANY_CHASES || scene->step >= 2 ||
         (scene->plot->flags & DIAPASON_COMPANY_ANNOYED && scene->solved != DIAPASON_COMPANY_YES);
}

gboolean
diapason_company_stage_is_grave (const DiapasonCompanyScene *scene)
{
  return (scene->plot->flags & DIAPASON_COMPANY_GRAVE) != 0;
}

gboolean
diapason_company_stage_is_outward (const DiapasonCompanyScene *scene)
{
  return scene->turn == DIAPASON_COMPANY_KEEPS || scene->turn == DIAPASON_COMPANY_LATE;
}

/* Texts -------------------------------------------------------------------------------------- */

const char *
diapason_company_stage_return (DiapasonCompanyScene *scene)
{
  if (scene->turn == DIAPASON_COMPANY_CHASES)
    return PICK (scene->phrases->chase);
  if (scene->turn == DIAPASON_COMPANY_AGAIN)
    return PICK (scene->phrases->again);
  return NULL;
}

const char *
diapason_company_stage_opening (DiapasonCompanyScene *scene)
{
  const char *const *texts = scene->story->openings;
  guint size = G_N_ELEMENTS (scene->story->openings);
  const char *text = diapason_company_choose (scene->random, texts, size, &scene->thread, FALSE,
                                              &scene->thread.openings);

  return text != NULL ? text : diapason_company_scene_choose (scene, texts, size);
}

const char *
diapason_company_stage_detail (DiapasonCompanyScene *scene)
{
  return diapason_company_choose (scene->random, scene->story->details,
                                  G_N_ELEMENTS (scene->story->details), &scene->thread,
                                  scene->solved == DIAPASON_COMPANY_YES, &scene->thread.details);
}

void
diapason_company_stage_settle (DiapasonCompanyScene *scene)
{
  const char *words = scene->promised ? CHOOSE (scene->story->promises) : NULL;
  DiapasonCompanyCountry country = scene->caller->country;
  g_autoptr (GString) promise = g_string_new (NULL);
  int days = (int) diapason_company_between (scene->random, 2, 8);
  int day = diapason_company_local_day (country, scene->now, NULL);
  int opens, closes;
  char text[64];

  day = diapason_company_open_day_after (country, day, days);
  diapason_company_due_text (scene->caller->person->language, day, text);
  diapason_company_slots_set (&scene->slots, DIAPASON_COMPANY_SLOT_VISIT, text);
  scene->visit = day;
  scene->promised = words != NULL;
  if (words == NULL)
    return;
  diapason_company_hours (country, day, &opens, &closes);
  scene->due = diapason_company_instant (country, day, closes);
  diapason_company_slots_set (&scene->slots, DIAPASON_COMPANY_SLOT_DUE, text);
  diapason_company_say (promise, words, &scene->slots);
  diapason_company_slots_set (&scene->slots, DIAPASON_COMPANY_SLOT_PROMISE, promise->str);
}

const char *
diapason_company_stage_verdict (DiapasonCompanyScene *scene)
{
  gboolean yes = scene->solved == DIAPASON_COMPANY_YES ||
                 (scene->promised && scene->solved == DIAPASON_COMPANY_PARTLY);
  const char *text = yes ? CHOOSE (scene->story->answers) : CHOOSE (scene->story->stucks);

  return text != NULL ? text : PICK (scene->phrases->stuck);
}

const char *
diapason_company_stage_last_word (DiapasonCompanyScene *scene)
{
  if (scene->solved == DIAPASON_COMPANY_NO)
    return PICK (scene->phrases->chat_cross);
  return diapason_company_stage_is_grave (scene) ? PICK (scene->phrases->grave_thanks)
                                                 : PICK (scene->phrases->chat_content);
}
