/* verb-show-json.c: see verb-show-json.h. */
#include "verb-show-json.h"

#include "json-value.h"
#include "verbs-private.h"

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
write_facts (DiapasonJsonWriter *writer, GPtrArray *facts)
{
  diapason_json_writer_begin_array (writer, "facts");
  for (guint i = 0; i < facts->len; i++)
    {
      const DiapasonCustomerFactRecord *fact = g_ptr_array_index (facts, i);

      diapason_json_writer_begin_object (writer, NULL);
      diapason_json_writer_string (writer, "kind", diapason_customer_fact_word (fact->kind));
      diapason_json_writer_string (writer, "what", fact->what);
      diapason_json_writer_string (writer, "words", fact->words);
      if (fact->kind == DIAPASON_CUSTOMER_FACT_NEED)
        diapason_json_writer_boolean (writer, "consent", fact->consent);
      diapason_verb_write_time (writer, "consent_at", fact->consent_at);
      diapason_json_writer_string (writer, "consent_by", fact->consent_by);
      diapason_json_writer_string (writer, "maker", fact->maker);
      diapason_json_writer_string (writer, "maker_name", fact->maker_name);
      diapason_verb_write_time (writer, "at", fact->at);
      diapason_json_writer_string (writer, "until", fact->until);
      diapason_verb_write_origin (writer, &fact->origin);
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
write_answers (DiapasonJsonWriter *writer, GPtrArray *answers)
{
  diapason_json_writer_begin_array (writer, "answers");
  for (guint i = 0; i < answers->len; i++)
    {
      const DiapasonAnswerRecord *answer = g_ptr_array_index (answers, i);

      diapason_json_writer_begin_object (writer, NULL);
      diapason_json_writer_string (writer, "criterion", answer->criterion);
      diapason_verb_write_score (writer, &answer->score);
      diapason_verb_write_origin (writer, &answer->origin);
      diapason_json_writer_end_object (writer);
    }
  diapason_json_writer_end_array (writer);
}

static void
write_verbatim (DiapasonJsonWriter *writer, const DiapasonEventRecord *event, GPtrArray *answers)
{
  diapason_verb_write_score (writer, &event->score);
  diapason_json_writer_string (writer, "about", event->about);
  diapason_verb_write_time (writer, "contact_at", event->contact_at);
  diapason_json_writer_string (writer, "wave", event->wave);
  diapason_json_writer_string (writer, "author_name", event->author_name);
  diapason_json_writer_string (writer, "language", event->language);
  diapason_json_writer_string (writer, "permission", event->permission);
  diapason_json_writer_string (writer, "permission_by", event->permission_by);
  diapason_json_writer_string (writer, "permission_until", event->permission_until);
  write_answers (writer, answers);
}

static void
write_event (DiapasonJsonWriter *writer, const DiapasonEventRecord *event, GPtrArray *detail)
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
  if (event->entity == DIAPASON_ENTITY_VERBATIM)
    write_verbatim (writer, event, detail);
  else if (detail != NULL)
    write_messages (writer, detail);
  diapason_json_writer_end_object (writer);
}

void
diapason_verb_show_json (const DiapasonSheet *sheet)
{
  g_autoptr (DiapasonJsonWriter) writer = diapason_json_writer_new (TRUE);

  diapason_json_writer_begin_object (writer, NULL);
  write_person (writer, sheet->person);
  write_contact_points (writer, sheet->person->contact_points);
  write_contracts (writer, sheet->person->contracts);
  write_facts (writer, sheet->person->facts);
  write_members (writer, sheet->person->members);
  diapason_json_writer_begin_array (writer, "history");
  for (guint i = 0; i < sheet->events->len; i++)
    {
      const DiapasonEventRecord *event = g_ptr_array_index (sheet->events, i);

      if (event != NULL)
        write_event (writer, event, g_ptr_array_index (sheet->details, i));
    }
  diapason_json_writer_end_array (writer);
  diapason_json_writer_end_object (writer);
  diapason_verb_print_json (writer);
}
