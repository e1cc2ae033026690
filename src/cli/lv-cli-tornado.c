/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-cli-target.h"
#include "lv-tornado.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
print_ids (const char *what, const GPtrArray *nodes)
{
  lv_cli_print ("%s: %u", what, nodes->len);
  for (guint i = 0; i < nodes->len; i++)
    lv_cli_print ("%s %s", i > 0 ? "," : " –", lv_node_id (g_ptr_array_index (nodes, i)));
  lv_cli_print ("\n");
}

static void
print_tornado_row (const LvCli *self, const LvTornado *tornado, const LvTornadoRow *row)
{
  g_autofree char *whose = lv_tornado_whose (tornado, row, lv_model_pack (self->model));
  g_autofree char *low = lv_cli_value (self, row->node, row->low);
  g_autofree char *high = lv_cli_value (self, row->node, row->high);
  g_autofree char *at_low = lv_cli_twelve (self, row->at_low.number);
  g_autofree char *at_high = lv_cli_twelve (self, row->at_high.number);
  g_autofree char *swing = lv_cli_twelve (self, row->swing);

  lv_cli_print ("%s: %s -> %s; %s -> %s; swing %s%s%s\n", lv_node_id (row->node), low, at_low, high, at_high,
                swing, whose[0] != '\0' ? "; " : "", whose);
}

/** tornado [ID@MEMBERS]: what means most, from low to high. */
int
lv_cli_tornado (LvCli *self)
{
  gboolean levers = self->role != NULL && strcmp (self->role, "assumption") != 0;
  gboolean assumptions = self->role == NULL || strcmp (self->role, "lever") != 0;
  g_autoptr (LvTornado) tornado = NULL;
  g_autofree char *id = NULL;
  g_autofree char *now = NULL;
  LvCliTarget target;

  if (self->words->len > 1 && strchr (g_ptr_array_index (self->words, 1), '=') != NULL)
    {
      lv_cli_error (_ ("“%s” is not a single value"), (char *) g_ptr_array_index (self->words, 1));
      return LV_EXIT_USAGE;
    }
  if (!lv_cli_find_target (self, &target))
    return LV_EXIT_USAGE;
  tornado = lv_tornado_new_with_examples (self->state, target.node, target.cell, assumptions, levers,
                                          self->example);
  id = lv_cli_cell_id (target.node, (gssize) target.cell);
  now = lv_cli_twelve (self, tornado->now.number);
  lv_cli_print ("%s: %s\n", id, now);
  for (guint i = 0; i < tornado->rows->len; i++)
    print_tornado_row (self, tornado, &g_array_index (tornado->rows, LvTornadoRow, i));
  print_ids ("no effect", tornado->still);
  print_ids ("no low or high", tornado->lacking);
  return LV_EXIT_OK;
}
