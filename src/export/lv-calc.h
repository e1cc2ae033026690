/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-form.h"
#include "lv-passport.h"
#include "lv-side.h"
#include "lv-workbook.h"

G_BEGIN_DECLS

/** Columns before the values, alike on the sheets of inputs and of calculations, so that a year stands in the
 * same column on both. */
enum
{
  LV_CALC_ID,
  LV_CALC_TITLE,
  LV_CALC_MEMBERS,
  LV_CALC_UNIT,
  LV_CALC_PRICE_LEVEL,
  LV_CALC_BASIS,
  LV_CALC_STATUS,
  LV_CALC_EDITABLE,
  LV_CALC_N_COLUMNS
};

/** Columns of the sheet of inputs behind both blocks of values. */
enum
{
  LV_ORIGIN_SOURCE,
  LV_ORIGIN_PLACE,
  LV_ORIGIN_N_COLUMNS
};

/** The row of heads that every page repeats. */
#define LV_CALC_HEAD_ROW 3

/** A heading or the heads of a time axis, between the rows. */
typedef struct
{
  guint row;
  const char *text;
  const LvAxis *axis;
} LvCalcHead;

/**
 * LvCalc:
 * @state: the scenario
 * @side: the same, with what it says
 * @base: the grundprognose
 * @sheet: numbers of the sheets that formulas point to
 * @footer: what stands at the foot of every page
 * @passports: utf8: name of a sheet and its passport, one after the other
 *
 * One workbook of the profile Beregning on its way.
 */
typedef struct
{
  LvWorkbook *book;
  LvPlan *plan;
  const LvModel *model;
  const LvPack *pack;
  const LvState *state;
  LvSide side;
  const LvState *base;
  const LvItem *attachment;
  const char *scenario;
  const LvPassport *passport;
  GPtrArray *passports;
  guint sheet[LV_CALC_N_SHEETS];
  GArray *heads[LV_CALC_N_SHEETS]; /* LvCalcHead */
  const LvAxis *axis[LV_CALC_N_SHEETS]; /* the one in the heads that every page repeats */
  char *footer;
  guint n_rows;  /* of the calculation */
  GDate today;   /* the day from which plans are seen */
  gboolean has_plan;
} LvCalc;

const char *lv_calc_word (const LvCalc *self, const char *name, const char *otherwise);
char *lv_fill (const char *pattern, const char *first, const char *second) G_GNUC_WARN_UNUSED_RESULT;
double lv_calc_value (const LvState *state, guint slot, gsize cell);
int lv_decimals_for (const LvUnit *unit, double value);
char *lv_price_level_text (const LvPack *pack, const LvNode *node) G_GNUC_WARN_UNUSED_RESULT;
char *lv_basis_text (const LvPack *pack, const LvNode *node) G_GNUC_WARN_UNUSED_RESULT;
char *lv_calc_row_id (const LvNode *node, const LvCalcArea *area, guint outer) G_GNUC_WARN_UNUSED_RESULT;
char *lv_calc_row_members (const LvCalcArea *area, guint outer) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_calc_cell_is_editable (const LvCalc *self, const LvNode *node, gsize cell);
void lv_calc_write_label_heads (const LvCalc *self, LvCalcSheet sheet);

void lv_calc_heads (const LvCalc *self, LvCalcSheet sheet, const guint *bases, guint n_bases);
void lv_calc_add_head (LvCalc *self, LvCalcSheet sheet, guint row, const char *text, const LvAxis *axis);
void lv_calc_title (const LvCalc *self, guint sheet, const char *title, const char *line);
void lv_calc_write_passport (LvCalc *self, guint sheet, const LvSheet *of, guint n);
void lv_calc_setup (const LvCalc *self, guint sheet, int repeat_to, int freeze_row, int freeze_column);
void lv_calc_setup_wide (const LvCalc *self, guint sheet, guint pages_wide, guint columns, guint rows);

void lv_calc_lay_inputs (LvCalc *self);
void lv_calc_lay_lines (LvCalc *self);
void lv_calc_write_front (LvCalc *self, guint sheet);
void lv_calc_write_inputs (LvCalc *self);
void lv_calc_write_lines (LvCalc *self);
void lv_calc_write_checks (LvCalc *self, const GPtrArray *checks);
void lv_calc_write_changes (LvCalc *self);
void lv_calc_write_charts (LvCalc *self);
void lv_calc_write_axes (LvCalc *self);

G_END_DECLS
