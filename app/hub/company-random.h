/* company-random.h: the dice of the invented company.
 *
 * xoshiro256** seeded through splitmix64, both published for anybody's use by their authors;
 * written anew here because the bytes of a company must be the same with every GLib. A stream is
 * opened for each thing that is made (a household, an adviser), keyed by seed, domain and number,
 * so that one can be made without the others. Draw into variables, never twice in one argument
 * list: its order is the compiler's. No thread of its own; a stream is a plain value.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 state[4];
} DiapasonCompanyRandom;

/* What a stream is for; numbers are part of the bytes and never change. */
typedef enum
{
  DIAPASON_COMPANY_DOMAIN_STAFF = 1,
  DIAPASON_COMPANY_DOMAIN_HOUSEHOLD,
  DIAPASON_COMPANY_DOMAIN_PLOT,
  DIAPASON_COMPANY_DOMAIN_STRANGER,
  DIAPASON_COMPANY_DOMAIN_LIBRARY,
  DIAPASON_COMPANY_DOMAIN_SURVEY,
  DIAPASON_COMPANY_DOMAIN_SHOP,
  DIAPASON_COMPANY_DOMAIN_FACTS,
  DIAPASON_COMPANY_DOMAIN_SHARE,
  DIAPASON_COMPANY_DOMAIN_DAY = 100,
} DiapasonCompanyDomain;

/* Opens the stream of thing number @index of @domain. */
void diapason_company_random_init (DiapasonCompanyRandom *random,
                                   guint64 seed,
                                   DiapasonCompanyDomain domain,
                                   guint64 index);

/* The next 64 bits of the stream. */
guint64 diapason_company_random_next (DiapasonCompanyRandom *random);

/* 0 … @n - 1; @n at least 1. */
guint diapason_company_below (DiapasonCompanyRandom *random, guint n);

/* @low … @high, both included; @high at least @low. */
gint64 diapason_company_between (DiapasonCompanyRandom *random, gint64 low, gint64 high);

/* TRUE @per_thousand times of a thousand. */
gboolean diapason_company_chance (DiapasonCompanyRandom *random, guint per_thousand);

/* The number of the entry of @weights (of @n, their sum at least 1) that was drawn. */
guint diapason_company_weighted (DiapasonCompanyRandom *random, const guint8 *weights, guint n);

/* One of @texts, which ends in NULL and holds at least one. Returns: (transfer none). */
const char *diapason_company_pick (DiapasonCompanyRandom *random, const char *const *texts);

/* Likewise for at most @size of them, the end being NULL or @size. */
const char *diapason_company_pick_of (DiapasonCompanyRandom *random,
                                      const char *const *texts,
                                      guint size);

#define DIAPASON_COMPANY_PICK(random, array)                                                       \
  diapason_company_pick_of ((random), (array), G_N_ELEMENTS (array))

G_END_DECLS
