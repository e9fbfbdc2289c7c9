/* company-staff.h: teams and advisers of the invented company, and which agencies it has opened.
 *
 * Kept in memory while a company is made: one adviser to 60 … 250 customers. One thread at a time.
 */
#pragma once

#include "company-random.h"
#include "company-words.h"

G_BEGIN_DECLS

typedef struct
{
  char id[12];    /* 'E1001' */
  char login[40]; /* unique */
  char given[40];
  char name[80];
  gboolean female;
  gboolean lead;
  guint team;
  DiapasonCompanyLanguage language;
} DiapasonCompanyAdviser;

typedef struct
{
  guint n_agencies; /* opened: the first of diapason_company_agencies */
  guint n_teams;
  GArray *advisers;                               /* (owned) a team's lead stands before its team */
  GArray *speaking[DIAPASON_COMPANY_N_LANGUAGES]; /* (owned) numbers of advisers */
  GArray *leading[DIAPASON_COMPANY_N_LANGUAGES];  /* (owned) numbers of leads */
} DiapasonCompanyStaff;

/* Hires for @customers. Returns: (transfer full). */
DiapasonCompanyStaff *diapason_company_staff_new (guint64 seed, guint customers);

/* For those who are hired elsewhere. Returns: (transfer full). */
DiapasonCompanyStaff *diapason_company_staff_new_empty (void);

void diapason_company_staff_free (DiapasonCompanyStaff *staff);

/* Returns: (transfer none). */
const DiapasonCompanyAdviser *diapason_company_adviser (const DiapasonCompanyStaff *staff,
                                                        guint number);

/* The number of somebody who speaks @language, of the leads when @lead. */
guint diapason_company_staff_any (const DiapasonCompanyStaff *staff,
                                  DiapasonCompanyRandom *random,
                                  DiapasonCompanyLanguage language,
                                  gboolean lead);

/* 'A10' for the agency @number. */
void diapason_company_agency_id (guint number, char id[12]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonCompanyStaff, diapason_company_staff_free)

G_END_DECLS
