/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-card-wrap.h"

#include "lv-card-tools.h"

#define COLUMN_SPACING 8
#define ROW_SPACING 12

struct _LvCardWrap
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (LvCardWrap, lv_card_wrap, GTK_TYPE_LAYOUT_MANAGER)

/* What the children need: how many there are, the widest of them, and all side by side. */
typedef struct
{
  guint count;
  int widest;
  int row;
} Need;

static int
least_width (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static Need
find_need (GtkWidget *widget)
{
  Need need = { 0 };

  lv_card_for_each_shown (child, widget)
    {
      int width = least_width (child);

      need.widest = MAX (need.widest, width);
      need.row += width + (need.count > 0 ? COLUMN_SPACING : 0);
      need.count++;
    }
  return need;
}

/* Rows of about the same length: 8 in a room for 7 stand as 4 and 4, not as 7 and 1. */
static guint
count_columns (const Need *need, int width)
{
  int room = (width + COLUMN_SPACING) / (need->widest + COLUMN_SPACING);
  guint columns = (guint) CLAMP (room, 1, MAX ((int) need->count, 1));
  guint rows = (need->count + columns - 1) / columns;

  if (need->row <= width)
    return need->count;
  return rows > 0 ? (need->count + rows - 1) / rows : 1;
}

static int
width_of (const Need *need, GtkWidget *child, guint columns, int width)
{
  if (need->row <= width)
    return least_width (child) + (width - need->row) / (int) need->count;
  return (width - (int) (columns - 1) * COLUMN_SPACING) / (int) columns;
}

static void
place (GtkWidget *widget, GtkWidget *child, int x, int y, int width, int height, int all)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = all - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/* The height of the row of @columns children that begins with @child. */
static int
row_height (const Need *need, GtkWidget *child, guint columns, int width)
{
  int height = 0;

  for (guint i = 0; child != NULL && i < columns; i++)
    {
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width_of (need, child, columns, width), NULL,
                          &natural, NULL, NULL);
      height = MAX (height, natural);
      child = lv_card_next_shown (gtk_widget_get_next_sibling (child));
    }
  return height;
}

/* Walks the rows; @allocate says whether children get their place or are only measured. */
static int
walk (GtkWidget *widget, int width, gboolean allocate)
{
  Need need = find_need (widget);
  guint columns = count_columns (&need, width);
  GtkWidget *child = lv_card_next_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      int height = row_height (&need, child, columns, width);
      int x = 0;

      for (guint i = 0; child != NULL && i < columns; i++)
        {
          int own = width_of (&need, child, columns, width);

          if (allocate)
            place (widget, child, x, y, own, height, width);
          x += own + COLUMN_SPACING;
          child = lv_card_next_shown (gtk_widget_get_next_sibling (child));
        }
      y += height + (child != NULL ? ROW_SPACING : 0);
    }
  return y;
}

static void
lv_card_wrap_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                      int for_size, int *minimum, int *natural, int *minimum_baseline,
                      int *natural_baseline)
{
  Need need = find_need (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = need.widest;
      *natural = need.row;
      return;
    }
  *minimum = *natural = walk (widget, MAX (for_size < 0 ? need.row : for_size, need.widest), FALSE);
}

static void
lv_card_wrap_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                       int baseline)
{
  walk (widget, width, TRUE);
}

static GtkSizeRequestMode
lv_card_wrap_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lv_card_wrap_class_init (LvCardWrapClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = lv_card_wrap_measure;
  manager_class->allocate = lv_card_wrap_allocate;
  manager_class->get_request_mode = lv_card_wrap_get_request_mode;
}

static void
lv_card_wrap_init (LvCardWrap *self)
{
}

/** Returns: (transfer floating): a box that lays its children out so; use it like any GtkBox */
GtkWidget *
lv_card_wrap_box_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, g_object_new (LV_TYPE_CARD_WRAP, NULL));
  return box;
}
