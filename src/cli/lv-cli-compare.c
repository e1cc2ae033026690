/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-cli-sides.h"
#include "lv-compare.h"

#include <math.h>

static char *
number_of (const LvCli *self, const LvNode *node, LvValue value)
{
  if (isnan (value.number))
    return g_strdup (value.status == LV_STATUS_ABSENT ? "-" : "?");
  return lv_cli_is_number (node) && !lv_node_is_switch (node)
             ? lv_cli_twelve (self, value.number)
         : lv_node_is_switch (node) ? g_strdup (value.number != 0 ? "on" : "off")
                                    : lv_cli_value (self, node, value.number);
}

/* "-40", "+1", with the difference of the shown numbers where that is another. */
static void
print_difference (const LvCli *self, const LvCompareCell *cell)
{
  g_autofree char *exact = lv_cli_twelve (self, cell->exact);
  g_autofree char *shown = lv_cli_twelve (self, cell->shown);

  if (isnan (cell->exact))
    return;
  lv_cli_print (" (%s%s", cell->exact > 0 ? "+" : "", exact);
  if (cell->rounded)
    lv_cli_print (", shown %s%s", cell->shown > 0 ? "+" : "", shown);
  lv_cli_print (")");
}

/** Prints the rows of a comparison: a line each, the sides in their order, with differences to the first. */
void
lv_cli_print_rows (const LvCli *self, const LvCompare *compare)
{
  for (guint i = 0; i < compare->rows->len; i++)
    {
      const LvCompareRow *row = g_ptr_array_index (compare->rows, i);
      g_autofree char *id = lv_cli_cell_id (row->node, (gssize) row->cell);

      lv_cli_print ("%s:", id);
      for (guint s = 0; s < compare->n; s++)
        {
          g_autofree char *text = number_of (self, row->node, row->cells[s].value);

          lv_cli_print ("%s %s", s > 0 ? ";" : "", text);
          if (s > 0)
            print_difference (self, &row->cells[s]);
        }
      lv_cli_print ("\n");
    }
}

static void
print_input (const LvCli *self, const LvCompare *compare, const LvCompareInput *input)
{
  g_autofree char *id = input->node != NULL
                            ? lv_cli_cell_id (input->node, (gssize) input->cell)
                            : g_strdup_printf ("%s.%s", input->item->id, input->property);

  lv_cli_print ("%s %s:", lv_cause_kind_name (input->kind), id);
  for (guint s = 0; s < compare->n; s++)
    {
      g_autofree char *text = input->node != NULL ? number_of (self, input->node, input->values[s])
                              : input->dates[s] != NULL ? g_strdup (input->dates[s])
                                                        : g_strdup ("-");

      lv_cli_print ("%s %s", s > 0 ? ";" : "", text);
      if (input->because[s] != NULL)
        lv_cli_print (" – %s", input->because[s]);
    }
  lv_cli_print ("\n");
}

/* Adds what --what names, found on the first side that has it. */
static gboolean
add_what (LvCli *self, LvCompare *compare, const char *what)
{
  for (guint s = 0; s < compare->n; s++)
    {
      const LvModel *model = lv_state_model (compare->sides[s].state);
      LvNode *node;
      LvPlace place;

      if (!lv_cli_has (model, what) && s + 1 < compare->n)
        continue;
      if (!lv_cli_find_in (model, what, &node, &place))
        return FALSE;
      lv_compare_add (compare, node, &place);
      return TRUE;
    }
  return FALSE;
}

/** compare [SIDE]...: values side by side, and the inputs that differ. */
int
lv_cli_compare (LvCli *self)
{
  int code = LV_EXIT_OK;
  g_autoptr (LvCliSides) sides = lv_cli_sides_new (self, 1, &code);
  g_autoptr (LvCompare) compare = NULL;
  g_autoptr (GPtrArray) inputs = NULL;

  if (sides == NULL)
    return code;
  compare = lv_compare_new (sides->sides, sides->n);
  for (guint i = 0; i < self->what->len; i++)
    if (!add_what (self, compare, g_ptr_array_index (self->what, i)))
      return LV_EXIT_USAGE;
  if (self->what->len == 0)
    lv_compare_add_heads (compare);
  lv_cli_print_rows (self, compare);
  inputs = lv_compare_inputs (compare);
  lv_cli_print ("inputs that differ: %u\n", inputs->len);
  for (guint i = 0; i < inputs->len; i++)
    print_input (self, compare, g_ptr_array_index (inputs, i));
  return LV_EXIT_OK;
}
