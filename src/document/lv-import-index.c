/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-index.h"

#include <string.h>

/** Returns: (transfer full): @text in one case, composed, every run of spaces as one, none at the ends */
char *
lv_import_fold (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (composed != NULL ? composed : text, -1);
  GString *out = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = out->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

gboolean
lv_import_same_words (const char *a, const char *b)
{
  g_autofree char *left = lv_import_fold (a);
  g_autofree char *right = lv_import_fold (b);

  return strcmp (left, right) == 0;
}

/* An input goes before the formula that is called the same: only it can take values. */
static void
add_title (LvImportIndex *self, const LvNode *node)
{
  char *key = lv_import_fold (lv_node_title (node));
  gpointer there = g_hash_table_lookup (self->titles, key);
  gboolean input = lv_node_is_input (node);

  if (there == NULL || (there != self && input && !lv_node_is_input (there)))
    g_hash_table_replace (self->titles, key, (gpointer) node);
  else if (there != self && input == lv_node_is_input (there))
    g_hash_table_replace (self->titles, key, self);
  else
    g_free (key);
}

LvImportIndex *
lv_import_index_new (const LvModel *model)
{
  LvImportIndex *self = g_new0 (LvImportIndex, 1);

  self->model = model;
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->members = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);

      if (!lv_node_is_hidden (node) && lv_node_title (node) != NULL)
        add_title (self, node);
    }
  return self;
}

void
lv_import_index_free (LvImportIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->titles);
  g_hash_table_unref (self->members);
  g_free (self);
}

/* What a newer pack calls @id, in files that an older one wrote. */
static const char *
renamed (const LvImportIndex *self, const char *id)
{
  const GPtrArray *heads = lv_pack_items (lv_model_pack (self->model), LV_KIND_PACK);
  const LvEntry *entry = heads->len > 0 ? lv_item_entry (g_ptr_array_index (heads, 0), "rename", id) : NULL;

  return entry != NULL ? entry->value : id;
}

/* The same for a measure's knob, "tiltag#on". */
static const LvNode *
find_renamed (const LvImportIndex *self, const char *id)
{
  const char *knob = strchr (id, '#');
  g_autofree char *base = knob != NULL ? g_strndup (id, (gsize) (knob - id)) : g_strdup (id);
  g_autofree char *newer = g_strconcat (renamed (self, base), knob, NULL);

  return lv_model_find (self->model, newer);
}

/* What the model adds for itself is nobody's to change, but for the knobs of measures. */
static const LvNode *
find_id (const LvImportIndex *self, const char *id)
{
  const LvNode *node = lv_model_find (self->model, id);

  if (node == NULL)
    node = find_renamed (self, id);
  if (node == NULL || !lv_node_is_hidden (node))
    return node;
  return lv_node_measure (node) != NULL && lv_node_is_input (node) && !g_str_has_suffix (id, "#reference")
             ? node : NULL;
}

/**
 * lv_import_index_node:
 * @text: "omraade.udgift@ta/2026", or a title
 * @members: (out) (transfer full): what stands behind @, "" when nothing does
 * @ambiguous: (out): several are called that
 *
 * Returns: (transfer none) (nullable): a series, a parameter, a measure's knob, or a formula
 */
const LvNode *
lv_import_index_node (LvImportIndex *self, const char *text, char **members, gboolean *ambiguous)
{
  const char *at = strchr (text, '@');
  g_autofree char *id = at != NULL ? g_strndup (text, (gsize) (at - text)) : g_strdup (text);
  const LvNode *node = find_id (self, g_strstrip (id));
  g_autofree char *key = NULL;
  gpointer found;

  *ambiguous = FALSE;
  *members = g_strstrip (g_strdup (node != NULL && at != NULL ? at + 1 : ""));
  if (node != NULL)
    return node;
  key = lv_import_fold (text);
  found = g_hash_table_lookup (self->titles, key);
  *ambiguous = found == self;
  return found != self ? found : NULL;
}

static GHashTable *
members_of (LvImportIndex *self, const LvAxis *axis)
{
  GHashTable *members = g_hash_table_lookup (self->members, axis);

  if (members != NULL)
    return members;
  members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < lv_axis_length (axis); i++)
    {
      char *key = lv_import_fold (lv_axis_member (axis, i)->title);
      gboolean taken = g_hash_table_contains (members, key);

      g_hash_table_replace (members, key, GUINT_TO_POINTER (taken ? 0 : i + 1));
    }
  g_hash_table_insert (self->members, (gpointer) axis, members);
  return members;
}

/** Returns: the index of the member of @axis that @cell names by id, title or date; -1 for none */
int
lv_import_index_member (LvImportIndex *self, const LvAxis *axis, const LvDataCell *cell)
{
  int index = lv_axis_find (axis, cell->text);
  g_autofree char *key = NULL;

  if (index >= 0 || cell->text[0] == '\0')
    return index;
  if (cell->kind == LV_DATA_DATE && axis->kind == LV_AXIS_MONTHS)
    {
      g_autofree char *month = g_strndup (cell->text, 7);

      return lv_axis_find (axis, month);
    }
  key = lv_import_fold (cell->text);
  return GPOINTER_TO_INT (g_hash_table_lookup (members_of (self, axis), key)) - 1;
}
