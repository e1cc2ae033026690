/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-card-table-lines.h"

#include "lv-card-tools.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Sums of printed numbers carry the noise of binary fractions. */
#define NOISE 1e-6

/* The columns as a shape of their own: `columns=aar=2025..2029` is a shape of one axis. */
typedef struct
{
  LvShape shape;
  GArray *cells; /* (owned) gsize */
} Columns;

static void
line_clear (gpointer data)
{
  LvTableLine *line = data;

  g_free (line->title);
  g_free (line->cells);
}

void
lv_table_lines_free (LvTableLines *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->columns);
  g_array_unref (self->lines);
  g_free (self);
}

static void
read_columns (LvSession *session, const LvItem *card, Columns *columns)
{
  g_auto (GStrv) parts = lv_item_get_list (card, "columns");
  g_autoptr (GString) members = g_string_new (NULL);
  g_autofree char *reason = NULL;
  gssize cell = -1;
  LvPlace place;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (parts[i], "=", 2);
      const LvAxis *axis
          = sides[0] != NULL ? lv_pack_find_axis (lv_session_pack (session), sides[0]) : NULL;

      if (axis == NULL || sides[1] == NULL || !lv_shape_add (&columns->shape, axis))
        continue;
      g_string_append_printf (members, "%s%s", columns->shape.n > 1 ? "/" : "", sides[1]);
    }
  columns->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (!lv_place_parse (members->str, &columns->shape, &place, &reason))
    return;
  while (lv_place_next (&place, &columns->shape, &cell))
    {
      gsize found = (gsize) cell;

      g_array_append_val (columns->cells, found);
    }
}

/* The cell of @node where its outer members are @row's and the others the column's; -1 without one. */
static gssize
cell_at (LvSession *session, const LvNode *node, const LvShape *outer, gsize row,
         const Columns *columns, gsize column)
{
  const LvShape *shape = lv_node_shape (node);
  gsize cell = 0;

  for (guint i = 0; i < shape->n; i++)
    {
      int along = lv_shape_find (&columns->shape, shape->axis[i]);
      guint at = along >= 0
                     ? lv_shape_coordinate (&columns->shape, column, (guint) along)
                     : lv_shape_coordinate (outer, row,
                                            (guint) lv_shape_find (outer, shape->axis[i]));

      cell += at * lv_shape_stride (shape, i);
    }
  return lv_node_present (lv_session_model (session), node, cell) ? (gssize) cell : -1;
}

static gssize *
cells_of (LvSession *session, const LvNode *node, const LvPlace *place, const LvShape *outer, gsize row,
          const Columns *columns)
{
  g_autofree gssize *cells = g_new (gssize, MAX (columns->cells->len, 1));
  gboolean any = FALSE;

  for (guint i = 0; i < columns->cells->len; i++)
    {
      cells[i] = cell_at (session, node, outer, row, columns, g_array_index (columns->cells, gsize, i));
      if (cells[i] >= 0 && !lv_place_contains (place, lv_node_shape (node), (gsize) cells[i]))
        cells[i] = -1;
      any = any || cells[i] >= 0;
    }
  return any ? g_steal_pointer (&cells) : NULL;
}

/* The axes that do not run along the columns. */
static LvShape
outer_shape (const LvNode *node, const Columns *columns)
{
  LvShape outer = *lv_node_shape (node);

  for (guint i = 0; i < columns->shape.n; i++)
    lv_shape_remove (&outer, columns->shape.axis[i]);
  return outer;
}

static void
add_lines (LvTableLines *self, LvSession *session, const char *reference, const Columns *columns,
           gboolean heading)
{
  g_auto (GStrv) parts = g_strsplit (reference, "@", 2);
  const LvNode *node
      = parts[0] != NULL ? lv_model_find (lv_session_model (session), parts[0]) : NULL;
  g_autofree char *reason = NULL;
  LvShape outer;
  LvPlace place;

  if (node == NULL
      || !lv_place_parse (parts[1] != NULL ? parts[1] : "", lv_node_shape (node), &place, &reason))
    return;
  outer = outer_shape (node, columns);
  if (outer.n > 0 && heading)
    g_array_append_vals (self->lines, &(LvTableLine){ .title = g_strdup (lv_node_title (node)) }, 1);
  for (gsize row = 0; row < lv_shape_cells (&outer); row++)
    {
      LvTableLine line = { .node = node, .member = outer.n > 0 && heading };

      line.cells = cells_of (session, node, &place, &outer, row, columns);
      if (line.cells == NULL)
        continue;
      line.title = outer.n > 0 ? lv_shape_cell_title (&outer, row) : g_strdup (lv_node_title (node));
      g_array_append_val (self->lines, line);
    }
}

/* Members of one series need no heading: the card's title is one. */
static gboolean
needs_headings (LvSession *session, char **rows, const Columns *columns)
{
  guint with_members = 0;

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (rows[i], "@", 2);
      const LvNode *node
          = parts[0] != NULL ? lv_model_find (lv_session_model (session), parts[0]) : NULL;
      LvShape outer = { 0 };

      if (node != NULL)
        outer = outer_shape (node, columns);
      if (outer.n > 0)
        with_members++;
    }
  return with_members > 1;
}

static double
value_at (LvSession *session, const LvTableLine *line, guint column)
{
  return line->cells != NULL && line->cells[column] >= 0
             ? lv_state_number (lv_session_base (session), line->node, (gsize) line->cells[column])
             : NAN;
}

/* Whether @line is the sum of the lines @of, the last of them taken with @sign_of_last, wherever it has a
 * value. Terms without a value there do not count; a line of zeros is no total. */
static gboolean
is_sum (const LvTableLines *self, LvSession *session, const LvTableLine *line, const GArray *of,
        double sign_of_last)
{
  gboolean found = FALSE;

  for (guint c = 0; c < self->columns->len; c++)
    {
      double value = value_at (session, line, c);
      double sum = 0;
      guint terms = 0;

      for (guint i = 0; i < of->len; i++)
        {
          const LvTableLine *term
              = &g_array_index (self->lines, LvTableLine, g_array_index (of, guint, i));
          double part = value_at (session, term, c);

          if (isnan (part))
            continue;
          sum += i + 1 == of->len ? sign_of_last * part : part;
          terms++;
        }
      if (isnan (value))
        continue;
      if (terms < 2 || fabs (sum - value) > NOISE)
        return FALSE;
      found = found || value != 0;
    }
  return found;
}

/* Finds totals by their values in the grundprognose: a line that is the sum of those since the last total,
 * or the sum or difference of the totals so far. What merely stands last is no total. */
static void
find_totals (LvTableLines *self, LvSession *session)
{
  g_autoptr (GArray) block = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->lines->len; i++)
    {
      LvTableLine *line = &g_array_index (self->lines, LvTableLine, i);

      if (line->node == NULL)
        continue;
      if (block->len > 1 && is_sum (self, session, line, block, 1))
        line->total = TRUE;
      else if (block->len == 0 && totals->len == 2)
        line->total = is_sum (self, session, line, totals, 1) || is_sum (self, session, line, totals, -1);
      if (line->total)
        g_array_set_size (block, 0);
      g_array_append_val (line->total ? totals : block, i);
    }
}

static void
find_unit (LvTableLines *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const LvTableLine *line = &g_array_index (self->lines, LvTableLine, i);

      if (line->node == NULL)
        continue;
      if (self->unit != NULL && strcmp (self->unit->plural, lv_node_unit (line->node)->plural) != 0)
        {
          self->unit = NULL;
          return;
        }
      self->unit = lv_node_unit (line->node);
    }
}

/** Returns: (transfer full): what the card's `rows` and `columns` name */
LvTableLines *
lv_table_lines_new (LvSession *session, const LvItem *card)
{
  LvTableLines *self = g_new0 (LvTableLines, 1);
  g_auto (GStrv) rows = lv_item_get_list (card, "rows");
  Columns columns = { 0 };
  gboolean headings;

  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_array_new (FALSE, FALSE, sizeof (LvTableLine));
  g_array_set_clear_func (self->lines, line_clear);
  read_columns (session, card, &columns);
  for (guint i = 0; i < columns.cells->len; i++)
    g_ptr_array_add (self->columns, lv_shape_cell_title (&columns.shape,
                                                         g_array_index (columns.cells, gsize, i)));
  headings = needs_headings (session, rows, &columns);
  for (guint i = 0; rows[i] != NULL; i++)
    add_lines (self, session, rows[i], &columns, headings);
  find_unit (self);
  if (columns.shape.n > 0)
    find_totals (self, session);
  g_array_unref (columns.cells);
  return self;
}

/** Returns: (transfer full): the scenario's value; with its unit where the units of the table differ */
char *
lv_table_lines_value (const LvTableLines *self, LvSession *session, const LvTableLine *line,
                      guint column)
{
  const LvPack *pack = lv_session_pack (session);
  LvValue value;

  if (line->cells == NULL || line->cells[column] < 0)
    return g_strdup ("");
  value = lv_state_get (lv_session_state (session), line->node, (gsize) line->cells[column]);
  return self->unit != NULL ? lv_card_number (pack, line->node, value)
                            : lv_text_amount (pack, line->node, value);
}

static char *
baseline_at (LvSession *session, const LvTableLine *line, guint column)
{
  return line->cells != NULL && line->cells[column] >= 0
             ? lv_card_baseline (session, line->node, (gsize) line->cells[column])
             : NULL;
}

static void
append_baseline (const LvTableLines *self, LvSession *session, const LvTableLine *line, GString *out)
{
  g_autoptr (GString) row = g_string_new (NULL);
  gboolean differs = FALSE;

  for (guint c = 0; c < self->columns->len; c++)
    {
      g_autofree char *before = baseline_at (session, line, c);
      g_autofree char *now = lv_table_lines_value (self, session, line, c);

      differs = differs || before != NULL;
      g_string_append_printf (row, "\t%s", before != NULL ? before : now);
    }
  if (differs)
    g_string_append_printf (out, "%s, %s%s\n", line->title, _ ("baseline"), row->str);
}

/**
 * lv_table_lines_to_text:
 * @title: the heading of the table
 *
 * Returns: (transfer full): the table for pasting into a spreadsheet: tabs between columns, Danish numbers;
 *   where the scenario differs, a line for the grundprognose under that of the scenario
 */
char *
lv_table_lines_to_text (const LvTableLines *self, LvSession *session, const char *title)
{
  GString *out = g_string_new (title);

  g_string_append_c (out, '\n');
  if (self->unit != NULL)
    g_string_append (out, self->unit->plural);
  for (guint c = 0; c < self->columns->len; c++)
    g_string_append_printf (out, "\t%s", (char *) g_ptr_array_index (self->columns, c));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < self->lines->len; i++)
    {
      const LvTableLine *line = &g_array_index (self->lines, LvTableLine, i);

      g_string_append (out, line->title);
      for (guint c = 0; c < self->columns->len; c++)
        {
          g_autofree char *value = lv_table_lines_value (self, session, line, c);

          g_string_append_printf (out, "\t%s", value);
        }
      g_string_append_c (out, '\n');
      append_baseline (self, session, line, out);
    }
  return g_string_free (out, FALSE);
}
