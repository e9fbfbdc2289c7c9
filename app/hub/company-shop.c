/* company-shop.c: see company-shop.h. */
#include "company-shop.h"

#include "company-draw.h"
#include "company-feedback.h"
#include "company-library.h"

#define ACCOUNT DIAPASON_COMPANY_SHOP_ACCOUNT
#define VISIT   DIAPASON_COMPANY_SHOP_VISIT
#define ORDER   DIAPASON_COMPANY_SHOP_ORDER
#define STORE   DIAPASON_COMPANY_STORE_VISIT
#define REVIEW  DIAPASON_COMPANY_REVIEW

/* A year, in hundredths. */
#define VISITS_A_YEAR 110
#define ORDERS_A_YEAR 90
#define STORES_A_YEAR 60

/* Within this time a contact would mean that a visit did not help after all. */
#define UNHELPED (2 * DIAPASON_COMPANY_DAY)

static gboolean
chance (DiapasonCompanyShopper *shopper, guint per_thousand)
{
  return diapason_company_chance (&shopper->random, per_thousand);
}

static gint64
minutes (DiapasonCompanyShopper *shopper, int low, int high)
{
  return diapason_company_between (&shopper->random, low, high) * DIAPASON_COMPANY_MINUTE;
}

static DiapasonCompanyLanguage
language_of (const DiapasonCompanyShopper *shopper)
{
  return shopper->caller->person->language;
}

static DiapasonCompanyExperience
about (const DiapasonCompanyShopper *shopper,
       DiapasonCompanyStoryKind kind,
       const DiapasonCompanyProduct *product)
{
  return (DiapasonCompanyExperience){ .kind = kind,
                                      .language = language_of (shopper),
                                      .product = product,
                                      .female = shopper->caller->person->female };
}

/* Accounts ----------------------------------------------------------------------------------- */

/* As they typed it themselves: some gave no customer number, but name and address tell. */
static void
write_account (DiapasonCompanyShopper *shopper, gint64 created)
{
  DiapasonCompanyFile *file = shopper->company->file;
  const DiapasonCompanyPerson *person = shopper->caller->person;
  gboolean numbered = shopper->caller->tie != DIAPASON_COMPANY_STRANGER && chance (shopper, 700);
  g_autofree char *name = g_strstrip (g_strdup_printf ("%s %s", person->given, person->family));
  g_autofree char *email = g_strdup (person->email);
  char customer[16];

  if (chance (shopper, 200))
    email[0] = g_ascii_toupper (email[0]);
  diapason_company_customer_id (person->number, customer);
  g_snprintf (shopper->account, sizeof shopper->account, "S%07" G_GUINT64_FORMAT,
              ++shopper->company->accounts);
  diapason_company_file_text (file, ACCOUNT, shopper->account);
  diapason_company_file_text (file, ACCOUNT, name);
  diapason_company_file_text (file, ACCOUNT, email);
  diapason_company_file_text (file, ACCOUNT, numbered ? customer : NULL);
  diapason_company_file_put (file, ACCOUNT, 1 + diapason_company_below (&shopper->random, 4),
                             created, FALSE);
}

void
diapason_company_shopper_init (DiapasonCompanyShopper *shopper,
                               DiapasonCompany *company,
                               const DiapasonCompanyCaller *caller,
                               GArray *contacts)
{
  const DiapasonCompanyPerson *person = caller->person;
  gint64 begins = company->first_day * DIAPASON_COMPANY_DAY;
  gint64 since = person->since * DIAPASON_COMPANY_DAY;

  *shopper = (DiapasonCompanyShopper){ company, caller, contacts, { { 0 } }, "", 0 };
  g_array_set_size (contacts, 0);
  diapason_company_random_init (&shopper->random, company->order.seed, DIAPASON_COMPANY_DOMAIN_SHOP,
                                caller->key);
  since += minutes (shopper, 0, 20000);
  shopper->opened = MIN (since, company->order.until);
  if (person->email[0] != '\0' && chance (shopper, 680))
    write_account (shopper, shopper->opened);
  shopper->opened = MAX (shopper->opened, begins);
}

/* Visits ------------------------------------------------------------------------------------- */

typedef struct
{
  DiapasonCompanyStoryKind kind;
  const DiapasonCompanyProduct *product; /* (nullable) */
  gint64 began;
  gint64 ended;
  const char *found; /* (nullable) */
} Visit;

static void
write_visit (DiapasonCompanyShopper *shopper, const Visit *visit)
{
  DiapasonCompany *company = shopper->company;
  DiapasonCompanyExperience experience = about (shopper, visit->kind, visit->product);
  const char *topic = diapason_company_plots[visit->kind].reason;
  g_autoptr (GString) searched = g_string_new (NULL);
  char id[24], article[16] = "";

  if (chance (shopper, 760))
    diapason_company_searched (searched, &shopper->random, &experience);
  if (visit->found == NULL || visit->found[0] != 'n' || chance (shopper, 550))
    diapason_company_article_draw (&shopper->random, experience.language, topic, article);
  g_snprintf (id, sizeof id, "vi_%07" G_GUINT64_FORMAT, ++company->visits);
  diapason_company_file_text (company->file, VISIT, id);
  diapason_company_file_text (company->file, VISIT, shopper->account);
  diapason_company_file_int (company->file, VISIT, visit->began);
  diapason_company_file_int (company->file, VISIT, visit->ended);
  diapason_company_file_text (company->file, VISIT, topic);
  diapason_company_file_text (company->file, VISIT, searched->len > 0 ? searched->str : NULL);
  diapason_company_file_text (company->file, VISIT, article[0] != '\0' ? article : NULL);
  diapason_company_file_text (company->file, VISIT, visit->found);
  diapason_company_file_put (company->file, VISIT, 1, visit->ended, FALSE);
}

void
diapason_company_shopper_turns (DiapasonCompanyShopper *shopper,
                                const DiapasonCompanyScene *scene,
                                gint64 began)
{
  static const char *const found[] = { "no", "partly", NULL };
  static const guint8 weights[] = { 74, 14, 12 };
  guint often = scene->turn == DIAPASON_COMPANY_FIRST ? 300 : 120;
  gboolean soon = chance (shopper, 650);
  Visit visit = { .kind = scene->kind, .product = scene->product };

  g_array_append_val (shopper->contacts, began);
  if (shopper->account[0] == '\0' || scene->plot->flags & DIAPASON_COMPANY_PLEASED ||
      !chance (shopper, often))
    return;
  visit.ended = began - minutes (shopper, soon ? 1 : 60, soon ? 60 : 1300);
  visit.began = visit.ended - minutes (shopper, 1, 14);
  visit.found = found[diapason_company_weighted (&shopper->random, weights, 3)];
  if (visit.began >= shopper->opened)
    write_visit (shopper, &visit);
}

/* A time of the history at which people are awake, or a negative number: there is none. */
static gint64
draw_instant (DiapasonCompanyShopper *shopper, int opens, int closes)
{
  DiapasonCompanyCountry country = shopper->caller->country;
  gint64 at =
      diapason_company_between (&shopper->random, shopper->opened, shopper->company->order.until);
  int day = diapason_company_local_day (country, at, NULL);
  int minute = (int) diapason_company_between (&shopper->random, opens, closes);

  at = diapason_company_instant (country, day, minute) +
       diapason_company_between (&shopper->random, 0, 59) * DIAPASON_COMPANY_SECOND;
  return at >= shopper->opened && at <= shopper->company->order.until ? at : -1;
}

/* How many of what happens @hundredths times a year and person, some nothing, some twice as often.
 */
static guint
draw_count (DiapasonCompanyShopper *shopper, gint64 hundredths)
{
  gint64 span = MAX (0, shopper->company->order.until - shopper->opened) / DIAPASON_COMPANY_DAY;
  gint64 most = 2 * hundredths * span;
  gint64 drawn = diapason_company_between (&shopper->random, 0, most);

  return (guint) ((drawn + diapason_company_below (&shopper->random, 36500)) / 36500);
}

static gboolean
was_followed (const DiapasonCompanyShopper *shopper, gint64 ended)
{
  for (guint i = 0; i < shopper->contacts->len; i++)
    {
      gint64 began = g_array_index (shopper->contacts, gint64, i);

      if (began >= ended && began < ended + UNHELPED)
        return TRUE;
    }
  return FALSE;
}

/* What they look for helps them, and nobody of the house ever hears of it. */
static void
help_oneself (DiapasonCompanyShopper *shopper)
{
  static const char *const found[] = { "yes", "partly", NULL };
  static const guint8 weights[] = { 78, 9, 13 };
  Visit visit = { .began = draw_instant (shopper, 400, 1400) };

  visit.kind = diapason_company_draw_kind (&shopper->random, shopper->caller);
  visit.ended = visit.began + minutes (shopper, 1, 18);
  visit.found = found[diapason_company_weighted (&shopper->random, weights, 3)];
  if (visit.began < 0 || visit.ended > shopper->company->order.until ||
      diapason_company_plots[visit.kind].flags & DIAPASON_COMPANY_PLEASED ||
      was_followed (shopper, visit.ended))
    return;
  write_visit (shopper, &visit);
}

/* Orders and reviews ------------------------------------------------------------------------- */

typedef struct
{
  guint64 number;
  const DiapasonCompanyProduct *product;
  gint64 placed;
  gint64 ended;    /* may lie in the future */
  const char *end; /* state then */
  gboolean spoiled;
} Order;

static const DiapasonCompanyProduct *
draw_product (DiapasonCompanyShopper *shopper)
{
  return diapason_company_product_draw (&shopper->random, language_of (shopper),
                                        DIAPASON_COMPANY_GOODS);
}

static guint
number_of_product (const DiapasonCompanyShopper *shopper, const DiapasonCompanyProduct *product)
{
  return (guint) (product -
                  diapason_company_words (language_of (shopper))->products[DIAPASON_COMPANY_GOODS]);
}

static guint
add_item (DiapasonCompanyShopper *shopper,
          GString *items,
          guint n,
          const DiapasonCompanyProduct *product)
{
  guint price =
      100 * (guint) diapason_company_between (&shopper->random, product->low, product->high);

  g_string_append_printf (items, "%s%u × ", items->len > 0 ? ", " : "", n);
  diapason_company_append_capital (items, product->bare);
  return n * (price - 1);
}

/* Returns: what they cost, in cents. */
static guint
draw_items (DiapasonCompanyShopper *shopper, const DiapasonCompanyProduct *product, GString *items)
{
  guint n = product->high < 100 && chance (shopper, 200) ? 2 : 1;
  guint total = add_item (shopper, items, n, product);
  const DiapasonCompanyProduct *other = draw_product (shopper);

  if (other != product && other->high < 300 && chance (shopper, 350))
    total += add_item (shopper, items, 1, other);
  return total;
}

/* Numbers that tell nothing of their order; each is given once. */
static void
order_number (const Order *order, char text[24])
{
  int year;

  diapason_company_civil ((int) (order->placed / DIAPASON_COMPANY_DAY), &year, NULL, NULL);
  g_snprintf (text, 24, "%02d-%07" G_GUINT64_FORMAT, year % 100,
              order->number * G_GUINT64_CONSTANT (7654321) % G_GUINT64_CONSTANT (10000000));
}

/* Where it is at the end of the company's time. */
static const char *
order_state (const Order *order, gint64 until, gint64 *changed)
{
  gint64 sent = order->placed + 20 * DIAPASON_COMPANY_HOUR;

  if (order->ended <= until)
    {
      *changed = order->ended;
      return order->end;
    }
  *changed = sent <= until ? sent : order->placed;
  return sent <= until ? "sent" : "placed";
}

static void
write_order (DiapasonCompanyShopper *shopper, const Order *order)
{
  DiapasonCompany *company = shopper->company;
  gint64 changed;
  const char *state = order_state (order, company->order.until, &changed);
  g_autoptr (GString) items = g_string_new (NULL);
  guint total = draw_items (shopper, order->product, items);
  char id[24], number[24];

  g_snprintf (id, sizeof id, "or_%07" G_GUINT64_FORMAT, order->number);
  order_number (order, number);
  diapason_company_file_text (company->file, ORDER, id);
  diapason_company_file_text (company->file, ORDER, shopper->account);
  diapason_company_file_text (company->file, ORDER, number);
  diapason_company_file_int (company->file, ORDER, order->placed);
  if (order->ended <= company->order.until)
    diapason_company_file_int (company->file, ORDER, order->ended);
  else
    diapason_company_file_null (company->file, ORDER);
  diapason_company_file_text (company->file, ORDER, items->str);
  diapason_company_file_int (company->file, ORDER, total);
  diapason_company_file_text (company->file, ORDER,
                              diapason_company_currency (shopper->caller->country));
  diapason_company_file_text (company->file, ORDER, state);
  diapason_company_file_put (company->file, ORDER,
                             state[0] == 'p'   ? 1
                             : state[0] == 's' ? 2
                                               : 3,
                             changed, FALSE);
}

/* In the many ways people sign; some for nobody to know them. */
static char *
draw_author (DiapasonCompanyShopper *shopper)
{
  const DiapasonCompanyPerson *person = shopper->caller->person;
  const char *given = person->given[0] != '\0' ? person->given : person->family;
  g_autofree char *letter = g_utf8_substring (person->family, 0, 1);
  guint form = diapason_company_below (&shopper->random, 4);

  if (form == 0)
    return g_strdup (given);
  if (form == 1)
    return g_strdup_printf ("%s %s.", given, letter);
  if (form == 2)
    return g_strdup_printf ("%s%u", given, 40 + diapason_company_below (&shopper->random, 60));
  return g_strdup_printf ("%s.", letter);
}

static void
write_review (DiapasonCompanyShopper *shopper, const Order *order, gint64 posted, guint stars)
{
  DiapasonCompany *company = shopper->company;
  const DiapasonCompanyPerson *person = shopper->caller->person;
  guint product = number_of_product (shopper, order->product);
  gint64 seen = stars <= 2 ? posted + minutes (shopper, 400, 12000) : posted;
  gboolean open = seen > company->order.until, nobody = chance (shopper, 250);
  g_autofree char *author = draw_author (shopper);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) name = g_string_new (NULL);
  char id[24];

  diapason_company_review_title (title, &shopper->random, person->language, product, stars);
  diapason_company_review_text (text, &shopper->random, person->language, product, person->female,
                                stars);
  diapason_company_append_capital (name, order->product->bare);
  g_snprintf (id, sizeof id, "re_%07" G_GUINT64_FORMAT, ++company->reviews);
  diapason_company_file_text (company->file, REVIEW, id);
  diapason_company_file_text (company->file, REVIEW, nobody ? NULL : shopper->account);
  diapason_company_file_text (company->file, REVIEW, author);
  diapason_company_file_int (company->file, REVIEW, posted);
  diapason_company_file_int (company->file, REVIEW, stars);
  diapason_company_file_text (company->file, REVIEW, name->str);
  diapason_company_file_text (company->file, REVIEW, title->str);
  diapason_company_file_text (company->file, REVIEW, text->str);
  diapason_company_file_text (company->file, REVIEW,
                              diapason_company_language_code (person->language));
  diapason_company_file_text (company->file, REVIEW, open ? "open" : "closed");
  diapason_company_file_put (company->file, REVIEW, open || seen == posted ? 1 : 2,
                             open ? posted : seen, FALSE);
}

static void
review (DiapasonCompanyShopper *shopper, const Order *order)
{
  static const guint8 fine[] = { 6, 6, 12, 28, 48 }, spoiled[] = { 46, 26, 16, 9, 3 };
  gint64 posted = order->ended + minutes (shopper, 3 * 1440, 45 * 1440);
  gboolean written = chance (shopper, 45) && order->end[0] != 'c';
  guint stars =
      1 + diapason_company_weighted (&shopper->random, order->spoiled ? spoiled : fine, 5);

  if (written && posted <= shopper->company->order.until)
    write_review (shopper, order, posted, stars);
}

/* How things lie with an order when somebody writes of it: days before the story, and after. */
static const struct
{
  int placed[2];
  int ended[2];
  const char *end; /* NULL: the story is not about an order */
} orders[DIAPASON_COMPANY_N_STORIES] = {
  [DIAPASON_COMPANY_REFUND_LATE] = { { 40, 75 }, { -24, -12 }, "returned" },
  [DIAPASON_COMPANY_REFUND_SHORT] = { { 30, 60 }, { -14, -4 }, "returned" },
  [DIAPASON_COMPANY_DELIVERY_DAMAGED] = { { 4, 15 }, { -2, -1 }, "delivered" },
  [DIAPASON_COMPANY_DELIVERY_LATE] = { { 12, 25 }, { 3, 12 }, "delivered" },
  [DIAPASON_COMPANY_DELIVERY_MISSED] = { { 5, 15 }, { 2, 6 }, "delivered" },
  [DIAPASON_COMPANY_DELIVERY_WRONG] = { { 4, 14 }, { -2, -1 }, "delivered" },
  [DIAPASON_COMPANY_APPLIANCE_FAULT] = { { 60, 300 }, { -55, -40 }, "delivered" },
};

void
diapason_company_shopper_ordered (DiapasonCompanyShopper *shopper,
                                  DiapasonCompanyScene *scene,
                                  int day)
{
  DiapasonCompanyCountry country = shopper->caller->country;
  int before, after;
  Order order = { .product = scene->product, .end = orders[scene->kind].end, .spoiled = TRUE };
  char number[24];

  if (shopper->account[0] == '\0' || order.end == NULL)
    return;
  before = (int) diapason_company_between (&shopper->random, orders[scene->kind].placed[0],
                                           orders[scene->kind].placed[1]);
  after = (int) diapason_company_between (&shopper->random, orders[scene->kind].ended[0],
                                          orders[scene->kind].ended[1]);
  order.placed = diapason_company_instant (country, day - before, 420) + minutes (shopper, 0, 900);
  order.ended = diapason_company_instant (country, day + after, 480) + minutes (shopper, 0, 600);
  if (order.placed < shopper->opened)
    return;
  order.number = ++shopper->company->orders;
  order_number (&order, number);
  diapason_company_slots_set (&scene->slots, DIAPASON_COMPANY_SLOT_ORDER, number);
  write_order (shopper, &order);
  review (shopper, &order);
}

static void
buy (DiapasonCompanyShopper *shopper)
{
  static const char *const ends[] = { "delivered", "returned", "cancelled" };
  static const guint8 weights[] = { 92, 5, 3 };
  Order order = { .product = draw_product (shopper) };

  order.placed = draw_instant (shopper, 390, 1420);
  order.end = ends[diapason_company_weighted (&shopper->random, weights, 3)];
  order.spoiled = order.end[0] == 'r';
  if (order.end[0] == 'c')
    order.ended = order.placed + minutes (shopper, 10, 900);
  else
    order.ended = order.placed +
                  (order.spoiled ? minutes (shopper, 15000, 40000) : minutes (shopper, 1800, 9000));
  if (order.placed < 0)
    return;
  order.number = ++shopper->company->orders;
  write_order (shopper, &order);
  review (shopper, &order);
}

/* Stores ------------------------------------------------------------------------------------- */

static void
come_by (DiapasonCompanyShopper *shopper)
{
  static const char *const solved[] = { "yes", "partly", "no", NULL };
  static const guint8 weights[] = { 62, 16, 14, 8 };
  DiapasonCompany *company = shopper->company;
  DiapasonCompanyStoryKind kind = diapason_company_draw_kind (&shopper->random, shopper->caller);
  DiapasonCompanyExperience experience = about (shopper, kind, NULL);
  gint64 began = draw_instant (shopper, 610, 1050);
  gint64 ended = began + minutes (shopper, 4, 35);
  guint way = diapason_company_weighted (&shopper->random, weights, 4);
  g_autoptr (GString) note = g_string_new (NULL);
  char id[24];

  experience.solved = (DiapasonCompanySolved) MIN (way, DIAPASON_COMPANY_NO);
  if (began < 0 || ended > company->order.until ||
      !diapason_company_is_open (shopper->caller->country, began) ||
      !diapason_company_store_note (note, &shopper->random, &experience))
    return;
  g_snprintf (id, sizeof id, "st_%07" G_GUINT64_FORMAT, ++company->store_visits);
  diapason_company_file_text (company->file, STORE, id);
  diapason_company_file_text (company->file, STORE, shopper->account);
  diapason_company_file_text (company->file, STORE,
                              diapason_company_agencies[shopper->caller->agency].towns[0].name);
  diapason_company_file_int (company->file, STORE, began);
  diapason_company_file_int (company->file, STORE, ended);
  diapason_company_file_text (company->file, STORE, diapason_company_plots[kind].reason);
  diapason_company_file_text (company->file, STORE, chance (shopper, 800) ? note->str : NULL);
  diapason_company_file_text (company->file, STORE, solved[way]);
  diapason_company_file_put (company->file, STORE, 1, ended, FALSE);
}

void
diapason_company_shopper_stroll (DiapasonCompanyShopper *shopper)
{
  guint visits, orders_placed, stores;

  if (shopper->account[0] == '\0')
    return;
  visits = draw_count (shopper, VISITS_A_YEAR);
  orders_placed = draw_count (shopper, ORDERS_A_YEAR);
  stores = draw_count (shopper, STORES_A_YEAR);
  for (guint i = 0; i < visits; i++)
    help_oneself (shopper);
  for (guint i = 0; i < orders_placed; i++)
    buy (shopper);
  for (guint i = 0; i < stores; i++)
    come_by (shopper);
}
