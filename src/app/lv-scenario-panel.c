/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-scenario-panel.h"

#include "lv-change-row.h"
#include "lv-drop-down.h"
#include "lv-number-view.h"
#include "lv-number.h"
#include "lv-scenario-menu.h"
#include "lv-text.h"
#include "lv-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The budget year and its overslagsår. */
#define YEARS 4

/* A longer name of a scenario is shortened: the panel stays as narrow as it is. */
#define SCENARIO_CHARS 22

/* More changes than these are shown on demand: the page is behind them on the way of Tab. */
#define FEW_CHANGES 12

struct _LvScenarioPanel
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *scroller;
  GtkDropDown *scenarios;
  GtkLabel *summary;
  GtkDropDown *years;
  GtkLabel *headline;
  GtkGrid *gap_grid;
  GtkLabel *adjustment_title;
  GtkGrid *adjustment_grid;
  GtkLabel *caution;
  GtkLabel *beside;
  GtkListBox *changes;
  GtkToggleButton *all;

  GtkMenuButton *menu;
  GtkLabel *parts;

  LvSession *session; /* (owned) */
  GPtrArray *shown;   /* (owned) (nullable): LvSessionScenario, as the drop-down lists them */
  gboolean updating;  /* what the drop-downs say now comes from the session */
};

G_DEFINE_FINAL_TYPE (LvScenarioPanel, lv_scenario_panel, GTK_TYPE_WIDGET)

/* The gap's years, or NULL when the pack names no gap along years. */
static const LvAxis *
gap_years (LvScenarioPanel *self)
{
  const LvNode *gap = lv_session_head_node (self->session, "gap");
  const LvShape *shape = gap != NULL ? lv_node_shape (gap) : NULL;

  return shape != NULL && shape->n == 1 ? shape->axis[0] : NULL;
}

static int
budget_year (LvScenarioPanel *self)
{
  const LvNode *node = lv_session_head_node (self->session, "budget-year");
  double year = node != NULL ? lv_state_number (lv_session_state (self->session), node, 0) : NAN;

  return isnan (year) ? 0 : (int) year;
}

/* Returns: (transfer none): the view of the row's number */
static GtkWidget *
set_row (GtkGrid *grid, int row, const char *name, const char *value, const char *base)
{
  GtkWidget *left = gtk_grid_get_child_at (grid, 0, row);
  GtkWidget *right = gtk_grid_get_child_at (grid, 1, row);
  g_autofree char *both = base != NULL ? g_strdup_printf ("%s\n%s", value, base) : g_strdup (value);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, both);

  if (left == NULL)
    {
      GtkWidget *label;

      left = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE, "hexpand", TRUE,
                           NULL);
      label = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, "justify", GTK_JUSTIFY_RIGHT, NULL);
      gtk_widget_add_css_class (label, "numeric");
      right = lv_number_view_new (label, GTK_ACCESSIBLE_ROLE_CELL);
      gtk_grid_attach (grid, left, 0, row, 1, 1);
      gtk_grid_attach (grid, right, 1, row, 1, 1);
    }
  gtk_widget_set_visible (left, name[0] != '\0');
  gtk_widget_set_visible (right, name[0] != '\0');
  gtk_label_set_label (GTK_LABEL (left), name);
  gtk_label_set_label (GTK_LABEL (lv_number_view_child (LV_NUMBER_VIEW (right))), both);
  gtk_accessible_update_property (GTK_ACCESSIBLE (right), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return right;
}

static char *
amount (LvScenarioPanel *self, const LvState *state, const LvNode *node, gsize cell)
{
  return lv_text_amount (lv_session_pack (self->session), node, lv_state_get (state, node, cell));
}

/* Where the name says the unit already ("pct. af udgifterne"), the number does not repeat it. */
static char *
amount_under (LvScenarioPanel *self, const LvState *state, const char *name, const LvNode *node,
              gsize cell)
{
  const char *unit = lv_node_unit (node)->title;
  LvValue value = lv_state_get (state, node, cell);

  if (unit[0] != '\0' && g_str_has_prefix (name, unit) && !isnan (value.number))
    return lv_text_number (node, value.number);
  return lv_text_amount (lv_session_pack (self->session), node, value);
}

/* A row with the scenario's value, and the grundprognose's beneath it where they differ as shown. */
static void
set_node_row (LvScenarioPanel *self, GtkGrid *grid, int row, const char *name, const LvNode *node,
              gsize cell)
{
  g_autofree char *value = amount_under (self, lv_session_state (self->session), name, node, cell);
  g_autofree char *base = amount_under (self, lv_session_base (self->session), name, node, cell);
  g_autofree char *line = NULL;

  if (g_strcmp0 (value, base) != 0)
    line = g_strdup_printf (_ ("baseline %s"), base);
  lv_number_view_set (LV_NUMBER_VIEW (set_row (grid, row, name, value, line)), self->session, node,
                      cell);
}

/* Where the line is too narrow it breaks before the amount, never between a number and its unit. */
static void
keep_together (GtkLabel *label, const char *text, const char *amount)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);
  const char *at = strstr (text, amount);

  whole->start_index = at != NULL ? (guint) (at - text) : 0;
  whole->end_index = at != NULL ? whole->start_index + (guint) strlen (amount) : 0;
  pango_attr_list_insert (attributes, whole);
  gtk_label_set_attributes (label, attributes);
}

static void
update_headline (LvScenarioPanel *self, const LvNode *gap, const LvAxis *years, int year)
{
  LvValue value = lv_state_get (lv_session_state (self->session), gap, (gsize) year);
  g_autofree char *number = lv_text_amount (lv_session_pack (self->session), gap, value);
  g_autofree char *text = NULL;
  const char *title = lv_axis_member (years, (guint) year)->title;

  if (!isnan (value.number) && lv_text_is_zero (gap, value.number))
    text = g_strdup_printf (_ ("%s: the budget holds"), title);
  else if (value.number < 0)
    text = g_strdup_printf (_ ("Surplus in %s: %s"), title, number);
  else
    text = g_strdup_printf (_ ("Remaining gap in %s: %s"), title, number);
  gtk_label_set_label (self->headline, text);
  keep_together (self->headline, text, number);
}

static void
update_gap (LvScenarioPanel *self)
{
  const LvNode *gap = lv_session_head_node (self->session, "gap");
  const LvNode *total = lv_session_head_node (self->session, "gap-total");
  const LvAxis *years = gap_years (self);
  int year = budget_year (self);
  int row = 0;

  if (years == NULL)
    return;
  update_headline (self, gap, years, year);
  for (int i = 0; i < YEARS; i++)
    {
      guint at = (guint) (year + i);
      g_autofree char *name = NULL;

      if (at >= lv_axis_length (years) || !lv_node_present (lv_session_model (self->session), gap, at))
        continue;
      name = g_strdup_printf (i == 0 ? _ ("budget year %s") : _ ("estimate year %s"),
                              lv_axis_member (years, at)->title);
      set_node_row (self, self->gap_grid, row++, name, gap, at);
    }
  if (total != NULL)
    set_node_row (self, self->gap_grid, row++, lv_node_title (total), total, 0);
  for (; row <= YEARS; row++)
    set_row (self->gap_grid, row, "", "", NULL);
}

static gboolean
same_year (const LvShape *shape, const LvAxis *years, gsize cell, int year)
{
  int position = lv_shape_find (shape, years);

  return position < 0 || (int) lv_shape_coordinate (shape, cell, (guint) position) == year;
}

static void
update_adjustment (LvScenarioPanel *self)
{
  const LvNode *node = lv_session_head_node (self->session, "adjustment");
  const LvAxis *years = gap_years (self);
  const LvShape *shape = node != NULL ? lv_node_shape (node) : NULL;
  g_autofree char *title = NULL;
  int year = budget_year (self);
  int row = 0;

  if (node == NULL || years == NULL)
    return;
  title = g_strdup_printf (_ ("%s in %s"), lv_node_title (node),
                           lv_axis_member (years, (guint) year)->title);
  gtk_label_set_label (self->adjustment_title, title);
  for (gsize cell = 0; cell < lv_shape_cells (shape); cell++)
    if (same_year (shape, years, cell, year)
        && lv_node_present (lv_session_model (self->session), node, cell))
      {
        LvShape other = *shape;
        gsize at = cell / lv_shape_stride (shape, 0) % lv_axis_length (shape->axis[0]);

        lv_shape_remove (&other, years);
        set_node_row (self, self->adjustment_grid, row++,
                      other.n > 0 ? lv_axis_member (shape->axis[0], (guint) at)->title
                                  : lv_node_title (node),
                      node, cell);
      }
}

static void
update_caution (LvScenarioPanel *self)
{
  const LvNode *node = lv_session_head_node (self->session, "adjustment");
  const LvItem *item = node != NULL ? lv_node_item (node) : NULL;
  const char *note = item != NULL ? lv_item_get (item, "note") : NULL;
  const LvItem *words
      = note != NULL ? lv_pack_find_kind (lv_session_pack (self->session), LV_KIND_WORDS, note) : NULL;
  g_autofree char *text = words != NULL ? lv_words_fill (words, lv_session_state (self->session),
                                                         lv_session_base (self->session))
                                        : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->caution), text != NULL);
  gtk_label_set_label (self->caution, text != NULL ? text : "");
}

/* What stands beside the gap and is never added to it: [pack] beside=, one line each. */
static void
update_beside (LvScenarioPanel *self)
{
  const char *list = lv_pack_head (lv_session_pack (self->session), "beside");
  g_auto (GStrv) ids = g_strsplit (list != NULL ? list : "", ";", -1);
  const LvAxis *years = gap_years (self);
  gsize year = (gsize) budget_year (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL && years != NULL; i++)
    {
      const LvNode *node = lv_model_find (lv_session_model (self->session), g_strstrip (ids[i]));
      g_autofree char *value = NULL;

      if (node == NULL)
        continue;
      value = amount (self, lv_session_state (self->session), node,
                      lv_node_shape (node)->n > 0 ? year : 0);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("%s in %s: %s – stands beside and is not part of the remaining gap"),
                              lv_node_title (node), lv_axis_member (years, (guint) year)->title, value);
    }
  gtk_label_set_label (self->beside, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->beside), text->len > 0);
}

static void
reset_cb (LvChangeRow *row, LvScenarioPanel *self)
{
  const LvSessionChange *change = lv_change_row_get (row);

  lv_session_reset (self->session, change->node, change->cell);
}

static void
reason_cb (LvChangeRow *row, const char *reason, LvScenarioPanel *self)
{
  const LvSessionChange *change = lv_change_row_get (row);

  lv_session_set_reason (self->session, change->node, change->cell, reason);
}

static GtkListBoxRow *
change_row (LvScenarioPanel *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->changes, (int) index);

  if (row != NULL)
    return row;
  row = GTK_LIST_BOX_ROW (lv_change_row_new ());
  g_signal_connect_object (row, "reset", G_CALLBACK (reset_cb), self, 0);
  g_signal_connect_object (row, "reason", G_CALLBACK (reason_cb), self, 0);
  gtk_list_box_append (self->changes, GTK_WIDGET (row));
  return row;
}

/* A difference with its sign and unit, "+12,5 mio. kr."; zero has no sign. */
static char *
signed_text (const LvNode *node, double number)
{
  const LvUnit *unit = lv_node_unit (node);
  int decimals = MAX (unit->decimals, 0);
  double shown = pow (10, decimals);
  g_autofree char *text = NULL;

  /* One decimal more where a whole unit would hide what is asked about. */
  if (fabs (number * shown - lv_number_round (number * shown)) > 0.04)
    decimals++;
  text = lv_number_format_da (number, decimals);
  return g_strdup_printf ("%s%s%s%s", number > 0 && strspn (text, "0,") != strlen (text) ? "+" : "",
                          text, unit->plural[0] != '\0' ? " " : "", unit->plural);
}

/* What a change does to the gap of @year when it is the only one. */
static char *
alone_text (const LvNode *gap, const char *year, double number)
{
  double least = pow (10, -MAX (lv_node_unit (gap)->decimals, 0) - 1);
  g_autofree char *text = signed_text (gap, fabs (number) < least ? least : number);

  if (fabs (number) < 1e-9)
    return g_strdup_printf (_ ("no effect in %s alone"), year);
  return fabs (number) < least ? g_strdup_printf (_ ("alone less than %s"), text + (text[0] == '+'))
                               : g_strdup_printf (_ ("alone %s"), text);
}

static void
show_change (LvScenarioPanel *self, guint index, const LvSessionPart *part, const LvNode *gap)
{
  LvChangeRow *row = LV_CHANGE_ROW (change_row (self, index));
  const char *year = gap != NULL ? lv_axis_member (gap_years (self), (guint) budget_year (self))->title : NULL;
  g_autofree char *by = NULL;
  g_autofree char *reason
      = lv_session_reason (self->session, part->change.node, part->change.cell, &by);
  g_autofree char *effect
      = gap != NULL && !isnan (part->alone) ? alone_text (gap, year, part->alone) : NULL;

  lv_change_row_set (row, lv_session_pack (self->session), &part->change);
  lv_change_row_set_notes (row, effect, reason, by);
}

/* Parts + interaction = all together, for the gap of the chosen year. */
static void
show_parts (LvScenarioPanel *self, const GArray *parts, const LvNode *gap, double together)
{
  g_autofree char *all = NULL;
  g_autofree char *alone = NULL;
  g_autofree char *meeting = NULL;
  g_autofree char *text = NULL;
  double sum = 0;

  for (guint i = 0; i < parts->len; i++)
    sum += g_array_index (parts, LvSessionPart, i).alone;
  gtk_widget_set_visible (GTK_WIDGET (self->parts), parts->len > 1 && gap != NULL && !isnan (sum));
  if (parts->len < 2 || gap == NULL || isnan (sum))
    return;
  alone = signed_text (gap, sum);
  meeting = signed_text (gap, together - sum);
  all = signed_text (gap, together);
  text = g_strdup_printf (_ ("One by one %s, interaction %s, together %s"), alone, meeting, all);
  gtk_label_set_label (self->parts, text);
}

static gboolean
is_choice (const LvSessionPart *part)
{
  return lv_node_is_lever (part->change.node) || lv_node_measure (part->change.node) != NULL;
}

/* Choices before assumptions, as most of what a long list has is how a scenario sees the world. */
static GArray *
choices_first (const GArray *parts)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (LvSessionPart), parts->len);

  for (int choice = 1; choice >= 0; choice--)
    for (guint i = 0; i < parts->len; i++)
      {
        const LvSessionPart *part = &g_array_index (parts, LvSessionPart, i);

        if (is_choice (part) == choice)
          g_array_append_val (sorted, *part);
      }
  return sorted;
}

/* Returns: how many of them are shown */
static guint
show_changes (LvScenarioPanel *self, const GArray *parts, const LvNode *gap)
{
  gboolean many = parts->len > FEW_CHANGES;
  g_autoptr (GArray) sorted = choices_first (parts);
  guint shown = many && !gtk_toggle_button_get_active (self->all) ? FEW_CHANGES : parts->len;
  g_autofree char *text
      = g_strdup_printf (ngettext ("Show all %u change", "Show all %u changes", parts->len), parts->len);

  for (guint i = 0; i < shown; i++)
    show_change (self, i, &g_array_index (many ? sorted : parts, LvSessionPart, i), gap);
  gtk_widget_set_visible (GTK_WIDGET (self->all), many);
  gtk_button_set_label (GTK_BUTTON (self->all), text);
  return shown;
}

static void
update_changes (LvScenarioPanel *self)
{
  const LvNode *gap = lv_session_head_node (self->session, "gap");
  g_autoptr (GArray) parts = NULL;
  g_autofree char *text = NULL;
  GtkListBoxRow *row;
  guint shown;
  double together = NAN;

  if (gap_years (self) == NULL)
    gap = NULL;
  parts = lv_session_effects (self->session, gap, gap != NULL ? (gsize) budget_year (self) : 0,
                              &together);
  shown = show_changes (self, parts, gap);
  while ((row = gtk_list_box_get_row_at_index (self->changes, (int) shown)) != NULL)
    gtk_list_box_remove (self->changes, GTK_WIDGET (row));
  show_parts (self, parts, gap, together);
  text = parts->len == 0
             ? g_strdup (_ ("As in the baseline"))
             : g_strdup_printf (ngettext ("%u change compared with the baseline",
                                          "%u changes compared with the baseline", parts->len),
                                parts->len);
  gtk_label_set_label (self->summary, text);
}

static guint
year_index (LvScenarioPanel *self, int year)
{
  const LvNode *gap = lv_session_head_node (self->session, "gap");
  guint index = 0;

  for (int i = 0; i < year; i++)
    index += lv_node_present (lv_session_model (self->session), gap, (gsize) i);
  return index;
}

/* A scenario that may not be edited says so beside its name. */
static char *
scenario_name (const LvSessionScenario *scenario)
{
  if (strcmp (scenario->state, "fremlagt") == 0)
    return g_strdup_printf (_ ("%s (presented)"), scenario->title);
  if (strcmp (scenario->state, "laast") == 0)
    return g_strdup_printf (_ ("%s (locked)"), scenario->title);
  return g_strdup (scenario->title);
}

static gboolean
same_names (GListModel *model, GtkStringList *names)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));

  if (model == NULL || g_list_model_get_n_items (model) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                gtk_string_list_get_string (names, i))
        != 0)
      return FALSE;
  return TRUE;
}

/* The grundprognose, the pack's scenarios, the user's own. */
static void
update_scenarios (LvScenarioPanel *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *shown = lv_session_shown (self->session);
  guint selected = 0;

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = lv_session_scenarios (self->session);
  gtk_string_list_append (names, _ ("Baseline"));
  for (guint i = 0; i < self->shown->len; i++)
    {
      const LvSessionScenario *scenario = g_ptr_array_index (self->shown, i);
      g_autofree char *name = scenario_name (scenario);

      gtk_string_list_append (names, name);
      if (g_strcmp0 (scenario->id, shown) == 0)
        selected = i + 1;
    }
  if (!same_names (gtk_drop_down_get_model (self->scenarios), names))
    gtk_drop_down_set_model (self->scenarios, G_LIST_MODEL (names));
  if (gtk_drop_down_get_selected (self->scenarios) != selected)
    gtk_drop_down_set_selected (self->scenarios, selected);
}

static void
update (LvScenarioPanel *self)
{
  self->updating = TRUE;
  update_scenarios (self);
  if (gap_years (self) != NULL)
    gtk_drop_down_set_selected (self->years, year_index (self, budget_year (self)));
  update_gap (self);
  update_adjustment (self);
  update_caution (self);
  update_beside (self);
  update_changes (self);
  self->updating = FALSE;
}

static void
year_selected_cb (LvScenarioPanel *self)
{
  const LvNode *node = lv_session_head_node (self->session, "budget-year");
  const LvNode *gap = lv_session_head_node (self->session, "gap");
  const LvAxis *years = gap_years (self);
  guint wanted = gtk_drop_down_get_selected (self->years);

  if (self->updating || node == NULL || years == NULL)
    return;
  for (guint i = 0; i < lv_axis_length (years); i++)
    if (lv_node_present (lv_session_model (self->session), gap, i) && wanted-- == 0)
      {
        lv_session_set (self->session, node, 0, i);
        return;
      }
}

static void
scenario_selected_cb (LvScenarioPanel *self)
{
  guint selected = gtk_drop_down_get_selected (self->scenarios);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  const LvSessionScenario *scenario
      = selected > 0 && selected <= self->shown->len ? g_ptr_array_index (self->shown, selected - 1)
                                                     : NULL;

  if (!self->updating && selected != GTK_INVALID_LIST_POSITION)
    lv_session_show (self->session, scenario != NULL ? scenario->id : NULL, problems);
}

static void
fill_years (LvScenarioPanel *self)
{
  const LvNode *gap = lv_session_head_node (self->session, "gap");
  const LvAxis *years = gap_years (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; years != NULL && i < lv_axis_length (years); i++)
    if (lv_node_present (lv_session_model (self->session), gap, i))
      gtk_string_list_append (names, lv_axis_member (years, i)->title);
  gtk_drop_down_set_model (self->years, G_LIST_MODEL (names));
}

static void
lv_scenario_panel_dispose (GObject *object)
{
  LvScenarioPanel *self = LV_SCENARIO_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LV_TYPE_SCENARIO_PANEL);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_scenario_panel_parent_class)->dispose (object);
}

static void
lv_scenario_panel_class_init (LvScenarioPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_scenario_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/ligevaegt/Ligevaegt/lv-scenario-panel.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, scenarios);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, summary);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, years);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, headline);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, gap_grid);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, adjustment_title);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, adjustment_grid);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, caution);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, beside);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, changes);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, all);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, menu);
  gtk_widget_class_bind_template_child (widget_class, LvScenarioPanel, parts);
}

/* In GTK 4.8 the focus stands on the button inside a drop-down, which has no name of its own. */
static void
name_inner_button (GtkDropDown *drop_down, const char *name)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
lv_scenario_panel_init (LvScenarioPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lv_drop_down_shorten (self->scenarios, SCENARIO_CHARS);
  name_inner_button (self->years, _ ("Budget year"));
  name_inner_button (self->scenarios, _ ("Scenario"));
  gtk_widget_set_size_request (GTK_WIDGET (self), 270, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

static void
rebuilt_cb (LvScenarioPanel *self)
{
  self->updating = TRUE;
  fill_years (self);
  self->updating = FALSE;
}

/**
 * lv_scenario_panel_set_session:
 * @session: what to show; once
 */
void
lv_scenario_panel_set_session (LvScenarioPanel *self, LvSession *session)
{
  g_return_if_fail (LV_IS_SCENARIO_PANEL (self) && self->session == NULL);
  self->session = g_object_ref (session);
  lv_scenario_menu_attach (self->menu, session);
  self->updating = TRUE;
  fill_years (self);
  self->updating = FALSE;
  g_signal_connect_object (self->years, "notify::selected", G_CALLBACK (year_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scenarios, "notify::selected", G_CALLBACK (scenario_selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all, "toggled", G_CALLBACK (update_changes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "rebuilt", G_CALLBACK (rebuilt_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
