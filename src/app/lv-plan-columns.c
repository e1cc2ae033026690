/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-plan-columns.h"

#include "lv-card-tools.h"
#include "lv-date-da.h"
#include "lv-month.h"
#include "lv-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Rows of a list are alike in height, so that 500 of them scroll evenly; the whole text stands under the list. */
#define LINES 2

static const struct
{
  LvActionField field;
  int width; /* 0: what is left */
  int chars; /* at least */
} columns[LV_PLAN_N_COLUMNS] = {
  [LV_PLAN_NUMBER] = { LV_ACTION_NUMBER, 48, 3 },
  [LV_PLAN_TITLE] = { LV_ACTION_TITLE, 0, 20 },
  [LV_PLAN_OWNER] = { LV_ACTION_OWNER, 110, 13 },
  [LV_PLAN_STATUS] = { LV_ACTION_STATUS, 92, 3 },
  [LV_PLAN_END] = { LV_ACTION_END, 92, 3 },
  [LV_PLAN_DEADLINE] = { LV_ACTION_DEADLINE, 88, 3 },
  [LV_PLAN_FOLLOW_UP] = { LV_ACTION_NEXT_FOLLOW_UP, 128, 3 },
  [LV_PLAN_MARK] = { LV_N_ACTION_FIELDS, 168, 15 },
};

/** Returns: (transfer none): what stands over the column */
const char *
lv_plan_column_title (LvPlanColumn column)
{
  const char *const titles[LV_PLAN_N_COLUMNS]
      = { [LV_PLAN_NUMBER] = C_ ("plan", "No."),
          [LV_PLAN_TITLE] = C_ ("plan", "Action"),
          [LV_PLAN_OWNER] = C_ ("plan", "Owner"),
          [LV_PLAN_STATUS] = C_ ("plan", "Status"),
          [LV_PLAN_END] = C_ ("plan", "End"),
          [LV_PLAN_DEADLINE] = C_ ("plan", "Deadline"),
          [LV_PLAN_FOLLOW_UP] = C_ ("plan", "Next Follow-Up"),
          [LV_PLAN_MARK] = C_ ("plan", "Remark") };

  g_return_val_if_fail (column < LV_PLAN_N_COLUMNS, "");
  return titles[column];
}

static char *
heading_text (LvPlanRow *row)
{
  const char *title = lv_plan_row_title (row);
  guint n = lv_plan_row_count (row);
  g_autofree char *count = g_strdup_printf (ngettext ("%u action", "%u actions", n), n);

  return g_strdup_printf ("%s · %s", title[0] != '\0' ? title : _ ("Not stated"), count);
}

/* "12.3.2026", or "mar. 2026" where only the month is said. */
static char *
date_text (const LvPack *pack, const char *date)
{
  g_auto (GStrv) names = g_strsplit (lv_text_word (pack, "chart-months-short", ""), ";", 12);
  int month;

  if (!lv_month_parse (date, &month))
    return lv_date_show_da (date);
  if (g_strv_length (names) != 12)
    return lv_plan_day_words (pack, date);
  return g_strdup_printf ("%s %d", names[month % 12], month / 12);
}

/** Returns: (transfer full): what stands in a cell, "" where nothing does */
char *
lv_plan_column_text (LvPlanColumn column, LvPlanRow *row, const LvPack *pack)
{
  const LvAction *action = lv_plan_row_action (row);

  g_return_val_if_fail (column < LV_PLAN_N_COLUMNS, NULL);
  if (action == NULL)
    return column == LV_PLAN_TITLE ? heading_text (row) : g_strdup ("");
  switch (column)
    {
    case LV_PLAN_STATUS:
      return g_strdup (lv_plan_row_status (row));
    case LV_PLAN_MARK:
      return g_strdup (lv_plan_row_mark (row));
    case LV_PLAN_END:
      if (lv_action_text (action, LV_ACTION_END)[0] == '\0')
        return g_strdup (lv_action_text (action, LV_ACTION_WINDOW));
      return date_text (pack, lv_action_text (action, LV_ACTION_END));
    case LV_PLAN_FOLLOW_UP:
      if (lv_action_text (action, LV_ACTION_NEXT_FOLLOW_UP)[0] == '\0')
        return lv_action_follow_up_words (pack, action);
      return date_text (pack, lv_action_text (action, LV_ACTION_NEXT_FOLLOW_UP));
    case LV_PLAN_DEADLINE:
      return date_text (pack, lv_action_text (action, columns[column].field));
    case LV_PLAN_NUMBER:
    case LV_PLAN_TITLE:
    case LV_PLAN_OWNER:
    case LV_PLAN_N_COLUMNS:
    default:
      return g_strdup (lv_action_text (action, columns[column].field));
    }
}

/* --- Order */

/* "2" before "10", "3.1" before "3.10"; what has no number comes last. */
static int
by_number (const char *a, const char *b)
{
  if (*a == '\0' || *b == '\0')
    return *a != '\0' ? -1 : *b != '\0' ? 1 : 0;
  while (*a != '\0' && *b != '\0')
    {
      gsize left = strspn (a, "0123456789");
      gsize right = strspn (b, "0123456789");
      guint64 first = left > 0 ? g_ascii_strtoull (a, NULL, 10) : 0;
      guint64 second = right > 0 ? g_ascii_strtoull (b, NULL, 10) : 0;

      if (left == 0 || right == 0)
        {
          if (*a != *b)
            return (guchar) *a < (guchar) *b ? -1 : 1;
          left = right = 1;
        }
      else if (first != second)
        return first < second ? -1 : 1;
      a += left;
      b += right;
    }
  return *a != '\0' ? 1 : *b != '\0' ? -1 : 0;
}

static int
by_day (const LvAction *a, const LvAction *b, LvActionField field)
{
  GDate left;
  GDate right;
  gboolean has_left = lv_action_day (a, field, &left);
  gboolean has_right = lv_action_day (b, field, &right);

  if (!has_left || !has_right)
    return has_left ? -1 : has_right ? 1 : 0;
  return g_date_compare (&left, &right);
}

/* In the order in which an action goes through them; one without any comes last. */
static int
place_of_status (const LvAction *action)
{
  const char *const *statuses = lv_action_statuses ();
  const char *status = lv_action_text (action, LV_ACTION_STATUS);
  int place = 0;

  while (statuses[place] != NULL && strcmp (statuses[place], status[0] != '\0' ? status : "ikke-oplyst") != 0)
    place++;
  return place;
}

/* What says nothing comes last, in both directions it is only told once. */
static int
by_text (const char *a, const char *b)
{
  if (a[0] == '\0' || b[0] == '\0')
    return a[0] != '\0' ? -1 : b[0] != '\0' ? 1 : 0;
  return g_utf8_collate (a, b);
}

/** Returns: which of two actions comes first by what stands in a column */
int
lv_plan_column_compare (LvPlanColumn column, LvPlanRow *a, LvPlanRow *b)
{
  const LvAction *left = lv_plan_row_action (a);
  const LvAction *right = lv_plan_row_action (b);

  g_return_val_if_fail (column < LV_PLAN_N_COLUMNS && left != NULL && right != NULL, 0);
  switch (column)
    {
    case LV_PLAN_NUMBER:
      return by_number (lv_action_text (left, LV_ACTION_NUMBER), lv_action_text (right, LV_ACTION_NUMBER));
    case LV_PLAN_STATUS:
      return place_of_status (left) - place_of_status (right);
    case LV_PLAN_END:
    case LV_PLAN_DEADLINE:
    case LV_PLAN_FOLLOW_UP:
      return by_day (left, right, columns[column].field);
    case LV_PLAN_MARK:
      return by_text (lv_plan_row_mark (a), lv_plan_row_mark (b));
    case LV_PLAN_TITLE:
    case LV_PLAN_OWNER:
    case LV_PLAN_N_COLUMNS:
    default:
      return by_text (lv_action_text (left, columns[column].field),
                      lv_action_text (right, columns[column].field));
    }
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer column)
{
  return lv_plan_column_compare ((LvPlanColumn) GPOINTER_TO_INT (column), (LvPlanRow *) a, (LvPlanRow *) b);
}

/* --- Cells */

typedef struct
{
  LvPlanColumn column;
  const LvPack *pack;
} Cells;

static void
show_cell (GtkListItem *item, const Cells *cells)
{
  LvPlanRow *row = gtk_list_item_get_item (item);
  GtkWidget *text = gtk_list_item_get_child (item);
  g_autofree char *words = NULL;
  gboolean is_heading;

  if (row == NULL)
    return;
  words = lv_plan_column_text (cells->column, row, cells->pack);
  is_heading = lv_plan_row_action (row) == NULL;
  gtk_inscription_set_text (GTK_INSCRIPTION (text), words);
  if (cells->column == LV_PLAN_TITLE)
    lv_card_set_style (text, "lv-table-group", is_heading);
}

static void
changed_cb (LvPlanRow *row, GtkListItem *item)
{
  show_cell (item, g_object_get_data (G_OBJECT (item), "cells"));
}

/* An inscription has a size that does not depend on its text, so that 200 rows, which a list keeps at once, are
 * made in no time. */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cells *cells)
{
  GtkWidget *text = gtk_inscription_new (NULL);
  gboolean wraps = cells->column == LV_PLAN_TITLE || cells->column == LV_PLAN_OWNER
                   || cells->column == LV_PLAN_MARK;

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), columns[cells->column].chars);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), LINES);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), LINES);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (text), PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (text), 0.5F);
  if (!wraps)
    gtk_widget_add_css_class (text, "numeric");
  g_object_set_data (G_OBJECT (item), "cells", cells);
  gtk_list_item_set_child (item, text);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cells *cells)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "changed", G_CALLBACK (changed_cb), item, 0);
  show_cell (item, cells);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cells *cells)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), changed_cb, item);
}

static void
cells_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkColumnViewColumn *
make_column (LvPlanColumn column, const LvPack *pack)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *made = gtk_column_view_column_new (lv_plan_column_title (column), factory);
  Cells *cells = g_new0 (Cells, 1);
  g_autoptr (GtkSorter) sorter
      = GTK_SORTER (gtk_custom_sorter_new ((GCompareDataFunc) compare_cb, GINT_TO_POINTER (column), NULL));

  cells->column = column;
  cells->pack = pack;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), cells, cells_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cells);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), cells);
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_resizable (made, TRUE);
  if (columns[column].width > 0)
    gtk_column_view_column_set_fixed_width (made, columns[column].width);
  else
    gtk_column_view_column_set_expand (made, TRUE);
  return made;
}

/**
 * lv_plan_columns_new:
 * @list: whose order the headers set
 * @selection: (transfer none): of @list
 *
 * Returns: (transfer floating): the list as columns
 */
GtkWidget *
lv_plan_columns_new (LvPlanList *list, GtkSelectionModel *selection, const LvPack *pack)
{
  GtkWidget *view = gtk_column_view_new (g_object_ref (selection));

  gtk_widget_add_css_class (view, "lv-plan");
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  for (int i = 0; i < LV_PLAN_N_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_column ((LvPlanColumn) i, pack);

      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  lv_plan_list_set_sorter (list, gtk_column_view_get_sorter (GTK_COLUMN_VIEW (view)));
  return view;
}

static gboolean
says_anything (LvPlanColumn column, LvPlanList *list, const LvPack *pack)
{
  const GPtrArray *rows = lv_plan_list_rows (list);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *text = lv_plan_column_text (column, g_ptr_array_index (rows, i), pack);

      if (text[0] != '\0')
        return TRUE;
    }
  return FALSE;
}

/** Hides the columns in which nothing stands, so that the others have room. */
void
lv_plan_columns_update (GtkWidget *view, LvPlanList *list, const LvPack *pack)
{
  GListModel *all = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));

  for (guint i = 0; i < LV_PLAN_N_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);
      gboolean shown = i == LV_PLAN_TITLE || says_anything ((LvPlanColumn) i, list, pack);

      if (gtk_column_view_column_get_visible (column) == shown)
        continue;
      gtk_column_view_column_set_visible (column, shown);
      /* GTK 4.8 keeps the room of a hidden column with a fixed width. */
      if (columns[i].width > 0)
        gtk_column_view_column_set_fixed_width (column, shown ? columns[i].width : 0);
    }
}

/* --- Copying */

/** Returns: (transfer full): a line for each row that is shown, parted by tabs */
char *
lv_plan_columns_to_text (LvPlanList *list, const LvPack *pack)
{
  const GPtrArray *rows = lv_plan_list_rows (list);
  GString *out = g_string_new (NULL);

  for (int i = 0; i < LV_PLAN_N_COLUMNS; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\t" : "", lv_plan_column_title ((LvPlanColumn) i));
  for (guint r = 0; r < rows->len; r++)
    for (int i = 0; i < LV_PLAN_N_COLUMNS; i++)
      {
        g_autofree char *text
            = lv_plan_column_text ((LvPlanColumn) i, g_ptr_array_index (rows, r), pack);

        g_strdelimit (text, "\t\n\r", ' ');
        g_string_append_printf (out, "%s%s", i > 0 ? "\t" : "\n", text);
      }
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

static void
append_html (GString *out, const char *tag, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (out, "<%s>%s</%s>", tag, escaped, tag);
}

/** Returns: (transfer full): the same as a table of a page, for word processors */
char *
lv_plan_columns_to_html (LvPlanList *list, const LvPack *pack)
{
  const GPtrArray *rows = lv_plan_list_rows (list);
  GString *out = g_string_new ("<table><tr>");

  for (int i = 0; i < LV_PLAN_N_COLUMNS; i++)
    append_html (out, "th", lv_plan_column_title ((LvPlanColumn) i));
  for (guint r = 0; r < rows->len; r++)
    {
      g_string_append (out, "</tr>\n<tr>");
      for (int i = 0; i < LV_PLAN_N_COLUMNS; i++)
        {
          g_autofree char *text
              = lv_plan_column_text ((LvPlanColumn) i, g_ptr_array_index (rows, r), pack);

          append_html (out, "td", text);
        }
    }
  g_string_append (out, "</tr></table>\n");
  return g_string_free (out, FALSE);
}
