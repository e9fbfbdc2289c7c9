/* window-contacts.h: calls that come in, one after the other, as the bytes of a source's answers:
 * they are taken in by what takes in any page, as a round of the source would have it do.
 *
 * Thread: main. Holds a reference on the store.
 */
#pragma once

#include "store.h"

/* The source that tells them, and the adviser in it who is signed in. */
#define WINDOW_CONTACTS_SOURCE "platform"
#define WINDOW_CONTACTS_ME     "ME"

typedef struct _WindowContacts WindowContacts;

/* Returns: (transfer full). */
WindowContacts *window_contacts_new (DiapasonStore *store);
void window_contacts_free (WindowContacts *contacts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WindowContacts, window_contacts_free)

/* Hands in an answer in which the customer @customer calls, and the call before has ended. @mine:
 * with whoever is signed in, else with a colleague. */
void window_contacts_ring (WindowContacts *contacts, guint64 customer, gboolean mine);

/* Whether the last answer is in the cache. */
gboolean window_contacts_is_written (WindowContacts *contacts);

/* What the customer @customer is called, read from the cache. Returns: (transfer full). */
char *window_contacts_read_name (WindowContacts *contacts, guint64 customer);
