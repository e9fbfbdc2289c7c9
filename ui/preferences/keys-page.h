/* keys-page.h: all keys that the program knows; those that can be another are changed here.
 *
 * Signal: "told" (const char *sentence): for a person. Thread: main. */
#pragma once

#include <adwaita.h>

#include "keys.h"

G_BEGIN_DECLS

#define DIAPASON_TYPE_KEYS_PAGE (diapason_keys_page_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonKeysPage, diapason_keys_page, DIAPASON, KEYS_PAGE, AdwPreferencesPage)

/* Shows @keys and follows them. Once. */
void diapason_keys_page_set_keys (DiapasonKeysPage *page, DiapasonKeys *keys);

G_END_DECLS
