/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a finished workbook: which sheets there are, what they and their tables are called, shared texts, and
 * what the file says of itself. */
#include "lv-access-private.h"

#include "lv-import-data.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/** A part on its way. */
typedef struct
{
  LvAccessBook *book;
  GHashTable *relations; /* id -> target of the part that is read, as a name of a part */
  GHashTable *tables;    /* the same, of tables alone */
  char *folder;
  GPtrArray *ids;        /* of the sheets' relations, in their order */
  GString *text;
  gboolean taking;
} Part;

static gboolean
no_end (const char *name, gpointer data, GError **error)
{
  return TRUE;
}

static void
take_text (const char *text, gsize length, gpointer data)
{
  Part *self = data;

  if (self->taking)
    g_string_append_len (self->text, text, (gssize) length);
}

/* --- Relations: the parts that a part names */

/* "../tables/table1.xml" in "xl/worksheets/" is xl/tables/table1.xml. */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *whole = target[0] == '/' ? g_strdup (target) : g_strconcat ("/", folder, target, NULL);
  g_autofree char *canonical = g_canonicalize_filename (whole, "/");

  return g_strdup (canonical + 1);
}

static gboolean
relation_start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Part *self = data;
  const char *id = lv_xml_get (names, values, "Id");
  const char *target = lv_xml_get (names, values, "Target");
  const char *type = lv_xml_get (names, values, "Type");

  if (strcmp (name, "Relationship") != 0 || id == NULL || target == NULL || type == NULL)
    return TRUE;
  g_hash_table_insert (self->relations, g_strdup (id), resolve (self->folder, target));
  if (g_str_has_suffix (type, "/table"))
    g_hash_table_insert (self->tables, g_strdup (id), resolve (self->folder, target));
  return TRUE;
}

/* What the part @name names; nothing where it has no relations. */
static gboolean
read_relations (Part *self, const char *name, GError **error)
{
  static const LvXmlFuncs funcs = { relation_start, no_end, NULL, NULL };
  const char *file = strrchr (name, '/') + 1;
  g_autofree char *relations = NULL;
  GBytes *part;

  g_free (self->folder);
  self->folder = g_strndup (name, (gsize) (file - name));
  relations = g_strconcat (self->folder, "_rels/", file, ".rels", NULL);
  g_hash_table_remove_all (self->relations);
  g_hash_table_remove_all (self->tables);
  part = g_hash_table_lookup (self->book->parts, relations);
  return part == NULL || lv_import_xml (part, relations, &funcs, self, error);
}

/* --- The workbook: its sheets in order */

static gboolean
book_start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Part *self = data;
  const char *title = lv_xml_get (names, values, "name");
  const char *id = lv_xml_get (names, values, "id");
  const char *state = lv_xml_get (names, values, "state");
  const char *tab = lv_xml_get (names, values, "activeTab");
  LvAccessSheet *sheet;

  if (strcmp (name, "workbookView") == 0 && tab != NULL && strcmp (tab, "0") != 0)
    self->book->shows_another_sheet = TRUE;
  if (strcmp (name, "sheet") != 0 || title == NULL || id == NULL)
    return TRUE;
  sheet = lv_access_sheet_new (title);
  sheet->hidden = state != NULL && strcmp (state, "visible") != 0;
  g_ptr_array_add (self->book->sheets, sheet);
  g_ptr_array_add (self->ids, g_strdup (id));
  return TRUE;
}

/* --- Shared texts */

static gboolean
string_start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Part *self = data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (self->text, 0);
  self->taking = strcmp (name, "t") == 0;
  return TRUE;
}

static gboolean
string_end (const char *name, gpointer data, GError **error)
{
  Part *self = data;

  self->taking = FALSE;
  if (strcmp (name, "si") == 0)
    g_ptr_array_add (self->book->strings, g_string_chunk_insert (self->book->texts, self->text->str));
  return TRUE;
}

/* --- What the file says of itself */

static gboolean
core_start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Part *self = data;

  g_string_truncate (self->text, 0);
  self->taking = TRUE;
  return TRUE;
}

static gboolean
core_end (const char *name, gpointer data, GError **error)
{
  Part *self = data;
  LvAccessBook *book = self->book;
  gboolean says = g_strstrip (self->text->str)[0] != '\0';

  if (strcmp (name, "title") == 0)
    book->has_title = says;
  else if (strcmp (name, "creator") == 0)
    book->has_creator = says;
  else if (strcmp (name, "subject") == 0)
    book->has_subject = says;
  else if (strcmp (name, "language") == 0)
    book->has_language = says;
  g_string_truncate (self->text, 0);
  return TRUE;
}

/* --- All of it */

static gboolean
read_part (Part *self, const char *name, const LvXmlFuncs *funcs, GError **error)
{
  GBytes *part = g_hash_table_lookup (self->book->parts, name);

  self->taking = FALSE;
  return part == NULL || lv_import_xml (part, name, funcs, self, error);
}

static gboolean
missing (const char *name, GError **error)
{
  g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_CONTENT, _ ("the workbook is damaged: the sheet %s is not in it"),
               name);
  return FALSE;
}

static gboolean
read_tables (Part *self, LvAccessSheet *sheet, GError **error)
{
  GHashTableIter iter;
  gpointer target;

  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, &target))
    {
      GBytes *part = g_hash_table_lookup (self->book->parts, target);

      if (part != NULL && !lv_access_read_table (sheet, part, target, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_sheets (Part *self, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->ids->len; i++)
    g_ptr_array_add (names, g_strdup (g_hash_table_lookup (self->relations, self->ids->pdata[i])));
  for (guint i = 0; i < names->len; i++)
    {
      LvAccessSheet *sheet = g_ptr_array_index (self->book->sheets, i);
      const char *name = g_ptr_array_index (names, i);
      GBytes *part = name != NULL ? g_hash_table_lookup (self->book->parts, name) : NULL;

      if (part == NULL || strchr (name, '/') == NULL)
        return missing (sheet->name, error);
      if (!lv_access_read_sheet (self->book, sheet, part, name, error) || !read_relations (self, name, error)
          || !read_tables (self, sheet, error))
        return FALSE;
      lv_access_settle_sheet (sheet);
    }
  return TRUE;
}

static gboolean
read_all (Part *self, GError **error)
{
  static const LvXmlFuncs book = { book_start, no_end, NULL, NULL };
  static const LvXmlFuncs strings = { string_start, string_end, take_text, NULL };
  static const LvXmlFuncs core = { core_start, core_end, take_text, NULL };
  GBytes *styles = g_hash_table_lookup (self->book->parts, "xl/styles.xml");

  return read_part (self, "xl/sharedStrings.xml", &strings, error)
         && (styles == NULL || lv_access_read_styles (self->book, styles, error))
         && read_part (self, "docProps/core.xml", &core, error) && read_part (self, "xl/workbook.xml", &book, error)
         && read_relations (self, "xl/workbook.xml", error) && read_sheets (self, error);
}

static LvAccessBook *
book_new (GHashTable *parts, GPtrArray *others)
{
  LvAccessBook *self = g_new0 (LvAccessBook, 1);

  self->parts = parts;
  self->others = others;
  self->texts = g_string_chunk_new (4096);
  self->strings = g_ptr_array_new ();
  self->styles = g_array_new (FALSE, FALSE, sizeof (LvAccessStyle));
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_access_sheet_free);
  return self;
}

void
lv_access_book_free (LvAccessBook *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->parts);
  g_ptr_array_unref (self->others);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->strings);
  g_array_unref (self->styles);
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

/** Returns: (transfer full) (nullable): what stands in a workbook, %NULL where it can't be read */
LvAccessBook *
lv_access_book_new (GBytes *workbook, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (workbook, &length);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) parts = lv_import_unzip (bytes, length, others, error);
  g_autoptr (LvAccessBook) self = NULL;
  Part part = { 0 };
  gboolean good;

  if (parts == NULL)
    return NULL;
  self = book_new (g_steal_pointer (&parts), g_steal_pointer (&others));
  part.book = self;
  part.relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  part.tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  part.ids = g_ptr_array_new_with_free_func (g_free);
  part.text = g_string_new (NULL);
  good = read_all (&part, error);
  g_hash_table_unref (part.relations);
  g_hash_table_unref (part.tables);
  g_ptr_array_unref (part.ids);
  g_string_free (part.text, TRUE);
  g_free (part.folder);
  return good ? g_steal_pointer (&self) : NULL;
}
