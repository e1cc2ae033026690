/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-input-list.h"

#include "lv-card-tools.h"
#include "lv-card-wrap.h"
#include "lv-input-info.h"
#include "lv-line-layout.h"

/* Members that may stand as rows of their own; more are folded into a grid. */
#define MOST_ROWS 6

/* Least width of an input beside another. */
#define SPREAD_WIDTH 280

/* One widget of the list and what it shows. */
typedef struct
{
  GtkWidget *widget; /* LvInputRow or LvInputGrid */
  const LvNode *node;
  gsize cell;
} Part;

struct _LvInputList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GArray *parts;      /* (owned) Part */
  LvSession *session; /* (owned) */
};

G_DEFINE_FINAL_TYPE (LvInputList, lv_input_list, GTK_TYPE_WIDGET)

static void
add_part (LvInputList *self, GtkWidget *box, GtkWidget *widget, const LvNode *node, gsize cell)
{
  Part part = { widget, node, cell };

  gtk_box_append (GTK_BOX (box), widget);
  g_array_append_val (self->parts, part);
}

static gboolean
is_free_text (const LvNode *node)
{
  const LvParameter *parameter = lv_node_parameter (node);

  return parameter == NULL || parameter->input == LV_INPUT_NUMBER
         || parameter->input == LV_INPUT_MONTH;
}

static guint
count_present (LvInputList *self, const LvNode *node)
{
  guint count = 0;

  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
    if (lv_node_present (lv_session_model (self->session), node, cell))
      count++;
  return count;
}

/* A heading with what holds for all members, then a row for each. */
static void
add_members (LvInputList *self, const LvNode *node)
{
  GtkWidget *group = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                   "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, NULL);
  GtkWidget *top = lv_line_box_new (6);
  GtkWidget *heading = lv_card_label (lv_node_title (node), NULL);
  GtkWidget *info = lv_input_info_button_new (self->session, node, lv_node_title (node));

  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (top), heading);
  if (info != NULL)
    {
      gtk_widget_add_css_class (info, "lv-no-reset");
      gtk_box_append (GTK_BOX (top), info);
    }
  gtk_box_append (GTK_BOX (group), top);
  lv_card_set_name (group, lv_node_title (node));
  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
    {
      g_autofree char *title = lv_shape_cell_title (lv_node_shape (node), cell);
      GtkWidget *row;

      if (!lv_node_present (lv_session_model (self->session), node, cell))
        continue;
      row = GTK_WIDGET (lv_input_row_new (self->session, node, cell, title, LV_INPUT_ROW_PLAIN));
      gtk_widget_add_css_class (row, "lv-member");
      add_part (self, group, row, node, cell);
    }
  gtk_box_append (GTK_BOX (self->box), group);
}

/* One line of years is short enough to stand open. */
static void
add_table (LvInputList *self, const LvNode *node)
{
  LvInputGrid *grid = lv_input_grid_new (self->session, node);

  add_part (self, self->box, GTK_WIDGET (grid), node, 0);
  lv_input_grid_set_expanded (grid, lv_node_shape (node)->n == 1 && lv_year_node_is_table (node));
}

static void
add_node (LvInputList *self, const LvNode *node)
{
  const LvShape *shape = lv_node_shape (node);

  if (!lv_node_is_input (node))
    return;
  if (shape->n == 0)
    add_part (self, self->box,
              GTK_WIDGET (lv_input_row_new (self->session, node, 0, NULL, LV_INPUT_ROW_NORMAL)), node,
              0);
  else if (is_free_text (node)
           && (shape->n > 1 || lv_year_node_is_table (node) || count_present (self, node) > MOST_ROWS))
    add_table (self, node);
  else
    add_members (self, node);
}

/** Shows the session's values; what is being typed or pulled is left alone. */
void
lv_input_list_update (LvInputList *self)
{
  g_return_if_fail (LV_IS_INPUT_LIST (self));
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (LV_IS_INPUT_ROW (part->widget))
        lv_input_row_update (LV_INPUT_ROW (part->widget));
      else
        lv_input_grid_update (LV_INPUT_GRID (part->widget));
    }
}

static void
lv_input_list_dispose (GObject *object)
{
  LvInputList *self = LV_INPUT_LIST (object);

  g_array_set_size (self->parts, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_input_list_parent_class)->dispose (object);
}

static void
lv_input_list_finalize (GObject *object)
{
  g_array_unref (LV_INPUT_LIST (object)->parts);
  G_OBJECT_CLASS (lv_input_list_parent_class)->finalize (object);
}

static void
lv_input_list_class_init (LvInputListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_input_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_input_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_input_list_init (LvInputList *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * lv_input_list_new:
 * @item: a card
 * @key: "inputs" or "controls"
 *
 * Returns: (transfer floating): the inputs that @item names under @key
 */
LvInputList *
lv_input_list_new (LvSession *session, const LvItem *item, const char *key)
{
  LvInputList *self = g_object_new (LV_TYPE_INPUT_LIST, NULL);
  g_autoptr (GPtrArray) items = lv_card_items (lv_session_pack (session), item, key);

  self->session = g_object_ref (session);
  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *input = g_ptr_array_index (items, i);
      const LvNode *node = lv_model_find (lv_session_model (session), input->id);

      if (node != NULL)
        add_node (self, node);
    }
  return self;
}

/** Puts the inputs side by side where there is room, instead of one under the other. */
void
lv_input_list_spread (LvInputList *self)
{
  g_return_if_fail (LV_IS_INPUT_LIST (self));
  gtk_widget_set_layout_manager (self->box, g_object_new (LV_TYPE_CARD_WRAP, NULL));
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_set_size_request (child, SPREAD_WIDTH, -1);
      gtk_widget_set_valign (child, GTK_ALIGN_START);
    }
}

/** Returns: (transfer floating): the one input @node, in the form that its axes ask for */
LvInputList *
lv_input_list_new_for (LvSession *session, const LvNode *node)
{
  LvInputList *self = g_object_new (LV_TYPE_INPUT_LIST, NULL);

  self->session = g_object_ref (session);
  add_node (self, node);
  return self;
}

/** Returns: (transfer none) (nullable): the row of @cell, or the grid that holds it */
GtkWidget *
lv_input_list_find (LvInputList *self, const LvNode *node, gsize cell)
{
  g_return_val_if_fail (LV_IS_INPUT_LIST (self), NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (part->node == node && (part->cell == cell || LV_IS_INPUT_GRID (part->widget)))
        return part->widget;
    }
  return NULL;
}
