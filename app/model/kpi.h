/* kpi.h: the figures of experience, and what they are summed up from.
 *
 * Nothing here, or anywhere, measures time or cost. Plain values, any thread.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Stored in cache.db: numbers never change meaning. */
typedef enum
{
  DIAPASON_KPI_NONE = 0,
  DIAPASON_KPI_NPS = 1,          /* would recommend, 0 to 10: promoters less detractors */
  DIAPASON_KPI_SATISFACTION = 2, /* the criterion "satisfaction", 1 to 5: the mean */
  DIAPASON_KPI_SOLVED = 3,       /* the criterion "solved", 1: it was, and at the first contact */
  DIAPASON_KPI_PROMISES = 4,     /* promises that came to their end, 1: kept in time, 0: not */
  DIAPASON_KPI_HEARD = 5,        /* answers seen to, 1: their customer heard back, 0: not */
  DIAPASON_N_KPIS,
} DiapasonKpi;

/* What a figure needs to know of any number of answers: sums of two groups add up to those of both.
 */
typedef struct
{
  gint64 n;
  gint64 plus;  /* promoters; of yes and no: yes */
  gint64 minus; /* detractors; of yes and no: no */
  gint64 sum;   /* of what was given */
  gint64 squares;
} DiapasonKpiSums;

/* Adds one answer of @value @times (1, or -1: takes it out again). */
void diapason_kpi_sums_count (DiapasonKpiSums *sums, DiapasonKpi kpi, gint64 value, int times);

/* Adds what @others were made of. */
void diapason_kpi_sums_add (DiapasonKpiSums *sums, const DiapasonKpiSums *others);

/* So that the longest period can be told of each of the last thirteen weeks. */
#define DIAPASON_BOARD_WEEKS 26

/* The figures of whoever is signed in; immutable, refcounted, may cross threads. */
typedef struct
{
  gboolean known; /* somebody is signed in as an adviser */
  char *adviser;  /* (owned) (nullable) their name, as a source tells it */
  guint days;     /* how many the period has; it ends today */
  struct
  {
    DiapasonKpiSums now;                         /* of the period */
    DiapasonKpiSums before;                      /* of as many days before it */
    DiapasonKpiSums weeks[DIAPASON_BOARD_WEEKS]; /* each seven days, the last ends today */
  } kpis[DIAPASON_N_KPIS];
  gint64 asked, answered; /* customers, in the survey waves that the period touches */
  char *words;            /* (owned) (nullable) of the newest answer of the period that has some */
  gint64 score;           /* given with them, 0 to 10 */
  gint64 said_at;
  gint64 promises_due; /* promises of theirs that are still open */
  gint64 unheard;      /* answers that are not seen to, and whose customers may be contacted */
} DiapasonBoardRecord;

DiapasonBoardRecord *diapason_board_record_new (void);
DiapasonBoardRecord *diapason_board_record_ref (DiapasonBoardRecord *record);
void diapason_board_record_unref (DiapasonBoardRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonBoardRecord, diapason_board_record_unref)

G_END_DECLS
