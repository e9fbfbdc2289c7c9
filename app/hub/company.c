/* company.c: makes the invented company, household by household, into the hub's file.
 *
 * Nothing is kept of a household once it is written, so a million customers need no more memory
 * than a thousand. Every number, word and instant comes from streams keyed by the seed
 * (company-random.h); nothing is read from the machine.
 */
#include "company.h"

#include "company-house.h"
#include "company-people.h"
#include "company-plot.h"
#include "company-survey.h"

#define MOST_CUSTOMERS 1000000
#define MOST_DAYS      3650

static gboolean
check (const DiapasonHubCompany *order, GError **error)
{
  gint64 first = diapason_company_day (1990, 1, 1) * DIAPASON_COMPANY_DAY;
  gint64 last = diapason_company_day (2200, 1, 1) * DIAPASON_COMPANY_DAY;

  if (order->customers < 1 || order->customers > MOST_CUSTOMERS)
    g_set_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_ARGUMENT,
                 "A company of %u customers cannot be made. Choose a number from 1 to %u.",
                 order->customers, MOST_CUSTOMERS);
  else if (order->days < 1 || order->days > MOST_DAYS)
    g_set_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_ARGUMENT,
                 "A history of %u days cannot be made. Choose a number from 1 to %u.", order->days,
                 MOST_DAYS);
  else if (order->until < first || order->until >= last)
    g_set_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_ARGUMENT,
                 "A company can only be made up to a day between the years 1990 and 2199. Choose "
                 "another last day.");
  else
    return TRUE;
  return FALSE;
}

static void
write_meta (DiapasonCompany *company)
{
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, company->order.seed);
  g_autofree char *until = g_strdup_printf ("%" G_GINT64_FORMAT, company->order.until);
  g_autofree char *customers = g_strdup_printf ("%u", company->order.customers);
  g_autofree char *days = g_strdup_printf ("%u", company->order.days);

  diapason_company_file_meta (company->file, "company", DIAPASON_COMPANY_NAME);
  diapason_company_file_meta (company->file, "created_by", DIAPASON_VERSION);
  diapason_company_file_meta (company->file, "customers", customers);
  diapason_company_file_meta (company->file, "days", days);
  diapason_company_file_meta (company->file, "seed", seed);
  diapason_company_file_meta (company->file, "until", until);
}

static void
write_customers (DiapasonCompany *company)
{
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (gint64));
  DiapasonCompanyHousehold household;
  DiapasonCompanyScene scene;

  diapason_company_scene_init (&scene);
  for (guint first = 1; first <= company->order.customers; first += household.n)
    {
      diapason_company_household_make (company, first, &household);
      diapason_company_play_household (company, &scene, contacts, &household, first);
    }
  diapason_company_scene_clear (&scene);
}

gboolean
diapason_hub_company_create (const DiapasonHubCompany *order, const char *path, GError **error)
{
  g_autoptr (DiapasonCompanyFile) file = NULL;
  g_autoptr (DiapasonCompanyStaff) staff = NULL;
  g_autoptr (DiapasonCompanySurvey) survey = NULL;
  g_autofree guint *landlines = g_new0 (guint, diapason_company_n_agencies);
  DiapasonCompany company = { .order = *order, .landlines = landlines };

  if (!check (order, error))
    return FALSE;
  file = diapason_company_file_new (path, error);
  if (file == NULL)
    return FALSE;
  company.file = file;
  company.staff = staff = diapason_company_staff_new (order->seed, order->customers);
  company.last_day = (int) ((order->until - 1) / DIAPASON_COMPANY_DAY);
  company.first_day = company.last_day - (int) order->days;
  company.survey = survey = diapason_company_survey_new (&company);
  write_meta (&company);
  diapason_company_write_house (&company);
  diapason_company_survey_write_waves (survey);
  write_customers (&company);
  diapason_company_survey_write_counts (survey);
  return diapason_company_file_finish (file, error);
}
