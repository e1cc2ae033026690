/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-side.h"

G_BEGIN_DECLS

/* What a reader of attachments may stumble over; said before they are made, and no reason not to make them. */

guint lv_export_n_failing (const LvState *state);
guint lv_export_n_unreasoned (const LvSide *side, const LvState *base);
guint lv_export_n_missing (const LvItem *attachment, const LvSide *side, const LvState *base, const GDate *today);

G_END_DECLS
