/* company-speech.h: fills the slots of the invented company's texts.
 *
 * A text holds slots like {the}; {The} begins a sentence. Those of a person's gender hold the
 * ending that French and Italian need. Plain values, one thread at a time.
 */
#pragma once

#include "company-random.h"
#include "company-words.h"

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_COMPANY_SLOT_THING, /* the bare word of the product */
  DIAPASON_COMPANY_SLOT_THE,   /* … and with its articles */
  DIAPASON_COMPANY_SLOT_MY,
  DIAPASON_COMPANY_SLOT_OF,
  DIAPASON_COMPANY_SLOT_YOUR,
  DIAPASON_COMPANY_SLOT_AMOUNT,   /* "42,50 €" */
  DIAPASON_COMPANY_SLOT_OTHER,    /* another amount, larger */
  DIAPASON_COMPANY_SLOT_ORDER,    /* an order's number */
  DIAPASON_COMPANY_SLOT_CONTRACT, /* a contract's number */
  DIAPASON_COMPANY_SLOT_METER,    /* what a meter shows */
  DIAPASON_COMPANY_SLOT_DATE,     /* "3 novembre", lately */
  DIAPASON_COMPANY_SLOT_NEXT,     /* weekday and date, soon: the customer's plans */
  DIAPASON_COMPANY_SLOT_VISIT,    /* likewise: when the house comes */
  DIAPASON_COMPANY_SLOT_DAY,      /* weekday for which something had been promised: "vendredi" */
  DIAPASON_COMPANY_SLOT_DUE,      /* weekday and date of what is promised now */
  DIAPASON_COMPANY_SLOT_HOURS,    /* "entre 8 h et 12 h" */
  DIAPASON_COMPANY_SLOT_COUNT,    /* "troisième" */
  DIAPASON_COMPANY_SLOT_PLACE,    /* the agency's town */
  DIAPASON_COMPANY_SLOT_STREET,   /* the customer's */
  DIAPASON_COMPANY_SLOT_CITY,
  DIAPASON_COMPANY_SLOT_NAME,     /* the customer's, whole */
  DIAPASON_COMPANY_SLOT_GIVEN,    /* … or its first part; the family's where there is none */
  DIAPASON_COMPANY_SLOT_ADVISER,  /* given name of who speaks for the house now */
  DIAPASON_COMPANY_SLOT_FORMER,   /* … and of who did the last time */
  DIAPASON_COMPANY_SLOT_HOUSE,    /* the company */
  DIAPASON_COMPANY_SLOT_PROMISE,  /* what is promised now, beginning in lower case */
  DIAPASON_COMPANY_SLOT_PROMISED, /* what had been */
  DIAPASON_COMPANY_SLOT_E,        /* "e" for a woman, in French, the customer's */
  DIAPASON_COMPANY_SLOT_AE,       /* … the adviser's */
  DIAPASON_COMPANY_SLOT_O,        /* "a" for a woman, "o" for a man, in Italian, the customer's */
  DIAPASON_COMPANY_SLOT_AO,       /* … the adviser's */
  DIAPASON_COMPANY_SLOT_PE,       /* … and both for the product */
  DIAPASON_COMPANY_SLOT_PO,
  DIAPASON_COMPANY_N_SLOTS,
} DiapasonCompanySlot;

typedef struct
{
  char values[DIAPASON_COMPANY_N_SLOTS][256];
} DiapasonCompanySlots;

/* Sets @slot; what does not fit is cut between characters. */
void diapason_company_slots_set (DiapasonCompanySlots *slots,
                                 DiapasonCompanySlot slot,
                                 const char *value);

/* Sets those slots that speak of @product, and the endings that agree with it. */
void diapason_company_slots_product (DiapasonCompanySlots *slots,
                                     const DiapasonCompanyProduct *product);

/* One of the products of @shelf. Returns: (transfer none). */
const DiapasonCompanyProduct *diapason_company_product_draw (DiapasonCompanyRandom *random,
                                                             DiapasonCompanyLanguage language,
                                                             DiapasonCompanyShelf shelf);

/* The number of the slot that @name (of @length bytes, in lower case) means, or -1. */
int diapason_company_slot_find (const char *name, gsize length);

/* Appends @text with its slots filled in. A slot that does not exist is a bug and ends the program.
 */
void diapason_company_say (GString *out, const char *text, const DiapasonCompanySlots *slots);

/* Appends @text with its first letter in upper case. */
void diapason_company_append_capital (GString *out, const char *text);

/* Writes a sum of cents the way @language does; @text holds 32 bytes. */
void diapason_company_money (DiapasonCompanyLanguage language,
                             gboolean pounds,
                             guint cents,
                             char text[32]);

/* "14 novembre"; @text holds 64 bytes. */
void diapason_company_day_text (DiapasonCompanyLanguage language, int day, char text[64]);

/* "vendredi 14 novembre" */
void diapason_company_due_text (DiapasonCompanyLanguage language, int day, char text[64]);

/* Lower case, without accents or anything but letters, digits and dots: for logins and addresses.
 * Returns: (transfer full). */
char *diapason_company_fold (const char *name);

G_END_DECLS
