/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The status of a plan on a page: how many are how far, what is late or without status, what comes next, and
 * the goals. */
#include "lv-action-table-private.h"

#include "lv-action-plan.h"
#include "lv-number.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

/* What a page has room for, unless the sheet says it; the list itself has all. */
#define MOST_ROWS 6

typedef struct
{
  const LvPack *pack;
  const LvSheet *sheet;
  const LvState *state;
  const LvState *base;
  const GDate *today;
  GPtrArray *actions; /* LvAction */
  guint months;
} Status;

static guint
most_rows (const Status *self)
{
  return self->sheet->most > 0 ? self->sheet->most : MOST_ROWS;
}

/* Whether the sheet has the table that the pack calls @name; it has all unless it says which. */
static gboolean
shows (const Status *self, const char *name)
{
  g_auto (GStrv) list = self->sheet->columns != NULL ? g_strsplit (self->sheet->columns, ";", -1) : NULL;

  return list == NULL || g_strv_contains ((const char *const *) list, name);
}

static char *
count_text (guint count)
{
  return g_strdup_printf ("%u", count);
}

static void
add_count (LvGrid *grid, const char *label, guint count)
{
  LvGridRow *row = lv_grid_add_row (grid, lv_action_capital (label), NULL);
  LvGridCell cell = { .number = count };

  g_array_append_val (row->cells, cell);
}

static guint
count_status (const Status *self, const char *status)
{
  guint count = 0;

  for (guint i = 0; i < self->actions->len; i++)
    {
      const char *own = lv_action_text (g_ptr_array_index (self->actions, i), LV_ACTION_STATUS);

      count += strcmp (own[0] != '\0' ? own : "ikke-oplyst", status) == 0;
    }
  return count;
}

static LvGrid *
counts (const Status *self)
{
  LvGrid *grid = lv_grid_empty (lv_action_word (self->pack, "counts"), lv_action_word (self->pack, "head-status"));
  const char *const *statuses = lv_action_statuses ();
  guint late = 0;
  guint stale = 0;

  g_ptr_array_add (grid->heads, g_strdup (lv_action_word (self->pack, "head-count")));
  for (guint i = 0; statuses[i] != NULL; i++)
    {
      g_autoptr (LvAction) sample = lv_action_new ("");
      guint count = count_status (self, statuses[i]);
      g_autofree char *words = NULL;

      lv_action_set_text (sample, LV_ACTION_STATUS, statuses[i]);
      words = lv_action_status_words (self->pack, sample);
      if (count > 0)
        add_count (grid, words, count);
    }
  for (guint i = 0; i < self->actions->len; i++)
    {
      const LvAction *action = g_ptr_array_index (self->actions, i);

      late += lv_action_late (action, self->today) != LV_LATE_NO;
      stale += lv_action_stale (action, self->today, self->months) != LV_STALE_NO;
    }
  add_count (grid, lv_action_word (self->pack, "all"), self->actions->len);
  add_count (grid, lv_action_word (self->pack, "of-these-late"), late);
  add_count (grid, lv_action_word (self->pack, "of-these-stale"), stale);
  return grid;
}

/* The same in one row, where there is little room. */
static LvGrid *
summary (const Status *self)
{
  g_autoptr (LvGrid) tall = counts (self);
  LvGrid *grid = lv_grid_empty (tall->title, lv_action_word (self->pack, "actions"));
  LvGridRow *row = lv_grid_add_row (grid, g_strdup (lv_action_word (self->pack, "head-count")), NULL);

  for (guint i = 0; i < tall->rows->len; i++)
    {
      const LvGridRow *from = g_ptr_array_index (tall->rows, i);

      g_ptr_array_add (grid->heads, g_strdup (from->label));
      g_array_append_val (row->cells, g_array_index (from->cells, LvGridCell, 0));
    }
  return grid;
}

/* "og 4 flere" */
static void
add_rest (const Status *self, LvGrid *grid, guint rest)
{
  g_autofree char *count = count_text (rest);
  const char *arguments[] = { count };
  LvGridRow *row;

  if (rest == 0)
    return;
  row = lv_grid_add_row (
      grid, lv_text_fill (lv_action_word (self->pack, "more"), arguments, 1), NULL);
  for (guint i = 0; i < grid->heads->len; i++)
    lv_grid_add_text (row, "");
}

static LvGrid *
list_new (const Status *self, const char *title, const char *const *heads)
{
  LvGrid *grid = lv_grid_empty (lv_action_word (self->pack, title), lv_action_word (self->pack, "head-title"));

  for (guint i = 0; heads[i] != NULL; i++)
    g_ptr_array_add (grid->heads, g_strdup (lv_action_word (self->pack, heads[i])));
  return grid;
}

/* Late ones first, then those without status. */
static LvGrid *
attention (const Status *self)
{
  static const char *const heads[] = { "head-owner", "head-status", NULL };
  LvGrid *grid = list_new (self, "attention", heads);
  guint rest = 0;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < self->actions->len; i++)
      {
        const LvAction *action = g_ptr_array_index (self->actions, i);
        gboolean late = lv_action_late (action, self->today) != LV_LATE_NO;
        gboolean stale = lv_action_stale (action, self->today, self->months) != LV_STALE_NO;
        g_autofree char *mark = lv_action_mark (self->pack, action, self->today);
        LvGridRow *row;

        if (round == 0 ? !late : late || !stale)
          continue;
        if (grid->rows->len >= most_rows (self))
          {
            rest++;
            continue;
          }
        row = lv_grid_add_row (grid, lv_action_name (action), NULL);
        lv_action_or_not_stated (self->pack, row, lv_action_text (action, LV_ACTION_OWNER));
        lv_grid_add_text (row, mark);
      }
  add_rest (self, grid, rest);
  return grid;
}

/* The first of its dates that is not passed, and what it is. */
static const char *
next_step (const Status *self, const LvAction *action, GDate *day)
{
  static const struct
  {
    LvActionField field;
    const char *word;
  } dates[] = { { LV_ACTION_START, "step-start" },
                { LV_ACTION_END, "step-end" },
                { LV_ACTION_DEADLINE, "step-deadline" },
                { LV_ACTION_NEXT_FOLLOW_UP, "step-follow-up" } };
  const char *word = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (dates) && !lv_action_is_over (action); i++)
    {
      GDate own;

      if (!lv_action_day (action, dates[i].field, &own) || g_date_compare (&own, self->today) < 0
          || (word != NULL && g_date_compare (&own, day) >= 0))
        continue;
      *day = own;
      word = dates[i].word;
    }
  return word;
}

typedef struct
{
  const LvAction *action;
  const char *word;
  GDate day;
} Step;

static int
by_day (gconstpointer a, gconstpointer b)
{
  const Step *left = a;
  const Step *right = b;
  int difference = g_date_compare (&left->day, &right->day);

  return difference != 0 ? difference : (int) left->action->order - (int) right->action->order;
}

static LvGrid *
next_steps (const Status *self)
{
  static const char *const heads[] = { "head-owner", "head-step", "head-date", NULL };
  LvGrid *grid = list_new (self, "next-steps", heads);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));

  for (guint i = 0; i < self->actions->len; i++)
    {
      Step step = { g_ptr_array_index (self->actions, i), NULL, { 0 } };

      step.word = next_step (self, step.action, &step.day);
      if (step.word != NULL)
        g_array_append_val (steps, step);
    }
  g_array_sort (steps, by_day);
  for (guint i = 0; i < MIN (steps->len, most_rows (self)); i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      g_autofree char *date
          = g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (&step->day),
                             (guint) g_date_get_month (&step->day), (guint) g_date_get_day (&step->day));
      g_autofree char *words = lv_plan_day_words (self->pack, date);
      LvGridRow *row = lv_grid_add_row (grid, lv_action_name (step->action), NULL);

      lv_action_or_not_stated (self->pack, row, lv_action_text (step->action, LV_ACTION_OWNER));
      lv_grid_add_text (row, lv_action_word (self->pack, step->word));
      lv_grid_add_text (row, words);
    }
  add_rest (self, grid, steps->len > most_rows (self) ? steps->len - most_rows (self) : 0);
  return grid;
}

static char *
progress_text (const Status *self, const LvGoal *goal)
{
  g_autofree char *number = NULL;

  if (goal->reached)
    return g_strdup (lv_action_word (self->pack, "reached"));
  if (isnan (goal->progress))
    return NULL;
  number = lv_number_format_da (goal->progress * 100, 0);
  return g_strdup_printf ("%s %s", number, lv_action_word (self->pack, "percent"));
}

/* "290 personer (1. april 2026)"; what is missing is not stated, as in every attachment. */
static void
add_value (const Status *self, LvGridRow *row, const LvGoalValue *value, const char *date)
{
  g_autofree char *text = date[0] != '\0' && !isnan (value->number)
                              ? g_strdup_printf ("%s (%s)", value->text, date)
                              : g_strdup (value->text);

  lv_action_or_not_stated (self->pack, row, isnan (value->number) ? NULL : text);
}

static LvGrid *
goals (const Status *self)
{
  static const char *const heads[]
      = { "head-baseline", "head-actual", "head-target", "head-progress", NULL };
  g_autoptr (GPtrArray) found = lv_goals_of_state (self->state, self->base, self->sheet->goals);
  LvGrid *grid = lv_grid_empty (lv_action_word (self->pack, "goals"), lv_action_word (self->pack, "head-goal"));

  for (guint i = 0; heads[i] != NULL; i++)
    g_ptr_array_add (grid->heads, g_strdup (lv_action_word (self->pack, heads[i])));
  for (guint i = 0; i < found->len; i++)
    {
      const LvGoal *goal = g_ptr_array_index (found, i);
      g_autofree char *date = lv_plan_day_words (self->pack, goal->actual_date);
      g_autofree char *progress = progress_text (self, goal);
      LvGridRow *row = lv_grid_add_row (grid, g_strdup (goal->item->title), NULL);

      add_value (self, row, &goal->baseline, "");
      add_value (self, row, &goal->actual, date);
      add_value (self, row, &goal->target, goal->date);
      lv_action_or_not_stated (self->pack, row, progress);
    }
  return grid;
}

static void
take (GPtrArray *grids, LvGrid *grid)
{
  if (grid->rows->len > 0)
    g_ptr_array_add (grids, grid);
  else
    lv_grid_free (grid);
}

/** Returns: (transfer full) (element-type LvGrid): the status of @sheet's plans; tables without rows are left out */
GPtrArray *
lv_action_status_tables (const LvSheet *sheet, const LvState *state, const LvState *base, const GDate *today)
{
  g_autoptr (GPtrArray) actions = lv_action_table_rows (sheet, state);
  const LvPack *pack = lv_model_pack (lv_state_model (state));
  Status self = { .pack = pack,
                  .sheet = sheet,
                  .state = state,
                  .base = base,
                  .today = today,
                  .actions = actions,
                  .months = lv_plan_stale_months (pack) };
  GPtrArray *grids = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_grid_free);

  if (shows (&self, "counts"))
    take (grids, counts (&self));
  if (sheet->columns != NULL && shows (&self, "summary"))
    take (grids, summary (&self));
  if (shows (&self, "attention"))
    take (grids, attention (&self));
  if (shows (&self, "next-steps"))
    take (grids, next_steps (&self));
  if (sheet->goals != NULL)
    take (grids, goals (&self));
  return grids;
}
