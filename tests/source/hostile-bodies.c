/* hostile-bodies.c: answers whose JSON is made to break its reader. See hostile.h. */
#include "hostile.h"

#define OK     "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
#define EVIL   "{\"id\":1,\"v\":9,\"name\":\"evil\"}"
#define GOOD   "{\"id\":3,\"v\":1,\"name\":\"good\"}"
#define BEFORE "{\"rows\":["
#define AFTER  "],\"cursor\":\"evil\",\"more\":false}"

/* Around @inside, which is taken. */
static GBytes *
page_around (const char *before, char *inside, const char *after)
{
  g_autoptr (GString) page = g_string_new (before);

  g_string_append (page, inside);
  g_string_append (page, after);
  g_free (inside);
  return g_string_free_to_bytes (g_steal_pointer (&page));
}

/* @piece @times over. Returns: (transfer full). */
static char *
repeat (const char *piece, guint times)
{
  gsize length = strlen (piece);
  char *all = g_malloc (length * times + 1);

  for (guint i = 0; i < times; i++)
    memcpy (all + i * length, piece, length);
  all[length * times] = '\0';
  return all;
}

static GBytes *
deep_lists (void)
{
  return page_around (BEFORE, repeat ("[", 100000), "");
}

static GBytes *
deep_objects (void)
{
  return page_around (BEFORE, repeat ("{\"a\":", 100000), "");
}

static GBytes *
deep_and_closed (void)
{
  g_autofree char *opening = repeat ("[", 100000);
  g_autofree char *closing = repeat ("]", 100000);

  return page_around (BEFORE, g_strconcat (opening, closing, NULL), AFTER);
}

/* A million of names that are all different, in one row. */
static GBytes *
many_names (void)
{
  g_autoptr (GString) page = g_string_new (BEFORE "{\"id\":8,\"v\":1,\"name\":\"many\"");

  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (page, ",\"%x\":0", i);
  g_string_append (page, "}" AFTER);
  return g_string_free_to_bytes (g_steal_pointer (&page));
}

static GBytes *
raw_nul (void)
{
  static const char body[] = BEFORE GOOD ",{\"id\":1,\"v\":9,\"name\":\"ev\0il\"}" AFTER;

  return g_bytes_new_static (body, sizeof body - 1);
}

static GBytes *
nul_behind (void)
{
  static const char body[] = BEFORE EVIL AFTER "\0";

  return g_bytes_new_static (body, sizeof body);
}

#define BODY(name, body, says)                                                                     \
  {                                                                                                \
    "J1", name, hostile_play_body, body, NULL, says, 0, FALSE, FALSE                               \
  }
#define MADE(name, body, says)                                                                     \
  {                                                                                                \
    "J1", name, hostile_play_body, NULL, body, says, 0, FALSE, FALSE                               \
  }
#define TAKEN(name, body, says)                                                                    \
  {                                                                                                \
    "J1", name, hostile_play_body, NULL, body, says, 0, FALSE, TRUE                                \
  }
#define LONG(name, text, says, mb, is_taken)                                                       \
  {                                                                                                \
    "J1", name, hostile_play_long, OK text, NULL, says, mb << 20, FALSE, is_taken                  \
  }
#define ROW(name, row, says)                                                                       \
  {                                                                                                \
    "J1", name, hostile_play_body, BEFORE row "," GOOD AFTER, NULL, says, 0, FALSE, TRUE           \
  }

#define NO_DATA  "it is cut, or is no data that can be read"
#define TOO_MUCH "too many or too large to be taken at once"
#define LEFT_OUT "1 row of “The ill” could not be read and is left out"

const Hostile hostile_bodies[] = {
  MADE ("deep-lists", deep_lists, NO_DATA),
  MADE ("deep-objects", deep_objects, NO_DATA),
  MADE ("deep-and-closed", deep_and_closed, NO_DATA),
  LONG ("10-mb-text",
        BEFORE "{\"id\":8,\"v\":1,\"name\":\"\flong text \f\"}" AFTER,
        TOO_MUCH,
        10,
        FALSE),
  LONG ("30-million-rows", BEFORE "0\f,0\f" AFTER, TOO_MUCH, 60, FALSE),
  LONG ("30-million-values-around",
        "{\"more\":[0\f,0\f],\"rows\":[" GOOD AFTER,
        NO_DATA,
        60,
        FALSE),
  LONG ("4-million-values-in-a-row",
        BEFORE GOOD ",{\"id\":8,\"x\":[0\f,0\f]}" AFTER,
        LEFT_OUT,
        7,
        TRUE),
  MADE ("a-million-names", many_names, TOO_MUCH),
  MADE ("raw-nul-behind", nul_behind, NO_DATA),
  BODY ("var", "var x = " BEFORE EVIL AFTER ";", NO_DATA),
  BODY ("two-roots", BEFORE EVIL AFTER BEFORE EVIL AFTER, NO_DATA),
  BODY ("single-quotes", "{'rows':[" EVIL "]}", NO_DATA),
  BODY ("comment", "/* */" BEFORE EVIL AFTER, NO_DATA),
  BODY ("not-a-number", BEFORE "{\"id\":1,\"v\":NaN}" AFTER, NO_DATA),
  BODY ("hexadecimal", BEFORE "{\"id\":1,\"v\":0x10}" AFTER, NO_DATA),
  BODY ("octal", BEFORE "{\"id\":1,\"v\":010}" AFTER, NO_DATA),
  BODY ("utf-16", "\xff\xfe{", NO_DATA),
  BODY ("nothing", "", NO_DATA),
  BODY ("null", "null", "there is nothing at"),
  BODY ("rows-are-a-text", "{\"rows\":\"all\"}", "there is no list"),
  BODY ("cursor-is-no-text", BEFORE EVIL "],\"cursor\":\"\\ud800\",\"more\":true}", NO_DATA),
  BODY ("rows-twice", BEFORE EVIL "],\"rows\":[],\"cursor\":\"evil\",\"more\":false}", NO_DATA),
  { "J1", "byte-order-mark", hostile_play_body, "\xef\xbb\xbf" BEFORE GOOD AFTER, NULL, NULL, 0,
    FALSE, TRUE },
  ROW ("nul", "{\"id\":1,\"v\":9,\"name\":\"ev\\u0000il\"}", LEFT_OUT),
  ROW ("half-a-character", "{\"id\":1,\"v\":9,\"name\":\"ev\\ud83d\"}", LEFT_OUT),
  ROW ("not-utf-8", "{\"id\":1,\"v\":9,\"name\":\"\xff\xfe\xc0\xaf\"}", LEFT_OUT),
  ROW ("raw-control", "{\"id\":1,\"v\":9,\"name\":\"ev\x1b[2Jil\"}", LEFT_OUT),
  ROW ("names-twice", "{\"id\":1,\"v\":9,\"name\":\"a\",\"name\":\"b\"}", LEFT_OUT),
  ROW ("types", "{\"id\":{\"x\":[1]},\"v\":[],\"name\":7}", LEFT_OUT),
  ROW ("a-number-for-a-row", "1e999", LEFT_OUT),
  ROW ("escape-in-a-name", "{\"id\":[],\"\\u001b[2J\":9,\"name\":{\"\\u001b[2J\":1}}", LEFT_OUT),
  ROW ("2-to-63", "{\"id\":9223372036854775808,\"v\":9223372036854775808,\"name\":\"x\"}", NULL),
  ROW ("large", "{\"id\":100000000000000000000,\"v\":1e999,\"name\":\"x\"}", NULL),
  ROW ("odd", "{\"id\":-0,\"v\":-1e-999,\"name\":\"x\"}", NULL),
  TAKEN ("raw-nul", raw_nul, LEFT_OUT),
};
const guint hostile_n_bodies = G_N_ELEMENTS (hostile_bodies);
