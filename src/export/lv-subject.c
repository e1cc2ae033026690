/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an attachment is about. */
#include "lv-grid.h"

#include "lv-model-private.h"

#include <string.h>

/** Returns: whether @id is @pattern, or begins as "a.*" says */
gboolean
lv_pattern_matches (const char *pattern, const char *id)
{
  gsize length = strlen (pattern);

  if (g_str_has_suffix (pattern, ".*"))
    return strncmp (pattern, id, length - 1) == 0;
  return strcmp (pattern, id) == 0;
}

static gboolean
wants_check (const LvSheet *sheet, const LvItem *check)
{
  g_auto (GStrv) of = sheet->of != NULL && sheet->of->kind == LV_KIND_CARD
                          ? lv_item_get_list (sheet->of, "of") : NULL;

  if (sheet->pattern != NULL && lv_pattern_matches (sheet->pattern, check->id))
    return TRUE;
  for (guint i = 0; of != NULL && of[i] != NULL; i++)
    if (lv_pattern_matches (of[i], check->id))
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
add_node (GPtrArray *nodes, const LvNode *node)
{
  if (node != NULL && !g_ptr_array_find (nodes, node, NULL))
    g_ptr_array_add (nodes, (gpointer) node);
}

static void
add_grid (GPtrArray *nodes, const LvGrid *grid)
{
  for (guint i = 0; i < grid->nodes->len; i++)
    add_node (nodes, g_ptr_array_index (grid->nodes, i));
}

static void
add_checks (GPtrArray *nodes, const LvSheet *sheet, const LvModel *model)
{
  g_autoptr (GArray) checks = lv_subject_checks (sheet, model);

  for (guint i = 0; i < checks->len; i++)
    {
      const LvCheckNodes *sides = g_ptr_array_index (model->checks, g_array_index (checks, guint, i));

      add_node (nodes, sides->left);
      add_node (nodes, sides->right);
    }
}

/**
 * lv_subject_nodes:
 * @nodes: (element-type LvNode) (inout): gets every value that the attachment shows
 */
void
lv_subject_nodes (const LvItem *attachment, const LvState *state, const LvState *base, GPtrArray *nodes)
{
  const LvAttachment *detail = attachment->detail;

  for (guint i = 0; i < detail->sheets->len; i++)
    {
      const LvSheet *sheet = &g_array_index (detail->sheets, LvSheet, i);
      g_autoptr (LvGrid) grid = sheet->kind == LV_SHEET_TABLE && sheet->of != NULL
                                    ? lv_grid_new (sheet, state, base)
                                : sheet->kind == LV_SHEET_CHART && sheet->of != NULL
                                    ? lv_grid_new_chart (sheet->of, state, base) : NULL;

      if (grid != NULL)
        add_grid (nodes, grid);
      add_checks (nodes, sheet, lv_state_model (state));
    }
}
