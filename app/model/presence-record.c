/* presence-record.c: see presence-record.h. Thread: any. */
#include "presence-record.h"

static void
channel_free (gpointer data)
{
  DiapasonPresenceChannel *channel = data;

  g_free (channel->channel);
  g_free (channel->state);
  g_free (channel->set_by);
  g_free (channel->setter);
  g_free (channel);
}

static void
presence_clear (gpointer data)
{
  DiapasonPresenceRecord *record = data;

  g_free (record->origin.source);
  g_free (record->origin.source_label);
  g_free (record->origin.remote_id);
  g_free (record->state);
  g_ptr_array_unref (record->channels);
}

DiapasonPresenceRecord *
diapason_presence_record_new (void)
{
  DiapasonPresenceRecord *record = g_atomic_rc_box_new0 (DiapasonPresenceRecord);

  record->channels = g_ptr_array_new_with_free_func (channel_free);
  return record;
}

DiapasonPresenceRecord *
diapason_presence_record_ref (DiapasonPresenceRecord *record)
{
  return g_atomic_rc_box_acquire (record);
}

void
diapason_presence_record_unref (DiapasonPresenceRecord *record)
{
  g_atomic_rc_box_release_full (record, presence_clear);
}

DiapasonPresenceChannel *
diapason_presence_channel_new (void)
{
  return g_new0 (DiapasonPresenceChannel, 1);
}
