/* work-record.c: see work-record.h. Thread: any. */
#include "work-record.h"

static void
work_record_clear (gpointer data)
{
  DiapasonWorkRecord *record = data;

  diapason_event_record_unref (record->event);
  g_free (record->name);
}

DiapasonWorkRecord *
diapason_work_record_new (DiapasonEventRecord *event)
{
  DiapasonWorkRecord *record = g_atomic_rc_box_new0 (DiapasonWorkRecord);

  record->event = event;
  return record;
}

DiapasonWorkRecord *
diapason_work_record_ref (DiapasonWorkRecord *record)
{
  return g_atomic_rc_box_acquire (record);
}

void
diapason_work_record_unref (DiapasonWorkRecord *record)
{
  g_atomic_rc_box_release_full (record, work_record_clear);
}
