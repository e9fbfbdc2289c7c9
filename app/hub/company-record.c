/* company-record.c: see company-record.h. */
#include "company-record.h"

#define INTERACTION DIAPASON_COMPANY_INTERACTION
#define MESSAGE     DIAPASON_COMPANY_MESSAGE
#define PROMISE     DIAPASON_COMPANY_PROMISE

const char *
diapason_company_channel_word (DiapasonCompanyChannel channel)
{
  static const char *const words[] = { "call", "email", "chat", "sms" };

  return words[channel];
}

const char *
diapason_company_author_word (DiapasonCompanyAuthor author)
{
  static const char *const words[] = { "customer", "adviser", "bot" };

  return words[author];
}

const char *
diapason_company_solved_word (DiapasonCompanySolved solved)
{
  static const char *const words[] = { "yes", "partly", "no" };

  return words[solved];
}

void
diapason_company_interaction_id (guint64 number, char id[24])
{
  g_snprintf (id, 24, "in_%07" G_GUINT64_FORMAT, number);
}

static const DiapasonCompanyLine *
line_at (const DiapasonCompanyScene *scene, guint i)
{
  return &g_array_index (scene->lines, DiapasonCompanyLine, i);
}

/* What had happened by the end of the company's time. */
typedef struct
{
  guint lines;
  gboolean over;
  gboolean answered;
  gint64 changed;
} Reach;

static Reach
reach (const DiapasonCompany *company, const DiapasonCompanyScene *scene)
{
  gint64 until = company->order.until;
  Reach reached = { 0, scene->now <= until, FALSE, scene->began };

  while (reached.lines < scene->lines->len && line_at (scene, reached.lines)->at <= until)
    {
      const DiapasonCompanyLine *line = line_at (scene, reached.lines++);

      reached.answered |= line->author == DIAPASON_COMPANY_BY_ADVISER;
      reached.changed = line->at;
    }
  /* A call is answered when it is not missed, whether or not a note is there yet. */
  if (scene->channel == DIAPASON_COMPANY_CALL)
    reached.answered = scene->turn != DIAPASON_COMPANY_MISSED;
  if (reached.over)
    reached.changed = scene->now;
  return reached;
}

static void
write_message (DiapasonCompany *company,
               const DiapasonCompanyScene *scene,
               const DiapasonCompanyLine *line,
               const char *interaction,
               const char *adviser)
{
  DiapasonCompanyFile *file = company->file;
  char id[24];

  g_snprintf (id, sizeof id, "ms_%08" G_GUINT64_FORMAT, ++company->messages);
  diapason_company_file_text (file, MESSAGE, id);
  diapason_company_file_text (file, MESSAGE, interaction);
  diapason_company_file_text (file, MESSAGE, diapason_company_author_word (line->author));
  diapason_company_file_text (file, MESSAGE,
                              line->author == DIAPASON_COMPANY_BY_ADVISER ? adviser : NULL);
  diapason_company_file_text (file, MESSAGE, line->note ? "note" : "reply");
  diapason_company_file_int (file, MESSAGE, line->at);
  diapason_company_file_text (file, MESSAGE, diapason_company_scene_body (scene, line));
  diapason_company_file_text (file, MESSAGE,
                              diapason_company_language_code (scene->caller->person->language));
  diapason_company_file_put (file, MESSAGE, 1, line->at, FALSE);
}

static const char *
text_or_null (gboolean there, const GString *text)
{
  return there && text->len > 0 ? text->str : NULL;
}

static void
write_interaction (DiapasonCompany *company,
                   const DiapasonCompanyScene *scene,
                   const DiapasonCompanyRecord *record,
                   const Reach *reached,
                   const char *id,
                   const char *contact,
                   const char *adviser)
{
  DiapasonCompanyFile *file = company->file;
  gboolean treated = reached->over && reached->answered;
  gboolean outward =
      scene->turn >= DIAPASON_COMPANY_KEEPS && scene->turn <= DIAPASON_COMPANY_REMINDS;
  gboolean known = scene->turn != DIAPASON_COMPANY_MISSED && (treated || outward);

  diapason_company_file_text (file, INTERACTION, id);
  diapason_company_file_text (file, INTERACTION, contact);
  diapason_company_file_text (file, INTERACTION, adviser);
  diapason_company_file_text (file, INTERACTION, diapason_company_channel_word (scene->channel));
  diapason_company_file_text (file, INTERACTION, outward ? "out" : "in");
  diapason_company_file_int (file, INTERACTION, scene->began);
  if (reached->over)
    diapason_company_file_int (file, INTERACTION, scene->now);
  else
    diapason_company_file_null (file, INTERACTION);
  diapason_company_file_text (file, INTERACTION, text_or_null (TRUE, scene->subject));
  diapason_company_file_text (file, INTERACTION, known ? scene->plot->reason : NULL);
  diapason_company_file_text (file, INTERACTION, text_or_null (treated, scene->summary));
  if (treated)
    diapason_company_file_int (file, INTERACTION, record->level);
  else
    diapason_company_file_null (file, INTERACTION);
  diapason_company_file_text (file, INTERACTION,
                              treated ? diapason_company_solved_word (scene->solved) : NULL);
  diapason_company_file_text (file, INTERACTION,
                              reached->over       ? "closed"
                              : reached->answered ? "open"
                                                  : "waiting");
  diapason_company_file_put (file, INTERACTION, 1 + (int) reached->lines, reached->changed, FALSE);
}

gboolean
diapason_company_record (DiapasonCompany *company,
                         DiapasonCompanyCaller *caller,
                         const DiapasonCompanyScene *scene,
                         DiapasonCompanyRecord *record)
{
  const char *contact = diapason_company_caller_contact (caller, scene->channel, scene->began);
  const char *adviser = diapason_company_adviser (company->staff, record->adviser)->id;
  Reach reached = reach (company, scene);
  gboolean assigned = reached.answered || (!reached.over && company->interactions % 3 == 0);
  char id[24];

  record->interaction = ++company->interactions;
  record->contact = contact;
  record->tied = diapason_company_caller_is_tied (caller, contact);
  record->ended = scene->now;
  record->due = scene->due;
  record->solved = scene->solved;
  diapason_company_interaction_id (record->interaction, id);
  write_interaction (company, scene, record, &reached, id, contact, assigned ? adviser : NULL);
  for (guint i = 0; i < reached.lines; i++)
    write_message (company, scene, line_at (scene, i), id, adviser);
  return reached.over;
}

char *
diapason_company_promise_text (const DiapasonCompanyScene *scene)
{
  const char *words = scene->slots.values[DIAPASON_COMPANY_SLOT_PROMISE];
  GString *text = g_string_new (NULL);

  diapason_company_append_capital (text, words);
  return g_string_free (text, FALSE);
}

void
diapason_company_record_promise (DiapasonCompany *company,
                                 const DiapasonCompanyCaller *caller,
                                 const DiapasonCompanyScene *scene,
                                 const DiapasonCompanyRecord *record,
                                 const char *state,
                                 gint64 closed)
{
  DiapasonCompanyFile *file = company->file;
  gboolean open = closed > company->order.until;
  g_autofree char *text = diapason_company_promise_text (scene);
  char id[24], customer[16], interaction[24];

  if (caller->tie == DIAPASON_COMPANY_STRANGER)
    return;
  g_snprintf (id, sizeof id, "Q%07" G_GUINT64_FORMAT, ++company->promises);
  diapason_company_customer_id (caller->person->number, customer);
  diapason_company_interaction_id (record->interaction, interaction);
  diapason_company_file_text (file, PROMISE, id);
  diapason_company_file_text (file, PROMISE, customer);
  diapason_company_file_text (file, PROMISE,
                              diapason_company_adviser (company->staff, record->adviser)->id);
  diapason_company_file_text (file, PROMISE, interaction);
  diapason_company_file_text (file, PROMISE, text);
  diapason_company_file_int (file, PROMISE, record->ended);
  diapason_company_file_int (file, PROMISE, record->due);
  diapason_company_file_text (file, PROMISE, open ? "open" : state);
  if (open)
    diapason_company_file_null (file, PROMISE);
  else
    diapason_company_file_int (file, PROMISE, closed);
  diapason_company_file_put (file, PROMISE, open ? 1 : 2, open ? record->ended : closed, FALSE);
}
