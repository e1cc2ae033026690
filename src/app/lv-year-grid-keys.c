/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and the mouse of a table of years. */
#include "lv-year-grid-private.h"

static guint
clamp (int value, guint length)
{
  return (guint) CLAMP (value, 0, (int) length - 1);
}

/* The next cell in a direction, past gaps; @by is -1 or 1, in one of the two. */
static void
step (LvYearGrid *self, int right, int down, gboolean extend)
{
  int row = (int) self->row + down;
  int column = (int) self->column + right;

  for (; row >= 0 && row < (int) self->table->rows && column >= 0 && column < (int) self->table->columns;
       row += down, column += right)
    if (lv_year_grid_get_cell (self, (guint) row, (guint) column) != NULL)
      {
        lv_year_grid_go (self, (guint) row, (guint) column, extend);
        return;
      }
  if (!extend)
    lv_year_grid_go (self, self->row, self->column, FALSE);
}

/* The cell nearest to the end of a line, or to a corner of the table. */
static void
go_to_end (LvYearGrid *self, gboolean last, gboolean corner, gboolean extend)
{
  guint row = corner ? (last ? self->table->rows - 1 : 0) : self->row;
  int column = last ? (int) self->table->columns - 1 : 0;
  int by = last ? -1 : 1;

  for (; column == (int) clamp (column, self->table->columns); column += by)
    if (lv_year_grid_get_cell (self, row, (guint) column) != NULL)
      {
        lv_year_grid_go (self, row, (guint) column, extend);
        return;
      }
}

/* Along the line, then on in the next. Returns: FALSE at the end of the table, where the focus leaves it. */
static gboolean
tab (LvYearGrid *self, int by)
{
  int n = (int) (self->table->rows * self->table->columns);
  int at = (int) (self->row * self->table->columns + self->column) + by;

  for (; at >= 0 && at < n; at += by)
    if (self->cells[at] != NULL)
      {
        lv_year_grid_go (self, (guint) at / self->table->columns, (guint) at % self->table->columns,
                         FALSE);
        return TRUE;
      }
  return FALSE;
}

static gboolean
move_key (LvYearGrid *self, guint key, gboolean extend)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, 0, -1, extend);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, 0, 1, extend);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step (self, -1, 0, extend);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step (self, 1, 0, extend);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_arrow_along (guint key)
{
  return key == GDK_KEY_Left || key == GDK_KEY_KP_Left || key == GDK_KEY_Right || key == GDK_KEY_KP_Right;
}

/* Keys that end an edit and move on; what can't be read stays, with the focus. */
static gboolean
leaving_key (LvYearGrid *self, guint key, gboolean shift)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (lv_year_grid_commit (self))
        step (self, 0, shift ? -1 : 1, FALSE);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return !lv_year_grid_commit (self)
             || tab (self, shift || key == GDK_KEY_ISO_Left_Tab ? -1 : 1);
    default:
      return FALSE;
    }
}

static gboolean
edit_key (LvYearGrid *self, guint key, gboolean shift)
{
  if (key == GDK_KEY_Escape)
    {
      lv_year_grid_end (self);
      return TRUE;
    }
  if (leaving_key (self, key, shift))
    return TRUE;
  /* In a text that is mended the arrows belong to the text. */
  if (shift || (is_arrow_along (key) && !self->replacing))
    return FALSE;
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up || key == GDK_KEY_Down || key == GDK_KEY_KP_Down
      || is_arrow_along (key))
    {
      if (lv_year_grid_commit (self))
        move_key (self, key, FALSE);
      return TRUE;
    }
  return FALSE;
}

/* What can begin a number, or a month. */
static gboolean
type_key (LvYearGrid *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };

  if (letter == 0 || !g_unichar_isgraph (letter))
    return FALSE;
  g_unichar_to_utf8 (letter, text);
  lv_year_grid_begin (self, text);
  return TRUE;
}

static gboolean
plain_key (LvYearGrid *self, guint key, gboolean shift)
{
  if (move_key (self, key, shift) || leaving_key (self, key, shift))
    return TRUE;
  switch (key)
    {
    case GDK_KEY_F2:
      lv_year_grid_begin (self, NULL);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      go_to_end (self, key == GDK_KEY_End || key == GDK_KEY_KP_End, FALSE, shift);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      lv_year_grid_reset (self);
      return TRUE;
    case GDK_KEY_Menu:
      gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu));
      return TRUE;
    default:
      return type_key (self, key);
    }
}

static gboolean
control_key (LvYearGrid *self, guint key, gboolean shift)
{
  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      go_to_end (self, FALSE, TRUE, shift);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      go_to_end (self, TRUE, TRUE, shift);
      return TRUE;
    case GDK_KEY_a:
      lv_year_grid_select (self, &(LvYearRange){ 0, 0, self->table->rows - 1, self->table->columns - 1 });
      return TRUE;
    case GDK_KEY_c:
      return gtk_widget_activate_action (GTK_WIDGET (self), "years.copy", NULL);
    case GDK_KEY_v:
      return gtk_widget_activate_action (GTK_WIDGET (self), "years.paste", NULL);
    case GDK_KEY_r:
      return gtk_widget_activate_action (GTK_WIDGET (self), "years.fill", NULL);
    case GDK_KEY_m:
      return gtk_widget_activate_action (GTK_WIDGET (self), "years.change", NULL);
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (LvYearGrid *self, guint key, guint code, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if (lv_year_grid_cursor (self) == NULL || (state & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return self->editing == NULL && control_key (self, gdk_keyval_to_lower (key), shift);
  return self->editing != NULL ? edit_key (self, key, shift) : plain_key (self, key, shift);
}

/* --- Mouse */

static LvYearCell *
cell_under (LvYearGrid *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (self->grid, x, y, GTK_PICK_DEFAULT);

  if (widget != NULL && !LV_IS_YEAR_CELL (widget))
    widget = gtk_widget_get_ancestor (widget, LV_TYPE_YEAR_CELL);
  return widget != NULL ? LV_YEAR_CELL (widget) : NULL;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, LvYearGrid *self)
{
  LvYearCell *cell = cell_under (self, x, y);
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  /* A click into the text that is typed is the entry's. */
  if (cell == NULL || cell == self->editing)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (!lv_year_grid_commit (self))
    return;
  lv_year_grid_go (self, lv_year_cell_get_row (cell), lv_year_cell_get_column (cell),
                   (state & GDK_SHIFT_MASK) != 0);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double by_x, double by_y, LvYearGrid *self)
{
  double x;
  double y;
  LvYearCell *cell;

  if (self->editing != NULL || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  cell = cell_under (self, x + by_x, y + by_y);
  if (cell != NULL && cell != lv_year_grid_cursor (self))
    lv_year_grid_go (self, lv_year_cell_get_row (cell), lv_year_cell_get_column (cell), TRUE);
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, LvYearGrid *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  LvYearCell *cell = cell_under (self, x, y);

  if (cell == NULL || self->editing != NULL)
    return;
  if (button == GDK_BUTTON_PRIMARY && n == 2 && cell == lv_year_grid_cursor (self))
    lv_year_grid_begin (self, NULL);
  else if (button == GDK_BUTTON_SECONDARY)
    {
      LvYearRange range;
      guint row = lv_year_cell_get_row (cell);
      guint column = lv_year_cell_get_column (cell);

      lv_year_grid_get_range (self, &range);
      if (row < range.top || row > range.bottom || column < range.left || column > range.right)
        lv_year_grid_go (self, row, column, FALSE);
      gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu));
    }
}

/** Listens to keys and the mouse. */
void
lv_year_grid_listen (LvYearGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->grid, keys);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (self->grid, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->grid, GTK_EVENT_CONTROLLER (click));
}
