/* opened-person.h: the persons that were opened last, in work.db. */
#pragma once

#include "records.h"
#include "store.h"

G_BEGIN_DECLS

#define DIAPASON_OPENED_MOST 20 /* more are not kept */

/* Notes that @person was opened now, and forgets who is one too many. For the writer of work.db. */
gboolean diapason_opened_person_note (DiapasonDatabase *database,
                                      const DiapasonPersonRecord *person,
                                      GError **error);

/* Those that are still in the cache, who was opened last first, each once, as find shows them. Runs
 * in a DiapasonReadFunc. Returns: (transfer full) (element-type DiapasonFindHit), or NULL with
 * @error. */
GPtrArray *diapason_opened_persons_read (DiapasonDatabase *database, GError **error);

G_END_DECLS
