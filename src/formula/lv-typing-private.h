/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-typing.h"

G_BEGIN_DECLS

/* What the parts of the type check share. Nothing outside src/formula includes this file. */

void lv_typing_report (const LvTyping *self, guint position, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
char *lv_typing_describe (const LvTyping *self, const LvType *type) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
