/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Timelines and flows: plans and theories of change, the usual ones and the hostile. */

#include "samples.h"

#include <string.h>

typedef struct {
  const char *track;
  const char *label;
  const char *owner;
  LvFigureProgress progress;
  const char *start;
  const char *end;
  const char *deadline;
  const char *window;
} Action;

static double
julian (const char *text)
{
  GDate date;
  int year = (int) g_ascii_strtoll (text, NULL, 10);
  int month = (int) g_ascii_strtoll (text + 5, NULL, 10);
  int day = (int) g_ascii_strtoll (text + 8, NULL, 10);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static void
set_day (LvFigure *figure, int series, int category, const char *text)
{
  static const char *const months[] = { "jan.", "feb.", "mar.", "apr.", "maj", "jun.",
                                        "jul.", "aug.", "sep.", "okt.", "nov.", "dec." };
  g_autofree char *shown = NULL;

  if (text == NULL)
    return;
  shown = g_strdup_printf ("%d. %s %.4s", (int) g_ascii_strtoll (text + 8, NULL, 10),
                           months[g_ascii_strtoll (text + 5, NULL, 10) - 1], text);
  lv_figure_set_value (figure, series, category, julian (text), LV_FIGURE_PUBLISHED);
  lv_figure_set_value_text (figure, series, category, shown);
}

static void
add_day_series (LvFigure *figure, LvFigureRole role)
{
  lv_figure_add_series (figure, "start", "Start", role, LV_FIGURE_LOW);
  lv_figure_add_series (figure, "end", "Slut", role, LV_FIGURE_HIGH);
  if (role == LV_FIGURE_BASELINE)
    lv_figure_add_series (figure, "deadline", "Frist", role, LV_FIGURE_MARK);
}

static LvFigure *
make_plan (const char *title, const Action *actions, int n)
{
  LvFigure *figure = sample_begin (LV_FIGURE_TIMELINE, title, NULL, 0);

  lv_figure_set_source (figure, "Kilde: Handlingsplan på hjemløseområdet, afsnit 3.");
  for (int i = 0; i < n; i++)
    {
      int category = lv_figure_add_category (figure, actions[i].label, NULL,
                                             LV_FIGURE_PERIOD_NONE);

      lv_figure_set_group (figure, category, actions[i].track);
      lv_figure_set_detail (figure, category, actions[i].owner);
      lv_figure_set_progress (figure, category, actions[i].progress);
    }
  add_day_series (figure, LV_FIGURE_BASELINE);
  for (int i = 0; i < n; i++)
    {
      set_day (figure, 0, i, actions[i].start);
      set_day (figure, 1, i, actions[i].end);
      set_day (figure, 2, i, actions[i].deadline);
      if (actions[i].window != NULL)
        lv_figure_set_value_text (figure, 1, i, actions[i].window);
    }
  return figure;
}

static const Action homeless[] = {
  { "Forebyggelse", "1. Opsøgende indsats i boligforeninger", "MSB, Socialforvaltningen",
    LV_FIGURE_DONE, "2026-01-01", "2026-06-30", "2026-07-01", NULL },
  { "Forebyggelse", "2. Aftale om akutte huslejerestancer", "MSB", LV_FIGURE_UNDER_WAY,
    "2026-05-01", "2026-12-31", "2026-12-31", NULL },
  { "Boliger", "3. Ti flere boliger om året", "MTM", LV_FIGURE_LATE, "2026-03-01", "2027-09-30",
    "2027-03-31", NULL },
  { "Boliger", "4. Beslutning i byrådet", "Rådmanden", LV_FIGURE_NOT_STARTED, NULL, "2027-02-01",
    NULL, NULL },
  { "Boliger", "5. Skæve boliger", "MTM", LV_FIGURE_ON_HOLD, "2027-01-01", "2027-12-31", NULL,
    NULL },
  { "Støtte", "6. Bostøtte efter § 85 a", "MSB", LV_FIGURE_NOT_STARTED, "2027-02-01",
    "2028-06-30", "2028-01-01", NULL },
  { "Støtte", "7. Natcafé", "Frivillige", LV_FIGURE_DROPPED, "2026-06-01", "2026-10-31", NULL,
    NULL },
  { "Støtte", "8. Ny statistik", NULL, LV_FIGURE_NOT_STATED, NULL, NULL, "2026-09-01", NULL },
  { "Støtte", "9. Evaluering", "VIVE", LV_FIGURE_NOT_STATED, NULL, NULL, NULL, "Efterår 2027" },
  { NULL, "10. Netværk af kommuner", NULL, LV_FIGURE_PROGRESS_NONE, NULL, NULL, NULL, NULL },
};

static void
add_links (LvFigure *figure)
{
  lv_figure_add_link (figure, 0, 1);
  lv_figure_add_link (figure, 2, 3);
  lv_figure_add_link (figure, 3, 4);
  lv_figure_add_link (figure, 3, 5);
  lv_figure_add_link (figure, 5, 8);
}

LvFigure *
sample_plan (void)
{
  LvFigure *figure = make_plan ("Handlingsplan for hjemløshed", homeless, G_N_ELEMENTS (homeless));

  add_links (figure);
  lv_figure_add_reference (figure, julian ("2026-11-24"), "I dag, 24. nov. 2026");
  return figure;
}

LvFigure *
sample_plan_scenario (void)
{
  LvFigure *figure = make_plan ("Boligerne er et halvt år forsinkede", homeless,
                                G_N_ELEMENTS (homeless));

  add_links (figure);
  add_day_series (figure, LV_FIGURE_SCENARIO);
  set_day (figure, 3, 2, "2026-03-01");
  set_day (figure, 4, 2, "2028-03-31");
  set_day (figure, 4, 3, "2027-08-01");
  lv_figure_set_scenario_form (figure, LV_FIGURE_OVER);
  lv_figure_add_reference (figure, julian ("2026-11-24"), "I dag");
  return figure;
}

/* One day, no status, no track. */
LvFigure *
sample_plan_single (void)
{
  static const Action actions[] = {
    { NULL, "Politisk behandling", NULL, LV_FIGURE_NOT_STARTED, NULL, "2027-02-28", NULL, NULL },
  };

  return make_plan ("En enkelt dag", actions, 1);
}

/* Nothing has a date. */
LvFigure *
sample_plan_undated (void)
{
  static const Action actions[] = {
    { "Spor 1", "Afdækning af botilbud uden for kommunen", "MSB", LV_FIGURE_NOT_STATED, NULL, NULL,
      NULL, "I løbet af 2026, når puljen er udmøntet og forvaltningerne har aftalt fordelingen" },
    { "Spor 2", "Opfølgning", "Direktionen", LV_FIGURE_UNDER_WAY, NULL, NULL, NULL, NULL },
  };

  return make_plan ("Uden datoer", actions, 2);
}

/* A hundred years, long words, an action that lasts a day. */
LvFigure *
sample_plan_hostile (void)
{
  static const Action actions[] = {
    { "Beskæftigelsesreformens forberedelses- og implementeringsspor i hele organisationen",
      "1. Gennemgang af tværgående visitationsretningslinjer for specialundervisningstilbud og "
      "ungdomsuddannelser for unge med særlige behov",
      "Magistratsafdelingen for Sociale Forhold og Beskæftigelse i samarbejde med Børn og Unge",
      LV_FIGURE_LATE, "1980-01-01", "1980-01-01", "2079-12-31", NULL },
    { "Andet", "2. Arbejdsmarkedsuddannelsesforberedelsesgrundlag", NULL, LV_FIGURE_UNDER_WAY,
      "2026-01-31", "2026-02-01", NULL, NULL },
    { "Andet", "3. A", "B", LV_FIGURE_DONE, "2020-02-29", "2079-12-31", "1985-05-05", NULL },
  };
  LvFigure *figure = make_plan ("Hundrede år", actions, 3);

  lv_figure_add_link (figure, 2, 1);
  lv_figure_add_link (figure, 1, 2);
  lv_figure_add_link (figure, 0, 2);
  lv_figure_add_reference (figure, julian ("2079-12-31"), "I dag, onsdag den 31. december 2079");
  return figure;
}

/* As many actions as a city may have. */
LvFigure *
sample_plan_many (void)
{
  LvFigure *figure = sample_begin (LV_FIGURE_TIMELINE, "Alle handlingsplaner", NULL, 0);
  double first = julian ("2025-01-01");

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d. Opgave nummer %d", i + 1, i + 1);
      g_autofree char *track = g_strdup_printf ("Spor %d", i / 25 + 1);
      int category = lv_figure_add_category (figure, label, NULL, LV_FIGURE_PERIOD_NONE);

      lv_figure_set_group (figure, category, track);
      lv_figure_set_progress (figure, category, (LvFigureProgress) (1 + i % 7));
    }
  add_day_series (figure, LV_FIGURE_BASELINE);
  for (int i = 0; i < 500; i++)
    {
      lv_figure_set_value (figure, 0, i, first + i * 2, LV_FIGURE_ASSUMED);
      lv_figure_set_value (figure, 1, i, first + i * 2 + 30 + i % 200, LV_FIGURE_ASSUMED);
      if (i > 0)
        lv_figure_add_link (figure, i - 1, i);
    }
  return figure;
}

/* Flows */

static LvFigure *
make_flow (const char *title, const char *const *boxes, int n, const int *links)
{
  LvFigure *figure = sample_begin (LV_FIGURE_FLOW, title, NULL, 0);

  for (int i = 0; i < n; i++)
    lv_figure_add_category (figure, boxes[i], NULL, LV_FIGURE_PERIOD_NONE);
  lv_figure_add_series (figure, "number", "Aktuelt tal", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  for (; links != NULL && links[0] >= 0; links += 2)
    lv_figure_add_link (figure, links[0], links[1]);
  return figure;
}

static const char *const theory[] = {
  "Flere boliger til unge", "Bostøtte fra første dag", "Kortere ophold på forsorgshjem",
  "Unge fastholder egen bolig", "Færre unge i hjemløshed", "Lavere nettoudgift",
};
static const int theory_links[] = { 0, 2, 1, 2, 1, 3, 2, 4, 3, 4, 4, 5, 2, 5, -1 };

static LvFigure *
make_theory (const char *title)
{
  LvFigure *figure = make_flow (title, theory, G_N_ELEMENTS (theory), theory_links);

  lv_figure_set_source (figure, "Kilde: Omstillingsplan 2022, tema 2.");
  lv_figure_set_value (figure, 0, 0, 40, LV_FIGURE_PUBLISHED);
  lv_figure_set_value_text (figure, 0, 0, "40 boliger");
  lv_figure_set_value (figure, 0, 4, 172, LV_FIGURE_PUBLISHED);
  lv_figure_set_value_text (figure, 0, 4, "172 personer");
  lv_figure_set_value (figure, 0, 5, 18, LV_FIGURE_DERIVED);
  lv_figure_set_value_text (figure, 0, 5, "18 mio. kr.");
  lv_figure_set_value (figure, 0, 3, 0, LV_FIGURE_MISSING);
  lv_figure_set_reason (figure, 0, 3, "opgøres først i 2027");
  lv_figure_set_card (figure, 4, "kort.hjemloese");
  return figure;
}

LvFigure *
sample_flow (void)
{
  return make_theory ("Fra bolig til lavere udgift");
}

LvFigure *
sample_flow_scenario (void)
{
  LvFigure *figure = make_theory ("Ti flere boliger om året");
  int series = lv_figure_add_series (figure, "number", "Aktuelt tal", LV_FIGURE_SCENARIO,
                                     LV_FIGURE_MARK);

  lv_figure_set_value (figure, series, 0, 50, LV_FIGURE_CHANGED);
  lv_figure_set_value_text (figure, series, 0, "50 boliger");
  lv_figure_set_value (figure, series, 5, 14.5, LV_FIGURE_DERIVED);
  lv_figure_set_value_text (figure, series, 5, "14,5 mio. kr.");
  return figure;
}

/* A case's way, with ways back, a wait in place and a box that nothing leads to. */
LvFigure *
sample_flow_circle (void)
{
  static const char *const boxes[] = {
    "Ansøgning modtaget", "Oplysning af sagen", "Partshøring", "Afgørelse", "Klage",
    "Genvurdering", "Ankestyrelsen", "Udbetaling", "Opfølgning hvert år", "Rådgivning",
  };
  static const int links[] = { 0, 1, 1, 2, 2, 1, 2, 3, 3, 4, 4, 5, 5, 3, 5, 6, 6, 1, 3, 7, 7, 8,
                               8, 7, 8, 1, 1, 1, -1 };

  return make_flow ("Sagsgang", boxes, G_N_ELEMENTS (boxes), links);
}

LvFigure *
sample_flow_single (void)
{
  static const char *const boxes[] = { "Alene" };
  static const int links[] = { 0, 0, -1 };

  return make_flow ("En enkelt boks", boxes, 1, links);
}

/* Long words, a box that leads to all others, and more boxes than a small card can hold. */
LvFigure *
sample_flow_hostile (void)
{
  static const char *const boxes[] = {
    "Helhedsorienteret beskæftigelsesindsats for borgere med komplekse problemstillinger ud over "
    "ledighed",
    "Arbejdsmarkedsuddannelsesforberedelsesgrundlag", "A", "Social\302\255tilsyn",
    "Visitationsretningslinjer for særligt tilrettelagte ungdomsuddannelser", "B", "C", "D", "E",
    "F", "G", "H", "I", "J", "K", "L", "M", "N",
  };
  LvFigure *figure = make_flow ("Mange virkninger", boxes, G_N_ELEMENTS (boxes), NULL);
  int n = G_N_ELEMENTS (boxes);

  for (int i = 1; i < n; i++)
    lv_figure_add_link (figure, 0, i);
  for (int i = 1; i + 5 < n; i++)
    lv_figure_add_link (figure, i, i + 5);
  lv_figure_add_link (figure, n - 1, 0);
  for (int i = 0; i < n; i += 3)
    lv_figure_set_value (figure, 0, i, i * 1234567.0, LV_FIGURE_DERIVED);
  return figure;
}

/* A random graph; the same for the same @seed. */
LvFigure *
sample_flow_random (guint32 seed)
{
  static const char *const words[] = { "Indsats", "Virkning på sigt", "Mål", "Børn og unge",
                                       "Færre anbringelser uden for hjemmet" };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  int n = g_rand_int_range (random, 1, 18);
  int links = g_rand_int_range (random, 0, n * 2);
  LvFigure *figure = sample_begin (LV_FIGURE_FLOW, "Tilfældig", NULL, 0);

  for (int i = 0; i < n; i++)
    lv_figure_add_category (figure, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))],
                            NULL, LV_FIGURE_PERIOD_NONE);
  lv_figure_add_series (figure, "number", "Tal", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  for (int i = 0; i < links; i++)
    lv_figure_add_link (figure, g_rand_int_range (random, 0, n), g_rand_int_range (random, 0, n));
  for (int i = 0; i < n; i++)
    if (g_rand_boolean (random))
      lv_figure_set_value (figure, 0, i, g_rand_double_range (random, -1e6, 1e6),
                           LV_FIGURE_DERIVED);
  return figure;
}
