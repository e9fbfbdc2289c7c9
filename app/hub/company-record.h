/* company-record.h: writes a played contact, its messages and its promise, as far as the company's
 * time reaches. */
#pragma once

#include "company-scene.h"

G_BEGIN_DECLS

typedef struct
{
  /* What the director sets. */
  guint adviser; /* number */
  guint level;
  /* What the record sets. */
  guint64 interaction; /* makes its id */
  const char *contact; /* (not owned) the caller's row, and whether it is tied to a customer */
  gboolean tied;
  gint64 ended;
  gint64 due; /* of the promise, if one was made */
  DiapasonCompanySolved solved;
} DiapasonCompanyRecord;

/* As the hub's tables write them. */
const char *diapason_company_channel_word (DiapasonCompanyChannel channel);
const char *diapason_company_author_word (DiapasonCompanyAuthor author);
const char *diapason_company_solved_word (DiapasonCompanySolved solved);

/* What @scene promised, as a sentence begins. Returns: (transfer full). */
char *diapason_company_promise_text (const DiapasonCompanyScene *scene);

/* Writes the contact that @scene has just played. Returns: whether it is over; one that the
 * company's time cuts is written as far as it got, and stays open. */
gboolean diapason_company_record (DiapasonCompany *company,
                                  DiapasonCompanyCaller *caller,
                                  const DiapasonCompanyScene *scene,
                                  DiapasonCompanyRecord *record);

/* 'in_0000123' */
void diapason_company_interaction_id (guint64 number, char id[24]);

/* Writes the promise of that contact; @closed: when @state was reached. */
void diapason_company_record_promise (DiapasonCompany *company,
                                      const DiapasonCompanyCaller *caller,
                                      const DiapasonCompanyScene *scene,
                                      const DiapasonCompanyRecord *record,
                                      const char *state,
                                      gint64 closed);

G_END_DECLS
