/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cells are missing, said shortly: "Køb af tilbud, STU: 2024-2029". */
#include "lv-card-missing-text.h"

#include "lv-card-table-words.h"
#include "lv-own-figure.h"
#include "lv-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Titles that are listed; the rest is counted. */
#define MOST_TITLES 8

/* Where the same is missing in several rows, the rows are named together. */
typedef struct
{
  char *what;        /* (owned) */
  GPtrArray *titles; /* (owned) (element-type utf8) */
} Group;

static void
group_clear (gpointer data)
{
  Group *group = data;

  g_free (group->what);
  g_ptr_array_unref (group->titles);
}

static GArray *
groups_new (void)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  g_array_set_clear_func (groups, group_clear);
  return groups;
}

/* @title: (transfer full) */
static void
add_to_group (GArray *groups, const char *what, char *title)
{
  Group group = { 0 };

  for (guint i = 0; i < groups->len; i++)
    if (strcmp (g_array_index (groups, Group, i).what, what) == 0)
      {
        g_ptr_array_add (g_array_index (groups, Group, i).titles, title);
        return;
      }
  group.what = g_strdup (what);
  group.titles = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (group.titles, title);
  g_array_append_val (groups, group);
}

static void
append_titles (GString *out, const GPtrArray *titles)
{
  for (guint i = 0; i < MIN (titles->len, MOST_TITLES); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (titles, i));
  if (titles->len > MOST_TITLES)
    {
      guint more = titles->len - MOST_TITLES;

      g_string_append_c (out, ' ');
      g_string_append_printf (out, ngettext ("and %u more", "and %u more", more), more);
    }
}

/* @rows_first: "rows: what", else "what: rows" */
static char *
join_groups (const GArray *groups, gboolean rows_first)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);
      const char *first = g_ptr_array_index (group->titles, 0);

      if (i > 0)
        g_string_append_c (out, '\n');
      if (!rows_first)
        g_string_append_printf (out, "%s: ", group->what);
      if (first[0] != '\0')
        append_titles (out, group->titles);
      if (rows_first && group->what[0] != '\0')
        g_string_append_printf (out, "%s%s", first[0] != '\0' ? ": " : "", group->what);
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_missing (LvSession *session, const LvNode *node, gsize cell)
{
  LvValue value;

  if (!lv_node_present (lv_session_model (session), node, cell))
    return FALSE;
  value = lv_state_get (lv_session_state (session), node, cell);
  return isnan (value.number) && value.status == LV_STATUS_MISSING;
}

/* "2024-2029, 2031" of numbered members, names of named ones */
static char *
missing_along (LvSession *session, const LvNode *node, gsize first, const LvAxis *axis)
{
  guint length = axis != NULL ? lv_axis_length (axis) : 1;
  GString *out = g_string_new (NULL);

  for (guint i = 0; axis != NULL && i < length; i++)
    {
      guint to = i;

      if (!is_missing (session, node, first + i))
        continue;
      while (axis->kind != LV_AXIS_NAMED && to + 1 < length && is_missing (session, node, first + to + 1))
        to++;
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", lv_axis_member (axis, i)->title);
      if (to > i)
        g_string_append_printf (out, "-%s", lv_axis_member (axis, to)->title);
      i = to;
    }
  return g_string_free (out, FALSE);
}

/**
 * lv_card_missing_cells:
 * @any: (out): whether a cell is missing
 *
 * Returns: (transfer full): which ones; empty for a number without axes
 */
char *
lv_card_missing_cells (LvSession *session, const LvNode *node, gboolean *any)
{
  const LvShape *shape = lv_node_shape (node);
  const LvAxis *last = shape->n > 0 ? shape->axis[shape->n - 1] : NULL;
  gsize length = last != NULL ? lv_axis_length (last) : 1;
  g_autoptr (GArray) groups = groups_new ();
  LvShape outer = *shape;

  if (outer.n > 0)
    outer.n--;
  *any = last == NULL && is_missing (session, node, 0);
  for (gsize row = 0; last != NULL && row < lv_shape_cells (&outer); row++)
    {
      g_autofree char *what = missing_along (session, node, row * length, last);

      if (what[0] == '\0')
        continue;
      *any = TRUE;
      add_to_group (groups, what, lv_shape_cell_title (&outer, row));
    }
  return join_groups (groups, TRUE);
}

/**
 * lv_card_missing_rows:
 * @any: (out): whether a cell of the table is missing
 *
 * Returns: (transfer full): column by column the rows without a value, by the first column's text
 */
char *
lv_card_missing_rows (const LvPack *pack, const LvTable *table, gboolean *any)
{
  g_autoptr (GArray) groups = groups_new ();

  for (guint c = 0; c < table->columns->len; c++)
    for (guint i = 0; i < table->rows->len; i++)
      {
        const LvRow *row = ((LvItem *) g_ptr_array_index (table->rows, i))->detail;

        if (g_strcmp0 (row->cells[c], "?") == 0)
          add_to_group (groups, g_array_index (table->columns, LvColumn, c).title,
                        lv_card_table_words_cell (pack, &g_array_index (table->columns, LvColumn, 0),
                                                  row->cells[0]));
      }
  *any = groups->len > 0;
  return join_groups (groups, FALSE);
}

/**
 * lv_card_missing_own:
 *
 * Returns: (transfer full): line by line the figures that the user has entered, with their sources; empty
 *   when there are none
 */
char *
lv_card_missing_own (LvSession *session, const LvNode *node)
{
  g_autoptr (GArray) cells = lv_own_figure_cells (session, node);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++)
    {
      gsize cell = g_array_index (cells, gsize, i);
      g_autofree char *source = lv_own_figure_source (session, node, cell);
      g_autofree char *where = lv_shape_cell_title (lv_node_shape (node), cell);
      g_autofree char *amount = lv_text_precise (lv_session_pack (session), node,
                                                 lv_state_get (lv_session_base (session), node, cell));

      if (lv_own_figure_exists (session, node, cell))
        g_string_append_printf (out, "%s%s%s%s – %s", out->len > 0 ? "\n" : "", where,
                                where[0] != '\0' ? ": " : "", amount, source);
    }
  return g_string_free (out, FALSE);
}
