/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Protects what attachments say of measures, causes and scenarios beside each other: effects alone and together, computed by
 * hand, overlap and rounding as lines of their own, nothing counted that nobody knows, every part in every format. */
#include "lv-bilag.h"

#include "lv-test.h"

#include <string.h>

static GDate today;

typedef struct
{
  LvModel *model;
  LvState *base;
  LvState *state;
  LvSide side;
} Case;

static Case
case_new (const char *scenario)
{
  Case self = { .model = lv_test_load ("katalog") };

  self.base = lv_state_new (self.model);
  self.state = scenario != NULL ? lv_test_state (self.model, scenario) : lv_state_new (self.model);
  self.side = (LvSide){ scenario != NULL ? "Scenariet" : "Grundprognose", self.state,
                        scenario != NULL ? lv_test_scenario (self.model, scenario) : NULL };
  return self;
}

static void
case_clear (Case *self)
{
  lv_state_free (self->base);
  lv_state_free (self->state);
  lv_model_free (self->model);
}

static LvBilag *
bilag_of (const Case *self, const char *id, const GPtrArray *sides)
{
  const LvItem *item = lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_ATTACHMENT, id);

  g_assert_nonnull (item);
  return lv_bilag_new_beside (item, &self->side, self->base, &today, sides);
}

static char *
row_text (const LvBilag *bilag, const LvGridRow *row)
{
  GString *out = g_string_new (row->label);

  for (guint c = 0; c < row->cells->len; c++)
    {
      g_autofree char *text = lv_bilag_cell_text (bilag, &g_array_index (row->cells, LvGridCell, c));

      g_string_append_printf (out, "|%s", text);
    }
  return g_string_free (out, FALSE);
}

static char *
grid_text (const LvBilag *bilag, const LvGrid *grid)
{
  GString *out = g_string_new (grid->first);

  for (guint h = 0; h < grid->heads->len; h++)
    g_string_append_printf (out, "|%s", (const char *) g_ptr_array_index (grid->heads, h));
  for (guint r = 0; r < grid->rows->len; r++)
    {
      g_autofree char *row = row_text (bilag, g_ptr_array_index (grid->rows, r));

      g_string_append_printf (out, "\n%s", row);
    }
  return g_string_free (out, FALSE);
}

static const LvPart *
part_of (const LvBilag *bilag, guint index)
{
  g_assert_cmpuint (index, <, bilag->parts->len);
  return g_ptr_array_index (bilag->parts, index);
}

static void
expect_part (const LvBilag *bilag, guint index, const char *text)
{
  g_autofree char *own = grid_text (bilag, part_of (bilag, index)->grid);

  g_assert_cmpstr (own, ==, text);
}

static void
expect_row (const LvBilag *bilag, const LvGrid *grid, const char *text)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      g_autofree char *row = row_text (bilag, g_ptr_array_index (grid->rows, r));

      if (strcmp (row, text) == 0)
        return;
    }
  g_autofree char *all = grid_text (bilag, grid);

  g_assert_cmpstr (all, ==, text);
}

/* A alone saves 4 a year from 2027, B 2. Each reaches half of the same hundred, so together three quarters of what they reach
 * apart: 6 becomes 4,5. C has no effect and D's price is unknown, so both are ikke vurderet; B and C cannot be on together. */
static void
test_sums (void)
{
  Case self = case_new (NULL);
  g_autoptr (LvBilag) bilag = bilag_of (&self, "tiltagene", NULL);

  expect_part (bilag, 0,
               "measure|2026|2027|2028|2029\n"
               "Tiltag A|0|-4.000|-4.000|-4.000\n"
               "Tiltag B|0|-2.000|-2.000|-2.000\n"
               "Tiltag C|not assessed|not assessed|not assessed|not assessed\n"
               "Tiltag D|not assessed|not assessed|not assessed|not assessed\n"
               "conflict|not-together|not-together|not-together|not-together");
  g_assert_cmpstr (part_of (bilag, 0)->grid->unit, ==, "1.000 kr., 25-pl, netto");
  g_clear_pointer (&bilag, lv_bilag_free);
  case_clear (&self);
}

/* Switched on with an effect of 5: 5 + 2,5 apart, three quarters of it together. */
static void
test_on (void)
{
  Case self = case_new ("begge");
  g_autoptr (LvBilag) bilag = bilag_of (&self, "paa", NULL);

  expect_part (bilag, 0,
               "measure|2026|2027|2028|2029\n"
               "Tiltag A|0|-5|-5|-5\n"
               "Tiltag B|0|-3|-3|-3\n"
               "overlap|0|2|2|2\n"
               "together|0|-6|-6|-6");
  g_clear_pointer (&bilag, lv_bilag_free);
  case_clear (&self);
}

/* In whole millions the parts do not give the sum: the difference is a line, not a lie. */
static void
test_rounding (void)
{
  Case self = case_new ("begge");
  g_autoptr (LvBilag) bilag = bilag_of (&self, "tiltagene", NULL);

  expect_part (bilag, 1,
               "measure|2026|2027|2028|2029\n"
               "Tiltag A|0|-5.000|-5.000|-5.000\n"
               "Tiltag B|0|-2.500|-2.500|-2.500\n"
               "overlap|0|1.875|1.875|1.875\n"
               "together|0|-5.625|-5.625|-5.625");
  expect_part (bilag, 2,
               "measure|2026|2027|2028|2029\n"
               "Tiltag A|not stated|not stated|not stated|not stated\n"
               "Tiltag B|not stated|not stated|not stated|not stated\n"
               "Tiltag C|not stated|not stated|not stated|not stated\n"
               "Tiltag D|not stated|3|3|3\n"
               "conflict|not-together|not-together|not-together|not-together");
  g_clear_pointer (&bilag, lv_bilag_free);
  case_clear (&self);
}

/* A page has what is said, what it does alone and beside the others, what it rests on, and who carries it. */
static void
test_pages (void)
{
  Case self = case_new ("begge");
  g_autoptr (LvBilag) bilag = bilag_of (&self, "tiltagene", NULL);
  const LvPart *pages = part_of (bilag, 3);
  const LvGrid *about = g_ptr_array_index (pages->pieces, 0);
  const LvGrid *effects = g_ptr_array_index (pages->pieces, 1);
  const LvGrid *assumptions = g_ptr_array_index (pages->pieces, 2);
  const LvGrid *actions = g_ptr_array_index (pages->pieces, 3);

  g_assert_cmpstr (about->title, ==, "Tiltag A");
  g_assert_cmpint (about->place, ==, LV_GRID_ON_NEW_PAGE);
  expect_row (bilag, about, "description|Det første.");
  expect_row (bilag, about, "positions|1 årsværk");
  expect_row (bilag, about, "state|state-besluttet");
  expect_row (bilag, about, "scenario|on");
  expect_row (bilag, about, "origin|Kilden, side 2");
  g_assert_cmpstr (effects->title, ==, "effects, 25-pl, netto");
  expect_row (bilag, part_of (bilag, 4)->grid, "Tiltag A|line|1.000 kr., 25-pl, netto|0|-5.000|-5.000|-5.000");
  g_assert_cmpint (effects->place, ==, LV_GRID_UNDER);
  expect_row (bilag, effects, "line|1.000 kr.|0|-5.000|-5.000|-5.000");
  expect_row (bilag, effects, "line-counted|1.000 kr.|0|-3.750|-3.750|-3.750");
  expect_row (bilag, effects, "gap-beside|1.000 kr.|0|-3.125|-3.125|-3.125");
  expect_row (bilag, assumptions, "Virkning pr. år|5 mio. kr. (changed)|Målt");
  expect_row (bilag, part_of (bilag, 5)->grid, "Tiltag A|Virkning pr. år|5 mio. kr.|changed|Målt");
  expect_row (bilag, part_of (bilag, 4)->grid, "Tiltag D|line-month|personer|0|10|10|10");
  g_assert_cmpuint (part_of (bilag, 5)->pieces->len, ==, 0);
  expect_row (bilag, actions, "Gør A|Afdelingen|not stated|2026-12-31|not stated|Chart-under-way");
  g_clear_pointer (&bilag, lv_bilag_free);
  case_clear (&self);
}

/* What nobody says is said not to be stated. */
static void
test_words (void)
{
  Case self = case_new ("udkastet");
  g_autoptr (LvBilag) bilag = bilag_of (&self, "tiltagene", NULL);

  expect_part (bilag, 3,
               "measure|description|consequence|positions|owner|carried|state|scenario|start|excludes|overlaps|origin\n"
               "Tiltag A|Det første.|Færre venter.|1 årsværk|MSB|Gør A|state-besluttet|on, scale, late|start-moved|none|"
               "shares|Kilden, side 2\n"
               "Tiltag B|not stated|not stated|not stated|not stated|none|state-forslag|off|not stated|Tiltag C|shares|"
               "not stated\n"
               "Tiltag C|not stated|not stated|not stated|not stated|none|not stated|off|not stated|Tiltag B|none|"
               "Os: Drøftet\n"
               "Tiltag D|not stated|not stated|not stated|not stated|none|not stated|off|2027-01|none|none|not stated");
  g_clear_pointer (&bilag, lv_bilag_free);
  case_clear (&self);
}

/* A saves 5, B what is left of its half: 0,6. The parameter alone moves nothing before they are on. */
static void
test_causes (void)
{
  Case self = case_new ("begge");
  Case none = case_new (NULL);
  g_autoptr (LvBilag) bilag = bilag_of (&self, "aarsager", NULL);
  g_autoptr (LvBilag) still = bilag_of (&none, "aarsager", NULL);
  g_autoptr (GPtrArray) heads = NULL;

  g_assert_cmpstr (part_of (bilag, 0)->title, ==, "Hvorfor");
  expect_part (bilag, 0,
               "Cause|Hul, 2028|Because\n"
               "Baseline|40|none\n"
               "Tiltag A|-5|Aftalt\n"
               "others|-1|none\n"
               "Scenariet|34|none");
  heads = lv_bilag_heads (part_of (bilag, 0), part_of (bilag, 0)->grid);
  g_assert_cmpstr (g_ptr_array_index (heads, 1), ==, "Hul, 2028 (mio. kr., 25-pl, netto)");
  g_assert_cmpstr (g_ptr_array_index (heads, 2), ==, "Because");
  g_assert_cmpint (part_of (still, 0)->kind, ==, LV_PART_WORDS);
  expect_part (still, 0, "Cause\nnone");
  g_clear_pointer (&bilag, lv_bilag_free);
  g_clear_pointer (&still, lv_bilag_free);
  case_clear (&self);
  case_clear (&none);
}

/* Without a choice: the grundprognose and what has been laid before somebody; a draft only where there is nothing else. */
static void
test_compare (void)
{
  Case self = case_new (NULL);
  g_autoptr (LvBilag) bilag = bilag_of (&self, "ved-siden", NULL);
  g_autoptr (LvFigure) figure = lv_bilag_figure (bilag, part_of (bilag, 0));

  g_assert_cmpint (part_of (bilag, 0)->kind, ==, LV_PART_FIGURE);
  g_assert_cmpint (lv_figure_n_series (figure), ==, 2);
  g_assert_cmpint (lv_figure_n_categories (figure), ==, 5);
  g_assert_cmpfloat_with_epsilon (lv_figure_get_point (figure, 1, 3)->value, 34.375, 1e-9);
  expect_part (bilag, 1,
               "Number|Unit|Baseline|Begge|difference-head\n"
               "Hul, 2027|mio. kr., 25-pl, netto|30|24|-6\n"
               "Hul, 2028|mio. kr., 25-pl, netto|40|34|-6\n"
               "Stillinger til tiltag, 2028|stillinger|0|0|0");
  expect_part (bilag, 2, "measure|Baseline|Begge\nTiltag A|off|on\nTiltag B|off|on");
  expect_part (bilag, 3,
               "Input|Baseline|Begge|Because\n"
               "Virkning pr. år|4 mio. kr.|5 mio. kr.|Målt\n"
               "Tiltag A (on)|off|on|Aftalt\n"
               "Tiltag B (on)|off|on|no reason given");
  g_clear_pointer (&bilag, lv_bilag_free);
  case_clear (&self);
}

/* Chosen sides stand as they were chosen; from four on the differences have a table of their own, and the figure lines. */
static void
test_chosen (void)
{
  Case self = case_new ("udkastet");
  Case other = case_new ("begge");
  LvSide sides[] = { { "Et", self.base, NULL }, { "To", self.state, NULL }, { "Tre", other.state, NULL },
                     { "Fire", other.base, NULL } };
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (LvBilag) few = NULL;
  g_autoptr (LvBilag) many = NULL;
  g_autoptr (LvFigure) figure = NULL;

  g_ptr_array_add (chosen, &sides[1]);
  g_ptr_array_add (chosen, &sides[2]);
  few = bilag_of (&self, "ved-siden", chosen);
  expect_part (few, 2, "measure|To|Tre\nTiltag A|on, scale, late|on\nTiltag B|off|on");
  g_ptr_array_insert (chosen, 0, &sides[0]);
  g_ptr_array_add (chosen, &sides[3]);
  many = bilag_of (&self, "ved-siden", chosen);
  figure = lv_bilag_figure (many, part_of (many, 0));
  g_assert_cmpint (lv_figure_get_kind (figure), ==, LV_FIGURE_LINES);
  expect_part (many, 2,
               "Number|Unit|To|Tre|Fire\n"
               "Hul, 2027|mio. kr., 25-pl, netto|0|-6|0\n"
               "Hul, 2028|mio. kr., 25-pl, netto|-2|-6|0\n"
               "Stillinger til tiltag, 2028|stillinger|0|0|0");
  g_clear_pointer (&few, lv_bilag_free);
  g_clear_pointer (&many, lv_bilag_free);
  case_clear (&self);
  case_clear (&other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_date_set_dmy (&today, 1, 5, 2026);
  g_test_add_func ("/catalogue/sums", test_sums);
  g_test_add_func ("/catalogue/on", test_on);
  g_test_add_func ("/catalogue/rounding", test_rounding);
  g_test_add_func ("/catalogue/pages", test_pages);
  g_test_add_func ("/catalogue/words", test_words);
  g_test_add_func ("/catalogue/causes", test_causes);
  g_test_add_func ("/catalogue/compare", test_compare);
  g_test_add_func ("/catalogue/chosen", test_chosen);
  return g_test_run ();
}
