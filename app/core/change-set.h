/* change-set.h: what a committed transaction changed, by kind.
 *
 * Filled on the writer's thread by the upserts and derive steps, sealed by COMMIT, thrown away by
 * ROLLBACK, coalesced on the way to the main thread and read there. Above DIAPASON_CHANGE_SET_LIMIT
 * ids of a kind it only says that the kind changed.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_CHANGE_SET_LIMIT 1000 /* ids of one kind */
#define DIAPASON_CHANGE_SET_KINDS 64

typedef enum
{
  DIAPASON_CHANGE_ADDED,
  DIAPASON_CHANGE_CHANGED,
  DIAPASON_CHANGE_REMOVED,
} DiapasonChange;

typedef struct _DiapasonChangeSet DiapasonChangeSet;

DiapasonChangeSet *diapason_change_set_new (void);
DiapasonChangeSet *diapason_change_set_ref (DiapasonChangeSet *set);
void diapason_change_set_unref (DiapasonChangeSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonChangeSet, diapason_change_set_unref)

/* Notes that the row @id of @kind (a DiapasonEntity, < DIAPASON_CHANGE_SET_KINDS) changed. Added
 * then changed stays added; added then removed is nothing; removed then added is changed. */
void diapason_change_set_note (DiapasonChangeSet *set,
                               guint kind,
                               DiapasonChange change,
                               gint64 id);

/* Moves everything of @from into @into (later in time). */
void diapason_change_set_merge (DiapasonChangeSet *into, DiapasonChangeSet *from);

/* Whether nothing was noted, or all of it cancelled out. */
gboolean diapason_change_set_is_empty (DiapasonChangeSet *set);

/* Whether anything of @kind changed. */
gboolean diapason_change_set_has_kind (DiapasonChangeSet *set, guint kind);

/* Whether so many of @kind changed that ids are not told. */
gboolean diapason_change_set_is_whole_kind (DiapasonChangeSet *set, guint kind);

/* Whether @id of @kind is touched (TRUE for every id when the whole kind is). */
gboolean diapason_change_set_touches (DiapasonChangeSet *set, guint kind, gint64 id);

/* The ids of @kind with @change, ascending. Returns: (transfer container) (element-type gint64). */
GArray *diapason_change_set_ids (DiapasonChangeSet *set, guint kind, DiapasonChange change);

/* A GCompareFunc of gint64 *, ascending, for arrays of ids. Any thread. */
int diapason_compare_ids (gconstpointer a, gconstpointer b);

G_END_DECLS
