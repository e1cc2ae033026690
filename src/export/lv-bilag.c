/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile Bilag: for publishing. One real table on each sheet, from A1, no merged cells, nothing by
 * colour; what is missing is said in words; notes and sources have sheets of their own. */
#include "lv-bilag-private.h"

#include "lv-action-plan.h"
#include "lv-action-table.h"
#include "lv-model-private.h"
#include "lv-text.h"
#include "lv-words.h"

#include <math.h>
#include <string.h>

#define HEAD_ROW 3
#define MAX_WIDTH 70

/** Returns: (transfer none): the pack's word ord.xl-@name */
const char *
lv_bilag_word (const LvBilag *self, const char *name, const char *otherwise)
{
  g_autofree char *id = g_strconcat ("xl-", name, NULL);

  return lv_text_word (self->pack, id, otherwise);
}

static guint
note_number (LvBilag *self, const LvItem *note)
{
  guint index;

  if (!g_ptr_array_find (self->notes, note, &index))
    {
      index = self->notes->len;
      g_ptr_array_add (self->notes, (gpointer) note);
    }
  return index + 1;
}

/** Returns: (transfer full): "Merforbrug [note 3]" */
char *
lv_bilag_with_note (LvBilag *self, const char *text, const LvItem *note)
{
  if (note == NULL)
    return g_strdup (text);
  return g_strdup_printf ("%s [%s %u]", text, lv_bilag_word (self, "note", "note"), note_number (self, note));
}

static void
add_source (LvBilag *self, const char *id)
{
  const LvItem *item = id != NULL ? lv_pack_find_kind (self->pack, LV_KIND_SOURCE, id) : NULL;

  if (item != NULL && !g_ptr_array_find (self->sources, item, NULL))
    g_ptr_array_add (self->sources, (gpointer) item);
}

/* The sources of everything that a value is computed from. */
static void
add_sources (LvBilag *self, const LvNode *node)
{
  if (!g_hash_table_add (self->seen, (gpointer) node))
    return;
  if (node->series != NULL)
    add_source (self, node->series->source);
  if (node->parameter != NULL)
    add_source (self, node->parameter->source);
  for (guint i = 0; node->uses != NULL && i < node->uses->len; i++)
    add_sources (self, g_array_index (node->uses, LvUse, i).node);
}

/** Returns: (transfer none): what is published where there is no value */
const char *
lv_bilag_missing (const LvBilag *self, LvStatus status)
{
  switch (status)
    {
    case LV_STATUS_ABSENT:
      return lv_bilag_word (self, "absent", "not included");
    case LV_STATUS_NOT_APPLICABLE:
      return lv_bilag_word (self, "not-applicable", "not applicable");
    case LV_STATUS_UNDEFINED:
      return lv_text_status (self->pack, status);
    default:
      return lv_bilag_word (self, "not-stated", "not stated");
    }
}

static gsize
write_value (LvBilag *self, LvCellPlace at, const LvGridCell *cell)
{
  LvValue value;

  if (cell->text != NULL)
    {
      lv_workbook_text (self->book, at, cell->text, LV_STYLE_WRAP);
      return (gsize) g_utf8_strlen (cell->text, -1);
    }
  if (cell->node == NULL)
    {
      lv_workbook_number (self->book, at, cell->number, LV_STYLE_NUMBER, cell->decimals);
      return 10;
    }
  value = lv_state_get (self->state, cell->node, cell->cell);
  if (isnan (value.number))
    lv_workbook_text (self->book, at, lv_bilag_missing (self, value.status), LV_STYLE_TEXT);
  else
    lv_workbook_number (self->book, at, value.number, LV_STYLE_NUMBER,
                        lv_node_unit (cell->node)->decimals);
  return 12;
}

/* The second line says how many tables there are, where the notes stand, and what is not alike. */
static void
write_lines (LvBilag *self, guint sheet, const LvGrid *grid)
{
  g_autofree char *line
      = g_strdup_printf ("%s%s%s", lv_bilag_word (self, "one-table", "This sheet has one table."),
                         grid->remark != NULL ? " " : "", grid->remark != NULL ? grid->remark : "");

  lv_workbook_text (self->book, (LvCellPlace){ sheet, 0, 0 }, grid->title, LV_STYLE_TITLE);
  lv_workbook_text (self->book, (LvCellPlace){ sheet, 1, 0 }, line, LV_STYLE_TEXT);
}

static char *
unique_head (GPtrArray *heads, const char *text)
{
  char *head = g_strdup (text != NULL && text[0] != '\0' ? text : "-");

  for (guint n = 2;; n++)
    {
      gboolean taken = FALSE;

      for (guint i = 0; i < heads->len; i++)
        taken = taken || g_ascii_strcasecmp (g_ptr_array_index (heads, i), head) == 0;
      if (!taken)
        return head;
      g_free (head);
      head = g_strdup_printf ("%s (%u)", text, n);
    }
}

/** Returns: (transfer full): the heads; with units, price level and basis where each column says what it is */
GPtrArray *
lv_bilag_heads (const LvBilag *self, const LvGrid *grid, gboolean with_unit)
{
  GPtrArray *heads = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (heads, g_strdup (grid->first));
  for (guint i = 0; i < grid->heads->len; i++)
    {
      const char *text = g_ptr_array_index (grid->heads, i);
      g_autofree char *whole = with_unit && grid->unit != NULL && grid->unit[0] != '\0'
                                   ? g_strdup_printf ("%s (%s)", text, grid->unit)
                                   : g_strdup (text);

      g_ptr_array_add (heads, unique_head (heads, whole));
    }
  return heads;
}

static void
set_widths (LvBilag *self, guint sheet, const GPtrArray *heads, const gsize *widest)
{
  for (guint i = 0; i < heads->len; i++)
    {
      gsize head = (gsize) g_utf8_strlen (g_ptr_array_index (heads, i), -1);
      gsize width = MAX (widest[i], MIN (head, 18));

      lv_workbook_width (self->book, sheet, i, i, (double) MIN (width, MAX_WIDTH) + 2);
    }
}

static void
write_sheet_table (LvBilag *self, const LvGrid *grid, const char *name, gboolean with_unit)
{
  g_autoptr (GPtrArray) heads = lv_bilag_heads (self, grid, with_unit);
  g_autofree gsize *widest = g_new0 (gsize, heads->len);
  guint sheet = lv_workbook_add_sheet (self->book, name);
  g_autofree char *table = g_strdup_printf ("tabel_%u", self->tables);
  LvCellPlace from = { sheet, HEAD_ROW, 0 };
  LvCellPlace to = { sheet, HEAD_ROW + grid->rows->len, heads->len - 1 };

  write_lines (self, sheet, grid);
  lv_workbook_table (self->book, from, to, table, heads);
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (grid->rows, r);
      g_autofree char *label = lv_bilag_with_note (self, row->label, row->note);
      LvCellPlace at = { sheet, HEAD_ROW + 1 + r, 0 };

      lv_workbook_text (self->book, at, label, LV_STYLE_WRAP);
      widest[0] = MAX (widest[0], (gsize) g_utf8_strlen (label, -1));
      for (guint c = 0; c < row->cells->len; c++)
        {
          at.column = c + 1;
          widest[c + 1] = MAX (widest[c + 1],
                               write_value (self, at, &g_array_index (row->cells, LvGridCell, c)));
        }
    }
  set_widths (self, sheet, heads, widest);
  lv_workbook_setup (self->book, sheet, &(LvSheetSetup){ .repeat_from = -1 });
}

static void
write_table (LvBilag *self, const LvGrid *grid, const char *name, gboolean with_unit)
{
  self->tables++;
  if (self->report != NULL)
    lv_bilag_report_table (self, grid, name, with_unit, 2);
  else
    write_sheet_table (self, grid, name, with_unit);
}

static void
write_values (LvBilag *self, const LvSheet *sheet)
{
  g_autoptr (LvGrid) grid = sheet->kind == LV_SHEET_CHART
                                ? lv_grid_new_chart (sheet->of, self->state, self->base)
                                : lv_grid_new (sheet, self->state, self->base);

  if (grid->rows->len == 0)
    return;
  for (guint i = 0; i < grid->nodes->len; i++)
    add_sources (self, g_ptr_array_index (grid->nodes, i));
  if (self->report != NULL && sheet->kind == LV_SHEET_CHART && lv_bilag_report_figure (self, sheet, grid))
    self->tables++;
  else
    write_table (self, grid, sheet->title != NULL ? sheet->title : grid->title, TRUE);
}

static void
add_sentence (LvBilag *self, LvGrid *grid, const LvItem *words)
{
  char *text = lv_words_fill (words, self->state, self->base);

  if (text[0] != '\0')
    lv_grid_add_row (grid, text, NULL);
  else
    g_free (text);
}

static void
write_words (LvBilag *self, const LvSheet *sheet)
{
  const char *title = sheet->title != NULL ? sheet->title : sheet->of->title;
  g_autoptr (LvGrid) grid = lv_grid_empty (title != NULL ? title : sheet->of->id, lv_bilag_word (self, "text", "Text"));
  g_auto (GStrv) list = sheet->of->kind == LV_KIND_CARD ? lv_item_get_list (sheet->of, "words") : NULL;

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      const LvItem *words = lv_pack_find_kind (self->pack, LV_KIND_WORDS, list[i]);

      if (words != NULL)
        add_sentence (self, grid, words);
    }
  if (sheet->of->kind == LV_KIND_WORDS)
    add_sentence (self, grid, sheet->of);
  if (grid->rows->len == 0)
    return;
  if (self->report != NULL)
    {
      self->tables++;
      lv_bilag_report_words (self, grid);
    }
  else
    write_table (self, grid, grid->title, FALSE);
}

static const char *
result_word (const LvBilag *self, LvCheckResult result)
{
  static const char *const words[]
      = { "check-holds", "check-rounding", "check-source-error", "check-missing", "check-fails" };

  return lv_bilag_word (self, words[result], lv_check_result_name (result));
}

static void
add_number (LvGridRow *row, double number, const LvUnit *unit, const char *otherwise)
{
  LvGridCell cell = { .number = number, .decimals = unit != NULL ? MAX (unit->decimals, 0) : 2 };

  if (isnan (number))
    cell.text = g_strdup (otherwise);
  g_array_append_val (row->cells, cell);
}

static void
add_check (LvBilag *self, LvGrid *grid, guint index)
{
  g_autoptr (LvCheckReport) report = lv_check_run (self->state, index);
  const char *missing = lv_bilag_word (self, "not-stated", "not stated");

  for (guint i = 0; i < report->cells->len; i++)
    {
      const LvCheckCell *cell = &g_array_index (report->cells, LvCheckCell, i);
      g_autofree char *members = lv_shape_cell_title (&report->shape, cell->cell);
      char *label = members[0] != '\0' ? g_strdup_printf ("%s, %s", report->item->title, members)
                                       : g_strdup (report->item->title);
      LvGridRow *row = lv_grid_add_row (grid, label, NULL);
      const char *why = cell->known != NULL              ? cell->known->why
                        : cell->result == LV_CHECK_FAILS ? lv_item_get (report->item, "fails")
                                                         : lv_bilag_word (self, "no-remark", "none");

      add_number (row, cell->left, report->unit, missing);
      add_number (row, cell->right, report->unit, missing);
      add_number (row, cell->difference, report->unit, missing);
      lv_grid_add_text (row, report->unit != NULL && report->unit->plural[0] != '\0'
                                 ? report->unit->plural : lv_bilag_word (self, "number", "number"));
      lv_grid_add_text (row, result_word (self, cell->result));
      lv_grid_add_text (row, why != NULL ? why : lv_bilag_word (self, "no-remark", "none"));
    }
}

static void
write_checks (LvBilag *self, const LvSheet *sheet)
{
  static const char *const heads[] = { "left", "right", "difference", "unit", "result", "why" };
  const LvModel *model = lv_state_model (self->state);
  g_autoptr (GArray) checks = lv_subject_checks (sheet, model);
  const char *title = sheet->title != NULL ? sheet->title : lv_bilag_word (self, "checks", "Checks");
  g_autoptr (LvGrid) grid = lv_grid_empty (title, lv_bilag_word (self, "check", "Check"));

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (self, heads[i], heads[i])));
  for (guint i = 0; i < checks->len; i++)
    add_check (self, grid, g_array_index (checks, guint, i));
  if (grid->rows->len > 0)
    write_table (self, grid, title, FALSE);
}

static void
write_notes (LvBilag *self)
{
  g_autoptr (LvGrid) grid = lv_grid_empty (lv_bilag_word (self, "notes", "Notes"), lv_bilag_word (self, "note-head", "Note"));

  g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (self, "text", "Text")));
  for (guint i = 0; i < self->notes->len; i++)
    {
      g_autofree char *text
          = lv_words_fill (g_ptr_array_index (self->notes, i), self->state, self->base);
      LvGridRow *row = lv_grid_add_row (
          grid, g_strdup_printf ("%s %u", lv_bilag_word (self, "note", "note"), i + 1), NULL);

      lv_grid_add_text (row, text);
    }
  if (grid->rows->len > 0)
    write_table (self, grid, grid->title, FALSE);
}

static void
write_source_table (LvBilag *self)
{
  static const char *const keys[] = { "publisher", "date", "what", "checked" };
  g_autoptr (LvGrid) grid = lv_grid_empty (lv_bilag_word (self, "sources", "Sources"), lv_bilag_word (self, "source", "Source"));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = g_strconcat ("source-", keys[i], NULL);

      g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (self, name, keys[i])));
    }
  for (guint i = 0; i < self->sources->len; i++)
    {
      const LvItem *item = g_ptr_array_index (self->sources, i);
      LvGridRow *row = lv_grid_add_row (grid, g_strdup (item->title), NULL);

      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        {
          const char *text = lv_item_get (item, keys[k]);

          lv_grid_add_text (row, text != NULL ? text : lv_bilag_word (self, "not-stated", "not stated"));
        }
    }
  if (grid->rows->len > 0)
    write_table (self, grid, grid->title, FALSE);
}

static void
write_sources (LvBilag *self)
{
  if (self->report != NULL)
    lv_bilag_report_sources (self);
  else
    write_source_table (self);
}

/* --- Plans */

static void
add_plan_sources (LvBilag *self, const LvSheet *sheet)
{
  g_autoptr (GPtrArray) actions = lv_actions_of_state (self->state);

  for (guint i = 0; i < actions->len; i++)
    {
      const LvAction *action = g_ptr_array_index (actions, i);

      if (lv_action_is_of (action->id, sheet->pattern))
        add_source (self, lv_action_text (action, LV_ACTION_SOURCE));
    }
}

static void
write_plan (LvBilag *self, const LvSheet *sheet)
{
  g_autoptr (LvGrid) grid = lv_action_table (sheet, self->state, &self->today);

  if (grid->rows->len == 0)
    return;
  add_plan_sources (self, sheet);
  if (self->report != NULL)
    {
      self->tables++;
      lv_bilag_report_plan (self, sheet, grid->title);
    }
  else
    write_table (self, grid, grid->title, FALSE);
}

static void
write_plan_status (LvBilag *self, const LvSheet *sheet)
{
  g_autoptr (GPtrArray) grids
      = lv_action_status_tables (sheet, self->state, self->base, &self->today);

  add_plan_sources (self, sheet);
  for (guint i = 0; i < grids->len; i++)
    {
      const LvGrid *grid = g_ptr_array_index (grids, i);

      write_table (self, grid, grid->title, FALSE);
    }
}

static void
write_sheet (LvBilag *self, const LvSheet *sheet)
{
  if ((sheet->kind == LV_SHEET_TABLE || sheet->kind == LV_SHEET_CHART) && sheet->of != NULL)
    write_values (self, sheet);
  else if (sheet->kind == LV_SHEET_TEXT && sheet->of != NULL)
    write_words (self, sheet);
  else if (sheet->kind == LV_SHEET_CHECKS)
    write_checks (self, sheet);
  else if (sheet->kind == LV_SHEET_PLAN && sheet->pattern != NULL)
    write_plan (self, sheet);
  else if (sheet->kind == LV_SHEET_PLAN_STATUS && sheet->pattern != NULL)
    write_plan_status (self, sheet);
}

/* The attachment's own notes come first, in its order. */
static void
collect_notes (LvBilag *self)
{
  g_auto (GStrv) ids = lv_item_get_list (self->attachment, "notes");

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const LvItem *item = lv_pack_find_kind (self->pack, LV_KIND_WORDS, ids[i]);

      if (item != NULL)
        note_number (self, item);
    }
}

static gboolean
write_all (LvBilag *self)
{
  const LvAttachment *detail = self->attachment->detail;
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  self->notes = notes;
  self->sources = sources;
  self->seen = seen;
  collect_notes (self);
  for (guint i = 0; i < detail->sheets->len; i++)
    write_sheet (self, &g_array_index (detail->sheets, LvSheet, i));
  write_notes (self);
  write_sources (self);
  return self->tables > 0;
}

/**
 * lv_bilag_write:
 * @book: empty
 * @attachment: an item of kind attachment
 * @state: the scenario
 * @base: the grundprognose
 * @today: the day from which plans are seen
 *
 * Fills @book; what goes wrong is told when it is saved.
 *
 * Returns: %FALSE when the attachment has no sheet with anything on it
 */
gboolean
lv_bilag_write (LvWorkbook *book, const LvItem *attachment, const LvState *state, const LvState *base,
                const GDate *today)
{
  LvBilag self = { .book = book,
                   .attachment = attachment,
                   .pack = lv_model_pack (lv_state_model (state)),
                   .state = state,
                   .base = base,
                   .today = *today };

  return write_all (&self);
}

/** Fills @report with the same: a heading for each sheet, tables, figures as they are drawn, paragraphs. */
gboolean
lv_bilag_report (LvReport *report, const LvItem *attachment, const LvState *state, const LvState *base,
                 const GDate *today)
{
  LvBilag self = { .report = report,
                   .attachment = attachment,
                   .pack = lv_model_pack (lv_state_model (state)),
                   .state = state,
                   .base = base,
                   .today = *today };

  return write_all (&self);
}
