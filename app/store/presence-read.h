/* presence-read.h: whether whoever is signed in is there. Called on the reader's thread; nothing is
 * kept between calls. */
#pragma once

#include "database.h"
#include "presence-record.h"

G_BEGIN_DECLS

/* What the first source that tells it says of me. Returns: (transfer full): not known where none
 * does, or nobody is signed in. */
DiapasonPresenceRecord *diapason_presence_read_mine (DiapasonDatabase *database, GError **error);

G_END_DECLS
