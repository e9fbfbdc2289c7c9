/* table-kpi.h: what counts in a figure, and the sums of it by day. Thread: the writer of cache.db.
 */
#pragma once

#include "kpi.h"
#include "store.h"

G_BEGIN_DECLS

/* What a row of a source gives to a figure. */
typedef struct
{
  gint64 record;
  DiapasonKpi kpi;
  gint64 adviser;
  gint64 at;         /* milliseconds UTC; as it was told */
  gint64 first_seen; /* of the record */
  gint64 day;        /* days since 1970-01-01 in the company's zone */
  gint64 value;
  gint64 revision; /* -1: none */
  gint64 version;  /* of the step that made it */
} DiapasonKpiEntry;

/* What @record gives, all but days and versions, as it stands: at most once to each figure.
 * Returns: (transfer full) (element-type DiapasonKpiEntry), or NULL with @error. */
GArray *diapason_kpi_read (DiapasonDatabase *database, gint64 record, GError **error);

/* The answers of the verbatim @record; none for another record. Returns: (transfer full)
 * (element-type gint64), or NULL with @error. */
GArray *diapason_kpi_answers (DiapasonDatabase *database, gint64 record, GError **error);

/* Makes @entries (element-type DiapasonKpiEntry) all those of @record, and the cells agree. Notes
 * DIAPASON_KIND_KPI for the adviser whose figures change. */
gboolean diapason_kpi_set (DiapasonDatabase *database,
                           gint64 record,
                           GArray *entries,
                           GError **error);

/* Queues what @person (0: nobody) answered: something else is in their history now. */
gboolean diapason_kpi_queue_person (DiapasonDatabase *database, gint64 person, GError **error);

/* The company's zone, by which days are made; UTC until it was told. Returns: (transfer full), or
 * NULL with @error. Also in a DiapasonReadFunc. */
GTimeZone *diapason_kpi_zone (DiapasonDatabase *database, GError **error);

/* Makes it @zone, an IANA name. *@out_changed: days were made by another one. */
gboolean diapason_kpi_set_zone (DiapasonDatabase *database,
                                const char *zone,
                                gboolean *out_changed,
                                GError **error);

G_END_DECLS
