/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A [table] of the pack with its [row]s: words, and numbers that no scenario changes. */
#include "lv-card-table-words.h"

#include "lv-card-tools.h"
#include "lv-month.h"
#include "lv-number.h"

#include <string.h>

/* A column of words is between these, according to its longest text. */
#define FEW_CHARS 15
#define LEAST_CHARS 7
#define MOST_CHARS 36
#define NUMBER_CHARS 10

static char *
date_text (const char *text)
{
  GDate date;
  int month;

  if (lv_month_parse (text, &month) || !lv_date_parse (text, FALSE, &date))
    return g_strdup (text);
  return g_strdup_printf ("%u.%u.%u", g_date_get_day (&date), g_date_get_month (&date),
                          g_date_get_year (&date));
}

/** Returns: (transfer full): the cell as it is shown: Danish numbers, titles of members and items */
char *
lv_card_table_words_cell (const LvPack *pack, const LvColumn *column, const char *text)
{
  const LvItem *item;
  double number;
  int member;

  if (text == NULL || text[0] == '\0')
    return g_strdup ("");
  if (strcmp (text, "?") == 0)
    return g_strdup (lv_text_status (pack, LV_STATUS_MISSING));
  switch (column->type)
    {
    case LV_COLUMN_NUMBER:
      if (lv_number_parse_c (text, &number))
        return lv_number_format_da (number, column->unit->decimals);
      break;
    case LV_COLUMN_DATE:
      return date_text (text);
    case LV_COLUMN_MEMBER:
      member = lv_axis_find (column->axis, text);
      if (member >= 0)
        return g_strdup (lv_axis_member (column->axis, (guint) member)->title);
      break;
    case LV_COLUMN_ID:
      item = lv_pack_find (pack, text);
      if (item != NULL && item->title != NULL)
        return g_strdup (item->title);
      break;
    case LV_COLUMN_TEXT:
    default:
      break;
    }
  return g_strdup (text);
}

static char *
heading (const LvColumn *column)
{
  const char *unit = column->type == LV_COLUMN_NUMBER ? column->unit->plural : "";

  return g_strdup_printf ("%s%s%s", column->title, unit[0] != '\0' ? ", " : "", unit);
}

static int
longest (const LvPack *pack, const LvTable *table, guint index)
{
  glong most = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const LvRow *row = ((LvItem *) g_ptr_array_index (table->rows, i))->detail;
      g_autofree char *text = lv_card_table_words_cell (
          pack, &g_array_index (table->columns, LvColumn, index), row->cells[index]);

      most = MAX (most, g_utf8_strlen (text, -1));
    }
  return (int) MIN (most, MOST_CHARS);
}

/* Long texts get the room: short columns take what their words need, numbers break their heading. */
static void
set_width (GtkLabel *label, const LvTable *table, guint index, int chars)
{
  const LvColumn *column = &g_array_index (table->columns, LvColumn, index);
  /* Three columns of long texts must fit in a card of ordinary width. */
  int most = table->columns->len < 3 ? MOST_CHARS / 2 : FEW_CHARS;


  if (column->type == LV_COLUMN_NUMBER)
    chars = NUMBER_CHARS;
  gtk_label_set_width_chars (label, CLAMP (chars / 2, LEAST_CHARS, most));
  gtk_label_set_max_width_chars (label, MAX (chars, LEAST_CHARS));
  gtk_widget_set_hexpand (GTK_WIDGET (label), chars == MOST_CHARS);
}

static GtkWidget *
create_label (const char *text, const LvColumn *column, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "wrap",
                                   TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "valign", GTK_ALIGN_START,
                                   NULL);
  gboolean number = column->type == LV_COLUMN_NUMBER;

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_label_set_justify (GTK_LABEL (label), number ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  lv_card_set_style (label, "numeric", number);
  return label;
}

static void
attach_row (const LvPack *pack, const LvTable *table, const LvRow *row, GtkGrid *grid, int at)
{
  for (guint c = 0; c < table->columns->len; c++)
    {
      const LvColumn *column = &g_array_index (table->columns, LvColumn, c);
      gboolean missing = g_strcmp0 (row->cells[c], "?") == 0;
      g_autofree char *text = lv_card_table_words_cell (pack, column, row->cells[c]);
      g_autofree char *name = g_strdup_printf ("%s: %s", column->title, text);
      GtkWidget *label = create_label (
          text, column, c == 0 ? GTK_ACCESSIBLE_ROLE_ROW_HEADER : GTK_ACCESSIBLE_ROLE_CELL);

      lv_card_set_style (label, "lv-missing", missing);
      if (c > 0)
        lv_card_set_name (label, name);
      set_width (GTK_LABEL (label), table, c, longest (pack, table, c));
      gtk_grid_attach (grid, label, (int) c, at, 1, 1);
    }
}

/** Returns: (transfer floating): the table as a grid of labels that wrap */
GtkWidget *
lv_card_table_words_new (const LvPack *pack, const LvTable *table)
{
  GtkWidget *grid
      = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, "column-spacing",
                      12, "row-spacing", 6, NULL);

  for (guint c = 0; c < table->columns->len; c++)
    {
      const LvColumn *column = &g_array_index (table->columns, LvColumn, c);
      g_autofree char *text = heading (column);
      GtkWidget *label = create_label (text, column, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);

      gtk_widget_add_css_class (label, "lv-table-head");
      set_width (GTK_LABEL (label), table, c, longest (pack, table, c));
      gtk_grid_attach (GTK_GRID (grid), label, (int) c, 0, 1, 1);
    }
  for (guint i = 0; i < table->rows->len; i++)
    attach_row (pack, table, ((LvItem *) g_ptr_array_index (table->rows, i))->detail, GTK_GRID (grid),
                (int) i + 1);
  return grid;
}

/** Returns: (transfer full): the table for pasting into a spreadsheet */
char *
lv_card_table_words_to_text (const LvPack *pack, const LvTable *table, const char *title)
{
  GString *out = g_string_new (title);

  g_string_append_c (out, '\n');
  for (guint c = 0; c < table->columns->len; c++)
    {
      g_autofree char *text = heading (&g_array_index (table->columns, LvColumn, c));

      g_string_append_printf (out, "%s%s", c > 0 ? "\t" : "", text);
    }
  g_string_append_c (out, '\n');
  for (guint i = 0; i < table->rows->len; i++)
    {
      const LvRow *row = ((LvItem *) g_ptr_array_index (table->rows, i))->detail;

      for (guint c = 0; c < table->columns->len; c++)
        {
          g_autofree char *text = lv_card_table_words_cell (
              pack, &g_array_index (table->columns, LvColumn, c), row->cells[c]);

          g_string_append_printf (out, "%s%s", c > 0 ? "\t" : "", text);
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
