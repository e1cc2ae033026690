/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_CHANGE_ROW (lv_change_row_get_type ())

/**
 * LvChangeRow:
 *
 * One change of the scenario: what, from, to, and a button that takes it back (signal "reset").
 */
G_DECLARE_FINAL_TYPE (LvChangeRow, lv_change_row, LV, CHANGE_ROW, GtkListBoxRow)

GtkWidget *lv_change_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lv_change_row_set (LvChangeRow *self, const LvPack *pack, const LvSessionChange *change);
void lv_change_row_set_notes (LvChangeRow *self, const char *effect, const char *reason,
                              const char *by);
const LvSessionChange *lv_change_row_get (LvChangeRow *self);

G_END_DECLS
