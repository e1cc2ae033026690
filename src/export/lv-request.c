/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for the operating areas: everything that is missing or somebody's judgement (as a template: every
 * figure of some series), a row each, with open cells for the value, its source, a note and who says so. What comes back is read by lv-import: the
 * heads are the words that it knows. */
#include "lv-request.h"

#include "lv-calc.h"
#include "lv-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define HEAD_ROW 3

enum
{
  COLUMN_ID,
  COLUMN_TITLE,
  COLUMN_MEMBERS,
  COLUMN_UNIT,
  COLUMN_ATTRIBUTES,
  COLUMN_STATUS,
  COLUMN_VALUE,
  COLUMN_ASKED,
  COLUMN_WHY,
  COLUMN_NEW,
  COLUMN_SOURCE,
  COLUMN_NOTE,
  COLUMN_WHO,
  N_COLUMNS
};

static const struct
{
  const char *word;
  const char *otherwise;
  double width;
} heads[N_COLUMNS] = {
  { "xl-id", "Id", 26 },
  { "xl-title", "Title", 36 },
  { "xl-members", "Of", 20 },
  { "xl-unit", "Unit", 12 },
  { "form-attributes", "Price level and basis", 16 },
  { "xl-status", "Status", 11 },
  { "form-now", "Value now", 11 },
  { "form-asked", "What is asked", 30 },
  { "form-why", "Why it is open", 36 },
  { "form-value", "New value", 13 },
  { "form-source", "Source", 26 },
  { "form-note", "Note", 26 },
  { "form-who", "Filled in by", 18 },
};

/** One form on its way. */
typedef struct
{
  LvWorkbook *book;
  const LvPack *pack;
  const LvState *base;
  gboolean every;
  guint sheet;
} Request;

/* What the sheet is called, and the line below. */
static const char *
title_of (const Request *self)
{
  return self->every ? lv_text_word (self->pack, "form-template", "Numbers to fill in")
                     : lv_text_word (self->pack, "form-title", "Open figures");
}

static const char *
line_of (const Request *self)
{
  return self->every ? lv_text_word (self->pack, "form-template-line",
                                     "Fill in the yellow cells that you know and send the file back.")
                     : lv_text_word (self->pack, "form-line", "Fill in the yellow cells and send the file back.");
}

static gboolean
is_wanted (const LvState *base, const LvNode *node, gsize cell, gboolean every)
{
  LvStatus status = lv_state_get (base, node, cell).status;

  if (!every)
    return status == LV_STATUS_MISSING || status == LV_STATUS_ASSUMED;
  return lv_node_present (lv_state_model (base), node, cell) && status != LV_STATUS_NOT_APPLICABLE;
}

/* A series that says ask=no is asked for by name only. */
static gboolean
is_asked_with_the_rest (const LvNode *node)
{
  const LvSeries *series = lv_node_series (node);

  return series == NULL || g_strcmp0 (lv_item_get (series->item, "ask"), "no") != 0;
}

/**
 * lv_request_cells:
 * @base: the grundprognose
 * @nodes: (nullable) (element-type LvNode): only of these
 * @every: all that can be given a value, not only what is missing or assumed
 *
 * Returns: (transfer full) (element-type LvRequestCell): cells of series and parameters, in the order of
 *   the pack
 */
GArray *
lv_request_cells (const LvState *base, const GPtrArray *nodes, gboolean every)
{
  const LvModel *model = lv_state_model (base);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (LvRequestCell));

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      LvRequestCell cell = { .node = lv_model_node (model, i) };

      if (!lv_request_can_ask (cell.node)
          || (nodes == NULL && !is_asked_with_the_rest (cell.node))
          || (nodes != NULL && !g_ptr_array_find ((GPtrArray *) nodes, cell.node, NULL)))
        continue;
      for (cell.cell = 0; cell.cell < lv_shape_cells (lv_node_shape (cell.node)); cell.cell++)
        if (is_wanted (base, cell.node, cell.cell, every))
          g_array_append_val (cells, cell);
    }
  return cells;
}

static void
put (const Request *self, guint row, guint column, const char *text, LvStyle style)
{
  lv_workbook_text (self->book, (LvCellPlace){ self->sheet, row, column }, text, style);
}

static void
append (GString *out, const char *text)
{
  if (text != NULL && text[0] != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", text);
}

static const char *
source_title (const Request *self, const char *id)
{
  const LvItem *item = id != NULL ? lv_pack_find_kind (self->pack, LV_KIND_SOURCE, id) : NULL;

  return item != NULL ? item->title : id;
}

/* What the pack says of the cell: why, who said so, and the source with the place in it. */
static void
write_why (const Request *self, const LvRequestCell *cell, guint row)
{
  const LvSeries *series = lv_node_series (cell->node);
  const LvParameter *parameter = lv_node_parameter (cell->node);
  const LvCellInfo *info = series != NULL && series->info != NULL ? series->info[cell->cell] : NULL;
  const LvItem *item = lv_node_item (cell->node);
  const char *source = series != NULL ? series->source : parameter->source;
  const char *place = series != NULL ? series->place : parameter->place;
  g_autoptr (GString) why = g_string_new (NULL);

  append (why, info != NULL && info->why != NULL ? info->why : lv_pack_text (self->pack, item, "why"));
  append (why, info != NULL ? info->note : NULL);
  append (why, lv_pack_text (self->pack, item, "who"));
  append (why, source_title (self, info != NULL && info->source != NULL ? info->source : source));
  append (why, info != NULL && info->place != NULL ? info->place : place);
  put (self, row, COLUMN_WHY, why->str, LV_STYLE_WRAP);
}

static gboolean
is_switch (const LvNode *node)
{
  const LvParameter *parameter = lv_node_parameter (node);

  return lv_node_is_switch (node) || (parameter != NULL && parameter->input == LV_INPUT_SWITCH);
}

static LvInput
input_of (const LvNode *node)
{
  const LvParameter *parameter = lv_node_parameter (node);

  return is_switch (node) ? LV_INPUT_SWITCH : parameter != NULL ? parameter->input : LV_INPUT_NUMBER;
}

static char *
limits_text (const Request *self, const LvNode *node)
{
  const LvParameter *parameter = lv_node_parameter (node);
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  if (input_of (node) == LV_INPUT_SWITCH)
    return g_strdup (lv_text_word (self->pack, "xl-type-switch", "1 is on, 0 is off."));
  if (input_of (node) == LV_INPUT_MONTH)
    return g_strdup (lv_text_word (self->pack, "form-type-month", "Write a month as 2027-01."));
  if (input_of (node) == LV_INPUT_MEMBER)
    return g_strdup_printf ("%s.", parameter->axis->title);
  if (parameter == NULL || isnan (parameter->min) || isnan (parameter->max))
    return g_strdup (lv_text_word (self->pack, "form-type-number", "Write a number."));
  least = lv_text_number (node, parameter->min);
  most = lv_text_number (node, parameter->max);
  return lv_fill (lv_text_word (self->pack, "xl-type-between", "From {1} to {2}."), least, most);
}

static void
write_asked (const Request *self, const LvNode *node, LvStatus status, guint row)
{
  const char *asked = status == LV_STATUS_MISSING
                          ? lv_text_word (self->pack, "form-ask-missing", "Give the figure and its source.")
                      : status == LV_STATUS_ASSUMED
                          ? lv_text_word (self->pack, "form-ask-assumed", "Confirm or correct the estimate.")
                          : lv_text_word (self->pack, "form-ask-known", "Give the figure if it is another.");
  g_autofree char *limits = limits_text (self, node);
  g_autofree char *whole = g_strdup_printf ("%s %s", asked, limits);

  put (self, row, COLUMN_ASKED, whole, LV_STYLE_WRAP);
}

static void
write_now (const Request *self, const LvNode *node, double value, guint row)
{
  LvCellPlace at = { self->sheet, row, COLUMN_VALUE };
  g_autofree char *text = NULL;

  if (isnan (value))
    return;
  if (input_of (node) == LV_INPUT_MEMBER || input_of (node) == LV_INPUT_MONTH)
    {
      text = lv_text_number (node, value);
      lv_workbook_text (self->book, at, text, LV_STYLE_TEXT);
    }
  else if (is_switch (node))
    lv_workbook_number (self->book, at, value, LV_STYLE_SWITCH, 0);
  else
    lv_workbook_number (self->book, at, value, LV_STYLE_NUMBER, lv_decimals_for (lv_node_unit (node), value));
}

/* Titles of members as a list to choose from, where a spreadsheet takes it: 255 characters in all. */
static char *
member_list (const LvAxis *axis)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lv_axis_length (axis); i++)
    {
      const char *title = lv_axis_member (axis, i)->title;

      if (strchr (title, ',') != NULL || out->len + strlen (title) > 240)
        {
          g_string_free (out, TRUE);
          return NULL;
        }
      g_string_append_printf (out, "%s%s", i > 0 ? "," : "", title);
    }
  return g_string_free (out, FALSE);
}

/* Cells of one series in a row may hold the same: one rule for all of them. */
static void
validate (const Request *self, const LvNode *node, LvCellPlace at, guint rows)
{
  const LvParameter *parameter = lv_node_parameter (node);
  g_autofree char *text = limits_text (self, node);
  g_autofree char *list = input_of (node) == LV_INPUT_MEMBER ? member_list (parameter->axis) : NULL;
  LvValidation rule = { .least = NAN, .most = NAN, .text = text,
                        .title = lv_text_word (self->pack, "form-value", "New value") };

  if (input_of (node) == LV_INPUT_MONTH || (input_of (node) == LV_INPUT_MEMBER && list == NULL))
    return;
  rule.list = input_of (node) == LV_INPUT_SWITCH ? "1,0" : list;
  if (parameter != NULL && input_of (node) == LV_INPUT_NUMBER)
    {
      rule.least = parameter->min;
      rule.most = parameter->max;
    }
  lv_workbook_validate_rows (self->book, at, rows, &rule);
}

static void
write_open (const Request *self, const LvNode *node, guint row)
{
  LvCellPlace at = { self->sheet, row, COLUMN_NEW };
  LvInput input = input_of (node);

  lv_workbook_blank (self->book, at,
                     input == LV_INPUT_NUMBER   ? LV_STYLE_INPUT
                     : input == LV_INPUT_SWITCH ? LV_STYLE_INPUT_SWITCH : LV_STYLE_INPUT_TEXT,
                     -1);
  for (at.column = COLUMN_SOURCE; at.column <= COLUMN_WHO; at.column++)
    lv_workbook_blank (self->book, at, LV_STYLE_INPUT_WRAP, -1);
}

static void
write_row (const Request *self, const LvRequestCell *cell, guint row)
{
  const LvNode *node = cell->node;
  LvValue value = lv_state_get (self->base, node, cell->cell);
  g_autofree char *name = lv_shape_cell_name (lv_node_shape (node), cell->cell);
  g_autofree char *id = name[0] != '\0' ? g_strdup_printf ("%s@%s", lv_node_id (node), name)
                                        : g_strdup (lv_node_id (node));
  g_autofree char *members = lv_shape_cell_title (lv_node_shape (node), cell->cell);
  g_autofree char *attributes = lv_text_attributes (self->pack, node);

  put (self, row, COLUMN_ID, id, LV_STYLE_WRAP);
  put (self, row, COLUMN_TITLE, lv_node_title (node), LV_STYLE_WRAP);
  put (self, row, COLUMN_MEMBERS, members, LV_STYLE_WRAP);
  if (input_of (node) == LV_INPUT_NUMBER && lv_node_unit (node) != NULL)
    put (self, row, COLUMN_UNIT, lv_node_unit (node)->plural, LV_STYLE_WRAP);
  put (self, row, COLUMN_ATTRIBUTES, attributes, LV_STYLE_WRAP);
  put (self, row, COLUMN_STATUS, lv_text_status (self->pack, value.status), LV_STYLE_TEXT);
  write_now (self, node, value.number, row);
  write_asked (self, node, value.status, row);
  write_why (self, cell, row);
  write_open (self, node, row);
}

static void
write_sheet (Request *self, const GArray *cells, const char *footer)
{
  const char *title = title_of (self);

  self->sheet = lv_workbook_add_sheet (self->book, title);
  put (self, 0, 0, title, LV_STYLE_TITLE);
  put (self, 1, 0, line_of (self), LV_STYLE_TEXT);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      lv_workbook_width (self->book, self->sheet, i, i, heads[i].width);
      put (self, HEAD_ROW, i, lv_text_word (self->pack, heads[i].word, heads[i].otherwise), LV_STYLE_HEADER);
    }
  for (guint i = 0; i < cells->len; i++)
    write_row (self, &g_array_index (cells, LvRequestCell, i), HEAD_ROW + 1 + i);
  for (guint i = 0, to; i < cells->len; i = to)
    {
      const LvNode *node = g_array_index (cells, LvRequestCell, i).node;

      for (to = i + 1; to < cells->len && g_array_index (cells, LvRequestCell, to).node == node; to++)
        ;
      validate (self, node, (LvCellPlace){ self->sheet, HEAD_ROW + 1 + i, COLUMN_NEW }, to - i);
    }
  lv_workbook_protect (self->book, self->sheet);
  lv_workbook_setup (self->book, self->sheet,
                     &(LvSheetSetup){ .repeat_from = HEAD_ROW, .repeat_to = HEAD_ROW,
                                      .freeze_row = HEAD_ROW + 1, .freeze_column = 2, .footer = footer });
}

/**
 * lv_request_write:
 * @base: the grundprognose
 * @path: where the workbook goes
 *
 * Writes the form. The same pack and date give the same bytes.
 *
 * Returns: %FALSE when it can't be written, or nothing is open
 */
gboolean
lv_request_write (const LvState *base, const char *path, const LvRequestOptions *options, GError **error)
{
  Request self = { .base = base, .pack = lv_model_pack (lv_state_model (base)), .every = options->every };
  g_autoptr (GArray) cells = lv_request_cells (base, options->nodes, options->every);
  const char *pack_title = lv_pack_head (self.pack, "title");
  g_autofree char *footer = g_strdup_printf ("%d.%d.%d · %s", options->day, options->month, options->year,
                                             pack_title != NULL ? pack_title : "");
  LvWorkbookInfo info = { .title = title_of (&self),
                          .subject = pack_title,
                          .author = lv_pack_head (self.pack, "publisher"),
                          .language = lv_pack_head (self.pack, "language"),
                          .year = options->year, .month = options->month, .day = options->day };
  g_autoptr (LvWorkbook) book = NULL;

  if (cells->len == 0)
    {
      g_set_error_literal (error, LV_EXPORT_ERROR, LV_EXPORT_ERROR_CONTENT,
                           options->every ? _ ("there is no figure to ask for")
                                          : _ ("no figure is missing or assumed"));
      return FALSE;
    }
  self.book = book = lv_workbook_new (path, &info, error);
  if (book == NULL)
    return FALSE;
  g_strdelimit (footer, "&", '+');
  write_sheet (&self, cells, footer);
  return lv_workbook_save (book, error);
}
