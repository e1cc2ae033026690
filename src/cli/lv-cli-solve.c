/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-cli.h"
#include "lv-solve.h"

#include <glib/gi18n-lib.h>

static void
print_lever (const LvCli *self, const LvSolveLever *lever, double value)
{
  g_autofree char *members
      = lever->cell >= 0 ? lv_shape_cell_name (lv_node_shape (lever->input), (gsize) lever->cell)
                         : g_strdup ("");
  g_autofree char *number = lv_cli_value (self, lever->input, value);

  lv_cli_print ("%s%s%s=%s\n", lv_node_id (lever->input), members[0] != '\0' ? "@" : "", members, number);
}

/** solve ID: the levers' values as --set would take them; 1 when the bounds do not let it. */
int
lv_cli_solve (LvCli *self)
{
  const char *id = g_ptr_array_index (self->words, 1);
  const LvItem *item = lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_SOLVE, id);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autofree LvSolveLever *levers = NULL;
  g_autoptr (LvSolution) solution = NULL;
  g_autofree char *reached = NULL;

  if (item == NULL)
    {
      lv_cli_error (_ ("there is nothing to solve called “%s”"), id);
      return LV_EXIT_USAGE;
    }
  solution = lv_solve_item (self->state, item, &levers, problems);
  if (solution == NULL)
    {
      for (guint i = 0; i < lv_problems_kept (problems); i++)
        {
          g_autofree char *text = lv_problem_to_string (lv_problems_get (problems, i));

          lv_cli_error ("%s", text);
        }
      return LV_EXIT_DATA;
    }
  for (guint i = 0; i < solution->n; i++)
    print_lever (self, &levers[i], solution->values[i]);
  reached = lv_cli_number (self, solution->reached);
  if (!solution->found)
    lv_cli_error (_ ("no solution within the bounds; the nearest is %s"), reached);
  return solution->found ? LV_EXIT_OK : LV_EXIT_DATA;
}
