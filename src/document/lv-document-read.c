/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document from and to its file: refused when it is newer, damaged or another pack's; ids that the pack
 * has given up become the new ones. */
#include "lv-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Larger files are refused, as by the pack's reader. */
#define MAX_SIZE (16u * 1024 * 1024)

static LvDocument *
document_with (GPtrArray *groups)
{
  LvDocument *self = g_object_new (LV_TYPE_DOCUMENT, NULL);

  self->groups = groups;
  self->saved = g_ptr_array_ref (groups);
  return self;
}

/**
 * lv_document_new:
 * @pack: what it is for
 * @title: what the document is called inside
 *
 * Returns: (transfer full): a document that says nothing yet
 */
LvDocument *
lv_document_new (const LvPack *pack, const char *title)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_doc_group_unref);
  g_autoptr (LvDocGroup) bare = lv_doc_group_new ("document", "lokal");
  g_autoptr (LvDocGroup) titled = lv_doc_group_with (bare, "title", title);
  g_autoptr (LvDocGroup) packed = lv_doc_group_with (titled, "pack", lv_pack_id (pack));
  g_autoptr (LvDocGroup) versioned
      = lv_doc_group_with (packed, "version", lv_pack_head (pack, "version"));
  g_autofree char *format = g_strdup_printf ("%d", LV_DOCUMENT_FORMAT);

  g_ptr_array_add (groups, lv_doc_group_new ("", ""));
  g_ptr_array_add (groups, lv_doc_group_with (versioned, "format", format));
  return document_with (groups);
}

/* --- Renames */

/* "set OLD@m" -> "set NEW@m", for any id in the line's key. */
static char *
rename_in_key (const LvPack *pack, const char *key)
{
  const char *space = strchr (key, ' ');
  const char *id = space != NULL ? space + 1 : NULL;
  gsize length;

  if (id == NULL)
    return NULL;
  for (length = strcspn (id, "@"); length > 0; length--)
    {
      g_autofree char *part = g_strndup (id, length);
      const char *now = id[length] == '\0' || id[length] == '@' || id[length] == '.'
                            ? lv_pack_renamed (pack, part)
                            : NULL;

      if (now != NULL)
        return g_strdup_printf ("%.*s%s%s", (int) (id - key), key, now, id + length);
    }
  return NULL;
}

static LvDocGroup *
migrate_entries (const LvPack *pack, LvDocGroup *group, guint *count)
{
  for (guint e = 0; e < group->entries->len; e++)
    {
      const LvDocEntry *entry = &g_array_index (group->entries, LvDocEntry, e);
      g_autofree char *key = entry->key != NULL ? rename_in_key (pack, entry->key) : NULL;
      LvDocGroup *other;

      if (key == NULL)
        continue;
      other = lv_doc_group_rekeyed (group, e, key);
      lv_doc_group_unref (group);
      group = other;
      (*count)++;
    }
  return group;
}

/* Ids in a list, "OLD;ta.2". */
static char *
rename_in_list (const LvPack *pack, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  gboolean any = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *now = lv_pack_renamed (pack, g_strstrip (parts[i]));

      if (now == NULL)
        continue;
      g_free (parts[i]);
      parts[i] = g_strdup (now);
      any = TRUE;
    }
  return any ? g_strjoinv (";", parts) : NULL;
}

static LvDocGroup *
migrate_lists (const LvPack *pack, LvDocGroup *group, guint *count)
{
  static const char *const keys[] = { "depends", "carries", "plan-order" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = lv_doc_group_get (group, keys[i]);
      g_autofree char *now = text != NULL ? rename_in_list (pack, text) : NULL;
      LvDocGroup *other;

      if (now == NULL)
        continue;
      other = lv_doc_group_with (group, keys[i], now);
      lv_doc_group_unref (group);
      group = other;
      (*count)++;
    }
  return group;
}

/* [action OLD] and [goal OLD], and the ids that an action and the plan's order name. */
static LvDocGroup *
migrate_plan (const LvPack *pack, LvDocGroup *group, guint *count)
{
  const char *now = lv_doc_group_is (group, "document", NULL) ? NULL : lv_pack_renamed (pack, group->id);

  if (now != NULL)
    {
      LvDocGroup *other = lv_doc_group_renamed (group, now);

      lv_doc_group_unref (group);
      group = other;
      (*count)++;
    }
  return migrate_lists (pack, group, count);
}

/* [cell OLD@m], what is said of the plan, and, in scenarios, every line that names an old id. */
static void
migrate (const LvPack *pack, GPtrArray *groups, guint *count)
{
  for (guint i = 0; i < groups->len; i++)
    {
      LvDocGroup *group = groups->pdata[i];

      if (lv_doc_group_is (group, "cell", NULL))
        {
          gsize length = strcspn (group->id, "@");
          g_autofree char *part = g_strndup (group->id, length);
          const char *now = lv_pack_renamed (pack, part);
          g_autofree char *id = now != NULL ? g_strconcat (now, group->id + length, NULL) : NULL;

          if (id == NULL)
            continue;
          groups->pdata[i] = lv_doc_group_renamed (group, id);
          lv_doc_group_unref (group);
          (*count)++;
        }
      else if (lv_doc_group_is (group, "scenario", NULL))
        groups->pdata[i] = migrate_entries (pack, group, count);
      else if (lv_doc_group_is (group, "action", NULL) || lv_doc_group_is (group, "goal", NULL)
               || lv_doc_group_is (group, "document", NULL))
        groups->pdata[i] = migrate_plan (pack, group, count);
    }
}

/* --- Refusing */

static const LvDocGroup *
head_of (const GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const LvDocGroup *group = g_ptr_array_index (groups, i);

      if (group->kind[0] != '\0')
        return lv_doc_group_is (group, "document", NULL) ? group : NULL;
    }
  return NULL;
}

static gboolean
check_head (const LvPack *pack, const LvDocGroup *head, GError **error)
{
  g_autofree char *own = head != NULL ? lv_doc_group_get (head, "pack") : NULL;
  g_autofree char *format = head != NULL ? lv_doc_group_get (head, "format") : NULL;

  if (own == NULL)
    {
      g_set_error (error, LV_DOCUMENT_ERROR, LV_DOCUMENT_ERROR_DAMAGED,
                   _ ("it does not begin with [document] and the pack that it is for, so it is no "
                      "document or it is damaged"));
      return FALSE;
    }
  if (format != NULL && g_ascii_strtoll (format, NULL, 10) > LV_DOCUMENT_FORMAT)
    {
      g_set_error (error, LV_DOCUMENT_ERROR, LV_DOCUMENT_ERROR_NEWER,
                   _ ("it was written by a newer version of the program (format %s; this one reads %d)"),
                   format, LV_DOCUMENT_FORMAT);
      return FALSE;
    }
  if (strcmp (own, lv_pack_id (pack)) != 0)
    {
      g_set_error (error, LV_DOCUMENT_ERROR, LV_DOCUMENT_ERROR_PACK,
                   _ ("it is for the pack “%s”, but this is “%s”"), own, lv_pack_id (pack));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_bytes (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size == 0 || size > MAX_SIZE || memchr (data, '\0', size) != NULL
      || !g_utf8_validate (data, (gssize) size, NULL))
    {
      g_set_error (error, LV_DOCUMENT_ERROR, LV_DOCUMENT_ERROR_DAMAGED,
                   size == 0 ? _ ("it is empty") : _ ("it is not text in UTF-8, or too large"));
      return FALSE;
    }
  return TRUE;
}

/* What was shown when it was saved is no content. */
static char *
take_active (GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      LvDocGroup *group = groups->pdata[i];
      char *active;

      if (!lv_doc_group_is (group, "document", NULL))
        continue;
      active = lv_doc_group_get (group, "shows");
      if (active == NULL)
        return NULL;
      groups->pdata[i] = lv_doc_group_with (group, "shows", NULL);
      lv_doc_group_unref (group);
      return active;
    }
  return NULL;
}

/**
 * lv_document_read:
 * @pack: what it must be for
 * @bytes: the file
 * @error: return location for an error of LV_DOCUMENT_ERROR
 *
 * Returns: (transfer full) (nullable): the document; whether what it says fits the pack, the session finds
 */
LvDocument *
lv_document_read (const LvPack *pack, GBytes *bytes, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *active = NULL;
  LvDocument *self;
  guint count = 0;

  if (!check_bytes (bytes, error))
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  groups = lv_doc_groups_read (text);
  if (!check_head (pack, head_of (groups), error))
    return NULL;
  active = take_active (groups);
  self = document_with (g_ptr_array_ref (groups));
  self->active = g_steal_pointer (&active);
  g_ptr_array_unref (self->groups);
  self->groups = lv_doc_groups_copy (groups);
  migrate (pack, self->groups, &count);
  self->n_migrated = count;
  return self;
}

/** Returns: how many lines named something by an id that the pack has given up */
guint
lv_document_n_migrated (LvDocument *self)
{
  g_return_val_if_fail (LV_IS_DOCUMENT (self), 0);
  return self->n_migrated;
}

/** Returns: (transfer full): the file */
GBytes *
lv_document_write (LvDocument *self)
{
  g_autoptr (GPtrArray) groups = NULL;
  char *text;

  g_return_val_if_fail (LV_IS_DOCUMENT (self), NULL);
  groups = lv_doc_groups_copy (self->groups);
  for (guint i = 0; i < groups->len; i++)
    if (lv_doc_group_is (groups->pdata[i], "document", NULL))
      {
        LvDocGroup *group = groups->pdata[i];

        groups->pdata[i] = lv_doc_group_with (group, "shows", self->active);
        lv_doc_group_unref (group);
        break;
      }
  text = lv_doc_groups_write (groups);
  return g_bytes_new_take (text, strlen (text));
}
