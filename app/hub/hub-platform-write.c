/* hub-platform-write.c: what an agent does on the contact platform. Each inside its request's
 * transaction. Thread: the hub's. */
#include "hub-platform.h"

#include "hub-body.h"
#include "hub-json.h"
#include "hub-presence.h"

#define LONGEST_TEXT    20000
#define LONGEST_SUBJECT 200
#define LONGEST_ID      64

#define CONVERSATION (&diapason_hub_platform_conversation)

static void
demand_open (DiapasonHubCall *call)
{
  if (diapason_hub_database_number (call->database,
                                    "SELECT state = 'closed' FROM interaction WHERE id = ?1", "s",
                                    call->id))
    diapason_hub_call_refuse (call, SOUP_STATUS_CONFLICT, "conversation_done",
                              "This conversation is done. Nothing was changed.");
}

static void
demand_mine (DiapasonHubCall *call)
{
  if (!diapason_hub_database_number (call->database,
                                     "SELECT adviser IS ?2 FROM interaction WHERE id = ?1", "ss",
                                     call->id, call->adviser))
    diapason_hub_call_refuse (
        call, SOUP_STATUS_FORBIDDEN, "not_yours",
        "Only the agent who has this conversation may do this. Claim it first.");
}

void
diapason_hub_platform_create_conversation (DiapasonHubCall *call)
{
  const char *id = diapason_hub_body_new_id (call, "interaction");
  const char *contact = diapason_hub_body_reference (call, "contactId", DIAPASON_HUB_REQUIRED,
                                                     &diapason_hub_platform_contact);
  const char *channel =
      diapason_hub_body_word (call, "channel", DIAPASON_HUB_REQUIRED, "voice|mail|chat|text");
  const char *subject =
      diapason_hub_body_text (call, "subject", DIAPASON_HUB_OPTIONAL, LONGEST_SUBJECT);
  gint64 seq = 0, at = 0;

  if (!diapason_hub_body_ends (call))
    return;

  diapason_hub_database_tick (call->database, &seq, &at);
  diapason_hub_database_run (call->database,
                             "INSERT INTO interaction (id, contact, adviser, channel, direction,"
                             " began_at, subject, state, seq, updated_at) VALUES (?1, ?2, ?3,"
                             " CASE ?4 WHEN 'voice' THEN 'call' WHEN 'mail' THEN 'email'"
                             " WHEN 'text' THEN 'sms' ELSE ?4 END,"
                             " 'out', ?5, ?6, 'open', ?7, ?8)",
                             "ssssisii", id, contact, call->adviser, channel, diapason_hub_now (),
                             subject, seq, at);
  diapason_hub_call_answer_row (call, SOUP_STATUS_CREATED, CONVERSATION, id);
}

/* Somebody who answers what they read must have read to the end. */
static void
demand_last_seen (DiapasonHubCall *call, const char *seen)
{
  g_autofree char *last = diapason_hub_database_text (call->database,
                                                      "SELECT id FROM message"
                                                      " WHERE interaction = ?1 AND NOT deleted"
                                                      " ORDER BY at DESC, seq DESC LIMIT 1",
                                                      "s", call->id);
  g_autofree char *quoted = diapason_hub_json_quote (last);

  if (seen != NULL && g_strcmp0 (seen, last) != 0)
    diapason_hub_call_refuse_with (call, SOUP_STATUS_CONFLICT, "thread_moved",
                                   "Something was written here in the meantime. Read it before "
                                   "answering. Nothing was sent.",
                                   "lastMessage", quoted);
}

/* Later than any message before it, whatever the clock says. */
static void
add_message (DiapasonHubCall *call,
             const char *id,
             const char *kind,
             const char *text,
             const char *language)
{
  gint64 seq = 0, at = 0;

  diapason_hub_database_tick (call->database, &seq, &at);
  diapason_hub_database_run (
      call->database,
      "INSERT INTO message (id, interaction, author, adviser, kind, at, body,"
      " language, seq, updated_at) VALUES (?1, ?2, 'adviser', ?3, ?4,"
      " max (?5, (SELECT coalesce (max (at) + 1, 0) FROM message"
      " WHERE interaction = ?2)), ?6, ?7, ?8, ?9)",
      "ssssissii", id, call->id, call->adviser, kind, diapason_hub_now (), text, language, seq, at);
}

void
diapason_hub_platform_create_message (DiapasonHubCall *call)
{
  const char *id = diapason_hub_body_new_id (call, "message");
  const char *kind = diapason_hub_body_word (call, "kind", DIAPASON_HUB_REQUIRED, "reply|note");
  const char *text = diapason_hub_body_text (call, "text", DIAPASON_HUB_REQUIRED, LONGEST_TEXT);
  const char *seen =
      diapason_hub_body_text (call, "lastSeenMessage", DIAPASON_HUB_OPTIONAL, LONGEST_ID);
  const char *language = diapason_hub_body_language (call, "lang");

  if (!diapason_hub_body_ends (call))
    return;
  demand_last_seen (call, seen);
  if (diapason_hub_call_is_refused (call))
    return;
  add_message (call, id, kind, text, language);
  diapason_hub_call_answer_row (call, SOUP_STATUS_CREATED, &diapason_hub_platform_message, id);
}

void
diapason_hub_platform_wrap_up (DiapasonHubCall *call)
{
  const char *reason =
      diapason_hub_body_text (call, "reason", DIAPASON_HUB_REQUIRED, LONGEST_SUBJECT);
  gint64 level = diapason_hub_body_number (call, "level", 1, 9, 0);
  const char *solved =
      diapason_hub_body_word (call, "solved", DIAPASON_HUB_OPTIONAL, "yes|partly|no");
  const char *summary =
      diapason_hub_body_text (call, "summary", DIAPASON_HUB_OPTIONAL, LONGEST_TEXT);

  if (!diapason_hub_body_ends (call))
    return;
  demand_mine (call);
  if (diapason_hub_call_is_refused (call))
    return;

  diapason_hub_database_run (call->database,
                             "UPDATE interaction SET reason = ?2, level = nullif (?3, 0),"
                             " solved = ?4, summary = ?5, state = 'closed',"
                             " ended_at = coalesce (ended_at, max (?6, began_at)) WHERE id = ?1",
                             "ssissi", call->id, reason, level, solved, summary,
                             diapason_hub_now ());
  diapason_hub_database_touch (call->database, "interaction", call->id);
  diapason_hub_call_answer_row (call, SOUP_STATUS_OK, CONVERSATION, call->id);
}

/* The colleague who has the conversation, as JSON. Returns: (nullable): nobody else has it. */
static char *
describe_other_holder (DiapasonHubCall *call)
{
  return diapason_hub_database_text (call->database,
                                     "SELECT json_object ('login', a.login, 'name', a.name)"
                                     " FROM interaction t JOIN adviser a ON a.id = t.adviser"
                                     " WHERE t.id = ?1 AND a.id <> ?2",
                                     "ss", call->id, call->adviser);
}

/* The condition is part of the UPDATE: of any number of claims one finds nobody there. Who claims
 * what they have already keeps it. */
void
diapason_hub_platform_claim (DiapasonHubCall *call)
{
  demand_open (call);
  if (diapason_hub_call_is_refused (call))
    return;

  g_autofree char *won =
      diapason_hub_database_text (call->database,
                                  "UPDATE interaction SET adviser = ?2, state = 'open'"
                                  " WHERE id = ?1 AND adviser IS NULL RETURNING id",
                                  "ss", call->id, call->adviser);
  g_autofree char *holder = describe_other_holder (call);
  if (won != NULL)
    diapason_hub_database_touch (call->database, "interaction", call->id);
  if (holder != NULL)
    diapason_hub_call_refuse_with (call, SOUP_STATUS_CONFLICT, "already_claimed",
                                   "A colleague has this conversation already.", "holder", holder);
  diapason_hub_call_answer_row (call, SOUP_STATUS_OK, CONVERSATION, call->id);
}

void
diapason_hub_platform_transfer (DiapasonHubCall *call)
{
  const char *to =
      diapason_hub_body_reference (call, "to", DIAPASON_HUB_REQUIRED, &diapason_hub_platform_agent);
  const char *note = diapason_hub_body_text (call, "note", DIAPASON_HUB_OPTIONAL, LONGEST_TEXT);
  g_autofree char *uuid = g_uuid_string_random ();

  if (!diapason_hub_body_ends (call))
    return;
  demand_mine (call);
  demand_open (call);
  if (diapason_hub_call_is_refused (call))
    return;

  if (note != NULL)
    add_message (call, uuid, "note", note, NULL);
  diapason_hub_database_run (call->database,
                             "UPDATE interaction SET adviser ="
                             " (SELECT id FROM adviser WHERE login = ?2) WHERE id = ?1",
                             "ss", call->id, to);
  diapason_hub_database_touch (call->database, "interaction", call->id);
  diapason_hub_call_answer_row (call, SOUP_STATUS_OK, CONVERSATION, call->id);
}

void
diapason_hub_platform_set_presence (DiapasonHubCall *call)
{
  const char *state =
      diapason_hub_body_word (call, "state", DIAPASON_HUB_REQUIRED, "available|busy|away|offline");

  if (!diapason_hub_body_ends (call))
    return;
  if (!g_str_equal (call->id, call->login))
    {
      diapason_hub_call_refuse (call, SOUP_STATUS_FORBIDDEN, "not_yours",
                                "Everybody says for themselves whether they are there.");
      return;
    }
  diapason_hub_database_run (call->database,
                             "INSERT INTO presence (id, state, since, revision, seq, updated_at)"
                             " VALUES (?1, ?2, ?3, 0, 0, 0) ON CONFLICT (id) DO UPDATE SET"
                             " since = iif (state = ?2, since, ?3), state = ?2, deleted = 0",
                             "ssi", call->adviser, state, diapason_hub_now ());
  diapason_hub_presence_say_all (call->database, call->adviser, state,
                                 (DiapasonHubSayer){ "self", call->adviser }, diapason_hub_now ());
  diapason_hub_database_touch (call->database, "presence", call->adviser);
  diapason_hub_call_answer_row (call, SOUP_STATUS_OK, &diapason_hub_platform_presence, call->id);
}

void
diapason_hub_platform_create_feedback (DiapasonHubCall *call)
{
  const char *kind = diapason_hub_body_word (call, "kind", DIAPASON_HUB_REQUIRED, "lacking|wrong");
  const char *text = diapason_hub_body_text (call, "text", DIAPASON_HUB_REQUIRED, LONGEST_TEXT);
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *id = g_strconcat ("fb_", uuid, NULL);
  gint64 seq = 0, at = 0;

  if (!diapason_hub_body_ends (call))
    return;
  diapason_hub_database_tick (call->database, &seq, &at);
  diapason_hub_database_run (call->database,
                             "INSERT INTO article_feedback (id, article, adviser, kind, text, seq,"
                             " updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                             "sssssii", id, call->id, call->adviser, kind, text, seq, at);
  diapason_hub_call_answer_row (call, SOUP_STATUS_CREATED, &diapason_hub_platform_feedback, id);
}
