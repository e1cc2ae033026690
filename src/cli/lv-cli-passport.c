/* SPDX-License-Identifier: GPL-3.0-or-later */
/* explain --id: which table or figure a passport stands on, and where its numbers come from. */
#include "lv-cli-beside.h"
#include "lv-cli.h"

#include "lv-bilag.h"
#include "lv-explain.h"
#include "lv-number.h"
#include "lv-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DEPTH 30

/* What has been found, and the values that it shows. */
typedef struct
{
  LvCli *cli;
  const LvPack *pack;
  const LvState *state;
  const LvState *base;
  gboolean changed; /* the scenario changes something */
  LvPassportHit hit;
} Found;

/* --- Which state: the call's own, the grundprognose, every scenario */

/* What the call looks at otherwise than the pack does holds for every scenario. */
static void
keep_views (const LvCli *cli, LvState *state)
{
  for (guint i = 0; i < lv_model_n_nodes (cli->model); i++)
    {
      const LvNode *node = lv_model_node (cli->model, i);
      const LvParameter *parameter = lv_node_parameter (node);

      if (lv_node_is_hidden (node) || parameter == NULL || parameter->role != LV_ROLE_VIEW)
        continue;
      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
        if (lv_state_is_set (cli->state, node, cell))
          lv_state_set (state, node, cell, lv_state_number (cli->state, node, cell));
    }
}

static LvState *
state_of (const LvCli *cli, const LvScenario *scenario)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvState) state = lv_state_new (cli->model);

  if (scenario != NULL && !lv_state_apply (state, lv_model_pack (cli->model), scenario, problems))
    return NULL;
  keep_views (cli, state);
  lv_state_update (state);
  return g_steal_pointer (&state);
}

/* --- What is told of a row */

/* What a formula looks at for changes alone is no source of the grundprognose. */
static void
collect_sources (const Found *self, const LvExplanation *explanation, GPtrArray *titles)
{
  const LvItem *item = explanation->source != NULL
                           ? lv_pack_find_kind (self->pack, LV_KIND_SOURCE, explanation->source)
                           : NULL;
  const char *title = item != NULL ? item->title : explanation->source;

  if (title != NULL && title[0] != '\0' && !g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL))
    g_ptr_array_add (titles, (gpointer) title);
  for (guint i = 0; i < explanation->parts->len; i++)
    {
      const LvExplanation *part = g_ptr_array_index (explanation->parts, i);

      if (!part->changes || self->changed)
        collect_sources (self, part, titles);
    }
}

/* "(beregnet) = budget − forbrug – Rapporten, tabel 1" */
static void
append_origin (const Found *self, const LvNode *node, gsize cell, GString *out)
{
  g_autoptr (LvExplanation) explanation = lv_explain (self->state, node, cell, DEPTH);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  g_string_append_printf (out, " (%s)", lv_text_status (self->pack, explanation->value.status));
  if (explanation->words != NULL)
    g_string_append_printf (out, " = %s", explanation->words);
  collect_sources (self, explanation, titles);
  for (guint i = 0; i < titles->len; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? " – " : "; ", (const char *) g_ptr_array_index (titles, i));
  if (explanation->place != NULL)
    g_string_append_printf (out, ", %s", explanation->place);
  if (explanation->why != NULL)
    g_string_append_printf (out, " – %s", explanation->why);
}

static char *
cell_text (const Found *self, const LvGridCell *cell)
{
  LvValue value;

  if (cell->text != NULL)
    return g_strdup (cell->text);
  if (cell->node == NULL)
    return isnan (cell->number) ? g_strdup (lv_text_status (self->pack, LV_STATUS_MISSING))
                                : lv_number_format_da (cell->number, cell->decimals);
  value = lv_state_get (cell->of_base ? self->base : self->state, cell->node, cell->cell);
  return isnan (value.number) ? g_strdup (lv_text_status (self->pack, value.status))
                              : lv_text_number (cell->node, value.number);
}

/* All cells of the row that are @node's, from @first on. */
static void
tell_node (const Found *self, const LvGrid *grid, const LvGridRow *row, guint first)
{
  const LvGridCell *cell = &g_array_index (row->cells, LvGridCell, first);
  const LvNode *node = cell->node;
  g_autoptr (GString) out = g_string_new (row->label);
  g_autofree char *unit = node != NULL ? lv_unit_text (self->pack, node) : NULL;
  gssize shown = -1;

  for (guint c = first; c < row->cells->len; c++)
    {
      g_autofree char *text = NULL;

      cell = &g_array_index (row->cells, LvGridCell, c);
      if (cell->node != node
          || (node != NULL && !lv_node_present (lv_state_model (self->state), node, cell->cell)))
        continue;
      text = cell_text (self, cell);
      g_string_append_printf (out, "%s%s: %s", shown < 0 ? " – " : "; ",
                              c < grid->heads->len ? (const char *) g_ptr_array_index (grid->heads, c) : "", text);
      shown = (gssize) cell->cell;
    }
  if (unit != NULL && unit[0] != '\0')
    g_string_append_printf (out, " %s", unit);
  if (node != NULL && shown >= 0)
    append_origin (self, node, (gsize) shown, out);
  lv_cli_print ("%s\n", out->str);
}

static gboolean
told_before (const LvGridRow *row, guint column)
{
  const LvNode *node = g_array_index (row->cells, LvGridCell, column).node;

  for (guint c = 0; c < column; c++)
    if (g_array_index (row->cells, LvGridCell, c).node == node)
      return TRUE;
  return FALSE;
}

static void
tell_grid (const Found *self, const LvGrid *grid)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (grid->rows, r);

      if (row->cells->len == 0)
        lv_cli_print ("%s\n", row->label);
      for (guint c = 0; c < row->cells->len; c++)
        if (!told_before (row, c))
          tell_node (self, grid, row, c);
    }
}

/* --- What it is */

static GDate
today_of (const LvCli *cli)
{
  LvExportOptions options = { 0 };
  GDate today;

  g_date_clear (&today, 1);
  if (lv_cli_read_date (cli, &options))
    g_date_set_dmy (&today, (GDateDay) options.day, (GDateMonth) options.month, (GDateYear) options.year);
  return today;
}

static void
tell_head (const Found *self, const LvPassport *passport, const char *id, gboolean figure, const char *title)
{
  g_autoptr (GPtrArray) lines = lv_passport_lines (passport);

  lv_cli_print ("%s: %s\n", lv_text_word (self->pack, "xl-passport", "Passport"), id);
  if (self->hit.attachment != NULL)
    lv_cli_print ("%s: %s\n", lv_text_word (self->pack, "xl-attachment", "Attachment"),
                  self->hit.attachment->title);
  lv_cli_print ("%s: %s\n", figure ? lv_text_word (self->pack, "xl-figure", "Figure")
                                   : lv_text_word (self->pack, "xl-table", "Table"),
                title);
  for (guint i = 0; i < lines->len; i++)
    lv_cli_print ("%s\n", (const char *) g_ptr_array_index (lines, i));
  lv_cli_print ("\n");
}

static void
tell_chart (const Found *self, const LvPassport *passport, const char *id)
{
  g_autoptr (LvGrid) grid = lv_grid_new_chart (self->hit.chart, self->state, self->base);

  lv_grid_add_baseline (grid, self->state, self->base);
  tell_head (self, passport, id, TRUE, grid->title);
  tell_grid (self, grid);
}

/* The lists that stand behind every attachment. */
static void
tell_about (const Found *self, const LvBilag *bilag, const LvPassport *passport, const char *id)
{
  g_autoptr (LvGrid) grid = g_str_equal (self->hit.part, LV_PASSPORT_CHANGES) ? lv_bilag_changes (bilag)
                            : g_str_equal (self->hit.part, LV_PASSPORT_NOTES) ? lv_bilag_notes (bilag)
                                                                              : lv_bilag_sources (bilag);

  tell_head (self, passport, id, FALSE, grid->title);
  tell_grid (self, grid);
}

static void
tell_found (const Found *self, const LvPart *part, const LvPassport *passport, const char *id)
{
  tell_head (self, passport, id, part->kind == LV_PART_FIGURE, part->title);
  tell_grid (self, part->grid);
}

/* What compares scenarios is known by their numbers, too, so it has to be made. */
static gboolean
tell_compared (Found *self, const LvSide *side, const LvPassport *passport, const char *id)
{
  const GPtrArray *attachments = lv_pack_items (self->pack, LV_KIND_ATTACHMENT);
  GDate today = today_of (self->cli);

  for (guint a = 0; a < attachments->len; a++)
    {
      const LvItem *attachment = g_ptr_array_index (attachments, a);
      g_autoptr (LvBilag) bilag
          = lv_bilag_compares (attachment) ? lv_bilag_new (attachment, side, self->base, &today) : NULL;

      for (guint i = 0; bilag != NULL && i < bilag->parts->len; i++)
        {
          const LvPart *part = g_ptr_array_index (bilag->parts, i);
          g_autofree char *own = lv_passport_id (passport, attachment, part->what);

          if (strcmp (own, id) != 0)
            continue;
          self->hit = (LvPassportHit){ .attachment = attachment };
          tell_found (self, part, passport, id);
          return TRUE;
        }
    }
  return FALSE;
}

/* The table or figure as every format has it. */
static void
tell_part (const Found *self, const LvSide *side, const LvPassport *passport, const char *id)
{
  GDate today = today_of (self->cli);
  g_autoptr (LvBilag) bilag = lv_bilag_new (self->hit.attachment, side, self->base, &today);
  g_autofree char *what = self->hit.sheet != NULL ? lv_passport_what (self->hit.sheet, self->hit.n) : NULL;

  if (what == NULL)
    tell_about (self, bilag, passport, id);
  for (guint i = 0; what != NULL && i < bilag->parts->len; i++)
    {
      const LvPart *part = g_ptr_array_index (bilag->parts, i);

      if (strcmp (part->what, what) == 0)
        tell_found (self, part, passport, id);
    }
}

static gboolean
has_changes (const LvPassport *passport)
{
  g_autoptr (LvCompare) compare = lv_passport_compare (passport);
  g_autoptr (GPtrArray) changes = lv_passport_changes (passport, compare);

  return changes->len > 0;
}

/* Looks in one state. */
static gboolean
try_state (LvCli *cli, const LvState *state, const LvState *base, const LvScenario *scenario,
           const char *title, const char *id)
{
  g_autoptr (LvPassport) passport = lv_passport_new (state, base, scenario, title);
  Found self = { .cli = cli, .pack = lv_model_pack (cli->model), .state = state, .base = base };

  const LvSide side = { .title = title, .state = state, .scenario = scenario };

  self.changed = has_changes (passport);
  if (!lv_passport_find (passport, id, &self.hit))
    return tell_compared (&self, &side, passport, id);
  if (self.hit.chart != NULL)
    tell_chart (&self, passport, id);
  else
    tell_part (&self, &side, passport, id);
  return TRUE;
}

static gboolean
try_scenario (LvCli *cli, const LvState *base, const LvItem *item, const char *id)
{
  const LvScenario *scenario = item != NULL ? item->detail : NULL;
  const char *title = item != NULL ? item->title
                                   : lv_text_word (lv_model_pack (cli->model), "baseline", "Baseline");
  g_autoptr (LvState) state = state_of (cli, scenario);

  return state != NULL && try_state (cli, state, base, scenario, title != NULL ? title : item->id, id);
}

/* --- Scenarios beside each other, as somebody ticked them */

static void
tell_beside (Found *self, const LvBeside *beside, const LvPassport *passport, const char *id)
{
  GDate today = today_of (self->cli);
  g_autoptr (LvBilag) bilag
      = lv_bilag_new_beside (beside->hit.attachment, beside->own, self->base, &today, beside->sides);

  self->hit = beside->hit;
  lv_cli_print ("%s: %s\n", lv_text_word (self->pack, "xl-beside", "Beside each other"), bilag->beside_titles);
  for (guint i = 0; i < bilag->parts->len; i++)
    {
      const LvPart *part = g_ptr_array_index (bilag->parts, i);

      if (strcmp (part->what, beside->what) == 0)
        tell_found (self, part, passport, id);
    }
}

/* The grundprognose and all scenarios. */
static GArray *
all_sides (const LvCli *cli, const LvState *base, GPtrArray *states)
{
  const LvPack *pack = lv_model_pack (cli->model);
  const GPtrArray *scenarios = lv_pack_items (pack, LV_KIND_SCENARIO);
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (LvSide));
  const LvSide first = { .title = lv_text_word (pack, "baseline", "Baseline"), .state = base };

  g_array_append_val (sides, first);
  for (guint i = 0; i < scenarios->len; i++)
    {
      const LvItem *item = g_ptr_array_index (scenarios, i);
      LvSide side = { .title = item->title != NULL ? item->title : item->id, .scenario = item->detail };
      LvState *state = state_of (cli, item->detail);

      if (state == NULL)
        continue;
      g_ptr_array_add (states, state);
      side.state = state;
      g_array_append_val (sides, side);
    }
  return sides;
}

static gboolean
try_beside (LvCli *cli, const LvState *base, const char *id)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_state_free);
  g_autoptr (GArray) sides = all_sides (cli, base, states);
  g_auto (LvBeside) beside = { 0 };
  g_autoptr (LvPassport) passport = NULL;
  Found self = { .cli = cli, .pack = lv_model_pack (cli->model), .base = base };

  if (!lv_beside_find ((const LvSide *) sides->data, sides->len, id, &beside))
    return FALSE;
  self.state = beside.own->state;
  passport = lv_passport_new (beside.own->state, base, beside.own->scenario, beside.own->title);
  self.changed = has_changes (passport);
  tell_beside (&self, &beside, passport, id);
  return TRUE;
}

static const char *
own_title (const LvCli *cli)
{
  const LvPack *pack = lv_model_pack (cli->model);

  return cli->scenario != NULL            ? cli->scenario
         : cli->changes->changes->len > 0 ? lv_text_word (pack, "baseline-changed", "Baseline with changes")
                                          : lv_text_word (pack, "baseline", "Baseline");
}

/** explain --id ID: looks in the call's own state, the grundprognose, every scenario, and scenarios beside each other. */
int
lv_cli_explain_passport (LvCli *self)
{
  const GPtrArray *scenarios = lv_pack_items (lv_model_pack (self->model), LV_KIND_SCENARIO);
  g_autoptr (LvState) base = lv_state_new (self->model);
  char id[LV_PASSPORT_BUFFER];

  if (!lv_passport_read (self->id, id))
    {
      lv_cli_error (_ ("“%s” is no passport; expected eight letters and digits, as they stand at a table"), self->id);
      return LV_EXIT_USAGE;
    }
  if (try_state (self, self->state, base, self->changes, own_title (self), id) || try_scenario (self, base, NULL, id))
    return LV_EXIT_OK;
  for (guint i = 0; i < scenarios->len; i++)
    if (try_scenario (self, base, g_ptr_array_index (scenarios, i), id))
      return LV_EXIT_OK;
  if (try_beside (self, base, id))
    return LV_EXIT_OK;
  lv_cli_error (_ ("no table or figure has the passport %s: since it was made, the pack, the document or the "
                   "scenario has been changed, or it belongs to another document"),
                id);
  return LV_EXIT_DATA;
}
