/* company.h: what the parts of the company's maker share while it works. One thread at a time. */
#pragma once

#include "company-file.h"
#include "company-places.h"
#include "company-staff.h"
#include "hub.h"

G_BEGIN_DECLS

typedef struct _DiapasonCompanySurvey DiapasonCompanySurvey;

typedef struct
{
  DiapasonHubCompany order;
  DiapasonCompanyFile *file;     /* (not owned) */
  DiapasonCompanyStaff *staff;   /* (owned) */
  DiapasonCompanySurvey *survey; /* (owned) */
  int first_day;                 /* of the history; UTC is near enough */
  int last_day;
  guint mobiles[DIAPASON_COMPANY_N_COUNTRIES]; /* numbers given out so far */
  guint *landlines;                            /* (owned) likewise, an agency each */
  guint64 contacts;                            /* rows so far; they make the ids */
  guint64 interactions;
  guint64 messages;
  guint64 promises;
  guint64 feedback;
  guint64 accounts;
  guint64 visits;
  guint64 orders;
  guint64 store_visits;
  guint64 reviews;
} DiapasonCompany;

G_END_DECLS
