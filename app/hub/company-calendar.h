/* company-calendar.h: local days, clocks and opening hours of the invented company's countries.
 *
 * Its own rule for summer time (the European one), so that the bytes never depend on a machine's
 * zone files. A day is a number of days since 1 January 1970 in local time; instants are
 * milliseconds UTC. Pure functions, any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_COMPANY_FRANCE,
  DIAPASON_COMPANY_ITALY,
  DIAPASON_COMPANY_BRITAIN,
  DIAPASON_COMPANY_IRELAND,
  DIAPASON_COMPANY_N_COUNTRIES,
} DiapasonCompanyCountry;

#define DIAPASON_COMPANY_SECOND G_GINT64_CONSTANT (1000)
#define DIAPASON_COMPANY_MINUTE (60 * DIAPASON_COMPANY_SECOND)
#define DIAPASON_COMPANY_HOUR   (60 * DIAPASON_COMPANY_MINUTE)
#define DIAPASON_COMPANY_DAY    (24 * DIAPASON_COMPANY_HOUR)

/* "2025-11-14" and its end. */
typedef char DiapasonCompanyDate[16];

/* The local day of @instant; @minute (out, nullable) gets the minute of that day. */
int diapason_company_local_day (DiapasonCompanyCountry country, gint64 instant, int *minute);

/* The instant at which it is @minute of the local @day. */
gint64 diapason_company_instant (DiapasonCompanyCountry country, int day, int minute);

/* Minutes of the @day at which the house opens and closes; FALSE when it stays closed. */
gboolean diapason_company_hours (DiapasonCompanyCountry country, int day, int *opens, int *closes);

/* Whether somebody is there at @instant. */
gboolean diapason_company_is_open (DiapasonCompanyCountry country, gint64 instant);

/* @instant itself when the house is open then, else the next opening. */
gint64 diapason_company_next_open (DiapasonCompanyCountry country, gint64 instant);

/* The @n-th day after @day on which the house opens. */
int diapason_company_open_day_after (DiapasonCompanyCountry country, int day, int n);

/* 0 for Monday … 6 for Sunday. */
int diapason_company_weekday (int day);

/* @year, @month (1 … 12) and day of the month of @day; each may be NULL. */
void diapason_company_civil (int day, int *year, int *month, int *month_day);

/* The day of a date that exists. */
int diapason_company_day (int year, int month, int month_day);

/* Writes @day as "2025-11-14". */
void diapason_company_date (int day, DiapasonCompanyDate date);

G_END_DECLS
