/* company-library.h: the knowledge articles and ready replies of the invented company. Constant
 * tables, one file a language, in the same order in each. */
#pragma once

#include "company-random.h"
#include "company-words.h"

G_BEGIN_DECLS

typedef struct
{
  const char *topic; /* a plot's reason */
  const char *title;
  const char *body; /* a small fragment of HTML */
} DiapasonCompanyArticle;

typedef struct
{
  const char *channel; /* 'call', 'email', 'chat', 'sms' */
  const char *title;
  const char *body; /* with variables like {{customer.name}} */
} DiapasonCompanyReply;

typedef struct
{
  const DiapasonCompanyArticle *articles; /* title == NULL ends */
  const DiapasonCompanyReply *replies;    /* title == NULL ends */
} DiapasonCompanyLibrary;

extern const DiapasonCompanyLibrary diapason_company_library_fr;
extern const DiapasonCompanyLibrary diapason_company_library_it;
extern const DiapasonCompanyLibrary diapason_company_library_en;

/* Returns: (transfer none), never NULL. */
const DiapasonCompanyLibrary *diapason_company_library (DiapasonCompanyLanguage language);

/* The id of the article @number, from 0: 'kb_017_fr'. */
void diapason_company_article_id (DiapasonCompanyLanguage language, guint number, char id[16]);

/* The id of one of the articles on @topic; "" when there is none. */
void diapason_company_article_draw (DiapasonCompanyRandom *random,
                                    DiapasonCompanyLanguage language,
                                    const char *topic,
                                    char id[16]);

G_END_DECLS
