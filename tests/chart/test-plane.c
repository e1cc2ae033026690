/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects scatter, matrix, share and donut: each item is found where it stands, by either of its
 * numbers; nothing is lost where room is short; parts are what they are of the sum; alternative
 * texts follow the numbers as shown. */

#include <math.h>
#include <string.h>

#include "lv-layout.h"
#include "samples.h"

static LvLayout *
lay (LvFigure *figure, double width, double height)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();

  return lv_layout_new (figure, width, height, fixed);
}

/* The mark in the picture is one, whichever of the two numbers is asked for. */
static void
test_hit_plane (gconstpointer name)
{
  g_autoptr (LvFigure) figure = sample_find (name);
  g_autoptr (LvLayout) layout = lay (figure, 900, 500);

  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    {
      LvRect along;
      LvRect up;
      int series;
      int category;

      g_assert_true (lv_layout_get_rect (layout, 0, c, &along));
      g_assert_true (lv_layout_get_rect (layout, 1, c, &up));
      g_assert_cmpfloat (along.x, ==, up.x);
      g_assert_cmpfloat (along.y, ==, up.y);
      g_assert_true (lv_layout_hit (layout, up.x + up.width / 2, up.y + up.height / 2, &series,
                                    &category));
      g_assert_cmpint (category, ==, c);
    }
}

static void
test_hit_parts (gconstpointer name)
{
  g_autoptr (LvFigure) figure = sample_find (name);
  g_autoptr (LvLayout) layout = lay (figure, 900, 500);

  for (int s = 0; s < lv_figure_n_series (figure); s++)
    for (int c = 0; c < lv_figure_n_categories (figure); c++)
      {
        LvRect rect;
        int series;
        int category;

        g_assert_true (lv_layout_get_rect (layout, s, c, &rect));
        g_assert_true (lv_layout_hit (layout, rect.x + rect.width / 2, rect.y + rect.height / 2,
                                      &series, &category));
        g_assert_cmpint (series, ==, s);
        g_assert_cmpint (category, ==, c);
      }
}

/* Away from the ring's middle line a part is hit too; in the hole nothing is. */
static void
test_hit_ring (void)
{
  g_autoptr (LvFigure) figure = sample_find ("donut");
  g_autoptr (LvLayout) layout = lay (figure, 900, 500);
  const GArray *outline = g_array_index (layout->areas, LvLayoutArea, 0).outline;
  const LvPlacePoint *edge = &g_array_index (outline, LvPlacePoint, 20);
  double x = layout->plot.x + layout->plot.width / 2.0;
  double y = layout->plot.y + layout->plot.height / 2.0;
  int series;
  int category;

  g_assert_true (lv_layout_hit (layout, x + (edge->x - x) * 0.97, y + (edge->y - y) * 0.97,
                                &series, &category));
  g_assert_cmpint (category, ==, 0);
  g_assert_false (lv_layout_hit (layout, x, y, &series, &category));
  g_assert_cmpint (category, ==, -1);
}

/* Every item, placed or not, has a place in the picture, however full its cell is. */
static void
test_nothing_lost (gconstpointer name)
{
  g_autoptr (LvFigure) figure = sample_find (name);
  g_autoptr (LvLayout) small = lay (figure, 280, 180);
  g_autoptr (LvLayout) large = lay (figure, 1191, 842);

  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    {
      LvRect rect;

      g_assert_true (lv_layout_get_rect (small, 0, c, &rect) || lv_layout_get_rect (small, 1, c, &rect));
      g_assert_true (lv_layout_get_rect (large, 0, c, &rect) || lv_layout_get_rect (large, 1, c, &rect));
    }
}

/* A cell that is full names the rest in the full text of "+ n flere". */
static void
test_more (void)
{
  g_autoptr (LvFigure) figure = sample_find ("matrix-hostile");
  g_autoptr (LvLayout) layout = lay (figure, 760, 430);
  guint n_chips = 0;
  guint n_more = 0;

  for (guint i = 0; i < layout->boxes->len; i++)
    n_chips += g_array_index (layout->boxes, LvLayoutBox, i).kind == LV_BOX_CHIP;
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (layout->texts, LvLayoutText, i);
      g_autofree char *expected = g_strdup_printf ("+ %u flere", 36 - n_chips);
      g_auto (GStrv) names = NULL;

      if (!g_str_equal (text->text, expected))
        continue;
      names = g_strsplit (text->full, "§", -1);
      g_assert_cmpuint (g_strv_length (names), ==, 36 - n_chips + 1);
      n_more++;
    }
  g_assert_cmpuint (n_more, ==, 1);
}

/* Joins the lines of a name in the list: the first of them is its number. */
static char *
listed_name (const LvLayout *layout, int category)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < layout->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (layout->texts, LvLayoutText, i);

      if (text->role == LV_TEXT_DETAIL && text->category == category)
        g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", text->text);
    }
  return g_string_free (out, FALSE);
}

/* Where names have no room in the cells, each item is a number there, and its whole name is listed. */
static void
test_numbers (void)
{
  g_autoptr (LvFigure) figure = sample_find ("matrix");
  g_autoptr (LvLayout) layout = lay (figure, 400, 380);

  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    {
      g_autofree char *number = g_strdup_printf ("%d", c + 1);
      g_autofree char *listed = listed_name (layout, c);
      g_autofree char *expected
        = g_strdup_printf ("%s %s", number, lv_figure_get_category (figure, c)->label);
      gboolean chip = FALSE;

      g_assert_cmpstr (listed, ==, expected);
      for (guint i = 0; i < layout->texts->len; i++)
        {
          const LvLayoutText *text = &g_array_index (layout->texts, LvLayoutText, i);

          chip = chip || (text->role == LV_TEXT_CATEGORY && text->category == c
                          && g_str_equal (text->text, number)
                          && g_strcmp0 (text->full, lv_figure_get_category (figure, c)->label) == 0);
        }
      g_assert_true (chip);
    }
}

/* Parts lie in the order of their labels, so that no leader crosses another: missing ones last. */
static void
test_order (void)
{
  g_autoptr (LvFigure) figure = sample_find ("parts-gap");
  g_autoptr (LvLayout) layout = lay (figure, 900, 500);
  LvRect last = { 0 };
  LvRect gap;
  LvRect label = { 0 };

  g_assert_true (lv_layout_get_rect (layout, 0, 2, &last));
  g_assert_true (lv_layout_get_rect (layout, 0, 1, &gap));
  g_assert_cmpfloat (gap.x, >, last.x + last.width);
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (layout->texts, LvLayoutText, i);

      if (text->role != LV_TEXT_CATEGORY)
        continue;
      g_assert_cmpfloat (text->rect.x, >, label.x + label.width);
      label = text->rect;
    }
  g_assert_cmpfloat (label.width, >, 0.0);
}

/* A bar is as long as its number is of the sum. */
static void
test_proportion (void)
{
  g_autoptr (LvFigure) figure = sample_find ("parts");
  g_autoptr (LvLayout) layout = lay (figure, 900, 500);
  double width = 0.0;

  for (int c = 0; c < 5; c++)
    width += lv_layout_find_bar (layout, 0, c)->rect.width + 1.0;
  for (int c = 0; c < 5; c++)
    g_assert_cmpfloat_with_epsilon ((lv_layout_find_bar (layout, 0, c)->rect.width + 1.0) / width,
                                    lv_figure_get_point (figure, 0, c)->value / 752.0, 1e-9);
}

/* The cross parts the plane where it should. */
static void
test_cross (void)
{
  g_autoptr (LvFigure) figure = sample_find ("scatter");
  g_autoptr (LvLayout) layout = lay (figure, 900, 500);
  double x = NAN;
  double y = NAN;

  for (guint i = 0; i < layout->rules->len; i++)
    {
      const LvLayoutRule *rule = &g_array_index (layout->rules, LvLayoutRule, i);

      if (rule->kind != LV_RULE_REFERENCE)
        continue;
      if (fabs (rule->x1 - rule->x2) < 0.1)
        x = rule->x1;
      else
        y = rule->y1;
    }
  for (guint i = 0; i < layout->points->len; i++)
    {
      const LvLayoutPoint *point = &g_array_index (layout->points, LvLayoutPoint, i);

      g_assert_cmpint (point->x > x, ==,
                       lv_figure_get_point (figure, 0, point->category)->value > 2.07);
      g_assert_cmpint (point->y < y, ==,
                       lv_figure_get_point (figure, 1, point->category)->value > 393);
    }
}

static const struct { const char *sample; const char *sentence; } sentences[] = {
  { "scatter", "Aarhus: 2,4 pct. og 412 t.kr." },
  { "scatter", "Mange borgere, høj enhedspris: Aarhus, Odense, Randers." },
  { "scatter-scenario", "Aarhus flytter sig i scenariet fra " },
  { "scatter-scenario", "Esbjerg flytter sig i scenariet fra 1,9 pct. og 366 t.kr. til 1,9 pct. og 380 t.kr." },
  { "scatter-hostile", "Andel der modtager tilbud mangler for Syddjurs (indberettes ikke)." },
  { "scatter-many", " af 98." },
  { "matrix", "Enhedspris middel og Andel af borgerne høj: Bostøtte, STU." },
  { "matrix-scenario", "Længerevarende botilbud flytter sig i scenariet fra Enhedspris høj og Andel "
                       "af borgerne middel til Enhedspris middel og Andel af borgerne middel." },
  { "matrix-hostile", "mangler for " },
  { "parts", "Køb af tilbud 455 (61 %), " },
  { "parts", "I alt 752 mio. kr." },
  { "parts-scenario", "Udgift, scenarie: Køb af tilbud 395 (56 %), " },
  { "parts-hostile", "I alt 1.514 mio. kr. uden Uoplyst område, Endnu et område uden tal." },
  { "parts-hostile", "tal. Negative tal er ikke med" },
  { "parts-gap", "I alt 983 mio. kr. uden Hjemløse. " },
  { "parts-hostile", "Negative tal er ikke med i fordelingen: Centrale refusionsordninger −61." },
  { "parts-hostile", "mangler for Uoplyst område (regnskabet er ikke afsluttet), " },
  { "donut-one", "Køb af tilbud 455 %, STU 0 %." },
};

static void
test_sentence (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LvFigure) figure = sample_find (sentences[i].sample);
  g_autofree char *text = lv_figure_dup_alt (figure);

  if (strstr (text, sentences[i].sentence) == NULL)
    g_error ("\"%s\" is not in: %s", sentences[i].sentence, text);
}

/* A move that does not show is none. */
static void
test_no_move (void)
{
  g_autoptr (LvFigure) figure = lv_figure_new (LV_FIGURE_SCATTER);
  g_autofree char *text = NULL;
  const LvFigureRole roles[] = { LV_FIGURE_BASELINE, LV_FIGURE_SCENARIO };

  lv_figure_add_category (figure, "Aarhus", NULL, LV_FIGURE_PERIOD_NONE);
  for (int i = 0; i < 4; i++)
    {
      int series = lv_figure_add_series (figure, i % 2 == 0 ? "x" : "y", "tal", roles[i / 2],
                                         i % 2 == 0 ? LV_FIGURE_X : LV_FIGURE_Y);

      lv_figure_set_value (figure, series, 0, 5.0 + 0.01 * i, LV_FIGURE_DERIVED);
    }
  text = lv_figure_dup_alt (figure);
  g_assert_nonnull (strstr (text, "Aarhus har samme plads i scenariet: 5 og 5."));
}

int
main (int argc, char **argv)
{
  static const char *const planes[] = { "scatter", "matrix" };
  static const char *const parts[] = { "parts", "parts-scenario", "donut", "donut-scenario" };
  static const char *const full[] = { "scatter-hostile", "scatter-missing", "scatter-many",
                                      "matrix-hostile", "matrix-empty" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (planes); i++)
    {
      g_autofree char *path = g_strconcat ("/plane/hit/", planes[i], NULL);

      g_test_add_data_func (path, planes[i], test_hit_plane);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_strconcat ("/plane/hit/", parts[i], NULL);

      g_test_add_data_func (path, parts[i], test_hit_parts);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (full); i++)
    {
      g_autofree char *path = g_strconcat ("/plane/nothing-lost/", full[i], NULL);

      g_test_add_data_func (path, full[i], test_nothing_lost);
    }
  g_test_add_func ("/plane/hit/ring", test_hit_ring);
  g_test_add_func ("/plane/more", test_more);
  g_test_add_func ("/plane/numbers", test_numbers);
  g_test_add_func ("/plane/order", test_order);
  g_test_add_func ("/plane/proportion", test_proportion);
  g_test_add_func ("/plane/cross", test_cross);
  g_test_add_func ("/plane/no-move", test_no_move);
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plane/sentence/%s-%" G_GSIZE_FORMAT,
                                               sentences[i].sample, i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_sentence);
    }
  return g_test_run ();
}
