/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_SCENARIO_PANEL (lv_scenario_panel_get_type ())

/**
 * LvScenarioPanel:
 *
 * What stands left of every tab: which scenario, what it changes, and what is left to find. Which
 * numbers these are the pack says (gap, gap-total, budget-year, adjustment, beside).
 */
G_DECLARE_FINAL_TYPE (LvScenarioPanel, lv_scenario_panel, LV, SCENARIO_PANEL, GtkWidget)

void lv_scenario_panel_set_session (LvScenarioPanel *self, LvSession *session);

G_END_DECLS
