/* company-stories.h: what people contact the invented company about.
 *
 * A plot says how a story goes, whatever the language; its words are one DiapasonCompanyStory a
 * language. Constant tables.
 */
#pragma once

#include "company-random.h"
#include "company-words.h"

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_COMPANY_REFUND_LATE,
  DIAPASON_COMPANY_REFUND_SHORT,
  DIAPASON_COMPANY_DELIVERY_DAMAGED,
  DIAPASON_COMPANY_DELIVERY_LATE,
  DIAPASON_COMPANY_DELIVERY_MISSED,
  DIAPASON_COMPANY_DELIVERY_WRONG,
  DIAPASON_COMPANY_STOCK_CONTRADICTION,
  DIAPASON_COMPANY_BILL_WRONG,
  DIAPASON_COMPANY_CHARGED_TWICE,
  DIAPASON_COMPANY_PAYMENT_PLAN,
  DIAPASON_COMPANY_BANK_CHANGE,
  DIAPASON_COMPANY_METER_READING,
  DIAPASON_COMPANY_MOVING,
  DIAPASON_COMPANY_ADDRESS_CHANGE,
  DIAPASON_COMPANY_BREAKDOWN,
  DIAPASON_COMPANY_APPLIANCE_FAULT,
  DIAPASON_COMPANY_TECHNICIAN_ABSENT,
  DIAPASON_COMPANY_APPOINTMENT,
  DIAPASON_COMPANY_CANCELLATION,
  DIAPASON_COMPANY_PRICE_RISE,
  DIAPASON_COMPANY_ADVISER_RUDE,
  DIAPASON_COMPANY_NOBODY_CALLED,
  DIAPASON_COMPANY_PRAISE,
  DIAPASON_COMPANY_LOGIN,
  DIAPASON_COMPANY_BEREAVEMENT,
  DIAPASON_COMPANY_LARGE_PRINT,
  DIAPASON_COMPANY_ADVICE,
  DIAPASON_COMPANY_NEW_SUPPLY,
  DIAPASON_COMPANY_N_STORIES,
} DiapasonCompanyStoryKind;

typedef enum
{
  DIAPASON_COMPANY_PROMISES = 1 << 0,      /* something is promised when it is not solved at once */
  DIAPASON_COMPANY_PLEASED = 1 << 1,       /* nothing to solve, and nobody comes back */
  DIAPASON_COMPANY_ANNOYED = 1 << 2,       /* begins cross */
  DIAPASON_COMPANY_FOR_STRANGERS = 1 << 3, /* also asked by people who are no customers */
  DIAPASON_COMPANY_APPOINTED = 1 << 4,     /* somebody comes: a reminder goes out the day before */
  DIAPASON_COMPANY_GRAVE = 1 << 5,         /* no cheerful words */
} DiapasonCompanyPlotFlags;

typedef struct
{
  const char *reason; /* as the contact platform writes it */
  DiapasonCompanyShelf shelf;
  guint8 weight;
  guint8 flags;  /* DiapasonCompanyPlotFlags */
  guint8 solved; /* of a hundred, at the first contact */
} DiapasonCompanyPlot;

extern const DiapasonCompanyPlot diapason_company_plots[DIAPASON_COMPANY_N_STORIES];

/* A text may begin with marks that end in '|': digits name the threads of the story that it
 * belongs to ("13|…" fits the first and the third), 'y' wants the contact solved, 'n' not solved,
 * 'b' a product too big to carry. Texts without a mark always fit. */
typedef struct
{
  const char *subjects[4];
  const char *openings[6];  /* the customer's first words */
  const char *details[4];   /* what they add */
  const char *questions[3]; /* the adviser's */
  const char *answers[4];   /* the adviser's, when it is solved or will be */
  const char *stucks[2];    /* the adviser's, when it is not */
  const char *notes[4];     /* in the house, terse */
  const char *summaries[4]; /* at wrap-up */
  const char *promises[3];  /* at least one when the plot promises */
} DiapasonCompanyStory;

/* What has been settled of one telling of a story, so that its texts go on fitting together. */
typedef struct
{
  guint16 threads; /* a bit for each that is still possible */
  gboolean big;
  guint16 openings; /* a bit for each that has been said */
  guint16 details;
} DiapasonCompanyThread;

#define DIAPASON_COMPANY_ALL_THREADS 0x3fe

/* DIAPASON_COMPANY_N_STORIES each. */
extern const DiapasonCompanyStory diapason_company_stories_fr[];
extern const DiapasonCompanyStory diapason_company_stories_it[];
extern const DiapasonCompanyStory diapason_company_stories_en[];

/* The words of @kind. Returns: (transfer none). */
const DiapasonCompanyStory *diapason_company_story (DiapasonCompanyStoryKind kind,
                                                    DiapasonCompanyLanguage language);

/* One of @texts (NULL or @size ends them) that fits @thread, which it narrows down. @said
 * (nullable) keeps which have been chosen; those are not chosen again. Returns: (transfer none):
 * without marks, or NULL when none fits. */
const char *diapason_company_choose (DiapasonCompanyRandom *random,
                                     const char *const *texts,
                                     guint size,
                                     DiapasonCompanyThread *thread,
                                     gboolean solved,
                                     guint16 *said);

/* @text without its marks; @threads (out, nullable) gets a bit for each thread it belongs to. */
const char *diapason_company_unmark (const char *text, guint16 *threads);

G_END_DECLS
