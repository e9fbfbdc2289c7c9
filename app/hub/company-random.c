/* company-random.c: see company-random.h. */
#include "company-random.h"

static guint64
splitmix (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

void
diapason_company_random_init (DiapasonCompanyRandom *random,
                              guint64 seed,
                              DiapasonCompanyDomain domain,
                              guint64 index)
{
  guint64 mixed = seed;

  /* Each key goes through the mixer by itself: neighbouring seeds and numbers must not meet. */
  mixed = splitmix (&mixed) ^ (guint64) domain;
  mixed = splitmix (&mixed) ^ index;
  for (guint i = 0; i < G_N_ELEMENTS (random->state); i++)
    random->state[i] = splitmix (&mixed);
}

static guint64
rotate (guint64 value, int bits)
{
  return (value << bits) | (value >> (64 - bits));
}

guint64
diapason_company_random_next (DiapasonCompanyRandom *random)
{
  guint64 *s = random->state;
  guint64 result = rotate (s[1] * 5, 7) * 9;
  guint64 shifted = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotate (s[3], 45);
  return result;
}

guint
diapason_company_below (DiapasonCompanyRandom *random, guint n)
{
  return (guint) (((diapason_company_random_next (random) >> 32) * n) >> 32);
}

gint64
diapason_company_between (DiapasonCompanyRandom *random, gint64 low, gint64 high)
{
  guint64 span = (guint64) (high - low) + 1;

  return low + (gint64) (diapason_company_random_next (random) % span);
}

gboolean
diapason_company_chance (DiapasonCompanyRandom *random, guint per_thousand)
{
  return diapason_company_below (random, 1000) < per_thousand;
}

guint
diapason_company_weighted (DiapasonCompanyRandom *random, const guint8 *weights, guint n)
{
  guint sum = 0, drawn, i = 0;

  for (guint j = 0; j < n; j++)
    sum += weights[j];
  drawn = diapason_company_below (random, sum);
  while (drawn >= weights[i])
    drawn -= weights[i++];
  return i;
}

const char *
diapason_company_pick (DiapasonCompanyRandom *random, const char *const *texts)
{
  return texts[diapason_company_below (random, g_strv_length ((char **) texts))];
}

const char *
diapason_company_pick_of (DiapasonCompanyRandom *random, const char *const *texts, guint size)
{
  guint n = 0;

  while (n < size && texts[n] != NULL)
    n++;
  return texts[diapason_company_below (random, n)];
}
