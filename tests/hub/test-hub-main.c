/* test-hub-main.c: the verb itself, as a process: this program run again with "serve" before its
 * options.
 */
#include "hub.h"

#include <gio/gio.h>
#include <libsoup/soup.h>
#include <signal.h>
#include <string.h>

#define SMALL "--customers", "20", "--days", "3", "--until", "2026-03-01"

static const char *program;

/* A folder that is gone at the end, with what the verb put there. */
typedef struct
{
  char *path;
  char *database;
} Folder;

static Folder
folder_new (void)
{
  Folder folder = { .path = g_dir_make_tmp ("diapason-hub-XXXXXX", NULL) };

  folder.database = g_build_filename (folder.path, "inner", "company.db", NULL);
  return folder;
}

static void
folder_clear (Folder *folder)
{
  const char *const command[] = { "rm", "-r", folder->path, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_NONE, NULL);

  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  g_free (folder->path);
  g_free (folder->database);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folder, folder_clear)

static GSubprocess *
start (const char *const *options)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *process = NULL;

  g_strv_builder_add_many (words, program, "serve", NULL);
  g_strv_builder_addv (words, (const char **) options);
  command = g_strv_builder_end (words);
  process = g_subprocess_newv ((const char *const *) command,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                   G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  return process;
}

#define start_with(...) start ((const char *const[]){ __VA_ARGS__, NULL })

/* Waits for the one line. Returns: the address in it. */
static char *
read_address (GSubprocess *process)
{
  g_autoptr (GDataInputStream) lines =
      g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autofree char *line = NULL;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_assert_nonnull (line);
  g_assert_true (
      g_regex_match_simple ("^listening on http://127\\.0\\.0\\.1:[1-9]\\d*$", line, 0, 0));
  return g_strdup (line + strlen ("listening on "));
}

static char *
get (const char *address, const char *path)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *uri = g_strconcat (address, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", uri);
  g_autoptr (GBytes) body = soup_session_send_and_read (session, message, NULL, NULL);

  g_assert_nonnull (body);
  return g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
}

static void
test_serves (void)
{
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GSubprocess) process = start_with ("--database", folder.database, SMALL);
  g_autofree char *address = read_address (process);
  g_autofree char *face = get (address, "/");

  g_assert_nonnull (strstr (face, "\"crm\":\"/crm/v1\""));
  g_subprocess_send_signal (process, SIGTERM);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
}

/* The second start finds the company it made, and goes when its standard input does. */
static void
test_keeps_company (void)
{
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GSubprocess) first = start_with ("--database", folder.database, SMALL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before = 0, length_after = 0;

  g_free (read_address (first));
  g_subprocess_send_signal (first, SIGINT);
  g_assert_true (g_subprocess_wait_check (first, NULL, NULL));
  g_assert_true (g_file_get_contents (folder.database, &before, &length_before, NULL));

  g_autoptr (GSubprocess) second =
      start_with ("--database", folder.database, "--while-stdin", "--customers", "999");
  g_free (read_address (second));
  g_assert_true (g_output_stream_close (g_subprocess_get_stdin_pipe (second), NULL, NULL));
  g_assert_true (g_subprocess_wait_check (second, NULL, NULL));
  g_assert_true (g_file_get_contents (folder.database, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_options (void)
{
  g_auto (Folder) folder = folder_new ();
  const struct
  {
    const char *option;
    const char *value;
    int status;
  } wrong[] = {
    { "--port", "65536", 2 },       { "--port", "x", 2 },         { "--rate-limit", "-1", 2 },
    { "--token-seconds", "-1", 2 }, { "--customers", "0", 1 },    { "--customers", "-4", 2 },
    { "--days", "0", 1 },           { "--until", "tomorrow", 2 }, { "--until", "2026-02-30", 2 },
    { "--bogus", "1", 2 },          { "--database", "/", 1 },     { "--port=0", "more", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GSubprocess) process =
          start_with ("--database", folder.database, wrong[i].option, wrong[i].value);
      g_autofree char *said = NULL;
      g_autofree char *complained = NULL;

      g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &said, &complained, NULL));
      g_test_message ("%s %s: %s", wrong[i].option, wrong[i].value, complained);
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, wrong[i].status);
      g_assert_cmpstr (said, ==, "");
      g_assert_true (g_str_has_prefix (complained, "diapason hub: "));
      g_assert_false (g_file_test (folder.database, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char **argv)
{
  if (argc > 1 && g_str_equal (argv[1], "serve"))
    return diapason_hub_main (argc - 1, argv + 1);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hub/main/serves", test_serves);
  g_test_add_func ("/hub/main/keeps-company", test_keeps_company);
  g_test_add_func ("/hub/main/options", test_options);
  return g_test_run ();
}
