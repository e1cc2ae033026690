/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects the layout: no two texts overlap and nothing is outside, for every sample and for
 * random hostile figures, from a small card to A3; goldens with fixed metrics; hit testing.
 *
 * Goldens are written anew with:  LV_REGENERATE=1 meson test -C build chart-layout */

#include <math.h>
#include <string.h>

#include "checks.h"
#include "samples.h"

static void
test_samples (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvTextMeasure) pango = lv_measure_pango_new (NULL, 1.0);

  for (gsize i = 0; i < n_samples; i++)
    {
      g_autoptr (LvFigure) figure = samples[i].make ();

      check_all_sizes (figure, samples[i].name, fixed);
      check_all_sizes (figure, samples[i].name, pango);
    }
}

static void
test_random (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();

  for (guint32 seed = 1; seed <= 900; seed++)
    {
      g_autoptr (LvFigure) figure = sample_random (seed);
      g_autofree char *name = g_strdup_printf ("random %u", seed);

      check_all_sizes (figure, name, fixed);
    }
}

static void
test_random_rows (void)
{
  static const LvFigureKind kinds[] = {
    LV_FIGURE_BARS_STACKED, LV_FIGURE_BARS_GROUPED, LV_FIGURE_BARS_SHARE, LV_FIGURE_DUMBBELL,
    LV_FIGURE_TORNADO,
  };
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint32 seed = 1; seed <= 150; seed++)
      {
        g_autoptr (LvFigure) figure = sample_random_kind (seed, kinds[k]);
        g_autofree char *name = g_strdup_printf ("random rows %d/%u", kinds[k], seed);

        check_all_sizes (figure, name, fixed);
      }
}

/* Large text, as the desktop may ask for. */
static void
test_large_text (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();

  fixed->text_scale = 1.6;
  for (gsize i = 0; i < n_samples; i++)
    {
      g_autoptr (LvFigure) figure = samples[i].make ();
      g_autoptr (LvLayout) layout = lv_layout_new (figure, 760, 430, fixed);

      check_layout (layout, samples[i].name);
    }
}

/* Absurd sizes must not crash. */
static void
test_tiny (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();

  for (gsize i = 0; i < n_samples; i++)
    {
      g_autoptr (LvFigure) figure = samples[i].make ();
      g_autoptr (LvLayout) none = lv_layout_new (figure, 0, 0, fixed);
      g_autoptr (LvLayout) tiny = lv_layout_new (figure, 40, 30, fixed);

      g_assert_nonnull (none);
      g_assert_nonnull (tiny);
    }
}

/* Goldens */

static void
test_golden (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = sample->make ();
  g_autoptr (LvLayout) small = lv_layout_new (figure, 280, 180, fixed);
  g_autoptr (LvLayout) card = lv_layout_new (figure, 760, 430, fixed);
  g_autofree char *first = lv_layout_dump (small);
  g_autofree char *second = lv_layout_dump (card);
  g_autofree char *both = g_strconcat (first, second, NULL);
  g_autofree char *file = g_strconcat (sample->name, ".layout", NULL);

  compare_golden (file, both);
}

/* The same input twice gives the same layout. */
static void
test_repeat (void)
{
  g_autoptr (LvTextMeasure) pango = lv_measure_pango_new (NULL, 1.0);

  for (gsize i = 0; i < n_samples; i++)
    {
      g_autoptr (LvFigure) figure = samples[i].make ();
      g_autoptr (LvLayout) a = lv_layout_new (figure, 500, 300, pango);
      g_autoptr (LvLayout) b = lv_layout_new (figure, 500, 300, pango);
      g_autofree char *first = lv_layout_dump (a);
      g_autofree char *second = lv_layout_dump (b);

      g_assert_cmpstr (first, ==, second);
    }
}

/* The heights of bars are the values: zero at the zero line, and in proportion. */
static void
test_proportion (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = sample_find ("budget");
  g_autoptr (LvLayout) layout = lv_layout_new (figure, 900, 500, fixed);
  double scale = layout->plot.height / (lv_ticks_high (&layout->ticks));

  g_assert_cmpfloat (lv_ticks_low (&layout->ticks), ==, 0.0);
  for (int c = 0; c < 5; c++)
    {
      const LvLayoutBar *budget = lv_layout_find_bar (layout, 0, c);
      double bottom = layout->plot.y + layout->plot.height;

      g_assert_cmpfloat_with_epsilon (budget->rect.y + budget->rect.height, bottom, 0.6);
      g_assert_cmpfloat_with_epsilon (budget->rect.height,
                                      lv_figure_get_point (figure, 0, c)->value * scale, 1.1);
    }
}

/* Each number in the picture is found again where it stands. */
static void
test_hit (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  static const char *const names[] = { "areas", "beside", "growth", "grouped", "budget", "area", "fan",
                                       "stair", "waterfall-beside", "share-columns" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LvFigure) figure = sample_find (names[i]);
      g_autoptr (LvLayout) layout = lv_layout_new (figure, 900, 500, fixed);

      for (int s = 0; s < lv_figure_n_series (figure); s++)
        for (int c = 0; c < lv_figure_n_categories (figure); c++)
          {
            LvRect rect;
            int series;
            int category;

            if (lv_figure_get_series (figure, s)->form == LV_FIGURE_TOTAL
                || !lv_figure_is_drawn (figure, s, c))
              continue;
            g_assert_true (lv_layout_get_rect (layout, s, c, &rect));
            g_assert_true (lv_layout_hit (layout, rect.x + rect.width / 2,
                                          rect.y + rect.height / 2, &series, &category));
            g_assert_cmpint (series, ==, s);
            g_assert_cmpint (category, ==, c);
          }
    }
}

/* In rows each number is found where it stands, also where none may be told from the category. */
static void
test_hit_rows (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  static const char *const names[] = { "ranked", "bars-signs", "bars-scenario", "bars-stacked",
                                       "dumbbell", "tornado" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LvFigure) figure = sample_find (names[i]);
      g_autoptr (LvLayout) layout = lv_layout_new (figure, 900, 500, fixed);

      for (int s = 0; s < lv_figure_n_series (figure); s++)
        for (int c = 0; c < lv_figure_n_categories (figure); c++)
          {
            double y = layout->plot.y + (c + 0.5) * layout->plot.height
                                          / lv_figure_n_categories (figure);
            LvRect rect;
            int series;
            int category;

            g_assert_false (lv_layout_hit (layout, 1.0, y, &series, &category));
            g_assert_cmpint (category, ==, c);
            if (lv_figure_get_series (figure, s)->form == LV_FIGURE_TOTAL
                || !lv_figure_is_drawn (figure, s, c))
              continue;
            g_assert_true (lv_layout_get_rect (layout, s, c, &rect));
            g_assert_true (lv_layout_hit (layout, rect.x + rect.width / 2,
                                          rect.y + rect.height / 2, &series, &category));
            g_assert_cmpint (category, ==, c);
            if (rect.width > 3.0 && !g_str_equal (names[i], "dumbbell"))
              g_assert_cmpint (series, ==, s);
          }
    }
}

/* The lengths of bars are the values: from the zero line, to the left where they are negative. */
static void
test_proportion_rows (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = sample_find ("bars-signs");
  g_autoptr (LvLayout) layout = lv_layout_new (figure, 900, 500, fixed);
  double low = lv_ticks_low (&layout->ticks);
  double scale = layout->plot.width / (lv_ticks_high (&layout->ticks) - low);
  double zero = layout->plot.x - low * scale;

  for (int c = 0; c < 5; c++)
    {
      const LvLayoutBar *bar = lv_layout_find_bar (layout, 0, c);
      double value = lv_figure_get_point (figure, 0, c)->value;

      g_assert_cmpfloat_with_epsilon (bar->rect.x, zero + MIN (value, 0.0) * scale, 1.1);
      g_assert_cmpfloat_with_epsilon (bar->rect.width, fabs (value) * scale, 1.1);
    }
}

/* All 98 rows are drawn in the smallest card, and the highlighted, first and last one are named. */
static void
test_many_rows (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = sample_find ("ranked-98");
  g_autoptr (LvLayout) small = lv_layout_new (figure, 280, 180, fixed);
  g_autoptr (LvLayout) tall = lv_layout_new (figure, 595, 1400, fixed);
  gboolean named[98] = { FALSE };
  int n_tall = 0;

  g_assert_cmpuint (small->bars->len, ==, 98);
  for (guint i = 0; i < small->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (small->texts, LvLayoutText, i);

      if (text->role == LV_TEXT_CATEGORY)
        named[text->category] = TRUE;
    }
  g_assert_true (named[0] && named[22] && named[97]);
  for (guint i = 0; i < tall->texts->len; i++)
    n_tall += g_array_index (tall->texts, LvLayoutText, i).role == LV_TEXT_CATEGORY;
  g_assert_cmpint (n_tall, ==, 98);
}

/* What a dumbbell says of a difference follows the numbers as shown. */
static void
test_difference (void)
{
  g_autoptr (LvFigure) figure = sample_begin (LV_FIGURE_DUMBBELL, "", "", 0);
  static const double from[] = { 51.4, 51.4, 51.4, -2.5 };
  static const double to[] = { 51.6, 51.1, 52.6, -2.4 };
  static const char *const told[] = { "+1", "0", "+2", "+1" };

  for (int i = 0; i < 4; i++)
    lv_figure_add_category (figure, "A", NULL, LV_FIGURE_PERIOD_NONE);
  lv_figure_add_series (figure, "a", "A", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  lv_figure_add_series (figure, "b", "B", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  lv_figure_set_values (figure, 0, from, 4, LV_FIGURE_PUBLISHED);
  lv_figure_set_values (figure, 1, to, 4, LV_FIGURE_PUBLISHED);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *text = lv_figure_dup_difference (figure, 0, 1, i);

      g_assert_cmpstr (text, ==, told[i]);
    }
}

static void
test_miss (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = sample_find ("areas");
  g_autoptr (LvLayout) layout = lv_layout_new (figure, 900, 500, fixed);
  int series;
  int category;

  g_assert_false (lv_layout_hit (layout, 2, 2, &series, &category));
  g_assert_cmpint (category, ==, -1);
  g_assert_false (lv_layout_hit (layout, layout->plot.x + 5, layout->plot.y + 5, &series,
                                 &category));
  g_assert_cmpint (series, ==, -1);
  g_assert_cmpint (category, ==, 0);
}

/* A column of parts is 100 % high, and none is drawn where one part is missing. */
static void
test_shares (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = sample_find ("share-hostile");
  g_autoptr (LvLayout) layout = lv_layout_new (figure, 900, 500, fixed);
  double sum = 0.0;

  for (int s = 0; s < 4; s++)
    {
      sum += lv_figure_get_share (figure, s, 0);
      g_assert_nonnull (lv_layout_find_bar (layout, s, 0));
      g_assert_null (lv_layout_find_bar (layout, s, 1));
      g_assert_null (lv_layout_find_bar (layout, s, 3));
      g_assert_null (lv_layout_find_bar (layout, s, 4));
    }
  g_assert_cmpfloat_with_epsilon (sum, 100.0, 1e-9);
  g_assert_true (isnan (lv_figure_get_share (figure, 0, 1)));
}

/* Each step of a waterfall begins where the one before ended. */
static void
test_waterfall (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = sample_find ("waterfall");
  g_autoptr (LvLayout) layout = lv_layout_new (figure, 900, 500, fixed);
  double level = layout->plot.y + layout->plot.height;

  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    {
      const LvLayoutBar *bar = lv_layout_find_bar (layout, 0, c);
      double bottom = bar->rect.y + bar->rect.height;
      gboolean falls = lv_figure_get_point (figure, 0, c)->value < 0.0;

      if (lv_figure_get_category (figure, c)->step == LV_FIGURE_CHANGE)
        g_assert_cmpfloat_with_epsilon (falls ? bar->rect.y : bottom, level, 1.1);
      level = falls ? bottom : bar->rect.y;
    }
}

static int
color_of (LvFigureGood good, int category)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = lv_figure_new (LV_FIGURE_WATERFALL);
  g_autoptr (LvLayout) layout = NULL;
  const double values[] = { 10, 5, -3, 12 };
  int series;

  lv_figure_set_title (figure, "Trin");
  lv_figure_set_good (figure, good);
  for (int c = 0; c < 4; c++)
    {
      lv_figure_add_category (figure, "Trin", NULL, LV_FIGURE_PERIOD_NONE);
      lv_figure_set_step (figure, c, c % 3 == 0 ? LV_FIGURE_SUM : LV_FIGURE_CHANGE);
    }
  series = lv_figure_add_series (figure, "trin", "Trin", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  lv_figure_set_values (figure, series, values, 4, LV_FIGURE_PUBLISHED);
  lv_figure_freeze (figure);
  layout = lv_layout_new (figure, 900, 500, fixed);
  return lv_layout_find_bar (layout, 0, category)->color;
}

/* Green said "up" once, also of an overspending that rose. */
static void
test_waterfall_colors (void)
{
  int better = color_of (LV_FIGURE_GOOD_UP, 1);
  int worse = color_of (LV_FIGURE_GOOD_UP, 2);

  g_assert_cmpint (better, !=, worse);
  g_assert_cmpint (color_of (LV_FIGURE_GOOD_DOWN, 1), ==, worse);
  g_assert_cmpint (color_of (LV_FIGURE_GOOD_DOWN, 2), ==, better);
  g_assert_cmpint (color_of (LV_FIGURE_GOOD_UNKNOWN, 1), ==, color_of (LV_FIGURE_GOOD_UNKNOWN, 2));
  g_assert_cmpint (color_of (LV_FIGURE_GOOD_UNKNOWN, 1), !=, better);
  g_assert_cmpint (color_of (LV_FIGURE_GOOD_UNKNOWN, 1), !=, worse);
  g_assert_cmpint (color_of (LV_FIGURE_GOOD_DOWN, 0), ==, color_of (LV_FIGURE_GOOD_UP, 0));
}

/* A remark is in the picture or a note under it, and never lost. */
static void
test_remarks (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = sample_find ("remarks-columns");
  g_autoptr (LvFigure) full = sample_find ("remarks-long");
  g_autoptr (LvLayout) card = lv_layout_new (figure, 760, 430, fixed);
  g_autoptr (LvLayout) noted = lv_layout_new (full, 760, 430, fixed);
  g_autofree char *first = lv_layout_dump (card);
  g_autofree char *second = lv_layout_dump (noted);

  g_assert_nonnull (strstr (first, "text annotation -1/0"));
  g_assert_null (strstr (first, "1) "));
  g_assert_nonnull (strstr (second, "1) 2024: Ny lov"));
}

/* A shortened text keeps the whole one; a missing number keeps its reason. */
static void
test_full (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvFigure) figure = sample_find ("long");
  g_autoptr (LvFigure) missing = sample_find ("missing");
  g_autoptr (LvLayout) layout = lv_layout_new (figure, 280, 180, fixed);
  g_autoptr (LvLayout) second = lv_layout_new (missing, 760, 430, fixed);
  g_autofree char *dump = lv_layout_dump (second);

  for (guint i = 0; i < layout->texts->len; i++)
    {
      const LvLayoutText *text = &g_array_index (layout->texts, LvLayoutText, i);

      if (strstr (text->text, "…") != NULL)
        g_assert_nonnull (text->full);
    }
  g_assert_nonnull (strstr (dump, "mangler, figuren i kilden har ingen tal"));
}

static void
test_wrap (void)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  LvFont font = { 10.0, FALSE };
  gboolean shortened = TRUE;
  g_autoptr (GPtrArray) two = lv_text_wrap (fixed, "Køb af tilbud", &font, 40, 3, &shortened);
  g_autoptr (GPtrArray) soft = NULL;
  g_autoptr (GPtrArray) cut = NULL;

  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (two, 0), ==, "Køb af");
  g_assert_false (shortened);
  soft = lv_text_wrap (fixed, "arbejds\302\255fortjeneste", &font, 66, 3, &shortened);
  g_assert_cmpstr (g_ptr_array_index (soft, 0), ==, "arbejds-");
  g_assert_cmpstr (g_ptr_array_index (soft, 1), ==, "fortjeneste");
  cut = lv_text_wrap (fixed, "ungdomsuddannelse", &font, 40, 2, &shortened);
  g_assert_true (shortened);
  g_assert_cmpstr (g_ptr_array_index (cut, 0), ==, "ungdom…");
}

/* A word wider than its line goes on in the next one, parted as Danish parts it, where that is asked for. */
static void
test_wrap_whole (void)
{
  static const struct { const char *text; const char *lines; } rows[] = {
    { "ny-indflyttergruppe", "ny-|indflytter-|gruppe" },
    { "forsorgshjem", "forsorgs-|hjem" },
    { "arbejdsmarkedet", "arbejdsmar-|kedet" },
    { "boligløsninger", "boligløs-|ninger" },
    { "arbejdskraften", "arbejds-|kraften" },
    { "etagebeskrivelse", "etagebe-|skrivelse" },
    { "to ord", "to ord" },
  };
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  LvFont font = { 10.0, FALSE };
  double room = lv_measure_width (fixed, "aaaaaaaaaaa", &font);
  g_autoptr (GPtrArray) narrow = NULL;
  gboolean shortened;
  gboolean parted;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) lines = lv_text_wrap_whole (fixed, rows[i].text, &font, room, 6, &shortened, &parted);
      g_autofree char *all = NULL;

      g_ptr_array_add (lines, NULL);
      all = g_strjoinv ("|", (char **) lines->pdata);
      g_assert_cmpstr (all, ==, rows[i].lines);
      g_assert_false (shortened);
      g_assert_cmpint (parted, ==, i < G_N_ELEMENTS (rows) - 1);
    }
  narrow = lv_text_wrap_whole (fixed, "forsorgshjem", &font, room / 11, 6, &shortened, &parted);
  g_assert_cmpstr (g_ptr_array_index (narrow, 0), ==, "…");
  g_assert_true (shortened);
  g_assert_false (parted);
}

/* A sign of paragraphs or pages stays with its number. */
static void
test_wrap_signs (void)
{
  static const struct { const char *text; const char *second; } rows[] = {
    { "støtte efter § 85 a", "§ 85 a" }, { "tabellen i Bilag (s. 64)", "(s. 64)" },
  };
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  LvFont font = { 10.0, FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      glong letters = g_utf8_strlen (rows[i].text, -1) - 3;
      double room = letters * lv_measure_width (fixed, "aaaaaaaaaa", &font) / 10;
      g_autoptr (GPtrArray) lines = lv_text_wrap (fixed, rows[i].text, &font, room, 3, NULL);

      g_assert_cmpuint (lines->len, ==, 2);
      g_assert_cmpstr (g_ptr_array_index (lines, 1), ==, rows[i].second);
    }
}

/* What is measured does not depend on what was measured before. */
static void
test_measure (void)
{
  static const LvFont sizes[] = { { 8.481, FALSE }, { 8.4843, FALSE } };
  g_autoptr (LvTextMeasure) forth = lv_measure_pango_new (NULL, 1.0);
  g_autoptr (LvTextMeasure) back = lv_measure_pango_new (NULL, 1.0);
  const char *text = "Ankestyrelsens afgørelser";
  double first[] = { lv_measure_width (forth, text, &sizes[0]), lv_measure_width (forth, text, &sizes[1]) };
  double second[] = { 0, lv_measure_width (back, text, &sizes[1]) };

  second[0] = lv_measure_width (back, text, &sizes[0]);
  g_assert_cmpfloat (first[0], ==, second[0]);
  g_assert_cmpfloat (first[1], ==, second[1]);
  g_assert_cmpfloat (first[0], <, first[1]);
}

/* Takes @figure. */
static guint
count_missing (LvFigure *figure)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvLayout) layout = lv_layout_new (figure, 600, 400, fixed);
  guint count = 0;

  for (guint i = 0; i < layout->boxes->len; i++)
    count += g_array_index (layout->boxes, LvLayoutBox, i).kind == LV_BOX_MISSING;
  lv_figure_unref (figure);
  return count;
}

static LvFigure *
missing_line (void)
{
  static const char *const years[] = { "2025", "2026", "2027" };
  LvFigure *figure = sample_begin (LV_FIGURE_LINES, "Personer", "Antal", 0);
  int base;

  for (gsize c = 0; c < G_N_ELEMENTS (years); c++)
    lv_figure_add_category (figure, years[c], NULL, LV_FIGURE_PERIOD_NONE);
  base = lv_figure_add_series (figure, "antal", "Antal", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  for (gsize c = 0; c < G_N_ELEMENTS (years); c++)
    lv_figure_set_value (figure, base, (int) c, NAN, LV_FIGURE_MISSING);
  return figure;
}

/* Where the scenario has numbers and the grundprognose none at all, a row of marks along the line would say nothing. */
static void
test_missing_baseline (void)
{
  LvFigure *figure = missing_line ();
  int scenario = lv_figure_add_series (figure, "antal", "Antal, scenarie", LV_FIGURE_SCENARIO, LV_FIGURE_MARK);

  lv_figure_set_value (figure, scenario, 0, 10, LV_FIGURE_DERIVED);
  lv_figure_set_value (figure, scenario, 1, 12, LV_FIGURE_DERIVED);
  lv_figure_set_value (figure, scenario, 2, NAN, LV_FIGURE_MISSING);
  g_assert_cmpuint (count_missing (figure), ==, 1);
  g_assert_cmpuint (count_missing (missing_line ()), ==, 3);
}

/* Takes @figure. Returns: the texts of a role, "a|b" */
static char *
texts_of (LvFigure *figure, double width, LvTextRole role)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvLayout) layout = lv_layout_new (figure, width, 300, fixed);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < layout->texts->len; i++)
    if (g_array_index (layout->texts, LvLayoutText, i).role == role)
      g_string_append_printf (out, "%s%s", out->len > 0 ? "|" : "",
                              g_array_index (layout->texts, LvLayoutText, i).text);
  lv_figure_unref (figure);
  return g_string_free (out, FALSE);
}

/* What is not there has no place in the legend. */
static void
test_replaced (void)
{
  LvFigure *figure = missing_line ();
  int scenario = lv_figure_add_series (figure, "antal", "Antal", LV_FIGURE_SCENARIO, LV_FIGURE_MARK);
  int other = lv_figure_add_series (figure, "plads", "Pladser", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  g_autofree char *legend = NULL;

  for (int c = 0; c < 3; c++)
    lv_figure_set_value (figure, scenario, c, 10 + c, LV_FIGURE_DERIVED);
  lv_figure_set_value (figure, other, 0, 5, LV_FIGURE_DERIVED);
  legend = texts_of (figure, 500, LV_TEXT_LEGEND);
  g_assert_cmpstr (legend, ==, "Antal, scenarie|Pladser");
}

static LvFigure *
month_line (int first, int n)
{
  static const char *const names[] = { "jan.", "feb.", "mar.", "apr.", "maj", "jun.",
                                       "jul.", "aug.", "sep.", "okt.", "nov.", "dec." };
  LvFigure *figure = sample_begin (LV_FIGURE_LINES, "Personer", "Antal", 0);
  int line;

  for (int c = 0; c < n; c++)
    {
      g_autofree char *label = g_strdup_printf ("%s %d", names[(first + c) % 12], (first + c) / 12);

      lv_figure_add_category (figure, label, NULL, LV_FIGURE_PERIOD_NONE);
    }
  lv_figure_set_months (figure, first);
  line = lv_figure_add_series (figure, "antal", "Antal", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  for (int c = 0; c < n; c++)
    lv_figure_set_value (figure, line, c, c % 2 == 0 ? 0 : 10000, LV_FIGURE_DERIVED);
  return figure;
}

/* Months that have no room for all names: those that end a part of the year, wherever the row begins and ends. Numbers
 * that would stand at noughts only stand nowhere. */
static void
test_months (void)
{
  g_autofree char *years = texts_of (month_line (2025 * 12 + 2, 40), 500, LV_TEXT_CATEGORY);
  g_autofree char *halves = texts_of (month_line (2025 * 12 + 2, 14), 560, LV_TEXT_CATEGORY);
  g_autofree char *numbers = texts_of (month_line (2025 * 12 + 2, 40), 700, LV_TEXT_VALUE);

  g_assert_cmpstr (years, ==, "dec. 2025|dec. 2026|dec. 2027");
  g_assert_cmpstr (halves, ==, "apr. 2025|jun. 2025|aug. 2025|okt. 2025|dec. 2025|feb. 2026|apr. 2026");
  g_assert_cmpstr (numbers, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/wrap", test_wrap);
  g_test_add_func ("/layout/wrap-whole", test_wrap_whole);
  g_test_add_func ("/layout/wrap-signs", test_wrap_signs);
  g_test_add_func ("/layout/months", test_months);
  g_test_add_func ("/layout/samples", test_samples);
  g_test_add_func ("/layout/random", test_random);
  g_test_add_func ("/layout/random-rows", test_random_rows);
  g_test_add_func ("/layout/large-text", test_large_text);
  g_test_add_func ("/layout/tiny", test_tiny);
  g_test_add_func ("/layout/repeat", test_repeat);
  g_test_add_func ("/layout/proportion", test_proportion);
  g_test_add_func ("/layout/hit", test_hit);
  g_test_add_func ("/layout/hit-rows", test_hit_rows);
  g_test_add_func ("/layout/proportion-rows", test_proportion_rows);
  g_test_add_func ("/layout/many-rows", test_many_rows);
  g_test_add_func ("/layout/difference", test_difference);
  g_test_add_func ("/layout/miss", test_miss);
  g_test_add_func ("/layout/shares", test_shares);
  g_test_add_func ("/layout/waterfall", test_waterfall);
  g_test_add_func ("/layout/waterfall-colors", test_waterfall_colors);
  g_test_add_func ("/layout/remarks", test_remarks);
  g_test_add_func ("/layout/full", test_full);
  g_test_add_func ("/layout/measure", test_measure);
  g_test_add_func ("/layout/missing-baseline", test_missing_baseline);
  g_test_add_func ("/layout/replaced", test_replaced);
  for (gsize i = 0; i < n_samples; i++)
    {
      g_autofree char *path = g_strconcat ("/layout/golden/", samples[i].name, NULL);

      g_test_add_data_func (path, &samples[i], test_golden);
    }
  return g_test_run ();
}
