/* format-fact.c: see format-fact.h. */
#include "format-fact.h"

#include <glib/gi18n.h>

#include "format-word.h"
#include "format.h"

static const char *
need_text (const char *need)
{
  static const DiapasonWord words[] = {
    /* Translators: from here on, what a customer needs from whoever serves them. */
    { "large_print", N_("large print") },   { "hearing", N_("hard of hearing") },
    { "language", N_("another language") }, { "accessibility", N_("step-free access") },
    { "easy_words", N_("easy words") },     { NULL },
  };

  return diapason_word_translate (words, need);
}

static const char *
risk_text (const char *risk)
{
  static const DiapasonWord words[] = {
    /* Translators: from here on, how high a risk is. */
    { "low", N_("low") },
    { "medium", N_("medium") },
    { "high", N_("high") },
    { NULL },
  };

  return diapason_word_translate (words, risk);
}

static const char *
way_text (const char *way)
{
  static const DiapasonWord words[] = {
    /* Translators: from here on, by what way somebody agreed. */
    { "phone", N_("by phone") }, { "email", N_("by e-mail") },     { "letter", N_("by letter") },
    { "form", N_("on a form") }, { "in_person", N_("in person") }, { NULL },
  };

  return diapason_word_translate (words, way);
}

/* A need, and that nothing of it is to be shown without consent. */

static char *
need_chip (const DiapasonCustomerFactRecord *fact)
{
  if (!fact->consent)
    return g_strdup (_("a need: not shown, no consent"));
  if (fact->what == NULL)
    return g_strdup (_("a need, with consent: which one is not known"));
  /* Translators: of a customer; %s is what they need: "large print". */
  return g_strdup_printf (_("needs: %s, with consent"), need_text (fact->what));
}

static char *
need_title (const DiapasonCustomerFactRecord *fact)
{
  if (!fact->consent)
    return g_strdup (_("A need that is not shown: no consent"));
  if (fact->what == NULL)
    return g_strdup (_("A need: which one is not known"));
  return g_strdup_printf (_("Needs: %s"), need_text (fact->what));
}

/* The risk that they leave */

static char *
risk_chip (const DiapasonCustomerFactRecord *fact)
{
  const char *risk = fact->what != NULL ? risk_text (fact->what) : _("unknown");

  if (g_strcmp0 (fact->maker, "model") == 0)
    /* Translators: that somebody leaves; %s is "low", "medium", "high". */
    return g_strdup_printf (_("churn risk: %s, says a model"), risk);
  if (g_strcmp0 (fact->maker, "rule") == 0)
    return g_strdup_printf (_("churn risk: %s, says a rule"), risk);
  if (g_strcmp0 (fact->maker, "person") == 0)
    return g_strdup_printf (_("churn risk: %s, says a person"), risk);
  return g_strdup_printf (_("churn risk: %s, nobody says who found it"), risk);
}

static char *
risk_title (const DiapasonCustomerFactRecord *fact)
{
  return g_strdup_printf (_("Churn risk: %s"),
                          fact->what != NULL ? risk_text (fact->what) : _("unknown"));
}

/* Nothing is to be sold to them */

gboolean
diapason_format_fact_is_over (const DiapasonCustomerFactRecord *fact, gint64 now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);
  g_autoptr (GDateTime) here = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *today = here != NULL ? g_date_time_format (here, "%Y-%m-%d") : NULL;

  return fact->until != NULL && today != NULL && strcmp (fact->until, today) < 0;
}

static char *
hold_chip (const DiapasonCustomerFactRecord *fact)
{
  g_autofree char *until = fact->until != NULL ? diapason_format_date (fact->until) : NULL;

  if (until == NULL)
    return g_strdup (_("no marketing, without an end"));
  return g_strdup_printf (_("no marketing until %s"), until);
}

static char *
hold_title (const DiapasonCustomerFactRecord *fact, gint64 now)
{
  g_autofree char *until = fact->until != NULL ? diapason_format_date (fact->until) : NULL;

  if (until == NULL)
    return g_strdup (_("No marketing, without an end"));
  if (diapason_format_fact_is_over (fact, now))
    return g_strdup_printf (_("Marketing was held until %s"), until);
  return g_strdup_printf (_("No marketing until %s"), until);
}

/* Who says so, and with whose consent */

/* NULL: nobody tells. */
static char *
maker_text (const DiapasonCustomerFactRecord *fact)
{
  const char *name = fact->maker_name;

  if (g_strcmp0 (fact->maker, "model") == 0)
    return name != NULL ? g_strdup_printf (_("the model “%s”"), name) : g_strdup (_("a model"));
  if (g_strcmp0 (fact->maker, "rule") == 0)
    return name != NULL ? g_strdup_printf (_("the rule “%s”"), name) : g_strdup (_("a rule"));
  if (g_strcmp0 (fact->maker, "person") == 0)
    return g_strdup (name != NULL ? name : _("a person"));
  return g_strdup (name);
}

static char *
said_text (const DiapasonCustomerFactRecord *fact)
{
  g_autofree char *maker = maker_text (fact);
  g_autofree char *day = diapason_format_day (fact->at);

  if (maker == NULL)
    return g_strdup (_("who says so is not told"));
  if (*day == '\0')
    /* Translators: who says something of a customer: a name, "the model “X”". */
    return g_strdup_printf (_("said by %s"), maker);
  return g_strdup_printf (_("said by %s on %s"), maker, day);
}

static char *
consent_text (const DiapasonCustomerFactRecord *fact)
{
  g_autofree char *day = diapason_format_day (fact->consent_at);
  GString *line = g_string_new (NULL);

  if (!fact->consent)
    {
      g_string_append (line, _("They have not agreed to it being noted. Ask them whether it may "
                               "be."));
      return g_string_free (line, FALSE);
    }
  g_string_append (line, _("They agreed to it being noted"));
  if (fact->consent_by != NULL)
    g_string_append_printf (line, ", %s", way_text (fact->consent_by));
  if (*day != '\0')
    g_string_append_printf (line, ", %s", day);
  return g_string_free (line, FALSE);
}

static void
add_part (GString *text, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
}

char *
diapason_format_fact_detail (const DiapasonCustomerFactRecord *fact,
                             gint64 now,
                             const char *separator)
{
  gboolean is_need = fact->kind == DIAPASON_CUSTOMER_FACT_NEED;
  g_autofree char *consent = is_need ? consent_text (fact) : NULL;
  g_autofree char *said = said_text (fact);
  g_autofree char *origin = diapason_format_origin (&fact->origin, now);
  GString *text = g_string_new (NULL);

  if (!is_need || fact->consent)
    add_part (text, separator, fact->words);
  add_part (text, separator, consent);
  add_part (text, separator, said);
  add_part (text, separator, origin);
  return g_string_free (text, FALSE);
}

char *
diapason_format_fact_chip (const DiapasonCustomerFactRecord *fact)
{
  switch (fact->kind)
    {
    case DIAPASON_CUSTOMER_FACT_NEED:
      return need_chip (fact);
    case DIAPASON_CUSTOMER_FACT_RISK:
      return risk_chip (fact);
    case DIAPASON_CUSTOMER_FACT_HOLD:
      return hold_chip (fact);
    case DIAPASON_N_CUSTOMER_FACTS:
    default:
      return g_strdup ("");
    }
}

char *
diapason_format_fact_title (const DiapasonCustomerFactRecord *fact, gint64 now)
{
  switch (fact->kind)
    {
    case DIAPASON_CUSTOMER_FACT_NEED:
      return need_title (fact);
    case DIAPASON_CUSTOMER_FACT_RISK:
      return risk_title (fact);
    case DIAPASON_CUSTOMER_FACT_HOLD:
      return hold_title (fact, now);
    case DIAPASON_N_CUSTOMER_FACTS:
    default:
      return g_strdup ("");
    }
}
