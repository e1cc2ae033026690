/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"

G_BEGIN_DECLS

/** What a check says of one cell. */
typedef enum
{
  LV_CHECK_HOLDS,
  LV_CHECK_ROUNDING,     /* exactly the known rounding */
  LV_CHECK_SOURCE_ERROR, /* exactly the known error of the source */
  LV_CHECK_MISSING,      /* a side is missing: nothing to compare */
  LV_CHECK_FAILS,
} LvCheckResult;

/**
 * LvCheckCell:
 * @cell: cell of the check's shape
 * @left, @right: in the check's unit
 * @known: (nullable): the known deviation that it is
 */
typedef struct
{
  gsize cell;
  double left;
  double right;
  double difference;
  LvCheckResult result;
  const LvKnown *known;
} LvCheckCell;

/**
 * LvCheckReport:
 * @item: the check
 * @shape: axes of its cells
 * @unit: (nullable): what left, right and difference are in
 * @result: the worst of its cells
 * @cells: LvCheckCell
 */
typedef struct
{
  LvItem *item;
  LvShape shape;
  const LvUnit *unit;
  LvCheckResult result;
  GArray *cells;
} LvCheckReport;

void lv_check_report_free (LvCheckReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvCheckReport, lv_check_report_free)

guint lv_checks_count (const LvModel *model);
const LvItem *lv_checks_item (const LvModel *model, guint index);
LvCheckReport *lv_check_run (const LvState *state, guint index) G_GNUC_WARN_UNUSED_RESULT;
double lv_check_tolerance (const LvCheck *check, const LvUnit *unit, LvUnits *units);
const LvKnown *lv_check_known (const LvCheck *check, const LvShape *shape, gsize cell);
const char *lv_check_result_name (LvCheckResult result);
gboolean lv_checks_hold (const LvState *state);
void lv_checks_validate (const LvModel *model, LvProblems *problems);

G_END_DECLS
