/* hub-day-recall.c: what a contact of the file was about, from its words: the texts of the stories
 * without their slots are found again in it. See hub-day-private.h. */
#include "hub-day-private.h"

#include <string.h>

#define LEAST_LITERAL 8 /* bytes; less could be of any story */

/* Whether all of @text between its slots is in @words, in its order. */
static gboolean
is_said (const char *text, const char *words)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\{\\w+\\}", diapason_company_unmark (text, NULL),
                                               G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
  gsize literal = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (words, parts[i]);

      if (found == NULL)
        return FALSE;
      words = found + strlen (parts[i]);
      literal += strlen (parts[i]);
    }
  return literal >= LEAST_LITERAL;
}

static guint
count_said (const char *const *texts, guint size, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < size && texts[i] != NULL; i++)
    n += is_said (texts[i], words);
  return n;
}

static guint
count_story (const DiapasonCompanyStory *story, const char *words)
{
  return count_said (story->subjects, G_N_ELEMENTS (story->subjects), words) +
         count_said (story->openings, G_N_ELEMENTS (story->openings), words) +
         count_said (story->notes, G_N_ELEMENTS (story->notes), words) +
         count_said (story->summaries, G_N_ELEMENTS (story->summaries), words);
}

/* The one that is named by the longest word. */
static const DiapasonCompanyProduct *
find_product (DiapasonCompanyLanguage language, DiapasonCompanyShelf shelf, const char *words)
{
  const DiapasonCompanyProduct *named = NULL;

  for (const DiapasonCompanyProduct *product = diapason_company_words (language)->products[shelf];
       product->bare != NULL; product++)
    if (strstr (words, product->bare) != NULL &&
        (named == NULL || strlen (product->bare) > strlen (named->bare)))
      named = product;
  return named;
}

void
diapason_hub_day_recall (DiapasonCompanyExperience *experience,
                         const char *reason,
                         const char *words)
{
  guint most = 0;

  experience->kind = DIAPASON_COMPANY_ADVICE;
  for (int kind = DIAPASON_COMPANY_N_STORIES - 1; kind >= 0; kind--)
    if (g_str_equal (diapason_company_plots[kind].reason, reason))
      {
        guint n = count_story (diapason_company_story (kind, experience->language), words);

        if (n < most)
          continue;
        most = n;
        experience->kind = kind;
      }
  experience->product =
      find_product (experience->language, diapason_company_plots[experience->kind].shelf, words);
}
