/* row.h: one row as a source tells it, on its way into the cache: what a mapping makes and an
 * upsert takes.
 *
 * A column that is not set is stored as NULL: a row is always whole. Built and used on one thread.
 */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_VALUE_NULL,
  DIAPASON_VALUE_TEXT,
  DIAPASON_VALUE_INTEGER,
  DIAPASON_VALUE_REFERENCE,
} DiapasonValueType;

typedef struct
{
  DiapasonValueType type;
  gint64 integer;
  char *text;   /* (owned) TEXT; the remote id of a REFERENCE */
  char *source; /* (owned) (nullable) REFERENCE: the source's name; NULL: the row's own source */
} DiapasonValue;

typedef struct
{
  const DiapasonEntityInfo *info;
  char *remote_id;  /* (owned) */
  gboolean deleted; /* a tombstone: values do not matter */
  gboolean has_revision;
  gint64 revision;       /* any number that grows with each change of the row at its source */
  DiapasonValue *values; /* (owned) info->n_columns of them */
} DiapasonRow;

DiapasonRow *diapason_row_new (const DiapasonEntityInfo *info, const char *remote_id);
void diapason_row_free (DiapasonRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonRow, diapason_row_free)

/* Sets what grows with each change of the row at its source. */
void diapason_row_set_revision (DiapasonRow *row, gint64 revision);
/* Setters by column index; @text NULL sets NULL. The second takes @text. */
void diapason_row_set_text (DiapasonRow *row, guint column, const char *text);
void diapason_row_take_text (DiapasonRow *row, guint column, char *text);
void diapason_row_set_integer (DiapasonRow *row, guint column, gint64 integer);
/* @source: NULL for the row's own; @remote_id NULL or "" sets NULL. */
void diapason_row_set_reference (DiapasonRow *row,
                                 guint column,
                                 const char *source,
                                 const char *remote_id);

G_END_DECLS
