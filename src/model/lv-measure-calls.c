/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pack may ask of its measures and pools by name. Each call becomes a reference to a node that
 * lv-measures.c has written out, so the later steps know nothing of it:
 *
 *   effect(M)   M#effect.1
 *   alone(M)    M#alone.1, which a measure has that shares a pool, else M#effect.1
 *   overlap(P)  P#overlap */
#include "lv-model-private.h"

#include <glib/gi18n-lib.h>

static LvNode *
meant (LvModel *self, const LvExpr *call)
{
  const LvItem *item = lv_expr_arg (call, 0)->target;
  const char *suffix = call->function->fn == LV_FN_OVERLAP ? "overlap"
                       : call->function->fn == LV_FN_ALONE ? "alone.1"
                                                           : "effect.1";
  g_autofree char *id = g_strconcat (item->id, "#", suffix, NULL);
  LvNode *node = lv_model_find (self, id);

  if (node == NULL && call->function->fn == LV_FN_ALONE)
    {
      g_autofree char *effect = g_strconcat (item->id, "#effect.1", NULL);

      node = lv_model_find (self, effect);
    }
  return node;
}

static gboolean
is_call (const LvExpr *expr)
{
  LvFn fn = expr->kind == LV_EXPR_CALL ? expr->function->fn : LV_N_FUNCTIONS;

  return fn == LV_FN_EFFECT || fn == LV_FN_ALONE || fn == LV_FN_OVERLAP;
}

/* Returns: FALSE when something is named that computes nothing */
static gboolean
expand (LvModel *self, LvExpr *expr, const LvNode *user, const LvNodePiece *piece)
{
  gboolean ok = TRUE;

  if (is_call (expr) && lv_expr_arg (expr, 0)->target != NULL)
    {
      LvNode *node = meant (self, expr);

      /* Of a measure without effects lv-resolve.c has told already. */
      if (node == NULL && expr->function->fn == LV_FN_OVERLAP
          && !((LvItem *) lv_expr_arg (expr, 0)->target)->broken)
        lv_model_fault (self, user->item, piece->line, piece->key,
                        _ ("“%s” has nothing to compute (character %u)"),
                        lv_expr_arg (expr, 0)->id, expr->position + 1);
      if (node == NULL)
        return FALSE;
      lv_expr_become_reference (expr, node->id);
      expr->target = node;
      return TRUE;
    }
  for (guint i = 0; i < expr->args->len; i++)
    ok = expand (self, g_ptr_array_index (expr->args, i), user, piece) && ok;
  return ok;
}

/** Makes references of effect(), alone() and overlap(), once every measure and pool is written out. */
void
lv_measures_expand (LvModel *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      LvNode *node = g_ptr_array_index (self->nodes, i);

      for (guint p = 0; node->pieces != NULL && p < node->pieces->len; p++)
        {
          LvNodePiece *piece = &g_array_index (node->pieces, LvNodePiece, p);

          if (!expand (self, piece->expr, node, piece))
            node->broken = TRUE;
        }
    }
}
