/* login-fields.h: from a plan and a login to what is sent. Inside app/net only. Pure; any thread.
 */
#pragma once

#include <gio/gio.h>

#include "authentication.h"

G_BEGIN_DECLS

/* The template with each "{name}" replaced by that field of @login. Returns: (transfer full). */
char *diapason_login_expand (const char *template, GHashTable *login);

/* "Basic …" of a name and a password. Returns: (transfer full). */
char *diapason_login_basic (const char *user, const char *password);

/* Whether @login (nullable) has all fields of @plan. */
gboolean diapason_login_is_complete (GHashTable *login, const DiapasonAuthenticationPlan *plan);

/* A copy of a hash table of strings. Returns: (transfer full). */
GHashTable *diapason_login_copy (GHashTable *login);

G_END_DECLS
