/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios and files beside each other. What it protects: values, differences with sign, which of them
 * is of the numbers as shown, and which inputs make the difference, with each side's reason. */
#include "lv-compare.h"
#include "lv-test.h"

#include <math.h>

static LvModel *model;

/* Sides made of scenarios of the model, the grundprognose for NULL. */
typedef struct
{
  LvState *states[LV_MAX_SIDES];
  LvCompare *compare;
} Case;

static void
case_init (Case *self, const char *const *scenarios, guint n)
{
  LvSide sides[LV_MAX_SIDES];

  for (guint i = 0; i < n; i++)
    {
      self->states[i] = lv_test_state (model, scenarios[i]);
      sides[i] = (LvSide){ scenarios[i] != NULL ? scenarios[i] : "grund", self->states[i],
                           lv_test_scenario (model, scenarios[i]) };
    }
  self->compare = lv_compare_new (sides, n);
}

static void
case_clear (Case *self)
{
  for (guint i = 0; i < self->compare->n; i++)
    lv_state_free (self->states[i]);
  lv_compare_free (self->compare);
}

static void
add (LvCompare *compare, const char *cells)
{
  gsize cell;
  const LvNode *node = lv_test_cell (model, cells, &cell);
  g_auto (GStrv) parts = g_strsplit (cells, "@", 2);
  g_autofree char *reason = NULL;
  LvPlace place;

  g_assert_cmpint (lv_place_parse (parts[1] != NULL ? parts[1] : "", lv_node_shape (node), &place, &reason),
                   ==, TRUE);
  lv_compare_add (compare, node, &place);
}

static const LvCompareRow *
row (const Case *self, guint index)
{
  return g_ptr_array_index (self->compare->rows, index);
}

static void
test_values (void)
{
  static const char *const scenarios[] = { NULL, "spar", "sent" };
  Case self;
  g_autofree char *by = NULL;
  g_autofree char *none = NULL;

  case_init (&self, scenarios, 3);
  add (self.compare, "gab@2026..2027");
  add (self.compare, "budget@2029");
  g_assert_cmpuint (self.compare->rows->len, ==, 3);
  g_assert_cmpstr (row (&self, 0)->title, ==, "Gab, 2026");
  g_assert_cmpfloat (row (&self, 0)->cells[0].value.number, ==, 14);
  g_assert_cmpfloat_with_epsilon (row (&self, 0)->cells[1].exact, -24.6, 1e-12);
  g_assert_cmpfloat_with_epsilon (row (&self, 0)->cells[2].exact, -12.6, 1e-12);
  g_assert_cmpint (row (&self, 0)->cells[0].way, ==, LV_COMPARE_SAME);
  g_assert_cmpint (row (&self, 0)->cells[1].way, ==, LV_COMPARE_DOWN);
  g_assert_cmpint (row (&self, 2)->cells[1].way, ==, LV_COMPARE_SAME);
  by = lv_compare_difference (self.compare, row (&self, 0), 1);
  g_assert_cmpstr (by, ==, "-25 mio. kr."); /* 14 to -11 */
  none = lv_compare_difference (self.compare, row (&self, 2), 1);
  g_assert_cmpstr (none, ==, "0 mio. kr.");
  case_clear (&self);
}

/* 0,5 each way: 7 to 8 is shown as 1 though it is 0,6; 35 to 35,5 as 1 though it is 0,5. */
static void
test_shown (void)
{
  g_autoptr (LvState) a = lv_state_new (model);
  g_autoptr (LvState) b = lv_state_new (model);
  const LvSide sides[] = { { "a", a, NULL }, { "b", b, NULL } };
  g_autoptr (LvCompare) compare = NULL;
  const LvCompareRow *first;
  g_autofree char *words = NULL;
  g_autofree char *unseen = NULL;

  lv_test_set (a, "loft@2029", "-0.4"); /* 35,4: shown as 35 */
  lv_test_set (b, "loft@2029", "-0.6"); /* 35,6: shown as 36 */
  lv_test_set (b, "loft@2028", "-0.2"); /* 28,2 against 28 */
  compare = lv_compare_new (sides, 2);
  add (compare, "gab@2028..2029");
  first = g_ptr_array_index (compare->rows, 1);
  g_assert_cmpfloat_with_epsilon (first->cells[1].exact, 0.2, 1e-12);
  g_assert_cmpfloat (first->cells[1].shown, ==, 1);
  g_assert_cmpint (first->cells[1].rounded, ==, TRUE);
  g_assert_cmpint (first->cells[1].way, ==, LV_COMPARE_UP);
  words = lv_compare_sentence (compare, first, 1);
  g_assert_cmpstr (words, ==, "Gab, 2029: 36 mio. kr. (b), 35 mio. kr. (a): +1 mio. kr.");
  first = g_ptr_array_index (compare->rows, 0);
  g_assert_cmpint (first->cells[1].way, ==, LV_COMPARE_UNSEEN);
  g_assert_cmpfloat (first->cells[1].shown, ==, 0);
  g_assert_cmpint (first->cells[1].rounded, ==, FALSE);
  unseen = lv_compare_sentence (compare, first, 1);
  g_assert_cmpstr (unseen, ==, "Gab, 2028: 28 mio. kr. (b), 28 mio. kr. (a)");
}

static void
test_other_values (void)
{
  g_autoptr (LvState) a = lv_state_new (model);
  g_autoptr (LvState) b = lv_state_new (model);
  const LvSide sides[] = { { "a", a, NULL }, { "b", b, NULL } };
  g_autoptr (LvCompare) compare = lv_compare_new (sides, 2);
  g_autofree char *month = NULL;
  const LvCompareRow *one;

  lv_test_set (b, "fra", "2027-05");
  lv_test_set (b, "ordning", "on");
  lv_test_set (b, "ukendt", "3");
  add (compare, "fra");
  add (compare, "ordning");
  add (compare, "ukendt");
  add (compare, "maalt@2026");
  for (guint i = 0; i < 2; i++)
    {
      one = g_ptr_array_index (compare->rows, i);
      g_assert_cmpint (one->cells[1].way, ==, LV_COMPARE_OTHER);
      g_assert_cmpint (isnan (one->cells[1].exact), ==, TRUE);
    }
  for (guint i = 2; i < 4; i++)
    {
      one = g_ptr_array_index (compare->rows, i);
      g_assert_cmpint (one->cells[1].way, ==, LV_COMPARE_MISSING);
    }
  month = lv_compare_sentence (compare, g_ptr_array_index (compare->rows, 0), 1);
  g_assert_cmpstr (month, ==, "Fra: 2027-05 (b), 2026-01 (a)");
}

static void
test_heads (void)
{
  static const char *const scenarios[] = { NULL, "spar" };
  Case self;

  case_init (&self, scenarios, 2);
  lv_compare_add_heads (self.compare);
  g_assert_cmpuint (self.compare->rows->len, ==, 8); /* six years, all of them, pct. in 2029 */
  g_assert_cmpstr (row (&self, 6)->title, ==, "Gab i alt");
  g_assert_cmpfloat_with_epsilon (row (&self, 7)->cells[1].value.number, -100.0 * 5 / 75, 1e-12);
  case_clear (&self);
}

static char *
inputs (const LvCompare *compare)
{
  g_autoptr (GPtrArray) list = lv_compare_inputs (compare);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const LvCompareInput *input = g_ptr_array_index (list, i);

      g_string_append_printf (out, "%s%s %s%s%s:", i > 0 ? "\n" : "", lv_cause_kind_name (input->kind),
                              input->title, input->property != NULL ? " " : "",
                              input->property != NULL ? input->property : "");
      for (guint s = 0; s < compare->n; s++)
        {
          g_autofree char *text = lv_compare_input_text (compare, input, s);

          g_string_append_printf (out, " %s%s%s%s%s;", text, input->said[s] ? "!" : "",
                                  input->because[s] != NULL ? " (" : "",
                                  input->because[s] != NULL ? input->because[s] : "",
                                  input->because[s] != NULL ? ")" : "");
        }
    }
  return g_string_free (out, FALSE);
}

static void
test_inputs (void)
{
  static const char *const scenarios[] = { NULL, "spar", "sent" };
  Case self;
  g_autofree char *found = NULL;

  case_init (&self, scenarios, 3);
  found = inputs (self.compare);
  g_assert_cmpstr (found, ==,
                   "parameter Vækst i TA: 2 mio. kr. pr. år; 1 mio. kr. pr. år! (aftalt i forliget);"
                   " 1 mio. kr. pr. år! (aftalt i forliget);\n"
                   "parameter Vækst i køb: 0 mio. kr. pr. år; -2 mio. kr. pr. år!; -2 mio. kr. pr. år!;\n"
                   "parameter Pris: 100 pct.; 90 pct.!; 90 pct.!;\n"
                   "parameter Løft, 2027: 0 mio. kr.; 4 mio. kr.!; 4 mio. kr.!;\n"
                   "parameter Løft, 2028: 0 mio. kr.; 4 mio. kr.!; 4 mio. kr.!;\n"
                   "parameter Løft, 2029: 0 mio. kr.; 4 mio. kr.!; 4 mio. kr.!;\n"
                   "measure Tiltaget (on) on: off; on! (besluttet); on! (besluttet);\n"
                   "measure Tiltaget (delay) delay: 0 months; 0 months; 12 months!;\n"
                   "action Skridtet end: 2026-06-30; 2026-06-30; 2026-12-31! (udbuddet trækker ud);");
  case_clear (&self);
}

/* A value that follows another is listed only where somebody says it. */
static void
test_followed (void)
{
  g_autoptr (LvState) a = lv_state_new (model);
  g_autoptr (LvState) b = lv_state_new (model);
  const LvSide sides[] = { { "a", a, NULL }, { "b", b, NULL } };
  g_autoptr (LvCompare) compare = lv_compare_new (sides, 2);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  lv_test_set (b, "x", "2");
  one = inputs (compare);
  g_assert_cmpstr (one, ==, "parameter X: 0; 2!;");
  lv_test_set (b, "y", "0");
  two = inputs (compare);
  g_assert_cmpstr (two, ==, "parameter X: 0; 2!;\nparameter Y: 0; 0!;");
}

static void
test_files (void)
{
  g_autoptr (LvModel) left = lv_test_load_document ("analyses", "en.ligevaegt");
  g_autoptr (LvModel) right = lv_test_load_document ("analyses", "to.ligevaegt");
  g_autoptr (LvState) a = lv_test_state (left, "lokal.plan");
  g_autoptr (LvState) b = lv_test_state (right, "lokal.plan");
  const LvSide sides[] = { { "en", a, lv_test_scenario (left, "lokal.plan") },
                           { "to", b, lv_test_scenario (right, "lokal.plan") } };
  g_autoptr (LvCompare) compare = lv_compare_new (sides, 2);
  const LvCompareRow *own;
  g_autofree char *found = NULL;

  add (compare, "gab@2029");
  lv_compare_add (compare, lv_model_find (right, "lokal.virkning.anden"), NULL);
  g_assert_cmpuint (compare->rows->len, ==, 5);
  g_assert_cmpfloat (((LvCompareRow *) g_ptr_array_index (compare->rows, 0))->cells[1].exact, ==, 7);
  own = g_ptr_array_index (compare->rows, 1);
  g_assert_cmpint (own->cells[0].value.status, ==, LV_STATUS_ABSENT);
  g_assert_cmpint (own->cells[1].way, ==, LV_COMPARE_MISSING);
  g_assert_cmpfloat (own->cells[1].value.number, ==, -7);
  found = inputs (compare);
  g_assert_cmpstr (found, ==,
                   "figure Køb, udgangspunkt, 2029: 100 mio. kr.; 104 mio. kr.;\n"
                   "parameter Vækst i TA: 1 mio. kr. pr. år!; 3 mio. kr. pr. år! (ny prognose);\n"
                   "parameter Ukendt: 2 mio. kr.!; missing;\n"
                   "parameter Tal pr. gruppe, Tre: 1; absent;\n"
                   "parameter Tal pr. gruppe, Fire: absent; 1;\n"
                   "figure Egen virkning, 2026: -2 mio. kr.; absent;\n"
                   "figure Egen virkning, 2027: -2 mio. kr.; absent;\n"
                   "figure Egen virkning, 2028: -2 mio. kr.; absent;\n"
                   "figure Egen virkning, 2029: -2 mio. kr.; absent;\n"
                   "figure Anden virkning, 2026: absent; -7 mio. kr.;\n"
                   "figure Anden virkning, 2027: absent; -7 mio. kr.;\n"
                   "figure Anden virkning, 2028: absent; -7 mio. kr.;\n"
                   "figure Anden virkning, 2029: absent; -7 mio. kr.;\n"
                   "measure Eget tiltag (on) on: off; absent;\n"
                   "measure Andet tiltag (on) on: absent; on!;");
}

/* A member that the other file does not have is absent there; a choice of it has no number there. */
static void
test_members (void)
{
  g_autoptr (LvModel) left = lv_test_load_document ("analyses", "en.ligevaegt");
  g_autoptr (LvModel) right = lv_test_load_document ("analyses", "to.ligevaegt");
  g_autoptr (LvState) a = lv_test_state (left, "lokal.grupper");
  g_autoptr (LvState) b = lv_test_state (right, "lokal.grupper");
  const LvSide sides[] = { { "en", a, lv_test_scenario (left, "lokal.grupper") },
                           { "to", b, lv_test_scenario (right, "lokal.grupper") } };
  g_autoptr (LvCompare) compare = lv_compare_new (sides, 2);
  const LvCompareRow *one;

  lv_compare_add (compare, lv_model_find (left, "gruppe.tal"), NULL);
  lv_compare_add (compare, lv_model_find (left, "gruppe.valgt"), NULL);
  g_assert_cmpuint (compare->rows->len, ==, 4);
  one = g_ptr_array_index (compare->rows, 1);
  g_assert_cmpstr (one->title, ==, "Tal pr. gruppe, Voksne");
  g_assert_cmpfloat (one->cells[1].exact, ==, 1);
  one = g_ptr_array_index (compare->rows, 2);
  g_assert_cmpstr (one->title, ==, "Tal pr. gruppe, Tre");
  g_assert_cmpfloat (one->cells[0].value.number, ==, 5);
  g_assert_cmpint (one->cells[1].value.status, ==, LV_STATUS_ABSENT);
  one = g_ptr_array_index (compare->rows, 3);
  g_assert_cmpfloat (one->cells[0].value.number, ==, 2);
  g_assert_cmpfloat (one->cells[1].value.number, ==, 1);
}

/* The words of the pack that ships. */
static void
test_danish (void)
{
  static const char *const expected[]
      = { "Merforbrug, 2028: 396 mio. kr. (Scenarie) mod 410 mio. kr. (Grundprognose), 14 mio. kr. mindre",
          "Merforbrug, 2029: 514 mio. kr. (Scenarie) mod 531 mio. kr. (Grundprognose), 17 mio. kr. mindre",
          "Budget, 2029: 2.522 mio. kr., det samme i Scenarie og Grundprognose" };
  g_autoptr (LvModel) shipped = lv_test_load ("data/aarhus-2025");
  g_autoptr (LvState) a = lv_state_new (shipped);
  g_autoptr (LvState) b = lv_state_new (shipped);
  const LvSide sides[] = { { "Grundprognose", a, NULL }, { "Scenarie", b, NULL } };
  g_autoptr (LvCompare) compare = lv_compare_new (sides, 2);
  static const char *const ids[] = { "merforbrug@2028", "merforbrug@2029", "budget@2029" };

  lv_test_set (b, "ta.vaekst", "10");
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      gsize cell;
      const LvNode *node = lv_test_cell (shipped, ids[i], &cell);
      g_auto (GStrv) parts = g_strsplit (ids[i], "@", 2);
      g_autofree char *reason = NULL;
      g_autofree char *words = NULL;
      LvPlace place;

      lv_place_parse (parts[1], lv_node_shape (node), &place, &reason);
      lv_compare_add (compare, node, &place);
      words = lv_compare_sentence (compare, g_ptr_array_index (compare->rows, i), 1);
      g_assert_cmpstr (words, ==, expected[i]);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = lv_test_load ("analyses");
  g_test_add_func ("/model/compare/values", test_values);
  g_test_add_func ("/model/compare/shown", test_shown);
  g_test_add_func ("/model/compare/other-values", test_other_values);
  g_test_add_func ("/model/compare/heads", test_heads);
  g_test_add_func ("/model/compare/inputs", test_inputs);
  g_test_add_func ("/model/compare/followed", test_followed);
  g_test_add_func ("/model/compare/files", test_files);
  g_test_add_func ("/model/compare/members", test_members);
  g_test_add_func ("/model/compare/danish", test_danish);
  result = g_test_run ();
  lv_model_free (model);
  return result;
}
