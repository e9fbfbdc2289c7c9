/* fake-exchange.h: what a fake server was asked and what it says. For fake-server.c only. */
#pragma once

#include <libsoup/soup.h>

#include "fake-server.h"

G_BEGIN_DECLS

struct _FakeRequest
{
  char *method;           /* (owned) */
  char *path;             /* (owned) */
  char *whole;            /* (owned) path and query */
  GHashTable *parameters; /* (owned) */
  GHashTable *headers;    /* (owned) lower-case name to first value */
  char *body;             /* (owned) */
};

struct _FakeAnswer
{
  guint status;
  char *content_type; /* (owned) */
  GBytes *body;       /* (owned) */
  GPtrArray *headers; /* (owned) name, value alternating */
  guint delay_ms;
  gboolean is_open;
};

/* Takes down what @message asks. Returns: (transfer full). */
FakeRequest *fake_request_new (SoupServerMessage *message, const char *path, GHashTable *query);
void fake_request_free (FakeRequest *request);

/* Returns: (transfer full). */
FakeAnswer *fake_answer_copy (const FakeAnswer *answer);

/* Writes all but the delay. */
void fake_answer_write (const FakeAnswer *answer, SoupServerMessage *message);

G_END_DECLS
