/* policy-clock.c: refusing what would make time or cost a target. Thread: any.
 *
 * Time and cost may be measured and looked at, but nobody is held to them: an adviser who is
 * measured by the clock cannot listen. No policy has a member for that, so this only finds the
 * better sentence for what would be refused as unknown.
 */
#include <glib/gi18n-lib.h>

#include "policy-read.h"

/* Words of what is not to be held to a figure, ... */
static const char *const clock_words[] = {
  "acw",       "adherence", "aht",         "break",        "breaks",  "budget",   "clock",
  "cost",      "costs",     "duration",    "durations",    "expense", "expenses", "handle",
  "handling",  "hold",      "holding",     "hours",        "idle",    "length",   "minutes",
  "occupancy", "pause",     "pauses",      "productivity", "seconds", "speed",    "talk",
  "time",      "times",     "utilisation", "utilization",  "wrap",    "wrapup",   NULL,
};

/* ... and of what holds somebody to one. */
static const char *const holding_words[] = {
  "alarm", "alert", "amber",  "color",   "colors",    "colour",     "colours", "goal",      "goals",
  "green", "limit", "limits", "max",     "maximum",   "min",        "minimum", "objective", "quota",
  "red",   "sla",   "target", "targets", "threshold", "thresholds", NULL,
};

/* The words of "wrapUp-time": wrap, up, time. */
static char **
split (const char *name)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    {
      if (p > name && g_ascii_isupper (*p) && g_ascii_islower (p[-1]))
        g_string_append_c (words, ' ');
      g_string_append_c (words, (char) (g_ascii_isalpha (*p) ? g_ascii_tolower (*p) : ' '));
    }
  return g_strsplit (words->str, " ", -1);
}

static gboolean
has_word (const char *name, const char *const *among)
{
  g_auto (GStrv) words = split (name);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && g_strv_contains (among, words[i]))
      return TRUE;
  return FALSE;
}

/* Whether a name or a text anywhere in @value is one of time or cost. */
static gboolean
tells_the_clock (DiapasonJsonValue *value)
{
  g_auto (GStrv) names = diapason_json_value_names (value);
  g_autofree char *text = diapason_json_value_type (value) == DIAPASON_JSON_STRING
                              ? diapason_json_value_to_string (value)
                              : NULL;

  if (text != NULL)
    return has_word (text, clock_words);
  for (guint i = 0; i < diapason_json_value_length (value); i++)
    {
      g_autoptr (DiapasonJsonValue) inner = names[0] == NULL
                                                ? diapason_json_value_element (value, i)
                                                : diapason_json_value_member (value, names[i]);

      if ((names[0] != NULL && has_word (names[i], clock_words)) || tells_the_clock (inner))
        return TRUE;
    }
  return FALSE;
}

static void
check_member (DiapasonShape *shape, DiapasonJsonValue *object, const char *name)
{
  if (has_word (name, clock_words) || (has_word (name, holding_words) && tells_the_clock (object)))
    diapason_shape_complain (
        shape, object, name,
        _("time and cost are never a target here, so there is no target, limit or colour on "
          "handling, hold, wrap-up, idle or break time or on cost: who is held to the clock "
          "cannot "
          "listen. Take this out. That a customer waits counts by “waits”."));
}

void
diapason_policy_refuse_clock (DiapasonShape *shape, DiapasonJsonValue *value)
{
  g_auto (GStrv) names = diapason_json_value_names (value);

  for (guint i = 0; i < diapason_json_value_length (value); i++)
    {
      g_autoptr (DiapasonJsonValue) inner = names[0] == NULL
                                                ? diapason_json_value_element (value, i)
                                                : diapason_json_value_member (value, names[i]);

      if (names[0] != NULL)
        check_member (shape, value, names[i]);
      diapason_policy_refuse_clock (shape, inner);
    }
}
