/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-document-differences.h"

#include "lv-action.h"
#include "lv-session-private.h"

#include "lv-number.h"
#include "lv-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const LvPack *pack;
  GPtrArray *lines; /* gets what is found */
} Telling;

static LvDocGroup *
counterpart (LvDocument *document, const LvDocGroup *group)
{
  return lv_document_find (document, group->kind, group->id);
}

/* The group's own title, else the pack's for its id, else the id. */
static char *
title_of (const Telling *telling, const LvDocGroup *group)
{
  g_autofree char *id = g_strndup (group->id, strcspn (group->id, "@"));
  const LvItem *item = lv_pack_find (telling->pack, id);
  char *own = lv_doc_group_get (group, "title");

  if (own != NULL)
    return own;
  if (item == NULL || item->title == NULL)
    return g_strdup (group->id);
  return g_strdup_printf ("%s%s%s", item->title, group->id[strlen (id)] != '\0' ? ", " : "",
                          group->id[strlen (id)] != '\0' ? group->id + strlen (id) + 1 : "");
}

/* What a parameter is where nothing is said of it. */
static const char *
standard (const Telling *telling, const char *key)
{
  const LvItem *item
      = g_str_has_prefix (key, "set ") ? lv_pack_find (telling->pack, key + strlen ("set ")) : NULL;

  return item != NULL ? lv_item_get (item, "default") : NULL;
}

/* A number in Danish; anything else as it stands; nothing said is the default, or a dash. */
static char *
shown (const Telling *telling, const LvDocGroup *group, const char *key)
{
  g_autofree char *own = group != NULL ? lv_doc_group_get (group, key) : NULL;
  g_autofree char *text = own != NULL ? g_steal_pointer (&own) : g_strdup (standard (telling, key));
  char *end = NULL;
  double number;

  if (text == NULL || text[0] == '\0')
    return g_strdup ("–");
  number = g_ascii_strtod (text, &end);
  return *end == '\0' ? lv_number_format_da (number, -1) : g_steal_pointer (&text);
}

static gboolean
is_same (const LvDocGroup *a, const LvDocGroup *b, const char *key)
{
  g_autofree char *left = a != NULL ? lv_doc_group_get (a, key) : NULL;
  g_autofree char *right = b != NULL ? lv_doc_group_get (b, key) : NULL;

  return g_strcmp0 (left, right) == 0;
}

static const char *
name_of_property (const Telling *telling, LvChangeKind kind, const char *property)
{
  g_autofree char *word = g_strconcat ("measure-", property, NULL);
  LvActionField field;

  if (kind == LV_CHANGE_ACTION && lv_action_find_field (property, &field))
    return lv_action_field_name (field);
  return lv_text_word (telling->pack, word, property);
}

/* "Vækst i tabt arbejdsfortjeneste pr. år, 2026" for "set ta.vaekst@2026" */
static char *
name_of_change (const Telling *telling, const char *key)
{
  g_autofree char *id = NULL;
  g_autofree char *property = NULL;
  g_autofree char *members = NULL;
  const LvItem *item;
  LvChangeKind kind;
  GString *out;

  if (!lv_change_split (key, &kind, &id, &property, &members))
    return NULL;
  item = lv_pack_find (telling->pack, id);
  out = g_string_new (item != NULL && item->title != NULL ? item->title : id);
  if (property != NULL)
    g_string_append_printf (out, " (%s)", name_of_property (telling, kind, property));
  if (members[0] != '\0')
    g_string_append_printf (out, ", %s", members);
  return g_string_free (out, FALSE);
}

static void
tell_change (const Telling *telling, const char *scenario, const LvDocGroup *from, const LvDocGroup *to,
             const char *key)
{
  g_autofree char *name = name_of_change (telling, key);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (name == NULL || is_same (from, to, key))
    return;
  before = shown (telling, from, key);
  after = shown (telling, to, key);
  g_ptr_array_add (telling->lines, g_strdup_printf ("%s: %s %s → %s", scenario, name, before, after));
}

static void
tell_changes (const Telling *telling, const char *scenario, const LvDocGroup *from, const LvDocGroup *to)
{
  for (guint i = 0; to != NULL && i < to->entries->len; i++)
    {
      const char *key = g_array_index (to->entries, LvDocEntry, i).key;

      if (key != NULL)
        tell_change (telling, scenario, from, to, key);
    }
  for (guint i = 0; from != NULL && i < from->entries->len; i++)
    {
      const char *key = g_array_index (from->entries, LvDocEntry, i).key;

      if (key != NULL && (to == NULL || lv_doc_group_find (to, key) == NULL))
        tell_change (telling, scenario, from, to, key);
    }
}

/* Names and what else is said about a scenario, without its values. */
static void
tell_about (const Telling *telling, const char *title, const LvDocGroup *from, const LvDocGroup *to)
{
  static const char *const keys[] = { "note", "parent", "state", "author", "date" };
  g_autofree char *before = title_of (telling, from);

  if (strcmp (before, title) != 0)
    g_ptr_array_add (telling->lines,
                     g_strdup_printf (_ ("Scenario “%s” is now called “%s”"), before, title));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!is_same (from, to, keys[i]))
      {
        g_ptr_array_add (telling->lines,
                         g_strdup_printf (_ ("%s: description or state changed"), title));
        return;
      }
}

static gboolean
reasons_differ (const LvDocGroup *from, const LvDocGroup *to)
{
  for (guint i = 0; i < to->entries->len; i++)
    {
      const char *key = g_array_index (to->entries, LvDocEntry, i).key;

      if (key != NULL && g_str_has_prefix (key, "because ") && !is_same (from, to, key))
        return TRUE;
    }
  return FALSE;
}

static void
tell_scenario (const Telling *telling, const LvDocGroup *from, const LvDocGroup *to)
{
  g_autofree char *title = title_of (telling, to);

  if (from == NULL)
    g_ptr_array_add (telling->lines, g_strdup_printf (_ ("Scenario “%s” is new"), title));
  else
    tell_about (telling, title, from, to);
  tell_changes (telling, title, from, to);
  if (from != NULL && (reasons_differ (from, to) || reasons_differ (to, from)))
    g_ptr_array_add (telling->lines, g_strdup_printf (_ ("%s: reasons changed"), title));
}

/* --- The plan */

/* What a line about an action means to a reader; where nothing is said, what the pack says. */
static char *
shown_field (const Telling *telling, const LvDocGroup *group, LvActionField field)
{
  g_autofree char *own = group != NULL ? lv_doc_group_get (group, lv_action_key (field)) : NULL;
  const LvItem *item = group != NULL ? lv_pack_find_kind (telling->pack, LV_KIND_ACTION, group->id) : NULL;
  const char *text = own != NULL ? own : item != NULL ? lv_item_get (item, lv_action_key (field)) : NULL;
  g_autoptr (LvAction) sample = lv_action_new ("");

  if (text == NULL || text[0] == '\0' || strcmp (text, "none") == 0)
    return g_strdup ("–");
  if (lv_action_type (field) == LV_ACTION_IS_DATE)
    return lv_plan_day_words (telling->pack, text);
  if (lv_action_type (field) != LV_ACTION_IS_STATUS)
    return g_strdup (text);
  lv_action_set_text (sample, field, text);
  return lv_action_status_words (telling->pack, sample);
}

static void
tell_action (const Telling *telling, const LvDocGroup *from, const LvDocGroup *to)
{
  g_autofree char *title = title_of (telling, to);
  /* Of an action of the pack, what the other version does not say is as the pack says it. */
  g_autoptr (LvDocGroup) nothing = lv_doc_group_new (to->kind, to->id);
  const LvDocGroup *before = from != NULL ? from : nothing;

  if (from == NULL && g_str_has_prefix (to->id, "lokal."))
    {
      g_ptr_array_add (telling->lines, g_strdup_printf (_ ("New action: %s"), title));
      return;
    }
  for (guint i = 0; i < LV_ACTION_PLANNED_START; i++)
    {
      LvActionField field = (LvActionField) i;
      g_autofree char *old = shown_field (telling, before, field);
      g_autofree char *now = shown_field (telling, to, field);

      if (strcmp (old, now) != 0)
        g_ptr_array_add (telling->lines,
                         g_strdup_printf ("%s: %s %s → %s", title, lv_action_field_name (field), old, now));
    }
}

static void
tell_goal (const Telling *telling, const LvDocGroup *from, const LvDocGroup *to)
{
  g_autofree char *title = title_of (telling, to);
  g_autofree char *before = shown (telling, from, "actual");
  g_autofree char *after = shown (telling, to, "actual");

  g_ptr_array_add (telling->lines,
                   g_strdup_printf (_ ("Actual figure of %s: %s → %s"), title, before, after));
}

static void
tell_order (const Telling *telling, const LvDocGroup *from, const LvDocGroup *to)
{
  if (!is_same (from, to, "plan-order"))
    g_ptr_array_add (telling->lines, g_strdup (_ ("The order of the plan changed")));
}

static void
tell_text (const Telling *telling, const LvDocGroup *group)
{
  g_autofree char *text = lv_doc_group_get (group, "text");

  g_ptr_array_add (telling->lines, g_strdup_printf (_ ("Edited text: %s"), text != NULL ? text : ""));
}

static void
tell_estimate (const Telling *telling, const char *title, const LvDocGroup *group)
{
  g_autofree char *low = shown (telling, group, "low");
  g_autofree char *high = shown (telling, group, "high");

  g_ptr_array_add (telling->lines, g_strdup_printf (_ ("Low and high of %s: %s – %s"), title, low, high));
}

static void
tell_other (const Telling *telling, const LvDocGroup *from, const LvDocGroup *to)
{
  g_autofree char *title = title_of (telling, to);
  g_autofree char *before = shown (telling, from, "value");
  g_autofree char *after = shown (telling, to, "value");

  if (lv_doc_group_is (to, "cell", NULL) && strcmp (before, after) != 0)
    g_ptr_array_add (telling->lines,
                     g_strdup_printf (_ ("Your figure %s: %s → %s"), title, before, after));
  else if (lv_doc_group_is (to, "words", NULL))
    tell_text (telling, to);
  else if (lv_doc_group_is (to, "parameter", NULL) && !g_str_has_prefix (to->id, "lokal."))
    tell_estimate (telling, title, to);
  else
    g_ptr_array_add (telling->lines, g_strdup_printf (_ ("%s: changed"), title));
}

static gboolean
same_group (const LvDocGroup *a, const LvDocGroup *b)
{
  const gpointer left[] = { (gpointer) a };
  const gpointer right[] = { (gpointer) b };
  const GPtrArray one = { (gpointer *) left, 1 };
  const GPtrArray other = { (gpointer *) right, 1 };

  return lv_doc_groups_equal (&one, &other);
}

static void
tell_group (const Telling *telling, const LvDocGroup *from, const LvDocGroup *to)
{
  if (from != NULL && same_group (from, to))
    return;
  if (lv_doc_group_is (to, "scenario", NULL))
    tell_scenario (telling, from, to);
  else if (lv_doc_group_is (to, "action", NULL))
    tell_action (telling, from, to);
  else if (lv_doc_group_is (to, "goal", NULL))
    tell_goal (telling, from, to);
  else if (from != NULL && lv_doc_group_is (to, "document", NULL) && !is_same (from, to, "plan-order"))
    tell_order (telling, from, to);
  else if (to->kind[0] != '\0')
    tell_other (telling, from, to);
}

static void
tell_gone (const Telling *telling, const LvDocGroup *from)
{
  g_autofree char *title = title_of (telling, from);

  if (lv_doc_group_is (from, "scenario", NULL))
    g_ptr_array_add (telling->lines, g_strdup_printf (_ ("Scenario “%s” is deleted"), title));
  else if (from->kind[0] != '\0')
    g_ptr_array_add (telling->lines, g_strdup_printf (_ ("%s: taken away"), title));
}

/**
 * lv_document_differences:
 * @from: the saved version
 * @to: the newer one
 *
 * Returns: (transfer full) (element-type utf8): a line for each difference, in the order of @to; what is shown, and
 *   how lines are ordered, is none
 */
GPtrArray *
lv_document_differences (const LvPack *pack, LvDocument *from, LvDocument *to)
{
  Telling telling = { pack, g_ptr_array_new_with_free_func (g_free) };
  const GPtrArray *groups;

  g_return_val_if_fail (LV_IS_DOCUMENT (from) && LV_IS_DOCUMENT (to), telling.lines);
  groups = lv_document_groups (to);
  for (guint i = 0; i < groups->len; i++)
    tell_group (&telling, counterpart (from, g_ptr_array_index (groups, i)), g_ptr_array_index (groups, i));
  groups = lv_document_groups (from);
  for (guint i = 0; i < groups->len; i++)
    if (counterpart (to, g_ptr_array_index (groups, i)) == NULL)
      tell_gone (&telling, g_ptr_array_index (groups, i));
  return telling.lines;
}
