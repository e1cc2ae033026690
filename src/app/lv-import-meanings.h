/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LvMeanings:
 * @texts: GtkStringObject, what the user chooses from
 * @columns: (element-type LvMapColumn): what each of them means; the column is not said
 *
 * All that a column can hold: roles, members of the axes that there are figures along, and for wide tables one
 * member or one series each.
 */
typedef struct
{
  GListModel *texts;
  GArray *columns;
} LvMeanings;

LvMeanings *lv_meanings_new (const LvModel *model) G_GNUC_WARN_UNUSED_RESULT;
void lv_meanings_free (LvMeanings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvMeanings, lv_meanings_free)

guint lv_meanings_find (const LvMeanings *self, const LvMapColumn *column);
const char *lv_meanings_text (const LvMeanings *self, guint index);
char *lv_meanings_say (const LvMapColumn *column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
