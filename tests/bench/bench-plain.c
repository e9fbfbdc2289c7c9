/* bench-plain.c: see the header. */
#include "bench-plain.h"

#include <string.h>

#include "find-read.h"
#include "text.h"

#define PATIENCE (G_GINT64_CONSTANT (10) * 60 * 1000)

/* What one query finds in one group. */
typedef struct
{
  gint64 id;     /* what a hit is told apart by: the person, the contact of a message, the row */
  gint64 record; /* the row that matched */
  gint64 second;
  char *name; /* (owned) (nullable) of a customer whose name begins with what was typed */
} Match;

/* The id, the instant, the row, the texts; of a customer the name last. */
static const char *const texts[DIAPASON_N_FIND_GROUPS] = {
  [DIAPASON_FIND_CUSTOMER] =
      "SELECT coalesce (m.person, c.id), 0, c.id, c.name || ' ' || coalesce (c.city, '') || ' ' || "
      "  coalesce (c.postcode, '') || ' ' || coalesce ((SELECT group_concat (value, ' ') "
      "  FROM contact_point WHERE customer = c.id AND kind = 'email'), ''), c.name "
      "FROM customer c LEFT JOIN person_member m ON m.customer = c.id",
  [DIAPASON_FIND_INTERACTION] =
      "SELECT id, began_at / 1000, id, subject || ' ' || reason || ' ' || summary "
      "FROM interaction",
  [DIAPASON_FIND_MESSAGE] = "SELECT interaction, at / 1000, id, body FROM message",
  /* One that says it was written more than two days after it came is taken to be as old as that. */
  [DIAPASON_FIND_VERBATIM] = "SELECT v.id, iif (v.at > r.first_seen + 172800000, r.first_seen, "
                             "  v.at) / 1000, v.id, v.text "
                             "FROM verbatim v JOIN record r ON r.id = v.id",
  [DIAPASON_FIND_ARTICLE] = "SELECT id, 0, id, title || ' ' || body FROM article",
};

static void
match_clear (gpointer data)
{
  g_free (((Match *) data)->name);
}

static gboolean
has_words (const char *text, char **words, guint n_words)
{
  guint found = 0;

  while (*text != '\0')
    {
      gsize length = strcspn (text, " -'.@");
      for (guint i = 0; i < n_words; i++)
        {
          gsize wanted = strlen (words[i]);
          if ((i == n_words - 1 ? length >= wanted : length == wanted) &&
              memcmp (text, words[i], wanted) == 0)
            found |= 1u << i;
        }
      text += length + (text[length] != '\0');
    }
  return found == (1u << n_words) - 1;
}

/* Those whose name begins with it first, by name, then the newest. */
static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *x = a;
  const Match *y = b;

  if ((x->name != NULL) != (y->name != NULL))
    return x->name != NULL ? -1 : 1;
  if (x->name != NULL && strcmp (x->name, y->name) != 0)
    return strcmp (x->name, y->name);
  if (x->second != y->second)
    return x->second > y->second ? -1 : 1;
  return x->name != NULL ? (x->record > y->record) - (x->record < y->record)
                         : (x->record < y->record) - (x->record > y->record);
}

static void
look_at_row (sqlite3_stmt *row, DiapasonFindGroup group, char **queries, GArray **matches)
{
  const char *text = (const char *) sqlite3_column_text (row, 3);
  g_autofree char *folded = group == DIAPASON_FIND_CUSTOMER ? diapason_text_fold (text) : NULL;

  for (guint i = 0; queries[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (queries[i], " ", -1);
      Match match = { .id = sqlite3_column_int64 (row, 0),
                      .second = sqlite3_column_int64 (row, 1),
                      .record = sqlite3_column_int64 (row, 2) };
      /* One letter finds names only. */
      if (group != DIAPASON_FIND_CUSTOMER && queries[i][1] == '\0')
        continue;
      if (!has_words (folded != NULL ? folded : text, words, g_strv_length (words)))
        continue;
      if (folded != NULL && g_str_has_prefix (folded, queries[i]))
        match.name = diapason_text_fold ((const char *) sqlite3_column_text (row, 4));
      g_array_append_val (matches[i], match);
    }
}

/* One hit an id, at most @limit. Returns: (transfer full) the hits as "group:id", a line each. */
static void
print_matches (GString *lines, DiapasonFindGroup group, GArray *matches, guint limit)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len && g_hash_table_size (seen) < limit; i++)
    {
      Match *match = &g_array_index (matches, Match, i);
      if (g_hash_table_add (seen, &match->id))
        g_string_append_printf (lines, "%d:%" G_GINT64_FORMAT "\n", (int) group, match->id);
    }
}

static void
search_group (BenchRaw *raw, DiapasonFindGroup group, char **queries, guint limit, GString **lines)
{
  guint n = g_strv_length (queries);
  guint statement = bench_raw_prepare (raw, texts[group]);
  sqlite3_stmt *rows = g_ptr_array_index (raw->statements, statement);
  g_autofree GArray **matches = g_new0 (GArray *, n);

  for (guint i = 0; i < n; i++)
    {
      matches[i] = g_array_new (FALSE, FALSE, sizeof (Match));
      g_array_set_clear_func (matches[i], match_clear);
    }
  while (sqlite3_step (rows) == SQLITE_ROW)
    look_at_row (rows, group, queries, matches);
  sqlite3_reset (rows);
  for (guint i = 0; i < n; i++)
    {
      print_matches (lines[i], group, matches[i], limit);
      g_array_unref (matches[i]);
    }
}

/* Returns: (transfer full). */
static char *
find (DiapasonDatabase *database, const char *query, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits =
      diapason_find_within (database, query, limit, PATIENCE, NULL, &error);
  GString *lines = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const DiapasonFindHit *hit = g_ptr_array_index (hits, i);
      g_string_append_printf (lines, "%d:%" G_GINT64_FORMAT "\n", (int) hit->group,
                              hit->group == DIAPASON_FIND_CUSTOMER ? hit->person : hit->id);
    }
  return g_string_free (lines, FALSE);
}

guint
bench_plain_compare (BenchRaw *raw, DiapasonDatabase *database, char **queries, guint limit)
{
  guint n = g_strv_length (queries);
  g_autofree GString **lines = g_new0 (GString *, n);
  guint same = 0;

  for (guint i = 0; i < n; i++)
    lines[i] = g_string_new (NULL);
  for (guint group = 0; group < DIAPASON_N_FIND_GROUPS; group++)
    search_group (raw, group, queries, limit, lines);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *plain = g_string_free (lines[i], FALSE);
      g_autofree char *found = find (database, queries[i], limit);
      if (g_str_equal (plain, found))
        same++;
      else
        g_printerr ("'%s' finds\n%srather than\n%s", queries[i], found, plain);
    }
  return same;
}
