/* format.c: see format.h. */
#include "format.h"

#include <glib/gi18n.h>

#include "format-word.h"

#define HALF_A_YEAR_MS (G_GINT64_CONSTANT (182) * 24 * 3600 * 1000)

static char *
format_local (gint64 at, const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, format) : g_strdup ("");
}

gboolean
diapason_format_same_day (gint64 a, gint64 b)
{
  g_autofree char *day_a = format_local (a, "%F");
  g_autofree char *day_b = format_local (b, "%F");

  return g_str_equal (day_a, day_b);
}

char *
diapason_format_instant (gint64 at, gint64 now)
{
  if (at == 0)
    return g_strdup ("");
  if (diapason_format_same_day (at, now))
    return format_local (at, "%H:%M");
  if (ABS (now - at) < HALF_A_YEAR_MS)
    /* Translators: a day of about now, as g_date_time_format() writes it: "Mon 10 Nov". */
    return format_local (at, _("%a %-d %b"));
  return diapason_format_day (at);
}

char *
diapason_format_moment (gint64 at)
{
  /* Translators: a day and time, as g_date_time_format() writes it: "10 Nov 2026 09:14". */
  return at == 0 ? g_strdup ("") : format_local (at, _("%-d %b %Y %H:%M"));
}

char *
diapason_format_time (gint64 at)
{
  return format_local (at, "%H:%M");
}

/* The day before may be 23 or 25 hours long. */
static gboolean
is_yesterday (gint64 at, gint64 now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);
  g_autoptr (GDateTime) here = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autoptr (GDateTime) before = here != NULL ? g_date_time_add_days (here, -1) : NULL;

  return before != NULL && diapason_format_same_day (at, g_date_time_to_unix (before) * 1000);
}

char *
diapason_format_day_heading (gint64 at, gint64 now)
{
  g_autofree char *year = format_local (at, "%Y");
  g_autofree char *this_year = format_local (now, "%Y");

  if (diapason_format_same_day (at, now))
    return g_strdup (_("Today"));
  if (is_yesterday (at, now))
    return g_strdup (_("Yesterday"));
  if (g_str_equal (year, this_year))
    /* Translators: a day above its events, as g_date_time_format() writes it: "Monday 10 November".
     */
    return format_local (at, _("%A %-d %B"));
  /* Translators: the same with a year. */
  return format_local (at, _("%A %-d %B %Y"));
}

char *
diapason_format_day (gint64 at)
{
  /* Translators: a day, as g_date_time_format() writes it: "10 Nov 2026". */
  return at == 0 ? g_strdup ("") : format_local (at, _("%-d %b %Y"));
}

char *
diapason_format_date (const char *date)
{
  g_auto (GStrv) parts = g_strsplit (date, "-", 3);
  g_autoptr (GDateTime) day = NULL;

  if (g_strv_length (parts) == 3)
    day = g_date_time_new_utc ((int) g_ascii_strtoll (parts[0], NULL, 10),
                               (int) g_ascii_strtoll (parts[1], NULL, 10),
                               (int) g_ascii_strtoll (parts[2], NULL, 10), 0, 0, 0);
  return day != NULL ? g_date_time_format (day, _("%-d %b %Y")) : g_strdup (date);
}

char *
diapason_format_origin (const DiapasonOrigin *origin, gint64 now)
{
  g_autofree char *as_of = diapason_format_instant (origin->as_of, now);

  if (*as_of == '\0')
    return g_strdup (origin->source_label);
  /* Translators: where a row is from and when that source last said it: "CRM · as of 09:14". */
  return g_strdup_printf (_("%s · as of %s"), origin->source_label, as_of);
}

char *
diapason_format_amount (gint64 cents, const char *currency)
{
  static const DiapasonWord signs[] = { { "EUR", "€" }, { "GBP", "£" }, { NULL } };
  const char *sign = diapason_word_find (signs, currency, currency);

  if (sign == NULL)
    return g_strdup_printf ("%.2f", (double) cents / 100.0);
  /* Translators: an amount of money and its sign: "42.00 €". */
  return g_strdup_printf (_("%.2f %s"), (double) cents / 100.0, sign);
}

static const char *
channel_title (const char *channel, gboolean outward)
{
  static const DiapasonWord in[] = {
    /* Translators: from here on, the kinds of contacts with customers. */
    { "call", N_("Call") },        { "email", N_("E-mail") },
    { "chat", N_("Chat") },        { "sms", N_("Message") },
    { "ticket", N_("Ticket") },    { "store", N_("Store visit") },
    { "web", N_("Self-service") }, { "survey", N_("Survey") },
    { "review", N_("Review") },    { NULL },
  };
  static const DiapasonWord out[] = {
    { "call", N_("Call to the customer") },
    { "email", N_("E-mail to the customer") },
    { "sms", N_("Message to the customer") },
    { NULL },
  };
  const char *title = outward ? diapason_word_find (out, channel, NULL) : NULL;

  if (title != NULL)
    return _ (title);
  title = diapason_word_translate (in, channel);
  return *title != '\0' ? title : _("Contact");
}

static char *
promise_title (const char *state)
{
  static const DiapasonWord states[] = {
    { "open", N_("Promise, open") },           { "kept", N_("Promise, kept") },
    { "late", N_("Promise, kept late") },      { "broken", N_("Promise, broken") },
    { "withdrawn", N_("Promise, withdrawn") }, { NULL },
  };
  const char *title = diapason_word_translate (states, state);

  return g_strdup (*title != '\0' ? title : _("Promise"));
}

char *
diapason_format_event_title (const DiapasonEventRecord *event)
{
  const char *title;

  if (event->entity == DIAPASON_ENTITY_PROMISE)
    return promise_title (event->state);
  if (event->entity == DIAPASON_ENTITY_VERBATIM)
    return diapason_format_verbatim_title (event);
  title = channel_title (event->channel, g_strcmp0 (event->direction, "out") == 0);
  if (g_strcmp0 (event->state, "waiting") == 0)
    /* Translators: a contact that nobody has answered yet: "Chat, waiting". */
    return g_strdup_printf (_("%s, waiting"), title);
  if (g_strcmp0 (event->state, "open") == 0)
    /* Translators: a contact that goes on: "Call, in progress". */
    return g_strdup_printf (_("%s, in progress"), title);
  if (event->adviser != NULL)
    /* Translators: a contact and the adviser who had it: "Call with Ida". */
    return g_strdup_printf (_("%s with %s"), title, event->adviser);
  return g_strdup (title);
}

void
diapason_format_add_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static const char *
solved_text (const char *solved)
{
  static const DiapasonWord words[] = {
    /* Translators: what the customer called for. */
    { "yes", N_("solved") },
    { "partly", N_("solved in part") },
    { "no", N_("not solved") },
    { NULL },
  };

  return diapason_word_translate (words, solved);
}

char *
diapason_format_event_detail (const DiapasonEventRecord *event)
{
  GString *line;

  if (event->entity == DIAPASON_ENTITY_VERBATIM)
    return diapason_format_verbatim_detail (event);
  line = g_string_new (NULL);
  if (event->entity == DIAPASON_ENTITY_PROMISE)
    {
      g_autofree char *due = diapason_format_day (event->due_at);
      g_autofree char *until = *due != '\0' ? g_strdup_printf (_("due %s"), due) : NULL;

      diapason_format_add_part (line, event->text);
      diapason_format_add_part (line, until);
      diapason_format_add_part (line, event->adviser);
      return g_string_free (line, FALSE);
    }
  diapason_format_add_part (line, event->subject);
  diapason_format_add_part (line, event->summary);
  diapason_format_add_part (line, event->reason);
  diapason_format_add_part (line, solved_text (event->solved));
  return g_string_free (line, FALSE);
}

const char *
diapason_format_event_icon (const DiapasonEventRecord *event)
{
  static const DiapasonWord channels[] = {
    { "call", "call-incoming-symbolic" },
    { "email", "mail-unread-symbolic" },
    { "chat", "chat-message-new-symbolic" },
    { "sms", "phone-symbolic" },
    { "ticket", "x-office-document-symbolic" },
    { "store", "mark-location-symbolic" },
    { "web", "help-faq-symbolic" },
    { "survey", "dialog-question-symbolic" },
    { "review", "starred-symbolic" },
    { NULL },
  };
  static const DiapasonWord outward[] = {
    { "call", "call-outgoing-symbolic" },
    { "email", "mail-send-symbolic" },
    { NULL },
  };
  static const DiapasonWord promises[] = {
    { "kept", "object-select-symbolic" },
    { "late", "object-select-symbolic" },
    { "broken", "dialog-warning-symbolic" },
    { "withdrawn", "edit-undo-symbolic" },
    { NULL },
  };
  const char *icon = NULL;

  if (event->entity == DIAPASON_ENTITY_PROMISE)
    return diapason_word_find (promises, event->state, "alarm-symbolic");
  if (event->entity == DIAPASON_ENTITY_VERBATIM)
    return diapason_format_verbatim_icon (event);
  if (g_strcmp0 (event->direction, "out") == 0)
    icon = diapason_word_find (outward, event->channel, NULL);
  return icon != NULL
             ? icon
             : diapason_word_find (channels, event->channel, "document-open-recent-symbolic");
}

char *
diapason_format_source (DiapasonSourceStatus *status, gint64 now)
{
  const char *label = diapason_source_status_get_label (status);
  g_autofree char *since =
      diapason_format_instant (diapason_source_status_get_in_sync_since (status), now);
  guint fetched = diapason_source_status_get_fetched (status);

  switch (diapason_source_status_get_state (status))
    {
    case DIAPASON_SOURCE_IN_SYNC:
      if (diapason_source_status_get_live (status))
        /* Translators: a source that tells its changes at once. */
        return g_strdup_printf (_("%s · in sync, live"), label);
      return g_strdup_printf (_("%s · in sync since %s"), label, since);
    case DIAPASON_SOURCE_FETCHING:
      if (fetched == 0)
        return g_strdup_printf (_("%s · asking"), label);
      return g_strdup_printf (ngettext ("%s · fetching, %u row", "%s · fetching, %u rows", fetched),
                              label, fetched);
    case DIAPASON_SOURCE_LOGIN:
      return g_strdup_printf (_("%s · waits for you to sign in"), label);
    case DIAPASON_SOURCE_FAILING:
      return g_strdup_printf ("%s · %s", label, diapason_source_status_get_sentence (status));
    case DIAPASON_SOURCE_NEW:
    default:
      return g_strdup_printf (_("%s · not asked yet"), label);
    }
}

const char *
diapason_format_language (const char *language)
{
  static const DiapasonWord words[] = {
    { "en", N_("English") },
    { "fr", N_("French") },
    { "it", N_("Italian") },
    { NULL },
  };

  return diapason_word_translate (words, language);
}

const char *
diapason_format_contact_kind (const char *kind)
{
  static const DiapasonWord words[] = {
    { "phone", N_("Phone") },
    { "mobile", N_("Mobile") },
    { "email", N_("E-mail") },
    { NULL },
  };

  return diapason_word_translate (words, kind);
}

const char *
diapason_format_relation (const char *kind)
{
  static const DiapasonWord words[] = {
    /* Translators: from here on, who somebody is to the customer. */
    { "partner", N_("Partner") },
    { "child", N_("Child") },
    { "parent", N_("Parent") },
    { "sibling", N_("Brother or sister") },
    { NULL },
  };

  return diapason_word_translate (words, kind);
}

const char *
diapason_format_contract_status (const char *status)
{
  static const DiapasonWord words[] = {
    /* Translators: from here on, how a contract stands. */
    { "active", N_("active") },
    { "suspended", N_("suspended") },
    { "ended", N_("ended") },
    { NULL },
  };

  return diapason_word_translate (words, status);
}

const char *
diapason_format_rule (const char *rule)
{
  static const DiapasonWord words[] = {
    { "reference", N_("this source names the other one") },
    { "name+email", N_("same name and same e-mail") },
    { "name+phone", N_("same name and same number") },
    { "person", N_("somebody said so") },
    { NULL },
  };

  return diapason_word_translate (words, rule);
}
