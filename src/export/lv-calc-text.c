/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words, heads and set-up that the sheets of Beregning share. */
#include "lv-calc.h"

#include "lv-state-private.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

/** Returns: (transfer none): the pack's word ord.xl-@name */
const char *
lv_calc_word (const LvCalc *self, const char *name, const char *otherwise)
{
  g_autofree char *id = g_strconcat ("xl-", name, NULL);

  return lv_text_word (self->pack, id, otherwise);
}

/** Returns: (transfer full): @pattern with {1} and {2} filled */
char *
lv_fill (const char *pattern, const char *first, const char *second)
{
  GString *out = g_string_new (pattern);

  g_string_replace (out, "{1}", first != NULL ? first : "", 0);
  g_string_replace (out, "{2}", second != NULL ? second : "", 0);
  return g_string_free (out, FALSE);
}

/** Returns: what the application computed, also for steps on the way; NaN when missing or absent */
double
lv_calc_value (const LvState *state, guint slot, gsize cell)
{
  if (!lv_slot (state->model, slot)->present[cell])
    return NAN;
  return state->values[state->offset[slot] + cell];
}

/** Returns: decimals that show @value as it is, at least the unit's */
int
lv_decimals_for (const LvUnit *unit, double value)
{
  int least = unit != NULL ? MAX (unit->decimals, 0) : 0;

  for (int n = least; n < 6; n++)
    if (fabs (value * pow (10, n) - round (value * pow (10, n))) < 1e-9 * MAX (1, fabs (value)))
      return n;
  return isfinite (value) ? 6 : least;
}

/** Returns: (transfer full): "25-pl", "løbende priser"; may be empty */
char *
lv_price_level_text (const LvPack *pack, const LvNode *node)
{
  const char *level = lv_node_attributes (node)->value[LV_ATTRIBUTE_PRICE_LEVEL];
  g_autofree char *name = g_strconcat ("price-level-", level != NULL ? level : "", NULL);

  if (level == NULL)
    return g_strdup ("");
  if (g_ascii_isdigit (level[0]) && strlen (level) == 4)
    return g_strdup_printf ("%s-pl", level + 2);
  return g_strdup (lv_text_word (pack, name, level));
}

/** Returns: (transfer full): "netto efter refusion"; may be empty */
char *
lv_basis_text (const LvPack *pack, const LvNode *node)
{
  const char *basis = lv_node_attributes (node)->value[LV_ATTRIBUTE_BASIS];
  g_autofree char *name = g_strconcat ("basis-", basis != NULL ? basis : "", NULL);

  return g_strdup (basis != NULL ? lv_text_word (pack, name, basis) : "");
}

/* Members of the axes that do not run along the columns; * stands for the one that does. */
static char *
members (const LvCalcArea *area, guint outer, gboolean ids)
{
  gsize cell = lv_area_cell (area, outer, 0);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < area->shape.n; i++)
    {
      const LvMember *member
          = lv_axis_member (area->shape.axis[i], lv_shape_coordinate (&area->shape, cell, i));

      if ((int) i == area->across && !ids)
        continue;
      g_string_append_printf (out, "%s%s", out->len > 0 ? (ids ? "/" : ", ") : "",
                              (int) i == area->across ? "*" : ids ? member->id : member->title);
    }
  return g_string_free (out, FALSE);
}

/** Returns: (transfer full): the row in the words of the pack language, "omraade.udgift@ta" */
char *
lv_calc_row_id (const LvNode *node, const LvCalcArea *area, guint outer)
{
  g_autofree char *text = members (area, outer, TRUE);

  while (g_str_has_suffix (text, "*"))
    text[strlen (text) - (strlen (text) > 1 ? 2 : 1)] = '\0';
  return text[0] != '\0' ? g_strdup_printf ("%s@%s", lv_node_id (node), text)
                         : g_strdup (lv_node_id (node));
}

/** Returns: (transfer full): titles of its members; may be empty */
char *
lv_calc_row_members (const LvCalcArea *area, guint outer)
{
  return members (area, outer, FALSE);
}

/** Returns: whether a scenario may change @cell of @node here: not what is computed, a figure that makes no sense, or
 * what numbers are computed from that this workbook is given */
gboolean
lv_calc_cell_is_editable (const LvCalc *self, const LvNode *node, gsize cell)
{
  if (!lv_node_is_input (node) || lv_plan_is_under (self->plan, node, cell))
    return FALSE;
  return node->series == NULL
         || (node->series->editable && node->series->status[cell] != LV_STATUS_NOT_APPLICABLE);
}

/** Writes the heads before the values. */
void
lv_calc_write_label_heads (const LvCalc *self, LvCalcSheet sheet)
{
  static const struct
  {
    const char *word;
    const char *otherwise;
    double width;
  } columns[LV_CALC_N_COLUMNS] = { { "id", "Id", 38 },     { "title", "Title", 40 },
                                   { "members", "Of", 18 }, { "unit", "Unit", 14 },
                                   { "price-level", "Price level", 12 }, { "basis", "Basis", 14 },
                                   { "status", "Status", 14 }, { "editable", "May be changed", 9 } };

  for (guint i = 0; i < LV_CALC_N_COLUMNS; i++)
    {
      lv_workbook_text (self->book, (LvCellPlace){ self->sheet[sheet], LV_CALC_HEAD_ROW, i },
                        lv_calc_word (self, columns[i].word, columns[i].otherwise), LV_STYLE_HEADER);
      lv_workbook_width (self->book, self->sheet[sheet], i, i, columns[i].width);
    }
}

void
lv_calc_add_head (LvCalc *self, LvCalcSheet sheet, guint row, const char *text, const LvAxis *axis)
{
  LvCalcHead head = { .row = row, .text = text, .axis = axis };

  g_array_append_val (self->heads[sheet], head);
}

static void
axis_heads (const LvCalc *self, guint sheet, guint row, const LvAxis *axis, guint base)
{
  const LvPlan *plan = self->plan;
  LvCellPlace at = { sheet, row, base };

  lv_workbook_text (self->book, at, lv_calc_word (self, "constant", "All years"),
                    LV_STYLE_HEADER_RIGHT);
  if (axis == NULL || plan->first[axis->number] == LV_NONE)
    return;
  for (guint m = plan->first[axis->number]; m <= plan->last[axis->number]; m++)
    {
      at.column++;
      lv_workbook_text (self->book, at, lv_axis_member (axis, m)->id, LV_STYLE_HEADER_RIGHT);
    }
}

/** Writes the headings of a sheet, and the heads of time above each group of columns: in the row that
 * every page repeats, and again where another axis of time begins. */
void
lv_calc_heads (const LvCalc *self, LvCalcSheet sheet, const guint *bases, guint n_bases)
{
  for (guint b = 0; b < n_bases; b++)
    axis_heads (self, self->sheet[sheet], LV_CALC_HEAD_ROW, self->axis[sheet], bases[b]);
  for (guint i = 0; i < self->heads[sheet]->len; i++)
    {
      const LvCalcHead *head = &g_array_index (self->heads[sheet], LvCalcHead, i);
      LvCellPlace at = { self->sheet[sheet], head->row, 0 };

      lv_workbook_text (self->book, at, head->text, LV_STYLE_HEADING);
      for (guint b = 0; head->axis != NULL && b < n_bases; b++)
        axis_heads (self, self->sheet[sheet], head->row, head->axis, bases[b]);
    }
}

void
lv_calc_title (const LvCalc *self, guint sheet, const char *title, const char *line)
{
  lv_workbook_text (self->book, (LvCellPlace){ sheet, 0, 0 }, title, LV_STYLE_TITLE);
  lv_workbook_text (self->book, (LvCellPlace){ sheet, 1, 0 }, line, LV_STYLE_TEXT);
}

/** Writes the passport of a table below its title, and keeps it for the front. */
void
lv_calc_write_passport (LvCalc *self, guint sheet, const LvSheet *of, guint n)
{
  g_autofree char *id = lv_passport_sheet_id (self->passport, self->attachment, of, n);
  g_autofree char *line = g_strdup_printf ("%s: %s", lv_calc_word (self, "passport", "Passport"), id);

  lv_workbook_text (self->book, (LvCellPlace){ sheet, 2, 0 }, line, LV_STYLE_TEXT);
  g_ptr_array_add (self->passports, g_strdup (lv_workbook_sheet_title (self->book, sheet)));
  g_ptr_array_add (self->passports, g_steal_pointer (&id));
}

/** A4 across, heads repeated; with @repeat_to -1 nothing is. */
void
lv_calc_setup (const LvCalc *self, guint sheet, int repeat_to, int freeze_row, int freeze_column)
{
  LvSheetSetup setup = { .repeat_from = repeat_to >= 0 ? 2 : -1,
                         .repeat_to = repeat_to,
                         .freeze_row = freeze_row,
                         .freeze_column = freeze_column,
                         .footer = self->footer };

  lv_workbook_setup (self->book, sheet, &setup);
}

/** The same for the two wide sheets: id and title on every page, only the first @columns on paper. */
void
lv_calc_setup_wide (const LvCalc *self, guint sheet, guint pages_wide, guint columns, guint rows)
{
  LvSheetSetup setup = { .repeat_from = 2,
                         .repeat_to = 3,
                         .freeze_row = 4,
                         .freeze_column = 2,
                         .pages_wide = pages_wide,
                         .repeat_columns = pages_wide > 1 ? 2 : 0,
                         .print_columns = columns,
                         .print_rows = rows,
                         .footer = self->footer };

  lv_workbook_setup (self->book, sheet, &setup);
}
