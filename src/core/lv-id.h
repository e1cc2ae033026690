/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lv_id_valid (const char *text);
gboolean lv_id_matches (const char *pattern, const char *id);
char *lv_id_spreadsheet_name (const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
