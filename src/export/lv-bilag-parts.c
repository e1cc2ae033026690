/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an attachment, sheet by sheet of the pack. */
#include "lv-bilag-private.h"

#include "lv-action-plan.h"
#include "lv-action-table.h"
#include "lv-model-private.h"
#include "lv-text.h"
#include "lv-words.h"

#include <math.h>
#include <string.h>

/** Returns: the number of @note, which it gets here when it has none yet */
guint
lv_bilag_note (LvBilag *self, const LvItem *note)
{
  guint index;

  if (!g_ptr_array_find (self->notes, note, &index))
    {
      index = self->notes->len;
      g_ptr_array_add (self->notes, (gpointer) note);
    }
  return index + 1;
}

/** Adds a source, once. */
void
lv_bilag_add_source (LvBilag *self, const char *id)
{
  const LvItem *item = id != NULL ? lv_pack_find_kind (self->pack, LV_KIND_SOURCE, id) : NULL;

  if (item != NULL && !g_ptr_array_find (self->sources, item, NULL))
    g_ptr_array_add (self->sources, (gpointer) item);
}

/** Adds the sources of everything that a value is computed from. @seen: nodes that have been looked at */
void
lv_bilag_add_sources (LvBilag *self, const LvNode *node, GHashTable *seen)
{
  if (!g_hash_table_add (seen, (gpointer) node))
    return;
  if (node->series != NULL)
    lv_bilag_add_source (self, node->series->source);
  if (node->parameter != NULL)
    lv_bilag_add_source (self, node->parameter->source);
  for (guint i = 0; node->uses != NULL && i < node->uses->len; i++)
    lv_bilag_add_sources (self, g_array_index (node->uses, LvUse, i).node, seen);
}

/** Adds a part; takes @grid. Notes are numbered in the order in which they are met. */
LvPart *
lv_bilag_add_part (LvBilag *self, LvPartKind kind, LvGrid *grid, const char *title, const char *id)
{
  LvPart *part = g_new0 (LvPart, 1);

  part->kind = kind;
  part->grid = grid;
  part->title = g_strdup (title);
  part->id = g_strdup (id);
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (grid->rows, r);

      /* A single page has room for the attachment's own notes only. */
      if (row->note != NULL && !lv_bilag_is_one_page (self))
        lv_bilag_note (self, row->note);
    }
  g_ptr_array_add (self->parts, part);
  return part;
}

/* What the sheet is of, in the pack's ids. */
static const char *
id_of (const LvSheet *sheet)
{
  return sheet->of != NULL ? sheet->of->id : sheet->pattern;
}

/* Where a figure would be empty its numbers say why. */
static void
say_not_drawn (const LvBilag *self, LvGrid *grid)
{
  const char *why = lv_text_word (self->pack, "paper-not-drawn", "There is no picture, as all numbers are 0 or not stated.");
  g_autofree char *remark = g_steal_pointer (&grid->remark);

  if (lv_bilag_is_drawn (self, grid))
    grid->remark = g_steal_pointer (&remark);
  else
    grid->remark = g_strjoin (remark != NULL ? " " : "", remark != NULL ? remark : "", why, NULL);
}

static void
add_values (LvBilag *self, const LvSheet *sheet, GHashTable *seen)
{
  gboolean is_chart = sheet->kind == LV_SHEET_CHART;
  g_autoptr (LvGrid) grid = is_chart ? lv_grid_new_chart (sheet->of, self->state, self->base)
                                     : lv_grid_new (sheet, self->state, self->base);
  g_autofree char *title = g_strdup (sheet->title != NULL ? sheet->title : grid->title);
  LvPart *part;

  if (grid->rows->len == 0)
    return;
  if (is_chart)
    {
      say_not_drawn (self, grid);
      lv_grid_add_baseline (grid, self->state, self->base);
    }
  for (guint i = 0; i < grid->nodes->len; i++)
    lv_bilag_add_sources (self, g_ptr_array_index (grid->nodes, i), seen);
  part = lv_bilag_add_part (self, LV_PART_TABLE, g_steal_pointer (&grid), title, id_of (sheet));
  part->with_unit = TRUE;
  if (is_chart)
    {
      part->kind = LV_PART_FIGURE;
      part->chart = sheet->of;
    }
}

/* "Det er som i grundprognosen", said of the grundprognose. */
static gboolean
says_nothing (const LvBilag *self, const LvItem *words)
{
  const char *compare = lv_item_get (words, "compare");
  g_autofree char *pattern = lv_words_pattern (words, self->state, self->base);

  return compare != NULL && strstr (compare, ";base:") != NULL && strchr (pattern, '{') == NULL
         && lv_bilag_is_baseline (self);
}

static void
add_sentence (LvBilag *self, LvGrid *grid, const LvItem *words)
{
  g_autofree char *text = lv_words_fill (words, self->state, self->base);

  if (text[0] != '\0' && !says_nothing (self, words))
    lv_grid_add_row (grid, g_steal_pointer (&text), NULL);
}

static void
add_words (LvBilag *self, const LvSheet *sheet)
{
  const char *own = sheet->title != NULL ? sheet->title : sheet->of->title;
  const char *title = own != NULL ? own : sheet->of->id;
  g_autoptr (LvGrid) grid = lv_grid_empty (title, lv_bilag_word (self, "text", "Text"));
  g_auto (GStrv) list = sheet->of->kind == LV_KIND_CARD ? lv_item_get_list (sheet->of, "words") : NULL;

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      const LvItem *words = lv_pack_find_kind (self->pack, LV_KIND_WORDS, list[i]);

      if (words != NULL)
        add_sentence (self, grid, words);
    }
  if (sheet->of->kind == LV_KIND_WORDS)
    add_sentence (self, grid, sheet->of);
  if (grid->rows->len > 0)
    lv_bilag_add_part (self, LV_PART_WORDS, g_steal_pointer (&grid), title, sheet->of->id);
}

/* --- Checks */

static const char *
result_word (const LvBilag *self, LvCheckResult result)
{
  static const char *const words[]
      = { "check-holds", "check-rounding", "check-source-error", "check-missing", "check-fails" };

  return lv_bilag_word (self, words[result], lv_check_result_name (result));
}

static void
add_number (LvGridRow *row, double number, const LvUnit *unit, const char *otherwise)
{
  LvGridCell cell = { .number = number, .decimals = unit != NULL ? MAX (unit->decimals, 0) : 2 };

  if (isnan (number))
    cell.text = g_strdup (otherwise);
  g_array_append_val (row->cells, cell);
}

/* "Merforbrug er forbrug minus budget, 2026"; of several cells that say the same, "... (15 tal)" */
static char *
check_label (const LvBilag *self, const LvCheckReport *report, const LvCheckCell *cell, guint n)
{
  g_autofree char *members = lv_shape_cell_title (&report->shape, cell->cell);
  g_autofree char *count = g_strdup_printf ("%u", n);
  const char *args[] = { report->item->title, count };

  if (n > 1)
    return lv_text_fill (lv_bilag_word (self, "check-several", "{1} ({2} numbers)"), args, G_N_ELEMENTS (args));
  return members[0] != '\0' ? g_strdup_printf ("%s, %s", report->item->title, members) : g_strdup (report->item->title);
}

static void
add_check_cell (const LvBilag *self, LvGrid *grid, const LvCheckReport *report, const LvCheckCell *cell, guint n)
{
  const char *missing = lv_bilag_word (self, "not-stated", "not stated");
  LvGridRow *row = lv_grid_add_row (grid, check_label (self, report, cell, n), NULL);
  const char *why = cell->known != NULL              ? cell->known->why
                    : cell->result == LV_CHECK_FAILS ? lv_item_get (report->item, "fails")
                                                     : lv_bilag_word (self, "no-remark", "none");

  add_number (row, cell->left, report->unit, missing);
  add_number (row, cell->right, report->unit, missing);
  add_number (row, cell->difference, report->unit, missing);
  lv_grid_add_text (row, report->unit != NULL && report->unit->plural[0] != '\0'
                             ? report->unit->plural : lv_bilag_word (self, "number", "number"));
  lv_grid_add_text (row, result_word (self, cell->result));
  lv_grid_add_text (row, why != NULL ? why : lv_bilag_word (self, "no-remark", "none"));
}

static LvGrid *
checks_grid (const LvBilag *self, const char *title)
{
  static const char *const heads[] = { "left", "right", "difference", "unit", "result", "why" };
  LvGrid *grid = lv_grid_empty (title, lv_bilag_word (self, "check", "Check"));

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (self, heads[i], heads[i])));
  return grid;
}

static gboolean
are_same (double a, double b)
{
  return isnan (a) ? isnan (b) : a == b;
}

/* Cells of which the same is missing stand together: how many there are from @index on, or 0 where one stood before. */
static guint
alike_from (const LvCheckReport *report, guint index)
{
  const LvCheckCell *cell = &g_array_index (report->cells, LvCheckCell, index);
  guint n = 0;

  if (cell->result != LV_CHECK_MISSING)
    return 1;
  for (guint i = 0; i < report->cells->len; i++)
    {
      const LvCheckCell *other = &g_array_index (report->cells, LvCheckCell, i);

      if (other->result != LV_CHECK_MISSING || !are_same (other->left, cell->left) || !are_same (other->right, cell->right))
        continue;
      if (i < index)
        return 0;
      n++;
    }
  return n;
}

/* What deviates goes to @apart, number by number; of the rest @alike only says how many there are. */
static void
add_check (const LvBilag *self, LvGrid *all, LvGrid *apart, LvGrid *alike, guint index)
{
  g_autoptr (LvCheckReport) report = lv_check_run (self->state, index);
  guint holding = 0;

  for (guint i = 0; i < report->cells->len; i++)
    {
      const LvCheckCell *cell = &g_array_index (report->cells, LvCheckCell, i);

      guint n = alike_from (report, i);

      add_check_cell (self, all, report, cell, 1);
      if (cell->result == LV_CHECK_HOLDS)
        holding++;
      else if (n > 0)
        add_check_cell (self, apart, report, cell, n);
    }
  if (holding > 0)
    {
      LvGridRow *row = lv_grid_add_row (alike, g_strdup (report->item->title), NULL);
      LvGridCell count = { .number = holding };

      g_array_append_val (row->cells, count);
    }
}

static void
take_piece (GPtrArray *pieces, LvGrid *grid)
{
  if (grid->rows->len > 0)
    g_ptr_array_add (pieces, grid);
  else
    lv_grid_free (grid);
}

static void
add_checks (LvBilag *self, const LvSheet *sheet)
{
  g_autoptr (GArray) checks = lv_subject_checks (sheet, lv_state_model (self->state));
  const char *title = sheet->title != NULL ? sheet->title : lv_bilag_word (self, "checks", "Checks");
  g_autoptr (LvGrid) all = checks_grid (self, title);
  LvGrid *apart = checks_grid (self, lv_bilag_word (self, "checks-apart", "What deviates or is missing"));
  LvGrid *alike = lv_grid_empty (lv_bilag_word (self, "checks-alike", "What holds"),
                                 lv_bilag_word (self, "check", "Check"));
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_grid_free);

  g_ptr_array_add (alike->heads, g_strdup (lv_bilag_word (self, "checks-count", "Numbers")));
  for (guint i = 0; i < checks->len; i++)
    add_check (self, all, apart, alike, g_array_index (checks, guint, i));
  take_piece (pieces, apart);
  take_piece (pieces, alike);
  if (all->rows->len > 0)
    lv_bilag_add_part (self, LV_PART_PIECES, g_steal_pointer (&all), title, id_of (sheet))->pieces = pieces;
  else
    g_ptr_array_unref (pieces);
}

/* --- Plans */

static void
add_plan_sources (LvBilag *self, const LvSheet *sheet)
{
  g_autoptr (GPtrArray) actions = lv_actions_of_state (self->state);

  for (guint i = 0; i < actions->len; i++)
    {
      const LvAction *action = g_ptr_array_index (actions, i);

      if (lv_action_is_of (action->id, sheet->pattern))
        lv_bilag_add_source (self, lv_action_text (action, LV_ACTION_SOURCE));
    }
}

static void
add_plan (LvBilag *self, const LvSheet *sheet)
{
  g_autoptr (LvGrid) grid = lv_action_table (sheet, self->state, &self->today);
  g_autofree char *title = g_strdup (grid->title);
  LvPart *part;

  if (grid->rows->len == 0)
    return;
  add_plan_sources (self, sheet);
  part = lv_bilag_add_part (self, LV_PART_PIECES, g_steal_pointer (&grid), title, sheet->pattern);
  part->pieces = lv_action_tables (sheet, self->state, &self->today);
}

/* Tables that are made elsewhere. Takes @grids. */
static void
add_grids (LvBilag *self, GPtrArray *grids, const char *id)
{
  while (grids->len > 0)
    {
      LvGrid *grid = g_ptr_array_steal_index (grids, 0);

      if (grid->rows->len > 0)
        lv_bilag_add_part (self, LV_PART_TABLE, grid, grid->title, id);
      else
        lv_grid_free (grid);
    }
  g_ptr_array_unref (grids);
}

/** Adds what @sheet shows; nothing, when there is nothing to show. @seen: nodes whose sources are in. */
void
lv_bilag_add_sheet (LvBilag *self, const LvSheet *sheet, GHashTable *seen)
{
  if ((sheet->kind == LV_SHEET_TABLE || sheet->kind == LV_SHEET_CHART) && sheet->of != NULL)
    add_values (self, sheet, seen);
  else if (sheet->kind == LV_SHEET_TEXT && sheet->of != NULL)
    add_words (self, sheet);
  else if (sheet->kind == LV_SHEET_CHECKS)
    add_checks (self, sheet);
  else if (sheet->kind == LV_SHEET_PLAN && sheet->pattern != NULL)
    add_plan (self, sheet);
  else if (sheet->kind == LV_SHEET_PLAN_STATUS && sheet->pattern != NULL)
    {
      add_plan_sources (self, sheet);
      add_grids (self, lv_action_status_tables (sheet, self->state, self->base, &self->today), sheet->pattern);
    }
  else
    lv_bilag_add_scenario_sheet (self, sheet, seen);
}
