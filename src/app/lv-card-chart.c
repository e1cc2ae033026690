/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart or flow card: the picture, its numbers as a table one key away, what can be done with both. */
#include "lv-card.h"
#include "lv-chart-panel.h"

#include <glib/gi18n.h>

typedef struct
{
  LvCard parent_instance;

  GtkWidget *panel; /* (nullable): NULL where the chart can't be drawn */
} LvCardChart;

typedef struct
{
  LvCardClass parent_class;
} LvCardChartClass;

G_DEFINE_FINAL_TYPE (LvCardChart, lv_card_chart, LV_TYPE_CARD)

/* The [chart] of a chart card, or the [flow] of a flow card. */
static const LvItem *
chart_item (LvCardChart *self)
{
  LvCard *card = LV_CARD (self);
  const char *id = lv_item_get (lv_card_item (card), "chart");
  const char *of = lv_item_get (lv_card_item (card), "of");

  if (id == NULL)
    return of != NULL ? lv_pack_find_kind (lv_session_pack (lv_card_session (card)), LV_KIND_FLOW, of)
                      : NULL;

  return lv_pack_find_kind (lv_session_pack (lv_card_session (card)), LV_KIND_CHART, id);
}

/* What can't be drawn (yet) says so in words. */
static void
build_reason (LvCardChart *self, const GError *error)
{
  g_autofree char *text = g_strdup_printf (
      _ ("This chart is not drawn here: %s."),
      error != NULL ? error->message : _ ("the pack has no such chart"));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  lv_card_append (LV_CARD (self), label);
}

static void
lv_card_chart_build (LvCard *card)
{
  LvCardChart *self = (LvCardChart *) card;
  const LvItem *item = chart_item (self);
  g_autoptr (GError) error = NULL;

  if (item != NULL)
    self->panel = lv_chart_panel_new (lv_card_session (card), item, lv_card_item (card)->title,
                                      &error);
  if (self->panel != NULL)
    lv_card_append (card, self->panel);
  else
    build_reason (self, error);
}

static void
lv_card_chart_update (LvCard *card)
{
  LvCardChart *self = (LvCardChart *) card;

  if (self->panel != NULL)
    lv_chart_panel_update (LV_CHART_PANEL (self->panel));
}

static void
lv_card_chart_class_init (LvCardChartClass *klass)
{
  LV_CARD_CLASS (klass)->build = lv_card_chart_build;
  LV_CARD_CLASS (klass)->update = lv_card_chart_update;
}

static void
lv_card_chart_init (LvCardChart *self)
{
}
