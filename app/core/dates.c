/* dates.c: instants from and to text. Pure functions, any thread.
 *
 * The reader is our own: GLib's takes week dates and ordinals, refuses a time without seconds, and
 * reads fractions of any length.
 */
#include "dates.h"

#include <stdio.h>
#include <string.h>

#include "errors.h"
#include "text.h"

#define FIRST_YEAR         1900
#define LAST_YEAR          2200
#define HOUR_MS            ((gint64) 3600 * 1000)
#define FIRST_SHOWN_MS     (G_GINT64_CONSTANT (-30610224000) * 1000) /* 1000-01-01 */
#define LAST_SHOWN_MS      (G_GINT64_CONSTANT (253402214400) * 1000) /* 9999-12-31 */
#define MAX_FRACTION_DIGIT 18

typedef struct
{
  int year, month, day;
  int hour, minute, second;
  int milliseconds;
  gboolean has_offset;
  int offset_minutes;
} Fields;

/* Reads exactly @count digits and moves @text on. */
static gboolean
read_digits (const char **text, int count, int *out)
{
  int number = 0;
  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      number = number * 10 + g_ascii_digit_value ((*text)[i]);
    }
  *text += count;
  *out = number;
  return TRUE;
}

static gboolean
read_character (const char **text, const char *any_of)
{
  if (**text == '\0' || strchr (any_of, **text) == NULL)
    return FALSE;
  (*text)++;
  return TRUE;
}

/* Reads ".123" and keeps three digits of it. */
static gboolean
read_fraction (const char **text, Fields *fields)
{
  int count = 0;
  for (int scale = 100; g_ascii_isdigit (**text); (*text)++, scale /= 10, count++)
    fields->milliseconds += g_ascii_digit_value (**text) * scale;
  return count > 0 && count <= MAX_FRACTION_DIGIT;
}

static gboolean
read_offset (const char **text, Fields *fields)
{
  int hours = 0, minutes = 0;

  read_character (text, " ");
  fields->has_offset = TRUE;
  if (read_character (text, "Zz"))
    return TRUE;
  int sign = **text == '-' ? -1 : 1;
  if (!read_character (text, "+-") || !read_digits (text, 2, &hours))
    return FALSE;
  if ((read_character (text, ":") || **text != '\0') && !read_digits (text, 2, &minutes))
    return FALSE;
  fields->offset_minutes = sign * (hours * 60 + minutes);
  return hours < 24 && minutes < 60;
}

static gboolean
read_time (const char **text, Fields *fields)
{
  if (!read_digits (text, 2, &fields->hour) || !read_character (text, ":") ||
      !read_digits (text, 2, &fields->minute))
    return FALSE;
  if (read_character (text, ":"))
    {
      if (!read_digits (text, 2, &fields->second))
        return FALSE;
      if (read_character (text, ".,") && !read_fraction (text, fields))
        return FALSE;
    }
  return **text == '\0' || read_offset (text, fields);
}

static gboolean
read_fields (const char *text, Fields *fields)
{
  if (!read_digits (&text, 4, &fields->year) || !read_character (&text, "-") ||
      !read_digits (&text, 2, &fields->month) || !read_character (&text, "-") ||
      !read_digits (&text, 2, &fields->day))
    return FALSE;
  if (*text == '\0')
    return TRUE;
  return read_character (&text, "Tt ") && read_time (&text, fields) && *text == '\0';
}

static gboolean
fields_to_ms (const Fields *fields, GTimeZone *zone, gint64 *out_ms)
{
  if (fields->year < FIRST_YEAR || fields->year > LAST_YEAR || fields->second > 60)
    return FALSE;

  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GTimeZone *in = fields->has_offset || zone == NULL ? utc : zone;
  /* A leap second, which GDateTime does not know, is the second after the 59th. */
  int second = MIN (fields->second, 59);
  g_autoptr (GDateTime) time = g_date_time_new (in, fields->year, fields->month, fields->day,
                                                fields->hour, fields->minute, second);
  if (time == NULL)
    return FALSE;
  gint64 seconds = g_date_time_to_unix (time) + fields->second - second;
  *out_ms = (seconds - fields->offset_minutes * 60) * 1000 + fields->milliseconds;
  return TRUE;
}

gboolean
diapason_date_parse (const char *text, GTimeZone *zone, gint64 *out_ms, GError **error)
{
  g_return_val_if_fail (out_ms != NULL, FALSE);

  Fields fields = { 0 };
  if (text != NULL && read_fields (text, &fields) && fields_to_ms (&fields, zone, out_ms))
    return TRUE;

  g_autofree char *shown = diapason_text_display (text, 40, FALSE);
  g_set_error (error, DIAPASON_CORE_ERROR, DIAPASON_CORE_ERROR_TIME,
               "“%s” cannot be read as a date, so the moment is unknown; "
               "a date is written like 2026-11-22T00:03:01Z.",
               shown);
  return FALSE;
}

char *
diapason_date_format_as (gint64 ms, const char *format, GTimeZone *zone)
{
  g_return_val_if_fail (format != NULL, NULL);

  gint64 shown = CLAMP (ms, FIRST_SHOWN_MS, LAST_SHOWN_MS);
  gint64 rest = (shown % 1000 + 1000) % 1000;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) whole = g_date_time_new_from_unix_utc ((shown - rest) / 1000);
  g_autoptr (GDateTime) exact = g_date_time_add (whole, rest * 1000);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (exact, zone != NULL ? zone : utc);
  char *text = g_date_time_format (local, format);
  return text != NULL ? text : g_strdup ("");
}

char *
diapason_date_format (gint64 ms)
{
  gint64 shown = CLAMP (ms, FIRST_SHOWN_MS, LAST_SHOWN_MS);
  g_autofree char *seconds = diapason_date_format_as (shown, "%Y-%m-%dT%H:%M:%S", NULL);
  return g_strdup_printf ("%s.%03dZ", seconds, (int) ((shown % 1000 + 1000) % 1000));
}

/* Reads "120", "-3" or "1.5" (rounded up); what is longer than an hour is not counted to its end.
 */
static gboolean
read_seconds (const char *text, gint64 *out_ms)
{
  gboolean negative = read_character (&text, "-");
  gint64 seconds = 0;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  for (; g_ascii_isdigit (*text); text++)
    seconds = MIN (seconds * 10 + g_ascii_digit_value (*text), 3600);
  if (read_character (&text, "."))
    {
      seconds += strspn (text, "0") < strspn (text, "0123456789");
      text += strspn (text, "0123456789");
    }
  *out_ms = negative ? 0 : seconds * 1000;
  return *text == '\0';
}

static int
month_from_name (const char *name)
{
  static const char *const names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return i + 1;
  return 0;
}

/* The three forms of RFC 9110: "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT"
 * and "Sun Nov  6 08:49:37 1994". */
static gboolean
read_http_date (const char *text, gint64 now_ms, gint64 *out_ms)
{
  Fields at = { 0 };
  char month[4] = "";
  int length = 0;

  if (sscanf (text, "%*9[A-Za-z], %2d %3[A-Za-z] %4d %2d:%2d:%2d GMT%n", &at.day, month, &at.year,
              &at.hour, &at.minute, &at.second, &length) != 6 &&
      sscanf (text, "%*9[A-Za-z], %2d-%3[A-Za-z]-%2d %2d:%2d:%2d GMT%n", &at.day, month, &at.year,
              &at.hour, &at.minute, &at.second, &length) != 6 &&
      sscanf (text, "%*3[A-Za-z] %3[A-Za-z] %2d %2d:%2d:%2d %4d%n", month, &at.day, &at.hour,
              &at.minute, &at.second, &at.year, &length) != 6)
    return FALSE;
  if (length == 0 || text[length] != '\0')
    return FALSE;
  if (at.year < 100)
    /* Two digits that would lie more than 50 years ahead are of the last century. */
    at.year += at.year + 2000 > 1970 + now_ms / (HOUR_MS * 24 * 365) + 50 ? 1900 : 2000;
  at.month = month_from_name (month);
  return fields_to_ms (&at, NULL, out_ms);
}

gint64
diapason_date_parse_retry_after (const char *text, gint64 now_ms)
{
  gint64 wait_ms = 0;
  gint64 at_ms = 0;

  if (text == NULL)
    return -1;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  if (!read_seconds (trimmed, &wait_ms))
    {
      if (!read_http_date (trimmed, now_ms, &at_ms))
        return -1;
      wait_ms = at_ms > now_ms ? at_ms - now_ms : 0;
    }
  return CLAMP (wait_ms, 0, HOUR_MS);
}
