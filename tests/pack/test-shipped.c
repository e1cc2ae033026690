/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pack that ships keeps the promise that no figure is invented: every published number names its
 * source and the place in it, every assumption says why, and what is missing says so. */
#include "lv-pack.h"

#include <math.h>

static LvPack *
load (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvPack *pack = lv_pack_load (folder, NULL, problems);

  g_assert_nonnull (pack);
  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  return pack;
}

static void
test_published (void)
{
  g_autoptr (LvPack) pack = load ();
  const GPtrArray *items = lv_pack_items (pack, LV_KIND_SERIES);

  g_assert_cmpuint (items->len, >, 20);
  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);
      const LvSeries *series = item->detail;

      for (gsize cell = 0; cell < lv_shape_cells (&series->shape); cell++)
        {
          const LvCellInfo *info = series->info != NULL ? series->info[cell] : NULL;
          gboolean has_place = series->place != NULL || (info != NULL && info->place != NULL);
          gboolean has_source = series->source != NULL || (info != NULL && info->source != NULL);

          if (series->status[cell] == LV_STATUS_PUBLISHED && !(has_source && has_place))
            g_test_fail_printf ("%s names no source or place", item->id);
          if (series->status[cell] == LV_STATUS_MISSING)
            g_assert_true (isnan (series->values[cell]));
        }
    }
}

static void
test_assumed (void)
{
  g_autoptr (LvPack) pack = load ();
  const GPtrArray *items = lv_pack_items (pack, LV_KIND_PARAMETER);

  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);
      const LvParameter *parameter = item->detail;

      if (parameter->role == LV_ROLE_VIEW || parameter->source != NULL)
        continue;
      if (lv_item_get (item, "why") == NULL && lv_item_get (item, "note") == NULL)
        g_test_fail_printf ("%s neither names a source nor says why", item->id);
    }
}

/* Attachments are in the pack's language, so no chart of it may fall back on words in the code. */
static void
test_chart_words (void)
{
  static const char *const names[] = {
    "source",
    "accounts",
    "budget",
    "forecast",
    "baseline",
    "scenario",
    "missing",
    "missing-sign",
    "corrected",
    "changed",
    "no-data",
    "axis-not-zero",
    "stacked",
    "grouped",
    "lines",
    "opening",
    "series-scenario",
    "rises",
    "falls",
    "same",
    "one",
    "list",
    "spread",
    "all-missing",
    "some-missing",
    "reference",
  };
  g_autoptr (LvPack) pack = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strconcat ("ord.chart-", names[i], NULL);

      if (lv_pack_find_kind (pack, LV_KIND_WORDS, id) == NULL)
        g_test_fail_printf ("the pack has no [words %s]", id);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shipped/published", test_published);
  g_test_add_func ("/shipped/assumed", test_assumed);
  g_test_add_func ("/shipped/chart-words", test_chart_words);
  return g_test_run ();
}
