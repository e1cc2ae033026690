/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes what was read in: figures into the document, changes into the scenario, all of it as one step or
 * nothing at all. */
#include "lv-session-private.h"

#include "lv-import.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * Taking:
 * @seen: "ID@m" of all records, to find what is said twice
 * @keys, @texts: lines of the scenario's group
 * @flat: the changes, to be tried
 *
 * Records on their way.
 */
typedef struct
{
  LvSession *self;
  GHashTable *seen;
  GPtrArray *figures; /* (element-type LvDocGroup) */
  GPtrArray *keys;
  GPtrArray *texts;
  LvScenario *flat;
  LvDocGroup *own; /* (nullable): of the scenario, as it is */
  GHashTable *own_ids;
  LvState *inherited;
} Taking;

static gboolean
refuse (GError **error, const char *what, const char *why)
{
  g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_REFUSED, "%s: %s", what, why);
  return FALSE;
}

/* --- What a record speaks of */

static const LvNode *
node_of (const LvModel *model, const LvImportRecord *record)
{
  LvItem *measure;

  if (record->property == NULL)
    return lv_model_find (model, record->id);
  measure = lv_pack_find_kind (lv_model_pack (model), LV_KIND_MEASURE, record->id);
  return measure != NULL ? lv_model_measure_knob (model, measure, record->property) : NULL;
}

static char *
what_of (const LvImportRecord *record)
{
  return g_strdup_printf ("%s%s%s%s%s", record->id, record->property != NULL ? "." : "",
                          record->property != NULL ? record->property : "",
                          record->members[0] != '\0' ? "@" : "", record->members);
}

static const LvNode *
find (Taking *taking, const LvImportRecord *record, const char *what, gsize *cell, GError **error)
{
  const LvModel *model = taking->self->model;
  const LvNode *node = node_of (model, record);
  g_autofree char *reason = NULL;
  gssize first = -1;
  gssize next;
  LvPlace place;

  if (node == NULL || !lv_node_is_input (node))
    {
      refuse (error, what, _ ("there is no such number to change"));
      return NULL;
    }
  if (!lv_place_parse (record->members, lv_node_shape (node), &place, &reason))
    {
      refuse (error, what, reason);
      return NULL;
    }
  if (!lv_place_next (&place, lv_node_shape (node), &first) || !lv_node_present (model, node, (gsize) first))
    {
      refuse (error, what, _ ("it has no value there"));
      return NULL;
    }
  next = first;
  if (lv_place_next (&place, lv_node_shape (node), &next))
    {
      refuse (error, what, _ ("these are several cells"));
      return NULL;
    }
  *cell = (gsize) first;
  return node;
}

/* --- Figures */

static char *
signature_of (Taking *taking, const LvImportRecord *record)
{
  const char *today = taking->self->today;

  if (record->who == NULL || record->who[0] == '\0')
    return lv_session_signature (taking->self);
  return g_strdup_printf ("%s%s%s", record->who, today[0] != '\0' ? ", " : "", today);
}

/* What the sources lack may be entered in series too that no scenario changes. */
static gboolean
may_have_figure (Taking *taking, const LvNode *node, gsize cell)
{
  const LvSeries *series = lv_node_series (node);
  g_autofree char *key = lv_change_key (node, cell);

  return series != NULL
         && (series->editable || isnan (lv_state_number (taking->self->base, node, cell))
             || lv_document_find (taking->self->document, "cell", key + strlen ("set ")) != NULL);
}

static gboolean
take_figure (Taking *taking, const LvImportRecord *record, const char *what, const LvNode *node, gsize cell,
             GError **error)
{
  static const char *const words[] = { "value", "from-file", "place", "note", "by" };
  g_autofree char *key = lv_change_key (node, cell);
  g_autofree char *by = signature_of (taking, record);
  const char *texts[] = { record->value, record->source, record->place, record->note, by };
  g_autoptr (LvDocGroup) bare = lv_doc_group_new ("cell", key + strlen ("set "));
  g_autoptr (GPtrArray) all_keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) all_texts = g_ptr_array_new ();
  double value;

  if (!may_have_figure (taking, node, cell))
    return refuse (error, what, _ ("it can't have a figure of your own"));
  if (!lv_number_parse_c (record->value, &value))
    return refuse (error, what, _ ("the value is not a number"));
  if (record->source == NULL || record->source[0] == '\0')
    return refuse (error, what, _ ("a figure needs its source"));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_ptr_array_add (all_keys, (gpointer) words[i]);
      g_ptr_array_add (all_texts, (gpointer) texts[i]);
    }
  g_ptr_array_add (taking->figures, lv_doc_group_with_lines (bare, all_keys, all_texts));
  return TRUE;
}

/* --- Changes */

/* What the scenario says, by id: how many lines, "set ID" beside "set ID@2026". */
static GHashTable *
ids_of (const LvDocGroup *group)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; group != NULL && i < group->entries->len; i++)
    {
      const char *key = g_array_index (group->entries, LvDocEntry, i).key;
      char *id = key != NULL ? g_strndup (key, strcspn (key, "@")) : NULL;

      if (id != NULL)
        g_hash_table_insert (ids, id, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (ids, id)) + 1));
    }
  return ids;
}

static gboolean
says_more (Taking *taking, const char *key)
{
  g_autofree char *id = g_strndup (key, strcspn (key, "@"));
  guint lines = GPOINTER_TO_UINT (g_hash_table_lookup (taking->own_ids, id));

  return lines > (taking->own != NULL && lv_doc_group_find (taking->own, key) != NULL ? 1 : 0);
}

static gboolean
is_inherited (Taking *taking, const LvNode *node, gsize cell, const char *value)
{
  double there = lv_state_number (taking->inherited, node, cell);
  g_autofree char *inherited = lv_change_value (node, there);
  double number;

  return strcmp (inherited, value) == 0 || (lv_number_parse_c (value, &number) && number == there);
}

/* @text: (transfer full) (nullable) */
static void
say (Taking *taking, const char *word, const char *key, char *text)
{
  g_ptr_array_add (taking->keys, g_strconcat (word, strchr (key, ' '), NULL));
  g_ptr_array_add (taking->texts, text);
}

static char *
because_of (const LvImportRecord *record)
{
  g_autofree char *place = record->place != NULL && record->place[0] != '\0'
                               ? g_strconcat (", ", record->place, NULL) : g_strdup ("");

  return record->note != NULL && record->note[0] != '\0'
             ? g_strdup_printf ("%s%s: %s", record->source, place, record->note)
             : g_strconcat (record->source, place, NULL);
}

static gboolean
take_change (Taking *taking, const LvImportRecord *record, const LvNode *node, gsize cell)
{
  g_autofree char *key = lv_change_key (node, cell);
  const char *value = strcmp (record->value, "?") == 0 && lv_node_parameter (node) != NULL ? "none" : record->value;
  LvChange change = { record->property != NULL ? LV_CHANGE_MEASURE : LV_CHANGE_SET, g_strdup (record->id),
                      g_strdup (record->property), g_strdup (record->members), g_strdup (value), NULL, 0 };
  /* Back to what holds without the scenario is no change; somebody's word for the same number is kept. */
  gboolean goes = !record->confirms && is_inherited (taking, node, cell, value) && !says_more (taking, key);

  g_ptr_array_add (taking->flat->changes, g_memdup2 (&change, sizeof change));
  g_ptr_array_add (taking->keys, g_strdup (key));
  g_ptr_array_add (taking->texts, goes ? NULL : g_strdup (value));
  say (taking, "because", key, goes ? NULL : because_of (record));
  say (taking, "by", key, goes ? NULL : signature_of (taking, record));
  return TRUE;
}

static gboolean
take_record (Taking *taking, const LvImportRecord *record, GError **error)
{
  g_autofree char *what = what_of (record);
  gsize cell;
  const LvNode *node = find (taking, record, what, &cell, error);

  if (node == NULL)
    return FALSE;
  if (!g_hash_table_add (taking->seen, g_strdup (what)))
    return refuse (error, what, _ ("it is given two values"));
  return record->kind == LV_IMPORT_FIGURE ? take_figure (taking, record, what, node, cell, error)
                                          : take_change (taking, record, node, cell);
}

/* Limits and forms are checked where every scenario's are. */
static gboolean
try_changes (Taking *taking, GError **error)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvState) trial = lv_state_copy (taking->self->base);
  const LvProblem *first;

  if (lv_state_apply_own (trial, taking->flat, problems))
    return TRUE;
  first = lv_problems_get (problems, 0);
  return refuse (error, first->key, first->text);
}

/* --- The step */

static LvDocGroup *
scenario_with (Taking *taking)
{
  g_autofree char *title = NULL;
  g_autoptr (LvDocGroup) group = NULL;

  if (taking->own != NULL)
    return lv_doc_group_with_lines (taking->own, taking->keys, taking->texts);
  title = lv_session_free_title (taking->self, _ ("My scenario"));
  group = lv_session_new_scenario_group (taking->self, title, taking->self->shown);
  return lv_doc_group_with_lines (group, taking->keys, taking->texts);
}

/* Figures that there are stay at their place, new ones come last. */
static void
put_figures (Taking *taking, GPtrArray *groups)
{
  g_autoptr (GHashTable) at = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < groups->len; i++)
    {
      LvDocGroup *group = g_ptr_array_index (groups, i);

      if (lv_doc_group_is (group, "cell", NULL))
        g_hash_table_insert (at, group->id, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < taking->figures->len; i++)
    {
      LvDocGroup *group = g_ptr_array_index (taking->figures, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (at, group->id));

      if (place == 0)
        g_ptr_array_add (groups, lv_doc_group_ref (group));
      else
        {
          lv_doc_group_unref (g_ptr_array_index (groups, place - 1));
          groups->pdata[place - 1] = lv_doc_group_ref (group);
        }
    }
}

static void
commit (Taking *taking, const char *name)
{
  LvSession *self = taking->self;
  GPtrArray *groups = lv_doc_groups_copy (lv_document_groups (self->document));
  g_autofree char *before = g_strdup (self->shown);
  guint index = 0;

  if (taking->keys->len > 0)
    {
      LvDocGroup *group = scenario_with (taking);

      if (taking->own != NULL && g_ptr_array_find (groups, taking->own, &index))
        {
          lv_doc_group_unref (taking->own);
          groups->pdata[index] = group;
        }
      else
        {
          g_ptr_array_add (groups, group);
          lv_document_set_active (self->document, group->id);
        }
    }
  put_figures (taking, groups);
  lv_document_end_step (self->document);
  lv_document_edit_from (self->document, before, name, NULL, groups);
  lv_document_end_step (self->document);
}

static void
clear (Taking *taking)
{
  g_hash_table_unref (taking->seen);
  g_hash_table_unref (taking->own_ids);
  g_ptr_array_unref (taking->figures);
  g_ptr_array_unref (taking->keys);
  g_ptr_array_unref (taking->texts);
  lv_scenario_free (taking->flat);
  lv_state_free (taking->inherited);
}

static void
begin (Taking *taking, LvSession *self)
{
  g_autofree char *parent = NULL;

  *taking = (Taking){ .self = self };
  taking->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  taking->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_doc_group_unref);
  taking->keys = g_ptr_array_new_with_free_func (g_free);
  taking->texts = g_ptr_array_new_with_free_func (g_free);
  taking->flat = lv_scenario_new ("", "");
  taking->own = lv_session_scenario_group (self, self->shown);
  taking->own_ids = ids_of (taking->own);
  parent = taking->own != NULL ? lv_doc_group_get (taking->own, "parent") : g_strdup (self->shown);
  taking->inherited = lv_session_state_of (self, parent);
}

static gboolean
take_all (Taking *taking, const GPtrArray *records, GError **error)
{
  if (records->len == 0)
    {
      g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_REFUSED, _ ("there is nothing to take"));
      return FALSE;
    }
  for (guint i = 0; i < records->len; i++)
    if (!take_record (taking, g_ptr_array_index (records, i), error))
      return FALSE;
  if (taking->keys->len > 0 && lv_session_is_locked (taking->self, taking->self->shown))
    {
      g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_REFUSED,
                           _ ("The scenario has been presented or locked. Duplicate it to go on."));
      return FALSE;
    }
  return try_changes (taking, error);
}

/**
 * lv_session_take_records:
 * @name: what is done, as the user reads it after "Undo:"
 * @records: (element-type LvImportRecord): each of another cell
 *
 * Takes all records as one step: figures into the document, changes into the scenario that is shown; the
 * grundprognose, or a scenario of the pack, begins one of the user's own.
 *
 * Returns: %FALSE when any of them can't be taken; then nothing has changed
 */
gboolean
lv_session_take_records (LvSession *self, const char *name, const GPtrArray *records, GError **error)
{
  Taking taking;
  gboolean ok;

  g_return_val_if_fail (LV_IS_SESSION (self) && name != NULL && records != NULL, FALSE);
  begin (&taking, self);
  ok = take_all (&taking, records, error);
  if (ok)
    commit (&taking, name);
  clear (&taking);
  return ok;
}

/**
 * lv_session_take_groups:
 * @groups: (element-type LvDocGroup): what the document says from now on, tried elsewhere
 * @active: (nullable): the scenario that is shown then
 *
 * Takes all of it as one step.
 */
void
lv_session_take_groups (LvSession *self, const char *name, const GPtrArray *groups, const char *active)
{
  g_autofree char *before = NULL;

  g_return_if_fail (LV_IS_SESSION (self) && name != NULL && groups != NULL);
  before = g_strdup (self->shown);
  lv_document_end_step (self->document);
  lv_document_set_active (self->document, active);
  lv_document_edit_from (self->document, before, name, NULL, lv_doc_groups_copy (groups));
  lv_document_end_step (self->document);
}
