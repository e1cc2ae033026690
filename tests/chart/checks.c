/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "checks.h"

#include <math.h>

static const struct { double width; double height; } sizes[] = {
  { 280, 180 }, { 420, 260 }, { 760, 430 }, { 900, 500 }, { 300, 700 }, { 1191, 842 },
};

#define SLACK 0.51

static gboolean
overlap (const LvRect *a, const LvRect *b)
{
  return a->x + SLACK < b->x + b->width && b->x + SLACK < a->x + a->width
         && a->y + SLACK < b->y + b->height && b->y + SLACK < a->y + a->height;
}

static gboolean
is_inside (const LvLayout *layout, const LvRect *rect, double margin)
{
  return rect->x >= -margin && rect->y >= -margin && rect->x + rect->width <= layout->width + margin
         && rect->y + rect->height <= layout->height + margin && isfinite (rect->x + rect->y);
}

static void
check_texts (const LvLayout *layout, const char *name)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const LvLayoutText *own = &g_array_index (layout->texts, LvLayoutText, i);

      if (!is_inside (layout, &own->rect, SLACK))
        g_error ("%s %gx%g: outside: %s (%g %g %g %g)", name, layout->width, layout->height,
                 own->text, own->rect.x, own->rect.y, own->rect.width, own->rect.height);
      g_assert_true (g_utf8_validate (own->text, -1, NULL));
      for (guint k = 0; k < i; k++)
        {
          const LvLayoutText *other = &g_array_index (layout->texts, LvLayoutText, k);

          if (overlap (&own->rect, &other->rect))
            g_error ("%s %gx%g: overlap: \"%s\" (%g %g %g %g) and \"%s\" (%g %g %g %g)", name,
                     layout->width, layout->height, own->text, own->rect.x, own->rect.y,
                     own->rect.width, own->rect.height, other->text, other->rect.x,
                     other->rect.y, other->rect.width, other->rect.height);
        }
    }
}

static void
check_marks (const LvLayout *layout)
{
  for (guint i = 0; i < layout->bars->len; i++)
    g_assert_true (is_inside (layout, &g_array_index (layout->bars, LvLayoutBar, i).rect, 1.0));
  for (guint i = 0; i < layout->boxes->len; i++)
    g_assert_true (is_inside (layout, &g_array_index (layout->boxes, LvLayoutBox, i).rect, 1.0));
  for (guint i = 0; i < layout->swatches->len; i++)
    g_assert_true (is_inside (layout, &g_array_index (layout->swatches, LvLayoutSwatch, i).rect,
                              SLACK));
  for (guint i = 0; i < layout->points->len; i++)
    {
      const LvLayoutPoint *point = &g_array_index (layout->points, LvLayoutPoint, i);
      LvRect rect = { point->x, point->y, 0.0, 0.0 };

      g_assert_true (is_inside (layout, &rect, 0.0));
    }
  g_assert_cmpint (layout->ticks.n_ticks, <=, LV_TICKS_MAX);
}

/** Fails the test where two texts of @layout overlap or anything of it is outside. */
void
check_layout (const LvLayout *layout, const char *name)
{
  check_texts (layout, name);
  check_marks (layout);
}

/** Checks @figure from a small card to A3. */
void
check_all_sizes (LvFigure *figure, const char *name, LvTextMeasure *measure)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (LvLayout) layout = lv_layout_new (figure, sizes[i].width, sizes[i].height,
                                                   measure);

      check_layout (layout, name);
    }
}

/**
 * compare_golden:
 * @file: the golden's name in tests/golden/chart
 *
 * Tells each line that differs; with LV_REGENERATE set, writes the golden instead.
 */
void
compare_golden (const char *file, const char *actual)
{
  g_autofree char *path = g_build_filename (LV_GOLDEN_DIR, file, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) left = NULL;
  g_auto (GStrv) right = NULL;

  if (g_getenv ("LV_REGENERATE") != NULL)
    {
      g_file_set_contents (path, actual, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  left = g_strsplit (expected, "\n", -1);
  right = g_strsplit (actual, "\n", -1);
  for (guint i = 0; left[i] != NULL && right[i] != NULL; i++)
    if (!g_str_equal (left[i], right[i]))
      g_test_message ("%s:%u\n- %s\n+ %s", file, i + 1, left[i], right[i]);
  g_assert_true (g_str_equal (expected, actual));
}
