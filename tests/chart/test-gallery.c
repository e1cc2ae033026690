/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every chart of the shipped pack, and of a pack that uses every kind with hostile figures, in the
 * grundprognose and in a scenario, from a small card to A3: it can be drawn, no two texts overlap,
 * nothing is outside, two runs are identical, and the hostile pack's pictures are as they were.
 *
 * Goldens are written anew with:  LV_REGENERATE=1 meson test -C build chart-gallery */

#include <glib/gstdio.h>
#include <string.h>

#include "checks.h"
#include "lv-chart-files.h"
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

/* Returns: (transfer full) (nullable): what a program says; NULL where it is not installed */
static char *
run (const char *const *argv)
{
  g_autofree char *program = g_find_program_in_path (argv[0]);
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status = 0;

  if (program == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return out;
}

static void
assert_says (const char *path, const char *const *argv, const char *text)
{
  g_autofree char *out = run (argv);

  if (out != NULL && strstr (out, text) == NULL)
    g_error ("%s: no \"%s\" in what %s says:\n%s", path, text, argv[0], out);
}

/* Whole, tagged, named, with embedded fonts and the alternative text of its values. */
static void
check_pdf (const Pack *pack, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *id = g_strndup (name, strlen (name) - strlen (".pdf"));
  const LvItem *item = lv_pack_find_kind (lv_model_pack (pack->model), LV_KIND_CHART, id);
  g_autoptr (LvFigure) figure = make (item, pack->base, pack->base);
  g_autofree char *alt = lv_figure_dup_alt (figure);
  g_autofree char *key = g_strdup_printf ("\"/Alt\": \"u:%.40s", alt);
  const char *const json[] = { "qpdf", "--json=2", "--json-key=qpdf", path, NULL };

  /* Not in the middle of a letter. */
  for (gsize n = strlen (key); n > 0 && !g_utf8_validate (key, -1, NULL); n--)
    key[n - 1] = '\0';
  assert_says (path, (const char *[]) { "qpdf", "--check", path, NULL },
               "No syntax or stream encoding errors");
  assert_says (path, (const char *[]) { "pdfinfo", path, NULL }, "Tagged:          yes");
  assert_says (path, (const char *[]) { "pdfinfo", "-struct", path, NULL }, "Figure");
  assert_says (path, (const char *[]) { "pdffonts", path, NULL }, "yes yes yes");
  assert_says (path, json, "\"/Lang\": \"u:da-DK\"");
  assert_says (path, json, "\"/DisplayDocTitle\": true");
  assert_says (path, json, key);
}

/* A chart without a number says why it is no file. */
static void
check_empty (const Pack *pack, GDateTime *created)
{
  const LvItem *item = lv_pack_find_kind (lv_model_pack (pack->model), LV_KIND_CHART, "f.soejler-ingen");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lv_chart_item_to_pdf (item, pack->base, pack->base, created, NULL, &error);

  g_assert_null (bytes);
  g_assert_error (error, LV_CHART_ERROR, LV_CHART_ERROR_EMPTY);
}

/* What a picture says and what decides whether it is a file is the same. */
static void
check_said (const Pack *pack)
{
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();

  for (guint i = 0; i < pack->charts->len; i++)
    {
      g_autoptr (LvFigure) figure = lv_chart_build (g_ptr_array_index (pack->charts, i), pack->base, pack->base, NULL);
      g_autoptr (LvLayout) layout = lv_layout_new (figure, 595, 420, fixed);
      gboolean says_nothing = FALSE;

      for (guint t = 0; t < layout->texts->len; t++)
        says_nothing |= g_array_index (layout->texts, LvLayoutText, t).role == LV_TEXT_EMPTY;
      g_assert_cmpint (says_nothing, ==, !lv_figure_has_numbers (figure));
    }
}

/* Every kind of chart that shows something as a PDF file that stands up. */
static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lv-gallery-XXXXXX", NULL);
  g_autoptr (GDateTime) created = g_date_time_new_utc (2025, 9, 1, 12, 0, 0);
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Pack pack;

  pack_load (&pack, LV_GALLERY);
  g_assert_true (
    lv_chart_export_items (pack.base, pack.base, folder, created, NULL, written, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (written->len, ==, pack.charts->len - 1);
  check_empty (&pack, created);
  check_said (&pack);
  for (guint i = 0; i < written->len; i++)
    {
      check_pdf (&pack, g_ptr_array_index (written, i));
      g_unlink (g_ptr_array_index (written, i));
    }
  g_rmdir (folder);
  pack_clear (&pack);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gallery/shipped", test_shipped);
  g_test_add_func ("/gallery/hostile", test_hostile);
  g_test_add_func ("/gallery/tornado", test_tornado);
  g_test_add_func ("/gallery/files", test_files);
  return g_test_run ();
}
