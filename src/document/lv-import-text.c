/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A longer text behind a number makes it a sentence that begins with one. */
#define MAX_SUFFIX 40

/** One file on its way. */
typedef struct
{
  LvSheetData *data;
  LvDataSheet *sheet;
  LvDecimal decimal;
  guint comma, point, either;
  GError *error; /* (owned) */
} Reading;

static gboolean
weigh_cb (guint row, guint column, const char *text, gsize length, gpointer data)
{
  Reading *self = data;
  g_autofree char *copy = length < 64 ? g_strstrip (g_strndup (text, length)) : NULL;

  if (copy != NULL)
    lv_import_weigh_decimal (copy, &self->comma, &self->point, &self->either);
  return TRUE;
}

/* Without any telling number a file with commas between its fields is taken to have decimal points. */
static LvDecimal
detect_decimal (const char *text, char delimiter, gboolean *uncertain)
{
  Reading self = { 0 };
  guint row;
  guint column;

  lv_import_fields (text, delimiter, weigh_cb, &self, &row, &column);
  *uncertain = self.comma == 0 && self.point == 0 && self.either > 0;
  if (self.comma == self.point)
    return delimiter == ',' ? LV_DECIMAL_POINT : LV_DECIMAL_COMMA;
  return self.comma > self.point ? LV_DECIMAL_COMMA : LV_DECIMAL_POINT;
}

static void
read_meaning (LvDataCell *cell, LvDecimal decimal)
{
  const char *suffix = "";
  GDate date;

  cell->suffix = "";
  if (cell->text[0] == '\0')
    cell->kind = LV_DATA_EMPTY;
  else if (lv_import_is_error (cell->text))
    cell->kind = LV_DATA_ERROR;
  else if (lv_import_date (cell->text, &date))
    {
      cell->kind = LV_DATA_DATE;
      cell->number = g_date_get_julian (&date);
    }
  else if (lv_import_number (cell->text, decimal, &cell->number, &suffix)
           && strlen (suffix) <= MAX_SUFFIX)
    {
      cell->kind = LV_DATA_NUMBER;
      cell->suffix = suffix;
      cell->percent = suffix[0] == '%';
    }
}

static gboolean
field_cb (guint row, guint column, const char *text, gsize length, gpointer data)
{
  Reading *self = data;
  LvDataCell cell = { .row = row, .column = column, .kind = LV_DATA_TEXT };
  g_autofree char *copy = g_strstrip (g_strndup (text, length));

  if (copy[0] != '\0')
    cell.text = g_string_chunk_insert (self->data->strings, copy);
  else
    cell.text = "";
  read_meaning (&cell, self->decimal);
  if (cell.kind == LV_DATA_DATE)
    {
      GDate date;
      char iso[LV_DATE_BUFFER];

      lv_import_date (cell.text, &date);
      lv_import_format_date (&date, iso);
      cell.text = g_string_chunk_insert_const (self->data->strings, iso);
    }
  return lv_sheet_data_put (self->data, self->sheet, &cell, &self->error);
}

static char *
name_of (const char *file)
{
  const char *dot = strrchr (file, '.');

  return dot != NULL && dot > file ? g_strndup (file, (gsize) (dot - file)) : g_strdup (file);
}

/* A first line "sep=;" is what a spreadsheet wants to be told, and is not shown by it. */
static const char *
skip_declaration (const char *text, char *delimiter)
{
  if (g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[4] == '\0' || strchr (";,\t", text[4]) == NULL)
    return text;
  if (text[5] != '\n' && text[5] != '\r')
    return text;
  if (*delimiter == 0)
    *delimiter = text[4];
  return text + (text[5] == '\r' && text[6] == '\n' ? 7 : 6);
}

static LvSheetData *
read_fields (const char *text, const char *file, const LvTextForm *form, GError **error)
{
  g_autoptr (LvSheetData) data = lv_sheet_data_new (file);
  g_autofree char *name = name_of (file);
  Reading self = { .data = data, .sheet = lv_sheet_data_add (data, name), .decimal = form->decimal };
  g_autofree char *place = NULL;
  guint row;
  guint column;

  if (lv_import_fields (text, form->delimiter, field_cb, &self, &row, &column))
    return lv_sheet_data_settle (self.sheet, error) ? g_steal_pointer (&data) : NULL;
  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return NULL;
    }
  place = lv_data_place (self.sheet, row, column);
  g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_CONTENT,
               _ ("%s: a quotation mark is opened here and never closed"), place);
  return NULL;
}

/**
 * lv_import_text:
 * @bytes: a CSV file, or text from the clipboard
 * @file: its base name
 * @wanted: (nullable): what the user says of its form; the rest is detected
 * @used: (out) (optional): how it was read
 *
 * Returns: (transfer full) (nullable): one sheet
 */
LvSheetData *
lv_import_text (const char *bytes, gsize length, const char *file, const LvTextForm *wanted,
                LvTextForm *used, GError **error)
{
  LvTextForm form = wanted != NULL ? *wanted : (LvTextForm){ 0 };
  g_autofree char *text = NULL;
  const char *start;

  if (length > LV_IMPORT_MAX_FILE)
    {
      g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_LIMIT, _ ("the file is larger than %d MB"),
                   LV_IMPORT_MAX_FILE / 1024 / 1024);
      return NULL;
    }
  text = lv_import_decode (bytes, length, &form.encoding, error);
  if (text == NULL)
    return NULL;
  start = skip_declaration (text, &form.delimiter);
  if (form.delimiter == 0)
    form.delimiter = lv_import_find_delimiter (start);
  form.uncertain = FALSE;
  if (form.decimal == LV_DECIMAL_DETECT)
    form.decimal = detect_decimal (start, form.delimiter, &form.uncertain);
  if (used != NULL)
    *used = form;
  return read_fields (start, file, &form, error);
}

static const struct
{
  const char *word;
  char delimiter;
  LvDecimal decimal;
  LvEncoding encoding;
} forms[] = {
  { "semicolon", .delimiter = ';' },
  { "comma", .delimiter = ',' },
  { "tab", .delimiter = '\t' },
  { "decimal-comma", .decimal = LV_DECIMAL_COMMA },
  { "decimal-point", .decimal = LV_DECIMAL_POINT },
  { "utf-8", .encoding = LV_ENCODING_UTF8 },
  { "windows-1252", .encoding = LV_ENCODING_WINDOWS_1252 },
  { "utf-16", .encoding = LV_ENCODING_UTF16 },
};

/**
 * lv_text_form_parse:
 * @text: words with commas: "semicolon,decimal-comma,windows-1252"; what is not said is detected
 */
gboolean
lv_text_form_parse (const char *text, LvTextForm *form)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  *form = (LvTextForm){ 0 };
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (forms); k++)
        {
          if (strcmp (forms[k].word, words[i]) != 0)
            continue;
          found = TRUE;
          form->delimiter = forms[k].delimiter != 0 ? forms[k].delimiter : form->delimiter;
          form->decimal = forms[k].decimal != 0 ? forms[k].decimal : form->decimal;
          form->encoding = forms[k].encoding != 0 ? forms[k].encoding : form->encoding;
        }
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/** Returns: (transfer full): what lv_text_form_parse() takes */
char *
lv_text_form_to_string (const LvTextForm *form)
{
  GString *out = g_string_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (forms); k++)
    if ((forms[k].delimiter != 0 && forms[k].delimiter == form->delimiter)
        || (forms[k].decimal != 0 && forms[k].decimal == form->decimal)
        || (forms[k].encoding != 0 && forms[k].encoding == form->encoding))
      g_string_append_printf (out, "%s%s", out->len > 0 ? "," : "", forms[k].word);
  return g_string_free (out, FALSE);
}
