/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-check.h"

#include "lv-model-private.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Sums of printed numbers carry the noise of binary fractions; a real deviation is never so small. */
#define NOISE 1e-9

void
lv_check_report_free (LvCheckReport *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->cells);
  g_free (self);
}

guint
lv_checks_count (const LvModel *model)
{
  return model->checks->len;
}

static const LvCheckNodes *
nodes_of (const LvModel *model, guint index)
{
  return g_ptr_array_index (model->checks, index);
}

/** Returns: (transfer none): check number @index */
const LvItem *
lv_checks_item (const LvModel *model, guint index)
{
  return nodes_of (model, index)->check->item;
}

static LvShape
shape_of (const LvCheckNodes *nodes)
{
  LvShape shape = nodes->left->type.shape;

  lv_shape_unite (&shape, &nodes->right->type.shape);
  return shape;
}

/* The side that has a unit: a literal 0 fits every unit and says nothing. */
static const LvNode *
telling_side (const LvCheckNodes *nodes)
{
  return nodes->left->type.is_zero ? nodes->right : nodes->left;
}

/* Without a unit of its own a check speaks in the unit of its left side, where that is a single value. */
static const LvUnit *
unit_of (const LvCheckNodes *nodes)
{
  const LvNode *side = telling_side (nodes);
  const LvExpr *expr = g_array_index (side->pieces, LvNodePiece, 0).expr;

  if (nodes->check->unit != NULL)
    return nodes->check->unit;
  while (expr->kind == LV_EXPR_CALL && lv_function_role (expr->function, 0) != LV_ARG_AXIS
         && lv_function_role (expr->function, 0) != LV_ARG_MEASURE)
    expr = lv_expr_arg (expr, 0);
  if (expr->kind == LV_EXPR_REFERENCE && expr->target != NULL
      && lv_dimension_equal (&((LvNode *) expr->target)->type.dimension, &side->type.dimension))
    return ((LvNode *) expr->target)->unit;
  return NULL;
}

static double
value_in (const LvState *state, const LvNode *node, const LvShape *shape, gsize cell, const LvUnit *unit,
          gboolean *present)
{
  const LvShape *own = &node->type.shape;
  LvFactor ratio = unit != NULL ? lv_factor_divide (node->type.factor, unit->factor)
                                : node->type.factor;
  gsize at = 0;

  for (guint i = 0; i < own->n; i++)
    at += lv_shape_coordinate (shape, cell, (guint) lv_shape_find (shape, own->axis[i]))
          * lv_shape_stride (own, i);
  *present = *present && lv_node_present (lv_state_model (state), node, at);
  return lv_state_number (state, node, at) * ratio.num / ratio.den;
}

/** Returns: (transfer none) (nullable): the deviation that is known at @cell of a check's @shape */
const LvKnown *
lv_check_known (const LvCheck *check, const LvShape *shape, gsize cell)
{
  for (guint i = 0; check->known != NULL && i < check->known->len; i++)
    {
      const LvKnown *known = &g_array_index (check->known, LvKnown, i);
      g_autofree char *reason = NULL;
      LvPlace place;

      if (lv_place_parse (known->members, shape, &place, &reason)
          && lv_place_contains (&place, shape, cell))
        return known;
    }
  return NULL;
}

/** Returns: how far the sides may lie apart, in @unit */
double
lv_check_tolerance (const LvCheck *check, const LvUnit *unit, LvUnits *units)
{
  g_auto (GStrv) parts = NULL;
  const LvUnit *own = NULL;
  g_autofree char *culprit = NULL;
  LvFactor ratio = { 1, 1 };
  double tolerance = 0;

  if (check->tolerance == NULL)
    return 0;
  parts = g_strsplit (check->tolerance, " ", 2);
  lv_number_parse_c (parts[0], &tolerance);
  if (parts[1] != NULL)
    own = lv_units_lookup (units, parts[1], &culprit);
  if (own != NULL && unit != NULL)
    ratio = lv_factor_divide (own->factor, unit->factor);
  return tolerance * ratio.num / ratio.den;
}

static LvCheckResult
judge (LvCheckCell *cell, const LvCheck *check, double tolerance, const LvKnown *known)
{
  double noise = NOISE * MAX (1, MAX (fabs (cell->left), fabs (cell->right)));

  if (isnan (cell->difference))
    return LV_CHECK_MISSING;
  if (known != NULL && fabs (cell->difference - known->difference) <= noise)
    {
      cell->known = known;
      return known->cause == LV_KNOWN_ROUNDING ? LV_CHECK_ROUNDING : LV_CHECK_SOURCE_ERROR;
    }
  if (known == NULL && fabs (cell->difference) <= tolerance + noise)
    return LV_CHECK_HOLDS;
  return LV_CHECK_FAILS;
}

/**
 * lv_check_run:
 * @state: values
 * @index: which check
 *
 * Compares both sides where both are. A known deviation must be there exactly: when the difference is
 * gone or another, the check fails.
 *
 * Returns: (transfer full): what it found
 */
LvCheckReport *
lv_check_run (const LvState *state, guint index)
{
  const LvModel *model = lv_state_model (state);
  const LvCheckNodes *nodes = nodes_of (model, index);
  LvCheckReport *report = g_new0 (LvCheckReport, 1);
  double tolerance;
  gsize cells;

  report->item = nodes->check->item;
  report->shape = shape_of (nodes);
  report->unit = unit_of (nodes);
  report->cells = g_array_new (FALSE, FALSE, sizeof (LvCheckCell));
  tolerance = lv_check_tolerance (nodes->check, report->unit, model->units);
  cells = lv_shape_cells (&report->shape);
  for (gsize i = 0; i < cells; i++)
    {
      gboolean present = TRUE;
      LvCheckCell cell = { .cell = i };

      cell.left = value_in (state, nodes->left, &report->shape, i, report->unit, &present);
      cell.right = value_in (state, nodes->right, &report->shape, i, report->unit, &present);
      if (!present)
        continue;
      cell.difference = cell.left - cell.right;
      cell.result = judge (&cell, nodes->check, tolerance,
                           lv_check_known (nodes->check, &report->shape, i));
      report->result = MAX (report->result, cell.result);
      g_array_append_val (report->cells, cell);
    }
  if (cells > 0 && report->cells->len == 0)
    report->result = LV_CHECK_MISSING;
  return report;
}

/** Returns: (transfer none): the name on the command line */
const char *
lv_check_result_name (LvCheckResult result)
{
  static const char *const names[] = { "holds", "rounding", "source-error", "missing", "fails" };

  return names[result];
}

/** Returns: whether no check fails; one whose sides are missing has nothing to compare */
gboolean
lv_checks_hold (const LvState *state)
{
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < lv_checks_count (lv_state_model (state)); i++)
    {
      g_autoptr (LvCheckReport) report = lv_check_run (state, i);

      ok = report->result != LV_CHECK_FAILS;
    }
  return ok;
}

/* The check's own unit, and that of its tolerance, are those of its sides. */
static void
validate_units (LvModel *model, const LvCheckNodes *nodes)
{
  const LvCheck *check = nodes->check;
  const LvDimension *sides = &telling_side (nodes)->type.dimension;
  const char *space = check->tolerance != NULL ? strchr (check->tolerance, ' ') : NULL;
  g_autofree char *culprit = NULL;
  const LvUnit *unit = space != NULL ? lv_units_lookup (model->units, space + 1, &culprit) : NULL;

  if (check->unit != NULL && !lv_dimension_equal (&check->unit->dimension, sides))
    lv_model_fault (model, check->item, 0, "unit", _ ("the sides of the check have another unit"));
  if (unit != NULL && !lv_dimension_equal (&unit->dimension, sides))
    lv_model_fault (model, check->item, check->tolerance_line, "tolerance",
                    _ ("the sides of the check have another unit"));
}

/* Both sides of one dimension and basis, known deviations at members that exist. */
static void
validate (LvModel *model, const LvCheckNodes *nodes)
{
  const LvCheck *check = nodes->check;
  LvShape shape;

  if (nodes->left->broken || nodes->right->broken)
    return;
  if (nodes->left->type.is_switch || nodes->right->type.is_switch)
    {
      lv_model_fault (model, check->item, 0, nodes->left->type.is_switch ? "left" : "right",
                      _ ("a number is expected, not yes or no"));
      return;
    }
  if (!nodes->left->type.is_zero && !nodes->right->type.is_zero
      && !lv_dimension_equal (&nodes->left->type.dimension, &nodes->right->type.dimension))
    lv_model_fault (model, check->item, check->right_line, "right",
                    _ ("the two sides of the check have different units"));
  validate_units (model, nodes);
  for (LvAttribute i = LV_ATTRIBUTE_PRICE_LEVEL; i <= LV_ATTRIBUTE_BASIS; i++)
    {
      const char *left = nodes->left->type.attributes.value[i];
      const char *right = nodes->right->type.attributes.value[i];

      if (left != NULL && right != NULL && left != right)
        lv_model_fault (model, check->item, check->right_line, "right",
                        _ ("%s “%s” and “%s” can't be added or compared without a conversion"),
                        lv_attribute_key (i), left, right);
    }
  shape = shape_of (nodes);
  if (lv_shape_cells (&shape) > LV_MAX_CELLS)
    lv_model_fault (model, check->item, 0, NULL, _ ("the check has too many cells"));
  for (guint i = 0; check->known != NULL && i < check->known->len; i++)
    {
      const LvKnown *known = &g_array_index (check->known, LvKnown, i);
      g_autofree char *reason = NULL;
      LvPlace place;

      if (!lv_place_parse (known->members, &shape, &place, &reason))
        lv_model_fault (model, check->item, known->line, "known", "%s", reason);
    }
}

/** Records what is wrong with the checks of a model that is being built. */
void
lv_checks_validate (const LvModel *model, LvProblems *problems)
{
  for (guint i = 0; i < model->checks->len; i++)
    validate ((LvModel *) model, nodes_of (model, i));
}
