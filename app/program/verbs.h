/* verbs.h: what the program does without a window. Each takes the arguments after the verb, prints
 * for people or, with --json, for scripts, and returns the exit status. Thread: main. */
#pragma once

#include "program.h"

G_BEGIN_DECLS

/* Options that every verb knows. Strings are (owned) and nullable. */
typedef struct
{
  char *profile;
  char *sources;
  char *source; /* --source NAME */
  gboolean json;
  gboolean messages;    /* show: with what was said */
  gboolean login_stdin; /* sync: logins as SOURCE.FIELD=VALUE lines on standard input, for this
                           session */
} DiapasonVerbOptions;

void diapason_verb_options_clear (DiapasonVerbOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DiapasonVerbOptions, diapason_verb_options_clear)

/* --sync-once: one round of all sources, a row a source and entity. 0 when every source is at what
 * it says. */
int diapason_verb_sync (const DiapasonVerbOptions *options);

/* find WORDS: what Ctrl+K would find. 1 when nothing fits. */
int diapason_verb_find (const DiapasonVerbOptions *options, const char *words);

/* show CUSTOMER: SOURCE:ID, or words that fit exactly one customer. 1 when none or several do; for
 * scripts that is null. */
int diapason_verb_show (const DiapasonVerbOptions *options, const char *customer);

/* Prints a sentence on one line of standard error. Free of control characters, as the next. */
void diapason_verb_complain (const char *sentence);

/* Prints @text on one line, free of control characters, at most @width characters (0: all). */
void diapason_verb_print (const char *text, guint width);

G_END_DECLS
