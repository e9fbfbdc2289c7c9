/* interval.c: see interval.h. */
#include "interval.h"

#include <math.h>

#define Z 1.959963984540054 /* of the normal distribution, 95 % in the middle */

gboolean
diapason_estimate_is_enough (const DiapasonEstimate *estimate)
{
  return estimate->n >= DIAPASON_ENOUGH_ANSWERS;
}

/* @middle +- @half, in which @value lies, too, cut to what is possible. */
static DiapasonEstimate
estimate_around (double value, double middle, double half, double least, double most, guint n)
{
  return (DiapasonEstimate){
    .n = n,
    .value = value,
    .low = CLAMP (MIN (middle - half, value), least, most),
    .high = CLAMP (MAX (middle + half, value), least, most),
  };
}

DiapasonEstimate
diapason_estimate_nps (guint promoters, guint passives, guint detractors)
{
  guint n = promoters + passives + detractors;
  double adjusted_n = n + 2.0;
  double p = (promoters + 1) / adjusted_n;
  double d = (detractors + 1) / adjusted_n;
  double half = Z * sqrt ((p + d - (p - d) * (p - d)) / adjusted_n);
  double value = n == 0 ? 0 : ((double) promoters - detractors) / n;

  if (n == 0)
    return (DiapasonEstimate){ .low = -100, .high = 100 };
  return estimate_around (100 * value, 100 * (p - d), 100 * half, -100, 100, n);
}

DiapasonEstimate
diapason_estimate_share (guint with, guint n)
{
  g_return_val_if_fail (with <= n, ((DiapasonEstimate){ .high = 1 }));

  if (n == 0)
    return (DiapasonEstimate){ .high = 1 };

  double share = (double) with / n;
  double z2n = Z * Z / n;
  double middle = (share + z2n / 2) / (1 + z2n);
  double half = Z / (1 + z2n) * sqrt (share * (1 - share) / n + z2n / (4.0 * n));
  return estimate_around (share, middle, half, 0, 1, n);
}

static double
student_quantile (guint freedom)
{
  double z3 = Z * Z * Z, z5 = z3 * Z * Z, z7 = z5 * Z * Z, f = freedom;

  return Z + (z3 + Z) / (4 * f) + (5 * z5 + 16 * z3 + 3 * Z) / (96 * f * f) +
         (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * f * f * f);
}

DiapasonEstimate
diapason_estimate_mean (gint64 sum, gint64 squares, guint n, int least, int most)
{
  g_return_val_if_fail (least < most, ((DiapasonEstimate){ 0 }));

  if (n == 0)
    return (DiapasonEstimate){ .low = least, .high = most };

  double mean = (double) sum / n;
  double deviation = MAX ((double) squares - (double) sum * mean, 0);
  if (n == 1)
    return estimate_around (mean, mean, most - least, least, most, n);
  if (deviation < 1e-9 * n)
    deviation = (double) n / (n + 1.0);
  double half = student_quantile (n - 1) * sqrt (deviation / (n - 1) / n);
  return estimate_around (mean, mean, half, least, most, n);
}

DiapasonTrend
diapason_estimate_trend (const DiapasonEstimate *earlier, const DiapasonEstimate *later)
{
  if (!diapason_estimate_is_enough (earlier) || !diapason_estimate_is_enough (later))
    return DIAPASON_TREND_UNKNOWN;

  double difference = later->value - earlier->value;
  double below = hypot (later->value - later->low, earlier->high - earlier->value);
  double above = hypot (later->high - later->value, earlier->value - earlier->low);
  if (difference - below > 0)
    return DIAPASON_TREND_UP;
  return difference + above < 0 ? DIAPASON_TREND_DOWN : DIAPASON_TREND_UNCLEAR;
}
