/* bench-rows.c: see the header. */
#include "bench-rows.h"

#include <math.h>

#include "bench-store.h"

#define ADVISERS    200
#define WAVES       12
#define BLOCK       1000 /* customers that are like any other so many */
#define FAMILIES    4000
#define HISTORY     (G_GINT64_CONSTANT (3) * 365 * 24 * 60 * 60 * 1000)
#define DAY         (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define FIRST_PHONE 10000000

static const char *const syllables[] = {
  "ba", "be", "bo", "ca", "ce", "co", "da", "de", "di", "fa", "fi", "fo", "ga", "go", "gu",
  "la", "le", "li", "lo", "ma", "me", "mi", "mo", "na", "ne", "ni", "no", "pa", "pe", "po",
  "ra", "re", "ri", "ro", "sa", "se", "si", "so", "ta", "te", "ti", "to", "va", "ve", "vi",
};
static const char *const given_names[] = {
  "Léa",   "Marc",  "Inès",  "Paul",  "Zoé",   "Hugo", "Anna", "Karim", "Élise", "Luc",
  "Nadia", "Yann",  "Chloé", "Omar",  "Rosa",  "Théo", "Lina", "Ivan",  "Sofia", "Noé",
  "Clara", "Denis", "Emma",  "Fatou", "Gilda", "Jean", "Maya", "Rémi",  "Sarah", "Tom",
};
static const char *const towns[] = { "Nîmes", "Lyon",   "Brest", "Lille", "Torino", "Genova",
                                     "Metz",  "Bergen", "Leeds", "Ghent", "Aosta",  "Pau" };
static const char *const reasons[] = { "billing",  "delivery", "contract", "fault",
                                       "password", "return",   "advice",   "complaint" };
static const char *const channels[] = { "call", "email", "chat", "sms", "web", "store" };

guint64
bench_draw (guint64 seed)
{
  guint64 x = seed + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

/* From 0 up to 1. */
static double
draw_share (guint64 seed)
{
  return (double) (bench_draw (seed) >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53);
}

static guint
draw_below (guint64 seed, guint below)
{
  return bench_draw (seed) % below;
}

/* Even in its logarithm, which is Zipf's with the exponent one. */
static guint
draw_rank (guint64 seed, guint n)
{
  return MIN ((guint) pow (n, draw_share (seed)) - 1, n - 1);
}

static void
append_syllables (GString *text, guint64 seed, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, syllables[draw_below (seed + i, G_N_ELEMENTS (syllables))]);
}

/* The rank is in it, in letters, so that no two are one word. */
char *
bench_word (guint rank)
{
  GString *word = g_string_new (NULL);

  append_syllables (word, G_GUINT64_CONSTANT (1) << 40 | (guint64) rank << 3, 1 + rank % 2);
  for (guint left = rank; left > 0; left /= G_N_ELEMENTS (syllables))
    g_string_append (word, syllables[left % G_N_ELEMENTS (syllables)]);
  return g_string_free (word, FALSE);
}

guint
bench_word_rank (guint64 seed)
{
  return draw_rank (seed, BENCH_WORDS);
}

static const char *
known_word (guint rank)
{
  static char *words[BENCH_WORDS];

  if (g_once_init_enter (&words[rank]))
    g_once_init_leave (&words[rank], bench_word (rank));
  return words[rank];
}

char *
bench_words (guint64 seed, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, known_word (bench_word_rank (bench_draw (seed) + i)));
    }
  return g_string_free (text, FALSE);
}

static void
set_text (DiapasonRow *row, const char *column, const char *text)
{
  diapason_row_set_text (row, diapason_entity_info_column (row->info, column), text);
}

static void
take_text (DiapasonRow *row, const char *column, char *text)
{
  g_autofree char *owned = text;
  set_text (row, column, owned);
}

static void
set_integer (DiapasonRow *row, const char *column, gint64 integer)
{
  diapason_row_set_integer (row, diapason_entity_info_column (row->info, column), integer);
}

static void
take_reference (DiapasonRow *row, const char *column, const char *source, char *remote_id)
{
  g_autofree char *owned = remote_id;
  diapason_row_set_reference (row, diapason_entity_info_column (row->info, column), source, owned);
}

static char *
make_id (char letter, guint64 index)
{
  return g_strdup_printf ("%c%08" G_GUINT64_FORMAT, letter, index);
}

char *
bench_article_id (guint64 index)
{
  return make_id ('T', index);
}

/* As make_message() has it. */
char *
bench_thread_id (guint64 index)
{
  return make_id ('I', index * 30);
}

char *
bench_customer_id (guint64 index)
{
  return make_id ('C', index);
}

static char *
family_name (guint64 index)
{
  GString *name = g_string_new (NULL);
  guint rank = draw_rank (index * 7 + 1, FAMILIES);

  append_syllables (name, G_GUINT64_CONSTANT (1) << 41 | (guint64) rank << 3, 2 + rank % 3);
  name->str[0] = g_ascii_toupper (name->str[0]);
  return g_string_free (name, FALSE);
}

static const char *
given_name (guint64 index)
{
  return given_names[draw_rank (index * 7 + 2, G_N_ELEMENTS (given_names))];
}

char *
bench_customer_name (guint64 index)
{
  g_autofree char *family = family_name (index);

  return g_strconcat (given_name (index), " ", family, NULL);
}

/* Another one for each. */
char *
bench_customer_phone (guint64 index)
{
  return g_strdup_printf ("+33 6 %08" G_GUINT64_FORMAT,
                          FIRST_PHONE + index * 7919 % (100000000 - FIRST_PHONE));
}

static void
make_adviser (DiapasonRow *row, guint64 index, guint64 customers)
{
  take_text (row, "name", bench_customer_name (index + G_GUINT64_CONSTANT (900000000)));
  set_text (row, "role", "adviser");
}

static void
make_article (DiapasonRow *row, guint64 index, guint64 customers)
{
  take_text (row, "title", bench_words (index << 8, 5));
  take_text (row, "body", bench_words (index << 8 | 1, 120));
  set_text (row, "language", "fr");
}

static void
make_customer (DiapasonRow *row, guint64 index, guint64 customers)
{
  take_text (row, "name", bench_customer_name (index));
  set_text (row, "given_name", given_name (index));
  take_text (row, "family_name", family_name (index));
  take_text (row, "birth_date",
             g_strdup_printf ("19%02u-%02u-%02u", 30 + draw_below (index * 7 + 3, 70),
                              1 + draw_below (index * 7 + 4, 12),
                              1 + draw_below (index * 7 + 5, 28)));
  set_text (row, "language", "fr");
  set_text (row, "city", towns[draw_below (index * 7 + 6, G_N_ELEMENTS (towns))]);
  take_text (row, "postcode", g_strdup_printf ("%05u", draw_below (index * 7, 99999)));
  set_integer (row, "since", BENCH_NOW - HISTORY);
  set_text (row, "value", index % 20 == 0 ? "high" : "standard");
}

/* One customer in ten is known to the platform, too, by its own record, which names that of the
 * first source. */
static void
make_caller (DiapasonRow *row, guint64 index, guint64 customers)
{
  take_text (row, "name", bench_customer_name (index * 10));
  take_reference (row, "same_as", "crm", bench_customer_id (index * 10));
}

static void
make_contact_point (DiapasonRow *row, guint64 index, guint64 customers)
{
  guint64 customer = index / 2;

  take_reference (row, "customer", NULL, bench_customer_id (customer));
  set_text (row, "kind", index % 2 == 0 ? "mobile" : "email");
  take_text (row, "value",
             index % 2 == 0
                 ? bench_customer_phone (customer)
                 : g_strdup_printf ("client.%" G_GUINT64_FORMAT "@example.org", customer));
  set_integer (row, "preferred", index % 2 == 0);
}

static void
make_contract (DiapasonRow *row, guint64 index, guint64 customers)
{
  take_reference (row, "customer", NULL, bench_customer_id (index));
  take_text (row, "number", g_strdup_printf ("K-%08" G_GUINT64_FORMAT, index));
  take_text (row, "product", bench_words (index % 40, 2));
  set_text (row, "status", "active");
  set_integer (row, "begins", BENCH_NOW - (gint64) draw_below (index, 1000) * DAY);
  set_integer (row, "amount", 1000 + draw_below (index, 9000));
  set_text (row, "currency", "EUR");
}

static void
make_relation (DiapasonRow *row, guint64 index, guint64 customers)
{
  take_reference (row, "customer", NULL, bench_customer_id (index * 10));
  take_reference (row, "other", NULL, bench_customer_id (index * 10 + 1));
  set_text (row, "kind", "partner");
}

/* Whose the event @index is: within each thousand few have many events, most have a few. */
static guint64
customer_of_event (guint64 index, guint64 customers)
{
  guint64 blocks = MAX (customers / BLOCK, 1);

  return index % blocks * BLOCK + (guint64) (BLOCK * pow (draw_share (index / blocks), 3));
}

/* Events come in the order in which they happened. */
static gint64
instant_of_event (guint64 index, guint64 n)
{
  return BENCH_NOW - HISTORY + (gint64) ((double) HISTORY * (double) index / (double) n);
}

static void
make_interaction (DiapasonRow *row, guint64 index, guint64 customers)
{
  gint64 at = instant_of_event (index, customers * 3);

  take_reference (row, "customer", "crm", bench_customer_id (customer_of_event (index, customers)));
  take_reference (row, "adviser", "crm", make_id ('A', index % ADVISERS));
  set_text (row, "channel", channels[draw_rank (index, G_N_ELEMENTS (channels))]);
  set_text (row, "direction", index % 5 == 0 ? "out" : "in");
  set_integer (row, "began_at", at);
  set_integer (row, "ended_at", at + 60000 + draw_below (index, 600000));
  take_text (row, "subject", bench_words (index << 8 | 2, 4));
  set_text (row, "reason", reasons[draw_rank (index, G_N_ELEMENTS (reasons))]);
  take_text (row, "summary", bench_words (index << 8 | 3, 12));
  set_integer (row, "level", 1 + index % 2);
  set_text (row, "solved", "yes");
  set_text (row, "state", "closed");
}

/* Every thirtieth interaction is a thread of ten messages. */
static void
make_message (DiapasonRow *row, guint64 index, guint64 customers)
{
  guint64 interaction = index / 10 * 30;

  take_reference (row, "interaction", NULL, bench_thread_id (index / 10));
  set_text (row, "author", index % 2 == 0 ? "customer" : "adviser");
  if (index % 2 == 1)
    take_reference (row, "adviser", "crm", make_id ('A', interaction % ADVISERS));
  set_text (row, "kind", "reply");
  set_integer (row, "at",
               instant_of_event (interaction, customers * 3) + (gint64) (index % 10) * 60000);
  take_text (row, "body", bench_words (index << 8 | 4, 25));
  set_text (row, "language", "fr");
}

static void
make_wave (DiapasonRow *row, guint64 index, guint64 customers)
{
  take_text (row, "name", bench_words (index << 8 | 6, 2));
  set_integer (row, "begins", BENCH_NOW - HISTORY + (gint64) index * HISTORY / WAVES);
  set_integer (row, "ends", BENCH_NOW - HISTORY + (gint64) (index + 1) * HISTORY / WAVES);
}

/* Every third interaction is answered, three days after; every seventh answer is anonymous. */
static void
make_verbatim (DiapasonRow *row, guint64 index, guint64 customers)
{
  guint64 interaction = index * 3;
  gint64 at = instant_of_event (interaction, customers * 3);

  take_reference (row, "wave", NULL, make_id ('W', index * WAVES / customers));
  set_text (row, "permission", index % 7 == 0 ? "anonymous" : "yes");
  if (index % 7 != 0)
    {
      take_reference (row, "customer", "crm",
                      bench_customer_id (customer_of_event (interaction, customers)));
      take_reference (row, "interaction", "platform", make_id ('I', interaction));
    }
  set_text (row, "channel", channels[draw_rank (interaction, G_N_ELEMENTS (channels))]);
  set_integer (row, "at", at + 3 * DAY);
  set_integer (row, "score", draw_below (index, 11));
  set_integer (row, "scale", 10);
  take_text (row, "text", bench_words (index << 8 | 7, 15));
  set_text (row, "language", "fr");
  set_text (row, "state", "closed");
}

static void
make_answer (DiapasonRow *row, guint64 index, guint64 customers)
{
  take_reference (row, "verbatim", NULL, make_id ('V', index));
  set_text (row, "criterion", reasons[index % G_N_ELEMENTS (reasons)]);
  set_integer (row, "score", draw_below (index, 11));
  set_integer (row, "scale", 10);
}

static void
make_promise (DiapasonRow *row, guint64 index, guint64 customers)
{
  gint64 at = instant_of_event (index, customers / 10);

  take_reference (row, "customer", NULL, bench_customer_id (index * 10));
  take_reference (row, "adviser", NULL, make_id ('A', index % ADVISERS));
  take_text (row, "text", bench_words (index << 8 | 5, 6));
  set_integer (row, "made_at", at);
  set_integer (row, "due_at", at + DAY);
  set_text (row, "state", "kept");
}

/* Every tenth customer has one. */
static void
make_fact (DiapasonRow *row, guint64 index, guint64 customers)
{
  take_reference (row, "customer", NULL, bench_customer_id (index * 10));
  set_text (row, "kind", "churn_risk");
  set_text (row, "what", "medium");
  take_text (row, "words", bench_words (index << 8 | 8, 5));
  set_text (row, "maker", "model");
  set_integer (row, "at", instant_of_event (index, customers / 10));
}

const BenchTable bench_tables[] = {
  { DIAPASON_ENTITY_ADVISER, "crm", ADVISERS, 0, make_adviser },
  { DIAPASON_ENTITY_ARTICLE, "platform", BENCH_ARTICLES, 0, make_article },
  { DIAPASON_ENTITY_CUSTOMER, "crm", 0, 1000, make_customer },
  { DIAPASON_ENTITY_CONTACT_POINT, "crm", 0, 2000, make_contact_point },
  { DIAPASON_ENTITY_CONTRACT, "crm", 0, 1000, make_contract },
  { DIAPASON_ENTITY_RELATION, "crm", 0, 100, make_relation },
  { DIAPASON_ENTITY_CUSTOMER_FACT, "crm", 0, 100, make_fact },
  { DIAPASON_ENTITY_CUSTOMER, "platform", 0, 100, make_caller },
  { DIAPASON_ENTITY_INTERACTION, "platform", 0, 3000, make_interaction },
  { DIAPASON_ENTITY_MESSAGE, "platform", 0, 1000, make_message },
  { DIAPASON_ENTITY_PROMISE, "crm", 0, 100, make_promise },
  { DIAPASON_ENTITY_SURVEY_WAVE, "surveys", WAVES, 0, make_wave },
  { DIAPASON_ENTITY_VERBATIM, "surveys", 0, 1000, make_verbatim },
  { DIAPASON_ENTITY_ANSWER, "surveys", 0, 1000, make_answer },
};
const guint bench_n_tables = G_N_ELEMENTS (bench_tables);

guint64
bench_table_rows (const BenchTable *table, guint64 customers)
{
  return table->fixed + customers * table->per_thousand / 1000;
}

static char
letter_of (DiapasonEntity entity)
{
  static const char letters[DIAPASON_N_ENTITIES] = {
    [DIAPASON_ENTITY_ADVISER] = 'A',       [DIAPASON_ENTITY_ARTICLE] = 'T',
    [DIAPASON_ENTITY_CUSTOMER] = 'C',      [DIAPASON_ENTITY_CONTACT_POINT] = 'P',
    [DIAPASON_ENTITY_CONTRACT] = 'K',      [DIAPASON_ENTITY_RELATION] = 'R',
    [DIAPASON_ENTITY_INTERACTION] = 'I',   [DIAPASON_ENTITY_MESSAGE] = 'M',
    [DIAPASON_ENTITY_PROMISE] = 'Q',       [DIAPASON_ENTITY_SURVEY_WAVE] = 'W',
    [DIAPASON_ENTITY_VERBATIM] = 'V',      [DIAPASON_ENTITY_ANSWER] = 'N',
    [DIAPASON_ENTITY_CUSTOMER_FACT] = 'F',
  };
  return letters[entity];
}

DiapasonRow *
bench_table_row (const BenchTable *table, guint64 index, guint64 customers)
{
  g_autofree char *remote_id = make_id (letter_of (table->entity), index);
  DiapasonRow *row = diapason_row_new (diapason_entity_info (table->entity), remote_id);

  diapason_row_set_revision (row, (gint64) index + 1);
  table->make (row, index, customers);
  return row;
}
