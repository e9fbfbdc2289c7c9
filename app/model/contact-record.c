/* contact-record.c: see contact-record.h. Thread: any. */
#include "contact-record.h"

static void
candidate_free (gpointer data)
{
  DiapasonCandidateRecord *candidate = data;

  g_free (candidate->name);
  g_free (candidate->city);
  g_free (candidate);
}

static void
contact_clear (gpointer data)
{
  DiapasonContactRecord *record = data;

  g_free (record->name);
  g_free (record->channel);
  g_free (record->words);
  g_free (record->language);
  g_ptr_array_unref (record->candidates);
}

DiapasonContactRecord *
diapason_contact_record_new (void)
{
  DiapasonContactRecord *record = g_atomic_rc_box_new0 (DiapasonContactRecord);

  record->candidates = g_ptr_array_new_with_free_func (candidate_free);
  return record;
}

DiapasonContactRecord *
diapason_contact_record_ref (DiapasonContactRecord *record)
{
  return g_atomic_rc_box_acquire (record);
}

void
diapason_contact_record_unref (DiapasonContactRecord *record)
{
  g_atomic_rc_box_release_full (record, contact_clear);
}

DiapasonCandidateRecord *
diapason_candidate_record_new (void)
{
  return g_new0 (DiapasonCandidateRecord, 1);
}
