/* bench-exchange.c: bench-exchange: what an answer of a source costs this process: one that says
 * that nothing changed beside a whole page, and one of 50 MB in memory.
 *
 * The server is another process (bench-exchange serve), so that its time and memory are its own. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "await.h"
#include "bench-report.h"
#include "bench-rows.h"
#include "bench-store.h"
#include "fake-server.h"
#include "secrets.h"
#include "sync-engine.h"

#define ROUNDS   15
#define ELEMENTS 250 /* of a page of some 128 kB */
#define LARGE    (50 * 1000 * 1000)
#define MB       (1000.0 * 1000.0)

/* The server --------------------------------------------------------------------------------- */

static void
append_row (GString *page, guint index)
{
  g_autofree char *text = bench_words ((guint64) index << 8, 50);

  g_string_append_printf (page, "%s{\"id\":\"%u\",\"version\":1,\"text\":\"%s\"}",
                          index == 0 ? "" : ",", index, text);
}

/* Of @elements rows, or of @bytes bytes. */
static char *
make_page (guint elements, gsize bytes)
{
  GString *page = g_string_new ("{\"items\":[");

  for (guint i = 0; i < elements || page->len < bytes; i++)
    append_row (page, i);
  g_string_append (page, "]}");
  return g_string_free (page, FALSE);
}

/* @data: the page. What was seen is not sent again, where @request asks so below /seen. */
static FakeAnswer *
answer (const FakeRequest *request, gpointer data)
{
  gboolean seen = g_str_has_prefix (fake_request_path (request), "/seen") &&
                  fake_request_header (request, "If-None-Match") != NULL;
  FakeAnswer *reply = fake_answer_new (seen ? 304 : 200, seen ? NULL : data);

  fake_answer_header (reply, "ETag", "\"1\"");
  return reply;
}

static int
serve (void)
{
  g_autoptr (FakeServer) server = fake_server_new (NULL);
  g_autofree char *page = make_page (ELEMENTS, 0);
  g_autofree char *large = make_page (0, LARGE);
  char nothing;

  fake_server_handle (server, "/seen/rows", answer, page);
  fake_server_handle (server, "/whole/rows", answer, page);
  fake_server_handle (server, "/large/rows", answer, large);
  printf ("%u\n", fake_server_port (server));
  fflush (stdout);
  /* Until the other end is gone. */
  return read (STDIN_FILENO, &nothing, 1) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* The client --------------------------------------------------------------------------------- */

typedef struct
{
  char *folder;
  DiapasonStore *store;
  DiapasonSession *session;
  DiapasonSecrets *secrets;
  DiapasonSyncEngine *engine;
} Client;

static void
add_source (Client *client, const char *name, const char *port)
{
  g_autofree char *json = g_strdup_printf (
      "{'format': 1, 'name': '%s', 'label': '%s', 'base_url': 'http://127.0.0.1:%s/%s',"
      " 'authentication': {'kind': 'none'},"
      " 'streams': [{'name': 'rows', 'entity': 'article', 'items': 'items', 'etag': true,"
      "  'request': {'path': '/rows'},"
      "  'map': {'id': 'id', 'revision': 'version', 'title': 'id', 'body': 'text'}}]}",
      name, name, port, name);
  g_autoptr (GError) error = NULL;

  g_strdelimit (json, "'", '"');
  g_autoptr (DiapasonDescriptor) descriptor =
      diapason_descriptor_parse (json, strlen (json), &error);
  g_assert_no_error (error);
  diapason_sync_engine_add (client->engine, descriptor, &error);
  g_assert_no_error (error);
}

static void
open_client (Client *client, const char *port)
{
  client->folder = g_dir_make_tmp ("diapason-bench-XXXXXX", NULL);
  client->store = bench_store_open (client->folder, DIAPASON_STORE_READ_WRITE);
  client->session = diapason_session_new (NULL);
  client->secrets = diapason_secrets_new ("bench", FALSE);
  client->engine = diapason_sync_engine_new (client->store, client->session, client->secrets);
  add_source (client, "seen", port);
  add_source (client, "whole", port);
  add_source (client, "large", port);
}

static void
close_client (Client *client)
{
  diapason_sync_engine_stop (client->engine);
  await_quiet ();
  g_object_unref (client->engine);
  g_object_unref (client->session);
  g_object_unref (client->secrets);
  bench_store_close (client->store);
  bench_store_remove (client->folder);
  g_free (client->folder);
}

/* One round of the source called @name: microseconds of the process. */
static double
sync_source (Client *client, const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  double begin = bench_process_cpu ();

  diapason_sync_engine_sync_once_async (client->engine, name, NULL, await_cb, &result);
  await (&result);
  g_autoptr (DiapasonSyncReport) report =
      diapason_sync_engine_sync_once_finish (client->engine, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < report->rows->len; i++)
    {
      const DiapasonSyncReportRow *row = g_ptr_array_index (report->rows, i);
      if (row->sentence != NULL)
        g_error ("%s", row->sentence);
    }
  return bench_process_cpu () - begin;
}

static void
measure_unchanged (Client *client)
{
  double seen[ROUNDS];
  double whole[ROUNDS];

  sync_source (client, "seen");
  sync_source (client, "whole");
  for (guint i = 0; i < ROUNDS; i++)
    {
      seen[i] = sync_source (client, "seen");
      whole[i] = sync_source (client, "whole");
    }
  bench_report (&(BenchFigure){
      .figure = "exchange.unchanged",
      .unit = "ms",
      .value = bench_quantile (seen, ROUNDS, 0.5) / 1000,
      .floor = bench_quantile (whole, ROUNDS, 0.5) / 1000,
      .bound = 0.3,
      .what = "a round of a source whose list is as it was seen: 304",
      .floor_what = "the same round with the whole page of 250 rows again, none of them changed",
  });
}

/* A line of /proc/self/status, in bytes. */
static double
read_memory (const char *name)
{
  g_autofree char *text = NULL;

  g_assert (g_file_get_contents ("/proc/self/status", &text, NULL, NULL));
  const char *line = strstr (text, name);
  g_assert (line != NULL);
  return (double) g_ascii_strtoll (line + strlen (name), NULL, 10) * 1024;
}

static void
measure_memory (Client *client)
{
  /* The highest mark begins anew. */
  g_file_set_contents_full ("/proc/self/clear_refs", "5", 1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  double before = read_memory ("VmRSS:");

  sync_source (client, "large");
  bench_report (&(BenchFigure){
      .figure = "exchange.memory",
      .unit = "MB",
      .value = (read_memory ("VmHWM:") - before) / MB,
      .floor = LARGE / MB,
      .bound = DIAPASON_HTTP_BODY_CAP / MB + 16,
      .of_value = TRUE,
      .what = "memory at its highest while an answer of 50 MB is fetched and applied, over that "
              "before; at most the cap of a page and 16 MB",
      .floor_what = "the answer itself",
  });
}

static int
measure (const char *self)
{
  const char *command[] = { self, "serve", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) server =
      g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                         &error);
  g_assert_no_error (error);
  g_autoptr (GDataInputStream) out =
      g_data_input_stream_new (g_subprocess_get_stdout_pipe (server));
  g_autofree char *port = g_data_input_stream_read_line (out, NULL, NULL, &error);
  g_assert_no_error (error);
  Client client = { NULL };

  open_client (&client, port);
  measure_unchanged (&client);
  measure_memory (&client);
  close_client (&client);
  g_output_stream_close (g_subprocess_get_stdin_pipe (server), NULL, NULL);
  g_subprocess_wait (server, NULL, NULL);
  return EXIT_SUCCESS;
}

int
main (int argc, char **argv)
{
  return argc > 1 && g_str_equal (argv[1], "serve") ? serve () : measure (argv[0]);
}
