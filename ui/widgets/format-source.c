/* format-source.c: see format-source.h. */
#include "format-source.h"

#include <glib/gi18n.h>

#include "format.h"

const char *
diapason_format_entity (DiapasonEntity entity)
{
  static const char *const names[DIAPASON_N_ENTITIES] = {
    [DIAPASON_ENTITY_ADVISER] = N_("Advisers"),
    [DIAPASON_ENTITY_CUSTOMER] = N_("Customers"),
    [DIAPASON_ENTITY_CONTACT_POINT] = N_("Numbers and e-mail addresses"),
    [DIAPASON_ENTITY_CONTRACT] = N_("Contracts"),
    [DIAPASON_ENTITY_PROMISE] = N_("Promises made"),
    [DIAPASON_ENTITY_INTERACTION] = N_("Contacts"),
    [DIAPASON_ENTITY_MESSAGE] = N_("Messages"),
    [DIAPASON_ENTITY_ARTICLE] = N_("Articles"),
    [DIAPASON_ENTITY_VERBATIM] = N_("Verbatims"),
  };

  return names[entity] != NULL ? _ (names[entity]) : NULL;
}

char *
diapason_format_entities (guint64 entities)
{
  GString *line = g_string_new (NULL);

  for (DiapasonEntity entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
    if ((entities >> entity & 1) != 0)
      diapason_format_add_part (line, diapason_format_entity (entity));
  return g_string_free (line, FALSE);
}
