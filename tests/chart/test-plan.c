/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects timelines and flows: arrows cross no box, rows are left out whole and counted, the
 * natural height shows everything, what is drawn is found again, the words follow the days. */

#include <math.h>
#include <string.h>

#include "lv-layout.h"
#include "samples.h"

#define SLACK 0.51

static const LvLayoutBox *
find_frame (const LvLayout *layout, int category)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const LvLayoutBox *box = &g_array_index (layout->boxes, LvLayoutBox, i);

      if (box->kind == LV_BOX_FRAME && box->category == category)
        return box;
    }
  return NULL;
}

static gboolean
meets (const LvRect *rect, const LvPlacePoint *a, const LvPlacePoint *b)
{
  return MIN (a->x, b->x) < rect->x + rect->width - SLACK && MAX (a->x, b->x) > rect->x + SLACK
         && MIN (a->y, b->y) < rect->y + rect->height - SLACK && MAX (a->y, b->y) > rect->y + SLACK;
}

static gboolean
touches (const LvRect *rect, const LvPlacePoint *point)
{
  return point->x > rect->x - SLACK && point->x < rect->x + rect->width + SLACK
         && point->y > rect->y - SLACK && point->y < rect->y + rect->height + SLACK;
}

static void
check_arrow (const LvLayout *layout, const LvLayoutArrow *arrow, const char *name)
{
  guint n = arrow->outline->len;
  const LvPlacePoint *points = (const LvPlacePoint *) (void *) arrow->outline->data;

  g_assert_cmpuint (n, >=, 2);
  g_assert_true (touches (&find_frame (layout, arrow->from)->rect, &points[0]));
  g_assert_true (touches (&find_frame (layout, arrow->to)->rect, &points[n - 1]));
  for (guint i = 0; i + 1 < n; i++)
    {
      /* Along or across, never askew. */
      g_assert_true (fabs (points[i].x - points[i + 1].x) < SLACK
                     || fabs (points[i].y - points[i + 1].y) < SLACK);
      for (guint b = 0; b < layout->boxes->len; b++)
        if (meets (&g_array_index (layout->boxes, LvLayoutBox, b).rect, &points[i], &points[i + 1]))
          g_error ("%s: the arrow %d-%d crosses box %d", name, arrow->from, arrow->to,
                   g_array_index (layout->boxes, LvLayoutBox, b).category);
    }
}

static void
check_boxes (const LvLayout *layout)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const LvRect *a = &g_array_index (layout->boxes, LvLayoutBox, i).rect;
        const LvRect *b = &g_array_index (layout->boxes, LvLayoutBox, k).rect;

        g_assert_false (a->x + SLACK < b->x + b->width && b->x + SLACK < a->x + a->width
                        && a->y + SLACK < b->y + b->height && b->y + SLACK < a->y + a->height);
      }
}

static void
check_flow (LvFigure *figure, const char *name)
{
  static const struct { double width; double height; } sizes[] = {
    { 280, 180 }, { 640, 360 }, { 300, 700 }, { 1191, 842 },
  };
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (LvLayout) layout = lv_layout_new (figure, sizes[i].width, sizes[i].height, fixed);

      check_boxes (layout);
      for (guint k = 0; k < layout->arrows->len; k++)
        check_arrow (layout, &g_array_index (layout->arrows, LvLayoutArrow, k), name);
    }
}

static void
test_flows (void)
{
  for (gsize i = 0; i < n_samples; i++)
    if (g_str_has_prefix (samples[i].name, "flow"))
      {
        g_autoptr (LvFigure) figure = samples[i].make ();

        check_flow (figure, samples[i].name);
      }
}

static void
test_random_flows (void)
{
  for (guint32 seed = 1; seed <= 300; seed++)
    {
      g_autoptr (LvFigure) figure = sample_flow_random (seed);
      g_autofree char *name = g_strdup_printf ("random %u", seed);

      check_flow (figure, name);
    }
}

/* Arrows run the way of the area, a way back the other. */
static void
test_direction (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = sample_find ("flow");
  g_autoptr (LvLayout) wide = lv_layout_new (figure, 900, 400, fixed);
  g_autoptr (LvLayout) tall = lv_layout_new (figure, 400, 900, fixed);

  for (int i = 0; i < lv_figure_n_links (figure); i++)
    {
      const LvFigureLink *link = lv_figure_get_link (figure, i);

      g_assert_cmpfloat (find_frame (wide, link->from)->rect.x, <,
                         find_frame (wide, link->to)->rect.x);
      g_assert_cmpfloat (find_frame (tall, link->from)->rect.y, <,
                         find_frame (tall, link->to)->rect.y);
    }
}

static int
count_texts (const LvLayout *layout, LvTextRole role)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < layout->texts->len; i++)
    if (g_array_index (layout->texts, LvLayoutText, i).role == role)
      g_hash_table_add (known, GINT_TO_POINTER (
                                 g_array_index (layout->texts, LvLayoutText, i).category + 1));
  return (int) g_hash_table_size (known);
}

/* What is not there is counted, to the last one. */
static void
test_rest (void)
{
  static const double heights[] = { 180, 300, 430, 842, 2000 };
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = sample_find ("plan-many");

  for (gsize i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autoptr (LvLayout) layout = lv_layout_new (figure, 500, heights[i], fixed);
      int shown = count_texts (layout, LV_TEXT_CATEGORY);
      g_autofree char *rest = g_strdup_printf ("+ %d flere", 500 - shown);
      g_autofree char *dump = lv_layout_dump (layout);

      g_assert_cmpint (shown, >, 0);
      g_assert_cmpint (shown, <, 500);
      g_assert_nonnull (strstr (dump, rest));
    }
}

/* At its natural height a plan or a flow is there whole. */
static void
test_natural_height (void)
{
  static const double widths[] = { 280, 420, 760, 1191 };
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) columns = sample_find ("areas");

  g_assert_cmpfloat (lv_layout_natural_height (columns, 500, fixed), <, 1.0);
  for (gsize i = 0; i < n_samples; i++)
    {
      g_autoptr (LvFigure) figure = samples[i].make ();

      if (!lv_figure_has_height (figure))
        continue;
      for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          double height = lv_layout_natural_height (figure, widths[w], fixed);
          g_autoptr (LvLayout) layout = lv_layout_new (figure, widths[w], height, fixed);

          /* Eighteen boxes in a small card have no room beside each other at any height. */
          if (widths[w] < 500 && g_str_equal (samples[i].name, "flow-hostile"))
            continue;
          if (count_texts (layout, LV_TEXT_CATEGORY) != lv_figure_n_categories (figure))
            g_error ("%s at %g: %d of %d", samples[i].name, widths[w],
                     count_texts (layout, LV_TEXT_CATEGORY), lv_figure_n_categories (figure));
        }
    }
}

static void
check_hit (const LvLayout *layout, int series, int category)
{
  LvRect rect;
  int found_series;
  int found_category;

  g_assert_true (lv_layout_get_rect (layout, series, category, &rect));
  g_assert_true (lv_layout_hit (layout, rect.x + rect.width * 0.5, rect.y + rect.height * 0.6,
                                &found_series, &found_category));
  g_assert_cmpint (found_series, ==, series);
  g_assert_cmpint (found_category, ==, category);
}

/* Each day and each box is found where it stands; a box also without a number. */
static void
test_hit (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) plan = sample_find ("plan-scenario");
  g_autoptr (LvFigure) flow = sample_find ("flow-scenario");
  g_autoptr (LvLayout) days = lv_layout_new (plan, 900, 600, fixed);
  g_autoptr (LvLayout) boxes = lv_layout_new (flow, 900, 500, fixed);
  LvRect rect;

  for (int c = 0; c < lv_figure_n_categories (plan); c++)
    for (int s = 0; s < lv_figure_n_series (plan); s++)
      if (lv_figure_is_drawn (plan, s, c))
        check_hit (days, s, c);
  check_hit (days, 1, 8);
  g_assert_false (lv_layout_get_rect (days, 4, 0, &rect));
  for (int c = 0; c < lv_figure_n_categories (flow); c++)
    check_hit (boxes, 0, c);
  g_assert_true (lv_layout_get_rect (boxes, 1, 5, &rect));
  g_assert_false (lv_layout_get_rect (boxes, 1, 1, &rect));
}

/* A day to the right is a day later. */
static void
test_scale (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = sample_find ("plan");
  g_autoptr (LvLayout) layout = lv_layout_new (figure, 900, 600, fixed);
  const LvLayoutBar *bar = lv_layout_find_bar (layout, 1, 5);
  double days = lv_figure_get_point (figure, 1, 5)->value + 1.0
                - lv_figure_get_point (figure, 0, 5)->value;
  double per_x;
  double per_y;

  lv_layout_get_scale (layout, &per_x, &per_y);
  g_assert_cmpfloat_with_epsilon (bar->rect.width * per_x, days, 0.01);
  g_assert_cmpfloat_with_epsilon (per_y, 0.0, 1e-9);
}

/* A band lies behind the whole row that is pointed out, and behind no other. */
static void
test_highlight (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = sample_find ("plan");
  g_autoptr (LvLayout) layout = NULL;
  const LvLayoutBox *band = NULL;

  lv_figure_set_highlight (figure, -1, 5);
  layout = lv_layout_new (figure, 900, 600, fixed);
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const LvLayoutBox *box = &g_array_index (layout->boxes, LvLayoutBox, i);

      if (box->kind != LV_BOX_CATEGORY)
        continue;
      g_assert_null (band);
      band = box;
    }
  g_assert_nonnull (band);
  g_assert_cmpint (band->category, ==, 5);
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (layout->texts, LvLayoutText, i);
      gboolean inside = text->rect.y >= band->rect.y - SLACK
                        && text->rect.y + text->rect.height <= band->rect.y + band->rect.height + SLACK;

      if (text->category >= 0)
        g_assert_cmpint (inside, ==, text->category == 5);
    }
}

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("no \"%s\" in:\n%s", part, text);
}

static void
test_words (void)
{
  g_autoptr (LvFigure) plan = sample_find ("plan-scenario");
  g_autoptr (LvFigure) many = sample_find ("plan-many");
  g_autoptr (LvFigure) flow = sample_find ("flow-scenario");
  g_autofree char *plan_text = lv_figure_describe (plan);
  g_autofree char *many_text = lv_figure_describe (many);
  g_autofree char *flow_text = lv_figure_describe (flow);

  assert_says (plan_text, "Tidslinje fra 1. jan. 2026 til 30. jun. 2028. Antal opgaver: 10.");
  assert_says (plan_text, "3. Ti flere boliger om året: 1. mar. 2026 til 30. sep. 2027, i scenariet "
                          "1. mar. 2026 til 31. mar. 2028, frist 31. mar. 2027, forsinket.");
  assert_says (plan_text, "4. Beslutning i byrådet: 1. feb. 2027, i scenariet 1. aug. 2027, ikke "
                          "startet, afventer 3. Ti flere boliger om året.");
  assert_says (plan_text, "Uden dato: 9. Evaluering (Efterår 2027), 10. Netværk af kommuner.");
  assert_says (many_text, "Status: 72 ikke startet, 72 i gang, 72 gennemført");
  g_assert_null (strstr (many_text, "Opgave nummer 7"));
  assert_says (flow_text, "Flere boliger til unge: 40 boliger, i scenariet 50 boliger. Flere boliger "
                          "til unge fører til Kortere ophold på forsorgshjem.");
  assert_says (flow_text, "mangler (opgøres først i 2027)");
}

/* Figures that only differ in a status or in where a box leads are not the same. */
static void
test_equal (void)
{
  g_autoptr (LvFigure) one = sample_find ("flow");
  g_autoptr (LvFigure) same = sample_find ("flow");
  g_autoptr (LvFigure) card = sample_find ("flow");
  g_autoptr (LvFigure) progress = sample_find ("flow");

  lv_figure_set_card (card, 0, "kort.andet");
  lv_figure_set_progress (progress, 0, LV_FIGURE_LATE);
  g_assert_true (lv_figure_equal (one, same));
  g_assert_false (lv_figure_equal (one, card));
  g_assert_false (lv_figure_equal (one, progress));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/flows", test_flows);
  g_test_add_func ("/plan/random-flows", test_random_flows);
  g_test_add_func ("/plan/direction", test_direction);
  g_test_add_func ("/plan/rest", test_rest);
  g_test_add_func ("/plan/natural-height", test_natural_height);
  g_test_add_func ("/plan/hit", test_hit);
  g_test_add_func ("/plan/scale", test_scale);
  g_test_add_func ("/plan/highlight", test_highlight);
  g_test_add_func ("/plan/words", test_words);
  g_test_add_func ("/plan/equal", test_equal);
  return g_test_run ();
}
