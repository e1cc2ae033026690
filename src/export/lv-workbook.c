/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memfd_create() */
#define _GNU_SOURCE

#include "lv-workbook-private.h"

#include "lv-file-save.h"
#include "lv-id.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

/* A cell's text and a formula end here in every spreadsheet. */
#define MAX_TEXT 32767
#define MAX_FORMULA 8000

G_DEFINE_QUARK (lv-export-error-quark, lv_export_error)

/* Every number that the library prints must have a point, in this thread only. */
lxw_worksheet *
lv_workbook_begin (LvWorkbook *self, guint sheet, locale_t *before)
{
  *before = uselocale (self->locale);
  return sheet < self->sheets->len ? g_ptr_array_index (self->sheets, sheet) : NULL;
}

void
lv_workbook_end (LvWorkbook *self, locale_t before, lxw_error code, const char *what)
{
  uselocale (before);
  if (code != LXW_NO_ERROR && self->error == NULL)
    g_set_error (&self->error, LV_EXPORT_ERROR, LV_EXPORT_ERROR_CONTENT, "%s: %s", what,
                 lxw_strerror (code));
}

/* Text that is not UTF-8 would make a file that no program opens. */
gboolean
lv_workbook_text_ok (LvWorkbook *self, const char *text)
{
  if (g_utf8_validate (text, -1, NULL) && (strlen (text) <= MAX_TEXT || g_utf8_strlen (text, -1) <= MAX_TEXT))
    return TRUE;
  if (self->error == NULL)
    g_set_error (&self->error, LV_EXPORT_ERROR, LV_EXPORT_ERROR_CONTENT,
                 _ ("a text is not UTF-8, or too long for a cell"));
  return FALSE;
}

/* The library writes to a path and nothing else; what it writes here is no file on any disk until it is whole. */
static gboolean
make_temporary (LvWorkbook *self, GError **error)
{
  self->fd = memfd_create ("workbook", MFD_CLOEXEC);
  if (self->fd >= 0)
    {
      self->temporary = g_strdup_printf ("/proc/self/fd/%d", self->fd);
      return TRUE;
    }
  g_set_error (error, LV_EXPORT_ERROR, LV_EXPORT_ERROR_FILE, _ ("%s can't be written: %s"),
               self->path != NULL ? self->path : "", g_strerror (errno));
  return FALSE;
}

/* Told before the work, not after it. */
static gboolean
has_folder (const LvWorkbook *self, GError **error)
{
  g_autofree char *folder = self->path != NULL ? g_path_get_dirname (self->path) : NULL;

  if (folder == NULL || g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error (error, LV_EXPORT_ERROR, LV_EXPORT_ERROR_FILE, _ ("%s can't be written: %s"), self->path,
               g_strerror (ENOENT));
  return FALSE;
}

static void
set_properties (LvWorkbook *self, const LvWorkbookInfo *info)
{
  struct tm day = { .tm_year = info->year - 1900,
                    .tm_mon = info->month - 1,
                    .tm_mday = info->day,
                    .tm_hour = 12 };
  lxw_doc_properties properties = { .title = (char *) info->title,
                                    .subject = (char *) info->subject,
                                    .author = (char *) info->author,
                                    .company = (char *) info->author,
                                    .created = timegm (&day) };

  workbook_set_properties (self->book, &properties);
  if (info->language != NULL)
    workbook_set_custom_property_string (self->book, "Language", info->language);
}

/**
 * lv_workbook_new:
 * @path: (nullable): where it will stand when it is saved; %NULL for lv_workbook_to_bytes()
 * @info: what the file says of itself
 *
 * Returns: (transfer full) (nullable): an empty workbook, or %NULL when there is no such folder
 */
LvWorkbook *
lv_workbook_new (const char *path, const LvWorkbookInfo *info, GError **error)
{
  LvWorkbook *self = g_new0 (LvWorkbook, 1);
  locale_t before;

  self->path = g_strdup (path);
  self->heading = g_strdup (info->heading);
  self->language = g_strdup (info->language);
  self->fd = -1;
  self->locale = newlocale (LC_NUMERIC_MASK, "C", duplocale (LC_GLOBAL_LOCALE));
  self->sheets = g_ptr_array_new ();
  self->refs = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_array_new (FALSE, FALSE, sizeof (LvTextSize));
  g_array_set_clear_func (self->texts, lv_text_size_clear);
  self->widths = g_hash_table_new (NULL, NULL);
  if (!has_folder (self, error) || !make_temporary (self, error))
    {
      lv_workbook_free (self);
      return NULL;
    }
  lv_workbook_begin (self, 0, &before);
  self->book = workbook_new (self->temporary);
  set_properties (self, info);
  uselocale (before);
  return self;
}

void
lv_workbook_free (LvWorkbook *self)
{
  if (self == NULL)
    return;
  if (self->book != NULL)
    lxw_workbook_free (self->book);
  if (self->fd >= 0)
    close (self->fd);
  freelocale (self->locale);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->refs);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->taken);
  g_array_unref (self->texts);
  g_hash_table_unref (self->widths);
  g_clear_error (&self->error);
  g_free (self->path);
  g_free (self->heading);
  g_free (self->language);
  g_free (self->temporary);
  g_free (self);
}

static GBytes *
read_back (int fd)
{
  gssize size = lseek (fd, 0, SEEK_END);
  g_autofree char *data = size > 0 ? g_malloc ((gsize) size) : NULL;
  gssize at = 0;

  while (at < size)
    {
      gssize n = pread (fd, data + at, (gsize) (size - at), at);

      if (n <= 0)
        return NULL;
      at += n;
    }
  return data != NULL ? g_bytes_new_take (g_steal_pointer (&data), (gsize) size) : NULL;
}

/**
 * lv_workbook_to_bytes:
 *
 * Ends the workbook; nothing more can be written to @self after.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL when anything went wrong on the way
 */
GBytes *
lv_workbook_to_bytes (LvWorkbook *self, GError **error)
{
  locale_t before;
  lxw_error code;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self->book != NULL, NULL);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }
  lv_workbook_set_heights (self);
  lv_workbook_begin (self, 0, &before);
  code = workbook_close (self->book);
  self->book = NULL;
  uselocale (before);
  if (code == LXW_NO_ERROR)
    bytes = read_back (self->fd);
  if (bytes == NULL)
    g_set_error (error, LV_EXPORT_ERROR, LV_EXPORT_ERROR_FILE, _ ("a workbook can't be made: %s"),
                 code != LXW_NO_ERROR ? lxw_strerror (code) : g_strerror (EIO));
  return bytes != NULL ? lv_workbook_finish (self, bytes) : NULL;
}

/**
 * lv_workbook_save:
 *
 * Writes the file; an older one is replaced only by a whole new one. Nothing more can be written to
 * @self after.
 *
 * Returns: %FALSE when anything went wrong on the way
 */
gboolean
lv_workbook_save (LvWorkbook *self, GError **error)
{
  g_autoptr (GBytes) bytes = lv_workbook_to_bytes (self, error);

  return bytes != NULL && lv_file_save (self->path, bytes, error);
}

static gboolean
is_plain (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalpha (*p))
      return FALSE;
  return TRUE;
}

/**
 * lv_workbook_add_sheet:
 * @title: any text; the name is made from it
 *
 * Returns: its number
 */
guint
lv_workbook_add_sheet (LvWorkbook *self, const char *title)
{
  char *name = lv_sheet_name (title, self->taken);
  locale_t before;
  lxw_worksheet *sheet;

  lv_workbook_begin (self, 0, &before);
  sheet = workbook_add_worksheet (self->book, name);
  uselocale (before);
  g_ptr_array_add (self->names, name);
  g_ptr_array_add (self->sheets, sheet);
  g_ptr_array_add (self->refs,
                   is_plain (name) ? g_strdup (name) : g_strconcat ("'", name, "'", NULL));
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9);
  worksheet_set_margins (sheet, 0.5, 0.5, 0.7, 0.7);
  return self->sheets->len - 1;
}

/** Returns: (transfer none): the name on the sheet's tab */
const char *
lv_workbook_sheet_title (const LvWorkbook *self, guint sheet)
{
  return g_ptr_array_index (self->names, sheet);
}

/** Returns: (transfer none): the sheet's name as a formula writes it, with quotes where they are needed */
const char *
lv_workbook_sheet_ref (const LvWorkbook *self, guint sheet)
{
  return g_ptr_array_index (self->refs, sheet);
}

/** Writes @text; nothing where it is empty. */
void
lv_workbook_text (LvWorkbook *self, LvCellPlace at, const char *text, LvStyle style)
{
  locale_t before;
  lxw_worksheet *sheet;

  if (text == NULL || text[0] == '\0' || !lv_workbook_text_ok (self, text))
    return;
  lv_workbook_note_text (self, at, text, style);
  sheet = lv_workbook_begin (self, at.sheet, &before);
  lv_workbook_end (self, before,
                   worksheet_write_string (sheet, at.row, (lxw_col_t) at.column, text,
                                           lv_workbook_format (self, style, -1)),
                   text);
}

/** Writes the name of @sheet, which leads there. */
void
lv_workbook_link (LvWorkbook *self, LvCellPlace at, guint sheet)
{
  const char *name = lv_workbook_sheet_title (self, sheet);
  g_autofree char *url = g_strdup_printf ("internal:'%s'!A1", name);
  locale_t before;
  lxw_worksheet *ws;

  lv_workbook_note_text (self, at, name, LV_STYLE_LINK);
  ws = lv_workbook_begin (self, at.sheet, &before);
  lv_workbook_end (self, before,
                   worksheet_write_url_opt (ws, at.row, (lxw_col_t) at.column, url,
                                            lv_workbook_format (self, LV_STYLE_LINK, -1), name, NULL),
                   name);
}

/** Writes a number; one that is missing becomes the formula NA(). */
void
lv_workbook_number (LvWorkbook *self, LvCellPlace at, double value, LvStyle style, int decimals)
{
  locale_t before;
  lxw_worksheet *sheet;

  if (!isfinite (value))
    {
      lv_workbook_formula (self, at, "=NA()", value, style, decimals);
      return;
    }
  sheet = lv_workbook_begin (self, at.sheet, &before);
  lv_workbook_end (self, before,
                   worksheet_write_number (sheet, at.row, (lxw_col_t) at.column, value,
                                           lv_workbook_format (self, style, decimals)),
                   "number");
}

static gboolean
formula_ok (LvWorkbook *self, const char *formula)
{
  if (strlen (formula) <= MAX_FORMULA)
    return lv_workbook_text_ok (self, formula);
  if (self->error == NULL)
    g_set_error (&self->error, LV_EXPORT_ERROR, LV_EXPORT_ERROR_CONTENT,
                 _ ("a formula is too long: %.60s..."), formula);
  return FALSE;
}

/**
 * lv_workbook_formula:
 * @formula: from its = on
 * @value: what the application computed; NaN is missing
 */
void
lv_workbook_formula (LvWorkbook *self, LvCellPlace at, const char *formula, double value,
                     LvStyle style, int decimals)
{
  lxw_format *format = lv_workbook_format (self, style, decimals);
  locale_t before;
  lxw_worksheet *sheet;
  lxw_error code;

  if (!formula_ok (self, formula))
    return;
  sheet = lv_workbook_begin (self, at.sheet, &before);
  code = isfinite (value) ? worksheet_write_formula_num (sheet, at.row, (lxw_col_t) at.column, formula,
                                                         format, value)
                          : worksheet_write_formula_str (sheet, at.row, (lxw_col_t) at.column, formula,
                                                         format, "#N/A");
  lv_workbook_end (self, before, code, formula);
}

/** A formula whose value is a text. */
void
lv_workbook_formula_text (LvWorkbook *self, LvCellPlace at, const char *formula, const char *value,
                          LvStyle style)
{
  locale_t before;
  lxw_worksheet *sheet;

  if (!formula_ok (self, formula) || !lv_workbook_text_ok (self, value))
    return;
  sheet = lv_workbook_begin (self, at.sheet, &before);
  lv_workbook_end (self, before,
                   worksheet_write_formula_str (sheet, at.row, (lxw_col_t) at.column, formula,
                                                lv_workbook_format (self, style, -1), value),
                   formula);
}

/**
 * lv_workbook_name:
 * @id: of the pack; its spreadsheet name is defined
 * @from, @to: the corners of what it names
 */
void
lv_workbook_name (LvWorkbook *self, const char *id, LvCellPlace from, LvCellPlace to)
{
  g_autofree char *name = lv_id_spreadsheet_name (id);
  g_autofree char *a = lv_cell_ref (from.row, from.column);
  g_autofree char *b = lv_cell_ref (to.row, to.column);
  GString *formula = g_string_new (NULL);
  locale_t before;

  if (lv_name_is_safe (name))
    {
      g_string_append_printf (formula, "=%s!", lv_workbook_sheet_ref (self, from.sheet));
      for (const char *p = a; *p != '\0'; p++)
        g_string_append_printf (formula, "%s%c", p == a || (g_ascii_isdigit (*p) && g_ascii_isalpha (p[-1]))
                                                     ? "$" : "", *p);
      g_string_append (formula, strcmp (a, b) != 0 ? ":" : "");
      for (const char *p = b; strcmp (a, b) != 0 && *p != '\0'; p++)
        g_string_append_printf (formula, "%s%c", p == b || (g_ascii_isdigit (*p) && g_ascii_isalpha (p[-1]))
                                                     ? "$" : "", *p);
      lv_workbook_begin (self, from.sheet, &before);
      lv_workbook_end (self, before, workbook_define_name (self->book, name, formula->str), name);
    }
  g_string_free (formula, TRUE);
}
