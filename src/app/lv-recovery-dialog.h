/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-window.h"

G_BEGIN_DECLS

#define LV_TYPE_RECOVERY_DIALOG (lv_recovery_dialog_get_type ())

/**
 * LvRecoveryDialog:
 *
 * Offers work that was not saved when the program ended: each with when, where, and what differs from the saved
 * file; to take up or to discard. What is left for later is offered at the next start.
 */
G_DECLARE_FINAL_TYPE (LvRecoveryDialog, lv_recovery_dialog, LV, RECOVERY_DIALOG, AdwWindow)

void lv_recovery_dialog_offer (LvWindow *parent);

G_END_DECLS
