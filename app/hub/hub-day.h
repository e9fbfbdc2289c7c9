/* hub-day.h: a day that goes on in the company of the hub.
 *
 * Calls ring, are taken, end with a wrap-up or ring out; chats are written message by message;
 * e-mails and text messages come and are answered; colleagues come, go, make promises and keep
 * them; some customers look for help in the shop before they ask, and some answer the survey about
 * a contact of some days ago. All of it is written through the hub's own database like a request's
 * changes, so that every list and stream tells it.
 *
 * What happens happens at the database's clock; its pace shortens what takes time: at pace 60 a
 * conversation of ten minutes takes ten seconds, and sixty begin where one did. Chance is drawn
 * from the company's seed and from how much was born on such days before, so that the same file,
 * pace and clock make the same rows, and a hub that starts again does not repeat itself. It begins
 * with what it finds: what is open in the file is closed at last. What somebody else changes, by a
 * request, it leaves to them.
 *
 * What is kept in memory is bounded whatever the company's size: who contacts is found by chance in
 * the file. Rows born here are numbered apart, "in_d0000001": the company's maker uses digits only,
 * and clients use UUIDs. Thread: the hub's. Lifetime: at most the database's.
 */
#pragma once

#include "hub-database.h"

G_BEGIN_DECLS

typedef struct _DiapasonHubDay DiapasonHubDay;

/* @pace: times as fast as real time, DIAPASON_HUB_SLOWEST_PACE … _FASTEST_PACE. @always_open:
 * nobody goes home, and night is like day; else the opening hours of each country hold. Puts the
 * presence of all advisers right, to begin with. Nothing happens where nobody works. Returns:
 * (transfer full) or NULL with DIAPASON_HUB_ERROR_DATABASE. */
DiapasonHubDay *diapason_hub_day_new (DiapasonHubDatabase *database,
                                      double pace,
                                      gboolean always_open,
                                      GError **error);
void diapason_hub_day_free (DiapasonHubDay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonHubDay, diapason_hub_day_free)

/* Does what is due by the database's clock, at most some dozens of events, each in a transaction of
 * its own. What a pause of the process delayed is put off, not hurried. Returns: the instant, in
 * milliseconds UTC, at which there is more to do; G_MAXINT64: never. */
gint64 diapason_hub_day_go_on (DiapasonHubDay *self);

/* How many events lie ahead. */
guint diapason_hub_day_count_events (DiapasonHubDay *self);

G_END_DECLS
