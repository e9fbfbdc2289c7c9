/* hostile.h: what a server can do wrong with an answer, one way at a time.
 *
 * Each is played by a handler of a RawServer (raw-server.h), in the thread of its connection, for
 * as long as it is set.
 */
#pragma once

#include "raw-server.h"

G_BEGIN_DECLS

typedef struct _Hostile Hostile;

/* What a server plays: the data of hostile_answer(). */
typedef struct
{
  const Hostile *fault; /* (nullable) none: it answers well */
  const char *rows;     /* of a good answer */
  GBytes *body;         /* (owned) (nullable) the fault's, where it has to be made */
  gint64 written;       /* bytes of floods */
} HostilePlay;

struct _Hostile
{
  const char *row; /* of the fault matrix */
  const char *name;
  gboolean (*play) (HostilePlay *it, GOutputStream *out, GCancellable *cancellable);
  const char *text;       /* (nullable) what it plays with; of a long one: head \f piece \f tail */
  GBytes *(*body) (void); /* (nullable) the same when it has to be made: (transfer full) */
  const char *says;       /* (nullable) in the sentence at the source */
  gint64 bytes;           /* how many of the piece */
  gboolean is_slow;       /* it ends with the deadline alone */
  gboolean is_taken;      /* the answer is, but for rows that are left out */
};

/* How much one play may write, and what it may add to the memory of the one who reads. */
#define HOSTILE_FLOOD_BYTES  (G_GINT64_CONSTANT (2) << 30)
#define HOSTILE_MEMORY_BYTES ((64 + 16) << 20)

/* Faults on the wire, and faults of bodies. */
extern const Hostile hostile_wires[];
extern const guint hostile_n_wires;
extern const Hostile hostile_bodies[];
extern const guint hostile_n_bodies;

/* A RawHandler. */
gboolean hostile_answer (const char *request,
                         GOutputStream *out,
                         GCancellable *cancellable,
                         gpointer data);

/* For plays. They return FALSE: the connection is not to be used further. */
gboolean hostile_say (GOutputStream *out, GCancellable *cancellable, gconstpointer bytes, gssize n);
gboolean hostile_play_body (HostilePlay *it, GOutputStream *out, GCancellable *cancellable);

gboolean hostile_play_long (HostilePlay *it, GOutputStream *out, GCancellable *cancellable);

/* "{"rows":[…],"cursor":"c2","more":false}" around @rows. Returns: (transfer full). */
char *hostile_page (const char *rows);

G_END_DECLS
