/* hub-main.c: the verb `diapason hub`. Thread: the one it is called in, with a main loop of its
 * own. */
#include "hub.h"

#include <errno.h>
#include <glib-unix.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define EXIT_NOT_UNDERSTOOD 2

#define DEFAULT_CUSTOMERS 2000
#define DEFAULT_DAYS      365
#define DEFAULT_SEED      7
#define DEFAULT_SECONDS   300

typedef struct
{
  int port;
  char *database; /* (owned) */
  int customers;
  int days;
  gint64 seed;
  char *until; /* (owned) (nullable) */
  int rate_limit;
  int token_seconds;
  char *pace_text; /* (owned) (nullable) */
  double pace;
  gboolean always_open;
  gboolean while_stdin;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->database);
  g_free (options->until);
  g_free (options->pace_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* clang-format off */
static gboolean
parse (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &options->port,
      "Listen there; 0, the default: on a free port", "N" },
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &options->database,
      "The company's file; made if it is not there", "FILE" },
    { "customers", 0, 0, G_OPTION_ARG_INT, &options->customers,
      "Customers of a new company (2000)", "N" },
    { "days", 0, 0, G_OPTION_ARG_INT, &options->days,
      "Days of its history (365)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options->seed,
      "What it is made from: the same makes the same (7)", "N" },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options->until,
      "The last day of its history (today, as far as it is)", "YYYY-MM-DD" },
    { "rate-limit", 0, 0, G_OPTION_ARG_INT, &options->rate_limit,
      "Requests a minute and login; 0, the default: no limit", "N" },
    { "token-seconds", 0, 0, G_OPTION_ARG_INT, &options->token_seconds,
      "How long a token of the contact platform is good (300)", "N" },
    { "pace", 0, 0, G_OPTION_ARG_STRING, &options->pace_text,
      "Let a day go on in the company, X times as fast as real time, up to 1000; 0, the default:"
      " nothing happens", "X" },
    { "always-open", 0, 0, G_OPTION_ARG_NONE, &options->always_open,
      "With --pace: by night as by day, whatever the opening hours", NULL },
    { "while-stdin", 0, 0, G_OPTION_ARG_NONE, &options->while_stdin,
      "Serve until standard input ends", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context,
                                "Serves an invented company as REST sources, to this machine only.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*argc == 1)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "It takes no further words.");
  return FALSE;
}
/* clang-format on */

static gboolean
refuse (GError **error, const char *option, const char *wanted)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s must be %s.", option, wanted);
  return FALSE;
}

static gboolean
read_pace (Options *options, GError **error)
{
  const char *text = options->pace_text;
  char *rest = NULL;

  if (text == NULL)
    return TRUE;
  options->pace = g_ascii_strtod (text, &rest);
  if (rest != text && *rest == '\0' &&
      (options->pace == 0 ||
       (options->pace >= DIAPASON_HUB_SLOWEST_PACE && options->pace <= DIAPASON_HUB_FASTEST_PACE)))
    return TRUE;
  return refuse (error, "--pace", "0 (nothing happens) or a number from 0.01 to 1000");
}

/* The company's own numbers are checked by its maker. */
static gboolean
check (Options *options, GError **error)
{
  if (!read_pace (options, error))
    return FALSE;
  if (options->port < 0 || options->port > G_MAXUINT16)
    return refuse (error, "--port", "a number from 0 to 65535");
  if (options->rate_limit < 0)
    return refuse (error, "--rate-limit", "0 or more");
  if (options->token_seconds < 0)
    return refuse (error, "--token-seconds", "0 or more");
  if (options->customers < 0 || options->days < 0)
    return refuse (error, "--customers and --days", "more than 0");
  return TRUE;
}

/* The end of the day in @until, or now where that has not come: nothing has happened yet then. */
static gboolean
find_end (const Options *options, gint64 *end, GError **error)
{
  gint64 now = g_get_real_time () / 1000;
  g_autofree char *midnight = g_strdup_printf ("%sT00:00:00Z", options->until);
  g_autoptr (GDateTime) begins = NULL;
  g_autoptr (GDateTime) ends = NULL;

  *end = now;
  if (options->until == NULL)
    return TRUE;
  begins = g_date_time_new_from_iso8601 (midnight, NULL);
  if (begins == NULL)
    return refuse (error, "--until", "a day, like 2026-03-01");
  ends = g_date_time_add_days (begins, 1);
  *end = MIN (now, g_date_time_to_unix (ends) * 1000);
  return TRUE;
}

static gboolean
make_company (const Options *options, GError **error)
{
  DiapasonHubCompany company = {
    .customers = options->customers,
    .days = options->days,
    .seed = options->seed,
  };
  g_autofree char *folder = g_path_get_dirname (options->database);

  if (g_file_test (options->database, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!find_end (options, &company.until, error))
    return FALSE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, DIAPASON_HUB_ERROR, DIAPASON_HUB_ERROR_DATABASE,
                   "The folder %s for the company's file cannot be made (%s).", folder,
                   g_strerror (errno));
      return FALSE;
    }
  return diapason_hub_company_create (&company, options->database, error);
}

static DiapasonHub *
start (Options *options, GError **error)
{
  g_autoptr (DiapasonHub) hub = NULL;

  if (!check (options, error) || !make_company (options, error))
    return NULL;
  hub = diapason_hub_new (options->database, error);
  if (hub == NULL)
    return NULL;
  g_object_set (hub, "rate-limit", (guint) options->rate_limit, "token-seconds",
                (guint) options->token_seconds, NULL);
  if (!diapason_hub_listen (hub, options->port, error) ||
      (options->pace > 0 &&
       !diapason_hub_begin_day (hub, options->pace, options->always_open, error)))
    return NULL;
  return g_steal_pointer (&hub);
}

static gboolean
signal_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
cut_cb (gpointer hub)
{
  diapason_hub_cut_streams (hub);
  return G_SOURCE_CONTINUE;
}

/* Whoever started the hub holds the other end; when they are gone, however they went, it ends. */
static gboolean
stdin_cb (int descriptor, GIOCondition condition, gpointer user_data)
{
  char dropped[256];
  ssize_t n_bytes = read (descriptor, dropped, sizeof dropped);

  if (n_bytes > 0 || (n_bytes < 0 && (errno == EINTR || errno == EAGAIN)))
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

static void
run (DiapasonHub *hub, gboolean while_stdin)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  guint terminated = g_unix_signal_add (SIGTERM, signal_cb, loop);
  guint interrupted = g_unix_signal_add (SIGINT, signal_cb, loop);
  guint cut = g_unix_signal_add (SIGUSR1, cut_cb, hub);

  if (while_stdin)
    g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, stdin_cb, loop);
  printf ("listening on http://127.0.0.1:%u\n", diapason_hub_get_port (hub));
  fflush (stdout);
  g_main_loop_run (loop);
  g_source_remove (terminated);
  g_source_remove (interrupted);
  g_source_remove (cut);
}

int
diapason_hub_main (int argc, char **argv)
{
  g_auto (Options) options = {
    .customers = DEFAULT_CUSTOMERS,
    .days = DEFAULT_DAYS,
    .seed = DEFAULT_SEED,
    .token_seconds = DEFAULT_SECONDS,
  };
  g_autoptr (DiapasonHub) hub = NULL;
  g_autoptr (GError) error = NULL;
  gboolean understood = parse (&options, &argc, &argv, &error);

  if (understood && options.database == NULL)
    options.database = g_build_filename (g_get_user_data_dir (), "diapason", "hub.db", NULL);
  if (understood)
    hub = start (&options, &error);
  if (hub == NULL)
    {
      fprintf (stderr, "diapason hub: %s\n", error->message);
      return error->domain == G_OPTION_ERROR ? EXIT_NOT_UNDERSTOOD : EXIT_FAILURE;
    }
  run (hub, options.while_stdin);
  return EXIT_SUCCESS;
}
