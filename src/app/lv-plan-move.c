/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-plan-move.h"

#include "lv-date-da.h"
#include "lv-month.h"

#include <string.h>

struct _LvPlanMove
{
  LvSession *session; /* (owned) */
  char *id;           /* (owned) (nullable): what is being moved */
  LvPlanPart part;
  char *start;        /* (owned): when it began, "" without; likewise @end */
  char *end;
  int months;         /* how far it is moved */
  GPtrArray *groups;  /* (owned) (nullable): what the document said then */
};

/** Returns: (transfer full): nothing is being moved yet */
LvPlanMove *
lv_plan_move_new (LvSession *session)
{
  LvPlanMove *self = g_new0 (LvPlanMove, 1);

  self->session = g_object_ref (session);
  return self;
}

static void
clear (LvPlanMove *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->start, g_free);
  g_clear_pointer (&self->end, g_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->months = 0;
}

void
lv_plan_move_free (LvPlanMove *self)
{
  if (self == NULL)
    return;
  clear (self);
  g_object_unref (self->session);
  g_free (self);
}

/**
 * lv_plan_move_begin:
 *
 * Takes hold of an action; what was being moved before is kept.
 *
 * Returns: %FALSE when it has no date that could be moved
 */
gboolean
lv_plan_move_begin (LvPlanMove *self, const char *id, LvPlanPart part)
{
  g_autoptr (LvAction) action = lv_session_find_action (self->session, id);
  gboolean has_start;
  gboolean has_end;

  lv_plan_move_end (self, TRUE);
  if (action == NULL)
    return FALSE;
  has_start = lv_action_text (action, LV_ACTION_START)[0] != '\0';
  has_end = lv_action_text (action, LV_ACTION_END)[0] != '\0';
  if ((part == LV_PLAN_START && !has_start) || (part == LV_PLAN_LAST && !has_end)
      || (!has_start && !has_end))
    return FALSE;
  lv_session_end_edit (self->session);
  self->id = g_strdup (id);
  self->part = part;
  self->start = g_strdup (lv_action_text (action, LV_ACTION_START));
  self->end = g_strdup (lv_action_text (action, LV_ACTION_END));
  self->groups = lv_doc_groups_copy (lv_document_groups (lv_session_document (self->session)));
  return TRUE;
}

/** Returns: whether just that is being moved */
gboolean
lv_plan_move_is_begun (const LvPlanMove *self, const char *id, LvPlanPart part)
{
  return self->id != NULL && g_strcmp0 (self->id, id) == 0 && self->part == part;
}

/** Returns: (transfer none) (nullable): what is being moved */
const char *
lv_plan_move_id (const LvPlanMove *self)
{
  return self->id;
}

/** Returns: by how many months it is moved now */
int
lv_plan_move_months (const LvPlanMove *self)
{
  return self->months;
}

static char *
moved (const char *date, gboolean end, int months)
{
  char *then = lv_date_moved (date, end, months, 0);

  return then != NULL ? then : g_strdup (date);
}

/* An action does not end before it begins. */
static gboolean
is_in_order (const char *start, const char *end)
{
  GDate first;
  GDate last;

  return !lv_date_parse (start, FALSE, &first) || !lv_date_parse (end, TRUE, &last)
         || g_date_compare (&first, &last) <= 0;
}

static void
dates_at (const LvPlanMove *self, int months, char **start, char **end)
{
  *start = self->part == LV_PLAN_LAST ? g_strdup (self->start) : moved (self->start, FALSE, months);
  *end = self->part == LV_PLAN_START ? g_strdup (self->end) : moved (self->end, TRUE, months);
}

/** Moves it to @months from where it began, or as near as the order of its dates lets it. */
void
lv_plan_move_to (LvPlanMove *self, int months)
{
  int before = self->months;

  g_return_if_fail (self->id != NULL);
  for (; months != before; months += months < before ? 1 : -1)
    {
      g_autofree char *start = NULL;
      g_autofree char *end = NULL;

      dates_at (self, months, &start, &end);
      if (!is_in_order (start, end))
        continue;
      /* Whoever is told of the edit asks how far it is. */
      self->months = months;
      if (!lv_session_set_action_dates (self->session, self->id, start[0] != '\0' ? start : NULL,
                                        end[0] != '\0' ? end : NULL))
        self->months = before;
      return;
    }
}

/**
 * lv_plan_move_end:
 * @keep: %FALSE puts it back to where it began
 *
 * What is kept stays open for what follows it: lv_session_apply_slip() makes one step of both.
 */
void
lv_plan_move_end (LvPlanMove *self, gboolean keep)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->groups);

  if (self->id == NULL)
    return;
  clear (self);
  if (keep)
    return;
  lv_session_end_edit (self->session);
  /* All that was moved is one step. */
  if (!lv_doc_groups_equal (before, lv_document_groups (lv_session_document (self->session))))
    lv_session_undo (self->session);
}
