/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of what an action says: a line of [action ID] in the document, or a date of the shown scenario. */
#include "lv-session-plan-private.h"

#include "lv-date-da.h"
#include "lv-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/** Says why an edit was not made. Returns: %FALSE */
gboolean
lv_session_refuse_action (LvSession *self, const char *reason)
{
  lv_session_refuse (self, reason);
  return FALSE;
}

/** Returns: (transfer full): the name of a step of undo: "Task force: ansvarlig" */
char *
lv_action_edit_name (const LvAction *action, const char *what)
{
  return g_strdup_printf ("%s: %s", lv_action_text (action, LV_ACTION_TITLE), what);
}

/** Returns: (transfer none): what @field is called in the window */
const char *
lv_action_field_name (LvActionField field)
{
  static const char *const names[LV_N_ACTION_FIELDS] = {
    [LV_ACTION_TITLE] = N_ ("title"),
    [LV_ACTION_NUMBER] = N_ ("number"),
    [LV_ACTION_TRACK] = N_ ("track"),
    [LV_ACTION_OWNER] = N_ ("responsible"),
    [LV_ACTION_PARTNERS] = N_ ("partners"),
    [LV_ACTION_BODY] = N_ ("body"),
    [LV_ACTION_START] = N_ ("start"),
    [LV_ACTION_END] = N_ ("end"),
    [LV_ACTION_WINDOW] = N_ ("period"),
    [LV_ACTION_DEADLINE] = N_ ("deadline"),
    [LV_ACTION_STATUS] = N_ ("status"),
    [LV_ACTION_STATUS_DATE] = N_ ("date of the status"),
    [LV_ACTION_NEXT_FOLLOW_UP] = N_ ("next follow-up"),
    [LV_ACTION_CLOSED] = N_ ("end of the follow-up"),
    [LV_ACTION_DEPENDS] = N_ ("what must come first"),
    [LV_ACTION_CARRIES] = N_ ("the measure that it carries"),
    [LV_ACTION_MOVES] = N_ ("what it should move"),
    [LV_ACTION_EVIDENCE] = N_ ("evidence"),
    [LV_ACTION_SOURCE] = N_ ("source"),
    [LV_ACTION_PLACE] = N_ ("place in the source"),
    [LV_ACTION_NOTE] = N_ ("note"),
    [LV_ACTION_PLANNED_START] = N_ ("planned start"),
    [LV_ACTION_PLANNED_END] = N_ ("planned end"),
  };

  return _ (names[field]);
}

/* --- What may be said */

/** Returns: whether @field of action @id can be set; not what the pack prints, nor without such an action */
gboolean
lv_session_can_edit_action (LvSession *self, const char *id, LvActionField field)
{
  gboolean own;

  g_return_val_if_fail (LV_IS_SESSION (self) && field < LV_N_ACTION_FIELDS, FALSE);
  if (lv_model_find_action (self->model, id) == NULL)
    return FALSE;
  own = lv_session_pack_action (self, id) == NULL;
  return field == LV_ACTION_START || field == LV_ACTION_END || lv_action_may_be_said (field, own);
}

static gboolean
would_go_round (LvSession *self, const char *id, const char *depends)
{
  g_autoptr (GPtrArray) actions = lv_session_actions (self);

  lv_action_set_text ((LvAction *) lv_actions_find (actions, id), LV_ACTION_DEPENDS, depends);
  return lv_plan_has_circle (actions);
}

static gboolean
check_depends (LvSession *self, const char *id, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (lv_model_find_action (self->model, g_strstrip (parts[i])) == NULL)
      {
        g_autofree char *reason = g_strdup_printf (_ ("There is no action “%s”."), parts[i]);

        return lv_session_refuse_action (self, reason);
      }
  return !would_go_round (self, id, text)
         || lv_session_refuse_action (self, _ ("Then the actions would wait for each other in a circle."));
}

static gboolean
check_planned (LvSession *self, const LvAction *action, LvActionField field, const char *text)
{
  GDate first;
  GDate last;

  if (field == LV_ACTION_PLANNED_START
      && (!lv_date_parse (text, FALSE, &first) || !lv_action_day (action, LV_ACTION_PLANNED_END, &last)))
    return TRUE;
  if (field == LV_ACTION_PLANNED_END
      && (!lv_date_parse (text, TRUE, &last) || !lv_action_day (action, LV_ACTION_PLANNED_START, &first)))
    return TRUE;
  return (field != LV_ACTION_PLANNED_START && field != LV_ACTION_PLANNED_END)
         || g_date_compare (&last, &first) >= 0
         || lv_session_refuse_action (self, _ ("An action cannot end before it starts."));
}

static gboolean
check_cells (LvSession *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = g_strsplit (g_strstrip (parts[i]), "@", 2);

      if (pieces[0] == NULL || lv_pack_find (lv_model_pack (self->model), pieces[0]) == NULL)
        return lv_session_refuse_action (self, _ ("There is no such indicator."));
    }
  return TRUE;
}

static gboolean
check_known (LvSession *self, LvKind kind, const char *id, const char *reason)
{
  return lv_pack_find_kind (lv_model_pack (self->model), kind, id) != NULL
         || lv_session_refuse_action (self, reason);
}

static gboolean
check_text (LvSession *self, const LvAction *action, LvActionField field, const char *text)
{
  if (text[0] == '\0')
    return field != LV_ACTION_TITLE
           || lv_session_refuse_action (self, _ ("An action needs a title."));
  switch (lv_action_type (field))
    {
    case LV_ACTION_IS_DATE:
      return check_planned (self, action, field, text);
    case LV_ACTION_IS_STATUS:
      return lv_action_is_status (text)
             || lv_session_refuse_action (self, _ ("There is no such status."));
    case LV_ACTION_IS_IDS:
      return check_depends (self, action->id, text);
    case LV_ACTION_IS_MEASURE:
      return check_known (self, LV_KIND_MEASURE, text, _ ("There is no such measure."));
    case LV_ACTION_IS_SOURCE:
      return check_known (self, LV_KIND_SOURCE, text, _ ("There is no such source."));
    case LV_ACTION_IS_CELLS:
      return check_cells (self, text);
    case LV_ACTION_IS_TEXT:
    default:
      return TRUE;
    }
}

/* --- Setting */

static LvDocGroup *
without_lines (LvDocGroup *group)
{
  for (guint i = 0; group != NULL && i < group->entries->len; i++)
    if (g_array_index (group->entries, LvDocEntry, i).key != NULL)
      return group;
  g_clear_pointer (&group, lv_doc_group_unref);
  return NULL;
}

/* What the pack says anyway is no line of the document's. */
static LvDocGroup *
with_line (LvSession *self, LvDocGroup *group, LvActionField field, const char *text)
{
  const LvItem *of = lv_session_pack_action (self, group->id);
  const char *key = lv_action_key (field);
  const char *before
      = of != NULL ? lv_action_item_text (lv_model_pack (self->model), of, field) : NULL;

  if (of != NULL && strcmp (before != NULL ? before : "", text) == 0)
    return lv_change_replaced (group, key, NULL);
  return lv_change_replaced (group, key, of != NULL && text[0] == '\0' ? LV_ACTION_NONE : text);
}

static void
replace_group (LvSession *self, const char *name, const char *key, LvDocGroup *old, LvDocGroup *group)
{
  lv_document_replace (self->document, name, key, old, without_lines (group));
}

static gboolean
say (LvSession *self, const LvAction *action, LvActionField field, const char *text)
{
  g_autofree char *name = lv_action_edit_name (action, lv_action_field_name (field));
  g_autofree char *key = g_strdup_printf ("action %s.%s", action->id, lv_action_key (field));
  LvDocGroup *old = lv_document_find (self->document, "action", action->id);
  LvDocGroup *group = old != NULL ? lv_doc_group_ref (old) : lv_doc_group_new ("action", action->id);

  group = with_line (self, group, field, text);
  /* A new status is from today. */
  if (field == LV_ACTION_STATUS && self->today[0] != '\0'
      && strcmp (lv_action_text (action, field), text) != 0)
    group = with_line (self, group, LV_ACTION_STATUS_DATE, self->today);
  replace_group (self, name, key, old, group);
  return TRUE;
}

static gboolean
is_shown_date (LvActionField field)
{
  return field == LV_ACTION_START || field == LV_ACTION_END;
}

/**
 * lv_session_set_action:
 * @field: what is set; the start and the end in the shown scenario
 * @text: dates also as they are typed; "" takes away what is said, of a scenario's date the change
 *
 * Typing in a row into the same field is one step of undo, until lv_session_end_edit(). A new status gets
 * today's date.
 *
 * Returns: %FALSE when it may not be said; "refused" has said why
 */
gboolean
lv_session_set_action (LvSession *self, const char *id, LvActionField field, const char *text)
{
  g_autoptr (LvAction) action = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL && text != NULL, FALSE);
  action = lv_session_find_action (self, id);
  if (action == NULL)
    return lv_session_refuse_action (self, _ ("There is no such action."));
  if (!lv_session_can_edit_action (self, id, field))
    return lv_session_refuse_action (
        self, _ ("That stands in the source and is kept. Move the dates in a scenario."));
  if (is_shown_date (field))
    return lv_session_set_action_dates (self, id, field == LV_ACTION_START ? text : NULL,
                                        field == LV_ACTION_END ? text : NULL);
  clean = lv_action_type (field) == LV_ACTION_IS_DATE && text[0] != '\0' ? lv_date_read_da (text)
                                                                         : g_strdup (text);
  if (clean == NULL)
    return lv_session_refuse_action (
        self, _ ("That is no date. Write a day such as 1.8.2026 or a month such as 8.2026."));
  g_strstrip (clean);
  return check_text (self, action, field, clean) && say (self, action, field, clean);
}

/** Takes back what the document says in @field; of an own action the line. Returns: whether it said anything */
gboolean
lv_session_reset_action_field (LvSession *self, const char *id, LvActionField field)
{
  LvDocGroup *old;
  g_autoptr (LvAction) action = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, FALSE);
  if (is_shown_date (field))
    return lv_session_set_action (self, id, field, "");
  old = lv_document_find (self->document, "action", id);
  action = lv_session_find_action (self, id);
  if (old == NULL || action == NULL || lv_doc_group_find (old, lv_action_key (field)) == NULL)
    return FALSE;
  if (action->own && field == LV_ACTION_TITLE)
    return lv_session_refuse_action (self, _ ("An action needs a title."));
  name = lv_action_edit_name (action, lv_action_field_name (field));
  replace_group (self, name, NULL, old, lv_doc_group_with (old, lv_action_key (field), NULL));
  return TRUE;
}

/** Takes back all that the document says of an action of the pack; the scenario's dates stay. Returns: whether
 * it said anything */
gboolean
lv_session_reset_action (LvSession *self, const char *id)
{
  g_autoptr (LvAction) action = NULL;
  g_autofree char *name = NULL;
  LvDocGroup *old;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, FALSE);
  old = lv_document_find (self->document, "action", id);
  action = lv_session_find_action (self, id);
  if (old == NULL || action == NULL || action->own)
    return FALSE;
  name = lv_action_edit_name (action, _ ("as in the pack"));
  lv_document_replace (self->document, name, NULL, old, NULL);
  lv_document_end_step (self->document);
  return TRUE;
}
