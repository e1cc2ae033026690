/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-chart-table.h"

#include "lv-card-tools.h"

#include <string.h>

/* A number of the table. A label that cannot be selected takes no focus, and one that can keeps the
 * arrow keys to itself, so the label stands in a widget that has the focus for it. */
#define LV_TYPE_CHART_NUMBER (lv_chart_number_get_type ())
G_DECLARE_FINAL_TYPE (LvChartNumber, lv_chart_number, LV, CHART_NUMBER, GtkWidget)

struct _LvChartNumber
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (LvChartNumber, lv_chart_number, GTK_TYPE_WIDGET)

static void
lv_chart_number_dispose (GObject *object)
{
  LvChartNumber *self = LV_CHART_NUMBER (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (lv_chart_number_parent_class)->dispose (object);
}

static void
lv_chart_number_class_init (LvChartNumberClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_chart_number_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lvnumber");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CELL);
}

static void
lv_chart_number_init (LvChartNumber *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 1);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

struct _LvChartTable
{
  GtkWidget parent_instance;

  LvChartViewTell tell;
  gpointer tell_data;

  GtkWidget *scroller;
  GtkWidget *grid;
  LvFigure *figure; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (LvChartTable, lv_chart_table, GTK_TYPE_WIDGET)

static void
lv_chart_table_dispose (GObject *object)
{
  LvChartTable *self = LV_CHART_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->figure, lv_figure_unref);
  G_OBJECT_CLASS (lv_chart_table_parent_class)->dispose (object);
}

static void
lv_chart_table_class_init (LvChartTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_chart_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
lv_chart_table_init (LvChartTable *self)
{
  self->grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE,
                             "column-spacing", 12, "row-spacing", 4, "valign", GTK_ALIGN_START,
                             NULL);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * lv_chart_table_new:
 * @tell: says what is told about a number
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
lv_chart_table_new (LvChartViewTell tell, gpointer user_data)
{
  LvChartTable *self = g_object_new (LV_TYPE_CHART_TABLE, NULL);

  self->tell = tell;
  self->tell_data = user_data;
  return GTK_WIDGET (self);
}

/** Gives the table its accessible name. */
void
lv_chart_table_set_name (LvChartTable *self, const char *name)
{
  g_return_if_fail (LV_IS_CHART_TABLE (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A scenario's column has a second line in its heading that says so. */
static char *
dup_heading (const LvFigure *figure, int series)
{
  const LvFigureSeries *own = lv_figure_get_series (figure, series);

  if (own->role == LV_FIGURE_BASELINE && !lv_figure_has_scenario (figure))
    return g_strdup (own->label);
  return g_strdup_printf ("%s\n%s", own->label,
                          lv_figure_get_word (figure, own->role == LV_FIGURE_SCENARIO
                                                          ? LV_WORD_SCENARIO
                                                          : LV_WORD_BASELINE));
}

/* A tornado's row says between which values its assumption goes. */
static char *
dup_row_heading (const LvFigure *figure, int category)
{
  const LvFigureCategory *own = lv_figure_get_category (figure, category);

  if (lv_figure_get_kind (figure) != LV_FIGURE_TORNADO || own->detail == NULL)
    return g_strdup (own->label);
  return g_strdup_printf ("%s\n%s", own->label, own->detail);
}

static void
attach_head (LvChartTable *self, const char *text, int column, int row)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                   row == 0 ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                                            : GTK_ACCESSIBLE_ROLE_ROW_HEADER,
                                   "label", text, "wrap", TRUE, "max-width-chars", 18, "xalign",
                                   column == 0 ? 0.0 : 1.0, "valign", GTK_ALIGN_END, NULL);

  gtk_label_set_justify (GTK_LABEL (label),
                         column == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, row == 0 ? "caption-heading" : "caption");
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
}

static void
attach_number (LvChartTable *self, int series, int category)
{
  gtk_grid_attach (GTK_GRID (self->grid), g_object_new (LV_TYPE_CHART_NUMBER, NULL), series + 1,
                   category + 1, 1, 1);
}

/* Whether the figure has the rows and columns that the grid has. */
static gboolean
is_same_shape (const LvFigure *a, const LvFigure *b)
{
  if (a == NULL || lv_figure_n_series (a) != lv_figure_n_series (b)
      || lv_figure_n_categories (a) != lv_figure_n_categories (b))
    return FALSE;
  for (int s = 0; s < lv_figure_n_series (a); s++)
    {
      const LvFigureSeries *left = lv_figure_get_series (a, s);
      const LvFigureSeries *right = lv_figure_get_series (b, s);

      if (left->role != right->role || strcmp (left->label, right->label) != 0)
        return FALSE;
    }
  for (int c = 0; c < lv_figure_n_categories (a); c++)
    {
      g_autofree char *left = lv_figure_dup_row_label (a, c);
      g_autofree char *right = lv_figure_dup_row_label (b, c);

      if (strcmp (left, right) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
rebuild (LvChartTable *self, const LvFigure *figure)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (int s = 0; s < lv_figure_n_series (figure); s++)
    {
      g_autofree char *heading = dup_heading (figure, s);

      attach_head (self, heading, s + 1, 0);
    }
  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    {
      g_autofree char *head = lv_figure_get_kind (figure) == LV_FIGURE_TIMELINE
                                  ? lv_figure_dup_row_label (figure, c)
                                  : dup_row_heading (figure, c);

      attach_head (self, head, 0, c + 1);
      for (int s = 0; s < lv_figure_n_series (figure); s++)
        attach_number (self, s, c);
    }
}

static void
fill (LvChartTable *self, int series, int category)
{
  GtkWidget *number = gtk_grid_get_child_at (GTK_GRID (self->grid), series + 1, category + 1);
  g_autofree char *text = lv_figure_dup_value_text (self->figure, series, category);
  g_autofree char *told = self->tell (series, category, self->tell_data);

  gtk_label_set_label (GTK_LABEL (LV_CHART_NUMBER (number)->label), text);
  lv_card_set_tooltip (number, told);
  gtk_widget_set_focusable (number, told != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  told != NULL ? told : text, -1);
}

/** Shows the numbers of @figure. */
void
lv_chart_table_set_figure (LvChartTable *self, LvFigure *figure)
{
  gboolean same;

  g_return_if_fail (LV_IS_CHART_TABLE (self) && figure != NULL);
  same = is_same_shape (self->figure, figure);
  lv_figure_ref (figure);
  g_clear_pointer (&self->figure, lv_figure_unref);
  self->figure = figure;
  if (!same)
    rebuild (self, figure);
  for (int s = 0; s < lv_figure_n_series (figure); s++)
    for (int c = 0; c < lv_figure_n_categories (figure); c++)
      fill (self, s, c);
}

static gboolean
grab (LvChartTable *self, int series, int category)
{
  GtkWidget *number = gtk_grid_get_child_at (GTK_GRID (self->grid), series + 1, category + 1);

  return number != NULL && series >= 0 && category >= 0 && gtk_widget_get_focusable (number)
         && gtk_widget_grab_focus (number);
}

/** Moves the keyboard's focus to a number, or to the first one where there is none. */
gboolean
lv_chart_table_grab_cell (LvChartTable *self, int series, int category)
{
  g_return_val_if_fail (LV_IS_CHART_TABLE (self), FALSE);
  if (self->figure == NULL)
    return FALSE;
  if (grab (self, series, category))
    return TRUE;
  for (int c = 0; c < lv_figure_n_categories (self->figure); c++)
    for (int s = 0; s < lv_figure_n_series (self->figure); s++)
      if (grab (self, s, c))
        return TRUE;
  return FALSE;
}

/** Returns: whether a number has the keyboard's focus, and which */
gboolean
lv_chart_table_get_cell (LvChartTable *self, int *series, int *category)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || gtk_widget_get_parent (focus) != self->grid)
    return FALSE;
  gtk_grid_query_child (GTK_GRID (self->grid), focus, series, category, NULL, NULL);
  *series -= 1;
  *category -= 1;
  return TRUE;
}
