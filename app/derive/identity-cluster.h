/* identity-cluster.h: from links and verdicts to persons: a pure function, any thread.
 *
 * Links are taken from the strongest to the weakest: people's "same" (the last said first), then
 * what a source states, then name and e-mail, then name and phone; within a kind by names. A link
 * counts unless the two sides it would bring together hold
 *   - a pair that people said are different;
 *   - for rules: two birth dates that are known and differ;
 *   - for guesses (name and e-mail, name and phone): two records of one source, as far as rules
 *     brought them there; what people bring together adds to what rules found.
 * A guess is also left out where it points at two who cannot be one (one source, or different birth
 * dates): who could be either is neither, until a person says. So the result depends on the links
 * and verdicts alone, never on the order in which they came.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_IDENTITY_SAME, /* a person's verdict */
  DIAPASON_IDENTITY_REFERENCE,
  DIAPASON_IDENTITY_EMAIL,
  DIAPASON_IDENTITY_PHONE,
} DiapasonIdentityStrength;

typedef struct
{
  gint64 id;
  gint64 source;
  const char *source_name; /* borrowed, as all of them */
  const char *remote_id;
  const char *birth_date; /* (nullable) */
} DiapasonClusterNode;

/* By index of nodes. */
typedef struct
{
  guint a;
  guint b;
  DiapasonIdentityStrength strength;
  gint64 order; /* of a verdict */
} DiapasonClusterLink;

/* @nodes (element-type DiapasonClusterNode), ascending ids; @links and @parted (element-type
 * DiapasonClusterLink; of parted ones only a and b matter). @links is sorted in place.
 * Returns: (transfer full) (element-type gint64), for each node the id of its person: the smallest
 * of their ids. */
GArray *diapason_identity_cluster (GArray *nodes, GArray *links, GArray *parted);

G_END_DECLS
