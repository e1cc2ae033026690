/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hvad betyder mest?: what the target moves when each assumption goes to its low and to its high estimate. */
#include "lv-analysis-page.h"

#include "lv-analysis-table.h"
#include "lv-card-tools.h"
#include "lv-chart-analysis.h"
#include "lv-figure-panel.h"
#include "lv-table-view.h"
#include "lv-target-picker.h"
#include "lv-tornado-estimates.h"

#include <glib/gi18n.h>

#define LV_TYPE_TORNADO_PAGE (lv_tornado_page_get_type ())
G_DECLARE_FINAL_TYPE (LvTornadoPage, lv_tornado_page, LV, TORNADO_PAGE, LvAnalysisPage)

struct _LvTornadoPage
{
  LvAnalysisPage parent_instance;

  GtkWidget *target;
  GtkWidget *assumptions;
  GtkWidget *levers;
  GtkWidget *sentence;
  GtkWidget *figure;
  GtkWidget *table;
  GtkWidget *examples;
  GtkWidget *lacking;
  GtkWidget *estimates;
  GtkWidget *still_title;
  GtkWidget *still;
};

G_DEFINE_FINAL_TYPE (LvTornadoPage, lv_tornado_page, LV_TYPE_ANALYSIS_PAGE)

/* How far a calculation example goes. */
#define EXAMPLE_PERCENT 10

static void
show_names (GtkWidget *label, GtkWidget *title, const GPtrArray *nodes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            lv_node_title (g_ptr_array_index (nodes, i)));
  lv_card_set_text (label, text->str);
  gtk_widget_set_visible (label, nodes->len > 0);
  gtk_widget_set_visible (title, nodes->len > 0);
  g_string_free (text, TRUE);
}

static void
lv_tornado_page_refresh (LvAnalysisPage *page)
{
  LvTornadoPage *self = (LvTornadoPage *) page;
  LvSession *session = lv_analysis_page_session (page);
  const LvState *state = lv_session_state (session);
  g_autoptr (LvTornado) tornado = NULL;
  g_autofree char *lacking = NULL;
  g_autofree char *sentence = NULL;
  const LvNode *node;
  gsize cell;

  if (!lv_target_picker_get (LV_TARGET_PICKER (self->target), &node, &cell))
    return;
  tornado = lv_tornado_new_with_examples (
      state, node, cell, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->assumptions)),
      gtk_check_button_get_active (GTK_CHECK_BUTTON (self->levers)),
      gtk_check_button_get_active (GTK_CHECK_BUTTON (self->examples)) ? EXAMPLE_PERCENT : 0);
  sentence = lv_chart_tornado_title (tornado, state);
  lacking = lv_tornado_lacking_text (tornado, lv_session_pack (session));
  lv_card_set_text (self->sentence, sentence);
  /* The picture says the sentence as its title. */
  gtk_widget_set_visible (self->sentence, tornado->rows->len == 0);
  gtk_widget_set_visible (self->figure, tornado->rows->len > 0);
  gtk_widget_set_visible (self->table, tornado->rows->len > 0);
  lv_figure_panel_take (LV_FIGURE_PANEL (self->figure), lv_chart_tornado_figure (tornado, state));
  lv_table_view_take (LV_TABLE_VIEW (self->table), lv_analysis_tornado_table (tornado, state));
  lv_card_set_text (self->lacking, lacking);
  gtk_widget_set_visible (self->lacking, tornado->lacking->len > 0);
  lv_tornado_estimates_show (LV_TORNADO_ESTIMATES (self->estimates), tornado);
  show_names (self->still, self->still_title, tornado->still);
}

static void
lv_tornado_page_class_init (LvTornadoPageClass *klass)
{
  LV_ANALYSIS_PAGE_CLASS (klass)->refresh = lv_tornado_page_refresh;
}

static void
lv_tornado_page_init (LvTornadoPage *self)
{
  self->assumptions = lv_analysis_check (_ ("_Assumptions"));
  self->levers = lv_analysis_check (_ ("_Levers"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->assumptions), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->levers), TRUE);
  self->sentence = lv_analysis_sentence ();
  self->figure = lv_figure_panel_new ("hvad-betyder-mest");
  self->table = lv_table_view_new ();
  self->examples = lv_analysis_check (_ ("_Calculation example: ±10 percent of the standard value"));
  self->lacking = lv_card_label ("", NULL);
  self->still_title = lv_analysis_heading (_ ("Do not move the number"));
  self->still = lv_card_label ("", NULL);
}

/** Returns: (transfer floating): the page that says what means most */
GtkWidget *
lv_tornado_page_new (LvAnalysisSides *sides)
{
  LvTornadoPage *self = g_object_new (LV_TYPE_TORNADO_PAGE, NULL);
  LvAnalysisPage *page = LV_ANALYSIS_PAGE (self);

  lv_analysis_page_set_sides (page, sides);
  self->target = lv_target_picker_new (lv_analysis_page_session (page));
  lv_analysis_page_choose (page, self->target);
  lv_analysis_page_choose (page, lv_analysis_heading (_ ("What is turned")));
  lv_analysis_page_choose (page, self->assumptions);
  lv_analysis_page_choose (page, self->levers);
  lv_analysis_page_choose (page, lv_analysis_heading (_ ("Where nobody has judged low and high")));
  lv_analysis_page_choose (page, self->examples);
  lv_analysis_page_choose (page, lv_card_label (_ ("An example is nobody's judgement. It says what a change of the "
                                                   "same size would mean, not how likely it is."),
                                                "caption"));
  lv_analysis_page_show (page, self->sentence);
  lv_analysis_page_show (page, self->figure);
  lv_analysis_page_show (page, self->table);
  lv_analysis_page_show (page, self->still_title);
  lv_analysis_page_show (page, self->still);
  lv_analysis_page_show (page, lv_analysis_heading (_ ("Low and high")));
  lv_analysis_page_show (page, self->lacking);
  self->estimates = lv_tornado_estimates_new (lv_analysis_page_session (page));
  lv_analysis_page_show (page, self->estimates);
  g_signal_connect_swapped (self->target, "changed", G_CALLBACK (lv_analysis_page_queue), self);
  g_signal_connect_swapped (self->assumptions, "toggled", G_CALLBACK (lv_analysis_page_queue), self);
  g_signal_connect_swapped (self->examples, "toggled", G_CALLBACK (lv_analysis_page_queue), self);
  g_signal_connect_swapped (self->levers, "toggled", G_CALLBACK (lv_analysis_page_queue), self);
  return GTK_WIDGET (self);
}
