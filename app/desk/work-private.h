/* work-private.h: what the desk has of the worklist's service beside what the window sees. */
#pragma once

#include "policy.h"
#include "scope.h"
#include "store.h"
#include "work.h"

G_BEGIN_DECLS

/* Returns: (transfer full). */
DiapasonWork *diapason_work_new (DiapasonStore *store, DiapasonPolicy *policy);

/* Emits "led". */
void diapason_work_lead (DiapasonWork *work, gint64 person);

G_END_DECLS
