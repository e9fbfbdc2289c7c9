/* verb-find.c: `diapason find WORDS`. Reads beside a running program. See verbs.h. */
#include "verbs.h"

#include <glib/gi18n.h>

#include "dates.h"
#include "find-read.h"
#include "json-value.h"
#include "verbs-private.h"

#define HITS_A_GROUP 20
#define PATIENCE     (10 * 1000) /* milliseconds: nobody types on */

typedef struct
{
  const char *words;
} Query;

static const char *const group_names[DIAPASON_N_FIND_GROUPS] = { "customer", "interaction",
                                                                 "message", "verbatim", "article" };

static gpointer
find_in_reader (DiapasonDatabase *database, gpointer data, GError **error)
{
  const Query *query = data;

  return diapason_find_within (database, query->words, HITS_A_GROUP, PATIENCE, NULL, error);
}

/* Returns: (transfer full). An answer to a survey has no title: its score stands for it. */
static char *
hit_title (const DiapasonFindHit *hit)
{
  const char *title = hit->title;

  if (hit->group != DIAPASON_FIND_VERBATIM)
    return g_strdup (title != NULL ? title : _("Name unknown"));
  if (title == NULL)
    title = hit->anonymous ? _("anonymous") : "";
  if (!hit->score.known)
    return g_strdup (title);
  return g_strdup_printf ("%s%s%d/%d", title, *title != '\0' ? " · " : "", (int) hit->score.score,
                          (int) hit->score.scale);
}

static void
print_hit (const DiapasonFindHit *hit)
{
  g_autofree char *title = hit_title (hit);
  g_autofree char *at =
      hit->at != 0 ? diapason_date_format_as (hit->at, "%Y-%m-%d %H:%M", NULL) : NULL;

  g_print ("%-11s  %-16s  ", group_names[hit->group], at != NULL ? at : "");
  diapason_verb_print (title, 60);
  g_print ("  ");
  if (hit->who != NULL)
    {
      diapason_verb_print (hit->who, 60);
      g_print ("  ");
    }
  diapason_verb_print (hit->detail, 100);
  g_print ("  [");
  diapason_verb_print (hit->origin.source, 60);
  g_print (":");
  diapason_verb_print (hit->origin.remote_id, 60);
  g_print ("]\n");
}

static void
print_hits_json (GPtrArray *hits)
{
  g_autoptr (DiapasonJsonWriter) writer = diapason_json_writer_new (TRUE);

  diapason_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < hits->len; i++)
    {
      const DiapasonFindHit *hit = g_ptr_array_index (hits, i);

      diapason_json_writer_begin_object (writer, NULL);
      diapason_json_writer_string (writer, "group", group_names[hit->group]);
      diapason_json_writer_string (writer, "who", hit->who);
      diapason_json_writer_string (writer, "title", hit->title);
      diapason_json_writer_string (writer, "detail", hit->detail);
      diapason_verb_write_time (writer, "at", hit->at);
      if (hit->group == DIAPASON_FIND_VERBATIM)
        {
          diapason_json_writer_boolean (writer, "anonymous", hit->anonymous);
          diapason_verb_write_score (writer, &hit->score);
        }
      diapason_verb_write_origin (writer, &hit->origin);
      diapason_json_writer_end_object (writer);
    }
  diapason_json_writer_end_array (writer);
  diapason_verb_print_json (writer);
}

int
diapason_verb_find (const DiapasonVerbOptions *options, const char *words)
{
  Query query = { .words = words };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  hits = diapason_verb_read (options, DIAPASON_LANE_LIST, find_in_reader, &query,
                             (GDestroyNotify) g_ptr_array_unref, &error);
  if (hits == NULL)
    return diapason_verb_fail (error);
  if (options->json)
    print_hits_json (hits);
  else
    for (guint i = 0; i < hits->len; i++)
      print_hit (g_ptr_array_index (hits, i));
  if (hits->len == 0 && !options->json)
    diapason_verb_complain (_("Nothing fits."));
  return diapason_verb_end (hits->len > 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}
