/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-xlsx.h"

#include "lv-import-xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_STYLES 65536
#define MAX_SHARED LV_IMPORT_MAX_CELLS

/** A sheet as the workbook lists it. */
typedef struct
{
  char *name;
  char *relation;
  gboolean hidden;
} Listed;

static void
listed_free (gpointer data)
{
  Listed *self = data;

  g_free (self->name);
  g_free (self->relation);
  g_free (self);
}

/** A part on its way: what the callbacks of one part collect. */
typedef struct
{
  LvXlsx *book;
  GPtrArray *sheets;    /* Listed */
  GHashTable *relations; /* id -> target */
  GHashTable *kinds;     /* last word of a relation's type -> target */
  GHashTable *codes;     /* number -> format code */
  GString *text;
  char *name;
  gboolean taking;
  gboolean in_formats;
  guint phonetic;
} Part;

static gboolean
too_many (GError **error)
{
  g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_LIMIT, _ ("the workbook has more parts than are read"));
  return FALSE;
}

static gboolean
no_end (const char *name, gpointer data, GError **error)
{
  return TRUE;
}

static void
take_text (const char *text, gsize length, gpointer data)
{
  Part *self = data;

  if (self->taking && self->phonetic == 0)
    g_string_append_len (self->text, text, (gssize) length);
}

/* ---- relationships ---- */

static gboolean
relation_start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Part *self = data;
  const char *id = lv_xml_get (names, values, "Id");
  const char *target = lv_xml_get (names, values, "Target");
  const char *type = lv_xml_get (names, values, "Type");
  const char *slash = type != NULL ? strrchr (type, '/') : NULL;

  if (strcmp (name, "Relationship") != 0 || id == NULL || target == NULL || slash == NULL)
    return TRUE;
  if (g_hash_table_size (self->relations) >= LV_IMPORT_MAX_PARTS)
    return too_many (error);
  /* A sheet that is a chart has no cells. */
  if (strcmp (slash, "/chartsheet") != 0 && strcmp (slash, "/dialogsheet") != 0)
    g_hash_table_insert (self->relations, g_strdup (id), g_strdup (target));
  g_hash_table_insert (self->kinds, g_strdup (slash + 1), g_strdup (target));
  return TRUE;
}

/* Targets are relative to the folder of the part that names them, or to the root. */
static char *
resolve (const char *folder, const char *target)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *whole = target[0] == '/' ? g_strdup (target + 1) : g_strconcat (folder, target, NULL);
  g_auto (GStrv) words = g_strsplit (whole, "/", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strcmp (words[i], "..") == 0 && parts->len > 0)
        g_ptr_array_set_size (parts, (int) parts->len - 1);
      else if (words[i][0] != '\0' && strcmp (words[i], ".") != 0 && strcmp (words[i], "..") != 0)
        g_ptr_array_add (parts, words[i]);
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("/", (char **) parts->pdata);
}

static char *
folder_of (const char *part)
{
  const char *slash = strrchr (part, '/');

  return slash != NULL ? g_strndup (part, (gsize) (slash - part + 1)) : g_strdup ("");
}

static gboolean
read_relations (Part *self, const char *part, GError **error)
{
  static const LvXmlFuncs funcs = { relation_start, no_end, NULL };
  g_autofree char *folder = folder_of (part);
  g_autofree char *name = g_strconcat (folder, "_rels/", part + strlen (folder), ".rels", NULL);
  GBytes *bytes = g_hash_table_lookup (self->book->parts, name);

  g_hash_table_remove_all (self->relations);
  g_hash_table_remove_all (self->kinds);
  return bytes == NULL || lv_import_xml (bytes, name, &funcs, self, error);
}

/* ---- the list of sheets and names ---- */

static gboolean
list_sheet (Part *self, const char **names, const char **values, GError **error)
{
  const char *title = lv_xml_get (names, values, "name");
  const char *relation = lv_xml_get (names, values, "id");
  const char *state = lv_xml_get (names, values, "state");
  Listed *listed;

  if (title == NULL || relation == NULL)
    return TRUE;
  if (self->sheets->len >= LV_IMPORT_MAX_SHEETS)
    return too_many (error);
  listed = g_new0 (Listed, 1);
  listed->name = g_strdup (title);
  listed->relation = g_strdup (relation);
  listed->hidden = state != NULL && strcmp (state, "visible") != 0;
  g_ptr_array_add (self->sheets, listed);
  return TRUE;
}

static gboolean
book_start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Part *self = data;

  if (strcmp (name, "workbookPr") == 0)
    self->book->from_1904 = lv_xml_true (lv_xml_get (names, values, "date1904"));
  if (strcmp (name, "definedName") == 0 && lv_xml_get (names, values, "name") != NULL)
    {
      g_free (self->name);
      self->name = g_strdup (lv_xml_get (names, values, "name"));
      g_string_truncate (self->text, 0);
      self->taking = TRUE;
    }
  return strcmp (name, "sheet") != 0 || list_sheet (self, names, values, error);
}

static gboolean
book_end (const char *name, gpointer data, GError **error)
{
  Part *self = data;
  LvDataName *defined;

  if (strcmp (name, "definedName") != 0 || !self->taking)
    return TRUE;
  self->taking = FALSE;
  if (self->book->data->names->len >= LV_IMPORT_MAX_NAMES)
    return too_many (error);
  defined = g_new0 (LvDataName, 1);
  defined->name = g_steal_pointer (&self->name);
  defined->formula = g_strdup (self->text->str);
  g_ptr_array_add (self->book->data->names, defined);
  return TRUE;
}

/* ---- shared strings ---- */

static gboolean
string_start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Part *self = data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (self->text, 0);
  if (strcmp (name, "rPh") == 0)
    self->phonetic++;
  self->taking = strcmp (name, "t") == 0;
  return TRUE;
}

static gboolean
string_end (const char *name, gpointer data, GError **error)
{
  Part *self = data;

  self->taking = FALSE;
  if (strcmp (name, "rPh") == 0 && self->phonetic > 0)
    self->phonetic--;
  if (strcmp (name, "si") != 0)
    return TRUE;
  if (self->book->shared->len >= MAX_SHARED)
    return too_many (error);
  g_ptr_array_add (self->book->shared, (gpointer) lv_xlsx_text (self->book, self->text));
  return TRUE;
}

/* ---- styles ---- */

static gboolean
style_start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Part *self = data;
  const char *text = lv_xml_get (names, values, "numFmtId");
  guint number = text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
  guint8 format;

  if (strcmp (name, "cellXfs") == 0)
    self->in_formats = TRUE;
  if (strcmp (name, "numFmt") == 0 && g_hash_table_size (self->codes) < MAX_STYLES)
    g_hash_table_insert (self->codes, GUINT_TO_POINTER (number),
                         g_strdup (lv_xml_get (names, values, "formatCode")));
  if (strcmp (name, "xf") != 0 || !self->in_formats)
    return TRUE;
  if (self->book->formats->len >= MAX_STYLES)
    return too_many (error);
  format = (guint8) lv_format_of (number, g_hash_table_lookup (self->codes, GUINT_TO_POINTER (number)));
  g_array_append_val (self->book->formats, format);
  return TRUE;
}

static gboolean
style_end (const char *name, gpointer data, GError **error)
{
  Part *self = data;

  if (strcmp (name, "cellXfs") == 0)
    self->in_formats = FALSE;
  return TRUE;
}

/* ---- the whole ---- */

static gboolean
read_kind (Part *self, const char *folder, const char *kind, const LvXmlFuncs *funcs, GError **error)
{
  const char *target = g_hash_table_lookup (self->kinds, kind);
  g_autofree char *name = target != NULL ? resolve (folder, target) : NULL;
  GBytes *bytes = name != NULL ? g_hash_table_lookup (self->book->parts, name) : NULL;

  self->taking = FALSE;
  return bytes == NULL || lv_import_xml (bytes, name, funcs, self, error);
}

static gboolean
read_sheets (Part *self, const char *folder, GError **error)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const Listed *listed = g_ptr_array_index (self->sheets, i);
      const char *target = g_hash_table_lookup (self->relations, listed->relation);
      g_autofree char *name = target != NULL ? resolve (folder, target) : NULL;
      GBytes *bytes = name != NULL ? g_hash_table_lookup (self->book->parts, name) : NULL;
      LvDataSheet *sheet;

      if (target == NULL)
        continue;
      if (bytes == NULL)
        {
          g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_CONTENT,
                       _ ("the workbook is damaged: the sheet %s is not in it"), listed->name);
          return FALSE;
        }
      sheet = lv_sheet_data_add (self->book->data, listed->name);
      sheet->hidden = listed->hidden;
      if (!lv_xlsx_read_sheet (self->book, sheet, bytes, name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
no_workbook (LvXlsx *book, GError **error)
{
  GBytes *mimetype = g_hash_table_lookup (book->parts, "mimetype");
  gboolean document = mimetype != NULL && g_bytes_get_size (mimetype) > 35
                      && memcmp (g_bytes_get_data (mimetype, NULL), "application/vnd.oasis.opendocument.", 35) == 0;

  if (document || g_hash_table_contains (book->parts, "xl/workbook.bin"))
    g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_KIND,
                         _ ("this is another kind of spreadsheet; save it as an Excel workbook (.xlsx)"));
  else
    g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_KIND, _ ("this is no workbook"));
  return FALSE;
}

static gboolean
read_book (Part *self, GError **error)
{
  static const LvXmlFuncs book = { book_start, book_end, take_text };
  static const LvXmlFuncs strings = { string_start, string_end, take_text };
  static const LvXmlFuncs styles = { style_start, style_end, NULL };
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  GBytes *bytes;

  if (!read_relations (self, "", error))
    return FALSE;
  name = resolve ("", g_hash_table_contains (self->kinds, "officeDocument")
                          ? g_hash_table_lookup (self->kinds, "officeDocument") : "xl/workbook.xml");
  folder = folder_of (name);
  bytes = g_hash_table_lookup (self->book->parts, name);
  if (bytes == NULL || g_str_has_suffix (name, ".bin"))
    return no_workbook (self->book, error);
  if (!lv_import_xml (bytes, name, &book, self, error) || !read_relations (self, name, error))
    return FALSE;
  if (self->sheets->len == 0)
    return no_workbook (self->book, error);
  return read_kind (self, folder, "sharedStrings", &strings, error)
         && read_kind (self, folder, "styles", &styles, error) && read_sheets (self, folder, error);
}

static void
part_init (Part *self, LvXlsx *book)
{
  *self = (Part){ .book = book };
  self->sheets = g_ptr_array_new_with_free_func (listed_free);
  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->text = g_string_new (NULL);
}

static void
part_clear (Part *self)
{
  g_ptr_array_unref (self->sheets);
  g_hash_table_unref (self->relations);
  g_hash_table_unref (self->kinds);
  g_hash_table_unref (self->codes);
  g_string_free (self->text, TRUE);
  g_free (self->name);
}

/**
 * lv_import_xlsx:
 * @bytes: a workbook (.xlsx, .xlsm)
 * @file: its base name
 *
 * Of formulas the values that the last program kept are read; nothing is computed.
 *
 * Returns: (transfer full) (nullable): its sheets and names
 */
LvSheetData *
lv_import_xlsx (const char *bytes, gsize length, const char *file, GError **error)
{
  g_autoptr (LvSheetData) data = lv_sheet_data_new (file);
  g_autoptr (GPtrArray) shared = g_ptr_array_new ();
  g_autoptr (GArray) formats = g_array_new (FALSE, FALSE, sizeof (guint8));
  g_autoptr (GHashTable) parts = lv_import_unzip (bytes, length, NULL, error);
  LvXlsx book = { .parts = parts, .data = data, .shared = shared, .formats = formats };
  gboolean ok;
  Part part;

  if (parts == NULL)
    return NULL;
  part_init (&part, &book);
  ok = read_book (&part, error);
  part_clear (&part);
  return ok ? g_steal_pointer (&data) : NULL;
}
