/* format-verbatim.c: what customers answered and wrote, in words. See format.h. */
#include <glib/gi18n.h>

#include "format.h"
#include "text.h"

/* Characters of the words in a row that is closed: a screen reader says them all. */
#define EXCERPT 200

static const char *
answer_title (const char *channel)
{
  static const char *const titles[][2] = {
    /* Translators: from here on, what a customer answered when they were asked about a contact. */
    { "call", N_("Answer after a call") },
    { "email", N_("Answer after an e-mail") },
    { "chat", N_("Answer after a chat") },
    { "sms", N_("Answer after a message") },
    { "store", N_("Answer after a store visit") },
    { "web", N_("Answer after self-service") },
    { "review", N_("Review") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (titles[i][0], channel) == 0)
      return _ (titles[i][1]);
  return _("Answer to a survey");
}

static char *
points_text (const DiapasonScore *score)
{
  if (!score->known)
    return g_strdup ("");
  if (score->scale == 0)
    return g_strdup_printf ("%d", (int) score->score);
  /* Translators: points on a scale: "9 of 10". */
  return g_strdup_printf (_("%d of %d"), (int) score->score, (int) score->scale);
}

char *
diapason_format_score (const DiapasonScore *score)
{
  if (score->known && score->scale == 5)
    /* Translators: how many stars of how many were given: "4 of 5 stars". */
    return g_strdup_printf (_("%d of %d stars"), (int) score->score, (int) score->scale);
  return points_text (score);
}

/* The score first, so that it is seen where there is little room. */
char *
diapason_format_verbatim_title (const DiapasonEventRecord *verbatim)
{
  g_autofree char *score = diapason_format_score (&verbatim->score);
  const char *title = answer_title (verbatim->channel);

  return *score == '\0' ? g_strdup (title) : g_strdup_printf ("%s · %s", score, title);
}

char *
diapason_format_verbatim_detail (const DiapasonEventRecord *verbatim)
{
  GString *line = g_string_new (NULL);
  g_autofree char *words = diapason_text_display (verbatim->text, EXCERPT, FALSE);

  diapason_format_add_part (line, verbatim->subject);
  diapason_format_add_part (line, words);
  diapason_format_add_part (line, verbatim->about);
  return g_string_free (line, FALSE);
}

const char *
diapason_format_verbatim_icon (const DiapasonEventRecord *verbatim)
{
  return g_strcmp0 (verbatim->channel, "review") == 0 ? "starred-symbolic"
                                                      : "dialog-question-symbolic";
}

static const char *
permission_text (const char *by)
{
  if (g_strcmp0 (by, "phone") == 0)
    return _("may be contacted by phone");
  if (g_strcmp0 (by, "email") == 0)
    return _("may be contacted by e-mail");
  return _("may be contacted");
}

char *
diapason_format_permission (const DiapasonEventRecord *verbatim)
{
  g_autofree char *day = NULL;

  if (g_strcmp0 (verbatim->permission, "no") == 0)
    return g_strdup (_("wants no contact"));
  if (g_strcmp0 (verbatim->permission, "yes") != 0)
    return g_strdup ("");
  if (verbatim->permission_until == NULL)
    return g_strdup (permission_text (verbatim->permission_by));
  day = diapason_format_date (verbatim->permission_until);
  /* Translators: "may be contacted by phone until 31 Jan 2026". */
  return g_strdup_printf (_("%s until %s"), permission_text (verbatim->permission_by), day);
}

static const char *
criterion_text (const char *criterion)
{
  static const char *const words[][2] = {
    /* Translators: from here on, what a customer was asked about in a survey. */
    { "satisfaction", N_("Satisfaction") },
    { "effort", N_("Effort") },
    { "solved", N_("Solved") },
    { "welcome", N_("Welcome") },
    { "listening", N_("Listening") },
    { "clarity", N_("Clarity") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i][0], criterion) == 0)
      return _ (words[i][1]);
  return criterion != NULL ? criterion : "";
}

static char *
answer_text (const DiapasonScore *score)
{
  if (!score->known)
    return g_strdup ("–");
  if (score->scale == 1)
    return g_strdup (score->score != 0 ? C_("answer to a question", "yes")
                                       : C_("answer to a question", "no"));
  return points_text (score);
}

char *
diapason_format_answer (const DiapasonAnswerRecord *answer)
{
  g_autofree char *score = answer_text (&answer->score);

  /* Translators: what was asked about, and the answer: "Effort: 6 of 7". */
  return g_strdup_printf (_("%s: %s"), criterion_text (answer->criterion), score);
}

char *
diapason_format_verbatim_about (const DiapasonEventRecord *verbatim)
{
  GString *line = g_string_new (NULL);
  g_autofree char *day = diapason_format_day (verbatim->contact_at);
  g_autofree char *contact = NULL;
  g_autofree char *product = NULL;
  g_autofree char *survey = NULL;

  if (*day != '\0' && verbatim->adviser != NULL)
    /* Translators: which contact an answer is about: its day and its adviser. */
    contact = g_strdup_printf (_("About the contact of %s with %s"), day, verbatim->adviser);
  else if (*day != '\0')
    contact = g_strdup_printf (_("About the contact of %s"), day);
  else if (verbatim->adviser != NULL)
    contact = g_strdup_printf (_("About the contact with %s"), verbatim->adviser);
  if (verbatim->about != NULL)
    /* Translators: which product a review is about. */
    product = g_strdup_printf (_("About %s"), verbatim->about);
  if (verbatim->wave != NULL)
    survey = g_strdup_printf (_("Survey “%s”"), verbatim->wave);
  diapason_format_add_part (line, contact);
  diapason_format_add_part (line, product);
  diapason_format_add_part (line, survey);
  return g_string_free (line, FALSE);
}
