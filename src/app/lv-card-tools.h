/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-card.h"
#include "lv-text.h"

G_BEGIN_DECLS

/* What several kinds of cards need: cells out of a card's lists, values in words, labels that are only
 * touched when their text is another. */

/**
 * LvCardCell:
 *
 * One number that a card shows.
 */
typedef struct
{
  const LvNode *node;
  gsize cell;
} LvCardCell;

GArray *lv_card_cells (LvSession *session, const char *reference) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_card_items (const LvPack *pack, const LvItem *item, const char *key)
    G_GNUC_WARN_UNUSED_RESULT;

char *lv_card_cell_title (const LvNode *node, gsize cell) G_GNUC_WARN_UNUSED_RESULT;
char *lv_card_member_title (const LvShape *shape, gsize cell) G_GNUC_WARN_UNUSED_RESULT;
char *lv_card_number (const LvPack *pack, const LvNode *node, LvValue value)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_card_baseline (LvSession *session, const LvNode *node, gsize cell)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_card_difference (const LvNode *node, double value, double base) G_GNUC_WARN_UNUSED_RESULT;
const char *lv_card_not_assessed (const LvPack *pack);
char *lv_card_note (LvSession *session, const LvItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *lv_card_origin (const LvPack *pack, const char *source, const char *place)
    G_GNUC_WARN_UNUSED_RESULT;

void lv_card_add_unlike (LvCard *card, const GPtrArray *nodes);

GtkWidget *lv_card_label (const char *text, const char *style_class);
void lv_card_set_text (GtkWidget *label, const char *text);
void lv_card_set_style (GtkWidget *widget, const char *style_class, gboolean on);
void lv_card_set_name (GtkWidget *widget, const char *name);
void lv_card_set_tooltip (GtkWidget *widget, const char *text);
void lv_card_quiet_menu (GtkWidget *button);

GtkWidget *lv_card_next_shown (GtkWidget *child);

/** What layouts walk through: the children that take room. */
#define lv_card_for_each_shown(child, widget) \
  for (GtkWidget *child = lv_card_next_shown (gtk_widget_get_first_child (widget)); child != NULL; \
       child = lv_card_next_shown (gtk_widget_get_next_sibling (child)))

G_END_DECLS
