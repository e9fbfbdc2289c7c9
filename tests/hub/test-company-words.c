/* test-company-words.c: the tables of the invented company: marks, slots and threads of the
 * stories, the clocks and calendars, numbers and money. */
#include "company-library.h"
#include "company-places.h"
#include "company-speech.h"
#include "company-stories.h"

#include <string.h>

static void
check_slots (const char *text)
{
  for (const char *brace = strchr (text, '{'); brace != NULL; brace = strchr (brace + 1, '{'))
    {
      gsize length = strcspn (brace + 1, "}");
      g_autofree char *name = g_ascii_strdown (brace + 1, (gssize) length);

      if (diapason_company_slot_find (name, length) < 0)
        g_error ("no slot “%s” in “%s”", name, text);
    }
}

/* Each text of a list; @threads gets what they belong to, all together. */
static void
check_texts (const char *const *texts, guint size, guint16 *threads)
{
  *threads = 0;
  for (guint i = 0; i < size && texts[i] != NULL; i++)
    {
      guint16 one;
      const char *text = diapason_company_unmark (texts[i], &one);

      *threads |= one;
      check_slots (text);
      g_assert_null (strchr (text, '|'));
      g_assert_cmpuint (strlen (text), >, 3);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

#define CHECK(story, list, threads)                                                                \
  check_texts ((story)->list, G_N_ELEMENTS ((story)->list), (threads))

static guint
count (const char *const *texts, guint size)
{
  guint n = 0;

  while (n < size && texts[n] != NULL)
    n++;
  return n;
}

static void
check_story (DiapasonCompanyStoryKind kind, DiapasonCompanyLanguage language)
{
  const DiapasonCompanyPlot *plot = &diapason_company_plots[kind];
  const DiapasonCompanyStory *story = diapason_company_story (kind, language);
  guint16 answers, promises, other;

  CHECK (story, subjects, &other);
  CHECK (story, details, &other);
  CHECK (story, questions, &other);
  CHECK (story, stucks, &other);
  CHECK (story, notes, &other);
  CHECK (story, summaries, &other);
  CHECK (story, openings, &other);
  CHECK (story, answers, &answers);
  CHECK (story, promises, &promises);
  g_test_message ("story %d, language %d", kind, language);
  g_assert_cmpuint (count (story->openings, G_N_ELEMENTS (story->openings)), >=, 3);
  g_assert_cmpuint (count (story->subjects, G_N_ELEMENTS (story->subjects)), >=, 3);
  for (guint i = 0; i < count (story->openings, G_N_ELEMENTS (story->openings)); i++)
    {
      guint16 threads;

      /* However it begins, there is a way on. */
      diapason_company_unmark (story->openings[i], &threads);
      g_assert_cmpuint (threads & answers, !=, 0);
      if (plot->flags & DIAPASON_COMPANY_PROMISES)
        g_assert_cmpuint (threads & promises, !=, 0);
    }
}

static void
test_stories (void)
{
  for (int kind = 0; kind < DIAPASON_COMPANY_N_STORIES; kind++)
    for (int language = 0; language < DIAPASON_COMPANY_N_LANGUAGES; language++)
      check_story (kind, language);
}

/* What fits in one language fits in the others. */
static void
test_threads_agree (void)
{
  for (int kind = 0; kind < DIAPASON_COMPANY_N_STORIES; kind++)
    for (int language = 1; language < DIAPASON_COMPANY_N_LANGUAGES; language++)
      {
        const DiapasonCompanyStory *french = diapason_company_story (kind, 0);
        const DiapasonCompanyStory *other = diapason_company_story (kind, language);

        for (guint i = 0; i < G_N_ELEMENTS (french->answers) && french->answers[i] != NULL; i++)
          {
            guint16 here, there;

            g_assert_nonnull (other->answers[i]);
            diapason_company_unmark (french->answers[i], &here);
            diapason_company_unmark (other->answers[i], &there);
            g_assert_cmpuint (here, ==, there);
          }
      }
}

static void
test_choice (void)
{
  static const char *const texts[] = { "1|one", "2y|two", "2n|not two", "b|big", NULL };
  DiapasonCompanyThread thread = { .threads = 1 << 2 };
  DiapasonCompanyRandom random;
  guint16 said = 0;

  diapason_company_random_init (&random, 1, DIAPASON_COMPANY_DOMAIN_PLOT, 1);
  g_assert_cmpstr (diapason_company_choose (&random, texts, 5, &thread, TRUE, &said), ==, "two");
  g_assert_null (diapason_company_choose (&random, texts, 5, &thread, TRUE, &said));
  g_assert_cmpstr (diapason_company_choose (&random, texts, 5, &thread, FALSE, NULL), ==,
                   "not two");
  thread = (DiapasonCompanyThread){ .threads = 1 << 3, .big = TRUE };
  g_assert_cmpstr (diapason_company_choose (&random, texts, 5, &thread, TRUE, NULL), ==, "big");
  thread = (DiapasonCompanyThread){ .threads = DIAPASON_COMPANY_ALL_THREADS };
  g_assert_cmpstr (diapason_company_choose (&random, texts, 1, &thread, TRUE, NULL), ==, "one");
  g_assert_cmpuint (thread.threads, ==, 1 << 1);
}

/* Letters only, as persons count; tags do not. */
static guint
words_of (const char *body)
{
  g_autoptr (GRegex) tags = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autofree char *text = g_regex_replace_literal (tags, body, -1, 0, " ", 0, NULL);
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += words[i][0] != '\0';
  return n;
}

static void
check_markup (const char *body)
{
  g_autofree char *whole = g_strdup_printf ("<body>%s</body>", body);
  g_autoptr (GError) error = NULL;
  static const GMarkupParser nothing = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);

  g_markup_parse_context_parse (context, whole, -1, &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, NULL));
}

static void
test_library (void)
{
  static const DiapasonCompanyLibrary *const libraries[] = { &diapason_company_library_fr,
                                                             &diapason_company_library_it,
                                                             &diapason_company_library_en };

  for (guint i = 0; i < G_N_ELEMENTS (libraries); i++)
    for (const DiapasonCompanyArticle *article = libraries[i]->articles; article->title != NULL;
         article++)
      {
        g_test_message ("%u words: %s", words_of (article->body), article->title);
        check_markup (article->body);
        g_assert_cmpuint (words_of (article->body), >=, 50);
        g_assert_cmpuint (words_of (article->body), <=, 200);
        g_assert_cmpstr (article->topic, ==,
                         libraries[0]->articles[article - libraries[i]->articles].topic);
      }
}

static void
test_calendar (void)
{
  DiapasonCompanyDate date;
  int winter = diapason_company_day (2025, 3, 29), summer = diapason_company_day (2025, 3, 30);
  int opens, closes, minute;
  gint64 evening = diapason_company_instant (DIAPASON_COMPANY_FRANCE, winter, 20 * 60);

  diapason_company_date (summer, date);
  g_assert_cmpstr (date, ==, "2025-03-30");
  g_assert_cmpint (diapason_company_weekday (summer), ==, 6);
  g_assert_cmpint (diapason_company_instant (DIAPASON_COMPANY_FRANCE, winter, 600), ==,
                   winter * DIAPASON_COMPANY_DAY + 9 * DIAPASON_COMPANY_HOUR);
  g_assert_cmpint (diapason_company_instant (DIAPASON_COMPANY_FRANCE, summer, 600), ==,
                   summer * DIAPASON_COMPANY_DAY + 8 * DIAPASON_COMPANY_HOUR);
  g_assert_cmpint (diapason_company_instant (DIAPASON_COMPANY_BRITAIN, summer, 600), ==,
                   summer * DIAPASON_COMPANY_DAY + 9 * DIAPASON_COMPANY_HOUR);
  g_assert_false (diapason_company_hours (DIAPASON_COMPANY_FRANCE, summer, &opens, &closes));
  g_assert_false (diapason_company_hours (DIAPASON_COMPANY_FRANCE,
                                          diapason_company_day (2025, 7, 14), &opens, &closes));
  g_assert_true (diapason_company_hours (DIAPASON_COMPANY_ITALY, diapason_company_day (2025, 7, 14),
                                         &opens, &closes));
  /* From Saturday evening over the change of the clocks to Monday morning. */
  evening = diapason_company_next_open (DIAPASON_COMPANY_FRANCE, evening);
  g_assert_cmpint (diapason_company_local_day (DIAPASON_COMPANY_FRANCE, evening, &minute), ==,
                   summer + 1);
  g_assert_cmpint (minute, ==, 8 * 60 + 30);
  g_assert_cmpint (diapason_company_next_open (DIAPASON_COMPANY_FRANCE, evening), ==, evening);
}

/* The rule of the clocks against the machine's own, where it has one. */
static void
test_zones (void)
{
  static const struct
  {
    DiapasonCompanyCountry country;
    const char *zone;
  } zones[] = { { DIAPASON_COMPANY_FRANCE, "Europe/Paris" },
                { DIAPASON_COMPANY_ITALY, "Europe/Rome" },
                { DIAPASON_COMPANY_BRITAIN, "Europe/London" },
                { DIAPASON_COMPANY_IRELAND, "Europe/Dublin" } };
  gint64 first = diapason_company_day (2000, 1, 1) * DIAPASON_COMPANY_DAY;
  gint64 last = diapason_company_day (2030, 1, 1) * DIAPASON_COMPANY_DAY;

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i].zone);

      if (zone == NULL)
        {
          g_test_skip ("no zone files here");
          return;
        }
      for (gint64 instant = first; instant < last; instant += 7 * DIAPASON_COMPANY_HOUR)
        {
          g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / 1000);
          g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
          int minute;

          diapason_company_local_day (zones[i].country, instant, &minute);
          g_assert_cmpint (minute, ==,
                           g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local));
        }
    }
}

static void
test_numbers (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  DiapasonCompanyNumber number;
  DiapasonCompanyRandom random;

  for (guint i = 0; i < 1000; i++)
    {
      diapason_company_number ("447700900", i, number);
      g_assert_cmpuint (strlen (number), ==, 12);
      g_assert_true (g_hash_table_add (seen, g_strdup (number)));
    }
  diapason_company_random_init (&random, 1, DIAPASON_COMPANY_DOMAIN_PLOT, 1);
  for (guint i = 0; i < 500; i++)
    {
      char text[32];

      diapason_company_write_number (&random, DIAPASON_COMPANY_FRANCE, "33639981234", text);
      g_assert_true (g_str_has_suffix (text, "34"));
      g_hash_table_add (forms, g_strdup (text));
    }
  g_assert_true (g_hash_table_contains (forms, "0639981234"));
  g_assert_true (g_hash_table_contains (forms, "06.39.98.12.34"));
  g_assert_true (g_hash_table_contains (forms, "+33 6 39 98 12 34"));
  g_assert_true (g_hash_table_contains (forms, "0033 (0)6 39 98 12 34"));
}

static void
assert_money (DiapasonCompanyLanguage language, gboolean pounds, guint cents, const char *expected)
{
  char text[32];

  diapason_company_money (language, pounds, cents, text);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_speech (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *folded = diapason_company_fold ("Zoé D'Angelo-N’Diaye");
  DiapasonCompanySlots *slots = g_new0 (DiapasonCompanySlots, 1);
  g_autofree DiapasonCompanySlots *owned G_GNUC_UNUSED = slots;
  char text[64];

  diapason_company_slots_set (slots, DIAPASON_COMPANY_SLOT_THE, "étagère");
  diapason_company_say (out, "{The}, {the}{e}.", slots);
  g_assert_cmpstr (out->str, ==, "Étagère, étagère.");
  g_assert_cmpstr (folded, ==, "zoedangelondiaye");
  assert_money (DIAPASON_COMPANY_FRENCH, FALSE, 123450, "1 234,50 €");
  assert_money (DIAPASON_COMPANY_ITALIAN, FALSE, 4200, "42 €");
  assert_money (DIAPASON_COMPANY_ENGLISH, TRUE, 4205, "£42.05");
  diapason_company_day_text (DIAPASON_COMPANY_FRENCH, diapason_company_day (2025, 5, 1), text);
  g_assert_cmpstr (text, ==, "1er mai");
  diapason_company_due_text (DIAPASON_COMPANY_ENGLISH, diapason_company_day (2025, 11, 14), text);
  g_assert_cmpstr (text, ==, "Friday 14 November");
}

/* What does not fit in a slot is cut between two characters. */
static void
test_long_slot (void)
{
  g_autofree DiapasonCompanySlots *slots = g_new0 (DiapasonCompanySlots, 1);
  g_autoptr (GString) longer = g_string_new ("x");

  while (longer->len < 2 * sizeof slots->values[0])
    g_string_append (longer, "é");
  diapason_company_slots_set (slots, DIAPASON_COMPANY_SLOT_NAME, longer->str);
  g_assert_true (g_utf8_validate (slots->values[DIAPASON_COMPANY_SLOT_NAME], -1, NULL));
  g_assert_cmpuint (strlen (slots->values[DIAPASON_COMPANY_SLOT_NAME]), >=, 250);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/company-words/stories", test_stories);
  g_test_add_func ("/company-words/threads-agree", test_threads_agree);
  g_test_add_func ("/company-words/choice", test_choice);
  g_test_add_func ("/company-words/library", test_library);
  g_test_add_func ("/company-words/calendar", test_calendar);
  g_test_add_func ("/company-words/zones", test_zones);
  g_test_add_func ("/company-words/numbers", test_numbers);
  g_test_add_func ("/company-words/speech", test_speech);
  g_test_add_func ("/company-words/long-slot", test_long_slot);
  return g_test_run ();
}
