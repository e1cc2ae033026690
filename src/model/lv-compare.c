/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of several scenarios, or of two files, beside each other. A reader checks differences with the
 * numbers on the page, so both the difference of these and the exact one are told. */
#include "lv-compare.h"

#include "lv-number.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

static void
row_free (gpointer data)
{
  LvCompareRow *row = data;

  g_free (row->title);
  g_free (row);
}

/**
 * lv_compare_new:
 * @sides: two to six; the first is what the others are compared with
 *
 * Returns: (transfer full): a comparison without rows
 */
LvCompare *
lv_compare_new (const LvSide *sides, guint n)
{
  LvCompare *self = g_new0 (LvCompare, 1);

  g_assert (n >= 2 && n <= LV_MAX_SIDES);
  self->n = n;
  memcpy (self->sides, sides, n * sizeof (LvSide));
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
lv_compare_free (LvCompare *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static gboolean
has_differences (const LvNode *node)
{
  const LvParameter *parameter = lv_node_parameter (node);

  return !lv_node_is_switch (node)
         && (parameter == NULL || parameter->input == LV_INPUT_NUMBER);
}

static gboolean
shown_alike (const LvNode *node, double a, double b)
{
  g_autofree char *left = lv_text_number (node, a);
  g_autofree char *right = lv_text_number (node, b);

  return strcmp (left, right) == 0;
}

static void
compare_cell (const LvNode *node, double first, LvCompareCell *cell)
{
  double number = cell->value.number;

  cell->exact = cell->shown = NAN;
  cell->rounded = FALSE;
  cell->way = LV_COMPARE_MISSING;
  if (isnan (number) || isnan (first))
    return;
  cell->way = lv_number_equal (number, first) ? LV_COMPARE_SAME : LV_COMPARE_OTHER;
  if (!has_differences (node))
    return;
  cell->exact = cell->way == LV_COMPARE_SAME ? 0 : number - first;
  cell->shown = lv_text_as_shown (node, lv_text_as_shown (node, number)
                                            - lv_text_as_shown (node, first));
  cell->rounded = !shown_alike (node, cell->exact, cell->shown);
  if (cell->way == LV_COMPARE_SAME)
    cell->shown = 0;
  else
    cell->way = cell->shown > 0   ? LV_COMPARE_UP
                : cell->shown < 0 ? LV_COMPARE_DOWN
                                  : LV_COMPARE_UNSEEN;
}

static gboolean
any_has (const LvCompare *self, const LvCompareRow *row)
{
  for (guint i = 0; i < self->n; i++)
    if (row->cells[i].value.status != LV_STATUS_ABSENT)
      return TRUE;
  return FALSE;
}

static void
add_row (LvCompare *self, const LvNode *node, gsize cell)
{
  LvCompareRow *row = g_new0 (LvCompareRow, 1);

  row->node = node;
  row->cell = cell;
  row->title = lv_text_cell_title (node, cell);
  for (guint i = 0; i < self->n; i++)
    {
      row->cells[i].value = lv_side_value (&self->sides[i], node, cell);
      compare_cell (node, row->cells[0].value.number, &row->cells[i]);
    }
  if (any_has (self, row))
    g_ptr_array_add (self->rows, row);
  else
    row_free (row);
}

/**
 * lv_compare_add:
 * @node: of any side's model
 * @place: (nullable): which of its cells; %NULL for all
 *
 * Adds a row for each cell that is there on some side.
 */
void
lv_compare_add (LvCompare *self, const LvNode *node, const LvPlace *place)
{
  LvPlace all;
  gssize cell = -1;

  lv_place_all (lv_node_shape (node), &all);
  while (lv_place_next (place != NULL ? place : &all, lv_node_shape (node), &cell))
    add_row (self, node, (gsize) cell);
}

static void
add_head (LvCompare *self, const char *key)
{
  const LvModel *model = lv_state_model (self->sides[0].state);
  const char *head = lv_pack_head (lv_model_pack (model), key);
  g_auto (GStrv) parts = g_strsplit (head != NULL ? head : "", "@", 2);
  const LvNode *node = parts[0] != NULL ? lv_model_find (model, parts[0]) : NULL;
  g_autofree char *reason = NULL;
  LvPlace place;

  if (node != NULL
      && lv_place_parse (parts[1] != NULL ? parts[1] : "", lv_node_shape (node), &place, &reason))
    lv_compare_add (self, node, &place);
}

/** Adds what the pack's head names: the gap, all years of it together, the adjustment, what stands beside. */
void
lv_compare_add_heads (LvCompare *self)
{
  static const char *const keys[] = { "gap", "gap-total", "adjustment", "beside" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_head (self, keys[i]);
}

static const LvPack *
pack_of (const LvCompare *self)
{
  return lv_model_pack (lv_state_model (self->sides[0].state));
}

/** Returns: (transfer full): the difference as shown, "+12 mio. kr."; "" where there is none to show */
char *
lv_compare_difference (const LvCompare *self, const LvCompareRow *row, guint side)
{
  const LvCompareCell *cell = &row->cells[side];

  g_assert (side < self->n);
  return isnan (cell->shown) ? g_strdup ("") : lv_text_signed (row->node, cell->shown);
}

static const char *
pattern_for (const LvPack *pack, LvCompareWay way)
{
  switch (way)
    {
    case LV_COMPARE_UP:
      return lv_text_word (pack, "compare-up", "{1}: {2} ({5}), {3} ({6}): +{4}");
    case LV_COMPARE_DOWN:
      return lv_text_word (pack, "compare-down", "{1}: {2} ({5}), {3} ({6}): -{4}");
    case LV_COMPARE_SAME:
      return lv_text_word (pack, "compare-same", "{1}: {2}");
    case LV_COMPARE_UNSEEN:
      return lv_text_word (pack, "compare-unseen", "{1}: {2} ({5}), {3} ({6})");
    default:
      return lv_text_word (pack, "compare-other", "{1}: {2} ({5}), {3} ({6})");
    }
}

/** Returns: (transfer full): how @side lies to the first in the pack's words, from the numbers as shown */
char *
lv_compare_sentence (const LvCompare *self, const LvCompareRow *row, guint side)
{
  const LvPack *pack = pack_of (self);
  const LvCompareCell *cell = &row->cells[side];
  g_autofree char *value = lv_text_amount (pack, row->node, cell->value);
  g_autofree char *first = lv_text_amount (pack, row->node, row->cells[0].value);
  g_autofree char *by = isnan (cell->shown)
                            ? g_strdup ("")
                            : lv_text_in_unit (lv_node_unit (row->node), fabs (cell->shown));
  const char *args[]
      = { row->title, value, first, by, self->sides[side].title, self->sides[0].title };

  g_assert (side < self->n);
  return lv_text_fill (pattern_for (pack, cell->way), args, G_N_ELEMENTS (args));
}

/** Returns: (transfer full): an input's value on @side with all its digits, a date, or why there is none */
char *
lv_compare_input_text (const LvCompare *self, const LvCompareInput *input, guint side)
{
  g_assert (side < self->n);
  if (input->node != NULL)
    return lv_text_input (pack_of (self), input->node, input->values[side]);
  return g_strdup (input->dates[side] != NULL
                       ? input->dates[side]
                       : lv_text_status (pack_of (self), LV_STATUS_ABSENT));
}
