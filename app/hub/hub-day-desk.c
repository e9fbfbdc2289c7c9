/* hub-day-desk.c: who answers: the staff as the file has it, what everybody has on their desk, and
 * their presence, of which the file alone is right: people say it of themselves, too. See
 * hub-day-private.h. */
#include "hub-day-private.h"

#include "hub-presence.h"

#include <string.h>

#define DEMO_LOGIN        "amina"
#define MOST_ASKED        64 /* of those who speak a language, before nobody is free */
#define CHATS_AT_ONCE     2
#define DEMO_PER_THOUSAND 300 /* of what the demo's adviser could take goes to them first */

/* @row: id, login, name, language */
static void
hire (DiapasonHubDay *day, sqlite3_stmt *row)
{
  DiapasonCompanyStaff *staff = day->staff;
  guint number = staff->advisers->len;
  DiapasonCompanyAdviser adviser = { 0 };

  if (strlen (diapason_hub_column_text (row, 0)) >= sizeof adviser.id)
    return;
  g_strlcpy (adviser.id, diapason_hub_column_text (row, 0), sizeof adviser.id);
  g_strlcpy (adviser.login, diapason_hub_column_text (row, 1), sizeof adviser.login);
  g_strlcpy (adviser.name, diapason_hub_column_text (row, 2), sizeof adviser.name);
  g_strlcpy (adviser.given, adviser.name, sizeof adviser.given);
  adviser.given[strcspn (adviser.given, " ")] = '\0';
  adviser.female = diapason_hub_day_is_womans (adviser.given);
  adviser.language = diapason_hub_day_language (diapason_hub_column_text (row, 3));
  if (g_str_equal (adviser.login, DEMO_LOGIN))
    day->demo_adviser = number;
  g_array_append_val (staff->advisers, adviser);
  g_array_append_val (staff->speaking[adviser.language], number);
}

/* Where nobody speaks a language, all do their best. */
static void
fill_languages (DiapasonCompanyStaff *staff)
{
  for (int i = 0; i < DIAPASON_COMPANY_N_LANGUAGES; i++)
    if (staff->speaking[i]->len == 0)
      for (guint number = 0; number < staff->advisers->len; number++)
        g_array_append_val (staff->speaking[i], number);
}

void
diapason_hub_day_hire (DiapasonHubDay *day)
{
  sqlite3_stmt *rows;

  day->demo_adviser = DIAPASON_HUB_DAY_NOBODY;
  rows = diapason_hub_database_ask (day->database,
                                    "SELECT id, login, name, language FROM adviser"
                                    " WHERE NOT deleted ORDER BY id",
                                    "");
  while (diapason_hub_database_next (day->database, rows))
    hire (day, rows);
  fill_languages (day->staff);
  day->desks = g_new0 (DiapasonHubDayDesk, day->staff->advisers->len);
}

guint
diapason_hub_day_adviser_number (DiapasonHubDay *day, const char *id)
{
  for (guint i = 0; id != NULL && i < day->staff->advisers->len; i++)
    if (g_str_equal (diapason_company_adviser (day->staff, i)->id, id))
      return i;
  return DIAPASON_HUB_DAY_NOBODY;
}

gboolean
diapason_hub_day_is_at_work (DiapasonHubDay *day, guint adviser)
{
  DiapasonCompanyLanguage language = diapason_company_adviser (day->staff, adviser)->language;

  return diapason_hub_day_is_open (day, diapason_hub_day_country (language));
}

/* Presence ------------------------------------------------------------------------------------- */

gboolean
diapason_hub_day_is_present (DiapasonHubDay *day, guint adviser, const char *state)
{
  const char *id = diapason_company_adviser (day->staff, adviser)->id;

  return diapason_hub_database_number (day->database,
                                       "SELECT count (*) FROM presence WHERE id = ?1 AND"
                                       " state = ?2 AND NOT deleted",
                                       "ss", id, state) > 0;
}

/* Of all channels together; whether it is news. */
static gboolean
say (DiapasonHubDay *day, guint adviser, const char *state)
{
  const char *id = diapason_company_adviser (day->staff, adviser)->id;

  if (diapason_hub_day_is_present (day, adviser, state))
    return FALSE;
  diapason_hub_database_run (day->database,
                             "INSERT INTO presence (id, state, since, revision, seq, updated_at)"
                             " VALUES (?1, ?2, ?3, 0, 0, 0) ON CONFLICT (id) DO UPDATE SET"
                             " state = ?2, since = max (since, ?3), deleted = 0",
                             "ssi", id, state, day->now);
  return TRUE;
}

void
diapason_hub_day_set_presence (DiapasonHubDay *day, guint adviser, const char *state)
{
  const char *id = diapason_company_adviser (day->staff, adviser)->id;

  if (!say (day, adviser, state))
    return;
  diapason_hub_presence_say_all (day->database, id, state, (DiapasonHubSayer){ "self", id },
                                 day->now);
  diapason_hub_database_touch (day->database, "presence", id);
}

/* What the platform offers somebody who has something open. */
static gboolean
say_busy (DiapasonHubDay *day, guint adviser)
{
  const char *id = diapason_company_adviser (day->staff, adviser)->id;
  const DiapasonHubDayDesk *desk = &day->desks[adviser];
  gboolean has_room = desk->calls == 0 && desk->chats < CHATS_AT_ONCE;
  const struct
  {
    const char *channel;
    gboolean is_busy;
  } channels[] = { { "call", TRUE }, { "chat", !has_room }, { "email", desk->calls > 0 } };
  gboolean is_news = say (day, adviser, "busy");

  for (gsize i = 0; i < G_N_ELEMENTS (channels); i++)
    is_news |= diapason_hub_presence_say (day->database, id, channels[i].channel,
                                          channels[i].is_busy ? "busy" : "available",
                                          DIAPASON_HUB_PLATFORM, day->now);
  return is_news;
}

static gboolean
say_free (DiapasonHubDay *day, guint adviser)
{
  const char *id = diapason_company_adviser (day->staff, adviser)->id;

  if (!diapason_hub_day_is_present (day, adviser, "busy") || !say (day, adviser, "available"))
    return FALSE;
  diapason_hub_presence_say_all (day->database, id, "available", DIAPASON_HUB_PLATFORM, day->now);
  return TRUE;
}

void
diapason_hub_day_show (DiapasonHubDay *day, guint adviser)
{
  const char *id = diapason_company_adviser (day->staff, adviser)->id;

  if (day->desks[adviser].open > 0 ? say_busy (day, adviser) : say_free (day, adviser))
    diapason_hub_database_touch (day->database, "presence", id);
}

/* Desks ---------------------------------------------------------------------------------------- */

static guint *
pile_of (DiapasonHubDay *day, const DiapasonHubDayContact *contact)
{
  DiapasonHubDayDesk *desk = &day->desks[contact->adviser];

  return contact->channel == DIAPASON_COMPANY_CALL ? &desk->calls : &desk->chats;
}

void
diapason_hub_day_hold (DiapasonHubDay *day, DiapasonHubDayContact *contact)
{
  if (contact->is_held ||
      (contact->channel != DIAPASON_COMPANY_CALL && contact->channel != DIAPASON_COMPANY_CHAT))
    return;
  contact->is_held = TRUE;
  *pile_of (day, contact) += 1;
}

void
diapason_hub_day_let_go (DiapasonHubDay *day, DiapasonHubDayContact *contact)
{
  if (!contact->is_held)
    return;
  *pile_of (day, contact) -= 1;
  if (contact->is_taken)
    day->desks[contact->adviser].open--;
  contact->is_held = FALSE;
}

gboolean
diapason_hub_day_is_free (DiapasonHubDay *day, guint adviser, DiapasonCompanyChannel channel)
{
  const DiapasonHubDayDesk *desk = &day->desks[adviser];

  if (channel != DIAPASON_COMPANY_CHAT)
    return desk->calls + desk->chats == 0 &&
           diapason_hub_day_is_present (day, adviser, "available");
  return desk->calls == 0 && desk->chats < CHATS_AT_ONCE &&
         (diapason_hub_day_is_present (day, adviser, "available") ||
          (desk->open > 0 && diapason_hub_day_is_present (day, adviser, "busy")));
}

guint
diapason_hub_day_find_adviser (DiapasonHubDay *day,
                               DiapasonCompanyChannel channel,
                               DiapasonCompanyLanguage language)
{
  GArray *numbers = day->staff->speaking[language];
  guint first = diapason_company_below (&day->random, numbers->len);
  gboolean demo_first = diapason_company_chance (&day->random, DEMO_PER_THOUSAND);
  guint demo = day->demo_adviser;

  if (demo_first && demo != DIAPASON_HUB_DAY_NOBODY &&
      diapason_company_adviser (day->staff, demo)->language == language &&
      diapason_hub_day_is_free (day, demo, channel))
    return demo;
  for (guint i = 0; i < MIN (numbers->len, MOST_ASKED); i++)
    {
      guint number = g_array_index (numbers, guint, (first + i) % numbers->len);

      if (diapason_hub_day_is_free (day, number, channel))
        return number;
    }
  return DIAPASON_HUB_DAY_NOBODY;
}

gboolean
diapason_hub_day_may_write (DiapasonHubDay *day, guint adviser)
{
  return day->desks[adviser].calls == 0 &&
         (diapason_hub_day_is_present (day, adviser, "available") ||
          diapason_hub_day_is_present (day, adviser, "busy"));
}
