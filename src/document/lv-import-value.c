/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cell means as a value of something in the model, or why it can't be one. */
#include "lv-import-value.h"

#include "lv-month.h"
#include "lv-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Characters of a cell's text that a message repeats. */
#define SHOWN 60

/** Returns: (transfer full): @text, cut where it is long */
char *
lv_import_shown (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= SHOWN)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, SHOWN - 1);
  return g_strconcat (start, "…", NULL);
}

/** Notes a row that can't be taken. */
void
lv_import_bad (LvImportRun *self, guint row, guint column, LvBadReason reason, const char *format, ...)
{
  LvImportBad bad = { .row = row, .column = column, .reason = reason };
  va_list args;

  self->proposal->n_bad++;
  if (self->proposal->bad->len >= LV_IMPORT_MAX_BAD)
    return;
  va_start (args, format);
  bad.text = g_strdup_vprintf (format, args);
  va_end (args);
  g_array_append_val (self->proposal->bad, bad);
}

/** Returns: whether two values are the same but for what programs lose in writing them down */
gboolean
lv_import_same_value (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) && isnan (b);
  return a == b || fabs (a - b) <= 1e-12 * MAX (fabs (a), fabs (b));
}

/** Returns: whether a cell is left open: empty, a question mark, a dash, or the pack's word for missing */
gboolean
lv_import_says_nothing (const LvImportRun *self, const LvDataCell *cell)
{
  static const char *const marks[] = { "", "?", "-", "–", "—", "…", "..", "mangler", "ikke oplyst", NULL };
  g_autofree char *text = NULL;

  if (cell->kind == LV_DATA_EMPTY)
    return TRUE;
  if (cell->kind != LV_DATA_TEXT || strlen (cell->text) > 80)
    return FALSE;
  text = lv_import_fold (cell->text);
  return g_strv_contains (marks, text)
         || lv_import_same_words (text, lv_text_status (self->pack, LV_STATUS_MISSING))
         || lv_import_same_words (text, lv_text_word (self->pack, "xl-not-stated", "?"));
}

static gboolean
is_percent (const LvUnit *unit)
{
  return lv_dimension_is_none (&unit->dimension)
         && lv_factor_equal (unit->factor, (LvFactor){ 1, 100 });
}

static gboolean
names_unit (const LvUnit *unit, const char *text)
{
  if (is_percent (unit) && (lv_import_same_words (text, "%") || lv_import_same_words (text, "pct.")
                            || lv_import_same_words (text, "pct") || lv_import_same_words (text, "procent")))
    return TRUE;
  return lv_import_same_words (text, unit->text) || lv_import_same_words (text, unit->title)
         || lv_import_same_words (text, unit->plural);
}

/** Checks what a column says of the unit; nothing is converted, as nobody asked for it. */
gboolean
lv_import_unit_fits (LvImportRun *self, const LvNode *node, const LvDataCell *cell)
{
  const LvParameter *parameter = lv_node_parameter (node);
  const LvUnit *unit = lv_node_unit (node);
  g_autofree char *shown = NULL;

  if (cell->kind == LV_DATA_EMPTY || unit == NULL || lv_node_is_switch (node) || lv_node_measure (node) != NULL
      || (parameter != NULL && parameter->input != LV_INPUT_NUMBER) || names_unit (unit, cell->text))
    return TRUE;
  shown = lv_import_shown (cell->text);
  lv_import_bad (self, cell->row, cell->column, LV_BAD_UNIT, _ ("the unit is “%s”; expected %s"), shown,
                 unit->plural[0] != '\0' ? unit->plural : unit->text);
  return FALSE;
}

static gboolean
not_a_value (LvImportRun *self, const LvDataCell *cell, const char *expected)
{
  g_autofree char *shown = lv_import_shown (cell->text);

  lv_import_bad (self, cell->row, cell->column, LV_BAD_NUMBER, _ ("“%s” is not %s"), shown, expected);
  return FALSE;
}

static gboolean
any_of (const char *text, const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, ";", -1);
  g_autofree char *key = lv_import_fold (text);

  return g_strv_contains ((const char *const *) words, key);
}

static gboolean
read_switch (LvImportRun *self, const LvDataCell *cell, double *value)
{
  if (cell->kind == LV_DATA_SWITCH || (cell->kind == LV_DATA_NUMBER && cell->suffix[0] == '\0'))
    *value = cell->number;
  else if (any_of (cell->text, "on;ja;til;sand;true;yes;x")
           || lv_import_same_words (cell->text, lv_text_word (self->pack, "on", "on")))
    *value = 1;
  else if (any_of (cell->text, "off;nej;fra;falsk;false;no")
           || lv_import_same_words (cell->text, lv_text_word (self->pack, "off", "off")))
    *value = 0;
  else
    *value = NAN;
  return *value == 0 || *value == 1 || not_a_value (self, cell, _ ("on or off"));
}

static gboolean
read_member (LvImportRun *self, const LvParameter *parameter, const LvDataCell *cell, double *value)
{
  *value = lv_import_index_member (self->index, parameter->axis, cell);
  if (*value >= 0)
    return TRUE;
  {
    g_autofree char *shown = lv_import_shown (cell->text);

    lv_import_bad (self, cell->row, cell->column, LV_BAD_MEMBER, _ ("“%s” is no member of %s"), shown,
                   parameter->axis->title);
  }
  return FALSE;
}

static gboolean
read_month (LvImportRun *self, const LvDataCell *cell, double *value)
{
  g_autofree char *text = cell->kind == LV_DATA_DATE ? g_strndup (cell->text, 7) : g_strdup (cell->text);
  int month;

  if (!lv_month_parse (text, &month))
    return not_a_value (self, cell, _ ("a month such as 2027-01"));
  *value = month;
  return TRUE;
}

/* A number that a workbook keeps as text. It must be plain which number it is. */
static gboolean
number_in_text (const LvDataCell *cell, double *value, const char **suffix)
{
  guint comma = 0;
  guint point = 0;
  guint either = 0;

  if (cell->kind != LV_DATA_TEXT)
    return FALSE;
  lv_import_weigh_decimal (cell->text, &comma, &point, &either);
  return point == 0 && either == 0 && lv_import_number (cell->text, LV_DECIMAL_COMMA, value, suffix);
}

static gboolean
read_number (LvImportRun *self, const LvNode *node, const LvDataCell *cell, double *value)
{
  const LvUnit *unit = lv_node_unit (node);
  const char *suffix = cell->suffix;
  g_autofree char *shown = NULL;

  if (cell->kind == LV_DATA_NUMBER)
    *value = cell->number;
  else if (!number_in_text (cell, value, &suffix))
    return not_a_value (self, cell, _ ("a number"));
  if (suffix[0] == '\0' || (unit != NULL && names_unit (unit, suffix)))
    return TRUE;
  shown = lv_import_shown (suffix);
  lv_import_bad (self, cell->row, cell->column, LV_BAD_UNIT, _ ("the unit is “%s”; expected %s"), shown,
                 unit != NULL && unit->plural[0] != '\0' ? unit->plural : _ ("a plain number"));
  return FALSE;
}

static gboolean
out_of_range (LvImportRun *self, const LvDataCell *cell, const char *text)
{
  lv_import_bad (self, cell->row, cell->column, LV_BAD_RANGE, "%s", text);
  return FALSE;
}

static gboolean
check_limits (LvImportRun *self, const LvNode *node, const LvDataCell *cell, double value)
{
  const LvParameter *parameter = lv_node_parameter (node);
  g_autofree char *limit = NULL;
  g_autofree char *text = NULL;

  if (g_str_has_suffix (lv_node_id (node), "#scale") && value < 0)
    return out_of_range (self, cell, _ ("a scale is pct. of the effect, 0 or more"));
  if (g_str_has_suffix (lv_node_id (node), "#delay") && value != floor (value))
    return out_of_range (self, cell, _ ("a delay is a whole number of months"));
  if (parameter != NULL && !isnan (parameter->min) && value < parameter->min)
    {
      limit = lv_text_number (node, parameter->min);
      text = g_strdup_printf (_ ("“%s” is less than %s, the least that can be entered"), cell->text, limit);
      return out_of_range (self, cell, text);
    }
  if (parameter != NULL && !isnan (parameter->max) && value > parameter->max)
    {
      limit = lv_text_number (node, parameter->max);
      text = g_strdup_printf (_ ("“%s” is more than %s, the most that can be entered"), cell->text, limit);
      return out_of_range (self, cell, text);
    }
  return TRUE;
}

static gboolean
read_kind (LvImportRun *self, const LvNode *node, const LvDataCell *cell, double *value)
{
  const LvParameter *parameter = lv_node_parameter (node);
  LvInput input = parameter != NULL ? parameter->input : LV_INPUT_NUMBER;

  if (lv_node_is_switch (node) || input == LV_INPUT_SWITCH)
    return read_switch (self, cell, value);
  if (input == LV_INPUT_MEMBER)
    return read_member (self, parameter, cell, value);
  if (input == LV_INPUT_MONTH)
    return read_month (self, cell, value);
  return read_number (self, node, cell, value);
}

/**
 * lv_import_value:
 * @cell: one that says something
 * @value: (out): in the node's unit
 *
 * Returns: %FALSE when it can't be a value of @node; then the reason is noted
 */
gboolean
lv_import_value (LvImportRun *self, const LvNode *node, const LvDataCell *cell, double *value)
{
  *value = NAN;
  if (cell->kind == LV_DATA_ERROR)
    {
      g_autofree char *shown = lv_import_shown (cell->text);

      lv_import_bad (self, cell->row, cell->column, LV_BAD_ERROR, _ ("the spreadsheet shows the error %s"), shown);
      return FALSE;
    }
  return read_kind (self, node, cell, value) && check_limits (self, node, cell, *value);
}
