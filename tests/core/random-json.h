/* random-json.h: documents that are right by construction, for property tests. */
#pragma once

#include <glib.h>

/* A compact document, strings escaped as diapason_json_value_print() does, no member twice.
 * Returns: (transfer full). */
char *random_json (GRand *rand);

/* @json with white space put where JSON allows it. Returns: (transfer full). */
char *random_json_spaced (GRand *rand, const char *json);

/* @json with a few bytes replaced, left out or doubled. Returns: (transfer full). */
GString *random_json_damaged (GRand *rand, const char *json);
