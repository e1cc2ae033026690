/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How sheets look and print: formats by role, widths, tables, validation, native charts. */
#include "lv-workbook-private.h"

#include <math.h>
#include <string.h>

/* Colours of series, told apart by colour-blind eyes (Okabe and Ito). */
static const lxw_color_t palette[] = { 0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7,
                                       0x56B4E9, 0xD55E00, 0x999999, 0xF0E442 };

static void
set_number (lxw_format *format, LvStyle style, int decimals)
{
  char text[32] = "#,##0";

  if (style == LV_STYLE_SWITCH || style == LV_STYLE_INPUT_SWITCH)
    {
      format_set_num_format (format, "0");
      return;
    }
  if (style == LV_STYLE_INPUT_TEXT || style == LV_STYLE_INPUT_WRAP)
    format_set_num_format (format, "@");
  if (decimals < 0)
    return;
  for (int i = 0; i < decimals; i++)
    strcat (text, i == 0 ? ".0" : "0");
  strcat (text, "_ "); /* room before a text to the right */
  format_set_num_format (format, text);
}

static void
set_role (lxw_format *format, LvStyle style)
{
  gboolean head = style == LV_STYLE_HEADER || style == LV_STYLE_HEADER_RIGHT;

  gboolean title = style == LV_STYLE_TITLE || style == LV_STYLE_HEADING_1;

  if (title)
    format_set_font_size (format, 16);
  if (style == LV_STYLE_LINK)
    format_set_underline (format, LXW_UNDERLINE_SINGLE);
  if (head || title || style == LV_STYLE_HEADING || style == LV_STYLE_TOTAL)
    format_set_bold (format);
  if (style == LV_STYLE_HEADING)
    format_set_font_size (format, 13);
  if (style == LV_STYLE_WRAP || style == LV_STYLE_INPUT_WRAP || style == LV_STYLE_HEADING_1
      || style == LV_STYLE_LINK || style == LV_STYLE_HELPER || head)
    format_set_text_wrap (format);
  if (style == LV_STYLE_HEADER_RIGHT)
    format_set_align (format, LXW_ALIGN_RIGHT);
  if (style == LV_STYLE_HELPER)
    format_set_font_color (format, 0x595959);
  if (style == LV_STYLE_INPUT || style == LV_STYLE_INPUT_TEXT || style == LV_STYLE_INPUT_SWITCH
      || style == LV_STYLE_INPUT_WRAP)
    {
      format_set_bg_color (format, 0xFFF4CC);
      format_set_border (format, LXW_BORDER_THIN);
      format_set_border_color (format, 0x7F6000);
      format_set_font_color (format, 0x1F3864);
      format_set_unlocked (format);
    }
  if (style == LV_STYLE_INPUT_TEXT)
    format_set_align (format, LXW_ALIGN_RIGHT);
}

/* Of styles that look alike one stands for all. */
static LvStyle
look_of (LvStyle style)
{
  return style == LV_STYLE_NUMBER || style == LV_STYLE_STANDARD ? LV_STYLE_TEXT : style;
}

static gboolean
has_decimals (LvStyle style)
{
  return style != LV_STYLE_SWITCH && style != LV_STYLE_INPUT_SWITCH;
}

/**
 * Equal formats are one: of two, libxlsxwriter looks the second up among all others for each cell that has it.
 *
 * Returns: (transfer none): the format of @style with @decimals, -1 for none said
 */
lxw_format *
lv_workbook_format (LvWorkbook *self, LvStyle style, int decimals)
{
  LvStyle look = look_of (style);
  int index = has_decimals (style) ? CLAMP (decimals, -1, LV_MAX_DECIMALS) + 1 : 0;
  lxw_format **place = &self->formats[look][index];

  if (*place != NULL)
    return *place;
  *place = workbook_add_format (self->book);
  format_set_font_name (*place, LV_WORKBOOK_FONT);
  format_set_font_size (*place, 11);
  format_set_align (*place, LXW_ALIGN_VERTICAL_TOP);
  set_number (*place, look, index - 1);
  set_role (*place, look);
  return *place;
}

/** Leaves a cell open for somebody to fill in. */
void
lv_workbook_blank (LvWorkbook *self, LvCellPlace at, LvStyle style, int decimals)
{
  locale_t before;
  lxw_worksheet *ws = lv_workbook_begin (self, at.sheet, &before);

  lv_workbook_end (self, before,
                   worksheet_write_blank (ws, at.row, (lxw_col_t) at.column,
                                          lv_workbook_format (self, style, decimals)),
                   "blank");
}

/** Only input cells can be changed from here on; rows and columns can still be made larger. There is no
 * password: it keeps from slips, not from people. */
void
lv_workbook_protect (LvWorkbook *self, guint sheet)
{
  lxw_protection options = { .format_columns = LXW_TRUE, .format_rows = LXW_TRUE };
  locale_t before;
  lxw_worksheet *ws = lv_workbook_begin (self, sheet, &before);

  worksheet_protect (ws, NULL, &options);
  uselocale (before);
}

/** Sets columns @first to @last to @width characters. */
void
lv_workbook_width (LvWorkbook *self, guint sheet, guint first, guint last, double width)
{
  locale_t before;
  lxw_worksheet *ws = lv_workbook_begin (self, sheet, &before);

  lv_workbook_end (self, before,
                   worksheet_set_column (ws, (lxw_col_t) first, (lxw_col_t) last, width, NULL),
                   "width");
  for (guint i = first; i <= last; i++)
    g_hash_table_insert (self->widths, lv_workbook_column_key (sheet, i), GUINT_TO_POINTER ((guint) width));
}

void
lv_workbook_setup (LvWorkbook *self, guint sheet, const LvSheetSetup *setup)
{
  locale_t before;
  lxw_worksheet *ws = lv_workbook_begin (self, sheet, &before);

  worksheet_fit_to_pages (ws, (guint16) MAX (setup->pages_wide, 1), 0);
  if (setup->repeat_columns > 0)
    worksheet_repeat_columns (ws, 0, (lxw_col_t) (setup->repeat_columns - 1));
  if (setup->print_columns > 0)
    worksheet_print_area (ws, 0, 0, setup->print_rows, (lxw_col_t) (setup->print_columns - 1));
  if (setup->repeat_from >= 0)
    worksheet_repeat_rows (ws, (lxw_row_t) setup->repeat_from, (lxw_row_t) setup->repeat_to);
  if (setup->freeze_row > 0 || setup->freeze_column > 0)
    worksheet_freeze_panes (ws, (lxw_row_t) setup->freeze_row, (lxw_col_t) setup->freeze_column);
  if (setup->header != NULL && lv_workbook_text_ok (self, setup->header)
      && g_utf8_strlen (setup->header, -1) < 200)
    worksheet_set_header (ws, setup->header);
  if (setup->footer != NULL && lv_workbook_text_ok (self, setup->footer)
      && g_utf8_strlen (setup->footer, -1) < 200)
    worksheet_set_footer (ws, setup->footer);
  uselocale (before);
}

/**
 * lv_workbook_table:
 * @name: an id of the pack, or any ASCII word
 * @headers: (element-type utf8): the column heads, which are written by it
 *
 * Marks a range as a table, without filters, total row and stripes.
 */
void
lv_workbook_table (LvWorkbook *self, LvCellPlace from, LvCellPlace to, const char *name,
                   const GPtrArray *headers)
{
  lxw_table_options options = { .no_autofilter = LXW_TRUE,
                                .no_banded_rows = LXW_TRUE,
                                .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                .style_type_number = 0,
                                .name = (char *) name };
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, headers->len);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, headers->len + 1);
  locale_t before;
  lxw_worksheet *ws = lv_workbook_begin (self, from.sheet, &before);

  for (guint i = 0; i < headers->len; i++)
    {
      columns[i].header = g_ptr_array_index (headers, i);
      columns[i].header_format = lv_workbook_format (self, LV_STYLE_HEADER, -1);
      list[i] = &columns[i];
      lv_workbook_note_text (self, (LvCellPlace){ from.sheet, from.row, from.column + i },
                             columns[i].header, LV_STYLE_HEADER);
    }
  options.columns = list;
  lv_workbook_end (self, before,
                   worksheet_add_table (ws, from.row, (lxw_col_t) from.column, to.row,
                                        (lxw_col_t) to.column, &options),
                   name);
}

/** Says what may be typed into the cells from @at down, @rows of them. */
void
lv_workbook_validate_rows (LvWorkbook *self, LvCellPlace at, guint rows, const LvValidation *validation)
{
  lxw_data_validation rule = { 0 };
  g_autofree char *title = g_utf8_substring (validation->title, 0, MIN (32, g_utf8_strlen (validation->title, -1)));
  g_autofree char *text = g_utf8_substring (validation->text, 0, MIN (250, g_utf8_strlen (validation->text, -1)));
  g_auto (GStrv) words = NULL;
  locale_t before;
  lxw_worksheet *ws = lv_workbook_begin (self, at.sheet, &before);

  rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
  rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule.minimum_number = isnan (validation->least) ? -1e15 : validation->least;
  rule.maximum_number = isnan (validation->most) ? 1e15 : validation->most;
  if (validation->list != NULL && validation->list_is_range)
    {
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.criteria = LXW_VALIDATION_CRITERIA_NONE;
      rule.value_formula = (char *) validation->list;
    }
  else if (validation->list != NULL)
    {
      words = g_strsplit (validation->list, ",", -1);
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.criteria = LXW_VALIDATION_CRITERIA_NONE;
      rule.value_list = words;
    }
  rule.input_title = title;
  rule.input_message = text;
  rule.error_title = title;
  rule.error_message = text;
  lv_workbook_end (self, before,
                   worksheet_data_validation_range (ws, at.row, (lxw_col_t) at.column, at.row + rows - 1,
                                                    (lxw_col_t) at.column, &rule),
                   text);
}

/** Says what may be typed into a cell. */
void
lv_workbook_validate (LvWorkbook *self, LvCellPlace at, const LvValidation *validation)
{
  lv_workbook_validate_rows (self, at, 1, validation);
}

static guint8
chart_type (LvChartForm form)
{
  static const guint8 types[] = {
    [LV_CHART_COLUMNS] = LXW_CHART_COLUMN,
    [LV_CHART_COLUMNS_STACKED] = LXW_CHART_COLUMN_STACKED,
    [LV_CHART_BARS] = LXW_CHART_BAR,
    [LV_CHART_BARS_STACKED] = LXW_CHART_BAR_STACKED,
    [LV_CHART_LINES] = LXW_CHART_LINE,
    [LV_CHART_AREA] = LXW_CHART_AREA_STACKED,
  };

  return types[form];
}

static void
add_series (LvWorkbook *self, lxw_chart *chart, guint sheet, const LvChartSeries *data, guint number,
            LvChartForm form)
{
  const char *name = g_ptr_array_index (self->names, sheet);
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = palette[number % G_N_ELEMENTS (palette)] };
  lxw_chart_line line = { .color = palette[number % G_N_ELEMENTS (palette)], .width = 2.25 };

  chart_series_set_name_range (series, name, data->name_row, (lxw_col_t) data->values);
  chart_series_set_categories (series, name, data->first_row, (lxw_col_t) data->categories,
                               data->last_row, (lxw_col_t) data->categories);
  chart_series_set_values (series, name, data->first_row, (lxw_col_t) data->values, data->last_row,
                           (lxw_col_t) data->values);
  if (form == LV_CHART_LINES)
    chart_series_set_line (series, &line);
  else
    chart_series_set_fill (series, &fill);
}

/**
 * lv_workbook_chart:
 * @at: the cell that its corner lies on
 * @unit: what the value axis says
 * @alternative: its contents in words
 * @series: (element-type LvChartSeries)
 *
 * Adds a native chart of cells on the same sheet.
 */
void
lv_workbook_chart (LvWorkbook *self, LvCellPlace at, LvChartForm form, const char *title,
                   const char *unit, const char *alternative, const GArray *series)
{
  lxw_chart_font font = { .name = (char *) LV_WORKBOOK_FONT, .size = 12, .bold = LXW_TRUE };
  lxw_chart_options options = { .x_scale = 1.7, .y_scale = 1.5, .description = (char *) alternative };
  locale_t before;
  lxw_worksheet *ws;
  lxw_chart *chart;

  if (series->len == 0 || !lv_workbook_text_ok (self, title) || !lv_workbook_text_ok (self, alternative))
    return;
  ws = lv_workbook_begin (self, at.sheet, &before);
  chart = workbook_add_chart (self->book, chart_type (form));
  for (guint i = 0; i < series->len; i++)
    add_series (self, chart, at.sheet, &g_array_index (series, LvChartSeries, i), i, form);
  chart_title_set_name (chart, title);
  chart_title_set_name_font (chart, &font);
  font.size = 10;
  font.bold = LXW_EXPLICIT_FALSE;
  chart_axis_set_name (chart->y_axis, unit);
  chart_axis_set_name_font (chart->y_axis, &font);
  chart_axis_set_num_format (chart->y_axis, "#,##0.###");
  chart_axis_set_label_position (chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  chart_legend_set_position (chart, series->len > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  lv_workbook_end (self, before,
                   worksheet_insert_chart_opt (ws, at.row, (lxw_col_t) at.column, chart, &options),
                   title);
}
