/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile Beregning: for checking and continuing in a spreadsheet. */
#include "lv-calculation.h"

#include "lv-calc.h"
#include "lv-grid.h"

static void
set_columns (LvCalc *self)
{
  LvPlan *plan = self->plan;

  lv_plan_measure (plan);
  plan->value_column[LV_CALC_INPUTS] = LV_CALC_N_COLUMNS;
  plan->value_column[LV_CALC_CALCULATION] = LV_CALC_N_COLUMNS;
  plan->standard_column = LV_CALC_N_COLUMNS + plan->columns + 1;
}

static void
add_sheets (LvCalc *self)
{
  static const char *const words[] = { "inputs", "calculation", "axes" };
  static const char *const otherwise[] = { "Inputs", "Calculation", "Axes" };

  for (guint i = 0; i < LV_CALC_AXES; i++)
    {
      self->sheet[i] = lv_workbook_add_sheet (self->book, lv_calc_word (self, words[i], otherwise[i]));
      self->plan->sheet_ref[i] = lv_workbook_sheet_ref (self->book, self->sheet[i]);
    }
  self->plan->sheet_ref[LV_CALC_AXES] = lv_calc_word (self, words[LV_CALC_AXES], otherwise[LV_CALC_AXES]);
}

static void
collect_checks (const LvCalc *self, GPtrArray *checks)
{
  const LvAttachment *attachment = self->attachment->detail;

  for (guint i = 0; i < attachment->sheets->len; i++)
    {
      g_autoptr (GArray) some
          = lv_subject_checks (&g_array_index (attachment->sheets, LvSheet, i), self->model);

      for (guint c = 0; c < some->len; c++)
        g_ptr_array_add (checks, GUINT_TO_POINTER (g_array_index (some, guint, c)));
    }
}

static void
write_all (LvCalc *self)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  guint front = lv_workbook_add_sheet (self->book, lv_calc_word (self, "front", "Front"));

  add_sheets (self);
  set_columns (self);
  lv_calc_lay_inputs (self);
  lv_calc_lay_lines (self);
  lv_calc_write_inputs (self);
  lv_calc_write_lines (self);
  collect_checks (self, checks);
  lv_calc_write_checks (self, checks);
  lv_calc_write_changes (self);
  lv_calc_write_charts (self);
  lv_calc_write_front (self, front);
  if (self->plan->axes->len == 0)
    return;
  self->sheet[LV_CALC_AXES] = lv_workbook_add_sheet (self->book, self->plan->sheet_ref[LV_CALC_AXES]);
  lv_calc_write_axes (self);
}

/**
 * lv_calculation_write:
 * @book: empty
 * @attachment: an item of kind attachment
 * @side: the scenario; what it says may be unknown
 * @base: the grundprognose
 * @passport: what the numbers are made of, and ids of the tables
 * @footer: date and title at the foot of pages
 * @today: the day from which plans are seen
 *
 * Fills @book; what goes wrong is told when it is saved.
 *
 * Returns: %FALSE when the attachment shows nothing that is computed, and no plan
 */
gboolean
lv_calculation_write (LvWorkbook *book, const LvItem *attachment, const LvSide *side,
                      const LvState *base, const LvPassport *passport, const char *footer,
                      const GDate *today)
{
  const LvState *state = side->state;
  g_autoptr (GArray) wants = lv_subject_wants (attachment, state, base);
  const LvAttachment *detail = attachment->detail;
  g_autoptr (LvPlan) plan = lv_plan_new (lv_state_model (state), wants, detail->given);
  LvCalc self = { .book = book,
                  .plan = plan,
                  .model = lv_state_model (state),
                  .pack = lv_model_pack (lv_state_model (state)),
                  .state = state,
                  .side = *side,
                  .base = base,
                  .attachment = attachment,
                  .scenario = lv_passport_scenario (passport),
                  .passport = passport,
                  .footer = (char *) footer,
                  .today = *today };

  for (guint i = 0; i < LV_CALC_N_SHEETS; i++)
    self.heads[i] = g_array_new (FALSE, FALSE, sizeof (LvCalcHead));
  self.passports = g_ptr_array_new_with_free_func (g_free);
  write_all (&self);
  g_ptr_array_unref (self.passports);
  for (guint i = 0; i < LV_CALC_N_SHEETS; i++)
    g_array_unref (self.heads[i]);
  return wants->len > 0 || self.has_plan;
}
