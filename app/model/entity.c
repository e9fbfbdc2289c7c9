/* entity.c: the declarations, in the order of the tables of resources/sql.
 *
 * Constant data; any thread; nothing to free.
 */
#include "entity.h"

#define WORDS(...)                                                                                 \
  .words = (const char *const[])                                                                   \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }
#define REFERENCE(column, entity, ...)                                                             \
  {                                                                                                \
    .name = column, .type = DIAPASON_COLUMN_REFERENCE, .refers_to = DIAPASON_ENTITY_##entity,      \
    __VA_ARGS__                                                                                    \
  }
#define COLUMN(column, kind, ...)                                                                  \
  {                                                                                                \
    .name = column, .type = DIAPASON_COLUMN_##kind, __VA_ARGS__                                    \
  }
#define PERSONAL .personal = TRUE
#define WITHHELD .withheld = TRUE

static const DiapasonColumn unit_columns[] = {
  COLUMN ("name", TEXT),
  COLUMN ("kind", TEXT, WORDS ("region", "agency", "team")),
  REFERENCE ("parent", UNIT),
};

static const DiapasonColumn adviser_columns[] = {
  COLUMN ("name", TEXT, PERSONAL),
  COLUMN ("login", TEXT, PERSONAL),
  COLUMN ("email", TEXT, PERSONAL),
  REFERENCE ("unit", UNIT),
  COLUMN ("role", TEXT, WORDS ("adviser", "lead")),
  COLUMN ("language", TEXT, PERSONAL),
};

static const DiapasonColumn customer_columns[] = {
  COLUMN ("name", TEXT, PERSONAL),
  COLUMN ("name_key", MADE, PERSONAL),
  COLUMN ("given_name", TEXT, PERSONAL),
  COLUMN ("family_name", TEXT, PERSONAL),
  COLUMN ("birth_date", DAY, PERSONAL),
  COLUMN ("language", TEXT, PERSONAL),
  COLUMN ("street", TEXT, PERSONAL),
  COLUMN ("postcode", TEXT, PERSONAL),
  COLUMN ("city", TEXT, PERSONAL),
  COLUMN ("country", TEXT, PERSONAL),
  COLUMN ("since", TIME, PERSONAL),
  COLUMN ("value", TEXT, PERSONAL, WORDS ("high", "standard")),
  COLUMN ("household", TEXT, PERSONAL),
  REFERENCE ("same_as", CUSTOMER),
  REFERENCE ("unit", UNIT),
};

static const DiapasonColumn contact_point_columns[] = {
  REFERENCE ("customer", CUSTOMER), COLUMN ("kind", TEXT, WORDS ("phone", "mobile", "email")),
  COLUMN ("value", TEXT, PERSONAL), COLUMN ("value_key", MADE, PERSONAL),
  COLUMN ("preferred", BOOLEAN),
};

static const DiapasonColumn relation_columns[] = {
  REFERENCE ("customer", CUSTOMER),
  REFERENCE ("other", CUSTOMER),
  COLUMN ("kind", TEXT, PERSONAL, WORDS ("partner", "child", "parent", "sibling")),
};

static const DiapasonColumn contract_columns[] = {
  REFERENCE ("customer", CUSTOMER),
  COLUMN ("number", TEXT, PERSONAL),
  COLUMN ("product", TEXT, PERSONAL),
  COLUMN ("status", TEXT, WORDS ("active", "suspended", "ended")),
  COLUMN ("begins", TIME),
  COLUMN ("ends", TIME),
  COLUMN ("amount", INTEGER, PERSONAL),
  COLUMN ("currency", TEXT),
};

static const DiapasonColumn promise_columns[] = {
  REFERENCE ("customer", CUSTOMER),
  REFERENCE ("adviser", ADVISER),
  REFERENCE ("interaction", INTERACTION),
  COLUMN ("text", TEXT, PERSONAL),
  COLUMN ("made_at", TIME),
  COLUMN ("due_at", TIME),
  COLUMN ("state", TEXT, WORDS ("open", "kept", "late", "broken", "withdrawn")),
  COLUMN ("closed_at", TIME),
};

static const DiapasonColumn interaction_columns[] = {
  REFERENCE ("customer", CUSTOMER),
  REFERENCE ("adviser", ADVISER),
  COLUMN ("channel",
          TEXT,
          WORDS ("call", "email", "chat", "sms", "ticket", "store", "web", "survey", "review")),
  COLUMN ("direction", TEXT, WORDS ("in", "out")),
  COLUMN ("began_at", TIME),
  COLUMN ("ended_at", TIME),
  COLUMN ("subject", TEXT, PERSONAL),
  COLUMN ("reason", TEXT, PERSONAL),
  COLUMN ("summary", TEXT, PERSONAL),
  COLUMN ("level", INTEGER),
  COLUMN ("solved", TEXT, WORDS ("yes", "partly", "no")),
  COLUMN ("state", TEXT, WORDS ("waiting", "open", "closed")),
};

static const DiapasonColumn message_columns[] = {
  REFERENCE ("interaction", INTERACTION),
  COLUMN ("author", TEXT, WORDS ("customer", "adviser", "bot")),
  COLUMN ("author_name", TEXT, PERSONAL),
  REFERENCE ("adviser", ADVISER),
  COLUMN ("kind", TEXT, WORDS ("reply", "note")),
  COLUMN ("at", TIME),
  COLUMN ("body", TEXT, PERSONAL),
  COLUMN ("language", TEXT),
};

static const DiapasonColumn presence_columns[] = {
  REFERENCE ("adviser", ADVISER),
  COLUMN ("state", TEXT, PERSONAL, WORDS ("available", "busy", "away", "offline")),
  COLUMN ("since", TIME, PERSONAL),
};

static const DiapasonColumn article_columns[] = {
  COLUMN ("title", TEXT),
  COLUMN ("body", TEXT),
  COLUMN ("topic", TEXT),
  COLUMN ("language", TEXT),
};

static const DiapasonColumn canned_reply_columns[] = {
  COLUMN ("title", TEXT),
  COLUMN ("body", TEXT),
  COLUMN ("channel", TEXT),
  COLUMN ("language", TEXT),
};

static const DiapasonColumn survey_wave_columns[] = {
  COLUMN ("name", TEXT),
  COLUMN ("begins", TIME),
  COLUMN ("ends", TIME),
};

static const DiapasonColumn survey_count_columns[] = {
  REFERENCE ("wave", SURVEY_WAVE),
  REFERENCE ("adviser", ADVISER),
  COLUMN ("channel", TEXT, WORDS ("call", "email", "chat", "sms", "store", "web")),
  COLUMN ("asked", INTEGER),
  COLUMN ("answered", INTEGER),
};

static const DiapasonColumn verbatim_columns[] = {
  REFERENCE ("wave", SURVEY_WAVE),
  REFERENCE ("customer", CUSTOMER, WITHHELD),
  REFERENCE ("interaction", INTERACTION, WITHHELD),
  REFERENCE ("adviser", ADVISER),
  COLUMN ("channel", TEXT, WORDS ("call", "email", "chat", "sms", "store", "web", "review")),
  COLUMN ("asked_at", TIME, WITHHELD),
  COLUMN ("at", TIME),
  COLUMN ("score", INTEGER),
  COLUMN ("scale", INTEGER),
  COLUMN ("about", TEXT),
  COLUMN ("title", TEXT, PERSONAL),
  COLUMN ("text", TEXT, PERSONAL),
  COLUMN ("author_name", TEXT, PERSONAL, WITHHELD),
  COLUMN ("language", TEXT),
  COLUMN ("permission", TEXT, WORDS ("yes", "no", DIAPASON_PERMISSION_ANONYMOUS)),
  COLUMN ("permission_by", TEXT, WORDS ("phone", "email")),
  COLUMN ("permission_until", DAY),
  COLUMN ("state", TEXT, WORDS ("open", "closed")),
};

static const DiapasonColumn answer_columns[] = {
  REFERENCE ("verbatim", VERBATIM),
  COLUMN ("criterion", TEXT),
  COLUMN ("score", INTEGER),
  COLUMN ("scale", INTEGER),
};

static const DiapasonColumn customer_fact_columns[] = {
  REFERENCE ("customer", CUSTOMER),
  COLUMN ("kind", TEXT, PERSONAL, WORDS ("need", "churn_risk", "marketing_hold")),
  COLUMN ("what", TEXT, PERSONAL),
  COLUMN ("words", TEXT, PERSONAL),
  COLUMN ("consent", BOOLEAN, PERSONAL),
  COLUMN ("consent_at", TIME, PERSONAL),
  COLUMN ("consent_by", TEXT, PERSONAL),
  COLUMN ("maker", TEXT, WORDS ("person", "rule", "model")),
  COLUMN ("maker_name", TEXT, PERSONAL),
  COLUMN ("at", TIME, PERSONAL),
  COLUMN ("until", DAY, PERSONAL),
};

static const DiapasonColumn presence_channel_columns[] = {
  REFERENCE ("presence", PRESENCE),
  COLUMN ("channel", TEXT, WORDS ("call", "chat", "email", "sms")),
  COLUMN ("state", TEXT, PERSONAL, WORDS ("available", "busy", "away", "offline")),
  COLUMN ("since", TIME, PERSONAL),
  COLUMN ("set_by", TEXT, PERSONAL, WORDS ("self", "lead", "platform")),
  REFERENCE ("setter", ADVISER),
};

#define ENTITY(number, table)                                                                      \
  [DIAPASON_ENTITY_##number] = { DIAPASON_ENTITY_##number, #table, table##_columns,                \
                                 G_N_ELEMENTS (table##_columns) }

static const DiapasonEntityInfo entities[DIAPASON_N_ENTITIES] = {
  ENTITY (UNIT, unit),
  ENTITY (ADVISER, adviser),
  ENTITY (CUSTOMER, customer),
  ENTITY (CONTACT_POINT, contact_point),
  ENTITY (RELATION, relation),
  ENTITY (CONTRACT, contract),
  ENTITY (PROMISE, promise),
  ENTITY (INTERACTION, interaction),
  ENTITY (MESSAGE, message),
  ENTITY (PRESENCE, presence),
  ENTITY (ARTICLE, article),
  ENTITY (CANNED_REPLY, canned_reply),
  ENTITY (SURVEY_WAVE, survey_wave),
  ENTITY (SURVEY_COUNT, survey_count),
  ENTITY (VERBATIM, verbatim),
  ENTITY (ANSWER, answer),
  ENTITY (CUSTOMER_FACT, customer_fact),
  ENTITY (PRESENCE_CHANNEL, presence_channel),
};

const DiapasonEntityInfo *
diapason_entity_info (DiapasonEntity entity)
{
  if ((int) entity <= DIAPASON_ENTITY_NONE || entity >= DIAPASON_N_ENTITIES)
    return NULL;
  return &entities[entity];
}

const DiapasonEntityInfo *
diapason_entity_info_by_name (const char *name)
{
  for (guint entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
    if (g_strcmp0 (entities[entity].name, name) == 0)
      return &entities[entity];
  return NULL;
}

int
diapason_entity_info_column (const DiapasonEntityInfo *info, const char *name)
{
  for (guint column = 0; column < info->n_columns; column++)
    if (g_strcmp0 (info->columns[column].name, name) == 0)
      return (int) column;
  return -1;
}
