/* company-scene.h: what is said in one contact, line by line, with its hours.
 *
 * The lines of one contact lie in buffers that are used again for the next. The director
 * (company-plot.c) says what kind of contact it is and how it ends; the scene finds the words. One
 * thread at a time.
 */
#pragma once

#include "company-contacts.h"
#include "company-speech.h"
#include "company-stories.h"

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_COMPANY_FIRST,   /* comes with something new */
  DIAPASON_COMPANY_AGAIN,   /* comes back; nothing had been promised */
  DIAPASON_COMPANY_CHASES,  /* comes back; a promise was not kept */
  DIAPASON_COMPANY_KEEPS,   /* the adviser keeps a promise */
  DIAPASON_COMPANY_LATE,    /* … after its day */
  DIAPASON_COMPANY_REMINDS, /* the machine tells of an appointment */
  DIAPASON_COMPANY_MISSED,  /* rang, and nobody answered in time */
} DiapasonCompanyTurn;

typedef enum
{
  DIAPASON_COMPANY_YES,
  DIAPASON_COMPANY_PARTLY,
  DIAPASON_COMPANY_NO,
} DiapasonCompanySolved;

typedef enum
{
  DIAPASON_COMPANY_BY_CUSTOMER,
  DIAPASON_COMPANY_BY_ADVISER,
  DIAPASON_COMPANY_BY_BOT,
} DiapasonCompanyAuthor;

typedef struct
{
  DiapasonCompanyAuthor author;
  gboolean note;
  gint64 at;
  gsize start; /* of the body in the scene's text, which ends it with a zero */
} DiapasonCompanyLine;

typedef struct
{
  /* What the director sets. */
  DiapasonCompanyRandom *random;
  const DiapasonCompanyCaller *caller;
  DiapasonCompanyStoryKind kind;
  const DiapasonCompanyPlot *plot;
  const DiapasonCompanyStory *story;
  const DiapasonCompanyPhrases *phrases;
  const DiapasonCompanyProduct *product;
  DiapasonCompanySlots slots;
  DiapasonCompanyThread thread; /* of the story, from contact to contact */
  DiapasonCompanyChannel channel;
  DiapasonCompanyTurn turn;
  DiapasonCompanySolved solved;
  gboolean promised;    /* something is to be, if the story has words for it */
  gboolean always_open; /* whatever the hour, somebody of the house is there */
  guint step;           /* of the story, from 0 */
  gint64 began;
  /* What the scene makes. */
  gint64 now;        /* its end, when it is over */
  gboolean answered; /* somebody of the house took part */
  gint64 due;        /* of the promise, if one was made */
  int visit;         /* day on which the house comes */
  GArray *lines;     /* (owned) DiapasonCompanyLine */
  GString *text;     /* (owned) */
  GString *subject;  /* (owned) "": none */
  GString *summary;  /* (owned) "": none */
} DiapasonCompanyScene;

void diapason_company_scene_init (DiapasonCompanyScene *scene);

void diapason_company_scene_clear (DiapasonCompanyScene *scene);

/* Begins a story of @kind on @day: finds its words, the product, the sums and the days. @scene has
 * its random and caller. */
void diapason_company_scene_cast (DiapasonCompanyScene *scene,
                                  DiapasonCompanyStoryKind kind,
                                  int day);

/* Adviser number @adviser speaks in the next contact; @former did in the last. */
void diapason_company_scene_staff (DiapasonCompanyScene *scene, guint former, guint adviser);

/* What was promised for @due lies behind now. */
void diapason_company_scene_remember (DiapasonCompanyScene *scene, gint64 due);

/* Plays the contact that the director has described: fills lines, subject and summary. */
void diapason_company_scene_play (DiapasonCompanyScene *scene);

/* One of @texts (NULL or @size ends them) that fits the story as it is told, or NULL. */
const char *diapason_company_scene_choose (DiapasonCompanyScene *scene,
                                           const char *const *texts,
                                           guint size);

/* Returns: (transfer none). */
const char *diapason_company_scene_body (const DiapasonCompanyScene *scene,
                                         const DiapasonCompanyLine *line);

G_END_DECLS
