/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of a plan as a table for people: by default the columns of a follow-up list. */
#include "lv-action-table-private.h"

#include "lv-action-plan.h"
#include "lv-text.h"

#include <string.h>

#define COLUMNS "title;owner;status;next-follow-up"

/** Returns: (transfer none): the pack's word ord.plan-@name */
const char *
lv_action_word (const LvPack *pack, const char *name)
{
  g_autofree char *id = g_strconcat ("plan-", name, NULL);

  return lv_text_word (pack, id, name);
}

/** Returns: (transfer full): "4. Titel", as the plan's own list numbers it */
char *
lv_action_name (const LvAction *action)
{
  const char *number = lv_action_text (action, LV_ACTION_NUMBER);
  const char *title = lv_action_text (action, LV_ACTION_TITLE);

  if (number[0] == '\0')
    return g_strdup (title);
  return g_strdup_printf (strspn (number, "0123456789") == strlen (number) ? "%s. %s" : "%s %s", number, title);
}

/** Returns: (transfer full): "I gang, forsinket" of "i gang, forsinket" */
char *
lv_action_capital (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, text + strlen (first), NULL);
}

/** Returns: (transfer full): how far it is, and whether it is late or nobody has said so for long */
char *
lv_action_mark (const LvPack *pack, const LvAction *action, const GDate *today)
{
  g_autofree char *status = lv_action_status_words (pack, action);
  g_autofree char *late = lv_action_late_words (pack, action, today);
  g_autofree char *stale = lv_action_stale_words (pack, action, today);
  gboolean no_status = lv_action_stale (action, today, LV_ACTION_STALE_MONTHS) == LV_STALE_NEVER;
  const char *parts[4];
  guint n = 0;
  g_autofree char *all = NULL;

  /* "ikke oplyst" and "ingen status" are the same news. */
  parts[n++] = no_status ? stale : status;
  if (late != NULL && strcmp (late, status) != 0)
    parts[n++] = late;
  if (stale != NULL && !no_status)
    parts[n++] = stale;
  parts[n] = NULL;
  all = g_strjoinv (", ", (char **) parts);
  return lv_action_capital (all);
}

void
lv_action_or_not_stated (const LvPack *pack, LvGridRow *row, const char *text)
{
  lv_grid_add_text (row, text != NULL && text[0] != '\0' ? text
                                                         : lv_text_word (pack, "xl-not-stated", "not stated"));
}

/* The status says in the plan's own words how far it is, unless the words have a column of their own. */
static char *
status_text (const LvPack *pack, const LvAction *action, const GDate *today, gboolean with_note)
{
  g_autofree char *mark = lv_action_mark (pack, action, today);
  const char *note = lv_action_text (action, LV_ACTION_NOTE);

  return with_note && note[0] != '\0' ? g_strdup_printf ("%s. %s", mark, note) : g_steal_pointer (&mark);
}

/* The measure that it carries, by name. */
static char *
measure_text (const LvPack *pack, const LvAction *action)
{
  const LvItem *item = lv_pack_find_kind (pack, LV_KIND_MEASURE, lv_action_text (action, LV_ACTION_CARRIES));

  return g_strdup (item != NULL ? item->title : "");
}

static char *
cell_text (const LvPack *pack, const LvAction *action, LvActionField field, const GDate *today,
           gboolean with_note)
{
  if (field == LV_ACTION_TITLE)
    return lv_action_name (action);
  if (field == LV_ACTION_STATUS)
    return status_text (pack, action, today, with_note);
  if (field == LV_ACTION_NEXT_FOLLOW_UP)
    return lv_action_follow_up_words (pack, action);
  if (field == LV_ACTION_CARRIES)
    return measure_text (pack, action);
  if (lv_action_type (field) == LV_ACTION_IS_DATE)
    return lv_plan_day_words (pack, lv_action_text (action, field));
  return g_strdup (lv_action_text (action, field));
}

/* Returns: (transfer full) (element-type guint): fields; the first is the row's name */
static GArray *
columns_of (const LvSheet *sheet, gboolean without_track)
{
  g_auto (GStrv) names = g_strsplit (sheet->columns != NULL ? sheet->columns : COLUMNS, ";", -1);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; names[i] != NULL; i++)
    {
      LvActionField field;
      guint number;

      if (!lv_action_find_field (g_strstrip (names[i]), &field)
          || (without_track && field == LV_ACTION_TRACK))
        continue;
      number = field;
      g_array_append_val (columns, number);
    }
  return columns;
}

static gboolean
has_column (const GArray *columns, LvActionField field)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, guint, i) == field)
      return TRUE;
  return FALSE;
}

static const char *
head_of (const LvPack *pack, LvActionField field)
{
  g_autofree char *name = g_strconcat ("head-", lv_action_key (field), NULL);

  return lv_action_word (pack, name);
}

static LvGrid *
grid_new (const LvPack *pack, const char *title, const GArray *columns)
{
  LvGrid *grid = lv_grid_empty (title, head_of (pack, g_array_index (columns, guint, 0)));

  for (guint i = 1; i < columns->len; i++)
    g_ptr_array_add (grid->heads, g_strdup (head_of (pack, g_array_index (columns, guint, i))));
  return grid;
}

static void
add_action (LvGrid *grid, const LvPack *pack, const LvAction *action, const GArray *columns,
            const GDate *today)
{
  gboolean with_note = !has_column (columns, LV_ACTION_NOTE);
  LvGridRow *row = lv_grid_add_row (
      grid, cell_text (pack, action, g_array_index (columns, guint, 0), today, with_note), NULL);

  for (guint i = 1; i < columns->len; i++)
    {
      g_autofree char *text = cell_text (pack, action, g_array_index (columns, guint, i), today, with_note);

      lv_action_or_not_stated (pack, row, text);
    }
}

/** Returns: (transfer full) (element-type LvAction): the actions of @sheet's plans, in their order */
GPtrArray *
lv_action_table_rows (const LvSheet *sheet, const LvState *state)
{
  g_autoptr (GPtrArray) all = lv_actions_of_state (state);
  LvActionFilter filter = { .of = sheet->pattern };
  GDate nobody_asks;

  g_date_clear (&nobody_asks, 1);
  return lv_actions_filter (all, &filter, &nobody_asks, LV_ACTION_STALE_MONTHS);
}

static const char *
title_of (const LvSheet *sheet, const LvPack *pack)
{
  return sheet->title != NULL ? sheet->title : lv_action_word (pack, "title");
}

/** Returns: (transfer full): all actions of @sheet as one table */
LvGrid *
lv_action_table (const LvSheet *sheet, const LvState *state, const GDate *today)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));
  g_autoptr (GPtrArray) actions = lv_action_table_rows (sheet, state);
  g_autoptr (GArray) columns = columns_of (sheet, FALSE);
  LvGrid *grid = grid_new (pack, title_of (sheet, pack), columns);

  for (guint i = 0; i < actions->len; i++)
    add_action (grid, pack, g_ptr_array_index (actions, i), columns, today);
  return grid;
}

/** Returns: (transfer full) (element-type LvGrid): a table for each track, titled by it, in the plan's order */
GPtrArray *
lv_action_tables (const LvSheet *sheet, const LvState *state, const GDate *today)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));
  g_autoptr (GPtrArray) actions = lv_action_table_rows (sheet, state);
  g_autoptr (GArray) columns = columns_of (sheet, TRUE);
  g_autoptr (GHashTable) by_track = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *grids = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_grid_free);

  for (guint i = 0; i < actions->len; i++)
    {
      const LvAction *action = g_ptr_array_index (actions, i);
      const char *track = lv_action_text (action, LV_ACTION_TRACK);
      LvGrid *grid = g_hash_table_lookup (by_track, track);

      if (grid == NULL)
        {
          grid = grid_new (pack, track, columns);
          g_ptr_array_add (grids, grid);
          g_hash_table_insert (by_track, (gpointer) track, grid);
        }
      add_action (grid, pack, action, columns, today);
    }
  return grids;
}
