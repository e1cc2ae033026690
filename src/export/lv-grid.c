/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-grid.h"

#include "lv-action-plan.h"
#include "lv-number.h"
#include "lv-text.h"
#include "lv-unlike.h"
#include "lv-words.h"

#include <math.h>
#include <string.h>

static void
cell_clear (gpointer data)
{
  g_free (((LvGridCell *) data)->text);
}

static void
row_free (gpointer data)
{
  LvGridRow *row = data;

  g_free (row->label);
  g_free (row->id);
  g_array_unref (row->cells);
  g_free (row);
}

/** Returns: (transfer full): a table without columns and rows */
LvGrid *
lv_grid_empty (const char *title, const char *first)
{
  LvGrid *self = g_new0 (LvGrid, 1);

  self->title = g_strdup (title);
  self->first = g_strdup (first);
  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->nodes = g_ptr_array_new ();
  return self;
}

void
lv_grid_free (LvGrid *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->first);
  g_free (self->unit);
  g_free (self->subtitle);
  g_free (self->remark);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->nodes);
  g_free (self);
}

/** Adds a row; @label is taken. */
LvGridRow *
lv_grid_add_row (LvGrid *self, char *label, const LvNode *node)
{
  LvGridRow *row = g_new0 (LvGridRow, 1);

  row->label = label;
  row->node = node;
  row->cells = g_array_new (FALSE, TRUE, sizeof (LvGridCell));
  g_array_set_clear_func (row->cells, cell_clear);
  g_ptr_array_add (self->rows, row);
  return row;
}

void
lv_grid_add_cell (LvGridRow *row, const LvNode *node, gsize cell)
{
  LvGridCell entry = { .node = node, .cell = cell };

  g_array_append_val (row->cells, entry);
}

void
lv_grid_add_text (LvGridRow *row, const char *text)
{
  LvGridCell entry = { .text = g_strdup (text) };

  g_array_append_val (row->cells, entry);
}

/** Returns: (transfer full): "mio. kr., 25-pl, netto efter refusion"; may be empty */
char *
lv_unit_text (const LvPack *pack, const LvNode *node)
{
  g_autofree char *attributes = lv_text_attributes (pack, node);
  const LvUnit *unit = lv_node_unit (node);
  const char *plural = unit != NULL ? unit->plural : "";

  return g_strdup_printf ("%s%s%s", plural, plural[0] != '\0' && attributes[0] != '\0' ? ", " : "",
                          attributes);
}

/** Returns: (transfer full): the title of a chart or card; a sentence where it has words for it */
char *
lv_grid_item_title (const LvItem *item, const LvState *state, const LvState *base)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));
  const char *id = lv_item_get (item, "title-words");
  const LvItem *words = id != NULL ? lv_pack_find_kind (pack, LV_KIND_WORDS, id) : NULL;

  if (words != NULL)
    return lv_words_fill (words, state, base);
  return g_strdup (item->title != NULL ? item->title : item->id);
}

/* The years (or other members) that a card's columns= or a chart's from= and to= name. */
typedef struct
{
  const LvAxis *axis;
  guint from, to;
} Span;

static gboolean
parse_span (const LvPack *pack, const char *text, Span *span)
{
  g_auto (GStrv) sides = text != NULL ? g_strsplit (text, "=", 2) : NULL;
  g_auto (GStrv) ends = sides != NULL && sides[0] != NULL && sides[1] != NULL
                            ? g_strsplit (sides[1], "..", 2) : NULL;
  int from;
  int to;

  span->axis = sides != NULL && sides[0] != NULL ? lv_pack_find_axis (pack, g_strstrip (sides[0])) : NULL;
  if (span->axis == NULL)
    return FALSE;
  span->to = lv_axis_length (span->axis) - 1;
  if (ends == NULL || ends[0] == NULL)
    return TRUE;
  from = lv_axis_find (span->axis, ends[0]);
  to = ends[1] != NULL ? lv_axis_find (span->axis, ends[1]) : from;
  span->from = (guint) MAX (from, 0);
  span->to = to >= 0 ? (guint) to : span->to;
  return TRUE;
}

static gboolean
row_has_values (const LvModel *model, const LvNode *node, gsize cell, int across, const Span *span)
{
  const LvShape *shape = lv_node_shape (node);

  if (across < 0)
    return lv_node_present (model, node, cell);
  for (guint m = span->from; m <= span->to; m++)
    if (lv_node_present (model, node, cell + m * lv_shape_stride (shape, (guint) across)))
      return TRUE;
  return FALSE;
}

static char *
row_label (const LvNode *node, gsize cell, int across)
{
  const LvShape *shape = lv_node_shape (node);
  GString *out = g_string_new (lv_node_title (node));

  for (guint i = 0; i < shape->n; i++)
    if ((int) i != across)
      g_string_append_printf (
          out, ", %s", lv_axis_member (shape->axis[i], lv_shape_coordinate (shape, cell, i))->title);
  return g_string_free (out, FALSE);
}

static const LvItem *
note_of (const LvPack *pack, const LvNode *node)
{
  const char *id = lv_node_item (node) != NULL ? lv_pack_text (pack, lv_node_item (node), "note") : NULL;

  return id != NULL ? lv_pack_find_kind (pack, LV_KIND_WORDS, id) : NULL;
}

/* Whether a row is one of those that rows=ID@members names, whatever its columns are. */
static gboolean
is_meant (const LvPlace *place, const LvShape *shape, gsize cell, int across)
{
  LvPlace rows = *place;

  if (across >= 0)
    rows.from[across] = 0;
  return lv_place_contains (&rows, shape, cell);
}

/* A node's rows: one for each member of the axes that do not run along the columns. */
static void
add_node_rows (LvGrid *self, const LvModel *model, const LvNode *node, const LvPlace *place,
               const Span *span)
{
  const LvShape *shape = lv_node_shape (node);
  int across = span->axis != NULL ? lv_shape_find (shape, span->axis) : -1;

  g_ptr_array_add (self->nodes, (gpointer) node);
  for (gsize cell = 0; cell < lv_shape_cells (shape); cell++)
    {
      LvGridRow *row;

      if ((across >= 0 && lv_shape_coordinate (shape, cell, (guint) across) != 0)
          || !is_meant (place, shape, cell, across)
          || !row_has_values (model, node, cell, across, span))
        continue;
      row = lv_grid_add_row (self, row_label (node, cell, across), node);
      row->note = note_of (lv_model_pack (model), node);
      if (span->axis == NULL)
        lv_grid_add_cell (row, node, cell);
      for (guint m = span->from; span->axis != NULL && m <= span->to; m++)
        if (across >= 0)
          lv_grid_add_cell (row, node, cell + m * lv_shape_stride (shape, (guint) across));
        else
          lv_grid_add_cell (row, node, cell);
    }
}

/** Finds what all rows are in, if it is the same; otherwise each row says it. */
void
lv_grid_settle_unit (LvGrid *self, const LvPack *pack)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      char *unit = lv_unit_text (pack, g_ptr_array_index (self->nodes, i));

      if (i == 0)
        self->unit = unit;
      else if (g_strcmp0 (self->unit, unit) != 0)
        {
          g_free (unit);
          g_clear_pointer (&self->unit, g_free);
          return;
        }
      else
        g_free (unit);
    }
}

static void
add_unit_column (LvGrid *self, const LvPack *pack)
{
  if (self->unit != NULL || self->nodes->len == 0)
    return;
  g_ptr_array_insert (self->heads, 0, g_strdup (lv_text_word (pack, "xl-unit", "Unit")));
  for (guint i = 0; i < self->rows->len; i++)
    {
      LvGridRow *row = g_ptr_array_index (self->rows, i);
      LvGridCell cell = { .text = row->node != NULL ? lv_unit_text (pack, row->node) : g_strdup ("") };

      if (cell.text[0] == '\0')
        {
          g_free (cell.text);
          cell.text = g_strdup (lv_text_word (pack, "xl-number", "number"));
        }
      g_array_insert_val (row->cells, 0, cell);
    }
}

/** Returns: (transfer full): a day or a month as people write it; a year as it is */
char *
lv_grid_day_text (const LvPack *pack, const char *date)
{
  g_autofree char *words = lv_plan_day_words (pack, date);

  return words[0] != '\0' ? g_steal_pointer (&words) : g_strdup (date);
}

/* A cell of a table of words as people read it: a member has its title, a day its month's name. */
static char *
words_text (const LvPack *pack, const LvColumn *column, const char *text)
{
  int member;

  if (text == NULL || text[0] == '\0' || strcmp (text, "?") == 0)
    return g_strdup (lv_text_word (pack, "xl-not-stated", "not stated"));
  if (column->type == LV_COLUMN_DATE)
    return lv_grid_day_text (pack, text);
  member = column->type == LV_COLUMN_MEMBER ? lv_axis_find (column->axis, text) : -1;
  return g_strdup (member >= 0 ? lv_axis_member (column->axis, (guint) member)->title : text);
}

static void
add_words_rows (LvGrid *self, const LvPack *pack, const LvTable *table)
{
  for (guint c = 1; c < table->columns->len; c++)
    {
      const LvColumn *column = &g_array_index (table->columns, LvColumn, c);

      g_ptr_array_add (self->heads, column->unit != NULL && column->unit->plural[0] != '\0'
                                        ? g_strdup_printf ("%s, %s", column->title, column->unit->plural)
                                        : g_strdup (column->title));
    }
  g_free (self->first);
  self->first = g_strdup (g_array_index (table->columns, LvColumn, 0).title);
  for (guint r = 0; r < table->rows->len; r++)
    {
      const LvItem *item = g_ptr_array_index (table->rows, r);
      const LvRow *words = item->detail;
      LvGridRow *row = lv_grid_add_row (
          self, words_text (pack, &g_array_index (table->columns, LvColumn, 0), words->cells[0]), NULL);

      for (guint c = 1; c < table->columns->len; c++)
        {
          const LvColumn *column = &g_array_index (table->columns, LvColumn, c);
          const char *text = words->cells[c];
          LvGridCell cell = { .decimals = column->unit != NULL ? MAX (column->unit->decimals, 0) : 0 };

          if (column->type != LV_COLUMN_NUMBER || text == NULL || !lv_number_parse_c (text, &cell.number))
            cell.text = words_text (pack, column, text);
          g_array_append_val (row->cells, cell);
        }
    }
}

static void
add_subject (LvGrid *self, const LvModel *model, const LvItem *item, const char *members,
             const Span *span)
{
  const LvPack *pack = lv_model_pack (model);
  const LvNode *node = lv_model_find (model, item->id);
  g_autofree char *reason = NULL;
  LvPlace place;

  if (item->kind == LV_KIND_TABLE)
    add_words_rows (self, pack, item->detail);
  else if (node != NULL && lv_place_parse (members, lv_node_shape (node), &place, &reason))
    add_node_rows (self, model, node, &place, span);
}

/* A card of figures is a table of them. */
static void
add_card (LvGrid *self, const LvModel *model, const LvItem *card, const Span *span)
{
  g_auto (GStrv) list = lv_item_get_list (card, lv_item_get (card, "rows") != NULL ? "rows" : "show");

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (list[i], "@", 2);
      const LvItem *subject = parts[0] != NULL ? lv_pack_find (lv_model_pack (model), parts[0]) : NULL;

      if (subject != NULL)
        add_subject (self, model, subject, parts[1] != NULL ? parts[1] : "", span);
    }
}

/* The axis of a value that is shown alone: time, else its last. */
static void
own_span (const LvModel *model, const LvItem *item, Span *span)
{
  const LvNode *node = lv_model_find (model, item->id);
  const LvShape *shape = node != NULL ? lv_node_shape (node) : NULL;

  if (shape == NULL || shape->n == 0)
    return;
  span->axis = shape->axis[shape->n - 1];
  span->to = lv_axis_length (span->axis) - 1;
}

/* --- Labels */

/* "Merforbrug" and "Merforbrug, mio. kr." both say @title. */
static gboolean
says (const char *text, const char *title)
{
  gsize length = strlen (title);

  return g_str_has_prefix (text, title) && (text[length] == '\0' || text[length] == ',');
}

/* The sheet's title stands above the table on pages, the table's own on a sheet: both must say it. */
static gboolean
says_already (const LvGrid *self, const LvSheet *sheet, const char *title)
{
  return says (self->title, title) && (sheet->title == NULL || says (sheet->title, title));
}

static gboolean
are_of_one_node (const LvGrid *self)
{
  const LvGridRow *first = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;

  for (guint i = 0; i < self->rows->len; i++)
    if (((const LvGridRow *) g_ptr_array_index (self->rows, i))->node != first->node)
      return FALSE;
  return first != NULL && first->node != NULL;
}

/* "Merforbrug pr. område, STU" -> "STU", where the title or the head of the labels says the rest. */
static void
shorten_label (LvGridRow *row)
{
  gsize length = row->node != NULL ? strlen (lv_node_title (row->node)) : 0;

  if (length == 0 || strncmp (row->label + length, ", ", 2) != 0)
    return;
  memmove (row->label, row->label + length + 2, strlen (row->label + length + 2) + 1);
}

/* What all rows would repeat stands once: in the title, or as head of the labels. */
static void
settle_labels (LvGrid *self, const LvSheet *sheet)
{
  gboolean one = are_of_one_node (self);
  const LvGridRow *first = one ? g_ptr_array_index (self->rows, 0) : NULL;

  if (one && strlen (first->label) > strlen (lv_node_title (first->node)))
    {
      g_free (self->first);
      self->first = g_strdup (lv_node_title (first->node));
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      LvGridRow *row = g_ptr_array_index (self->rows, i);
      const char *title = row->node != NULL ? lv_node_title (row->node) : NULL;

      if (title != NULL && (one || says_already (self, sheet, title)))
        shorten_label (row);
    }
}

/**
 * lv_grid_new:
 * @sheet: a table of an attachment
 *
 * Returns: (transfer full): its rows and columns
 */
LvGrid *
lv_grid_new (const LvSheet *sheet, const LvState *state, const LvState *base)
{
  const LvModel *model = lv_state_model (state);
  const LvPack *pack = lv_model_pack (model);
  const LvItem *item = sheet->of;
  g_autofree char *title = lv_grid_item_title (item, state, base);
  LvGrid *self = lv_grid_empty (title, lv_text_word (pack, "xl-row", "Row"));
  Span span = { 0 };

  if (!parse_span (pack, lv_item_get (item, "columns"), &span) && item->kind != LV_KIND_CARD)
    own_span (model, item, &span);
  if (item->kind == LV_KIND_CARD)
    add_card (self, model, item, &span);
  if (item->kind != LV_KIND_CARD)
    add_subject (self, model, item, "", &span);
  for (guint m = span.from; span.axis != NULL && m <= span.to; m++)
    g_ptr_array_add (self->heads, g_strdup (lv_axis_member (span.axis, m)->title));
  if (span.axis == NULL && self->nodes->len > 0)
    g_ptr_array_add (self->heads, g_strdup (lv_text_word (pack, "xl-value", "Value")));
  lv_grid_settle_unit (self, pack);
  self->remark = lv_unlike_text (model, self->nodes, FALSE);
  add_unit_column (self, pack);
  settle_labels (self, sheet);
  return self;
}
