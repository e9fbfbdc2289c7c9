/* records.c: making and freeing what readers hand to the window.
 *
 * Thread: any; a record does not change once it has left the reader that filled it.
 */
#include "records.h"

static void
origin_clear (DiapasonOrigin *origin)
{
  g_free (origin->source);
  g_free (origin->source_label);
  g_free (origin->remote_id);
}

static void
contact_point_free (gpointer data)
{
  DiapasonContactPointRecord *record = data;

  origin_clear (&record->origin);
  g_free (record->kind);
  g_free (record->value);
  g_free (record);
}

static void
contract_free (gpointer data)
{
  DiapasonContractRecord *record = data;

  origin_clear (&record->origin);
  g_free (record->number);
  g_free (record->product);
  g_free (record->status);
  g_free (record->currency);
  g_free (record);
}

static void
relation_free (gpointer data)
{
  DiapasonRelationRecord *record = data;

  origin_clear (&record->origin);
  g_free (record->name);
  g_free (record->kind);
  g_free (record);
}

static void
fact_free (gpointer data)
{
  DiapasonCustomerFactRecord *record = data;

  origin_clear (&record->origin);
  g_free (record->what);
  g_free (record->words);
  g_free (record->consent_by);
  g_free (record->maker);
  g_free (record->maker_name);
  g_free (record->until);
  g_free (record);
}

static void
member_free (gpointer data)
{
  DiapasonMemberRecord *record = data;

  origin_clear (&record->origin);
  g_free (record->name);
  g_free (record->rule);
  g_free (record->evidence);
  g_free (record);
}

static void
parted_free (gpointer data)
{
  DiapasonPartedRecord *record = data;

  origin_clear (&record->origin);
  g_free (record->key);
  g_free (record->name);
  g_free (record);
}

static void
diapason_person_record_clear (DiapasonPersonRecord *record)
{
  origin_clear (&record->origin);
  g_free (record->name);
  g_free (record->birth_date);
  g_free (record->language);
  g_free (record->street);
  g_free (record->postcode);
  g_free (record->city);
  g_free (record->country);
  g_free (record->value);
  g_free (record->household);
  g_ptr_array_unref (record->members);
  g_ptr_array_unref (record->contact_points);
  g_ptr_array_unref (record->contracts);
  g_ptr_array_unref (record->relations);
  g_ptr_array_unref (record->facts);
  g_ptr_array_unref (record->parted);
}

static void
diapason_event_record_clear (DiapasonEventRecord *record)
{
  if (record->texts != NULL)
    {
      g_free (record->texts);
      return;
    }
  origin_clear (&record->origin);
  g_free (record->channel);
  g_free (record->direction);
  g_free (record->subject);
  g_free (record->reason);
  g_free (record->summary);
  g_free (record->solved);
  g_free (record->state);
  g_free (record->text);
  g_free (record->adviser);
  g_free (record->about);
  g_free (record->wave);
  g_free (record->author_name);
  g_free (record->language);
  g_free (record->permission);
  g_free (record->permission_by);
  g_free (record->permission_until);
}

static void
diapason_answer_record_clear (DiapasonAnswerRecord *record)
{
  origin_clear (&record->origin);
  g_free (record->criterion);
}

static void
diapason_message_record_clear (DiapasonMessageRecord *record)
{
  origin_clear (&record->origin);
  g_free (record->author);
  g_free (record->author_name);
  g_free (record->kind);
  g_free (record->body);
  g_free (record->language);
}

static void
diapason_find_hit_clear (DiapasonFindHit *hit)
{
  origin_clear (&hit->origin);
  g_free (hit->who);
  g_free (hit->title);
  g_free (hit->detail);
}

static void
diapason_article_record_clear (DiapasonArticleRecord *record)
{
  origin_clear (&record->origin);
  g_free (record->title);
  g_free (record->body);
  g_free (record->topic);
  g_free (record->language);
}

DiapasonPersonRecord *
diapason_person_record_new (void)
{
  DiapasonPersonRecord *record = g_atomic_rc_box_new0 (DiapasonPersonRecord);

  record->members = g_ptr_array_new_with_free_func (member_free);
  record->contact_points = g_ptr_array_new_with_free_func (contact_point_free);
  record->contracts = g_ptr_array_new_with_free_func (contract_free);
  record->relations = g_ptr_array_new_with_free_func (relation_free);
  record->facts = g_ptr_array_new_with_free_func (fact_free);
  record->parted = g_ptr_array_new_with_free_func (parted_free);
  return record;
}

DiapasonPersonRecord *
diapason_person_record_ref (DiapasonPersonRecord *record)
{
  return g_atomic_rc_box_acquire (record);
}

void
diapason_person_record_unref (DiapasonPersonRecord *record)
{
  g_atomic_rc_box_release_full (record, (GDestroyNotify) diapason_person_record_clear);
}

DiapasonEventRecord *
diapason_event_record_new (void)
{
  return g_atomic_rc_box_new0 (DiapasonEventRecord);
}

DiapasonEventRecord *
diapason_event_record_ref (DiapasonEventRecord *record)
{
  return g_atomic_rc_box_acquire (record);
}

void
diapason_event_record_unref (DiapasonEventRecord *record)
{
  g_atomic_rc_box_release_full (record, (GDestroyNotify) diapason_event_record_clear);
}

DiapasonMessageRecord *
diapason_message_record_new (void)
{
  return g_atomic_rc_box_new0 (DiapasonMessageRecord);
}

DiapasonMessageRecord *
diapason_message_record_ref (DiapasonMessageRecord *record)
{
  return g_atomic_rc_box_acquire (record);
}

void
diapason_message_record_unref (DiapasonMessageRecord *record)
{
  g_atomic_rc_box_release_full (record, (GDestroyNotify) diapason_message_record_clear);
}

DiapasonAnswerRecord *
diapason_answer_record_new (void)
{
  return g_atomic_rc_box_new0 (DiapasonAnswerRecord);
}

DiapasonAnswerRecord *
diapason_answer_record_ref (DiapasonAnswerRecord *record)
{
  return g_atomic_rc_box_acquire (record);
}

void
diapason_answer_record_unref (DiapasonAnswerRecord *record)
{
  g_atomic_rc_box_release_full (record, (GDestroyNotify) diapason_answer_record_clear);
}

DiapasonArticleRecord *
diapason_article_record_new (void)
{
  return g_atomic_rc_box_new0 (DiapasonArticleRecord);
}

DiapasonArticleRecord *
diapason_article_record_ref (DiapasonArticleRecord *record)
{
  return g_atomic_rc_box_acquire (record);
}

void
diapason_article_record_unref (DiapasonArticleRecord *record)
{
  g_atomic_rc_box_release_full (record, (GDestroyNotify) diapason_article_record_clear);
}

DiapasonFindHit *
diapason_find_hit_new (void)
{
  return g_atomic_rc_box_new0 (DiapasonFindHit);
}

DiapasonFindHit *
diapason_find_hit_ref (DiapasonFindHit *hit)
{
  return g_atomic_rc_box_acquire (hit);
}

void
diapason_find_hit_unref (DiapasonFindHit *hit)
{
  g_atomic_rc_box_release_full (hit, (GDestroyNotify) diapason_find_hit_clear);
}

DiapasonContactPointRecord *
diapason_contact_point_record_new (void)
{
  return g_new0 (DiapasonContactPointRecord, 1);
}

DiapasonContractRecord *
diapason_contract_record_new (void)
{
  return g_new0 (DiapasonContractRecord, 1);
}

DiapasonRelationRecord *
diapason_relation_record_new (void)
{
  return g_new0 (DiapasonRelationRecord, 1);
}

const char *
diapason_customer_fact_word (DiapasonCustomerFact fact)
{
  static const char *const words[DIAPASON_N_CUSTOMER_FACTS] = {
    [DIAPASON_CUSTOMER_FACT_NEED] = DIAPASON_FACT_KIND_NEED,
    [DIAPASON_CUSTOMER_FACT_RISK] = "churn_risk",
    [DIAPASON_CUSTOMER_FACT_HOLD] = "marketing_hold",
  };

  g_return_val_if_fail (fact < DIAPASON_N_CUSTOMER_FACTS, NULL);

  return words[fact];
}

DiapasonCustomerFactRecord *
diapason_customer_fact_record_new (void)
{
  return g_new0 (DiapasonCustomerFactRecord, 1);
}

DiapasonPartedRecord *
diapason_parted_record_new (void)
{
  return g_new0 (DiapasonPartedRecord, 1);
}

DiapasonMemberRecord *
diapason_member_record_new (void)
{
  return g_new0 (DiapasonMemberRecord, 1);
}
