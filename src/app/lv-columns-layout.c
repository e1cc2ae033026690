/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-columns-layout.h"

#include "lv-card.h"

#define COLUMN_WIDTH 440
#define MAX_COLUMNS 4
#define SPACING 12

struct _LvColumnsLayout
{
  GtkLayoutManager parent_instance;

  int width; /* that it was given last; 0 before */
};

G_DEFINE_FINAL_TYPE (LvColumnsLayout, lv_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

/** Where placing cards stands: the lower edge of each column. */
typedef struct
{
  int columns;
  int width; /* of one column */
  int bottom[MAX_COLUMNS];
} Placing;

static void
placing_init (Placing *self, int width)
{
  *self = (Placing){ .columns = CLAMP ((width + SPACING) / (COLUMN_WIDTH + SPACING), 1, MAX_COLUMNS) };
  self->width = (width - (self->columns - 1) * SPACING) / self->columns;
}

static gboolean
is_wide (GtkWidget *child)
{
  return !LV_IS_CARD (child) || lv_card_get_wide (LV_CARD (child));
}

static int
lowest (const Placing *self)
{
  int lowest = 0;

  for (int i = 0; i < self->columns; i++)
    lowest = MAX (lowest, self->bottom[i]);
  return lowest;
}

/* Finds the rectangle of the next card and moves the edges. */
static void
place (Placing *self, GtkWidget *child, GtkAllocation *rectangle)
{
  gboolean wide = is_wide (child);
  int column = 0;
  int height;

  for (int i = 1; !wide && i < self->columns; i++)
    if (self->bottom[i] < self->bottom[column])
      column = i;
  rectangle->x = column * (self->width + SPACING);
  rectangle->y = wide ? lowest (self) : self->bottom[column];
  rectangle->width = wide ? self->columns * (self->width + SPACING) - SPACING : self->width;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, rectangle->width, &height, NULL, NULL, NULL);
  rectangle->height = height;
  for (int i = 0; i < self->columns; i++)
    if (wide || i == column)
      self->bottom[i] = rectangle->y + height + SPACING;
}

static GtkSizeRequestMode
lv_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int own;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &own, NULL, NULL, NULL);
      *minimum = MAX (*minimum, own);
    }
  *natural = MAX (*minimum, 2 * COLUMN_WIDTH + SPACING);
}

static void
lv_columns_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                           int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  Placing placing;
  GtkAllocation rectangle;
  int wanted;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  /* What scrolls the page asks for its height without a width: texts are not broken for another width than
   * the one that they have. */
  if (for_size < 0 && LV_COLUMNS_LAYOUT (manager)->width > 0)
    for_size = LV_COLUMNS_LAYOUT (manager)->width;
  if (for_size < 0)
    measure_width (widget, &wanted, &for_size);
  placing_init (&placing, for_size);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      place (&placing, child, &rectangle);
  *minimum = *natural = MAX (lowest (&placing) - SPACING, 0);
}

static void
lv_columns_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                            int baseline)
{
  Placing placing;

  LV_COLUMNS_LAYOUT (manager)->width = width;
  placing_init (&placing, width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation rectangle;

      if (!gtk_widget_should_layout (child))
        continue;
      place (&placing, child, &rectangle);
      gtk_widget_size_allocate (child, &rectangle, -1);
    }
}

static void
lv_columns_layout_class_init (LvColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = lv_columns_layout_get_request_mode;
  layout_class->measure = lv_columns_layout_measure;
  layout_class->allocate = lv_columns_layout_allocate;
}

static void
lv_columns_layout_init (LvColumnsLayout *self)
{
}
