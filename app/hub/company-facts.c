/* company-facts.c: see company-facts.h. */
#include "company-facts.h"

#define FACT        DIAPASON_COMPANY_CUSTOMER_FACT
#define LOOKED_BACK 700 /* days: nothing older is noted */
#define OLD_AGE     70
#define LEAST_HOLD  60 /* days */
#define MOST_HOLD   600
#define N_NEEDS     5
#define N_NOTES     2
#define N_REASONS   5
#define N_HOLDS     4

typedef struct
{
  const char *needs[N_NEEDS][N_NOTES]; /* in the order of the words below */
  const char *risks[N_REASONS];
  const char *holds[N_HOLDS];
  const char *model;
} Phrases;

static const char *const need_words[N_NEEDS] = { "large_print", "hearing", "language",
                                                 "accessibility", "easy_words" };

/* clang-format off */
static const Phrases all_phrases[DIAPASON_COMPANY_N_LANGUAGES] = {
  [DIAPASON_COMPANY_ENGLISH] = {
    .needs = {
      { "Letters and bills in 18 point", "Cannot read the small print of a bill" },
      { "Hears little: speak slowly, or write", "Wears a hearing aid and prefers chats" },
      { "Speaks Portuguese more easily", "A daughter interprets when it gets difficult" },
      { "Uses a wheelchair: no visit upstairs", "Cannot come to the counter" },
      { "Short sentences, one thing at a time", "Asks for a summary in plain words" },
    },
    .risks = {
      "Two contacts in a month that were not solved", "The contract ends soon and was not extended",
      "Asked twice what it costs to end the contract", "Uses much less than a year ago",
      "A low score in the last survey",
    },
    .holds = {
      "A death in the family", "A complaint is open", "Asked for no offers",
      "Out of work for the time being",
    },
    .model = "Renewal model 3",
  },
  [DIAPASON_COMPANY_FRENCH] = {
    .needs = {
      { "Courriers et factures en corps 18", "Ne lit pas les petites lignes d'une facture" },
      { "Entend mal : parler lentement, ou écrire", "Porte un appareil auditif, préfère le chat" },
      { "Parle plus facilement portugais", "Sa fille traduit quand cela devient difficile" },
      { "Se déplace en fauteuil : pas de visite à l'étage", "Ne peut pas venir à l'agence" },
      { "Phrases courtes, une chose à la fois", "Demande un résumé en mots simples" },
    },
    .risks = {
      "Deux contacts en un mois sans solution", "Le contrat se termine bientôt, sans prolongation",
      "A demandé deux fois ce que coûte une résiliation", "Consomme bien moins qu'il y a un an",
      "Une note basse au dernier questionnaire",
    },
    .holds = {
      "Un décès dans la famille", "Une réclamation est ouverte", "Ne veut pas d'offres",
      "Sans emploi en ce moment",
    },
    .model = "Modèle de fidélité 3",
  },
  [DIAPASON_COMPANY_ITALIAN] = {
    .needs = {
      { "Lettere e bollette in corpo 18", "Non legge le righe piccole di una bolletta" },
      { "Sente poco: parlare piano, o scrivere", "Porta un apparecchio acustico, preferisce la chat" },
      { "Parla più facilmente portoghese", "La figlia traduce quando diventa difficile" },
      { "Usa la sedia a rotelle: niente visite ai piani", "Non può venire in agenzia" },
      { "Frasi brevi, una cosa alla volta", "Chiede un riassunto in parole semplici" },
    },
    .risks = {
      "Due contatti in un mese senza soluzione", "Il contratto scade presto e non è prorogato",
      "Ha chiesto due volte quanto costa disdire", "Consuma molto meno di un anno fa",
      "Un voto basso nell'ultimo questionario",
    },
    .holds = {
      "Un lutto in famiglia", "Un reclamo è aperto", "Non vuole offerte",
      "Senza lavoro per il momento",
    },
    .model = "Modello fedeltà 3",
  },
};
/* clang-format on */

/* The facts of one customer while they are written. */
typedef struct
{
  DiapasonCompany *company;
  const DiapasonCompanyPerson *person;
  const Phrases *phrases;
  DiapasonCompanyRandom random;
  guint n;
} Facts;

typedef struct
{
  const char *kind;
  const char *value; /* (nullable) */
  const char *note;
  gboolean is_need;
  gboolean consent;
  const char *consent_by; /* (nullable) */
  const char *maker;
  const char *maker_name; /* (nullable) */
  int days;               /* that it lasts; 0: without an end */
} Fact;

static gint64
draw_said (Facts *facts)
{
  gint64 until = facts->company->order.until;
  gint64 first =
      MAX (facts->person->since * DIAPASON_COMPANY_DAY, until - LOOKED_BACK * DIAPASON_COMPANY_DAY);

  return diapason_company_between (&facts->random, MIN (first, until), until);
}

static void
put (Facts *facts, const Fact *fact)
{
  DiapasonCompanyFile *file = facts->company->file;
  gint64 said = draw_said (facts);
  DiapasonCompanyDate until;
  char id[24], customer[16];

  diapason_company_date ((int) (said / DIAPASON_COMPANY_DAY) + fact->days, until);
  g_snprintf (id, sizeof id, "F%07u-%u", facts->person->number, ++facts->n);
  diapason_company_customer_id (facts->person->number, customer);
  diapason_company_file_text (file, FACT, id);
  diapason_company_file_text (file, FACT, customer);
  diapason_company_file_text (file, FACT, fact->kind);
  diapason_company_file_text (file, FACT, fact->value);
  diapason_company_file_text (file, FACT, fact->note);
  if (fact->is_need)
    diapason_company_file_int (file, FACT, fact->consent);
  else
    diapason_company_file_null (file, FACT);
  if (fact->consent)
    diapason_company_file_int (file, FACT, said);
  else
    diapason_company_file_null (file, FACT);
  diapason_company_file_text (file, FACT, fact->consent_by);
  diapason_company_file_text (file, FACT, fact->maker);
  diapason_company_file_text (file, FACT, fact->maker_name);
  diapason_company_file_int (file, FACT, said);
  diapason_company_file_text (file, FACT, fact->days > 0 ? until : NULL);
  diapason_company_file_put (file, FACT, 1, said, FALSE);
}

static const char *
draw_adviser (Facts *facts)
{
  guint n = facts->company->staff->advisers->len;

  return diapason_company_adviser (facts->company->staff,
                                   diapason_company_below (&facts->random, n))
      ->name;
}

/* One in seven was noted without anybody asking whether it may be. */
static void
write_need (Facts *facts)
{
  static const char *const ways[] = { "phone", "letter", "form", "in_person", "email" };
  guint need = diapason_company_below (&facts->random, N_NEEDS);
  Fact fact = { .kind = "need", .is_need = TRUE, .maker = "person" };

  fact.value = need_words[need];
  fact.note = DIAPASON_COMPANY_PICK (&facts->random, facts->phrases->needs[need]);
  fact.consent = !diapason_company_chance (&facts->random, 143);
  if (fact.consent)
    fact.consent_by = DIAPASON_COMPANY_PICK (&facts->random, ways);
  fact.maker_name = draw_adviser (facts);
  put (facts, &fact);
}

static void
write_risk (Facts *facts)
{
  static const char *const levels[] = { "low", "medium", "high" };
  static const guint8 weights[] = { 30, 45, 25 };
  Fact fact = { .kind = "churn_risk", .maker = "model" };

  fact.value = levels[diapason_company_weighted (&facts->random, weights, G_N_ELEMENTS (weights))];
  fact.note = DIAPASON_COMPANY_PICK (&facts->random, facts->phrases->risks);
  fact.maker_name = facts->phrases->model;
  put (facts, &fact);
}

/* Some have no end, and some have ended by now. */
static void
write_hold (Facts *facts)
{
  Fact fact = { .kind = "marketing_hold", .maker = "person" };

  fact.note = DIAPASON_COMPANY_PICK (&facts->random, facts->phrases->holds);
  fact.maker_name = draw_adviser (facts);
  if (diapason_company_chance (&facts->random, 800))
    fact.days = (int) diapason_company_between (&facts->random, LEAST_HOLD, MOST_HOLD);
  put (facts, &fact);
}

static gboolean
is_old (Facts *facts)
{
  int birth = facts->person->birth;

  return birth != DIAPASON_COMPANY_NO_BIRTH && (facts->company->last_day - birth) / 365 >= OLD_AGE;
}

void
diapason_company_write_facts (DiapasonCompany *company,
                              const DiapasonCompanyHousehold *household,
                              const DiapasonCompanyPerson *person)
{
  Facts facts = { .company = company, .person = person };
  guint need;

  facts.phrases = &all_phrases[diapason_company_country_language (household->country)];
  diapason_company_random_init (&facts.random, company->order.seed, DIAPASON_COMPANY_DOMAIN_FACTS,
                                person->number);
  need = is_old (&facts) ? 260 : 40;
  while (facts.n < 2 && diapason_company_chance (&facts.random, need))
    write_need (&facts);
  if (diapason_company_chance (&facts.random, 90))
    write_risk (&facts);
  if (diapason_company_chance (&facts.random, 30))
    write_hold (&facts);
}
