/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-value.h"

#include "lv-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
bad_clear (gpointer data)
{
  g_free (((LvImportBad *) data)->text);
}

void
lv_proposal_free (LvProposal *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->differences);
  g_array_unref (self->bad);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}

static void
member_free (gpointer data)
{
  LvImportMember *member = data;

  g_free (member->title);
  g_free (member);
}

void
lv_import_run_init (LvImportRun *self, const LvState *state, guint sheet)
{
  *self = (LvImportRun){ .model = lv_state_model (state), .state = state };
  self->pack = lv_model_pack (self->model);
  self->base = lv_state_new (self->model);
  self->index = lv_import_index_new (self->model);
  self->seen = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->proposal = g_new0 (LvProposal, 1);
  self->proposal->sheet = sheet;
  self->proposal->differences = g_array_new (FALSE, FALSE, sizeof (LvImportDifference));
  self->proposal->bad = g_array_new (FALSE, FALSE, sizeof (LvImportBad));
  g_array_set_clear_func (self->proposal->bad, bad_clear);
  self->proposal->unknown = g_ptr_array_new_with_free_func (member_free);
}

/** Frees all but the proposal. */
void
lv_import_run_clear (LvImportRun *self)
{
  lv_state_free (self->base);
  lv_import_index_free (self->index);
  g_hash_table_unref (self->seen);
}

static gboolean
refuse (LvImportRun *self, guint row, guint column, const LvNode *node, const char *why)
{
  lv_import_bad (self, row, column, LV_BAD_READ_ONLY, "%s: %s", lv_node_title (node), why);
  return FALSE;
}

/** Returns: whether @cell of @node may be given a value; if not the reason is noted */
gboolean
lv_import_may_change (LvImportRun *self, const LvNode *node, gsize cell, guint row, guint column)
{
  const LvSeries *series = lv_node_series (node);
  const LvParameter *parameter = lv_node_parameter (node);

  if (parameter != NULL && parameter->role == LV_ROLE_VIEW)
    return refuse (self, row, column, node, _ ("it only chooses what is shown"));
  if (!lv_node_is_input (node))
    return refuse (self, row, column, node, _ ("this is computed; its inputs can be changed"));
  if (series != NULL && !series->editable)
    return refuse (self, row, column, node, _ ("this is restated or tied and can't be changed"));
  if (series != NULL && series->status[cell] == LV_STATUS_NOT_APPLICABLE)
    return refuse (self, row, column, node, _ ("there is no figure that makes sense here"));
  if (!lv_node_present (self->model, node, cell))
    return refuse (self, row, column, node, _ ("it has no value there"));
  return TRUE;
}

/* Returns: FALSE when a row before had a value for the same cell. */
static gboolean
claim (LvImportRun *self, const LvImportDifference *difference)
{
  GHashTable *cells = g_hash_table_lookup (self->seen, difference->node);
  gpointer key = GSIZE_TO_POINTER (difference->cell);
  gpointer row = cells != NULL ? g_hash_table_lookup (cells, key) : NULL;
  g_autofree char *members = NULL;
  g_autofree char *name = NULL;

  if (cells == NULL)
    {
      cells = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->seen, (gpointer) difference->node, cells);
    }
  if (row == NULL)
    {
      g_hash_table_insert (cells, key, GUINT_TO_POINTER (difference->row + 1));
      return TRUE;
    }
  members = lv_shape_cell_title (lv_node_shape (difference->node), difference->cell);
  name = g_strconcat (lv_node_title (difference->node), members[0] != '\0' ? ", " : "", members, NULL);
  lv_import_bad (self, difference->row, difference->column, LV_BAD_TWICE,
                 _ ("%s already has its value in row %u"), name, GPOINTER_TO_UINT (row));
  return FALSE;
}

/* Whether a value that stays the same is still news: until now it was somebody's judgement, or read in, and
 * now somebody says where it is from. */
static gboolean
confirms (const LvImportDifference *difference)
{
  gboolean open = difference->old.status == LV_STATUS_ASSUMED;

  return open && !isnan (difference->value) && (difference->source[0] != '\0' || difference->who[0] != '\0');
}

/** Takes a value that is known to be right: as a difference, or as the same as before. */
void
lv_import_add (LvImportRun *self, LvImportDifference *difference)
{
  const LvState *against = difference->kind == LV_IMPORT_FIGURE ? self->base : self->state;

  if (!claim (self, difference))
    return;
  difference->old = lv_state_get (against, difference->node, difference->cell);
  if (lv_import_same_value (difference->old.number, difference->value))
    {
      difference->confirms = confirms (difference);
      if (!difference->confirms)
        {
          self->proposal->n_same++;
          return;
        }
    }
  g_array_append_val (self->proposal->differences, *difference);
}

/** What a row says, whatever columns its values stand in. */
typedef struct
{
  guint row;
  const LvDataSheet *sheet;
  const LvMapping *mapping;
  const LvNode *node;
} Row;

static const LvDataCell *
cell_at (const Row *row, guint column)
{
  return lv_data_cell (row->sheet, row->row, column);
}

static const LvMapColumn *
column_of (const Row *row, LvMapRole role)
{
  for (guint i = 0; i < row->mapping->columns->len; i++)
    {
      const LvMapColumn *column = &g_array_index (row->mapping->columns, LvMapColumn, i);

      if (column->role == role)
        return column;
    }
  return NULL;
}

static const char *
text_of (const Row *row, LvMapRole role)
{
  const LvMapColumn *column = column_of (row, role);

  return column != NULL ? cell_at (row, column->column)->text : "";
}

/* Whether any column of values says something in this row. */
static gboolean
has_values (const LvImportRun *self, const Row *row)
{
  for (guint i = 0; i < row->mapping->columns->len; i++)
    {
      const LvMapColumn *column = &g_array_index (row->mapping->columns, LvMapColumn, i);

      if (column->role == LV_MAP_VALUE && !lv_import_says_nothing (self, cell_at (row, column->column)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_node (LvImportRun *self, Row *row, char **members)
{
  const LvMapColumn *column = column_of (row, LV_MAP_ID);
  const LvDataCell *cell = column != NULL ? cell_at (row, column->column) : NULL;
  g_autofree char *shown = NULL;
  gboolean ambiguous;

  row->node = row->mapping->node;
  *members = NULL;
  if (cell == NULL || (cell->kind == LV_DATA_EMPTY && row->node != NULL))
    {
      *members = g_strdup ("");
      return TRUE;
    }
  row->node = lv_import_index_node (self->index, cell->text, members, &ambiguous);
  if (row->node != NULL)
    return TRUE;
  shown = lv_import_shown (cell->text);
  if (cell->kind == LV_DATA_EMPTY)
    lv_import_bad (self, row->row, column->column, LV_BAD_UNKNOWN, _ ("the row does not say what it is"));
  else if (ambiguous)
    lv_import_bad (self, row->row, column->column, LV_BAD_AMBIGUOUS,
                   _ ("several are called “%s”; write the id instead"), shown);
  else
    lv_import_bad (self, row->row, column->column, LV_BAD_UNKNOWN, _ ("there is nothing called “%s”"), shown);
  return FALSE;
}

/* Narrows @place to one member of @axis. */
static gboolean
narrow (const LvShape *shape, LvPlace *place, const LvAxis *axis, guint member)
{
  int position = lv_shape_find (shape, axis);

  if (position < 0 || place->from[position] > member || place->to[position] < member)
    return FALSE;
  place->from[position] = place->to[position] = member;
  return TRUE;
}

/* An open axis can be given the member. */
static void
note_unknown (LvImportRun *self, const LvAxis *axis, const LvDataCell *cell)
{
  GPtrArray *unknown = self->proposal->unknown;
  LvImportMember *member;

  if (!axis->open || axis->kind != LV_AXIS_NAMED || cell->kind != LV_DATA_TEXT || strlen (cell->text) > 200
      || unknown->len >= LV_IMPORT_MAX_MEMBERS)
    return;
  for (guint i = 0; i < unknown->len; i++)
    {
      member = g_ptr_array_index (unknown, i);
      if (member->axis == axis && lv_import_same_words (member->title, cell->text))
        return;
    }
  member = g_new0 (LvImportMember, 1);
  member->axis = axis;
  member->title = lv_import_shown (cell->text);
  g_ptr_array_add (unknown, member);
}

/* The members that columns of the row say. An axis that the node does not have is of no concern. */
static gboolean
find_members (LvImportRun *self, const Row *row, const LvNode *node, LvPlace *place)
{
  const LvShape *shape = lv_node_shape (node);

  for (guint i = 0; i < row->mapping->columns->len; i++)
    {
      const LvMapColumn *column = &g_array_index (row->mapping->columns, LvMapColumn, i);
      const LvDataCell *cell = cell_at (row, column->column);
      g_autofree char *shown = NULL;
      int member;

      if (column->role != LV_MAP_MEMBER || lv_shape_find (shape, column->axis) < 0
          || cell->kind == LV_DATA_EMPTY)
        continue;
      member = lv_import_index_member (self->index, column->axis, cell);
      if (member >= 0 && narrow (shape, place, column->axis, (guint) member))
        continue;
      shown = lv_import_shown (cell->text);
      if (member < 0)
        note_unknown (self, column->axis, cell);
      if (member < 0)
        lv_import_bad (self, row->row, column->column, LV_BAD_MEMBER, _ ("“%s” is no member of %s"), shown,
                       column->axis->title);
      else
        lv_import_bad (self, row->row, column->column, LV_BAD_MEMBER,
                       _ ("“%s” is another member than the id says"), shown);
      return FALSE;
    }
  return TRUE;
}

static gboolean
find_cell (LvImportRun *self, const Row *row, const LvMapColumn *column, const LvNode *node, LvPlace *place,
           gsize *cell)
{
  const LvShape *shape = lv_node_shape (node);

  *cell = 0;
  if (column->axis != NULL && column->member >= 0
      && !narrow (shape, place, column->axis, (guint) column->member))
    {
      lv_import_bad (self, row->row, column->column, LV_BAD_MEMBER, _ ("%s has no member %s of %s"),
                     lv_node_title (node), lv_axis_member (column->axis, (guint) column->member)->title,
                     column->axis->title);
      return FALSE;
    }
  for (guint i = 0; i < shape->n; i++)
    {
      *cell += place->from[i] * lv_shape_stride (shape, i);
      if (lv_place_is_single (place, i))
        continue;
      lv_import_bad (self, row->row, column->column, LV_BAD_MEMBER, _ ("%s: the row does not say which %s"),
                     lv_node_title (node), shape->axis[i]->title);
      return FALSE;
    }
  return TRUE;
}

static LvImportKind
kind_of (const LvNode *node, const LvMapping *mapping)
{
  if (lv_node_measure (node) != NULL)
    return LV_IMPORT_KNOB;
  return lv_node_series (node) != NULL && !mapping->as_changes ? LV_IMPORT_FIGURE : LV_IMPORT_CHANGE;
}

static void
take_value (LvImportRun *self, const Row *row, const LvMapColumn *column, const LvNode *node,
            const LvPlace *row_place)
{
  const LvDataCell *data = cell_at (row, column->column);
  const LvMapColumn *unit = column_of (row, LV_MAP_UNIT);
  LvPlace place = *row_place;
  LvImportDifference difference = { .kind = kind_of (node, row->mapping),
                                    .node = node,
                                    .row = row->row,
                                    .column = column->column,
                                    .formula = data->formula,
                                    .source = text_of (row, LV_MAP_SOURCE),
                                    .note = text_of (row, LV_MAP_NOTE),
                                    .who = text_of (row, LV_MAP_WHO) };

  if (!find_cell (self, row, column, node, &place, &difference.cell)
      || !lv_import_may_change (self, node, difference.cell, row->row, column->column)
      || (unit != NULL && !lv_import_unit_fits (self, node, cell_at (row, unit->column)))
      || !lv_import_value (self, node, data, &difference.value))
    return;
  lv_import_add (self, &difference);
}

static gboolean
parse_members (LvImportRun *self, const Row *row, const LvNode *node, const char *members, LvPlace *place)
{
  const LvMapColumn *column = column_of (row, LV_MAP_ID);
  g_autofree char *reason = NULL;

  if (lv_place_parse (members, lv_node_shape (node), place, &reason))
    return TRUE;
  lv_import_bad (self, row->row, column != NULL ? column->column : 0, LV_BAD_MEMBER, "%s", reason);
  return FALSE;
}

static void
take_row (LvImportRun *self, Row *row)
{
  g_autofree char *members = NULL;

  if (!has_values (self, row) || !find_node (self, row, &members))
    return;
  for (guint i = 0; i < row->mapping->columns->len; i++)
    {
      const LvMapColumn *column = &g_array_index (row->mapping->columns, LvMapColumn, i);
      const LvNode *node = column->node != NULL ? column->node : row->node;
      LvPlace place;

      if (column->role != LV_MAP_VALUE || lv_import_says_nothing (self, cell_at (row, column->column)))
        continue;
      if (!parse_members (self, row, node, column->node != NULL ? "" : members, &place)
          || !find_members (self, row, node, &place))
        return;
      take_value (self, row, column, node, &place);
    }
}

/** A proposal on its way: @next is the cell of the sheet that comes next. */
struct _LvImporting
{
  LvImportRun run;
  LvMapping *mapping; /* (owned) */
  const LvDataSheet *sheet;
  guint next;
};

/**
 * lv_importing_new:
 * @state: as of lv_import_propose(); neither it nor its model may change until the proposal is finished
 * @data: must live as long as the proposal
 *
 * Begins a proposal that is made row by row, so that a window lives on meanwhile.
 *
 * Returns: (transfer full) (nullable)
 */
LvImporting *
lv_importing_new (const LvState *state, const LvSheetData *data, const LvMapping *mapping, GError **error)
{
  g_autofree char *lack = lv_mapping_fault (mapping);
  LvImporting *self;

  if (lack == NULL && mapping->sheet >= data->sheets->len)
    lack = g_strdup (_ ("the file has no such sheet"));
  if (lack != NULL)
    {
      g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_MAPPING, lack);
      return NULL;
    }
  self = g_new0 (LvImporting, 1);
  self->mapping = lv_mapping_copy (mapping);
  self->sheet = lv_sheet_data_sheet (data, mapping->sheet);
  lv_import_run_init (&self->run, state, mapping->sheet);
  return self;
}

void
lv_importing_free (LvImporting *self)
{
  if (self == NULL)
    return;
  lv_import_run_clear (&self->run);
  lv_proposal_free (self->run.proposal);
  lv_mapping_free (self->mapping);
  g_free (self);
}

/** Reads up to @rows rows more. Returns: whether there are others */
gboolean
lv_importing_step (LvImporting *self, guint rows)
{
  const GArray *cells = self->sheet->cells;

  for (; self->next < cells->len; self->next++)
    {
      guint r = g_array_index (cells, LvDataCell, self->next).row;
      Row row = { .row = r, .sheet = self->sheet, .mapping = self->mapping };

      if (r < self->mapping->first_row
          || (self->next > 0 && g_array_index (cells, LvDataCell, self->next - 1).row == r))
        continue;
      if (rows-- == 0)
        return TRUE;
      take_row (&self->run, &row);
    }
  return FALSE;
}

/** Returns: how much of the sheet has been read, 0 to 1 */
double
lv_importing_fraction (const LvImporting *self)
{
  return self->sheet->cells->len > 0 ? (double) self->next / self->sheet->cells->len : 1;
}

/** Returns: (transfer full): the proposal; @self is gone */
LvProposal *
lv_importing_finish (LvImporting *self)
{
  LvProposal *proposal = g_steal_pointer (&self->run.proposal);

  lv_importing_free (self);
  return proposal;
}

/**
 * lv_import_propose:
 * @state: the scenario that changes are compared with; figures are compared with the grundprognose
 * @data: must live as long as the proposal
 * @mapping: what the columns mean; lv_mapping_fault() must find nothing
 *
 * Finds out what a sheet would change.
 *
 * Returns: (transfer full) (nullable): the differences, and the rows that can't be taken
 */
LvProposal *
lv_import_propose (const LvState *state, const LvSheetData *data, const LvMapping *mapping, GError **error)
{
  LvImporting *importing = lv_importing_new (state, data, mapping, error);

  if (importing == NULL)
    return NULL;
  while (lv_importing_step (importing, G_MAXUINT))
    ;
  return lv_importing_finish (importing);
}
