/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-chart-panel-private.h"

#include "lv-action-plan.h"
#include "lv-chart-save.h"
#include "lv-chart-table.h"
#include "lv-chart-view.h"
#include "lv-explain-popover.h"
#include "lv-line-layout.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (LvChartPanel, lv_chart_panel, GTK_TYPE_WIDGET)

/* Where a box leads is told with it. */
static char *
add_card (LvChartPanel *self, int category, char *told)
{
  const char *id = lv_figure_get_category (self->figure, category)->card;
  const LvItem *card = id != NULL ? lv_pack_find_kind (lv_session_pack (self->session), LV_KIND_CARD,
                                                       id)
                                  : NULL;
  g_autofree char *own = told;
  g_autofree char *opens = NULL;

  if (card == NULL || own == NULL)
    return g_steal_pointer (&own);
  opens = g_strdup_printf (_ ("A click or Enter opens “%s”."), card->title);
  return g_strdup_printf ("%s\n%s", own, opens);
}

static char *
tell_cb (int series, int category, gpointer user_data)
{
  LvChartPanel *self = user_data;

  if (self->figure == NULL || category < 0)
    return NULL;
  return add_card (self, category,
                   lv_chart_tell (self->chart, self->figure, series, category,
                                  lv_session_state (self->session),
                                  lv_session_base (self->session)));
}

/* The reader's day, as the session was told; the charts themselves never ask for it. */
static void
set_today (LvChartPanel *self)
{
  GDate today;

  if (lv_session_get_today (self->session, &today))
    lv_chart_set_today (self->chart, &today);
}

/** Returns: (transfer full): the figure as it is exported, with its title and its notes */
LvFigure *
lv_chart_panel_make_export (LvChartPanel *self)
{
  return lv_chart_make_figure (self->chart, lv_session_state (self->session),
                               lv_session_base (self->session), NULL);
}

/* Picture and table */

static gboolean
shows_table (LvChartPanel *self)
{
  return gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->table;
}

/** Returns: whether a number has the focus mark, in the picture or in the table, and which */
gboolean
lv_chart_panel_get_number (LvChartPanel *self, int *series, int *category)
{
  if (shows_table (self))
    return lv_chart_table_get_cell (LV_CHART_TABLE (self->table), series, category);
  lv_chart_view_get_focus (LV_CHART_VIEW (self->view), series, category);
  return *series >= 0;
}

/** Returns: whether the numbers are shown as a table */
gboolean
lv_chart_panel_shows_table (LvChartPanel *self)
{
  g_return_val_if_fail (LV_IS_CHART_PANEL (self), FALSE);
  return gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->table;
}

/** Shows the table or the picture. The focus goes with the user, and to the same number. */
void
lv_chart_panel_show_table (LvChartPanel *self, gboolean table)
{
  GtkRoot *root = gtk_widget_get_root (self->stack);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->stack);
  int series = -1;
  int category = -1;

  if (!lv_chart_panel_get_number (self, &series, &category))
    series = -1;
  if (table)
    lv_chart_table_set_figure (LV_CHART_TABLE (self->table), self->figure);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), table ? self->table : self->view);
  if (!table && series >= 0)
    lv_chart_view_set_focus (LV_CHART_VIEW (self->view), series, category);
  if (had_focus && table)
    lv_chart_table_grab_cell (LV_CHART_TABLE (self->table), series, category);
  else if (had_focus)
    gtk_widget_grab_focus (self->view);
}

/* Pulling */

static gboolean
can_move_cb (int series, int category, gpointer user_data)
{
  LvChartPanel *self = user_data;

  return lv_chart_handle_moves (self->handle, self->figure, series, category);
}

static void
show_told (LvChartPanel *self)
{
  g_autofree char *told = self->handle != NULL ? lv_chart_handle_tell (self->handle) : NULL;

  gtk_label_set_label (GTK_LABEL (self->told),
                       told != NULL
                           ? told
                           : _ ("Pull a mark with a ring, or press + and − at it. Escape puts it back."));
}

static gboolean
begin_cb (int series, int category, gpointer user_data)
{
  LvChartPanel *self = user_data;

  if (!lv_chart_handle_begin (self->handle, self->figure, series, category))
    return FALSE;
  show_told (self);
  return TRUE;
}

static void
pull_cb (double by, gpointer user_data)
{
  LvChartPanel *self = user_data;

  lv_chart_handle_pull (self->handle, by);
  show_told (self);
}

static void
step_cb (int steps, gpointer user_data)
{
  LvChartPanel *self = user_data;

  lv_chart_handle_step (self->handle, steps);
  show_told (self);
}

static void
end_cb (gboolean keep, gpointer user_data)
{
  LvChartPanel *self = user_data;

  lv_chart_handle_end (self->handle, keep);
  show_told (self);
}

static const LvChartViewPull pull = { can_move_cb, begin_cb, pull_cb, step_cb, end_cb };

/** Switches pulling on or off; only where the pack names a handle. */
void
lv_chart_panel_set_pulling (LvChartPanel *self, gboolean pulling)
{
  g_return_if_fail (self->handle != NULL);
  if (!pulling)
    lv_chart_handle_end (self->handle, TRUE);
  lv_chart_view_set_pull (LV_CHART_VIEW (self->view), pulling ? &pull : NULL);
  gtk_widget_set_visible (self->told, pulling);
  show_told (self);
}

/** Returns: whether a number is being pulled now */
gboolean
lv_chart_panel_is_pulling (LvChartPanel *self)
{
  g_return_val_if_fail (LV_IS_CHART_PANEL (self), FALSE);
  return self->handle != NULL && lv_chart_handle_is_begun (self->handle);
}

/* What the picture is when it is dragged to a folder or a document. */
static GdkContentProvider *
drag_out_cb (GtkDragSource *source, double x, double y, LvChartPanel *self)
{
  g_autoptr (LvFigure) figure = lv_chart_panel_make_export (self);

  return lv_chart_save_drag (figure, self->item->id, NULL);
}

/* Building */

static GtkWidget *
make_footer (LvChartPanel *self)
{
  GtkWidget *box = lv_line_box_new (6);
  GtkWidget *buttons = lv_chart_panel_make_buttons (self);

  self->notes = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "yalign", 0.0, "hexpand",
                              TRUE, NULL);
  gtk_widget_add_css_class (self->notes, "caption");
  gtk_box_append (GTK_BOX (box), self->notes);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_widget_set_hexpand (buttons, self->heading == NULL);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

static GtkWidget *
make_told (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                   "wrap", TRUE, "xalign", 0.0, "visible", FALSE, NULL);

  gtk_widget_add_css_class (label, "caption");
  return label;
}

static void
build (LvChartPanel *self)
{
  self->view = lv_chart_view_new (tell_cb, self);
  lv_chart_view_set_drag_out (LV_CHART_VIEW (self->view), G_CALLBACK (drag_out_cb), self);
  self->table = lv_chart_table_new (tell_cb, self);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), TRUE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->view);
  gtk_stack_add_child (GTK_STACK (self->stack), self->table);
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->told = make_told ();
  lv_chart_panel_add_actions (self);
  lv_chart_panel_add_shortcuts (self);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_box_append (GTK_BOX (self->box), self->told);
  gtk_box_append (GTK_BOX (self->box), make_footer (self));
}

/**
 * lv_chart_panel_new:
 * @session: whose values are shown; the owner calls lv_chart_panel_update() when they change
 * @item: a [chart] or a [flow]
 * @heading: (nullable): what stands above the picture already; a title that says the same is left out
 * @error: return location for an error of LV_CHART_ERROR
 *
 * Returns: (transfer floating) (nullable): %NULL where the chart can't be drawn
 */
GtkWidget *
lv_chart_panel_new (LvSession *session, const LvItem *item, const char *heading, GError **error)
{
  LvChart *chart = lv_chart_new (item, lv_session_base (session), error);
  LvChartPanel *self;

  if (chart == NULL)
    return NULL;
  self = g_object_new (LV_TYPE_CHART_PANEL, NULL);
  self->session = g_object_ref (session);
  self->item = item;
  self->heading = heading;
  self->chart = chart;
  self->handle = lv_chart_handle_new (session, chart, item);
  build (self);
  lv_chart_panel_update (self);
  return GTK_WIDGET (self);
}

/* Updating */

static void
update_names (LvChartPanel *self)
{
  const LvState *state = lv_session_state (self->session);
  const LvState *base = lv_session_base (self->session);
  g_autofree char *title = lv_chart_dup_title (self->chart, state, base);
  g_autofree char *notes = lv_chart_dup_notes (self->chart, state, base);
  g_autofree char *alt = lv_figure_dup_alt (self->figure);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, alt, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  lv_chart_table_set_name (LV_CHART_TABLE (self->table), title);
  /* Without a heading of its own above, the picture holds title and notes. */
  gtk_widget_set_visible (self->notes, self->heading != NULL);
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->notes)), notes) != 0)
    gtk_label_set_label (GTK_LABEL (self->notes), notes);
}

/** Shows the session's values. */
void
lv_chart_panel_update (LvChartPanel *self)
{
  g_return_if_fail (LV_IS_CHART_PANEL (self));
  set_today (self);
  g_clear_pointer (&self->figure, lv_figure_unref);
  self->figure = lv_chart_make_figure (self->chart, lv_session_state (self->session),
                                       lv_session_base (self->session), self->heading);
  lv_chart_view_set_figure (LV_CHART_VIEW (self->view), self->figure);
  if (shows_table (self))
    lv_chart_table_set_figure (LV_CHART_TABLE (self->table), self->figure);
  update_names (self);
}

/* Where a number stands in the panel. */
static gboolean
find_place (LvChartPanel *self, int series, int category, GdkRectangle *place)
{
  GtkWidget *at = self->view;
  graphene_rect_t bounds;

  *place = (GdkRectangle){ 0 };
  if (shows_table (self))
    at = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  else if (!lv_chart_view_get_place (LV_CHART_VIEW (self->view), series, category, place))
    return FALSE;
  if (at == NULL || !gtk_widget_compute_bounds (at, GTK_WIDGET (self), &bounds))
    return FALSE;
  place->x += (int) bounds.origin.x;
  place->y += (int) bounds.origin.y;
  if (shows_table (self))
    {
      place->width = (int) bounds.size.width;
      place->height = (int) bounds.size.height;
    }
  return TRUE;
}

/** Opens how the number with the focus mark was computed. */
void
lv_chart_panel_explain (LvChartPanel *self)
{
  const LvNode *node;
  GdkRectangle place;
  int series;
  int category;
  gsize cell;

  if (lv_chart_panel_get_number (self, &series, &category)
      && lv_chart_find (self->chart, self->figure, series, category, &node, &cell)
      && find_place (self, series, category, &place))
    lv_explain_show (GTK_WIDGET (self), &place, self->session, node, cell);
}

static void
lv_chart_panel_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (LV_CHART_PANEL (widget)->box, width, height, baseline, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
lv_chart_panel_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (LV_CHART_PANEL (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
lv_chart_panel_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (LV_CHART_PANEL (widget)->box);
}

static void
lv_chart_panel_dispose (GObject *object)
{
  LvChartPanel *self = LV_CHART_PANEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->handle, lv_chart_handle_free);
  g_clear_pointer (&self->figure, lv_figure_unref);
  g_clear_pointer (&self->chart, lv_chart_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_chart_panel_parent_class)->dispose (object);
}

static void
lv_chart_panel_class_init (LvChartPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_chart_panel_dispose;
  widget_class->size_allocate = lv_chart_panel_size_allocate;
  widget_class->measure = lv_chart_panel_measure;
  widget_class->get_request_mode = lv_chart_panel_get_request_mode;
}

static void
lv_chart_panel_init (LvChartPanel *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Gives the picture, or the table, the keyboard's focus. */
void
lv_chart_panel_grab (LvChartPanel *self)
{
  g_return_if_fail (LV_IS_CHART_PANEL (self));
  if (!shows_table (self) || !lv_chart_table_grab_cell (LV_CHART_TABLE (self->table), 0, 0))
    gtk_widget_grab_focus (self->view);
}

/** Returns: (transfer full): the chart's title, right for the values of now */
char *
lv_chart_panel_dup_title (LvChartPanel *self)
{
  g_return_val_if_fail (LV_IS_CHART_PANEL (self), NULL);
  return lv_chart_dup_title (self->chart, lv_session_state (self->session),
                             lv_session_base (self->session));
}
