/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our own workbook Beregning, sent back: its sheet of inputs (written by export) has the columns Standard and
 * Scenarie, and in each row the id of what stands there. Only what may be typed is read; everything that
 * the workbook computes is left to the application. */
#include "lv-import-value.h"

#include "lv-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Heads stand in the fourth row; somebody may have put a line or two above. */
#define HEAD_ROWS 20

/**
 * Inputs:
 * @standard, @scenario: the first column of each block; the others follow, one per member of time
 * @end: the column after the block of the scenario
 * @members: (element-type utf8): what stands above those others, of the rows at hand
 */
typedef struct
{
  const LvPack *pack;
  const LvDataSheet *sheet;
  guint number;
  guint head;
  guint id, editable;
  guint standard, scenario;
  guint end;
  GPtrArray *members;
} Inputs;

static const char *
word (const LvPack *pack, const char *name, const char *otherwise)
{
  g_autofree char *id = g_strconcat ("xl-", name, NULL);

  return lv_text_word (pack, id, otherwise);
}

static gboolean
find_text (const LvDataSheet *sheet, guint row, const char *text, guint *column)
{
  guint n;
  const LvDataCell *cells = lv_data_row (sheet, row, &n);

  for (guint i = 0; i < n; i++)
    if (cells[i].kind == LV_DATA_TEXT && lv_import_same_words (cells[i].text, text))
      {
        *column = cells[i].column;
        return TRUE;
      }
  return FALSE;
}

/* The names of the two blocks stand in the row above the heads. */
static gboolean
find_heads (Inputs *self)
{
  guint source;

  for (guint row = 1; row < HEAD_ROWS && row < self->sheet->rows; row++)
    if (find_text (self->sheet, row, word (self->pack, "id", "Id"), &self->id)
        && find_text (self->sheet, row, word (self->pack, "editable", "May be changed"), &self->editable)
        && find_text (self->sheet, row, word (self->pack, "source", "Source"), &source)
        && find_text (self->sheet, row - 1, word (self->pack, "standard", "Default"), &self->standard)
        && find_text (self->sheet, row - 1, word (self->pack, "scenario", "Scenario"), &self->scenario)
        && self->scenario != self->standard)
      {
        self->head = row;
        self->end = self->standard > self->scenario ? self->standard : self->sheet->columns;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_inputs (Inputs *self, const LvModel *model, const LvSheetData *data)
{
  *self = (Inputs){ .pack = lv_model_pack (model) };
  for (guint i = 0; i < data->sheets->len; i++)
    {
      self->sheet = lv_sheet_data_sheet (data, i);
      self->number = i;
      if (find_heads (self))
        return TRUE;
    }
  return FALSE;
}

/** Returns: whether @data is a workbook Beregning of this pack, whoever saved it last */
gboolean
lv_import_is_workbook (const LvModel *model, const LvSheetData *data)
{
  Inputs inputs;

  return find_inputs (&inputs, model, data);
}

/* Takes the heads of time that stand in @row; another axis of time begins below them. */
static gboolean
take_heads (Inputs *self, guint row)
{
  const LvDataCell *first = lv_data_cell (self->sheet, row, self->scenario);

  if (first->kind != LV_DATA_TEXT || !lv_import_same_words (first->text, word (self->pack, "constant", "All years")))
    return FALSE;
  g_ptr_array_set_size (self->members, 0);
  for (guint c = self->scenario + 1; c < self->end; c++)
    g_ptr_array_add (self->members, (gpointer) lv_data_cell (self->sheet, row, c)->text);
  return TRUE;
}

/* Whether the column says that a row may be changed. */
static gboolean
is_editable (const Inputs *self, guint row)
{
  return lv_import_same_words (lv_data_cell (self->sheet, row, self->editable)->text, word (self->pack, "yes", "yes"));
}

/* Which cell of @node the column number @offset of a block is, in a row whose id says @place. */
static gboolean
find_cell (const Inputs *self, const LvNode *node, const LvPlace *place, guint offset, gsize *cell)
{
  const LvShape *shape = lv_node_shape (node);
  gboolean across = FALSE;

  *cell = 0;
  for (guint i = 0; i < shape->n; i++)
    {
      int member = (int) place->from[i];

      if (!lv_place_is_single (place, i))
        {
          if (across || offset == 0 || offset > self->members->len)
            return FALSE;
          member = lv_axis_find (shape->axis[i], g_ptr_array_index (self->members, offset - 1));
          across = TRUE;
          if (member < (int) place->from[i] || member > (int) place->to[i])
            return FALSE;
        }
      *cell += (gsize) member * lv_shape_stride (shape, i);
    }
  return across || offset == 0;
}

/* #N/A is how the workbook writes what is missing; somebody may type it into a cell for texts. */
static gboolean
is_missing (const LvDataCell *cell)
{
  return (cell->kind == LV_DATA_ERROR || cell->kind == LV_DATA_TEXT)
         && (strcmp (cell->text, "#N/A") == 0 || strcmp (cell->text, "#I/T") == 0);
}

static gboolean
read_cell (LvImportRun *run, const LvNode *node, const LvDataCell *cell, double *value)
{
  *value = NAN;
  return is_missing (cell) || lv_import_value (run, node, cell, value);
}

/* Whether nothing at all stands in the columns of the scenario. */
static gboolean
has_no_scenario (const Inputs *self, guint row)
{
  for (guint column = self->scenario; column < self->end; column++)
    if (lv_data_cell (self->sheet, row, column)->kind != LV_DATA_EMPTY)
      return FALSE;
  return TRUE;
}

/* The block of defaults is there to be seen. Another number there is a workbook of another edition of the
 * pack, or somebody who typed into the wrong block. */
static void
check_standard (LvImportRun *run, const Inputs *self, const LvNode *node, gsize at, guint row, guint column)
{
  const LvDataCell *cell = lv_data_cell (self->sheet, row, column);
  double expected = lv_state_number (run->base, node, at);
  double value;
  g_autofree char *shown = NULL;
  g_autofree char *ours = NULL;

  if (cell->kind == LV_DATA_EMPTY || cell->formula)
    return;
  /* Limits are for what is typed where it counts. */
  if (cell->kind == LV_DATA_NUMBER)
    value = cell->number;
  else if (!read_cell (run, node, cell, &value))
    return;
  if (lv_import_same_value (value, expected))
    return;
  shown = lv_import_shown (cell->text);
  ours = isnan (expected) ? g_strdup (lv_text_status (run->pack, LV_STATUS_MISSING))
                          : lv_text_number (node, expected);
  lv_import_bad (run, row, column, LV_BAD_READ_ONLY,
                 _ ("%s: the column %s says %s, but the pack %s; change the scenario's column instead"),
                 lv_node_title (node), word (self->pack, "standard", "Default"), shown, ours);
}

/* A cell that follows another input is a formula; whether somebody wrote his own there shows when the
 * application's value is known. */
static gboolean
follows (const LvImportRun *run, const LvNode *node, gsize at, const LvDataCell *cell)
{
  return cell->formula && !lv_state_is_set (run->state, node, at) && lv_node_parameter (node) != NULL
         && lv_node_parameter (node)->default_item != NULL;
}

static void
take_cell (LvImportRun *run, const Inputs *self, const LvNode *node, gsize at, guint row, guint offset,
           GArray *followers)
{
  const LvDataCell *cell = lv_data_cell (self->sheet, row, self->scenario + offset);
  LvImportDifference difference = { .kind = lv_node_measure (node) != NULL ? LV_IMPORT_KNOB : LV_IMPORT_CHANGE,
                                    .node = node,
                                    .cell = at,
                                    .row = row,
                                    .column = self->scenario + offset,
                                    .formula = cell->formula && !is_missing (cell),
                                    .source = "", .note = "", .who = "" };

  if (!lv_node_present (run->model, node, at))
    {
      if (cell->kind != LV_DATA_EMPTY && !is_missing (cell))
        lv_import_may_change (run, node, at, row, difference.column);
      return;
    }
  check_standard (run, self, node, at, row, self->standard + offset);
  if (cell->kind == LV_DATA_EMPTY)
    {
      /* Not every cell of an input is in every workbook. */
      if (lv_data_cell (self->sheet, row, self->standard + offset)->kind != LV_DATA_EMPTY)
        lv_import_bad (run, row, difference.column, LV_BAD_NUMBER,
                       _ ("%s: the cell was emptied; write a number, or #N/A where there is none"),
                       lv_node_title (node));
      return;
    }
  if (!read_cell (run, node, cell, &difference.value))
    return;
  if (follows (run, node, at, cell))
    g_array_append_val (followers, difference);
  else if (lv_import_same_value (difference.value, lv_state_number (run->state, node, at))
           || lv_import_may_change (run, node, at, row, difference.column))
    lv_import_add (run, &difference);
}

/* What another attachment computes, or is computed from, is not changed here; a number of one's own is told. */
static void
check_closed (LvImportRun *run, const Inputs *self, const LvNode *node, const char *members, guint row)
{
  g_autofree char *reason = NULL;
  LvPlace place;

  if (!lv_place_parse (members, lv_node_shape (node), &place, &reason))
    {
      lv_import_bad (run, row, self->id, LV_BAD_MEMBER, "%s", reason);
      return;
    }
  for (guint offset = 0; self->scenario + offset < self->end; offset++)
    {
      const LvDataCell *cell = lv_data_cell (self->sheet, row, self->scenario + offset);
      double value = cell->number;
      gsize at;

      if (cell->kind == LV_DATA_EMPTY || is_missing (cell) || !find_cell (self, node, &place, offset, &at))
        continue;
      /* What is chosen is the name of a member or a month. */
      if (cell->kind != LV_DATA_NUMBER && lv_node_is_input (node) && !read_cell (run, node, cell, &value))
        continue;
      if ((cell->kind == LV_DATA_NUMBER || lv_node_is_input (node))
          && lv_import_same_value (value, lv_state_number (run->state, node, at)))
        continue;
      lv_import_bad (run, row, self->scenario + offset, LV_BAD_READ_ONLY,
                     _ ("%s: the number here is not the model's, and can't be changed in this workbook; it is not taken"),
                     lv_node_title (node));
    }
}

static void
take_row (LvImportRun *run, const Inputs *self, guint row, GArray *followers)
{
  const LvDataCell *id = lv_data_cell (self->sheet, row, self->id);
  g_autofree char *members = NULL;
  g_autofree char *reason = NULL;
  gboolean ambiguous;
  const LvNode *node = lv_import_index_node (run->index, id->text, &members, &ambiguous);
  LvPlace place;

  if (node != NULL && !lv_node_is_input (node) && !is_editable (self, row))
    {
      check_closed (run, self, node, members, row);
      return;
    }
  if (node == NULL || !lv_node_is_input (node))
    {
      g_autofree char *shown = lv_import_shown (id->text);

      lv_import_bad (run, row, self->id, LV_BAD_UNKNOWN, _ ("there is nothing called “%s”"), shown);
      return;
    }
  /* Somebody looked at another year; that changes nothing. */
  if (lv_node_parameter (node) != NULL && lv_node_parameter (node)->role == LV_ROLE_VIEW)
    return;
  if (!is_editable (self, row) && (lv_node_series (node) == NULL || lv_node_series (node)->editable))
    {
      check_closed (run, self, node, members, row);
      return;
    }
  /* What the source printed, where the model means another number, has a row of its own and nothing to change. */
  if (!is_editable (self, row) && has_no_scenario (self, row))
    return;
  if (!lv_place_parse (members, lv_node_shape (node), &place, &reason))
    {
      lv_import_bad (run, row, self->id, LV_BAD_MEMBER, "%s", reason);
      return;
    }
  for (guint offset = 0; self->scenario + offset < self->end; offset++)
    {
      gsize at;

      if (find_cell (self, node, &place, offset, &at))
        take_cell (run, self, node, at, row, offset, followers);
    }
}

/* What the application computes for followers once the other differences are taken. */
static void
judge_followers (LvImportRun *run, const GArray *followers)
{
  g_autoptr (LvState) after = NULL;

  if (followers->len == 0)
    return;
  after = lv_state_copy (run->state);
  for (guint i = 0; i < run->proposal->differences->len; i++)
    {
      const LvImportDifference *difference
          = &g_array_index (run->proposal->differences, LvImportDifference, i);

      lv_state_set (after, difference->node, difference->cell, difference->value);
    }
  lv_state_update (after);
  for (guint i = 0; i < followers->len; i++)
    {
      LvImportDifference *follower = &g_array_index (followers, LvImportDifference, i);
      double ours = lv_state_number (after, follower->node, follower->cell);

      if (fabs (ours - follower->value) <= 1e-9 * MAX (1, fabs (ours))
          || lv_import_same_value (follower->value, lv_state_number (run->state, follower->node, follower->cell)))
        run->proposal->n_same++;
      else
        lv_import_add (run, follower);
    }
}

/**
 * lv_import_propose_workbook:
 * @state: the scenario that the workbook is compared with
 * @data: a workbook Beregning of the same pack; must live as long as the proposal
 *
 * Returns: (transfer full) (nullable): the cells of the scenario that finance changed
 */
LvProposal *
lv_import_propose_workbook (const LvState *state, const LvSheetData *data, GError **error)
{
  g_autoptr (GArray) followers = g_array_new (FALSE, FALSE, sizeof (LvImportDifference));
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  LvImportRun run;
  Inputs inputs;

  if (!find_inputs (&inputs, lv_state_model (state), data))
    {
      g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_MAPPING,
                           _ ("this is no workbook Beregning of this pack"));
      return NULL;
    }
  inputs.members = members;
  lv_import_run_init (&run, state, inputs.number);
  run.proposal->workbook = TRUE;
  for (guint row = inputs.head; row < inputs.sheet->rows; row++)
    if (!take_heads (&inputs, row) && row > inputs.head
        && lv_data_cell (inputs.sheet, row, inputs.id)->kind != LV_DATA_EMPTY
        && lv_data_cell (inputs.sheet, row, inputs.editable)->kind != LV_DATA_EMPTY)
      take_row (&run, &inputs, row, followers);
  judge_followers (&run, followers);
  lv_import_run_clear (&run);
  return run.proposal;
}
