/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A proposal in the words of a document. */
#include "lv-import-value.h"

#include "lv-month.h"
#include "lv-number.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

void
lv_import_record_free (LvImportRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->property);
  g_free (self->members);
  g_free (self->value);
  g_free (self->source);
  g_free (self->place);
  g_free (self->note);
  g_free (self->who);
  g_free (self);
}

static char *
fill (const char *pattern, const char *first, const char *second, const char *third)
{
  const char *const fills[] = { first, second, third };
  GString *out = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0';)
    {
      if (p[0] == '{' && p[1] >= '1' && p[1] <= '3' && p[2] == '}')
        {
          g_string_append (out, fills[p[1] - '1']);
          p += 3;
        }
      else
        g_string_append_c (out, *p++);
    }
  return g_string_free (out, FALSE);
}

/* As packs and documents write it. */
static char *
value_text (const LvNode *node, double value)
{
  const LvParameter *parameter = lv_node_parameter (node);
  LvInput input = parameter != NULL ? parameter->input : LV_INPUT_NUMBER;
  char buffer[LV_NUMBER_BUFFER];

  if (isnan (value))
    return g_strdup ("?");
  if (lv_node_is_switch (node) || input == LV_INPUT_SWITCH)
    return g_strdup (value != 0 ? "on" : "off");
  if (input == LV_INPUT_MEMBER)
    return g_strdup (lv_axis_member (parameter->axis, (guint) value)->id);
  if (input == LV_INPUT_MONTH)
    return lv_month_format ((int) value);
  return g_strdup (lv_number_format_c (value, buffer));
}

/* Lines of a document hold one line of text. */
static char *
one_line (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        g_string_append_c (out, ' ');
      else
        g_string_append_unichar (out, c);
    }
  return g_strstrip (g_string_free (out, FALSE));
}

static char *
one_line_or_none (const char *text)
{
  g_autofree char *line = one_line (text);

  return line[0] != '\0' ? g_steal_pointer (&line) : NULL;
}

/* "svar.xlsx, indlæst 24. november 2026 af Økonomi", behind what the row itself says. */
static char *
source_text (const LvPack *pack, const LvImportDifference *difference, const char *file,
             const LvImportOrigin *origin)
{
  const char *pattern = origin->who != NULL && origin->who[0] != '\0'
                            ? lv_text_word (pack, "import-source-who", "{1}, read in {2} by {3}")
                            : lv_text_word (pack, "import-source", "{1}, read in {2}");
  g_autofree char *read_in = fill (pattern, file, origin->date, origin->who != NULL ? origin->who : "");
  g_autofree char *row = one_line (difference->source);
  g_autofree char *own = row[0] != '\0' || origin->source == NULL ? g_steal_pointer (&row)
                                                                  : one_line (origin->source);

  return own[0] != '\0' ? g_strdup_printf ("%s (%s)", own, read_in) : g_steal_pointer (&read_in);
}

static char *
place_text (const LvPack *pack, const LvDataSheet *sheet, const LvImportDifference *difference)
{
  g_autofree char *letters = lv_data_column_name (difference->column);
  g_autofree char *cell = g_strdup_printf ("%s%u", letters, difference->row + 1);

  return fill (lv_text_word (pack, "import-place", "sheet {1}, cell {2}"), sheet->name, cell, "");
}

/**
 * lv_import_record_new:
 * @sheet: of @data, where @difference stands
 *
 * Returns: (transfer full): the difference in the words of a document
 */
LvImportRecord *
lv_import_record_new (const LvImportDifference *difference, const LvModel *model, const LvSheetData *data,
                      const LvDataSheet *sheet, const LvImportOrigin *origin)
{
  LvImportRecord *self = g_new0 (LvImportRecord, 1);
  const LvPack *pack = lv_model_pack (model);
  const LvNode *node = difference->node;
  const char *knob = lv_node_measure (node) != NULL ? strrchr (lv_node_id (node), '#') : NULL;

  self->kind = difference->kind;
  self->id = g_strdup (knob != NULL ? lv_node_measure (node)->id : lv_node_id (node));
  self->property = knob != NULL ? g_strdup (knob + 1) : NULL;
  self->members = lv_shape_cell_name (lv_node_shape (node), difference->cell);
  self->value = value_text (node, difference->value);
  self->source = source_text (pack, difference, data->file, origin);
  self->place = place_text (pack, sheet, difference);
  self->note = one_line_or_none (difference->note);
  self->who = one_line_or_none (difference->who);
  self->confirms = difference->confirms;
  return self;
}

/**
 * lv_proposal_records:
 * @data: what was read
 *
 * All differences as what a document keeps. They are meant to be taken together, as one change, or not at
 * all; bad rows are not among them.
 *
 * Returns: (transfer full) (element-type LvImportRecord): in the order of the file
 */
GPtrArray *
lv_proposal_records (const LvProposal *self, const LvModel *model, const LvSheetData *data,
                     const LvImportOrigin *origin)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_import_record_free);
  const LvDataSheet *sheet = lv_sheet_data_sheet (data, self->sheet);

  for (guint i = 0; i < self->differences->len; i++)
    g_ptr_array_add (records, lv_import_record_new (&g_array_index (self->differences, LvImportDifference, i),
                                                    model, data, sheet, origin));
  return records;
}
