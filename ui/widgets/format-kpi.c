/* format-kpi.c: see format-kpi.h. */
#include "format-kpi.h"

#include <glib/gi18n.h>

#include <math.h>

#include "kpi-estimate.h"

/* The true minus, as wide as a plus. */
static char *
signed_number (double value)
{
  int rounded = (int) lround (value);

  if (rounded == 0)
    return g_strdup ("0");
  return g_strdup_printf ("%s%d", rounded > 0 ? "+" : "−", ABS (rounded));
}

static char *
percentage (double share)
{
  return g_strdup_printf ("%d", (int) lround (100 * share));
}

const char *
diapason_format_kpi_title (DiapasonKpi kpi)
{
  switch (kpi)
    {
    case DIAPASON_KPI_NPS:
      /* Translators: from here on, titles of figures about the adviser's own contacts. NPS: net
       * promoter score. */
      return _("My NPS");
    case DIAPASON_KPI_SATISFACTION:
      return _("CSAT");
    case DIAPASON_KPI_SOLVED:
      /* Translators: at the first contact; there is little room. */
      return _("Solved at first");
    case DIAPASON_KPI_PROMISES:
      return _("Promises");
    case DIAPASON_KPI_HEARD:
      /* Translators: customers who were contacted after what they had answered. */
      return _("Heard back");
    default:
      g_return_val_if_reached ("");
    }
}

/* What we did ourselves is counted, however little; what others say of it is estimated. */
static gboolean
is_counted (DiapasonKpi kpi)
{
  return kpi == DIAPASON_KPI_PROMISES || kpi == DIAPASON_KPI_HEARD;
}

static gboolean
is_enough (DiapasonKpi kpi, const DiapasonEstimate *estimate)
{
  return is_counted (kpi) ? estimate->n > 0 : diapason_estimate_is_enough (estimate);
}

gboolean
diapason_format_kpi_is_known (DiapasonKpi kpi, const DiapasonKpiSums *sums)
{
  DiapasonEstimate estimate = diapason_kpi_estimate (kpi, sums);

  return is_enough (kpi, &estimate);
}

char *
diapason_format_kpi_value (DiapasonKpi kpi, const DiapasonKpiSums *sums)
{
  DiapasonEstimate estimate = diapason_kpi_estimate (kpi, sums);

  if (!is_enough (kpi, &estimate))
    return g_strdup ("—");
  switch (kpi)
    {
    case DIAPASON_KPI_NPS:
      return signed_number (estimate.value);
    case DIAPASON_KPI_SATISFACTION:
      return g_strdup_printf ("%.1f", estimate.value);
    case DIAPASON_KPI_SOLVED:
      /* Translators: a percentage. */
      return g_strdup_printf (_("%d %%"), (int) lround (100 * estimate.value));
    case DIAPASON_KPI_PROMISES:
      /* Translators: how many promises were kept in time: "9 kept". */
      return g_strdup_printf (ngettext ("%d kept", "%d kept", (gulong) sums->plus),
                              (int) sums->plus);
    default:
      return g_strdup_printf ("%d", (int) sums->plus);
    }
}

static char *
too_few (const DiapasonKpiSums *sums)
{
  if (sums->n == 0)
    return g_strdup (_("no answers yet"));
  /* Translators: how many answers there are, and how many it takes: "too few answers: 4 of 10". */
  return g_strdup_printf (_("too few answers: %d of %d"), (int) sums->n, DIAPASON_ENOUGH_ANSWERS);
}

static char *
counted_beside (DiapasonKpi kpi, const DiapasonKpiSums *sums)
{
  if (kpi == DIAPASON_KPI_PROMISES)
    return sums->n == 0 ? g_strdup (_("none came to its end"))
                        : g_strdup_printf (ngettext ("%d late or broken", "%d late or broken",
                                                     (gulong) sums->minus),
                                           (int) sums->minus);
  /* Translators: of the customers whose answer was seen to; beside how many heard back: "11". */
  return sums->n == 0
             ? g_strdup (_("no answers yet"))
             : g_strdup_printf (ngettext ("%d did not", "%d did not", (gulong) sums->minus),
                                (int) sums->minus);
}

char *
diapason_format_kpi_interval (DiapasonKpi kpi, const DiapasonKpiSums *sums)
{
  DiapasonEstimate estimate = diapason_kpi_estimate (kpi, sums);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (is_counted (kpi))
    return counted_beside (kpi, sums);
  if (!diapason_estimate_is_enough (&estimate))
    return too_few (sums);
  if (kpi == DIAPASON_KPI_SATISFACTION)
    /* Translators: from where to where the true mean is likely to be: "4.0 … 4.6 of 5". */
    return g_strdup_printf (_("%.1f … %.1f of %d"), estimate.low, estimate.high, 5);
  low = kpi == DIAPASON_KPI_NPS ? signed_number (estimate.low) : percentage (estimate.low);
  high = kpi == DIAPASON_KPI_NPS ? signed_number (estimate.high) : percentage (estimate.high);
  if (kpi == DIAPASON_KPI_NPS)
    return g_strdup_printf ("%s … %s", low, high);
  /* Translators: from where to where the true share is likely to be: "69 … 85 %, customers say". */
  return g_strdup_printf (_("%s … %s %%, customers say"), low, high);
}

char *
diapason_format_kpi_change (DiapasonKpi kpi,
                            const DiapasonKpiSums *before,
                            const DiapasonKpiSums *now,
                            guint days)
{
  switch (diapason_kpi_trend (kpi, before, now))
    {
    case DIAPASON_TREND_UP:
      return g_strdup_printf (_("▲ higher than the %u days before"), days);
    case DIAPASON_TREND_DOWN:
      return g_strdup_printf (_("▼ lower than the %u days before"), days);
    case DIAPASON_TREND_UNCLEAR:
      return g_strdup_printf (_("no clear change to the %u days before"), days);
    default:
      return g_strdup ("");
    }
}

const char *
diapason_format_kpi_definition (DiapasonKpi kpi)
{
  switch (kpi)
    {
    case DIAPASON_KPI_NPS:
      return _ (
          "How many in a hundred would recommend us (9 or 10 of 10) after a contact with you, "
          "less those who would not (0 to 6). The second figures say where the true score is: "
          "nineteen times of twenty it lies between them.");
    case DIAPASON_KPI_SATISFACTION:
      return _ (
          "The mean of how satisfied customers said they were with a contact with you, from 1 "
          "to 5. The second figures say where the true mean is: nineteen times of twenty it "
          "lies between them.");
    case DIAPASON_KPI_SOLVED:
      return _("How many in a hundred customers said that it was solved in the contact with you, "
               "and had not had to contact us in the seven days before. It counts where it is "
               "known who answered, and about which contact. The second figures say where the "
               "true share is: nineteen times of twenty it lies between them.");
    case DIAPASON_KPI_PROMISES:
      return _("The promises of yours that came to their end: kept in time, or late, or broken. "
               "What was withdrawn with an apology does not count.");
    case DIAPASON_KPI_HEARD:
      return _("The customers who answered about a contact with you, may be contacted, and whose "
               "answer was seen to: how many of them we contacted in the thirty days after it.");
    default:
      g_return_val_if_reached ("");
    }
}

char *
diapason_format_response (gint64 asked, gint64 answered)
{
  if (asked <= 0)
    return g_strdup ("");
  /* Translators: "32 % of 130 customers answered": of those who were asked. */
  return g_strdup_printf (_("%d %% of %d customers answered"),
                          (int) lround (100.0 * (double) answered / (double) asked), (int) asked);
}
