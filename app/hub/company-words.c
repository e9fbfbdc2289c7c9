/* company-words.c: the languages by number. */
#include "company-words.h"

static const struct
{
  const char *code;
  const DiapasonCompanyWords *words;
} languages[DIAPASON_COMPANY_N_LANGUAGES] = {
  [DIAPASON_COMPANY_FRENCH] = { "fr", &diapason_company_words_fr },
  [DIAPASON_COMPANY_ITALIAN] = { "it", &diapason_company_words_it },
  [DIAPASON_COMPANY_ENGLISH] = { "en", &diapason_company_words_en },
};

const char *
diapason_company_language_code (DiapasonCompanyLanguage language)
{
  return languages[language].code;
}

const DiapasonCompanyWords *
diapason_company_words (DiapasonCompanyLanguage language)
{
  return languages[language].words;
}
