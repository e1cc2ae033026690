/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario changes, in the words of an attachment: one by one for workbooks, by subject where there are many and
 * somebody reads pages, in a line on a page that holds everything; and the grundprognose beside it under its figures. */
#include "lv-bilag.h"

#include <math.h>
#include <string.h>

static LvModel *model;
static LvState *base;

static const LvItem *
attachment (const char *id)
{
  return lv_pack_find_kind (lv_model_pack (model), LV_KIND_ATTACHMENT, id);
}

static LvState *
state_of (const LvItem *scenario)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvState *state = lv_state_new (model);

  g_assert_true (lv_state_apply (state, lv_model_pack (model), scenario->detail, problems));
  lv_state_update (state);
  return state;
}

static LvBilag *
bilag_of (const char *id, const LvState *state, const LvItem *scenario)
{
  const LvSide side = { .title = "Prøve", .state = state, .scenario = scenario != NULL ? scenario->detail : NULL };
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 29, G_DATE_NOVEMBER, 2026);
  return lv_bilag_new (attachment (id), &side, base, &today);
}

static const LvGridCell *
cell_at (const LvGrid *grid, guint row, guint column)
{
  return &g_array_index (((const LvGridRow *) g_ptr_array_index (grid->rows, row))->cells, LvGridCell, column);
}

static const LvItem *
all_nine (void)
{
  return lv_pack_find_kind (lv_model_pack (model), LV_KIND_SCENARIO, "alle-ni");
}

static void
set (LvState *state, const char *id, double value)
{
  lv_state_set (state, lv_model_find (model, id), 0, value);
  lv_state_update (state);
}

/* --- Changes */

/* Returns: (transfer none): how the subject called @label changes; @at (out): where it stands */
static const char *
change_of (const LvGrid *read, const char *label, guint *at)
{
  for (guint r = 0; r < read->rows->len; r++)
    if (strcmp (((const LvGridRow *) g_ptr_array_index (read->rows, r))->label, label) == 0)
      {
        *at = r;
        return cell_at (read, r, 1)->text;
      }
  g_assert_not_reached ();
}

/* Many changes are a row for each measure with all that belongs to it; none is lost in the count, nor in the workbook. */
static void
test_by_subject (void)
{
  g_autoptr (LvState) state = state_of (all_nine ());
  g_autoptr (LvBilag) bilag = bilag_of ("bilag3", state, all_nine ());
  g_autoptr (LvGrid) all = lv_bilag_changes (bilag);
  g_autoptr (LvGrid) read = lv_bilag_changes_to_read (bilag);
  double n = 0;
  guint at;

  g_assert_cmpuint (all->rows->len, >, 80);
  g_assert_cmpuint (read->rows->len, <, all->rows->len / 4);
  for (guint r = 0; r < read->rows->len; r++)
    n += cell_at (read, r, 0)->number;
  g_assert_cmpuint ((guint) n, ==, all->rows->len);
  g_assert_nonnull (strstr (read->remark, "projektmappe"));
  g_assert_nonnull (strstr (change_of (read, "Bruttoudgift pr. helårsmodtager", &at), "ikke oplyst → 220.000"));
  g_assert_cmpstr (cell_at (read, at, 2)->text, ==, "Prøvetal");
}

/* Years that follow each other and change alike are one entry; a year between them ends it. */
static void
test_runs (void)
{
  g_autoptr (LvState) state = state_of (all_nine ());
  const LvNode *node = lv_model_find (model, "omraade.merforbrug.trykt");
  g_autoptr (LvBilag) bilag = NULL;
  g_autoptr (LvGrid) read = NULL;
  const char *text = NULL;
  gsize first = 0;

  while (!lv_node_present (model, node, first) || !lv_node_present (model, node, first + 3))
    first++;
  for (gsize i = 0; i < 4; i++)
    lv_state_set (state, node, first + i, i == 2 ? 7 : NAN);
  lv_state_update (state);
  bilag = bilag_of ("bilag3", state, all_nine ());
  read = lv_bilag_changes_to_read (bilag);
  for (guint r = 0; r < read->rows->len; r++)
    if (strcmp (((const LvGridRow *) g_ptr_array_index (read->rows, r))->label, lv_node_title (node)) == 0)
      text = cell_at (read, r, 1)->text;
  g_assert_nonnull (text);
  g_assert_cmpuint (g_strrstr (text, " – ") == NULL, ==, TRUE); /* all four were other numbers before */
  g_assert_nonnull (strstr (text, "; "));
  g_assert_nonnull (strstr (text, "→ 7 mio. kr."));
}

/* What is decided stands before what is assumed, and cells that change alike are called as people would: all of them, the
 * members by name, years from the first to the last. */
static void
test_choices_first (void)
{
  const LvItem *scenario = lv_pack_find_kind (lv_model_pack (model), LV_KIND_SCENARIO, "hjemloeshed.eksempel.boliger");
  g_autoptr (LvState) state = state_of (scenario);
  g_autoptr (LvBilag) bilag = bilag_of ("bilag-hjemloeshed", state, scenario);
  g_autoptr (LvGrid) read = lv_bilag_changes_to_read (bilag);
  g_autofree char *line = lv_bilag_changes_line (bilag);
  guint at;

  g_assert_cmpstr (change_of (read, "Flere boliger pr. år", &at), ==, "2027 – 2031: 0 boliger pr. år → 10 boliger pr. år");
  g_assert_cmpuint (at, ==, 0);
  g_assert_cmpstr (change_of (read, "Ved start: hvor længe borgere har været på forsorgshjem (vægte)", &at), ==,
                   "alle: ikke oplyst → 1");
  g_assert_cmpuint (at, >, 2);
  g_assert_cmpstr (change_of (read, "Fra forsorgshjem til varig løsning", &at), ==,
                   "18-24 år og 25 år og derover: ikke oplyst → 1 pct. pr. måned");
  g_assert_true (g_str_has_prefix (change_of (read, "Varig løsning: fordeling (vægte)", &at),
                                   "18-24 år: ikke oplyst → 1; 25 år og derover: ikke oplyst → 1; Ældre med plejebehov, "));
  g_assert_nonnull (strstr (line, "(154): Flere boliger pr. år (5); "));
}

/* A few changes stand as they are. */
static void
test_few (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvBilag) bilag = NULL;
  g_autoptr (LvGrid) read = NULL;
  g_autofree char *line = NULL;

  set (state, "ta.vaekst", 10);
  bilag = bilag_of ("bilag-faktaark", state, NULL);
  read = lv_bilag_changes_to_read (bilag);
  line = lv_bilag_changes_line (bilag);
  g_assert_cmpuint (read->rows->len, ==, 1);
  g_assert_null (read->remark);
  g_assert_true (g_str_has_prefix (line, "Ændringer i forhold til grundprognosen (1): Vækst i tabt arbejdsfortjeneste"));
  g_assert_cmpstr (strrchr (line, ':'), ==, ": 13,5 mio. kr. pr. år → 10 mio. kr. pr. år");
}

static void
test_line (void)
{
  g_autoptr (LvState) state = state_of (all_nine ());
  g_autoptr (LvBilag) many = bilag_of ("bilag-faktaark", state, all_nine ());
  g_autoptr (LvBilag) none = bilag_of ("bilag-faktaark", base, NULL);
  g_autofree char *line = lv_bilag_changes_line (many);

  g_assert_null (lv_bilag_changes_line (none));
  g_assert_cmpuint (g_utf8_strlen (line, -1), <, 600);
  g_assert_nonnull (strstr (line, "1. Øget styring og kvalitet i sagsbehandlingen (9); "));
  g_assert_nonnull (strstr (line, "; og "));
}

/* --- Under figures */

static const LvPart *
figure_part (const LvBilag *bilag, const char *chart)
{
  for (guint i = 0; i < bilag->parts->len; i++)
    {
      const LvPart *part = g_ptr_array_index (bilag->parts, i);

      if (part->chart != NULL && strcmp (part->chart->id, chart) == 0)
        return part;
    }
  return NULL;
}

/* Each number that the scenario moves has the grundprognose's before it; what it does not move stands once. */
static void
test_columns (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvBilag) bilag = NULL;
  const LvGrid *grid;

  set (state, "ta.vaekst", 10);
  bilag = bilag_of ("bilag1", state, NULL);
  grid = figure_part (bilag, "figur.o.budget")->grid;
  g_assert_cmpuint (grid->heads->len, ==, 5);
  g_assert_cmpstr (g_ptr_array_index (grid->heads, 0), ==, "Budget");
  g_assert_cmpstr (g_ptr_array_index (grid->heads, 1), ==, "Merforbrug, grundprognose");
  g_assert_cmpstr (g_ptr_array_index (grid->heads, 2), ==, "Merforbrug, scenarie");
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvGridCell *before = cell_at (grid, r, 1);
      const LvGridCell *after = cell_at (grid, r, 2);

      g_assert_true (before->of_base && !after->of_base && before->node == after->node && before->cell == after->cell);
      g_assert_cmpfloat (lv_bilag_value (bilag, before).number, ==, lv_state_number (base, before->node, before->cell));
      g_assert_cmpfloat (lv_bilag_value (bilag, after).number, ==, lv_state_number (state, after->node, after->cell));
      g_assert_cmpfloat (lv_bilag_value (bilag, before).number, !=, lv_bilag_value (bilag, after).number);
    }
}

/* Where that were too many columns, the grundprognose has rows. */
static void
test_rows (void)
{
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvBilag) plain = bilag_of ("bilag1", base, NULL);
  g_autoptr (LvBilag) bilag = NULL;
  const LvGrid *grid;
  const LvGrid *before;
  guint n = 0;

  set (state, "ta.vaekst", 10);
  bilag = bilag_of ("bilag1", state, NULL);
  grid = figure_part (bilag, "figur.o.omraader")->grid;
  before = figure_part (plain, "figur.o.omraader")->grid;
  g_assert_cmpuint (grid->heads->len, ==, before->heads->len);
  for (guint r = 0; r < grid->rows->len; r++)
    n += cell_at (grid, r, 0)->of_base;
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (grid->rows->len, ==, before->rows->len + n);
  g_assert_cmpstr (((const LvGridRow *) g_ptr_array_index (grid->rows, 0))->label, ==, "2024");
  g_assert_cmpstr (((const LvGridRow *) g_ptr_array_index (grid->rows, 1))->label, ==, "2025, grundprognose");
  g_assert_cmpstr (((const LvGridRow *) g_ptr_array_index (grid->rows, 2))->label, ==, "2025, scenarie");
}

/* What the grundprognose does not know, a figure does not show, nor its table. */
static void
test_unknown_before (void)
{
  g_autoptr (LvBilag) plain = bilag_of ("bilag-hjemloeshed", base, NULL);
  const LvItem *example = lv_pack_find_kind (lv_model_pack (model), LV_KIND_SCENARIO, "hjemloeshed.eksempel");
  g_autoptr (LvState) state = state_of (example);
  g_autoptr (LvBilag) bilag = bilag_of ("bilag-hjemloeshed", state, example);
  guint n = 0;

  g_assert_cmpuint (plain->parts->len, ==, bilag->parts->len);
  for (guint i = 0; i < bilag->parts->len; i++)
    {
      const LvPart *part = g_ptr_array_index (bilag->parts, i);

      for (guint c = 0; part->chart != NULL && c < part->grid->heads->len; c++)
        {
          gboolean known = FALSE;
          gboolean of_base = part->grid->rows->len > 0 && cell_at (part->grid, 0, c)->of_base;

          n++;
          for (guint r = 0; of_base && r < part->grid->rows->len; r++)
            known = known || !isnan (lv_bilag_value (bilag, cell_at (part->grid, r, c)).number);
          g_assert_true (!of_base || known);
        }
    }
  g_assert_cmpuint (n, >, 10);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autofree char *file
      = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "ta", "alle-ni.ligevaegt", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvProblems) unplaced = lv_problems_new ();
  int code;

  g_test_init (&argc, &argv, NULL);
  model = lv_model_load_over (folder, file, problems, unplaced);
  g_assert_nonnull (model);
  base = lv_state_new (model);
  g_test_add_func ("/changes/by-subject", test_by_subject);
  g_test_add_func ("/changes/runs", test_runs);
  g_test_add_func ("/changes/choices-first", test_choices_first);
  g_test_add_func ("/changes/few", test_few);
  g_test_add_func ("/changes/line", test_line);
  g_test_add_func ("/figures/columns", test_columns);
  g_test_add_func ("/figures/rows", test_rows);
  g_test_add_func ("/figures/unknown-before", test_unknown_before);
  code = g_test_run ();
  lv_state_free (base);
  lv_model_free (model);
  return code;
}
