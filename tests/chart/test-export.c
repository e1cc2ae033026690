/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects the files: same bytes twice, tagged PDF with language and alternative text,
 * searchable letters, SVG that parses, no file left behind after a failure. */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "lv-chart-export.h"
#include "lv-draw.h"
#include "samples.h"

static LvChartExport
make_options (GDateTime *created)
{
  return (LvChartExport) { 842, 595, 1.0, NULL, created, "Ligevægt", NULL };
}

static GDateTime *
fixed_date (void)
{
  return g_date_time_new_utc (2025, 9, 1, 12, 0, 0);
}

/* Runs a checker; NULL if it is not installed. */
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

typedef GBytes *(*Maker) (LvFigure *figure, const LvChartExport *options, GError **error);

static GBytes *
make_pdf (LvFigure *figure, const LvChartExport *options, GError **error)
{
  return lv_chart_to_pdf (&figure, 1, options, error);
}

static void
test_bytes (void)
{
  const Maker makers[] = { make_pdf, lv_chart_to_svg, lv_chart_to_png };
  g_autoptr (GDateTime) created = fixed_date ();
  LvChartExport options = make_options (created);

  for (gsize i = 0; i < n_samples; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (makers); k++)
      {
        g_autoptr (LvFigure) a = samples[i].make ();
        g_autoptr (LvFigure) b = samples[i].make ();
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) first = makers[k] (a, &options, &error);
        g_autoptr (GBytes) second = makers[k] (b, &options, &error);

        g_assert_no_error (error);
        g_assert_true (g_bytes_equal (first, second));
      }
}

/* Under a comma locale the same bytes; skipped where da_DK is not installed. */
static void
test_locale (void)
{
  g_autoptr (GDateTime) created = fixed_date ();
  LvChartExport options = make_options (created);
  g_autoptr (LvFigure) figure = sample_find ("growth");
  g_autoptr (GBytes) first = make_pdf (figure, &options, NULL);
  g_autoptr (GBytes) svg = lv_chart_to_svg (figure, &options, NULL);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) again = NULL;

  if (setlocale (LC_ALL, "da_DK.UTF-8") == NULL)
    {
      g_test_skip ("the locale da_DK.UTF-8 is not installed");
      return;
    }
  second = make_pdf (figure, &options, NULL);
  again = lv_chart_to_svg (figure, &options, NULL);
  setlocale (LC_ALL, "C");
  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_bytes_equal (svg, again));
}

static char *
write_pdf (const char *name)
{
  g_autoptr (GDateTime) created = fixed_date ();
  LvChartExport options = make_options (created);
  g_autoptr (LvFigure) figure = sample_find (name);
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strdup_printf ("lv-chart-%s-%d.pdf", name, g_random_int ());
  char *path = g_build_filename (g_get_tmp_dir (), file, NULL);

  g_assert_true (lv_chart_write_pdf (figure, path, &options, &error));
  g_assert_no_error (error);
  return path;
}

static void
test_pdf_info (void)
{
  g_autofree char *path = write_pdf ("areas");
  g_autofree char *info = run ((const char *[]) { "pdfinfo", path, NULL });
  g_autofree char *structure = run ((const char *[]) { "pdfinfo", "-struct", path, NULL });
  g_autofree char *text = run ((const char *[]) { "pdftotext", path, "-", NULL });
  g_autofree char *fonts = run ((const char *[]) { "pdffonts", path, NULL });

  if (info == NULL)
    {
      g_unlink (path);
      g_test_skip ("poppler-utils is not installed");
      return;
    }
  assert_has (info, "Tagged:          yes");
  assert_has (info, "Merforbruget vokser til 531 mio. kr. i 2029");
  assert_has (structure, "Figure");
  assert_has (structure, "H1");
  assert_has (text, "Køb af tilbud");
  assert_has (text, "Økonomisk balance");
  assert_has (text, "531");
  assert_has (fonts, "yes yes yes");
  g_unlink (path);
}

static void
test_pdf_json (void)
{
  g_autofree char *path = write_pdf ("areas");
  g_autofree char *json = run ((const char *[]) { "qpdf", "--json=2", "--json-key=qpdf",
                                                  "--json-key=outlines", path, NULL });
  g_autofree char *good = run ((const char *[]) { "qpdf", "--check", path, NULL });

  if (json == NULL)
    {
      g_unlink (path);
      g_test_skip ("qpdf is not installed");
      return;
    }
  assert_has (good, "No syntax or stream encoding errors");
  assert_has (json, "\"/Lang\": \"u:da-DK\"");
  assert_has (json, "\"/Alt\": \"u:Merforbruget vokser til 531 mio. kr. i 2029. Stablede søjler");
  assert_has (json, "\"/DisplayDocTitle\": true");
  assert_has (json, "\"title\": \"Merforbruget vokser");
  g_unlink (path);
}

/* Every painting operator lies inside a marked part of the page. */
static void
test_pdf_marked (void)
{
  g_autofree char *path = write_pdf ("growth");
  g_autofree char *qdf = run ((const char *[]) { "qpdf", "--qdf", "--object-streams=disable", path,
                                                 "-", NULL });
  g_auto (GStrv) lines = NULL;
  int depth = 0;
  gboolean in_page = FALSE;

  g_unlink (path);
  if (qdf == NULL)
    {
      g_test_skip ("qpdf is not installed");
      return;
    }
  g_assert_null (strstr (qdf, "/Private <<"));
  lines = g_strsplit (qdf, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      in_page = in_page || g_str_has_prefix (lines[i], "/Artifact BMC");
      if (g_str_equal (lines[i], "endstream"))
        in_page = FALSE;
      depth += g_str_has_suffix (lines[i], "BDC") || g_str_has_suffix (lines[i], "BMC");
      depth -= g_str_equal (lines[i], "EMC");
      if (in_page && (g_str_equal (lines[i], "S") || g_str_has_suffix (lines[i], " S")
                      || g_str_has_suffix (lines[i], " f") || g_str_has_suffix (lines[i], "]TJ")))
        g_assert_cmpint (depth, >, 0);
    }
  g_assert_cmpint (depth, ==, 0);
}

static void
test_pdf_pages (void)
{
  g_autoptr (GDateTime) created = fixed_date ();
  LvChartExport options = make_options (created);
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_figure_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < 200; i++)
    g_ptr_array_add (figures, samples[i % n_samples].make ());
  pdf = lv_chart_to_pdf ((LvFigure *const *) figures->pdata, figures->len, &options, &error);
  g_assert_no_error (error);
  g_test_message ("200 charts: %.2f s, %" G_GSIZE_FORMAT " bytes",
                  (g_get_monotonic_time () - start) / 1e6, g_bytes_get_size (pdf));
}

static void
start_cb (GMarkupParseContext *context, const char *name, const char **names,
          const char **values, gpointer data, GError **error)
{
  GHashTable *ids = data;

  for (int i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "id"))
      g_assert_true (g_hash_table_add (ids, g_strdup (values[i])));
}

static void
test_svg (void)
{
  const GMarkupParser parser = { .start_element = start_cb };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LvChartExport options = make_options (NULL);

  /* All ids of all pictures together are unique: they may stand in one page. */
  for (gsize i = 0; i < n_samples; i++)
    {
      g_autoptr (LvFigure) figure = samples[i].make ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) svg = lv_chart_to_svg (figure, &options, &error);
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, ids, NULL);
      gsize size = 0;
      const char *data = g_bytes_get_data (svg, &size);

      g_assert_true (g_markup_parse_context_parse (context, data, (gssize) size, &error));
      g_assert_no_error (error);
      g_assert_nonnull (g_strstr_len (data, (gssize) size, "role=\"img\""));
    }
}

/* On a page a picture's texts are texts: a reader finds them, and a browser with other fonts gives them the same room. */
static void
test_svg_texts (void)
{
  LvChartExport options = make_options (NULL);
  gboolean any = FALSE;

  options.keeps_texts = TRUE;
  for (gsize i = 0; i < n_samples; i++)
    {
      g_autoptr (LvFigure) figure = samples[i].make ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) svg = lv_chart_to_svg (figure, &options, &error);
      g_autoptr (GMarkupParseContext) context = NULL;
      const GMarkupParser parser = { NULL };
      g_autofree char *title = g_markup_escape_text (lv_figure_get_title (figure), -1);
      gsize size = 0;
      const char *data = g_bytes_get_data (svg, &size);
      const char *text = g_strstr_len (data, (gssize) size, "<text ");

      g_assert_no_error (error);
      context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
      g_assert_true (g_markup_parse_context_parse (context, data, (gssize) size, &error));
      g_assert_true (g_markup_parse_context_end_parse (context, &error));
      g_assert_no_error (error);
      g_assert_null (g_strstr_len (data, (gssize) size, "<symbol"));
      g_assert_nonnull (text);
      g_assert_nonnull (g_strstr_len (text, (gssize) size - (text - data), "textLength=\""));
      any = any || g_strstr_len (text, (gssize) size - (text - data), title) != NULL;
    }
  g_assert_true (any);
}

static void
test_failure (void)
{
  g_autoptr (GDateTime) created = fixed_date ();
  LvChartExport options = make_options (created);
  g_autoptr (LvFigure) figure = sample_find ("areas");
  g_autoptr (GError) error = NULL;

  g_assert_false (lv_chart_write_pdf (figure, "/nonexistent-folder/a.pdf", &options, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  options.width = 0.0;
  g_assert_false (lv_chart_write_png (figure, "/tmp/never-written.png", &options, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test ("/tmp/never-written.png", G_FILE_TEST_EXISTS));
}

/* Drawing leaves the context as it was, and a focus mark changes the picture. */
static void
test_draw (void)
{
  g_autoptr (LvTextMeasure) measure = lv_measure_pango_new (NULL, 1.0);
  g_autoptr (LvFigure) figure = sample_find ("areas");
  g_autoptr (LvLayout) layout = lv_layout_new (figure, 400, 300, measure);
  LvDrawFocus focus = { 0, 5 };
  gsize bytes = 0;
  g_autofree guchar *before = NULL;

  for (int round = 0; round < 2; round++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 300);
      cairo_t *cr = cairo_create (surface);

      lv_draw (cr, layout, lv_palette_get (LV_PALETTE_DARK), round == 0 ? NULL : &focus);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_flush (surface);
      bytes = (gsize) cairo_image_surface_get_stride (surface) * 300;
      if (round == 0)
        before = g_memdup2 (cairo_image_surface_get_data (surface), bytes);
      else
        g_assert_cmpint (memcmp (before, cairo_image_surface_get_data (surface), bytes), !=, 0);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/bytes", test_bytes);
  g_test_add_func ("/export/locale", test_locale);
  g_test_add_func ("/export/pdf-info", test_pdf_info);
  g_test_add_func ("/export/pdf-json", test_pdf_json);
  g_test_add_func ("/export/pdf-marked", test_pdf_marked);
  g_test_add_func ("/export/pdf-pages", test_pdf_pages);
  g_test_add_func ("/export/svg", test_svg);
  g_test_add_func ("/export/svg-texts", test_svg_texts);
  g_test_add_func ("/export/failure", test_failure);
  g_test_add_func ("/export/draw", test_draw);
  return g_test_run ();
}
