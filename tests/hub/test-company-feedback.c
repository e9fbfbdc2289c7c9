/* test-company-feedback.c: what customers of the invented company say: words that fit scores,
 * languages and what happened, and are seldom the same. */
#include "company-feedback.h"

#include <string.h>

#define DRAWS 40

/* Words of praise and of blame; a text of the other mood holds none of them. */
static const char *const praise[DIAPASON_COMPANY_N_LANGUAGES] = {
  [DIAPASON_COMPANY_FRENCH] = "\\b(merci|parfait|bravo|excellent|super|génial|ravie?|formidable)",
  [DIAPASON_COMPANY_ITALIAN] = "\\b(grazie|perfett|ottim|brav[io]|eccellent|complimenti|gentil)",
  [DIAPASON_COMPANY_ENGLISH] = "\\b(thanks?|perfect|great\\b(?! dent)|excellent|lovely|wonderful)",
};
static const char *const blame[DIAPASON_COMPANY_N_LANGUAGES] = {
  [DIAPASON_COMPANY_FRENCH] =
      "\\b(une honte|lamentable|inadmissible|ridicule|déçue?|plus jamais)\\b",
  [DIAPASON_COMPANY_ITALIAN] = "\\b(vergogna\\b|pessim|inaccettabile|ridicolo|delus|mai più)",
  [DIAPASON_COMPANY_ENGLISH] = "\\b(useless|awful|disgrace|ridiculous|shame|shambles|never again)",
};

static void
check_text (const char *text)
{
  static const char *const slots[] = { "thing", "the", "my", "of", "e", "o", "pe", "po" };
  int depth = 0;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (const char *brace = strchr (text, '{'); brace != NULL; brace = strchr (brace + 1, '{'))
    {
      g_autofree char *name = g_ascii_strdown (brace + 1, (gssize) strcspn (brace + 1, "}"));
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
        known |= g_str_equal (slots[i], name);
      if (!known)
        g_error ("no slot “%s” in “%s”", name, text);
    }
  for (const char *c = text; *c != '\0'; c++)
    {
      depth += (*c == '[') - (*c == ']');
      if (depth < 0 || depth > 1)
        g_error ("brackets in “%s”", text);
    }
  g_assert_cmpint (depth, ==, 0);
}

/* At least @least texts, all in order. */
static void
check_texts (const char *const *texts, guint size, guint least)
{
  guint n = 0;

  for (; n < size && texts[n] != NULL; n++)
    check_text (texts[n]);
  g_assert_cmpuint (n, >=, least);
}

#define CHECK(texts, least) check_texts ((texts), G_N_ELEMENTS (texts), (least))

static void
check_language (const DiapasonCompanyOpinions *opinions)
{
  for (int mood = 0; mood < DIAPASON_COMPANY_N_MOODS; mood++)
    {
      CHECK (opinions->moods[mood].brief, 10);
      CHECK (opinions->moods[mood].opening, 5);
      CHECK (opinions->moods[mood].staff, 5);
      CHECK (opinions->moods[mood].course, 5);
      CHECK (opinions->moods[mood].closing, 5);
      CHECK (opinions->reviews[mood].titles, 6);
      CHECK (opinions->reviews[mood].verdicts, 5);
      CHECK (opinions->reviews[mood].service, 5);
    }
  for (int kind = 0; kind < DIAPASON_COMPANY_N_STORIES; kind++)
    {
      CHECK (opinions->matters[kind].bad, 3);
      CHECK (opinions->matters[kind].good, 3);
      CHECK (opinions->matters[kind].searched, 2);
      CHECK (opinions->matters[kind].store, 0);
    }
  for (int product = 0; product < DIAPASON_COMPANY_N_GOODS; product++)
    {
      CHECK (opinions->traits[product].bad, 2);
      CHECK (opinions->traits[product].good, 2);
    }
}

static void
test_tables (void)
{
  for (int language = 0; language < DIAPASON_COMPANY_N_LANGUAGES; language++)
    {
      const DiapasonCompanyProduct *goods =
          diapason_company_words (language)->products[DIAPASON_COMPANY_GOODS];

      check_language (diapason_company_opinions (language));
      g_assert_nonnull (goods[DIAPASON_COMPANY_N_GOODS - 1].bare);
      g_assert_null (goods[DIAPASON_COMPANY_N_GOODS].bare);
      /* Who goes to a store for it does so in every language. */
      for (int kind = 0; kind < DIAPASON_COMPANY_N_STORIES; kind++)
        g_assert_true ((diapason_company_opinions (language)->matters[kind].store[0] != NULL) ==
                       (diapason_company_opinions (0)->matters[kind].store[0] != NULL));
    }
}

static DiapasonCompanyExperience
live (DiapasonCompanyRandom *random, int kind, int language)
{
  DiapasonCompanyExperience experience = { .kind = kind, .language = language };

  experience.female = diapason_company_chance (random, 500);
  experience.manner = diapason_company_below (random, 8);
  experience.channel = diapason_company_below (random, DIAPASON_COMPANY_N_CHANNELS);
  experience.solved = diapason_company_below (random, 3);
  experience.returned = diapason_company_chance (random, 300);
  experience.broken = diapason_company_chance (random, 200);
  experience.kept = !experience.broken && diapason_company_chance (random, 200);
  return experience;
}

static void
assert_plain (const char *text)
{
  g_assert_cmpstr (text, !=, "");
  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (strpbrk (text, "[]{}|") != NULL || strstr (text, "  ") != NULL)
    g_error ("“%s”", text);
}

/* Whatever happened, whoever writes gives a text in the mood of the score. */
static void
test_moods (void)
{
  DiapasonCompanyRandom random;

  diapason_company_random_init (&random, 7, DIAPASON_COMPANY_DOMAIN_PLOT, 1);
  for (int language = 0; language < DIAPASON_COMPANY_N_LANGUAGES; language++)
    {
      g_autoptr (GRegex) praising = g_regex_new (praise[language], G_REGEX_CASELESS, 0, NULL);
      g_autoptr (GRegex) blaming = g_regex_new (blame[language], G_REGEX_CASELESS, 0, NULL);

      for (guint i = 0; i < DRAWS * DIAPASON_COMPANY_N_STORIES; i++)
        {
          DiapasonCompanyExperience experience =
              live (&random, i % DIAPASON_COMPANY_N_STORIES, language);
          guint score = diapason_company_feedback_score (&random, &experience);
          g_autoptr (GString) text = g_string_new (NULL);

          diapason_company_feedback_say (text, &random, &experience, score);
          assert_plain (text->str);
          if (i % 97 == 0)
            g_test_message ("%u: %s", score, text->str);
          if (score <= 3 && g_regex_match (praising, text->str, 0, NULL))
            g_error ("%u with praise: “%s”", score, text->str);
          if (score >= 9 && g_regex_match (blaming, text->str, 0, NULL))
            g_error ("%u with blame: “%s”", score, text->str);
        }
    }
}

/* Thousands that differ, from one word to whole paragraphs. */
static void
test_variety (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint brief = 0, lengthy = 0, loud = 0;
  DiapasonCompanyRandom random;

  diapason_company_random_init (&random, 7, DIAPASON_COMPANY_DOMAIN_PLOT, 2);
  for (guint i = 0; i < 6000; i++)
    {
      DiapasonCompanyExperience experience =
          live (&random, i % DIAPASON_COMPANY_N_STORIES, DIAPASON_COMPANY_FRENCH);
      guint score = diapason_company_feedback_score (&random, &experience);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *upper = NULL;

      diapason_company_feedback_say (text, &random, &experience, score);
      upper = g_utf8_strup (text->str, -1);
      brief += text->len < 20;
      lengthy += text->len > 250;
      loud += g_str_equal (text->str, upper);
      g_hash_table_add (seen, g_string_free (g_steal_pointer (&text), FALSE));
    }
  g_test_message ("%u different, %u brief, %u long, %u loud", g_hash_table_size (seen), brief,
                  lengthy, loud);
  g_assert_cmpuint (g_hash_table_size (seen), >=, 3500);
  g_assert_cmpuint (brief, >=, 300);
  g_assert_cmpuint (lengthy, >=, 150);
  g_assert_cmpuint (loud, >=, 60);
}

static double
mean (const DiapasonCompanyExperience *experience)
{
  DiapasonCompanyRandom random;
  double sum = 0;

  diapason_company_random_init (&random, 7, DIAPASON_COMPANY_DOMAIN_PLOT, 3);
  for (guint i = 0; i < 1000; i++)
    sum += diapason_company_feedback_score (&random, experience);
  return sum / 1000;
}

/* What was lived through tells in the score. */
static void
test_scores (void)
{
  DiapasonCompanyExperience good = { .kind = DIAPASON_COMPANY_BILL_WRONG };
  DiapasonCompanyExperience again = good, broken = good, partly = good, bad = good, kept = good;

  again.returned = TRUE;
  broken.broken = broken.returned = TRUE;
  partly.solved = kept.solved = DIAPASON_COMPANY_PARTLY;
  kept.kept = TRUE;
  bad.solved = DIAPASON_COMPANY_NO;
  g_assert_cmpfloat (mean (&good), >, 7.5);
  g_assert_cmpfloat (mean (&good), >, mean (&again) + 1);
  g_assert_cmpfloat (mean (&again), >, mean (&broken) + 1);
  g_assert_cmpfloat (mean (&good), >, mean (&partly) + 1);
  g_assert_cmpfloat (mean (&kept), >, mean (&partly) + 0.5);
  g_assert_cmpfloat (mean (&partly), >, mean (&bad) + 1);
  g_assert_cmpfloat (mean (&bad), <, 4);
}

/* The criteria lie within their scales and go the way of the score. */
static void
test_criteria (void)
{
  DiapasonCompanyExperience experience = { .kind = DIAPASON_COMPANY_MOVING };
  DiapasonCompanyRandom random;

  diapason_company_random_init (&random, 7, DIAPASON_COMPANY_DOMAIN_PLOT, 4);
  for (int criterion = 0; criterion < DIAPASON_COMPANY_N_CRITERIA; criterion++)
    {
      guint scale = diapason_company_criterion_scale (criterion);
      guint low = 0, high = 0;

      for (guint i = 0; i < 200; i++)
        for (guint score = 0; score <= 10; score++)
          {
            guint value;

            experience.solved = score >= 7 ? DIAPASON_COMPANY_YES : DIAPASON_COMPANY_NO;
            value = diapason_company_criterion_score (&random, &experience, criterion, score);
            g_assert_cmpuint (value, <=, scale);
            if (criterion != DIAPASON_COMPANY_WAS_SOLVED)
              g_assert_cmpuint (value, >=, 1);
            low += score == 0 ? value : 0;
            high += score == 10 ? value : 0;
          }
      g_assert_cmpuint (low, <, high);
    }
}

static void
check_review (DiapasonCompanyRandom *random, int language, guint product, guint stars)
{
  g_autoptr (GRegex) praising = g_regex_new (praise[language], G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GRegex) blaming = g_regex_new (blame[language], G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  diapason_company_review_title (title, random, language, product, stars);
  diapason_company_review_text (text, random, language, product, FALSE, stars);
  assert_plain (title->str);
  assert_plain (text->str);
  g_string_append (title, text->str);
  if (stars <= 2)
    g_assert_false (g_regex_match (praising, title->str, 0, NULL));
  if (stars == 5)
    g_assert_false (g_regex_match (blaming, title->str, 0, NULL));
}

static void
test_shop (void)
{
  DiapasonCompanyRandom random;

  diapason_company_random_init (&random, 7, DIAPASON_COMPANY_DOMAIN_PLOT, 5);
  for (int language = 0; language < DIAPASON_COMPANY_N_LANGUAGES; language++)
    {
      for (guint i = 0; i < 5 * DRAWS * DIAPASON_COMPANY_N_GOODS; i++)
        check_review (&random, language, i % DIAPASON_COMPANY_N_GOODS, 1 + i % 5);
      for (guint i = 0; i < DRAWS * DIAPASON_COMPANY_N_STORIES; i++)
        {
          DiapasonCompanyExperience experience =
              live (&random, i % DIAPASON_COMPANY_N_STORIES, language);
          g_autoptr (GString) searched = g_string_new (NULL);
          g_autoptr (GString) note = g_string_new (NULL);

          diapason_company_searched (searched, &random, &experience);
          assert_plain (searched->str);
          if (diapason_company_store_note (note, &random, &experience))
            assert_plain (note->str);
          else
            g_assert_cmpuint (note->len, ==, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/company-feedback/tables", test_tables);
  g_test_add_func ("/company-feedback/moods", test_moods);
  g_test_add_func ("/company-feedback/variety", test_variety);
  g_test_add_func ("/company-feedback/scores", test_scores);
  g_test_add_func ("/company-feedback/criteria", test_criteria);
  g_test_add_func ("/company-feedback/shop", test_shop);
  return g_test_run ();
}
