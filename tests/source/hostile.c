/* hostile.c: what goes wrong on the wire. See hostile.h. */
#include "hostile.h"

#define OK    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
#define CHUNK OK "Transfer-Encoding: chunked\r\n\r\n"
#define ROWS  "{\"rows\":[{\"id\":1,\"v\":9,\"name\":\"evil\"}],\"cursor\":\"evil\",\"more\":false}"
#define BLOCK (64 * 1024)

gboolean
hostile_say (GOutputStream *out, GCancellable *cancellable, gconstpointer bytes, gssize n)
{
  gsize length = n < 0 ? strlen (bytes) : (gsize) n;

  return g_output_stream_write_all (out, bytes, length, NULL, cancellable, NULL);
}

/* What it says, and no more. */
static gboolean
play_text (HostilePlay *it, GOutputStream *out, GCancellable *cancellable)
{
  hostile_say (out, cancellable, it->fault->text, -1);
  return FALSE;
}

static gboolean
play_silence (HostilePlay *it, GOutputStream *out, GCancellable *cancellable)
{
  hostile_say (out, cancellable, it->fault->text, -1);
  raw_server_pause (cancellable, -1);
  return FALSE;
}

/* A head at once, then blanks one by one. */
static gboolean
play_drip (HostilePlay *it, GOutputStream *out, GCancellable *cancellable)
{
  hostile_say (out, cancellable, it->fault->text, -1);
  while (g_output_stream_write_all (out, " ", 1, NULL, cancellable, NULL) &&
         raw_server_pause (cancellable, 20))
    ;
  return FALSE;
}

gboolean
hostile_play_body (HostilePlay *it, GOutputStream *out, GCancellable *cancellable)
{
  GBytes *body = it->body;
  gsize length = body != NULL ? g_bytes_get_size (body) : strlen (it->fault->text);
  g_autofree char *head =
      g_strdup_printf (OK "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n", length);

  hostile_say (out, cancellable, head, -1);
  hostile_say (out, cancellable, body != NULL ? g_bytes_get_data (body, NULL) : it->fault->text,
               (gssize) length);
  return FALSE;
}

/* Zipped --------------------------------------------------------------------------------------- */

static void
zip (GConverter *gzip, const char *text, gsize length, GConverterFlags flags, GString *out)
{
  g_autofree char *zipped = g_malloc (BLOCK);
  gsize n_read = 0;
  gsize n_written = 0;

  g_converter_convert (gzip, text, length, zipped, BLOCK, flags, &n_read, &n_written, NULL);
  g_assert_cmpuint (n_read, ==, length);
  g_string_append_len (out, zipped, (gssize) n_written);
}

static GBytes *
zip_whole (void)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GString) out = g_string_new (NULL);

  zip (G_CONVERTER (gzip), ROWS, strlen (ROWS), G_CONVERTER_INPUT_AT_END, out);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/* 1 GB in 1 MB: a text that goes on and on. Its second part is that of noughts behind noughts, and
 * so can be said again and again without being made again. */
static GBytes *
zip_zeros (GZlibCompressorFormat format)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (format, 9);
  g_autofree char *zeros = g_strnfill (1 << 20, '0');
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) again = g_string_new (NULL);

  zip (G_CONVERTER (gzip), zeros, 1 << 20, G_CONVERTER_FLUSH, out);
  zip (G_CONVERTER (gzip), zeros, 1 << 20, G_CONVERTER_FLUSH, again);
  for (guint i = 1; i < 1 << 10; i++)
    g_string_append_len (out, again->str, (gssize) again->len);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static GBytes *
zip_bomb (void)
{
  return zip_zeros (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
}

static GBytes *
deflate_bomb (void)
{
  return zip_zeros (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
}

/* The same in some thousand bytes. */
static GBytes *
zip_bomb_twice (void)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GBytes) once = zip_bomb ();
  g_autoptr (GString) out = g_string_new (NULL);

  zip (G_CONVERTER (gzip), g_bytes_get_data (once, NULL), g_bytes_get_size (once),
       G_CONVERTER_INPUT_AT_END, out);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static GBytes *
zip_text (void)
{
  return g_bytes_new_static (ROWS, strlen (ROWS));
}

/* @text: which part of it is kept, in tenths, and how it is said to be zipped. */
static gboolean
play_zipped (HostilePlay *it, GOutputStream *out, GCancellable *cancellable)
{
  GBytes *body = it->body;
  gsize length = g_bytes_get_size (body) * (gsize) atoi (it->fault->text) / 10;
  const char *how = strchr (it->fault->text, ' ') + 1;
  g_autofree char *head =
      g_strdup_printf (OK "Content-Encoding: %s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                       how, length);

  hostile_say (out, cancellable, head, -1);
  hostile_say (out, cancellable, g_bytes_get_data (body, NULL), (gssize) length);
  return FALSE;
}

/* Floods --------------------------------------------------------------------------------------- */

/* Until so much is written, or nobody reads any more. */
gboolean
hostile_play_long (HostilePlay *it, GOutputStream *out, GCancellable *cancellable)
{
  g_auto (GStrv) parts = g_strsplit (it->fault->text, "\f", 3);
  g_autoptr (GString) piece = g_string_new (NULL);
  gint64 left = it->fault->bytes;

  hostile_say (out, cancellable, parts[0], -1);
  while (piece->len < BLOCK)
    g_string_append (piece, parts[1]);
  for (; left > 0 && hostile_say (out, cancellable, piece->str, (gssize) piece->len);
       left -= (gint64) piece->len)
    it->written += (gint64) piece->len;
  hostile_say (out, cancellable, parts[2], -1);
  return FALSE;
}

/* The same in chunks of a size that is usual. */
static gboolean
play_chunks (HostilePlay *it, GOutputStream *out, GCancellable *cancellable)
{
  g_autofree char *block = g_strnfill (BLOCK, 'x');
  g_autofree char *chunk = g_strdup_printf ("%x\r\n%s\r\n", BLOCK, block);

  hostile_say (out, cancellable, it->fault->text, -1);
  while (it->written < it->fault->bytes && hostile_say (out, cancellable, chunk, -1))
    it->written += BLOCK;
  return FALSE;
}

#define WIRE(row, name, text, says)                                                                \
  {                                                                                                \
    row, name, play_text, text, NULL, says, 0, FALSE, FALSE                                        \
  }
#define FLOOD(name, text, says)                                                                    \
  {                                                                                                \
    "N7", name, hostile_play_long, text "\f", NULL, says, HOSTILE_FLOOD_BYTES, FALSE, FALSE        \
  }
#define SLOW(name, play, text)                                                                     \
  {                                                                                                \
    "N6", name, play, text, NULL, "did not answer in time", 0, TRUE, FALSE                         \
  }
#define ZIPPED(row, name, body, part, says)                                                        \
  {                                                                                                \
    row, name, play_zipped, part, body, says, 0, FALSE, FALSE                                      \
  }
#define SENT_ON(name, location, says)                                                              \
  WIRE ("N8", name, "HTTP/1.1 302 Found\r\nLocation: " location "\r\nContent-Length: 0\r\n\r\n",   \
        says)
#define PORTAL(name, head, body, says) WIRE ("N11", name, "HTTP/1.1 " head "\r\n\r\n" body, says)

#define CUT     "was cut before its answer was whole"
#define NO_HTTP "is no service"
#define NO_DATA "it is cut, or is no data that can be read"
#define LARGE   "is larger than"
#define PAGE    "A web page answers in the place"
#define HTML    "Content-Type: text/html\r\nContent-Length: 27"
#define SIGN_IN "<html>Please sign in</html>"

const Hostile hostile_wires[] = {
  WIRE ("N4", "cut-before-the-answer", "", CUT),
  WIRE ("N4", "cut-in-the-head", OK "X-Ha", NO_HTTP),
  WIRE ("N4", "cut-in-the-body", OK "Content-Length: 90\r\n\r\n{\"rows\":[", CUT),
  WIRE ("N5", "chunks-cut-inside", CHUNK "90\r\n{\"rows\":[", CUT),
  WIRE ("N5", "chunks-cut-between", CHUNK "9\r\n{\"rows\":[\r\n", NO_DATA),
  WIRE ("N5", "chunks-of-no-length", CHUNK "zz\r\n" ROWS "\r\n0\r\n\r\n", ""),
  WIRE ("N5", "length-too-long", OK "Content-Length: 9000\r\n\r\n" ROWS, CUT),
  WIRE ("N5", "length-too-short", OK "Content-Length: 40\r\n\r\n" ROWS, NO_DATA),
  WIRE ("N5", "two-lengths", OK "Content-Length: 72\r\nContent-Length: 40\r\n\r\n" ROWS, NO_DATA),
  WIRE ("N5",
        "two-lengths-the-other-way",
        OK "Content-Length: 40\r\nContent-Length: 9000\r\n\r\n" ROWS,
        CUT),
  WIRE ("N5",
        "length-and-chunks",
        OK "Content-Length: 40\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"rows\":[\r\n0\r\n\r\n",
        NO_DATA),
  ZIPPED ("N5", "zipped-and-cut", zip_whole, "6 gzip", NO_DATA),
  ZIPPED ("N5", "said-to-be-zipped", zip_text, "9 gzip", ""),
  SLOW ("silence", play_silence, ""),
  SLOW ("silence-in-the-body", play_silence, OK "Content-Length: 90\r\n\r\n{\"rows\":["),
  SLOW ("drip-in-the-head", play_drip, OK "X-Slow: "),
  SLOW ("drip-in-the-body", play_drip, OK "Content-Length: 90000\r\n\r\n{\"rows\":["),
  { "N7", "2-gb-in-chunks", play_chunks, CHUNK, NULL, LARGE, HOSTILE_FLOOD_BYTES, FALSE, FALSE },
  FLOOD ("2-gb-without-length", OK "\r\n\f0123456789", LARGE),
  FLOOD ("2-gb-announced", OK "Content-Length: 2147483648\r\n\r\n\f0123456789", LARGE),
  FLOOD ("more-than-there-is-announced",
         OK "Content-Length: 9223372036854775807\r\n\r\n\f0123456789",
         LARGE),
  FLOOD ("headers", OK "\fX-One: more\r\n", ""),
  FLOOD ("header-of-one-line", OK "X-One: \fmore and ", ""),
  FLOOD ("go-on", "\fHTTP/1.1 100 Continue\r\n\r\n", NO_HTTP),
  FLOOD ("chunk-head", CHUNK "1;\fmore=and;", ""),
  FLOOD ("chunk-foot", CHUNK "1\r\n{\r\n0\r\n\fX-One: more\r\n", ""),
  ZIPPED ("N7", "1-gb-zipped", zip_bomb, "10 gzip", LARGE),
  ZIPPED ("N7", "1-gb-deflated", deflate_bomb, "10 deflate", LARGE),
  ZIPPED ("N7", "1-gb-zipped-twice", zip_bomb_twice, "10 gzip, gzip", LARGE),
  SENT_ON ("to-another-host", "http://somewhere.example/articles", "http://somewhere.example"),
  SENT_ON ("to-another-port", "http://127.0.0.1:9/articles", "http://127.0.0.1:9"),
  SENT_ON ("to-another-scheme", "https://127.0.0.1/articles", "https://127.0.0.1"),
  SENT_ON ("to-a-host-without-scheme", "//somewhere.example/", "http://somewhere.example"),
  SENT_ON ("with-a-name", "http://me:secret@127.0.0.1/", "sends us on to"),
  SENT_ON ("to-a-file", "file:///etc/passwd", "no usable web address"),
  SENT_ON ("with-an-escape", "http://a\x1b[31mb%1b%5b2J.example/", "sends us on to"),
  SENT_ON ("in-a-circle", "/articles", "without an end"),
  PORTAL ("a-page", "200 OK\r\n" HTML, SIGN_IN, PAGE),
  PORTAL ("a-page-that-says-so", "511 Network Authentication Required\r\n" HTML, SIGN_IN, PAGE),
  PORTAL ("a-page-called-data",
          "200 OK\r\nContent-Type: application/json\r\nContent-Length: 27",
          SIGN_IN,
          NO_DATA),
  PORTAL ("a-page-called-nothing", "200 OK\r\nContent-Length: 27", SIGN_IN, "does not send data"),
  PORTAL ("another-service",
          "200 OK\r\nContent-Type: application/json\r\nContent-Length: 18",
          "{\"portal\":\"login\"}",
          "there is nothing at"),
  PORTAL ("sent-to-its-page",
          "302 Found\r\nLocation: http://portal.example/\r\n" HTML,
          SIGN_IN,
          "http://portal.example"),
  PORTAL ("an-escape-for-a-type",
          "200 OK\r\nContent-Type: a\x1b[2J/b\r\nContent-Length: 27",
          SIGN_IN,
          "does not send data"),
};
const guint hostile_n_wires = G_N_ELEMENTS (hostile_wires);

char *
hostile_page (const char *rows)
{
  return g_strdup_printf ("{\"rows\":[%s],\"cursor\":\"c2\",\"more\":false}", rows);
}

static gboolean
answer_well (HostilePlay *it, const char *request, GOutputStream *out, GCancellable *cancellable)
{
  g_autofree char *page =
      strstr (request, " /me") != NULL ? g_strdup ("{\"id\":\"E7\"}") : hostile_page (it->rows);
  g_autofree char *whole =
      g_strdup_printf (OK "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n%s", strlen (page), page);

  return g_output_stream_write_all (out, whole, strlen (whole), NULL, cancellable, NULL);
}

gboolean
hostile_answer (const char *request, GOutputStream *out, GCancellable *cancellable, gpointer data)
{
  HostilePlay *it = data;

  return it->fault == NULL ? answer_well (it, request, out, cancellable)
                           : it->fault->play (it, out, cancellable);
}
