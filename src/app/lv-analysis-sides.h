/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"
#include "lv-side.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define LV_TYPE_ANALYSIS_SIDES (lv_analysis_sides_get_type ())

/**
 * LvAnalysisSides:
 *
 * What can be compared: the grundprognose, the scenarios of the pack and of the user's document, and those
 * of other files that were added. The signal "changed" follows every edit; what lv_analysis_sides_get() gave
 * is gone then.
 */
G_DECLARE_FINAL_TYPE (LvAnalysisSides, lv_analysis_sides, LV, ANALYSIS_SIDES, GObject)

LvAnalysisSides *lv_analysis_sides_new (LvSession *session) G_GNUC_WARN_UNUSED_RESULT;
LvSession *lv_analysis_sides_session (LvAnalysisSides *self);
guint lv_analysis_sides_n (LvAnalysisSides *self);
const char *lv_analysis_sides_title (LvAnalysisSides *self, guint index);
const char *lv_analysis_sides_key (LvAnalysisSides *self, guint index);
int lv_analysis_sides_find (LvAnalysisSides *self, const char *key);
int lv_analysis_sides_shown (LvAnalysisSides *self);
LvSide lv_analysis_sides_get (LvAnalysisSides *self, guint index);
int lv_analysis_sides_shown_of (LvAnalysisSides *self, GFile *file);
gboolean lv_analysis_sides_add_file (LvAnalysisSides *self, GFile *file, GError **error);

G_END_DECLS
