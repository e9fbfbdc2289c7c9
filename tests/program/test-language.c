/* test-language.c: the environment that a chosen language makes, and what it was before. */
#include "language.h"

static char **
environment_new (const char *language, const char *before)
{
  char **environment = g_environ_setenv (NULL, "HOME", "/home/somebody", TRUE);

  if (language != NULL)
    environment = g_environ_setenv (environment, "LANGUAGE", language, TRUE);
  if (before != NULL)
    environment = g_environ_setenv (environment, "DIAPASON_LANGUAGE_BEFORE", before, TRUE);
  return environment;
}

static void
test_chosen (void)
{
  static const struct
  {
    const char *now, *before; /* as they are; NULL: not set */
    const char *wanted;       /* the choice */
    gboolean other;           /* whether there is another environment */
    const char *then, *kept;  /* in it */
  } cases[] = {
    { NULL, NULL, "", FALSE },
    { "de", NULL, "", FALSE },
    { NULL, NULL, "fr", TRUE, "fr", "" },
    { "de:en", NULL, "fr", TRUE, "fr", "de:en" },
    { "fr", NULL, "fr", TRUE, "fr", "fr" },
    /* What was started anew is right, and is not started once more. */
    { "fr", "", "fr", FALSE },
    { "fr", "de:en", "fr", FALSE },
    /* Another choice, or none, after that. */
    { "fr", "de:en", "it", TRUE, "it", "de:en" },
    { "fr", "de:en", "", TRUE, "de:en", NULL },
    { "fr", "", "", TRUE, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) environment = environment_new (cases[i].now, cases[i].before);
      g_auto (GStrv) other = diapason_language_environment (environment, cases[i].wanted);
      g_auto (GStrv) more = NULL;

      g_assert_true ((other != NULL) == cases[i].other);
      if (other == NULL)
        continue;
      g_assert_cmpstr (g_environ_getenv (other, "LANGUAGE"), ==, cases[i].then);
      g_assert_cmpstr (g_environ_getenv (other, "DIAPASON_LANGUAGE_BEFORE"), ==, cases[i].kept);
      g_assert_cmpstr (g_environ_getenv (other, "HOME"), ==, "/home/somebody");
      more = diapason_language_environment (other, cases[i].wanted);
      g_assert_null (more);
    }
}

static void
test_current (void)
{
  g_setenv ("LANGUAGE", "fr", TRUE);
  g_unsetenv ("DIAPASON_LANGUAGE_BEFORE");
  g_assert_cmpstr (diapason_language_current (), ==, "");
  g_setenv ("DIAPASON_LANGUAGE_BEFORE", "", TRUE);
  g_assert_cmpstr (diapason_language_current (), ==, "fr");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/program/language/chosen", test_chosen);
  g_test_add_func ("/program/language/current", test_current);
  return g_test_run ();
}
