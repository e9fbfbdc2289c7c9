/* contact-record.h: a contact that goes on now, as a reader hands it to the window. Immutable,
 * refcounted; may cross threads. Strings are owned and NULL where the source said nothing. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_LIVE_RINGS,   /* nobody has answered the call yet */
  DIAPASON_LIVE_WAITS,   /* for a word of the house */
  DIAPASON_LIVE_GOES_ON, /* and no source says more */
} DiapasonLiveState;

/* Somebody else it may be: they have the number that the contact came from. */
typedef struct
{
  gint64 person;
  char *name; /* (nullable) */
  char *city; /* (nullable) */
} DiapasonCandidateRecord;

typedef struct
{
  gint64 id;     /* of the interaction */
  gint64 person; /* 0: no source says who it is */
  char *name;    /* what that person is called, maybe by their number alone */
  char *channel; /* call, chat */
  DiapasonLiveState state;
  gint64 began_at;
  gint64 since;          /* when that state began */
  char *words;           /* theirs, the last; or the subject */
  char *language;        /* of the words */
  GPtrArray *candidates; /* (element-type DiapasonCandidateRecord) where only a number is known */
} DiapasonContactRecord;

DiapasonContactRecord *diapason_contact_record_new (void);
DiapasonContactRecord *diapason_contact_record_ref (DiapasonContactRecord *record);
void diapason_contact_record_unref (DiapasonContactRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonContactRecord, diapason_contact_record_unref)

/* An element; plain, owned by the record. */
DiapasonCandidateRecord *diapason_candidate_record_new (void);

G_END_DECLS
