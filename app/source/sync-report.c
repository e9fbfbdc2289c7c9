/* sync-report.c: see sync-report.h. */
#include "sync-report.h"

static void
row_free (gpointer data)
{
  DiapasonSyncReportRow *row = data;

  g_free (row->source);
  g_free (row->stream);
  g_free (row->sentence);
  g_free (row);
}

DiapasonSyncReport *
diapason_sync_report_new (void)
{
  DiapasonSyncReport *report = g_new (DiapasonSyncReport, 1);

  report->rows = g_ptr_array_new_with_free_func (row_free);
  return report;
}

void
diapason_sync_report_free (DiapasonSyncReport *report)
{
  g_ptr_array_unref (report->rows);
  g_free (report);
}

DiapasonSyncReportRow *
diapason_sync_report_row (DiapasonSyncReport *report,
                          const char *source,
                          const char *stream,
                          DiapasonEntity entity)
{
  for (guint i = 0; i < report->rows->len; i++)
    {
      DiapasonSyncReportRow *row = g_ptr_array_index (report->rows, i);
      if (row->entity == entity && g_str_equal (row->stream, stream) &&
          g_str_equal (row->source, source))
        return row;
    }

  DiapasonSyncReportRow *row = g_new0 (DiapasonSyncReportRow, 1);
  row->source = g_strdup (source);
  row->stream = g_strdup (stream);
  row->entity = entity;
  g_ptr_array_add (report->rows, row);
  return row;
}

void
diapason_sync_report_add (DiapasonSyncReport *report, const DiapasonSyncReport *other)
{
  for (guint i = 0; i < other->rows->len; i++)
    {
      const DiapasonSyncReportRow *row = g_ptr_array_index (other->rows, i);
      DiapasonSyncReportRow *copy = g_memdup2 (row, sizeof *row);
      copy->source = g_strdup (row->source);
      copy->stream = g_strdup (row->stream);
      copy->sentence = g_strdup (row->sentence);
      g_ptr_array_add (report->rows, copy);
    }
}

gboolean
diapason_sync_report_is_success (const DiapasonSyncReport *report)
{
  for (guint i = 0; i < report->rows->len; i++)
    if (((DiapasonSyncReportRow *) g_ptr_array_index (report->rows, i))->sentence != NULL)
      return FALSE;
  return TRUE;
}
