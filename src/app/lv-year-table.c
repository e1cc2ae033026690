/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-year-table.h"

#include "lv-own-figure.h"
#include "lv-spread.h"
#include "lv-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Stand before a number, so that a change can be seen without colours. */
#define MARK_CHANGED "•\302\240"
#define MARK_OWN "*\302\240"
#define MARK_LOCKED "▣\302\240"

/* --- Layout */

static int
find_across (const LvShape *shape)
{
  for (int i = (int) shape->n - 1; i >= 0; i--)
    if (shape->axis[i]->kind != LV_AXIS_NAMED)
      return i;
  return shape->n > 1 ? (int) shape->n - 1 : -1;
}

/** Returns: whether @node runs along years, months or the like */
gboolean
lv_year_node_is_table (const LvNode *node)
{
  const LvShape *shape = lv_node_shape (node);
  int across = find_across (shape);

  return across >= 0 && shape->axis[across]->kind != LV_AXIS_NAMED;
}

/* The cell that @row of the other axes and @column of the axis across have together. */
static gsize
cell_at (const LvShape *shape, int across, gsize row, guint column)
{
  gsize inner = across >= 0 ? lv_shape_stride (shape, (guint) across) : 1;
  guint length = across >= 0 ? lv_axis_length (shape->axis[across]) : 1;

  return (row / inner * length + column) * inner + row % inner;
}

static char *
row_title (const LvShape *shape, int across, gsize row, const LvNode *node)
{
  LvShape other = *shape;

  if (across >= 0)
    lv_shape_remove (&other, shape->axis[across]);
  return other.n > 0 ? lv_shape_cell_title (&other, row) : g_strdup (lv_node_title (node));
}

static void
find_present (LvYearTable *self, gsize all_rows, guint all_columns, int across, gboolean *rows,
              gboolean *columns)
{
  const LvShape *shape = lv_node_shape (self->node);
  const LvModel *model = lv_session_model (self->session);

  for (gsize row = 0; row < all_rows; row++)
    for (guint column = 0; column < all_columns; column++)
      if (lv_node_present (model, self->node, cell_at (shape, across, row, column)))
        rows[row] = columns[column] = TRUE;
}

static void
lay_out (LvYearTable *self)
{
  const LvShape *shape = lv_node_shape (self->node);
  const LvModel *model = lv_session_model (self->session);
  int across = find_across (shape);
  guint all_columns = across >= 0 ? lv_axis_length (shape->axis[across]) : 1;
  gsize all_rows = lv_shape_cells (shape) / all_columns;
  g_autofree gboolean *rows = g_new0 (gboolean, all_rows);
  g_autofree gboolean *columns = g_new0 (gboolean, all_columns);
  gsize n = 0;

  find_present (self, all_rows, all_columns, across, rows, columns);
  self->cells = g_new (gssize, lv_shape_cells (shape));
  for (guint column = 0; column < all_columns; column++)
    if (columns[column])
      g_ptr_array_add (self->column_titles,
                       g_strdup (across >= 0 ? lv_axis_member (shape->axis[across], column)->title : ""));
  for (gsize row = 0; row < all_rows; row++)
    {
      if (!rows[row])
        continue;
      g_ptr_array_add (self->row_titles, row_title (shape, across, row, self->node));
      for (guint column = 0; column < all_columns; column++)
        {
          gsize cell = cell_at (shape, across, row, column);

          if (columns[column])
            self->cells[n++] = lv_node_present (model, self->node, cell) ? (gssize) cell : -1;
        }
    }
  self->rows = self->row_titles->len;
  self->columns = self->column_titles->len;
}

/** @node: a number or month with axes */
LvYearTable *
lv_year_table_new (LvSession *session, const LvNode *node)
{
  LvYearTable *self = g_new0 (LvYearTable, 1);

  self->session = g_object_ref (session);
  self->node = node;
  self->row_titles = g_ptr_array_new_with_free_func (g_free);
  self->column_titles = g_ptr_array_new_with_free_func (g_free);
  lv_input_bounds (node, &self->bounds);
  lay_out (self);
  return self;
}

void
lv_year_table_free (LvYearTable *self)
{
  g_ptr_array_unref (self->row_titles);
  g_ptr_array_unref (self->column_titles);
  g_object_unref (self->session);
  g_free (self->cells);
  g_free (self->locks);
  g_free (self);
}

/** Returns: the cell of the node, -1 where the table has a gap or ends */
gssize
lv_year_table_cell (const LvYearTable *self, guint row, guint column)
{
  return row < self->rows && column < self->columns ? self->cells[row * self->columns + column] : -1;
}

/* --- What may be done */

/** Returns: what may be done to @cell */
LvYearRule
lv_year_table_rule (const LvYearTable *self, gsize cell)
{
  const LvSeries *series = lv_node_series (self->node);
  LvValue base = lv_state_get (lv_session_base (self->session), self->node, cell);

  if (series == NULL)
    return LV_YEAR_OPEN;
  if (lv_own_figure_is_wanted (self->session, self->node, cell))
    return LV_YEAR_SOURCED;
  return series->editable && base.status != LV_STATUS_NOT_APPLICABLE ? LV_YEAR_OPEN : LV_YEAR_CLOSED;
}

/** Returns: (transfer none): why @cell takes no number as it is, in words; "" when it takes one */
const char *
lv_year_table_why (const LvYearTable *self, gsize cell)
{
  LvValue base = lv_state_get (lv_session_base (self->session), self->node, cell);

  switch (lv_year_table_rule (self, cell))
    {
    case LV_YEAR_SOURCED:
      return _ ("the number needs its source; enter it with F2");
    case LV_YEAR_CLOSED:
      return base.status == LV_STATUS_NOT_APPLICABLE
                 ? _ ("a number makes no sense here")
                 : _ ("read only: the figure is the source's, and a scenario does not change it");
    case LV_YEAR_OPEN:
    default:
      return "";
    }
}

/** Finds out anew which cells the scenario locks; until then none is shown as locked. */
void
lv_year_table_read_locks (LvYearTable *self)
{
  g_free (self->locks);
  self->locks = lv_session_locks (self->session, self->node);
}

/** Returns: whether @cell was locked when the locks were read */
gboolean
lv_year_table_is_locked (const LvYearTable *self, gsize cell)
{
  return self->locks != NULL && self->locks[cell];
}

/** Returns: whether the scenario has another value in @cell than the grundprognose */
gboolean
lv_year_table_is_changed (const LvYearTable *self, gsize cell)
{
  return lv_input_is_changed (self->session, self->node, cell);
}

/* --- In words */

static LvValue
value_of (const LvYearTable *self, gsize cell)
{
  return lv_state_get (lv_session_state (self->session), self->node, cell);
}

/** Returns: (transfer full): what stands in @cell: its number with a mark, or why there is none */
char *
lv_year_table_text (const LvYearTable *self, gsize cell)
{
  LvValue value = value_of (self, cell);
  gboolean changed = lv_year_table_is_changed (self, cell);
  gboolean own = lv_own_figure_exists (self->session, self->node, cell);
  g_autofree char *number = NULL;

  if (isnan (value.number))
    return g_strdup (lv_text_status (lv_session_pack (self->session), value.status));
  number = lv_input_bounds_format (self->node, value.number, changed || own);
  return g_strconcat (lv_year_table_is_locked (self, cell) ? MARK_LOCKED : "",
                      changed ? MARK_CHANGED : own ? MARK_OWN : "", number, NULL);
}

/** Returns: (transfer full): the number of @cell in full, as an entry and a spreadsheet get it; "" without */
char *
lv_year_table_typed (const LvYearTable *self, gsize cell)
{
  return lv_input_bounds_format (self->node, value_of (self, cell).number, TRUE);
}

/** Returns: (transfer full): which cell it is, "STU, 2027" */
char *
lv_year_table_where (const LvYearTable *self, gsize cell)
{
  return lv_shape_cell_title (lv_node_shape (self->node), cell);
}

/* What is known of the number beside it: "ændret i scenariet, grundprognose 0". */
static char *
status_words (const LvYearTable *self, gsize cell)
{
  const LvPack *pack = lv_session_pack (self->session);
  LvValue value = value_of (self, cell);
  LvValue base = lv_state_get (lv_session_base (self->session), self->node, cell);
  GString *out = g_string_new (lv_text_status (pack, value.status));

  if (lv_year_table_is_changed (self, cell))
    {
      g_autofree char *before = lv_text_precise (pack, self->node, base);

      g_string_append (out, ", ");
      g_string_append_printf (out, _ ("baseline %s"), before);
    }
  return g_string_free (out, FALSE);
}

/** Returns: (transfer full): all about @cell in a line, "STU, 2027: 5 mio. kr., ændret i scenariet, ..." */
char *
lv_year_table_status (const LvYearTable *self, gsize cell)
{
  LvValue value = value_of (self, cell);
  g_autofree char *where = lv_year_table_where (self, cell);
  g_autofree char *amount = lv_text_precise (lv_session_pack (self->session), self->node, value);
  g_autofree char *words = status_words (self, cell);
  const char *why = lv_year_table_why (self, cell);
  GString *out = g_string_new (where);

  g_string_append_printf (out, ": %s", amount);
  if (!isnan (value.number))
    g_string_append_printf (out, ", %s", words);
  if (lv_year_table_is_locked (self, cell))
    g_string_append_printf (out, ", %s", _ ("locked"));
  if (why[0] != '\0')
    g_string_append_printf (out, " – %s", why);
  return g_string_free (out, FALSE);
}

/** Returns: (transfer full): the name of @cell for a screen reader, the title of the table before all */
char *
lv_year_table_name (const LvYearTable *self, gsize cell)
{
  g_autofree char *status = lv_year_table_status (self, cell);

  return g_strdup_printf ("%s, %s", lv_node_title (self->node), status);
}
