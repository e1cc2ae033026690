/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-cli.h"

static void
print_cell (const LvCli *self, const LvCheckReport *report, const LvCheckCell *cell)
{
  g_autofree char *members = lv_shape_cell_name (&report->shape, cell->cell);
  g_autofree char *left = lv_cli_number (self, cell->left);
  g_autofree char *right = lv_cli_number (self, cell->right);
  g_autofree char *difference = lv_cli_number (self, cell->difference);

  lv_cli_print ("  %s%s: %s - %s = %s %s%s%s\n", members[0] != '\0' ? "@" : "", members, left, right,
           difference, lv_check_result_name (cell->result), cell->known != NULL ? " – " : "",
           cell->known != NULL ? cell->known->why : "");
}

static void
print_report (const LvCli *self, const LvCheckReport *report)
{
  const char *fails = lv_item_get (report->item, "fails");

  lv_cli_print ("%-13s %s: %s (%u)\n", lv_check_result_name (report->result), report->item->id,
           report->item->title, report->cells->len);
  if (report->result == LV_CHECK_FAILS && fails != NULL)
    lv_cli_print ("  %s\n", fails);
  for (guint i = 0; i < report->cells->len; i++)
    {
      const LvCheckCell *cell = &g_array_index (report->cells, LvCheckCell, i);

      if (cell->result == LV_CHECK_FAILS || cell->known != NULL)
        print_cell (self, report, cell);
    }
}

static guint
print_conflicts (const LvCli *self)
{
  g_autoptr (GPtrArray) pairs = lv_state_conflicts (self->state);

  for (guint i = 0; i + 1 < pairs->len; i += 2)
    lv_cli_print ("excludes      %s: %s\n", ((LvItem *) g_ptr_array_index (pairs, i))->id,
             ((LvItem *) g_ptr_array_index (pairs, i + 1))->id);
  return pairs->len / 2;
}

/** check: 0 when every check holds or deviates exactly as known, else 1. */
int
lv_cli_check (LvCli *self)
{
  guint results[LV_CHECK_FAILS + 1] = { 0 };
  guint conflicts;

  for (guint i = 0; i < lv_checks_count (self->model); i++)
    {
      g_autoptr (LvCheckReport) report = lv_check_run (self->state, i);

      results[report->result]++;
      print_report (self, report);
    }
  conflicts = print_conflicts (self);
  lv_cli_print ("%u hold, %u rounding, %u source-error, %u missing, %u fail, %u excluded together\n",
           results[LV_CHECK_HOLDS], results[LV_CHECK_ROUNDING], results[LV_CHECK_SOURCE_ERROR],
           results[LV_CHECK_MISSING], results[LV_CHECK_FAILS], conflicts);
  return results[LV_CHECK_FAILS] == 0 && conflicts == 0 ? LV_EXIT_OK : LV_EXIT_DATA;
}
