/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hostile figures of the kinds with rows: bars, dumbbells, tornados. */

#include "samples.h"

#include <math.h>

static const char *const towns[] = {
  "Aarhus", "Odense", "København", "Aalborg", "Landsgennemsnittet uden hovedstadsområdet",
  "Ærø", "Vesthimmerland", "Høje-Taastrup",
};

static const char *const areas[] = {
  "Køb af tilbud på det specialiserede voksenområde", "Hjemløse og kriseramte", "STU",
  "Tabt arbejds\302\255fortjeneste", "Beskæftigelsesrettede indsatser",
};

static void
add_rows (LvFigure *figure, const char *const *names, int n)
{
  for (int i = 0; i < n; i++)
    lv_figure_add_category (figure, names[i], NULL, LV_FIGURE_PERIOD_NONE);
}

static int
add (LvFigure *figure, const char *id, const char *label, LvFigureRole role, LvFigureForm form,
     const double *values)
{
  int series = lv_figure_add_series (figure, id, label, role, form);

  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    lv_figure_set_value (figure, series, c, values[c],
                         isnan (values[c]) ? LV_FIGURE_MISSING : LV_FIGURE_PUBLISHED);
  return series;
}

#define MARK(figure, id, label, ...)                                                          \
  add (figure, id, label, LV_FIGURE_BASELINE, LV_FIGURE_MARK, (const double[]) { __VA_ARGS__ })
#define SCENARIO(figure, id, label, ...)                                                      \
  add (figure, id, label, LV_FIGURE_SCENARIO, LV_FIGURE_MARK, (const double[]) { __VA_ARGS__ })

LvFigure *
sample_ranked (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_BARS_GROUPED, "Aarhus ligger over gennemsnittet",
                                   "Udgift pr. indbygger, kr., 25-pl", 0);
  int series;

  lv_figure_set_unit (figure, "kr.", 0);
  add_rows (figure, towns, 8);
  series = MARK (figure, "udgift", "Udgift pr. indbygger", 9310, 8640, 8214, 8105, 8008, 7640, 6912,
                 NAN);
  lv_figure_set_reason (figure, series, 7, "kommunen har ikke svaret");
  lv_figure_set_value (figure, series, 3, 8105, LV_FIGURE_CORRECTED);
  lv_figure_add_reference (figure, 8125, "Gennemsnit");
  lv_figure_set_highlight (figure, -1, 0);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_ranked_98 (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_BARS_GROUPED, "Alle 98 kommuner",
                                   "Udgift pr. indbygger, kr., 25-pl", 0);
  int series;

  for (int i = 0; i < 98; i++)
    {
      g_autofree char *name = g_strdup_printf (i % 9 == 4 ? "Ringkøbing-Skjern Kommune %d"
                                                          : "Kommune %d", i + 1);

      lv_figure_add_category (figure, name, NULL, LV_FIGURE_PERIOD_NONE);
    }
  series = lv_figure_add_series (figure, "u", "Udgift", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  for (int i = 0; i < 98; i++)
    lv_figure_set_value (figure, series, i, 11200 - 68 * i + 9 * ((i * 7) % 5), LV_FIGURE_PUBLISHED);
  lv_figure_add_reference (figure, 7900, "Gennemsnit");
  lv_figure_set_highlight (figure, -1, 22);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_bars_signs (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_BARS_GROUPED, "Ændring fra 2024 til 2025",
                                   "Mio. kr., 25-pl, netto efter refusion", 1);

  add_rows (figure, areas, 5);
  MARK (figure, "a", "Ændring", 42.5, -18.2, 0.0, 3.1, -41.0);
  return figure;
}

LvFigure *
sample_bars_scenario (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_BARS_GROUPED, "Merforbrug i 2025 og 2029",
                                   "Mio. kr., 25-pl, netto efter refusion", 0);

  add_rows (figure, areas, 4);
  MARK (figure, "y25", "2025", 33, 12, 20, 30);
  MARK (figure, "y29", "2029", 421, 18, 27, 65);
  SCENARIO (figure, "y29", "2029", 380, 18, 27, 41);
  lv_figure_set_value (figure, 2, 1, 0, LV_FIGURE_ABSENT);
  lv_figure_set_value (figure, 2, 3, 41, LV_FIGURE_CHANGED);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_bars_over (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_BARS_GROUPED, "Merforbrug i 2029",
                                   "Mio. kr., 25-pl, netto efter refusion", 0);

  add_rows (figure, areas, 4);
  MARK (figure, "y29", "2029", 421, 18, 27, -65);
  SCENARIO (figure, "y29", "2029", 380, 24, NAN, -41);
  lv_figure_set_scenario_form (figure, LV_FIGURE_OVER);
  return figure;
}

static void
add_stacks (LvFigure *figure)
{
  add_rows (figure, areas, 4);
  MARK (figure, "drift", "Drift", 310, 12, 20, 48);
  MARK (figure, "adm", "Administration", 96, 5, NAN, 12);
  MARK (figure, "refusion", "Refusion", -84, -3, -4, -31);
}

LvFigure *
sample_bars_stacked (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_BARS_STACKED, "Hvad udgiften består af",
                                   "Mio. kr., 25-pl", 0);

  add_stacks (figure);
  add (figure, "i-alt", "I alt", LV_FIGURE_BASELINE, LV_FIGURE_TOTAL,
       (const double[]) { 322, 14, NAN, 29 });
  SCENARIO (figure, "drift", "Drift", 260, 12, 20, 48);
  SCENARIO (figure, "adm", "Administration", 96, 5, NAN, 12);
  SCENARIO (figure, "refusion", "Refusion", -70, -3, -4, -31);
  add (figure, "i-alt", "I alt", LV_FIGURE_SCENARIO, LV_FIGURE_TOTAL,
       (const double[]) { 286, 14, NAN, 29 });
  return figure;
}

LvFigure *
sample_bars_stacked_over (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_BARS_STACKED, "Hvad udgiften består af",
                                   "Mio. kr., 25-pl", 0);

  add_rows (figure, areas, 3);
  MARK (figure, "drift", "Drift", 310, 112, 60);
  MARK (figure, "adm", "Administration", 96, 45, 20);
  SCENARIO (figure, "drift", "Drift", 260, 140, 60);
  SCENARIO (figure, "adm", "Administration", 96, 45, 20);
  add (figure, "loft", "Loft", LV_FIGURE_BASELINE, LV_FIGURE_LINE,
       (const double[]) { 380, 170, 70 });
  lv_figure_set_series_period (figure, 0, LV_FIGURE_PERIOD_BUDGET);
  lv_figure_set_series_period (figure, 1, LV_FIGURE_PERIOD_FORECAST);
  lv_figure_set_scenario_form (figure, LV_FIGURE_OVER);
  return figure;
}

LvFigure *
sample_bars_share (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_BARS_SHARE, "Fordelingen efter foranstaltning",
                                   "Andel af udgifterne, pct.", 0);

  add_rows (figure, towns, 7);
  MARK (figure, "doegn", "Døgntilbud", 310, 12, 20, 48, 0, 12, 1);
  MARK (figure, "dag", "Dagtilbud og beskyttet beskæftigelse", 96, 5, NAN, 12, 0, -3, 1);
  MARK (figure, "andet", "Andet", 84, 3, 4, 0, 0, 4, 1);
  return figure;
}

LvFigure *
sample_bars_zero (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_BARS_GROUPED, "Alt er nul", "Personer", 0);

  add_rows (figure, areas, 3);
  MARK (figure, "a", "Personer", 0, 0, 0);
  return figure;
}

LvFigure *
sample_bars_missing (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_BARS_STACKED, "Alt mangler", "Personer", 0);

  add_rows (figure, areas, 3);
  MARK (figure, "a", "Mænd", NAN, NAN, NAN);
  MARK (figure, "b", "Kvinder", NAN, NAN, NAN);
  return figure;
}

LvFigure *
sample_bars_outlier (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_BARS_GROUPED, "En kommune er tusind gange de andre",
                                   "Kr.", 0);

  add_rows (figure, towns, 5);
  MARK (figure, "a", "Kr.", 5, 7, 5000000, 6, -3);
  return figure;
}

/* Dumbbells */

LvFigure *
sample_dumbbell (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_DUMBBELL, "Udgiften er vokset i alle kommuner",
                                   "Udgift pr. indbygger, kr., 25-pl", 0);

  lv_figure_set_unit (figure, "kr.", 0);
  add_rows (figure, towns, 8);
  MARK (figure, "y19", "2019", 7420, 8020, 7810, 8105, 7008, 7640, NAN, NAN);
  MARK (figure, "y24", "2024", 9310, 8640, 8214, 8105, 8008, 7140, 6912, NAN);
  lv_figure_set_reason (figure, 0, 6, "ikke opgjort før 2021");
  lv_figure_set_highlight (figure, -1, 0);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_dumbbell_scenario (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_DUMBBELL, "Fra 2025 til 2029",
                                   "Merforbrug, mio. kr., 25-pl, netto efter refusion", 0);

  add_rows (figure, areas, 5);
  MARK (figure, "y25", "2025", 33, 12, 20, 30, -20);
  MARK (figure, "y29", "2029", 421, 18, 27, 65, -90);
  SCENARIO (figure, "y29", "2029", 380, 18, 24, NAN, -45);
  lv_figure_set_value (figure, 2, 1, 0, LV_FIGURE_ABSENT);
  lv_figure_set_value (figure, 2, 2, 24, LV_FIGURE_CHANGED);
  lv_figure_add_reference (figure, 100, "Loft");
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_dumbbell_many (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_DUMBBELL, "Mænd og kvinder i 40 kommuner",
                                   "Modtagere pr. 1.000 indbyggere", 1);
  int men;
  int women;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Kommune nummer %d", i + 1);

      lv_figure_add_category (figure, name, NULL, LV_FIGURE_PERIOD_NONE);
    }
  men = lv_figure_add_series (figure, "m", "Mænd i den erhvervsaktive alder uden for "
                                           "arbejdsstyrken", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  women = lv_figure_add_series (figure, "k", "Kvinder i den erhvervsaktive alder",
                                LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  for (int i = 0; i < 40; i++)
    {
      lv_figure_set_value (figure, men, i, 40 - i * 0.6, LV_FIGURE_PUBLISHED);
      lv_figure_set_value (figure, women, i, 38 - i * 0.5 + i % 3, LV_FIGURE_PUBLISHED);
    }
  return figure;
}

/* Tornados */

static const char *const assumptions[] = {
  "Vækst i køb af tilbud", "Realisering af kataloget",
  "Vækst i antallet af unge, der har krav på en særligt tilrettelagt ungdomsuddannelse",
  "Vækst i TA", "Pris pr. plads", "Budgettilførsel",
};

static void
add_swings (LvFigure *figure, LvFigureRole role, const double *low, const double *high)
{
  static const char *const ends[][2] = { { "2 pct.", "8 pct." }, { "100 pct.", "60 pct." },
                                         { "1,5 pct.", "4 pct." }, { "0 pct.", "10 pct." },
                                         { "820.000 kr.", "910.000 kr." },
                                         { "0 mio. kr.", "40 mio. kr." } };
  int series[] = { add (figure, "low", "Ved lav værdi", role, LV_FIGURE_LOW, low),
                   add (figure, "high", "Ved høj værdi", role, LV_FIGURE_HIGH, high) };

  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    for (int i = 0; i < 2; i++)
      lv_figure_annotate (figure, series[i], c, ends[c][i]);
}

static LvFigure *
begin_tornado (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_TORNADO, "Væksten i køb af tilbud betyder mest",
                                   "Merforbrug i 2029, mio. kr., 25-pl", 0);

  add_rows (figure, assumptions, 6);
  lv_figure_add_reference (figure, 531, "Grundprognose");
  return figure;
}

LvFigure *
sample_tornado (void)
{
  LvFigure *figure = begin_tornado ();

  add_swings (figure, LV_FIGURE_BASELINE, (const double[]) { 402, 490, 511, 540, 531, NAN },
              (const double[]) { 688, 590, 560, 552, 531, 520 });
  lv_figure_set_reason (figure, 0, 5, "kan ikke beregnes");
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_tornado_scenario (void)
{
  LvFigure *figure = begin_tornado ();

  lv_figure_add_reference (figure, 463, "Scenarie");
  add_swings (figure, LV_FIGURE_BASELINE, (const double[]) { 402, 590, 511, 520, 528, 531 },
              (const double[]) { 688, 490, 560, 552, 534, 491 });
  add_swings (figure, LV_FIGURE_SCENARIO, (const double[]) { 340, 520, 443, 463, 460, 463 },
              (const double[]) { 612, 430, 490, 480, 466, 423 });
  return figure;
}

LvFigure *
sample_tornado_flat (void)
{
  LvFigure *figure = begin_tornado ();

  add_swings (figure, LV_FIGURE_BASELINE, (const double[]) { 531, 531, 531, 531, 531, 531 },
              (const double[]) { 531, 531, 531, 531, 531, 531 });
  return figure;
}
