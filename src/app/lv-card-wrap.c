/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-card-wrap.h"

#define COLUMN_SPACING 12
#define ROW_SPACING 12

struct _LvCardWrap
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (LvCardWrap, lv_card_wrap, GTK_TYPE_LAYOUT_MANAGER)

static guint
count_children (GtkWidget *widget, int *column_width)
{
  guint count = 0;

  *column_width = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      *column_width = MAX (*column_width, minimum);
      count++;
    }
  return count;
}

static guint
columns_for (guint count, int column_width, int width)
{
  int columns = (width + COLUMN_SPACING) / (column_width + COLUMN_SPACING);

  return (guint) CLAMP (columns, 1, MAX ((int) count, 1));
}

/* Rows of about the same length: 8 in a room for 7 stand as 4 and 4, not as 7 and 1. */
static guint
even_columns (guint count, guint columns)
{
  guint rows = (count + columns - 1) / columns;

  return rows > 0 ? (count + rows - 1) / rows : 1;
}

/* Walks the rows; @allocate says whether children get their place or are only measured. */
static int
walk (GtkWidget *widget, int width, gboolean allocate)
{
  int column_width;
  guint count = count_children (widget, &column_width);
  guint columns = even_columns (count, columns_for (count, column_width, width));
  int each = (width - (int) (columns - 1) * COLUMN_SPACING) / (int) columns;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *first = child;
      int height = 0;
      guint i = 0;

      for (; child != NULL && i < columns; child = gtk_widget_get_next_sibling (child))
        {
          int natural;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, each, NULL, &natural, NULL, NULL);
          height = MAX (height, natural);
          i++;
        }
      i = 0;
      for (GtkWidget *c = first; allocate && c != child; c = gtk_widget_get_next_sibling (c))
        if (gtk_widget_should_layout (c))
          {
            int x = (int) i++ * (each + COLUMN_SPACING);

            if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
              x = width - x - each;
            gtk_widget_size_allocate (c, &(GtkAllocation){ x, y, each, height }, -1);
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
  int column_width;
  guint count = count_children (widget, &column_width);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = column_width;
      *natural = MAX ((int) count * (column_width + COLUMN_SPACING) - COLUMN_SPACING, column_width);
      return;
    }
  if (for_size < 0)
    for_size = (int) count * (column_width + COLUMN_SPACING);
  *minimum = *natural = walk (widget, MAX (for_size, column_width), FALSE);
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
