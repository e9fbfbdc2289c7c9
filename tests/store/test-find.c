/* Find: what is typed against what is there. */
#include "derive-fixture.h"

#include "find-read.h"
#include "find-words.h"
#include "plan-check.h"
#include "text.h"

#define TEST(path, function)                                                                       \
  g_test_add ("/find/" path, DeriveFixture, NULL, derive_fixture_set_up, function,                 \
              derive_fixture_tear_down)

/* The hits as "group:title|detail" lines. */
static char *
find (DeriveFixture *f, const char *words)
{
  g_autoptr (GPtrArray) hits = derive_fixture_find (f, words, 10);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const DiapasonFindHit *hit = g_ptr_array_index (hits, i);
      g_string_append_printf (text, "%d:%s|%s\n", (int) hit->group,
                              hit->title != NULL ? hit->title : "",
                              hit->detail != NULL ? hit->detail : "");
    }
  return g_string_free (text, FALSE);
}

#define assert_find(f, words, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found = find (f, words);                                                      \
    g_assert_cmpstr (found, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
test_words (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_say (f, "crm", CUSTOMER, "1", "name", "Éloïse Cœur", "city", "Nîmes", "birth_date",
                      "1980-01-02", "postcode", "30000");
  derive_fixture_say (f, "crm", CUSTOMER, "2", "name", "Marc Élouard");
  derive_fixture_say (f, "desk", INTERACTION, "i", "customer", "1", "subject", "Facture", "summary",
                      "Le montant de l’ŒUVRE est faux", "began_at", "1767000000000");
  derive_fixture_say (f, "desk", MESSAGE, "m", "interaction", "i", "at", "1767000001000", "body",
                      "Bonjour,\nje n’ai pas reçu mon colis.");
  derive_fixture_say (f, "desk", ARTICLE, "a", "title", "Colis perdu", "body", "Que faire");
  derive_fixture_settle (f);

  assert_find (f, "coeur", "0:Éloïse Cœur|Nîmes · 1980-01-02\n");
  assert_find (f, "ELOISE c", "0:Éloïse Cœur|Nîmes · 1980-01-02\n");
  assert_find (f, "cœur élo", "0:Éloïse Cœur|Nîmes · 1980-01-02\n");
  assert_find (f, "nimes", "0:Éloïse Cœur|Nîmes · 1980-01-02\n");
  assert_find (f, "30000", "0:Éloïse Cœur|30000 · Nîmes · 1980-01-02\n");
  /* The name that begins with it first, then the others. */
  assert_find (f, "élo", "0:Éloïse Cœur|Nîmes · 1980-01-02\n0:Marc Élouard|\n");
  assert_find (f, "m", "0:Marc Élouard|\n");
  assert_find (f, "oeuvre", "1:Facture|Le montant de l’ŒUVRE est faux\n");
  assert_find (f, "col",
               "2:Facture|Bonjour, je n’ai pas reçu mon colis.\n4:Colis perdu|Que faire\n");
  derive_fixture_say (f, "shop", VERBATIM, "v", "title", "Parfait", "text", "Colis bien emballé",
                      "about", "Routeur", "at", "1767000002000");
  derive_fixture_say (f, "shop", VERBATIM, "w", "title", "Abîmé", "about", "Routeur", "text",
                      "Un emballage trop mince", "at", "1767000003000");
  derive_fixture_settle (f);
  assert_find (f, "embal", "3:Abîmé|Un emballage trop mince\n3:Parfait|Colis bien emballé\n");
  assert_find (f, "parfait colis", "3:Parfait|Colis bien emballé\n");
  assert_find (f, "routeur", "");
  assert_find (f, "colis pas", "2:Facture|Bonjour, je n’ai pas reçu mon colis.\n");
  assert_find (f, "eloises", "");
  assert_find (f, "\"* OR (", "");
  assert_find (f, "", "");
}

static void
test_phones (DeriveFixture *f, gconstpointer data)
{
  static const char *const ways[] = {
    "+33 6 12 34 56 78",    "+33612345678",   "0033 6 12 34 56 78",
    "06 12 34 56 78",       "06.12.34.56.78", "0612345678",
    "+33 (0)6 12 34 56 78", "06-12-34-56-78", "(06) 12 34 56 78",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *remote_id = g_strdup_printf ("%u", i);
      g_autofree char *name = g_strdup_printf ("Way %u", i);
      derive_fixture_customer (f, "crm", remote_id, name, NULL, ways[i], NULL);
    }
  derive_fixture_customer (f, "crm", "other", "Other", NULL, "06 12 78 56 34", NULL);
  derive_fixture_customer (f, "crm", "alike", "Alike", NULL, "07 12 34 56 78", NULL);
  derive_fixture_settle (f);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GPtrArray) hits = derive_fixture_find (f, ways[i], 20);
      g_assert_cmpuint (hits->len, ==, G_N_ELEMENTS (ways));
    }
  g_autoptr (GPtrArray) begun = derive_fixture_find (f, "06 12 34", 20);
  g_assert_cmpuint (begun->len, ==, G_N_ELEMENTS (ways));
}

static void
test_addresses (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_customer (f, "crm", "1", "Ann Lee", NULL, NULL, "Ann.Lee@Example.org");
  derive_fixture_customer (f, "crm", "2", "Bob Lee", NULL, NULL, "bob@example.org");
  derive_fixture_settle (f);

  assert_find (f, "ann.lee@example.ORG", "0:Ann Lee|Ann.Lee@Example.org\n");
  assert_find (f, "ann.lee@", "0:Ann Lee|Ann.Lee@Example.org\n");
  assert_find (f, "bob", "0:Bob Lee|bob@example.org\n");
}

/* Whose it is, is said as their card says it: not by the record that came first. */
static void
test_called_as_on_card (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_say (f, "desk", CUSTOMER, "u1", "name", "Ann LEE");
  derive_fixture_say (f, "crm", CUSTOMER, "1", "name", "Ann Lee", "given_name", "Ann",
                      "family_name", "Lee");
  derive_fixture_say (f, "desk", INTERACTION, "i", "customer", "u1", "subject", "A parcel");
  derive_fixture_say (f, "desk", VERBATIM, "v", "customer", "u1", "text", "Broken");
  derive_fixture_say (f, "desk", VERBATIM, "w", "author_name", "A. L.", "text", "Torn");
  derive_fixture_settle (f);
  derive_fixture_decide (f, "k", "crm", "1", "desk", "u1", TRUE);
  for (guint i = 0; i < 3; i++)
    {
      const char *words[] = { "parcel", "broken", "torn" };
      g_autoptr (GPtrArray) hits = derive_fixture_find (f, words[i], 1);
      const DiapasonFindHit *hit;

      g_assert_cmpuint (hits->len, ==, 1);
      hit = g_ptr_array_index (hits, 0);
      g_assert_cmpstr (hit->who, ==, i < 2 ? "Ann Lee" : "A. L.");
    }
}

/* What of somebody was found stands where the row says who it is, unless it says so anyway. */
static void
test_found_by (DeriveFixture *f, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "06 12 34 56 78", "+33 6 12 34 56 78 · Nîmes" },
    { "0612.34", "+33 6 12 34 56 78 · Nîmes" },
    { "ann.lee@example.org", "Ann.Lee@Example.org · Nîmes" },
    { "example", "Ann.Lee@Example.org · Nîmes" },
    { "k77", "K77 · Nîmes" },
    { " K77 ", "K77 · Nîmes" },
    { "30000", "30000 · Nîmes" },
    { "ann", "Nîmes" },
    { "nimes ann", "Nîmes" },
  };

  derive_fixture_say (f, "crm", CUSTOMER, "K77", "name", "Ann Lee", "city", "Nîmes", "postcode",
                      "30000");
  derive_fixture_say (f, "crm", CONTACT_POINT, "p", "customer", "K77", "kind", "mobile", "value",
                      "+33 6 12 34 56 78");
  derive_fixture_say (f, "crm", CONTACT_POINT, "e", "customer", "K77", "kind", "email", "value",
                      "Ann.Lee@Example.org");
  derive_fixture_settle (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected = g_strdup_printf ("0:Ann Lee|%s\n", cases[i][1]);

      assert_find (f, cases[i][0], expected);
    }
  assert_find (f, "k7", "");
}

/* One hit a person and a thread; what is taken back is not found; the newest first. */
static void
test_hits (DeriveFixture *f, gconstpointer data)
{
  derive_fixture_customer (f, "crm", "1", "Ann Lee", NULL, "0611111111", NULL);
  derive_fixture_customer (f, "desk", "1", "Ann Lee", NULL, "0611111111", NULL);
  derive_fixture_say (f, "desk", INTERACTION, "i", "customer", "1", "subject", "Old");
  derive_fixture_say (f, "desk", INTERACTION, "j", "customer", "1", "subject", "New");
  derive_fixture_say (f, "desk", MESSAGE, "1", "interaction", "i", "at", "1767000001000", "body",
                      "the parcel");
  derive_fixture_say (f, "desk", MESSAGE, "2", "interaction", "i", "at", "1767000002000", "body",
                      "which parcel");
  derive_fixture_say (f, "desk", MESSAGE, "3", "interaction", "j", "at", "1767000003000", "body",
                      "that parcel");
  derive_fixture_settle (f);

  assert_find (f, "ann", "0:Ann Lee|0611111111\n");
  assert_find (f, "parcel", "2:New|that parcel\n2:Old|which parcel\n");
  g_autoptr (GPtrArray) hits = derive_fixture_find (f, "parcel", 1);
  const DiapasonFindHit *hit = g_ptr_array_index (hits, 0);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (hit->id, ==, derive_fixture_id (f, "desk", DIAPASON_ENTITY_INTERACTION, "j"));
  g_assert_cmpint (hit->person, ==, derive_fixture_id (f, "crm", DIAPASON_ENTITY_CUSTOMER, "1"));
  g_assert_cmpstr (hit->who, ==, "Ann Lee");
  g_assert_cmpint (hit->at, ==, 1767000003000);
  g_assert_cmpstr (hit->origin.source, ==, "desk");

  /* Gone at once, before anything is derived. */
  derive_fixture_take_back (f, "desk", DIAPASON_ENTITY_MESSAGE, "3");
  assert_find (f, "that", "");
  derive_fixture_settle (f);
  assert_find (f, "parcel", "2:Old|which parcel\n");
}

static void
test_excerpt (void)
{
  static const char text[] =
      "Bonjour, voici une lettre qui est bien trop longue pour tenir dans une seule ligne de la "
      "liste ; on y parle d’une Œuvre rare, et l’on ne s’arrête pas de parler avant la fin.";
  g_autoptr (DiapasonFindWords) words = diapason_find_words_new ("oeuv");
  g_autoptr (DiapasonFindWords) absent = diapason_find_words_new ("absent");
  gboolean found;
  g_autofree char *around = diapason_find_words_excerpt (words, text, &found);
  g_autofree char *start = diapason_find_words_excerpt (absent, text, NULL);

  g_assert_true (found);
  g_assert_true (g_str_has_prefix (around, "…"));
  g_assert_true (g_str_has_suffix (around, "…"));
  g_assert_nonnull (strstr (around, "Œuvre rare"));
  g_assert_cmpint (g_utf8_strlen (around, -1), <=, 82);
  g_assert_true (g_str_has_prefix (start, "Bonjour, voici"));
  g_assert_null (diapason_find_words_excerpt (words, " \n", NULL));
  g_assert_null (diapason_find_words_excerpt (words, NULL, NULL));
}

static const char *const syllables[] = { "ma", "ri", "tin", "lo", "é", "œu" };

static char *
random_word (int most)
{
  GString *word = g_string_new (NULL);

  for (int n = g_test_rand_int_range (1, most); n > 0; n--)
    g_string_append (word, syllables[g_test_rand_int_range (0, G_N_ELEMENTS (syllables))]);
  return g_string_free (word, FALSE);
}

typedef struct
{
  GPtrArray *bodies;
  gint64 source;
} Bodies;

static gboolean
say_bodies_in_writer (DiapasonDatabase *database, gpointer data, gboolean *more, GError **error)
{
  Bodies *bodies = data;
  DiapasonIngestOutcome outcome;

  if (!diapason_ingest_source (database, "desk", NULL, &bodies->source, error))
    return FALSE;
  for (guint i = 0; i < bodies->bodies->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *at = g_strdup_printf ("%" G_GINT64_FORMAT,
                                             G_GINT64_CONSTANT (1766000000000) + (i * 7919) % 5000);
      g_autoptr (DiapasonRow) row =
          store_fixture_row (DIAPASON_ENTITY_MESSAGE, id, -1, "interaction", id, "at", at, "body",
                             g_ptr_array_index (bodies->bodies, i), NULL);
      if (!diapason_ingest_row (database, bodies->source, row, 1, 0, &outcome, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether each typed word is a word of @body, the last one the beginning of one. */
static gboolean
plainly_matches (const char *body, char **typed)
{
  g_autofree char *folded = diapason_text_fold (body);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_autofree char *word = diapason_text_fold (typed[i]);
      gboolean found = FALSE;
      for (guint k = 0; words[k] != NULL && !found; k++)
        found =
            typed[i + 1] == NULL ? g_str_has_prefix (words[k], word) : g_str_equal (words[k], word);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* As many candidates as the first look takes, and more: found is what a slow plain scan finds. */
static void
test_plain_scan (DeriveFixture *f, gconstpointer data)
{
  Bodies bodies = { g_ptr_array_new_with_free_func (g_free), 0 };

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *a = random_word (5);
      g_autofree char *b = random_word (5);
      g_ptr_array_add (bodies.bodies, g_strconcat (a, " ", b, NULL));
    }
  store_fixture_write (&f->base, DIAPASON_FILE_CACHE, say_bodies_in_writer, &bodies);
  derive_fixture_settle (f);

  for (guint round = 0; round < 60; round++)
    {
      g_autofree char *first = random_word (4);
      g_autofree char *second = random_word (6);
      g_autofree char *typed =
          round % 3 == 0 ? g_strconcat (first, " ", second, NULL) : g_strdup (second);
      g_auto (GStrv) words = g_strsplit (typed, " ", -1);
      guint expected = 0;
      for (guint i = 0; i < bodies.bodies->len; i++)
        expected += plainly_matches (g_ptr_array_index (bodies.bodies, i), words);
      if (g_utf8_strlen (typed, -1) < 2)
        expected = 0; /* one letter finds names only */
      g_autoptr (GPtrArray) hits = derive_fixture_find (f, typed, 5000);
      g_assert_cmpuint (hits->len, ==, expected);
      for (guint i = 1; i < hits->len; i++)
        g_assert_cmpint (((DiapasonFindHit *) hits->pdata[i - 1])->at / 1000, >=,
                         ((DiapasonFindHit *) hits->pdata[i])->at / 1000);
    }
  g_ptr_array_unref (bodies.bodies);
}

static gpointer
find_in_a_hurry_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  return diapason_find_within (database, "lo", 5000, 1, data, error);
}

/* Far more than a millisecond's work: what is there by then, in order, and no error. */
static void
test_deadline (DeriveFixture *f, gconstpointer data)
{
  Bodies bodies = { g_ptr_array_new_with_free_func (g_free), 0 };

  for (guint i = 0; i < 4000; i++)
    g_ptr_array_add (bodies.bodies, g_strdup ("lolo lolo"));
  store_fixture_write (&f->base, DIAPASON_FILE_CACHE, say_bodies_in_writer, &bodies);
  derive_fixture_settle (f);

  g_autoptr (GPtrArray) all = derive_fixture_find (f, "lo", 10);
  gboolean is_cut = FALSE;
  g_autoptr (GPtrArray) cut =
      store_fixture_read (&f->base, DIAPASON_LANE_LIST, find_in_a_hurry_in_reader, &is_cut);
  g_assert_true (is_cut);
  g_assert_cmpuint (all->len, ==, 10);
  g_assert_cmpuint (cut->len, <, 4000);
  for (guint i = 0; i < MIN (cut->len, all->len); i++)
    g_assert_cmpint (((DiapasonFindHit *) cut->pdata[i])->id, ==,
                     ((DiapasonFindHit *) all->pdata[i])->id);
  g_test_message ("%u of 4000 in time", cut->len);
  g_ptr_array_unref (bodies.bodies);
}

typedef struct
{
  gboolean done;
  GCancellable *cancellable;
} Cancelled;

static gpointer
find_cancelled_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  g_cancellable_cancel (((Cancelled *) data)->cancellable);
  return diapason_find (database, "marimari", 5000, NULL, error);
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (diapason_store_read_finish (DIAPASON_STORE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  ((Cancelled *) user_data)->done = TRUE;
}

static void
test_cancel (DeriveFixture *f, gconstpointer data)
{
  Bodies bodies = { g_ptr_array_new_with_free_func (g_free), 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancelled cancelled = { FALSE, cancellable };

  for (guint i = 0; i < 500; i++)
    g_ptr_array_add (bodies.bodies, g_strdup ("marimari"));
  store_fixture_write (&f->base, DIAPASON_FILE_CACHE, say_bodies_in_writer, &bodies);
  derive_fixture_settle (f);
  diapason_store_read_async (f->base.store, DIAPASON_LANE_LIST, find_cancelled_in_reader,
                             &cancelled, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable,
                             cancelled_cb, &cancelled);
  store_fixture_wait (&cancelled.done);
  g_ptr_array_unref (bodies.bodies);
}

static void
test_plans (DeriveFixture *f, gconstpointer data)
{
  static const char *const allowed[] = { "_text t CROSS JOIN document d", NULL };
  static const char *const queries[] = { "m",   "ma",    "martin", "martin l", "06 12 34 56 78",
                                         "a@b", "colis", NULL };

  derive_fixture_customer (f, "crm", "1", "Martin Lee", NULL, "06 12 34 56 78", "a@b.org");
  derive_fixture_say (f, "crm", INTERACTION, "i", "customer", "1", "subject", "Martin colis");
  derive_fixture_say (f, "crm", MESSAGE, "m", "interaction", "i", "body", "Martin colis");
  derive_fixture_say (f, "crm", VERBATIM, "v", "customer", "1", "text", "Martin colis");
  derive_fixture_say (f, "crm", ARTICLE, "a", "title", "Martin colis");
  derive_fixture_settle (f);
  for (guint i = 0; queries[i] != NULL; i++)
    g_ptr_array_unref (derive_fixture_find (f, queries[i], 5));
  plan_check_readers (&f->base, allowed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("words", test_words);
  TEST ("phones", test_phones);
  TEST ("addresses", test_addresses);
  TEST ("found-by", test_found_by);
  TEST ("hits", test_hits);
  TEST ("called-as-on-card", test_called_as_on_card);
  g_test_add_func ("/find/excerpt", test_excerpt);
  TEST ("plain-scan", test_plain_scan);
  TEST ("deadline", test_deadline);
  TEST ("cancel", test_cancel);
  TEST ("plans", test_plans);
  return g_test_run ();
}
