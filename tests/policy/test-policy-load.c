/* test-policy-load.c: what a policy may say, and how it is told what is wrong. */
#include <glib/gstdio.h>

#include "policy.h"

#define SHIPPED "/io/github/diapason/Diapason/policy/"

/* Whole files that are right, a member a line; each test breaks one of them at one place. */
static const char challenges[] = "{'format': 1,\n"
                                 "'version': 7,\n"
                                 "'challenges': [\n"
                                 "{'id': 'ours',\n"
                                 "'label': {'en': 'Ours',\n"
                                 "'fr': 'À nous'},\n"
                                 "'points': {'detractor': 12,\n"
                                 "'waits': {'a_day': 2,\n"
                                 "'at_most': 9}}},\n"
                                 "{'id': 'theirs', 'label': {'en': 'Theirs'},\n"
                                 "'points': {'praise': 100}}]}";
static const char moments[] = "{'format': 1,\n"
                              "'version': 2,\n"
                              "'moments': [{'id': 'before', 'label': {'en': 'Before'}},\n"
                              "{'id': 'after', 'label': {'en': 'After', 'it': 'Dopo'}}],\n"
                              "'rules': [{'moment': 'before', 'events': ['contact'],\n"
                              "'channels': ['web', 'store'],\n"
                              "'reasons': ['  Été  2026'],\n"
                              "'direction': 'in'},\n"
                              "{'moment': 'after', 'events': ['review', 'survey'],\n"
                              "'no_reason': true}]}";
static const char identity[] = "{'format': 1,\n"
                               "'version': 3,\n"
                               "'levels': [\n"
                               "{'level': 2, 'ask': ['birth_date', 'postcode', 'email'],\n"
                               "'needs': 3},\n"
                               "{'level': 1, 'ask': ['postcode', 'email'],\n"
                               "'needs': 1}],\n"
                               "'acts': {'say_name': 1,\n"
                               "'make_promise': 0}}";

typedef struct
{
  char *path; /* (owned) */
} Folder;

static void
folder_clear (Folder *folder)
{
  static const char *const names[] = { "challenges.json", "moments.json", "identity.json",
                                       "mission.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder->path, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (folder->path);
  g_free (folder->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folder, folder_clear)

static Folder
folder_new (void)
{
  Folder folder = { g_dir_make_tmp ("diapason-policy-XXXXXX", NULL) };

  g_assert_nonnull (folder.path);
  return folder;
}

static void
put (const Folder *folder, const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

static void
put_quoted (const Folder *folder, const char *name, const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');

  put (folder, name, json, -1);
}

static void
assert_no_complaint (const DiapasonPolicy *policy)
{
  if (policy->complaints->len > 0)
    g_error ("%s", (const char *) g_ptr_array_index (policy->complaints, 0));
}

static void
test_shipped (void)
{
  static const char *const moment_ids[] = { "stimulus", "zero", "first", "second", "third" };
  static const char *const challenge_ids[] = { "dissatisfaction", "loyalty", "praise", "promises",
                                               "own" };
  g_autoptr (DiapasonPolicy) policy = diapason_policy_load ("/nowhere/at/all");

  assert_no_complaint (policy);
  g_assert_cmpint (policy->challenges.origin.version, ==, 1);
  g_assert_null (policy->challenges.origin.path);
  g_assert_cmpuint (policy->challenges.all->len, ==, G_N_ELEMENTS (challenge_ids));
  for (guint i = 0; i < G_N_ELEMENTS (challenge_ids); i++)
    {
      const DiapasonChallenge *challenge = g_ptr_array_index (policy->challenges.all, i);

      g_assert_cmpstr (challenge->id, ==, challenge_ids[i]);
      g_assert_true (challenge->label.fr != NULL && challenge->label.it != NULL);
    }
  g_assert_cmpuint (policy->moments.all->len, ==, G_N_ELEMENTS (moment_ids));
  for (guint i = 0; i < G_N_ELEMENTS (moment_ids); i++)
    g_assert_cmpstr (((DiapasonMoment *) policy->moments.all->pdata[i])->id, ==, moment_ids[i]);
  g_assert_cmpint (policy->identity.acts[DIAPASON_ACT_SAY_HISTORY], ==, 1);
  g_assert_cmpint (policy->identity.acts[DIAPASON_ACT_SAY_NEED], ==, 1);
  g_assert_cmpint (policy->identity.acts[DIAPASON_ACT_CHANGE_BANK], ==, 2);
}

static void
check_own_challenges (const DiapasonPolicy *policy)
{
  static const char *const french[] = { "fr_FR.UTF-8", "fr_FR", "fr", "C", NULL };
  static const char *const german[] = { "de", "C", NULL };
  static const char *const english_first[] = { "en", "fr", NULL };
  const DiapasonChallenge *ours = diapason_policy_challenge (policy, "ours");
  const DiapasonWeight *waits = &g_array_index (ours->weights, DiapasonWeight, 1);

  g_assert_cmpint (policy->challenges.origin.version, ==, 7);
  g_assert_true (g_str_has_suffix (policy->challenges.origin.path, "/challenges.json"));
  g_assert_true (diapason_policy_challenge (policy, "gone") == ours);
  g_assert_cmpuint (ours->weights->len, ==, 2);
  g_assert_cmpint (waits->fact, ==, DIAPASON_FACT_WAITS);
  g_assert_cmpint (waits->points, ==, 2);
  g_assert_cmpint (waits->at_most, ==, 9);
  g_assert_cmpstr (diapason_policy_text_in (&ours->label, french), ==, "À nous");
  g_assert_cmpstr (diapason_policy_text_in (&ours->label, german), ==, "Ours");
  g_assert_cmpstr (diapason_policy_text_in (&ours->label, english_first), ==, "Ours");
}

static void
check_own_moments (const DiapasonPolicy *policy)
{
  const DiapasonMomentRule *rules = (DiapasonMomentRule *) policy->moments.rules->data;

  g_assert_cmpuint (policy->moments.all->len, ==, 2);
  g_assert_cmpuint (rules[0].moment, ==, 0);
  g_assert_cmpstr (rules[0].channels[1], ==, "store");
  g_assert_cmpstr (rules[0].reasons[0], ==, "ete 2026");
  g_assert_cmpuint (rules[1].events, ==, 1 << DIAPASON_EVENT_REVIEW | 1 << DIAPASON_EVENT_SURVEY);
  g_assert_true (rules[1].no_reason && rules[1].channels == NULL && rules[1].direction == NULL);
}

/* What is not named needs the highest level; a level needs those below it. */
static void
check_own_identity (const DiapasonPolicy *policy)
{
  const guint postcode = 1 << DIAPASON_CHECK_POSTCODE, email = 1 << DIAPASON_CHECK_EMAIL;
  const guint birth_date = 1 << DIAPASON_CHECK_BIRTH_DATE, street = 1 << DIAPASON_CHECK_STREET;

  g_assert_cmpint (policy->identity.acts[DIAPASON_ACT_SAY_NAME], ==, 1);
  g_assert_cmpint (policy->identity.acts[DIAPASON_ACT_MAKE_PROMISE], ==, 0);
  g_assert_cmpint (policy->identity.acts[DIAPASON_ACT_CHANGE_BANK], ==, 2);
  g_assert_cmpuint (diapason_policy_level (policy, 0), ==, 0);
  g_assert_cmpuint (diapason_policy_level (policy, street | birth_date), ==, 0);
  g_assert_cmpuint (diapason_policy_level (policy, email), ==, 1);
  g_assert_cmpuint (diapason_policy_level (policy, postcode | email), ==, 1);
  g_assert_cmpuint (diapason_policy_level (policy, postcode | email | birth_date), ==, 2);
}

static void
test_own (void)
{
  g_auto (Folder) folder = folder_new ();

  put_quoted (&folder, "challenges.json", challenges);
  put_quoted (&folder, "moments.json", moments);
  put_quoted (&folder, "identity.json", identity);
  g_autoptr (DiapasonPolicy) policy = diapason_policy_load (folder.path);
  assert_no_complaint (policy);
  check_own_challenges (policy);
  check_own_moments (policy);
  check_own_identity (policy);
}

/* The company's words are its own; a file with a mistake is told of, and those that came along
 * stay. */
static void
test_mission (void)
{
  static const char *const italian[] = { "it", "en", NULL };
  g_auto (Folder) folder = folder_new ();

  put_quoted (&folder, "mission.json",
              "{'format': 1, 'version': 4, 'mission': {'en': 'We mend.', 'it': 'Ripariamo.'}}");
  g_autoptr (DiapasonPolicy) own = diapason_policy_load (folder.path);
  assert_no_complaint (own);
  g_assert_cmpint (own->mission.origin.version, ==, 4);
  g_assert_cmpstr (diapason_policy_text_in (&own->mission.text, italian), ==, "Ripariamo.");

  put_quoted (&folder, "mission.json",
              "{'format': 1, 'version': 4,\n'mission': {\n'it': 'Ripariamo.'}}");
  g_autoptr (DiapasonPolicy) shipped = diapason_policy_load (folder.path);
  g_assert_cmpuint (shipped->complaints->len, ==, 1);
  g_assert_nonnull (strstr (shipped->complaints->pdata[0], "mission.json, line 2: $.mission.en"));
  g_assert_cmpint (shipped->mission.origin.version, ==, 1);
  g_assert_true (shipped->mission.text.fr != NULL && shipped->mission.text.it != NULL);
}

/* Each line: in which file what is replaced, by what, and where and how that is told. */
static const struct
{
  char file; /* the first letter of its name */
  const char *from;
  const char *to;
  guint line;
  const char *says;
} wrong[] = {
  { 'c', "'format': 1", "'format': 2", 1, "format 1" },
  { 'c', "'version': 7,\n", "", 1, "raised with each change" },
  { 'c', "'version': 7", "'version': 0", 2, "from 1 to" },
  { 'c', "'version': 7,", "'version': 7", 3, "cannot be read as JSON" },
  { 'c', "'challenges': [", "'challenge': [", 3, "no such member" },
  { 'c', "'id': 'ours'", "'id': 'Our own'", 4, "small letters" },
  { 'c', "'id': 'theirs'", "'id': 'ours'", 10, "here twice" },
  { 'c', "'id': 'theirs', ", "", 10, "a text is missing" },
  { 'c', "'en': 'Ours',\n'fr'", "'fr'", 5, "a text is missing" },
  { 'c', "'fr'", "'de'", 6, "Known here are: en, fr, it" },
  { 'c', "'detractor'", "'detracter'", 7, "Known here are: detractor, passive" },
  { 'c', "'detractor': 12", "'detractor': 0", 7, "from 1 to 100" },
  { 'c', "'detractor': 12", "'detractor': 1.5", 7, "whole number" },
  { 'c', "'detractor': 12", "'waits': 3", 8, "JSON" },
  { 'c', "{'a_day': 2,\n'at_most': 9}", "3", 8, "an object is expected" },
  { 'c', "'at_most': 9", "'at_most': 1", 8, "no fewer" },
  { 'c', ",\n'at_most': 9", "", 8, "no fewer" },
  { 'c', "{'praise': 100}", "{}", 11, "at least one fact" },
  { 'm', "'events': ['contact'],", "", 5, "a list is missing" },
  { 'm', "['contact']", "[]", 5, "may not be empty" },
  { 'm', "'moment': 'before'", "'moment': 'never'", 5, "no moment “never”" },
  { 'm', "{'id': 'after'", "{'id': 'before'", 4, "here twice" },
  { 'm', "'web', 'store'", "'web', 'pigeon'", 6, "call, email" },
  { 'm', "'web', 'store'", "'web', 'web'", 6, "here twice" },
  { 'm', "'  Été  2026'", "7", 7, "a reason is expected" },
  { 'm', "'  Été  2026'", "' '", 7, "a reason is expected" },
  { 'm', "'direction': 'in'", "'direction': 'up'", 8, "in, out" },
  { 'm', "'direction': 'in'", "'no_reason': true", 7, "rule each other out" },
  { 'i', "'level': 2", "'level': 3", 4, "from 1 to 2" },
  { 'i', "'level': 2", "'level': 1", 6, "to be here once" },
  { 'i', ",\n{'level': 1, 'ask': ['postcode', 'email'],\n'needs': 1}", "", 3, "here once" },
  { 'i', "'needs': 3", "'needs': 4", 5, "from 1 to 3" },
  { 'i', ",\n'needs': 3", "", 4, "how many of these" },
  { 'i', "'email'],\n'needs': 1", "'email'],\n'needs': 2}, {'level': 2, 'needs': 1", 7, "missing" },
  { 'i', "'needs': 3},\n{'level': 1, 'ask': ['postcode', 'email'],\n'needs': 1",
    "'needs': 1},\n{'level': 1, 'ask': ['postcode', 'email'],\n'needs': 2", 3, "no fewer checks" },
  { 'i', "'needs': 3", "'needs': 1", 0, NULL },
  { 'i', "'birth_date'", "'calling_number'", 4, "birth_date, postcode" },
  { 'i', "'make_promise': 0", "'sing': 0", 9, "Known here are: say_name" },
  { 'i', "'say_name': 1", "'say_name': 0", 8, "shared or forged" },
  { 'i', "'say_name': 1", "'say_amount': 0", 8, "at least level 1" },
  { 'i', "'say_name': 1", "'say_name': 3", 8, "from 0 to 2" },
};

static const char *
name_of (char file)
{
  return file == 'c' ? "challenges.json" : file == 'm' ? "moments.json" : "identity.json";
}

static const char *
text_of (char file)
{
  return file == 'c' ? challenges : file == 'm' ? moments : identity;
}

/* That there is one complaint, of @line, and that what came along is used instead. */
static void
check_complaint (const Folder *folder, char file, guint line, const char *says)
{
  g_autoptr (DiapasonPolicy) policy = diapason_policy_load (folder->path);
  g_autofree char *where = g_strdup_printf ("%s/%s, line %u: ", folder->path, name_of (file), line);

  g_assert_cmpuint (policy->complaints->len, ==, 1);
  const char *sentence = g_ptr_array_index (policy->complaints, 0);
  if (!g_str_has_prefix (sentence, where) || strstr (sentence, says) == NULL)
    g_error ("wanted “%s … %s”, got “%s”", where, says, sentence);
  g_assert_nonnull (strstr (sentence, "came with Diapason"));
  g_assert_cmpint (policy->challenges.origin.version, ==, 1);
  g_assert_cmpint (policy->moments.origin.version, ==, 1);
  g_assert_cmpint (policy->identity.origin.version, ==, 2);
  g_assert_cmpuint (policy->moments.all->len, ==, 5);
}

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GString) text = g_string_new (text_of (wrong[i].file));
      g_auto (Folder) folder = folder_new ();

      g_assert_cmpuint (g_string_replace (text, wrong[i].from, wrong[i].to, 1), ==, 1);
      put_quoted (&folder, name_of (wrong[i].file), text->str);
      if (wrong[i].says != NULL)
        {
          check_complaint (&folder, wrong[i].file, wrong[i].line, wrong[i].says);
          continue;
        }
      g_autoptr (DiapasonPolicy) policy = diapason_policy_load (folder.path);
      assert_no_complaint (policy);
    }
}

/* Whatever would hold somebody to time or cost, wherever it is put, in each of the files. */
static void
test_no_target_on_the_clock (void)
{
  static const char *const settings[] = {
    "'handling_time': {'target': 240}",
    "'targets': {'hold': 30}",
    "'limit': {'of': 'wrap-up', 'most': 60}",
    "'colours': [{'on': 'idle time', 'red': 90}]",
    "'breakLimit': 15",
    "'cost': {'colour': 'red'}",
    "'AHT': 1",
    "'maxDuration': 5",
    "'wrap_up_seconds': 9",
    "'goal': 'cost per contact'",
  };
  static const struct
  {
    char file;
    const char *before;
    guint line;
  } places[] = { { 'c', "'challenges'", 3 }, { 'c', "'label': {'en': 'Ours'", 5 },
                 { 'c', "'detractor'", 7 },  { 'm', "'channels'", 6 },
                 { 'i', "'needs': 1", 7 },   { 'i', "'make_promise'", 9 } };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    for (guint j = 0; j < G_N_ELEMENTS (places); j++)
      {
        g_autoptr (GString) text = g_string_new (text_of (places[j].file));
        g_auto (Folder) folder = folder_new ();
        g_autofree char *to = g_strdup_printf ("%s, %s", settings[i], places[j].before);

        g_assert_cmpuint (g_string_replace (text, places[j].before, to, 1), ==, 1);
        put_quoted (&folder, name_of (places[j].file), text->str);
        check_complaint (&folder, places[j].file, places[j].line,
                         "time and cost are never a target");
      }
}

static void
test_unreadable (void)
{
  g_auto (Folder) folder = folder_new ();
  g_autofree char *path = g_build_filename (folder.path, "moments.json", NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_autoptr (DiapasonPolicy) policy = diapason_policy_load (folder.path);
  g_assert_cmpuint (policy->complaints->len, ==, 1);
  g_assert_nonnull (
      strstr (g_ptr_array_index (policy->complaints, 0), "moments.json cannot be read"));
  g_assert_cmpuint (policy->moments.all->len, ==, 5);
  g_rmdir (path);
}

/* Bytes changed, taken away or doubled anywhere: it is used as it is, or refused with a sentence.
 */
static void
test_damaged (void)
{
  static const char files[] = "cmi";
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_auto (Folder) folder = folder_new ();
  guint refused = 0;

  for (guint round = 0; round < 1500; round++)
    {
      char file = files[round % 3];
      g_autofree char *json = g_strdelimit (g_strdup (text_of (file)), "'", '"');
      g_autoptr (GString) text = g_string_new (json);
      gssize at = g_rand_int_range (rand, 0, (gint32) text->len);
      gssize length = g_rand_int_range (rand, 1, 12);

      if (round % 2 == 0)
        text->str[at] = (char) g_rand_int_range (rand, 0, 256);
      else if (round % 4 == 1)
        g_string_erase (text, at, MIN (length, (gssize) text->len - at));
      else
        g_string_insert_len (text, at, json + at, MIN (length, (gssize) text->len - at));
      put (&folder, name_of (file), text->str, (gssize) text->len);

      g_autoptr (DiapasonPolicy) policy = diapason_policy_load (folder.path);
      g_autofree char *path = g_build_filename (folder.path, name_of (file), NULL);
      g_assert_cmpuint (policy->complaints->len, <=, 1);
      refused += policy->complaints->len;
      g_remove (path);
    }
  g_assert_cmpuint (refused, >, 750);
}

/* Every word that a file may hold is told to those who write one. */
static void
test_documented (void)
{
  static const char *const *const lists[] = { diapason_fact_words, diapason_act_words,
                                              diapason_check_words, diapason_event_words };
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "resources", "policy", "README.md", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const char *const *word = lists[i]; *word != NULL; word++)
      {
        g_autofree char *quoted = g_strdup_printf ("`%s`", *word);

        if (strstr (text, quoted) == NULL)
          g_error ("%s is not in resources/policy/README.md", *word);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/policy/shipped", test_shipped);
  g_test_add_func ("/policy/own", test_own);
  g_test_add_func ("/policy/mission", test_mission);
  g_test_add_func ("/policy/wrong", test_wrong);
  g_test_add_func ("/policy/no-target-on-the-clock", test_no_target_on_the_clock);
  g_test_add_func ("/policy/unreadable", test_unreadable);
  g_test_add_func ("/policy/damaged", test_damaged);
  g_test_add_func ("/policy/documented", test_documented);
  return g_test_run ();
}
