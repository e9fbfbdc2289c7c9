/* live-contacts.h: the calls and chats that whoever is signed in has now: a list of
 * DiapasonRowItem with DiapasonContactRecord, those that began last being last. What has gone on
 * for longer than anybody speaks leaves it by itself.
 *
 * Thread: main; functions ending in _in_reader run on a reader. Lifetime: gone before the store.
 *
 * Signal "began" (DiapasonContactRecord *contact): there is one that was not there before; at the
 * start for the last of those that go on.
 */
#pragma once

#include "contact-record.h"
#include "store.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_LIVE_CONTACTS (diapason_live_contacts_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonLiveContacts,
                      diapason_live_contacts,
                      DIAPASON,
                      LIVE_CONTACTS,
                      GObject)

/* Returns: (transfer full). */
DiapasonLiveContacts *diapason_live_contacts_new (DiapasonStore *store);

/* Borrowed. */
GListModel *diapason_live_contacts_get_list (DiapasonLiveContacts *contacts);

/* Property "more": how many began before those in the list, and have no place in it. */
guint diapason_live_contacts_get_more (DiapasonLiveContacts *contacts);

/* Property "known": whether it was read at all yet. */
gboolean diapason_live_contacts_get_known (DiapasonLiveContacts *contacts);

G_END_DECLS
