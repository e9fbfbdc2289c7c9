/* contact-read.h: the calls and chats that whoever is signed in has now. Runs in a
 * DiapasonReadFunc: a few look-ups by index. */
#pragma once

#include "contact-record.h"
#include "store.h"

G_BEGIN_DECLS

#define DIAPASON_CONTACTS_MOST    50   /* nobody speaks with more; the rest is counted */
#define DIAPASON_CONTACTS_COUNTED 1000 /* so far */

typedef struct
{
  GPtrArray *contacts; /* (owned) (element-type DiapasonContactRecord) */
  guint more;          /* that began before these */
  gint64 oldest;       /* when the first of all began; 0: there is none */
} DiapasonContactsNow;

void diapason_contacts_now_free (DiapasonContactsNow *contacts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonContactsNow, diapason_contacts_now_free)

/* Those that began last are last. A chat waits when the last word in it is the customer's. Who it
 * may be beside the one the source names is told where it knows a number alone: a number is
 * several people's at times, and nobody's name. Returns: (transfer full), or NULL with @error. */
DiapasonContactsNow *diapason_contacts_read (DiapasonDatabase *database,
                                             gint64 now,
                                             GError **error);

/* Whether the contact @interaction is a colleague's: its adviser is of a source that says who is
 * signed in, and is somebody else. Runs in a DiapasonReadFunc. */
gboolean diapason_contact_is_colleagues (DiapasonDatabase *database,
                                         gint64 interaction,
                                         gboolean *out,
                                         GError **error);

G_END_DECLS
