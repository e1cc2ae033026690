/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lv-figure.h"

G_BEGIN_DECLS

void lv_describe_dumbbell (const LvFigure *self, GString *out);
void lv_describe_tornado (const LvFigure *self, GString *out);

G_END_DECLS
