/* company-library.c: the articles by language and topic. */
#include "company-library.h"

#include <string.h>

static const DiapasonCompanyLibrary *const libraries[DIAPASON_COMPANY_N_LANGUAGES] = {
  [DIAPASON_COMPANY_FRENCH] = &diapason_company_library_fr,
  [DIAPASON_COMPANY_ITALIAN] = &diapason_company_library_it,
  [DIAPASON_COMPANY_ENGLISH] = &diapason_company_library_en,
};

const DiapasonCompanyLibrary *
diapason_company_library (DiapasonCompanyLanguage language)
{
  return libraries[language];
}

void
diapason_company_article_id (DiapasonCompanyLanguage language, guint number, char id[16])
{
  g_snprintf (id, 16, "kb_%03u_%s", number + 1, diapason_company_language_code (language));
}

void
diapason_company_article_draw (DiapasonCompanyRandom *random,
                               DiapasonCompanyLanguage language,
                               const char *topic,
                               char id[16])
{
  const DiapasonCompanyArticle *articles = libraries[language]->articles;
  guint fitting[32], n = 0;

  for (guint i = 0; articles[i].title != NULL && n < G_N_ELEMENTS (fitting); i++)
    if (strcmp (articles[i].topic, topic) == 0)
      fitting[n++] = i;
  id[0] = '\0';
  if (n > 0)
    diapason_company_article_id (language, fitting[diapason_company_below (random, n)], id);
}
