/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"

G_BEGIN_DECLS

/**
 * LvExplanation:
 * @node, @cell: what is explained
 * @reference: it is the value in the reference that change() compares with
 * @printed: it is the source's number, whatever correction or scenario says
 * @changes: the formula looks at it through change() or measures() alone, so it says how far the scenario
 *   is from the grundprognose and is no source of the grundprognose itself
 * @words: (nullable): the formula in words
 * @formula: (nullable): the formula as the pack writes it
 * @source, @place, @why: (nullable): where a number comes from
 * @parts: (owned): LvExplanation, what the formula looked at, in its order
 *
 * Why a number is what it is.
 */
typedef struct
{
  const LvNode *node;
  gsize cell;
  gboolean reference;
  gboolean printed;
  gboolean changes;
  LvValue value;
  char *words;
  char *formula;
  const char *source;
  const char *place;
  const char *why;
  GPtrArray *parts;
} LvExplanation;

LvExplanation *lv_explain (const LvState *state, const LvNode *node, gsize cell, guint depth)
    G_GNUC_WARN_UNUSED_RESULT;
LvExplanation *lv_explain_operands (const LvState *state, const LvNode *node, gsize cell)
    G_GNUC_WARN_UNUSED_RESULT;
LvExplanation *lv_explain_part (const LvState *state, const LvExplanation *part, guint depth)
    G_GNUC_WARN_UNUSED_RESULT;
void lv_explanation_free (LvExplanation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvExplanation, lv_explanation_free)

char *lv_explain_words (const LvModel *model, const LvNode *node, gsize cell)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_explain_expr (const LvModel *model, const LvExpr *expr) G_GNUC_WARN_UNUSED_RESULT;
char *lv_explanation_title (const LvExplanation *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_explanation_sources (const LvExplanation *self, const LvState *state)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_explanation_cite (const LvExplanation *self, const LvState *state) G_GNUC_WARN_UNUSED_RESULT;
char *lv_explanation_to_text (const LvExplanation *self, const LvState *state)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
