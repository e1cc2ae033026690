/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shares, areas, fans, slopes, stairs, waterfalls, and remarks anchored to a member: what these
 * users show, and what no one would expect. */

#include "samples.h"

#include <math.h>

static void
add_years (LvFigure *figure, int from, int to, int accounts_to)
{
  for (int year = from; year <= to; year++)
    {
      g_autofree char *label = g_strdup_printf ("%d", year);
      g_autofree char *brief = g_strdup_printf ("’%02d", year % 100);

      lv_figure_add_category (figure, label, brief, year <= accounts_to ? LV_FIGURE_PERIOD_ACCOUNTS
                                                                       : LV_FIGURE_PERIOD_FORECAST);
    }
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

#define ADD(figure, id, label, role, form, ...)                                               \
  add (figure, id, label, LV_FIGURE_##role, LV_FIGURE_##form, (const double[]) { __VA_ARGS__ })

static LvFigure *
make_shares (gboolean scenario)
{
  LvFigure *figure = sample_begin (LV_FIGURE_COLUMNS_SHARE,
                                   "Køb af tilbud fylder stadig mere af merforbruget",
                                   "Andel af merforbruget, pct.", 0);

  add_years (figure, 2024, 2029, 2024);
  ADD (figure, "koeb", "Køb af tilbud", BASELINE, MARK, 51, 35, 142, 224, 316, 421);
  ADD (figure, "hjem", "Hjemløse og kriseramte", BASELINE, MARK, 18, 12, 19, 18, 18, 18);
  ADD (figure, "stu", "Særligt tilrettelagt ungdomsuddannelse", BASELINE, MARK, 18, 21, 23, 24, 26,
       27);
  ADD (figure, "ta", "Tabt arbejdsfortjeneste", BASELINE, MARK, 31, 30, 37, 44, 50, 65);
  ADD (figure, "alt", "I alt", BASELINE, TOTAL, 118, 98, 221, 310, 410, 531);
  lv_figure_set_source (figure, sample_source);
  if (!scenario)
    return figure;
  ADD (figure, "koeb", "Køb af tilbud", SCENARIO, MARK, 51, 35, 100, 120, 150, 180);
  ADD (figure, "hjem", "Hjemløse og kriseramte", SCENARIO, MARK, 18, 12, 19, 18, 18, 18);
  ADD (figure, "stu", "Særligt tilrettelagt ungdomsuddannelse", SCENARIO, MARK, 18, 21, 23, 24, 26,
       27);
  ADD (figure, "ta", "Tabt arbejdsfortjeneste", SCENARIO, MARK, 31, 30, 37, 44, 50, 65);
  return figure;
}

LvFigure *
sample_share_columns (void)
{
  return make_shares (FALSE);
}

LvFigure *
sample_share_beside (void)
{
  return make_shares (TRUE);
}

LvFigure *
sample_share_over (void)
{
  LvFigure *figure = make_shares (TRUE);

  lv_figure_set_scenario_form (figure, LV_FIGURE_OVER);
  return figure;
}

/* A part that is missing, one below zero, and a column of zeros. */
LvFigure *
sample_share_hostile (void)
{
  LvFigure *figure = make_shares (FALSE);

  lv_figure_set_title (figure, "Uden en af delene er der ingen andele");
  lv_figure_set_value (figure, 1, 1, NAN, LV_FIGURE_MISSING);
  lv_figure_set_reason (figure, 1, 1, "kilden viser kun en figur uden tal");
  lv_figure_set_value (figure, 3, 3, -44, LV_FIGURE_CORRECTED);
  for (int s = 0; s < 4; s++)
    lv_figure_set_value (figure, s, 4, 0, LV_FIGURE_DERIVED);
  lv_figure_set_value (figure, 2, 5, NAN, LV_FIGURE_ABSENT);
  return figure;
}

LvFigure *
sample_area (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_AREA, "Udgifterne vokser med tilbuddene",
                                   "Mio. kr., 25-pl, netto efter refusion", 0);

  add_years (figure, 2020, 2029, 2024);
  ADD (figure, "koeb", "Køb af tilbud", BASELINE, MARK, 700, 731, 742, 760, 811, 835, 942, 1024,
       1116, 1221);
  ADD (figure, "stu", "STU", BASELINE, MARK, 118, 121, 123, 124, 126, 127, 133, 138, 141, 150);
  ADD (figure, "ta", "Tabt arbejdsfortjeneste", BASELINE, MARK, 231, 230, 237, 244, 250, 265, 270,
       281, 290, 302);
  ADD (figure, "alt", "I alt", BASELINE, TOTAL, 1049, 1082, 1102, 1128, 1187, 1227, 1345, 1443, 1547,
       1673);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_area_scenario (void)
{
  LvFigure *figure = sample_area ();

  ADD (figure, "koeb", "Køb af tilbud", SCENARIO, MARK, NAN, NAN, NAN, NAN, NAN, 835, 890, 930, 960,
       990);
  ADD (figure, "stu", "STU", SCENARIO, MARK, NAN, NAN, NAN, NAN, NAN, 127, 133, 138, 141, 150);
  ADD (figure, "ta", "Tabt arbejdsfortjeneste", SCENARIO, MARK, NAN, NAN, NAN, NAN, NAN, 265, 260,
       250, 240, 230);
  ADD (figure, "alt", "I alt", SCENARIO, TOTAL, NAN, NAN, NAN, NAN, NAN, 1227, 1283, 1318, 1341,
       1370);
  for (int s = 4; s < 8; s++)
    for (int c = 0; c < 5; c++)
      lv_figure_set_value (figure, s, c, NAN, LV_FIGURE_ABSENT);
  return figure;
}

LvFigure *
sample_area_hostile (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_AREA, "Arealer med huller, minus og en udligger",
                                   "Mio. kr.", 0);

  add_years (figure, 2020, 2029, 2024);
  ADD (figure, "a", "Borgerstyret personlig assistance og hjælpeordninger efter serviceloven",
       BASELINE, MARK, 10, 12, NAN, 14, NAN, 15, -20, 18, 4000, 22);
  ADD (figure, "b", "Øvrige", BASELINE, MARK, 5, 5, 6, 6, 7, -7, 7, 8, 8, 9);
  ADD (figure, "l", "Budget", BASELINE, LINE, 20, 21, 22, 23, 24, NAN, 26, 27, 28, 29);
  lv_figure_set_reason (figure, 0, 2, "ikke oplyst");
  lv_figure_set_value (figure, 1, 9, 9, LV_FIGURE_CORRECTED);
  return figure;
}

LvFigure *
sample_area_one (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_AREA, "Et eneste år", "Mio. kr.", 0);

  add_years (figure, 2024, 2024, 2024);
  ADD (figure, "a", "Køb af tilbud", BASELINE, MARK, 10);
  ADD (figure, "b", "Øvrige", BASELINE, MARK, 5);
  return figure;
}

static LvFigure *
make_fan (int bands)
{
  LvFigure *figure = sample_begin (LV_FIGURE_FAN, "Udestår kan blive mellem 420 og 640 mio. kr.",
                                   "Merforbrug, mio. kr., 25-pl", 0);

  add_years (figure, 2022, 2029, 2024);
  ADD (figure, "midt", "Midterskøn", BASELINE, MARK, 60, 84, 118, 98, 220, 309, 410, 531);
  for (int band = 0; band < bands; band++)
    {
      double by = band == 0 ? 1.0 : 0.45;
      int low = lv_figure_add_series (figure, band == 0 ? "lav" : "lav2",
                                      band == 0 ? "Lavt skøn" : "Lavt, sandsynligt",
                                      LV_FIGURE_BASELINE, LV_FIGURE_LOW);
      int high = lv_figure_add_series (figure, band == 0 ? "hoej" : "hoej2",
                                       band == 0 ? "Højt skøn" : "Højt, sandsynligt",
                                       LV_FIGURE_BASELINE, LV_FIGURE_HIGH);

      for (int c = 3; c < 8; c++)
        {
          double middle = lv_figure_get_point (figure, 0, c)->value;

          lv_figure_set_value (figure, low, c, round (middle - by * 22 * (c - 2)),
                               LV_FIGURE_DERIVED);
          lv_figure_set_value (figure, high, c, round (middle + by * 21.8 * (c - 2)),
                               LV_FIGURE_DERIVED);
        }
    }
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_fan (void)
{
  return make_fan (2);
}

LvFigure *
sample_fan_scenario (void)
{
  LvFigure *figure = make_fan (1);
  int middle = ADD (figure, "midt", "Midterskøn", SCENARIO, MARK, 60, 84, 118, 98, 190, 230, 280, 330);
  int low = ADD (figure, "lav", "Lavt skøn", SCENARIO, LOW, 0, 0, 0, 80, 150, 170, 200, 230);
  int high = ADD (figure, "hoej", "Højt skøn", SCENARIO, HIGH, 0, 0, 0, 116, 230, 290, 360, 430);

  for (int c = 0; c < 3; c++)
    {
      lv_figure_set_value (figure, middle, c, NAN, LV_FIGURE_ABSENT);
      lv_figure_set_value (figure, low, c, NAN, LV_FIGURE_ABSENT);
      lv_figure_set_value (figure, high, c, NAN, LV_FIGURE_ABSENT);
    }
  return figure;
}

LvFigure *
sample_fan_hostile (void)
{
  LvFigure *figure = make_fan (1);

  lv_figure_set_title (figure, "En vifte med huller og ét år uden naboer");
  lv_figure_set_value (figure, 1, 4, NAN, LV_FIGURE_MISSING);
  lv_figure_set_reason (figure, 1, 4, "ikke regnet for 2026");
  lv_figure_set_value (figure, 2, 6, NAN, LV_FIGURE_MISSING);
  lv_figure_set_value (figure, 0, 7, NAN, LV_FIGURE_MISSING);
  return figure;
}

/* The refund ladder over 157 weeks. */
LvFigure *
sample_stair (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_STAIR, "Refusionen falder, jo længere forløbet varer",
                                   "Statens andel i pct. efter varighed i uger", 0);
  int series = 0;

  for (int week = 0; week <= 156; week++)
    {
      g_autofree char *label = g_strdup_printf ("uge %d", week);
      g_autofree char *brief = g_strdup_printf ("%d", week);

      lv_figure_add_category (figure, label, brief, LV_FIGURE_PERIOD_NONE);
    }
  lv_figure_set_unit (figure, "pct.", 0);
  series = lv_figure_add_series (figure, "trin", "Refusion", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  for (int week = 0; week <= 156; week++)
    lv_figure_set_value (figure, series, week, week < 5 ? 80 : week < 27 ? 40 : week < 53 ? 30 : 20,
                         LV_FIGURE_PUBLISHED);
  lv_figure_add_reference (figure, 27.4, "Gennemsnit i scenariet");
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_stair_scenario (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_STAIR, "Taksten følger antallet af pladser",
                                   "Kr. pr. døgn", 0);

  add_years (figure, 2024, 2029, 2025);
  ADD (figure, "takst", "Takst", BASELINE, MARK, 1200, 1200, 1350, NAN, 1500, 1480);
  ADD (figure, "takst", "Takst", SCENARIO, MARK, 1200, 1200, 1300, 1300, 1400, 1400);
  ADD (figure, "loft", "Loft", BASELINE, MARK, 1600, 1600, 1600, 1600, 1600, 1600);
  lv_figure_set_reason (figure, 0, 3, "taksten er ikke vedtaget");
  lv_figure_set_value (figure, 2, 1, NAN, LV_FIGURE_ABSENT);
  return figure;
}

LvFigure *
sample_slope (void)
{
  static const struct { const char *id; const char *label; double from; double to; } rows[] = {
    { "aarhus", "Aarhus", 8120, 9310 },
    { "odense", "Odense", 7640, 7655 },
    { "kbh", "København", 8130, 7800 },
    { "aalborg", "Aalborg", 8004, 8004 },
    { "lands", "Landsgennemsnittet uden hovedstadsområdet", 7990, 8240 },
  };
  LvFigure *figure = sample_begin (LV_FIGURE_SLOPE, "Aarhus er steget mest",
                                   "Udgift pr. indbygger, kr., 25-pl", 0);

  lv_figure_add_category (figure, "2020", NULL, LV_FIGURE_PERIOD_ACCOUNTS);
  lv_figure_add_category (figure, "2029", NULL, LV_FIGURE_PERIOD_FORECAST);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    ADD (figure, rows[i].id, rows[i].label, BASELINE, MARK, rows[i].from, rows[i].to);
  lv_figure_set_highlight (figure, 0, -1);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_slope_hostile (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_SLOPE, "Tyve linjer, et minus og to huller", "Mio. kr.",
                                   1);

  lv_figure_add_category (figure, "Korrigeret budget inkl. tillægsbevillinger", NULL,
                          LV_FIGURE_PERIOD_BUDGET);
  lv_figure_add_category (figure, "Regnskab", NULL, LV_FIGURE_PERIOD_ACCOUNTS);
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *label = g_strdup_printf ("Område nummer %d med et langt navn", i + 1);

      ADD (figure, label, label, BASELINE, MARK, i == 3 ? NAN : 10 + i % 4,
           i == 5 ? NAN : i == 7 ? -12 : 11 + i % 5);
    }
  lv_figure_set_reason (figure, 3, 0, "ikke oplyst");
  lv_figure_set_value (figure, 4, 1, 11.5, LV_FIGURE_CORRECTED);
  ADD (figure, "Område nummer 1 med et langt navn", "Område nummer 1 med et langt navn", SCENARIO,
       MARK, 10, 14);
  return figure;
}

LvFigure *
sample_slope_one (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_SLOPE, "Kun ét år", "Mio. kr.", 0);

  lv_figure_add_category (figure, "2024", NULL, LV_FIGURE_PERIOD_ACCOUNTS);
  ADD (figure, "a", "Botilbud", BASELINE, MARK, 12);
  return figure;
}

static LvFigure *
make_waterfall (void)
{
  static const char *const names[] = { "Budget 2025", "Demografi", "Bortfald af engangsfinansiering",
                                       "Takststigninger", "Omstillings\302\255kataloger",
                                       "Afrunding", "Forventet regnskab 2029" };
  LvFigure *figure = sample_begin (LV_FIGURE_WATERFALL, "Fra budget til forventet regnskab",
                                   "Mio. kr., 25-pl", 0);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    lv_figure_add_category (figure, names[i], NULL, LV_FIGURE_PERIOD_NONE);
  lv_figure_set_step (figure, 0, LV_FIGURE_SUM);
  lv_figure_set_step (figure, 6, LV_FIGURE_SUM);
  ADD (figure, "trin", "Trin", BASELINE, MARK, 531, 142, 97, 63, -118, 1, 716);
  lv_figure_set_source (figure, sample_source);
  return figure;
}

LvFigure *
sample_waterfall (void)
{
  return make_waterfall ();
}

LvFigure *
sample_waterfall_beside (void)
{
  LvFigure *figure = make_waterfall ();

  lv_figure_set_good (figure, LV_FIGURE_GOOD_DOWN);
  ADD (figure, "trin", "Trin", SCENARIO, MARK, 531, 142, 97, 20, -160, 1, 631);
  return figure;
}

LvFigure *
sample_waterfall_over (void)
{
  LvFigure *figure = sample_waterfall_beside ();

  lv_figure_set_scenario_form (figure, LV_FIGURE_OVER);
  return figure;
}

/* Below zero and back, a change that is missing, one that is nothing, and one far too large. */
LvFigure *
sample_waterfall_hostile (void)
{
  LvFigure *figure = make_waterfall ();

  lv_figure_set_title (figure, "Et vandfald under nul");
  lv_figure_set_values (figure, 0, (const double[]) { 20, -45, NAN, 0, -9, 4000, 3966 }, 7,
                        LV_FIGURE_PUBLISHED);
  lv_figure_set_reason (figure, 0, 2, "ikke opgjort");
  lv_figure_set_value (figure, 0, 4, -9, LV_FIGURE_CORRECTED);
  lv_figure_add_reference (figure, 2000, "Loft");
  return figure;
}

LvFigure *
sample_waterfall_empty (void)
{
  LvFigure *figure = make_waterfall ();

  for (int c = 0; c < 7; c++)
    lv_figure_set_value (figure, 0, c, c % 2 == 0 ? NAN : 0, c % 2 == 0 ? LV_FIGURE_MISSING
                                                                       : LV_FIGURE_PUBLISHED);
  return figure;
}

/* Remarks in all kinds that stand upright: short ones beside what they are about, and one that has
 * no room. */
static LvFigure *
make_remarks (LvFigure *figure, int first, int last)
{
  lv_figure_annotate (figure, -1, first, "Ny lov træder i kraft");
  lv_figure_annotate (figure, -1, last, "Engangsfinansiering bortfalder");
  return figure;
}

LvFigure *
sample_remarks_columns (void)
{
  return make_remarks (sample_find ("areas"), 0, 3);
}

LvFigure *
sample_remarks_lines (void)
{
  return make_remarks (sample_find ("growth"), 1, 4);
}

LvFigure *
sample_remarks_area (void)
{
  return make_remarks (sample_area (), 3, 6);
}

LvFigure *
sample_remarks_fan (void)
{
  return make_remarks (sample_fan (), 2, 5);
}

LvFigure *
sample_remarks_stair (void)
{
  return make_remarks (sample_stair (), 27, 100);
}

LvFigure *
sample_remarks_waterfall (void)
{
  return make_remarks (make_waterfall (), 1, 4);
}

LvFigure *
sample_remarks_long (void)
{
  LvFigure *figure = make_remarks (sample_share_columns (), 0, 3);

  lv_figure_annotate (figure, -1, 5, "Byrådet har endnu ikke taget stilling til, om den midlertidige "
                                     "bevilling skal gøres varig efter evalueringen i 2028");
  return figure;
}
