/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a number is another in another scenario. What it protects: parts by hand, in the order of the
 * pack's file; they sum to the difference to the last bit, in any order, for any two scenarios; what is
 * missing on the way says so; and two files over one pack are bridged too. */
#include "lv-bridge.h"
#include "lv-test.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Two scenarios at a time: many of the two packs in which all kinds of causes meet. */
#define PAIRS 1000
#define FEWER 250
/* The pack that ships has months and hundreds of causes: each pair computes it hundreds of times. */
#define SHIPPED 40

static LvModel *model;

static char *
number (double value)
{
  return isnan (value) ? g_strdup ("?")
                       : g_strdup_printf ("%.10g", fabs (value) < 1e-9 ? 0 : value);
}

/* A line: "from > to = difference | Title part (alone) | ..." */
static char *
line (const LvBridge *bridge)
{
  GString *out = g_string_new (NULL);
  g_autofree char *from = number (bridge->from.number);
  g_autofree char *to = number (bridge->to.number);
  g_autofree char *difference = number (bridge->difference);

  g_string_append_printf (out, "%s > %s = %s", from, to, difference);
  for (guint i = 0; i < bridge->parts->len; i++)
    {
      const LvBridgePart *part = lv_bridge_part (bridge, i);
      g_autofree char *value = part->status == LV_PART_JOINED
                                   ? g_strdup_printf ("with %s", lv_bridge_part (bridge, part->with)->title)
                                   : number (part->part);
      g_autofree char *alone = number (part->alone);

      g_assert_cmpint (isnan (part->part), ==, part->status != LV_PART_KNOWN);
      g_string_append_printf (out, " | %s %s (%s)", part->title, value, alone);
    }
  return g_string_free (out, FALSE);
}

static LvBridge *
bridge_between (const char *first, const char *second, const char *target)
{
  g_autoptr (LvState) a = lv_test_state (model, first);
  g_autoptr (LvState) b = lv_test_state (model, second);
  const LvSide from = { "A", a, lv_test_scenario (model, first) };
  const LvSide to = { "B", b, lv_test_scenario (model, second) };
  gsize cell;
  const LvNode *node = lv_test_cell (model, target, &cell);

  return lv_bridge_new (&from, &to, node, cell);
}

static void
expect (const char *first, const char *second, const char *target, const char *expected)
{
  g_autoptr (LvBridge) bridge = bridge_between (first, second, target);
  g_autofree char *found = line (bridge);

  g_assert_cmpstr (found, ==, expected);
}

/* 100 at 100 pct. becomes 90 at 90 pct.: the ten of the quantity and the nine of the price. */
static void
test_by_hand (void)
{
  g_autoptr (LvBridge) bridge = bridge_between (NULL, "spar", "gab@2029");

  expect (NULL, "spar", "gab@2029",
          "35 > -5 = -40 | Vækst i TA -5 (-5) | Vækst i køb -10 (-10) | Pris -9 (-10)"
          " | Løft -4 (-4) | Tiltaget -12 (-12)");
  g_assert_cmpfloat_with_epsilon (bridge->interaction, 1, 1e-10);
  g_assert_cmpstr (lv_bridge_part (bridge, 0)->because, ==, "aftalt i forliget");
  g_assert_cmpint (lv_bridge_part (bridge, 3)->kind, ==, LV_CAUSE_PARAMETER);
  g_assert_cmpuint (lv_bridge_part (bridge, 3)->inputs->len, ==, 3);
  g_assert_cmpint (lv_bridge_part (bridge, 4)->kind, ==, LV_CAUSE_MEASURE);
  g_assert_cmpstr (lv_bridge_part (bridge, 4)->because, ==, "besluttet");
  expect ("spar", NULL, "gab@2029",
          "-5 > 35 = 40 | Vækst i TA 5 (5) | Vækst i køb 9 (9) | Pris 10 (9)"
          " | Løft 4 (4) | Tiltaget 12 (12)");
  expect ("spar", "spar", "gab@2029", "-5 > -5 = 0");
  expect (NULL, "spar", "budget@2029",
          "75 > 75 = 0 | Vækst i TA 0 (0) | Vækst i køb 0 (0) | Pris 0 (0) | Løft 0 (0)"
          " | Tiltaget 0 (0)");
}

/* A measure's own delay is the measure's, the delay by a late action the action's. */
static void
test_actions (void)
{
  g_autoptr (LvBridge) bridge = bridge_between ("spar", "sent", "gab@2026");
  const LvBridgePart *action = lv_bridge_part (bridge, 1);

  expect ("spar", "sent", "gab@2026", "-10.6 > 1.4 = 12 | Tiltaget 6 (6) | Skridtet 6 (6)");
  g_assert_cmpint (action->kind, ==, LV_CAUSE_ACTION);
  g_assert_cmpstr (action->because, ==, "udbuddet trækker ud");
  g_assert_cmpfloat (g_array_index (action->inputs, LvBridgeInput, 0).to, ==, 6);
  expect ("sent", "spar", "gab@2026", "1.4 > -10.6 = -12 | Tiltaget -6 (-6) | Skridtet -6 (-6)");
}

/* Parts of 0,5 and 0,5 are shown as 1 and 1, their sum as 1: the rest is a line of its own. */
static void
test_rounding (void)
{
  g_autoptr (LvBridge) bridge = bridge_between (NULL, "rundt", "gab@2029");

  expect (NULL, "rundt", "gab@2029", "35 > 36 = 1 | Vækst i TA 0.5 (0.5) | Vækst i køb 0.5 (0.5)");
  g_assert_cmpfloat (bridge->rounding, ==, -1);
}

static void
test_missing (void)
{
  /* What makes it known has no part, nor have those before it; those after have. */
  expect (NULL, "kender", "kendt@2029", "? > 33 = ? | Vækst i TA ? (?) | Ukendt ? (?)");
  expect ("kender", NULL, "kendt@2029", "33 > ? = ? | Vækst i TA 5 (5) | Ukendt ? (?)");
  /* Between the two causes it can't be computed: they are one step. */
  expect (NULL, "deler", "brudt",
          "50 > 33.33333333 = -16.66666667 | Deler a with Deler b (?) | Deler b -16.66666667 (-30)");
  expect (NULL, "deler.nul", "brudt", "50 > ? = ? | Vækst i TA 0 (0) | Deler a ? (?)");
  expect (NULL, "spar", "maalt@2026",
          "? > ? = ? | Vækst i TA ? (?) | Vækst i køb ? (?) | Pris ? (?) | Løft ? (?)"
          " | Tiltaget ? (?)");
}

/* A value that follows another is no cause by itself; that other one is. */
static void
test_followed (void)
{
  g_autoptr (LvState) a = lv_state_new (model);
  g_autoptr (LvState) b = lv_state_new (model);
  const LvSide from = { "A", a, NULL };
  const LvSide to = { "B", b, NULL };
  const LvNode *node = lv_model_find (model, "sammen");
  g_autoptr (LvBridge) one = NULL;
  g_autoptr (LvBridge) two = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  lv_test_set (b, "x", "2");
  one = lv_bridge_new (&from, &to, node, 0);
  first = line (one);
  g_assert_cmpstr (first, ==, "0 > 22 = 22 | X 22 (22)");
  lv_test_set (b, "y", "2");
  two = lv_bridge_new (&from, &to, node, 0);
  second = line (two);
  g_assert_cmpstr (second, ==, "0 > 22 = 22 | X 22 (22) | Y 0 (20)");
}

/* --- Two files */

static void
check_files (const char *first, const char *second, const char *scenario, const char *target,
             const char *expected)
{
  g_autoptr (LvModel) left = lv_test_load_document ("analyses", first);
  g_autoptr (LvModel) right = lv_test_load_document ("analyses", second);
  g_autoptr (LvState) a = lv_test_state (left, scenario);
  g_autoptr (LvState) b = lv_test_state (right, scenario);
  const LvSide from = { first, a, lv_test_scenario (left, scenario) };
  const LvSide to = { second, b, lv_test_scenario (right, scenario) };
  gsize cell;
  const LvNode *node = lv_test_cell (right, target, &cell);
  g_autoptr (LvBridge) bridge = lv_bridge_new (&from, &to, node, cell);
  g_autofree char *found = line (bridge);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_files (void)
{
  /* 35 - 5 against 35 + 5 + 4 - 7: the figure, the growth, and the file's own measure. */
  check_files ("en.ligevaegt", "to.ligevaegt", "lokal.plan", "gab@2029",
               "30 > 37 = 7 | Køb, udgangspunkt 4 (4) | Vækst i TA 10 (10) | Ukendt 0 (0)"
               " | Andet tiltag -7 (-7)");
  check_files ("to.ligevaegt", "en.ligevaegt", NULL, "gab@2029",
               "39 > 35 = -4 | Køb, udgangspunkt -4 (-4)");
  check_files ("en.ligevaegt", "to.ligevaegt", NULL, "lokal.andet#on", "? > 0 = ? | "
               "Formulas and effects of the files ? (?) | Køb, udgangspunkt 0 (?)");
}

/* Members that only one file has: 2 + 2 and 2 for the fourth group; in the other file there is a third with
 * its default 1 instead, so the files account for -1, and the scenario sets 1, 1 and 5. */
static void
test_members (void)
{
  check_files ("to.ligevaegt", "en.ligevaegt", "lokal.grupper", "gruppe.sum",
               "6 > 7 = 1 | Formulas and effects of the files -1 (-1) | Køb, udgangspunkt 0 (0)"
               " | Tal pr. gruppe 2 (2) | Valgt gruppe 0 (0)");
  check_files ("to.ligevaegt", "en.ligevaegt", "lokal.grupper", "gruppe.den-valgte",
               "12 > 15 = 3 | Køb, udgangspunkt 0 (0) | Tal pr. gruppe -1 (-1) | Valgt gruppe 4 (-1)");
}

/* A measure that only the first file has, and has on, is no input of the second: it stands by itself. */
static void
test_files_apart (void)
{
  g_autoptr (LvModel) left = lv_test_load_document ("analyses", "en.ligevaegt");
  g_autoptr (LvState) a = lv_state_new (left);
  g_autoptr (LvState) b = lv_test_state (model, "spar");
  const LvSide from = { "en", a, NULL };
  const LvSide to = { "spar", b, lv_test_scenario (model, "spar") };
  gsize cell;
  const LvNode *node = lv_test_cell (model, "gab@2029", &cell);
  g_autoptr (LvBridge) bridge = NULL;
  g_autofree char *found = NULL;

  lv_test_measure (a, "lokal.tiltag.on", "on");
  bridge = lv_bridge_new (&from, &to, node, cell);
  found = line (bridge);
  g_assert_cmpstr (found, ==,
                   "33 > -5 = -38 | Formulas and effects of the files 2 (2) | Vækst i TA -5 (-5)"
                   " | Vækst i køb -10 (-10) | Pris -9 (-10) | Løft -4 (-4) | Tiltaget -12 (-12)");
  g_assert_cmpint (lv_bridge_part (bridge, 0)->kind, ==, LV_CAUSE_MODEL);
  g_assert_cmpfloat_with_epsilon (bridge->interaction, 1, 1e-10);
}

/* --- Any two scenarios */

static double
sum_in_order (const LvBridge *bridge, const guint *order)
{
  double sum = 0;

  for (guint i = 0; i < bridge->parts->len; i++)
    if (lv_bridge_part (bridge, order[i])->status == LV_PART_KNOWN)
      sum += lv_bridge_part (bridge, order[i])->part;
  return sum;
}

static void
shuffle (guint *order, guint n, GRand *random)
{
  for (guint i = n; i > 1; i--)
    {
      guint k = (guint) g_rand_int_range (random, 0, (int) i);
      guint keep = order[i - 1];

      order[i - 1] = order[k];
      order[k] = keep;
    }
}

static double
size (const LvBridge *bridge)
{
  double largest = MAX (fabs (bridge->from.number), fabs (bridge->to.number));

  for (guint i = 0; i < bridge->parts->len; i++)
    {
      const LvBridgePart *part = lv_bridge_part (bridge, i);

      if (part->status == LV_PART_KNOWN)
        largest += fabs (part->part);
      if (!isnan (part->alone))
        largest += fabs (part->alone);
    }
  return largest + DBL_MIN;
}

/* Bit for bit: no tolerance. */
static void
check_sums (const LvBridge *bridge, GRand *random)
{
  guint n = bridge->parts->len;
  g_autofree guint *order = g_new (guint, n + 1);
  double walk = bridge->from.number;
  double alone = bridge->interaction;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint round = 0; round < 5; round++)
    {
      g_assert_cmpfloat (sum_in_order (bridge, order), ==, bridge->difference);
      shuffle (order, n, random);
    }
  g_assert_cmpfloat (bridge->to.number - bridge->from.number, ==, bridge->difference);
  for (guint i = 0; i < n; i++)
    {
      if (lv_bridge_part (bridge, order[i])->status == LV_PART_KNOWN)
        walk += lv_bridge_part (bridge, order[i])->part;
      alone += lv_bridge_part (bridge, order[i])->alone;
    }
  g_assert_cmpfloat (walk, ==, bridge->to.number);
  if (!isnan (alone))
    g_assert_cmpfloat (alone, ==, bridge->difference);
}

static LvNode *
any_cell (const LvModel *of, GRand *random, gsize *cell)
{
  for (;;)
    {
      LvNode *node
          = lv_model_node (of, (guint) g_rand_int_range (random, 0, (int) lv_model_n_nodes (of)));

      *cell = (gsize) g_rand_int_range (random, 0, (int) lv_shape_cells (lv_node_shape (node)));
      if (!lv_node_is_hidden (node) && !lv_node_is_input (node) && lv_node_present (of, node, *cell))
        return node;
    }
}

static void
check_pair (const LvSide *from, const LvSide *to, GRand *random, guint *known)
{
  gsize cell;
  const LvNode *node = any_cell (lv_state_model (to->state), random, &cell);
  g_autoptr (LvBridge) there = lv_bridge_new (from, to, node, cell);
  g_autoptr (LvBridge) back = lv_bridge_new (to, from, node, cell);
  double a = lv_state_number (from->state, node, cell);
  double b = lv_state_number (to->state, node, cell);

  g_test_message ("%s", there->title);
  g_assert_cmpint (isnan (there->difference), ==, isnan (a) || isnan (b));
  g_assert_cmpuint (there->parts->len, ==, back->parts->len);
  if (isnan (a) || isnan (b))
    return;
  (*known)++;
  g_assert_cmpfloat_with_epsilon (there->from.number, a, 1e-11 * size (there));
  g_assert_cmpfloat_with_epsilon (there->to.number, b, 1e-11 * size (there));
  g_assert_cmpfloat_with_epsilon (there->difference, -back->difference, 1e-11 * size (there));
  check_sums (there, random);
  check_sums (back, random);
}

static void
shake (LvState *state, GRand *random)
{
  guint count = (guint) g_rand_int_range (random, 0, 12);

  for (guint i = 0; i < count; i++)
    lv_test_shake (state, random);
  lv_state_update (state);
}

static void
test_any_pair (gconstpointer data)
{
  g_autoptr (LvModel) of = lv_test_load (data);
  const GPtrArray *scenarios = lv_pack_items (lv_model_pack (of), LV_KIND_SCENARIO);
  g_autoptr (GRand) random = g_rand_new_with_seed (31);
  guint pairs = strcmp (data, "analyses") == 0 ? PAIRS : strcmp (data, "data/aarhus-2025") == 0 ? SHIPPED : FEWER;
  guint known = 0;

  for (guint i = 0; i < pairs; i++)
    {
      const char *shown[2] = { NULL, NULL };

      for (guint k = 0; k < 2; k++)
        if (scenarios->len > 0 && g_rand_boolean (random))
          shown[k] = ((LvItem *) g_ptr_array_index (
                          scenarios, (guint) g_rand_int_range (random, 0, (int) scenarios->len)))
                         ->id;
      {
        g_autoptr (LvState) a = lv_test_state (of, shown[0]);
        g_autoptr (LvState) b = lv_test_state (of, shown[1]);
        const LvSide from = { "A", a, lv_test_scenario (of, shown[0]) };
        const LvSide to = { "B", b, lv_test_scenario (of, shown[1]) };

        shake (a, random);
        shake (b, random);
        check_pair (&from, &to, random, &known);
      }
    }
  g_assert_cmpuint (known, >, pairs / 4);
}

/* The sides are left as they are. */
static void
test_untouched (void)
{
  g_autoptr (LvState) a = lv_test_state (model, "spar");
  g_autoptr (LvState) b = lv_test_state (model, "sent");
  g_autofree char *before = lv_test_dump (a);
  g_autofree char *before_b = lv_test_dump (b);
  const LvSide from = { "A", a, NULL };
  const LvSide to = { "B", b, NULL };
  g_autoptr (LvBridge) bridge = lv_bridge_new (&from, &to, lv_model_find (model, "gab.ialt"), 0);
  g_autofree char *after = lv_test_dump (a);
  g_autofree char *after_b = lv_test_dump (b);

  g_assert_cmpuint (bridge->parts->len, ==, 1); /* without the scenarios all delay is the measure's */
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (before_b, ==, after_b);
}

/* Plain words where the pack has none. */
static void
test_words (void)
{
  static const struct
  {
    const char *first, *second, *target, *words;
  } rows[] = {
    { NULL, "spar", "gab@2029", "Gab, 2029: 35 mio. kr., -5 mio. kr.: -40 mio. kr. Tiltaget: -12 mio. kr." },
    { "spar", NULL, "gab@2029", "Gab, 2029: -5 mio. kr., 35 mio. kr.: +40 mio. kr. Tiltaget: +12 mio. kr." },
    { NULL, "spar", "budget@2029", "Budget, 2029: 75 mio. kr., 75 mio. kr." },
    { NULL, "kender", "kendt@2029", "Gab med det ukendte, 2029: missing, 33 mio. kr." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LvBridge) bridge = bridge_between (rows[i].first, rows[i].second, rows[i].target);
      g_autofree char *words = lv_bridge_sentence (bridge, lv_model_pack (model));

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* The words of the pack that ships. */
static void
test_danish (void)
{
  g_autoptr (LvModel) shipped = lv_test_load ("data/aarhus-2025");
  g_autoptr (LvState) a = lv_state_new (shipped);
  g_autoptr (LvState) b = lv_state_new (shipped);
  const LvSide from = { "Grundprognose", a, NULL };
  const LvSide to = { "Scenarie", b, NULL };
  gsize cell;
  const LvNode *node = lv_test_cell (shipped, "merforbrug@2029", &cell);
  g_autoptr (LvBridge) down = NULL;
  g_autoptr (LvBridge) none = lv_bridge_new (&from, &from, node, cell);
  g_autofree char *words = NULL;
  g_autofree char *still = lv_bridge_sentence (none, lv_model_pack (shipped));

  lv_test_set (b, "ta.vaekst", "10");
  lv_test_set (b, "budgettilfoersel@koeb/2029", "100");
  down = lv_bridge_new (&from, &to, node, cell);
  words = lv_bridge_sentence (down, lv_model_pack (shipped));
  g_assert_cmpstr (words, ==,
                   "Merforbrug, 2029 falder 117 mio. kr., fra 531 mio. kr. til 414 mio. kr. Mest betyder"
                   " Budgettilførsel: -100 mio. kr.");
  g_assert_cmpstr (still, ==, "Merforbrug, 2029 er uændret 531 mio. kr.");
}

int
main (int argc, char **argv)
{
  static const char *const packs[]
      = { "analyses", "scenarios", "measures", "change", "cohorts", "data/aarhus-2025" };
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("analyses");
  g_test_add_func ("/model/bridge/by-hand", test_by_hand);
  g_test_add_func ("/model/bridge/actions", test_actions);
  g_test_add_func ("/model/bridge/rounding", test_rounding);
  g_test_add_func ("/model/bridge/missing", test_missing);
  g_test_add_func ("/model/bridge/followed", test_followed);
  g_test_add_func ("/model/bridge/files", test_files);
  g_test_add_func ("/model/bridge/members", test_members);
  g_test_add_func ("/model/bridge/files-apart", test_files_apart);
  for (gsize i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autofree char *name = g_strconcat ("/model/bridge/any-pair/", packs[i], NULL);

      g_test_add_data_func (name, packs[i], test_any_pair);
    }
  g_test_add_func ("/model/bridge/untouched", test_untouched);
  g_test_add_func ("/model/bridge/words", test_words);
  g_test_add_func ("/model/bridge/danish", test_danish);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
