/* company-cast.c: what fills the slots of a scene's texts: who speaks, about what, how much, when.
 */
#include "company-scene.h"

#define TOO_BIG_TO_CARRY 199 /* whole units of money: what costs that much at least */

static void
set (DiapasonCompanyScene *scene, DiapasonCompanySlot slot, const char *value)
{
  diapason_company_slots_set (&scene->slots, slot, value);
}

static void
set_number (DiapasonCompanyScene *scene, DiapasonCompanySlot slot, gint64 low, gint64 high)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT,
              diapason_company_between (scene->random, low, high));
  set (scene, slot, text);
}

/* Prices end in all that prices end in. */
static void
set_sums (DiapasonCompanyScene *scene, const DiapasonCompanyProduct *product)
{
  static const guint under[] = { 0, 0, 1, 50 };
  DiapasonCompanyLanguage language = scene->caller->person->language;
  gboolean pounds = scene->caller->country == DIAPASON_COMPANY_BRITAIN;
  guint cents = 100 * (guint) diapason_company_between (scene->random, product->low, product->high);
  char text[32];

  cents -= under[diapason_company_below (scene->random, G_N_ELEMENTS (under))];
  diapason_company_money (language, pounds, cents, text);
  set (scene, DIAPASON_COMPANY_SLOT_AMOUNT, text);
  cents += 500 * (guint) diapason_company_between (scene->random, 2, 30);
  diapason_company_money (language, pounds, cents, text);
  set (scene, DIAPASON_COMPANY_SLOT_OTHER, text);
}

static void
set_days (DiapasonCompanyScene *scene, int day)
{
  DiapasonCompanyLanguage language = scene->caller->person->language;
  int before = (int) diapason_company_between (scene->random, 3, 24);
  int next = (int) diapason_company_between (scene->random, 2, 9);
  int month_day;
  char text[64];

  /* "l'8" and "l'11" would need an article of their own in Italian. */
  diapason_company_civil (day - before, NULL, NULL, &month_day);
  if (month_day == 8 || month_day == 11)
    before++;
  diapason_company_day_text (language, day - before, text);
  set (scene, DIAPASON_COMPANY_SLOT_DATE, text);
  next = diapason_company_open_day_after (scene->caller->country, day, next);
  diapason_company_due_text (language, next, text);
  set (scene, DIAPASON_COMPANY_SLOT_NEXT, text);
}

static void
set_caller (DiapasonCompanyScene *scene)
{
  const DiapasonCompanyCaller *caller = scene->caller;
  const DiapasonCompanyPerson *person = caller->person;
  g_autofree char *name = g_strstrip (g_strdup_printf ("%s %s", person->given, person->family));

  set (scene, DIAPASON_COMPANY_SLOT_NAME, name);
  set (scene, DIAPASON_COMPANY_SLOT_GIVEN,
       person->given[0] != '\0' ? person->given : person->family);
  set (scene, DIAPASON_COMPANY_SLOT_STREET, caller->street);
  set (scene, DIAPASON_COMPANY_SLOT_CITY, caller->city);
  set (scene, DIAPASON_COMPANY_SLOT_PLACE, diapason_company_agencies[caller->agency].towns[0].name);
  set (scene, DIAPASON_COMPANY_SLOT_HOUSE, DIAPASON_COMPANY_NAME);
  set (scene, DIAPASON_COMPANY_SLOT_E, person->female ? "e" : "");
  set (scene, DIAPASON_COMPANY_SLOT_O, person->female ? "a" : "o");
}

void
diapason_company_scene_cast (DiapasonCompanyScene *scene, DiapasonCompanyStoryKind kind, int day)
{
  DiapasonCompanyLanguage language = scene->caller->person->language;
  const DiapasonCompanyProduct *product;

  scene->kind = kind;
  scene->plot = &diapason_company_plots[kind];
  scene->story = diapason_company_story (kind, language);
  scene->phrases = diapason_company_words (language)->phrases;
  scene->step = 0;
  scene->thread = (DiapasonCompanyThread){ .threads = DIAPASON_COMPANY_ALL_THREADS };
  product = diapason_company_product_draw (scene->random, language, scene->plot->shelf);
  scene->product = product;
  scene->thread.big = product->low >= TOO_BIG_TO_CARRY;
  set_caller (scene);
  diapason_company_slots_product (&scene->slots, product);
  set_sums (scene, product);
  set_days (scene, day);
  set (scene, DIAPASON_COMPANY_SLOT_CONTRACT, scene->caller->person->contracts[scene->plot->shelf]);
  set (scene, DIAPASON_COMPANY_SLOT_HOURS,
       DIAPASON_COMPANY_PICK (scene->random, scene->phrases->hours));
  set_number (scene, DIAPASON_COMPANY_SLOT_ORDER, 4100000, 4899999);
  set_number (scene, DIAPASON_COMPANY_SLOT_METER, 1200, 98700);
}

void
diapason_company_scene_staff (DiapasonCompanyScene *scene, guint former, guint adviser)
{
  const DiapasonCompanyStaff *staff = scene->caller->company->staff;
  const DiapasonCompanyAdviser *speaker = diapason_company_adviser (staff, adviser);

  set (scene, DIAPASON_COMPANY_SLOT_FORMER, diapason_company_adviser (staff, former)->given);
  set (scene, DIAPASON_COMPANY_SLOT_ADVISER, speaker->given);
  set (scene, DIAPASON_COMPANY_SLOT_AE, speaker->female ? "e" : "");
  set (scene, DIAPASON_COMPANY_SLOT_AO, speaker->female ? "a" : "o");
  set (scene, DIAPASON_COMPANY_SLOT_COUNT, scene->phrases->counts[MIN (scene->step, 3)]);
}

void
diapason_company_scene_remember (DiapasonCompanyScene *scene, gint64 due)
{
  int day = diapason_company_local_day (scene->caller->country, due, NULL);

  set (scene, DIAPASON_COMPANY_SLOT_DAY, scene->phrases->weekdays[diapason_company_weekday (day)]);
  set (scene, DIAPASON_COMPANY_SLOT_PROMISED, scene->slots.values[DIAPASON_COMPANY_SLOT_PROMISE]);
}
