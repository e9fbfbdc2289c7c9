/* test-desk-find.c: finding anyone or anything, and reading what was found. */
#include "await.h"
#include "background.h"
#include "desk-fixture.h"
#include "matrix.h"
#include "store-errors.h"

static GPtrArray *
find (DeskFixture *fixture, const char *words, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *hits;

  diapason_desk_find_async (fixture->desk, words, limit, NULL, await_cb, &result);
  await (&result);
  hits = diapason_desk_find_finish (fixture->desk, result, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (hits);
  return hits;
}

/* "0 Ada Quill | 1 Refund of 42 €" */
static char *
describe (GPtrArray *hits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      DiapasonFindHit *hit = hits->pdata[i];

      g_string_append_printf (text, "%s%d %s", i == 0 ? "" : " | ", hit->group, hit->title);
    }
  return g_string_free (text, FALSE);
}

static void
test_words (DeskFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words, *hits;
  } cases[] = {
    { "quill", "0 Ada Quill | 0 Ben Quill" },
    { "ADA q", "0 Ada Quill" },
    { "06 12 34 56 78", "0 Ada Quill" },
    { "ada@quill.example", "0 Ada Quill" },
    { "otter", "2 Where is my refund?" },
    { "batch", "1 Refund of 42 € | 4 Refund batches" },
    { "nobody of that name", "" },
    { "\" OR * (", "" },
  };

  desk_fixture_tell_quills (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits = find (fixture, cases[i].words, 8);
      g_autofree char *text = describe (hits);

      g_assert_cmpstr (text, ==, cases[i].hits);
    }
}

/* What fetches and ranks leaves the processor to who looks for somebody and opens them. Again,
 * should this thread itself have had none for so long. */
static void
test_background_rests (DeskFixture *fixture, gconstpointer data)
{
  gint64 until = 0;

  while (until == 0)
    {
      g_autoptr (GPtrArray) hits = NULL;

      diapason_background_pause (0);
      hits = find (fixture, "quill", 8);
      until = diapason_background_get_pause ();
    }
  for (until = 0; until == 0; until = diapason_background_get_pause ())
    {
      g_autoptr (GListModel) history = NULL;

      diapason_background_pause (0);
      history = diapason_desk_history (fixture->desk, 1);
    }
}

static void
test_limit (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);

      desk_fixture_row (fixture, "crm", "customer", id, "name", "Kit Lark", NULL);
    }
  desk_fixture_commit (fixture);
  hits = find (fixture, "lark", 8);
  g_assert_cmpuint (hits->len, ==, 8);
}

static void
test_whose (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;
  const DiapasonFindHit *hit;

  desk_fixture_tell_quills (fixture);
  hits = find (fixture, "otter", 8);
  hit = hits->pdata[0];
  g_assert_cmpint (hit->person, ==, desk_fixture_person (fixture, "desk", "d1"));
  g_assert_cmpstr (hit->origin.source_label, ==, "DESK");
  g_assert_nonnull (strstr (hit->detail, "otter"));
}

/* The next key press. */
static void
test_cancelled (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  desk_fixture_tell_quills (fixture);
  diapason_desk_find_async (fixture->desk, "qui", 8, cancellable, await_cb, &result);
  g_cancellable_cancel (cancellable);
  await (&result);
  g_assert_null (diapason_desk_find_finish (fixture->desk, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
drain (DeskFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  diapason_derive_drain_async (fixture->derive, NULL, await_cb, &result);
  await (&result);
  g_assert_true (diapason_derive_drain_finish (fixture->derive, result, NULL));
}

static void
count_cb (gpointer counter)
{
  (*(guint *) counter)++;
}

/* A search that meets a damaged index has that one made anew; the file is left alone. */
static void
test_damaged (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint troubles = 0;

  g_signal_connect_swapped (fixture->store, "troubled", G_CALLBACK (count_cb), &troubles);
  desk_fixture_tell_quills (fixture);
  desk_fixture_damage_words (fixture);
  diapason_desk_find_async (fixture->desk, "mondays", 8, NULL, await_cb, &result);
  await (&result);
  g_assert_null (diapason_desk_find_finish (fixture->desk, result, NULL, &error));
  g_assert_error (error, DIAPASON_STORE_ERROR, DIAPASON_STORE_ERROR_WORDS);
  drain (fixture);
  g_autoptr (GPtrArray) hits = find (fixture, "mondays", 8);
  g_assert_cmpuint (hits->len, ==, 1);
  g_autoptr (GPtrArray) others = find (fixture, "quill", 8);
  g_assert_cmpuint (others->len, >, 0);
  g_assert_cmpuint (troubles, ==, 0);
  matrix_ran ("R6", 1, "index of words met by a search");
}

static void
test_article (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) gone = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonArticleRecord) article = NULL;
  const DiapasonFindHit *hit;

  desk_fixture_tell_quills (fixture);
  hits = find (fixture, "mondays", 8);
  hit = hits->pdata[0];
  g_assert_cmpint (hit->group, ==, DIAPASON_FIND_ARTICLE);
  diapason_desk_read_article_async (fixture->desk, hit->id, NULL, await_cb, &result);
  await (&result);
  article = diapason_desk_read_article_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (article->title, ==, "Refund batches");
  g_assert_cmpstr (article->body, ==, "Refunds leave in batches on Mondays.");

  desk_fixture_drop (fixture, "desk", "article", "t1");
  desk_fixture_commit (fixture);
  diapason_desk_read_article_async (fixture->desk, hit->id, NULL, await_cb, &gone);
  await (&gone);
  g_assert_null (diapason_desk_read_article_finish (fixture->desk, gone, &error));
  g_assert_nonnull (strstr (error->message, "not here any more"));
}

static char *
last_opened (DeskFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  diapason_desk_last_opened_async (fixture->desk, NULL, await_cb, &result);
  await (&result);
  hits = diapason_desk_last_opened_finish (fixture->desk, result, NULL);
  return describe (hits);
}

#define assert_last_opened(fixture, expected)                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *last = last_opened (fixture);                                                 \
    g_assert_cmpstr (last, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

/* Who they are now: by the name they have now, and not when the source took them back. */
static void
test_last_opened (DeskFixture *fixture, gconstpointer data)
{
  assert_last_opened (fixture, "");
  desk_fixture_tell_quills (fixture);
  desk_fixture_open (fixture, "crm", "c2");
  desk_fixture_open (fixture, "desk", "d1");
  assert_last_opened (fixture, "0 Ada Quill | 0 Ben Quill");
  desk_fixture_row (fixture, "crm", "customer", "c1", "name", "Ada Finch", NULL);
  desk_fixture_drop (fixture, "crm", "customer", "c2");
  desk_fixture_commit (fixture);
  assert_last_opened (fixture, "0 Ada Finch");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/desk/find/" name, DeskFixture, NULL, desk_fixture_set_up, func,                    \
              desk_fixture_tear_down)
  ADD ("words", test_words);
  ADD ("last-opened", test_last_opened);
  ADD ("background-rests", test_background_rests);
  ADD ("limit", test_limit);
  ADD ("whose", test_whose);
  ADD ("damaged", test_damaged);
  ADD ("cancelled", test_cancelled);
  ADD ("article", test_article);
  return g_test_run ();
}
