/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every chart of the shipped pack, and of a pack that uses every kind with hostile figures, in the
 * grundprognose and in a scenario, from a small card to A3: it can be drawn, no two texts overlap,
 * nothing is outside, two runs are identical, and the hostile pack's pictures are as they were.
 *
 * Goldens are written anew with:  LV_REGENERATE=1 meson test -C build chart-gallery */

#include <string.h>

#include "checks.h"
#include "packs.h"

static LvFigure *
make (const LvItem *item, const LvState *state, const LvState *base)
{
  g_autoptr (GError) error = NULL;
  LvFigure *figure = lv_chart_build (item, state, base, &error);

  g_assert_no_error (error);
  return figure;
}

static char *
dump (LvFigure *figure, LvTextMeasure *measure)
{
  g_autoptr (LvLayout) layout = lv_layout_new (figure, 595, 420, measure);
  g_autofree char *alt = lv_figure_dup_alt (figure);
  g_autofree char *text = lv_layout_dump (layout);

  return g_strconcat (alt, "\n", text, NULL);
}

static void
try_chart (const LvItem *item, const LvState *state, const LvState *base, GString *golden)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvTextMeasure) pango = lv_measure_pango_new (NULL, 1.0);
  g_autoptr (LvFigure) figure = make (item, state, base);
  g_autoptr (LvFigure) again = make (item, state, base);
  g_autofree char *first = dump (figure, fixed);
  g_autofree char *second = dump (again, fixed);

  g_assert_true (lv_figure_equal (figure, again));
  g_assert_cmpstr (first, ==, second);
  check_all_sizes (figure, item->id, fixed);
  check_all_sizes (figure, item->id, pango);
  if (golden != NULL)
    g_string_append (golden, first);
}

static void
try_pack (const Pack *pack, gboolean with_golden)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (LvState) state = pack_random_state (pack, random);

  for (guint i = 0; i < pack->charts->len; i++)
    {
      const LvItem *item = g_ptr_array_index (pack->charts, i);
      g_autoptr (GString) golden = g_string_new (NULL);
      g_autofree char *file = g_strdup_printf ("galleri-%s.txt", item->id);

      try_chart (item, pack->base, pack->base, golden);
      try_chart (item, state, pack->base, golden);
      if (with_golden)
        compare_golden (file, golden->str);
    }
}

static void
test_shipped (void)
{
  Pack pack;

  pack_load_shipped (&pack);
  try_pack (&pack, FALSE);
  pack_clear (&pack);
}

static void
test_hostile (void)
{
  Pack pack;

  pack_load (&pack, LV_GALLERY);
  try_pack (&pack, TRUE);
  pack_clear (&pack);
}

static LvFigure *
make_one (const Pack *pack, const char *id, LvChart **chart)
{
  g_autoptr (GError) error = NULL;

  *chart = lv_chart_new (lv_pack_find_kind (lv_model_pack (pack->model), LV_KIND_CHART, id),
                         pack->base, &error);
  g_assert_no_error (error);
  return lv_chart_make_figure (*chart, pack->base, pack->base, NULL);
}

/* A tornado's rows are sorted, told with the assumption's value and the result, and only those that
 * are asked for. */
static void
test_tornado (void)
{
  Pack pack;
  g_autoptr (LvChart) chart = NULL;
  g_autoptr (LvChart) few_chart = NULL;
  g_autoptr (LvFigure) figure = NULL;
  g_autoptr (LvFigure) few = NULL;
  g_autofree char *told = NULL;
  g_autofree char *text = NULL;

  pack_load (&pack, LV_GALLERY);
  figure = make_one (&pack, "f.tornado", &chart);
  few = make_one (&pack, "f.tornado-udvalg", &few_chart);
  told = lv_chart_tell (chart, figure, 0, 0, pack.base, pack.base);
  text = lv_chart_to_text (chart, figure);
  g_assert_cmpstr (told, ==, "Ændret vækst: -20 mio. kr.\nMål 2029: 221 mio. kr.");
  g_assert_nonnull (strstr (text, "\nÆndret vækst (-20 mio. kr. – 20 mio. kr.)\t221\t581\n"));
  g_assert_cmpint (lv_figure_n_categories (figure), ==, 3);
  g_assert_cmpint (lv_figure_n_categories (few), ==, 2);
  pack_clear (&pack);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gallery/shipped", test_shipped);
  g_test_add_func ("/gallery/hostile", test_hostile);
  g_test_add_func ("/gallery/tornado", test_tornado);
  return g_test_run ();
}
