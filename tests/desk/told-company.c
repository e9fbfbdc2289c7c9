/* told-company.c: see the header. */
#include "told-company.h"

#define ROWS   6 /* of each stream */
#define POINTS 8 /* numbers and addresses of a source that pass from one customer to another */

#define SOURCE(name, streams)                                                                      \
  "{\"format\": 1, \"name\": \"" name "\", \"label\": \"" name "\", \"base_url\": "                \
  "\"https://" name ".example\", \"authentication\": {\"kind\": \"none\"}, "                       \
  "\"defaults\": {\"items\": \"rows\"}, \"streams\": [" streams "]}"
#define STREAM(name, entity, map, more)                                                            \
  "{\"name\": \"" name "\", \"entity\": \"" entity "\", \"request\": {\"path\": \"/" name "\"}, "  \
  "\"map\": {\"id\": \"id\", \"revision\": \"v\", \"deleted\": \"gone\", " map "}" more "}"
#define POINTS_OF(id)                                                                              \
  ", \"also\": [{\"entity\": \"contact_point\", \"each\": \"points\", \"whole\": \"customer\", "   \
  "\"map\": {\"id\": " id ", \"revision\": \"^.v\", \"customer\": \"^.id\", \"kind\": \"kind\", "  \
  "\"value\": \"value\"}}]"

static const struct
{
  const char *name;
  const char *json;
} descriptors[] = {
  { "crm",
    SOURCE ("crm",
            STREAM ("customers",
                    "customer",
                    "\"name\": \"name\", \"birth_date\": \"born\", \"city\": \"text\"",
                    POINTS_OF ("\"id\"")) ", " STREAM ("promises",
                                                       "promise",
                                                       "\"customer\": \"customer\", \"text\": "
                                                       "\"text\", \"made_at\": \"at\", "
                                                       "\"state\": \"state\", "
                                                       "\"interaction\": {\"reference\": "
                                                       "\"interaction\", \"source\": "
                                                       "\"desk\"}",
                                                       "")) },
  { "desk",
    SOURCE (
        "desk",
        STREAM (
            "contacts",
            "customer",
            "\"name\": \"name\", \"same_as\": {\"reference\": \"same\", "
            "\"source\": \"crm\"}",
            POINTS_OF (
                "{\"template\": \"{^.id}:{kind}\"}")) ", " STREAM ("interactions",
                                                                   "interaction",
                                                                   "\"customer\": \"customer\", "
                                                                   "\"channel\": {\"const\": "
                                                                   "\"call\"}, "
                                                                   "\"solved\": "
                                                                   "\"solved\", "
                                                                   "\"began_at\": \"at\", "
                                                                   "\"direction\": "
                                                                   "\"direction\", "
                                                                   "\"subject\": \"text\"",
                                                                   "") ", " STREAM ("messages",
                                                                                    "message",
                                                                                    "\"interaction"
                                                                                    "\": "
                                                                                    "\"interaction"
                                                                                    "\", \"at\": "
                                                                                    "\"at\", "
                                                                                    "\"body\": "
                                                                                    "\"text\"",
                                                                                    "")) },
  { "survey",
    SOURCE ("survey",
            STREAM ("verbatims",
                    "verbatim",
                    "\"customer\": {\"reference\": \"customer\", \"source\": \"crm\"}, "
                    "\"interaction\": {\"reference\": \"interaction\", \"source\": \"desk\"}, "
                    "\"at\": \"at\", \"text\": \"text\", \"permission\": \"permission\", "
                    "\"wave\": \"wave\", \"adviser\": \"adviser\", \"state\": \"state\", "
                    "\"score\": \"score\", \"scale\": {\"const\": 10}",
                    ", \"also\": [{\"entity\": \"answer\", \"each\": \"answers\", "
                    "\"whole\": \"verbatim\", \"map\": {\"id\": {\"template\": "
                    "\"{^.id}:{criterion}\"}, \"revision\": \"^.v\", \"verbatim\": \"^.id\", "
                    "\"criterion\": \"criterion\", \"score\": \"score\", \"scale\": {\"const\": "
                    "1}}}]") ", " STREAM ("articles",
                                          "article",
                                          "\"title\": "
                                          "\"text\"",
                                          "")) },
};

static const struct
{
  guint source; /* in descriptors */
  guint place;
  const char *letter;
} streams[TOLD_N_STREAMS] = {
  [TOLD_CUSTOMERS] = { 0, 0, "c" }, [TOLD_PROMISES] = { 0, 1, "p" },
  [TOLD_CONTACTS] = { 1, 0, "k" },  [TOLD_INTERACTIONS] = { 1, 1, "i" },
  [TOLD_MESSAGES] = { 1, 2, "m" },  [TOLD_VERBATIMS] = { 2, 0, "v" },
  [TOLD_ARTICLES] = { 2, 1, "a" },
};

typedef struct
{
  GRand *rand;
  GPtrArray *told;
  guint revisions[G_N_ELEMENTS (descriptors)];
  gboolean is_here[TOLD_N_STREAMS][ROWS];
  int owners[POINTS]; /* which customer has it; -1: nobody */
} Company;

const char *
told_company_source (ToldStream stream)
{
  return descriptors[streams[stream].source].name;
}

guint
told_company_place (ToldStream stream)
{
  return streams[stream].place;
}

const char *
told_company_descriptor (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (descriptors); i++)
    if (g_str_equal (descriptors[i].name, name))
      return descriptors[i].json;
  g_assert_not_reached ();
}

/* What a row says ------------------------------------------------------------------------------ */

static const char *
pick (Company *self, const char *const *words)
{
  return words[g_rand_int_range (self->rand, 0, (gint32) g_strv_length ((char **) words))];
}

/* An empty word is not told at all. */
static void
add_word (Company *self, GString *json, const char *name, const char *const *words)
{
  const char *word = pick (self, words);

  if (*word != '\0')
    g_string_append_printf (json, ",\"%s\":\"%s\"", name, word);
}

static void
add_reference (Company *self, GString *json, const char *name, ToldStream stream)
{
  if (g_rand_int_range (self->rand, 0, 6) != 0)
    g_string_append_printf (json, ",\"%s\":\"%s%d\"", name, streams[stream].letter,
                            g_rand_int_range (self->rand, 0, ROWS));
}

static void
add_point (Company *self, GString *json, const char *id, gboolean is_email)
{
  static const char *const phones[] = { "06 12 34 56 78", "+33612345678", "0699887766", "12345678",
                                        "+33699887766",   "12",           NULL };
  static const char *const emails[] = { "paul@example.org", "PAUL@example.org", "ann@example.org",
                                        NULL };

  g_string_append_printf (json, "%s{\"id\":\"%s\",\"kind\":\"%s\",\"value\":\"%s\"}",
                          g_str_has_suffix (json->str, "[") ? "" : ",", id,
                          is_email ? "email" : "phone", pick (self, is_email ? emails : phones));
}

/* Of the CRM a number has an identity of its own and passes from one customer to another. */
static void
add_owned_points (Company *self, GString *json, guint customer)
{
  g_string_append (json, ",\"points\":[");
  for (guint i = 0; i < POINTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      if (self->owners[i] == (int) customer)
        add_point (self, json, id, i % 2 == 0);
    }
  g_string_append_c (json, ']');
}

static void
add_points (Company *self, GString *json)
{
  g_string_append (json, ",\"points\":[");
  for (guint i = 0; i < 2; i++)
    if (g_rand_boolean (self->rand))
      add_point (self, json, "", i == 0);
  g_string_append_c (json, ']');
}

static void
add_answers (Company *self, GString *json)
{
  static const char *const criteria[] = { "wait", "effort", "solved" };

  g_string_append (json, ",\"answers\":[");
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    if (g_rand_boolean (self->rand))
      g_string_append_printf (json, "%s{\"criterion\":\"%s\",\"score\":%d}",
                              g_str_has_suffix (json->str, "[") ? "" : ",", criteria[i],
                              g_rand_int_range (self->rand, 0, 3));
  g_string_append_c (json, ']');
}

/* What makes it count in somebody's figures, now and then. */
static void
add_part_in_figures (Company *self, GString *json)
{
  static const char *const waves[] = { "w1", "w2", "", NULL };
  static const char *const advisers[] = { "e1", "e2", NULL };

  add_word (self, json, "wave", waves);
  add_word (self, json, "adviser", advisers);
  g_string_append_printf (json, ",\"score\":%d", g_rand_int_range (self->rand, 0, 12));
}

static void
add_values (Company *self, GString *json, ToldStream stream, guint number)
{
  static const char *const names[] = { "Paul Roux", "paul  ROUX", "Paul Roux", "Éloïse Cœur",
                                       "Ann Lee",   "",           NULL };
  static const char *const births[] = { "1950-05-05", "1985-03-03", "", "", "", NULL };
  static const char *const texts[] = { "Le colis n’est pas arrivé", "merci beaucoup", "", NULL };
  /* One is missing, one impossible, one far ahead. */
  static const char *const instants[] = { "2025-12-20T10:00:00Z",
                                          "2025-12-20T10:00:00.500Z",
                                          "2025-11-02T08:30:00Z",
                                          "",
                                          "2025-02-31T00:00:00Z",
                                          "2199-01-01T00:00:00Z",
                                          NULL };
  static const char *const bound[] = { "open", "broken", "kept", NULL };
  static const char *const waits[] = { "open", "open", "closed", NULL };
  static const char *const solved[] = { "yes", "no", NULL };
  static const char *const permissions[] = { "yes", "no", "anonymous", NULL };
  static const char *const directions[] = { "in", "out", NULL };

  add_word (self, json, "text", texts);
  switch (stream)
    {
    case TOLD_CUSTOMERS:
      add_word (self, json, "name", names);
      add_word (self, json, "born", births);
      add_owned_points (self, json, number);
      return;
    case TOLD_CONTACTS:
      add_word (self, json, "name", names);
      if (g_rand_int_range (self->rand, 0, 4) == 0)
        add_reference (self, json, "same", TOLD_CUSTOMERS);
      add_points (self, json);
      return;
    case TOLD_VERBATIMS:
      add_word (self, json, "permission", permissions);
      add_answers (self, json);
      add_part_in_figures (self, json);
      break;
    case TOLD_INTERACTIONS:
      add_word (self, json, "direction", directions);
      break;
    default:
      break;
    }
  add_word (self, json, "state", stream == TOLD_PROMISES ? bound : waits);
  add_word (self, json, "solved", solved);
  add_word (self, json, "at", instants);
  add_reference (self, json, "customer",
                 stream == TOLD_INTERACTIONS ? TOLD_CONTACTS : TOLD_CUSTOMERS);
  add_reference (self, json, "interaction", TOLD_INTERACTIONS);
}

/* What happens --------------------------------------------------------------------------------- */

static void
tell (Company *self, ToldStream stream, guint number)
{
  GString *json = g_string_new (NULL);
  Telling *telling = g_new0 (Telling, 1);

  *telling = (Telling){ .stream = stream,
                        .number = number,
                        .revision = ++self->revisions[streams[stream].source] };
  g_string_printf (json, "{\"id\":\"%s%u\",\"v\":%u", streams[stream].letter, number,
                   telling->revision);
  if (self->is_here[stream][number])
    add_values (self, json, stream, number);
  else
    g_string_append (json, ",\"gone\":true");
  g_string_append_c (json, '}');
  telling->json = g_string_free (json, FALSE);
  g_ptr_array_add (self->told, telling);
}

/* A number is taken from who has it before it is another's. */
static void
pass_point (Company *self)
{
  guint point = (guint) g_rand_int_range (self->rand, 0, POINTS);
  int former = self->owners[point];
  int owner = g_rand_int_range (self->rand, 0, ROWS);

  if (!self->is_here[TOLD_CUSTOMERS][owner])
    return;
  self->owners[point] = owner;
  if (former >= 0 && former != owner)
    tell (self, TOLD_CUSTOMERS, (guint) former);
  tell (self, TOLD_CUSTOMERS, (guint) owner);
}

static void
remove_row (Company *self, ToldStream stream, guint number)
{
  self->is_here[stream][number] = FALSE;
  for (guint i = 0; stream == TOLD_CUSTOMERS && i < POINTS; i++)
    if (self->owners[i] == (int) number)
      self->owners[i] = -1;
  tell (self, stream, number);
}

static void
step (Company *self)
{
  ToldStream stream = (ToldStream) g_rand_int_range (self->rand, 0, TOLD_N_STREAMS + 1);
  guint number = (guint) g_rand_int_range (self->rand, 0, ROWS);

  if (stream == TOLD_N_STREAMS)
    pass_point (self);
  else if (self->is_here[stream][number] && g_rand_int_range (self->rand, 0, 5) == 0)
    remove_row (self, stream, number);
  else
    {
      self->is_here[stream][number] = TRUE;
      tell (self, stream, number);
    }
}

static void
mark_last (GPtrArray *told)
{
  gboolean is_marked[TOLD_N_STREAMS][ROWS] = { 0 };

  for (guint i = told->len; i-- > 0;)
    {
      Telling *telling = g_ptr_array_index (told, i);
      telling->is_last = !is_marked[telling->stream][telling->number];
      is_marked[telling->stream][telling->number] = TRUE;
    }
}

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  g_free (telling->json);
  g_free (telling);
}

GPtrArray *
told_company_new (guint32 seed, guint steps)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Company self = { .rand = rand, .told = g_ptr_array_new_with_free_func (telling_free) };

  for (guint i = 0; i < POINTS; i++)
    self.owners[i] = -1;
  for (guint i = 0; i < steps; i++)
    step (&self);
  mark_last (self.told);
  return self.told;
}

char *
told_company_page (Telling *const *tellings, guint n)
{
  GString *body = g_string_new ("{\"rows\":[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (body, "%s%s", i == 0 ? "" : ",", tellings[i]->json);
  g_string_append (body, "]}");
  return g_string_free (body, FALSE);
}
