/* policy-challenges.c: "challenges.json". Thread: any. */
#include <glib/gi18n-lib.h>

#include "policy-read.h"

#define MOST_POINTS 100

static void
challenge_free (gpointer data)
{
  DiapasonChallenge *challenge = data;

  g_free (challenge->id);
  diapason_policy_text_clear (&challenge->label);
  g_array_unref (challenge->weights);
  g_free (challenge);
}

void
diapason_challenges_clear (gpointer data)
{
  DiapasonChallenges *challenges = data;

  g_clear_pointer (&challenges->all, g_ptr_array_unref);
}

/* "waits": {"a_day": 2, "at_most": 14} */
static void
read_waits (DiapasonShape *shape, DiapasonJsonValue *points, DiapasonWeight *weight)
{
  static const char *const members[] = { "a_day", "at_most", NULL };
  g_autoptr (DiapasonJsonValue) waits = diapason_shape_member (shape, points, "waits", TRUE);

  if (waits == NULL || !diapason_shape_object (shape, waits, members))
    return;
  weight->points = (int) diapason_shape_integer (shape, waits, "a_day", 0, 1, MOST_POINTS);
  weight->at_most = (int) diapason_shape_integer (shape, waits, "at_most", 0, 1, MOST_POINTS);
  if (weight->points == 0 || weight->at_most < weight->points)
    diapason_shape_complain (shape, waits, NULL,
                             _("points “a_day” are needed here, and no fewer “at_most”."));
}

static void
read_points (DiapasonShape *shape, DiapasonJsonValue *object, GArray *weights)
{
  g_autoptr (DiapasonJsonValue) points = diapason_shape_member (shape, object, "points", TRUE);

  if (points == NULL || !diapason_shape_object (shape, points, diapason_fact_words))
    return;
  if (diapason_json_value_length (points) == 0)
    diapason_shape_complain (shape, points, NULL, _("at least one fact has to give points."));
  for (guint fact = 0; shape->complaint == NULL && fact < DIAPASON_N_FACTS; fact++)
    {
      const char *name = diapason_fact_words[fact];
      g_autoptr (DiapasonJsonValue) given = diapason_json_value_member (points, name);
      DiapasonWeight weight = { .fact = (DiapasonFact) fact };

      if (given == NULL)
        continue;
      if (fact == DIAPASON_FACT_WAITS)
        read_waits (shape, points, &weight);
      else
        weight.points = (int) diapason_shape_integer (shape, points, name, 0, 1, MOST_POINTS);
      g_array_append_val (weights, weight);
    }
}

static void
read_challenge (DiapasonShape *shape, DiapasonJsonValue *object, gpointer out)
{
  static const char *const members[] = { "id", "label", "points", NULL };
  DiapasonChallenges *challenges = out;

  if (!diapason_shape_object (shape, object, members))
    return;

  DiapasonChallenge *challenge = g_new0 (DiapasonChallenge, 1);
  challenge->weights = g_array_new (FALSE, FALSE, sizeof (DiapasonWeight));
  challenge->id = diapason_policy_read_id (shape, object);
  for (guint i = 0; i < challenges->all->len; i++)
    {
      const DiapasonChallenge *other = g_ptr_array_index (challenges->all, i);

      if (g_strcmp0 (other->id, challenge->id) == 0)
        diapason_shape_complain (shape, object, "id", _("“%s” is here twice."), challenge->id);
    }
  diapason_policy_read_label (shape, object, &challenge->label);
  read_points (shape, object, challenge->weights);
  g_ptr_array_add (challenges->all, challenge);
}

void
diapason_challenges_read (DiapasonShape *shape, DiapasonJsonValue *root, gpointer out)
{
  static const char *const members[] = { "format", "version", "challenges", NULL };
  DiapasonChallenges *challenges = out;

  challenges->all = g_ptr_array_new_with_free_func (challenge_free);
  if (diapason_shape_object (shape, root, members))
    diapason_policy_read_each (shape, root, "challenges", read_challenge, challenges);
}

const DiapasonChallenge *
diapason_policy_challenge (const DiapasonPolicy *policy, const char *id)
{
  const GPtrArray *all = policy->challenges.all;

  for (guint i = 0; i < all->len; i++)
    {
      const DiapasonChallenge *challenge = g_ptr_array_index (all, i);

      if (g_strcmp0 (challenge->id, id) == 0)
        return challenge;
    }
  return g_ptr_array_index (all, 0);
}
