/* company-calendar.c: see company-calendar.h. */
#include "company-calendar.h"

#define JULIAN_1970 719163 /* GDate counts from 1 January of the year 1, which is 1 */

typedef struct
{
  int offset;       /* minutes before UTC's clock in winter */
  int week[2];      /* opens, closes, Monday to Friday */
  int saturday[2];  /* the same; both 0: closed */
  int holidays[14]; /* month × 100 + day, 0 ends */
} Country;

static const Country countries[DIAPASON_COMPANY_N_COUNTRIES] = {
  [DIAPASON_COMPANY_FRANCE] = { 60,
                                { 510, 1140 },
                                { 540, 1020 },
                                { 101, 501, 508, 714, 815, 1101, 1111, 1225 } },
  [DIAPASON_COMPANY_ITALY] = { 60,
                               { 540, 1110 },
                               { 540, 780 },
                               { 101, 106, 425, 501, 602, 815, 1101, 1208, 1225, 1226 } },
  [DIAPASON_COMPANY_BRITAIN] = { 0, { 480, 1200 }, { 540, 1020 }, { 101, 1225, 1226 } },
  [DIAPASON_COMPANY_IRELAND] = { 0, { 540, 1080 }, { 540, 780 }, { 101, 317, 1225, 1226 } },
};

static gint64
floor_div (gint64 value, gint64 by)
{
  return value / by - (value % by < 0);
}

void
diapason_company_civil (int day, int *year, int *month, int *month_day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + JULIAN_1970));
  if (year != NULL)
    *year = g_date_get_year (&date);
  if (month != NULL)
    *month = (int) g_date_get_month (&date);
  if (month_day != NULL)
    *month_day = g_date_get_day (&date);
}

int
diapason_company_day (int year, int month, int month_day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) month_day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date) - JULIAN_1970;
}

void
diapason_company_date (int day, DiapasonCompanyDate date)
{
  int year, month, month_day;

  diapason_company_civil (day, &year, &month, &month_day);
  g_snprintf (date, sizeof (DiapasonCompanyDate), "%04d-%02d-%02d", year, month, month_day);
}

int
diapason_company_weekday (int day)
{
  int weekday = (day + 3) % 7;

  return weekday < 0 ? weekday + 7 : weekday;
}

/* 01:00 UTC of the last Sunday of a month of 31 days. */
static gint64
last_sunday (int year, int month)
{
  int day = diapason_company_day (year, month, 31);

  day -= (diapason_company_weekday (day) + 1) % 7;
  return day * DIAPASON_COMPANY_DAY + DIAPASON_COMPANY_HOUR;
}

static gboolean
is_summer (gint64 instant)
{
  int year;

  diapason_company_civil ((int) floor_div (instant, DIAPASON_COMPANY_DAY), &year, NULL, NULL);
  return instant >= last_sunday (year, 3) && instant < last_sunday (year, 10);
}

int
diapason_company_local_day (DiapasonCompanyCountry country, gint64 instant, int *minute)
{
  gint64 local = instant + countries[country].offset * DIAPASON_COMPANY_MINUTE;
  int day;

  if (is_summer (instant))
    local += DIAPASON_COMPANY_HOUR;
  day = (int) floor_div (local, DIAPASON_COMPANY_DAY);
  if (minute != NULL)
    *minute = (int) ((local - day * DIAPASON_COMPANY_DAY) / DIAPASON_COMPANY_MINUTE);
  return day;
}

gint64
diapason_company_instant (DiapasonCompanyCountry country, int day, int minute)
{
  gint64 instant =
      day * DIAPASON_COMPANY_DAY + (minute - countries[country].offset) * DIAPASON_COMPANY_MINUTE;

  return is_summer (instant - DIAPASON_COMPANY_HOUR) ? instant - DIAPASON_COMPANY_HOUR : instant;
}

static gboolean
is_holiday (DiapasonCompanyCountry country, int day)
{
  const int *holidays = countries[country].holidays;
  int month, month_day;

  diapason_company_civil (day, NULL, &month, &month_day);
  for (; *holidays != 0; holidays++)
    if (*holidays == month * 100 + month_day)
      return TRUE;
  return FALSE;
}

gboolean
diapason_company_hours (DiapasonCompanyCountry country, int day, int *opens, int *closes)
{
  int weekday = diapason_company_weekday (day);
  const int *hours = weekday == 5 ? countries[country].saturday : countries[country].week;

  if (weekday == 6 || is_holiday (country, day))
    return FALSE;
  *opens = hours[0];
  *closes = hours[1];
  return TRUE;
}

gboolean
diapason_company_is_open (DiapasonCompanyCountry country, gint64 instant)
{
  int minute, opens, closes;
  int day = diapason_company_local_day (country, instant, &minute);

  return diapason_company_hours (country, day, &opens, &closes) && minute >= opens &&
         minute < closes;
}

gint64
diapason_company_next_open (DiapasonCompanyCountry country, gint64 instant)
{
  int minute, opens, closes;
  int day = diapason_company_local_day (country, instant, &minute);

  if (diapason_company_is_open (country, instant))
    return instant;
  if (!diapason_company_hours (country, day, &opens, &closes) || minute >= opens)
    day = diapason_company_open_day_after (country, day, 1);
  diapason_company_hours (country, day, &opens, &closes);
  return diapason_company_instant (country, day, opens);
}

int
diapason_company_open_day_after (DiapasonCompanyCountry country, int day, int n)
{
  int opens, closes;

  while (n > 0)
    {
      day++;
      if (diapason_company_hours (country, day, &opens, &closes))
        n--;
    }
  return day;
}
