/* command-line.h: what the program was asked to do, as its command line says it. The hub has a
 * command line of its own. Thread: main. */
#pragma once

#include "verbs.h"

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_COMMAND_WINDOW,
  DIAPASON_COMMAND_DEMO,
  DIAPASON_COMMAND_SYNC,
  DIAPASON_COMMAND_FIND,
  DIAPASON_COMMAND_SHOW,
  DIAPASON_COMMAND_VERSION,
} DiapasonCommandKind;

typedef struct
{
  DiapasonCommandKind kind;
  DiapasonVerbOptions options;
  char *words;    /* (owned) (nullable) FIND, SHOW: valid UTF-8 */
  char *hub;      /* (owned) (nullable) DEMO: "http://127.0.0.1:8080", without a slash at the end */
  char *pace;     /* (owned) (nullable) DEMO: a number, as the hub takes it; NULL: not said */
  char *link;     /* (owned) (nullable) WINDOW: the customer to open, as it was given */
  gboolean serve; /* WINDOW: there is none before somebody asks for it over D-Bus */
  gboolean tour;  /* DEMO */
} DiapasonCommand;

void diapason_command_clear (DiapasonCommand *command);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DiapasonCommand, diapason_command_clear)

/* Reads the command line into @command, which is all zero, and leaves in it what it does not know.
 * --help prints and ends the process. Errors: G_OPTION_ERROR, DIAPASON_PROGRAM_ERROR_USAGE. */
gboolean diapason_command_parse (DiapasonCommand *command, int *argc, char ***argv, GError **error);

G_END_DECLS
