/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shares and donuts, with numbers made up for the test. */

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

static LvFigure *
begin_parts (LvFigureKind kind)
{
  return sample_begin (kind, "Køb af tilbud er den største del", "Mio. kr., 25-pl, 2025", 0);
}

static LvFigure *
make_parts (LvFigureKind kind)
{
  LvFigure *figure = begin_parts (kind);

  ITEMS (figure, "Køb af tilbud", "Hjemløse og kriseramte", "STU", "Tabt arbejdsfortjeneste",
         "BPA");
  FORM (figure, "Udgift", BASELINE, MARK, 455, 98, 52, 131, 16);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_parts (void)
{
  return make_parts (LV_FIGURE_SHARE);
}

LvFigure *
sample_donut (void)
{
  return make_parts (LV_FIGURE_DONUT);
}

static LvFigure *
with_scenario (LvFigure *figure)
{
  int series = FORM (figure, "Udgift", SCENARIO, MARK, 395, 98, 64, 131, 16);

  lv_figure_set_value (figure, series, 0, 395, LV_FIGURE_CHANGED);
  lv_figure_set_highlight (figure, -1, 0);
  return figure;
}

LvFigure *
sample_parts_scenario (void)
{
  return with_scenario (sample_parts ());
}

LvFigure *
sample_donut_scenario (void)
{
  return with_scenario (sample_donut ());
}

static LvFigure *
make_hostile_parts (LvFigureKind kind)
{
  LvFigure *figure = begin_parts (kind);
  int series;

  ITEMS (figure, "Socialpædagogisk støtte i eget hjem efter servicelovens § 85", "Botilbud",
         "Særligt tilrettelagt ungdomsuddannelse", "Kontante ydelser", "Centrale refusionsordninger",
         "Kvindekrisecentre", "Alkoholbehandling", "Herberger", "Ledsageordning for voksne",
         "Uoplyst område", "Endnu et område uden tal");
  series = FORM (figure, "Udgift", BASELINE, MARK, 812, 644, 3.1, 44, -61, 5.2, 4.4, 0, 1.2, NAN,
                 NAN);
  lv_figure_set_value (figure, series, 1, 644, LV_FIGURE_CORRECTED);
  lv_figure_set_series_period (figure, series, LV_FIGURE_PERIOD_FORECAST);
  lv_figure_set_reason (figure, series, 9, "regnskabet er ikke afsluttet");
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_parts_hostile (void)
{
  return make_hostile_parts (LV_FIGURE_SHARE);
}

LvFigure *
sample_donut_hostile (void)
{
  return make_hostile_parts (LV_FIGURE_DONUT);
}

LvFigure *
sample_parts_zero (void)
{
  LvFigure *figure = begin_parts (LV_FIGURE_SHARE);

  ITEMS (figure, "Køb af tilbud", "STU");
  FORM (figure, "Udgift", BASELINE, MARK, 0, 0);
  return figure;
}

LvFigure *
sample_donut_one (void)
{
  LvFigure *figure = begin_parts (LV_FIGURE_DONUT);

  ITEMS (figure, "Køb af tilbud", "STU");
  FORM (figure, "Udgift", BASELINE, MARK, 455, 0);
  lv_figure_set_unit (figure, "pct.", 0);
  return figure;
}

/* The missing part is not the last one. */
LvFigure *
sample_parts_gap (void)
{
  LvFigure *figure = begin_parts (LV_FIGURE_SHARE);

  ITEMS (figure, "Køb af tilbud", "Hjemløse", "STU", "Refusion");
  FORM (figure, "Udgift", BASELINE, MARK, 755, NAN, 228, -12);
  return figure;
}
