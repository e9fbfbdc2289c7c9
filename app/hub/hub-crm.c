/* hub-crm.c: the CRM as it reads: numbered pages, updated_since, snake_case, RFC 3339. Thread: the
 * hub's.
 */
#include "hub-crm.h"

#include "hub-list.h"
#include "hub-route.h"

#define INSTANT(column) "strftime ('%Y-%m-%dT%H:%M:%fZ', " column " / 1000.0, 'unixepoch')"
#define FLAG(column)    "json (iif (" column ", 'true', 'false'))"
#define CHANGED         "'revision', t.revision, 'updated_at', " INSTANT ("t.updated_at")
#define TOMBSTONE       "json_object ('id', t.id, 'deleted', " FLAG ("1") ", " CHANGED ")"

#define ENTITY(of, members)                                                                        \
  {                                                                                                \
    .table = of, .id = "t.id", .json = "json_object ('id', t.id, " members ", " CHANGED ")",       \
    .tombstone = TOMBSTONE                                                                         \
  }

static const DiapasonHubEntity unit =
    ENTITY ("unit", "'name', t.name, 'kind', t.kind, 'parent_id', t.parent");

const DiapasonHubEntity diapason_hub_crm_adviser =
    ENTITY ("adviser",
            "'name', t.name, 'login', t.login, 'email', t.email, 'unit_id', t.unit,"
            " 'role', t.role, 'language', t.language");

const DiapasonHubEntity diapason_hub_crm_customer =
    ENTITY ("customer",
            "'name', json_object ('given', t.given_name, 'family', t.family_name),"
            " 'birth_date', t.birth_date, 'language', t.language,"
            " 'address', json_object ('street', t.street, 'postcode', t.postcode, 'city', t.city,"
            " 'country', t.country),"
            " 'since', t.since, 'value', t.value, 'household', t.household, 'unit_id', t.unit,"
            " 'preferred_contact', (SELECT p.id FROM contact_point p WHERE p.customer = t.id"
            " AND p.preferred AND NOT p.deleted ORDER BY p.id)");

const DiapasonHubEntity diapason_hub_crm_contact_point =
    ENTITY ("contact_point",
            "'customer_id', t.customer, 'kind', t.kind, 'value', t.value,"
            " 'preferred', " FLAG ("t.preferred"));

static const DiapasonHubEntity relation =
    ENTITY ("relation", "'customer_id', t.customer, 'other_id', t.other, 'kind', t.kind");

static const DiapasonHubEntity contract =
    ENTITY ("contract",
            "'customer_id', t.customer, 'number', t.number, 'product', t.product,"
            " 'status', t.status, 'begins_on', t.begins, 'ends_on', t.ends,"
            " 'amount', json_object ('cents', t.amount, 'currency', t.currency)");

/* Without consent nobody is told more of a need than that one is noted. */
#define TOLD(column) "iif (t.kind = 'need' AND t.consent IS NOT 1, NULL, " column ")"

static const DiapasonHubEntity customer_fact = ENTITY (
    "customer_fact",
    "'customer_id', t.customer, 'kind', t.kind, 'value', " TOLD ("t.value") ", 'note', " TOLD (
        "t.note") ","
                  " 'consent', iif (t.kind = 'need', json_object ('given', " FLAG (
                      "t.consent IS 1") ", 'at', " INSTANT ("t.consent_at") ","
                                                                            " 'by', t.consent_by), "
                                                                            "NULL),"
                                                                            " 'made_by', "
                                                                            "json_object ('kind', "
                                                                            "t.maker, 'name', "
                                                                            "t.maker_name),"
                                                                            " 'said_at', " INSTANT (
                                                                                "t.said_at") ", "
                                                                                             "'unti"
                                                                                             "l', "
                                                                                             "t."
                                                                                             "unti"
                                                                                             "l");

const DiapasonHubEntity diapason_hub_crm_promise =
    ENTITY ("promise",
            "'customer_id', t.customer, 'adviser_id', t.adviser, 'interaction_ref', t.interaction,"
            " 'text', t.text, 'made_at', " INSTANT ("t.made_at") ", 'due_at', " INSTANT (
                "t.due_at") ", 'state', t.state, 'closed_at', " INSTANT ("t.closed_at"));

#define DEFAULT_PER_PAGE 50
#define MOST_PER_PAGE    500
#define LAST_PAGE        G_MAXINT32

typedef struct
{
  gint64 page;
  gint64 per_page;
  DiapasonHubList list;
} Page;

static gboolean
read_page (DiapasonHubCall *call, Page *page)
{
  page->page = diapason_hub_call_query_number (call, "page", 1, 1, LAST_PAGE);
  page->per_page =
      diapason_hub_call_query_number (call, "per_page", DEFAULT_PER_PAGE, 1, G_MAXINT32);
  page->per_page = MIN (page->per_page, MOST_PER_PAGE);
  diapason_hub_list_read_since (call, &page->list);
  page->list.limit = page->per_page;
  page->list.offset = (page->page - 1) * page->per_page;
  return !diapason_hub_call_is_refused (call);
}

static void
answer_list (DiapasonHubCall *call)
{
  g_autoptr (GString) answer = g_string_new ("{\"data\":[");
  Page page = { 0 };

  if (!read_page (call, &page))
    return;

  gint64 total = diapason_hub_list_count (call, &page.list);
  diapason_hub_list_append (call, &page.list, answer);
  g_string_append_printf (answer,
                          "],\"page\":%" G_GINT64_FORMAT ",\"per_page\":%" G_GINT64_FORMAT
                          ",\"pages\":%" G_GINT64_FORMAT ",\"total\":%" G_GINT64_FORMAT "}",
                          page.page, page.per_page, (total + page.per_page - 1) / page.per_page,
                          total);
  diapason_hub_call_answer (call, SOUP_STATUS_OK, g_string_free (g_steal_pointer (&answer), FALSE));
}

static void
answer_single (DiapasonHubCall *call)
{
  diapason_hub_call_answer_row (call, SOUP_STATUS_OK, call->route->entity, call->id);
}

static void
answer_whoami (DiapasonHubCall *call)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT json_object ('adviser', %s) FROM adviser t WHERE t.id = ?1",
                       diapason_hub_crm_adviser.json);

  diapason_hub_call_answer (call, SOUP_STATUS_OK,
                            diapason_hub_database_text (call->database, sql, "s", call->adviser));
}

#define CRM "/crm/v1"
#define READ(path, entity)                                                                         \
  { "GET", CRM path, DIAPASON_HUB_ACCESS_CRM, answer_list, &entity },                              \
  {                                                                                                \
    "GET", CRM path "/{id}", DIAPASON_HUB_ACCESS_CRM, answer_single, &entity                       \
  }
#define WRITE(method, path, handler, entity, needs)                                                \
  {                                                                                                \
    method, CRM path, DIAPASON_HUB_ACCESS_CRM, handler, entity, needs                              \
  }

/* clang-format off */
static const DiapasonHubRoute routes[] = {
  { "GET", CRM "/whoami", DIAPASON_HUB_ACCESS_CRM, answer_whoami },
  READ ("/units", unit),
  READ ("/advisers", diapason_hub_crm_adviser),
  READ ("/customers", diapason_hub_crm_customer),
  READ ("/contact-points", diapason_hub_crm_contact_point),
  READ ("/relations", relation),
  READ ("/contracts", contract),
  READ ("/customer-facts", customer_fact),
  READ ("/promises", diapason_hub_crm_promise),
  WRITE ("PATCH", "/customers/{id}", diapason_hub_crm_change_customer,
         &diapason_hub_crm_customer, DIAPASON_HUB_NEEDS_JSON | DIAPASON_HUB_NEEDS_MATCH),
  WRITE ("POST", "/contact-points", diapason_hub_crm_create_contact_point,
         NULL, DIAPASON_HUB_NEEDS_JSON | DIAPASON_HUB_NEEDS_KEY),
  WRITE ("DELETE", "/contact-points/{id}", diapason_hub_crm_delete_contact_point,
         &diapason_hub_crm_contact_point, DIAPASON_HUB_NEEDS_MATCH),
  WRITE ("POST", "/promises", diapason_hub_crm_create_promise,
         NULL, DIAPASON_HUB_NEEDS_JSON | DIAPASON_HUB_NEEDS_KEY),
  WRITE ("PATCH", "/promises/{id}", diapason_hub_crm_change_promise,
         &diapason_hub_crm_promise, DIAPASON_HUB_NEEDS_JSON | DIAPASON_HUB_NEEDS_MATCH),
};
/* clang-format on */

const DiapasonHubRoute *
diapason_hub_crm_routes (gsize *n_routes)
{
  *n_routes = G_N_ELEMENTS (routes);
  return routes;
}
