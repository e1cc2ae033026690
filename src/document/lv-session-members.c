/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members that the user adds to an axis that the pack leaves open: [axis ID] of the document. */
#include "lv-session-private.h"

#include "lv-local-measure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
edit (LvSession *self, const char *name, GPtrArray *groups)
{
  lv_document_end_step (self->document);
  lv_document_edit (self->document, name, NULL, groups);
  lv_document_end_step (self->document);
}

/* Members that the document adds: "a;b". */
static char **
members_of (const LvDocGroup *group)
{
  g_autofree char *text = group != NULL ? lv_doc_group_get (group, "members") : NULL;
  char **members = g_strsplit (text != NULL ? text : "", ";", -1);

  for (guint i = 0; members[i] != NULL; i++)
    g_strstrip (members[i]);
  return members;
}

static char *
free_member (const LvAxis *axis, char **members)
{
  char *id = NULL;

  for (guint n = 1; id == NULL || lv_axis_find (axis, id) >= 0
                    || g_strv_contains ((const char *const *) members, id);
       n++)
    {
      g_free (id);
      id = g_strdup_printf ("lokal.medlem-%u", n);
    }
  return id;
}

static char *
joined (char *list, const char *id)
{
  g_autofree char *before = list;

  return g_strconcat (before, before[0] != '\0' ? ";" : "", id, NULL);
}

/**
 * lv_session_add_member:
 * @axis: id of an axis that is open
 * @title: what the member is called; not empty
 *
 * Parameters take their default at the new member, series of the pack are absent there.
 *
 * Returns: (transfer full) (nullable): the member's id; %NULL when the axis is not open
 */
char *
lv_session_add_member (LvSession *self, const char *axis, const char *title)
{
  const LvAxis *of;
  LvDocGroup *old;
  g_auto (GStrv) members = NULL;
  g_autofree char *id = NULL;
  g_autofree char *list = NULL;
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  LvDocGroup *group;

  g_return_val_if_fail (LV_IS_SESSION (self) && axis != NULL && title != NULL, NULL);
  of = lv_pack_find_axis (lv_model_pack (self->model), axis);
  if (of == NULL || !of->open || title[0] == '\0')
    {
      lv_session_refuse (self, _ ("Nothing can be added there."));
      return NULL;
    }
  old = lv_document_find (self->document, "axis", axis);
  members = members_of (old);
  id = free_member (of, members);
  list = g_strjoinv (";", members);
  list = joined (list, id);
  key = g_strconcat ("title@", id, NULL);
  group = old != NULL ? lv_doc_group_ref (old) : lv_doc_group_new ("axis", axis);
  lv_session_write_line (&group, "members", list);
  lv_session_write_line (&group, key, title);
  name = g_strdup_printf (_ ("Add %s"), title);
  lv_document_end_step (self->document);
  lv_document_replace (self->document, name, NULL, old, group);
  lv_document_end_step (self->document);
  return g_steal_pointer (&id);
}

/* The document's own [axis @axis] when it adds @member. */
static LvDocGroup *
own_axis (LvSession *self, const char *axis, const char *member)
{
  LvDocGroup *group = lv_document_find (self->document, "axis", axis);
  g_auto (GStrv) members = members_of (group);

  return g_strv_contains ((const char *const *) members, member) ? group : NULL;
}

/** Returns: %FALSE when @member is not the user's own, or @title is empty */
gboolean
lv_session_rename_member (LvSession *self, const char *axis, const char *member, const char *title)
{
  g_autofree char *key = g_strconcat ("title@", member, NULL);
  g_autofree char *name = g_strdup_printf (_ ("Rename to %s"), title);
  LvDocGroup *old;

  g_return_val_if_fail (LV_IS_SESSION (self) && axis != NULL, FALSE);
  old = own_axis (self, axis, member);
  if (old == NULL || title[0] == '\0')
    return FALSE;
  lv_document_end_step (self->document);
  lv_document_replace (self->document, name, NULL, old, lv_doc_group_with (old, key, title));
  lv_document_end_step (self->document);
  return TRUE;
}

/* --- Away */

/* Whether "a/b/c", perhaps after "set ID@", names @member. */
static gboolean
names (const char *text, const char *member)
{
  const char *at = text != NULL ? strchr (text, '@') : NULL;
  g_auto (GStrv) parts = at != NULL ? g_strsplit_set (at + 1, "@/", -1) : NULL;

  return parts != NULL && g_strv_contains ((const char *const *) parts, member);
}

/* Lines that speak of the member, and choices of it. */
static LvDocGroup *
without (LvDocGroup *from, const char *member)
{
  LvDocGroup *group = lv_doc_group_ref (from);

  for (guint i = 0; i < from->entries->len; i++)
    {
      const LvDocEntry *entry = &g_array_index (from->entries, LvDocEntry, i);

      if (entry->key != NULL
          && (names (entry->key, member) || strcmp (entry->value, member) == 0))
        lv_session_write_line (&group, entry->key, NULL);
    }
  return group;
}

static LvDocGroup *
without_member (LvDocGroup *axis, const char *member)
{
  g_auto (GStrv) members = members_of (axis);
  g_autoptr (GString) list = g_string_new (NULL);
  LvDocGroup *group = lv_doc_group_ref (axis);
  g_autofree char *key = g_strconcat ("title@", member, NULL);

  for (guint i = 0; members[i] != NULL; i++)
    if (strcmp (members[i], member) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ";" : "", members[i]);
  lv_session_write_line (&group, "members", list->str);
  lv_session_write_line (&group, key, NULL);
  if (list->len > 0)
    return group;
  lv_doc_group_unref (group);
  return NULL;
}

/* Whether a series still has a figure. */
static gboolean
has_values (const LvDocGroup *group)
{
  for (guint i = 0; i < group->entries->len; i++)
    {
      const char *key = g_array_index (group->entries, LvDocEntry, i).key;

      if (key != NULL && (key[0] == '@' || strcmp (key, "values") == 0))
        return TRUE;
    }
  return FALSE;
}

/* What is left of @group without the member; %NULL for nothing. */
static LvDocGroup *
left_of (LvDocGroup *group, const LvDocGroup *axis, const char *member)
{
  LvDocGroup *left;

  if (group == axis)
    return without_member (group, member);
  if (lv_doc_group_is (group, "cell", NULL) && names (group->id, member))
    return NULL;
  left = without (group, member);
  if (left == group || !lv_doc_group_is (left, "series", NULL) || has_values (left))
    return left;
  lv_doc_group_unref (left);
  return NULL;
}

/**
 * lv_session_remove_member:
 *
 * What scenarios, figures and series of the user's own say of the member goes in the same step.
 *
 * Returns: %FALSE when @member is not the user's own
 */
gboolean
lv_session_remove_member (LvSession *self, const char *axis, const char *member)
{
  const LvDocGroup *own;
  const GPtrArray *old;
  GPtrArray *groups;
  g_autofree char *key = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *doomed = g_strdup (member);

  g_return_val_if_fail (LV_IS_SESSION (self) && axis != NULL && member != NULL, FALSE);
  own = own_axis (self, axis, member);
  if (own == NULL)
    return FALSE;
  key = g_strconcat ("title@", member, NULL);
  title = lv_doc_group_get (own, key);
  name = g_strdup_printf (_ ("Remove %s"), title != NULL ? title : member);
  old = lv_document_groups (self->document);
  groups = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_doc_group_unref);
  for (guint i = 0; i < old->len; i++)
    {
      LvDocGroup *left = left_of (g_ptr_array_index (old, i), own, doomed);

      if (left != NULL)
        g_ptr_array_add (groups, left);
    }
  edit (self, name, groups);
  return TRUE;
}
