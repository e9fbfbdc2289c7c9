/* event-parser.h: the lines of server-sent events (WHATWG HTML, 9.2), as they come in pieces.
 * Inside app/net only.
 *
 * Lines end with CR, LF or both; what is no UTF-8 is replaced, as is a NUL; an id with a NUL is
 * ignored. Pure; one thread at a time.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_EVENT_LINE_CAP (64 * 1024)   /* bytes */
#define DIAPASON_EVENT_DATA_CAP (1024 * 1024) /* bytes */

typedef struct _DiapasonEventParser DiapasonEventParser;

/* An event: its type ("message" when it has none), its data, and the last id that came; "" when
 * none did. */
typedef void (*DiapasonEventFunc) (const char *type,
                                   const char *data,
                                   const char *id,
                                   gpointer user_data);

/* @last_id: the last id of the connection before. Returns: (transfer full). */
DiapasonEventParser *diapason_event_parser_new (const char *last_id,
                                                DiapasonEventFunc func,
                                                gpointer user_data);
void diapason_event_parser_free (DiapasonEventParser *parser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonEventParser, diapason_event_parser_free)

/* Takes the next piece and calls the function for each event that is whole. Returns: FALSE when a
 * line or an event passes its cap; nothing more must be fed then. */
gboolean diapason_event_parser_feed (DiapasonEventParser *parser, const char *bytes, gsize length);

/* The last id that stands: that of an event that is whole, or of one without data. */
const char *diapason_event_parser_get_last_id (DiapasonEventParser *parser);

/* How long the server wants us to wait before connecting again, in milliseconds; -1: it did not
 * say. */
gint64 diapason_event_parser_get_retry (DiapasonEventParser *parser);

G_END_DECLS
