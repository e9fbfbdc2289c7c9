/* dates.h: reading and writing instants and days. Pure functions, any thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads RFC 3339 / ISO 8601 ("2026-11-22T00:03:01Z", with offset, with fractions, or a bare date
 * taken as midnight). A time without an offset is taken in @zone (nullable: UTC); an hour that the
 * clock skips or repeats there is some moment of that night. Years outside 1900…2200 are refused.
 * Sets @out_ms to milliseconds UTC. Errors: DIAPASON_CORE_ERROR_TIME. */
gboolean diapason_date_parse (const char *text, GTimeZone *zone, gint64 *out_ms, GError **error);

/* Writes "2026-11-22T00:03:01.000Z"; beyond the years 1000…9999 the nearest of them. Returns:
 * (transfer full). */
char *diapason_date_format (gint64 ms);

/* Writes @ms with g_date_time_format()'s @format in @zone (nullable: UTC). Returns: (transfer
 * full). */
char *diapason_date_format_as (gint64 ms, const char *format, GTimeZone *zone);

/* Reads an HTTP Retry-After: seconds or an HTTP date relative to @now_ms. Negative and past give 0,
 * the absurd is clamped to one hour. Returns milliseconds to wait, or -1 when it cannot be read. */
gint64 diapason_date_parse_retry_after (const char *text, gint64 now_ms);

G_END_DECLS
