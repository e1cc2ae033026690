/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-chart-view-private.h"

#include <adwaita.h>
#include <math.h>

#define NATURAL_WIDTH 460
#define NATURAL_HEIGHT 320
#define LISTED_HEIGHT 10
#define LARGEST_HEIGHT 420
#define FRAME_HEIGHT 130
#define ROW_HEIGHT 16
#define ROWS_HEIGHT 900
/* Of a plan; what is beyond is counted in the picture. */
#define LARGEST_PLAN 4000
#define RADIUS 6.0
/* Above and below a mark that is scrolled to. */
#define REVEAL_MARGIN 24

G_DEFINE_FINAL_TYPE (LvChartView, lv_chart_view, GTK_TYPE_DRAWING_AREA)

static const LvPalette *
palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return lv_palette_get (dark ? LV_PALETTE_HIGH_CONTRAST_DARK : LV_PALETTE_HIGH_CONTRAST);
  return lv_palette_get (dark ? LV_PALETTE_DARK : LV_PALETTE_LIGHT);
}

static double
text_scale (LvChartView *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.5, 3.0) : 1.0;
}

const LvLayout *
lv_chart_view_layout (LvChartView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / PIXELS_PER_POINT;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) / PIXELS_PER_POINT;

  if (self->figure == NULL || width <= 0 || height <= 0)
    return NULL;
  if (self->layout != NULL
      && (fabs (self->layout->width - width) > 0.01 || fabs (self->layout->height - height) > 0.01))
    g_clear_pointer (&self->layout, lv_layout_free);
  if (self->measure == NULL)
    self->measure = lv_measure_pango_new (NULL, text_scale (self));
  if (self->layout == NULL)
    self->layout = lv_layout_new (self->figure, width, height, self->measure);
  return self->layout;
}

/* In dark style a card is lighter than the background that the colours are made for, so the picture
 * has its own, with the card's round corners. */
static void
clip_corners (cairo_t *cr, double width, double height)
{
  double radius = MIN (RADIUS, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, width - radius, radius, radius, -G_PI_2, 0);
  cairo_arc (cr, width - radius, height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, radius, height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, radius, radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_clip (cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  LvChartView *self = LV_CHART_VIEW (area);
  const LvLayout *layout = lv_chart_view_layout (self);

  if (layout == NULL)
    return;
  clip_corners (cr, width, height);
  cairo_scale (cr, PIXELS_PER_POINT, PIXELS_PER_POINT);
  lv_draw (cr, layout, palette (), self->marked && self->focus.series >= 0 ? &self->focus : NULL);
  lv_chart_view_draw_grips (self, cr, palette ());
}

/* What is told */

static gboolean
find_rectangle (LvChartView *self, int series, int category, GdkRectangle *rectangle)
{
  const LvLayout *layout = lv_chart_view_layout (self);
  LvRect rect;

  if (layout == NULL || !lv_layout_get_rect (layout, series, category, &rect))
    return FALSE;
  rectangle->x = (int) floor (rect.x * PIXELS_PER_POINT);
  rectangle->y = (int) floor (rect.y * PIXELS_PER_POINT);
  rectangle->width = MAX ((int) ceil (rect.width * PIXELS_PER_POINT), 1);
  rectangle->height = MAX ((int) ceil (rect.height * PIXELS_PER_POINT), 1);
  return TRUE;
}

/* The whole of a text that had to be shortened. */
static const char *
find_full (const LvLayout *layout, double x, double y)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (layout->texts, LvLayoutText, i);

      if (text->full != NULL && x >= text->rect.x && x <= text->rect.x + text->rect.width
          && y >= text->rect.y && y <= text->rect.y + text->rect.height)
        return text->full;
    }
  return NULL;
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LvChartView *self = LV_CHART_VIEW (widget);
  const LvLayout *layout = lv_chart_view_layout (self);
  g_autofree char *text = NULL;
  GdkRectangle rectangle;
  int series;
  int category;

  if (layout == NULL || keyboard)
    return FALSE;
  if (lv_layout_hit (layout, x / PIXELS_PER_POINT, y / PIXELS_PER_POINT, &series, &category))
    text = self->tell (series, category, self->tell_data);
  if (text != NULL && find_rectangle (self, series, category, &rectangle))
    gtk_tooltip_set_tip_area (tooltip, &rectangle);
  if (text == NULL)
    text = g_strdup (find_full (layout, x / PIXELS_PER_POINT, y / PIXELS_PER_POINT));
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* The keyboard */

static gboolean
can_focus (LvChartView *self, int series, int category)
{
  GdkRectangle rectangle;

  return find_rectangle (self, series, category, &rectangle);
}

/* A picture may be higher than what scrolls it: the mark is brought into view. */
static void
reveal (LvChartView *self, int series, int category)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  GdkRectangle rectangle;
  double y;

  if (scroller == NULL || !find_rectangle (self, series, category, &rectangle)
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self), scroller, 0, rectangle.y, NULL, &y))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  y += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, y - REVEAL_MARGIN, y + rectangle.height + REVEAL_MARGIN);
}

static void
move_to (LvChartView *self, int series, int category)
{
  if (series != self->focus.series || category != self->focus.category)
    lv_chart_view_let_go (self, TRUE);
  self->focus = (LvDrawFocus){ series, category };
  lv_chart_view_show_told (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* From where the focus is to the next number in a direction; past gaps, never round the edge. */
static void
move_by (LvChartView *self, int by_series, int by_category)
{
  int n_series = lv_figure_n_series (self->figure);
  int n_categories = lv_figure_n_categories (self->figure);
  int series = self->focus.series + by_series;
  int category = self->focus.category + by_category;

  for (; series >= 0 && series < n_series && category >= 0 && category < n_categories;
       series += by_series, category += by_category)
    if (can_focus (self, series, category))
      {
        reveal (self, series, category);
        move_to (self, series, category);
        return;
      }
}

/* In a timeline the rows are under each other; a row without that day is not passed over. */
static void
move_row (LvChartView *self, int by)
{
  int n_series = lv_figure_n_series (self->figure);
  int n_categories = lv_figure_n_categories (self->figure);

  for (int category = self->focus.category + by; category >= 0 && category < n_categories;
       category += by)
    for (int i = 0; i < n_series; i++)
      {
        int series = (self->focus.series + i) % n_series;

        if (!can_focus (self, series, category))
          continue;
        reveal (self, series, category);
        move_to (self, series, category);
        return;
      }
}

static gboolean
has_rows (LvChartView *self)
{
  return lv_figure_get_kind (self->figure) == LV_FIGURE_TIMELINE;
}

static void
move_to_edge (LvChartView *self, gboolean last)
{
  int n = lv_figure_n_categories (self->figure);

  for (int i = 0; i < n; i++)
    {
      int category = last ? n - 1 - i : i;

      if (!can_focus (self, self->focus.series, category))
        continue;
      reveal (self, self->focus.series, category);
      move_to (self, self->focus.series, category);
      return;
    }
}

static void
move_to_first (LvChartView *self)
{
  for (int series = 0; series < lv_figure_n_series (self->figure); series++)
    for (int category = 0; category < lv_figure_n_categories (self->figure); category++)
      if (can_focus (self, series, category))
        {
          reveal (self, series, category);
          move_to (self, series, category);
          return;
        }
}

/* The keys follow the picture: categories stand from left to right, or in rows one under the other. */
static void
move_along (LvChartView *self, guint key)
{
  const LvLayout *layout = lv_chart_view_layout (self);
  gboolean rows = layout != NULL && lv_layout_is_sideways (layout);
  gboolean is_upright = key == GDK_KEY_Up || key == GDK_KEY_Down;
  int step = key == GDK_KEY_Left || key == GDK_KEY_Down ? -1 : 1;

  if (rows && is_upright)
    move_by (self, 0, -step);
  else if (rows || is_upright)
    move_by (self, step, 0);
  else
    move_by (self, 0, step);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        LvChartView *self)
{
  if (self->figure == NULL)
    return FALSE;
  if (lv_chart_view_pull_key (self, key, state))
    return TRUE;
  if (state == 0 && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    return lv_chart_view_follow (self);
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Escape && self->focus.series >= 0)
    {
      move_to (self, -1, -1);
      return TRUE;
    }
  if (key != GDK_KEY_Left && key != GDK_KEY_Right && key != GDK_KEY_Up && key != GDK_KEY_Down
      && key != GDK_KEY_Home && key != GDK_KEY_End)
    return FALSE;
  if (self->focus.series < 0)
    move_to_first (self);
  else if (has_rows (self) && (key == GDK_KEY_Up || key == GDK_KEY_Down))
    move_row (self, key == GDK_KEY_Up ? -1 : 1);
  else if (has_rows (self) && (key == GDK_KEY_Left || key == GDK_KEY_Right))
    move_by (self, key == GDK_KEY_Left ? -1 : 1, 0);
  else if (key == GDK_KEY_Home || key == GDK_KEY_End)
    move_to_edge (self, key == GDK_KEY_End);
  else
    move_along (self, key);
  return TRUE;
}

static void
enter_cb (LvChartView *self)
{
  self->marked = TRUE;
  if (self->figure != NULL && self->focus.series < 0)
    move_to_first (self);
  else
    move_to (self, self->focus.series, self->focus.category);
}

static void
leave_cb (LvChartView *self)
{
  self->marked = FALSE;
  lv_chart_view_let_go (self, TRUE);
  lv_chart_view_hide_told (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, LvChartView *self)
{
  const LvLayout *layout = lv_chart_view_layout (self);
  int series;
  int category;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (layout != NULL
      && lv_layout_hit (layout, x / PIXELS_PER_POINT, y / PIXELS_PER_POINT, &series, &category))
    move_to (self, series, category);
}

/* Appearance */

static void
text_size_cb (LvChartView *self)
{
  g_clear_pointer (&self->layout, lv_layout_free);
  g_clear_pointer (&self->measure, lv_measure_free);
  self->natural_width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static GtkSizeRequestMode
lv_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* What rows need so that each has its name, and a matrix so that it can list its names below, within what a page
 * can hold. */
static int
rows_height (LvChartView *self)
{
  if (self->figure != NULL && lv_figure_get_kind (self->figure) == LV_FIGURE_MATRIX)
    return MIN (NATURAL_HEIGHT + LISTED_HEIGHT * lv_figure_n_categories (self->figure), ROWS_HEIGHT);
  if (self->figure == NULL || !lv_figure_has_rows (self->figure))
    return 0;
  return MIN (FRAME_HEIGHT + ROW_HEIGHT * lv_figure_n_categories (self->figure), ROWS_HEIGHT);
}

/* A plan or a flow is as high as its rows or boxes need; the page or window around it scrolls. */
static int
natural_height (LvChartView *self, int width)
{
  if (self->measure == NULL)
    self->measure = lv_measure_pango_new (NULL, text_scale (self));
  if (self->natural_width != width)
    self->natural_height
        = (int) ceil (lv_layout_natural_height (self->figure, width / PIXELS_PER_POINT, self->measure)
                      * PIXELS_PER_POINT);
  self->natural_width = width;
  return CLAMP (self->natural_height, NATURAL_HEIGHT / 2, LARGEST_PLAN);
}

/* Wider pictures grow a little higher, but a tab must show more than one. */
static void
lv_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  LvChartView *self = LV_CHART_VIEW (widget);
  double scale = MAX (text_scale (self), 1.0);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = NATURAL_WIDTH;
      return;
    }
  *minimum = (int) (NATURAL_HEIGHT * MIN (scale, 1.5));
  *natural = (int) (CLAMP (NATURAL_HEIGHT + (for_size - NATURAL_WIDTH) / 5, NATURAL_HEIGHT,
                           LARGEST_HEIGHT)
                    * MIN (scale, 1.5));
  /* A page gives the least height. */
  *minimum = MAX (*minimum, (int) (rows_height (self) * MIN (scale, 1.5)));
  *natural = MAX (*natural, *minimum);
  if (self->figure != NULL && lv_figure_has_height (self->figure))
    *minimum = *natural = natural_height (self, for_size > 0 ? for_size : NATURAL_WIDTH);
}

static void
lv_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LvChartView *self = LV_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (lv_chart_view_parent_class)->size_allocate (widget, width, height, baseline);
  lv_chart_view_place_told (self);
}

static void
lv_chart_view_dispose (GObject *object)
{
  LvChartView *self = LV_CHART_VIEW (object);

  lv_chart_view_drop_told (self);
  g_clear_pointer (&self->layout, lv_layout_free);
  g_clear_pointer (&self->measure, lv_measure_free);
  g_clear_pointer (&self->figure, lv_figure_unref);
  G_OBJECT_CLASS (lv_chart_view_parent_class)->dispose (object);
}

static void
lv_chart_view_class_init (LvChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_chart_view_dispose;
  widget_class->get_request_mode = lv_chart_view_get_request_mode;
  widget_class->measure = lv_chart_view_measure;
  widget_class->size_allocate = lv_chart_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "lvchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (LvChartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  lv_chart_view_add_pull (self);
  lv_chart_view_add_links (self);
}

static void
lv_chart_view_init (LvChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->focus = (LvDrawFocus){ -1, -1 };
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  lv_chart_view_add_told (self);
  add_controllers (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (text_size_cb), self, G_CONNECT_SWAPPED);
}

/**
 * lv_chart_view_new:
 * @tell: says what is told about a number
 * @user_data: given to @tell; must outlive the widget's use
 *
 * Returns: (transfer floating): a view without a figure
 */
GtkWidget *
lv_chart_view_new (LvChartViewTell tell, gpointer user_data)
{
  LvChartView *self = g_object_new (LV_TYPE_CHART_VIEW, NULL);

  self->tell = tell;
  self->tell_data = user_data;
  return GTK_WIDGET (self);
}

/** Shows @figure from the next frame on; an equal one costs nothing. */
void
lv_chart_view_set_figure (LvChartView *self, LvFigure *figure)
{
  int before;

  g_return_if_fail (LV_IS_CHART_VIEW (self) && figure != NULL);
  if (self->figure != NULL && lv_figure_equal (self->figure, figure))
    return;
  before = rows_height (self);
  g_clear_pointer (&self->layout, lv_layout_free);
  g_clear_pointer (&self->figure, lv_figure_unref);
  self->figure = lv_figure_ref (figure);
  if (rows_height (self) != before)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  if (lv_figure_get_point (figure, self->focus.series, self->focus.category) == NULL)
    self->focus = (LvDrawFocus){ -1, -1 };
  self->natural_width = 0;
  if (lv_figure_has_height (figure))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->marked)
    lv_chart_view_show_told (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** Moves the focus mark; series -1 for none. */
void
lv_chart_view_set_focus (LvChartView *self, int series, int category)
{
  g_return_if_fail (LV_IS_CHART_VIEW (self));
  if (self->figure != NULL && lv_figure_get_point (self->figure, series, category) != NULL)
    move_to (self, series, category);
}

void
lv_chart_view_get_focus (LvChartView *self, int *series, int *category)
{
  g_return_if_fail (LV_IS_CHART_VIEW (self));
  *series = self->focus.series;
  *category = self->focus.category;
}

/** @quiet: nothing pops up at the focus mark, because what it would tell stands beside the picture */
void
lv_chart_view_set_quiet (LvChartView *self, gboolean quiet)
{
  g_return_if_fail (LV_IS_CHART_VIEW (self));
  self->quiet = quiet;
}

/** Returns: (transfer none): what the pop-over at the focus mark says, "" when there is none */
const char *
lv_chart_view_get_told (LvChartView *self)
{
  g_return_val_if_fail (LV_IS_CHART_VIEW (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->told));
}

/** Returns: whether a number is in the picture, and where, in the widget's coordinates */
gboolean
lv_chart_view_get_place (LvChartView *self, int series, int category, GdkRectangle *place)
{
  g_return_val_if_fail (LV_IS_CHART_VIEW (self), FALSE);
  return find_rectangle (self, series, category, place);
}
