/* command-line.c: see command-line.h. */
#include "command-line.h"

#include <glib/gi18n.h>

#include <string.h>

#include "customer-uri.h"

#define WITH(kind) (1u << DIAPASON_COMMAND_##kind)

/* Options that say what to do rather than how. */
typedef struct
{
  gboolean sync_once;
  gboolean version;
} Wishes;

static const char *const kind_names[] = {
  [DIAPASON_COMMAND_WINDOW] = "diapason",           [DIAPASON_COMMAND_DEMO] = "diapason demo",
  [DIAPASON_COMMAND_SYNC] = "diapason --sync-once", [DIAPASON_COMMAND_FIND] = "diapason find",
  [DIAPASON_COMMAND_SHOW] = "diapason show",
};

void
diapason_command_clear (DiapasonCommand *command)
{
  diapason_verb_options_clear (&command->options);
  g_clear_pointer (&command->words, g_free);
  g_clear_pointer (&command->link, g_free);
  g_clear_pointer (&command->hub, g_free);
  g_clear_pointer (&command->pace, g_free);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, DIAPASON_PROGRAM_ERROR, DIAPASON_PROGRAM_ERROR_USAGE, sentence);
  return FALSE;
}

static GOptionContext *
context_new (DiapasonCommand *command, Wishes *wishes)
{
  DiapasonVerbOptions *options = &command->options;
  const GOptionEntry entries[] = {
    { "sync-once", 0, 0, G_OPTION_ARG_NONE, &wishes->sync_once,
      N_("Fetch from all sources once, print what came, and end"), NULL },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options->source,
      N_("With --sync-once: only this source"), N_("NAME") },
    { "login-stdin", 0, 0, G_OPTION_ARG_NONE, &options->login_stdin,
      N_("With --sync-once: read logins as SOURCE.FIELD=VALUE lines, for this run only"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json,
      N_("With --sync-once, find and show: print JSON for scripts"), NULL },
    { "messages", 0, 0, G_OPTION_ARG_NONE, &options->messages,
      N_("With show: print what was said, too"), NULL },
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &options->profile,
      N_("Keep cache and work in this folder"), N_("FOLDER") },
    { "sources", 0, 0, G_OPTION_ARG_FILENAME, &options->sources,
      N_("Read the descriptors in this folder"), N_("FOLDER") },
    { "hub", 0, 0, G_OPTION_ARG_STRING, &command->hub,
      N_("With demo: use the hub at this address"), N_("URL") },
    { "pace", 0, 0, G_OPTION_ARG_STRING, &command->pace,
      N_("With demo: how many times as fast as real time its day goes on, up to 1000 (4); 0: "
         "nothing happens"),
      N_("X") },
    { "tour", 0, 0, G_OPTION_ARG_NONE, &command->tour,
      N_("With demo: look for people by itself, where nobody is at the keyboard"), NULL },
    { "gapplication-service", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &command->serve, NULL,
      NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &wishes->version, N_("Print the version and end"),
      NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (_("[VERB]"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static void
describe (GOptionContext *context)
{
  g_option_context_set_summary (
      context, _("The desktop of those who answer customers. Without a verb: its window.\n"
                 "\n"
                 "Verbs:\n"
                 "  demo                 Show an invented company in the window\n"
                 "  find WORDS…          Print what Ctrl+K would find\n"
                 "  show CUSTOMER        Print the card and the history: SOURCE:ID, or words that "
                 "fit one customer\n"
                 "  diapason:customer/SOURCE/ID\n"
                 "                       Open this customer in the window\n"
                 "  hub                  Serve the invented company; see diapason hub --help"));
  g_option_context_set_description (
      context,
      _("Exit status: 0 when it was done; 1 when it was not, when a source failed, or when "
        "nothing was found;\n2 when the command line is not understood."));
}

/* What a person typed is in their locale's encoding, or was meant to be UTF-8. */
static char *
join_words (char **argv, int argc)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (int i = 2; i < argc; i++)
    if (!g_str_equal (argv[i], "--"))
      g_ptr_array_add (words, argv[i]);
  g_ptr_array_add (words, NULL);
  joined = g_strjoinv (" ", (char **) words->pdata);
  if (!g_utf8_validate (joined, -1, NULL))
    {
      char *converted = g_locale_to_utf8 (joined, -1, NULL, NULL, NULL);

      return converted != NULL ? converted : g_utf8_make_valid (joined, -1);
    }
  return g_steal_pointer (&joined);
}

static gboolean
take_verb (DiapasonCommand *command, int argc, char **argv, GError **error)
{
  const char *verb = argc > 1 ? argv[1] : NULL;

  if (command->kind == DIAPASON_COMMAND_SYNC)
    return verb == NULL || refuse (error, _("--sync-once takes no further words."));
  if (verb == NULL)
    return TRUE;
  if (g_str_equal (verb, "hub"))
    return refuse (error, _("The hub has options of its own: `diapason hub` comes first."));
  if (g_str_equal (verb, "demo"))
    {
      command->kind = DIAPASON_COMMAND_DEMO;
      return argc == 2 || refuse (error, _("The demo takes no further words."));
    }
  if (diapason_is_customer_uri (verb))
    {
      command->link = g_strdup (verb);
      return argc == 2 || refuse (error, _("One link is opened at a time."));
    }
  command->words = join_words (argv, argc);
  command->kind = g_str_equal (verb, "find") ? DIAPASON_COMMAND_FIND : DIAPASON_COMMAND_SHOW;
  if (command->kind == DIAPASON_COMMAND_SHOW && !g_str_equal (verb, "show"))
    return refuse (error, _("There is no such verb."));
  if (command->words[strspn (command->words, " ")] != '\0')
    return TRUE;
  return refuse (error, command->kind == DIAPASON_COMMAND_FIND
                            ? _("Say what is to be found.")
                            : _("Say which customer: SOURCE:ID or words."));
}

/* An option that would be ignored is told. */
static gboolean
check_options (const DiapasonCommand *command, GError **error)
{
  const DiapasonVerbOptions *options = &command->options;
  const struct
  {
    const char *name;
    gboolean is_given;
    guint kinds;
  } uses[] = {
    { "--source", options->source != NULL, WITH (SYNC) },
    { "--login-stdin", options->login_stdin, WITH (SYNC) },
    { "--json", options->json, WITH (SYNC) | WITH (FIND) | WITH (SHOW) },
    { "--messages", options->messages, WITH (SHOW) },
    { "--sources", options->sources != NULL, WITH (WINDOW) | WITH (SYNC) },
    { "--hub", command->hub != NULL, WITH (DEMO) },
    { "--pace", command->pace != NULL, WITH (DEMO) },
    { "--tour", command->tour, WITH (DEMO) },
    { "--gapplication-service", command->serve, WITH (WINDOW) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (uses[i].is_given && (uses[i].kinds & (1u << command->kind)) == 0)
      {
        g_set_error (error, DIAPASON_PROGRAM_ERROR, DIAPASON_PROGRAM_ERROR_USAGE,
                     _("%s does not go with `%s`."), uses[i].name, kind_names[command->kind]);
        return FALSE;
      }
  return TRUE;
}

/* Scheme, host and perhaps a port; what the paths begin with is the hub's own. */
static gboolean
check_hub (char *hub, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (hub, G_URI_FLAGS_NONE, NULL);
  gsize length = strlen (hub);

  if (uri == NULL ||
      (g_strcmp0 (g_uri_get_scheme (uri), "http") != 0 &&
       g_strcmp0 (g_uri_get_scheme (uri), "https") != 0) ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      g_uri_get_userinfo (uri) != NULL || g_uri_get_query (uri) != NULL ||
      g_uri_get_fragment (uri) != NULL ||
      (*g_uri_get_path (uri) != '\0' && !g_str_equal (g_uri_get_path (uri), "/")))
    return refuse (error, _("--hub takes an address like http://127.0.0.1:8080."));
  if (hub[length - 1] == '/')
    hub[length - 1] = '\0';
  return TRUE;
}

/* In the form that the hub takes, which checks it again. */
static gboolean
check_pace (const DiapasonCommand *command, GError **error)
{
  char *rest = NULL;
  double pace = g_ascii_strtod (command->pace, &rest);

  if (command->hub != NULL)
    return refuse (error,
                   _("--pace is for the demo's own hub: one that runs already has its own."));
  if (rest == command->pace || *rest != '\0' || !(pace == 0 || (pace >= 0.01 && pace <= 1000)))
    return refuse (error, _("--pace takes 0 or a number from 0.01 to 1000, like 4 or 0.5."));
  return TRUE;
}

static gboolean
check_folders (const DiapasonVerbOptions *options, GError **error)
{
  if (options->profile != NULL && *options->profile == '\0')
    return refuse (error, _("--profile takes the name of a folder."));
  if (options->sources != NULL && !g_file_test (options->sources, G_FILE_TEST_IS_DIR))
    return refuse (error, _("--sources takes a folder that is there."));
  return TRUE;
}

gboolean
diapason_command_parse (DiapasonCommand *command, int *argc, char ***argv, GError **error)
{
  Wishes wishes = { 0 };
  g_autoptr (GOptionContext) context = context_new (command, &wishes);

  describe (context);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (wishes.version)
    {
      command->kind = DIAPASON_COMMAND_VERSION;
      return TRUE;
    }
  command->kind = wishes.sync_once ? DIAPASON_COMMAND_SYNC : DIAPASON_COMMAND_WINDOW;
  return take_verb (command, *argc, *argv, error) && check_options (command, error) &&
         check_folders (&command->options, error) &&
         (command->hub == NULL || check_hub (command->hub, error)) &&
         (command->pace == NULL || check_pace (command, error));
}
