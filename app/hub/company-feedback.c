/* company-feedback.c: see company-feedback.h. */
#include "company-feedback.h"

#include <string.h>

#define MARKS "cwynrfkx"

typedef struct
{
  DiapasonCompanyRandom *random;
  const DiapasonCompanyExperience *experience;
  DiapasonCompanySlots slots;
} Speaker;

static const DiapasonCompanyOpinions *const languages[DIAPASON_COMPANY_N_LANGUAGES] = {
  [DIAPASON_COMPANY_FRENCH] = &diapason_company_opinions_fr,
  [DIAPASON_COMPANY_ITALIAN] = &diapason_company_opinions_it,
  [DIAPASON_COMPANY_ENGLISH] = &diapason_company_opinions_en,
};

static const struct
{
  const char *name;
  guint scale;
} criteria[DIAPASON_COMPANY_N_CRITERIA] = {
  [DIAPASON_COMPANY_SATISFACTION] = { "satisfaction", 5 },
  [DIAPASON_COMPANY_EFFORT] = { "effort", 7 },
  [DIAPASON_COMPANY_WAS_SOLVED] = { "solved", 1 },
  [DIAPASON_COMPANY_WELCOME] = { "welcome", 5 },
  [DIAPASON_COMPANY_LISTENING] = { "listening", 5 },
  [DIAPASON_COMPANY_CLARITY] = { "clarity", 5 },
};

const DiapasonCompanyOpinions *
diapason_company_opinions (DiapasonCompanyLanguage language)
{
  return languages[language];
}

DiapasonCompanyMood
diapason_company_mood (guint score)
{
  if (score >= 9)
    return DIAPASON_COMPANY_GLAD;
  if (score >= 7)
    return DIAPASON_COMPANY_GOOD;
  return score >= 4 ? DIAPASON_COMPANY_POOR : DIAPASON_COMPANY_BAD;
}

DiapasonCompanyMood
diapason_company_mood_of_stars (guint stars)
{
  static const DiapasonCompanyMood moods[] = { DIAPASON_COMPANY_BAD, DIAPASON_COMPANY_BAD,
                                               DIAPASON_COMPANY_POOR, DIAPASON_COMPANY_GOOD,
                                               DIAPASON_COMPANY_GLAD };

  return moods[CLAMP (stars, 1, 5) - 1];
}

/* Scores ------------------------------------------------------------------------------------- */

static gboolean
is_pleased (const DiapasonCompanyExperience *experience)
{
  return (diapason_company_plots[experience->kind].flags & DIAPASON_COMPANY_PLEASED) != 0;
}

static gboolean
is_grave (const DiapasonCompanyExperience *experience)
{
  return (diapason_company_plots[experience->kind].flags & DIAPASON_COMPANY_GRAVE) != 0;
}

guint
diapason_company_feedback_score (DiapasonCompanyRandom *random,
                                 const DiapasonCompanyExperience *experience)
{
  static const int middles[] = {
    [DIAPASON_COMPANY_YES] = 9, [DIAPASON_COMPANY_PARTLY] = 6, [DIAPASON_COMPANY_NO] = 3
  };
  static const guint8 spreads[] = { 4, 9, 15, 30, 24, 11, 7 };
  int score = middles[experience->solved] - 3 +
              (int) diapason_company_weighted (random, spreads, G_N_ELEMENTS (spreads));

  if (is_pleased (experience))
    return 9 + diapason_company_below (random, 2);
  score -= experience->broken ? 4 : 0;
  score -= experience->returned && !experience->kept ? 2 : 0;
  score += experience->kept ? 1 : 0;
  return (guint) CLAMP (score, 0, 10);
}

const char *
diapason_company_criterion (DiapasonCompanyCriterion criterion)
{
  return criteria[criterion].name;
}

guint
diapason_company_criterion_scale (DiapasonCompanyCriterion criterion)
{
  return criteria[criterion].scale;
}

guint
diapason_company_criterion_score (DiapasonCompanyRandom *random,
                                  const DiapasonCompanyExperience *experience,
                                  DiapasonCompanyCriterion criterion,
                                  guint score)
{
  int scale = (int) criteria[criterion].scale;
  int drift = (int) diapason_company_below (random, 3) - 1;
  int value = 1 + ((int) score * (scale - 1) + 5) / 10;
  gboolean of_person = criterion >= DIAPASON_COMPANY_WELCOME;

  if (criterion == DIAPASON_COMPANY_WAS_SOLVED)
    return experience->solved == DIAPASON_COMPANY_YES ||
                   (experience->solved == DIAPASON_COMPANY_PARTLY && score >= 7)
               ? 1
               : 0;
  /* People forgive the person what they do not forgive the house. */
  if (of_person && score < 6 && diapason_company_chance (random, 450))
    value += 2;
  if (criterion == DIAPASON_COMPANY_EFFORT && experience->returned)
    value--;
  return (guint) CLAMP (value + drift, 1, scale);
}

/* Texts -------------------------------------------------------------------------------------- */

static gboolean
holds (char mark, const DiapasonCompanyExperience *experience)
{
  switch (mark)
    {
    case 'c':
      return experience->channel == DIAPASON_COMPANY_CALL;
    case 'w':
      return experience->channel != DIAPASON_COMPANY_CALL;
    case 'y':
      return experience->solved == DIAPASON_COMPANY_YES;
    case 'n':
      return experience->solved != DIAPASON_COMPANY_YES;
    case 'r':
      return experience->returned;
    case 'f':
      return !experience->returned;
    case 'k':
      return experience->kept;
    case 'x':
    default:
      return experience->broken;
    }
}

/* What stands after the marks of @text, or NULL when one of them does not hold. */
static const char *
fitting (const char *text, const DiapasonCompanyExperience *experience)
{
  gsize marks = strspn (text, MARKS);

  if (marks == 0 || text[marks] != '|')
    return text;
  for (gsize i = 0; i < marks; i++)
    if (!holds (text[i], experience))
      return NULL;
  return text + marks + 1;
}

/* One of @texts (NULL or @size ends them) that fits, or NULL. */
static const char *
choose (Speaker *speaker, const char *const *texts, guint size)
{
  const char *fit[16];
  guint n = 0;

  for (guint i = 0; i < size && texts[i] != NULL; i++)
    {
      fit[n] = fitting (texts[i], speaker->experience);
      n += fit[n] != NULL;
    }
  return n > 0 ? fit[diapason_company_below (speaker->random, n)] : NULL;
}

#define CHOOSE(speaker, texts) choose ((speaker), (texts), G_N_ELEMENTS (texts))

/* Appends one of the alternatives between @open, a '[', and its end. Returns: what stands after. */
static const char *
append_one_of (GString *out, DiapasonCompanyRandom *random, const char *open)
{
  const char *close = strchr (open, ']');
  guint n = 1, drawn;

  g_assert (close != NULL);
  for (const char *c = open; c < close; c++)
    n += *c == '/';
  drawn = diapason_company_below (random, n);
  for (open++; drawn > 0; open++)
    drawn -= *open == '/';
  g_string_append_len (out, open, (gssize) strcspn (open, "/]"));
  return close + 1;
}

static void
say (GString *out, Speaker *speaker, const char *text)
{
  g_autoptr (GString) chosen = g_string_new (NULL);

  for (const char *open = strchr (text, '['); open != NULL; open = strchr (text, '['))
    {
      g_string_append_len (chosen, text, open - text);
      text = append_one_of (chosen, speaker->random, open);
    }
  g_string_append (chosen, text);
  diapason_company_say (out, chosen->str, &speaker->slots);
}

/* As a further sentence; a NULL text adds nothing. */
static void
add (GString *out, Speaker *speaker, const char *text)
{
  if (text == NULL)
    return;
  if (out->len > 0)
    g_string_append_c (out, ' ');
  say (out, speaker, text);
}

/* Only what is set is ever read: the slots are far too many to be emptied for each text. */
static void
introduce (Speaker *speaker,
           DiapasonCompanyRandom *random,
           const DiapasonCompanyExperience *experience)
{
  const DiapasonCompanyProduct *product = experience->product;

  speaker->random = random;
  speaker->experience = experience;
  if (product == NULL)
    product = diapason_company_product_draw (random, experience->language,
                                             diapason_company_plots[experience->kind].shelf);
  diapason_company_slots_product (&speaker->slots, product);
  diapason_company_slots_set (&speaker->slots, DIAPASON_COMPANY_SLOT_E,
                              experience->female ? "e" : "");
  diapason_company_slots_set (&speaker->slots, DIAPASON_COMPANY_SLOT_O,
                              experience->female ? "a" : "o");
}

/* The hand ----------------------------------------------------------------------------------- */

static void
shout (GString *text)
{
  g_autoptr (GString) upper = g_string_sized_new (text->len + 8);

  for (const char *c = text->str; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_unichar (upper, g_unichar_toupper (g_utf8_get_char (c)));
  g_string_assign (text, upper->str);
}

/* Two letters within a word that change places, or one that is lost; only plain ones. */
static void
mistype (GString *text, DiapasonCompanyRandom *random)
{
  gsize at = 1 + diapason_company_below (random, (guint) text->len);
  gboolean lose = diapason_company_chance (random, 400);

  for (; at + 2 < text->len; at++)
    if (g_ascii_islower (text->str[at - 1]) && g_ascii_islower (text->str[at]) &&
        g_ascii_islower (text->str[at + 1]) && text->str[at] != text->str[at + 1])
      {
        char letter = text->str[at];

        if (lose)
          {
            g_string_erase (text, (gssize) at, 1);
            return;
          }
        text->str[at] = text->str[at + 1];
        text->str[at + 1] = letter;
        return;
      }
}

static void
lower_all (GString *text)
{
  for (gsize i = 0; i < text->len; i++)
    text->str[i] = g_ascii_tolower (text->str[i]);
}

/* As @manner types it, @mood sometimes in capitals. */
static void
hand (GString *text, DiapasonCompanyRandom *random, guint8 manner, DiapasonCompanyMood mood)
{
  guint slips = diapason_company_chance (random, 140) ? 1 + diapason_company_below (random, 2) : 0;
  gboolean loud = diapason_company_chance (random, mood == DIAPASON_COMPANY_BAD ? 90 : 8);

  for (guint i = 0; i < slips && text->len > 12; i++)
    mistype (text, random);
  if (loud)
    shout (text);
  else if (manner & DIAPASON_COMPANY_WRITES_LOWER && text->len < 120)
    lower_all (text);
  if (manner & DIAPASON_COMPANY_WRITES_BARE && text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);
}

/* Answers to the survey ---------------------------------------------------------------------- */

/* One of @texts, and another beside it when there is @more to say. */
static void
add_some (GString *out, Speaker *speaker, const char *const *texts, guint size, gboolean more)
{
  const char *text = choose (speaker, texts, size);
  const char *other = more ? choose (speaker, texts, size) : NULL;

  add (out, speaker, text);
  if (other != text)
    add (out, speaker, other);
}

#define ADD_SOME(out, speaker, texts, more)                                                        \
  add_some ((out), (speaker), (texts), G_N_ELEMENTS (texts), (more))

static void
add_matter (GString *out, Speaker *speaker, DiapasonCompanyMood mood, gboolean more)
{
  DiapasonCompanyLanguage language = speaker->experience->language;
  const DiapasonCompanyMatter *matter = &languages[language]->matters[speaker->experience->kind];

  if (mood >= DIAPASON_COMPANY_GOOD)
    ADD_SOME (out, speaker, matter->good, more);
  else
    ADD_SOME (out, speaker, matter->bad, more);
}

/* From one part to all of them, and those twice; what is there first begins the text. */
static void
compose (GString *out, Speaker *speaker, DiapasonCompanyMood mood)
{
  static const guint8 lengths[] = { 26, 33, 23, 11, 7 };
  const DiapasonCompanyMoodWords *words = &languages[speaker->experience->language]->moods[mood];
  gboolean grave = is_grave (speaker->experience);
  guint length = diapason_company_weighted (speaker->random, lengths, G_N_ELEMENTS (lengths));

  if (speaker->experience->manner & DIAPASON_COMPANY_WRITES_SHORT)
    length = MIN (length, 1);
  if (length == 0 && !grave)
    {
      ADD_SOME (out, speaker, words->brief, FALSE);
      return;
    }
  if (!grave && (length >= 3 || diapason_company_chance (speaker->random, 350)))
    ADD_SOME (out, speaker, words->opening, FALSE);
  add_matter (out, speaker, mood, length >= 4);
  if (length >= 2 || out->len == 0)
    ADD_SOME (out, speaker, words->staff, length >= 4);
  if (length >= 2)
    ADD_SOME (out, speaker, words->course, length >= 4);
  if (!grave && (length >= 3 || diapason_company_chance (speaker->random, 150)))
    ADD_SOME (out, speaker, words->closing, FALSE);
}

void
diapason_company_feedback_say (GString *out,
                               DiapasonCompanyRandom *random,
                               const DiapasonCompanyExperience *experience,
                               guint score)
{
  DiapasonCompanyMood mood = diapason_company_mood (score);
  g_autoptr (GString) text = g_string_new (NULL);
  Speaker speaker;

  introduce (&speaker, random, experience);
  compose (text, &speaker, mood);
  hand (text, random, experience->manner, mood);
  g_string_append_len (out, text->str, (gssize) text->len);
}

/* The shop ----------------------------------------------------------------------------------- */

static void
introduce_review (Speaker *speaker,
                  DiapasonCompanyRandom *random,
                  DiapasonCompanyExperience *experience)
{
  experience->kind = DIAPASON_COMPANY_ADVICE;
  introduce (speaker, random, experience);
}

void
diapason_company_review_title (GString *out,
                               DiapasonCompanyRandom *random,
                               DiapasonCompanyLanguage language,
                               guint product,
                               guint stars)
{
  DiapasonCompanyExperience experience = {
    .language = language,
    .product = &diapason_company_words (language)->products[DIAPASON_COMPANY_GOODS][product],
  };
  DiapasonCompanyMood mood = diapason_company_mood_of_stars (stars);
  Speaker speaker;

  introduce_review (&speaker, random, &experience);
  add (out, &speaker, CHOOSE (&speaker, languages[language]->reviews[mood].titles));
}

void
diapason_company_review_text (GString *out,
                              DiapasonCompanyRandom *random,
                              DiapasonCompanyLanguage language,
                              guint product,
                              gboolean female,
                              guint stars)
{
  DiapasonCompanyExperience experience = {
    .language = language,
    .product = &diapason_company_words (language)->products[DIAPASON_COMPANY_GOODS][product],
    .female = female,
  };
  DiapasonCompanyMood mood = diapason_company_mood_of_stars (stars);
  const DiapasonCompanyReviewWords *words = &languages[language]->reviews[mood];
  const DiapasonCompanyTrait *trait = &languages[language]->traits[product];
  g_autoptr (GString) text = g_string_new (NULL);
  Speaker speaker;

  introduce_review (&speaker, random, &experience);
  if (diapason_company_chance (random, 700))
    add (text, &speaker, CHOOSE (&speaker, words->verdicts));
  if (mood != DIAPASON_COMPANY_BAD)
    add (text, &speaker, CHOOSE (&speaker, trait->good));
  if (mood <= DIAPASON_COMPANY_POOR)
    add (text, &speaker, CHOOSE (&speaker, trait->bad));
  if (diapason_company_chance (random, 500))
    add (text, &speaker, CHOOSE (&speaker, words->service));
  hand (text, random, 0, mood);
  g_string_append_len (out, text->str, (gssize) text->len);
}

void
diapason_company_searched (GString *out,
                           DiapasonCompanyRandom *random,
                           const DiapasonCompanyExperience *experience)
{
  const DiapasonCompanyMatter *matter = &languages[experience->language]->matters[experience->kind];
  Speaker speaker;

  introduce (&speaker, random, experience);
  add (out, &speaker, CHOOSE (&speaker, matter->searched));
}

gboolean
diapason_company_store_note (GString *out,
                             DiapasonCompanyRandom *random,
                             const DiapasonCompanyExperience *experience)
{
  const DiapasonCompanyMatter *matter = &languages[experience->language]->matters[experience->kind];
  gsize before = out->len;
  Speaker speaker;

  introduce (&speaker, random, experience);
  add (out, &speaker, CHOOSE (&speaker, matter->store));
  return out->len > before;
}
