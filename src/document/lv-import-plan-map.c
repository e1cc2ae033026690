/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns mean: guessed, remembered from a table with the same heads, or said by the user. */
#include "lv-import-plan-private.h"

#include "lv-import-index.h"
#include "lv-text.h"

#include <glib/gi18n-lib.h>
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

/* The heads that only our own form has, each under its own word. */
static gboolean
is_form (LvImportPlan *self)
{
  static const char *const words[] = { "form-now", "form-asked", "form-why", "form-value", "form-who" };
  static const char *const otherwise[]
      = { "Value now", "What is asked", "Why it is open", "New value", "Filled in by" };
  const LvPack *pack = lv_session_pack (self->session);
  guint found = 0;
  guint n = 0;
  const LvDataCell *cells = self->guess->head_row >= 0
                                ? lv_data_row (lv_sheet_data_sheet (self->data, self->guess->sheet),
                                               (guint) self->guess->head_row, &n)
                                : NULL;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      found += lv_import_same_words (cells[i].text, lv_text_word (pack, words[k], otherwise[k]));
  return found == G_N_ELEMENTS (words);
}

/** Returns: whether it is our own form, sent back */
gboolean
lv_import_plan_is_form (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), FALSE);
  return self->data != NULL && !self->workbook && is_form (self);
}

/** Finds out what there is: our own workbook, or a table whose columns mean something. */
void
lv_import_plan_map (LvImportPlan *self)
{
  const LvModel *model = lv_session_model (self->session);

  self->workbook = lv_import_is_workbook (model, self->data);
  guess_sheet (self, self->workbook ? 0 : lv_mapping_guess_sheet (model, self->data));
}

/** Returns: (transfer full) (nullable): what the columns mean, to be kept for the next table with these heads */
LvRemembered *
lv_import_plan_memory (LvImportPlan *self)
{
  LvRemembered *what;

  if (self->memory == NULL || self->workbook || self->guess->head_row < 0)
    return NULL;
  what = g_new0 (LvRemembered, 1);
  what->signature = lv_mapping_signature (self->data, self->guess);
  what->date = g_strdup (lv_session_today (self->session));
  what->head = self->guess->head_row;
  what->mapping = lv_mapping_to_string (self->mapping);
  return what;
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

/** Returns: whether the numbers of a text can be read in two ways, and the user has not said in which */
gboolean
lv_import_plan_is_uncertain (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), FALSE);
  return self->data != NULL && self->form.uncertain && self->wanted.decimal == LV_DECIMAL_DETECT;
}

static char *
as_sentence (char *text)
{
  g_autofree char *owned = text;
  gunichar first = text != NULL ? g_utf8_get_char (text) : 0;
  char upper[6];

  if (first == 0)
    return NULL;
  return g_strdup_printf ("%.*s%s.", g_unichar_to_utf8 (g_unichar_toupper (first), upper), upper,
                          g_utf8_next_char (owned));
}

/** Returns: (transfer full) (nullable): what must still be said before anything can be read, a sentence */
char *
lv_import_plan_fault (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), NULL);
  if (self->mapping == NULL || self->workbook)
    return NULL;
  if (lv_import_plan_is_uncertain (self))
    return g_strdup (_ ("Numbers such as 1.234 can be read in two ways. Say which decimal sign the file has."));
  return as_sentence (lv_mapping_fault (self->mapping));
}
