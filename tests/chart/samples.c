/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "samples.h"

#include <math.h>
#include <string.h>

static const char *const years[] = { "2024", "2025", "2026", "2027", "2028", "2029" };

/* A stand-in for the formatter of src/core: comma, points between thousands, a real minus. */
char *
sample_format_danish (double value, int decimals, gpointer user_data)
{
  char buffer[400];
  char format[8] = "%.0f";
  GString *out = g_string_new (NULL);
  char *point;
  gsize whole;

  format[2] = (char) ('0' + decimals);
  g_ascii_formatd (buffer, sizeof buffer, format, fabs (value));
  point = strchr (buffer, '.');
  whole = point != NULL ? (gsize) (point - buffer) : strlen (buffer);
  if (value < 0.0 && strspn (buffer, "0.") != strlen (buffer))
    g_string_append (out, "−");
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (out, '.');
      g_string_append_c (out, buffer[i]);
    }
  if (point != NULL)
    g_string_append_printf (out, ",%s", point + 1);
  return g_string_free (out, FALSE);
}

LvFigure *
sample_begin (LvFigureKind kind, const char *title, const char *subtitle, int decimals)
{
  LvFigure *figure = lv_figure_new (kind);

  lv_figure_set_title (figure, title);
  lv_figure_set_subtitle (figure, subtitle);
  lv_figure_set_unit (figure, "mio. kr.", decimals);
  lv_figure_set_format (figure, sample_format_danish, NULL, NULL);
  return figure;
}

static void
add_years (LvFigure *figure, int first)
{
  for (int i = first; i < (int) G_N_ELEMENTS (years); i++)
    lv_figure_add_category (figure, years[i], NULL,
                            i == 0 ? LV_FIGURE_PERIOD_ACCOUNTS : LV_FIGURE_PERIOD_FORECAST);
}

static int
add (LvFigure *figure, const char *id, const char *label, LvFigureRole role, LvFigureForm form,
     const double *values)
{
  int series = lv_figure_add_series (figure, id, label, role, form);

  lv_figure_set_values (figure, series, values, lv_figure_n_categories (figure),
                        LV_FIGURE_PUBLISHED);
  return series;
}

#define MARK(figure, id, label, ...)                                                          \
  add (figure, id, label, LV_FIGURE_BASELINE, LV_FIGURE_MARK, (const double[]) { __VA_ARGS__ })
#define SCENARIO(figure, id, label, ...)                                                      \
  add (figure, id, label, LV_FIGURE_SCENARIO, LV_FIGURE_MARK, (const double[]) { __VA_ARGS__ })
#define TOTAL(figure, id, label, role, ...)                                                   \
  add (figure, id, label, role, LV_FIGURE_TOTAL, (const double[]) { __VA_ARGS__ })

const char sample_source[] =
  "Kilde: Økonomisk balance i Sociale Forhold og Beskæftigelse, Aarhus Kommune 2025, bilag 1.";

static void
add_areas (LvFigure *figure)
{
  add_years (figure, 0);
  MARK (figure, "koeb", "Køb af tilbud", 51, 35, 142, 224, 316, 421);
  MARK (figure, "hjemloese", "Hjemløse og kriseramte", 18, 12, 19, 18, 18, 18);
  MARK (figure, "stu", "STU", 18, 21, 23, 24, 26, 27);
  MARK (figure, "ta", "Tabt arbejdsfortjeneste", 31, 30, 37, 44, 50, 65);
}

static LvFigure *
make_areas (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_COLUMNS_STACKED,
                                   "Merforbruget vokser til 531 mio. kr. i 2029",
                                   "Merforbrug efter område, mio. kr., 25-pl, netto efter "
                                   "refusion", 0);

  add_areas (figure);
  TOTAL (figure, "i-alt", "Merforbrug i alt", LV_FIGURE_BASELINE, 118, 98, 220, 309, 410, 531);
  lv_figure_set_source (figure, sample_source);
  lv_figure_add_note (figure, "I 2026 og 2027 afviger summen af områderne 1 mio. kr. fra det "
                              "trykte merforbrug (afrunding).");
  return figure;
}

static LvFigure *
make_budget (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_COLUMNS_STACKED, "Budget og merforbrug 2025-2029",
                                   "Mio. kr., 25-pl, netto efter refusion", 0);
  int budget;
  int gap;

  add_years (figure, 1);
  budget = MARK (figure, "budget", "Budget", 2494, 2486, 2499, 2517, 2522);
  gap = MARK (figure, "merforbrug", "Merforbrug", 98, 220, 309, 410, 531);
  TOTAL (figure, "udgift", "Forventede udgifter", LV_FIGURE_BASELINE, 2592, 2706, 2808, 2927,
         3053);
  lv_figure_set_series_period (figure, budget, LV_FIGURE_PERIOD_BUDGET);
  lv_figure_set_series_period (figure, gap, LV_FIGURE_PERIOD_FORECAST);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

static LvFigure *
make_growth (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_LINES, "Væksten er bremset op i Aarhus",
                                   "Realvækst i udgifterne, pct. om året", 2);

  for (int i = 0; i < 6; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", 2019 + i);

      lv_figure_add_category (figure, year, NULL, i < 5 ? LV_FIGURE_PERIOD_ACCOUNTS
                                                        : LV_FIGURE_PERIOD_FORECAST);
    }
  lv_figure_set_unit (figure, "pct.", 2);
  MARK (figure, "aarhus", "Aarhus", 3.4, 3.9, 2.2, 2.81, 3.17, 1.1);
  MARK (figure, "landet", "Hele landet", 2.6, 2.1, 1.7, 2.76, 2.29, 1.99);
  lv_figure_add_reference (figure, 2.0, "Mål for vækst i serviceudgifter");
  lv_figure_set_source (figure, "Kilde: opdigtede tal til afprøvning.");
  return figure;
}

static LvFigure *
make_index (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_LINES, "Udgifter pr. område", "Indeks, 2012 = 100", 0);
  int series;

  for (int i = 0; i < 13; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", 2012 + i);

      lv_figure_add_category (figure, year, NULL, LV_FIGURE_PERIOD_ACCOUNTS);
    }
  lv_figure_set_unit (figure, "indeks", 0);
  MARK (figure, "voksne", "Voksne med handicap", 100, 102, 105, 109, 112, 118, 121, 127, 133, 138,
        142, 149, 154);
  series = MARK (figure, "psyk", "Socialpsykiatri og udsatte voksne", 100, 101, 104, 106, 110, 113,
                 118, 121, NAN, NAN, 133, 137, 141);
  MARK (figure, "boern", "Børn og unge", 100, 99, 101, 104, 103, 106, 108, 107, 110, 112, 115,
        116, 117);
  lv_figure_set_reason (figure, series, 8, "vist kun som figur i kilden");
  lv_figure_set_reason (figure, series, 9, "vist kun som figur i kilden");
  lv_figure_set_value (figure, 2, 5, 106, LV_FIGURE_CORRECTED);
  lv_figure_set_source (figure, "Kilde: opdigtede tal til afprøvning.");
  return figure;
}

static LvFigure *
make_beside (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_COLUMNS_STACKED, "Scenariet halverer væksten i køb",
                                   "Merforbrug efter område, mio. kr., 25-pl", 0);
  int koeb;

  add_areas (figure);
  koeb = SCENARIO (figure, "koeb", "Køb af tilbud", 51, 35, 122, 174, 216, 271);
  SCENARIO (figure, "hjemloese", "Hjemløse og kriseramte", 18, 12, 19, 18, 18, 18);
  SCENARIO (figure, "stu", "STU", 18, 21, 23, 24, 26, 27);
  SCENARIO (figure, "ta", "Tabt arbejdsfortjeneste", 31, 30, 37, 44, 50, 65);
  for (int c = 2; c < 6; c++)
    {
      double value = lv_figure_get_point (figure, koeb, c)->value;

      lv_figure_set_value (figure, koeb, c, value, LV_FIGURE_CHANGED);
    }
  TOTAL (figure, "i-alt", "Merforbrug i alt", LV_FIGURE_BASELINE, 118, 98, 220, 309, 410, 531);
  TOTAL (figure, "i-alt", "Merforbrug i alt", LV_FIGURE_SCENARIO, 118, 98, 200, 259, 310, 381);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

static LvFigure *
make_over (void)
{
  LvFigure *figure = make_beside ();

  lv_figure_set_scenario_form (figure, LV_FIGURE_OVER);
  lv_figure_set_title (figure, "Scenariet tegnet over grundprognosen");
  return figure;
}

static void
add_municipalities (LvFigure *figure)
{
  lv_figure_add_category (figure, "Aarhus", NULL, LV_FIGURE_PERIOD_NONE);
  lv_figure_add_category (figure, "København", NULL, LV_FIGURE_PERIOD_NONE);
  lv_figure_add_category (figure, "Odense", NULL, LV_FIGURE_PERIOD_NONE);
  lv_figure_add_category (figure, "Aalborg", NULL, LV_FIGURE_PERIOD_NONE);
  lv_figure_add_category (figure, "Esbjerg", NULL, LV_FIGURE_PERIOD_NONE);
  lv_figure_add_category (figure, "Randers", NULL, LV_FIGURE_PERIOD_NONE);
}

static LvFigure *
make_grouped (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_COLUMNS_GROUPED, "Enhedsudgift pr. modtager",
                                   "1.000 kr. pr. helårsmodtager, 2023-priser, brutto", 0);
  int second;

  add_municipalities (figure);
  lv_figure_set_unit (figure, "1.000 kr.", 0);
  MARK (figure, "botilbud", "Botilbud", 812, 1034, 788, 845, 921, 760);
  second = MARK (figure, "bpa", "Borgerstyret personlig assistance", 1210, 1388, 990, 1105, NAN,
                 1150);
  lv_figure_set_reason (figure, second, 4, "under ti modtagere");
  lv_figure_set_value (figure, 0, 2, 788, LV_FIGURE_CORRECTED);
  lv_figure_add_reference (figure, 900, "Gennemsnit, seks største");
  lv_figure_set_highlight (figure, -1, 0);
  lv_figure_set_source (figure, "Kilde: opdigtede tal til afprøvning.");
  return figure;
}

static LvFigure *
make_grouped_scenario (void)
{
  LvFigure *figure = make_grouped ();

  SCENARIO (figure, "botilbud", "Botilbud", 790, 1034, 788, 845, 921, 760);
  SCENARIO (figure, "bpa", "Borgerstyret personlig assistance", 1300, 1388, 990, 1105, NAN, 1150);
  lv_figure_set_scenario_form (figure, LV_FIGURE_OVER);
  return figure;
}

static LvFigure *
make_single (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_COLUMNS_GROUPED,
                                   "Servicetilpasning i pct. af udgifterne",
                                   "Merforbrug / forventede udgifter, pct.", 1);

  add_years (figure, 1);
  lv_figure_set_unit (figure, "pct.", 1);
  MARK (figure, "servicetilpasning", "Servicetilpasning i pct. af udgifterne", 3.8, 8.1, 11.0,
        14.0, 17.4);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

static LvFigure *
make_negative (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_COLUMNS_STACKED, "Budgettet rummer udsving begge veje",
                                   "Mio. kr., 25-pl", 0);
  int line;

  add_years (figure, 1);
  MARK (figure, "demografi", "Demografi", 12, 18, 25, 31, 40);
  MARK (figure, "bortfald", "Bortfald af engangsfinansiering", -3, -26, -25, -25, -23);
  MARK (figure, "bidrag", "Fællesbidrag", -8, -11, -14, -18, -22);
  TOTAL (figure, "netto", "Ændring i alt", LV_FIGURE_BASELINE, 1, -19, -14, -12, -5);
  line = add (figure, "linje", "Ændring året før", LV_FIGURE_BASELINE, LV_FIGURE_LINE,
              (const double[]) { 4, 1, -19, -14, -12 });
  lv_figure_set_value (figure, line, 2, NAN, LV_FIGURE_MISSING);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

static LvFigure *
make_highlight (void)
{
  LvFigure *figure = make_areas ();

  lv_figure_set_highlight (figure, 0, 5);
  lv_figure_set_title (figure, "Fire femtedele af merforbruget er køb af tilbud");
  return figure;
}

static LvFigure *
make_missing (void)
{
  LvFigure *figure = make_areas ();

  lv_figure_set_title (figure, "Når tal mangler, vises det");
  for (int s = 0; s < 5; s++)
    {
      lv_figure_set_value (figure, s, 3, NAN, LV_FIGURE_MISSING);
      lv_figure_set_reason (figure, s, 3, "figuren i kilden har ingen tal");
    }
  lv_figure_set_value (figure, 3, 1, NAN, LV_FIGURE_MISSING);
  lv_figure_set_value (figure, 0, 4, 316, LV_FIGURE_CORRECTED);
  return figure;
}

static LvFigure *
make_empty (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_COLUMNS_GROUPED, "Alle tal mangler", "Personer", 0);

  add_years (figure, 0);
  MARK (figure, "personer", "Helårsmodtagere", NAN, NAN, NAN, NAN, NAN, NAN);
  return figure;
}

static LvFigure *
make_nothing (void)
{
  return lv_figure_new (LV_FIGURE_LINES);
}

static LvFigure *
make_zero (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_COLUMNS_STACKED, "Budgettet holder", "Udestår, mio. kr.",
                                   0);

  add_years (figure, 0);
  MARK (figure, "a", "Køb af tilbud", 0, 0, 0, 0, 0, 0);
  MARK (figure, "b", "STU", 0, 0, 0, 0, 0, 0);
  TOTAL (figure, "t", "Udestår", LV_FIGURE_BASELINE, 0, 0, 0, 0, 0, 0);
  return figure;
}

static LvFigure *
make_point (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_LINES, "Et eneste punkt", "Borgere", 0);

  lv_figure_add_category (figure, "2024", NULL, LV_FIGURE_PERIOD_ACCOUNTS);
  MARK (figure, "a", "Borgere på forsorgshjem", 412);
  return figure;
}

static LvFigure *
make_outlier (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_COLUMNS_GROUPED, "Ét tal rager op", "Mio. kr.", 0);

  add_years (figure, 0);
  MARK (figure, "a", "Anlæg", 3, 1, 0.4, 12000, 2, 5);
  return figure;
}

static LvFigure *
make_long (void)
{
  static const char *const names[] = {
    "Længerevarende botilbud efter servicelovens § 108",
    "Midlertidige botilbud efter servicelovens § 107",
    "Særligt tilrettelagt ungdomsuddannelse (STU)",
    "Kontaktperson- og ledsageordninger, herunder døvblinde",
    "Arbejdsmarkedsforanstaltninger/beskæftigelsesordninger",
    "Socialpædagogisk støtte, hjemmevejledning og bostøtte",
    "Kvindekrisecentre og mandekrisecentre (§§ 109 og 109 a)",
  };
  LvFigure *figure = sample_begin (LV_FIGURE_COLUMNS_GROUPED,
                                   "Udgifterne til de specialiserede sociale tilbud er steget "
                                   "mest dér, "
                                   "hvor kommunen selv har færrest pladser, og hvor "
                                   "takstudviklingen "
                                   "derfor bestemmes af andre",
                                   "Mio. kr., 25-pl, netto efter statsrefusion, MSB's "
                                   "decentraliserede "
                                   "ramme, ekskl. tillægsbevillinger efter 1. juli", 1);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    lv_figure_add_category (figure, names[i], i == 4 ? "Beskæftigelse" : NULL,
                            LV_FIGURE_PERIOD_NONE);
  MARK (figure, "a", "Regnskab 2023 i løbende priser og efter omplacering", 401.3, 233.8, 68.1,
        22.4, 154.2, 310.0, 18.7);
  MARK (figure, "b", "Korrigeret budget 2024 inkl. tillægsbevillinger", 431.0, 229.1, 71.5, 23.0,
        149.9, 322.6, 19.9);
  MARK (figure, "c", "Regnskab 2024", 455.9, 240.7, 77.7, 24.1, 151.3, 341.4, 22.2);
  lv_figure_set_source (figure, "Kilde: Økonomisk balance i Sociale Forhold og Beskæftigelse, "
                                "Aarhus Kommune 2025; budgetopfølgning pr. 31. marts 2025; egne "
                                "beregninger på grundlag af kommunens økonomisystem.");
  lv_figure_add_note (figure, "Beløbene er ekskl. moms. Regnskab 2023 er opgjort før "
                              "omplacering af socialpædagogisk støtte mellem driftsområder.");
  return figure;
}

static LvFigure *
make_scenario_lines (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_LINES, "Udestår falder med scenariet",
                                   "Merforbrug, mio. kr., 25-pl", 0);
  int series;

  add_years (figure, 0);
  MARK (figure, "merforbrug", "Merforbrug", 118, 98, 220, 309, 410, 531);
  series = SCENARIO (figure, "merforbrug", "Merforbrug", 118, 98, 200, 259, 310, 381);
  lv_figure_set_value (figure, series, 5, 381, LV_FIGURE_CHANGED);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

static LvFigure *
make_many (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_LINES, "Borgere på forsorgshjem pr. måned",
                                   "Antal, 2019-2024", 0);
  int series[2];

  for (int i = 0; i < 72; i++)
    {
      g_autofree char *month = g_strdup_printf ("%d-%02d", 2019 + i / 12, i % 12 + 1);

      lv_figure_add_category (figure, month, NULL, LV_FIGURE_PERIOD_ACCOUNTS);
    }
  series[0] = lv_figure_add_series (figure, "a", "Mænd", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  series[1] = lv_figure_add_series (figure, "b", "Kvinder", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  for (int i = 0; i < 72; i++)
    {
      lv_figure_set_value (figure, series[0], i, 180 + i + 22 * sin (i / 2.0),
                           LV_FIGURE_PUBLISHED);
      lv_figure_set_value (figure, series[1], i, 60 + i / 3.0 + 9 * cos (i / 3.0),
                           LV_FIGURE_PUBLISHED);
    }
  return figure;
}

static LvFigure *
make_eight (void)
{
  static const char *const names[] = {
    "Køb af tilbud", "Botilbud", "STU", "BPA", "Bostøtte", "Forsorgshjem", "Misbrug", "Øvrige"
  };
  LvFigure *figure = sample_begin (LV_FIGURE_COLUMNS_STACKED, "Otte områder", "Mio. kr., 25-pl", 0);

  add_years (figure, 0);
  for (int s = 0; s < 8; s++)
    {
      int series = lv_figure_add_series (figure, names[s], names[s], LV_FIGURE_BASELINE,
                                         LV_FIGURE_MARK);

      for (int c = 0; c < 6; c++)
        lv_figure_set_value (figure, series, c, 40 + 9 * s + c * (8 - s) * 3,
                             LV_FIGURE_PUBLISHED);
    }
  return figure;
}

const Sample samples[] = {
  { "areas", make_areas },
  { "budget", make_budget },
  { "growth", make_growth },
  { "index", make_index },
  { "beside", make_beside },
  { "over", make_over },
  { "grouped", make_grouped },
  { "grouped-scenario", make_grouped_scenario },
  { "single", make_single },
  { "negative", make_negative },
  { "highlight", make_highlight },
  { "missing", make_missing },
  { "empty", make_empty },
  { "nothing", make_nothing },
  { "zero", make_zero },
  { "point", make_point },
  { "outlier", make_outlier },
  { "long", make_long },
  { "scenario-lines", make_scenario_lines },
  { "many", make_many },
  { "ranked", sample_ranked },
  { "ranked-98", sample_ranked_98 },
  { "bars-signs", sample_bars_signs },
  { "bars-scenario", sample_bars_scenario },
  { "bars-over", sample_bars_over },
  { "bars-stacked", sample_bars_stacked },
  { "bars-stacked-over", sample_bars_stacked_over },
  { "bars-share", sample_bars_share },
  { "bars-zero", sample_bars_zero },
  { "bars-missing", sample_bars_missing },
  { "bars-outlier", sample_bars_outlier },
  { "dumbbell", sample_dumbbell },
  { "dumbbell-scenario", sample_dumbbell_scenario },
  { "dumbbell-many", sample_dumbbell_many },
  { "tornado", sample_tornado },
  { "tornado-scenario", sample_tornado_scenario },
  { "tornado-flat", sample_tornado_flat },
  { "eight", make_eight },
  { "share-columns", sample_share_columns },
  { "share-beside", sample_share_beside },
  { "share-over", sample_share_over },
  { "share-hostile", sample_share_hostile },
  { "area", sample_area },
  { "area-scenario", sample_area_scenario },
  { "area-hostile", sample_area_hostile },
  { "area-one", sample_area_one },
  { "fan", sample_fan },
  { "fan-scenario", sample_fan_scenario },
  { "fan-hostile", sample_fan_hostile },
  { "stair", sample_stair },
  { "stair-scenario", sample_stair_scenario },
  { "slope", sample_slope },
  { "slope-hostile", sample_slope_hostile },
  { "slope-one", sample_slope_one },
  { "waterfall", sample_waterfall },
  { "waterfall-beside", sample_waterfall_beside },
  { "waterfall-over", sample_waterfall_over },
  { "waterfall-hostile", sample_waterfall_hostile },
  { "waterfall-empty", sample_waterfall_empty },
  { "remarks-columns", sample_remarks_columns },
  { "remarks-lines", sample_remarks_lines },
  { "remarks-area", sample_remarks_area },
  { "remarks-fan", sample_remarks_fan },
  { "remarks-stair", sample_remarks_stair },
  { "remarks-waterfall", sample_remarks_waterfall },
  { "remarks-long", sample_remarks_long },
  { "scatter", sample_scatter },
  { "scatter-scenario", sample_scatter_scenario },
  { "scatter-hostile", sample_scatter_hostile },
  { "scatter-many", sample_scatter_many },
  { "scatter-point", sample_scatter_point },
  { "scatter-missing", sample_scatter_missing },
  { "matrix", sample_matrix },
  { "matrix-scenario", sample_matrix_scenario },
  { "matrix-hostile", sample_matrix_hostile },
  { "matrix-empty", sample_matrix_empty },
  { "parts", sample_parts },
  { "parts-scenario", sample_parts_scenario },
  { "parts-hostile", sample_parts_hostile },
  { "parts-zero", sample_parts_zero },
  { "parts-gap", sample_parts_gap },
  { "donut", sample_donut },
  { "donut-scenario", sample_donut_scenario },
  { "donut-hostile", sample_donut_hostile },
  { "donut-one", sample_donut_one },
  { "plan", sample_plan },
  { "plan-scenario", sample_plan_scenario },
  { "plan-single", sample_plan_single },
  { "plan-undated", sample_plan_undated },
  { "plan-hostile", sample_plan_hostile },
  { "plan-many", sample_plan_many },
  { "flow", sample_flow },
  { "flow-scenario", sample_flow_scenario },
  { "flow-circle", sample_flow_circle },
  { "flow-single", sample_flow_single },
  { "flow-hostile", sample_flow_hostile },
};
const gsize n_samples = G_N_ELEMENTS (samples);

LvFigure *
sample_find (const char *name)
{
  for (gsize i = 0; i < n_samples; i++)
    if (g_str_equal (samples[i].name, name))
      return samples[i].make ();
  g_error ("no sample %s", name);
}
