/* upsert.h: the rows of entities' tables, written and compared by their declaration.
 *
 * Internal to store. Thread: the writer of cache.db.
 */
#pragma once

#include "database.h"
#include "entity.h"

G_BEGIN_DECLS

/* A column's value as it is stored: references are local ids by now. */
typedef struct
{
  gboolean is_text;
  gboolean is_integer; /* neither: NULL */
  gint64 integer;
  const char *text; /* (nullable) of the row it is made from, or: */
  char *made;       /* (owned) (nullable) */
} DiapasonCell;

/* Returns: (transfer full), @n cells that are NULL; the array frees what was made.
 * The row they are filled from has to outlive them. */
GArray *diapason_cells_new (guint n);

/* Sets the columns that are made from others. */
void diapason_cells_make (GArray *cells, const DiapasonEntityInfo *info);

/* Sets the column "permission": for a row whose cells to be withheld are NULL already. */
void diapason_cells_make_anonymous (GArray *cells, const DiapasonEntityInfo *info);

/* The row of @info as it stands. */
typedef struct
{
  gboolean exists;
  gboolean same;    /* it equals the cells it was compared with */
  gint64 reference; /* what the column asked for refers to; 0: nothing */
} DiapasonStanding;

/* Looks at row @id, compares it with @cells (nullable), and reads column @reference (-1: none). */
gboolean diapason_upsert_look (DiapasonDatabase *database,
                               const DiapasonEntityInfo *info,
                               gint64 id,
                               GArray *cells,
                               int reference,
                               DiapasonStanding *out,
                               GError **error);

/* Inserts or replaces the row of @id by @cells. */
gboolean diapason_upsert_write (DiapasonDatabase *database,
                                const DiapasonEntityInfo *info,
                                gint64 id,
                                GArray *cells,
                                GError **error);

/* Deletes the row of @id; none is no error. */
gboolean diapason_upsert_delete (DiapasonDatabase *database,
                                 const DiapasonEntityInfo *info,
                                 gint64 id,
                                 GError **error);

G_END_DECLS
