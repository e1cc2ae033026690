/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-line-layout.h"

#include "lv-card-tools.h"

struct _LvLineLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (LvLineLayout, lv_line_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Returns: (transfer full): GtkRequestedSize of each child, with the least and the wished width */
static GArray *
request (GtkWidget *widget)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  lv_card_for_each_shown (child, widget)
    {
      GtkRequestedSize size = { .data = child };

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size,
                          &size.natural_size, NULL, NULL);
      g_array_append_val (sizes, size);
    }
  return sizes;
}

static int
gaps (const LvLineLayout *self, const GArray *sizes)
{
  return sizes->len > 1 ? self->spacing * (int) (sizes->len - 1) : 0;
}

/* Shares @rest among the children that expand. */
static void
expand (GArray *sizes, int rest)
{
  int count = 0;

  for (guint i = 0; i < sizes->len; i++)
    count += gtk_widget_compute_expand (g_array_index (sizes, GtkRequestedSize, i).data,
                                        GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; count > 0 && i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int part = rest / count;

      if (!gtk_widget_compute_expand (size->data, GTK_ORIENTATION_HORIZONTAL))
        continue;
      size->minimum_size += part;
      rest -= part;
      count--;
    }
}

/* Returns: (transfer full): as request(), the least width being the one that each gets out of @width */
static GArray *
share_out (const LvLineLayout *self, GtkWidget *widget, int width)
{
  GArray *sizes = request (widget);
  int rest = width - gaps (self, sizes);

  for (guint i = 0; i < sizes->len; i++)
    rest -= g_array_index (sizes, GtkRequestedSize, i).minimum_size;
  if (rest > 0)
    rest = gtk_distribute_natural_allocation (rest, sizes->len, (GtkRequestedSize *) sizes->data);
  if (rest > 0)
    expand (sizes, rest);
  return sizes;
}

static GtkSizeRequestMode
lv_line_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (const LvLineLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  g_autoptr (GArray) sizes = request (widget);

  *minimum = *natural = gaps (self, sizes);
  for (guint i = 0; i < sizes->len; i++)
    {
      *minimum += g_array_index (sizes, GtkRequestedSize, i).minimum_size;
      *natural += g_array_index (sizes, GtkRequestedSize, i).natural_size;
    }
}

static void
lv_line_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                        int for_size, int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  LvLineLayout *self = LV_LINE_LAYOUT (manager);
  g_autoptr (GArray) sizes = NULL;
  int least;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  if (for_size < 0)
    measure_width (self, widget, &least, &for_size);
  sizes = share_out (self, widget, for_size);
  *minimum = *natural = 0;
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int wished;

      gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, size->minimum_size, &least, &wished, NULL,
                          NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wished);
    }
}

static void
lv_line_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                         int baseline)
{
  LvLineLayout *self = LV_LINE_LAYOUT (manager);
  g_autoptr (GArray) sizes = share_out (self, widget, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int own = size->minimum_size;

      gtk_widget_size_allocate (
          size->data, &(GtkAllocation){ mirrored ? width - x - own : x, 0, own, height }, -1);
      x += own + self->spacing;
    }
}

static void
lv_line_layout_class_init (LvLineLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = lv_line_layout_get_request_mode;
  layout_class->measure = lv_line_layout_measure;
  layout_class->allocate = lv_line_layout_allocate;
}

static void
lv_line_layout_init (LvLineLayout *self)
{
}

/** Returns: (transfer floating): a box with the layout, for gtk_box_append() */
GtkWidget *
lv_line_box_new (int spacing)
{
  LvLineLayout *layout = g_object_new (LV_TYPE_LINE_LAYOUT, NULL);

  layout->spacing = spacing;
  return g_object_new (GTK_TYPE_BOX, "layout-manager", layout, NULL);
}
