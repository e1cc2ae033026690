/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison is found again from the passport of any of its tables, whichever scenarios somebody ticked. */
#include "lv-cli-beside.h"

#include "lv-bilag.h"

#include <string.h>

#define N 4

static LvModel *model;
static LvState *states[N];
static LvSide sides[N];

static const double growth[N] = { 13.5, 10, 8, 6 };

static void
make_sides (void)
{
  static const char *const titles[N] = { "Grundprognose", "Ti", "Otte", "Seks" };
  const LvNode *node = lv_model_find (model, "ta.vaekst");

  for (guint i = 0; i < N; i++)
    {
      states[i] = lv_state_new (model);
      if (i > 0)
        lv_state_set (states[i], node, 0, growth[i]);
      lv_state_update (states[i]);
      sides[i] = (LvSide){ .title = titles[i], .state = states[i] };
    }
}

/* What somebody exports who ticks the sides of @mask, of which @own is the file's own. */
static LvBilag *
exported (guint mask, guint own, GPtrArray *ticked)
{
  GDate today;
  const LvItem *attachment
      = lv_pack_find_kind (lv_model_pack (model), LV_KIND_ATTACHMENT, "bilag-sammenligning");

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 29, G_DATE_NOVEMBER, 2026);
  for (guint i = 0; i < N; i++)
    if (mask & 1u << i)
      g_ptr_array_add (ticked, &sides[i]);
  return lv_bilag_new_beside (attachment, &sides[own], states[0], &today, ticked);
}

static void
find_again (guint mask, guint own)
{
  g_autoptr (GPtrArray) ticked = g_ptr_array_new ();
  g_autoptr (LvBilag) bilag = exported (mask, own, ticked);
  g_autoptr (LvPassport) passport = lv_passport_new (states[own], states[0], NULL, sides[own].title);
  guint n = 0;

  for (guint i = 0; i < bilag->parts->len; i++)
    {
      const LvPart *part = g_ptr_array_index (bilag->parts, i);
      g_autofree char *id = lv_passport_id (passport, bilag->attachment, part->what);
      g_auto (LvBeside) found = { 0 };

      if (bilag->beside == NULL || strstr (part->what, bilag->beside) == NULL)
        continue;
      g_assert_true (lv_beside_find (sides, N, id, &found));
      g_assert_cmpstr (found.what, ==, part->what);
      g_assert_true (found.own == &sides[own]);
      g_assert_cmpuint (found.sides->len, ==, ticked->len);
      for (guint s = 0; s < ticked->len; s++)
        g_assert_true (((const LvSide *) g_ptr_array_index (found.sides, s))->state
                       == ((const LvSide *) g_ptr_array_index (ticked, s))->state);
      n++;
    }
  g_assert_cmpuint (n, >=, 2);
}

/* Two to four, next to each other and not, and the file of each scenario in them. */
static void
test_any (void)
{
  static const guint masks[] = { 1 | 8, 1 | 2 | 8, 1 | 4 | 8, 1 | 2 | 4 | 8 };

  for (gsize m = 0; m < G_N_ELEMENTS (masks); m++)
    for (guint own = 0; own < N; own++)
      if (masks[m] & 1u << own)
        find_again (masks[m], own);
}

static void
test_none (void)
{
  g_auto (LvBeside) found = { 0 };

  g_assert_false (lv_beside_find (sides, N, "00000000", &found));
}

/* Whoever reads the file sees what stands beside each other. */
static void
test_titles (void)
{
  g_autoptr (GPtrArray) ticked = g_ptr_array_new ();
  g_autoptr (LvBilag) bilag = exported (1 | 2 | 8, 1, ticked);

  g_assert_cmpstr (bilag->beside_titles, ==, "Grundprognose; Ti; Seks");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  int code;

  g_test_init (&argc, &argv, NULL);
  model = lv_model_load (folder, NULL, problems);
  g_assert_nonnull (model);
  make_sides ();
  g_test_add_func ("/beside/any", test_any);
  g_test_add_func ("/beside/none", test_none);
  g_test_add_func ("/beside/titles", test_titles);
  code = g_test_run ();
  for (guint i = 0; i < N; i++)
    lv_state_free (states[i]);
  lv_model_free (model);
  return code;
}
