/* company-house.c: see company-house.h. */
#include "company-house.h"

#include "company-library.h"

#include <string.h>

/* The house itself changes seldom: some time between two years and a month ago. */
static gint64
long_ago (DiapasonCompany *company, DiapasonCompanyRandom *random)
{
  gint64 days = diapason_company_between (random, 30, 700);

  return company->order.until - days * DIAPASON_COMPANY_DAY -
         diapason_company_between (random, 0, DIAPASON_COMPANY_DAY);
}

static void
write_unit (DiapasonCompany *company,
            const char *id,
            const char *name,
            const char *kind,
            const char *parent,
            DiapasonCompanyRandom *random)
{
  DiapasonCompanyFile *file = company->file;

  diapason_company_file_text (file, DIAPASON_COMPANY_UNIT, id);
  diapason_company_file_text (file, DIAPASON_COMPANY_UNIT, name);
  diapason_company_file_text (file, DIAPASON_COMPANY_UNIT, kind);
  diapason_company_file_text (file, DIAPASON_COMPANY_UNIT, parent);
  diapason_company_file_put (file, DIAPASON_COMPANY_UNIT, 1, long_ago (company, random), FALSE);
}

/* The number of the first agency in the region of agency @number. */
static guint
region_of (guint number)
{
  const char *region = diapason_company_agencies[number].region;

  for (guint i = 0;; i++)
    if (strcmp (diapason_company_agencies[i].region, region) == 0)
      return i;
}

static void
write_agencies (DiapasonCompany *company, DiapasonCompanyRandom *random)
{
  for (guint i = 0; i < company->staff->n_agencies; i++)
    {
      const DiapasonCompanyAgency *agency = &diapason_company_agencies[i];
      char region[12], id[12];

      g_snprintf (region, sizeof region, "R%u", 1 + region_of (i));
      if (region_of (i) == i)
        write_unit (company, region, agency->region, "region", NULL, random);
      diapason_company_agency_id (i, id);
      write_unit (company, id, agency->towns[0].name, "agency", region, random);
    }
}

static void
write_teams (DiapasonCompany *company, DiapasonCompanyRandom *random)
{
  for (guint i = 0; i < company->staff->n_teams; i++)
    {
      guint agency = i % company->staff->n_agencies;
      guint nth = i / company->staff->n_agencies;
      const DiapasonCompanyAgency *place = &diapason_company_agencies[agency];
      const DiapasonCompanyWords *words =
          diapason_company_words (diapason_company_country_language (place->country));
      guint n_names = g_strv_length ((char **) words->teams);
      g_autofree char *name = NULL;
      char id[12], parent[12];

      g_snprintf (id, sizeof id, "T%u", 101 + i);
      diapason_company_agency_id (agency, parent);
      if (nth < n_names)
        name = g_strdup_printf ("%s – %s", place->towns[0].name, words->teams[nth]);
      else
        name = g_strdup_printf ("%s – %s %u", place->towns[0].name, words->teams[nth % n_names],
                                nth / n_names + 1);
      write_unit (company, id, name, "team", parent, random);
    }
}

static void
write_adviser (DiapasonCompany *company,
               const DiapasonCompanyAdviser *adviser,
               DiapasonCompanyRandom *random)
{
  DiapasonCompanyFile *file = company->file;
  g_autofree char *email = g_strdup_printf ("%s@" DIAPASON_COMPANY_DOMAIN, adviser->login);
  char team[12];

  g_snprintf (team, sizeof team, "T%u", 101 + adviser->team);
  diapason_company_file_text (file, DIAPASON_COMPANY_ADVISER, adviser->id);
  diapason_company_file_text (file, DIAPASON_COMPANY_ADVISER, adviser->name);
  diapason_company_file_text (file, DIAPASON_COMPANY_ADVISER, adviser->login);
  diapason_company_file_text (file, DIAPASON_COMPANY_ADVISER, email);
  diapason_company_file_text (file, DIAPASON_COMPANY_ADVISER, team);
  diapason_company_file_text (file, DIAPASON_COMPANY_ADVISER, adviser->lead ? "lead" : "adviser");
  diapason_company_file_text (file, DIAPASON_COMPANY_ADVISER,
                              diapason_company_language_code (adviser->language));
  diapason_company_file_put (file, DIAPASON_COMPANY_ADVISER, 1, long_ago (company, random), FALSE);
}

/* In the evening nobody is there any more; @since is then the end of their day. */
static const char *
presence_at (DiapasonCompanyCountry country,
             gint64 until,
             DiapasonCompanyRandom *random,
             gint64 *since)
{
  static const char *const states[] = { "available", "available", "busy", "busy", "away" };
  int minute, opens, closes;
  int day = diapason_company_local_day (country, until, &minute);

  *since = until - diapason_company_between (random, 1, 90) * DIAPASON_COMPANY_MINUTE;
  if (diapason_company_is_open (country, until))
    return states[diapason_company_below (random, G_N_ELEMENTS (states))];
  while (!diapason_company_hours (country, day, &opens, &closes) ||
         diapason_company_instant (country, day, closes) > until)
    day--;
  *since = diapason_company_instant (country, day, closes - diapason_company_below (random, 90));
  return "offline";
}

/* Nobody says of themselves that they are busy: the platform sees it. */
static void
write_channel (DiapasonCompany *company,
               const char *adviser,
               const char *channel,
               const char *state,
               gint64 since)
{
  DiapasonCompanyFile *file = company->file;
  g_autofree char *id = g_strdup_printf ("%s:%s", adviser, channel);
  gboolean is_busy = g_str_equal (state, "busy");

  diapason_company_file_text (file, DIAPASON_COMPANY_PRESENCE_CHANNEL, id);
  diapason_company_file_text (file, DIAPASON_COMPANY_PRESENCE_CHANNEL, adviser);
  diapason_company_file_text (file, DIAPASON_COMPANY_PRESENCE_CHANNEL, channel);
  diapason_company_file_text (file, DIAPASON_COMPANY_PRESENCE_CHANNEL, state);
  diapason_company_file_int (file, DIAPASON_COMPANY_PRESENCE_CHANNEL, since);
  diapason_company_file_text (file, DIAPASON_COMPANY_PRESENCE_CHANNEL,
                              is_busy ? "platform" : "self");
  diapason_company_file_text (file, DIAPASON_COMPANY_PRESENCE_CHANNEL, is_busy ? NULL : adviser);
  diapason_company_file_put (file, DIAPASON_COMPANY_PRESENCE_CHANNEL, 1, since, FALSE);
}

static void
write_presence (DiapasonCompany *company,
                const DiapasonCompanyAdviser *adviser,
                DiapasonCompanyRandom *random)
{
  DiapasonCompanyFile *file = company->file;
  guint agency = adviser->team % company->staff->n_agencies;
  gint64 since;
  const char *state =
      presence_at (diapason_company_agencies[agency].country, company->order.until, random, &since);

  diapason_company_file_text (file, DIAPASON_COMPANY_PRESENCE, adviser->id);
  diapason_company_file_text (file, DIAPASON_COMPANY_PRESENCE, state);
  diapason_company_file_int (file, DIAPASON_COMPANY_PRESENCE, since);
  diapason_company_file_put (file, DIAPASON_COMPANY_PRESENCE,
                             1 + (int) diapason_company_below (random, 900), since, FALSE);
  write_channel (company, adviser->id, "call", state, since);
  write_channel (company, adviser->id, "chat", state, since);
  write_channel (company, adviser->id, "email", state, since);
}

static void
write_articles (DiapasonCompany *company,
                DiapasonCompanyLanguage language,
                DiapasonCompanyRandom *random)
{
  const DiapasonCompanyArticle *articles = diapason_company_library (language)->articles;
  const char *code = diapason_company_language_code (language);

  for (guint i = 0; articles[i].title != NULL; i++)
    {
      char id[16];
      int revision = 1 + (int) diapason_company_below (random, 5);

      diapason_company_article_id (language, i, id);
      diapason_company_file_text (company->file, DIAPASON_COMPANY_ARTICLE, id);
      diapason_company_file_text (company->file, DIAPASON_COMPANY_ARTICLE, articles[i].title);
      diapason_company_file_text (company->file, DIAPASON_COMPANY_ARTICLE, articles[i].body);
      diapason_company_file_text (company->file, DIAPASON_COMPANY_ARTICLE, articles[i].topic);
      diapason_company_file_text (company->file, DIAPASON_COMPANY_ARTICLE, code);
      diapason_company_file_put (company->file, DIAPASON_COMPANY_ARTICLE, revision,
                                 long_ago (company, random), FALSE);
    }
}

static void
write_replies (DiapasonCompany *company,
               DiapasonCompanyLanguage language,
               DiapasonCompanyRandom *random)
{
  const DiapasonCompanyReply *replies = diapason_company_library (language)->replies;
  const char *code = diapason_company_language_code (language);

  for (guint i = 0; replies[i].title != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("cr_%03u_%s", i + 1, code);
      int revision = 1 + (int) diapason_company_below (random, 3);

      diapason_company_file_text (company->file, DIAPASON_COMPANY_CANNED_REPLY, id);
      diapason_company_file_text (company->file, DIAPASON_COMPANY_CANNED_REPLY, replies[i].title);
      diapason_company_file_text (company->file, DIAPASON_COMPANY_CANNED_REPLY, replies[i].body);
      diapason_company_file_text (company->file, DIAPASON_COMPANY_CANNED_REPLY, replies[i].channel);
      diapason_company_file_text (company->file, DIAPASON_COMPANY_CANNED_REPLY, code);
      diapason_company_file_put (company->file, DIAPASON_COMPANY_CANNED_REPLY, revision,
                                 long_ago (company, random), FALSE);
    }
}

void
diapason_company_write_house (DiapasonCompany *company)
{
  DiapasonCompanyRandom random;

  diapason_company_random_init (&random, company->order.seed, DIAPASON_COMPANY_DOMAIN_LIBRARY, 0);
  write_agencies (company, &random);
  write_teams (company, &random);
  for (guint i = 0; i < company->staff->advisers->len; i++)
    write_adviser (company, diapason_company_adviser (company->staff, i), &random);
  for (guint i = 0; i < company->staff->advisers->len; i++)
    write_presence (company, diapason_company_adviser (company->staff, i), &random);
  for (int language = 0; language < DIAPASON_COMPANY_N_LANGUAGES; language++)
    {
      write_articles (company, language, &random);
      write_replies (company, language, &random);
    }
}
