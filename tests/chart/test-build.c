/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects the way from the shipped pack to its charts: every number of a figure is the model's, in
 * the grundprognose and in scenarios; titles, periods, totals and sources; the files.
 *
 * Goldens are written anew with:  LV_REGENERATE=1 meson test -C build chart-build */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "checks.h"
#include "lv-chart-build.h"
#include "lv-chart-export.h"
#include "lv-chart-files.h"
#include "lv-layout.h"

static LvModel *model;
static LvState *base;

static LvModel *
load (const char *folder)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *loaded = lv_model_load (folder, NULL, problems);

  for (guint i = 0; loaded == NULL && i < lv_problems_kept (problems); i++)
    {
      g_autofree char *text = lv_problem_to_string (lv_problems_get (problems, i));

      g_test_message ("%s", text);
    }
  g_assert_nonnull (loaded);
  return loaded;
}

static const LvItem *
chart_item (const char *id)
{
  const LvItem *item = lv_pack_find_kind (lv_model_pack (model), LV_KIND_CHART, id);

  g_assert_nonnull (item);
  return item;
}

/* A state where one number is another; transfer full. */
static LvState *
state_with (const char *id, double value)
{
  LvState *state = lv_state_copy (base);

  lv_state_set (state, lv_model_find (model, id), 0, value);
  lv_state_update (state);
  return state;
}

/* Every point of every series equals its cell; a scenario is there only where it differs. */
static void
check_values (const LvItem *item, const LvState *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LvChart) chart = lv_chart_new (item, base, &error);
  g_autoptr (LvFigure) figure = NULL;

  g_assert_no_error (error);
  figure = lv_chart_make_figure (chart, state, base, NULL);
  for (int s = 0; s < lv_figure_n_series (figure); s++)
    for (int c = 0; c < lv_figure_n_categories (figure); c++)
      {
        const LvFigureSeries *own = lv_figure_get_series (figure, s);
        const LvFigurePoint *point = lv_figure_get_point (figure, s, c);
        const LvNode *node;
        gsize cell;
        double number;

        if (!lv_chart_find (chart, figure, s, c, &node, &cell))
          {
            g_assert_cmpint (point->status, ==, LV_FIGURE_ABSENT);
            continue;
          }
        if (own->role == LV_FIGURE_SCENARIO && point->status == LV_FIGURE_ABSENT)
          {
            g_assert_cmpfloat (lv_state_number (state, node, cell), ==,
                               lv_state_number (base, node, cell));
            continue;
          }
        number = lv_state_number (own->role == LV_FIGURE_SCENARIO ? state : base, node, cell);
        if (isnan (number))
          g_assert_cmpint (point->status, ==, LV_FIGURE_MISSING);
        else
          g_assert_cmpfloat (point->value, ==, number);
      }
  g_assert_cmpint (lv_figure_has_scenario (figure), ==,
                   state != base && g_str_has_prefix (item->id, "figur.o.budget"));
}

static void
test_values (void)
{
  g_autoptr (LvState) state = state_with ("ta.vaekst", 0.0);
  const GPtrArray *items = lv_pack_items (lv_model_pack (model), LV_KIND_CHART);

  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);
      g_autoptr (LvFigure) figure = lv_chart_build (item, base, base, NULL);

      if (figure == NULL)
        continue;
      g_assert_false (lv_figure_has_scenario (figure));
      if (g_str_equal (item->id, "figur.o.budget"))
        check_values (item, state);
    }
  check_values (chart_item ("figur.o.vaekst"), base);
}

/* The numbers that the report prints. */
static void
test_printed (void)
{
  static const double gap[] = { 98, 220, 309, 410, 531 };
  static const double total[] = { 2592, 2703, 2811, 2929, 3053 };
  g_autoptr (LvFigure) figure = lv_chart_build (chart_item ("figur.o.budget"), base, base, NULL);

  g_assert_cmpint (lv_figure_n_series (figure), ==, 3);
  g_assert_cmpint (lv_figure_get_series (figure, 2)->form, ==, LV_FIGURE_TOTAL);
  for (int c = 0; c < 5; c++)
    {
      g_assert_cmpfloat (lv_figure_get_point (figure, 1, c)->value, ==, gap[c]);
      g_assert_cmpfloat (lv_figure_get_point (figure, 2, c)->value, ==, total[c]);
    }
}

/* Without the growth in TA all parts of the changed stacks are drawn, and 2024 stays alone. */
static void
test_scenario (void)
{
  g_autoptr (LvState) state = state_with ("ta.vaekst", 0.0);
  g_autoptr (LvFigure) figure
    = lv_chart_build (chart_item ("figur.o.omraader"), state, base, NULL);
  int scenarios = 0;

  for (int s = 0; s < lv_figure_n_series (figure); s++)
    if (lv_figure_get_series (figure, s)->role == LV_FIGURE_SCENARIO)
      {
        g_assert_cmpint (lv_figure_find_baseline (figure, s), >=, 0);
        g_assert_cmpint (lv_figure_get_point (figure, s, 0)->status, ==, LV_FIGURE_ABSENT);
        scenarios++;
      }
  g_assert_cmpint (scenarios, ==, lv_figure_n_series (figure) / 2);
}

static void
test_titles (void)
{
  g_autoptr (LvState) less = state_with ("ta.vaekst", 0.0);
  g_autoptr (LvState) more = state_with ("ta.vaekst", 20.0);
  g_autoptr (LvChart) chart = lv_chart_new (chart_item ("figur.o.budget"), base, NULL);
  g_autofree char *same_title = lv_chart_dup_title (chart, base, base);
  g_autofree char *less_title = lv_chart_dup_title (chart, less, base);
  g_autofree char *more_title = lv_chart_dup_title (chart, more, base);
  g_autoptr (LvFigure) figure = lv_chart_make_figure (chart, base, base, same_title);
  g_autoptr (LvFigure) whole = lv_chart_make_figure (chart, base, base, NULL);

  g_assert_cmpstr (same_title, ==, "Merforbruget i 2029 er 531 mio. kr.");
  g_assert_nonnull (strstr (less_title, "mindre end i grundprognosen"));
  g_assert_nonnull (strstr (more_title, "mere end i grundprognosen"));
  /* Under a heading that says the same, the title is not drawn again. */
  g_assert_cmpstr (lv_figure_get_title (figure), ==, "");
  g_assert_cmpint (lv_figure_n_notes (figure), ==, 0);
  g_assert_cmpstr (lv_figure_get_title (whole), ==, same_title);
  g_assert_cmpint (lv_figure_n_notes (whole), ==, 1);
}

/* In a card of ordinary width, 436 by 320 pixels of a screen, each title stands whole: one had lost its end. */
static void
test_whole_titles (void)
{
  const GPtrArray *charts = lv_pack_items (lv_model_pack (model), LV_KIND_CHART);
  g_autoptr (LvTextMeasure) measure = lv_measure_pango_new (NULL, 1.0);

  for (guint i = 0; i < charts->len; i++)
    {
      g_autoptr (LvFigure) figure = lv_chart_build (g_ptr_array_index (charts, i), base, base, NULL);
      g_autoptr (LvLayout) card
          = figure != NULL ? lv_layout_new (figure, 436.0 * 0.75, 320.0 * 0.75, measure) : NULL;

      for (guint t = 0; card != NULL && t < card->texts->len; t++)
        {
          const LvLayoutText *text = &g_array_index (card->texts, LvLayoutText, t);

          if (text->role == LV_TEXT_TITLE)
            g_assert_cmpstr (text->full, ==, NULL);
        }
    }
}

/* What each number is comes from its cell, or from what its formula is made of. */
static void
test_periods (void)
{
  g_autoptr (LvFigure) figure = lv_chart_build (chart_item ("figur.o.omraader"), base, base, NULL);

  g_assert_cmpstr (lv_figure_get_category (figure, 0)->label, ==, "2024");
  g_assert_cmpstr (lv_figure_get_category (figure, 0)->short_label, ==, "’24");
  g_assert_cmpint (lv_figure_get_category (figure, 0)->period, ==, LV_FIGURE_PERIOD_ACCOUNTS);
  for (int c = 1; c < lv_figure_n_categories (figure); c++)
    g_assert_cmpint (lv_figure_get_category (figure, c)->period, ==, LV_FIGURE_PERIOD_FORECAST);
  g_assert_nonnull (strstr (lv_figure_get_source (figure), "Kilde: Økonomisk balance"));
}

/* A month that is missing after many others says what lacks, not which month before it is missing too. */
static void
test_reason (void)
{
  g_autoptr (LvFigure) figure = lv_chart_build (chart_item ("figur.h.tilstande"), base, base, NULL);
  const char *reason = lv_figure_get_point (figure, 0, lv_figure_n_categories (figure) - 1)->reason;

  g_assert_cmpstr (reason, ==, "Fra gade eller venner til forsorgshjem: mangler");
  g_assert_cmpstr (lv_figure_get_point (figure, 0, 0)->reason, !=, NULL);
}

static void
test_highlight (void)
{
  g_autoptr (LvFigure) growth = lv_chart_build (chart_item ("figur.o.vaekst"), base, base, NULL);
  g_autoptr (LvFigure) rise = lv_chart_build (chart_item ("figur.o.stigning"), base, base, NULL);
  int series;
  int category;

  lv_figure_get_highlight (growth, &series, &category);
  g_assert_cmpstr (lv_figure_get_series (growth, series)->label, ==, "Aarhus");
  g_assert_cmpint (category, ==, -1);
  lv_figure_get_highlight (rise, &series, &category);
  g_assert_cmpint (series, ==, -1);
  g_assert_cmpstr (lv_figure_get_category (rise, category)->label, ==, "Faktisk i Aarhus");
}

static void
test_tell (void)
{
  g_autoptr (LvState) state = state_with ("ta.vaekst", 0.0);
  g_autoptr (LvChart) chart = lv_chart_new (chart_item ("figur.o.budget"), base, NULL);
  g_autoptr (LvFigure) figure = lv_chart_make_figure (chart, state, base, NULL);
  g_autofree char *printed = lv_chart_tell (chart, figure, 1, 4, state, base);
  g_autofree char *exact = lv_chart_tell (chart, figure, 4, 4, state, base);
  g_autofree char *text = lv_chart_to_text (chart, figure);

  g_assert_true (g_str_has_prefix (printed, "Merforbrug, 2029\n531 mio. kr.\n"));
  g_assert_true (g_str_has_prefix (exact, "Merforbrug, scenarie, 2029\n463,5 mio. kr.\n"));
  g_assert_true (g_str_has_prefix (text, "År\tBudget\tMerforbrug\tForbrug\tBudget, scenarie"));
}

/* Charts of nothing, or of what their kind cannot show, say so. */
static void
test_errors (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lv-build-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.lv", NULL);
  const char *pack = "[pack lille]\ntitle=A\nversion=1\nlanguage=da\n"
                     "[unit tal]\ntitle=\ndimension=1\n[unit barn]\ntitle=barn\n"
                     "dimension=barn\n"
                     "[axis aar]\ntitle=År\nfirst=2020\nlast=2022\n"
                     "[series a]\ntitle=A\nunit=tal\nvalues=1;?;3\n"
                     "[series n]\ntitle=N\nunit=barn\nvalues=1;2;3\n"
                     "[series one]\ntitle=Et\nunit=tal\naxes=\nvalues=2\n"
                     "[series other]\ntitle=To\nunit=tal\naxes=\nvalues=5\n"
                     "[chart wholes]\ntitle=D\nkind=share\nseries=a;a\n"
                     "[chart plane]\ntitle=P\nkind=scatter\nx=one\ny=other\n"
                     "[chart units]\ntitle=U\nkind=lines\nseries=a;n\naxis=aar\n"
                     "[chart gap]\ntitle=G\nkind=lines\nseries=a\naxis=aar\nline=one\n"
                     "[chart singles]\ntitle=S\nkind=columns\nseries=one;other\n"
                     "order=descending\n"
                     "[chart ends]\ntitle=E\nkind=dumbbell\nseries=a\naxis=aar\n"
                     "[chart both]\ntitle=B\nkind=dumbbell\na=one\nb=other\n";
  const LvPack *pack_of;
  g_autoptr (LvModel) small = NULL;
  g_autoptr (LvState) state = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LvFigure) figure = NULL;

  g_assert_true (g_file_set_contents (path, pack, -1, NULL));
  small = load (folder);
  state = lv_state_new (small);
  pack_of = lv_model_pack (small);
  g_assert_null (lv_chart_build (lv_pack_find (pack_of, "wholes"), state, state, &error));
  g_assert_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES);
  g_clear_error (&error);
  g_assert_null (lv_chart_build (lv_pack_find (pack_of, "plane"), state, state, &error));
  g_assert_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES);
  g_clear_error (&error);
  g_assert_null (lv_chart_build (lv_pack_find (pack_of, "units"), state, state, &error));
  g_assert_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES);
  g_clear_error (&error);
  g_assert_null (lv_chart_build (lv_pack_find (pack_of, "ends"), state, state, &error));
  g_assert_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES);
  g_clear_error (&error);
  g_assert_null (lv_chart_build (lv_pack_find (pack_of, "both"), state, state, &error));
  g_assert_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES);
  g_clear_error (&error);
  figure = lv_chart_build (lv_pack_find (pack_of, "gap"), state, state, &error);
  g_assert_no_error (error);
  g_assert_cmpint (lv_figure_get_point (figure, 0, 1)->status, ==, LV_FIGURE_MISSING);
  g_assert_cmpint (lv_figure_n_references (figure), ==, 1);
  g_clear_pointer (&figure, lv_figure_unref);
  figure = lv_chart_build (lv_pack_find (pack_of, "singles"), state, state, &error);
  g_assert_no_error (error);
  g_assert_cmpint (lv_figure_n_series (figure), ==, 1);
  g_assert_cmpstr (lv_figure_get_category (figure, 0)->label, ==, "To");
  g_unlink (path);
  g_rmdir (folder);
}

/* Goldens */

static void
test_golden (gconstpointer data)
{
  const LvItem *item = data;
  g_autoptr (LvTextMeasure) fixed = lv_measure_fixed_new ();
  g_autoptr (LvState) state = state_with ("ta.vaekst", 0.0);
  const LvState *states[] = { base, state };
  g_autofree char *name = g_strdup_printf ("aarhus-%s.txt", item->id);
  g_autoptr (GString) out = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (LvFigure) figure = lv_chart_build (item, states[i], base, NULL);
      g_autoptr (LvLayout) page = NULL;
      g_autofree char *alt = NULL;
      g_autofree char *dump = NULL;

      if (figure == NULL)
        return;
      page = lv_layout_new (figure, LV_CHART_PAGE_WIDTH, LV_CHART_PAGE_HEIGHT, fixed);
      alt = lv_figure_dup_alt (figure);
      dump = lv_layout_dump (page);
      g_string_append_printf (out, "%s\n%s", alt, dump);
    }
  compare_golden (name, out->str);
}

/* Files */

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
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("no \"%s\" in:\n%s", part, text);
}

/* Lines, soft breaks and spaces of a text that was set on a page do not count. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);

  return g_strjoinv ("", words);
}

/* A picture says where its numbers are from; one that shows only what users assume has no source.
 * The layout may shorten a long line. */
static void
assert_source (const char *squeezed, const LvFigure *figure)
{
  const char *source = lv_figure_get_source (figure);
  g_autofree char *whole = source != NULL ? squeeze (source) : NULL;
  g_autofree char *begin = whole != NULL ? g_utf8_substring (whole, 0, MIN (30, g_utf8_strlen (whole, -1)))
                                         : NULL;

  if (begin != NULL)
    assert_has (squeezed, begin);
}

/* What is missing is not stated where it is published. */
static LvFigure *
make_published (const char *id)
{
  g_autoptr (LvChart) chart = lv_chart_new (chart_item (id), base, NULL);
  g_autoptr (LvFigure) shown = lv_chart_make_figure (chart, base, base, NULL);
  LvFigure *figure;

  lv_chart_set_published (chart, TRUE);
  figure = lv_chart_make_figure (chart, base, base, NULL);
  g_assert_cmpstr (lv_figure_get_word (shown, LV_WORD_MISSING), ==, "mangler");
  g_assert_cmpstr (lv_figure_get_word (figure, LV_WORD_MISSING), ==, "ikke oplyst");
  return figure;
}

static void
check_pdf (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *id = g_strndup (name, strlen (name) - strlen (".pdf"));
  g_autoptr (LvFigure) figure = make_published (id);
  g_autofree char *alt = lv_figure_dup_alt (figure);
  g_autofree char *alt_json = g_strdup_printf ("\"/Alt\": \"u:%s\"", alt);
  g_autofree char *info = run ((const char *[]) { "pdfinfo", path, NULL });
  g_autofree char *structure = run ((const char *[]) { "pdfinfo", "-struct", path, NULL });
  g_autofree char *fonts = run ((const char *[]) { "pdffonts", path, NULL });
  g_autofree char *text = run ((const char *[]) { "pdftotext", path, "-", NULL });
  g_autofree char *json = run ((const char *[]) { "qpdf", "--json=2", "--json-key=qpdf", path,
                                                  NULL });
  g_autofree char *good = run ((const char *[]) { "qpdf", "--check", path, NULL });
  g_autofree char *squeezed = NULL;
  g_autofree char *title = squeeze (lv_figure_get_title (figure));
  /* A5 on its side, or as high as boxes and rows need. */
  double height = CLAMP (lv_chart_export_height (figure, LV_CHART_PAGE_WIDTH), LV_CHART_PAGE_HEIGHT,
                         LV_CHART_PAGE_MOST);
  g_autofree char *page = g_strdup_printf ("595 x %.0f pts", height);

  if (info == NULL || json == NULL)
    {
      g_test_skip ("poppler-utils or qpdf is not installed");
      return;
    }
  squeezed = squeeze (text);
  /* No sentence has a place left where a number does not exist. */
  g_assert_null (strstr (alt, " ,"));
  assert_has (info, "Tagged:          yes");
  assert_has (info, "Pages:           1");
  assert_has (info, page);
  assert_has (info, lv_figure_get_title (figure));
  assert_has (structure, "Figure");
  assert_has (structure, "H1");
  assert_has (fonts, "yes yes yes");
  assert_has (squeezed, title);
  assert_source (squeezed, figure);
  assert_has (good, "No syntax or stream encoding errors");
  assert_has (json, "\"/Lang\": \"u:da-DK\"");
  assert_has (json, "\"/DisplayDocTitle\": true");
  assert_has (json, alt_json);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lv-charts-XXXXXX", NULL);
  g_autoptr (GDateTime) created = g_date_time_new_utc (2025, 9, 1, 12, 0, 0);
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) bytes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (lv_chart_export_items (base, base, folder, created, NULL, written, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (written->len, >=, 5);
  for (guint i = 0; i < written->len; i++)
    {
      char *before = NULL;
      gsize size = 0;

      g_assert_true (g_file_get_contents (g_ptr_array_index (written, i), &before, &size, NULL));
      g_ptr_array_add (bytes, g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) before,
                                                           size));
      g_free (before);
      check_pdf (g_ptr_array_index (written, i));
    }
  g_assert_true (lv_chart_export_items (base, base, folder, created, NULL, NULL, &error));
  for (guint i = 0; i < written->len; i++)
    {
      g_autofree char *again = NULL;
      g_autofree char *sum = NULL;
      gsize size = 0;

      g_assert_true (g_file_get_contents (g_ptr_array_index (written, i), &again, &size, NULL));
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) again, size);
      g_assert_cmpstr (sum, ==, g_ptr_array_index (bytes, i));
      g_unlink (g_ptr_array_index (written, i));
    }
  g_rmdir (folder);
  g_assert_false (lv_chart_export_items (base, base, "/nonexistent", created, NULL, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  const GPtrArray *items;
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  model = load (folder);
  base = lv_state_new (model);
  items = lv_pack_items (lv_model_pack (model), LV_KIND_CHART);
  g_test_add_func ("/build/values", test_values);
  g_test_add_func ("/build/printed", test_printed);
  g_test_add_func ("/build/scenario", test_scenario);
  g_test_add_func ("/build/titles", test_titles);
  g_test_add_func ("/build/whole-titles", test_whole_titles);
  g_test_add_func ("/build/periods", test_periods);
  g_test_add_func ("/build/reason", test_reason);
  g_test_add_func ("/build/highlight", test_highlight);
  g_test_add_func ("/build/tell", test_tell);
  g_test_add_func ("/build/errors", test_errors);
  g_test_add_func ("/build/files", test_files);
  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);
      g_autofree char *path = g_strconcat ("/build/golden/", item->id, NULL);

      if (g_str_has_prefix (item->id, "figur.o."))
        g_test_add_data_func (path, item, test_golden);
    }
  result = g_test_run ();
  lv_state_free (base);
  lv_model_free (model);
  return result;
}
