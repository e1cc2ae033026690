/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates as people here write them, to and from the form of packs: "2026-03-01", or "2026-03" where only
 * the month is said. */

char *lv_date_read_da (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *lv_date_show_da (const char *date) G_GNUC_WARN_UNUSED_RESULT;
char *lv_date_moved (const char *text, gboolean end, int months, int days) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
