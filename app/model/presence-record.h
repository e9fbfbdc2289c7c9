/* presence-record.h: whether somebody is there, as a reader hands it to the window. Immutable,
 * refcounted; may cross threads. Strings are owned and NULL where the source said nothing. */
#pragma once

#include "records.h"

G_BEGIN_DECLS

typedef struct
{
  char *channel; /* call, chat, email, sms */
  char *state;   /* available, busy, away, offline */
  gint64 since;  /* 0: unknown */
  char *set_by;  /* self, lead, platform */
  char *setter;  /* the name of whoever did it */
} DiapasonPresenceChannel;

typedef struct
{
  DiapasonOrigin origin;
  gboolean known;      /* whether a source tells it at all; else nothing below is there */
  char *state;         /* available, busy, away, offline */
  gint64 since;        /* 0: unknown */
  GPtrArray *channels; /* (element-type DiapasonPresenceChannel) as their source tells them */
} DiapasonPresenceRecord;

DiapasonPresenceRecord *diapason_presence_record_new (void);
DiapasonPresenceRecord *diapason_presence_record_ref (DiapasonPresenceRecord *record);
void diapason_presence_record_unref (DiapasonPresenceRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonPresenceRecord, diapason_presence_record_unref)

/* An element; plain, owned by the record. */
DiapasonPresenceChannel *diapason_presence_channel_new (void);

G_END_DECLS
