/* fuzz-target.h: what each program of libFuzzer here has. One thread.
 *
 * A program takes any bytes and must neither crash nor break what it asserts. ./dev fuzz runs them;
 * corpus/NAME holds what they begin with, and what once broke them.
 */
#pragma once

#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* What libFuzzer calls, once and then with each input. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static inline void
fuzz_end_cb (int signal_number)
{
  abort ();
}

/* First in the former: GLib ends a program by a signal that libFuzzer does not know. */
static inline void
fuzz_begin (void)
{
  signal (SIGTRAP, fuzz_end_cb);
}

/* A part of the input; borrowed from it. */
typedef struct
{
  const char *start;
  gsize length; /* bytes */
} FuzzPart;

/* The input up to the first @end, which is stepped over; the rest where there is none. */
static inline FuzzPart
fuzz_take (FuzzPart *rest, char end)
{
  const char *at = rest->length > 0 ? memchr (rest->start, end, rest->length) : NULL;
  FuzzPart part = { rest->start, at == NULL ? rest->length : (gsize) (at - rest->start) };
  gsize taken = MIN (part.length + 1, rest->length);

  rest->start += taken;
  rest->length -= taken;
  return part;
}

/* As a text, up to the first NUL. Returns: (transfer full). */
static inline char *
fuzz_text (const FuzzPart *part)
{
  return part->length > 0 ? g_strndup (part->start, part->length) : g_strdup ("");
}
