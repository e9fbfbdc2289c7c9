/* test-id-diff.c: an edit script makes one vector of the other, and moves nothing it need not. */
#include "id-diff.h"

/* "1 2 3" */
static GArray *
ids_of (const char *text)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) words = g_strsplit_set (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (words[i], NULL, 10);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  return ids;
}

/* "-1+2" for a run of two at 1 that goes */
static char *
script_of (GArray *removed, GArray *added)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < removed->len + added->len; i++)
    {
      gboolean goes = i < removed->len;
      DiapasonIdRun run = goes ? g_array_index (removed, DiapasonIdRun, i)
                               : g_array_index (added, DiapasonIdRun, i - removed->len);

      g_string_append_printf (text, "%s%c%u×%u", i == 0 ? "" : " ", goes ? '-' : '+', run.position,
                              run.length);
    }
  return g_string_free (text, FALSE);
}

static void
test_scripts (void)
{
  static const struct
  {
    const char *before, *after, *script;
  } cases[] = {
    { "", "", "" },
    { "", "1 2 3", "+0×3" },
    { "1 2 3", "", "-0×3" },
    { "1 2 3", "1 2 3", "" },
    { "1 2 3", "9 1 2 3", "+0×1" },
    { "1 2 3", "1 2 3 9", "+3×1" },
    { "1 2 3 4", "1 4", "-1×2" },
    { "1 2 3 4 5", "9 2 3 4 8", "-0×1 -4×1 +0×1 +4×1" },
    { "1 2 3 4 5", "1 7 3 8 5", "-1×1 -3×1 +1×1 +3×1" },
    { "1 2 3 4 5", "1 4 2 3 5", "-1×3 +1×3" }, /* moved: what is between goes and comes */
    { "1 2 3", "4 5 6", "-0×3 +0×3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) before = ids_of (cases[i].before);
      g_autoptr (GArray) after = ids_of (cases[i].after);
      g_autoptr (GArray) removed = NULL;
      g_autoptr (GArray) added = NULL;
      g_autofree char *script = NULL;

      diapason_id_diff (before, after, &removed, &added);
      script = script_of (removed, added);
      g_assert_cmpstr (script, ==, cases[i].script);
    }
}

static void
apply (GArray *ids, GArray *after, GArray *removed, GArray *added)
{
  for (guint i = removed->len; i > 0; i--)
    {
      DiapasonIdRun run = g_array_index (removed, DiapasonIdRun, i - 1);

      g_array_remove_range (ids, run.position, run.length);
    }
  for (guint i = 0; i < added->len; i++)
    {
      DiapasonIdRun run = g_array_index (added, DiapasonIdRun, i);

      g_assert_cmpuint (run.position, <=, ids->len);
      g_array_insert_vals (ids, run.position, &g_array_index (after, gint64, run.position),
                           run.length);
    }
}

/* Some of 1 … @most; mostly ascending. */
static GArray *
random_ids (guint most, gboolean shuffled)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id <= most; id++)
    if (g_test_rand_bit ())
      g_array_append_val (ids, id);
  for (guint i = 1; shuffled && i < ids->len; i++)
    {
      guint j = (guint) g_test_rand_int_range (0, (gint32) i + 1);
      gint64 kept = g_array_index (ids, gint64, i);

      g_array_index (ids, gint64, i) = g_array_index (ids, gint64, j);
      g_array_index (ids, gint64, j) = kept;
    }
  return ids;
}

static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint most = (guint) g_test_rand_int_range (0, 40);
      g_autoptr (GArray) before = random_ids (most, FALSE);
      g_autoptr (GArray) after = random_ids (most, round % 4 == 0);
      g_autoptr (GArray) removed = NULL;
      g_autoptr (GArray) added = NULL;

      diapason_id_diff (before, after, &removed, &added);
      apply (before, after, removed, added);
      g_assert_cmpmem (before->data, before->len * sizeof (gint64), after->data,
                       after->len * sizeof (gint64));
    }
}

/* Every other one of many: the steps are bounded. */
static void
test_bounded (void)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;
  g_autofree char *script = NULL;

  for (gint64 id = 1; id <= 1000; id++)
    {
      g_array_append_val (before, id);
      if (id % 2 == 0)
        g_array_append_val (after, id);
    }
  diapason_id_diff (before, after, &removed, &added);
  script = script_of (removed, added);
  g_assert_cmpstr (script, ==, "-0×999 +0×499");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lists/id-diff/scripts", test_scripts);
  g_test_add_func ("/lists/id-diff/random", test_random);
  g_test_add_func ("/lists/id-diff/bounded", test_bounded);
  return g_test_run ();
}
