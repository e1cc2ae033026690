/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

G_BEGIN_DECLS

/**
 * LvInputBounds:
 * @least, @most: what may be typed; infinite when nothing is said
 * @from, @to: ends of the scale; NaN when there is no scale
 * @step: of arrow keys and the scale, above 0
 * @whole: only whole numbers
 *
 * What a user may choose for an input, in its unit.
 */
typedef struct
{
  double least, most;
  double from, to;
  double step;
  gboolean whole;
} LvInputBounds;

void lv_input_bounds (const LvNode *node, LvInputBounds *bounds);
double lv_input_bounds_snap (const LvInputBounds *bounds, double value, double standard);
gboolean lv_input_bounds_parse (const LvInputBounds *bounds, const LvNode *node, const char *text,
                                double *value, char **reason);
char *lv_input_bounds_format (const LvNode *node, double value, gboolean typed)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_input_unit (const LvNode *node) G_GNUC_WARN_UNUSED_RESULT;

gboolean lv_input_is_changed (LvSession *session, const LvNode *node, gsize cell);
double lv_input_standard (LvSession *session, const LvNode *node, gsize cell);

G_END_DECLS
