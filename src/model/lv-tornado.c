/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What means most? Every assumption goes to its low and its high estimate, one at a time, and only what
 * depends on it is computed again. */
#include "lv-tornado.h"

#include "lv-number.h"
#include "lv-text.h"

#include <math.h>

void
lv_tornado_free (LvTornado *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_ptr_array_unref (self->still);
  g_ptr_array_unref (self->lacking);
  g_free (self);
}

static gboolean
is_asked (const LvNode *node, gboolean assumptions, gboolean levers)
{
  const LvParameter *parameter = lv_node_parameter (node);

  if (parameter == NULL || !lv_node_is_input (node) || lv_node_is_hidden (node))
    return FALSE;
  return (assumptions && parameter->role == LV_ROLE_ASSUMPTION)
         || (levers && parameter->role == LV_ROLE_LEVER);
}

/* A switch is off or on, whatever the pack says; what has no order has no low or high. */
static gboolean
estimates (const LvNode *node, double *low, double *high)
{
  const LvParameter *parameter = lv_node_parameter (node);

  *low = parameter->low;
  *high = parameter->high;
  if (parameter->input == LV_INPUT_SWITCH)
    {
      *low = 0;
      *high = 1;
    }
  return parameter->input != LV_INPUT_MEMBER && !isnan (*low) && !isnan (*high);
}

static LvValue
with_all_cells (const LvTornado *self, LvState *state, const LvNode *node, double value)
{
  gsize cells = lv_shape_cells (lv_node_shape (node));

  for (gsize cell = 0; cell < cells; cell++)
    if (lv_node_present (lv_state_model (state), node, cell))
      lv_state_set (state, node, cell, value);
  lv_state_update (state);
  return lv_state_get (state, self->node, self->cell);
}

static void
take_back (LvState *state, const LvState *before, const LvNode *node)
{
  gsize cells = lv_shape_cells (lv_node_shape (node));

  for (gsize cell = 0; cell < cells; cell++)
    if (lv_state_is_set (before, node, cell))
      lv_state_set (state, node, cell, lv_state_number (before, node, cell));
    else
      lv_state_reset (state, node, cell);
}

/* @percent from the standard value, within what can be entered. Returns: NaN where that is no example */
static double
example (const LvState *state, const LvNode *node, gsize cell, double percent)
{
  const LvParameter *parameter = lv_node_parameter (node);
  double standard = lv_state_default (state, node, cell);

  if (parameter->input != LV_INPUT_NUMBER || isnan (standard) || standard == 0)
    return NAN;
  standard += fabs (standard) * percent / 100;
  if (standard < parameter->min)
    return parameter->min;
  return standard > parameter->max ? parameter->max : standard;
}

/* Each cell goes from its own standard value. @value: what all go to, NaN when they differ; FALSE when none goes */
static gboolean
with_examples (const LvTornado *self, LvState *state, const LvNode *node, double percent, double *value,
               LvValue *result)
{
  gsize cells = lv_shape_cells (lv_node_shape (node));
  gboolean any = FALSE;

  for (gsize cell = 0; cell < cells; cell++)
    {
      double at = lv_node_present (lv_state_model (state), node, cell) ? example (state, node, cell, percent) : NAN;

      if (isnan (at))
        continue;
      *value = !any || *value == at ? at : NAN;
      any = TRUE;
      lv_state_set (state, node, cell, at);
    }
  lv_state_update (state);
  *result = lv_state_get (state, self->node, self->cell);
  return any;
}

static gboolean
fill_row (const LvTornado *self, LvState *state, const LvState *before, LvTornadoRow *row)
{
  if (estimates (row->node, &row->low, &row->high))
    {
      row->at_low = with_all_cells (self, state, row->node, row->low);
      row->at_high = with_all_cells (self, state, row->node, row->high);
      return TRUE;
    }
  row->example = self->percent > 0;
  if (!row->example || !with_examples (self, state, row->node, -self->percent, &row->low, &row->at_low))
    return FALSE;
  take_back (state, before, row->node);
  return with_examples (self, state, row->node, self->percent, &row->high, &row->at_high);
}

static void
try_node (LvTornado *self, LvState *state, const LvState *before, const LvNode *node)
{
  LvTornadoRow row = { .node = node };

  if (!fill_row (self, state, before, &row))
    {
      g_ptr_array_add (self->lacking, (gpointer) node);
      return;
    }
  row.swing = fabs (row.at_high.number - row.at_low.number);
  take_back (state, before, node);
  if (row.swing == 0 && row.at_low.number == self->now.number)
    g_ptr_array_add (self->still, (gpointer) node);
  else if (isnan (row.at_low.number) && isnan (row.at_high.number) && isnan (self->now.number))
    g_ptr_array_add (self->still, (gpointer) node);
  else
    g_array_append_val (self->rows, row);
}

static int
by_swing (gconstpointer a, gconstpointer b)
{
  const LvTornadoRow *left = a;
  const LvTornadoRow *right = b;

  if (isnan (left->swing) != isnan (right->swing))
    return isnan (left->swing) ? 1 : -1;
  if (left->swing != right->swing && !isnan (left->swing))
    return left->swing > right->swing ? -1 : 1;
  return lv_node_item (left->node)->order < lv_node_item (right->node)->order ? -1 : 1;
}

/**
 * lv_tornado_new:
 * @state: the scenario around which is asked; not changed, and computed
 * @node, @cell: what is asked about
 * @assumptions: whether parameters of the role assumption take part
 * @levers: likewise levers
 *
 * Returns: (transfer full): what each does, the largest first
 */
LvTornado *
lv_tornado_new (const LvState *state, const LvNode *node, gsize cell, gboolean assumptions,
                gboolean levers)
{
  return lv_tornado_new_with_examples (state, node, cell, assumptions, levers, 0);
}

/**
 * lv_tornado_new_with_examples:
 * @percent: how far a number without low and high goes below and above its standard value; 0 leaves it out
 *
 * As lv_tornado_new(); what nobody has judged takes part as an example, and is marked as one.
 */
LvTornado *
lv_tornado_new_with_examples (const LvState *state, const LvNode *node, gsize cell, gboolean assumptions,
                              gboolean levers, double percent)
{
  const LvModel *model = lv_state_model (state);
  g_autoptr (LvState) own = lv_state_copy (state);
  LvTornado *self = g_new0 (LvTornado, 1);

  self->node = node;
  self->cell = cell;
  self->percent = percent;
  self->now = lv_state_get (state, node, cell);
  self->rows = g_array_new (FALSE, FALSE, sizeof (LvTornadoRow));
  self->still = g_ptr_array_new ();
  self->lacking = g_ptr_array_new ();
  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    if (is_asked (lv_model_node (model, i), assumptions, levers))
      try_node (self, own, state, lv_model_node (model, i));
  g_array_sort (self->rows, by_swing);
  return self;
}

/** Returns: (transfer full): whose judgement low and high are, and why; that they are an example; "" when nobody says */
char *
lv_tornado_whose (const LvTornado *self, const LvTornadoRow *row, const LvPack *pack)
{
  const LvItem *item = lv_node_item (row->node);
  g_autofree char *percent = lv_number_format_da (self->percent, -1);
  const char *args[] = { percent };
  const char *by = lv_item_get (item, "estimate-by");
  const char *why = lv_item_get (item, "estimate-why");

  if (row->example)
    return lv_text_fill (lv_text_word (pack, "tornado-example", "±{1} %"), args, G_N_ELEMENTS (args));
  return g_strjoin (by != NULL && why != NULL ? ": " : "", by != NULL ? by : "", why != NULL ? why : "", NULL);
}

/** Returns: (transfer full): how many had no estimates, in @pack's words; "" when all had */
char *
lv_tornado_lacking_text (const LvTornado *self, const LvPack *pack)
{
  g_autofree char *number = g_strdup_printf ("%u", self->lacking->len);
  const char *args[] = { number };

  if (self->lacking->len == 0)
    return g_strdup ("");
  return lv_text_fill (lv_text_word (pack, "tornado-lacking", "{1} without low or high"), args, G_N_ELEMENTS (args));
}
