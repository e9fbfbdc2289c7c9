/* hub-crm-write.c: what an adviser changes in the CRM. Each inside its request's transaction.
 * Thread: the hub's. */
#include "hub-crm.h"

#include "hub-body.h"

#define LONGEST_PROMISE 4000
#define LONGEST_VALUE   200
#define LONGEST_ID      64

void
diapason_hub_crm_create_promise (DiapasonHubCall *call)
{
  const char *id = diapason_hub_body_new_id (call, "promise");
  const char *customer = diapason_hub_body_reference (call, "customer_id", DIAPASON_HUB_REQUIRED,
                                                      &diapason_hub_crm_customer);
  const char *interaction =
      diapason_hub_body_text (call, "interaction_ref", DIAPASON_HUB_OPTIONAL, LONGEST_ID);
  const char *text = diapason_hub_body_text (call, "text", DIAPASON_HUB_REQUIRED, LONGEST_PROMISE);
  gint64 made = diapason_hub_body_instant (call, "made_at", DIAPASON_HUB_OPTIONAL);
  gint64 due = diapason_hub_body_instant (call, "due_at", DIAPASON_HUB_REQUIRED);
  gint64 seq = 0, at = 0;

  if (!diapason_hub_body_ends (call))
    return;

  diapason_hub_database_tick (call->database, &seq, &at);
  diapason_hub_database_run (call->database,
                             "INSERT INTO promise (id, customer, adviser, interaction, text,"
                             " made_at, due_at, state, seq, updated_at)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'open', ?8, ?9)",
                             "sssssiiii", id, customer, call->adviser, interaction, text,
                             made == 0 ? diapason_hub_now () : made, due, seq, at);
  diapason_hub_call_answer_row (call, SOUP_STATUS_CREATED, &diapason_hub_crm_promise, id);
}

void
diapason_hub_crm_change_promise (DiapasonHubCall *call)
{
  const char *state = diapason_hub_body_word (call, "state", DIAPASON_HUB_OPTIONAL,
                                              "open|kept|late|broken|withdrawn");
  const char *adviser = diapason_hub_body_reference (call, "adviser_id", DIAPASON_HUB_OPTIONAL,
                                                     &diapason_hub_crm_adviser);
  gint64 due = diapason_hub_body_instant (call, "due_at", DIAPASON_HUB_OPTIONAL);

  if (!diapason_hub_body_ends (call))
    return;

  diapason_hub_database_run (call->database,
                             "UPDATE promise SET adviser = coalesce (?2, adviser),"
                             " due_at = iif (?3 = 0, due_at, ?3), state = coalesce (?4, state),"
                             " closed_at = CASE coalesce (?4, state) WHEN 'open' THEN NULL"
                             " WHEN state THEN closed_at ELSE ?5 END WHERE id = ?1",
                             "ssisi", call->id, adviser, due, state, diapason_hub_now ());
  diapason_hub_database_touch (call->database, "promise", call->id);
  diapason_hub_call_answer_row (call, SOUP_STATUS_OK, &diapason_hub_crm_promise, call->id);
}

/* The points of @customer whose mark is not what it is to be when @point (NULL: none) is preferred.
 */
static GPtrArray *
find_turned (DiapasonHubCall *call, const char *customer, const char *point)
{
  GPtrArray *turned = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *rows = diapason_hub_database_ask (call->database,
                                                  "SELECT id FROM contact_point WHERE customer = ?1"
                                                  " AND preferred <> (id IS ?2) AND NOT deleted",
                                                  "ss", customer, point);

  while (diapason_hub_database_next (call->database, rows))
    g_ptr_array_add (turned, g_strdup (diapason_hub_column_text (rows, 0)));
  return turned;
}

/* Makes @point the one @customer prefers; every point this turns is a change of its own. */
static void
prefer (DiapasonHubCall *call, const char *customer, const char *point)
{
  g_autoptr (GPtrArray) turned = find_turned (call, customer, point);

  for (guint i = 0; i < turned->len; i++)
    {
      const char *id = g_ptr_array_index (turned, i);

      diapason_hub_database_run (call->database,
                                 "UPDATE contact_point SET preferred = NOT preferred WHERE id = ?1",
                                 "s", id);
      diapason_hub_database_touch (call->database, "contact_point", id);
    }
}

static void
demand_own_point (DiapasonHubCall *call, const char *point)
{
  if (point != NULL && diapason_hub_database_number (call->database,
                                                     "SELECT count (*) FROM contact_point WHERE"
                                                     " id = ?1 AND customer = ?2 AND NOT deleted",
                                                     "ss", point, call->id) == 0)
    diapason_hub_call_refuse (call, SOUP_STATUS_BAD_REQUEST, "unknown_reference",
                              "The member \"preferred_contact\" names no contact point of this "
                              "customer.");
}

void
diapason_hub_crm_change_customer (DiapasonHubCall *call)
{
  const char *language = diapason_hub_body_language (call, "language");
  const char *point =
      diapason_hub_body_text (call, "preferred_contact", DIAPASON_HUB_OPTIONAL, LONGEST_ID);

  demand_own_point (call, point);
  if (!diapason_hub_body_ends (call))
    return;

  if (diapason_hub_body_has (call, "preferred_contact"))
    prefer (call, call->id, point);
  diapason_hub_database_run (call->database,
                             "UPDATE customer SET language = coalesce (?2, language) WHERE id = ?1",
                             "ss", call->id, language);
  diapason_hub_database_touch (call->database, "customer", call->id);
  diapason_hub_call_answer_row (call, SOUP_STATUS_OK, &diapason_hub_crm_customer, call->id);
}

void
diapason_hub_crm_create_contact_point (DiapasonHubCall *call)
{
  const char *customer = diapason_hub_body_reference (call, "customer_id", DIAPASON_HUB_REQUIRED,
                                                      &diapason_hub_crm_customer);
  const char *kind =
      diapason_hub_body_word (call, "kind", DIAPASON_HUB_REQUIRED, "phone|mobile|email");
  const char *value = diapason_hub_body_text (call, "value", DIAPASON_HUB_REQUIRED, LONGEST_VALUE);
  gboolean preferred = diapason_hub_body_flag (call, "preferred");
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *id = g_strconcat ("P-", uuid, NULL);
  gint64 seq = 0, at = 0;

  if (!diapason_hub_body_ends (call))
    return;

  diapason_hub_database_tick (call->database, &seq, &at);
  diapason_hub_database_run (call->database,
                             "INSERT INTO contact_point (id, customer, kind, value, preferred, seq,"
                             " updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                             "ssssiii", id, customer, kind, value, (gint64) preferred, seq, at);
  if (preferred)
    {
      prefer (call, customer, id);
      diapason_hub_database_touch (call->database, "customer", customer);
    }
  diapason_hub_call_answer_row (call, SOUP_STATUS_CREATED, &diapason_hub_crm_contact_point, id);
}

/* Where the customer preferred it they prefer none now, which is a change of theirs. */
void
diapason_hub_crm_delete_contact_point (DiapasonHubCall *call)
{
  g_autofree char *customer =
      diapason_hub_database_text (call->database,
                                  "SELECT customer FROM contact_point WHERE id = ?1 AND preferred",
                                  "s", call->id);

  diapason_hub_database_run (call->database,
                             "UPDATE contact_point SET deleted = 1, preferred = 0 WHERE id = ?1",
                             "s", call->id);
  diapason_hub_database_touch (call->database, "contact_point", call->id);
  if (customer != NULL)
    diapason_hub_database_touch (call->database, "customer", customer);
  diapason_hub_call_answer (call, SOUP_STATUS_NO_CONTENT, NULL);
}
