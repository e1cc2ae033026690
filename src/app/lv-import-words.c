/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-words.h"

#include "lv-number.h"
#include "lv-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>

/** Returns: (transfer full): 2026-11-24 as 24-11-2026 */
char *
lv_import_words_day (const char *day)
{
  int year = 0;
  int month = 0;
  int of_month = 0;

  if (sscanf (day, "%d-%d-%d", &year, &month, &of_month) != 3)
    return g_strdup (_ ("another day"));
  return g_strdup_printf ("%02d-%02d-%d", of_month, month, year);
}

/** Returns: (transfer full): how many, as "98.443" */
char *
lv_import_words_count (guint count)
{
  return lv_number_format_da (count, 0);
}

/** Returns: (transfer full): "14 numbers change; 1 cell can't be read; 3 stay the same." */
char *
lv_import_words_summary (LvImportPlan *plan)
{
  const LvProposal *proposal = lv_import_plan_proposal (plan);
  GString *out = g_string_new (NULL);
  g_autofree char *differences = NULL;
  g_autofree char *bad = NULL;
  g_autofree char *same = NULL;

  if (proposal == NULL)
    {
      g_string_printf (out, _ ("Comparing: %d %%"), (int) (100 * lv_import_plan_fraction (plan)));
      return g_string_free (out, FALSE);
    }
  differences = lv_import_words_count (proposal->differences->len);
  bad = lv_import_words_count (proposal->n_bad);
  same = lv_import_words_count (proposal->n_same);
  g_string_printf (out, ngettext ("%s number changes", "%s numbers change", proposal->differences->len), differences);
  if (proposal->n_bad > 0)
    {
      g_string_append (out, "; ");
      g_string_append_printf (out, ngettext ("%s cell can't be taken", "%s cells can't be taken", proposal->n_bad), bad);
    }
  if (proposal->n_same > 0)
    {
      g_string_append (out, "; ");
      g_string_append_printf (out, ngettext ("%s stays the same", "%s stay the same", proposal->n_same), same);
    }
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}

/** Returns: (transfer full): titles of the members, "" for a number without axes */
char *
lv_import_words_cell (const LvImportDifference *difference)
{
  return lv_shape_cell_title (lv_node_shape (difference->node), difference->cell);
}

/** Returns: (transfer full): the number before, or @after, in words; its unit is not said */
char *
lv_import_words_value (const LvPack *pack, const LvImportDifference *difference, gboolean after)
{
  const LvParameter *parameter = lv_node_parameter (difference->node);
  LvInput input = parameter != NULL ? parameter->input : LV_INPUT_NUMBER;
  LvValue value = difference->old;

  if (after)
    value = (LvValue){ difference->value, isnan (difference->value) ? LV_STATUS_MISSING : LV_STATUS_IMPORTED, FALSE };
  if (isnan (value.number) || input != LV_INPUT_NUMBER || lv_node_is_switch (difference->node))
    return lv_text_precise (pack, difference->node, value);
  return lv_number_format_da (value.number, -1);
}

/** Returns: (transfer full): B7 */
char *
lv_import_words_place (guint row, guint column)
{
  g_autofree char *letters = lv_data_column_name (column);

  return g_strdup_printf ("%s%u", letters, row + 1);
}

/** Returns: (transfer full): what the number becomes when it is taken */
char *
lv_import_words_becomes (const LvImportDifference *difference)
{
  if (difference->confirms)
    return g_strdup (_ ("confirms"));
  switch (difference->kind)
    {
    case LV_IMPORT_FIGURE:
      return g_strdup (_ ("read-in figure"));
    case LV_IMPORT_KNOB:
      return g_strdup (_ ("change of a measure"));
    case LV_IMPORT_CHANGE:
    default:
      return g_strdup (_ ("change"));
    }
}
