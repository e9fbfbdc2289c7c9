/* format-identity.c: what is asked to be sure who somebody is, and what may be said then. See
 * format-card.h. */
#include <glib/gi18n.h>

#include "format-card.h"
#include "format.h"

const char *
diapason_format_speakable (DiapasonSpeakable speakable)
{
  switch (speakable)
    {
    case DIAPASON_SPEAKABLE_YES:
      return _("May be said");
    case DIAPASON_SPEAKABLE_AFTER_CHECK:
      return _("May be said only after the check");
    case DIAPASON_SPEAKABLE_NEVER:
    default:
      return _("Is never said");
    }
}

const char *
diapason_format_speakable_icon (DiapasonSpeakable speakable)
{
  switch (speakable)
    {
    case DIAPASON_SPEAKABLE_YES:
      return "changes-allow-symbolic";
    case DIAPASON_SPEAKABLE_AFTER_CHECK:
      return "changes-prevent-symbolic";
    case DIAPASON_SPEAKABLE_NEVER:
    default:
      return "action-unavailable-symbolic";
    }
}

char *
diapason_format_check_state (const DiapasonCard *card)
{
  const DiapasonCardLevel *next;

  if (card->level + 1 >= DIAPASON_N_LEVELS)
    return g_strdup (_("Identity checked"));
  next = &card->levels[card->level + 1];
  if (card->level == 0)
    return g_strdup_printf (_("Check identity · %u of %u"), next->fit, next->needs);
  /* Translators: what was checked is enough to speak, and not for everything. */
  return g_strdup_printf (_("Identity checked · %u of %u for more"), next->fit, next->needs);
}

const char *
diapason_format_check (DiapasonCheck check)
{
  switch (check)
    {
    case DIAPASON_CHECK_BIRTH_DATE:
      return _("Date of birth");
    case DIAPASON_CHECK_POSTCODE:
      return _("Postcode");
    case DIAPASON_CHECK_STREET:
      return _("Street and number");
    case DIAPASON_CHECK_EMAIL:
      return _("E-mail address");
    case DIAPASON_CHECK_CONTRACT_NUMBER:
      return _("Contract number");
    case DIAPASON_CHECK_PRODUCT:
      return _("What they have from us");
    case DIAPASON_CHECK_LAST_CONTACT:
      return _("Last contact: when, and what about");
    case DIAPASON_N_CHECKS:
    default:
      return "";
    }
}

static char *
emails_of (const DiapasonPersonRecord *person)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < person->contact_points->len; i++)
    {
      const DiapasonContactPointRecord *point = g_ptr_array_index (person->contact_points, i);

      if (g_strcmp0 (point->kind, "email") == 0)
        diapason_format_add_part (line, point->value);
    }
  return g_string_free (line, FALSE);
}

static char *
contracts_of (const DiapasonPersonRecord *person, gboolean by_number)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < person->contracts->len; i++)
    {
      const DiapasonContractRecord *contract = g_ptr_array_index (person->contracts, i);

      diapason_format_add_part (line, by_number ? contract->number : contract->product);
    }
  return g_string_free (line, FALSE);
}

static char *
last_contact_of (const DiapasonCard *card)
{
  const DiapasonEventRecord *event = diapason_card_last_contact (card);
  GString *line = g_string_new (NULL);

  if (event != NULL)
    {
      g_autofree char *when = diapason_format_instant (event->at, card->now);
      g_autofree char *title = diapason_format_event_title (event);

      diapason_format_add_part (line, when);
      diapason_format_add_part (line, title);
      diapason_format_add_part (line, event->subject != NULL ? event->subject : event->reason);
    }
  return g_string_free (line, FALSE);
}

char *
diapason_format_check_answer (const DiapasonCard *card, DiapasonCheck check)
{
  const DiapasonPersonRecord *person = card->person;

  switch (check)
    {
    case DIAPASON_CHECK_BIRTH_DATE:
      return person->birth_date != NULL ? diapason_format_date (person->birth_date) : g_strdup ("");
    case DIAPASON_CHECK_POSTCODE:
      return g_strdup (person->postcode != NULL ? person->postcode : "");
    case DIAPASON_CHECK_STREET:
      return g_strdup (person->street != NULL ? person->street : "");
    case DIAPASON_CHECK_EMAIL:
      return emails_of (person);
    case DIAPASON_CHECK_CONTRACT_NUMBER:
      return contracts_of (person, TRUE);
    case DIAPASON_CHECK_PRODUCT:
      return contracts_of (person, FALSE);
    case DIAPASON_CHECK_LAST_CONTACT:
      return last_contact_of (card);
    case DIAPASON_N_CHECKS:
    default:
      return g_strdup ("");
    }
}

static const char *
act_text (DiapasonAct act)
{
  static const char *const texts[DIAPASON_N_ACTS] = {
    /* Translators: from here on, what may be said or done once it is sure who it is: a list. */
    [DIAPASON_ACT_SAY_NAME] = N_("the name"),
    [DIAPASON_ACT_SAY_HISTORY] = N_("what has happened"),
    [DIAPASON_ACT_SAY_WORDS] = N_("what they wrote"),
    [DIAPASON_ACT_SAY_PROMISE] = N_("promises"),
    [DIAPASON_ACT_SAY_AMOUNT] = N_("amounts"),
    [DIAPASON_ACT_SAY_CONTRACT] = N_("contracts"),
    [DIAPASON_ACT_SAY_CONTACT_POINT] = N_("numbers and e-mail addresses"),
    [DIAPASON_ACT_SAY_ADDRESS] = N_("the address"),
    [DIAPASON_ACT_SAY_RELATION] = N_("the household"),
    [DIAPASON_ACT_SAY_NEED] = N_("what they need"),
    [DIAPASON_ACT_MAKE_PROMISE] = N_("make a promise"),
    [DIAPASON_ACT_GRANT_GESTURE] = N_("grant a gesture"),
    [DIAPASON_ACT_CHANGE_CONTACT_POINT] = N_("change a number or an e-mail address"),
    [DIAPASON_ACT_CHANGE_ADDRESS] = N_("change the address"),
    [DIAPASON_ACT_CHANGE_CONTRACT] = N_("change a contract"),
    [DIAPASON_ACT_END_CONTRACT] = N_("end a contract"),
    [DIAPASON_ACT_CHANGE_BANK] = N_("change the bank account"),
  };

  return _ (texts[act]);
}

/* What @level opens, of what is said or of what is done. */
static char *
acts_of (const DiapasonCard *card, guint level, gboolean says)
{
  GString *line = g_string_new (NULL);

  for (guint act = 0; act < DIAPASON_N_ACTS; act++)
    if (card->acts[act] == level && diapason_act_says (act) == says)
      g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", act_text (act));
  return g_string_free (line, FALSE);
}

char *
diapason_format_level (const DiapasonCard *card, guint level)
{
  const DiapasonCardLevel *own = &card->levels[level];
  g_autofree char *says = acts_of (card, level, TRUE);
  g_autofree char *does = acts_of (card, level, FALSE);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          ngettext ("%u of these has to fit.", "%u of these have to fit.",
                                    own->needs),
                          own->needs);
  if (*says != '\0')
    /* Translators: after a check of identity; %s is a list. */
    g_string_append_printf (text, _(" Then may be said: %s."), says);
  if (*does != '\0')
    g_string_append_printf (text, _(" Then you may: %s."), does);
  return g_string_free (text, FALSE);
}
