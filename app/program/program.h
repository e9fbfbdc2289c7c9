/* program.h: the graph below the window: files, sources, sync, derived data, and the service the
 * window receives. main.c puts the window on top; the verbs of the command line use it as it is.
 *
 * Thread: main. Lifetime: made once; diapason_program_free() stops fetching, then closes the files.
 */
#pragma once

#include <gio/gio.h>

#include "derive.h"
#include "desk.h"
#include "network-watch.h"
#include "store.h"
#include "sync-engine.h"

G_BEGIN_DECLS

#define DIAPASON_PROGRAM_ERROR (diapason_program_error_quark ())

typedef enum
{
  DIAPASON_PROGRAM_ERROR_DEMO,   /* the demo's back end cannot be started */
  DIAPASON_PROGRAM_ERROR_LOGINS, /* the lines that give logins cannot be used */
  DIAPASON_PROGRAM_ERROR_USAGE,  /* the command line is not understood */
} DiapasonProgramError;

GQuark diapason_program_error_quark (void);

/* Where a program lives. */
typedef struct
{
  char *profile;        /* (owned) folder of cache.db and work.db */
  char *sources;        /* (owned) (nullable) folder of descriptors; NULL: none */
  char *policies;       /* (owned) (nullable) folder of the company's own policies; NULL: none */
  char *logins;         /* (owned) the name its logins are kept by */
  gboolean logins_kept; /* in the Secret Service; FALSE: for this session only */
  DiapasonStoreMode mode;
} DiapasonPlace;

/* The person's own place; @profile and @sources (nullable) replace the usual folders:
 * $XDG_DATA_HOME/diapason/default and $XDG_CONFIG_HOME/diapason/sources. Returns: (transfer full).
 * A folder of sources that is not there is empty. */
DiapasonPlace *diapason_place_new (const char *profile, const char *sources);
void diapason_place_free (DiapasonPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonPlace, diapason_place_free)

typedef struct
{
  DiapasonClock *clock;          /* (owned) */
  DiapasonStore *store;          /* (owned) */
  DiapasonSecrets *secrets;      /* (owned) */
  DiapasonSyncEngine *engine;    /* (owned) (nullable) NULL when read-only */
  DiapasonDerive *derive;        /* (owned) (nullable) NULL when read-only */
  DiapasonDesk *desk;            /* (owned) */
  DiapasonNetworkWatch *network; /* (owned) (nullable) before it is started */
  char *no_source;               /* (owned) (nullable) why there is nothing to fetch: nothing was
                                    ever set up */
  GPtrArray *complaints;         /* (owned) (element-type utf8) what is wrong with its sources
                                    and policies */
} DiapasonProgram;

/* Starts fetching, for ever, and goes on at once when the network is back. Needs an engine. */
void diapason_program_start (DiapasonProgram *program);

/* Opens the files and reads the descriptors; fetches nothing yet. Errors: DIAPASON_STORE_ERROR.
 * Returns: (transfer full). */
DiapasonProgram *diapason_program_new (const DiapasonPlace *place, GError **error);
void diapason_program_free (DiapasonProgram *program);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonProgram, diapason_program_free)

G_END_DECLS
