/* verb-show.c: `diapason show CUSTOMER`: the card and the history, as the window shows them. Reads
 * beside a running program. See verbs.h. */
#include "verbs.h"

#include <glib/gi18n.h>

#include <string.h>

#include "dates.h"
#include "find-read.h"
#include "history-read.h"
#include "person-read.h"
#include "store-errors.h"
#include "text.h"
#include "verbs-private.h"

#define ALL_MESSAGES G_MAXINT

typedef struct
{
  const char *customer; /* what was asked for */
  gboolean messages;
} Query;

/* What is shown, as one immutable value. */
typedef struct
{
  DiapasonPersonRecord *person; /* (owned) */
  GPtrArray *events;            /* (owned) DiapasonEventRecord, newest first */
  GPtrArray *messages; /* (owned) a GPtrArray of DiapasonMessageRecord (nullable) an event */
} Sheet;

static void
sheet_free (Sheet *sheet)
{
  g_clear_pointer (&sheet->person, diapason_person_record_unref);
  g_clear_pointer (&sheet->events, g_ptr_array_unref);
  g_clear_pointer (&sheet->messages, g_ptr_array_unref);
  g_free (sheet);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

static void
messages_free (gpointer messages)
{
  if (messages != NULL)
    g_ptr_array_unref (messages);
}

/* Words that fit exactly one person. */
static gint64
person_by_words (DiapasonDatabase *database, const char *words, GError **error)
{
  g_autoptr (GPtrArray) hits = diapason_find (database, words, 20, error);
  gint64 person = 0;

  if (hits == NULL)
    return 0;
  for (guint i = 0; i < hits->len; i++)
    {
      const DiapasonFindHit *hit = g_ptr_array_index (hits, i);

      if (hit->group != DIAPASON_FIND_CUSTOMER || hit->person == person)
        continue;
      if (person != 0)
        {
          g_set_error_literal (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING,
                               _("Several customers fit. Say which one as SOURCE:ID; "
                                 "`diapason find` prints both."));
          return 0;
        }
      person = hit->person;
    }
  if (person == 0)
    g_set_error_literal (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING,
                         _("No customer fits these words."));
  return person;
}

static gint64
person_asked_for (DiapasonDatabase *database, const char *customer, GError **error)
{
  /* What a source's name is made of; other words may have a colon in them, too. */
  gsize length = strspn (customer, "abcdefghijklmnopqrstuvwxyz0123456789-");
  g_autofree char *source = NULL;
  g_autoptr (GError) missing = NULL;
  gint64 person;

  if (length == 0 || customer[length] != ':')
    return person_by_words (database, customer, error);
  source = g_strndup (customer, length);
  person = diapason_person_by_remote (database, source, customer + length + 1, &missing);
  if (missing != NULL)
    g_propagate_error (error, g_steal_pointer (&missing));
  else if (person == 0)
    g_set_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING,
                 _("The source “%s” has not told of a customer called so."), source);
  return person;
}

static gboolean
read_messages (DiapasonDatabase *database, Sheet *sheet, GError **error)
{
  sheet->messages = g_ptr_array_new_with_free_func (messages_free);
  for (guint i = 0; i < sheet->events->len; i++)
    {
      const DiapasonEventRecord *event = g_ptr_array_index (sheet->events, i);
      GPtrArray *messages = NULL;

      if (event != NULL && event->entity == DIAPASON_ENTITY_INTERACTION)
        {
          messages = diapason_history_messages (database, event->id, ALL_MESSAGES, error);
          if (messages == NULL)
            return FALSE;
        }
      g_ptr_array_add (sheet->messages, messages);
    }
  return TRUE;
}

static gpointer
show_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  const Query *query = data;
  g_autoptr (Sheet) sheet = g_new0 (Sheet, 1);
  g_autoptr (GArray) ids = NULL;
  gint64 person = person_asked_for (database, query->customer, error);

  if (person == 0)
    return NULL;
  sheet->person = diapason_person_read (database, person, error);
  if (sheet->person == NULL)
    return NULL;
  ids = diapason_history_ids (database, person, error);
  if (ids == NULL)
    return NULL;
  sheet->events = diapason_history_rows (database, (const gint64 *) ids->data, ids->len, error);
  if (sheet->events == NULL)
    return NULL;
  if (query->messages && !read_messages (database, sheet, error))
    return NULL;
  return g_steal_pointer (&sheet);
}

/* For people */

static void print_line (const char *indent, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
print_line (const char *indent, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_print ("%s", indent);
  diapason_verb_print (text, 0);
  g_print ("\n");
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
append_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static void
print_address (const DiapasonPersonRecord *person)
{
  GString *line = g_string_new (NULL);

  append_part (line, person->street);
  append_part (line, person->postcode);
  append_part (line, person->city);
  append_part (line, person->country);
  append_part (line, person->birth_date);
  if (line->len > 0)
    print_line ("  ", "%s", line->str);
  g_string_free (line, TRUE);
}

static void
print_card (const DiapasonPersonRecord *person)
{
  print_line ("", "%s", person->name != NULL ? person->name : _("Name unknown"));
  print_address (person);
  for (guint i = 0; i < person->contact_points->len; i++)
    {
      const DiapasonContactPointRecord *point = g_ptr_array_index (person->contact_points, i);

      print_line ("  ", "%-8s %s [%s]", or_empty (point->kind), or_empty (point->value),
                  point->origin.source_label);
    }
  for (guint i = 0; i < person->contracts->len; i++)
    {
      const DiapasonContractRecord *contract = g_ptr_array_index (person->contracts, i);

      print_line ("  ", "%s %s %s [%s]", or_empty (contract->number), or_empty (contract->product),
                  or_empty (contract->status), contract->origin.source_label);
    }
  for (guint i = 0; i < person->members->len; i++)
    {
      const DiapasonMemberRecord *member = g_ptr_array_index (person->members, i);

      print_line ("  ", "%s:%s %s %s", member->origin.source, member->origin.remote_id,
                  or_empty (member->rule), or_empty (member->evidence));
    }
}

/* What it was about, who had it and how it ended: what the source told of it and nothing in
 * between. */
static char *
event_words (const DiapasonEventRecord *event)
{
  GString *line = g_string_new (NULL);
  g_autofree char *due =
      event->due_at != 0 ? diapason_date_format_as (event->due_at, _("due %Y-%m-%d"), NULL) : NULL;
  g_autofree char *level =
      event->level != 0 ? g_strdup_printf (_("level %d"), (int) event->level) : NULL;

  append_part (line, event->direction);
  append_part (line, event->text);
  append_part (line, event->subject);
  append_part (line, event->summary);
  append_part (line, event->reason);
  append_part (line, due);
  append_part (line, level);
  append_part (line, event->solved != NULL ? _("solved:") : NULL);
  if (event->solved != NULL)
    g_string_append_printf (line, " %s", event->solved);
  append_part (line, event->state);
  append_part (line, event->adviser);
  return g_string_free (line, FALSE);
}

static void
print_event (const DiapasonEventRecord *event)
{
  g_autofree char *at = diapason_date_format_as (event->at, "%Y-%m-%d %H:%M", NULL);
  g_autofree char *as_of = diapason_date_format_as (event->origin.as_of, "%Y-%m-%d %H:%M", NULL);
  g_autofree char *words = event_words (event);

  print_line ("", _("%s%s  %-8s %s [%s, as of %s]"), at, event->date_known ? "" : "?",
              event->entity == DIAPASON_ENTITY_PROMISE ? "promise" : or_empty (event->channel),
              words, event->origin.source_label, as_of);
}

static void
print_messages (GPtrArray *messages)
{
  for (guint i = 0; messages != NULL && i < messages->len; i++)
    {
      const DiapasonMessageRecord *message = g_ptr_array_index (messages, i);
      g_autofree char *body = diapason_text_display (message->body, 0, TRUE);
      g_auto (GStrv) lines = g_strsplit (body, "\n", -1);

      print_line ("      ", "%s%s:", or_empty (message->author),
                  g_strcmp0 (message->kind, "note") == 0 ? _(" (note)") : "");
      for (guint j = 0; lines[j] != NULL; j++)
        print_line ("        ", "%s", lines[j]);
    }
}

static void
print_sheet (const Sheet *sheet)
{
  print_card (sheet->person);
  g_print ("\n");
  for (guint i = 0; i < sheet->events->len; i++)
    {
      const DiapasonEventRecord *event = g_ptr_array_index (sheet->events, i);

      if (event == NULL)
        continue;
      print_event (event);
      if (sheet->messages != NULL)
        print_messages (g_ptr_array_index (sheet->messages, i));
    }
}

/* For scripts */

static void
write_person (DiapasonJsonWriter *writer, const DiapasonPersonRecord *person)
{
  diapason_json_writer_string (writer, "name", person->name);
  diapason_json_writer_string (writer, "birth_date", person->birth_date);
  diapason_json_writer_string (writer, "language", person->language);
  diapason_json_writer_string (writer, "street", person->street);
  diapason_json_writer_string (writer, "postcode", person->postcode);
  diapason_json_writer_string (writer, "city", person->city);
  diapason_json_writer_string (writer, "country", person->country);
  diapason_json_writer_string (writer, "value", person->value);
  diapason_verb_write_time (writer, "since", person->since);
}

static void
write_contact_points (DiapasonJsonWriter *writer, GPtrArray *points)
{
  diapason_json_writer_begin_array (writer, "contact_points");
  for (guint i = 0; i < points->len; i++)
    {
      const DiapasonContactPointRecord *point = g_ptr_array_index (points, i);

      diapason_json_writer_begin_object (writer, NULL);
      diapason_json_writer_string (writer, "kind", point->kind);
      diapason_json_writer_string (writer, "value", point->value);
      diapason_json_writer_boolean (writer, "preferred", point->preferred);
      diapason_verb_write_origin (writer, &point->origin);
      diapason_json_writer_end_object (writer);
    }
  diapason_json_writer_end_array (writer);
}

static void
write_contracts (DiapasonJsonWriter *writer, GPtrArray *contracts)
{
  diapason_json_writer_begin_array (writer, "contracts");
  for (guint i = 0; i < contracts->len; i++)
    {
      const DiapasonContractRecord *contract = g_ptr_array_index (contracts, i);

      diapason_json_writer_begin_object (writer, NULL);
      diapason_json_writer_string (writer, "number", contract->number);
      diapason_json_writer_string (writer, "product", contract->product);
      diapason_json_writer_string (writer, "status", contract->status);
      diapason_verb_write_time (writer, "begins", contract->begins);
      diapason_verb_write_time (writer, "ends", contract->ends);
      if (contract->has_amount)
        diapason_json_writer_integer (writer, "amount_cents", contract->amount);
      diapason_json_writer_string (writer, "currency", contract->currency);
      diapason_verb_write_origin (writer, &contract->origin);
      diapason_json_writer_end_object (writer);
    }
  diapason_json_writer_end_array (writer);
}

static void
write_members (DiapasonJsonWriter *writer, GPtrArray *members)
{
  diapason_json_writer_begin_array (writer, "members");
  for (guint i = 0; i < members->len; i++)
    {
      const DiapasonMemberRecord *member = g_ptr_array_index (members, i);

      diapason_json_writer_begin_object (writer, NULL);
      diapason_json_writer_string (writer, "name", member->name);
      diapason_json_writer_string (writer, "rule", member->rule);
      diapason_json_writer_string (writer, "evidence", member->evidence);
      diapason_verb_write_origin (writer, &member->origin);
      diapason_json_writer_end_object (writer);
    }
  diapason_json_writer_end_array (writer);
}

static void
write_messages (DiapasonJsonWriter *writer, GPtrArray *messages)
{
  diapason_json_writer_begin_array (writer, "messages");
  for (guint i = 0; i < messages->len; i++)
    {
      const DiapasonMessageRecord *message = g_ptr_array_index (messages, i);

      diapason_json_writer_begin_object (writer, NULL);
      diapason_json_writer_string (writer, "author", message->author);
      diapason_json_writer_string (writer, "author_name", message->author_name);
      diapason_json_writer_string (writer, "kind", message->kind);
      diapason_verb_write_time (writer, "at", message->at);
      diapason_json_writer_string (writer, "body", message->body);
      diapason_json_writer_string (writer, "language", message->language);
      diapason_verb_write_origin (writer, &message->origin);
      diapason_json_writer_end_object (writer);
    }
  diapason_json_writer_end_array (writer);
}

static void
write_event (DiapasonJsonWriter *writer, const DiapasonEventRecord *event, GPtrArray *messages)
{
  diapason_json_writer_begin_object (writer, NULL);
  diapason_json_writer_string (writer, "entity", diapason_entity_info (event->entity)->name);
  diapason_verb_write_time (writer, "at", event->at);
  diapason_json_writer_boolean (writer, "date_known", event->date_known);
  diapason_verb_write_time (writer, "ended_at", event->ended_at);
  diapason_verb_write_time (writer, "due_at", event->due_at);
  diapason_json_writer_string (writer, "channel", event->channel);
  diapason_json_writer_string (writer, "direction", event->direction);
  diapason_json_writer_string (writer, "subject", event->subject);
  diapason_json_writer_string (writer, "reason", event->reason);
  diapason_json_writer_string (writer, "summary", event->summary);
  diapason_json_writer_string (writer, "solved", event->solved);
  diapason_json_writer_string (writer, "state", event->state);
  diapason_json_writer_string (writer, "text", event->text);
  diapason_json_writer_string (writer, "adviser", event->adviser);
  if (event->level != 0)
    diapason_json_writer_integer (writer, "level", event->level);
  diapason_verb_write_origin (writer, &event->origin);
  if (messages != NULL)
    write_messages (writer, messages);
  diapason_json_writer_end_object (writer);
}

static void
print_sheet_json (const Sheet *sheet)
{
  g_autoptr (DiapasonJsonWriter) writer = diapason_json_writer_new (TRUE);

  diapason_json_writer_begin_object (writer, NULL);
  write_person (writer, sheet->person);
  write_contact_points (writer, sheet->person->contact_points);
  write_contracts (writer, sheet->person->contracts);
  write_members (writer, sheet->person->members);
  diapason_json_writer_begin_array (writer, "history");
  for (guint i = 0; i < sheet->events->len; i++)
    {
      const DiapasonEventRecord *event = g_ptr_array_index (sheet->events, i);

      if (event != NULL)
        write_event (writer, event,
                     sheet->messages != NULL ? g_ptr_array_index (sheet->messages, i) : NULL);
    }
  diapason_json_writer_end_array (writer);
  diapason_json_writer_end_object (writer);
  diapason_verb_print_json (writer);
}

int
diapason_verb_show (const DiapasonVerbOptions *options, const char *customer)
{
  Query query = { .customer = customer, .messages = options->messages };
  g_autoptr (GError) error = NULL;
  g_autoptr (Sheet) sheet = NULL;

  sheet = diapason_verb_read (options, DIAPASON_LANE_LIST, show_in_reader, &query,
                              (GDestroyNotify) sheet_free, &error);
  if (sheet == NULL && options->json &&
      g_error_matches (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING))
    g_print ("null\n");
  if (sheet == NULL)
    return diapason_verb_end (diapason_verb_fail (error));
  if (options->json)
    print_sheet_json (sheet);
  else
    print_sheet (sheet);
  return diapason_verb_end (EXIT_SUCCESS);
}
