/* policy-read.c: what the files of a policy have in common. Thread: any. */
#include "policy-read.h"

#include <glib/gi18n-lib.h>

char *
diapason_policy_read_id (DiapasonShape *shape, DiapasonJsonValue *object)
{
  g_autofree char *id = diapason_shape_text (shape, object, "id", TRUE);

  if (id != NULL && !g_regex_match_simple ("^[a-z][a-z0-9_-]*$", id, 0, 0))
    diapason_shape_complain (shape, object, "id",
                             _("“%s” is no name: it is made of small letters, digits, _ and -."),
                             id);
  return g_steal_pointer (&id);
}

void
diapason_policy_text_clear (DiapasonPolicyText *text)
{
  g_clear_pointer (&text->en, g_free);
  g_clear_pointer (&text->fr, g_free);
  g_clear_pointer (&text->it, g_free);
}

void
diapason_policy_read_text (DiapasonShape *shape,
                           DiapasonJsonValue *object,
                           const char *name,
                           DiapasonPolicyText *text)
{
  static const char *const languages[] = { "en", "fr", "it", NULL };
  g_autoptr (DiapasonJsonValue) texts = diapason_shape_member (shape, object, name, TRUE);

  if (texts == NULL || !diapason_shape_object (shape, texts, languages))
    return;
  text->en = diapason_shape_text (shape, texts, "en", TRUE);
  text->fr = diapason_shape_text (shape, texts, "fr", FALSE);
  text->it = diapason_shape_text (shape, texts, "it", FALSE);
}

void
diapason_policy_read_label (DiapasonShape *shape,
                            DiapasonJsonValue *object,
                            DiapasonPolicyText *text)
{
  diapason_policy_read_text (shape, object, "label", text);
}

const char *
diapason_policy_text_in (const DiapasonPolicyText *text, const char *const *languages)
{
  for (; *languages != NULL; languages++)
    {
      if (g_str_equal (*languages, "fr") && text->fr != NULL)
        return text->fr;
      if (g_str_equal (*languages, "it") && text->it != NULL)
        return text->it;
      if (g_str_equal (*languages, "en"))
        return text->en;
    }
  return text->en;
}

void
diapason_policy_read_each (DiapasonShape *shape,
                           DiapasonJsonValue *object,
                           const char *name,
                           DiapasonPolicyReadFunc read,
                           gpointer out)
{
  g_autoptr (DiapasonJsonValue) list = diapason_shape_array (shape, object, name, TRUE);

  if (list == NULL)
    return;
  if (diapason_json_value_length (list) == 0)
    diapason_shape_complain (shape, list, NULL, _("this list may not be empty."));
  for (guint i = 0; shape->complaint == NULL && i < diapason_json_value_length (list); i++)
    {
      g_autoptr (DiapasonJsonValue) element = diapason_json_value_element (list, i);

      read (shape, element, out);
    }
}

typedef struct
{
  GArray *places; /* (borrowed) of guint */
  const char *const *known;
} Words;

static void
read_word (DiapasonShape *shape, DiapasonJsonValue *element, gpointer out)
{
  Words *words = out;
  g_autofree char *word = diapason_json_value_to_string (element);

  for (guint i = 0; word != NULL && words->known[i] != NULL; i++)
    if (g_str_equal (words->known[i], word))
      {
        for (guint j = 0; j < words->places->len; j++)
          if (g_array_index (words->places, guint, j) == i)
            diapason_shape_complain (shape, element, NULL, _("“%s” is here twice."), word);
        g_array_append_val (words->places, i);
        return;
      }

  g_autofree char *all = g_strjoinv (", ", (char **) words->known);
  diapason_shape_complain (shape, element, NULL, _("one of these words is expected here: %s."),
                           all);
}

GArray *
diapason_policy_read_words (DiapasonShape *shape,
                            DiapasonJsonValue *object,
                            const char *name,
                            gboolean required,
                            const char *const *known)
{
  g_autoptr (DiapasonJsonValue) there = diapason_json_value_member (object, name);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  if (there == NULL && !required)
    return NULL;
  diapason_policy_read_each (shape, object, name, read_word, &(Words){ places, known });
  return g_steal_pointer (&places);
}
