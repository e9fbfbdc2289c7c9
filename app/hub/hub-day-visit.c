/* hub-day-visit.c: looking for help before asking for it: those who have an account of the shop
 * look there first, sometimes, and some of them find what they need. See hub-day-private.h. */
#include "hub-day-private.h"

#include "company-draw.h"
#include "company-library.h"

#define MOST_COMING 32
#define PER_MILLE   350

static char *
find_account (DiapasonHubDay *day, const DiapasonHubDayCaller *caller)
{
  if (caller->customer[0] == '\0')
    return NULL;
  return diapason_hub_database_text (day->database,
                                     "SELECT min (id) FROM shop_account WHERE crm_customer = ?1"
                                     " AND NOT deleted",
                                     "s", caller->customer);
}

/* What they will say when they call: drawn from a copy of their own stream, which the call draws
 * from again. */
static DiapasonCompanyExperience
foresee (DiapasonHubDay *day, const DiapasonHubDayCaller *caller)
{
  DiapasonCompanyRandom random = caller->random;
  DiapasonCompanyStoryKind kind = diapason_company_draw_kind (&random, &caller->caller);

  day->scene.random = &random;
  day->scene.caller = &caller->caller;
  diapason_company_scene_cast (&day->scene, kind,
                               diapason_company_local_day (caller->caller.country, day->now, NULL));
  return (DiapasonCompanyExperience){
    .kind = kind,
    .language = caller->person.language,
    .product = day->scene.product,
    .female = caller->person.female,
  };
}

/* The company's articles may be others than its maker's. */
static char *
find_article (DiapasonHubDay *day, const DiapasonCompanyExperience *experience)
{
  char id[16] = "";

  diapason_company_article_draw (&day->random, experience->language,
                                 diapason_company_plots[experience->kind].reason, id);
  return diapason_hub_database_text (day->database,
                                     "SELECT id FROM article WHERE id = ?1 AND NOT deleted", "s",
                                     id);
}

static void
insert_visit (DiapasonHubDay *day,
              const char *account,
              const DiapasonCompanyExperience *experience,
              const char *found)
{
  gint64 minutes = diapason_company_between (&day->random, 1, 14);
  gint64 began = day->now - (gint64) ((double) (minutes * DIAPASON_COMPANY_MINUTE) / day->pace);
  gboolean read = found == NULL || found[0] != 'n' || diapason_company_chance (&day->random, 550);
  g_autofree char *article = read ? find_article (day, experience) : NULL;
  g_autoptr (GString) searched = g_string_new (NULL);
  gint64 seq = 0, at = 0;
  DiapasonHubDayId id;

  if (diapason_company_chance (&day->random, 760))
    diapason_company_searched (searched, &day->random, experience);
  g_snprintf (id, sizeof id, "vi_d%07" G_GINT64_FORMAT, diapason_hub_day_number (day));
  diapason_hub_database_tick (day->database, &seq, &at);
  diapason_hub_database_run (day->database,
                             "INSERT INTO shop_visit (id, account, began_at, ended_at, topic,"
                             " searched, article, found, seq, updated_at)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, nullif (?6, ''), ?7, ?8, ?9, ?10)",
                             "ssiissssii", id, account, began, day->now,
                             diapason_company_plots[experience->kind].reason, searched->str,
                             article, found, seq, at);
}

/* They have looked, in vain: now they call, or chat. */
static void
come (DiapasonHubDay *day, gpointer subject)
{
  DiapasonHubDayCaller *caller = subject;
  gpointer key = NULL, channel = NULL;

  g_hash_table_steal_extended (day->coming, caller, &key, &channel);
  if (diapason_hub_day_is_open (day, caller->caller.country) &&
      !diapason_hub_day_is_here_already (day, caller))
    diapason_hub_day_begin (day, caller, GPOINTER_TO_INT (channel));
  else
    diapason_hub_day_caller_free (caller);
}

gboolean
diapason_hub_day_visit (DiapasonHubDay *day,
                        DiapasonHubDayCaller *caller,
                        DiapasonCompanyChannel channel)
{
  static const char *const outcomes[] = { "yes", "no", "partly", NULL };
  static const guint8 weights[] = { 30, 52, 10, 8 };
  guint outcome = diapason_company_weighted (&day->random, weights, G_N_ELEMENTS (weights));
  g_autofree char *account = NULL;
  DiapasonCompanyExperience experience;

  if (g_hash_table_size (day->coming) >= MOST_COMING ||
      !diapason_company_chance (&day->random, PER_MILLE))
    return FALSE;
  account = find_account (day, caller);
  experience = foresee (day, caller);
  if (account == NULL || diapason_company_plots[experience.kind].flags & DIAPASON_COMPANY_PLEASED)
    return FALSE;
  insert_visit (day, account, &experience, outcomes[outcome]);
  if (outcome == 0)
    {
      diapason_hub_day_caller_free (caller);
      return TRUE;
    }
  g_hash_table_insert (day->coming, caller, GINT_TO_POINTER (channel));
  diapason_hub_day_later (day, 60, 600, come, caller);
  return TRUE;
}
