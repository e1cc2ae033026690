/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-kernel.h"

G_BEGIN_DECLS

void lv_run_lists (const LvRun *run, const LvOp *op, guint from, guint to);

G_END_DECLS
