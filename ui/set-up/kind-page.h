/* kind-page.h: what a person can connect: what comes along, or a file of their own.
 *
 * Signal: "chosen" (DiapasonSourceKind *kind). Thread: main. */
#pragma once

#include <adwaita.h>

#include "set-up-source.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_KIND_PAGE (diapason_kind_page_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonKindPage, diapason_kind_page, DIAPASON, KIND_PAGE, AdwBin)

/* To be called once. */
void diapason_kind_page_set_desk (DiapasonKindPage *page, DiapasonDesk *desk);

/* Lists the kinds, the first time, and puts the focus on the first when it is there. */
void diapason_kind_page_begin (DiapasonKindPage *page);

/* Reads @file as if it had been chosen there. */
void diapason_kind_page_read (DiapasonKindPage *page, GFile *file);

G_END_DECLS
