/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Months and dates as whole numbers, so that a delay is an addition. A month is year * 12 + (month - 1);
 * a date is the Julian day of GDate. */

gboolean lv_month_parse (const char *text, int *month);
char *lv_month_format (int month) G_GNUC_WARN_UNUSED_RESULT;
int lv_month_days (int month);
gboolean lv_date_parse (const char *text, gboolean end_of_period, GDate *date);

G_END_DECLS
