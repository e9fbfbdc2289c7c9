/* text-template.c: see text-template.h. */
#include "text-template.h"

#define NAME_BYTES "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_^.[]-"

struct _DiapasonTemplate
{
  GPtrArray *literals; /* (owned) of char*: one more than names: before, between, after */
  GPtrArray *names;    /* (owned) of char*, NULL-terminated */
};

/* The length of "{name}" at @text, or 0 when something else stands there. */
static gsize
placeholder_length (const char *text)
{
  if (*text != '{' || !(g_ascii_isalpha (text[1]) || (text[1] != '\0' && strchr ("_^.", text[1]))))
    return 0;
  gsize length = 1 + strspn (text + 1, NAME_BYTES);
  return text[length] == '}' ? length + 1 : 0;
}

DiapasonTemplate *
diapason_template_new (const char *text)
{
  DiapasonTemplate *template = g_new (DiapasonTemplate, 1);
  const char *from = text;

  template->literals = g_ptr_array_new_with_free_func (g_free);
  template->names = g_ptr_array_new_with_free_func (g_free);
  for (const char *p = text; *p != '\0';)
    {
      gsize length = placeholder_length (p);
      if (length > 0)
        {
          g_ptr_array_add (template->literals, g_strndup (from, p - from));
          g_ptr_array_add (template->names, g_strndup (p + 1, length - 2));
          from = p + length;
        }
      p += MAX (length, 1);
    }
  g_ptr_array_add (template->literals, g_strdup (from));
  g_ptr_array_add (template->names, NULL);
  return template;
}

void
diapason_template_free (DiapasonTemplate *template)
{
  g_ptr_array_unref (template->literals);
  g_ptr_array_unref (template->names);
  g_free (template);
}

const char *const *
diapason_template_names (DiapasonTemplate *template)
{
  return (const char *const *) template->names->pdata;
}

char *
diapason_template_expand (DiapasonTemplate *template, DiapasonTemplateFunc func, gpointer data)
{
  g_autoptr (GString) out = g_string_new (g_ptr_array_index (template->literals, 0));

  for (guint i = 0; i + 1 < template->names->len; i++)
    {
      g_autofree char *value = func (i, g_ptr_array_index (template->names, i), data);
      if (value == NULL)
        return NULL;
      g_string_append (out, value);
      g_string_append (out, g_ptr_array_index (template->literals, i + 1));
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
