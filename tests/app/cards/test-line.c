/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of a card: what stands in it gets the width that it wishes, the rest goes to what expands, and nobody is
 * asked for a width that fits a height, which made pages of inputs slow to open. */
#include "card-fixture.h"

#include "lv-line-layout.h"

#define SPACING 6

/* Like a text that wraps: 100 to 400 wide, and as high as 4.000 square pixels ask for. */
typedef struct
{
  GtkWidget parent_instance;

  guint tried; /* how often it was asked for its width at some height */
} Probe;

typedef struct
{
  GtkWidgetClass parent_class;
} ProbeClass;

GType probe_get_type (void);
G_DEFINE_FINAL_TYPE (Probe, probe, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
probe_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
probe_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
               int *minimum_baseline, int *natural_baseline)
{
  Probe *self = (Probe *) widget;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = 4000 / (for_size > 0 ? for_size : 100);
      return;
    }
  self->tried += for_size >= 0;
  *minimum = 100;
  *natural = 400;
}

static void
probe_class_init (ProbeClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_request_mode = probe_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = probe_measure;
}

static void
probe_init (Probe *self)
{
}

typedef struct
{
  GtkWidget *line;
  Probe *text;
  GtkWidget *button; /* 50 wide */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->line = g_object_ref_sink (lv_line_box_new (SPACING));
  self->text = g_object_new (probe_get_type (), NULL);
  self->button = g_object_new (probe_get_type (), NULL);
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (self->line), self->button);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->line);
}

static int
height_at (Fixture *self, int width)
{
  int height;

  gtk_widget_measure (self->line, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static int
width_of (Fixture *self, GtkWidget *child, int width)
{
  gtk_widget_allocate (self->line, width, height_at (self, width), -1, NULL);
  return gtk_widget_get_width (child);
}

static void
test_width (Fixture *self, gconstpointer data)
{
  int least;
  int wished;

  gtk_widget_measure (self->line, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
  g_assert_cmpint (least, ==, 200 + SPACING);
  g_assert_cmpint (wished, ==, 800 + SPACING);
  g_assert_cmpint (width_of (self, GTK_WIDGET (self->text), 400 + SPACING), ==, 200);
  g_assert_cmpint (width_of (self, self->button, 400 + SPACING), ==, 200);
}

/* What is left over goes to what expands, and to nobody where nothing does. */
static void
test_expand (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (width_of (self, GTK_WIDGET (self->text), 1000 + SPACING), ==, 400);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  g_assert_cmpint (width_of (self, GTK_WIDGET (self->text), 1000 + SPACING), ==, 600);
  g_assert_cmpint (width_of (self, self->button, 1000 + SPACING), ==, 400);
}

static void
test_hidden (Fixture *self, gconstpointer data)
{
  gtk_widget_set_visible (self->button, FALSE);
  g_assert_cmpint (width_of (self, GTK_WIDGET (self->text), 200), ==, 200);
  g_assert_cmpint (height_at (self, 200), ==, 20);
}

/* The highest child decides, at the width that it gets. */
static void
test_height (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (height_at (self, 200 + SPACING), ==, 40);
  g_assert_cmpint (height_at (self, 800 + SPACING), ==, 10);
  g_assert_cmpuint (self->text->tried, ==, 0);
}

static void
test_mirrored (Fixture *self, gconstpointer data)
{
  graphene_rect_t bounds;

  gtk_widget_set_direction (self->line, GTK_TEXT_DIR_RTL);
  gtk_widget_allocate (self->line, 400 + SPACING, 20, -1, NULL);
  g_assert_true (gtk_widget_compute_bounds (self->button, self->line, &bounds));
  g_assert_cmpfloat ((double) bounds.origin.x, ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/line/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("width", test_width);
  ADD ("expand", test_expand);
  ADD ("hidden", test_hidden);
  ADD ("height", test_height);
  ADD ("mirrored", test_mirrored);
  return g_test_run ();
}
