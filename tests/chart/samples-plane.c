/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scatters and matrices, with numbers made up for the test. */

#include "samples.h"

#include <math.h>

static int
add_form (LvFigure *figure, const char *label, LvFigureRole role, LvFigureForm form,
          const double *values)
{
  int series = lv_figure_add_series (figure, label, label, role, form);

  lv_figure_set_values (figure, series, values, lv_figure_n_categories (figure),
                        LV_FIGURE_PUBLISHED);
  return series;
}

static void
add_items (LvFigure *figure, const char *const *names, int n)
{
  for (int i = 0; i < n; i++)
    lv_figure_add_category (figure, names[i], NULL, LV_FIGURE_PERIOD_NONE);
}

#define ITEMS(figure, ...)                                                                    \
  add_items (figure, (const char *[]) { __VA_ARGS__ },                                        \
             sizeof ((const char *[]) { __VA_ARGS__ }) / sizeof (char *))
#define FORM(figure, label, role, form, ...)                                                  \
  add_form (figure, label, LV_FIGURE_##role, LV_FIGURE_##form, (const double[]) { __VA_ARGS__ })

/* Scatter */

static void
set_fields (LvFigure *figure)
{
  lv_figure_set_quadrant (figure, LV_FIGURE_NORTH_WEST, "Få borgere, høj enhedspris");
  lv_figure_set_quadrant (figure, LV_FIGURE_NORTH_EAST, "Mange borgere, høj enhedspris");
  lv_figure_set_quadrant (figure, LV_FIGURE_SOUTH_WEST, "Få borgere, lav enhedspris");
  lv_figure_set_quadrant (figure, LV_FIGURE_SOUTH_EAST, "Mange borgere, lav enhedspris");
}

static LvFigure *
begin_scatter (const char *title)
{
  LvFigure *figure = sample_begin (LV_FIGURE_SCATTER, title, "Syv opdigtede kommuner, 2022", 0);

  lv_figure_set_axis (figure, LV_FIGURE_X, "Andel der modtager tilbud", "pct.", 1);
  lv_figure_set_axis (figure, LV_FIGURE_Y, "Udgift pr. modtager", "t.kr.", 0);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_scatter (void)
{
  LvFigure *figure = begin_scatter ("Flere får tilbud, og de er dyrere");

  ITEMS (figure, "Aarhus", "Aalborg", "Odense", "København", "Esbjerg", "Randers", "Vejle");
  FORM (figure, "Andel der modtager tilbud", BASELINE, X, 2.4, 2.1, 2.2, 1.6, 1.9, 2.6, 1.7);
  FORM (figure, "Udgift pr. modtager", BASELINE, Y, 412, 371, 398, 455, 366, 402, 349);
  lv_figure_set_cross (figure, LV_FIGURE_X, 2.07, "gennemsnit");
  lv_figure_set_cross (figure, LV_FIGURE_Y, 393, "gennemsnit");
  set_fields (figure);
  lv_figure_set_highlight (figure, -1, 0);
  return figure;
}

LvFigure *
sample_scatter_scenario (void)
{
  LvFigure *figure = sample_scatter ();
  int x = lv_figure_add_series (figure, "Andel der modtager tilbud", "Andel der modtager tilbud",
                                LV_FIGURE_SCENARIO, LV_FIGURE_X);
  int y = lv_figure_add_series (figure, "Udgift pr. modtager", "Udgift pr. modtager",
                                LV_FIGURE_SCENARIO, LV_FIGURE_Y);

  lv_figure_set_value (figure, x, 0, 2.15, LV_FIGURE_CHANGED);
  lv_figure_set_value (figure, y, 0, 375, LV_FIGURE_DERIVED);
  lv_figure_set_value (figure, y, 4, 380, LV_FIGURE_DERIVED);
  return figure;
}

LvFigure *
sample_scatter_hostile (void)
{
  LvFigure *figure = begin_scatter ("Lange navne, manglende tal og en, der falder udenfor");
  int x;

  ITEMS (figure, "Ringkøbing-Skjern Kommunes særlige forsøgsordning", "Aarhus",
         "Lyngby-Taarbæk", "Faaborg-Midtfyn", "Høje-Taastrup og omegn", "Ishøj", "Læsø",
         "Norddjurs", "Syddjurs", "Samsø");
  x = FORM (figure, "Andel der modtager tilbud", BASELINE, X, 2.4, 2.4, 2.4, 2.5, 19.5, -1.2, 2.3,
            2.4, NAN, 2.2);
  lv_figure_set_reason (figure, x, 8, "indberettes ikke");
  FORM (figure, "Udgift pr. modtager", BASELINE, Y, 412, 412, 413, 409, 1250, -40, NAN, 415, 380,
        NAN);
  lv_figure_set_value (figure, 1, 3, 409, LV_FIGURE_CORRECTED);
  lv_figure_set_cross (figure, LV_FIGURE_X, 2.3, "median af alle kommuner med oplyst tal");
  lv_figure_set_quadrant (figure, LV_FIGURE_NORTH_WEST,
                          "Færre end gennemsnittet får tilbud, men de er dyre");
  lv_figure_set_quadrant (figure, LV_FIGURE_SOUTH_EAST, "Mange og billige");
  lv_figure_set_highlight (figure, -1, 0);
  return figure;
}

LvFigure *
sample_scatter_many (void)
{
  LvFigure *figure = begin_scatter ("98 kommuner");
  guint32 seed = 12345;

  for (int i = 0; i < 98; i++)
    {
      g_autofree char *name = g_strdup_printf ("Kommune nr. %d", i + 1);

      lv_figure_add_category (figure, name, NULL, LV_FIGURE_PERIOD_NONE);
    }
  for (int s = 0; s < 2; s++)
    {
      int series = lv_figure_add_series (figure, s == 0 ? "x" : "y", s == 0 ? "Andel" : "Udgift",
                                         LV_FIGURE_BASELINE, s == 0 ? LV_FIGURE_X : LV_FIGURE_Y);

      for (int c = 0; c < 98; c++)
        {
          double sum = 0.0;

          for (int k = 0; k < 4; k++)
            sum += (seed = seed * 1103515245u + 12345u) / 4294967296.0;
          lv_figure_set_value (figure, series, c, s == 0 ? sum : 200 + 100 * sum,
                               LV_FIGURE_PUBLISHED);
        }
    }
  lv_figure_set_cross (figure, LV_FIGURE_X, 2.0, "median");
  lv_figure_set_cross (figure, LV_FIGURE_Y, 400, "median");
  set_fields (figure);
  lv_figure_set_highlight (figure, -1, 50);
  return figure;
}

LvFigure *
sample_scatter_point (void)
{
  LvFigure *figure = begin_scatter ("Kun én kommune");

  ITEMS (figure, "Aarhus");
  FORM (figure, "Andel", BASELINE, X, 0.0);
  FORM (figure, "Udgift", BASELINE, Y, 0.0);
  return figure;
}

LvFigure *
sample_scatter_missing (void)
{
  LvFigure *figure = begin_scatter ("Alle tal mangler");

  ITEMS (figure, "Aarhus", "Aalborg", "Odense");
  FORM (figure, "Andel", BASELINE, X, NAN, NAN, NAN);
  FORM (figure, "Udgift", BASELINE, Y, 1, NAN, 2);
  return figure;
}

/* Matrix */

static LvFigure *
begin_matrix (const char *title)
{
  static const char *const levels[] = { "lav", "middel", "høj" };
  LvFigure *figure = sample_begin (LV_FIGURE_MATRIX, title, "Sammenlignet med fem store byer, 2022",
                                   0);

  lv_figure_set_axis (figure, LV_FIGURE_X, "Enhedspris", NULL, 0);
  lv_figure_set_axis (figure, LV_FIGURE_Y, "Andel af borgerne", NULL, 0);
  for (int i = 0; i < 3; i++)
    {
      lv_figure_add_level (figure, LV_FIGURE_X, levels[i]);
      lv_figure_add_level (figure, LV_FIGURE_Y, levels[i]);
    }
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_matrix (void)
{
  LvFigure *figure = begin_matrix ("De fleste ydelser ligger i midten");

  ITEMS (figure, "Midlertidige botilbud", "Længerevarende botilbud", "Bostøtte",
         "Aktivitets- og samværstilbud", "Beskyttet beskæftigelse", "STU", "BPA", "Herberger",
         "Kvindekrisecentre", "Misbrugsbehandling", "Ledsagelse");
  FORM (figure, "Enhedspris", BASELINE, X, 2, 3, 2, 2, 1, 2, 3, 2, 2, 1, 1);
  FORM (figure, "Andel af borgerne", BASELINE, Y, 2, 2, 3, 2, 2, 3, 1, 2, 2, 1, 3);
  return figure;
}

LvFigure *
sample_matrix_scenario (void)
{
  LvFigure *figure = sample_matrix ();
  int x = lv_figure_add_series (figure, "Enhedspris", "Enhedspris", LV_FIGURE_SCENARIO,
                                LV_FIGURE_X);

  lv_figure_set_value (figure, x, 1, 2, LV_FIGURE_CHANGED);
  lv_figure_set_highlight (figure, -1, 1);
  return figure;
}

LvFigure *
sample_matrix_hostile (void)
{
  LvFigure *figure = begin_matrix ("Alt i ét felt, og noget uden plads");

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Socialpædagogisk støtte efter § %d, stk. 1", i + 80);

      lv_figure_add_category (figure, name, NULL, LV_FIGURE_PERIOD_NONE);
    }
  for (int s = 0; s < 2; s++)
    {
      int series = lv_figure_add_series (figure, s == 0 ? "x" : "y", s == 0 ? "Enhedspris" : "Andel",
                                         LV_FIGURE_BASELINE, s == 0 ? LV_FIGURE_X : LV_FIGURE_Y);

      for (int c = 0; c < 40; c++)
        lv_figure_set_value (figure, series, c, c < 36 ? 2 : c == 36 ? 4 : c == 37 ? 1.5 : NAN,
                             LV_FIGURE_PUBLISHED);
      lv_figure_set_reason (figure, series, 39, "kun tre kommuner har indberettet");
    }
  return figure;
}

LvFigure *
sample_matrix_empty (void)
{
  LvFigure *figure = begin_matrix ("Ingen ydelser");

  ITEMS (figure, "STU");
  FORM (figure, "Enhedspris", BASELINE, X, NAN);
  FORM (figure, "Andel", BASELINE, Y, NAN);
  return figure;
}
