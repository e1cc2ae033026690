/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A measure of the pack or of the user's own as one that is the user's own: what is computed becomes numbers. */
#include "lv-session-private.h"

#include "lv-local-measure.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Whether @cell of the effect counts for @target_cell of the target, in the measure's @own cell. */
static gboolean
counts_for (const LvShape *effect, gsize cell, const LvShape *target, gsize target_cell,
            const LvShape *measure, gsize own)
{
  for (guint i = 0; i < effect->n; i++)
    {
      const LvAxis *axis = effect->axis[i];
      int at = lv_shape_find (target, axis);
      int of = lv_shape_find (measure, axis);
      guint member = lv_shape_coordinate (effect, cell, i);
      int year = at < 0 && axis->parent != NULL ? lv_shape_find (target, axis->parent) : -1;

      if (at >= 0 && member != lv_shape_coordinate (target, target_cell, (guint) at))
        return FALSE;
      if (of >= 0 && member != lv_shape_coordinate (measure, own, (guint) of))
        return FALSE;
      if (year >= 0
          && lv_axis_parent_index (axis, member)
                 != (int) lv_shape_coordinate (target, target_cell, (guint) year))
        return FALSE;
    }
  return TRUE;
}

/* What the effect is in the grundprognose, in the target's unit; months of a year are added up. */
static double
effect_at (LvSession *self, const LvNode *node, const LvNode *target, gsize target_cell,
           const LvShape *measure, gsize own)
{
  const LvFactor from = lv_node_unit (node)->factor;
  const LvFactor to = lv_node_unit (target)->factor;
  gboolean any = FALSE;
  double sum = 0;

  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
    if (lv_node_present (self->model, node, cell)
        && counts_for (lv_node_shape (node), cell, lv_node_shape (target), target_cell, measure, own))
      {
        sum += lv_state_number (self->base, node, cell);
        any = TRUE;
      }
  return any ? lv_number_round (sum * from.num * to.den / (from.den * to.num)) : NAN;
}

static void
copy_effect (LvSession *self, LvLocalMeasure *copy, const LvItem *item, const LvEffect *from,
             gsize cell)
{
  const LvMeasure *measure = item->detail;
  const LvNode *node = lv_model_find (self->model, from->effect->id);
  const LvNode *target = lv_model_find (self->model, from->target->id);
  g_autofree char *own = lv_shape_cell_name (&measure->shape, cell);
  const char *members = from->members != NULL ? from->members : own;
  LvLocalEffect *effect = lv_local_measure_add_effect (copy, self, from->target->id, members);
  gsize first;

  target = lv_session_effect_node (self, effect, &first);
  if (node == NULL || target == NULL)
    {
      lv_local_measure_take_effect (copy, effect);
      return;
    }
  for (guint i = 0; i < effect->values->len; i++)
    g_array_index (effect->values, double, i)
        = effect_at (self, node, target, first + i, &measure->shape, cell);
}

static LvLocalMeasure *
copy_of_pack (LvSession *self, const LvItem *item, gsize cell)
{
  const LvMeasure *measure = item->detail;
  LvLocalMeasure *copy = lv_local_measure_new ();
  const char *key;
  char **own;

  for (gsize i = 0; (key = lv_local_measure_text (copy, i, &own)) != NULL; i++)
    {
      const char *text = lv_pack_text (lv_model_pack (self->model), item, key);

      g_free (*own);
      *own = g_strdup (text != NULL ? text : "");
    }
  copy->start = measure->start;
  copy->phase_in = (guint) measure->phase_in;
  if (measure->realisation_item == NULL)
    copy->realisation = measure->realisation * 100;
  for (guint i = 0; i < measure->effects->len; i++)
    copy_effect (self, copy, item, &g_array_index (measure->effects, LvEffect, i), cell);
  return copy;
}

/**
 * lv_session_copy_measure:
 * @id: a measure of the pack or of the user's own
 * @cell: which, of a measure per member
 *
 * What a measure of the pack computes becomes numbers: its effect as the grundprognose has it, in full.
 *
 * Returns: (transfer full) (nullable): a measure that says the same, with another title and no id yet
 */
LvLocalMeasure *
lv_session_copy_measure (LvSession *self, const char *id, gsize cell)
{
  const LvItem *item;
  LvLocalMeasure *copy;
  g_autofree char *title = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, NULL);
  item = lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_MEASURE, id);
  if (item == NULL || item->detail == NULL)
    return NULL;
  copy = copy_of_pack (self, item, cell);
  title = copy->title;
  copy->title = g_strdup_printf (_ ("%s (copy)"), title);
  return copy;
}

/** Returns: (transfer full) (nullable): the id of a copy of the measure, which is the user's own */
char *
lv_session_duplicate_measure (LvSession *self, const char *id, gsize cell)
{
  g_autoptr (LvLocalMeasure) copy = lv_session_copy_measure (self, id, cell);
  g_autofree char *name = NULL;

  if (copy == NULL)
    return NULL;
  name = g_strdup_printf (_ ("Copy measure: %s"), copy->title);
  return lv_session_write_measure (self, copy, name);
}
