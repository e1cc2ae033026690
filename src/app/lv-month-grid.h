/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_MONTH_GRID (lv_month_grid_get_type ())

/**
 * LvMonthGrid:
 *
 * A month to choose a day from, or the month itself. GtkCalendar names months and days in the language of
 * the C library's locale, which need not be that of the window. The signal "chosen" gives the date in the
 * form of packs, "2026-03-01" or "2026-03".
 */
G_DECLARE_FINAL_TYPE (LvMonthGrid, lv_month_grid, LV, MONTH_GRID, GtkWidget)

GtkWidget *lv_month_grid_new (void);
void lv_month_grid_show (LvMonthGrid *self, const char *date);
const char *lv_month_grid_month_name (guint month);

G_END_DECLS
