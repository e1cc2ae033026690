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

/**
 * lv_form_line_init:
 * @cells: of the model's column @slot, LV_NONE where absent
 *
 * Finds where they stand. All are in one row or in one column.
 */
void
lv_form_line_init (LvFormLine *self, const LvForm *form, guint slot, const guint32 *cells, guint n)
{
  int row0 = -1;

  *self = (LvFormLine){ .n = n, .at = g_new (int, MAX (n, 1)), .first = -1, .last = -1 };
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        guint row = 0;
        guint column = 0;
        gboolean there = cells[i] != LV_NONE
                         && lv_plan_address (form->plan, slot, cells[i], &self->sheet, &row, &column);

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

static void
write_range (const LvFormLine *self, const LvForm *form, int from, int to, GString *out)
{
  LvForm same = *form;

  lv_form_line_one (self, form, from, out);
  if (from == to)
    return;
  same.sheet = self->sheet;
  g_string_append_c (out, ':');
  lv_form_line_one (self, &same, to, out);
}

/* From @at on, the last place that is in the line without a gap; -1 after the end. */
static int
run_end (const LvFormLine *self, int *at)
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

/** Returns: in how many pieces the line lies */
guint
lv_form_line_n_areas (const LvFormLine *self)
{
  guint count = 0;
  int end;

  if (self->first < 0)
    return 0;
  for (int at = self->first; (end = run_end (self, &at)) >= 0; at = end + 1)
    count++;
  return count;
}

/** Writes the pieces: "K5:P5,R5". */
void
lv_form_line_areas (const LvFormLine *self, const LvForm *form, GString *out)
{
  int end;

  for (int at = self->first; at >= 0 && (end = run_end (self, &at)) >= 0; at = end + 1)
    {
      if (at != self->first)
        g_string_append_c (out, ',');
      write_range (self, form, at, end, out);
    }
}

/** Writes one range from the first to the last. */
void
lv_form_line_range (const LvFormLine *self, const LvForm *form, GString *out)
{
  write_range (self, form, self->first, self->last, out);
}

/* Whether the stride alone leaves out what lies between, and nothing of the line. */
static gboolean
stride_will_do (const LvFormLine *self)
{
  return self->stride > 1;
}

/** Writes factors that leave out what lies between: "*(MOD(ROW(R)-5,3)=0)"; nothing when all belong. */
void
lv_form_line_mask (const LvFormLine *self, const LvForm *form, GString *out)
{
  g_autoptr (GString) range = g_string_new (NULL);
  const char *position = self->along_rows ? "ROW" : "COLUMN";

  if (self->whole)
    return;
  lv_form_line_range (self, form, range);
  if (stride_will_do (self))
    {
      g_string_append_printf (out, "*(MOD(%s(%s)-%d,%d)=0)", position, range->str, self->first + 1,
                              self->stride);
      return;
    }
  for (int at = self->first; at <= self->last; at++)
    if (!occupied (self, at))
      g_string_append_printf (out, "*(%s(%s)<>%d)", position, range->str, at + 1);
}
