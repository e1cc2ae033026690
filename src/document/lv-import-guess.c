/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a foreign table mean, guessed: from the heads, then from what stands below them. A guess
 * is shown before anything is read by it. */
#include "lv-import-mapping.h"

#include "lv-import-index.h"
#include "lv-text.h"

#include <string.h>

/* Rows that are tried as heads, and rows below them that are looked at. */
#define HEAD_ROWS 30
#define LOOK_ROWS 60
#define MAX_COLUMNS 256

/** Names of columns: the pack's word where it has one, and what else people write. */
static const struct
{
  LvMapRole role;
  const char *word;
  const char *others;
} known[] = {
  { LV_MAP_ID, "xl-id", "id;nøgle;serie;post;key;series" },
  { LV_MAP_VALUE, "form-value", "ny værdi;new value" },
  { LV_MAP_VALUE, "xl-value", "værdi;beløb;tal;value;amount;figure" },
  { LV_MAP_UNIT, "xl-unit", "enhed;unit" },
  { LV_MAP_SOURCE, "form-source", "kilde;kildehenvisning;source" },
  { LV_MAP_NOTE, "form-note", "note;noter;bemærkning;bemærkninger;kommentar;comment;remark" },
  { LV_MAP_WHO, "form-who", "hvem;udfyldt af;oplyst af;who;filled in by" },
};

/** A sheet being looked at. */
typedef struct
{
  const LvModel *model;
  const LvPack *pack;
  const LvDataSheet *sheet;
  LvImportIndex *index;
  GHashTable *roles; /* folded -> LvMapRole */
  LvMapping *mapping;
} Guess;

static void
add_words (Guess *self, LvMapRole role, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *key = lv_import_fold (words[i]);

      if (key[0] != '\0' && !g_hash_table_contains (self->roles, key))
        g_hash_table_insert (self->roles, g_steal_pointer (&key), GUINT_TO_POINTER (role));
    }
}

static LvMapRole
role_of (const Guess *self, const LvDataCell *cell)
{
  g_autofree char *key = lv_import_fold (cell->text);

  return (LvMapRole) GPOINTER_TO_UINT (g_hash_table_lookup (self->roles, key));
}

/* The axis that a head names; of several that are called the same the one whose members stand below. */
static const LvAxis *
axis_of (const Guess *self, guint row, const LvDataCell *cell)
{
  const LvAxis *best = NULL;
  guint most = 0;

  for (guint i = 0; i < lv_pack_n_axes (self->pack); i++)
    {
      const LvAxis *axis = lv_pack_axis (self->pack, i);
      guint hits = 1;

      if (strcmp (axis->id, cell->text) != 0 && !lv_import_same_words (axis->title, cell->text))
        continue;
      for (guint r = row + 1; r <= row + LOOK_ROWS && r < self->sheet->rows; r++)
        hits += lv_import_index_member (self->index, axis, lv_data_cell (self->sheet, r, cell->column)) >= 0;
      if (hits > most)
        {
          best = axis;
          most = hits;
        }
    }
  return best;
}

/* "2026 budget" is a text, though it begins with a number. */
static gboolean
is_words (const LvDataCell *cell)
{
  return cell->kind == LV_DATA_TEXT || (cell->kind == LV_DATA_NUMBER && cell->suffix[0] != '\0');
}

static const LvNode *
node_of (const Guess *self, const LvDataCell *cell)
{
  g_autofree char *members = NULL;
  gboolean ambiguous;
  const LvNode *node = is_words (cell)
                           ? lv_import_index_node (self->index, cell->text, &members, &ambiguous) : NULL;

  return node != NULL && lv_node_is_input (node) ? node : NULL;
}

/* The member of a head: "2026", "2026-03", "Tabt arbejdsfortjeneste", and of years also "Budget 2026". */
static int
member_of (const Guess *self, const LvAxis *axis, const LvDataCell *cell)
{
  int index = lv_import_index_member (self->index, axis, cell);
  const char *p = cell->text;
  g_autofree char *year = NULL;

  if (index >= 0 || axis->kind != LV_AXIS_WHOLE || !is_words (cell) || strlen (cell->text) > 40)
    return index;
  while (*p != '\0' && !g_ascii_isdigit (*p))
    p++;
  if (strspn (p, "0123456789") != 4 || strpbrk (p + 4, "0123456789") != NULL)
    return -1;
  year = g_strndup (p, 4);
  return lv_axis_find (axis, year);
}

/* The axis whose members most of the heads are, with at least two of named members or one year. */
static const LvAxis *
wide_axis (const Guess *self, const LvDataCell *cells, guint n, guint *hits)
{
  const LvAxis *best = NULL;

  *hits = 0;
  for (guint i = 0; i < lv_pack_n_axes (self->pack); i++)
    {
      const LvAxis *axis = lv_pack_axis (self->pack, i);
      guint count = 0;

      for (guint c = 0; c < n; c++)
        count += role_of (self, &cells[c]) == LV_MAP_IGNORE && member_of (self, axis, &cells[c]) >= 0;
      if (count > *hits && (count > 1 || axis->kind != LV_AXIS_NAMED))
        {
          best = axis;
          *hits = count;
        }
    }
  return best;
}

/* How much a row looks like heads. Words for columns say more than members, which also stand in data. */
static guint
score_of (const Guess *self, guint row)
{
  guint n;
  const LvDataCell *cells = lv_data_row (self->sheet, row, &n);
  guint strong = 0;
  guint nodes = 0;
  guint wide = 0;

  n = MIN (n, MAX_COLUMNS);
  for (guint i = 0; i < n; i++)
    {
      gboolean is_strong = role_of (self, &cells[i]) != LV_MAP_IGNORE || axis_of (self, row, &cells[i]) != NULL;

      strong += is_strong;
      nodes += !is_strong && node_of (self, &cells[i]) != NULL;
    }
  if (n > 0)
    wide_axis (self, cells, n, &wide);
  if (strong == 0 && wide < 2 && nodes < 2)
    return 0;
  return 3 * strong + MAX (wide, nodes);
}

static void
find_head (Guess *self)
{
  guint most = 0;

  for (guint row = 0; row < self->sheet->rows && row < HEAD_ROWS; row++)
    {
      guint score = score_of (self, row);

      if (score > most)
        {
          self->mapping->head_row = (int) row;
          self->mapping->first_row = row + 1;
          most = score;
        }
    }
}

static gboolean
has_role (const Guess *self, LvMapRole role)
{
  for (guint i = 0; i < self->mapping->columns->len; i++)
    if (g_array_index (self->mapping->columns, LvMapColumn, i).role == role)
      return TRUE;
  return FALSE;
}

static gboolean
has_member (const Guess *self, const LvAxis *axis)
{
  for (guint i = 0; i < self->mapping->columns->len; i++)
    {
      const LvMapColumn *column = &g_array_index (self->mapping->columns, LvMapColumn, i);

      if (column->role == LV_MAP_MEMBER && column->axis == axis)
        return TRUE;
    }
  return FALSE;
}

static void
set_column (Guess *self, guint column, LvMapRole role, const LvAxis *axis, int member, const LvNode *node)
{
  lv_mapping_set (self->mapping, &(LvMapColumn){ column, role, axis, member, node });
}

/* Roles that only one column may have; values may stand in many. */
static void
take_words (Guess *self, const LvDataCell *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      LvMapRole role = role_of (self, &cells[i]);
      const LvAxis *axis = role == LV_MAP_IGNORE ? axis_of (self, cells[i].row, &cells[i]) : NULL;

      if (role != LV_MAP_IGNORE && !has_role (self, role))
        set_column (self, cells[i].column, role, NULL, -1, NULL);
      else if (axis != NULL && !has_member (self, axis))
        set_column (self, cells[i].column, LV_MAP_MEMBER, axis, -1, NULL);
    }
}

/* Two columns of the same year, say of budget and of accounts: only the user knows which is meant. */
static gboolean
is_only (const Guess *self, const LvAxis *axis, const LvDataCell *cells, guint n, int member)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += member_of (self, axis, &cells[i]) == member;
  return count == 1;
}

static void
take_wide (Guess *self, const LvDataCell *cells, guint n)
{
  guint wide = 0;
  guint nodes = 0;
  const LvAxis *axis = wide_axis (self, cells, n, &wide);

  for (guint i = 0; i < n; i++)
    nodes += lv_mapping_get (self->mapping, cells[i].column) == NULL && node_of (self, &cells[i]) != NULL;
  for (guint i = 0; i < n; i++)
    {
      const LvNode *node = node_of (self, &cells[i]);
      int member = axis != NULL ? member_of (self, axis, &cells[i]) : -1;

      if (lv_mapping_get (self->mapping, cells[i].column) != NULL)
        continue;
      if (wide >= nodes && member >= 0 && !has_member (self, axis) && is_only (self, axis, cells, n, member))
        set_column (self, cells[i].column, LV_MAP_VALUE, axis, member, NULL);
      else if (nodes > wide && node != NULL)
        set_column (self, cells[i].column, LV_MAP_VALUE, NULL, -1, node);
    }
}

/** What stands in a column below the heads. */
typedef struct
{
  guint filled;
  guint numbers;
  guint nodes;
} Below;

static Below
look_below (const Guess *self, guint column)
{
  Below below = { 0 };

  for (guint r = 0; r < LOOK_ROWS && self->mapping->first_row + r < self->sheet->rows; r++)
    {
      const LvDataCell *cell = lv_data_cell (self->sheet, self->mapping->first_row + r, column);

      below.filled += cell->kind != LV_DATA_EMPTY;
      below.numbers += cell->kind == LV_DATA_NUMBER;
      below.nodes += node_of (self, cell) != NULL;
    }
  return below;
}

/* A column without a telling head whose cells are mostly members of one axis. */
static const LvAxis *
axis_below (const Guess *self, guint column, guint filled)
{
  for (guint i = 0; filled > 0 && i < lv_pack_n_axes (self->pack); i++)
    {
      const LvAxis *axis = lv_pack_axis (self->pack, i);
      guint hits = 0;

      for (guint r = 0; r < LOOK_ROWS && self->mapping->first_row + r < self->sheet->rows; r++)
        hits += lv_import_index_member (self->index, axis,
                                        lv_data_cell (self->sheet, self->mapping->first_row + r, column)) >= 0;
      if (hits * 2 > filled && !has_member (self, axis))
        return axis;
    }
  return NULL;
}

static gboolean
is_wide_along (const Guess *self, const LvAxis *axis)
{
  for (guint i = 0; i < self->mapping->columns->len; i++)
    {
      const LvMapColumn *column = &g_array_index (self->mapping->columns, LvMapColumn, i);

      if (column->role == LV_MAP_VALUE && column->axis == axis)
        return TRUE;
    }
  return FALSE;
}

static void
take_below (Guess *self)
{
  guint numbers = 0;
  guint only = 0;

  for (guint c = 0; c < self->sheet->columns && c < MAX_COLUMNS; c++)
    {
      Below below = look_below (self, c);
      const LvAxis *axis;

      if (lv_mapping_get (self->mapping, c) != NULL || below.filled == 0)
        continue;
      if (below.nodes * 2 > below.filled && !has_role (self, LV_MAP_ID))
        {
          set_column (self, c, LV_MAP_ID, NULL, -1, NULL);
          continue;
        }
      axis = axis_below (self, c, below.filled);
      if (axis != NULL && !is_wide_along (self, axis))
        set_column (self, c, LV_MAP_MEMBER, axis, -1, NULL);
      else if (below.numbers * 2 > below.filled)
        {
          numbers++;
          only = c;
        }
    }
  if (numbers == 1 && !has_role (self, LV_MAP_VALUE))
    set_column (self, only, LV_MAP_VALUE, NULL, -1, NULL);
}

/* A table of one series often says its name above it, on the tab or in the file's name. */
static void
find_whole (Guess *self, const LvSheetData *data)
{
  LvDataCell tab = { .kind = LV_DATA_TEXT, .text = self->sheet->name, .suffix = "" };
  const LvNode *node = node_of (self, &tab);
  g_autofree char *stem = g_strdup (data->file);

  for (int row = 0; node == NULL && row < self->mapping->head_row; row++)
    {
      guint n;
      const LvDataCell *cells = lv_data_row (self->sheet, (guint) row, &n);

      for (guint i = 0; node == NULL && i < n && i < MAX_COLUMNS; i++)
        node = node_of (self, &cells[i]);
    }
  if (strrchr (stem, '.') != NULL)
    *strrchr (stem, '.') = '\0';
  tab.text = stem;
  self->mapping->node = node != NULL ? node : node_of (self, &tab);
}

/**
 * lv_mapping_guess:
 * @sheet: number of the sheet
 *
 * Returns: (transfer full): what the sheet's columns seem to mean; lv_mapping_fault() says whether that is
 *   enough
 */
LvMapping *
lv_mapping_guess (const LvModel *model, const LvSheetData *data, guint sheet)
{
  g_autoptr (LvImportIndex) index = lv_import_index_new (model);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Guess self = { .model = model, .pack = lv_model_pack (model), .index = index, .roles = words,
                 .sheet = lv_sheet_data_sheet (data, sheet), .mapping = lv_mapping_new (sheet) };
  const LvDataCell *cells;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      add_words (&self, known[i].role, lv_text_word (self.pack, known[i].word, ""));
      add_words (&self, known[i].role, known[i].others);
    }
  find_head (&self);
  if (self.mapping->head_row >= 0)
    {
      cells = lv_data_row (self.sheet, (guint) self.mapping->head_row, &n);
      n = MIN (n, MAX_COLUMNS);
      take_words (&self, cells, n);
      take_wide (&self, cells, n);
    }
  take_below (&self);
  if (!has_role (&self, LV_MAP_ID))
    find_whole (&self, data);
  return self.mapping;
}

/** Returns: the first sheet whose guess is enough to read it; 0 when none is */
guint
lv_mapping_guess_sheet (const LvModel *model, const LvSheetData *data)
{
  for (guint i = 0; i < data->sheets->len; i++)
    {
      const LvDataSheet *sheet = lv_sheet_data_sheet (data, i);
      g_autoptr (LvMapping) mapping = sheet->hidden ? NULL : lv_mapping_guess (model, data, i);
      g_autofree char *fault = mapping != NULL ? lv_mapping_fault (mapping) : NULL;

      if (mapping != NULL && fault == NULL)
        return i;
    }
  return 0;
}
