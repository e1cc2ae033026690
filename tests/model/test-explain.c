/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How was this computed? What it protects: the parts of an explanation are exactly the cells that
 * the number was computed from, in the formula's order, down to figures that name their source; the
 * formula stands in the pack's words. */
#include "lv-explain.h"
#include "lv-test.h"

#include <string.h>

static LvExplanation *
explain (const LvState *state, const char *cells, guint depth)
{
  g_auto (GStrv) parts = g_strsplit (cells, "@", 2);
  const LvNode *node = lv_model_find (lv_state_model (state), parts[0]);
  g_autofree char *reason = NULL;
  gssize cell = -1;
  LvPlace place;

  g_test_message ("%s", cells);
  g_assert_cmpint (node != NULL, ==, TRUE);
  lv_place_parse (parts[1] != NULL ? parts[1] : "", lv_node_shape (node), &place, &reason);
  g_assert_cmpstr (reason, ==, NULL);
  lv_place_next (&place, lv_node_shape (node), &cell);
  return lv_explain (state, node, (gsize) cell, depth);
}

/* "a@2025 b*": a * where it is the value in the reference */
static char *
parts_of (const LvExplanation *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const LvExplanation *part = g_ptr_array_index (self->parts, i);
      g_autofree char *name = lv_shape_cell_name (lv_node_shape (part->node), part->cell);

      g_string_append_printf (out, "%s%s%s%s%s", i > 0 ? " " : "", lv_node_id (part->node),
                              name[0] != '\0' ? "@" : "", name, part->reference ? "*" : "");
    }
  return g_string_free (out, FALSE);
}

static void
expect_parts (const LvState *state, const char *cells, const char *expected)
{
  g_autoptr (LvExplanation) self = explain (state, cells, 1);
  g_autofree char *found = parts_of (self);

  g_assert_cmpstr (found, ==, expected);
}

static void
expect_printed (const LvState *state, const char *id, const char *member)
{
  const LvNode *node = lv_model_find (lv_state_model (state), id);
  gsize cell = (gsize) lv_axis_find (lv_node_shape (node)->axis[0], member);
  g_autoptr (LvExplanation) tree = lv_explain (state, node, cell, 1);
  const LvExplanation *part = g_ptr_array_index (tree->parts, 0);

  g_assert_true (part->printed);
  g_assert_cmpfloat (part->value.number, ==, tree->value.number);
  g_assert_cmpint (part->value.status, ==, LV_STATUS_PUBLISHED);
  g_assert_cmpfloat (lv_state_number (state, part->node, part->cell), ==, 77);
}

static void
test_functions (void)
{
  static const char *const rows[][2] = {
    { "op.add@2026", "v@2026 w@2026" },
    { "fn.if@2026", "v@2026" },
    { "fn.if@2027", "v@2027 w@2027" },
    { "fn.if.switch", "kontakt" },
    { "fn.otherwise@2025", "v@2025" },
    { "fn.otherwise@2026", "w@2026" },
    { "fn.otherwise@2027", "w@2027 v@2027" },
    { "fn.known@2026", "w@2026" },
    { "fn.sum", "e@a e@b e@c e@d" },
    { "fn.sum.years@b", "tv@b/2025 tv@b/2026 tv@b/2027 tv@b/2028 tv@b/2029" },
    { "fn.sum.absent@2026", "tv@a/2026 tv@b/2026" },
    { "fn.median.odd", "t@a t@b t@c t@d" },
    { "fn.count.true", "t@a t@b t@c t@d" },
    { "fn.share@b", "e@a e@b e@c e@d" },
    { "fn.rank@b", "t@a t@b t@c t@d" },
    { "fn.at", "t@b" },
    { "fn.at.choice", "valg t@a" },
    { "fn.at.two", "valg valgaar tv@a/2026" },
    { "fn.at.prev@2026", "valg tv@a/2025" },
    { "fn.lookup@2025",
      "xs@2025 sats@t0 sats@t4 sats@t26 sats@t52 nedre@t0 nedre@t4 nedre@t26 nedre@t52" },
    { "fn.position@2025", "" },
    { "fn.prev@2026", "v@2025" },
    { "fn.prev.start@2025", "" },
    { "fn.prev.start@2026", "v@2025" },
    { "fn.prev.absent.start@2025", "v@2025" },
    { "fn.prev.absent.start@2026", "v@2026" },
    { "fn.prev.absent.start@2027", "w@2026" },
    { "fn.prev.twice@2027", "v@2025" },
    { "fn.prev.axis@b/2026", "tv@a/2026" },
    { "fn.prev.cohort@b/2026", "tv@a/2025" },
    { "fn.prev.cohort@b/2025", "" },
    { "fn.prev.cohort@a/2026", "" },
    { "fn.lag@2027", "v@2025" },
    { "fn.lag.unit", "m@2025-03" },
    { "fn.window@2028", "v@2026 v@2027 v@2028" },
    { "fn.window@2025", "v@2025" },
    { "fn.window.parameter@2029", "v@2028 v@2029 antal" },
    { "fn.window.unit", "m@2026-02 m@2026-03 antal.mdr" },
    { "fn.cumulate@2027", "v@2025 v@2026 v@2027" },
    { "fn.total@2026",
      "m@2026-01 m@2026-02 m@2026-03 m@2026-04 m@2026-05 m@2026-06 m@2026-07 m@2026-08 "
      "m@2026-09 m@2026-10 m@2026-11 m@2026-12" },
    { "fn.monthly", "v@2026" },
    { "fn.printed@2026", "s@2026" },
    { "fn.reprice@2026", "belob@2026 pris.indeks@2027 pris.indeks@2025" },
    { "unit.default@2026", "standard@2026" },
    { "standard@2026", "v@2026" },
    { "standard@2027", "" },
    { "v@2025", "" },
  };
  g_autoptr (LvModel) model = lv_test_load ("functions");
  g_autoptr (LvState) state = lv_state_new (model);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    expect_parts (state, rows[i][0], rows[i][1]);
  lv_test_set (state, "valg", "b");
  lv_test_set (state, "valgaar", "2029");
  expect_parts (state, "fn.at.choice", "valg t@b");
  expect_parts (state, "fn.at.two", "valg valgaar tv@b/2029");
  lv_test_set (state, "antal", "3");
  expect_parts (state, "fn.window.parameter@2029", "v@2027 v@2028 v@2029 antal");
  lv_test_set (state, "s@2026", "77"); /* printed() still shows the source's number */
  expect_printed (state, "fn.printed", "2026");
  lv_test_set (state, "v@2026", "3"); /* the other branch now */
  expect_parts (state, "fn.if@2026", "v@2026 w@2026");
}

/* change() shows both worlds, each with what it looked at there. */
static void
test_reference (void)
{
  g_autoptr (LvModel) model = lv_test_load ("change");
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvExplanation) tree = NULL;
  g_autofree char *now = NULL;
  g_autofree char *then = NULL;

  lv_test_set (state, "valg", "4");
  expect_parts (state, "x.aendring@2026", "x@2026 x@2026*");
  expect_parts (state, "bliver-ukendt", "valg ukendt valg*");
  expect_parts (state, "lager.aendring@2027", "lager@2027 lager@2027*");
  tree = explain (state, "x.aendring@2026", 3);
  now = parts_of (g_ptr_array_index (tree->parts, 0));
  then = parts_of (g_ptr_array_index (tree->parts, 1));
  g_assert_cmpstr (now, ==, "valg antagelse v@2026");
  g_assert_cmpstr (then, ==, "valg* antagelse v@2026");
  g_assert_cmpfloat (((LvExplanation *) g_ptr_array_index (tree->parts, 0))->value.number, ==, 24);
  g_assert_cmpfloat (((LvExplanation *) g_ptr_array_index (tree->parts, 1))->value.number, ==, 12);
}

/* What counts through change() or measures() alone is no source of the grundprognose: without the flag, a
 * chart named every document that any assumption below it came from. */
static void
test_changes (void)
{
  g_autoptr (LvModel) model = lv_test_load ("change");
  g_autoptr (LvModel) measures = lv_test_load ("measures");
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvState) other = lv_state_new (measures);
  g_autoptr (LvExplanation) tree = explain (state, "x.aendring@2026", 2);
  g_autoptr (LvExplanation) effects = explain (other, "udgift.by@a/2026", 2);
  const LvExplanation *now = g_ptr_array_index (tree->parts, 0);

  for (guint i = 0; i < tree->parts->len; i++)
    g_assert_true (((LvExplanation *) g_ptr_array_index (tree->parts, i))->changes);
  g_assert_false (((LvExplanation *) g_ptr_array_index (now->parts, 0))->changes);
  for (guint i = 0; i < effects->parts->len; i++)
    g_assert_true (((LvExplanation *) g_ptr_array_index (effects->parts, i))->changes);
}

static void
test_measures (void)
{
  g_autoptr (LvModel) model = lv_test_load ("measures");
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (GString) months = g_string_new ("grund@2026");
  g_autofree char *found = NULL;
  g_autoptr (LvExplanation) tree = NULL;

  expect_parts (state, "udgift.by@a/2026", "flere#effect.3@2026 pr-by#effect.1@a/2026");
  expect_parts (state, "udgift.by@b/2026", "pr-by#effect.1@b/2026");
  expect_parts (
      state, "udgift.af-by@2026",
      "pr-by#effect.2@a/2026 pr-by#effect.2@b/2026 pr-by#effect.2@c/2026 pr-by#effect.2@d/2026");
  tree = explain (state, "udgift@2026", 1);
  found = parts_of (tree);
  g_assert_cmpuint (tree->parts->len, ==,
                    1 + 3 + 12 + 12 + 1); /* base, three by year, two by month */
  g_assert_cmpint (strstr (found, "maanedlig#effect.1@2026-01") != NULL, ==, TRUE);
  g_assert_cmpint (strstr (found, "maanedlig#effect.1@2025-12") == NULL, ==, TRUE);
}

static void
test_sources (void)
{
  static const struct
  {
    const char *cells, *source, *place, *why;
  } rows[] = {
    { "trykt@2026", "rapport", "tabel 1", NULL }, { "trykt@2027", "bilag", "side 9", NULL },
    { "vaekst", "rapport", "tekst", NULL },       { "loeft@2026", NULL, NULL, "Ikke besluttet" },
    { "udgift@2026", NULL, NULL, NULL },
  };
  g_autoptr (LvModel) model = lv_test_load ("scenarios");
  g_autoptr (LvState) state = lv_state_new (model);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LvExplanation) self = explain (state, rows[i].cells, 1);

      g_assert_cmpstr (self->source, ==, rows[i].source);
      g_assert_cmpstr (self->place, ==, rows[i].place);
      g_assert_cmpstr (self->why, ==, rows[i].why);
    }
}

static void
test_text (void)
{
  g_autoptr (LvModel) model = lv_test_load ("scenarios");
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvExplanation) total = explain (state, "i-alt", 1);
  g_autoptr (LvExplanation) deep = explain (state, "udgift@2026", 10);
  g_autofree char *title = lv_explanation_title (deep);
  g_autofree char *text = NULL;

  g_assert_cmpstr (total->formula, ==, "sum(udgift.alle, aar)");
  g_assert_cmpstr (total->words, ==, "summen af Udgift i alle aar over År");
  g_assert_cmpstr (title, ==, "Udgift, 2026");
  lv_test_set (state, "loeft@2026", "5");
  g_clear_pointer (&deep, lv_explanation_free);
  deep = explain (state, "udgift@2026", 10);
  text = lv_explanation_to_text (deep, state);
  g_assert_cmpstr (
      text, ==,
      "Udgift, 2026: 115 mio. kr. (derived) = Trykt + change(Vokser) + Loeft pr. aar\n"
      "  Trykt, 2026: 110 mio. kr. (published) – Rapporten, tabel 1\n"
      "  Vokser, 2026: 4 mio. kr. (derived) = Vaekst pr. aar × position(År) × step(År)\n"
      "    Vaekst pr. aar: 2 mio. kr. pr. år (published) – Rapporten, tekst\n"
      "  Vokser, 2026 [reference]: 4 mio. kr. (derived) = Vaekst pr. aar × position(År) × "
      "step(År)\n"
      "    Vaekst pr. aar [reference]: 2 mio. kr. pr. år (published) – Rapporten, tekst\n"
      "  Loeft pr. aar, 2026: 5 mio. kr. (aendret) – Ikke besluttet\n");
}

/* Every branch of every headline number of the shipped pack ends in a figure that says where it is
 * from. */
static void
check_leaves (const LvExplanation *self, guint *leaves)
{
  for (guint i = 0; i < self->parts->len; i++)
    check_leaves (g_ptr_array_index (self->parts, i), leaves);
  if (self->parts->len > 0 || !lv_node_is_input (self->node))
    return;
  g_test_message ("%s", lv_node_id (self->node));
  if (lv_node_measure (self->node) == NULL
      && !(lv_node_parameter (self->node) != NULL
           && lv_node_parameter (self->node)->role == LV_ROLE_VIEW))
    g_assert_cmpint (self->source != NULL || self->why != NULL, ==, TRUE);
  (*leaves)++;
}

static void
expect_operands (const LvState *state, const LvExplanation *told)
{
  g_autoptr (LvExplanation) self = lv_explain_operands (state, told->node, told->cell);
  g_autofree char *all = parts_of (told);
  g_autofree char *own = parts_of (self);

  g_assert_cmpstr (own, ==, all);
  g_assert_null (self->words);
}

static void
test_real (void)
{
  g_autoptr (LvModel) model = lv_test_load ("data/aarhus-2025");
  g_autoptr (LvState) state = lv_state_new (model);

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);
      gsize cells = lv_shape_cells (lv_node_shape (node));
      gsize cell = cells;
      guint leaves = 0;

      while (cell > 0 && !lv_node_present (model, node, cell - 1))
        cell--;
      if (cell == 0 || lv_node_is_hidden (node))
        continue;
      {
        g_autoptr (LvExplanation) tree = lv_explain (state, node, cell - 1, 50);

        check_leaves (tree, &leaves);
        expect_operands (state, tree);
      }
      if (g_str_equal (lv_node_id (node), "merforbrug"))
        g_assert_cmpuint (leaves, >=, 10);
    }
}

/* Stocks of assumptions alone draw on no source, around their loop either; what they cost does. */
static void
test_sourced (void)
{
  g_autoptr (LvModel) model = lv_test_load ("data/aarhus-2025");

  g_assert_false (lv_node_is_sourced (lv_model_find (model, "hjem.gade")));
  g_assert_false (lv_node_is_sourced (lv_model_find (model, "hjem.tilgang")));
  g_assert_true (lv_node_is_sourced (lv_model_find (model, "hjem.netto.aar")));
  g_assert_true (lv_node_is_sourced (lv_model_find (model, "omraade.merforbrug")));
  g_assert_true (lv_node_is_sourced (lv_model_find (model, "merforbrug.trykt")));
}

/* A loop is walked back to its start, each cell once. */
static void
test_loop (void)
{
  g_autoptr (LvModel) model = lv_test_load_text (
      "[formula x]\ntitle=X\nunit=tal\naxes=aar\nvalue=prev(x, pris.indeks) + prev(x, 0)\n");
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvExplanation) tree = explain (state, "x@2029", 100);
  const LvExplanation *at = tree;
  guint depth = 0;

  while (at->parts->len > 0)
    {
      g_assert_cmpuint (at->parts->len, ==, 1);
      at = g_ptr_array_index (at->parts, 0);
      depth++;
    }
  g_assert_cmpuint (depth, ==, 5);
  g_assert_cmpstr (lv_node_id (at->node), ==, "pris.indeks");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/explain/functions", test_functions);
  g_test_add_func ("/model/explain/reference", test_reference);
  g_test_add_func ("/model/explain/changes", test_changes);
  g_test_add_func ("/model/explain/measures", test_measures);
  g_test_add_func ("/model/explain/sources", test_sources);
  g_test_add_func ("/model/explain/text", test_text);
  g_test_add_func ("/model/explain/loop", test_loop);
  g_test_add_func ("/model/explain/real", test_real);
  g_test_add_func ("/model/explain/sourced", test_sourced);
  return g_test_run ();
}
