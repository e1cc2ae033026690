/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-year-table.h"

G_BEGIN_DECLS

/**
 * LvYearRange:
 *
 * Rows and columns of a table, the last ones included.
 */
typedef struct
{
  guint top;
  guint left;
  guint bottom;
  guint right;
} LvYearRange;

/**
 * LvYearPlan:
 * @name: (owned): what is done, as the user reads it after "Undo:"
 * @changes: (owned): LvSessionChange of cells that the scenario changes
 * @figures: (owned): likewise, of cells that the sources lack: they take figures of the user's own, and those need a
 *   source
 *
 * What is going to be done to a range.
 */
typedef struct
{
  char *name;
  GArray *changes;
  GArray *figures;
} LvYearPlan;

void lv_year_plan_free (LvYearPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvYearPlan, lv_year_plan_free)

/* What is done to a range is done to all of it or to nothing, as one step of undo. What fails says why,
 * and names the cell. */

char *lv_year_copy (const LvYearTable *table, const LvYearRange *range) G_GNUC_WARN_UNUSED_RESULT;
LvYearPlan *lv_year_plan_paste (const LvYearTable *table, LvYearRange *range, const char *text,
                                char **reason) G_GNUC_WARN_UNUSED_RESULT;
LvYearPlan *lv_year_plan_fill_right (const LvYearTable *table, const LvYearRange *range, char **reason)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_year_do (const LvYearTable *table, const LvYearPlan *plan, const char *source, char **reason);
GArray *lv_year_plan_change (const LvYearTable *table, const LvYearRange *range, double by,
                             gboolean percent, char **reason) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_year_change (const LvYearTable *table, const LvYearRange *range, double by, gboolean percent,
                         char **reason);
gboolean lv_year_reset (const LvYearTable *table, const LvYearRange *range);
gboolean lv_year_parse (const LvYearTable *table, const char *text, double *value, char **reason);

G_END_DECLS
