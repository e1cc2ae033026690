/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forklar ændringen: from one scenario to another, cause by cause. */
#include "lv-analysis-page.h"

#include "lv-analysis-table.h"
#include "lv-card-tools.h"
#include "lv-chart-analysis.h"
#include "lv-figure-panel.h"
#include "lv-table-view.h"
#include "lv-target-picker.h"

#include <glib/gi18n.h>

#define LV_TYPE_BRIDGE_PAGE (lv_bridge_page_get_type ())
G_DECLARE_FINAL_TYPE (LvBridgePage, lv_bridge_page, LV, BRIDGE_PAGE, LvAnalysisPage)

struct _LvBridgePage
{
  LvAnalysisPage parent_instance;

  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *target;
  GtkWidget *sentence;
  GtkWidget *hint;
  GtkWidget *figure;
  GtkWidget *table;
  gboolean filling; /* the choices are being filled, nobody chose */

  /* owned */
  char *from_key;
  char *to_key; /* (nullable): whatever the window shows */
};

G_DEFINE_FINAL_TYPE (LvBridgePage, lv_bridge_page, LV_TYPE_ANALYSIS_PAGE)

static guint
chosen (GtkWidget *drop_down)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));
}

static LvBridge *
make_bridge (LvBridgePage *self, LvSide *from, LvSide *to)
{
  LvAnalysisSides *sides = lv_analysis_page_sides (LV_ANALYSIS_PAGE (self));
  guint n = lv_analysis_sides_n (sides);
  const LvNode *node;
  const LvNode *found = NULL;
  gsize cell;
  gssize there;

  if (chosen (self->from) >= n || chosen (self->to) >= n
      || !lv_target_picker_get (LV_TARGET_PICKER (self->target), &node, &cell))
    return NULL;
  *from = lv_analysis_sides_get (sides, chosen (self->from));
  *to = lv_analysis_sides_get (sides, chosen (self->to));
  /* Another file has a model of its own. */
  there = lv_side_cell (to, node, cell, &found);
  return there >= 0 ? lv_bridge_new (from, to, found, (gsize) there) : NULL;
}

static void
lv_bridge_page_refresh (LvAnalysisPage *page)
{
  LvBridgePage *self = (LvBridgePage *) page;
  const LvPack *pack = lv_session_pack (lv_analysis_page_session (page));
  LvSide from;
  LvSide to;
  g_autoptr (LvBridge) bridge = make_bridge (self, &from, &to);
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (self->figure, bridge != NULL && bridge->parts->len > 0);
  /* The picture says the sentence as its title. */
  gtk_widget_set_visible (self->sentence, bridge == NULL || bridge->parts->len == 0);
  gtk_widget_set_visible (self->table, bridge != NULL);
  gtk_widget_set_visible (self->hint, bridge != NULL && bridge->parts->len == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bridge.save-book", bridge != NULL);
  if (bridge == NULL)
    {
      lv_card_set_text (self->sentence, _ ("The other file does not have this number"));
      return;
    }
  sentence = lv_bridge_sentence (bridge, pack);
  lv_card_set_text (self->sentence, sentence);
  lv_figure_panel_take (LV_FIGURE_PANEL (self->figure), lv_chart_bridge_figure (bridge, &from, &to));
  lv_table_view_take (LV_TABLE_VIEW (self->table), lv_analysis_bridge_table (bridge, &from, &to));
}

static void
fill (LvBridgePage *self)
{
  LvAnalysisSides *sides = lv_analysis_page_sides (LV_ANALYSIS_PAGE (self));
  const char *shown = lv_analysis_sides_key (sides, (guint) lv_analysis_sides_shown (sides));

  self->filling = TRUE;
  lv_analysis_sides_fill (self->from, sides, self->from_key);
  lv_analysis_sides_fill (self->to, sides, self->to_key != NULL ? self->to_key : shown);
  self->filling = FALSE;
}

static void
lv_bridge_page_sides_changed (LvAnalysisPage *page)
{
  fill ((LvBridgePage *) page);
}

static void
keep (LvBridgePage *self, GtkWidget *drop_down, char **key)
{
  LvAnalysisSides *sides = lv_analysis_page_sides (LV_ANALYSIS_PAGE (self));

  if (chosen (drop_down) >= lv_analysis_sides_n (sides))
    return;
  g_free (*key);
  *key = g_strdup (lv_analysis_sides_key (sides, chosen (drop_down)));
}

static void
side_cb (GtkWidget *drop_down, GParamSpec *spec, LvBridgePage *self)
{
  if (self->filling)
    return;
  keep (self, drop_down, drop_down == self->from ? &self->from_key : &self->to_key);
  lv_analysis_page_queue (LV_ANALYSIS_PAGE (self));
}

static void
swap_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvBridgePage *self = (LvBridgePage *) widget;
  guint from = chosen (self->from);
  guint to = chosen (self->to);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->from), to);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->to), from);
}

/* The bridge, and beside it what the two sides are. */
static void
save_book_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvBridgePage *self = (LvBridgePage *) widget;
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_analysis_table_free);
  LvSide sides[2];
  g_autoptr (LvBridge) bridge = make_bridge (self, &sides[0], &sides[1]);
  g_autoptr (LvCompare) compare = NULL;

  g_return_if_fail (bridge != NULL);
  compare = lv_compare_new (sides, G_N_ELEMENTS (sides));
  lv_compare_add (compare, bridge->node, NULL);
  lv_compare_add_heads (compare);
  g_ptr_array_add (tables, lv_analysis_bridge_table (bridge, &sides[0], &sides[1]));
  g_ptr_array_add (tables, lv_analysis_compare_table (compare));
  g_ptr_array_add (tables, lv_analysis_inputs_table (compare));
  lv_analysis_save_book (widget, lv_analysis_page_session (LV_ANALYSIS_PAGE (self)), bridge->title,
                         tables);
}

static void
lv_bridge_page_finalize (GObject *object)
{
  LvBridgePage *self = (LvBridgePage *) object;

  g_free (self->from_key);
  g_free (self->to_key);
  G_OBJECT_CLASS (lv_bridge_page_parent_class)->finalize (object);
}

static void
lv_bridge_page_class_init (LvBridgePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lv_bridge_page_finalize;
  LV_ANALYSIS_PAGE_CLASS (klass)->refresh = lv_bridge_page_refresh;
  LV_ANALYSIS_PAGE_CLASS (klass)->sides_changed = lv_bridge_page_sides_changed;
  gtk_widget_class_install_action (widget_class, "bridge.swap", NULL, swap_cb);
  gtk_widget_class_install_action (widget_class, "bridge.save-book", NULL, save_book_cb);
}

static void
lv_bridge_page_init (LvBridgePage *self)
{
  self->from = lv_analysis_sides_drop_down ();
  self->to = lv_analysis_sides_drop_down ();
  self->sentence = lv_analysis_sentence ();
  self->hint = lv_analysis_hint ();
  self->figure = lv_figure_panel_new ("forklar-aendringen");
  self->table = lv_table_view_new ();
  self->from_key = g_strdup (":");
}

static void
build (LvBridgePage *self)
{
  LvAnalysisPage *page = LV_ANALYSIS_PAGE (self);

  self->target = lv_target_picker_new (lv_analysis_page_session (page));
  lv_analysis_page_choose (page, lv_analysis_row (_ ("_From"), self->from));
  lv_analysis_page_choose (page, lv_analysis_row (_ ("_To"), self->to));
  lv_analysis_page_choose (page, lv_analysis_button (_ ("S_wap"), "bridge.swap"));
  lv_analysis_page_choose (page, self->target);
  lv_analysis_page_choose (page, lv_analysis_button (_ ("Save as _Workbook…"), "bridge.save-book"));
  lv_card_set_text (self->hint, _ ("The two have the same assumptions. Choose another scenario, or "
                                   "change an assumption in the window behind."));
  lv_analysis_page_show (page, self->sentence);
  lv_analysis_page_show (page, self->hint);
  lv_analysis_page_show (page, self->figure);
  lv_analysis_page_show (page, self->table);
}

/** Returns: (transfer floating): the page that explains a change */
GtkWidget *
lv_bridge_page_new (LvAnalysisSides *sides)
{
  LvBridgePage *self = g_object_new (LV_TYPE_BRIDGE_PAGE, NULL);

  lv_analysis_page_set_sides (LV_ANALYSIS_PAGE (self), sides);
  build (self);
  fill (self);
  g_signal_connect (self->from, "notify::selected", G_CALLBACK (side_cb), self);
  g_signal_connect (self->to, "notify::selected", G_CALLBACK (side_cb), self);
  g_signal_connect_swapped (self->target, "changed", G_CALLBACK (lv_analysis_page_queue), self);
  return GTK_WIDGET (self);
}
