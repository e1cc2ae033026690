/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Made-up figures: hostile ones from a seed, and the one that the benchmark draws. */

#include <math.h>

#include "samples.h"

static double
random_value (GRand *rand)
{
  static const double scales[] = { 1e-3, 1.0, 100.0, 1e6 };

  if (g_rand_int_range (rand, 0, 12) == 0)
    return NAN;
  return g_rand_double_range (rand, -0.4, 1.0) * scales[g_rand_int_range (rand, 0, 4)];
}

static char *
random_words (GRand *rand, int max)
{
  static const char *const words[] = { "Beskæftigelsesforanstaltninger", "og", "§ 107", "STU",
                                       "køb", "Ø", "ungdomsuddannelse/botilbud", "år" };
  GString *out = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 0, max); i >= 0; i--)
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (out, FALSE);
}

static void
add_random_series (LvFigure *figure, GRand *rand, int i, LvFigureRole role, LvFigureForm form)
{
  g_autofree char *id = g_strdup_printf ("s%d", i);
  g_autofree char *label = random_words (rand, 5);
  int series = lv_figure_add_series (figure, id, label, role, form);

  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    lv_figure_set_value (figure, series, c, random_value (rand),
                         (LvFigureStatus) g_rand_int_range (rand, 0, LV_FIGURE_CHANGED + 1));
  if (g_rand_int_range (rand, 0, 6) == 0)
    lv_figure_set_series_period (figure, series, LV_FIGURE_PERIOD_BUDGET);
}

static LvFigure *
make_random (GRand *rand, LvFigureKind kind)
{
  g_autofree char *title = random_words (rand, 12);
  LvFigure *figure = sample_begin (kind, title, "Mio. kr.", 1);
  int n_categories = g_rand_int_range (rand, 0, 4) == 0 ? g_rand_int_range (rand, 0, 70)
                                                        : g_rand_int_range (rand, 1, 10);
  int n_series = g_rand_int_range (rand, 1, 10);
  gboolean scenario = g_rand_boolean (rand);

  for (int i = 0; i < n_categories; i++)
    {
      g_autofree char *label = random_words (rand, 4);

      lv_figure_add_category (figure, label, i % 3 == 0 ? "kort" : NULL,
                              (LvFigurePeriod) g_rand_int_range (rand, 0, 4));
    }
  for (int i = 0; i < n_series; i++)
    {
      LvFigureForm form = g_rand_int_range (rand, 0, 5) > 0
                            ? LV_FIGURE_MARK
                            : (LvFigureForm) g_rand_int_range (rand, 0, LV_FIGURE_X);

      if (kind == LV_FIGURE_TORNADO)
        form = i % 2 == 0 ? LV_FIGURE_LOW : LV_FIGURE_HIGH;
      add_random_series (figure, rand, i, LV_FIGURE_BASELINE, form);
      if (scenario && g_rand_int_range (rand, 0, 4) > 0)
        add_random_series (figure, rand, i, LV_FIGURE_SCENARIO, form);
    }
  for (int i = g_rand_int_range (rand, -3, 4); i > 0; i--)
    {
      g_autofree char *label = random_words (rand, 6);

      lv_figure_add_reference (figure, g_rand_double_range (rand, -50, 400), label);
    }
  lv_figure_set_scenario_form (figure, g_rand_boolean (rand) ? LV_FIGURE_OVER : LV_FIGURE_BESIDE);
  lv_figure_set_highlight (figure, g_rand_int_range (rand, -4, n_series),
                           g_rand_int_range (rand, -4, MAX (n_categories, 1)));
  for (int i = g_rand_int_range (rand, -2, 4); i > 0 && n_categories > 0; i--)
    {
      g_autofree char *text = random_words (rand, 8);
      int category = g_rand_int_range (rand, 0, n_categories);

      lv_figure_set_step (figure, category, LV_FIGURE_SUM);
      lv_figure_annotate (figure, -1, category, text);
    }
  lv_figure_set_source (figure, sample_source);
  lv_figure_add_note (figure, sample_source);
  return figure;
}

/* Hostile data: any number of series and categories, mixed signs, statuses, long names, in a kind
 * that stands upright. */
LvFigure *
sample_random (guint32 seed)
{
  static const LvFigureKind kinds[] = {
    LV_FIGURE_COLUMNS_STACKED, LV_FIGURE_COLUMNS_GROUPED, LV_FIGURE_COLUMNS_SHARE, LV_FIGURE_LINES,
    LV_FIGURE_AREA,            LV_FIGURE_FAN,             LV_FIGURE_SLOPE,         LV_FIGURE_STAIR,
    LV_FIGURE_WATERFALL,
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  return make_random (rand, kinds[seed % G_N_ELEMENTS (kinds)]);
}

/* Twenty years of four areas: with ticks, labels and values some sixty texts and more. */
LvFigure *
sample_benchmark (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_COLUMNS_STACKED, "Merforbrug efter område, 2010-2029",
                                   "Mio. kr., 25-pl", 0);

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", 2010 + i);

      lv_figure_add_category (figure, year, NULL, i < 15 ? LV_FIGURE_PERIOD_ACCOUNTS
                                                         : LV_FIGURE_PERIOD_FORECAST);
    }
  for (int s = 0; s < 4; s++)
    {
      g_autofree char *label = g_strdup_printf ("Område nummer %d", s + 1);
      int series = lv_figure_add_series (figure, label, label, LV_FIGURE_BASELINE,
                                         LV_FIGURE_MARK);

      for (int c = 0; c < 20; c++)
        lv_figure_set_value (figure, series, c, 20 + (c * 7 + s * 13) % 41,
                             LV_FIGURE_PUBLISHED);
    }
  lv_figure_set_source (figure, sample_source);
  return figure;
}

/* Likewise of one kind.  The edges of a tornado are named as its ends must be. */
LvFigure *
sample_random_kind (guint32 seed, LvFigureKind kind)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  return make_random (rand, kind);
}
