/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an attachment is about. */
#include "lv-grid.h"

#include "lv-id.h"
#include "lv-plan.h"

#include <string.h>

static gboolean
wants_check (const LvSheet *sheet, const LvItem *check)
{
  g_auto (GStrv) of = sheet->of != NULL && sheet->of->kind == LV_KIND_CARD
                          ? lv_item_get_list (sheet->of, "of") : NULL;

  if (sheet->pattern != NULL && lv_id_matches (sheet->pattern, check->id))
    return TRUE;
  for (guint i = 0; of != NULL && of[i] != NULL; i++)
    if (lv_id_matches (of[i], check->id))
      return TRUE;
  return sheet->of == check;
}

/** Returns: (transfer full) (element-type guint): numbers of the checks on @sheet */
GArray *
lv_subject_checks (const LvSheet *sheet, const LvModel *model)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; sheet->kind == LV_SHEET_CHECKS && i < lv_checks_count (model); i++)
    if (wants_check (sheet, lv_checks_item (model, i)))
      g_array_append_val (found, i);
  return found;
}

static void
add_want (GArray *wants, const LvNode *node, gsize cell)
{
  LvWant want = { .node = node, .cell = cell };

  g_array_append_val (wants, want);
}

static void
add_grid (GArray *wants, const LvGrid *grid)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (grid->rows, r);

      for (guint c = 0; c < row->cells->len; c++)
        {
          const LvGridCell *cell = &g_array_index (row->cells, LvGridCell, c);

          if (cell->node != NULL)
            add_want (wants, cell->node, cell->cell);
        }
    }
}

static void
add_side (GArray *wants, const LvNode *side, const LvCheckReport *report, gsize cell)
{
  const LvShape *own = &side->type.shape;
  gsize at = 0;

  for (guint i = 0; i < own->n; i++)
    at += lv_shape_coordinate (&report->shape, cell,
                               (guint) lv_shape_find (&report->shape, own->axis[i]))
          * lv_shape_stride (own, i);
  add_want (wants, side, at);
}

static void
add_checks (GArray *wants, const LvSheet *sheet, const LvState *state)
{
  const LvModel *model = lv_state_model (state);
  g_autoptr (GArray) checks = lv_subject_checks (sheet, model);

  for (guint i = 0; i < checks->len; i++)
    {
      guint index = g_array_index (checks, guint, i);
      const LvCheckNodes *sides = g_ptr_array_index (model->checks, index);
      g_autoptr (LvCheckReport) report = lv_check_run (state, index);

      for (guint c = 0; c < report->cells->len; c++)
        {
          gsize cell = g_array_index (report->cells, LvCheckCell, c).cell;

          add_side (wants, sides->left, report, cell);
          add_side (wants, sides->right, report, cell);
        }
    }
}

/* What the scenario changes, whether it shows or not. Where numbers are given, what lies under them is not computed
 * with. */
static void
add_changes (GArray *wants, const LvState *state)
{
  const LvModel *model = lv_state_model (state);

  for (guint i = 0; i < model->inputs->len; i++)
    {
      const LvNode *node = g_ptr_array_index (model->inputs, i);

      for (gsize cell = 0; lv_state_is_changed (state, node) && cell < lv_shape_cells (&node->type.shape);
           cell++)
        if (lv_state_get (state, node, cell).status == LV_STATUS_CHANGED)
          add_want (wants, node, cell);
    }
}

/** Returns: (transfer full) (element-type LvWant): every value that the attachment shows */
GArray *
lv_subject_wants (const LvItem *attachment, const LvState *state, const LvState *base)
{
  const LvAttachment *detail = attachment->detail;
  GArray *wants = g_array_new (FALSE, FALSE, sizeof (LvWant));

  for (guint i = 0; i < detail->sheets->len; i++)
    {
      const LvSheet *sheet = &g_array_index (detail->sheets, LvSheet, i);
      g_autoptr (LvGrid) grid = sheet->kind == LV_SHEET_TABLE && sheet->of != NULL
                                    ? lv_grid_new (sheet, state, base)
                                : sheet->kind == LV_SHEET_CHART && sheet->of != NULL
                                    ? lv_grid_new_chart (sheet->of, state, base) : NULL;

      if (grid != NULL)
        add_grid (wants, grid);
      add_checks (wants, sheet, state);
    }
  if (detail->given->len == 0)
    add_changes (wants, state);
  return wants;
}
