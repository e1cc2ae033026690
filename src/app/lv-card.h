/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LV_TYPE_CARD (lv_card_get_type ())

/**
 * LvCard:
 *
 * A card of a page: a heading and what a kind of card puts under it. Subclasses build their widgets in
 * build() once and show the session's values in update(): in the frame of the edit while the card is in
 * view, a little later while it is scrolled out of view. Cards never hold values and never see each other.
 */
G_DECLARE_DERIVABLE_TYPE (LvCard, lv_card, LV, CARD, GtkWidget)

/**
 * LvCardClass:
 * @build: makes the card's widgets and appends them with lv_card_append()
 * @update: shows the session's values
 * @controls_first: what is chosen stands before what comes of it
 */
struct _LvCardClass
{
  GtkWidgetClass parent_class;

  void (*build) (LvCard *self);
  void (*update) (LvCard *self);
  gboolean controls_first;
};

LvCard *lv_card_new (GType type, LvSession *session, const LvItem *item);
LvCard *lv_card_new_for (LvSession *session, const LvItem *item);
LvSession *lv_card_session (LvCard *self);
const LvItem *lv_card_item (LvCard *self);
void lv_card_refresh (LvCard *self);
void lv_card_add_button (LvCard *self, GtkWidget *button);
void lv_card_append (LvCard *self, GtkWidget *child);
void lv_card_set_wide (LvCard *self, gboolean wide);
gboolean lv_card_get_wide (LvCard *self);

/* The kinds. Each is one file; the table in lv-card.c names them. */
GType lv_card_figures_get_type (void);
GType lv_card_chart_get_type (void);
GType lv_card_inputs_get_type (void);
GType lv_card_table_get_type (void);
GType lv_card_measures_get_type (void);
GType lv_card_checks_get_type (void);
GType lv_card_text_get_type (void);
GType lv_card_missing_get_type (void);
GType lv_card_plan_get_type (void);
GType lv_card_goals_get_type (void);
GType lv_card_spread_get_type (void);
GType lv_card_path_get_type (void);

G_END_DECLS
