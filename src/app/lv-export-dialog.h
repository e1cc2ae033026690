/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-window.h"

G_BEGIN_DECLS

void lv_export_dialog_run (LvWindow *window);

G_END_DECLS
