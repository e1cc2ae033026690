/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-doc-group.h"

#include <string.h>

static void
entry_clear (gpointer data)
{
  LvDocEntry *entry = data;

  g_free (entry->key);
  g_free (entry->value);
}

/** Returns: (transfer full): a group without entries */
LvDocGroup *
lv_doc_group_new (const char *kind, const char *id)
{
  LvDocGroup *self = g_new0 (LvDocGroup, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = g_strdup (kind);
  self->id = g_strdup (id);
  self->entries = g_array_new (FALSE, TRUE, sizeof (LvDocEntry));
  g_array_set_clear_func (self->entries, entry_clear);
  return self;
}

LvDocGroup *
lv_doc_group_ref (LvDocGroup *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lv_doc_group_unref (LvDocGroup *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->entries);
  g_free (self->kind);
  g_free (self->id);
  g_free (self);
}

/** Returns: whether it is the group [@kind @id]; %NULL for @id is any */
gboolean
lv_doc_group_is (const LvDocGroup *self, const char *kind, const char *id)
{
  return strcmp (self->kind, kind) == 0 && (id == NULL || strcmp (self->id, id) == 0);
}

static void
add (LvDocGroup *self, const char *key, const char *value)
{
  LvDocEntry entry = { g_strdup (key), g_strdup (value) };

  g_array_append_val (self->entries, entry);
}

/** Returns: (transfer none) (nullable): the first line that says @key */
const LvDocEntry *
lv_doc_group_find (const LvDocGroup *self, const char *key)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const LvDocEntry *entry = &g_array_index (self->entries, LvDocEntry, i);

      if (entry->key != NULL && strcmp (entry->key, key) == 0)
        return entry;
    }
  return NULL;
}

/* Continued lines are joined by a space, and a line of only a point begins a paragraph. */
static char *
unfold (const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  g_autoptr (GString) out = g_string_new (lines[0] != NULL ? g_strstrip (lines[0]) : "");
  gboolean paragraph = FALSE;

  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (strcmp (line, ".") == 0)
        {
          paragraph = TRUE;
          continue;
        }
      g_string_append_printf (out, "%s%s", paragraph ? "\n" : " ", line);
      paragraph = FALSE;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* A text with line ends becomes paragraphs; nothing of it can look like another line of the file. */
static char *
fold (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean first = TRUE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (line[0] == '\0')
        continue;
      for (char *p = line; *p != '\0'; p++)
        if (g_ascii_iscntrl (*p))
          *p = ' ';
      /* A paragraph that is a single point would be read as the sign of one. */
      g_string_append_printf (out, "%s%s%s", first ? "" : "\n .\n ", line,
                              !first && strcmp (line, ".") == 0 ? ".." : "");
      first = FALSE;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/** Returns: (transfer full) (nullable): the text of @key, paragraphs parted by line ends */
char *
lv_doc_group_get (const LvDocGroup *self, const char *key)
{
  const LvDocEntry *entry = lv_doc_group_find (self, key);

  return entry != NULL ? unfold (entry->value) : NULL;
}

/** Returns: (transfer full): the text of @self, paragraphs parted by line ends */
char *
lv_doc_entry_text (const LvDocEntry *self)
{
  return unfold (self->value);
}

/** Returns: (transfer full) (element-type utf8 LvDocEntry): the first line that says each key */
GHashTable *
lv_doc_group_lines (const LvDocGroup *self)
{
  GHashTable *lines = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->entries->len; i++)
    {
      LvDocEntry *entry = &g_array_index (self->entries, LvDocEntry, i);

      if (entry->key != NULL && !g_hash_table_contains (lines, entry->key))
        g_hash_table_insert (lines, entry->key, entry);
    }
  return lines;
}

static LvDocGroup *
copy (const LvDocGroup *self)
{
  LvDocGroup *other = lv_doc_group_new (self->kind, self->id);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const LvDocEntry *entry = &g_array_index (self->entries, LvDocEntry, i);

      add (other, entry->key, entry->value);
    }
  return other;
}

/* Empty lines and comments at the end of a group belong before the next header. */
static guint
end_of_keys (const LvDocGroup *self)
{
  guint end = self->entries->len;

  while (end > 0 && g_array_index (self->entries, LvDocEntry, end - 1).key == NULL)
    end--;
  return end;
}

/**
 * lv_doc_group_with:
 * @key: all before =
 * @text: (nullable): what it says from now on; %NULL or "" takes the line away
 *
 * Returns: (transfer full): the group with another line; a new one comes last
 */
LvDocGroup *
lv_doc_group_with (const LvDocGroup *self, const char *key, const char *text)
{
  LvDocGroup *other = copy (self);
  g_autofree char *value = text != NULL ? fold (text) : NULL;
  gboolean is_empty = value == NULL || value[0] == '\0';
  LvDocEntry entry = { 0 };

  for (guint i = 0; i < other->entries->len; i++)
    {
      LvDocEntry *own = &g_array_index (other->entries, LvDocEntry, i);

      if (own->key == NULL || strcmp (own->key, key) != 0)
        continue;
      if (is_empty)
        g_array_remove_index (other->entries, i);
      else
        {
          g_free (own->value);
          own->value = g_steal_pointer (&value);
        }
      return other;
    }
  if (is_empty)
    return other;
  entry.key = g_strdup (key);
  entry.value = g_steal_pointer (&value);
  g_array_insert_val (other->entries, end_of_keys (other), entry);
  return other;
}

/* Lines of which nothing is left go, in one pass. */
static void
sweep (LvDocGroup *self)
{
  g_autoptr (GArray) old = self->entries;

  self->entries = g_array_sized_new (FALSE, TRUE, sizeof (LvDocEntry), old->len);
  g_array_set_clear_func (self->entries, entry_clear);
  g_array_set_clear_func (old, NULL);
  for (guint i = 0; i < old->len; i++)
    {
      LvDocEntry *entry = &g_array_index (old, LvDocEntry, i);

      if (entry->key != NULL && entry->value == NULL)
        entry_clear (entry);
      else
        g_array_append_val (self->entries, *entry);
    }
}

static void
say (LvDocGroup *self, GHashTable *lines, GArray *added, const char *key, const char *text)
{
  g_autofree char *value = text != NULL ? fold (text) : NULL;
  gboolean is_empty = value == NULL || value[0] == '\0';
  LvDocEntry *own = g_hash_table_lookup (lines, key);
  LvDocEntry entry = { 0 };

  if (own != NULL)
    {
      g_free (own->value);
      own->value = is_empty ? NULL : g_steal_pointer (&value);
    }
  else if (!is_empty)
    {
      entry.key = g_strdup (key);
      entry.value = g_steal_pointer (&value);
      g_array_append_val (added, entry);
    }
}

/**
 * lv_doc_group_with_lines:
 * @keys: (element-type utf8): each once
 * @texts: (element-type utf8): of each key; %NULL or "" takes the line away
 *
 * Returns: (transfer full): the group with many other lines; new ones come last, in their order
 */
LvDocGroup *
lv_doc_group_with_lines (const LvDocGroup *self, const GPtrArray *keys, const GPtrArray *texts)
{
  LvDocGroup *other = copy (self);
  g_autoptr (GHashTable) lines = lv_doc_group_lines (other);
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (LvDocEntry));

  for (guint i = 0; i < keys->len; i++)
    say (other, lines, added, g_ptr_array_index (keys, i), g_ptr_array_index (texts, i));
  sweep (other);
  g_array_insert_vals (other->entries, end_of_keys (other), added->data, added->len);
  return other;
}

/** Returns: (transfer full): the group with a line that says nothing behind =, such as axes= */
LvDocGroup *
lv_doc_group_with_nothing (const LvDocGroup *self, const char *key)
{
  LvDocGroup *other = lv_doc_group_with (self, key, "-");

  for (guint i = 0; i < other->entries->len; i++)
    {
      LvDocEntry *own = &g_array_index (other->entries, LvDocEntry, i);

      if (own->key != NULL && strcmp (own->key, key) == 0)
        own->value[0] = '\0';
    }
  return other;
}

/** Returns: (transfer full): the same lines under another id */
LvDocGroup *
lv_doc_group_renamed (const LvDocGroup *self, const char *id)
{
  LvDocGroup *other = copy (self);

  g_free (other->id);
  other->id = g_strdup (id);
  return other;
}

/** Returns: (transfer full): the group with another key in line @entry */
LvDocGroup *
lv_doc_group_rekeyed (const LvDocGroup *self, guint entry, const char *key)
{
  LvDocGroup *other = copy (self);
  LvDocEntry *own = &g_array_index (other->entries, LvDocEntry, entry);

  g_free (own->key);
  own->key = g_strdup (key);
  return other;
}

/* --- Reading and writing */

static LvDocGroup *
read_header (const char *line)
{
  g_autofree char *inner = g_strndup (line + 1, strcspn (line + 1, "]"));
  char *space = strchr (inner, ' ');

  if (space != NULL)
    *space++ = '\0';
  return lv_doc_group_new (inner, space != NULL ? space : "");
}

static void
continue_value (LvDocGroup *self, const char *line)
{
  LvDocEntry *last = &g_array_index (self->entries, LvDocEntry, self->entries->len - 1);
  char *longer = g_strconcat (last->value, "\n", line, NULL);

  g_free (last->value);
  last->value = longer;
}

static void
read_line (LvDocGroup *self, const char *line, gboolean *open)
{
  const char *equals = strchr (line, '=');
  g_autofree char *key = NULL;

  if (line[0] == ' ' && *open)
    {
      continue_value (self, line);
      return;
    }
  *open = FALSE;
  if (line[0] == '#' || line[0] == '\0' || equals == NULL)
    {
      add (self, NULL, line);
      return;
    }
  key = g_strndup (line, (gsize) (equals - line));
  add (self, key, equals + 1);
  *open = TRUE;
}

/**
 * lv_doc_groups_read:
 * @text: a document; that it is right, the pack's reader checks
 *
 * Returns: (transfer full) (element-type LvDocGroup): its groups in order; the first is what stands before
 *   any header
 */
GPtrArray *
lv_doc_groups_read (const char *text)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_doc_group_unref);
  g_auto (GStrv) lines = NULL;
  guint n;
  gboolean open = FALSE;

  if (g_str_has_prefix (text, "\357\273\277"))
    text += 3;
  lines = g_strsplit (text, "\n", -1);
  n = g_strv_length (lines);
  /* What follows the last line end is no line. */
  if (n > 0 && lines[n - 1][0] == '\0')
    n--;
  g_ptr_array_add (groups, lv_doc_group_new ("", ""));
  for (guint i = 0; i < n; i++)
    {
      gsize length = strlen (lines[i]);

      if (length > 0 && lines[i][length - 1] == '\r')
        lines[i][length - 1] = '\0';
      if (lines[i][0] == '[')
        {
          g_ptr_array_add (groups, read_header (lines[i]));
          open = FALSE;
        }
      else
        read_line (g_ptr_array_index (groups, groups->len - 1), lines[i], &open);
    }
  return groups;
}

/** Returns: (transfer full): the document's text */
char *
lv_doc_groups_write (const GPtrArray *groups)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const LvDocGroup *group = g_ptr_array_index (groups, i);

      if (group->kind[0] != '\0')
        g_string_append_printf (out, "[%s%s%s]\n", group->kind, group->id[0] != '\0' ? " " : "",
                                group->id);
      for (guint e = 0; e < group->entries->len; e++)
        {
          const LvDocEntry *entry = &g_array_index (group->entries, LvDocEntry, e);

          if (entry->key != NULL)
            g_string_append_printf (out, "%s=", entry->key);
          g_string_append_printf (out, "%s\n", entry->value);
        }
    }
  return g_string_free (out, FALSE);
}

/** Returns: (transfer full): the same groups in a list of its own */
GPtrArray *
lv_doc_groups_copy (const GPtrArray *groups)
{
  GPtrArray *other = g_ptr_array_new_full (groups->len, (GDestroyNotify) lv_doc_group_unref);

  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (other, lv_doc_group_ref (g_ptr_array_index (groups, i)));
  return other;
}

static gboolean
same_group (const LvDocGroup *a, const LvDocGroup *b)
{
  if (a == b)
    return TRUE;
  if (strcmp (a->kind, b->kind) != 0 || strcmp (a->id, b->id) != 0
      || a->entries->len != b->entries->len)
    return FALSE;
  for (guint i = 0; i < a->entries->len; i++)
    {
      const LvDocEntry *left = &g_array_index (a->entries, LvDocEntry, i);
      const LvDocEntry *right = &g_array_index (b->entries, LvDocEntry, i);

      if (g_strcmp0 (left->key, right->key) != 0 || strcmp (left->value, right->value) != 0)
        return FALSE;
    }
  return TRUE;
}

/** Returns: whether both would be written the same */
gboolean
lv_doc_groups_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!same_group (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}
