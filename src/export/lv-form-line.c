/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of cells: the members of an axis, which lie beside or below each other on the sheet, perhaps with
 * others between. */
#include "lv-form.h"

#include "lv-workbook.h"


static gboolean
occupied (const LvFormLine *self, int at)
{
  for (guint i = 0; i < self->n; i++)
    if (self->at[i] == at)
      return TRUE;
  return FALSE;
}

static void
find_stride (LvFormLine *self)
{
  int before = -1;

  self->stride = 0;
  self->whole = TRUE;
  for (guint i = 0; i < self->n; i++)
    {
      int step;

      if (self->at[i] < 0)
        continue;
      step = before >= 0 ? self->at[i] - before : 0;
      if (before >= 0 && self->stride != 0 && step != self->stride)
        self->stride = -1;
      else if (before >= 0 && self->stride == 0)
        self->stride = step;
      before = self->at[i];
    }
  for (int at = self->first; self->whole && at <= self->last; at++)
    self->whole = occupied (self, at);
  if (self->stride <= 0)
    self->stride = self->stride == 0 ? 1 : 0;
}

static gboolean
find (LvFormLine *self, const LvForm *form, guint slot, gboolean clean, guint32 cell, guint *row,
      guint *column)
{
  if (!clean)
    return lv_plan_address (form->plan, slot, cell, &self->sheet, row, column);
  self->sheet = LV_CALC_CALCULATION;
  return lv_plan_clean_address (form->plan, slot, cell, row, column);
}

/**
 * lv_form_line_init:
 * @clean: the copy without what is missing is meant
 * @cells: of the model's column @slot, LV_NONE where absent
 *
 * Finds where they stand. All are in one row or in one column.
 */
void
lv_form_line_init (LvFormLine *self, const LvForm *form, guint slot, gboolean clean,
                   const guint32 *cells, guint n)
{
  int row0 = -1;

  *self = (LvFormLine){ .n = n, .at = g_new (int, MAX (n, 1)), .first = -1, .last = -1 };
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        guint row = 0;
        guint column = 0;
        gboolean there = cells[i] != LV_NONE && find (self, form, slot, clean, cells[i], &row, &column);

        if (pass == 0 && there && row0 >= 0 && (int) row != row0)
          self->along_rows = TRUE;
        if (pass == 0 && there)
          row0 = row0 >= 0 ? row0 : (int) row;
        if (pass == 0)
          continue;
        self->at[i] = there ? (int) (self->along_rows ? row : column) : -1;
        if (there)
          self->across = (int) (self->along_rows ? column : row);
        if (there && (self->first < 0 || self->at[i] < self->first))
          self->first = self->at[i];
        self->last = MAX (self->last, self->at[i]);
      }
  find_stride (self);
}

void
lv_form_line_clear (LvFormLine *self)
{
  g_clear_pointer (&self->at, g_free);
}

/** Writes the address of the place @at in the line. */
void
lv_form_line_one (const LvFormLine *self, const LvForm *form, int at, GString *out)
{
  lv_form_at (form, self->sheet, (guint) (self->along_rows ? at : self->across),
              (guint) (self->along_rows ? self->across : at), out);
}

/** Writes the range between two places of the line. */
void
lv_form_line_part (const LvFormLine *self, const LvForm *form, int from, int to, GString *out)
{
  LvForm same = *form;

  lv_form_line_one (self, form, from, out);
  if (from == to)
    return;
  same.sheet = self->sheet;
  g_string_append_c (out, ':');
  lv_form_line_one (self, &same, to, out);
}

/** Moves @at to where the next piece begins; returns where it ends, -1 after the last. */
int
lv_form_line_run (const LvFormLine *self, int *at)
{
  int end;

  while (*at <= self->last && !occupied (self, *at))
    (*at)++;
  if (*at > self->last)
    return -1;
  for (end = *at; end < self->last && occupied (self, end + 1);)
    end++;
  return end;
}

/** Writes the pieces, each between @before and @after: "COUNTIF(K5:P5,1)+COUNTIF(R5,1)". */
void
lv_form_line_areas (const LvFormLine *self, const LvForm *form, const char *before, const char *after,
                    const char *between, GString *out)
{
  int end;

  for (int at = self->first; at >= 0 && (end = lv_form_line_run (self, &at)) >= 0; at = end + 1)
    {
      if (at != self->first)
        g_string_append (out, between);
      g_string_append (out, before);
      lv_form_line_part (self, form, at, end, out);
      g_string_append (out, after);
    }
}

/** Writes one range from the first to the last. */
void
lv_form_line_range (const LvFormLine *self, const LvForm *form, GString *out)
{
  lv_form_line_part (self, form, self->first, self->last, out);
}

/** Writes INDEX of the range; both numbers are given, because Gnumeric takes a single one for the row. */
void
lv_form_line_index (const LvFormLine *self, const LvForm *form, const char *number, GString *out)
{
  g_string_append (out, "INDEX(");
  lv_form_line_range (self, form, out);
  g_string_append_printf (out, self->along_rows ? ",%s,1)" : ",1,%s)", number);
}
