/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for every layout, and the comparison with goldens; shared by the chart tests. */

#pragma once

#include "lv-layout.h"

G_BEGIN_DECLS

void check_layout (const LvLayout *layout, const char *name);
void check_all_sizes (LvFigure *figure, const char *name, LvTextMeasure *measure);
void compare_golden (const char *file, const char *actual);

G_END_DECLS
