/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-action-plan.h"
#include "lv-session-private.h"

G_BEGIN_DECLS

/* What a line says where it takes away what the pack says. */
#define LV_ACTION_NONE "none"

/* lv-session-plan.c */
gboolean lv_action_text_is_valid (LvActionField field, const char *text);
gboolean lv_action_may_be_said (LvActionField field, gboolean own);

/* lv-action-model.c */
const char *lv_action_item_text (const LvPack *pack, const LvItem *item, LvActionField field);
GPtrArray *lv_plan_ordered (GPtrArray *items, char **order) G_GNUC_WARN_UNUSED_RESULT;
LvAction *lv_action_from_item (const LvModel *model, const LvItem *item, guint order)
    G_GNUC_WARN_UNUSED_RESULT;

/* lv-session-plan-edit.c */
gboolean lv_session_refuse_action (LvSession *self, const char *reason);
char *lv_action_edit_name (const LvAction *action, const char *what) G_GNUC_WARN_UNUSED_RESULT;

/* lv-session-plan-list.c */
gboolean lv_plan_has_circle (const GPtrArray *actions);

G_END_DECLS
