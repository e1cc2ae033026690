/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-data.h"
#include "lv-model.h"

G_BEGIN_DECLS

/** What a column holds. */
typedef enum
{
  LV_MAP_IGNORE,
  LV_MAP_ID,     /* an id of the pack, perhaps with @members, or a title */
  LV_MAP_MEMBER, /* a member of LvMapColumn.axis, by id or title */
  LV_MAP_VALUE,  /* values; in the wide form of one member, or of one series */
  LV_MAP_UNIT,
  LV_MAP_SOURCE,
  LV_MAP_NOTE,
  LV_MAP_WHO,
  LV_N_MAP_ROLES
} LvMapRole;

/**
 * LvMapColumn:
 * @column: from 0
 * @axis: (nullable): of a member; of values, the axis whose @member all of them are of
 * @member: index in @axis, or -1
 * @node: (nullable): of values: what all of them are values of
 */
typedef struct
{
  guint column;
  LvMapRole role;
  const LvAxis *axis;
  int member;
  const LvNode *node;
} LvMapColumn;

/**
 * LvMapping:
 * @sheet: which sheet of the file
 * @head_row: the row of the heads, or -1 when there is none
 * @first_row: the first row that may hold values
 * @node: (nullable): what all values are of that no column says otherwise
 * @as_changes: figures are proposed as changes of the scenario, not as figures of the document
 *
 * What the rows and columns of a sheet mean. Guessed, changed by the user, kept as a line of text.
 */
typedef struct
{
  guint sheet;
  int head_row;
  guint first_row;
  const LvNode *node;
  gboolean as_changes;
  GArray *columns; /* LvMapColumn, by column; those that are ignored are left out */
} LvMapping;

LvMapping *lv_mapping_new (guint sheet) G_GNUC_WARN_UNUSED_RESULT;
LvMapping *lv_mapping_copy (const LvMapping *self) G_GNUC_WARN_UNUSED_RESULT;
void lv_mapping_free (LvMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvMapping, lv_mapping_free)

LvMapping *lv_mapping_guess (const LvModel *model, const LvSheetData *data, guint sheet)
    G_GNUC_WARN_UNUSED_RESULT;
guint lv_mapping_guess_sheet (const LvModel *model, const LvSheetData *data);
void lv_mapping_set (LvMapping *self, const LvMapColumn *column);
const LvMapColumn *lv_mapping_get (const LvMapping *self, guint column);
char *lv_mapping_fault (const LvMapping *self) G_GNUC_WARN_UNUSED_RESULT;

char *lv_mapping_to_string (const LvMapping *self) G_GNUC_WARN_UNUSED_RESULT;
LvMapping *lv_mapping_parse (const LvModel *model, const char *text, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_mapping_signature (const LvSheetData *data, const LvMapping *mapping)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
