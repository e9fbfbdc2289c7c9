/* company-plot.c: see company-plot.h. When stories begin and how they go on; company-record.c
 * writes them down. */
#include "company-plot.h"

#include "company-draw.h"
#include "company-record.h"
#include "company-shop.h"
#include "company-survey.h"

#define MOST_STEPS 5

#define FIRST_ADVISER  1       /* her number among the staff */
#define MOST_SHARE     600     /* per thousand of the contacts in her language */
#define SHARE_OF_FIRST 1200000 /* per thousand, and customer of the company */

/* Keys of callers: customers go by their numbers, strangers by those behind it. */
#define STRANGERS (G_GUINT64_CONSTANT (1) << 32)

/* One story while it goes on. */
typedef struct
{
  DiapasonCompany *company;
  DiapasonCompanyRandom *random;
  DiapasonCompanyCaller *caller;
  DiapasonCompanyShopper *shopper;
  DiapasonCompanyScene *scene;
  guint adviser;  /* who spoke last for the house */
  gboolean bound; /* by a promise: nothing else is promised meanwhile */
} Tale;

typedef enum
{
  FATE_KEPT,
  FATE_LATE,
  FATE_BROKEN,
  FATE_WITHDRAWN,
  FATE_FORGOTTEN, /* due, and some days go by before anybody sees what became of it */
} Fate;

static gboolean
chance (Tale *tale, guint per_thousand)
{
  return diapason_company_chance (tale->random, per_thousand);
}

static gint64
after (Tale *tale, gint64 instant, int low_minutes, int high_minutes)
{
  return instant + diapason_company_between (tale->random, low_minutes * 60, high_minutes * 60) *
                       DIAPASON_COMPANY_SECOND;
}

/* When the house gets round to what is due at @instant: then, or some time in the next morning. */
static gint64
when_open (Tale *tale, gint64 instant)
{
  gint64 open = diapason_company_next_open (tale->caller->country, instant);

  return open == instant ? instant : after (tale, open, 3, 130);
}

/* The old call, the young chat. */
static DiapasonCompanyChannel
draw_channel (Tale *tale)
{
  int birth = tale->caller->person->birth;
  int age = birth != DIAPASON_COMPANY_NO_BIRTH ? (tale->company->last_day - birth) / 365 : 50;
  guint8 weights[DIAPASON_COMPANY_N_CHANNELS] = { 44, 27, 22, 7 };

  if (age >= 65)
    weights[DIAPASON_COMPANY_CALL] += 40;
  if (age < 35)
    weights[DIAPASON_COMPANY_CHAT] += 40;
  for (int i = 0; i < DIAPASON_COMPANY_N_CHANNELS; i++)
    if (!diapason_company_caller_has (tale->caller, i))
      weights[i] = 0;
  return (DiapasonCompanyChannel) diapason_company_weighted (tale->random, weights,
                                                             DIAPASON_COMPANY_N_CHANNELS);
}

/* A time of the @day at which people use @channel. */
static gint64
draw_instant (Tale *tale, DiapasonCompanyChannel channel, int day)
{
  DiapasonCompanyCountry country = tale->caller->country;
  gboolean voice = channel == DIAPASON_COMPANY_CALL;
  int opens, closes, minute;
  gint64 seconds;

  if (voice && !diapason_company_hours (country, day, &opens, &closes))
    day = diapason_company_open_day_after (country, day, 1);
  if (!diapason_company_hours (country, day, &opens, &closes) ||
      (!voice && diapason_company_chance (tale->random, 280)))
    {
      opens = 400;
      closes = 1410;
    }
  minute = (int) diapason_company_between (tale->random, opens, closes - 20);
  seconds = diapason_company_between (tale->random, 0, 59);
  return diapason_company_instant (country, day, minute) + seconds * DIAPASON_COMPANY_SECOND;
}

/* The way of a story ---------------------------------------------------------------------- */

/* Anybody who speaks their language, of the leads when @lead. She whom everybody signs in as who
 * tries the program answers more than others as long as the company is small: too few of her
 * contacts would make no figure. */
static guint
draw_anybody (Tale *tale, gboolean lead)
{
  const DiapasonCompanyStaff *staff = tale->company->staff;
  DiapasonCompanyLanguage language = tale->caller->person->language;
  guint share = MIN (MOST_SHARE, SHARE_OF_FIRST / tale->company->order.customers);
  guint anybody = diapason_company_staff_any (staff, tale->random, language, lead);
  DiapasonCompanyRandom own;

  if (lead || language != diapason_company_adviser (staff, FIRST_ADVISER)->language)
    return anybody;
  /* Whoever answers, the story goes on as it does. */
  diapason_company_random_init (&own, tale->company->order.seed, DIAPASON_COMPANY_DOMAIN_SHARE,
                                tale->company->interactions);
  return diapason_company_chance (&own, share) ? FIRST_ADVISER : anybody;
}

/* Who answers: often whoever did before, and a lead when it has become hard. */
static guint
draw_adviser (Tale *tale, guint level)
{
  const DiapasonCompanyScene *scene = tale->scene;

  if (scene->turn == DIAPASON_COMPANY_KEEPS || scene->turn == DIAPASON_COMPANY_LATE)
    return tale->adviser;
  if (level < 2 && scene->step > 0 && chance (tale, 350))
    return tale->adviser;
  return draw_anybody (tale, level >= 2 && chance (tale, 500));
}

static gboolean
is_outward (DiapasonCompanyTurn turn)
{
  return turn >= DIAPASON_COMPANY_KEEPS && turn <= DIAPASON_COMPANY_REMINDS;
}

/* Plays one contact and writes it down. Returns: whether it was over in the company's time. */
static gboolean
play (Tale *tale,
      DiapasonCompanyChannel channel,
      DiapasonCompanyTurn turn,
      gint64 began,
      DiapasonCompanyRecord *record)
{
  DiapasonCompanyScene *scene = tale->scene;
  gboolean over;

  if (began > tale->company->order.until)
    return FALSE;
  scene->channel = channel;
  scene->turn = turn;
  scene->began = began;
  scene->solved = diapason_company_draw_solved (tale->random, scene);
  *record = (DiapasonCompanyRecord){ .level = diapason_company_draw_level (tale->random, scene) };
  record->adviser = draw_adviser (tale, record->level);
  diapason_company_scene_staff (scene, tale->adviser, record->adviser);
  scene->promised = !tale->bound && diapason_company_draw_promised (tale->random, scene);
  if (!is_outward (turn))
    diapason_company_shopper_turns (tale->shopper, scene, began);
  diapason_company_scene_play (scene);
  scene->step++;
  if (scene->answered)
    tale->adviser = record->adviser;
  over = diapason_company_record (tale->company, tale->caller, scene, record);
  if (over && scene->answered)
    diapason_company_survey_ask (tale->company->survey, tale->caller, scene, record);
  return over;
}

static void go_on (Tale *tale, const DiapasonCompanyRecord *before);

/* The adviser comes back of their own accord. */
static void
come_back (Tale *tale, DiapasonCompanyTurn turn, gint64 instant)
{
  static const DiapasonCompanyChannel ways[] = { DIAPASON_COMPANY_CALL, DIAPASON_COMPANY_CALL,
                                                 DIAPASON_COMPANY_EMAIL, DIAPASON_COMPANY_SMS };
  DiapasonCompanyChannel channel = ways[diapason_company_below (tale->random, G_N_ELEMENTS (ways))];
  DiapasonCompanyRecord record;

  if (diapason_company_caller_has (tale->caller, channel))
    play (tale, channel, turn, instant, &record);
}

/* The customer comes back. */
static void
return_after (Tale *tale, DiapasonCompanyTurn turn, gint64 instant)
{
  DiapasonCompanyChannel channel = draw_channel (tale);
  DiapasonCompanyRecord record;

  if (channel == DIAPASON_COMPANY_CALL)
    instant = when_open (tale, instant);
  if (play (tale, channel, turn, instant, &record) && !tale->bound)
    go_on (tale, &record);
}

/* The word is kept after its day, and before that the customer may ask where it stays. */
static void
keep_late (Tale *tale, gint64 due, gint64 closed)
{
  tale->bound = TRUE;
  if (chance (tale, 550))
    return_after (tale, DIAPASON_COMPANY_CHASES, after (tale, due, 60, 1100));
  if (chance (tale, 450))
    come_back (tale, DIAPASON_COMPANY_LATE, closed);
}

/* What becomes of the promise of the contact that just ended, and what follows from that. */
static void
fulfil (Tale *tale, const DiapasonCompanyRecord *made)
{
  static const guint8 fates[] = { 71, 11, 12, 4, 2 };
  static const char *const states[] = { "kept", "late", "broken", "withdrawn", "broken" };
  Fate fate = (Fate) diapason_company_weighted (tale->random, fates, G_N_ELEMENTS (fates));
  gint64 closed, half = (made->due - made->ended) / 2;

  if (fate == FATE_KEPT || fate == FATE_WITHDRAWN)
    {
      closed = made->due - diapason_company_between (tale->random, 0, half);
      closed = MIN (when_open (tale, closed), made->due);
    }
  else
    closed = when_open (tale, fate == FATE_FORGOTTEN ? after (tale, made->due, 9000, 20000)
                                                     : after (tale, made->due, 1200, 9000));
  diapason_company_record_promise (tale->company, tale->caller, tale->scene, made, states[fate],
                                   closed);
  diapason_company_scene_remember (tale->scene, made->due);
  if (fate == FATE_KEPT && chance (tale, 400))
    come_back (tale, DIAPASON_COMPANY_KEEPS, closed);
  if (fate == FATE_LATE)
    keep_late (tale, made->due, closed);
  if ((fate == FATE_BROKEN || fate == FATE_FORGOTTEN) && chance (tale, 780))
    return_after (tale, DIAPASON_COMPANY_CHASES, after (tale, made->due, 100, 4300));
}

/* On the eve, in the afternoon. */
static void
remind (Tale *tale)
{
  int minute = (int) diapason_company_between (tale->random, 15 * 60, 18 * 60);
  gint64 began = diapason_company_instant (tale->caller->country, tale->scene->visit - 1, minute);
  DiapasonCompanyRecord record;

  if (diapason_company_caller_has (tale->caller, DIAPASON_COMPANY_SMS))
    play (tale, DIAPASON_COMPANY_SMS, DIAPASON_COMPANY_REMINDS, began, &record);
}

static void
go_on (Tale *tale, const DiapasonCompanyRecord *before)
{
  const DiapasonCompanyScene *scene = tale->scene;
  gint64 ended = before->ended;

  if (scene->plot->flags & DIAPASON_COMPANY_PLEASED || scene->step >= MOST_STEPS)
    {
      if (scene->promised)
        diapason_company_record_promise (tale->company, tale->caller, scene, before, "kept",
                                         before->due - DIAPASON_COMPANY_HOUR);
      return;
    }
  if (scene->promised)
    fulfil (tale, before);
  else if (!scene->answered)
    return_after (tale, DIAPASON_COMPANY_FIRST, after (tale, ended, 5, 1500));
  else if (before->solved == DIAPASON_COMPANY_YES)
    {
      if (scene->plot->flags & DIAPASON_COMPANY_APPOINTED && chance (tale, 500))
        remind (tale);
    }
  else if (chance (tale, 600))
    return_after (tale, DIAPASON_COMPANY_AGAIN, after (tale, ended, 30, 5200));
}

/* A story that begins on @day. */
static void
tell (Tale *tale, int day)
{
  DiapasonCompanyStoryKind kind = diapason_company_draw_kind (tale->random, tale->caller);
  DiapasonCompanyChannel channel;
  DiapasonCompanyTurn turn = DIAPASON_COMPANY_FIRST;
  DiapasonCompanyRecord record;

  tale->bound = FALSE;
  tale->scene->random = tale->random;
  tale->scene->caller = tale->caller;
  diapason_company_scene_cast (tale->scene, kind, day);
  diapason_company_shopper_ordered (tale->shopper, tale->scene, day);
  tale->adviser = draw_anybody (tale, FALSE);
  channel = draw_channel (tale);
  if (channel == DIAPASON_COMPANY_CALL && chance (tale, 60))
    turn = DIAPASON_COMPANY_MISSED;
  if (play (tale, channel, turn, draw_instant (tale, channel, day), &record))
    go_on (tale, &record);
}

/* How often somebody begins a story, of 65 536 a day: most seldom, a few all the time. */
static guint
draw_rate (DiapasonCompanyRandom *random)
{
  static const guint8 weights[] = { 88, 101, 46, 14, 1 };
  static const guint rates[] = { 52, 280, 680, 1700, 10500 };

  return rates[diapason_company_weighted (random, weights, G_N_ELEMENTS (weights))];
}

static void
play_person (DiapasonCompany *company,
             DiapasonCompanyScene *scene,
             GArray *contacts,
             const DiapasonCompanyHousehold *household,
             guint i,
             DiapasonCompanyContactId shared)
{
  const DiapasonCompanyPerson *person = &household->people[i];
  DiapasonCompanyRandom random;
  DiapasonCompanyCaller caller;
  DiapasonCompanyShopper shopper;
  Tale tale = { company, &random, &caller, &shopper, scene, 0, FALSE };
  guint rate;

  diapason_company_random_init (&random, company->order.seed, DIAPASON_COMPANY_DOMAIN_PLOT,
                                person->number);
  diapason_company_caller_init (&caller, company, household, i, shared, &random);
  diapason_company_shopper_init (&shopper, company, &caller, contacts);
  rate = draw_rate (&random);
  for (int day = MAX (company->first_day, person->since); day <= company->last_day; day++)
    if ((diapason_company_random_next (&random) >> 48) < rate)
      tell (&tale, day);
  diapason_company_shopper_stroll (&shopper);
  /* Some were spoken to before the history begins. */
  if (caller.ids[0][0] == '\0' && diapason_company_chance (&random, 260))
    diapason_company_caller_contact (&caller, DIAPASON_COMPANY_CHAT,
                                     company->order.until -
                                         (gint64) company->order.days * DIAPASON_COMPANY_DAY);
}

/* Somebody who is no customer, or not yet. */
static void
play_stranger (DiapasonCompany *company,
               DiapasonCompanyScene *scene,
               GArray *contacts,
               guint agency,
               guint mark)
{
  DiapasonCompanyRandom random;
  DiapasonCompanyPerson person;
  DiapasonCompanyCaller caller;
  DiapasonCompanyShopper shopper;
  Tale tale = { company, &random, &caller, &shopper, scene, 0, FALSE };
  int day;

  diapason_company_random_init (&random, company->order.seed, DIAPASON_COMPANY_DOMAIN_STRANGER,
                                mark);
  diapason_company_person_invent (company, &random, agency, mark % 1000, &person);
  caller = (DiapasonCompanyCaller){
    .company = company,
    .person = &person,
    .country = diapason_company_agencies[agency].country,
    .city = diapason_company_agencies[agency].towns[0].name,
    .street = "",
    .agency = agency,
    .key = STRANGERS + mark,
    .tie = DIAPASON_COMPANY_STRANGER,
  };
  diapason_company_shopper_init (&shopper, company, &caller, contacts);
  day = (int) diapason_company_between (&random, company->first_day, company->last_day);
  tell (&tale, day);
  diapason_company_shopper_stroll (&shopper);
}

void
diapason_company_play_household (DiapasonCompany *company,
                                 DiapasonCompanyScene *scene,
                                 GArray *contacts,
                                 const DiapasonCompanyHousehold *household,
                                 guint first)
{
  DiapasonCompanyContactId shared = "";

  for (guint i = 0; i < household->n; i++)
    play_person (company, scene, contacts, household, i, shared);
  if (first % 29 == 0)
    play_stranger (company, scene, contacts, household->agency, first);
}
