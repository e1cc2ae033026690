/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proposal of an import plan: made piece by piece, taken as a whole or in part, as one step. */
#include "lv-import-plan-private.h"

#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Rows that are compared between two looks at what else there is to do. */
#define ROWS_AT_ONCE 400
/* A number that becomes so many times larger or smaller may be in another unit. */
#define SUSPICIOUS 100

/** Takes the proposal back, whether it is ready or on its way. */
void
lv_import_plan_drop_proposal (LvImportPlan *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->importing, lv_importing_free);
  g_clear_pointer (&self->proposal, lv_proposal_free);
  g_clear_object (&self->trial);
  g_array_set_size (self->taken, 0);
  self->n_taken = 0;
}

static void
take_proposal (LvImportPlan *self, LvProposal *proposal)
{
  self->proposal = proposal;
  g_array_set_size (self->taken, proposal->differences->len);
  for (guint i = 0; i < self->taken->len; i++)
    g_array_index (self->taken, gboolean, i) = TRUE;
  self->n_taken = self->taken->len;
}

static gboolean
idle_cb (gpointer data)
{
  LvImportPlan *self = data;
  g_autoptr (LvProposal) proposal = NULL;

  if (lv_importing_step (self->importing, ROWS_AT_ONCE))
    {
      lv_import_plan_tell (self, "proposed");
      return G_SOURCE_CONTINUE;
    }
  proposal = lv_importing_finish (g_steal_pointer (&self->importing));
  if (self->trial == NULL && proposal->unknown->len > 0 && lv_import_plan_try_members (self, proposal->unknown))
    {
      lv_import_plan_tell (self, "proposed");
      return G_SOURCE_CONTINUE;
    }
  self->idle = 0;
  take_proposal (self, g_steal_pointer (&proposal));
  lv_import_plan_tell (self, "proposed");
  return G_SOURCE_REMOVE;
}

/** Begins to find out what would change; "proposed" tells how far it is. */
void
lv_import_plan_propose (LvImportPlan *self)
{
  const LvState *state = lv_session_state (self->session);

  lv_import_plan_drop_proposal (self);
  if (self->workbook)
    take_proposal (self, lv_import_propose_workbook (state, self->data, NULL));
  else
    self->importing = lv_importing_new (state, self->data, self->mapping, NULL);
  if (self->importing != NULL)
    self->idle = g_idle_add (idle_cb, self);
  lv_import_plan_tell (self, "proposed");
}

/** Returns: (transfer none) (nullable): what would change; %NULL while that is not known */
const LvProposal *
lv_import_plan_proposal (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), NULL);
  return self->proposal;
}

/** Returns: how much of the file has been compared, 0 to 1 */
double
lv_import_plan_fraction (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), 0);
  return self->proposal != NULL ? 1 : self->importing != NULL ? lv_importing_fraction (self->importing) : 0;
}

/* --- What is taken */

/** Returns: whether difference number @difference is taken */
gboolean
lv_import_plan_takes (LvImportPlan *self, guint difference)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self) && difference < self->taken->len, FALSE);
  return g_array_index (self->taken, gboolean, difference);
}

void
lv_import_plan_set_takes (LvImportPlan *self, guint difference, gboolean takes)
{
  g_return_if_fail (LV_IS_IMPORT_PLAN (self) && difference < self->taken->len);
  if (g_array_index (self->taken, gboolean, difference) == takes)
    return;
  g_array_index (self->taken, gboolean, difference) = takes;
  self->n_taken += takes ? 1 : (guint) -1;
  lv_import_plan_tell (self, "taken");
}

void
lv_import_plan_set_takes_all (LvImportPlan *self, gboolean takes)
{
  g_return_if_fail (LV_IS_IMPORT_PLAN (self));
  for (guint i = 0; i < self->taken->len; i++)
    g_array_index (self->taken, gboolean, i) = takes;
  self->n_taken = takes ? self->taken->len : 0;
  lv_import_plan_tell (self, "taken");
}

/** Returns: how many differences are taken */
guint
lv_import_plan_n_taken (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), 0);
  return self->n_taken;
}

static void
set_text (LvImportPlan *self, char **place, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (strcmp (*place, stripped) == 0)
    return;
  g_free (*place);
  *place = g_steal_pointer (&stripped);
  lv_import_plan_tell (self, "taken");
}

/** Says who reads it in. */
void
lv_import_plan_set_who (LvImportPlan *self, const char *who)
{
  g_return_if_fail (LV_IS_IMPORT_PLAN (self) && who != NULL);
  set_text (self, &self->who, who);
}

/** Says where the figures are from, of rows that do not say it. */
void
lv_import_plan_set_source (LvImportPlan *self, const char *source)
{
  g_return_if_fail (LV_IS_IMPORT_PLAN (self) && source != NULL);
  set_text (self, &self->source, source);
}

static const LvImportDifference *
difference_at (const LvImportPlan *self, guint i)
{
  return &g_array_index (self->proposal->differences, LvImportDifference, i);
}

/** Returns: whether a difference is a figure, which can be taken as a change of the scenario instead */
gboolean
lv_import_plan_has_figures (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), FALSE);
  for (guint i = 0; self->proposal != NULL && !self->workbook && i < self->proposal->differences->len; i++)
    if (lv_node_series (difference_at (self, i)->node) != NULL)
      return TRUE;
  return FALSE;
}

/* --- What is said of it */

static gboolean
has_changes (const LvImportPlan *self)
{
  for (guint i = 0; i < self->proposal->differences->len; i++)
    if (difference_at (self, i)->kind != LV_IMPORT_FIGURE && g_array_index (self->taken, gboolean, i))
      return TRUE;
  return FALSE;
}

static guint
count_without_source (const LvImportPlan *self)
{
  guint n = 0;

  for (guint i = 0; self->proposal != NULL && i < self->proposal->differences->len; i++)
    n += difference_at (self, i)->source[0] == '\0' && g_array_index (self->taken, gboolean, i);
  return n;
}

/** Returns: whether somebody must say where the figures are from: there is no file, and rows do not say it */
gboolean
lv_import_plan_wants_source (LvImportPlan *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), FALSE);
  return self->bytes != NULL && count_without_source (self) > 0;
}

/** Returns: (transfer full) (nullable): what must still be done before the proposal can be taken */
char *
lv_import_plan_lack (LvImportPlan *self)
{
  char *fault;

  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), NULL);
  fault = lv_import_plan_fault (self);
  if (fault != NULL)
    return fault;
  if (self->proposal == NULL)
    return g_strdup (_ ("The file is still being compared."));
  if (self->proposal->differences->len == 0)
    return g_strdup (_ ("Nothing would change."));
  if (self->n_taken == 0)
    return g_strdup (_ ("Tick at least one number."));
  if (has_changes (self) && lv_session_is_locked (self->session, lv_session_shown (self->session)))
    return g_strdup (_ ("The scenario has been presented or locked. Duplicate it to go on."));
  if (lv_import_plan_wants_source (self) && self->source[0] == '\0')
    return g_strdup (_ ("Say where the numbers are from."));
  if (self->who[0] == '\0')
    return g_strdup (_ ("Say who reads the numbers in."));
  return NULL;
}

static gboolean
is_suspicious (const LvImportDifference *difference)
{
  double before = fabs (difference->old.number);
  double after = fabs (difference->value);

  return lv_node_measure (difference->node) == NULL && before > 0 && after > 0
         && (after / before >= SUSPICIOUS || before / after >= SUSPICIOUS);
}

/* Columns with heads or values that say nothing: somebody may have expected them to be read. */
static guint
count_unused (const LvImportPlan *self)
{
  const LvDataSheet *sheet = lv_sheet_data_sheet (self->data, self->mapping->sheet);
  guint n = 0;
  guint count;
  const LvDataCell *heads
      = lv_data_row (sheet, (guint) MAX (self->mapping->head_row, 0), &count);

  for (guint i = 0; i < count; i++)
    n += heads[i].kind != LV_DATA_EMPTY && lv_mapping_get (self->mapping, heads[i].column) == NULL;
  return n;
}

static void
warn_of (GPtrArray *lines, guint n, char *text)
{
  if (n > 0)
    g_ptr_array_add (lines, text);
  else
    g_free (text);
}

static void
warn_of_members (LvImportPlan *self, GPtrArray *lines)
{
  g_autoptr (GPtrArray) members = lv_import_plan_new_members (self);
  g_autofree char *list = NULL;

  if (members->len == 0)
    return;
  g_ptr_array_add (members, NULL);
  list = g_strjoinv ("; ", (char **) members->pdata);
  g_ptr_array_add (lines, g_strdup_printf (ngettext ("%u new member is added: %s", "%u new members are added: %s",
                                                     members->len - 1), members->len - 1, list));
}

/**
 * lv_import_plan_warnings:
 *
 * Returns: (transfer full) (element-type utf8): what somebody should look at before taking the proposal
 */
GPtrArray *
lv_import_plan_warnings (LvImportPlan *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *published_text = NULL;
  g_autofree char *strange_text = NULL;
  guint published = 0;
  guint strange = 0;
  guint unused;

  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), lines);
  if (self->proposal == NULL)
    return lines;
  for (guint i = 0; i < self->proposal->differences->len; i++)
    {
      const LvImportDifference *difference = difference_at (self, i);

      strange += is_suspicious (difference);
      published += difference->kind == LV_IMPORT_FIGURE && difference->old.status == LV_STATUS_PUBLISHED;
    }
  warn_of_members (self, lines);
  strange_text = lv_number_format_da (strange, 0);
  published_text = lv_number_format_da (published, 0);
  warn_of (lines, strange,
           g_strdup_printf (ngettext ("%s number becomes at least a hundred times larger or smaller. Is it in the right unit?",
                                      "%s numbers become at least a hundred times larger or smaller. Are they in the right unit?",
                                      strange), strange_text));
  warn_of (lines, published,
           g_strdup_printf (ngettext ("%s number takes the place of a published one in the baseline.",
                                      "%s numbers take the place of published ones in the baseline.",
                                      published), published_text));
  unused = self->workbook ? 0 : count_unused (self);
  warn_of (lines, unused, g_strdup_printf (ngettext ("%u column is not used.", "%u columns are not used.", unused), unused));
  if (!self->workbook && self->data->sheets->len > 1)
    g_ptr_array_add (lines, g_strdup_printf (_ ("The file has %u sheets; only “%s” is read."), self->data->sheets->len,
                                             lv_sheet_data_sheet (self->data, self->mapping->sheet)->name));
  return lines;
}

/**
 * lv_import_plan_advice:
 * @error: why a file could not be read
 *
 * Returns: (transfer full): a sentence or two that say what to do
 */
char *
lv_import_plan_advice (const GError *error)
{
  const char *advice = "";

  if (g_error_matches (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_LIMIT))
    advice = _ ("Save the sheet that holds the numbers as a file of its own, and read that in.");
  else if (g_error_matches (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_LOCKED))
    advice = _ ("Open it in a spreadsheet program, take the password off, and save it again.");
  else if (g_error_matches (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_KIND))
    advice = _ ("Open it in the program that it is from, and save it as an Excel workbook (.xlsx) or as CSV.");
  else if (g_error_matches (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_CONTENT))
    advice = _ ("Open it in a spreadsheet program, see that it is whole, and save it again; or ask for it once more.");
  return g_strdup (advice);
}

/* --- Taking it */

/* 2026-11-24 -> 24.11.2026 */
static char *
date_of (const char *day)
{
  int year = 0;
  int month = 0;
  int of_month = 0;

  if (sscanf (day, "%d-%d-%d", &year, &month, &of_month) != 3)
    return g_strdup (day);
  return g_strdup_printf ("%d.%d.%d", of_month, month, year);
}

static GPtrArray *
records_of (const LvImportPlan *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_import_record_free);
  const LvModel *model = lv_session_model (self->session);
  const LvDataSheet *sheet = lv_sheet_data_sheet (self->data, self->proposal->sheet);
  g_autofree char *date = date_of (lv_session_today (self->session));
  LvImportOrigin origin = { date, self->who, self->source };

  for (guint i = 0; i < self->proposal->differences->len; i++)
    if (g_array_index (self->taken, gboolean, i))
      {
        LvImportRecord *record = lv_import_record_new (difference_at (self, i), model, self->data, sheet, &origin);

        if (record->who == NULL)
          record->who = g_strdup (self->who);
        g_ptr_array_add (records, record);
      }
  return records;
}

/**
 * lv_import_plan_accept:
 *
 * Takes what is ticked as one step, and remembers what the columns meant.
 *
 * Returns: %FALSE when it can't be taken; then nothing has changed
 */
gboolean
lv_import_plan_accept (LvImportPlan *self, GError **error)
{
  g_autofree char *lack = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (LvRemembered) memory = NULL;
  g_autofree char *count = NULL;
  gboolean taken;

  g_return_val_if_fail (LV_IS_IMPORT_PLAN (self), FALSE);
  lack = lv_import_plan_lack (self);
  if (lack != NULL)
    {
      g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_REFUSED, lack);
      return FALSE;
    }
  records = records_of (self);
  count = lv_number_format_da (records->len, 0);
  name = g_strdup_printf (ngettext ("Import %s, %s number", "Import %s, %s numbers", records->len), self->data->file,
                          count);
  memory = lv_import_plan_memory (self);
  self->accepting = TRUE;
  taken = self->trial != NULL ? lv_import_plan_take_trial (self, name, records, error)
                              : lv_session_take_records (self->session, name, records, error);
  self->accepting = FALSE;
  /* Whoever can't write it is asked the same again the next time; nothing is lost. */
  if (taken && memory != NULL)
    lv_import_memory_keep (self->memory, memory, NULL);
  return taken;
}
