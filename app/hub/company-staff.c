/* company-staff.c: see company-staff.h. Who there is; company-house.c writes them down. */
#include "company-staff.h"

#include "company-places.h"
#include "company-speech.h"

#define LEAST_ADVISERS 12
#define LEAST_TEAMS    3 /* one a language */
#define LEAST_AGENCIES 6
#define TEAM_SIZE      7

/* The two whom everybody who tries the program signs in as. */
static const DiapasonCompanyAdviser lead_of_all = { .login = "ida",
                                                    .given = "Ida",
                                                    .name = "Ida Ferrand",
                                                    .female = TRUE };
static const DiapasonCompanyAdviser first_of_all = { .login = "amina",
                                                     .given = "Amina",
                                                     .name = "Amina Belhadj",
                                                     .female = TRUE };

const DiapasonCompanyAdviser *
diapason_company_adviser (const DiapasonCompanyStaff *staff, guint number)
{
  return &g_array_index (staff->advisers, DiapasonCompanyAdviser, number);
}

guint
diapason_company_staff_any (const DiapasonCompanyStaff *staff,
                            DiapasonCompanyRandom *random,
                            DiapasonCompanyLanguage language,
                            gboolean lead)
{
  GArray *numbers = lead ? staff->leading[language] : staff->speaking[language];

  return g_array_index (numbers, guint, diapason_company_below (random, numbers->len));
}

void
diapason_company_agency_id (guint number, char id[12])
{
  g_snprintf (id, 12, "A%u", 10 + number);
}

/* The login is the given name while it is free, then with more and more of the family's. */
static void
give_login (DiapasonCompanyAdviser *adviser, const char *family, GHashTable *taken)
{
  g_autofree char *given = diapason_company_fold (adviser->given);
  g_autofree char *rest = diapason_company_fold (family);

  g_snprintf (adviser->login, sizeof adviser->login, "%s", given);
  if (g_hash_table_contains (taken, adviser->login))
    g_snprintf (adviser->login, sizeof adviser->login, "%s.%c", given, rest[0]);
  if (g_hash_table_contains (taken, adviser->login))
    g_snprintf (adviser->login, sizeof adviser->login, "%s.%s", given, rest);
  for (guint n = 2; g_hash_table_contains (taken, adviser->login); n++)
    g_snprintf (adviser->login, sizeof adviser->login, "%s.%s%u", given, rest, n);
}

static void
christen (DiapasonCompanyAdviser *adviser, DiapasonCompanyRandom *random, GHashTable *taken)
{
  const DiapasonCompanyWords *words = diapason_company_words (adviser->language);
  const char *given, *family;

  adviser->female = diapason_company_chance (random, 560);
  given = diapason_company_pick (random, adviser->female ? words->women : words->men);
  family = diapason_company_pick (random, words->families);
  g_snprintf (adviser->given, sizeof adviser->given, "%s", given);
  g_snprintf (adviser->name, sizeof adviser->name, "%s %s", given, family);
  give_login (adviser, family, taken);
}

static void
hire (DiapasonCompanyStaff *staff, guint64 seed, guint team, gboolean lead, GHashTable *taken)
{
  guint number = staff->advisers->len;
  gboolean known = number < 2;
  DiapasonCompanyAdviser adviser = { 0 };
  DiapasonCompanyRandom random;

  if (known)
    adviser = lead ? lead_of_all : first_of_all;
  adviser.team = team;
  adviser.lead = lead;
  adviser.language = diapason_company_country_language (
      diapason_company_agencies[team % staff->n_agencies].country);
  diapason_company_random_init (&random, seed, DIAPASON_COMPANY_DOMAIN_STAFF, number);
  if (!known)
    christen (&adviser, &random, taken);
  g_snprintf (adviser.id, sizeof adviser.id, "E%u", 1001 + number);
  g_hash_table_add (taken, g_strdup (adviser.login));
  g_array_append_val (staff->advisers, adviser);
  g_array_append_val (lead ? staff->leading[adviser.language] : staff->speaking[adviser.language],
                      number);
}

DiapasonCompanyStaff *
diapason_company_staff_new_empty (void)
{
  DiapasonCompanyStaff *staff = g_new0 (DiapasonCompanyStaff, 1);

  staff->advisers = g_array_new (FALSE, TRUE, sizeof (DiapasonCompanyAdviser));
  for (int i = 0; i < DIAPASON_COMPANY_N_LANGUAGES; i++)
    {
      staff->speaking[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      staff->leading[i] = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  return staff;
}

DiapasonCompanyStaff *
diapason_company_staff_new (guint64 seed, guint customers)
{
  DiapasonCompanyStaff *staff = diapason_company_staff_new_empty ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint advisers = MAX (LEAST_ADVISERS, customers / MIN (250, 60 + customers / 100));

  staff->n_agencies =
      CLAMP (LEAST_AGENCIES + customers / 300, LEAST_AGENCIES, diapason_company_n_agencies);
  staff->n_teams = MAX (LEAST_TEAMS, advisers / TEAM_SIZE);
  for (guint team = 0; team < staff->n_teams; team++)
    {
      hire (staff, seed, team, TRUE, taken);
      for (guint i = team; i < advisers; i += staff->n_teams)
        hire (staff, seed, team, FALSE, taken);
    }
  return staff;
}

void
diapason_company_staff_free (DiapasonCompanyStaff *staff)
{
  for (int i = 0; i < DIAPASON_COMPANY_N_LANGUAGES; i++)
    {
      g_array_unref (staff->speaking[i]);
      g_array_unref (staff->leading[i]);
    }
  g_array_unref (staff->advisers);
  g_free (staff);
}
