/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** How much of a measure is assessed: effects may be known to one purse and not to another. */
typedef enum
{
  LV_ASSESSED_NOT,
  LV_ASSESSED_PARTLY,
  LV_ASSESSED_ALL,
} LvAssessed;

#define LV_TYPE_CARD_EFFECTS (lv_card_effects_get_type ())

/**
 * LvCardEffects:
 *
 * What one measure does to its targets, year by year, as it is switched and dosed in the scenario. Effects
 * on months are shown as the sum of each year.
 */
G_DECLARE_FINAL_TYPE (LvCardEffects, lv_card_effects, LV, CARD_EFFECTS, GtkWidget)

LvCardEffects *lv_card_effects_new (LvSession *session, const LvItem *measure, gsize cell);
LvAssessed lv_card_effects_update (LvCardEffects *self);
LvAssessed lv_card_effects_assess (LvSession *session, const LvItem *measure, gsize cell);

G_END_DECLS
