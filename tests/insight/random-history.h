/* random-history.h: events of persons who do not exist, newest first. One thread. */
#pragma once

#include "records.h"

#define HOUR (G_GINT64_CONSTANT (60) * 60 * 1000)
#define DAY  (24 * HOUR)
#define NOW  (G_GINT64_CONSTANT (1763629200000)) /* Thursday 20 November 2025, 09:00 UTC */

/* A new event at @at; its id is the next of @events, to whose end it is added. */
DiapasonEventRecord *add_event (GPtrArray *events, DiapasonEntity entity, gint64 at);

/* A contact: @channel, "in", of @at, with @reason and @solved (each nullable). */
DiapasonEventRecord *add_contact (GPtrArray *events,
                                  gint64 at,
                                  const char *channel,
                                  const char *reason,
                                  const char *solved);

/* Up to 12 events of any kind with whatever may stand in them, or nothing. */
GPtrArray *random_history (GRand *rand);

/* NULL, one of @events, or one that is not in there. Returns: (transfer full). */
DiapasonEventRecord *random_live (GRand *rand, GPtrArray *events);

/* The event with that id, or NULL. */
const DiapasonEventRecord *find_event (GPtrArray *events, gint64 id);

/* Sorts them newest first. */
void sort_history (GPtrArray *events);
