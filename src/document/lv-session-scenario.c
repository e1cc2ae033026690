/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scenarios of the pack and of the user's document, and what can be done with them. */
#include "lv-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Parents of parents; deeper is a circle. */
#define MOST_PARENTS 100

void
lv_session_scenario_free (LvSessionScenario *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self->parent);
  g_free (self->state);
  g_free (self->author);
  g_free (self->date);
  g_free (self);
}

/** Returns: (transfer none) (nullable): the user's own scenario @id, %NULL for one of the pack or none */
LvDocGroup *
lv_session_scenario_group (LvSession *self, const char *id)
{
  return id != NULL ? lv_document_find (self->document, "scenario", id) : NULL;
}

static const LvItem *
pack_scenario (LvSession *self, const char *id)
{
  const LvItem *item
      = id != NULL ? lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_SCENARIO, id) : NULL;

  return item != NULL && !item->local ? item : NULL;
}

static char *
text_or (const LvDocGroup *group, const char *key, const char *otherwise)
{
  char *text = lv_doc_group_get (group, key);

  return text != NULL ? text : g_strdup (otherwise);
}

static LvSessionScenario *
from_group (const LvDocGroup *group)
{
  LvSessionScenario *self = g_new0 (LvSessionScenario, 1);

  self->id = g_strdup (group->id);
  self->title = text_or (group, "title", group->id);
  self->description = text_or (group, "note", "");
  self->parent = lv_doc_group_get (group, "parent");
  self->state = text_or (group, "state", "udkast");
  self->author = text_or (group, "author", "");
  self->date = text_or (group, "date", "");
  self->own = TRUE;
  return self;
}

static LvSessionScenario *
from_item (const LvItem *item)
{
  LvSessionScenario *self = g_new0 (LvSessionScenario, 1);
  const LvScenario *scenario = item->detail;
  const char *note = lv_item_get (item, "note");

  self->id = g_strdup (item->id);
  self->title = g_strdup (item->title != NULL ? item->title : item->id);
  self->description = g_strdup (note != NULL ? note : "");
  self->parent = g_strdup (scenario != NULL ? scenario->parent : NULL);
  self->state = g_strdup (scenario != NULL ? scenario->state : "udkast");
  self->author = g_strdup ("");
  self->date = g_strdup ("");
  return self;
}

/** Returns: (transfer full) (element-type LvSessionScenario): the pack's, then the user's own in their order */
GPtrArray *
lv_session_scenarios (LvSession *self)
{
  GPtrArray *scenarios
      = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_session_scenario_free);
  const GPtrArray *items;
  const GPtrArray *groups;

  g_return_val_if_fail (LV_IS_SESSION (self), scenarios);
  items = lv_pack_items (lv_model_pack (self->model), LV_KIND_SCENARIO);
  groups = lv_document_groups (self->document);
  for (guint i = 0; i < items->len; i++)
    if (!((LvItem *) g_ptr_array_index (items, i))->local)
      g_ptr_array_add (scenarios, from_item (g_ptr_array_index (items, i)));
  for (guint i = 0; i < groups->len; i++)
    if (lv_doc_group_is (g_ptr_array_index (groups, i), "scenario", NULL))
      g_ptr_array_add (scenarios, from_group (g_ptr_array_index (groups, i)));
  return scenarios;
}

/** Returns: (transfer full) (nullable): the scenario @id; %NULL also for the grundprognose */
LvSessionScenario *
lv_session_find_scenario (LvSession *self, const char *id)
{
  const LvDocGroup *group = lv_session_scenario_group (self, id);
  const LvItem *item = group == NULL ? pack_scenario (self, id) : NULL;

  return group != NULL ? from_group (group) : item != NULL ? from_item (item) : NULL;
}

/* --- Values */

/**
 * Flat:
 * @said: what @scenario says already: "set ta.vaekst@2026"
 *
 * All that a line of scenarios says, on its way.
 */
typedef struct
{
  LvScenario *scenario;
  GHashTable *said;
} Flat;

static char *
key_of (const LvChange *change)
{
  static const char *const words[] = { "set", "measure", "action", "lock" };

  return g_strdup_printf ("%s %s%s%s%s%s", words[change->kind], change->id,
                          change->property != NULL ? "." : "",
                          change->property != NULL ? change->property : "",
                          change->members[0] != '\0' ? "@" : "", change->members);
}

static void
put (Flat *flat, const LvChange *change)
{
  char *key = key_of (change);

  /* Later lines count; a change that is made again moves behind the one of all cells. */
  if (!g_hash_table_add (flat->said, key))
    lv_scenario_reset (flat->scenario, change->kind, change->id, change->property, change->members);
  g_ptr_array_add (flat->scenario->changes, g_memdup2 (change, sizeof *change));
}

static void
put_group (Flat *flat, const LvDocGroup *group)
{
  g_autoptr (GHashTable) lines = lv_doc_group_lines (group);

  for (guint i = 0; i < group->entries->len; i++)
    {
      const char *key = g_array_index (group->entries, LvDocEntry, i).key;
      g_autofree char *because_key = NULL;
      const LvDocEntry *because;
      LvChange change = { 0 };

      if (key == NULL || !lv_change_split (key, &change.kind, &change.id, &change.property, &change.members))
        continue;
      because_key = g_strconcat ("because", strchr (key, ' '), NULL);
      because = g_hash_table_lookup (lines, because_key);
      change.value = lv_doc_entry_text (g_hash_table_lookup (lines, key));
      change.because = because != NULL ? lv_doc_entry_text (because) : NULL;
      put (flat, &change);
    }
}

static void
put_item (Flat *flat, const LvItem *item)
{
  const LvScenario *scenario = item->detail;

  for (guint i = 0; scenario != NULL && i < scenario->changes->len; i++)
    {
      const LvChange *said = g_ptr_array_index (scenario->changes, i);
      LvChange change = { said->kind, g_strdup (said->id), g_strdup (said->property),
                          g_strdup (said->members), g_strdup (said->value), g_strdup (said->because), 0 };

      put (flat, &change);
    }
}

/** Returns: (transfer full) (nullable): all that @id and what it builds on say, with the reasons, as one
 * scenario */
LvScenario *
lv_session_flatten (LvSession *self, const char *id)
{
  g_autoptr (GPtrArray) line = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Flat flat = { NULL, said };

  for (char *at = g_strdup (id); at != NULL && line->len < MOST_PARENTS;)
    {
      g_autoptr (LvSessionScenario) scenario = lv_session_find_scenario (self, at);

      if (scenario == NULL)
        {
          g_free (at);
          break;
        }
      g_ptr_array_add (line, at);
      at = g_strdup (scenario->parent);
    }
  if (line->len == 0)
    return NULL;
  flat.scenario = lv_scenario_new (id, id);
  for (guint i = line->len; i > 0; i--)
    {
      const char *at = g_ptr_array_index (line, i - 1);
      const LvDocGroup *group = lv_session_scenario_group (self, at);

      if (group != NULL)
        put_group (&flat, group);
      else
        put_item (&flat, pack_scenario (self, at));
    }
  return flat.scenario;
}

/** Returns: (transfer full): the values of scenario @id; of the grundprognose for %NULL or an unknown one */
LvState *
lv_session_state_of (LvSession *self, const char *id)
{
  g_autoptr (LvScenario) scenario = lv_session_flatten (self, id);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvState *state = lv_state_copy (self->base);

  if (scenario != NULL)
    lv_state_apply (state, lv_model_pack (self->model), scenario, problems);
  lv_state_update (state);
  return state;
}

/** Returns: (transfer none): the same until the next edit; computed anew only where it has become another */
const LvState *
lv_session_inherited (LvSession *self, const char *parent)
{
  guint serial = lv_state_serial (self->base);

  if (self->inherited != NULL && self->inherited_serial != serial)
    g_clear_pointer (&self->inherited, lv_state_free);
  if (self->inherited == NULL)
    self->inherited = lv_state_copy (self->base);
  self->inherited_serial = serial;
  lv_session_put (self, self->inherited, parent);
  lv_state_update (self->inherited);
  return self->inherited;
}

/* --- Which are shown */

/** Returns: (transfer none) (nullable): id of the scenario that is shown, %NULL for the grundprognose */
const char *
lv_session_shown (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), NULL);
  return self->shown;
}

/**
 * lv_session_show:
 * @id: (nullable): a scenario of the pack or the document, or %NULL for the grundprognose
 * @problems: (nullable): gets what is wrong with its changes; the right ones are shown
 *
 * Returns: %FALSE when a change was wrong
 */
gboolean
lv_session_show (LvSession *self, const char *id, LvProblems *problems)
{
  gboolean ok = TRUE;

  g_return_val_if_fail (LV_IS_SESSION (self), FALSE);
  if (problems != NULL && id != NULL)
    {
      g_autoptr (LvScenario) scenario = lv_session_flatten (self, id);
      g_autoptr (LvState) trial = lv_state_copy (self->base);

      ok = scenario == NULL
           || lv_state_apply (trial, lv_model_pack (self->model), scenario, problems);
    }
  lv_document_set_active (self->document, id);
  if (g_strcmp0 (self->shown, id) != 0)
    {
      char *copy = g_strdup (id);

      g_free (self->shown);
      self->shown = copy;
    }
  lv_session_sync (self);
  return ok;
}

/** Returns: (transfer none) (nullable): id of the scenario to compare with, %NULL for the grundprognose */
const char *
lv_session_compared (LvSession *self)
{
  g_return_val_if_fail (LV_IS_SESSION (self), NULL);
  return self->compared;
}

/** Says which scenario the one that is shown is compared with. */
void
lv_session_compare (LvSession *self, const char *id)
{
  char *copy = g_strdup (id);

  g_return_if_fail (LV_IS_SESSION (self));
  g_free (self->compared);
  self->compared = copy;
  g_signal_emit_by_name (self, "changed");
}

/** Returns: whether @id has been presented or locked, so that it may not be edited */
gboolean
lv_session_is_locked (LvSession *self, const char *id)
{
  const LvDocGroup *group = lv_session_scenario_group (self, id);
  g_autofree char *state = group != NULL ? lv_doc_group_get (group, "state") : NULL;

  return state != NULL && strcmp (state, "udkast") != 0;
}

/* --- Operations */

static gboolean
title_is_taken (LvSession *self, const char *title)
{
  g_autoptr (GPtrArray) scenarios = lv_session_scenarios (self);

  for (guint i = 0; i < scenarios->len; i++)
    if (strcmp (((LvSessionScenario *) g_ptr_array_index (scenarios, i))->title, title) == 0)
      return TRUE;
  return FALSE;
}

/** Returns: (transfer full): @title, with a number behind where it is taken */
char *
lv_session_free_title (LvSession *self, const char *title)
{
  char *free_title = g_strdup (title);

  for (guint n = 2; title_is_taken (self, free_title); n++)
    {
      g_free (free_title);
      free_title = g_strdup_printf ("%s %u", title, n);
    }
  return free_title;
}

static gboolean
id_is_taken (LvSession *self, const char *id)
{
  return lv_pack_find (lv_model_pack (self->model), id) != NULL
         || lv_session_scenario_group (self, id) != NULL;
}

/** Returns: (transfer full): a group for a scenario without changes, not in the document yet */
LvDocGroup *
lv_session_new_scenario_group (LvSession *self, const char *title, const char *parent)
{
  g_autofree char *id = NULL;
  g_autoptr (LvDocGroup) bare = NULL;
  g_autoptr (LvDocGroup) titled = NULL;

  for (guint n = 1; id == NULL || id_is_taken (self, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("lokal.scenarie-%u", n);
    }
  bare = lv_doc_group_new ("scenario", id);
  titled = lv_doc_group_with (bare, "title", title);
  return lv_doc_group_with (titled, "parent", parent);
}

static char *
add_group (LvSession *self, const char *name, LvDocGroup *group)
{
  GPtrArray *groups = lv_doc_groups_copy (lv_document_groups (self->document));
  g_autofree char *before = g_strdup (self->shown);
  char *id = g_strdup (group->id);

  g_ptr_array_add (groups, group);
  lv_document_set_active (self->document, id);
  lv_document_edit_from (self->document, before, name, NULL, groups);
  lv_document_end_step (self->document);
  return id;
}

/**
 * lv_session_add_scenario:
 * @title: its name; a number is added where it is taken
 * @parent: (nullable): id of what it builds on
 *
 * Makes a scenario without changes and shows it.
 *
 * Returns: (transfer full): its id
 */
char *
lv_session_add_scenario (LvSession *self, const char *title, const char *parent)
{
  g_autofree char *free_title = lv_session_free_title (self, title);
  g_autofree char *name = g_strdup_printf (_ ("New scenario: %s"), free_title);

  return add_group (self, name, lv_session_new_scenario_group (self, free_title, parent));
}

static LvDocGroup *
copy_lines (const LvDocGroup *from, LvDocGroup *to, const char *const *except)
{
  for (guint i = 0; i < from->entries->len; i++)
    {
      const LvDocEntry *entry = &g_array_index (from->entries, LvDocEntry, i);
      g_autofree char *text = NULL;
      LvDocGroup *next;

      if (entry->key == NULL || g_strv_contains (except, entry->key))
        continue;
      text = lv_doc_group_get (from, entry->key);
      next = lv_doc_group_with (to, entry->key, text);
      lv_doc_group_unref (to);
      to = next;
    }
  return to;
}

/**
 * lv_session_duplicate_scenario:
 * @id: of the user's own or of the pack
 * @title: the copy's name
 *
 * Makes a draft that says the same and shows it; of a scenario of the pack, one that builds on it.
 *
 * Returns: (transfer full): the copy's id
 */
char *
lv_session_duplicate_scenario (LvSession *self, const char *id, const char *title)
{
  static const char *const except[] = { "title", "parent", "state", "author", "date", NULL };
  const LvDocGroup *own = lv_session_scenario_group (self, id);
  g_autofree char *free_title = lv_session_free_title (self, title);
  g_autofree char *name = g_strdup_printf (_ ("Duplicate scenario: %s"), free_title);
  g_autofree char *parent = own != NULL ? lv_doc_group_get (own, "parent") : g_strdup (id);
  LvDocGroup *group = lv_session_new_scenario_group (self, free_title, parent);

  if (own != NULL)
    group = copy_lines (own, group, except);
  return add_group (self, name, group);
}

static gboolean
set_line (LvSession *self, const char *id, const char *key, const char *text, const char *name)
{
  LvDocGroup *own = lv_session_scenario_group (self, id);

  if (own == NULL)
    {
      lv_session_refuse (self, _ ("The scenario stands in the pack. Duplicate it to change it."));
      return FALSE;
    }
  lv_document_replace (self->document, name, NULL, own, lv_doc_group_with (own, key, text));
  return TRUE;
}

/** Returns: %FALSE when @id is not the user's own, or @title is empty */
gboolean
lv_session_rename_scenario (LvSession *self, const char *id, const char *title)
{
  g_autofree char *name = g_strdup_printf (_ ("Rename scenario: %s"), title);

  return title[0] != '\0' && set_line (self, id, "title", title, name);
}

/** Says what the scenario is about. Returns: %FALSE when @id is not the user's own */
gboolean
lv_session_describe_scenario (LvSession *self, const char *id, const char *text)
{
  return set_line (self, id, "note", text, _ ("Describe scenario"));
}

static gboolean
builds_on (LvSession *self, const char *id, const char *ancestor)
{
  g_autofree char *at = g_strdup (id);

  for (guint depth = 0; at != NULL && depth < MOST_PARENTS; depth++)
    {
      g_autoptr (LvSessionScenario) scenario = NULL;

      if (strcmp (at, ancestor) == 0)
        return TRUE;
      scenario = lv_session_find_scenario (self, at);
      g_free (at);
      at = scenario != NULL ? g_strdup (scenario->parent) : NULL;
    }
  return FALSE;
}

/** Returns: %FALSE when @id is not the user's own, is locked, or would build on itself */
gboolean
lv_session_set_parent (LvSession *self, const char *id, const char *parent)
{
  if (lv_session_is_locked (self, id))
    {
      lv_session_refuse (self,
                         _ ("The scenario has been presented or locked. Duplicate it to go on."));
      return FALSE;
    }
  if (parent != NULL && builds_on (self, parent, id))
    {
      lv_session_refuse (self, _ ("A scenario cannot build on itself."));
      return FALSE;
    }
  return set_line (self, id, "parent", parent, _ ("Change what the scenario builds on"));
}

/**
 * lv_session_set_scenario_state:
 * @state: udkast, fremlagt or laast
 *
 * Who and when is written with it.
 *
 * Returns: %FALSE when @id is not the user's own
 */
gboolean
lv_session_set_scenario_state (LvSession *self, const char *id, const char *state)
{
  LvDocGroup *own = lv_session_scenario_group (self, id);
  g_autoptr (LvDocGroup) stated = NULL;
  g_autoptr (LvDocGroup) signed_by = NULL;

  if (own == NULL)
    return set_line (self, id, "state", state, "");
  stated = lv_doc_group_with (own, "state", strcmp (state, "udkast") == 0 ? NULL : state);
  signed_by = lv_doc_group_with (stated, "author", self->user);
  lv_document_replace (self->document, _ ("Change the scenario’s state"), NULL, own,
                       lv_doc_group_with (signed_by, "date", self->today));
  return TRUE;
}

/* What @from says and @child does not, so that the child's values stay. */
static LvDocGroup *
fold_into (const LvDocGroup *child, const LvDocGroup *from)
{
  static const char *const except[] = { "title", "parent", "state", "author", "date", "note", NULL };
  g_autofree char *parent = lv_doc_group_get (from, "parent");
  LvDocGroup *bare = lv_doc_group_new (child->kind, child->id);
  LvDocGroup *group = copy_lines (from, bare, except);

  group = copy_lines (child, group, (const char *const[]){ "parent", NULL });
  bare = lv_doc_group_with (group, "parent", parent);
  lv_doc_group_unref (group);
  return bare;
}

/**
 * lv_session_delete_scenario:
 *
 * What the scenario says moves into those that build on it, so that none of their values changes.
 *
 * Returns: %FALSE when @id is not the user's own
 */
gboolean
lv_session_delete_scenario (LvSession *self, const char *id)
{
  LvDocGroup *own = lv_session_scenario_group (self, id);
  g_autoptr (LvDocGroup) kept = own != NULL ? lv_doc_group_ref (own) : NULL;
  g_autofree char *before = g_strdup (self->shown);
  g_autofree char *parent = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *doomed = g_strdup (id);
  GPtrArray *groups;

  if (kept == NULL)
    return set_line (self, id, "title", "", "");
  parent = lv_doc_group_get (kept, "parent");
  title = text_or (kept, "title", id);
  name = g_strdup_printf (_ ("Delete scenario: %s"), title);
  groups = lv_doc_groups_copy (lv_document_groups (self->document));
  for (guint i = 0; i < groups->len; i++)
    {
      LvDocGroup *group = groups->pdata[i];
      g_autofree char *of = lv_doc_group_get (group, "parent");

      if (!lv_doc_group_is (group, "scenario", NULL) || g_strcmp0 (of, doomed) != 0)
        continue;
      groups->pdata[i] = fold_into (group, kept);
      lv_doc_group_unref (group);
    }
  g_ptr_array_remove (groups, kept);
  if (g_strcmp0 (self->shown, doomed) == 0)
    lv_document_set_active (self->document, parent);
  lv_document_edit_from (self->document, before, name, NULL, groups);
  lv_document_end_step (self->document);
  return TRUE;
}

/** Moves the scenario up (-1) or down (1) among the user's own. Returns: whether it could */
gboolean
lv_session_move_scenario (LvSession *self, const char *id, int by)
{
  GPtrArray *groups = lv_doc_groups_copy (lv_document_groups (self->document));
  LvDocGroup *own = lv_session_scenario_group (self, id);
  guint at = 0;
  int to;

  if (own == NULL || !g_ptr_array_find (groups, own, &at))
    {
      g_ptr_array_unref (groups);
      return FALSE;
    }
  for (to = (int) at + by; to >= 0 && to < (int) groups->len; to += by)
    if (lv_doc_group_is (groups->pdata[to], "scenario", NULL))
      break;
  if (by == 0 || to < 0 || to >= (int) groups->len)
    {
      g_ptr_array_unref (groups);
      return FALSE;
    }
  groups->pdata[at] = groups->pdata[to];
  groups->pdata[to] = own;
  lv_document_edit (self->document, _ ("Move scenario"), NULL, groups);
  lv_document_end_step (self->document);
  return TRUE;
}
