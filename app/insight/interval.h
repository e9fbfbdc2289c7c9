/* interval.h: what answers tell of all who could have answered: an estimate, and how sure it is.
 *
 * Every interval is one of 95 %: of a hundred of them some ninety-five hold the true value. Pure
 * functions; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Below so many answers no figure is shown: its interval would hold nearly anything. */
#define DIAPASON_ENOUGH_ANSWERS 10

typedef struct
{
  guint n;          /* answers it is made of */
  double value;     /* as it is counted in those; 0 where n is 0 */
  double low, high; /* low <= value <= high, within what is possible */
} DiapasonEstimate;

/* Whether there are DIAPASON_ENOUGH_ANSWERS. */
gboolean diapason_estimate_is_enough (const DiapasonEstimate *estimate);

/* The net promoter score, -100 to 100: the share of promoters (9 and 10 of 10) less that of
 * detractors (0 to 6).
 *
 * Each answer is one of three, so promoters and detractors are two cells of one multinomial and
 * not independent: with their shares p and d the variance of p - d for one answer is
 * p + d - (p - d)^2. Wald's interval, (p - d) +- z sqrt ((p + d - (p - d)^2) / n), is too narrow
 * for few answers and has no width where all agree. It is adjusted by one answer more to each of
 * promoters and detractors before the shares are taken (Agresti and Min 2005, Statistics in
 * Medicine 24, 729-740; Bonett and Price 2012, Journal of Educational and Behavioral Statistics
 * 37, 479-488: the adjusted Wald interval for the difference of two proportions of one sample).
 * `value` is the score as counted; the interval stands around the adjusted one, wide enough to
 * hold the counted one, too. tests/insight/test-interval.c has its coverage. */
DiapasonEstimate diapason_estimate_nps (guint promoters, guint passives, guint detractors);

/* A share, 0 to 1, of @n: Wilson's score interval (Wilson 1927, Journal of the American
 * Statistical Association 22, 209-212). @with <= @n. */
DiapasonEstimate diapason_estimate_share (guint with, guint n);

/* The mean of @n scores from @least to @most, of which the sum and the sum of squares are given:
 * Student's interval, cut to the scale. Its quantile is that of Fisher and Cornish to the third
 * term (1960, Technometrics 2, 209-225), which is right to a thousandth from five answers on.
 * Nobody's score varies where all gave the same: then the variance is taken for that of one answer
 * more, one step of the scale away. */
DiapasonEstimate diapason_estimate_mean (gint64 sum, gint64 squares, guint n, int least, int most);

typedef enum
{
  DIAPASON_TREND_UNKNOWN, /* too few answers before or after */
  DIAPASON_TREND_UNCLEAR, /* the interval of the difference holds nothing, too */
  DIAPASON_TREND_UP,
  DIAPASON_TREND_DOWN,
} DiapasonTrend;

/* Whether @later differs from @earlier, two samples of different answers. The interval of the
 * difference is made of both by square and add (Zou and Donner 2008, Statistics in Medicine 27,
 * 1693-1702). */
DiapasonTrend diapason_estimate_trend (const DiapasonEstimate *earlier,
                                       const DiapasonEstimate *later);

G_END_DECLS
