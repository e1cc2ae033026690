/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-year-grid-private.h"

#include "lv-card-scroll.h"
#include "lv-card-tools.h"
#include "lv-line-layout.h"
#include "lv-own-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (LvYearGrid, lv_year_grid, GTK_TYPE_WIDGET)

/* --- Cursor and range */

/** Returns: (transfer none) (nullable): the cell there; %NULL in gaps */
LvYearCell *
lv_year_grid_get_cell (LvYearGrid *self, guint row, guint column)
{
  g_return_val_if_fail (LV_IS_YEAR_GRID (self), NULL);
  return row < self->table->rows && column < self->table->columns
             ? self->cells[row * self->table->columns + column]
             : NULL;
}

/** Returns: (transfer none) (nullable): the cell with the focus, or that gets it from Tab */
LvYearCell *
lv_year_grid_cursor (LvYearGrid *self)
{
  return lv_year_grid_get_cell (self, self->row, self->column);
}

/** Tells which cells are selected. */
void
lv_year_grid_get_range (LvYearGrid *self, LvYearRange *range)
{
  g_return_if_fail (LV_IS_YEAR_GRID (self));
  range->top = MIN (self->row, self->anchor_row);
  range->bottom = MAX (self->row, self->anchor_row);
  range->left = MIN (self->column, self->anchor_column);
  range->right = MAX (self->column, self->anchor_column);
}

static gboolean
is_single (const LvYearRange *range)
{
  return range->top == range->bottom && range->left == range->right;
}

/* A single cell has the focus to show it. */
static void
show_range (LvYearGrid *self)
{
  LvYearRange range;

  lv_year_grid_get_range (self, &range);
  for (guint row = 0; row < self->table->rows; row++)
    for (guint column = 0; column < self->table->columns; column++)
      {
        LvYearCell *cell = lv_year_grid_get_cell (self, row, column);
        gboolean in = row >= range.top && row <= range.bottom && column >= range.left
                      && column <= range.right && !is_single (&range);

        if (cell != NULL)
          lv_year_cell_set_selected (cell, in);
      }
}

/* Scrolls the page so far that the cell with the focus and all that is said of it can be read together. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LvYearGrid *self = LV_YEAR_GRID (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *cell = GTK_WIDGET (lv_year_grid_cursor (self));
  GtkAdjustment *adjustment;
  graphene_rect_t top;
  graphene_rect_t all;
  double from;

  self->reveals = 0;
  if (page == NULL || cell == NULL || !gtk_widget_compute_bounds (cell, page, &top)
      || !gtk_widget_compute_bounds (self->box, page, &all))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  from = gtk_adjustment_get_value (adjustment);
  if (all.origin.y + all.size.height - top.origin.y <= gtk_adjustment_get_page_size (adjustment))
    gtk_adjustment_clamp_page (adjustment, from + (double) top.origin.y,
                               from + (double) (all.origin.y + all.size.height));
  return G_SOURCE_REMOVE;
}

/* Once the labels have got their size. */
static void
reveal (LvYearGrid *self)
{
  if (self->reveals == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->reveals = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

/** Tells all about the cell with the focus, or how many are selected. */
void
lv_year_grid_show_status (LvYearGrid *self)
{
  LvYearCell *cell = lv_year_grid_cursor (self);
  g_autofree char *status = NULL;
  g_autofree char *all = NULL;
  LvYearRange range;
  guint n;

  if (cell == NULL)
    return;
  lv_year_grid_get_range (self, &range);
  status = lv_year_table_status (self->table, lv_year_cell_get_cell (cell));
  n = (range.bottom - range.top + 1) * (range.right - range.left + 1);
  if (n > 1)
    all = g_strdup_printf (ngettext ("%u cell selected", "%u cells selected", n), n);
  if (all != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s. %s", all, status);

      lv_card_set_text (self->status, both);
    }
  else
    lv_card_set_text (self->status, status);
}

/** @error: "" for none */
void
lv_year_grid_set_error (LvYearGrid *self, const char *error)
{
  gboolean wrong = error[0] != '\0';

  lv_card_set_text (self->error, error);
  gtk_widget_set_visible (self->error, wrong);
  lv_card_set_style (self->entry, "error", wrong && self->editing != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error,
                                  -1);
  if (wrong)
    reveal (self);
}

/** Moves the focus to the cell of the cursor. */
void
lv_year_grid_grab (LvYearGrid *self)
{
  LvYearCell *cell = lv_year_grid_cursor (self);

  if (cell != NULL && gtk_widget_get_mapped (GTK_WIDGET (cell)))
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/**
 * lv_year_grid_go:
 * @extend: the range reaches from where it began to the new cell
 *
 * Moves the cursor, if there is a cell.
 */
void
lv_year_grid_go (LvYearGrid *self, guint row, guint column, gboolean extend)
{
  LvYearCell *from = lv_year_grid_cursor (self);
  LvYearCell *to = lv_year_grid_get_cell (self, row, column);

  if (to == NULL)
    return;
  self->row = row;
  self->column = column;
  if (!extend)
    {
      self->anchor_row = row;
      self->anchor_column = column;
    }
  lv_year_grid_set_error (self, "");
  gtk_widget_set_focusable (GTK_WIDGET (to), TRUE);
  lv_year_grid_grab (self);
  if (from != to && from != NULL)
    gtk_widget_set_focusable (GTK_WIDGET (from), FALSE);
  show_range (self);
  lv_year_grid_show_status (self);
  reveal (self);
}

/** Selects @range; the focus is at its end. */
void
lv_year_grid_select (LvYearGrid *self, const LvYearRange *range)
{
  g_return_if_fail (LV_IS_YEAR_GRID (self));
  lv_year_grid_go (self, range->top, range->left, FALSE);
  lv_year_grid_go (self, range->bottom, range->right, TRUE);
}

/* --- Values */

static void
update_cell (LvYearGrid *self, LvYearCell *cell, gboolean *any_changed, gboolean *any_own)
{
  gsize at = lv_year_cell_get_cell (cell);
  g_autofree char *text = lv_year_table_text (self->table, at);
  g_autofree char *name = lv_year_table_name (self->table, at);
  gboolean changed = lv_year_table_is_changed (self->table, at);
  double number = lv_state_number (lv_session_state (self->table->session), self->table->node, at);

  lv_year_cell_show (cell, text, name);
  lv_card_set_style (GTK_WIDGET (cell), "lv-cell-changed", changed);
  lv_card_set_style (GTK_WIDGET (cell), "lv-missing", isnan (number));
  lv_card_set_style (GTK_WIDGET (cell), "lv-closed",
                     lv_year_table_rule (self->table, at) == LV_YEAR_CLOSED);
  *any_changed = *any_changed || changed;
  *any_own = *any_own || lv_own_figure_exists (self->table->session, self->table->node, at);
}

/** From now on locked cells are marked. */
void
lv_year_grid_show_locks (LvYearGrid *self)
{
  g_return_if_fail (LV_IS_YEAR_GRID (self));
  self->locks = TRUE;
  lv_year_grid_update (self);
}

static gboolean
any_locked (LvYearGrid *self)
{
  for (guint i = 0; i < self->table->rows * self->table->columns; i++)
    if (self->table->cells[i] >= 0
        && lv_year_table_is_locked (self->table, (gsize) self->table->cells[i]))
      return TRUE;
  return FALSE;
}

/** Shows the session's values; what is being typed is left alone. */
void
lv_year_grid_update (LvYearGrid *self)
{
  gboolean changed = FALSE;
  gboolean own = FALSE;
  g_autoptr (GString) legend = g_string_new (NULL);

  g_return_if_fail (LV_IS_YEAR_GRID (self));
  if (self->locks)
    lv_year_table_read_locks (self->table);
  for (guint i = 0; i < self->table->rows * self->table->columns; i++)
    if (self->cells[i] != NULL)
      update_cell (self, self->cells[i], &changed, &own);
  if (changed)
    g_string_append (legend, _ ("• changed in the scenario"));
  if (own)
    g_string_append_printf (legend, "%s%s", changed ? "   " : "", _ ("* a figure of your own"));
  if (self->locks && any_locked (self))
    g_string_append_printf (legend, "%s%s", legend->len > 0 ? "   " : "", _ ("▣ locked"));
  lv_card_set_text (self->legend, legend->str);
  gtk_widget_set_visible (self->legend, legend->len > 0);
  lv_year_grid_show_status (self);
}

/* --- Building */

static void
attach_heading (LvYearGrid *self, const char *text, GtkAccessibleRole role, int column, int row)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, NULL);

  gtk_widget_add_css_class (label, "lv-table-head");
  gtk_label_set_xalign (GTK_LABEL (label), row == 0 ? 1 : 0);
  if (row > 0)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
      gtk_label_set_width_chars (GTK_LABEL (label), 10);
    }
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
}

static void
attach_cells (LvYearGrid *self)
{
  const LvYearTable *table = self->table;

  self->cells = g_new0 (LvYearCell *, MAX (1, table->rows * table->columns));
  for (guint column = 0; column < table->columns; column++)
    attach_heading (self, g_ptr_array_index (table->column_titles, column),
                    GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, (int) column + 1, 0);
  for (guint row = 0; row < table->rows; row++)
    {
      attach_heading (self, g_ptr_array_index (table->row_titles, row), GTK_ACCESSIBLE_ROLE_ROW_HEADER, 0,
                      (int) row + 1);
      for (guint column = 0; column < table->columns; column++)
        {
          gssize at = lv_year_table_cell (table, row, column);
          LvYearCell *cell = at >= 0 ? lv_year_cell_new (row, column, (gsize) at) : NULL;

          self->cells[row * table->columns + column] = cell;
          if (cell != NULL)
            gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (cell), (int) column + 1, (int) row + 1, 1,
                             1);
        }
    }
}

static void
find_first (LvYearGrid *self)
{
  for (guint i = 0; i < self->table->rows * self->table->columns; i++)
    if (self->cells[i] != NULL)
      {
        self->row = self->anchor_row = i / self->table->columns;
        self->column = self->anchor_column = i % self->table->columns;
        gtk_widget_set_focusable (GTK_WIDGET (self->cells[i]), TRUE);
        return;
      }
}

static void
build (LvYearGrid *self)
{
  const char *title = lv_node_title (self->table->node);
  GtkWidget *line = lv_line_box_new (6);

  self->grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID, NULL);
  gtk_widget_add_css_class (self->grid, "lv-year-grid");
  lv_card_set_name (self->grid, title);
  attach_cells (self);
  find_first (self);
  self->status = lv_card_label ("", "caption");
  self->error = lv_card_label ("", "error");
  self->legend = lv_card_label ("", "caption");
  self->menu = lv_year_grid_create_menu (self);
  gtk_widget_set_hexpand (self->status, TRUE);
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (line), self->status);
  gtk_box_append (GTK_BOX (line), self->menu);
  gtk_box_append (GTK_BOX (self->box), lv_card_scroll_new (self->grid, title));
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->error);
  gtk_box_append (GTK_BOX (self->box), self->legend);
}

static void
refused_cb (LvYearGrid *self, const char *reason)
{
  g_free (self->refused);
  g_clear_pointer (&self->plan, lv_year_plan_free);
  self->refused = g_strdup (reason);
}

static gboolean
lv_year_grid_grab_focus (GtkWidget *widget)
{
  LvYearCell *cell = lv_year_grid_cursor (LV_YEAR_GRID (widget));

  return cell != NULL && gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
lv_year_grid_dispose (GObject *object)
{
  LvYearGrid *self = LV_YEAR_GRID (object);

  LvYearCell *editing = g_steal_pointer (&self->editing);

  if (editing != NULL)
    lv_year_cell_give_entry (editing);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->entry);
  G_OBJECT_CLASS (lv_year_grid_parent_class)->dispose (object);
}

static void
lv_year_grid_finalize (GObject *object)
{
  LvYearGrid *self = LV_YEAR_GRID (object);

  lv_year_table_free (self->table);
  g_free (self->cells);
  g_free (self->refused);
  G_OBJECT_CLASS (lv_year_grid_parent_class)->finalize (object);
}

static void
lv_year_grid_class_init (LvYearGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_year_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_year_grid_finalize;
  widget_class->grab_focus = lv_year_grid_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  lv_year_grid_class_install_actions (widget_class);
}

static void
lv_year_grid_init (LvYearGrid *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->entry = g_object_ref_sink (gtk_entry_new ());
}

/** @node: a number or month with axes */
LvYearGrid *
lv_year_grid_new (LvSession *session, const LvNode *node)
{
  LvYearGrid *self = g_object_new (LV_TYPE_YEAR_GRID, NULL);

  self->table = lv_year_table_new (session, node);
  g_signal_connect_object (session, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  lv_year_grid_prepare_entry (self);
  build (self);
  lv_year_grid_listen (self);
  lv_year_grid_update (self);
  return self;
}

/* --- What tests and screen readers ask */

const LvYearTable *
lv_year_grid_get_table (LvYearGrid *self)
{
  g_return_val_if_fail (LV_IS_YEAR_GRID (self), NULL);
  return self->table;
}

/** Returns: (transfer none): the entry that stands over the cell that is edited */
GtkEntry *
lv_year_grid_get_entry (LvYearGrid *self)
{
  g_return_val_if_fail (LV_IS_YEAR_GRID (self), NULL);
  return GTK_ENTRY (self->entry);
}

gboolean
lv_year_grid_is_editing (LvYearGrid *self)
{
  g_return_val_if_fail (LV_IS_YEAR_GRID (self), FALSE);
  return self->editing != NULL;
}

/** Returns: (transfer none): what stands under the table of the cell with the focus */
const char *
lv_year_grid_get_status (LvYearGrid *self)
{
  g_return_val_if_fail (LV_IS_YEAR_GRID (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->status));
}

/** Returns: (transfer none): why something could not be done; "" when nothing is wrong */
const char *
lv_year_grid_get_error (LvYearGrid *self)
{
  g_return_val_if_fail (LV_IS_YEAR_GRID (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->error));
}

/** Returns: (transfer none): the widget that listens to keys */
GtkWidget *
lv_year_grid_get_keys (LvYearGrid *self)
{
  g_return_val_if_fail (LV_IS_YEAR_GRID (self), NULL);
  return self->grid;
}
