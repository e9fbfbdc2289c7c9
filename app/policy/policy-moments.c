/* policy-moments.c: "moments.json". Thread: any. */
#include <glib/gi18n-lib.h>

#include "entity.h"
#include "policy-read.h"
#include "text.h"

static void
moment_free (gpointer data)
{
  DiapasonMoment *moment = data;

  g_free (moment->id);
  diapason_policy_text_clear (&moment->label);
  g_free (moment);
}

static void
rule_clear (gpointer data)
{
  DiapasonMomentRule *rule = data;

  g_strfreev (rule->channels);
  g_strfreev (rule->reasons);
  g_free (rule->direction);
}

void
diapason_moments_clear (gpointer data)
{
  DiapasonMoments *moments = data;

  g_clear_pointer (&moments->all, g_ptr_array_unref);
  g_clear_pointer (&moments->rules, g_array_unref);
}

static int
find_moment (const DiapasonMoments *moments, const char *id)
{
  for (guint i = 0; i < moments->all->len; i++)
    {
      const DiapasonMoment *moment = g_ptr_array_index (moments->all, i);

      if (g_strcmp0 (moment->id, id) == 0)
        return (int) i;
    }
  return -1;
}

static void
read_moment (DiapasonShape *shape, DiapasonJsonValue *object, gpointer out)
{
  static const char *const members[] = { "id", "label", NULL };
  DiapasonMoments *moments = out;

  if (!diapason_shape_object (shape, object, members))
    return;

  DiapasonMoment *moment = g_new0 (DiapasonMoment, 1);
  moment->id = diapason_policy_read_id (shape, object);
  if (find_moment (moments, moment->id) >= 0)
    diapason_shape_complain (shape, object, "id", _("“%s” is here twice."), moment->id);
  diapason_policy_read_label (shape, object, &moment->label);
  g_ptr_array_add (moments->all, moment);
}

/* The words that the column @name of an interaction may hold. */
static const char *const *
words_of (const char *name)
{
  const DiapasonEntityInfo *info = diapason_entity_info (DIAPASON_ENTITY_INTERACTION);

  return info->columns[diapason_entity_info_column (info, name)].words;
}

static void
read_channels (DiapasonShape *shape, DiapasonJsonValue *object, DiapasonMomentRule *rule)
{
  const char *const *known = words_of ("channel");
  g_autoptr (GArray) places = diapason_policy_read_words (shape, object, "channels", FALSE, known);
  g_autoptr (GStrvBuilder) channels = g_strv_builder_new ();

  if (places == NULL)
    return;
  for (guint i = 0; i < places->len; i++)
    g_strv_builder_add (channels, known[g_array_index (places, guint, i)]);
  rule->channels = g_strv_builder_end (channels);
}

static void
read_reason (DiapasonShape *shape, DiapasonJsonValue *element, gpointer out)
{
  g_autofree char *text = diapason_json_value_to_string (element);
  g_autofree char *folded = diapason_text_fold (text);

  if (diapason_json_value_type (element) != DIAPASON_JSON_STRING || *folded == '\0')
    diapason_shape_complain (
        shape, element, NULL,
        _("a reason is expected here, as the source of the contacts has it."));
  g_strv_builder_add (out, folded);
}

static void
read_reasons (DiapasonShape *shape, DiapasonJsonValue *object, DiapasonMomentRule *rule)
{
  g_autoptr (DiapasonJsonValue) there = diapason_json_value_member (object, "reasons");
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();

  rule->no_reason = diapason_shape_flag (shape, object, "no_reason", FALSE);
  if (there == NULL)
    return;
  if (rule->no_reason)
    diapason_shape_complain (shape, there, NULL,
                             _("“reasons” and “no_reason” rule each other out."));
  diapason_policy_read_each (shape, object, "reasons", read_reason, reasons);
  rule->reasons = g_strv_builder_end (reasons);
}

static void
read_moment_of_rule (DiapasonShape *shape,
                     DiapasonJsonValue *object,
                     const DiapasonMoments *moments,
                     DiapasonMomentRule *rule)
{
  g_autofree char *id = diapason_shape_text (shape, object, "moment", TRUE);
  int moment = find_moment (moments, id);

  if (id != NULL && moment < 0)
    diapason_shape_complain (shape, object, "moment", _("there is no moment “%s” above."), id);
  rule->moment = (guint) MAX (moment, 0);
}

static void
read_rule (DiapasonShape *shape, DiapasonJsonValue *object, gpointer out)
{
  static const char *const members[] = { "moment",    "events",    "channels", "reasons",
                                         "no_reason", "direction", NULL };
  DiapasonMoments *moments = out;
  DiapasonMomentRule rule = { 0 };

  if (!diapason_shape_object (shape, object, members))
    return;
  read_moment_of_rule (shape, object, moments, &rule);
  g_autoptr (GArray) events =
      diapason_policy_read_words (shape, object, "events", TRUE, diapason_event_words);
  for (guint i = 0; i < events->len; i++)
    rule.events |= 1u << g_array_index (events, guint, i);
  read_channels (shape, object, &rule);
  read_reasons (shape, object, &rule);
  rule.direction = diapason_shape_text (shape, object, "direction", FALSE);
  if (rule.direction != NULL && !g_strv_contains (words_of ("direction"), rule.direction))
    diapason_shape_complain (shape, object, "direction",
                             _("one of these words is expected here: %s."), "in, out");
  g_array_append_val (moments->rules, rule);
}

void
diapason_moments_read (DiapasonShape *shape, DiapasonJsonValue *root, gpointer out)
{
  static const char *const members[] = { "format", "version", "moments", "rules", NULL };
  DiapasonMoments *moments = out;

  moments->all = g_ptr_array_new_with_free_func (moment_free);
  moments->rules = g_array_new (FALSE, FALSE, sizeof (DiapasonMomentRule));
  g_array_set_clear_func (moments->rules, rule_clear);
  if (!diapason_shape_object (shape, root, members))
    return;
  diapason_policy_read_each (shape, root, "moments", read_moment, moments);
  diapason_policy_read_each (shape, root, "rules", read_rule, moments);
}
