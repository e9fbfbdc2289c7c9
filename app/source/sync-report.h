/* sync-report.h: what one round brought, a row per source and stream. A value; main thread. */
#pragma once

#include <gio/gio.h>

#include "entity.h"

G_BEGIN_DECLS

typedef struct
{
  char *source; /* (owned) its name */
  char *stream; /* (owned) its name in the descriptor; "" for what concerns the source as a whole */
  DiapasonEntity entity; /* DIAPASON_ENTITY_NONE with stream "" */
  guint added;
  guint changed;
  guint deleted;
  guint refused; /* elements that could not be read */
  double seconds;
  char *sentence; /* (owned) (nullable) why it failed */
} DiapasonSyncReportRow;

typedef struct
{
  GPtrArray
      *rows; /* (owned) (element-type DiapasonSyncReportRow) in the order of sources and streams */
} DiapasonSyncReport;

DiapasonSyncReport *diapason_sync_report_new (void);
void diapason_sync_report_free (DiapasonSyncReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonSyncReport, diapason_sync_report_free)

/* The row of @stream of @source and what it makes of @entity, made when it is new. Borrowed. */
DiapasonSyncReportRow *diapason_sync_report_row (DiapasonSyncReport *report,
                                                 const char *source,
                                                 const char *stream,
                                                 DiapasonEntity entity);

/* Adds copies of the rows of @other. */
void diapason_sync_report_add (DiapasonSyncReport *report, const DiapasonSyncReport *other);

/* Whether no row carries a sentence. */
gboolean diapason_sync_report_is_success (const DiapasonSyncReport *report);

G_END_DECLS
