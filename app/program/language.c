/* language.c: see language.h. LANGUAGE is what gettext reads; what it was before is kept beside it,
 * for whoever chooses the system's again. */
#include "language.h"

#include <locale.h>

#define BEFORE "DIAPASON_LANGUAGE_BEFORE"

static char **
choose (char **environment, const char *before, const char *language)
{
  char **copy = g_environ_setenv (g_strdupv (environment), BEFORE, before, TRUE);

  return g_environ_setenv (copy, "LANGUAGE", language, TRUE);
}

static char **
choose_none (char **environment, const char *before)
{
  char **copy = g_environ_unsetenv (g_strdupv (environment), BEFORE);

  return *before != '\0' ? g_environ_setenv (copy, "LANGUAGE", before, TRUE)
                         : g_environ_unsetenv (copy, "LANGUAGE");
}

char **
diapason_language_environment (char **environment, const char *language)
{
  const char *before = g_environ_getenv (environment, BEFORE);
  const char *now = g_environ_getenv (environment, "LANGUAGE");

  if (*language == '\0')
    return before != NULL ? choose_none (environment, before) : NULL;
  if (before == NULL)
    return choose (environment, now != NULL ? now : "", language);
  return g_strcmp0 (now, language) != 0 ? choose (environment, before, language) : NULL;
}

const char *
diapason_language_current (void)
{
  const char *language = g_getenv (BEFORE) != NULL ? g_getenv ("LANGUAGE") : NULL;

  return language != NULL ? language : "";
}

void
diapason_language_set_locale (void)
{
  static const struct
  {
    const char *language;
    const char *locale;
  } locales[] = {
    { "en", "en_US.UTF-8" },
    { "fr", "fr_FR.UTF-8" },
    { "it", "it_IT.UTF-8" },
  };
  const char *language = diapason_language_current ();

  setlocale (LC_ALL, "");
  if (*language == '\0')
    return;
  /* gettext translates nothing in the locale "C", which stands for a system that said nothing. */
  if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    if (g_str_equal (locales[i].language, language) &&
        setlocale (LC_MESSAGES, locales[i].locale) != NULL)
      setlocale (LC_TIME, locales[i].locale);
}
