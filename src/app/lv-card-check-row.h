/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-check.h"
#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_CHECK_ROW (lv_check_row_get_type ())

/**
 * LvCheckRow:
 *
 * One check: its result in words and its title; unfolded, both sides in words and cell by cell, and why a
 * known deviation is one.
 */
G_DECLARE_FINAL_TYPE (LvCheckRow, lv_check_row, LV, CHECK_ROW, GtkWidget)

LvCheckRow *lv_check_row_new (LvSession *session, guint index);
gboolean lv_check_row_update (LvCheckRow *self);
LvCheckResult lv_check_row_get_result (LvCheckRow *self);
guint lv_check_row_get_index (LvCheckRow *self);
void lv_check_row_set_expanded (LvCheckRow *self, gboolean expanded);

G_END_DECLS
