/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures and pools written out as ordinary formulas, so that the screen, the explanation and the
 * workbook see nothing special in them:
 *
 *   M#effect.n        = if(M#on, moved(effect) * M#scale * realisation * P#factor, 0)
 *                       a cost is neither realised in part nor shared: if(M#on, moved(cost) * M#scale, 0)
 *   M#alone.n         = the same without the pool's factor, where M shares a pool
 *   P#share.M         = min(if(M#on, moved(reached) * M#scale * realisation, 0) / size, 1)
 *   P#parts           = sum of shares
 *   P#combined        = 1 - product of (1 - share), or as the pool says
 *   P#factor          = if(P#parts > 0, P#combined / P#parts, 1)
 *   P#overlap         = (P#parts - P#combined) * size
 *
 * moved() is the effect itself when its formula uses phase(M), else its shift by M#delay. */
#include "lv-model-private.h"
#include "lv-text.h"

#include <glib/gi18n-lib.h>

static LvExpr *
reference (LvNode *node)
{
  LvExpr *expr = lv_expr_new_reference (node->id);

  expr->target = node;
  return expr;
}

static LvNode *
add_knob (LvModel *self, LvItem *item, const char *property, double value)
{
  const LvMeasure *measure = item->detail;
  g_autofree char *id = g_strconcat (item->id, "#", property, NULL);
  g_autofree char *word = g_strconcat ("measure-", property, NULL);
  LvNode *node = lv_graph_add_input (self, id, item, &measure->shape);

  g_free (node->title);
  node->title = g_strdup_printf ("%s (%s)", item->title,
                                 lv_text_word (self->pack, word, property));
  node->measure = item;
  node->lever = TRUE;
  for (gsize i = 0; i < lv_shape_cells (&measure->shape); i++)
    node->defaults[i] = value;
  return node;
}

static LvNode *
realisation_node (LvModel *self, const LvMeasure *measure)
{
  return measure->realisation_item != NULL ? lv_model_find (self, measure->realisation_item->id)
                                           : NULL;
}

static void
check_realisation (LvModel *self, LvItem *item)
{
  const LvNode *node = realisation_node (self, item->detail);

  if (node != NULL && (node->type.is_switch || !lv_dimension_is_none (&node->type.dimension)))
    lv_model_fault (self, item, 0, "realisation", _ ("“%s” is not a plain number"), node->id);
}

static void
add_knobs (LvModel *self, LvItem *item)
{
  const LvMeasure *measure = item->detail;
  LvKnobs *knobs = g_new0 (LvKnobs, 1);
  g_autofree char *culprit = NULL;
  const LvUnit *pct = lv_units_lookup (self->units, "pct", &culprit);

  knobs->on = add_knob (self, item, "on", measure->included_in != NULL ? 1 : 0);
  knobs->on->type.is_switch = TRUE;
  knobs->scale = add_knob (self, item, "scale", 100);
  knobs->scale->type.factor = (LvFactor){ 1, 100 };
  if (pct != NULL)
    knobs->scale->unit = pct;
  knobs->delay = add_knob (self, item, "delay", 0);
  g_hash_table_insert (self->knobs, item, knobs);
  check_realisation (self, item);
}

static gboolean uses_phase (const LvNode *node, const LvItem *measure, GHashTable *seen);

static gboolean
expr_uses_phase (const LvExpr *expr, const LvItem *measure, GHashTable *seen)
{
  if (expr->kind == LV_EXPR_REFERENCE)
    return expr->target != NULL && uses_phase (expr->target, measure, seen);
  if (expr->kind == LV_EXPR_CALL && expr->function->fn == LV_FN_PHASE)
    return lv_expr_arg (expr, 0)->target == measure;
  for (guint i = 0; i < expr->args->len; i++)
    {
      LvArgRole role = lv_function_role (expr->function, i);

      if ((role == LV_ARG_VALUE || role == LV_ARG_TARGET)
          && expr_uses_phase (lv_expr_arg (expr, i), measure, seen))
        return TRUE;
    }
  return FALSE;
}

/* Chains of formulas may be thousands long, but seen keeps each from being looked at twice. */
static gboolean
uses_phase (const LvNode *node, const LvItem *measure, GHashTable *seen)
{
  if (node->pieces == NULL || g_hash_table_size (seen) > 2000
      || !g_hash_table_add (seen, (gpointer) node))
    return FALSE;
  for (guint i = 0; i < node->pieces->len; i++)
    if (expr_uses_phase (g_array_index (node->pieces, LvNodePiece, i).expr, measure, seen))
      return TRUE;
  return FALSE;
}

static LvExpr *
realisation (LvModel *self, const LvMeasure *measure)
{
  LvNode *node = realisation_node (self, measure);
  gboolean plain = node != NULL && lv_dimension_is_none (&node->type.dimension);

  return plain ? reference (node) : lv_expr_new_number (measure->realisation, NULL);
}

/* moved * scale * realisation; what a measure costs is paid whatever comes of it */
static LvExpr *
dosed (LvModel *self, LvItem *item, LvNode *node, gboolean cost)
{
  const LvMeasure *measure = item->detail;
  const LvKnobs *knobs = g_hash_table_lookup (self->knobs, item);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  LvExpr *moved = reference (node);

  if (!uses_phase (node, item, seen))
    moved = lv_expr_new_call ("#shift", moved, reference (knobs->delay), NULL);
  moved = lv_expr_new_call ("*", moved, reference (knobs->scale), NULL);
  if (!cost && (measure->realisation_item != NULL || measure->realisation != 1))
    moved = lv_expr_new_call ("*", moved, realisation (self, measure), NULL);
  return moved;
}

static LvExpr *
switched (LvModel *self, LvItem *item, LvExpr *value)
{
  const LvKnobs *knobs = g_hash_table_lookup (self->knobs, item);

  return lv_expr_new_call ("if", reference (knobs->on), value, lv_expr_new_number (0, NULL), NULL);
}

static LvNode *
add_hidden (LvModel *self, LvItem *item, const char *suffix, LvExpr *expr, const char *key,
            guint line)
{
  g_autofree char *id = g_strconcat (item->id, "#", suffix, NULL);
  LvNode *node = lv_graph_add (self, id, LV_NODE_FORMULA, item);

  lv_node_add_piece (node, expr, key, line);
  return node;
}

/* A node in the unit of the effect as the pack gives it, 0 while the measure is off. */
static LvNode *
add_counted (LvModel *self, LvItem *item, const char *suffix, LvExpr *expr, const LvNode *raw, guint line)
{
  LvNode *node = add_hidden (self, item, suffix, switched (self, item, expr), "effect", line);

  node->unit = raw->unit;
  node->type.dimension = raw->unit->dimension;
  node->type.factor = raw->unit->factor;
  return node;
}

static void
add_effect (LvModel *self, LvItem *item, const LvEffect *effect, guint number)
{
  const LvMeasure *measure = item->detail;
  LvNode *raw = lv_model_find (self, effect->effect->id);
  LvPlaced placed = { .measure = item, .raw = raw, .target = lv_model_find (self, effect->target->id) };
  g_autofree char *suffix = g_strdup_printf ("effect.%u", number);
  LvNode *factor = NULL;
  LvExpr *expr;

  if (raw == NULL || placed.target == NULL || placed.target->kind != LV_NODE_FORMULA)
    {
      if (raw != NULL && placed.target != NULL) /* the reader tells of what has no values */
        lv_model_fault (self, item, effect->line, "effect",
                        _ ("the target of an effect is a formula, not “%s”"), placed.target->id);
      return;
    }
  expr = dosed (self, item, raw, effect->cost);
  if (measure->pool != NULL && !effect->cost)
    {
      g_autofree char *id = g_strconcat (measure->pool->id, "#factor", NULL);

      factor = lv_model_find (self, id);
    }
  if (factor != NULL)
    {
      g_autofree char *alone = g_strdup_printf ("alone.%u", number);

      add_counted (self, item, alone, lv_expr_copy (expr), raw, effect->line);
      expr = lv_expr_new_call ("*", expr, reference (factor), NULL);
    }
  placed.effect = add_counted (self, item, suffix, expr, raw, effect->line);
  g_array_append_val (self->placed, placed);
}

static LvExpr *
combine (LvCombine how, LvExpr *all, LvExpr *share)
{
  if (how == LV_COMBINE_NESTED)
    return all != NULL ? lv_expr_new_call ("max", all, share, NULL) : share;
  if (how == LV_COMBINE_DISJOINT)
    return all != NULL ? lv_expr_new_call ("+", all, share, NULL) : share;
  share = lv_expr_new_call ("-", lv_expr_new_number (1, NULL), share, NULL);
  return all != NULL ? lv_expr_new_call ("*", all, share, NULL) : share;
}

static LvExpr *
combined (LvCombine how, LvExpr *all)
{
  if (how == LV_COMBINE_NESTED)
    return all;
  if (how == LV_COMBINE_DISJOINT)
    return lv_expr_new_call ("min", all, lv_expr_new_number (1, NULL), NULL);
  return lv_expr_new_call ("-", lv_expr_new_number (1, NULL), all, NULL);
}

static LvNode *
add_share (LvModel *self, LvItem *pool_item, LvItem *measure_item, LvNode *size)
{
  const LvMeasure *measure = measure_item->detail;
  LvNode *reached = lv_model_find (self, measure->reached->id);
  g_autofree char *suffix = g_strconcat ("share.", measure_item->id, NULL);
  LvExpr *expr;

  if (reached == NULL)
    return NULL;
  if (measure->shape.n > 0)
    {
      lv_model_fault (self, measure_item, 0, "pool",
                      _ ("a measure with axes can't share a pool: its cells would not be combined"));
      return NULL;
    }
  if (!lv_dimension_equal (&reached->type.dimension, &size->type.dimension))
    {
      lv_model_fault (self, measure_item, 0, "reached",
                      _ ("“%s” has another unit than “%s”, the size of the pool"), reached->id,
                      size->id);
      return NULL;
    }
  expr = switched (self, measure_item, dosed (self, measure_item, reached, FALSE));
  expr = lv_expr_new_call ("/", expr, reference (size), NULL);
  expr = lv_expr_new_call ("min", expr, lv_expr_new_number (1, NULL), NULL);
  return add_hidden (self, pool_item, suffix, expr, NULL, 0);
}

static void
add_pool (LvModel *self, LvItem *item, const GPtrArray *measures)
{
  const LvPool *pool = item->detail;
  LvNode *size = pool->size != NULL ? lv_model_find (self, pool->size->id) : NULL;
  LvExpr *parts = NULL;
  LvExpr *all = NULL;
  LvNode *parts_node;
  LvNode *all_node;
  LvNode *overlap;

  for (guint i = 0; size != NULL && measures != NULL && i < measures->len; i++)
    {
      LvItem *measure = g_ptr_array_index (measures, i);
      LvNode *share = add_share (self, item, measure, size);
      LvExpr *counted;

      if (share == NULL)
        continue;
      counted = lv_expr_new_call ("otherwise", reference (share), lv_expr_new_number (0, NULL), NULL);
      all = combine (pool->combine, all, lv_expr_copy (counted));
      parts = parts != NULL ? lv_expr_new_call ("+", parts, counted, NULL) : counted;
    }
  if (parts == NULL)
    return;
  parts_node = add_hidden (self, item, "parts", parts, NULL, 0);
  all_node = add_hidden (self, item, "combined", combined (pool->combine, all), NULL, 0);
  add_hidden (self, item, "factor",
              lv_expr_new_call ("if",
                                lv_expr_new_call (">", reference (parts_node),
                                                  lv_expr_new_number (0, NULL), NULL),
                                lv_expr_new_call ("/", reference (all_node), reference (parts_node),
                                                  NULL),
                                lv_expr_new_number (1, NULL), NULL),
              NULL, 0);
  overlap = add_hidden (self, item, "overlap",
                        lv_expr_new_call ("*",
                                          lv_expr_new_call ("-", reference (parts_node),
                                                            reference (all_node), NULL),
                                          reference (size), NULL),
                        NULL, 0);
  overlap->unit = size->unit;
  overlap->type.dimension = size->unit->dimension;
  overlap->type.factor = size->unit->factor;
}

static void
collect_pools (LvModel *self, GHashTable *by_pool)
{
  const GPtrArray *measures = lv_pack_items (self->pack, LV_KIND_MEASURE);

  for (guint i = 0; i < measures->len; i++)
    {
      LvItem *item = g_ptr_array_index (measures, i);
      const LvMeasure *measure = item->detail;
      GPtrArray *list;

      if (measure == NULL || measure->pool == NULL || measure->reached == NULL)
        continue;
      list = g_hash_table_lookup (by_pool, measure->pool);
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (by_pool, measure->pool, list);
        }
      g_ptr_array_add (list, item);
    }
}

/** Writes out every measure and pool of the pack as nodes. */
void
lv_measures_build (LvModel *self)
{
  const GPtrArray *measures = lv_pack_items (self->pack, LV_KIND_MEASURE);
  const GPtrArray *pools = lv_pack_items (self->pack, LV_KIND_POOL);
  g_autoptr (GHashTable) by_pool
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < measures->len; i++)
    {
      LvItem *item = g_ptr_array_index (measures, i);

      if (item->detail != NULL)
        add_knobs (self, item);
    }
  collect_pools (self, by_pool);
  for (guint i = 0; i < pools->len; i++)
    {
      LvItem *item = g_ptr_array_index (pools, i);

      if (item->detail != NULL)
        add_pool (self, item, g_hash_table_lookup (by_pool, item));
    }
  for (guint i = 0; i < measures->len; i++)
    {
      LvItem *item = g_ptr_array_index (measures, i);
      const LvMeasure *measure = item->detail;

      for (guint n = 0; measure != NULL && n < measure->effects->len; n++)
        add_effect (self, item, &g_array_index (measure->effects, LvEffect, n), n + 1);
    }
}

static void
mark_targets (const LvExpr *expr)
{
  if (expr->kind == LV_EXPR_CALL && expr->function->fn == LV_FN_MEASURES
      && lv_expr_arg (expr, 0)->target != NULL)
    ((LvNode *) lv_expr_arg (expr, 0)->target)->takes_measures = TRUE;
  for (guint i = 0; i < expr->args->len; i++)
    mark_targets (lv_expr_arg (expr, i));
}

static const char *
effect_members (const LvPlaced *placed, guint *line)
{
  const LvMeasure *measure = placed->measure->detail;

  for (guint i = 0; i < measure->effects->len; i++)
    {
      const LvEffect *effect = &g_array_index (measure->effects, LvEffect, i);
      g_autofree char *id = g_strdup_printf ("%s#effect.%u", placed->measure->id, i + 1);

      if (g_strcmp0 (id, placed->effect->id) == 0)
        {
          *line = effect->line;
          return effect->members != NULL ? effect->members : "";
        }
    }
  return "";
}

/** Finds the cells that each effect moves, once the axes of the targets are known. */
void
lv_measures_place (LvModel *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const LvNode *node = g_ptr_array_index (self->nodes, i);

      for (guint p = 0; node->pieces != NULL && p < node->pieces->len; p++)
        mark_targets (g_array_index (node->pieces, LvNodePiece, p).expr);
    }
  for (guint i = 0; i < self->placed->len; i++)
    {
      LvPlaced *placed = &g_array_index (self->placed, LvPlaced, i);
      g_autofree char *reason = NULL;
      guint line = 0;
      const char *members = effect_members (placed, &line);

      if (!lv_place_parse (members, &placed->target->type.shape, &placed->place, &reason))
        lv_model_fault (self, placed->measure, line, "effect", "%s", reason);
      else if (!placed->target->takes_measures && !placed->target->broken)
        lv_model_fault (self, placed->measure, line, "effect",
                        _ ("nothing adds up measures(%s), so the effect would be lost"),
                        placed->target->id);
    }
}
