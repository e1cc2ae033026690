/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Axes, shapes and places. What it protects: which cell "ta/2025..2029" is, in every shape; months
 * know their years; and a wrong member is told with its axis. */
#include "lv-place.h"

typedef struct
{
  LvAxis *area, *year, *month;
  LvShape shape;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  static const char *const areas[] = { "koeb", "stu", "ta" };

  self->area = lv_axis_new ("omraade", "Område");
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    g_assert_cmpint (
        lv_axis_add_member (self->area, areas[i], i == 2 ? "Tabt arbejdsfortjeneste" : NULL), ==,
        TRUE);
  self->year = lv_axis_new ("aar", "År");
  self->year->kind = LV_AXIS_WHOLE;
  self->year->first = 2025;
  self->year->number = 70;
  for (int i = 2025; i <= 2028; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", i);

      lv_axis_add_member (self->year, id, NULL);
    }
  self->month = lv_axis_new ("maaned", "Måned");
  self->month->kind = LV_AXIS_MONTHS;
  self->month->first = 2024 * 12 + 6;
  self->month->number = 1;
  self->month->parent = self->year;
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);

      lv_axis_add_member (self->month, id, NULL);
    }
  self->shape = (LvShape) { 2, { self->area, self->year } };
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  lv_axis_free (self->area);
  lv_axis_free (self->year);
  lv_axis_free (self->month);
}

static void
test_axis (Fixture *self, gconstpointer unused)
{
  g_assert_cmpuint (lv_axis_length (self->area), ==, 3);
  g_assert_cmpint (lv_axis_find (self->area, "stu"), ==, 1);
  g_assert_cmpint (lv_axis_find (self->area, "STU"), ==, -1);
  g_assert_cmpstr (lv_axis_member (self->area, 0)->title, ==, "koeb");
  g_assert_cmpstr (lv_axis_member (self->area, 2)->title, ==, "Tabt arbejdsfortjeneste");
  g_assert_cmpint (lv_axis_add_member (self->area, "ta", NULL), ==, FALSE);
  for (guint i = 3; i < LV_MAX_MEMBERS; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%u", i);

      g_assert_cmpint (lv_axis_add_member (self->area, id, NULL), ==, TRUE);
    }
  g_assert_cmpint (lv_axis_add_member (self->area, "one-more", NULL), ==, FALSE);
}

static void
test_months (Fixture *self, gconstpointer unused)
{
  g_assert_cmpint (lv_axis_month (self->month, 0), ==, 2024 * 12 + 6);
  g_assert_cmpint (lv_axis_parent_index (self->month, 0), ==, -1); /* July 2024: before the years */
  g_assert_cmpint (lv_axis_parent_index (self->month, 5), ==, -1);
  g_assert_cmpint (lv_axis_parent_index (self->month, 6), ==, 0);
  g_assert_cmpint (lv_axis_parent_index (self->month, 17), ==, 0);
  g_assert_cmpint (lv_axis_parent_index (self->month, 18), ==, 1);
  g_assert_cmpint (lv_axis_parent_index (self->month, 53), ==, 3);
  g_assert_cmpint (lv_axis_parent_index (self->month, 54), ==, -1); /* after the years */
  g_assert_cmpint (lv_axis_parent_index (self->area, 0), ==, -1);
}

static void
test_sets (Fixture *self, gconstpointer unused)
{
  LvAxes set = { 0 };
  LvAxes other = { 0 };

  g_assert_cmpint (lv_axes_has (&set, self->year), ==, FALSE);
  lv_axes_add (&set, self->year);
  lv_axes_add (&other, self->month);
  g_assert_cmpint (lv_axes_has (&set, self->year), ==, TRUE);
  g_assert_cmpint (lv_axes_has (&set, self->month), ==, FALSE);
  lv_axes_unite (&set, &other);
  g_assert_cmpint (lv_axes_has (&set, self->month), ==, TRUE);
  g_assert_cmpint (lv_axes_has (&set, self->area), ==, FALSE);
}

static void
test_shape (Fixture *self, gconstpointer unused)
{
  g_autofree char *name = lv_shape_cell_name (&self->shape, 9);
  g_autofree char *title = lv_shape_cell_title (&self->shape, 9);
  g_autofree char *none = lv_shape_cell_name (&(LvShape) { 0 }, 0);
  LvShape shape = self->shape;

  g_assert_cmpuint (lv_shape_cells (&self->shape), ==, 12);
  g_assert_cmpuint (lv_shape_cells (&(LvShape) { 0 }), ==, 1);
  g_assert_cmpuint (lv_shape_stride (&self->shape, 0), ==, 4);
  g_assert_cmpuint (lv_shape_stride (&self->shape, 1), ==, 1);
  g_assert_cmpuint (lv_shape_coordinate (&self->shape, 9, 0), ==, 2);
  g_assert_cmpuint (lv_shape_coordinate (&self->shape, 9, 1), ==, 1);
  g_assert_cmpstr (name, ==, "ta/2026");
  g_assert_cmpstr (title, ==, "Tabt arbejdsfortjeneste, 2026");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpint (lv_shape_add (&shape, self->year), ==, TRUE);
  g_assert_cmpuint (shape.n, ==, 2);
  g_assert_cmpint (lv_shape_add (&shape, self->month), ==, TRUE);
  g_assert_cmpint (lv_shape_find (&shape, self->month), ==, 2);
  lv_shape_remove (&shape, self->area);
  g_assert_cmpint (lv_shape_find (&shape, self->month), ==, 1);
  g_assert_cmpint (lv_shape_equal (&shape, &self->shape), ==, FALSE);
  g_assert_cmpint (lv_shape_equal (&self->shape, &self->shape), ==, TRUE);
}

static void
test_shape_is_full (Fixture *self, gconstpointer unused)
{
  LvAxis *axes[LV_MAX_TERM_AXES + 1];
  LvShape shape = { 0 };

  for (guint i = 0; i <= LV_MAX_TERM_AXES; i++)
    {
      axes[i] = lv_axis_new ("a", "A");
      g_assert_cmpint (lv_shape_add (&shape, axes[i]), ==, i < LV_MAX_TERM_AXES);
    }
  for (guint i = 0; i <= LV_MAX_TERM_AXES; i++)
    lv_axis_free (axes[i]);
}

/* The cells of a place, as their numbers. */
static char *
cells_of (const LvPlace *place, const LvShape *shape)
{
  GString *out = g_string_new (NULL);
  gssize cell = -1;

  while (lv_place_next (place, shape, &cell))
    g_string_append_printf (out, "%s%d", out->len > 0 ? " " : "", (int) cell);
  return g_string_free (out, FALSE);
}

static void
test_places (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *text, *cells;
  } rows[] = {
    { "", "0 1 2 3 4 5 6 7 8 9 10 11" },
    { "*", "0 1 2 3 4 5 6 7 8 9 10 11" },
    { "*/*", "0 1 2 3 4 5 6 7 8 9 10 11" },
    { "stu", "4 5 6 7" },
    { "stu/2026", "5" },
    { "*/2028", "3 7 11" },
    { "koeb..stu/2025..2026", "0 1 4 5" },
    { "ta/2027..2027", "10" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *reason = NULL;
      g_autofree char *cells = NULL;
      LvPlace place;

      g_assert_cmpint (lv_place_parse (rows[i].text, &self->shape, &place, &reason), ==, TRUE);
      cells = cells_of (&place, &self->shape);
      g_assert_cmpstr (cells, ==, rows[i].cells);
      for (gsize cell = 0; cell < 12; cell++)
        {
          g_autofree char *word = g_strdup_printf (" %u ", (guint) cell);
          g_autofree char *list = g_strconcat (" ", rows[i].cells, " ", NULL);

          g_assert_cmpint (lv_place_contains (&place, &self->shape, cell), ==,
                           strstr (list, word) != NULL);
        }
    }
}

/* The cells of any place are those that it contains, in their order. */
static void
test_place_walk (Fixture *self, gconstpointer unused)
{
  const LvShape *shape = &self->shape;

  for (guint round = 0; round < 2000; round++)
    {
      gssize walked = -1;
      LvPlace place;

      lv_place_all (shape, &place);
      for (guint i = 0; i < place.n; i++)
        {
          guint length = lv_axis_length (shape->axis[i]);

          place.from[i] = (guint) g_test_rand_int_range (0, (gint32) length);
          place.to[i] = (guint) g_test_rand_int_range ((gint32) place.from[i], (gint32) length);
        }
      for (gsize cell = 0; cell < lv_shape_cells (shape); cell++)
        if (lv_place_contains (&place, shape, cell))
          {
            g_assert_true (lv_place_next (&place, shape, &walked));
            g_assert_cmpint (walked, ==, (gssize) cell);
          }
      g_assert_false (lv_place_next (&place, shape, &walked));
      g_assert_false (lv_place_next (&place, shape, &walked));
    }
}

static void
test_wrong_places (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *text, *reason;
  } rows[] = {
    { "ta/2030", "“2030” is not a member of the axis aar" },
    { "TA", "“TA” is not a member of the axis omraade" },
    { "/2025", "“” is not a member of the axis omraade" },
    { "ta/", "“” is not a member of the axis aar" },
    { "ta/2028..2025", "the range 2028..2025 runs backwards" },
    { "ta/2025..", "“” is not a member of the axis aar" },
    { "ta/..2025", "“” is not a member of the axis aar" },
    { "ta/2025/x", "“ta/2025/x” names 3 members, but there are 2 axes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *reason = NULL;
      LvPlace place;

      g_assert_cmpint (lv_place_parse (rows[i].text, &self->shape, &place, &reason), ==, FALSE);
      g_assert_cmpstr (reason, ==, rows[i].reason);
    }
}

static void
test_overlap (Fixture *self, gconstpointer unused)
{
  g_autofree char *reason = NULL;
  LvPlace a, b, c;

  g_assert_cmpint (lv_place_parse ("ta", &self->shape, &a, &reason), ==, TRUE);
  g_assert_cmpint (lv_place_parse ("*/2026", &self->shape, &b, &reason), ==, TRUE);
  g_assert_cmpint (lv_place_parse ("koeb..stu/2025", &self->shape, &c, &reason), ==, TRUE);
  g_assert_cmpint (lv_place_overlaps (&a, &b), ==, TRUE);
  g_assert_cmpint (lv_place_overlaps (&a, &c), ==, FALSE);
  g_assert_cmpint (lv_place_overlaps (&b, &c), ==, FALSE);
  g_assert_cmpint (lv_place_is_single (&a, 0), ==, TRUE);
  g_assert_cmpint (lv_place_is_single (&a, 1), ==, FALSE);
  g_assert_cmpint (lv_place_is_single (&a, 2), ==, FALSE);
}

/* A place holds four axes; the two sides of a check together may have six. */
static void
test_too_many_axes (Fixture *self, gconstpointer unused)
{
  LvShape shape = { 0 };
  LvAxis *axes[LV_MAX_TERM_AXES];
  g_autofree char *reason = NULL;
  LvPlace place;

  for (guint i = 0; i < LV_MAX_TERM_AXES; i++)
    {
      axes[i] = lv_axis_new ("a", "A");
      lv_axis_add_member (axes[i], "x", NULL);
      lv_shape_add (&shape, axes[i]);
    }
  g_assert_cmpint (lv_place_parse ("x/x/x/x/x/x", &shape, &place, &reason), ==, FALSE);
  g_assert_cmpstr (reason, !=, NULL);
  for (guint i = 0; i < LV_MAX_TERM_AXES; i++)
    lv_axis_free (axes[i]);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/core/axis", test_axis);
  ADD ("/core/axis/months", test_months);
  ADD ("/core/axis/sets", test_sets);
  ADD ("/core/shape", test_shape);
  ADD ("/core/shape/full", test_shape_is_full);
  ADD ("/core/place", test_places);
  ADD ("/core/place-walk", test_place_walk);
  ADD ("/core/place/wrong", test_wrong_places);
  ADD ("/core/place/overlap", test_overlap);
  ADD ("/core/place/too-many-axes", test_too_many_axes);
  return g_test_run ();
}
