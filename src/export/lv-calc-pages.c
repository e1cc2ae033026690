/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Front, checks, changes and axes. */
#include "lv-calc.h"

#include "lv-grid.h"
#include "lv-month.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

static void
put (const LvCalc *self, guint sheet, guint row, guint column, const char *text, LvStyle style)
{
  lv_workbook_text (self->book, (LvCellPlace){ sheet, row, column }, text, style);
}

/* By which a table is found again: ligevaegt-cli explain --id. */
static void
write_passports (LvCalc *self, guint sheet, guint row)
{
  if (self->passports->len == 0)
    return;
  put (self, sheet, row, 0, lv_calc_word (self, "passports", "Passports"), LV_STYLE_HEADING);
  put (self, sheet, row++, 1, lv_calc_word (self, "passports-line", NULL), LV_STYLE_WRAP);
  for (guint i = 0; i < self->passports->len; i += 2, row++)
    {
      put (self, sheet, row, 0, g_ptr_array_index (self->passports, i + 1), LV_STYLE_TEXT);
      put (self, sheet, row, 1, g_ptr_array_index (self->passports, i), LV_STYLE_WRAP);
    }
}

/** Writes the first sheet: what this is, which scenario, and how to read the words for what is missing. */
void
lv_calc_write_front (LvCalc *self, guint sheet)
{
  static const char *const lines[]
      = { "front-1", "front-2", "front-3", "front-4", "front-5",  "front-6",
          "front-7", "front-8", "front-9", "front-10", "front-11", "front-12" };
  guint row = 8;

  lv_calc_title (self, sheet, self->attachment->title, lv_calc_word (self, "profile", "Calculation"));
  put (self, sheet, 3, 0, lv_calc_word (self, "scenario", "Scenario"), LV_STYLE_HEADER);
  put (self, sheet, 3, 1, self->scenario, LV_STYLE_WRAP);
  put (self, sheet, 4, 0, lv_calc_word (self, "pack", "Data"), LV_STYLE_HEADER);
  put (self, sheet, 4, 1, lv_passport_pack (self->passport), LV_STYLE_WRAP);
  put (self, sheet, 5, 0, lv_calc_word (self, "date", "Date"), LV_STYLE_HEADER);
  put (self, sheet, 5, 1, self->footer, LV_STYLE_WRAP);
  put (self, sheet, 7, 0, lv_calc_word (self, "how-to-read", "How to read the workbook"), LV_STYLE_HEADING);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *head = g_strconcat (lines[i], "-head", NULL);
      const char *text = lv_calc_word (self, lines[i], NULL);

      if (text == NULL)
        continue;
      put (self, sheet, row, 0, lv_calc_word (self, head, ""), LV_STYLE_HEADER);
      put (self, sheet, row++, 1, text, LV_STYLE_WRAP);
    }
  write_passports (self, sheet, row + 1);
  lv_workbook_width (self->book, sheet, 0, 0, 26);
  lv_workbook_width (self->book, sheet, 1, 1, 95);
  lv_calc_setup (self, sheet, -1, 0, 0);
}

/* One side of a check, in the check's unit. */
static char *
side (const LvCalc *self, const LvNode *node, const LvCheckReport *report, const LvCheckCell *cell)
{
  LvForm form = { .plan = self->plan, .sheet = LV_CALC_N_SHEETS };
  const LvShape *own = lv_node_shape (node);
  LvFactor ratio = report->unit != NULL ? lv_factor_divide (node->type.factor, report->unit->factor)
                                        : node->type.factor;
  GString *out = g_string_new ("=");
  gsize at = 0;

  for (guint i = 0; i < own->n; i++)
    at += lv_shape_coordinate (&report->shape, cell->cell, (guint) lv_shape_find (&report->shape, own->axis[i]))
          * lv_shape_stride (own, i);
  lv_form_slot (&form, node->slot, (guint32) at, LV_AROUND_ATOM, FALSE, out);
  if (ratio.num != ratio.den)
    {
      g_string_append_c (out, '*');
      lv_form_number (ratio.num, LV_AROUND_ATOM, out);
      g_string_append_c (out, '/');
      lv_form_number (ratio.den, LV_AROUND_ATOM, out);
    }
  return g_string_free (out, FALSE);
}

static const char *
result_word (const LvCalc *self, LvCheckResult result)
{
  static const char *const words[] = { "check-holds", "check-rounding", "check-source-error",
                                       "check-missing", "check-fails" };

  return lv_calc_word (self, words[result], lv_check_result_name (result));
}

/* Columns of the sheet of checks. */
enum
{
  CHECK_ID,
  CHECK_TITLE,
  CHECK_MEMBERS,
  CHECK_UNIT,
  CHECK_LEFT,
  CHECK_RIGHT,
  CHECK_DIFFERENCE,
  CHECK_KNOWN,
  CHECK_TOLERANCE,
  CHECK_RESULT,
  CHECK_WHY
};

/* The judgement itself is alive: a known deviation must be there exactly, whatever is changed. */
static char *
result_formula (const LvCalc *self, const LvKnown *known, guint row)
{
  g_autofree char *left = lv_cell_ref (row, CHECK_LEFT);
  g_autofree char *right = lv_cell_ref (row, CHECK_RIGHT);
  g_autofree char *difference = lv_cell_ref (row, CHECK_DIFFERENCE);
  g_autofree char *expected = lv_cell_ref (row, CHECK_KNOWN);
  g_autofree char *tolerance = lv_cell_ref (row, CHECK_TOLERANCE);
  LvCheckResult good = known == NULL                               ? LV_CHECK_HOLDS
                       : known->cause == LV_KNOWN_ROUNDING ? LV_CHECK_ROUNDING
                                                           : LV_CHECK_SOURCE_ERROR;

  return g_strdup_printf (
      "=IF(ISNA(%s),\"%s\",IF(ABS(%s-%s)<=%s+1E-9*MAX(1,ABS(%s),ABS(%s)),\"%s\",\"%s\"))", difference,
      result_word (self, LV_CHECK_MISSING), difference, expected, tolerance, left, right,
      result_word (self, good), result_word (self, LV_CHECK_FAILS));
}

/* What the judgement allows. */
static void
write_allowed (const LvCalc *self, guint sheet, const LvCheckNodes *nodes, const LvCheckReport *report,
               const LvKnown *known, guint row)
{
  double tolerance = known == NULL ? lv_check_tolerance (nodes->check, report->unit, self->model->units) : 0;
  double expected = known != NULL ? known->difference : 0;

  lv_workbook_number (self->book, (LvCellPlace){ sheet, row, CHECK_KNOWN }, expected, LV_STYLE_NUMBER,
                      lv_decimals_for (report->unit, expected));
  lv_workbook_number (self->book, (LvCellPlace){ sheet, row, CHECK_TOLERANCE }, tolerance, LV_STYLE_NUMBER,
                      lv_decimals_for (NULL, tolerance));
}

static void
write_check_cell (LvCalc *self, guint sheet, const LvCheckNodes *nodes, const LvCheckReport *report,
                  const LvCheckCell *cell, guint row)
{
  g_autofree char *left = side (self, nodes->left, report, cell);
  g_autofree char *right = side (self, nodes->right, report, cell);
  const LvKnown *known = lv_check_known (nodes->check, &report->shape, cell->cell);
  g_autofree char *a = lv_cell_ref (row, CHECK_LEFT);
  g_autofree char *b = lv_cell_ref (row, CHECK_RIGHT);
  g_autofree char *difference = g_strdup_printf ("=%s-%s", a, b);
  g_autofree char *result = result_formula (self, known, row);
  g_autofree char *members = lv_shape_cell_title (&report->shape, cell->cell);
  int decimals = lv_decimals_for (report->unit, cell->left);

  put (self, sheet, row, CHECK_ID, report->item->id, LV_STYLE_TEXT);
  put (self, sheet, row, CHECK_TITLE, report->item->title, LV_STYLE_WRAP);
  put (self, sheet, row, CHECK_MEMBERS, members, LV_STYLE_WRAP);
  put (self, sheet, row, CHECK_UNIT, report->unit != NULL ? report->unit->plural : NULL, LV_STYLE_WRAP);
  lv_workbook_formula (self->book, (LvCellPlace){ sheet, row, CHECK_LEFT }, left, cell->left, LV_STYLE_NUMBER, decimals);
  lv_workbook_formula (self->book, (LvCellPlace){ sheet, row, CHECK_RIGHT }, right, cell->right, LV_STYLE_NUMBER, decimals);
  lv_workbook_formula (self->book, (LvCellPlace){ sheet, row, CHECK_DIFFERENCE }, difference, cell->difference,
                       LV_STYLE_NUMBER, decimals);
  write_allowed (self, sheet, nodes, report, known, row);
  lv_workbook_formula_text (self->book, (LvCellPlace){ sheet, row, CHECK_RESULT }, result,
                            result_word (self, cell->result), LV_STYLE_TEXT);
  put (self, sheet, row, CHECK_WHY,
       cell->known != NULL ? cell->known->why
       : cell->result == LV_CHECK_FAILS ? lv_item_get (report->item, "fails") : NULL,
       LV_STYLE_WRAP);
}

static void
check_heads (const LvCalc *self, guint sheet)
{
  static const struct
  {
    const char *word;
    const char *otherwise;
    double width;
  } columns[] = { { "id", "Id", 34 },         { "title", "Title", 46 }, { "members", "Of", 24 },
                  { "unit", "Unit", 12 },     { "left", "Left", 14 },   { "right", "Right", 14 },
                  { "difference", "Difference", 14 }, { "known-difference", "Known difference", 14 },
                  { "tolerance", "Tolerance", 14 }, { "result", "Result", 20 }, { "why", "Why", 60 } };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      put (self, sheet, 3, i, lv_calc_word (self, columns[i].word, columns[i].otherwise),
           i >= CHECK_LEFT && i <= CHECK_TOLERANCE ? LV_STYLE_HEADER_RIGHT : LV_STYLE_HEADER);
      lv_workbook_width (self->book, sheet, i, i, columns[i].width);
    }
}

/**
 * lv_calc_write_checks:
 * @checks: (element-type guint): which; none means no sheet
 */
void
lv_calc_write_checks (LvCalc *self, const GPtrArray *checks)
{
  guint sheet;
  guint row = 4;

  if (checks->len == 0)
    return;
  sheet = lv_workbook_add_sheet (self->book, lv_calc_word (self, "checks", "Checks"));
  lv_calc_title (self, sheet, lv_calc_word (self, "checks", "Checks"),
                 lv_calc_word (self, "checks-line", "What must hold."));
  check_heads (self, sheet);
  for (guint i = 0; i < checks->len; i++)
    {
      guint index = GPOINTER_TO_UINT (g_ptr_array_index (checks, i));
      g_autoptr (LvCheckReport) report = lv_check_run (self->state, index);

      for (guint c = 0; c < report->cells->len; c++)
        write_check_cell (self, sheet, g_ptr_array_index (self->model->checks, index), report,
                          &g_array_index (report->cells, LvCheckCell, c), row++);
    }
  lv_calc_setup (self, sheet, 3, 4, 2);
}

/* What an input was or is: read from the sheet of inputs when it is computed with here. */
static void
write_side (LvCalc *self, const LvNode *node, gsize cell, gboolean standard, double value, LvCellPlace at)
{
  LvForm form = { .plan = self->plan, .sheet = LV_CALC_N_SHEETS };
  int decimals = lv_decimals_for (lv_node_unit (node), value);
  gboolean is_text = lv_input_is_choice (node);
  g_autofree char *text = !is_text ? NULL : isnan (value) ? g_strdup ("") : lv_text_number (node, value);
  g_autoptr (GString) formula = g_string_new ("=");
  guint row;
  guint column;

  if (!lv_plan_input_address (self->plan, node, cell, standard, &row, &column))
    {
      if (is_text)
        lv_workbook_text (self->book, at, text, LV_STYLE_TEXT);
      else
        lv_workbook_number (self->book, at, value, LV_STYLE_NUMBER, decimals);
      return;
    }
  lv_form_at (&form, LV_CALC_INPUTS, row, column, formula);
  if (is_text)
    lv_workbook_formula_text (self->book, at, formula->str, text, LV_STYLE_TEXT);
  else
    lv_workbook_formula (self->book, at, formula->str, value, LV_STYLE_NUMBER, decimals);
}

/* The last column of the changes. */
#define BECAUSE 7

static void
write_change (LvCalc *self, guint sheet, const LvNode *node, gsize cell, guint row)
{
  g_autofree char *members = lv_shape_cell_title (lv_node_shape (node), cell);
  double before = lv_state_default (self->state, node, cell);
  double after = lv_state_number (self->state, node, cell);
  g_autofree char *a = lv_cell_ref (row, 4);
  g_autofree char *b = lv_cell_ref (row, 5);
  g_autofree char *difference = g_strdup_printf ("=%s-%s", b, a);
  const char *because = lv_side_input_reason (&self->side, node, cell);
  int decimals = lv_decimals_for (lv_node_unit (node), after);

  put (self, sheet, row, 0, lv_node_id (node), LV_STYLE_TEXT);
  put (self, sheet, row, 1, node->measure != NULL ? node->measure->title : lv_node_title (node), LV_STYLE_WRAP);
  put (self, sheet, row, 2, members, LV_STYLE_WRAP);
  put (self, sheet, row, 3, lv_node_unit (node) != NULL ? lv_node_unit (node)->plural : NULL, LV_STYLE_WRAP);
  write_side (self, node, cell, TRUE, before, (LvCellPlace){ sheet, row, 4 });
  write_side (self, node, cell, FALSE, after, (LvCellPlace){ sheet, row, 5 });
  if (!lv_input_is_choice (node))
    lv_workbook_formula (self->book, (LvCellPlace){ sheet, row, 6 }, difference, after - before,
                         LV_STYLE_NUMBER, decimals);
  put (self, sheet, row, BECAUSE,
       because != NULL && because[0] != '\0' ? because : lv_calc_word (self, "no-reason", "no reason given"),
       LV_STYLE_WRAP);
}

static guint
write_changes_of (LvCalc *self, guint sheet, const LvNode *node, guint row)
{
  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
    if (lv_state_is_set (self->state, node, cell)
        && lv_state_get (self->state, node, cell).status == LV_STATUS_CHANGED)
      write_change (self, sheet, node, cell, row++);
  return row;
}

/** Writes what the scenario changes, and why. */
void
lv_calc_write_changes (LvCalc *self)
{
  static const struct
  {
    const char *word;
    const char *otherwise;
    double width;
  } columns[] = { { "id", "Id", 34 },   { "title", "Title", 46 },        { "members", "Of", 24 },
                  { "unit", "Unit", 12 }, { "baseline", "Baseline", 16 }, { "scenario", "Scenario", 16 },
                  { "change", "Change", 14 } };
  const char *because = lv_text_word (self->pack, "analysis-because", "Because");
  guint sheet = lv_workbook_add_sheet (self->book, lv_calc_word (self, "changes", "Changes"));
  guint row = 4;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      put (self, sheet, 3, i, lv_calc_word (self, columns[i].word, columns[i].otherwise),
           i >= 4 ? LV_STYLE_HEADER_RIGHT : LV_STYLE_HEADER);
      lv_workbook_width (self->book, sheet, i, i, columns[i].width);
    }
  put (self, sheet, 3, BECAUSE, because, LV_STYLE_HEADER);
  lv_workbook_width (self->book, sheet, BECAUSE, BECAUSE, 60);
  for (guint i = 0; i < self->plan->inputs->len; i++)
    if (lv_node_is_input (g_ptr_array_index (self->plan->inputs, i)))
      row = write_changes_of (self, sheet, g_ptr_array_index (self->plan->inputs, i), row);
  for (guint i = 0; i < self->model->inputs->len; i++)
    if (lv_plan_input_area (self->plan, g_ptr_array_index (self->model->inputs, i)) == NULL)
      row = write_changes_of (self, sheet, g_ptr_array_index (self->model->inputs, i), row);
  lv_calc_title (self, sheet, lv_calc_word (self, "changes", "Changes"),
                 row == 4 ? lv_calc_word (self, "no-changes", "No changes.") : self->scenario);
  lv_calc_setup (self, sheet, 3, 4, 2);
}

static void
write_axis (LvCalc *self, guint sheet, const LvCalcAxis *entry)
{
  for (guint m = 0; m < lv_axis_length (entry->axis); m++)
    {
      const LvMember *member = lv_axis_member (entry->axis, m);
      guint row = entry->row + m;
      g_autofree char *id = lv_cell_ref (row, 1);
      g_autofree char *above = m > 0 ? lv_cell_ref (row - 1, 3) : NULL;
      g_autofree char *number = m > 0 ? g_strdup_printf ("=%s+1", above) : NULL;
      int month = entry->axis->kind == LV_AXIS_MONTHS ? lv_axis_month (entry->axis, m) : 0;

      put (self, sheet, row, 0, entry->axis->title, LV_STYLE_TEXT);
      put (self, sheet, row, 1, member->id, LV_STYLE_TEXT);
      put (self, sheet, row, 2, member->title, LV_STYLE_TEXT);
      if (m > 0)
        lv_workbook_formula (self->book, (LvCellPlace){ sheet, row, 3 }, number, m + 1, LV_STYLE_NUMBER, 0);
      else
        lv_workbook_number (self->book, (LvCellPlace){ sheet, row, 3 }, 1, LV_STYLE_NUMBER, 0);
      if (entry->axis->kind == LV_AXIS_MONTHS)
        {
          g_autofree char *place = g_strdup_printf ("=VALUE(RIGHT(%s,2))", id);
          g_autofree char *days = g_strdup_printf ("=DAY(DATE(VALUE(LEFT(%s,4)),VALUE(RIGHT(%s,2))+1,0))", id, id);

          lv_workbook_formula (self->book, (LvCellPlace){ sheet, row, 4 }, place, month % 12 + 1,
                               LV_STYLE_NUMBER, 0);
          lv_workbook_formula (self->book, (LvCellPlace){ sheet, row, 5 }, days, lv_month_days (month),
                               LV_STYLE_NUMBER, 0);
        }
    }
}

/** Writes the members that formulas count or choose from. */
void
lv_calc_write_axes (LvCalc *self)
{
  static const char *const words[] = { "axis", "member", "member-title", "number-of", "month-of-year", "days" };
  guint sheet = self->sheet[LV_CALC_AXES];

  lv_workbook_text (self->book, (LvCellPlace){ sheet, 0, 0 }, lv_calc_word (self, "axes", "Axes"), LV_STYLE_TITLE);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    put (self, sheet, 1, i, lv_calc_word (self, words[i], words[i]), i >= 3 ? LV_STYLE_HEADER_RIGHT : LV_STYLE_HEADER);
  for (guint i = 0; i < self->plan->axes->len; i++)
    write_axis (self, sheet, &g_array_index (self->plan->axes, LvCalcAxis, i));
  lv_workbook_width (self->book, sheet, 0, 2, 26);
  lv_workbook_width (self->book, sheet, 3, 5, 14);
  lv_calc_setup (self, sheet, -1, 2, 0);
}
