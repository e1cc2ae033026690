/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-application.h"
#include "lv-session.h"

G_BEGIN_DECLS

#define LV_TYPE_WINDOW (lv_window_get_type ())

/**
 * LvWindow:
 *
 * One window on one pack: tabs from the pack's pages, and the scenario panel left of them.
 */
G_DECLARE_FINAL_TYPE (LvWindow, lv_window, LV, WINDOW, AdwApplicationWindow)

LvWindow *lv_window_new (LvApplication *application, const char *folder) G_GNUC_WARN_UNUSED_RESULT;
LvSession *lv_window_session (LvWindow *self);

G_END_DECLS
