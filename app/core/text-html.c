/* text-html.c: the plain text of an HTML fragment. Pure functions, any thread.
 *
 * No parser of documents: one pass that drops tags and keeps the order of the words. Whatever comes
 * in, what goes out is text; nobody may take it for markup again.
 */
#include "text.h"

#include <string.h>

#define MAX_NAME 16 /* longer names are of no tag and no entity that we know */

typedef struct
{
  const char *p;
  GString *out;
  gboolean space; /* white space waits for the next word */
  guint preformatted;
} Reader;

static const char *const block_tags[] = {
  "address",  "article", "aside",  "blockquote", "body", "center", "dd", "div", "dl",  "dt",
  "fieldset", "figure",  "footer", "form",       "h1",   "h2",     "h3", "h4",  "h5",  "h6",
  "header",   "hr",      "html",   "li",         "main", "nav",    "ol", "p",   "pre", "section",
  "table",    "tbody",   "tfoot",  "thead",      "tr",   "ul",     NULL
};

static const char *const skipped_tags[] = { "head", "script", "style", "template", "title", NULL };

/* The names of U+00A0…U+00FF in order. */
static const char *const latin_entities[] = {
  "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
  "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
  "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
  "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
  "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
  "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
  "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
  "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
  "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
  "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml",
};

static const struct
{
  const char *name;
  gunichar c;
} entities[] = {
  { "amp", '&' },       { "lt", '<' },        { "gt", '>' },       { "quot", '"' },
  { "apos", '\'' },     { "OElig", 0x152 },   { "oelig", 0x153 },  { "Scaron", 0x160 },
  { "scaron", 0x161 },  { "Yuml", 0x178 },    { "fnof", 0x192 },   { "circ", 0x2c6 },
  { "tilde", 0x2dc },   { "ensp", 0x2002 },   { "emsp", 0x2003 },  { "thinsp", 0x2009 },
  { "zwnj", 0x200c },   { "zwj", 0x200d },    { "lrm", 0x200e },   { "rlm", 0x200f },
  { "ndash", 0x2013 },  { "mdash", 0x2014 },  { "lsquo", 0x2018 }, { "rsquo", 0x2019 },
  { "sbquo", 0x201a },  { "ldquo", 0x201c },  { "rdquo", 0x201d }, { "bdquo", 0x201e },
  { "dagger", 0x2020 }, { "Dagger", 0x2021 }, { "bull", 0x2022 },  { "hellip", 0x2026 },
  { "permil", 0x2030 }, { "prime", 0x2032 },  { "Prime", 0x2033 }, { "lsaquo", 0x2039 },
  { "rsaquo", 0x203a }, { "euro", 0x20ac },   { "trade", 0x2122 }, { "larr", 0x2190 },
  { "uarr", 0x2191 },   { "rarr", 0x2192 },   { "darr", 0x2193 },  { "harr", 0x2194 },
  { "minus", 0x2212 },  { "infin", 0x221e },  { "ne", 0x2260 },    { "le", 0x2264 },
  { "ge", 0x2265 },     { "check", 0x2713 },
};

/* What &#128;…&#159; are meant for: Windows-1252. */
static const gunichar windows_1252[] = {
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

static gunichar
character_of_number (guint64 number)
{
  if (number >= 128 && number < 128 + G_N_ELEMENTS (windows_1252))
    return windows_1252[number - 128];
  if (number == 0 || number > 0x10ffff || !g_unichar_validate (number))
    return 0xfffd;
  return number;
}

/* Returns 0 when it knows no such name. */
static gunichar
character_of_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strcmp (entities[i].name, name) == 0)
      return entities[i].c;
  for (guint i = 0; i < G_N_ELEMENTS (latin_entities); i++)
    if (strcmp (latin_entities[i], name) == 0)
      return 0xa0 + i;
  return 0;
}

/* Copies letters and digits at @p into @name, at most MAX_NAME. Returns what follows them. */
static const char *
read_name (const char *p, char name[MAX_NAME + 1])
{
  gsize length = 0;
  for (; g_ascii_isalnum (*p); p++)
    if (length < MAX_NAME)
      name[length++] = *p;
  name[length] = '\0';
  return p;
}

/* Reads the entity at reader->p ("&…"). Returns 0, and stays, when it is none. */
static gunichar
read_entity (Reader *reader)
{
  const char *p = reader->p + 1;
  char name[MAX_NAME + 1];
  gunichar c = 0;

  if (*p == '#')
    {
      gboolean hex = p[1] == 'x' || p[1] == 'X';
      const char *digits = p + (hex ? 2 : 1);
      if (!(hex ? g_ascii_isxdigit (*digits) : g_ascii_isdigit (*digits)))
        return 0;
      c = character_of_number (g_ascii_strtoull (digits, (char **) &p, hex ? 16 : 10));
    }
  else
    {
      p = read_name (p, name);
      if (*p != ';' || (c = character_of_name (name)) == 0)
        return 0;
    }
  reader->p = *p == ';' ? p + 1 : p;
  return c;
}

static void
drop_trailing_spaces (GString *out)
{
  while (out->len > 0 && (out->str[out->len - 1] == ' ' || out->str[out->len - 1] == '\t'))
    g_string_truncate (out, out->len - 1);
}

static void
break_line (Reader *reader)
{
  reader->space = FALSE;
  drop_trailing_spaces (reader->out);
  if (reader->out->len > 0)
    g_string_append_c (reader->out, '\n');
}

static void
end_block (Reader *reader)
{
  if (!g_str_has_suffix (reader->out->str, "\n"))
    break_line (reader);
  reader->space = FALSE;
}

static void
append_character (Reader *reader, gunichar c)
{
  GString *out = reader->out;

  if (reader->preformatted == 0 && g_unichar_isspace (c) && c != 0xa0)
    {
      reader->space = TRUE;
      return;
    }
  if (reader->space && out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ' ');
  reader->space = FALSE;
  g_string_append_unichar (out, c);
}

/* After the '>' that ends a tag; quoted attributes may hold others. */
static const char *
skip_tag (const char *p)
{
  char quote = '\0';
  for (; *p != '\0'; p++)
    if (quote != '\0')
      quote = *p == quote ? '\0' : quote;
    else if (*p == '>')
      return p + 1;
    else if ((*p == '"' || *p == '\'') && p[-1] == '=')
      quote = *p;
  return p;
}

/* After the element that @name's start tag has just opened, without its content. */
static const char *
skip_element (const char *p, const char *name)
{
  gsize length = strlen (name);
  for (p = strstr (p, "</"); p != NULL; p = strstr (p, "</"))
    {
      p += 2;
      if (g_ascii_strncasecmp (p, name, length) == 0 && !g_ascii_isalnum (p[length]))
        return skip_tag (p);
    }
  return NULL;
}

static const char *
skip_to (const char *p, const char *mark)
{
  const char *at = strstr (p, mark);
  return at != NULL ? at + strlen (mark) : p + strlen (p);
}

static void
apply_tag (Reader *reader, const char *name, gboolean opens)
{
  if (strcmp (name, "br") == 0)
    break_line (reader);
  else if (g_strv_contains (block_tags, name))
    end_block (reader);
  else if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0)
    reader->space = TRUE;
  if (strcmp (name, "pre") == 0)
    reader->preformatted = opens;
}

/* Reads the tag at reader->p ("<…"). Returns FALSE, and stays, when it is a plain "<". */
static gboolean
read_tag (Reader *reader)
{
  const char *p = reader->p + 1;
  char name[MAX_NAME + 1];

  if (*p == '!' || *p == '?')
    {
      reader->p = g_str_has_prefix (p, "!--") ? skip_to (p + 3, "-->") : skip_to (p, ">");
      return TRUE;
    }
  gboolean opens = *p != '/';
  p += !opens;
  if (!g_ascii_isalpha (*p))
    return FALSE;

  p = read_name (p, name);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  reader->p = skip_tag (p);
  if (opens && g_strv_contains (skipped_tags, lower))
    {
      const char *after = skip_element (reader->p, lower);
      /* Never closed: the rest is not shown. */
      reader->p = after != NULL ? after : reader->p + strlen (reader->p);
    }
  apply_tag (reader, lower, opens);
  return TRUE;
}

static void
read_piece (Reader *reader)
{
  gunichar c = 0;

  if (*reader->p == '<' && read_tag (reader))
    return;
  if (*reader->p == '&')
    c = read_entity (reader);
  if (c == 0)
    {
      c = g_utf8_get_char (reader->p);
      reader->p = g_utf8_next_char (reader->p);
    }
  append_character (reader, c);
}

char *
diapason_text_from_html (const char *html)
{
  g_autofree char *valid = g_utf8_make_valid (html != NULL ? html : "", -1);
  Reader reader = { .p = valid, .out = g_string_new (NULL) };

  while (*reader.p != '\0')
    read_piece (&reader);
  return g_strchomp (g_string_free (reader.out, FALSE));
}
