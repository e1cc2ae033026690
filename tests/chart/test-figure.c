/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects the figure: status of numbers, equality, pairing of scenarios, default words and the
 * description's direction. */

#include <math.h>
#include <string.h>

#include "lv-figure.h"
#include "samples.h"

static void
test_values (void)
{
  g_autoptr (LvFigure) figure = lv_figure_new (LV_FIGURE_LINES);
  int series = lv_figure_add_series (figure, "a", "A", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  int category = lv_figure_add_category (figure, "2024", NULL, LV_FIGURE_PERIOD_ACCOUNTS);
  g_autofree char *text = NULL;
  g_autofree char *missing = NULL;

  g_assert_cmpint (lv_figure_get_point (figure, series, category)->status, ==, LV_FIGURE_ABSENT);
  g_assert_false (lv_figure_is_drawn (figure, series, category));
  lv_figure_set_value (figure, series, category, NAN, LV_FIGURE_PUBLISHED);
  g_assert_cmpint (lv_figure_get_point (figure, series, category)->status, ==,
                   LV_FIGURE_MISSING);
  missing = lv_figure_dup_value_text (figure, series, category);
  g_assert_cmpstr (missing, ==, "mangler");
  lv_figure_set_value (figure, series, category, 3.5, LV_FIGURE_DERIVED);
  lv_figure_set_unit (figure, "pct.", 1);
  text = lv_figure_dup_value_text (figure, series, category);
  g_assert_cmpstr (text, ==, "3,5");
  g_assert_null (lv_figure_get_point (figure, series, 1));
}

static void
test_equal (void)
{
  for (gsize i = 0; i < n_samples; i++)
    for (gsize k = 0; k < n_samples; k++)
      {
        g_autoptr (LvFigure) a = samples[i].make ();
        g_autoptr (LvFigure) b = samples[k].make ();

        g_assert_cmpint (lv_figure_equal (a, b), ==, i == k);
      }
}

/* Every setter must count in the comparison. */
static void
test_unequal (void)
{
  for (int change = 0; change < 9; change++)
    {
      g_autoptr (LvFigure) a = sample_find ("areas");
      g_autoptr (LvFigure) b = sample_find ("areas");

      switch (change)
        {
        case 0: lv_figure_set_value (b, 0, 0, 52, LV_FIGURE_PUBLISHED); break;
        case 1: lv_figure_set_value (b, 0, 0, 51, LV_FIGURE_DERIVED); break;
        case 2: lv_figure_set_reason (b, 0, 0, "x"); break;
        case 3: lv_figure_set_value_text (b, 0, 0, "x"); break;
        case 4: lv_figure_set_word (b, LV_WORD_MISSING, "ikke oplyst"); break;
        case 5: lv_figure_set_alt (b, "x"); break;
        case 6: lv_figure_add_reference (b, 1, "x"); break;
        case 7: lv_figure_set_highlight (b, 0, -1); break;
        default: lv_figure_set_scenario_form (b, LV_FIGURE_OVER); break;
        }
      g_assert_false (lv_figure_equal (a, b));
    }
}

static void
test_pairs (void)
{
  g_autoptr (LvFigure) figure = sample_find ("beside");

  g_assert_true (lv_figure_has_scenario (figure));
  g_assert_cmpint (lv_figure_find_baseline (figure, 4), ==, 0);
  g_assert_cmpint (lv_figure_find_baseline (figure, 2), ==, 2);
  /* The total pairs with the total, not with a mark of the same id. */
  g_assert_cmpint (lv_figure_find_baseline (figure, 9), ==, 8);
}

/* Whether the sentence of the first series says what its two values, as shown, say. */
static void
check_direction (double from, double to, int decimals)
{
  g_autoptr (LvFigure) figure = lv_figure_new (LV_FIGURE_LINES);
  g_autofree char *a = sample_format_danish (from, decimals, NULL);
  g_autofree char *b = sample_format_danish (to, decimals, NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  int series;

  lv_figure_set_unit (figure, "mio. kr.", decimals);
  lv_figure_set_format (figure, sample_format_danish, NULL, NULL);
  lv_figure_add_category (figure, "2024", NULL, LV_FIGURE_PERIOD_ACCOUNTS);
  lv_figure_add_category (figure, "2029", NULL, LV_FIGURE_PERIOD_FORECAST);
  series = lv_figure_add_series (figure, "a", "Køb", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  lv_figure_set_value (figure, series, 0, from, LV_FIGURE_PUBLISHED);
  lv_figure_set_value (figure, series, 1, to, LV_FIGURE_PUBLISHED);
  if (g_str_equal (a, b))
    expected = g_strdup_printf ("Køb er %s i både 2024 og 2029.", a);
  else
    expected = g_strdup_printf ("Køb %s fra %s i 2024 til %s i 2029.",
                                to > from ? "stiger" : "falder", a, b);
  text = lv_figure_describe (figure);
  g_assert_nonnull (strstr (text, expected));
}

static void
test_direction (void)
{
  check_direction (51, 421, 0);
  check_direction (421, 51, 0);
  check_direction (51.6, 52.4, 0);
  check_direction (-0.2, 0.2, 0);
  for (int i = 0; i < 500; i++)
    check_direction (g_test_rand_double_range (-20, 20), g_test_rand_double_range (-20, 20),
                     g_test_rand_int_range (0, 3));
}

static void
test_describe (void)
{
  g_autoptr (LvFigure) areas = sample_find ("areas");
  g_autoptr (LvFigure) grouped = sample_find ("grouped");
  g_autoptr (LvFigure) nothing = sample_find ("nothing");
  g_autofree char *first = lv_figure_describe (areas);
  g_autofree char *second = lv_figure_describe (grouped);
  g_autofree char *third = lv_figure_describe (nothing);

  g_assert_cmpstr (first, ==,
                   "Merforbruget vokser til 531 mio. kr. i 2029. Stablede søjler, mio. kr., "
                   "2024 til 2029. Køb af tilbud stiger fra 51 i 2024 til 421 i 2029. Hjemløse og "
                   "kriseramte er 18 i både 2024 og 2029. STU stiger fra 18 i 2024 til 27 i 2029. "
                   "Tabt arbejdsfortjeneste stiger fra 31 i 2024 til 65 i 2029. Merforbrug i alt "
                   "stiger fra 118 i 2024 til 531 i 2029.");
  g_assert_nonnull (strstr (second, "Botilbud: Aarhus 812, København 1.034"));
  g_assert_nonnull (strstr (second, "assistance mangler for Esbjerg (under ti modtagere)."));
  g_assert_nonnull (strstr (second, "Vandret linje ved 900: Gennemsnit, seks største."));
  g_assert_cmpstr (third, ==, "");
}

static void
test_words (void)
{
  g_autoptr (LvFigure) figure = sample_find ("empty");
  g_autofree char *alt = NULL;

  for (int i = 0; i < LV_N_WORDS; i++)
    g_assert_nonnull (lv_figure_word_default ((LvFigureWord) i));
  lv_figure_set_word (figure, LV_WORD_ALL_MISSING, "Intet om {label} {ukendt}");
  lv_figure_set_alt (figure, NULL);
  alt = lv_figure_dup_alt (figure);
  g_assert_nonnull (strstr (alt, "Intet om Helårsmodtagere {ukendt}"));
}

/* Words that count have the form that goes with the number. */
static void
test_forms (void)
{
  g_autoptr (LvFigure) figure = sample_find ("empty");
  g_autofree char *one = lv_figure_fill (figure, LV_WORD_MORE, "a", "1", NULL);
  g_autofree char *many = lv_figure_fill (figure, LV_WORD_MORE, "a", "12", NULL);
  g_autofree char *open = NULL;

  lv_figure_set_word (figure, LV_WORD_MORE, "{a|ental|flertal} {a|x");
  open = lv_figure_fill (figure, LV_WORD_MORE, "a", "1", NULL);
  g_assert_cmpstr (one, ==, "+ 1 mere");
  g_assert_cmpstr (many, ==, "+ 12 flere");
  g_assert_cmpstr (open, ==, "ental {a|x");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/forms", test_forms);
  g_test_add_func ("/figure/values", test_values);
  g_test_add_func ("/figure/equal", test_equal);
  g_test_add_func ("/figure/unequal", test_unequal);
  g_test_add_func ("/figure/pairs", test_pairs);
  g_test_add_func ("/figure/direction", test_direction);
  g_test_add_func ("/figure/describe", test_describe);
  g_test_add_func ("/figure/words", test_words);
  return g_test_run ();
}
