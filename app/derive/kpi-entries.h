/* kpi-entries.h: the step that counts what was answered and promised, for figures of experience.
 * Runs on the writer of cache.db. */
#pragma once

#include "store.h"

G_BEGIN_DECLS

#define DIAPASON_KPI_VERSION 1

/* Counts the @records (verbatims with their answers, answers, promises) on the day on which they
 * were given, or came to their end, in the company's zone. Whose date is missing or impossible
 * counts on no day. Whether a customer heard back, their history says: it is laid out before. */
gboolean diapason_kpi_derive (DiapasonDatabase *database, GArray *records, GError **error);

G_END_DECLS
