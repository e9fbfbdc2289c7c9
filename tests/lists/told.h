/* told.h: what somebody has of a list who has heard of each of its changes, and nothing else: that
 * is what the list is.
 *
 * Thread: main.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GListModel *list; /* (weak) */
  GPtrArray *rows;  /* (owned) borrowed items */
  guint n_gone;     /* rows, so far */
  guint n_come;     /* likewise */
  guint most;       /* that went, or came, with one change */
} Told;

/* From now on; @list is empty. It is let go of before @told is cleared. */
void told_init (Told *told, GListModel *list);
void told_clear (Told *told);

/* Nothing came or went so far. */
void told_forget (Told *told);

/* Puts @added new objects in the place of @removed. */
void told_splice (GListStore *store, guint position, guint removed, guint added);

G_END_DECLS
