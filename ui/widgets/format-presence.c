/* format-presence.c: see format-presence.h. */
#include "format-presence.h"

#include <glib/gi18n.h>

#include "format-word.h"
#include "format.h"

/* How it begins a line. */
static const char *
state_title (const char *state)
{
  static const DiapasonWord words[] = {
    /* Translators: from here on, whether an adviser is there. */
    { "available", N_("Available") },
    { "busy", N_("Busy") },
    { "away", N_("Away") },
    { "offline", N_("Signed out") },
    { NULL },
  };

  return state != NULL ? diapason_word_translate (words, state) : _("Presence unknown");
}

/* Within a line. */
static const char *
state_text (const char *state)
{
  static const DiapasonWord words[] = {
    { "available", N_("available") },
    { "busy", N_("busy") },
    { "away", N_("away") },
    { "offline", N_("signed out") },
    { NULL },
  };

  return state != NULL ? diapason_word_translate (words, state) : _("unknown");
}

static const char *
channel_text (const char *channel)
{
  static const DiapasonWord words[] = {
    /* Translators: from here on, channels an adviser is there for: "Available · calls, chats". */
    { "call", N_("calls") },
    { "chat", N_("chats") },
    { "email", N_("e-mails") },
    { "sms", N_("text messages") },
    { NULL },
  };

  return diapason_word_translate (words, channel);
}

static const char *
channel_title (const char *channel)
{
  static const DiapasonWord words[] = {
    { "call", N_("Calls") },
    { "chat", N_("Chats") },
    { "email", N_("E-mails") },
    { "sms", N_("Text messages") },
    { NULL },
  };

  return channel != NULL ? diapason_word_translate (words, channel) : _("Another channel");
}

/* Those that somebody may be reached by. */
static char *
open_channels (const DiapasonPresenceRecord *presence)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < presence->channels->len; i++)
    {
      const DiapasonPresenceChannel *channel = g_ptr_array_index (presence->channels, i);

      if (channel->channel != NULL && g_strcmp0 (channel->state, "available") == 0)
        g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "",
                                channel_text (channel->channel));
    }
  return g_string_free (line, FALSE);
}

char *
diapason_format_presence (const DiapasonPresenceRecord *presence)
{
  g_autofree char *open = open_channels (presence);
  const char *state = state_title (presence->state);

  if (*open == '\0')
    return g_strdup (state);
  if (g_strcmp0 (presence->state, "available") == 0)
    return g_strdup_printf ("%s · %s", state, open);
  /* Translators: "Busy · open for chats"; %s are a state and channels. */
  return g_strdup_printf (_("%s · open for %s"), state, open);
}

static char *
setter_text (const DiapasonPresenceChannel *channel)
{
  if (g_strcmp0 (channel->set_by, "self") == 0)
    return g_strdup (_("you set it"));
  if (g_strcmp0 (channel->set_by, "platform") == 0)
    return g_strdup (_("the platform set it"));
  if (channel->setter != NULL)
    /* Translators: %s is a name: a lead who changed somebody's presence. */
    return g_strdup_printf (_("%s set it"), channel->setter);
  if (g_strcmp0 (channel->set_by, "lead") == 0)
    return g_strdup (_("a team lead set it"));
  return g_strdup (_("who set it is not known"));
}

char *
diapason_format_presence_channel (const DiapasonPresenceChannel *channel, gint64 now)
{
  const char *title = channel_title (channel->channel);
  const char *state = state_text (channel->state);
  g_autofree char *since = diapason_format_instant (channel->since, now);
  g_autofree char *setter = setter_text (channel);

  if (*since == '\0')
    /* Translators: a channel, a state, who set it: "Calls: away, you set it". */
    return g_strdup_printf (_("%s: %s, %s"), title, state, setter);
  return g_strdup_printf (_("%s: %s since %s, %s"), title, state, since, setter);
}

const char *
diapason_format_presence_icon (const char *state)
{
  static const char *const icons[][2] = {
    { "available", "user-available-symbolic" },
    { "busy", "user-busy-symbolic" },
    { "away", "user-away-symbolic" },
    { "offline", "user-offline-symbolic" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (icons[i][0], state) == 0)
      return icons[i][1];
  return "dialog-question-symbolic";
}
