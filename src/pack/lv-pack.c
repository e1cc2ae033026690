/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
item_free (gpointer data)
{
  LvItem *item = data;

  lv_item_free_detail (item);
  g_array_unref (item->entries);
  g_free (item);
}

static LvPack *
pack_new (void)
{
  LvPack *self = g_new0 (LvPack, 1);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->file_names = g_ptr_array_new_with_free_func (g_free);
  self->file_bytes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->items = g_ptr_array_new_with_free_func (item_free);
  for (guint i = 0; i < LV_N_KINDS; i++)
    self->by_kind[i] = g_ptr_array_new ();
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->axis_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->unit_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->renames = g_hash_table_new (g_str_hash, g_str_equal);
  self->axes = g_ptr_array_new ();
  self->units = lv_units_new ();
  self->infos = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
lv_pack_free (LvPack *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->axis_ids);
  g_hash_table_unref (self->unit_ids);
  g_hash_table_unref (self->renames);
  for (guint i = 0; i < LV_N_KINDS; i++)
    g_ptr_array_unref (self->by_kind[i]);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->axes);
  g_ptr_array_unref (self->infos);
  lv_units_free (self->units);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->file_names);
  g_ptr_array_unref (self->file_bytes);
  g_ptr_array_unref (self->names);
  g_free (self->folder);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
read_folder (LvReader *self, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    {
      lv_problems_add (self->problems, folder, 0, NULL, NULL, "%s", error->message);
      return FALSE;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".lv") && name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = NULL;

      name = g_ptr_array_index (names, i);
      path = g_build_filename (folder, name, NULL);
      lv_reader_read_file (self, path, name, FALSE);
    }
  return TRUE;
}

typedef void (*ItemFunc) (LvReader *self, LvItem *item);

static void
for_each (LvReader *self, LvKind kind, ItemFunc func)
{
  const GPtrArray *items = self->pack->by_kind[kind];

  for (guint i = 0; i < items->len; i++)
    func (self, g_ptr_array_index (items, i));
}

static void
for_all (LvReader *self, ItemFunc func)
{
  for (guint i = 0; i < self->pack->items->len; i++)
    func (self, g_ptr_array_index (self->pack->items, i));
}

/* Each step needs those before it: units and axes, what has axes, what names its cells. */
static void
read_items (LvReader *self)
{
  lv_reader_find_overlays (self);
  for_all (self, lv_reader_check_structure);
  for_all (self, lv_reader_register);
  lv_reader_check_renames (self);
  lv_reader_check_documents (self);
  lv_reader_read_units (self);
  lv_reader_read_axes (self);
  lv_reader_resolve_like (self);
  for_each (self, LV_KIND_SERIES, lv_reader_read_series);
  for_each (self, LV_KIND_PARAMETER, lv_reader_read_parameter);
  for_each (self, LV_KIND_FORMULA, lv_reader_read_formula);
  for_each (self, LV_KIND_CELL, lv_reader_read_cell);
  for_each (self, LV_KIND_POOL, lv_reader_read_pool);
  for_each (self, LV_KIND_MEASURE, lv_reader_read_measure);
  for_each (self, LV_KIND_CHECK, lv_reader_read_check);
  for_each (self, LV_KIND_SOLVE, lv_reader_read_solve);
  for_each (self, LV_KIND_SCENARIO, lv_reader_read_scenario);
  lv_reader_check_scenarios (self);
  for_each (self, LV_KIND_TABLE, lv_reader_read_table);
  for_each (self, LV_KIND_ROW, lv_reader_read_row);
  for_each (self, LV_KIND_FLOW, lv_reader_read_flow);
  for_each (self, LV_KIND_ATTACHMENT, lv_reader_read_attachment);
  for_each (self, LV_KIND_CHART, lv_reader_read_chart);
  for_each (self, LV_KIND_CARD, lv_reader_read_card);
  for_each (self, LV_KIND_WORDS, lv_reader_read_words);
  for_each (self, LV_KIND_ACTION, lv_reader_read_action);
  for_each (self, LV_KIND_GOAL, lv_reader_read_goal);
  for_all (self, lv_reader_check_values);
  lv_reader_lay_over (self);
  lv_reader_check_plan (self);
}

static void
finish (LvReader *self, const char *folder)
{
  self->pack->folder = g_strdup (folder);
  self->spreadsheet_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lv_reader_read_head (self, folder);
  read_items (self);
  g_hash_table_unref (self->spreadsheet_names);
  g_clear_pointer (&self->prefixes, g_hash_table_unref);
  lv_problems_sort (self->problems);
}

/* A text to be cut up where it lies, with a NUL byte behind. */
static char *
copy_text (const char *text, gsize length)
{
  char *copy = g_malloc (length + 1);

  if (length > 0)
    memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

/**
 * lv_pack_load:
 * @folder: the pack's folder; its files *.lv are read in the order of their names
 * @documents: (nullable) (array zero-terminated=1): users' files that belong to it
 * @problems: where everything that is wrong is recorded
 *
 * Reads a pack. It is given also when there are problems: what they concern is marked as broken, so
 * that the model can look for its own in the same run.
 *
 * Returns: (transfer full) (nullable): the pack; %NULL when the folder cannot be read
 */
LvPack *
lv_pack_load (const char *folder, const char *const *documents, LvProblems *problems)
{
  g_autoptr (LvPack) pack = pack_new ();
  LvReader self = { .pack = pack, .problems = problems };

  if (!read_folder (&self, folder))
    return NULL;
  for (; documents != NULL && *documents != NULL; documents++)
    lv_reader_read_file (&self, *documents, *documents, TRUE);
  finish (&self, folder);
  return g_steal_pointer (&pack);
}

/**
 * lv_pack_read_again:
 * @name: what problems call the document
 * @text: (nullable): a document, or some of its groups, laid over the pack
 * @part: they stand without the head, [document id]
 * @problems: where everything that is wrong is recorded
 *
 * Reads the pack's own files as they were when it was loaded, from memory.
 *
 * Returns: (transfer full): another pack, with the groups of @text
 */
LvPack *
lv_pack_read_again (const LvPack *self, const char *name, const char *text, gboolean part,
                    LvProblems *problems)
{
  g_autoptr (LvPack) pack = pack_new ();
  LvReader reader = { .pack = pack, .problems = problems, .part = part };

  for (guint i = 0; i < self->file_names->len; i++)
    {
      GBytes *bytes = g_ptr_array_index (self->file_bytes, i);
      const char *file = g_ptr_array_index (self->file_names, i);
      gsize length = g_bytes_get_size (bytes);

      g_ptr_array_add (pack->file_names, g_strdup (file));
      g_ptr_array_add (pack->file_bytes, g_bytes_ref (bytes));
      lv_reader_read_text (&reader, copy_text (g_bytes_get_data (bytes, NULL), length), length, file,
                           FALSE);
    }
  if (text != NULL)
    lv_reader_read_text (&reader, copy_text (text, strlen (text)), strlen (text), name, TRUE);
  finish (&reader, self->folder);
  return g_steal_pointer (&pack);
}

/** Returns: (transfer none): the pack's units */
LvUnits *
lv_pack_units (const LvPack *self)
{
  return self->units;
}

guint
lv_pack_n_axes (const LvPack *self)
{
  return self->axes->len;
}

/** Returns: (transfer none): axis number @index */
const LvAxis *
lv_pack_axis (const LvPack *self, guint index)
{
  g_return_val_if_fail (index < self->axes->len, NULL);
  return g_ptr_array_index (self->axes, index);
}

/** Returns: (transfer none) (nullable): the axis called @id */
const LvAxis *
lv_pack_find_axis (const LvPack *self, const char *id)
{
  const LvItem *item = g_hash_table_lookup (self->axis_ids, id);

  return item != NULL ? item->detail : NULL;
}

guint
lv_pack_n_items (const LvPack *self)
{
  return self->items->len;
}

/** Returns: (transfer none): item number @index, in the order of the files */
LvItem *
lv_pack_item (const LvPack *self, guint index)
{
  g_return_val_if_fail (index < self->items->len, NULL);
  return g_ptr_array_index (self->items, index);
}

/** Returns: (transfer none) (nullable): the item called @id; not units, axes, cells, documents */
LvItem *
lv_pack_find (const LvPack *self, const char *id)
{
  return g_hash_table_lookup (self->ids, id);
}

/** Returns: (transfer none) (nullable): the item of @kind called @id; also units and axes */
LvItem *
lv_pack_find_kind (const LvPack *self, LvKind kind, const char *id)
{
  GHashTable *ids = kind == LV_KIND_UNIT   ? self->unit_ids
                    : kind == LV_KIND_AXIS ? self->axis_ids
                                           : self->ids;
  LvItem *item = g_hash_table_lookup (ids, id);

  return item != NULL && item->kind == kind ? item : NULL;
}

/** Returns: (transfer none) (element-type LvItem): all of @kind in the order of the files */
const GPtrArray *
lv_pack_items (const LvPack *self, LvKind kind)
{
  g_return_val_if_fail (kind < LV_N_KINDS, NULL);
  return self->by_kind[kind];
}

/* The line "KEY-words" of an item. */
static const LvEntry *
words_entry (const LvItem *item, const char *key)
{
  gsize length = strlen (key);

  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if (entry->argument == NULL && strncmp (entry->key, key, length) == 0
          && strcmp (entry->key + length, "-words") == 0)
        return entry;
    }
  return NULL;
}

/**
 * lv_pack_text:
 * @key: key of a text
 *
 * Returns: (transfer none) (nullable): the text, or that of the words which the key with -words
 * behind names; %NULL when there is none or when the words depend on values
 */
const char *
lv_pack_text (const LvPack *self, const LvItem *item, const char *key)
{
  for (; item != NULL; item = item->like)
    {
      const LvEntry *text = lv_item_entry (item, key, NULL);
      const LvEntry *id = text == NULL ? words_entry (item, key) : NULL;
      const LvItem *words
          = id != NULL ? lv_pack_find_kind (self, LV_KIND_WORDS, id->value) : NULL;

      if (text != NULL)
        return text->value;
      if (words != NULL)
        return lv_item_get (words, "text");
      if (!lv_item_copies (key))
        break;
    }
  return NULL;
}

/** Returns: (transfer none) (nullable): what [pack] says under @key */
const char *
lv_pack_head (const LvPack *self, const char *key)
{
  return self->head != NULL ? lv_item_get (self->head, key) : NULL;
}

/** Returns: (transfer none): the folder that it was read from, to read it once more beside another file */
const char *
lv_pack_folder (const LvPack *self)
{
  return self->folder;
}

/** Returns: (transfer none): the pack's id, "" when it has no head */
const char *
lv_pack_id (const LvPack *self)
{
  return self->head != NULL ? self->head->id : "";
}

/** Returns: (transfer full): SHA-256 of the pack's own files as they were read, in hexadecimal */
char *
lv_pack_digest (const LvPack *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->file_bytes->len; i++)
    {
      const char *name = g_ptr_array_index (self->file_names, i);
      GBytes *bytes = g_ptr_array_index (self->file_bytes, i);
      g_autofree char *head = g_strdup_printf ("%s %" G_GSIZE_FORMAT "\n", name, g_bytes_get_size (bytes));

      g_checksum_update (sum, (const guchar *) head, -1);
      g_checksum_update (sum, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
    }
  return g_strdup (g_checksum_get_string (sum));
}

/** Returns: (transfer none) (nullable): what is called otherwise now, if the pack has given up @id */
const char *
lv_pack_renamed (const LvPack *self, const char *id)
{
  return g_hash_table_lookup (self->renames, id);
}
