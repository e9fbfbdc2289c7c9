/* verb-show-json.h: what `diapason show` shows, and that for scripts. Thread: main. */
#pragma once

#include "records.h"

G_BEGIN_DECLS

/* One immutable value. */
typedef struct
{
  DiapasonPersonRecord *person; /* (owned) */
  GPtrArray *events;            /* (owned) DiapasonEventRecord, newest first */
  GPtrArray *details;           /* (owned) for each event a GPtrArray (nullable) of
                                   DiapasonAnswerRecord for a verbatim, else of DiapasonMessageRecord */
} DiapasonSheet;

/* Prints @sheet as one JSON object. */
void diapason_verb_show_json (const DiapasonSheet *sheet);

G_END_DECLS
