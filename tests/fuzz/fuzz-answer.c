/* fuzz-answer.c: what a server says beside a page: dates, how long to wait, links, addresses,
 * events.
 */
#include "fuzz-target.h"

#include "backoff.h"
#include "dates.h"
#include "event-parser.h"
#include "paging.h"
#include "session.h"

#define NOW G_GINT64_CONSTANT (1772445000000) /* 2026-03-02T09:50:00Z */

static GTimeZone *zones[3];

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  fuzz_begin ();
  zones[0] = g_time_zone_new_identifier ("UTC");
  zones[1] = g_time_zone_new_identifier ("Europe/Paris");
  zones[2] = g_time_zone_new_identifier ("Pacific/Auckland");
  return 0;
}

/* What is read is written as what is read again. */
static void
read_date (const char *text, GTimeZone *zone)
{
  g_autoptr (GError) error = NULL;
  gint64 ms = 0, again = 0;

  if (!diapason_date_parse (text, zone, &ms, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_autofree char *written = diapason_date_format (ms);
  /* An offset may carry it a few hours beyond the years that are taken. */
  if (diapason_date_parse (written, NULL, &again, NULL))
    g_assert_cmpint (again, ==, ms);
  else
    g_assert_true (g_str_has_prefix (written, "1899-12-31") ||
                   g_str_has_prefix (written, "2201-01-01"));
}

static void
read_wait (const char *text)
{
  gint64 wait = diapason_date_parse_retry_after (text, NOW);

  g_assert_true (wait >= -1 && wait <= 3600 * 1000);
  for (guint failures = 1; failures < 80; failures += 13)
    {
      gint64 delay = diapason_backoff_delay (failures, wait, 0.999);
      g_assert_cmpint (delay, >=, MAX (wait, 0));
      g_assert_cmpint (delay, <=, MAX (wait + wait / 10, DIAPASON_BACKOFF_MOST_MS));
    }
}

/* A link leads to the same place or nowhere. */
static void
read_link (const char *text)
{
  static const char base[] = "https://here.example/api";
  g_autofree char *link = diapason_paging_link (text, "next");
  g_autofree char *linked = link == NULL ? NULL : diapason_paging_rebase (link, base, "/customers");
  g_autofree char *direct = diapason_paging_rebase (text, base, "/customers");

  g_assert_true (linked == NULL || g_str_has_prefix (linked, "https://here.example/api/customers"));
  g_assert_true (direct == NULL || g_str_has_prefix (direct, "https://here.example/api/customers"));
}

static void
read_address (const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!diapason_uri_check (text, &error))
    {
      g_assert_nonnull (error);
      return;
    }
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  g_assert_true (diapason_uri_same_origin (text, text));
  g_assert_true (g_ascii_strncasecmp (text, "http", 4) == 0);
  g_assert_true (uri == NULL || g_uri_get_userinfo (uri) == NULL);
}

static void
event_cb (const char *type, const char *data, const char *id, gpointer told)
{
  g_assert_true (g_utf8_validate (type, -1, NULL) && g_utf8_validate (data, -1, NULL) &&
                 g_utf8_validate (id, -1, NULL));
  g_string_append_printf (told, "%s\n%s\n%s\n\n", type, data, id);
}

/* The events of @bytes, fed by pieces of @piece bytes. Returns: (transfer full). */
static GString *
read_events (const FuzzPart *bytes, gsize piece)
{
  GString *told = g_string_new (NULL);
  g_autoptr (DiapasonEventParser) parser = diapason_event_parser_new ("", event_cb, told);
  gboolean goes_on = TRUE;

  for (gsize at = 0; goes_on && at < bytes->length; at += piece)
    goes_on =
        diapason_event_parser_feed (parser, bytes->start + at, MIN (piece, bytes->length - at));
  g_string_append_printf (told, "%s %" G_GINT64_FORMAT, diapason_event_parser_get_last_id (parser),
                          diapason_event_parser_get_retry (parser));
  return told;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  FuzzPart all = { (const char *) data, size };
  g_autofree char *text = fuzz_text (&all);

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    read_date (text, zones[i]);
  read_wait (text);
  read_link (text);
  read_address (text);

  g_autoptr (GString) whole = read_events (&all, MAX (size, 1));
  g_autoptr (GString) bits = read_events (&all, 1);
  g_assert_cmpstr (whole->str, ==, bits->str);
  return 0;
}
