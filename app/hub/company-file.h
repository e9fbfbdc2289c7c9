/* company-file.h: the hub's file while it is being made.
 *
 * Rows go in by table, in the order of the columns named in company-file.c; revision, seq,
 * updated_at and deleted are added to each. The file is made beside its place under another name
 * and takes its place only when it is whole and on the disk. An error stops all further work
 * silently and is told at the end. One thread at a time; lives for one
 * diapason_hub_company_create().
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_COMPANY_UNIT,
  DIAPASON_COMPANY_ADVISER,
  DIAPASON_COMPANY_CUSTOMER,
  DIAPASON_COMPANY_CONTACT_POINT,
  DIAPASON_COMPANY_RELATION,
  DIAPASON_COMPANY_CONTRACT,
  DIAPASON_COMPANY_CUSTOMER_FACT,
  DIAPASON_COMPANY_PROMISE,
  DIAPASON_COMPANY_CONTACT,
  DIAPASON_COMPANY_INTERACTION,
  DIAPASON_COMPANY_MESSAGE,
  DIAPASON_COMPANY_PRESENCE,
  DIAPASON_COMPANY_PRESENCE_CHANNEL,
  DIAPASON_COMPANY_ARTICLE,
  DIAPASON_COMPANY_CANNED_REPLY,
  DIAPASON_COMPANY_SURVEY_WAVE,
  DIAPASON_COMPANY_SURVEY_COUNT,
  DIAPASON_COMPANY_FEEDBACK,
  DIAPASON_COMPANY_FEEDBACK_SCORE,
  DIAPASON_COMPANY_SHOP_ACCOUNT,
  DIAPASON_COMPANY_SHOP_VISIT,
  DIAPASON_COMPANY_SHOP_ORDER,
  DIAPASON_COMPANY_STORE_VISIT,
  DIAPASON_COMPANY_REVIEW,
  DIAPASON_COMPANY_N_TABLES,
} DiapasonCompanyTable;

typedef struct _DiapasonCompanyFile DiapasonCompanyFile;

/* Opens a new file that shall stand at @path, with the schema and without its indexes. Returns:
 * (transfer full) or NULL with DIAPASON_HUB_ERROR_DATABASE. */
DiapasonCompanyFile *diapason_company_file_new (const char *path, GError **error);

/* The next value of the row to come. @value may be NULL, and is copied. */
void diapason_company_file_text (DiapasonCompanyFile *file,
                                 DiapasonCompanyTable table,
                                 const char *value);
void diapason_company_file_int (DiapasonCompanyFile *file,
                                DiapasonCompanyTable table,
                                gint64 value);
void diapason_company_file_null (DiapasonCompanyFile *file, DiapasonCompanyTable table);

/* Ends the row. @revision counts from 1; @updated_at is the instant of its last change. */
void diapason_company_file_put (DiapasonCompanyFile *file,
                                DiapasonCompanyTable table,
                                int revision,
                                gint64 updated_at,
                                gboolean deleted);

/* A row of the table meta. */
void diapason_company_file_meta (DiapasonCompanyFile *file, const char *key, const char *value);

/* Makes the indexes, writes the last seq, brings all of it to the disk and moves it to its place.
 * FALSE with the first error since the file was opened. */
gboolean diapason_company_file_finish (DiapasonCompanyFile *file, GError **error);

/* Also removes what is not finished. */
void diapason_company_file_free (DiapasonCompanyFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonCompanyFile, diapason_company_file_free)

G_END_DECLS
