/* policy-identity.c: "identity.json". Thread: any. */
#include <glib/gi18n-lib.h>

#include "policy-read.h"

#define HIGHEST (DIAPASON_N_LEVELS - 1)

void
diapason_identity_clear (gpointer data)
{
  DiapasonIdentity *identity = data;

  for (guint level = 0; level < DIAPASON_N_LEVELS; level++)
    g_clear_pointer (&identity->levels[level].ask, g_array_unref);
}

static void
read_level (DiapasonShape *shape, DiapasonJsonValue *object, gpointer out)
{
  static const char *const members[] = { "level", "ask", "needs", NULL };
  DiapasonIdentity *identity = out;

  if (!diapason_shape_object (shape, object, members))
    return;
  gint64 number = diapason_shape_integer (shape, object, "level", 0, 1, HIGHEST);
  g_autoptr (GArray) ask =
      diapason_policy_read_words (shape, object, "ask", TRUE, diapason_check_words);
  gint64 needs = diapason_shape_integer (shape, object, "needs", 0, 1, MAX (ask->len, 1));
  DiapasonIdentityLevel *level = &identity->levels[CLAMP (number, 1, HIGHEST)];

  if (number == 0 || level->needs > 0)
    diapason_shape_complain (shape, object, "level",
                             _("each level from 1 to %d is to be here once."), HIGHEST);
  if (needs == 0)
    diapason_shape_complain (shape, object, "needs",
                             _("how many of these checks have to fit is missing here."));
  if (shape->complaint != NULL)
    return;
  g_array_unref (level->ask);
  level->ask = g_steal_pointer (&ask);
  level->needs = (guint) needs;
}

/* Each level is there, and none is easier than the one below. */
static void
check_levels (DiapasonShape *shape, DiapasonJsonValue *root, const DiapasonIdentity *identity)
{
  for (guint level = 1; level < DIAPASON_N_LEVELS; level++)
    if (identity->levels[level].needs == 0)
      diapason_shape_complain (shape, root, "levels",
                               _("each level from 1 to %d is to be here once."), HIGHEST);
    else if (identity->levels[level].needs < identity->levels[level - 1].needs)
      diapason_shape_complain (shape, root, "levels",
                               _("a level needs no fewer checks than the one below it."));
}

static void
read_acts (DiapasonShape *shape, DiapasonJsonValue *root, DiapasonIdentity *identity)
{
  g_autoptr (DiapasonJsonValue) acts = diapason_shape_member (shape, root, "acts", TRUE);

  if (acts == NULL || !diapason_shape_object (shape, acts, diapason_act_words))
    return;
  for (guint act = 0; act < DIAPASON_N_ACTS; act++)
    {
      const char *name = diapason_act_words[act];

      identity->acts[act] =
          (guint8) diapason_shape_integer (shape, acts, name, HIGHEST, 0, HIGHEST);
      if (identity->acts[act] == 0 && diapason_act_says (act))
        diapason_shape_complain (
            shape, acts, name,
            _("nothing about a person is said before anything was asked: a "
              "number can be shared or forged. This needs at least level 1."));
    }
}

void
diapason_identity_read (DiapasonShape *shape, DiapasonJsonValue *root, gpointer out)
{
  static const char *const members[] = { "format", "version", "levels", "acts", NULL };
  DiapasonIdentity *identity = out;

  for (guint level = 0; level < DIAPASON_N_LEVELS; level++)
    identity->levels[level].ask = g_array_new (FALSE, FALSE, sizeof (DiapasonCheck));
  if (!diapason_shape_object (shape, root, members))
    return;
  diapason_policy_read_each (shape, root, "levels", read_level, identity);
  check_levels (shape, root, identity);
  read_acts (shape, root, identity);
}

static guint
count_fitting (const GArray *ask, guint fitting)
{
  guint count = 0;

  for (guint i = 0; i < ask->len; i++)
    count += (fitting >> g_array_index (ask, DiapasonCheck, i)) & 1;
  return count;
}

guint
diapason_policy_level (const DiapasonPolicy *policy, guint fitting)
{
  const DiapasonIdentityLevel *levels = policy->identity.levels;
  guint level = 0;

  while (level < HIGHEST &&
         count_fitting (levels[level + 1].ask, fitting) >= levels[level + 1].needs)
    level++;
  return level;
}
