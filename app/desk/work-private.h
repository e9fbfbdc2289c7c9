/* work-private.h: what the desk has of the worklist's service beside what the window sees. */
#pragma once

#include "scope.h"
#include "store.h"
#include "work.h"

G_BEGIN_DECLS

/* @folder: (nullable) where the company's own policies are. Returns: (transfer full). */
DiapasonWork *diapason_work_new (DiapasonStore *store, const char *folder);

/* Emits "led". */
void diapason_work_lead (DiapasonWork *work, gint64 person);

G_END_DECLS
