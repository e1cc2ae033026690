/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-mapping.h"

#include "lv-import-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/** Returns: (transfer full): a mapping of sheet number @sheet that ignores every column */
LvMapping *
lv_mapping_new (guint sheet)
{
  LvMapping *self = g_new0 (LvMapping, 1);

  self->sheet = sheet;
  self->head_row = -1;
  self->columns = g_array_new (FALSE, FALSE, sizeof (LvMapColumn));
  return self;
}

LvMapping *
lv_mapping_copy (const LvMapping *self)
{
  LvMapping *copy = lv_mapping_new (self->sheet);

  copy->head_row = self->head_row;
  copy->first_row = self->first_row;
  copy->node = self->node;
  copy->as_changes = self->as_changes;
  g_array_append_vals (copy->columns, self->columns->data, self->columns->len);
  return copy;
}

void
lv_mapping_free (LvMapping *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_free (self);
}

/** Says what a column holds; what was said of it before is forgotten. */
void
lv_mapping_set (LvMapping *self, const LvMapColumn *column)
{
  guint at = 0;

  while (at < self->columns->len && g_array_index (self->columns, LvMapColumn, at).column < column->column)
    at++;
  if (at < self->columns->len && g_array_index (self->columns, LvMapColumn, at).column == column->column)
    g_array_remove_index (self->columns, at);
  if (column->role != LV_MAP_IGNORE)
    g_array_insert_val (self->columns, at, *column);
}

/** Returns: (transfer none) (nullable): what @column holds; %NULL when it is ignored */
const LvMapColumn *
lv_mapping_get (const LvMapping *self, guint column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, LvMapColumn, i).column == column)
      return &g_array_index (self->columns, LvMapColumn, i);
  return NULL;
}

static guint
count (const LvMapping *self, LvMapRole role)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    n += g_array_index (self->columns, LvMapColumn, i).role == role;
  return n;
}

/* Whether every column of values says what its values are. */
static gboolean
values_have_node (const LvMapping *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const LvMapColumn *column = &g_array_index (self->columns, LvMapColumn, i);

      if (column->role == LV_MAP_VALUE && column->node == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * lv_mapping_fault:
 *
 * Returns: (transfer full) (nullable): what is still missing before anything can be read, in the user's
 *   language; %NULL when nothing is
 */
char *
lv_mapping_fault (const LvMapping *self)
{
  if (count (self, LV_MAP_VALUE) == 0)
    return g_strdup (_ ("no column is said to hold values"));
  if (count (self, LV_MAP_ID) > 1)
    return g_strdup (_ ("two columns are said to hold ids"));
  if (count (self, LV_MAP_ID) == 0 && self->node == NULL && !values_have_node (self))
    return g_strdup (_ ("nothing says which figures these are"));
  return NULL;
}

static const char *const roles[LV_N_MAP_ROLES]
    = { "ignore", "id", "member", "value", "unit", "source", "note", "who" };

/**
 * lv_mapping_to_string:
 *
 * Returns: (transfer full): one line, "sheet=1 head=4 first=5 A=id C=member:omraade D=value:aar/2026 E=note";
 *   rows and sheets count from 1, as the user sees them
 */
char *
lv_mapping_to_string (const LvMapping *self)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "sheet=%u head=%d first=%u", self->sheet + 1, self->head_row + 1,
                          self->first_row + 1);
  if (self->node != NULL)
    g_string_append_printf (out, " all=%s", lv_node_id (self->node));
  if (self->as_changes)
    g_string_append (out, " changes=yes");
  for (guint i = 0; i < self->columns->len; i++)
    {
      const LvMapColumn *column = &g_array_index (self->columns, LvMapColumn, i);
      g_autofree char *letters = lv_data_column_name (column->column);

      g_string_append_printf (out, " %s=%s", letters, roles[column->role]);
      if (column->axis != NULL)
        g_string_append_printf (out, ":%s", column->axis->id);
      if (column->axis != NULL && column->member >= 0)
        g_string_append_printf (out, "/%s", lv_axis_member (column->axis, (guint) column->member)->id);
      if (column->node != NULL)
        g_string_append_printf (out, "@%s", lv_node_id (column->node));
    }
  return g_string_free (out, FALSE);
}

static gboolean
parse_count (const char *text, guint least, guint most, guint *value)
{
  char *end = NULL;
  guint64 number = g_ascii_strtoull (text, &end, 10);

  *value = (guint) number;
  return g_ascii_isdigit (text[0]) && *end == '\0' && number >= least && number <= most;
}

static gboolean
parse_letters (const char *text, guint *column)
{
  guint n = 0;

  for (; g_ascii_isupper (*text) && n <= LV_IMPORT_MAX_COLUMNS; text++)
    n = n * 26 + (guint) (*text - 'A' + 1);
  *column = n - 1;
  return *text == '\0' && n > 0 && n <= LV_IMPORT_MAX_COLUMNS;
}

/* AXIS or AXIS/MEMBER */
static gboolean
parse_axis (const LvModel *model, const char *text, LvMapColumn *column)
{
  const char *slash = strchr (text, '/');
  g_autofree char *id = slash != NULL ? g_strndup (text, (gsize) (slash - text)) : g_strdup (text);

  column->axis = lv_pack_find_axis (lv_model_pack (model), id);
  if (column->axis != NULL && slash != NULL)
    column->member = lv_axis_find (column->axis, slash + 1);
  return column->axis != NULL && (slash == NULL || column->member >= 0);
}

/* ROLE[:AXIS[/MEMBER]][@ID] */
static gboolean
parse_column (LvMapping *self, const LvModel *model, const char *letters, const char *text)
{
  LvMapColumn column = { .member = -1 };
  g_autofree char *copy = g_strdup (text);
  char *at = strchr (copy, '@');
  char *colon = strchr (copy, ':');
  guint role = 0;

  if (at != NULL)
    *at++ = '\0';
  if (colon != NULL && (at == NULL || colon < at))
    *colon++ = '\0';
  while (role < LV_N_MAP_ROLES && strcmp (roles[role], copy) != 0)
    role++;
  column.role = (LvMapRole) role;
  if (role == LV_N_MAP_ROLES || !parse_letters (letters, &column.column)
      || (colon != NULL && !parse_axis (model, colon, &column)))
    return FALSE;
  if (at != NULL && (column.node = lv_model_find (model, at)) == NULL)
    return FALSE;
  if ((role == LV_MAP_MEMBER) != (column.axis != NULL && column.member < 0) || (at != NULL && role != LV_MAP_VALUE))
    return FALSE;
  lv_mapping_set (self, &column);
  return TRUE;
}

static gboolean
parse_word (LvMapping *self, const LvModel *model, const char *word)
{
  const char *equals = strchr (word, '=');
  g_autofree char *key = equals != NULL ? g_strndup (word, (gsize) (equals - word)) : NULL;
  guint number;

  if (key == NULL)
    return FALSE;
  if (strcmp (key, "sheet") == 0 && parse_count (equals + 1, 1, LV_IMPORT_MAX_SHEETS, &number))
    self->sheet = number - 1;
  else if (strcmp (key, "head") == 0 && parse_count (equals + 1, 0, LV_IMPORT_MAX_ROWS, &number))
    self->head_row = (int) number - 1;
  else if (strcmp (key, "first") == 0 && parse_count (equals + 1, 1, LV_IMPORT_MAX_ROWS, &number))
    self->first_row = number - 1;
  else if (strcmp (key, "all") == 0)
    return (self->node = lv_model_find (model, equals + 1)) != NULL;
  else if (strcmp (key, "changes") == 0)
    return (self->as_changes = strcmp (equals + 1, "yes") == 0);
  else
    return parse_column (self, model, key, equals + 1);
  return TRUE;
}

/**
 * lv_mapping_parse:
 * @text: as lv_mapping_to_string() writes it
 *
 * Returns: (transfer full) (nullable): the mapping; %NULL when @model has no longer what it speaks of
 */
LvMapping *
lv_mapping_parse (const LvModel *model, const char *text, GError **error)
{
  g_autoptr (LvMapping) self = lv_mapping_new (0);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && !parse_word (self, model, words[i]))
      {
        g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_MAPPING,
                     _ ("“%s” in the description of the columns means nothing here"), words[i]);
        return NULL;
      }
  return g_steal_pointer (&self);
}

/**
 * lv_mapping_signature:
 *
 * What a mapping is remembered under: files with the same heads have the same.
 *
 * Returns: (transfer full): 40 figures and letters
 */
char *
lv_mapping_signature (const LvSheetData *data, const LvMapping *mapping)
{
  const LvDataSheet *sheet = lv_sheet_data_sheet (data, mapping->sheet);
  g_autoptr (GString) heads = g_string_new (NULL);
  guint n = 0;
  const LvDataCell *cells = mapping->head_row >= 0 ? lv_data_row (sheet, (guint) mapping->head_row, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = lv_import_fold (cells[i].text);

      g_string_append_printf (heads, "%u=%s\n", cells[i].column, text);
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA1, heads->str, (gssize) heads->len);
}
