/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-text.h"
#include "lv-import-xlsx-private.h"

#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/** A sheet on its way. @row and @column are the cell's, from 0. */
typedef struct
{
  LvXlsx *book;
  LvDataSheet *sheet;
  guint row;
  guint column;
  gboolean any_row;
  gboolean started; /* the row has had a cell */
  gboolean in_cell;
  char type[12];
  guint style;
  gboolean formula;
  gboolean has_value;
  GString *value;
  GString *inline_text;
  GString *taking; /* (nullable): where text goes */
  guint phonetic;
} Sheet;

static char *
where (gpointer data)
{
  const Sheet *self = data;

  return lv_data_place (self->sheet, self->row, MIN (self->column, LV_IMPORT_MAX_COLUMNS));
}

static gboolean
fault (Sheet *self, GError **error, const char *what)
{
  g_autofree char *place = where (self);

  g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_CONTENT, "%s: %s", place, what);
  return FALSE;
}

/* _x000D_ is how a workbook writes what XML can't hold; _x005F_ is the underscore before such a thing. */
static gboolean
escape_at (const char *p, gunichar *c)
{
  if (p[0] != '_' || p[1] != 'x')
    return FALSE;
  *c = 0;
  for (int i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
      *c = *c * 16 + (gunichar) g_ascii_xdigit_value (p[i]);
    }
  return p[6] == '_' && *c != 0 && g_unichar_validate (*c);
}

/** Returns: (transfer none): @text with its escapes undone, kept as long as the data */
const char *
lv_xlsx_text (LvXlsx *self, GString *text)
{
  g_autoptr (GString) plain = NULL;

  if (text->len == 0)
    return "";
  if (strstr (text->str, "_x") == NULL)
    return g_string_chunk_insert_len (self->data->strings, text->str, (gssize) text->len);
  plain = g_string_sized_new (text->len);
  for (const char *p = text->str; *p != '\0';)
    {
      gunichar c;

      if (escape_at (p, &c))
        {
          g_string_append_unichar (plain, c);
          p += 7;
        }
      else
        g_string_append_c (plain, *p++);
    }
  return g_string_chunk_insert_len (self->data->strings, plain->str, (gssize) plain->len);
}

/* "BC17" */
static gboolean
parse_place (const char *text, guint *row, guint *column)
{
  guint64 c = 0;
  guint64 r;
  char *end;

  for (; g_ascii_isalpha (*text) && c <= LV_IMPORT_MAX_COLUMNS; text++)
    c = c * 26 + (guint64) (g_ascii_toupper (*text) - 'A' + 1);
  if (c == 0 || c > LV_IMPORT_MAX_COLUMNS || !g_ascii_isdigit (*text))
    return FALSE;
  r = g_ascii_strtoull (text, &end, 10);
  if (*end != '\0' || r == 0 || r > LV_IMPORT_MAX_ROWS)
    return FALSE;
  *row = (guint) r - 1;
  *column = (guint) c - 1;
  return TRUE;
}

static gboolean
start_row (Sheet *self, const char **names, const char **values, GError **error)
{
  const char *text = lv_xml_get (names, values, "r");
  guint64 number = text != NULL ? g_ascii_strtoull (text, NULL, 10) : self->any_row ? self->row + 2 : 1;

  if (number == 0 || number > LV_IMPORT_MAX_ROWS)
    return fault (self, error, _ ("the row after this one has no proper number"));
  self->row = (guint) number - 1;
  self->any_row = TRUE;
  self->started = FALSE;
  self->column = 0;
  return TRUE;
}

static gboolean
start_cell (Sheet *self, const char **names, const char **values, GError **error)
{
  const char *place = lv_xml_get (names, values, "r");
  const char *type = lv_xml_get (names, values, "t");
  const char *style = lv_xml_get (names, values, "s");

  self->column += self->started;
  self->started = TRUE;
  if (self->column >= LV_IMPORT_MAX_COLUMNS || (place != NULL && !parse_place (place, &self->row, &self->column)))
    return fault (self, error, _ ("a cell here has no proper place"));
  g_strlcpy (self->type, type != NULL ? type : "n", sizeof self->type);
  self->style = style != NULL ? (guint) g_ascii_strtoull (style, NULL, 10) : 0;
  self->formula = self->has_value = FALSE;
  self->in_cell = TRUE;
  self->phonetic = 0;
  g_string_truncate (self->value, 0);
  g_string_truncate (self->inline_text, 0);
  return TRUE;
}

static gboolean
sheet_start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Sheet *self = data;

  self->taking = NULL;
  if (strcmp (name, "row") == 0)
    return start_row (self, names, values, error);
  if (strcmp (name, "c") == 0)
    return start_cell (self, names, values, error);
  if (!self->in_cell)
    return TRUE;
  if (strcmp (name, "v") == 0)
    {
      self->taking = self->value;
      self->has_value = TRUE;
    }
  else if (strcmp (name, "f") == 0)
    self->formula = TRUE;
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
  else if (strcmp (name, "t") == 0 && self->phonetic == 0)
    self->taking = self->inline_text;
  return TRUE;
}

static LvFormat
format_of (const Sheet *self)
{
  return self->style < self->book->formats->len
             ? (LvFormat) g_array_index (self->book->formats, guint8, self->style) : LV_FORMAT_GENERAL;
}

static void
set_date (Sheet *self, LvDataCell *cell, const GDate *date)
{
  char text[LV_DATE_BUFFER];

  lv_import_format_date (date, text);
  cell->kind = LV_DATA_DATE;
  cell->number = g_date_get_julian (date);
  cell->text = g_string_chunk_insert_const (self->book->data->strings, text);
}

/* Day 0 is 1899-12-30, so that what follows the 29 February 1900 that never was comes out right. */
static gboolean
read_serial (Sheet *self, LvDataCell *cell)
{
  GDate date;
  double days = floor (cell->number) + (!self->book->from_1904 && cell->number < 60 ? 1 : 0);

  if (cell->number < 0 || days > 2958465)
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, self->book->from_1904 ? 1 : 30,
                  self->book->from_1904 ? G_DATE_JANUARY : G_DATE_DECEMBER,
                  self->book->from_1904 ? 1904 : 1899);
  g_date_add_days (&date, (guint) days);
  if (g_date_get_year (&date) > 9999)
    return FALSE;
  set_date (self, cell, &date);
  return TRUE;
}

static gboolean
read_number (Sheet *self, LvDataCell *cell, GError **error)
{
  char buffer[LV_NUMBER_BUFFER];
  char *end = NULL;
  const char *text = self->value->str;

  cell->number = g_ascii_strtod (text, &end);
  if (text[0] == '\0' || *end != '\0' || !isfinite (cell->number) || strpbrk (text, "xXnNpP \t\n") != NULL)
    return fault (self, error, _ ("what the file calls a number is none"));
  cell->kind = LV_DATA_NUMBER;
  if (format_of (self) == LV_FORMAT_DATE && read_serial (self, cell))
    return TRUE;
  if (format_of (self) == LV_FORMAT_PERCENT)
    {
      /* 0.29 * 100 is 28.999999999999996; what the user sees is 29. */
      cell->number = g_ascii_strtod (g_ascii_formatd (buffer, sizeof buffer, "%.15g", cell->number * 100), NULL);
      cell->percent = TRUE;
      cell->suffix = "%";
    }
  lv_number_format_c (cell->number, buffer);
  cell->text = g_string_chunk_insert_len (self->book->data->strings, buffer, -1);
  return TRUE;
}

static gboolean
read_shared (Sheet *self, LvDataCell *cell, GError **error)
{
  char *end = NULL;
  guint64 index = g_ascii_strtoull (self->value->str, &end, 10);

  if (!g_ascii_isdigit (self->value->str[0]) || *end != '\0' || index >= self->book->shared->len)
    return fault (self, error, _ ("its text is not in the file"));
  cell->kind = LV_DATA_TEXT;
  cell->text = g_ptr_array_index (self->book->shared, (guint) index);
  return TRUE;
}

static gboolean
read_iso_date (Sheet *self, LvDataCell *cell, GError **error)
{
  g_autofree char *day = g_strndup (self->value->str, 10);
  GDate date;

  if (!lv_import_date (day, &date))
    return fault (self, error, _ ("what the file calls a date is none"));
  set_date (self, cell, &date);
  return TRUE;
}

static gboolean
read_value (Sheet *self, LvDataCell *cell, GError **error)
{
  if (strcmp (self->type, "inlineStr") == 0)
    {
      cell->kind = LV_DATA_TEXT;
      cell->text = lv_xlsx_text (self->book, self->inline_text);
      return TRUE;
    }
  if (!self->has_value || self->value->len == 0)
    return TRUE;
  if (strcmp (self->type, "n") == 0)
    return read_number (self, cell, error);
  if (strcmp (self->type, "s") == 0)
    return read_shared (self, cell, error);
  if (strcmp (self->type, "d") == 0)
    return read_iso_date (self, cell, error);
  cell->text = lv_xlsx_text (self->book, self->value);
  cell->kind = LV_DATA_TEXT;
  if (strcmp (self->type, "b") == 0)
    {
      cell->kind = LV_DATA_SWITCH;
      cell->number = lv_xml_true (self->value->str);
    }
  else if (strcmp (self->type, "e") == 0 || (self->formula && lv_import_is_error (cell->text)))
    cell->kind = LV_DATA_ERROR;
  else if (strcmp (self->type, "str") != 0)
    return fault (self, error, _ ("a cell here is of a kind that nobody knows"));
  return TRUE;
}

static gboolean
end_cell (Sheet *self, GError **error)
{
  LvDataCell cell = { .row = self->row, .column = self->column, .formula = self->formula };

  self->in_cell = FALSE;
  if (!read_value (self, &cell, error))
    return FALSE;
  if (cell.kind == LV_DATA_TEXT && cell.text[strspn (cell.text, " \t\r\n")] == '\0')
    cell.kind = LV_DATA_EMPTY;
  return lv_sheet_data_put (self->book->data, self->sheet, &cell, error);
}

static gboolean
sheet_end (const char *name, gpointer data, GError **error)
{
  Sheet *self = data;

  self->taking = NULL;
  if (strcmp (name, "rPh") == 0 && self->phonetic > 0)
    self->phonetic--;
  return strcmp (name, "c") != 0 || !self->in_cell || end_cell (self, error);
}

static void
sheet_text (const char *text, gsize length, gpointer data)
{
  Sheet *self = data;

  if (self->taking != NULL)
    g_string_append_len (self->taking, text, (gssize) length);
}

/** Reads the cells of a sheet. */
gboolean
lv_xlsx_read_sheet (LvXlsx *self, LvDataSheet *sheet, GBytes *part, const char *name, GError **error)
{
  static const LvXmlFuncs funcs = { sheet_start, sheet_end, sheet_text, where };
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GString) inline_text = g_string_new (NULL);
  Sheet walk = { .book = self, .sheet = sheet, .value = value,
                 .inline_text = inline_text };

  return lv_import_xml (part, name, &funcs, &walk, error) && lv_sheet_data_settle (sheet, error);
}

/* Letters of days, months, years and hours that stand outside quotes, brackets and escapes. */
static gboolean
has_letter_of_time (const char *code)
{
  for (const char *p = code; *p != '\0'; p++)
    {
      const char *close = *p == '"' ? strchr (p + 1, '"') : *p == '[' ? strchr (p + 1, ']') : NULL;

      if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        p++;
      else if (close != NULL)
        p = close;
      else if (strchr ("dmyhsDMYHS", *p) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * lv_format_of:
 * @number: of a number format; those up to 163 are built in (ECMA-376, part 1, 18.8.30)
 * @code: (nullable): its code where the file gives one
 */
LvFormat
lv_format_of (guint number, const char *code)
{
  if (code == NULL)
    return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 45 && number <= 47)
                   || (number >= 50 && number <= 58)
               ? LV_FORMAT_DATE
           : number == 9 || number == 10 ? LV_FORMAT_PERCENT : LV_FORMAT_GENERAL;
  if (strchr (code, '%') != NULL)
    return LV_FORMAT_PERCENT;
  return strcmp (code, "General") != 0 && has_letter_of_time (code) ? LV_FORMAT_DATE : LV_FORMAT_GENERAL;
}
