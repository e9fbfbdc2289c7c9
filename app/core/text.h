/* text.h: what a search, a look-up and a safe display need of text. Pure functions, any thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Case folded, accents removed, ligatures (œ, æ, ß…) written out, runs of white space made one
 * space, trimmed; dashes and apostrophes are - and '. "Éloïse  CŒUR" gives "eloise coeur". Invalid
 * UTF-8 is made valid first. Folding twice is folding once. Returns: (transfer full), "" for NULL.
 */
char *diapason_text_fold (const char *text);

/* A copy fit to be shown in one line or a block: valid UTF-8, every line end made \n when
 * @multiline and a space otherwise (tabs too), other control characters and bidirectional overrides
 * replaced by U+FFFD, at most @max_chars characters (0: no limit; cut with "…", which counts).
 * Returns: (transfer full), "" for NULL. */
char *diapason_text_display (const char *text, gsize max_chars, gboolean multiline);

/* Whether diapason_text_display() would replace @c: a control character, or a bidirectional
 * override or isolate. */
gboolean diapason_text_is_harmful (gunichar c);

/* Plain text of an HTML fragment: tags dropped, block ends and <br> to newlines, entities decoded,
 * heads, scripts and styles skipped. It is text, never markup again: "&lt;b&gt;" gives "<b>".
 * Returns: (transfer full), "" for NULL. */
char *diapason_text_from_html (const char *html);

/* The FTS5 expression for words as a person types them: each word quoted, the last one a prefix,
 * joined by AND; punctuation is no syntax. Words are folded, so the index must hold folded text
 * too. At most 32 words count. NULL when there is no word in it. The result never is a syntax
 * error. Returns: (transfer full) (nullable). */
char *diapason_text_match_expression (const char *words);

/* The next word at or after @text, valid UTF-8, or NULL; *@out_end is where it ends. Borrowed. */
const char *diapason_text_next_word (const char *text, const char **out_end);

/* A piece of a text, in bytes. */
typedef struct
{
  guint from;
  guint to; /* the first byte behind it */
} DiapasonTextMark;

/* text-marks.c: where in @text, valid UTF-8, the words @typed to find it are, folded alike, the
 * last one as far as it was typed; a number in whatever way of writing. Returns: (transfer full)
 * (element-type DiapasonTextMark), in their order, perhaps empty. */
GArray *diapason_text_marks (const char *text, const char *typed);

/* The significant digits of a phone number in any way of writing it: "+33 (0)6 12 34 56 78",
 * "0033612345678", "06.12.34.56.78" all give "612345678". The country code goes when it is
 * written with + or 00, leading zeros go always (Italy's too), what follows a letter is an
 * extension: numbers of two countries may agree. Returns NULL when fewer than 4 digits.
 * Returns: (transfer full) (nullable). */
char *diapason_phone_significant (const char *number);

/* The key a phone number is indexed by: the last 8 significant digits (all, when fewer).
 * Returns: (transfer full) (nullable). */
char *diapason_phone_key (const char *number);

/* Whether two ways of writing are the same number: equal, or one's significant digits end with the
 * other's and the shorter has at least 6. */
gboolean diapason_phone_same (const char *a, const char *b);

G_END_DECLS
