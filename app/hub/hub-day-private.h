/* hub-day-private.h: what the parts of a day that goes on share.
 *
 * hub-day.c has the queue of events and begins contacts, hub-day-caller.c finds who calls,
 * hub-day-desk.c who answers, hub-day-script.c what is said, hub-day-contact.c leads a contact from
 * its beginning to its end, hub-day-visit.c what some do before, hub-day-survey.c what they say
 * after, hub-day-round.c does what is not a contact, or was one before the hub started. Thread: the
 * hub's.
 */
#pragma once

#include "company-feedback.h"
#include "company-record.h"
#include "company-scene.h"
#include "company.h"
#include "hub-day.h"

G_BEGIN_DECLS

#define DIAPASON_HUB_DAY_NOBODY G_MAXUINT

typedef char DiapasonHubDayId[40];

/* Somebody who calls or writes, as far as the file knows them. */
typedef struct
{
  DiapasonCompanyPerson person;
  DiapasonCompanyCaller caller; /* of @person */
  DiapasonHubDayId contact;     /* the contact platform's id */
  DiapasonHubDayId customer;    /* the CRM's; "": not known there */
  char *street;                 /* (owned) */
  char *city;                   /* (owned) */
  DiapasonCompanyRandom random; /* of what they come with */
} DiapasonHubDayCaller;

/* What somebody says, or writes down. */
typedef struct
{
  DiapasonCompanyAuthor author;
  gboolean note;
  gint64 pause; /* milliseconds after the line before it */
  char *body;   /* (owned) */
} DiapasonHubDayLine;

/* A contact and how it will go. */
typedef struct
{
  DiapasonHubDayId id;
  DiapasonCompanyChannel channel;
  DiapasonHubDayCaller *caller; /* (owned) */
  guint adviser;                /* number, or DIAPASON_HUB_DAY_NOBODY */
  gboolean is_held;             /* they have it on their desk */
  gboolean is_outward;          /* the house began it */
  gboolean is_found;            /* it was there before the day began */
  gboolean is_taken;            /* the file says that it is theirs */
  guint delays;                 /* because they had no time */
  gint64 stamp;                 /* tells whether somebody else changed it */
  GSequenceIter *event;         /* what happens next to it */

  GArray *lines; /* (owned) of DiapasonHubDayLine */
  guint n_said;
  gint64 last_pause;  /* from the last line to its end */
  char *subject;      /* (owned) (nullable) */
  const char *reason; /* (nullable) */
  char *summary;      /* (owned) (nullable) */
  guint level;
  DiapasonCompanySolved solved;
  gboolean is_answered; /* the house takes part */
  char *promise;        /* (owned) (nullable) */
  gint64 due;
} DiapasonHubDayContact;

/* What an adviser of the staff has on their desk. */
typedef struct
{
  guint calls;
  guint chats;
  guint open; /* of both: an adviser gets a chat before it is theirs in the file */
} DiapasonHubDayDesk;

struct _DiapasonHubDay
{
  DiapasonHubDatabase *database; /* (unowned) */
  double pace;
  gboolean always_open;

  DiapasonCompanyStaff *staff; /* (owned) as the file has it */
  DiapasonHubDayDesk *desks;   /* (owned) one an adviser */
  guint demo_adviser;          /* number, or DIAPASON_HUB_DAY_NOBODY */
  DiapasonCompany company;     /* what a scene asks of it */
  DiapasonCompanyScene scene;
  DiapasonCompanyRandom random;

  GSequence *events;
  guint64 n_events;     /* so far: keeps the order of those of one instant */
  gint64 put_off;       /* milliseconds, all events */
  gint64 seen;          /* the clock, when it was last looked at */
  gint64 now;           /* the instant of the event that happens */
  GHashTable *contacts; /* (owned) (element-type utf8 DiapasonHubDayContact) by id */
  GHashTable *coming;   /* (owned) (element-type DiapasonHubDayCaller int) to their channel */
  GQueue waiting;       /* (unowned) calls that nobody was free for */
  guint counts[DIAPASON_COMPANY_N_CHANNELS]; /* of contacts that began on the day */
  guint found[DIAPASON_COMPANY_N_CHANNELS];  /* … and before */
};

/* hub-day.c */

typedef void (*DiapasonHubDayAct) (DiapasonHubDay *day, gpointer subject);

/* @act happens @low … @high seconds of the day's pace from now. */
GSequenceIter *diapason_hub_day_later (DiapasonHubDay *day,
                                       double low,
                                       double high,
                                       DiapasonHubDayAct act,
                                       gpointer subject);

/* Seconds from one to the next of @per_cent of all contacts, in the middle. */
double diapason_hub_day_interval (DiapasonHubDay *day, guint per_cent);

/* Whether somebody works in @country now. */
gboolean diapason_hub_day_is_open (DiapasonHubDay *day, DiapasonCompanyCountry country);

/* The next number of what is born on such days. */
gint64 diapason_hub_day_number (DiapasonHubDay *day);

/* hub-day-caller.c */

/* The file's word for a language, and the country where most speak it. */
DiapasonCompanyLanguage diapason_hub_day_language (const char *code);
DiapasonCompanyCountry diapason_hub_day_country (DiapasonCompanyLanguage language);

/* Whether @given is one of the company's names for women: the file tells nobody's gender. */
gboolean diapason_hub_day_is_womans (const char *given);

/* Somebody by chance who can be reached by @channel; NULL when nobody was found quickly. */
DiapasonHubDayCaller *diapason_hub_day_caller_find (DiapasonHubDay *day,
                                                    DiapasonCompanyChannel channel);

/* Who is called @contact. Returns: (transfer full) (nullable). */
DiapasonHubDayCaller *diapason_hub_day_caller_load (DiapasonHubDay *day, const char *contact);

/* Whether they are in contact with the house. */
gboolean diapason_hub_day_is_here_already (DiapasonHubDay *day, const DiapasonHubDayCaller *caller);

void diapason_hub_day_caller_free (DiapasonHubDayCaller *caller);

/* hub-day-desk.c */

/* Reads who works there. */
void diapason_hub_day_hire (DiapasonHubDay *day);

/* Whether the house where @adviser works is open. */
gboolean diapason_hub_day_is_at_work (DiapasonHubDay *day, guint adviser);

/* Somebody who is free for @channel and speaks @language; DIAPASON_HUB_DAY_NOBODY. */
guint diapason_hub_day_find_adviser (DiapasonHubDay *day,
                                     DiapasonCompanyChannel channel,
                                     DiapasonCompanyLanguage language);

/* The number of the adviser called @id; DIAPASON_HUB_DAY_NOBODY. */
guint diapason_hub_day_adviser_number (DiapasonHubDay *day, const char *id);

/* Whether they have nothing to do that hinders a call, or a chat. */
gboolean diapason_hub_day_is_free (DiapasonHubDay *day,
                                   guint adviser,
                                   DiapasonCompanyChannel channel);

/* Whether they have time to write. */
gboolean diapason_hub_day_may_write (DiapasonHubDay *day, guint adviser);

/* Puts a call or a chat on its adviser's desk, if it is not there, and takes it off again, if it
 * is. Presence follows by diapason_hub_day_show(). */
void diapason_hub_day_hold (DiapasonHubDay *day, DiapasonHubDayContact *contact);
void diapason_hub_day_let_go (DiapasonHubDay *day, DiapasonHubDayContact *contact);

/* Says that they are busy when a call or a chat of theirs is open, and available when they were
 * busy and none is. */
void diapason_hub_day_show (DiapasonHubDay *day, guint adviser);

/* Whether the file says @state of them. */
gboolean diapason_hub_day_is_present (DiapasonHubDay *day, guint adviser, const char *state);

/* Says @state of them, if it says anything else. */
void diapason_hub_day_set_presence (DiapasonHubDay *day, guint adviser, const char *state);

/* hub-day-script.c */

/* What was promised, for the contact that keeps it. */
typedef struct
{
  const char *text;
  gint64 due;
  const char *reason;  /* (nullable) of the contact it was made in */
  const char *subject; /* (nullable) likewise */
} DiapasonHubDayPromise;

/* Decides how @contact, with caller and adviser, will go from now on. @promise (nullable): it is
 * the house that calls, to keep it. */
void diapason_hub_day_script (DiapasonHubDay *day,
                              DiapasonHubDayContact *contact,
                              DiapasonCompanyTurn turn,
                              const DiapasonHubDayPromise *promise);

/* The same for one that was found half way; @is_waiting: nobody answered yet. It ends after minutes
 * at any pace: somebody may be at it. */
void diapason_hub_day_script_rest (DiapasonHubDay *day,
                                   DiapasonHubDayContact *contact,
                                   gboolean is_waiting);

/* hub-day-contact.c */

/* Begins a contact of @caller (transfer full), if there is room for it. */
void diapason_hub_day_begin (DiapasonHubDay *day,
                             DiapasonHubDayCaller *caller,
                             DiapasonCompanyChannel channel);

/* @adviser (free for it) calls or writes to @caller (transfer full) to keep @promise. */
void diapason_hub_day_begin_outward (DiapasonHubDay *day,
                                     DiapasonHubDayCaller *caller,
                                     DiapasonCompanyChannel channel,
                                     guint adviser,
                                     DiapasonCompanyTurn turn,
                                     const DiapasonHubDayPromise *promise);

/* Goes on with contact @id, which is in the file and not closed. @adviser (nullable): its id. */
void diapason_hub_day_adopt (DiapasonHubDay *day,
                             const char *id,
                             const char *contact,
                             const char *adviser,
                             DiapasonCompanyChannel channel,
                             gboolean is_waiting);

/* Somebody became free: they take the call that has waited longest for them. */
void diapason_hub_day_take_waiting (DiapasonHubDay *day, guint adviser);

void diapason_hub_day_contact_free (DiapasonHubDayContact *contact);

/* hub-day-visit.c */

/* @caller may look for help in the shop before they use @channel. Returns: whether they do; they
 * (transfer full, then) come later, or need not come any more. */
gboolean diapason_hub_day_visit (DiapasonHubDay *day,
                                 DiapasonHubDayCaller *caller,
                                 DiapasonCompanyChannel channel);

/* hub-day-survey.c */

/* Asks about @contact, which has ended and which somebody saw to. */
void diapason_hub_day_survey_ask (DiapasonHubDay *day, const DiapasonHubDayContact *contact);

/* Somebody answers about an earlier contact. */
void diapason_hub_day_survey_round (DiapasonHubDay *day, gpointer subject);

/* hub-day-recall.c */

/* Finds kind and product of a contact with @reason in which @words were said. @experience has its
 * language. */
void diapason_hub_day_recall (DiapasonCompanyExperience *experience,
                              const char *reason,
                              const char *words);

/* hub-day-round.c */

/* Takes over what is open in the file, and says of everybody where they are. */
void diapason_hub_day_settle_in (DiapasonHubDay *day);

/* Begins the rounds, each of which begins its next. */
void diapason_hub_day_begin_rounds (DiapasonHubDay *day);

G_END_DECLS
