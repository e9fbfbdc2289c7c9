/* test-windowed-list.c: a list over a source that answers late, out of step with changes, or not at
 * all. */
#include "windowed-list.h"

#include "await.h"
#include "fake-rows.h"

#define MANY 100000

typedef struct
{
  FakeRows *rows;
  DiapasonClock *clock;
  DiapasonWindowedList *list;
  GArray *shadow; /* what the signals told */
  guint n_signals;
} Fixture;

static gint64
id_at (DiapasonWindowedList *list, guint position)
{
  g_autoptr (DiapasonRowItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  return diapason_row_item_get_id (item);
}

/* Until nothing is left to do, at rest or not. */
static void
settle (Fixture *fixture)
{
  fake_rows_settle (fixture->rows);
  diapason_clock_advance (fixture->clock, DIAPASON_LIST_REST);
  fake_rows_settle (fixture->rows);
}

/* Replays each signal, as a view would. */
static void
items_changed_cb (DiapasonWindowedList *list,
                  guint position,
                  guint removed,
                  guint added,
                  Fixture *fixture)
{
  fixture->n_signals++;
  g_assert_true (removed == 0 || added == 0);
  g_assert_cmpuint (removed + added, >, 0);
  g_assert_cmpuint (position + removed, <=, fixture->shadow->len);
  if (removed > 0)
    g_array_remove_range (fixture->shadow, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      gint64 id = id_at (list, i);

      g_array_insert_val (fixture->shadow, i, id);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, fixture->shadow->len);
}

static void
set_up (Fixture *fixture, gconstpointer n_rows)
{
  fixture->rows = fake_rows_new ();
  for (gint64 id = 1; id <= GPOINTER_TO_UINT (n_rows); id++)
    g_array_append_val (fake_rows_ids (fixture->rows), id);
  fixture->shadow = g_array_new (FALSE, FALSE, sizeof (gint64));
  fixture->clock = diapason_clock_new_at (0);
  fixture->list = diapason_windowed_list_new (DIAPASON_ROW_SOURCE (fixture->rows), fixture->clock);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->list != NULL)
    g_assert_finalize_object (fixture->list);
  settle (fixture);
  g_assert_finalize_object (fixture->rows);
  g_assert_finalize_object (fixture->clock);
  g_array_unref (fixture->shadow);
}

static DiapasonRowItem *
item_at (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
}

static guint
version_of (DiapasonRowItem *item)
{
  FakeRow *row = diapason_row_item_get_record (item);

  g_assert_nonnull (row);
  g_assert_cmpint (row->id, ==, diapason_row_item_get_id (item));
  return row->version;
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer count)
{
  (*(guint *) count)++;
}

static void
test_loading (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;

  g_signal_connect (fixture->list, "notify::loading", G_CALLBACK (count_cb), &n_notified);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (fixture->list)) ==
                 DIAPASON_TYPE_ROW_ITEM);
  g_assert_true (diapason_windowed_list_get_loading (fixture->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  settle (fixture);
  g_assert_false (diapason_windowed_list_get_loading (fixture->list));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 3);
  g_assert_null (item_at (fixture, 3));
  g_assert_cmpuint (diapason_windowed_list_find (fixture->list, 3), ==, 2);
  g_assert_cmpuint (diapason_windowed_list_find (fixture->list, 4), ==, G_MAXUINT);
}

static void
test_same_object (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonRowItem) held = NULL;
  g_autoptr (DiapasonRowItem) again = NULL;
  gint64 first = 99;

  settle (fixture);
  held = item_at (fixture, 1);
  g_assert_null (diapason_row_item_get_record (held));
  settle (fixture);
  g_assert_cmpuint (version_of (held), ==, 0);

  /* Also at another position. */
  g_array_insert_val (fake_rows_ids (fixture->rows), 0, first);
  fake_rows_tell (fixture->rows, TRUE);
  settle (fixture);
  again = item_at (fixture, 2);
  g_assert_true (again == held);
}

/* The first rows are there before anybody asks, once. */
static void
test_read_ahead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonRowItem) second = NULL;
  g_autoptr (DiapasonRowItem) third = NULL;

  diapason_windowed_list_read_ahead (fixture->list, 2);
  settle (fixture);
  g_assert_cmpuint (diapason_windowed_list_count_live (fixture->list), ==, 2);
  second = item_at (fixture, 1);
  third = item_at (fixture, 2);
  g_assert_cmpuint (version_of (second), ==, 0);
  g_assert_null (diapason_row_item_get_record (third));
  settle (fixture);
  g_assert_cmpuint (fake_rows_count_rows (fixture->rows), ==, 3);

  /* As long as the list stays what it was. */
  fake_rows_tell (fixture->rows, TRUE);
  settle (fixture);
  g_assert_cmpuint (diapason_windowed_list_count_live (fixture->list), ==, 2);
}

/* More than there is. */
static void
test_read_ahead_of_few (Fixture *fixture, gconstpointer data)
{
  diapason_windowed_list_read_ahead (fixture->list, 16);
  settle (fixture);
  g_assert_cmpuint (diapason_windowed_list_count_live (fixture->list), ==, 3);
  g_assert_cmpuint (fake_rows_count_rows (fixture->rows), ==, 3);
}

static void
test_batches (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  guint before;

  settle (fixture);
  before = fake_rows_count_rows (fixture->rows);
  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (held, item_at (fixture, i));
  /* A position asked for twice, and an item dropped before its row was asked for. */
  g_object_unref (item_at (fixture, 0));
  g_object_unref (item_at (fixture, 500));
  settle (fixture);
  g_assert_cmpuint (fake_rows_count_rows (fixture->rows) - before, ==, 200);
  g_assert_cmpuint (fake_rows_largest_batch (fixture->rows), ==, DIAPASON_LIST_BATCH);
  g_assert_cmpuint (fake_rows_count_ids_calls (fixture->rows), ==, 1);
  for (guint i = 0; i < held->len; i++)
    version_of (held->pdata[i]);
  settle (fixture);
  g_assert_cmpuint (fake_rows_count_rows (fixture->rows) - before, ==, 200);
}

/* A view that goes through everything, holding a page of it. */
static void
test_ceiling (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func (g_object_unref);
  guint most = 0;

  settle (fixture);
  for (guint i = 0; i < MANY; i++)
    {
      if (page->len == 205)
        g_ptr_array_remove_index_fast (page, 0);
      g_ptr_array_add (page, item_at (fixture, i));
      most = MAX (most, diapason_windowed_list_count_live (fixture->list));
      if (i % 1000 == 0)
        settle (fixture);
    }
  g_assert_cmpuint (most, <=, 206);
  g_ptr_array_set_size (page, 0);
  g_assert_cmpuint (diapason_windowed_list_count_live (fixture->list), ==, 0);
  g_assert_cmpuint (fake_rows_count_rows (fixture->rows), <=, 205 * (MANY / 1000 + 1));
}

static void
test_row_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonRowItem) one = NULL;
  g_autoptr (DiapasonRowItem) two = NULL;
  guint n_one = 0, n_two = 0, n_signals;

  settle (fixture);
  one = item_at (fixture, 0);
  two = item_at (fixture, 1);
  settle (fixture);
  n_signals = fixture->n_signals;
  g_signal_connect (one, "notify::record", G_CALLBACK (count_cb), &n_one);
  g_signal_connect (two, "notify::record", G_CALLBACK (count_cb), &n_two);

  fake_rows_touch (fixture->rows, 1);
  fake_rows_tell (fixture->rows, FALSE);
  settle (fixture);
  g_assert_cmpuint (version_of (one), ==, 1);
  g_assert_cmpuint (n_one, ==, 1);
  g_assert_cmpuint (n_two, ==, 0);
  g_assert_cmpuint (fixture->n_signals, ==, n_signals);
  g_assert_cmpuint (fake_rows_count_ids_calls (fixture->rows), ==, 1);
}

/* A row read before a change and answered after it is asked for again. */
static void
test_row_changes_under_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonRowItem) item = NULL;

  settle (fixture);
  item = item_at (fixture, 0);
  await_quiet ();
  g_assert_true (fake_rows_step (fixture->rows)); /* read */
  fake_rows_touch (fixture->rows, 1);
  fake_rows_tell (fixture->rows, FALSE);
  settle (fixture);
  g_assert_cmpuint (version_of (item), ==, 1);
}

/* However often it changes while ids are on their way, they are asked for once more. */
static void
test_membership_under_way (Fixture *fixture, gconstpointer data)
{
  g_assert_true (fake_rows_step (fixture->rows)); /* read */
  for (gint64 id = 50; id < 60; id++)
    {
      g_array_append_val (fake_rows_ids (fixture->rows), id);
      fake_rows_tell (fixture->rows, TRUE);
    }
  settle (fixture);
  g_assert_cmpuint (fake_rows_count_ids_calls (fixture->rows), ==, 2);
  g_assert_cmpuint (fixture->shadow->len, ==, 13);
}

/* A change at rest is seen at once, those soon after it together when the rest is over. */
static void
test_membership_in_a_row (Fixture *fixture, gconstpointer data)
{
  settle (fixture);
  for (gint64 id = 50; id < 60; id++)
    {
      g_array_append_val (fake_rows_ids (fixture->rows), id);
      fake_rows_tell (fixture->rows, TRUE);
      fake_rows_settle (fixture->rows);
    }
  g_assert_cmpuint (fake_rows_count_ids_calls (fixture->rows), ==, 2);
  g_assert_cmpuint (fixture->shadow->len, ==, 4);
  diapason_clock_advance (fixture->clock, DIAPASON_LIST_REST - 1);
  fake_rows_settle (fixture->rows);
  g_assert_cmpuint (fake_rows_count_ids_calls (fixture->rows), ==, 2);
  diapason_clock_advance (fixture->clock, 1);
  fake_rows_settle (fixture->rows);
  g_assert_cmpuint (fake_rows_count_ids_calls (fixture->rows), ==, 3);
  g_assert_cmpuint (fixture->shadow->len, ==, 13);
  /* And no more when nothing changed. */
  settle (fixture);
  g_assert_cmpuint (fake_rows_count_ids_calls (fixture->rows), ==, 3);
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonRowItem) item = NULL;
  guint n_notified = 0;

  /* The first ids do not come. */
  fake_rows_fail (fixture->rows, 1, "The file is away.");
  settle (fixture);
  g_assert_false (diapason_windowed_list_get_loading (fixture->list));
  g_assert_cmpstr (diapason_windowed_list_get_sentence (fixture->list), ==, "The file is away.");
  g_assert_cmpuint (fixture->shadow->len, ==, 0);

  g_signal_connect (fixture->list, "notify::sentence", G_CALLBACK (count_cb), &n_notified);
  fake_rows_tell (fixture->rows, TRUE);
  settle (fixture);
  g_assert_null (diapason_windowed_list_get_sentence (fixture->list));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (fixture->shadow->len, ==, 3);

  /* A row does not come; with the next change it does. */
  fake_rows_fail (fixture->rows, 1, "The disk says no.");
  item = item_at (fixture, 0);
  settle (fixture);
  g_assert_null (diapason_row_item_get_record (item));
  g_assert_cmpstr (diapason_windowed_list_get_sentence (fixture->list), ==, "The disk says no.");
  fake_rows_touch (fixture->rows, 2);
  fake_rows_tell (fixture->rows, FALSE);
  settle (fixture);
  g_assert_cmpuint (version_of (item), ==, 0);
  g_assert_null (diapason_windowed_list_get_sentence (fixture->list));

  /* Ids do not come again: what is there stays. */
  fake_rows_fail (fixture->rows, 1, "The file is away.");
  g_array_set_size (fake_rows_ids (fixture->rows), 1);
  fake_rows_tell (fixture->rows, TRUE);
  settle (fixture);
  g_assert_cmpuint (fixture->shadow->len, ==, 3);
  g_assert_cmpuint (version_of (item), ==, 0);
  g_assert_cmpstr (diapason_windowed_list_get_sentence (fixture->list), ==, "The file is away.");
}

static void
test_disposed_while_loading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DiapasonRowItem) item = NULL;

  settle (fixture);
  item = item_at (fixture, 0);
  await_quiet ();
  fake_rows_tell (fixture->rows, TRUE);
  g_assert_true (fake_rows_step (fixture->rows));
  g_assert_finalize_object (g_steal_pointer (&fixture->list));
  settle (fixture);
  g_assert_null (diapason_row_item_get_record (item));
  /* And deaf to the source. */
  fake_rows_tell (fixture->rows, TRUE);
  g_assert_false (fake_rows_step (fixture->rows));
}

static void
test_disposed_before_anything (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->list));
}

/* Random edits */

static void
edit_membership (Fixture *fixture, gint64 *next)
{
  GArray *ids = fake_rows_ids (fixture->rows);
  guint position = (guint) g_test_rand_int_range (0, (gint32) ids->len + 1);
  guint n = (guint) g_test_rand_int_range (0, 9);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
    case 1:
    case 2:
      for (guint i = 0; i < n; i++, (*next)++)
        g_array_insert_val (ids, position, *next);
      break;
    case 3:
    case 4:
    case 5:
      g_array_remove_range (ids, position, MIN (n, ids->len - position));
      break;
    case 6:
      if (position < ids->len)
        {
          gint64 moved = g_array_index (ids, gint64, position);

          g_array_remove_index (ids, position);
          g_array_prepend_val (ids, moved);
        }
      break;
    default:
      if (g_test_rand_int_range (0, 10) == 0)
        g_array_set_size (ids, 0);
    }
}

static void
hold_or_release (Fixture *fixture, GPtrArray *held)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));

  if (n > 0 && g_test_rand_bit ())
    g_ptr_array_add (held, item_at (fixture, (guint) g_test_rand_int_range (0, (gint32) n)));
  else if (held->len > 0)
    g_ptr_array_remove_index_fast (held, (guint) g_test_rand_int_range (0, (gint32) held->len));
}

static void
do_anything (Fixture *fixture, GPtrArray *held, gint64 *next)
{
  GArray *ids = fake_rows_ids (fixture->rows);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      edit_membership (fixture, next);
      fake_rows_tell (fixture->rows, TRUE);
      break;
    case 1:
      if (ids->len > 0)
        fake_rows_touch (fixture->rows,
                         g_array_index (ids, gint64, g_test_rand_int_range (0, (gint32) ids->len)));
      fake_rows_tell (fixture->rows, FALSE);
      break;
    case 2:
      hold_or_release (fixture, held);
      break;
    case 3:
      await_quiet ();
      diapason_clock_advance (fixture->clock, g_test_rand_int_range (0, DIAPASON_LIST_REST));
      break;
    case 4:
      if (g_test_rand_int_range (0, 20) == 0)
        fake_rows_fail (fixture->rows, 1, "Not now.");
      break;
    default:
      fake_rows_step (fixture->rows);
    }
}

static void
assert_all_agree (Fixture *fixture, GPtrArray *held)
{
  GArray *truth = fake_rows_ids (fixture->rows);

  g_assert_cmpmem (fixture->shadow->data, fixture->shadow->len * sizeof (gint64), truth->data,
                   truth->len * sizeof (gint64));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, truth->len);
  for (guint i = 0; i < truth->len; i++)
    g_assert_cmpint (id_at (fixture->list, i), ==, g_array_index (truth, gint64, i));
  for (guint i = 0; i < held->len; i++)
    {
      DiapasonRowItem *item = held->pdata[i];
      guint position = diapason_windowed_list_find (fixture->list, diapason_row_item_get_id (item));
      g_autoptr (DiapasonRowItem) there = NULL;

      g_assert_cmpuint (version_of (item), ==,
                        fake_rows_version (fixture->rows, diapason_row_item_get_id (item)));
      if (position == G_MAXUINT)
        continue;
      there = item_at (fixture, position);
      g_assert_true (there == item);
    }
  g_assert_cmpuint (diapason_windowed_list_count_live (fixture->list), <=, held->len);
}

static void
test_random_edits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 next = 1000;

  for (guint round = 0; round < 300; round++)
    {
      for (guint i = 0; i < 40; i++)
        do_anything (fixture, held, &next);
      fake_rows_fail (fixture->rows, 0, NULL);
      settle (fixture);
      /* What failed meanwhile comes with the next change. */
      fake_rows_tell (fixture->rows, TRUE);
      settle (fixture);
      assert_all_agree (fixture, held);
    }
  g_assert_cmpuint (fake_rows_largest_batch (fixture->rows), <=, DIAPASON_LIST_BATCH);
}

#define ADD(name, rows, func)                                                                      \
  g_test_add ("/lists/windowed-list/" name, Fixture, GUINT_TO_POINTER (rows), set_up, func,        \
              tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("loading", 3, test_loading);
  ADD ("same-object", 3, test_same_object);
  ADD ("read-ahead", 3, test_read_ahead);
  ADD ("read-ahead-of-few", 3, test_read_ahead_of_few);
  ADD ("batches", 1000, test_batches);
  ADD ("ceiling", MANY, test_ceiling);
  ADD ("row-changes", 3, test_row_changes);
  ADD ("row-changes-under-way", 3, test_row_changes_under_way);
  ADD ("membership-under-way", 3, test_membership_under_way);
  ADD ("membership-in-a-row", 3, test_membership_in_a_row);
  ADD ("errors", 3, test_errors);
  ADD ("disposed-while-loading", 3, test_disposed_while_loading);
  ADD ("disposed-before-anything", 3, test_disposed_before_anything);
  ADD ("random-edits", 20, test_random_edits);
  return g_test_run ();
}
