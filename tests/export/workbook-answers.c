/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the application writes as the value of each formula of one workbook Beregning, after one change after the other:
 * the model stays loaded, and no file is written. For test-workbooks.py, which asks other programs the same.
 *
 * usage: workbook-answers PACK ATTACHMENT [--document FILE] [--scenario NAME]
 *
 * A line of standard input is an order and a change, with tabs between: ORDER KIND ID PROPERTY MEMBERS VALUE...
 * "keep" makes it part of where every change begins, "start" tells all values there, and "try" changes that alone, to
 * the first VALUE within the pack's limits. The answer to "try" says which "value" that was, if there was one, and then
 * every cell that is another than at the start: sheet, row and column (from 0), "number" or "text" and what it is, or
 * "gone" when there is no formula now; to the line "end". */
#include "lv-action-plan.h"
#include "lv-calculation.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

void __wrap_lv_workbook_formula (LvWorkbook *self, LvCellPlace at, const char *formula, double value,
                                 LvStyle style, int decimals);
void __wrap_lv_workbook_formula_text (LvWorkbook *self, LvCellPlace at, const char *formula, const char *value,
                                      LvStyle style);
void __wrap_lv_workbook_number (LvWorkbook *self, LvCellPlace at, double value, LvStyle style, int decimals);

typedef struct
{
  LvModel *model;
  LvState *base;
  const LvItem *attachment;
  const LvItem *scenario; /* (nullable) */
  LvScenario *kept;
  GHashTable *before;     /* place -> what the cell says before the change */
} Answers;

/* Place -> value of the workbook on its way. */
static GHashTable *cells;

static void
note (const LvWorkbook *book, LvCellPlace at, const char *kind, const char *value)
{
  g_assert_null (strpbrk (value, "\t\n"));
  g_hash_table_insert (cells,
                       g_strdup_printf ("%s\t%u\t%u", lv_workbook_sheet_title (book, at.sheet), at.row, at.column),
                       g_strdup_printf ("%s\t%s", kind, value));
}

/* The linker puts this in the place of lv_workbook_formula(). */
void
__wrap_lv_workbook_formula (LvWorkbook *self, LvCellPlace at, const char *formula, double value, LvStyle style,
                            int decimals)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isfinite (value))
    note (self, at, "number", g_ascii_dtostr (buffer, sizeof buffer, value));
  else
    note (self, at, "text", "#N/A");
}

void
__wrap_lv_workbook_formula_text (LvWorkbook *self, LvCellPlace at, const char *formula, const char *value,
                                 LvStyle style)
{
  note (self, at, "text", value);
}

/* What is missing is written as a formula. */
void
__wrap_lv_workbook_number (LvWorkbook *self, LvCellPlace at, double value, LvStyle style, int decimals)
{
  if (!isfinite (value))
    note (self, at, "text", "#N/A");
}

static GHashTable *
write_cells (const Answers *self, const LvState *state)
{
  const LvWorkbookInfo info = { .title = "", .year = 2026, .month = 11, .day = 21 };
  g_autoptr (LvWorkbook) book = lv_workbook_new (NULL, &info, NULL);
  g_autoptr (LvPassport) passport = lv_passport_new (state, self->base, NULL, "");
  const LvSide side = { .title = "", .state = state };
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, 11, 2026);
  cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_assert_true (lv_calculation_write (book, self->attachment, &side, self->base, passport, "", &today));
  return g_steal_pointer (&cells);
}

/* Returns: (transfer full) (nullable): where @changes lead; %NULL when there are @problems, as the pack's limits forbid
 * them */
static LvState *
state_of (const Answers *self, LvScenario *changes, LvProblems *problems)
{
  g_autoptr (LvState) state = lv_state_new (self->model);
  const LvPack *pack = lv_model_pack (self->model);

  if (self->scenario != NULL)
    {
      lv_state_apply (state, pack, self->scenario->detail, problems);
      g_free (changes->parent);
      changes->parent = g_strdup (self->scenario->id);
    }
  lv_state_apply (state, pack, changes, problems);
  if (lv_problems_count (problems) > 0)
    return NULL;
  lv_state_update (state);
  return g_steal_pointer (&state);
}

static void
change (LvScenario *scenario, char **words, const char *value)
{
  LvChangeKind kind = strcmp (words[1], "measure") == 0 ? LV_CHANGE_MEASURE : LV_CHANGE_SET;

  lv_scenario_set (scenario, kind, words[2], words[3][0] != '\0' ? words[3] : NULL, words[4], value);
}

static void
tell (const Answers *self, GHashTable *after)
{
  GHashTableIter iter;
  gpointer place;
  gpointer value;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &place, &value))
    if (self->before == NULL || g_strcmp0 (g_hash_table_lookup (self->before, place), value) != 0)
      printf ("%s\t%s\n", (const char *) place, (const char *) value);
  if (self->before == NULL)
    return;
  g_hash_table_iter_init (&iter, self->before);
  while (g_hash_table_iter_next (&iter, &place, &value))
    if (!g_hash_table_contains (after, place))
      printf ("%s\tgone\t\n", (const char *) place);
}

static void
try (Answers *self, char **words)
{
  for (guint i = 5; words[i] != NULL; i++)
    {
      g_autoptr (LvScenario) changes = lv_scenario_copy (self->kept);
      g_autoptr (LvProblems) problems = lv_problems_new ();
      g_autoptr (LvState) state = NULL;
      g_autoptr (GHashTable) after = NULL;

      change (changes, words, words[i]);
      state = state_of (self, changes, problems);
      if (state == NULL)
        continue;
      printf ("value\t%s\n", words[i]);
      after = write_cells (self, state);
      tell (self, after);
      return;
    }
}

/* A start that the pack's limits forbid ends the test. */
static void
start (Answers *self)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvState) state = state_of (self, self->kept, problems);
  g_autoptr (GHashTable) after = NULL;

  if (state == NULL)
    g_error ("%s: %s", lv_problems_get (problems, 0)->key, lv_problems_get (problems, 0)->text);
  after = write_cells (self, state);
  tell (self, after);
  self->before = g_steal_pointer (&after);
}

static void
take_line (Answers *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, "\t", -1);

  if (strcmp (words[0], "start") == 0)
    start (self);
  else
    g_assert_cmpuint (g_strv_length (words), >=, 6);
  if (strcmp (words[0], "keep") == 0)
    {
      change (self->kept, words, words[5]);
      return;
    }
  if (strcmp (words[0], "try") == 0)
    try (self, words);
  printf ("end\n");
}

static void
load (Answers *self, int argc, char **argv)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  const char *document = NULL;
  const char *scenario = NULL;
  LvPack *pack;

  for (int i = 3; i + 1 < argc; i += 2)
    *(strcmp (argv[i], "--document") == 0 ? &document : &scenario) = argv[i + 1];
  self->model = document != NULL ? lv_model_load_over (argv[1], document, problems, problems)
                                 : lv_model_load (argv[1], NULL, problems);
  g_assert_nonnull (self->model);
  lv_plan_order_model (self->model);
  pack = (LvPack *) lv_model_pack (self->model);
  self->attachment = lv_pack_find_kind (pack, LV_KIND_ATTACHMENT, argv[2]);
  g_assert_nonnull (self->attachment);
  self->scenario = scenario != NULL ? lv_pack_find_kind (pack, LV_KIND_SCENARIO, scenario) : NULL;
  g_assert_true (scenario == NULL || self->scenario != NULL);
  self->base = lv_state_new (self->model);
  self->kept = lv_scenario_new ("kept", "kept");
}

int
main (int argc, char **argv)
{
  Answers self = { 0 };
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  gsize end;
  char *line;

  g_return_val_if_fail (argc >= 3, 2);
  setlocale (LC_ALL, "");
  load (&self, argc, argv);
  while (g_io_channel_read_line (input, &line, NULL, &end, NULL) == G_IO_STATUS_NORMAL)
    {
      line[end] = '\0';
      take_line (&self, line);
      g_free (line);
    }
  g_clear_pointer (&self.before, g_hash_table_unref);
  lv_scenario_free (self.kept);
  lv_state_free (self.base);
  lv_model_free (self.model);
  return fflush (stdout) != 0;
}
