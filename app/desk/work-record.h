/* work-record.h: something that waits to be seen to, as the window shows it: a verbatim with its
 * points and reasons, or a promise. Immutable, refcounted; may cross threads. */
#pragma once

#include "priority.h"

G_BEGIN_DECLS

typedef struct
{
  DiapasonEventRecord *event;        /* (owned) VERBATIM or PROMISE */
  gint64 person;                     /* 0: nobody is, or is to be, joined with it */
  char *name;                        /* (owned) (nullable) what they are called */
  gboolean is_mine;                  /* the contact it is about; who promised */
  gboolean is_spoken_to;             /* they are on the line */
  DiapasonVerbatimPriority priority; /* verbatims */
} DiapasonWorkRecord;

/* Takes @event. Returns: (transfer full). */
DiapasonWorkRecord *diapason_work_record_new (DiapasonEventRecord *event);
DiapasonWorkRecord *diapason_work_record_ref (DiapasonWorkRecord *record);
void diapason_work_record_unref (DiapasonWorkRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonWorkRecord, diapason_work_record_unref)

G_END_DECLS
