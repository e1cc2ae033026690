/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Alternative texts tell the truth: over random scenarios each sentence of each chart is read back
 * and held against the model. "stiger" only where the numbers as shown rise, each number is the
 * one that the model has there, and none is said of a series or year that has none. */

#include <math.h>
#include <string.h>

#include "lv-number.h"
#include "packs.h"

#define SCENARIOS 200

/* "2.494", "-12,5" or "ca. 12": the number in it; NaN for none. */
static double
read_danish (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean negative = strstr (text, "−") != NULL || strchr (text, '-') != NULL;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (plain, *p);
    else if (*p == ',')
      g_string_append_c (plain, '.');
  if (plain->len == 0)
    return NAN;
  return g_ascii_strtod (plain->str, NULL) * (negative ? -1.0 : 1.0);
}

/* The figure's series that a sentence is about, "Merforbrug, scenarie" or "Merforbrug". */
static int
find_series (const LvFigure *figure, const char *label)
{
  for (int s = 0; s < lv_figure_n_series (figure); s++)
    {
      const LvFigureSeries *own = lv_figure_get_series (figure, s);
      g_autofree char *name = own->role == LV_FIGURE_SCENARIO
                                ? g_strconcat (own->label, ", scenarie", NULL)
                                : g_strdup (own->label);

      if (g_str_equal (name, label))
        return s;
    }
  return -1;
}

static int
find_category (const LvFigure *figure, const char *label)
{
  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    if (g_str_equal (lv_figure_get_category (figure, c)->label, label))
      return c;
  return -1;
}

typedef struct {
  const Pack *pack;
  const LvChart *chart;
  const LvFigure *figure;
  const LvState *state;
  const char *alt;
  guint checked;
} Trial;

/* What the model has where the sentence says a number is, as it would be shown. */
static double
number_of (Trial *self, const char *label, const char *member)
{
  int series = find_series (self->figure, label);
  int category = find_category (self->figure, member);
  const LvState *state;
  const LvNode *node;
  gsize cell;
  double scale;

  if (series < 0 || category < 0
      || !lv_chart_find (self->chart, self->figure, series, category, &node, &cell))
    g_error ("no number of \"%s\" in %s:\n%s", label, member, self->alt);
  state = lv_figure_get_series (self->figure, series)->role == LV_FIGURE_SCENARIO
            ? self->state
            : self->pack->base;
  /* Of shares the sentence tells the share. */
  if (lv_figure_draws_shares (self->figure))
    return lv_number_round (lv_figure_get_share (self->figure, series, category));
  scale = pow (10.0, lv_figure_get_decimals (self->figure));
  return lv_number_round (lv_state_number (state, node, cell) * scale) / scale;
}

static void
expect (Trial *self, const char *label, const char *member, const char *text)
{
  double meant = number_of (self, label, member);
  double told = read_danish (text);

  if (!(fabs (meant - told) < 1e-9))
    g_error ("%s in %s is %.10g, not %s:\n%s", label, member, meant, text, self->alt);
  self->checked++;
}

static void
check_change (Trial *self, const GMatchInfo *match)
{
  g_autofree char *label = g_match_info_fetch (match, 1);
  g_autofree char *verb = g_match_info_fetch (match, 2);
  g_autofree char *a = g_match_info_fetch (match, 3);
  g_autofree char *first = g_match_info_fetch (match, 4);
  g_autofree char *b = g_match_info_fetch (match, 5);
  g_autofree char *last = g_match_info_fetch (match, 6);

  expect (self, label, first, a);
  expect (self, label, last, b);
  if ((read_danish (b) > read_danish (a)) != g_str_equal (verb, "stiger")
      || (read_danish (b) < read_danish (a)) != g_str_equal (verb, "falder"))
    g_error ("\"%s\" does not fit %s and %s:\n%s", verb, a, b, self->alt);
}

static void
check_same (Trial *self, const GMatchInfo *match)
{
  g_autofree char *label = g_match_info_fetch (match, 1);
  g_autofree char *a = g_match_info_fetch (match, 2);
  g_autofree char *first = g_match_info_fetch (match, 3);
  g_autofree char *last = g_match_info_fetch (match, 4);

  expect (self, label, first, a);
  expect (self, label, last, a);
}

static void
for_each (Trial *self, const char *pattern, void (*check) (Trial *, const GMatchInfo *))
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_nonnull (regex);
  for (g_regex_match (regex, self->alt, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    check (self, match);
}

/* "Aarhus, scenarie" is the row of Aarhus in the scenario. */
static gboolean
strip_scenario (char *row)
{
  const char *suffix = ", scenarie";

  if (!g_str_has_suffix (row, suffix))
    return FALSE;
  row[strlen (row) - strlen (suffix)] = '\0';
  return TRUE;
}

/* An end that the scenario does not move is the grundprognose's. */
static void
expect_end (Trial *self, const char *series, const char *row, gboolean scenario, const char *text)
{
  g_autofree char *own = g_strdup_printf ("%s, scenarie", series);
  int found = find_series (self->figure, own);
  int category = find_category (self->figure, row);
  gboolean moved = scenario && found >= 0
                   && lv_figure_get_point (self->figure, found, category)->status
                        != LV_FIGURE_ABSENT;

  expect (self, moved ? own : series, row, text);
}

/* A dumbbell: both ends are the model's, and the difference is theirs as told. */
static void
check_ends (Trial *self, const GMatchInfo *match)
{
  g_autofree char *row = g_match_info_fetch (match, 1);
  g_autofree char *first = g_match_info_fetch (match, 2);
  g_autofree char *a = g_match_info_fetch (match, 3);
  g_autofree char *last = g_match_info_fetch (match, 4);
  g_autofree char *b = g_match_info_fetch (match, 5);
  g_autofree char *difference = g_match_info_fetch (match, 6);
  gboolean scenario = strip_scenario (row);

  if (isnan (read_danish (a)) || isnan (read_danish (b)))
    return;
  expect_end (self, first, row, scenario, a);
  expect_end (self, last, row, scenario, b);
  if (!(fabs (read_danish (b) - read_danish (a) - read_danish (difference)) < 1e-9)
      || (difference[0] == '+') != (read_danish (b) > read_danish (a)))
    g_error ("%s to %s is not %s:\n%s", a, b, difference, self->alt);
}

static const LvNode *
find_titled (const Pack *pack, const char *title)
{
  const GPtrArray *items = lv_pack_items (lv_model_pack (pack->model), LV_KIND_PARAMETER);

  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->title, title) == 0)
        return lv_model_find (pack->model, item->id);
    }
  return NULL;
}

/* What the made-up pack's tornados ask about, with one parameter set. */
static double
result_with (const Pack *pack, const LvState *state, const LvNode *node, double value)
{
  g_autoptr (LvState) own = lv_state_copy (state);
  const LvNode *target = lv_model_find (pack->model, "g.maal");
  gsize cell = (gsize) lv_axis_find (lv_node_shape (target)->axis[0], "2029");

  lv_state_set (own, node, 0, value);
  lv_state_update (own);
  return lv_number_round (lv_state_number (own, target, cell));
}

/* A tornado: setting the assumption to what is told gives the result that is told. */
static void
check_swing (Trial *self, const GMatchInfo *match)
{
  g_autofree char *row = g_match_info_fetch (match, 1);
  gboolean scenario = strip_scenario (row);
  const LvNode *node = find_titled (self->pack, row);

  g_assert_nonnull (node);
  for (int i = 2; i <= 4; i += 2)
    {
      g_autofree char *estimate = g_match_info_fetch (match, i);
      g_autofree char *told = g_match_info_fetch (match, i + 1);
      g_auto (GStrv) words = g_strsplit (estimate, " ", 2);
      double result = result_with (self->pack, scenario ? self->state : self->pack->base, node,
                                   read_danish (words[0]));

      if (!(fabs (result - read_danish (told)) < 1e-9))
        g_error ("with %s at %s the result is %g, not %s:\n%s", row, estimate, result, told,
                 self->alt);
      self->checked++;
    }
}

/* Sentences end with a point before a capital letter, or a remark with its year; a line each. */
static char *
split_sentences (const char *alt)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\. (?=\\p{Lu}|\\d+:)", 0, 0, NULL);

  return g_regex_replace_literal (regex, alt, -1, 0, ".\n", 0, NULL);
}

/* What the chart itself says: the title before it is a sentence of the pack, about values of its own. */
static const char *
behind_title (const char *alt, const LvFigure *figure)
{
  const char *title = lv_figure_get_title (figure);

  if (title == NULL || !g_str_has_prefix (alt, title))
    return alt;
  alt += strlen (title);
  return alt + strspn (alt, ". ");
}

static guint
try_chart (const Pack *pack, const LvItem *item, const LvState *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LvChart) chart = lv_chart_new (item, pack->base, &error);
  g_autoptr (LvFigure) figure = NULL;
  g_autofree char *alt = NULL;
  g_autofree char *lines = NULL;
  Trial trial = { .pack = pack, .chart = chart, .state = state };

  g_assert_no_error (error);
  figure = lv_chart_make_figure (chart, state, pack->base, NULL);
  alt = lv_figure_dup_alt (figure);
  trial.figure = figure;
  trial.alt = lines = split_sentences (behind_title (alt, figure));
  for_each (&trial, "^(.+) (stiger|falder) fra (.+) i (.+) til (.+) i (.+)\\.$", check_change);
  for_each (&trial, "^(.+) er (.+) i både (.+) og (.+)\\.$", check_same);
  for_each (&trial, "^(.+?): (\\S+) (\\S+), (\\S+) (\\S+), forskel (\\S+)\\.$", check_ends);
  for_each (&trial, "^(.+?): ved (.+) (\\S+), ved (.+) (\\S+)\\.$", check_swing);
  return trial.checked;
}

/* The title is the first sentence of all. */
static void
check_title (const Pack *pack, const LvState *state)
{
  const LvItem *item
    = lv_pack_find_kind (lv_model_pack (pack->model), LV_KIND_CHART, "figur.o.budget");
  g_autoptr (LvFigure) figure = lv_chart_build (item, state, pack->base, NULL);
  g_autoptr (GRegex) regex = g_regex_new (
    "^Merforbruget i 2029 er (\\S+) mio\\. kr\\.(?:, (\\S+) mio\\. kr\\. (mere|mindre) end i "
    "grundprognosen)?", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const LvNode *gap = lv_model_find (pack->model, "merforbrug");
  gsize cell = (gsize) lv_axis_find (lv_node_shape (gap)->axis[0], "2029");
  double now = lv_number_round (lv_state_number (state, gap, cell));
  double before = lv_number_round (lv_state_number (pack->base, gap, cell));
  g_autofree char *value = NULL;
  g_autofree char *difference = NULL;
  g_autofree char *word = NULL;

  if (now < 0 || !g_regex_match (regex, lv_figure_get_title (figure), 0, &match))
    return;
  value = g_match_info_fetch (match, 1);
  difference = g_match_info_fetch (match, 2);
  word = g_match_info_fetch (match, 3);
  g_assert_cmpfloat (read_danish (value), ==, now);
  if (difference == NULL || difference[0] == '\0')
    {
      g_assert_cmpfloat (now, ==, before);
      return;
    }
  g_assert_cmpfloat (read_danish (difference), ==, fabs (now - before));
  g_assert_cmpstr (word, ==, now > before ? "mere" : "mindre");
}

static void
try_pack (const Pack *pack, gboolean has_title)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20250901);
  guint checked = 0;

  for (int i = 0; i < SCENARIOS; i++)
    {
      g_autoptr (LvState) state = pack_random_state (pack, random);

      for (guint k = 0; k < pack->charts->len; k++)
        checked += try_chart (pack, g_ptr_array_index (pack->charts, k), state);
      if (has_title)
        check_title (pack, state);
    }
  g_test_message ("%u numbers held against the model", checked);
  g_assert_cmpuint (checked, >, SCENARIOS);
}

static void
test_shipped (void)
{
  Pack pack;

  pack_load_shipped (&pack);
  try_pack (&pack, TRUE);
  pack_clear (&pack);
}

static void
test_hostile (void)
{
  Pack pack;

  pack_load (&pack, LV_GALLERY);
  try_pack (&pack, FALSE);
  pack_clear (&pack);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/shipped", test_shipped);
  g_test_add_func ("/truth/hostile", test_hostile);
  return g_test_run ();
}
