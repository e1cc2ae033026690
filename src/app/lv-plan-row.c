/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-plan-row.h"

#include <string.h>

struct _LvPlanRow
{
  GObject parent_instance;

  LvAction *action; /* (owned) (nullable): NULL for a heading */
  char *title;      /* (owned) (nullable): of a heading */
  char *mark;       /* (owned): late or stale, in words */
  char *status;     /* (owned): in words */
  gboolean late;
  gboolean stale;
  guint count;      /* of a heading: actions under it */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvPlanRow, lv_plan_row, G_TYPE_OBJECT)

static void
lv_plan_row_finalize (GObject *object)
{
  LvPlanRow *self = LV_PLAN_ROW (object);

  g_clear_pointer (&self->action, lv_action_free);
  g_free (self->title);
  g_free (self->mark);
  g_free (self->status);
  G_OBJECT_CLASS (lv_plan_row_parent_class)->finalize (object);
}

static void
lv_plan_row_class_init (LvPlanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_plan_row_finalize;
  /* The row says something else. */
  signals[CHANGED] = g_signal_new ("changed", LV_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lv_plan_row_init (LvPlanRow *self)
{
  self->mark = g_strdup ("");
  self->status = g_strdup ("");
}

/** @action: (transfer full) */
LvPlanRow *
lv_plan_row_new (LvAction *action)
{
  LvPlanRow *self = g_object_new (LV_TYPE_PLAN_ROW, NULL);

  self->action = action;
  return self;
}

/** Returns: (transfer full): the heading of a group */
LvPlanRow *
lv_plan_row_new_heading (const char *title)
{
  LvPlanRow *self = g_object_new (LV_TYPE_PLAN_ROW, NULL);

  self->title = g_strdup (title);
  return self;
}

/** Returns: (transfer none) (nullable): %NULL for a heading */
const LvAction *
lv_plan_row_action (LvPlanRow *self)
{
  g_return_val_if_fail (LV_IS_PLAN_ROW (self), NULL);
  return self->action;
}

/** Returns: (transfer none): what is to be done, or what the group is called */
const char *
lv_plan_row_title (LvPlanRow *self)
{
  g_return_val_if_fail (LV_IS_PLAN_ROW (self), "");
  return self->action != NULL ? lv_action_text (self->action, LV_ACTION_TITLE) : self->title;
}

/** Returns: (transfer none): "" or why it wants attention, late and stale, in words */
const char *
lv_plan_row_mark (LvPlanRow *self)
{
  g_return_val_if_fail (LV_IS_PLAN_ROW (self), "");
  return self->mark;
}

/** Returns: (transfer none): how far it is, in words */
const char *
lv_plan_row_status (LvPlanRow *self)
{
  g_return_val_if_fail (LV_IS_PLAN_ROW (self), "");
  return self->status;
}

gboolean
lv_plan_row_is_late (LvPlanRow *self)
{
  g_return_val_if_fail (LV_IS_PLAN_ROW (self), FALSE);
  return self->late;
}

gboolean
lv_plan_row_is_stale (LvPlanRow *self)
{
  g_return_val_if_fail (LV_IS_PLAN_ROW (self), FALSE);
  return self->stale;
}

/** Returns: of a heading, how many actions stand under it */
guint
lv_plan_row_count (LvPlanRow *self)
{
  g_return_val_if_fail (LV_IS_PLAN_ROW (self), 0);
  return self->count;
}

static char *
join (char *first, char *second)
{
  g_autofree char *a = first != NULL ? first : g_strdup ("");
  g_autofree char *b = second != NULL ? second : g_strdup ("");

  return g_strdup_printf ("%s%s%s", a, a[0] != '\0' && b[0] != '\0' ? "; " : "", b);
}

static gboolean
says_the_same (const LvAction *a, const LvAction *b)
{
  for (int field = 0; field < LV_N_ACTION_FIELDS; field++)
    if (strcmp (lv_action_text (a, (LvActionField) field), lv_action_text (b, (LvActionField) field)) != 0)
      return FALSE;
  return a->moved == b->moved && a->edited == b->edited && a->own == b->own;
}

/**
 * lv_plan_row_take:
 * @action: (transfer full): the action as it is now
 * @today: what is late and stale is told of this day
 */
void
lv_plan_row_take (LvPlanRow *self, LvAction *action, const LvPack *pack, const GDate *today)
{
  g_autoptr (LvAction) before = NULL;
  g_autofree char *mark = NULL;
  g_autofree char *status = NULL;
  gboolean same;

  g_return_if_fail (LV_IS_PLAN_ROW (self) && action != NULL);
  before = g_steal_pointer (&self->action);
  self->action = action;
  mark = join (lv_action_late_words (pack, action, today), lv_action_stale_words (pack, action, today));
  status = lv_action_status_words (pack, action);
  same = before != NULL && says_the_same (before, action) && strcmp (mark, self->mark) == 0
         && strcmp (status, self->status) == 0;
  self->late = lv_action_late (action, today) != LV_LATE_NO;
  self->stale = lv_action_stale (action, today, lv_plan_stale_months (pack)) != LV_STALE_NO;
  if (same)
    return;
  g_free (self->mark);
  self->mark = g_steal_pointer (&mark);
  g_free (self->status);
  self->status = g_steal_pointer (&status);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** @count: how many actions stand under this heading */
void
lv_plan_row_set_count (LvPlanRow *self, guint count)
{
  g_return_if_fail (LV_IS_PLAN_ROW (self));
  if (self->count == count)
    return;
  self->count = count;
  g_signal_emit (self, signals[CHANGED], 0);
}
