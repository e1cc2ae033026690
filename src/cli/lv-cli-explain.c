/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-cli.h"
#include "lv-explain.h"

#include <glib/gi18n-lib.h>

/* Deep enough for any chain that a person would follow; what was told once is not told again. */
#define DEPTH 30

/** explain ID[@MEMBERS]: the formula in words and everything below it, down to the sources. */
int
lv_cli_explain (LvCli *self)
{
  LvNode *node;
  LvPlace place;
  gboolean any = FALSE;
  gssize cell = -1;

  if (self->id != NULL)
    return lv_cli_explain_passport (self);
  if (!lv_cli_find (self, g_ptr_array_index (self->words, 1), &node, &place))
    return LV_EXIT_USAGE;
  while (lv_place_next (&place, lv_node_shape (node), &cell))
    {
      g_autoptr (LvExplanation) explanation = NULL;
      g_autofree char *text = NULL;

      if (!lv_node_present (self->model, node, (gsize) cell))
        continue;
      any = TRUE;
      explanation = lv_explain (self->state, node, (gsize) cell, DEPTH);
      text = lv_explanation_to_text (explanation, self->state);
      lv_cli_print ("%s", text);
    }
  if (any)
    return LV_EXIT_OK;
  lv_cli_error (_ ("there is no value at “%s”"), (char *) g_ptr_array_index (self->words, 1));
  return LV_EXIT_USAGE;
}
