/* company-stories.c: the plots, and the choice of words that fit together. */
#include "company-stories.h"

#include <string.h>

#define GOODS     DIAPASON_COMPANY_GOODS
#define SUPPLY    DIAPASON_COMPANY_SUPPLY
#define CARE      DIAPASON_COMPANY_CARE
#define RENTAL    DIAPASON_COMPANY_RENTAL
#define PROMISES  DIAPASON_COMPANY_PROMISES
#define PLEASED   DIAPASON_COMPANY_PLEASED
#define ANNOYED   DIAPASON_COMPANY_ANNOYED
#define STRANGERS DIAPASON_COMPANY_FOR_STRANGERS
#define APPOINTED DIAPASON_COMPANY_APPOINTED
#define GRAVE     DIAPASON_COMPANY_GRAVE

const DiapasonCompanyPlot diapason_company_plots[DIAPASON_COMPANY_N_STORIES] = {
  [DIAPASON_COMPANY_REFUND_LATE] = { "refund", GOODS, 9, PROMISES | ANNOYED, 30 },
  [DIAPASON_COMPANY_REFUND_SHORT] = { "refund", GOODS, 4, PROMISES, 45 },
  [DIAPASON_COMPANY_DELIVERY_DAMAGED] = { "delivery", GOODS, 6, PROMISES | ANNOYED, 40 },
  [DIAPASON_COMPANY_DELIVERY_LATE] = { "delivery", GOODS, 8, PROMISES, 40 },
  [DIAPASON_COMPANY_DELIVERY_MISSED] = { "delivery", GOODS, 4, PROMISES | ANNOYED, 55 },
  [DIAPASON_COMPANY_DELIVERY_WRONG] = { "delivery", GOODS, 4, PROMISES, 50 },
  [DIAPASON_COMPANY_STOCK_CONTRADICTION] = { "stock", GOODS, 6, PROMISES | STRANGERS, 55 },
  [DIAPASON_COMPANY_BILL_WRONG] = { "bill", SUPPLY, 9, PROMISES | ANNOYED, 50 },
  [DIAPASON_COMPANY_CHARGED_TWICE] = { "payment", SUPPLY, 5, PROMISES | ANNOYED, 45 },
  [DIAPASON_COMPANY_PAYMENT_PLAN] = { "payment", SUPPLY, 4, PROMISES, 70 },
  [DIAPASON_COMPANY_BANK_CHANGE] = { "payment", SUPPLY, 4, 0, 90 },
  [DIAPASON_COMPANY_METER_READING] = { "meter", SUPPLY, 7, 0, 85 },
  [DIAPASON_COMPANY_MOVING] = { "moving", SUPPLY, 7, PROMISES, 75 },
  [DIAPASON_COMPANY_ADDRESS_CHANGE] = { "account", SUPPLY, 4, 0, 92 },
  [DIAPASON_COMPANY_BREAKDOWN] = { "breakdown", CARE, 9, PROMISES | APPOINTED, 40 },
  [DIAPASON_COMPANY_APPLIANCE_FAULT] = { "repair", GOODS, 7, PROMISES | APPOINTED, 45 },
  [DIAPASON_COMPANY_TECHNICIAN_ABSENT] = { "appointment", CARE, 6, PROMISES | ANNOYED, 35 },
  [DIAPASON_COMPANY_APPOINTMENT] = { "appointment", CARE, 6, APPOINTED, 90 },
  [DIAPASON_COMPANY_CANCELLATION] = { "cancellation", RENTAL, 5, PROMISES, 60 },
  [DIAPASON_COMPANY_PRICE_RISE] = { "contract", SUPPLY, 5, ANNOYED, 65 },
  [DIAPASON_COMPANY_ADVISER_RUDE] = { "complaint", GOODS, 2, PROMISES | ANNOYED, 25 },
  [DIAPASON_COMPANY_NOBODY_CALLED] = { "complaint", CARE, 5, PROMISES | ANNOYED, 40 },
  [DIAPASON_COMPANY_PRAISE] = { "praise", GOODS, 4, PLEASED, 100 },
  [DIAPASON_COMPANY_LOGIN] = { "account", SUPPLY, 6, 0, 85 },
  [DIAPASON_COMPANY_BEREAVEMENT] = { "contract", SUPPLY, 2, PROMISES | GRAVE, 60 },
  [DIAPASON_COMPANY_LARGE_PRINT] = { "account", SUPPLY, 1, PROMISES, 75 },
  [DIAPASON_COMPANY_ADVICE] = { "advice", GOODS, 5, STRANGERS, 90 },
  [DIAPASON_COMPANY_NEW_SUPPLY] = { "contract", SUPPLY, 3, PROMISES | STRANGERS, 75 },
};

static const DiapasonCompanyStory *const languages[DIAPASON_COMPANY_N_LANGUAGES] = {
  [DIAPASON_COMPANY_FRENCH] = diapason_company_stories_fr,
  [DIAPASON_COMPANY_ITALIAN] = diapason_company_stories_it,
  [DIAPASON_COMPANY_ENGLISH] = diapason_company_stories_en,
};

const DiapasonCompanyStory *
diapason_company_story (DiapasonCompanyStoryKind kind, DiapasonCompanyLanguage language)
{
  return &languages[language][kind];
}

/* The bar that ends the marks of @text, or NULL. */
static const char *
bar_of (const char *text)
{
  gsize marks = strspn (text, "0123456789ynb");

  return marks > 0 && text[marks] == '|' ? text + marks : NULL;
}

const char *
diapason_company_unmark (const char *text, guint16 *threads)
{
  const char *bar = bar_of (text);
  guint16 marked = 0;

  for (const char *mark = text; bar != NULL && mark < bar; mark++)
    if (g_ascii_isdigit (*mark))
      marked |= 1 << (*mark - '0');
  if (threads != NULL)
    *threads = marked != 0 ? marked : DIAPASON_COMPANY_ALL_THREADS;
  return bar != NULL ? bar + 1 : text;
}

static gboolean
fits (const char *text, const DiapasonCompanyThread *thread, gboolean solved)
{
  const char *bar = bar_of (text);
  guint16 threads;

  for (const char *mark = text; bar != NULL && mark < bar; mark++)
    if ((*mark == 'y' && !solved) || (*mark == 'n' && solved) || (*mark == 'b' && !thread->big))
      return FALSE;
  diapason_company_unmark (text, &threads);
  return (threads & thread->threads) != 0;
}

const char *
diapason_company_choose (DiapasonCompanyRandom *random,
                         const char *const *texts,
                         guint size,
                         DiapasonCompanyThread *thread,
                         gboolean solved,
                         guint16 *said)
{
  guint fitting[16], n = 0, chosen;
  guint16 threads;
  const char *text;

  for (guint i = 0; i < size && texts[i] != NULL; i++)
    if (fits (texts[i], thread, solved) && (said == NULL || !(*said & (1 << i))))
      fitting[n++] = i;
  if (n == 0)
    return NULL;
  chosen = fitting[diapason_company_below (random, n)];
  if (said != NULL)
    *said |= 1 << chosen;
  text = diapason_company_unmark (texts[chosen], &threads);
  thread->threads &= threads;
  return text;
}
