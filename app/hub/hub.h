/* hub.h: the embedded back end: a REST server over its own SQLite file, for the demo, the tests and
 * one small team.
 *
 * It serves an invented company as sources with different manners. It knows nothing of the rest of
 * the program and the rest knows it by HTTP only. Thread: the one whose main context it is started
 * in, which should be nobody else's (a process of its own, or a thread).
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_HUB_ERROR (diapason_hub_error_quark ())

typedef enum
{
  DIAPASON_HUB_ERROR_ARGUMENT, /* a seed's argument out of range */
  DIAPASON_HUB_ERROR_DATABASE, /* the file cannot be opened, read or written */
  DIAPASON_HUB_ERROR_LISTEN,   /* the port cannot be had */
} DiapasonHubError;

GQuark diapason_hub_error_quark (void);

/* What an invented company is made from; the same values give the same bytes. */
typedef struct
{
  guint customers; /* 1 … 1 000 000 */
  guint days;      /* of history before @until: 1 … 3650 */
  guint64 seed;
  gint64 until; /* milliseconds UTC of the end of the last day */
} DiapasonHubCompany;

/* Fills the new file at @path with the company. A file that is there is an error. Blocking, any
 * thread. Errors: DIAPASON_HUB_ERROR_ARGUMENT, _DATABASE. */
gboolean diapason_hub_company_create (const DiapasonHubCompany *company,
                                      const char *path,
                                      GError **error);

#define DIAPASON_TYPE_HUB (diapason_hub_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonHub, diapason_hub, DIAPASON, HUB, GObject)

/* Properties, to be set in its thread at any time: "rate-limit" (guint: requests a minute and
 * login; 0, the default: no limit), "token-seconds" (guint: how long the contact platform's
 * access tokens given from then on are good; 300; 0: not at all) and "heartbeat-ms" (guint: after
 * how long without a change a stream of events says that it is still there; 15 000).
 *
 * Opens the company at @path. Returns: (transfer full) or NULL with _DATABASE. */
DiapasonHub *diapason_hub_new (const char *path, GError **error);

/* Listens on 127.0.0.1:@port (0: a free one) in the thread-default main context. Errors: _LISTEN.
 */
gboolean diapason_hub_listen (DiapasonHub *hub, guint16 port, GError **error);

/* The port it listens on; 0 before. */
guint16 diapason_hub_get_port (DiapasonHub *hub);

/* Cuts all streams of events off as a broken network would, so that tests can see who catches up.
 * In its thread. */
void diapason_hub_cut_streams (DiapasonHub *hub);

/* How many streams of events are open. In its thread. */
guint diapason_hub_count_streams (DiapasonHub *hub);

#define DIAPASON_HUB_SLOWEST_PACE 0.01
#define DIAPASON_HUB_FASTEST_PACE 1000

/* Lets a day go on in the company, in the thread-default main context, as long as @hub lives:
 * people call and write and are answered, @pace times (DIAPASON_HUB_SLOWEST_PACE … _FASTEST_PACE)
 * as fast as they would. @always_open: by night as by day. Errors: _DATABASE. */
gboolean diapason_hub_begin_day (DiapasonHub *hub,
                                 double pace,
                                 gboolean always_open,
                                 GError **error);

/* The verb `diapason hub`: makes the company when the file is not there, listens, prints
 * "listening on http://127.0.0.1:PORT\n" to stdout, and serves until SIGTERM, SIGINT, or, with
 * --while-stdin, until standard input ends. Options: --port N, --database FILE (hub.db in the
 * user's data folder), --customers, --days, --seed, --until YYYY-MM-DD (the end of that day, or now
 * where that has not come), --rate-limit N (requests a minute and login; 0: none),
 * --token-seconds N, --pace X (a day goes on; 0, the default: nothing happens), --always-open.
 * SIGUSR1 cuts all streams of events off. Returns the exit status. */
int diapason_hub_main (int argc, char **argv);

G_END_DECLS
