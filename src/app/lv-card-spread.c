/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An amount to be spread: a table of years that is filled in, under it what is to be spread and what is left
 * of it, with locks and "share out the rest". What is left stands out, in words too, until it is 0. */
#include "lv-card-scroll.h"
#include "lv-card-tools.h"
#include "lv-line-layout.h"
#include "lv-number-view.h"
#include "lv-spread.h"
#include "lv-text.h"
#include "lv-year-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Less than this of a unit is nothing: whole steps leave bits of arithmetic. */
#define NOTHING 1e-9

typedef struct
{
  const LvNode *node;
  gsize cell;
  gboolean rest;
  GtkWidget *view;
  GtkWidget *label;
} Sum;

typedef struct
{
  LvCard parent_instance;

  LvSpread spread;
  LvYearGrid *grid; /* (nullable): the card's pack is wrong */
  GtkWidget *state; /* in words: what is left, or that nothing is */
  GtkWidget *share;
  GArray *sums;     /* (owned) Sum */
} LvCardSpread;

typedef struct
{
  LvCardClass parent_class;
} LvCardSpreadClass;

G_DEFINE_FINAL_TYPE (LvCardSpread, lv_card_spread, LV_TYPE_CARD)

static LvSession *
session_of (LvCardSpread *self)
{
  return lv_card_session (LV_CARD (self));
}

/* --- Locks */

static GArray *
selected_cells (LvCardSpread *self)
{
  const LvYearTable *table = lv_year_grid_get_table (self->grid);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  LvYearRange range;

  lv_year_grid_get_range (self->grid, &range);
  for (guint row = range.top; row <= range.bottom; row++)
    for (guint column = range.left; column <= range.right; column++)
      {
        gssize at = lv_year_table_cell (table, row, column);
        gsize cell = (gsize) at;

        if (at >= 0)
          g_array_append_val (cells, cell);
      }
  return cells;
}

/* Locks what is selected; where all of it is locked already, lets go of it. */
static void
lock_cb (LvCardSpread *self)
{
  g_autoptr (GArray) cells = selected_cells (self);
  g_autofree gboolean *locks = lv_session_locks (session_of (self), self->spread.cells);
  gboolean all = TRUE;

  if (cells->len == 0 || !lv_year_grid_commit (self->grid))
    return;
  for (guint i = 0; i < cells->len; i++)
    all = all && locks[g_array_index (cells, gsize, i)];
  lv_session_lock_cells (session_of (self), self->spread.cells, (gsize *) cells->data, cells->len, !all);
}

static gboolean
lock_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  lock_cb (user_data);
  return TRUE;
}

static void
share_cb (LvCardSpread *self)
{
  if (lv_year_grid_commit (self->grid))
    lv_session_spread (session_of (self), &self->spread, _ ("Share out the rest"));
}

/* --- Building */

static GtkWidget *
heading (const char *text, GtkAccessibleRole role, float xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "xalign",
                                   xalign, "wrap", role == GTK_ACCESSIBLE_ROLE_ROW_HEADER, NULL);

  gtk_widget_add_css_class (label, "lv-table-head");
  return label;
}

static void
attach_sum (LvCardSpread *self, GtkGrid *grid, const LvNode *node, gsize cell, gboolean rest, int column,
            int row)
{
  Sum sum = { .node = node, .cell = cell, .rest = rest };

  sum.label = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, NULL);
  gtk_widget_add_css_class (sum.label, "numeric");
  sum.view = lv_number_view_new (sum.label, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  lv_number_view_set (LV_NUMBER_VIEW (sum.view), session_of (self), node, cell);
  gtk_grid_attach (grid, sum.view, column, row, 1, 1);
  g_array_append_val (self->sums, sum);
}

/* The lines of a node that runs along the years: one per member of its other axes. */
static int
attach_lines (LvCardSpread *self, GtkGrid *grid, const LvNode *node, gboolean rest, int row)
{
  g_autoptr (LvYearTable) table = lv_year_table_new (session_of (self), node);

  for (guint line = 0; line < table->rows; line++, row++)
    {
      const char *member = g_ptr_array_index (table->row_titles, line);
      g_autofree char *title = table->rows > 1
                                   ? g_strdup_printf ("%s, %s", lv_node_title (node), member)
                                   : g_strdup (lv_node_title (node));

      gtk_grid_attach (grid, heading (title, GTK_ACCESSIBLE_ROLE_ROW_HEADER, 0), 0, row, 1, 1);
      for (guint column = 0; column < table->columns; column++)
        {
          gssize at = lv_year_table_cell (table, line, column);

          if (row == 1)
            gtk_grid_attach (grid,
                             heading (g_ptr_array_index (table->column_titles, column),
                                      GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, 1),
                             (int) column + 1, 0, 1, 1);
          if (at >= 0)
            attach_sum (self, grid, node, (gsize) at, rest, (int) column + 1, row);
        }
    }
  return row;
}

static void
build_sums (LvCardSpread *self)
{
  LvCard *card = LV_CARD (self);
  const char *id = lv_item_get (lv_card_item (card), "total");
  const LvNode *total = id != NULL ? lv_model_find (lv_session_model (session_of (self)), id) : NULL;
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID,
                                  "column-spacing", 12, "row-spacing", 2, NULL);
  int row = 1;

  lv_card_set_name (grid, _ ("What is to be spread, and what is left"));
  if (total != NULL)
    row = attach_lines (self, GTK_GRID (grid), total, FALSE, row);
  attach_lines (self, GTK_GRID (grid), self->spread.rest, TRUE, row);
  lv_number_view_join (GTK_GRID (grid));
  lv_card_append (card, lv_card_scroll_new (grid, _ ("What is to be spread, and what is left")));
}

static void
build_buttons (LvCardSpread *self)
{
  GtkWidget *line = lv_line_box_new (6);
  GtkWidget *lock = gtk_button_new_with_mnemonic (_ ("_Lock or Unlock"));

  self->share = gtk_button_new_with_mnemonic (_ ("_Share Out the Rest"));
  self->state = lv_card_label ("", NULL);
  gtk_widget_set_hexpand (self->state, TRUE);
  lv_card_set_tooltip (lock, _ ("Locked amounts stay when the rest is shared out (Ctrl+L)"));
  lv_card_set_tooltip (
      self->share, _ ("In equal parts over the amounts that are not locked, in every year"));
  g_signal_connect_swapped (lock, "clicked", G_CALLBACK (lock_cb), self);
  g_signal_connect_swapped (self->share, "clicked", G_CALLBACK (share_cb), self);
  gtk_box_append (GTK_BOX (line), self->state);
  gtk_box_append (GTK_BOX (line), lock);
  gtk_box_append (GTK_BOX (line), self->share);
  lv_card_append (LV_CARD (self), line);
}

static void
listen (LvCardSpread *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_l, GDK_CONTROL_MASK),
                        gtk_callback_action_new (lock_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->grid), keys);
}

static void
lv_card_spread_build (LvCard *card)
{
  LvCardSpread *self = (LvCardSpread *) card;
  g_autofree char *reason = NULL;

  if (!lv_spread_init (&self->spread, lv_card_session (card), lv_card_item (card), &reason))
    {
      lv_card_append (card, lv_card_label (reason, "dim-label"));
      return;
    }
  self->grid = lv_year_grid_new (lv_card_session (card), self->spread.cells);
  lv_year_grid_show_locks (self->grid);
  lv_card_append (card, GTK_WIDGET (self->grid));
  build_sums (self);
  build_buttons (self);
  listen (self);
}

/* --- Showing */

static void
update_sum (LvCardSpread *self, const Sum *sum)
{
  const LvPack *pack = lv_session_pack (session_of (self));
  LvValue value = lv_state_get (lv_session_state (session_of (self)), sum->node, sum->cell);
  g_autofree char *number = lv_card_number (pack, sum->node, value);
  g_autofree char *title = lv_card_cell_title (sum->node, sum->cell);
  g_autofree char *amount = lv_text_amount (pack, sum->node, value);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, amount);
  gboolean open = sum->rest && !(fabs (value.number) < NOTHING);

  lv_card_set_text (sum->label, number);
  lv_card_set_style (sum->label, "lv-rest-open", open);
  lv_card_set_name (sum->view, name);
}

/* "Left in 3 of 10 amounts", or that all of it is placed. */
static void
update_state (LvCardSpread *self)
{
  guint left = 0;
  guint of = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->sums->len; i++)
    {
      const Sum *sum = &g_array_index (self->sums, Sum, i);
      double value = lv_state_number (lv_session_state (session_of (self)), sum->node, sum->cell);

      if (!sum->rest)
        continue;
      of++;
      left += !(fabs (value) < NOTHING);
    }
  text = left == 0 ? g_strdup (_ ("All of it is placed."))
                   : g_strdup_printf (ngettext ("Not yet placed: %u of %u amounts has a rest.",
                                                "Not yet placed: %u of %u amounts have a rest.", left),
                                      left, of);
  lv_card_set_text (self->state, text);
  lv_card_set_style (self->state, "lv-rest-open", left > 0);
  gtk_widget_set_sensitive (self->share, left > 0);
}

static void
lv_card_spread_update (LvCard *card)
{
  LvCardSpread *self = (LvCardSpread *) card;

  if (self->grid == NULL)
    return;
  lv_year_grid_update (self->grid);
  for (guint i = 0; i < self->sums->len; i++)
    update_sum (self, &g_array_index (self->sums, Sum, i));
  update_state (self);
}

static void
lv_card_spread_finalize (GObject *object)
{
  g_array_unref (((LvCardSpread *) object)->sums);
  G_OBJECT_CLASS (lv_card_spread_parent_class)->finalize (object);
}

static void
lv_card_spread_class_init (LvCardSpreadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_card_spread_finalize;
  LV_CARD_CLASS (klass)->build = lv_card_spread_build;
  LV_CARD_CLASS (klass)->update = lv_card_spread_update;
}

static void
lv_card_spread_init (LvCardSpread *self)
{
  self->sums = g_array_new (FALSE, FALSE, sizeof (Sum));
}
