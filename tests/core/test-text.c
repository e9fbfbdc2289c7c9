/* Folding, safe display, HTML to text, words to a full-text expression. */
#include "text.h"

#include <string.h>

typedef struct
{
  const char *from;
  const char *to;
} Pair;

static void
assert_all (const Pair *pairs, guint count, char *(*func) (const char *) )
{
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *text = func (pairs[i].from);
      g_assert_cmpstr (text, ==, pairs[i].to);
    }
}

static void
test_fold (void)
{
  static const Pair pairs[] = {
    { NULL, "" },
    { "", "" },
    { " \t\n ", "" },
    { "Éloïse  CŒUR", "eloise coeur" },
    { "E\u0301loi\u0308se", "eloise" },
    { "  JEAN\n\tPaul\r\n", "jean paul" },
    { "Strauß STRAUẞ Æsir Øre Łódź Đorđe Þór", "strauss strauss aesir ore lodz dorde thor" },
    { "İstanbul ISPARTA ışık", "istanbul isparta isik" },
    { "ﬁn ² ① Ｆｕｌｌ №", "fin 2 1 full no" },
    { "D’Angelo", "d'angelo" },
    { "Zoé\u200b\u00ad", "zoe" },
    { "ΣΊΣΥΦΟΣ", "σισυφοσ" },
    { "a\u00a0\u2003b\xc2\x85"
      "c",
      "a b c" },
    { "हिन्दी", "हिनदी" },
    { "caf\xe9", "caf\xef\xbf\xbd" },
    { "ÅSA Ñandú", "asa nandu" },
  };
  assert_all (pairs, G_N_ELEMENTS (pairs), diapason_text_fold);
}

static char *
random_text (GRand *rand)
{
  static const char ascii[] = "aZ09 \"'*()-^:<>&;/\\\t\n{}+#";
  GString *text = g_string_new (NULL);
  for (int i = g_rand_int_range (rand, 0, 40); i > 0; i--)
    switch (g_rand_int_range (rand, 0, 4))
      {
      case 0:
        g_string_append_unichar (text, g_rand_int_range (rand, 1, 0x500));
        break;
      case 1:
        g_string_append_unichar (text, g_rand_int_range (rand, 0xe000, 0x20000));
        break;
      case 2:
        g_string_append_c (text, g_rand_int_range (rand, 1, 256));
        break;
      default:
        g_string_append_c (text, ascii[g_rand_int_range (rand, 0, sizeof ascii - 1)]);
      }
  return g_string_free (text, FALSE);
}

/* Whatever comes in, what goes out keeps its promises. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  for (int round = 0; round < 20000; round++)
    {
      g_autofree char *text = random_text (rand);
      g_autofree char *folded = diapason_text_fold (text);
      g_autofree char *again = diapason_text_fold (folded);
      g_assert_cmpstr (folded, ==, again);
      g_assert_true (g_utf8_validate (folded, -1, NULL));

      g_autofree char *shown = diapason_text_display (text, 12, FALSE);
      g_assert_true (g_utf8_validate (shown, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (shown, -1), <=, 12);
      for (const char *p = shown; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));

      g_autofree char *plain = diapason_text_from_html (text);
      g_assert_true (g_utf8_validate (plain, -1, NULL));
    }
}

static void
test_display (void)
{
  static const struct
  {
    const char *from;
    gsize max_chars;
    gboolean multiline;
    const char *to;
  } cases[] = {
    { NULL, 0, FALSE, "" },
    { "été <b>&amp;", 0, FALSE, "été <b>&amp;" },
    { "a\tb\nc\r\nd\u2028e", 0, FALSE, "a b c d e" },
    { "a\tb\nc\r\nd\u2028e\rf", 0, TRUE, "a\tb\nc\nd\ne\nf" },
    { "a\x01\x7f\xc2\x85\x1b[31m", 0, TRUE, "a\ufffd\ufffd\ufffd\ufffd[31m" },
    { "x\u202egpj.exe\u2066y", 0, FALSE, "x\ufffdgpj.exe\ufffdy" },
    { "a\xff\xc3", 0, FALSE, "a\ufffd\ufffd" },
    { "été", 3, FALSE, "été" },
    { "étés", 3, FALSE, "ét…" },
    { "étés", 1, FALSE, "…" },
    { "\u200eשלום", 0, FALSE, "\u200eשלום" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown =
          diapason_text_display (cases[i].from, cases[i].max_chars, cases[i].multiline);
      g_assert_cmpstr (shown, ==, cases[i].to);
    }
}

static void
test_html (void)
{
  static const Pair pairs[] = {
    { NULL, "" },
    { "plain  text\n here", "plain text here" },
    { "<p>Bonjour&nbsp;<b>à  tous</b></p>\n<p>Merci</p>", "Bonjour\u00a0à tous\nMerci" },
    { "a<br>b<BR/>c<br />d", "a\nb\nc\nd" },
    { "<ul>\n <li>one</li>\n <li>two</li>\n</ul> end", "one\ntwo\nend" },
    { "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc" },
    { "&lt;b&gt; &amp;amp; &quot;&#233;&#xE9;&eacute;&OElig;&#8364;&#146;", "<b> &amp; \"éééŒ€’" },
    { "&#0;&#xD800;&#1114112;&#99999999999999999999;", "\ufffd\ufffd\ufffd\ufffd" },
    { "&unknown; & &; &#; &#x; &amp AT&T", "&unknown; & &; &#; &#x; &amp AT&T" },
    { "x<script>if (a < b) alert('</p>')</script>y<style>p > a {}</style>z", "xyz" },
    { "<head><title>No</title></head><body>Yes</body>", "Yes" },
    { "<script>never closed", "" },
    { "a<!-- <p>no</p> -->b<![if mso]>c<?xml d?>e", "abce" },
    { "3 < 4 and <3 and a<b>c", "3 < 4 and <3 and ac" },
    { "<a href=\"x>y\" title='>'>link</a>", "link" },
    { "cut <a href=\"x", "cut" },
    { "cut <", "cut <" },
    { "<pre>a\n  b</pre>c", "a\n  b\nc" },
    { "<div><div>a</div></div><div>b</div>", "a\nb" },
    { "<averyveryveryverylongtagname>x</averyveryveryverylongtagname>", "x" },
    { "caf\xe9", "caf\ufffd" },
  };
  assert_all (pairs, G_N_ELEMENTS (pairs), diapason_text_from_html);
}

static void
test_match (void)
{
  static const Pair pairs[] = {
    { NULL, NULL },
    { "", NULL },
    { " \"*()'-:^ ", NULL },
    { "😀", NULL },
    { "dup", "\"dup\"*" },
    { "Éloïse DUP", "\"eloise\" AND \"dup\"*" },
    { "or AND not", "\"or\" AND \"and\" AND \"not\"*" },
    { "l'abbé \"x\" NEAR(y, 5)*",
      "\"l\" AND \"abbe\" AND \"x\" AND \"near\" AND \"y\" AND \"5\"*" },
    { "marie.d@example", "\"marie\" AND \"d\" AND \"example\"*" },
    { "col:x -y ^z {a b}", "\"col\" AND \"x\" AND \"y\" AND \"z\" AND \"a\" AND \"b\"*" },
  };
  assert_all (pairs, G_N_ELEMENTS (pairs), diapason_text_match_expression);
}

/* Nothing but quoted words, AND, and one star at the end. */
static void
assert_is_expression (const char *expression)
{
  g_assert_true (g_regex_match_simple ("^\"[^\"]+\"( AND \"[^\"]+\")*\\*$", expression,
                                       G_REGEX_DOLLAR_ENDONLY, 0));
}

static void
test_match_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  for (int round = 0; round < 10000; round++)
    {
      g_autofree char *text = random_text (rand);
      g_autofree char *expression = diapason_text_match_expression (text);
      if (expression != NULL)
        assert_is_expression (expression);
    }
}

static void
test_match_is_bounded (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  for (int i = 0; i < 10000; i++)
    g_string_append (words, "x ");
  g_autofree char *expression = diapason_text_match_expression (words->str);
  assert_is_expression (expression);
  g_assert_cmpuint (strlen (expression), <, 1000);
}

/* The marked pieces of @text in brackets. */
static char *
marked (const char *text, const char *typed)
{
  g_autoptr (GArray) marks = diapason_text_marks (text, typed);
  GString *out = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      DiapasonTextMark mark = g_array_index (marks, DiapasonTextMark, i);
      g_assert_cmpuint (mark.from, >=, at);
      g_assert_cmpuint (mark.to, >, mark.from);
      g_assert_cmpuint (mark.to, <=, strlen (text));
      g_string_append_len (out, text + at, mark.from - at);
      g_string_append_printf (out, "[%.*s]", (int) (mark.to - mark.from), text + mark.from);
      at = mark.to;
    }
  g_string_append (out, text + at);
  g_assert_true (g_utf8_validate (out->str, -1, NULL));
  return g_string_free (out, FALSE);
}

static void
test_marks (void)
{
  static const struct
  {
    const char *text, *typed, *expected;
  } cases[] = {
    { "Éloïse Cœur", "elo", "[Élo]ïse Cœur" },
    { "Éloïse Cœur", "co", "Éloïse [Cœ]ur" },
    { "E\xcc\x81loi\xcc\x88se", "ÉLOI", "[E\xcc\x81loi\xcc\x88]se" },
    { "Straße, strasse", "STRASS", "[Straß]e, [strass]e" },
    { "Montant de l’ŒUVRE", "montant oeuvre", "[Montant] de l’[ŒUVRE]" },
    { "Montants, démontant", "montant o", "Montants, démontant" },
    { "ada ADA adam", "ada", "[ada] [ADA] [ada]m" },
    { "<b>Ada</b> & co", "b", "<[b]>Ada</[b]> & co" },
    { "06.12.34.56.78", "+33 6 12 34 56 78", "0[6.12.34.56.78]" },
    { "+33 (0)6 12 34 56 78 and 4711", "0612345", "+33 (0)[6 12 34 5]6 78 and 4711" },
    { "Ticket 4711", "4711", "Ticket [4711]" },
    { "Ticket 84711", "4711", "Ticket 84711" },
    { "06 12 34 56 78", "06 12 3", "0[6 12 3]4 56 78" },
    { "+33 6 12 34 56 78", "0612.3", "+33 [6 12 3]4 56 78" },
    { "Ada", "", "Ada" },
    { "Ada", " <&> ", "Ada" },
    { "", "ada", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = marked (cases[i].text, cases[i].typed);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* Whatever was typed, the pieces are whole characters, one behind the other. */
static void
test_marks_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 2000; round++)
    {
      g_autofree char *text = random_text (rand);
      g_autofree char *shown = diapason_text_display (text, 0, FALSE);
      g_autofree char *typed = random_text (rand);
      g_autofree char *of_any = marked (shown, typed);
      g_autofree char *of_itself = marked (shown, shown);
      g_assert_cmpuint (strlen (of_any), >=, strlen (shown));
      g_assert_cmpuint (strlen (of_itself), >=, strlen (shown));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/random", test_random);
  g_test_add_func ("/text/display", test_display);
  g_test_add_func ("/text/html", test_html);
  g_test_add_func ("/text/match", test_match);
  g_test_add_func ("/text/match-random", test_match_random);
  g_test_add_func ("/text/match-is-bounded", test_match_is_bounded);
  g_test_add_func ("/text/marks", test_marks);
  g_test_add_func ("/text/marks-random", test_marks_random);
  return g_test_run ();
}
