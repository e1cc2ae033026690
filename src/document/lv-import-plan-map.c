/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns mean: guessed, remembered from a table with the same heads, or said by the user. */
#include "lv-import-plan-private.h"

#include "lv-import-memory.h"

#include <string.h>

static void
take_mapping (LvImportPlan *self, LvMapping *mapping)
{
  lv_mapping_free (self->mapping);
  self->mapping = mapping;
}

/* The same heads may stand on another sheet, and further down. */
static LvMapping *
fit (const LvModel *model, const LvMapping *guess, const LvRemembered *remembered)
{
  LvMapping *mapping = lv_mapping_parse (model, remembered->mapping, NULL);
  int by = guess->head_row - remembered->head;

  if (mapping == NULL)
    return NULL;
  mapping->sheet = guess->sheet;
  mapping->head_row = mapping->head_row < 0 ? -1 : MAX (mapping->head_row + by, -1);
  mapping->first_row = (guint) MAX ((int) mapping->first_row + by, 0);
  return mapping;
}

static void
recall (LvImportPlan *self)
{
  g_autofree char *signature = lv_mapping_signature (self->data, self->guess);
  g_autoptr (LvRemembered) remembered = self->memory != NULL && self->guess->head_row >= 0
                                            ? lv_import_memory_find (self->memory, signature)
                                            : NULL;
  LvMapping *mapping
      = remembered != NULL ? fit (lv_session_model (self->session), self->guess, remembered) : NULL;

  g_clear_pointer (&self->remembered, g_free);
  if (mapping == NULL)
    return;
  take_mapping (self, mapping);
  self->remembered = g_strdup (remembered->date);
}

static void
guess_sheet (LvImportPlan *self, guint sheet)
{
  lv_mapping_free (self->guess);
  self->guess = lv_mapping_guess (lv_session_model (self->session), self->data, sheet);
  take_mapping (self, lv_mapping_copy (self->guess));
  recall (self);
}

/** Finds out what there is: our own workbook, or a table whose columns mean something. */
void
lv_import_plan_map (LvImportPlan *self)
{
  const LvModel *model = lv_session_model (self->session);

  self->workbook = lv_import_is_workbook (model, self->data);
  guess_sheet (self, self->workbook ? 0 : lv_mapping_guess_sheet (model, self->data));
}

/** Keeps what the columns mean for the next table with these heads. */
void
lv_import_plan_remember (LvImportPlan *self)
{
  g_autoptr (LvRemembered) what = NULL;

  if (self->memory == NULL || self->workbook || self->guess->head_row < 0)
    return;
  what = g_new0 (LvRemembered, 1);
  what->signature = lv_mapping_signature (self->data, self->guess);
  what->date = g_strdup (lv_session_today (self->session));
  what->head = self->guess->head_row;
  what->mapping = lv_mapping_to_string (self->mapping);
  /* Whoever can't write it is asked the same again the next time; nothing is lost. */
  lv_import_memory_keep (self->memory, what, NULL);
}

static void
mapped (LvImportPlan *self)
{
  g_clear_pointer (&self->remembered, g_free);
  lv_import_plan_tell (self, "mapped");
  lv_import_plan_propose (self);
}

/** Returns: the sheet that is read */
guint
lv_import_plan_sheet (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), 0);
  return self->mapping != NULL ? self->mapping->sheet : 0;
}

void
lv_import_plan_set_sheet (LvImportPlan *self, guint sheet)
{
  g_return_if_fail (LV_IS_IMPORT_PLAN (self) && self->data != NULL && sheet < self->data->sheets->len);
  if (sheet == self->mapping->sheet)
    return;
  guess_sheet (self, sheet);
  lv_import_plan_tell (self, "read");
  lv_import_plan_propose (self);
}

/** Returns: (transfer none) (nullable): what the columns mean */
const LvMapping *
lv_import_plan_mapping (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), NULL);
  return self->mapping;
}

/* A role that only one column can have leaves the column that had it. */
static void
leave_others (LvMapping *mapping, const LvMapColumn *column)
{
  for (guint i = mapping->columns->len; i > 0; i--)
    {
      LvMapColumn other = g_array_index (mapping->columns, LvMapColumn, i - 1);
      gboolean same = other.role == column->role && other.axis == column->axis;

      if (other.column == column->column || !same || column->role == LV_MAP_VALUE)
        continue;
      other.role = LV_MAP_IGNORE;
      lv_mapping_set (mapping, &other);
    }
}

/** Says what a column holds. */
void
lv_import_plan_set_column (LvImportPlan *self, const LvMapColumn *column)
{
  g_return_if_fail (LV_IS_IMPORT_PLAN (self) && self->mapping != NULL);
  leave_others (self->mapping, column);
  lv_mapping_set (self->mapping, column);
  mapped (self);
}

/** Says which row holds the heads, -1 for none; the rows below hold values. */
void
lv_import_plan_set_head (LvImportPlan *self, int row)
{
  g_return_if_fail (LV_IS_IMPORT_PLAN (self) && self->mapping != NULL);
  if (self->mapping->head_row == row)
    return;
  self->mapping->head_row = row;
  self->mapping->first_row = (guint) (row + 1);
  mapped (self);
}

/** Says what all values are of that no column says it of. @node: (nullable) */
void
lv_import_plan_set_node (LvImportPlan *self, const LvNode *node)
{
  g_return_if_fail (LV_IS_IMPORT_PLAN (self) && self->mapping != NULL);
  if (self->mapping->node == node)
    return;
  self->mapping->node = node;
  mapped (self);
}

/** Says whether figures become changes of the scenario. */
void
lv_import_plan_set_as_changes (LvImportPlan *self, gboolean as_changes)
{
  g_autofree char *remembered = NULL;

  g_return_if_fail (LV_IS_IMPORT_PLAN (self) && self->mapping != NULL);
  if (self->mapping->as_changes == as_changes)
    return;
  self->mapping->as_changes = as_changes;
  /* The columns are still those of the last time. */
  remembered = g_steal_pointer (&self->remembered);
  mapped (self);
  self->remembered = g_steal_pointer (&remembered);
}

/** Returns: (transfer none) (nullable): when these columns were said to mean this, YYYY-MM-DD */
const char *
lv_import_plan_remembered (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), NULL);
  return self->remembered;
}

/** Forgets what the user said, and what is remembered. */
void
lv_import_plan_guess_again (LvImportPlan *self)
{
  g_return_if_fail (LV_IS_IMPORT_PLAN (self) && self->guess != NULL);
  take_mapping (self, lv_mapping_copy (self->guess));
  mapped (self);
}

/** Returns: (transfer full) (nullable): what must still be said before anything can be read */
char *
lv_import_plan_fault (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), NULL);
  return self->mapping != NULL && !self->workbook ? lv_mapping_fault (self->mapping) : NULL;
}
