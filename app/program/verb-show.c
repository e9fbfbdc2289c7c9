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
#include "verb-show-json.h"
#include "verbs-private.h"

#define ALL         G_MAXINT
#define NAME_CHARS  120
#define FACT_CHARS  400
#define EVENT_CHARS 4000 /* --json has the whole of it */
#define WHOLE       0

typedef struct
{
  const char *customer; /* what was asked for */
  gboolean messages;
} Query;

static void
sheet_free (DiapasonSheet *sheet)
{
  g_clear_pointer (&sheet->person, diapason_person_record_unref);
  g_clear_pointer (&sheet->events, g_ptr_array_unref);
  g_clear_pointer (&sheet->details, g_ptr_array_unref);
  g_free (sheet);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonSheet, sheet_free)

static void
detail_free (gpointer detail)
{
  if (detail != NULL)
    g_ptr_array_unref (detail);
}

/* Words that fit exactly one person. */
static gint64
person_by_words (DiapasonDatabase *database, const char *words, GError **error)
{
  g_autoptr (GPtrArray) hits = diapason_find (database, words, 20, NULL, error);
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

/* *@out stays NULL for what opens to nothing, or to messages that nobody asked for. */
static gboolean
read_detail (DiapasonDatabase *database,
             const DiapasonEventRecord *event,
             gboolean messages,
             GPtrArray **out,
             GError **error)
{
  *out = NULL;
  if (event != NULL && event->entity == DIAPASON_ENTITY_VERBATIM)
    *out = diapason_history_answers (database, event->id, ALL, error);
  else if (event != NULL && event->entity == DIAPASON_ENTITY_INTERACTION && messages)
    *out = diapason_history_messages (database, event->id, ALL, error);
  else
    return TRUE;
  return *out != NULL;
}

static gboolean
read_details (DiapasonDatabase *database, DiapasonSheet *sheet, gboolean messages, GError **error)
{
  sheet->details = g_ptr_array_new_with_free_func (detail_free);
  for (guint i = 0; i < sheet->events->len; i++)
    {
      GPtrArray *detail;

      if (!read_detail (database, g_ptr_array_index (sheet->events, i), messages, &detail, error))
        return FALSE;
      g_ptr_array_add (sheet->details, detail);
    }
  return TRUE;
}

static gpointer
show_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  const Query *query = data;
  g_autoptr (DiapasonSheet) sheet = g_new0 (DiapasonSheet, 1);
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
  if (!read_details (database, sheet, query->messages, error))
    return NULL;
  return g_steal_pointer (&sheet);
}

/* For people */

/* @width: in characters; WHOLE: all of it. */
static void print_line (const char *indent, guint width, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static void
print_line (const char *indent, guint width, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_print ("%s", indent);
  diapason_verb_print (text, width);
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
    print_line ("  ", FACT_CHARS, "%s", line->str);
  g_string_free (line, TRUE);
}

/* In the words of the source; a need without consent as that alone. */
static void
print_fact (const DiapasonCustomerFactRecord *fact)
{
  GString *line = g_string_new (NULL);

  if (fact->kind == DIAPASON_CUSTOMER_FACT_NEED)
    append_part (line, fact->consent ? _("need, with consent") : _("need, without consent"));
  else
    append_part (line,
                 fact->kind == DIAPASON_CUSTOMER_FACT_RISK ? _("churn risk") : _("no marketing"));
  append_part (line, fact->what);
  append_part (line, fact->words);
  append_part (line, fact->until);
  append_part (line, fact->maker);
  append_part (line, fact->maker_name);
  print_line ("  ", FACT_CHARS, "%s [%s]", line->str, fact->origin.source_label);
  g_string_free (line, TRUE);
}

static void
print_card (const DiapasonPersonRecord *person)
{
  print_line ("", NAME_CHARS, "%s", person->name != NULL ? person->name : _("Name unknown"));
  print_address (person);
  for (guint i = 0; i < person->contact_points->len; i++)
    {
      const DiapasonContactPointRecord *point = g_ptr_array_index (person->contact_points, i);

      print_line ("  ", FACT_CHARS, "%-8s %s [%s]", or_empty (point->kind), or_empty (point->value),
                  point->origin.source_label);
    }
  for (guint i = 0; i < person->contracts->len; i++)
    {
      const DiapasonContractRecord *contract = g_ptr_array_index (person->contracts, i);

      print_line ("  ", FACT_CHARS, "%s %s %s [%s]", or_empty (contract->number),
                  or_empty (contract->product), or_empty (contract->status),
                  contract->origin.source_label);
    }
  for (guint i = 0; i < person->facts->len; i++)
    print_fact (g_ptr_array_index (person->facts, i));
  for (guint i = 0; i < person->members->len; i++)
    {
      const DiapasonMemberRecord *member = g_ptr_array_index (person->members, i);

      print_line ("  ", FACT_CHARS, "%s:%s %s %s", member->origin.source, member->origin.remote_id,
                  or_empty (member->rule), or_empty (member->evidence));
    }
}

static void
append_score (GString *line, const char *label, const DiapasonScore *score)
{
  if (!score->known)
    return;
  g_string_append_printf (line, "%s%s%d/%d", line->len > 0 ? " · " : "", label, (int) score->score,
                          (int) score->scale);
}

/* Words of the source, as they are told; a title before its text. */
static void
append_verbatim (GString *line, const DiapasonEventRecord *event)
{
  g_autofree char *contact =
      event->contact_at != 0
          ? diapason_date_format_as (event->contact_at, _("contact of %Y-%m-%d"), NULL)
          : NULL;
  const char *permission[] = { event->permission, event->permission_by, event->permission_until };

  if (event->entity != DIAPASON_ENTITY_VERBATIM)
    return;
  append_part (line, event->channel);
  append_score (line, "", &event->score);
  append_part (line, event->author_name);
  append_part (line, event->language);
  append_part (line, event->wave);
  append_part (line, contact);
  append_part (line, event->about);
  append_part (line, event->permission != NULL ? _("may be contacted:") : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (permission); i++)
    if (permission[i] != NULL)
      g_string_append_printf (line, " %s", permission[i]);
  append_part (line, event->subject);
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
  append_verbatim (line, event);
  append_part (line, event->text);
  append_part (line, event->entity != DIAPASON_ENTITY_VERBATIM ? event->subject : NULL);
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

/* What stands in the place of a channel. */
static const char *
kind_of (const DiapasonEventRecord *event)
{
  if (event->entity == DIAPASON_ENTITY_INTERACTION)
    return or_empty (event->channel);
  return diapason_entity_info (event->entity)->name;
}

static void
print_event (const DiapasonEventRecord *event)
{
  g_autofree char *at = diapason_date_format_as (event->at, "%Y-%m-%d %H:%M", NULL);
  g_autofree char *as_of = diapason_date_format_as (event->origin.as_of, "%Y-%m-%d %H:%M", NULL);
  g_autofree char *words = event_words (event);

  print_line ("", EVENT_CHARS, _("%s%s  %-8s %s [%s, as of %s]"), at, event->date_known ? "" : "?",
              kind_of (event), words, event->origin.source_label, as_of);
}

static void
print_messages (GPtrArray *messages)
{
  for (guint i = 0; i < messages->len; i++)
    {
      const DiapasonMessageRecord *message = g_ptr_array_index (messages, i);
      g_autofree char *body = diapason_text_display (message->body, 0, TRUE);
      g_auto (GStrv) lines = g_strsplit (body, "\n", -1);

      print_line ("      ", FACT_CHARS, "%s%s:", or_empty (message->author),
                  g_strcmp0 (message->kind, "note") == 0 ? _(" (note)") : "");
      for (guint j = 0; lines[j] != NULL; j++)
        print_line ("        ", WHOLE, "%s", lines[j]);
    }
}

static void
print_answers (GPtrArray *answers)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      const DiapasonAnswerRecord *answer = g_ptr_array_index (answers, i);
      g_autofree char *label = g_strdup_printf ("%s ", or_empty (answer->criterion));

      append_score (line, label, &answer->score);
    }
  if (line->len > 0)
    print_line ("      ", FACT_CHARS, "%s", line->str);
  g_string_free (line, TRUE);
}

static void
print_sheet (const DiapasonSheet *sheet)
{
  print_card (sheet->person);
  g_print ("\n");
  for (guint i = 0; i < sheet->events->len; i++)
    {
      const DiapasonEventRecord *event = g_ptr_array_index (sheet->events, i);
      GPtrArray *detail = g_ptr_array_index (sheet->details, i);

      if (event == NULL)
        continue;
      print_event (event);
      if (detail != NULL && event->entity == DIAPASON_ENTITY_VERBATIM)
        print_answers (detail);
      else if (detail != NULL)
        print_messages (detail);
    }
}

int
diapason_verb_show (const DiapasonVerbOptions *options, const char *customer)
{
  Query query = { .customer = customer, .messages = options->messages };
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonSheet) sheet = NULL;

  sheet = diapason_verb_read (options, DIAPASON_LANE_LIST, show_in_reader, &query,
                              (GDestroyNotify) sheet_free, &error);
  if (sheet == NULL && options->json &&
      g_error_matches (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_MISSING))
    g_print ("null\n");
  if (sheet == NULL)
    return diapason_verb_end (diapason_verb_fail (error));
  if (options->json)
    diapason_verb_show_json (sheet);
  else
    print_sheet (sheet);
  return diapason_verb_end (EXIT_SUCCESS);
}
