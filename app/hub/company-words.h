/* company-words.h: what the invented company is called, where it is, and the words its people use.
 *
 * Constant tables, one file a language. Nobody in particular is meant by any name. Texts hold
 * slots, {like_this}; company-speech.h names them. Lists of texts end in NULL or at their size.
 */
#pragma once

#include "company-calendar.h"

G_BEGIN_DECLS

#define DIAPASON_COMPANY_NAME   "Tressalune"
#define DIAPASON_COMPANY_DOMAIN "tressalune.example"

typedef enum
{
  DIAPASON_COMPANY_FRENCH,
  DIAPASON_COMPANY_ITALIAN,
  DIAPASON_COMPANY_ENGLISH,
  DIAPASON_COMPANY_N_LANGUAGES,
} DiapasonCompanyLanguage;

/* "fr", "it", "en" */
const char *diapason_company_language_code (DiapasonCompanyLanguage language);

/* What a contract or a purchase is about; a story says from which shelf its product comes. */
typedef enum
{
  DIAPASON_COMPANY_GOODS,  /* bought once, delivered */
  DIAPASON_COMPANY_SUPPLY, /* electricity and gas */
  DIAPASON_COMPANY_CARE,   /* upkeep of boilers and the like */
  DIAPASON_COMPANY_RENTAL, /* a thing paid by the month */
  DIAPASON_COMPANY_N_SHELVES,
} DiapasonCompanyShelf;

/* A product in the forms a sentence needs; the words carry their own article. */
typedef struct
{
  const char *bare; /* "lave-linge" */
  const char *the;  /* "le lave-linge" */
  const char *my;   /* "mon lave-linge" */
  const char *of;   /* "du lave-linge" */
  const char *your; /* "votre lave-linge" */
  guint16 low;      /* price, whole units of money */
  guint16 high;
} DiapasonCompanyProduct;

/* What a contract is called, and what it costs a month. */
typedef struct
{
  DiapasonCompanyShelf shelf;
  const char *name;
  guint16 low; /* cents */
  guint16 high;
} DiapasonCompanyPlan;

/* The house's and everybody's phrases, apart from what a story is about. */
typedef struct
{
  const char *marks[2]; /* around what somebody said */
  const char *months[12];
  const char *weekdays[7];
  const char *hours[6];      /* spans in which somebody comes */
  const char *counts[4];     /* "second", "third", … of a contact */
  const char *mail_hello[6]; /* the customer's */
  const char *mail_thanks[6];
  const char *mail_bye[8];
  const char *mail_agrees[6]; /* answers to a question */
  const char *mail_content[6];
  const char *mail_cross[6];
  const char *reply_hello[4]; /* the adviser's */
  const char *reply_thanks[6];
  const char *reply_sorry[6];
  const char *reply_promise[4];
  const char *reply_bye[6];
  const char *receipt[3]; /* the machine's */
  const char *chat_hello[6];
  const char *bot_hello[4];
  const char *bot_offer[5];
  const char *chat_no[8];
  const char *bot_hands_over[4];
  const char *bot_nobody[3];
  const char *adviser_hello[6];
  const char *adviser_wait[6];
  const char *chat_wait[8];
  const char *chat_content[8];
  const char *chat_cross[8];
  const char *adviser_more[5];
  const char *chat_bye[6];
  const char *adviser_bye[6];
  const char *chase[8]; /* "you told me {day}" */
  const char *again[6]; /* comes back, nothing had been promised */
  const char *angry[8]; /* from the third time on */
  const char *kept[5];  /* the adviser keeps word, by whatever channel */
  const char *kept_summary[4];
  const char *late[4]; /* … with an apology */
  const char *late_summary[3];
  const char *chase_summary[5];
  const char *promise_note[3];
  const char *text_reminder[4]; /* by SMS */
  const char *text_answer[8];
  /* When a story has no words of its own for it. */
  const char *stuck[3];
  const char *solved_summary[3];
  const char *open_summary[4];
  /* In place of cheerful ones. */
  const char *grave_thanks[4];
  const char *grave_bye[3];
} DiapasonCompanyPhrases;

typedef struct
{
  const char *const *women; /* given names, NULL ends */
  const char *const *men;
  const char *const *families;
  const char *const *long_families; /* rare ones that test a layout */
  const char *const *streets;
  const char *const *teams;
  const DiapasonCompanyProduct *products[DIAPASON_COMPANY_N_SHELVES]; /* bare == NULL ends */
  const DiapasonCompanyPlan *plans;                                   /* name == NULL ends */
  const DiapasonCompanyPhrases *phrases;
} DiapasonCompanyWords;

extern const DiapasonCompanyWords diapason_company_words_fr;
extern const DiapasonCompanyWords diapason_company_words_it;
extern const DiapasonCompanyWords diapason_company_words_en;

/* Returns: (transfer none), never NULL. */
const DiapasonCompanyWords *diapason_company_words (DiapasonCompanyLanguage language);

G_END_DECLS
