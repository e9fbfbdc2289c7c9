/* window-desk.h: figures of the desk when another customer is to be shown: because a call comes in,
 * and because somebody goes on to the next row of what waits. Thread: main.
 *
 * Shown is a customer when their card is, and what is newest in their history: until then time goes
 * on. Beside it, in turn, a bare window shows labels and as many rows of four labels.
 */
#pragma once

#include "window-contacts.h"
#include "window.h"

typedef struct
{
  DiapasonWindow *window; /* (weak) ours, an adviser's day in it */
  DiapasonStore *store;   /* (weak) */
  GtkWindow *plain;       /* (weak) the floor's */
  GtkWidget *person;      /* (weak) in it: see window_plain_person_new() */
  gint64 size;            /* customers */
} WindowDesk;

/* Figures "switch.…" and "loop.switch", over @n rows of what waits. */
void window_desk_switch (const WindowDesk *desk, guint n);

/* Figures "contact.…" and "loop.contact", over @n calls, or as many as come while @goes_on
 * (@data). */
void window_desk_contacts (const WindowDesk *desk,
                           guint n,
                           gboolean (*goes_on) (gpointer data),
                           gpointer data);
