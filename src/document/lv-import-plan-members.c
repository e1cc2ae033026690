/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of open axes that a file names and nobody has yet. They are tried in a session of their own, which has
 * the same document with these members added: what the file says is compared and checked there, and becomes one
 * step of the user's document only when all of it is right. */
#include "lv-import-plan-private.h"

#include "lv-id.h"

#include <string.h>

/* Danish letters have each their usual form in ids. */
static const char *
plain (gunichar c)
{
  switch (g_unichar_tolower (c))
    {
    case 0xe6:
      return "ae";
    case 0xf8:
      return "oe";
    case 0xe5:
      return "aa";
    case 0xe9:
      return "e";
    default:
      return "";
    }
}

/* "Sygefravær, pct." -> "lokal.sygefravaer-pct" */
static char *
id_of (const char *title)
{
  GString *id = g_string_new ("lokal.");
  gsize start = id->len;

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 128 && g_ascii_isalnum ((char) c) && (id->len > start || g_ascii_isalpha ((char) c)))
        g_string_append_c (id, g_ascii_tolower ((char) c));
      else if (plain (c)[0] != '\0')
        g_string_append (id, plain (c));
      else if (id->len > start && id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }
  while (id->len > start && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  return g_string_free (id, FALSE);
}

static char *
free_id (const LvAxis *axis, const char *title, char **members)
{
  g_autofree char *stem = id_of (title);
  char *id = lv_id_valid (stem) ? g_strdup (stem) : NULL;

  for (guint n = 1; id == NULL || lv_axis_find (axis, id) >= 0
                    || g_strv_contains ((const char *const *) members, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", lv_id_valid (stem) ? stem : "lokal.medlem", n);
    }
  return id;
}

/* Adds one member to the document's [axis @axis]. */
static void
add_member (LvDocument *document, const LvAxis *axis, const char *title)
{
  LvDocGroup *old = lv_document_find (document, "axis", axis->id);
  g_autofree char *list = old != NULL ? lv_doc_group_get (old, "members") : NULL;
  g_auto (GStrv) members = g_strsplit (list != NULL ? list : "", ";", -1);
  g_autofree char *id = free_id (axis, title, members);
  g_autofree char *longer = list != NULL && list[0] != '\0' ? g_strconcat (list, ";", id, NULL) : g_strdup (id);
  g_autofree char *key = g_strconcat ("title@", id, NULL);
  g_autoptr (LvDocGroup) bare = old != NULL ? lv_doc_group_ref (old) : lv_doc_group_new ("axis", axis->id);
  g_autoptr (LvDocGroup) listed = lv_doc_group_with (bare, "members", longer);

  lv_document_replace (document, "", NULL, old, lv_doc_group_with (listed, key, title));
}

/* The user's session once more, with what the file names added to it. */
static LvSession *
trial_of (LvImportPlan *self, const GPtrArray *unknown)
{
  const LvPack *pack = lv_session_pack (self->session);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvProblems) unplaced = lv_problems_new ();
  LvModel *model = lv_model_new_over (pack, NULL, "", TRUE, problems, unplaced);
  g_autoptr (GBytes) bytes = lv_document_write (lv_session_document (self->session));
  g_autoptr (LvDocument) document = lv_document_read (pack, bytes, NULL);
  LvSession *trial;

  if (model == NULL || document == NULL)
    {
      lv_model_free (model);
      return NULL;
    }
  for (guint i = 0; i < unknown->len; i++)
    {
      const LvImportMember *member = g_ptr_array_index (unknown, i);

      add_member (document, member->axis, member->title);
    }
  trial = lv_session_new (model);
  lv_session_set_user (trial, lv_session_user (self->session));
  lv_session_set_today (trial, lv_session_today (self->session));
  lv_session_set_document (trial, document, NULL);
  lv_session_show (trial, lv_session_shown (self->session), NULL);
  return trial;
}

/**
 * lv_import_plan_try_members:
 * @unknown: (element-type LvImportMember): what the file names
 *
 * Begins the proposal again where these members are there.
 *
 * Returns: whether it was begun
 */
gboolean
lv_import_plan_try_members (LvImportPlan *self, const GPtrArray *unknown)
{
  g_autofree char *text = lv_mapping_to_string (self->mapping);
  g_autoptr (LvMapping) mapping = NULL;

  self->trial = trial_of (self, unknown);
  if (self->trial == NULL)
    return FALSE;
  mapping = lv_mapping_parse (lv_session_model (self->trial), text, NULL);
  self->importing = mapping != NULL ? lv_importing_new (lv_session_state (self->trial), self->data, mapping, NULL) : NULL;
  return self->importing != NULL;
}

/* Whether a difference that is taken speaks of the member. */
static gboolean
is_used (const LvImportPlan *self, const LvAxis *axis, guint member)
{
  for (guint i = 0; i < self->proposal->differences->len; i++)
    {
      const LvImportDifference *difference
          = &g_array_index (self->proposal->differences, LvImportDifference, i);
      const LvShape *shape = lv_node_shape (difference->node);
      int position = lv_shape_find (shape, axis);

      if (g_array_index (self->taken, gboolean, i) && position >= 0
          && lv_shape_coordinate (shape, difference->cell, (guint) position) == member)
        return TRUE;
    }
  return FALSE;
}

/** Returns: (transfer full) (element-type utf8): "Axis: title" of each member that is added */
GPtrArray *
lv_import_plan_new_members (LvImportPlan *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const LvPack *was;
  const LvPack *is;

  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), lines);
  if (self->trial == NULL || self->proposal == NULL)
    return lines;
  was = lv_session_pack (self->session);
  is = lv_session_pack (self->trial);
  for (guint a = 0; a < lv_pack_n_axes (is); a++)
    {
      const LvAxis *axis = lv_pack_axis (is, a);
      const LvAxis *before = lv_pack_find_axis (was, axis->id);

      for (guint m = 0; axis->open && before != NULL && m < lv_axis_length (axis); m++)
        if (lv_axis_find (before, lv_axis_member (axis, m)->id) < 0 && is_used (self, axis, m))
          g_ptr_array_add (lines, g_strdup_printf ("%s: %s", axis->title, lv_axis_member (axis, m)->title));
    }
  return lines;
}

/* Members that only unticked rows speak of are not added. */
static GPtrArray *
unused (LvImportPlan *self)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);
  const LvPack *is = lv_session_pack (self->trial);

  for (guint a = 0; a < lv_pack_n_axes (is); a++)
    {
      const LvAxis *axis = lv_pack_axis (is, a);
      const LvAxis *before = lv_pack_find_axis (lv_session_pack (self->session), axis->id);

      for (guint m = 0; axis->open && before != NULL && m < lv_axis_length (axis); m++)
        if (lv_axis_find (before, lv_axis_member (axis, m)->id) < 0 && !is_used (self, axis, m))
          {
            g_ptr_array_add (pairs, g_strdup (axis->id));
            g_ptr_array_add (pairs, g_strdup (lv_axis_member (axis, m)->id));
          }
    }
  return pairs;
}

/**
 * lv_import_plan_take_trial:
 * @records: what is taken
 *
 * Returns: %FALSE when the trial refuses; then nothing has changed
 */
gboolean
lv_import_plan_take_trial (LvImportPlan *self, const char *name, const GPtrArray *records, GError **error)
{
  g_autoptr (LvSession) trial = g_object_ref (self->trial);
  g_autoptr (LvSession) session = g_object_ref (self->session);
  g_autoptr (GPtrArray) pairs = unused (self);

  if (!lv_session_take_records (trial, name, records, error))
    return FALSE;
  for (guint i = 0; i + 1 < pairs->len; i += 2)
    lv_session_remove_member (trial, g_ptr_array_index (pairs, i), g_ptr_array_index (pairs, i + 1));
  lv_session_take_groups (session, name, lv_document_groups (lv_session_document (trial)), lv_session_shown (trial));
  return TRUE;
}
