/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations that look at several cells. Gnumeric knows neither AGGREGATE nor INDEX(...):cell, and the
 * value of an array formula can't be kept as missing in the file, so there are none of them: who passes
 * over missing cells looks at a copy in which they are empty texts. */
#include "lv-form.h"

#include <string.h>

/* A window of more members is an OFFSET; bounds of a lookup up to this many are asked one by one. */
#define MAX_WINDOW 12
#define MAX_BOUNDS 4

static const guint32 *
segment (const LvOp *op, guint index, const GArray *lists, guint *n)
{
  guint32 from = g_array_index (op->segments, guint32, index);

  *n = g_array_index (op->segments, guint32, index + 1) - from;
  return *n > 0 ? &g_array_index (lists, guint32, from) : NULL;
}

static void
line_of (LvFormLine *line, const LvForm *form, const LvOp *op, guint index, guint operand)
{
  guint n;
  const guint32 *cells = segment (op, index, operand == 0 ? op->lists : op->lists2, &n);

  lv_form_line_init (line, form, op->operand[operand].slot,
                     operand == 0 && lv_op_skips_missing (op), cells, n);
}

static void
own (LvForm *self, const LvOp *op, guint operand, guint index, guint around, GString *out)
{
  lv_form_slot (self, op->operand[operand].slot, g_array_index (op->maps[operand], guint32, index),
                around, FALSE, out);
}

/** Returns: whether @op looks at lists of cells */
gboolean
lv_form_is_list (const LvOp *op)
{
  return (op->code >= LV_FN_SUM && op->code <= LV_FN_RANK) || op->code == LV_OP_AT_CHOICE
         || op->code == LV_FN_LOOKUP || op->code == LV_FN_WINDOW || op->code == LV_FN_CUMULATE
         || op->code == LV_FN_TOTAL || op->code == LV_FN_LAST || op->code == LV_FN_SHIFT;
}

/* SUM and COUNT pass over empty cells; SUM is missing when a cell is. */
static void
plain (LvForm *self, const LvFormLine *line, const char *name, GString *out)
{
  if (line->first < 0)
    {
      g_string_append_c (out, '0');
      return;
    }
  g_string_append_printf (out, "%s(", name);
  lv_form_line_areas (line, self, "", "", ",", out);
  g_string_append_c (out, ')');
}

/* Known members only; with none it is missing. */
static void
of_known (LvForm *self, const LvFormLine *line, const char *name, GString *out)
{
  g_string_append (out, "IF(");
  plain (self, line, "COUNT", out);
  g_string_append (out, "=0,NA(),");
  plain (self, line, name, out);
  g_string_append_c (out, ')');
}

static gboolean
is_yearly (const LvOp *op)
{
  return op->axis->parent != NULL && lv_shape_find (&op->shape, op->axis->parent) >= 0;
}

static void
count (LvForm *self, const LvOp *op, const LvFormLine *line, guint around, GString *out)
{
  gboolean brackets = around > LV_AROUND_SUM;

  if (op->number == 0 || line->first < 0)
    {
      plain (self, line, "COUNT", out);
      return;
    }
  g_string_append (out, brackets ? "(" : "");
  lv_form_line_areas (line, self, "COUNTIF(", ",1)", "+", out);
  g_string_append (out, brackets ? ")" : "");
}

static void
share (LvForm *self, const LvOp *op, guint index, const LvFormLine *line, GString *out)
{
  g_string_append (out, "IF(");
  plain (self, line, "SUM", out);
  g_string_append (out, "=0,NA(),");
  own (self, op, 0, index, LV_AROUND_PRODUCT, out);
  g_string_append_c (out, '/');
  plain (self, line, "SUM", out);
  g_string_append_c (out, ')');
}

/* 1 is the largest; what is the same at 15 digits shares the better place. */
static void
rank (LvForm *self, const LvOp *op, guint index, const LvFormLine *line, GString *out)
{
  g_autoptr (GString) x = g_string_new (NULL);
  int end;

  own (self, op, 0, index, LV_AROUND_ATOM, x);
  g_string_append_printf (out, "IF(ISNA(%s),NA(),1", x->str);
  for (int at = line->first; at >= 0 && (end = lv_form_line_run (line, &at)) >= 0; at = end + 1)
    {
      g_autoptr (GString) range = g_string_new (NULL);

      lv_form_line_part (line, self, at, end, range);
      g_string_append_printf (out, "+SUMPRODUCT((%s<>\"\")*(%s>%s+5E-15*ABS(%s)))", range->str,
                              range->str, x->str, x->str);
    }
  g_string_append_c (out, ')');
}

/* CHOOSE for members that lie anyhow; their number is 1, 2, ..., or one more with @first_missing. */
static void
choose (LvForm *self, const LvFormLine *line, const char *number, gboolean first_missing, GString *out)
{
  g_string_append_printf (out, "CHOOSE(%s%s", number, first_missing ? ",NA()" : "");
  for (guint i = 0; i < line->n; i++)
    {
      g_string_append_c (out, ',');
      if (line->at[i] >= 0)
        lv_form_line_one (line, self, line->at[i], out);
      else
        g_string_append (out, "NA()");
    }
  g_string_append_c (out, ')');
}

/* at() with a choice: the cell of the chosen number; outside what is there it is missing. */
static void
choice (LvForm *self, const LvOp *op, guint index, const LvFormLine *line, GString *out)
{
  g_autoptr (GString) number = g_string_new (NULL);
  g_autoptr (GString) range = g_string_new (NULL);
  guint first = 0;
  guint last = line->n;

  own (self, op, 1, index, LV_AROUND_ATOM, number);
  while (first < line->n && line->at[first] < 0)
    first++;
  while (last > first && line->at[last - 1] < 0)
    last--;
  if (line->stride < 1 || (int) (last - first - 1) * line->stride != line->last - line->first)
    {
      choose (self, line, number->str, FALSE, out);
      return;
    }
  if (line->stride > 1)
    g_string_append_printf (range, "(%s-%u)*%d+1", number->str, first + 1, line->stride);
  else
    g_string_append_printf (range, first > 0 ? "%s-%u" : "%s", number->str, first);
  g_string_append_printf (out, "IF(AND(%s>%u,%s<=%u),", number->str, first, number->str, last);
  lv_form_line_index (line, self, range->str, out);
  g_string_append (out, ",NA())");
}

/* The number of the last bound that x has reached, 0 for none; a missing bound makes it missing. */
static void
reached (LvForm *self, const LvFormLine *bounds, const char *x, GString *out)
{
  g_string_append (out, "MAX(0");
  for (guint i = 0; i < bounds->n; i++)
    {
      g_string_append (out, ",IF(");
      lv_form_line_one (bounds, self, bounds->at[i], out);
      g_string_append_printf (out, "<=%s,%u,0)", x, i + 1);
    }
  g_string_append_c (out, ')');
}

static void
reached_in_range (LvForm *self, const LvFormLine *bounds, const char *x, GString *out)
{
  g_autoptr (GString) range = g_string_new (NULL);
  const char *position = bounds->along_rows ? "ROW" : "COLUMN";

  lv_form_line_range (bounds, self, range);
  g_string_append_printf (out, "SUMPRODUCT(MAX((%s<=%s)*(%s(%s)-%d)))", range->str, x, position,
                          range->str, bounds->first);
}

static void
lookup (LvForm *self, const LvOp *op, guint index, const LvFormLine *values, GString *out)
{
  g_autoptr (GString) x = g_string_new (NULL);
  g_autoptr (GString) number = g_string_new (NULL);
  LvFormLine bounds;

  if (values->n == 0)
    {
      g_string_append (out, "NA()");
      return;
    }
  own (self, op, 2, index, LV_AROUND_ATOM, x);
  line_of (&bounds, self, op, index, 1);
  if (bounds.whole && bounds.n > MAX_BOUNDS)
    reached_in_range (self, &bounds, x->str, number);
  else
    reached (self, &bounds, x->str, number);
  lv_form_line_clear (&bounds);
  if (values->whole && values->n > 1)
    {
      g_string_append_printf (out, "IF(%s=0,NA(),", number->str);
      lv_form_line_index (values, self, number->str, out);
      g_string_append_c (out, ')');
      return;
    }
  g_string_append (number, "+1");
  choose (self, values, number->str, TRUE, out);
}

static void
window_sum (LvForm *self, const LvFormLine *line, const char *n, GString *out)
{
  if (line->n > MAX_WINDOW && line->whole && !line->along_rows)
    {
      g_string_append_printf (out, "IF(%s=0,0,SUM(OFFSET(", n);
      lv_form_line_one (line, self, line->last, out);
      g_string_append_printf (out, ",0,1-MIN(%s,%u),1,MIN(%s,%u))))", n, line->n, n, line->n);
      return;
    }
  for (guint i = 0; i < line->n; i++)
    {
      g_string_append_printf (out, "%sIF(%s>%u,", i > 0 ? "+" : "", n, i);
      lv_form_line_one (line, self, line->at[i], out);
      g_string_append (out, ",0)");
    }
}

/* The last n members, latest first in the list; n is a whole number that may change in the file. */
static void
window (LvForm *self, const LvOp *op, guint index, const LvFormLine *line, GString *out)
{
  g_autoptr (GString) n = g_string_new (NULL);

  own (self, op, 1, index, op->den_step != 1 ? LV_AROUND_PRODUCT : LV_AROUND_ATOM, n);
  if (op->den_step != 1)
    {
      g_string_append_c (n, '*');
      lv_form_number (op->den_step, LV_AROUND_ATOM, n);
    }
  g_string_append_printf (out, "IF(OR(%s<0,ABS(%s-ROUND(%s,0))>5E-15*ABS(%s)),NA(),", n->str, n->str,
                          n->str, n->str);
  window_sum (self, line, n->str, out);
  g_string_append_c (out, ')');
}

static void
cumulate (LvForm *self, const LvOp *op, guint index, guint around, GString *out)
{
  guint n;
  const guint32 *before = segment (op, index, op->lists, &n);
  gboolean sum = n > 0 && before[0] != LV_NONE;

  if (!sum)
    {
      own (self, op, 0, index, around, out);
      return;
    }
  g_string_append (out, around > LV_AROUND_SUM ? "(" : "");
  lv_form_slot (self, op->slot, before[0], LV_AROUND_SUM, FALSE, out);
  g_string_append_c (out, '+');
  own (self, op, 0, index, LV_AROUND_SUM, out);
  g_string_append (out, around > LV_AROUND_SUM ? ")" : "");
}

/* The effect at member @at less what @moved says: 0 before its first member, then the last stays. */
static void
effect_at (LvForm *self, const LvFormLine *line, int at, const char *moved, GString *out)
{
  g_autoptr (GString) number = g_string_new (NULL);
  int first = 0;
  int last = (int) line->n - 1;

  while (line->at[first] < 0)
    first++;
  while (line->at[last] < 0)
    last--;
  g_string_append_printf (out, "IF(%d%s<0,0,", at - first, moved);
  if (line->first == line->last)
    lv_form_line_one (line, self, line->first, out);
  else
    {
      g_string_append_printf (number, line->stride > 1 ? "INT(MIN(%d%s,%d))*%d+1" : "INT(MIN(%d%s,%d))+1",
                              at - first, moved, last - first, line->stride);
      lv_form_line_index (line, self, number->str, out);
    }
  g_string_append_c (out, ')');
}

/* On years a delay of d = 12q + r months is (1 - r/12) effect(y - q) + r/12 effect(y - q - 1). */
static void
shift (LvForm *self, const LvOp *op, guint index, const LvFormLine *line, GString *out)
{
  guint32 cell = g_array_index (op->cells, guint32, index);
  int at = (int) lv_shape_coordinate (&op->shape, cell, (guint) lv_shape_find (&op->shape, op->axis));
  g_autoptr (GString) d = g_string_new (NULL);
  g_autoptr (GString) now = g_string_new (NULL);
  g_autoptr (GString) before = g_string_new (NULL);
  g_autofree char *moved = NULL;
  g_autofree char *further = NULL;

  own (self, op, 1, index, LV_AROUND_ATOM, d);
  if (line->first < 0)
    {
      g_string_append_printf (out, "IF(ISNA(%s),NA(),0)", d->str);
      return;
    }
  if (op->axis->kind == LV_AXIS_MONTHS)
    {
      moved = g_strconcat ("-", d->str, NULL);
      effect_at (self, line, at, moved, out);
      return;
    }
  moved = g_strdup_printf ("-INT(%s/12)", d->str);
  further = g_strdup_printf ("-INT(%s/12)-1", d->str);
  effect_at (self, line, at, moved, now);
  effect_at (self, line, at, further, before);
  g_string_append_printf (out, "IF(MOD(%s,12)=0,%s,(1-MOD(%s,12)/12)*%s+MOD(%s,12)/12*%s)", d->str,
                          now->str, d->str, now->str, d->str, before->str);
}

static void
write (LvForm *self, const LvOp *op, guint index, const LvFormLine *line, guint around, GString *out)
{
  switch (op->code)
    {
    case LV_FN_SUM:
    case LV_FN_TOTAL:
      plain (self, line, "SUM", out);
      break;
    case LV_FN_MEAN:
      if (is_yearly (op))
        plain (self, line, "AVERAGE", out);
      else
        of_known (self, line, "AVERAGE", out);
      break;
    case LV_FN_MEDIAN:
      of_known (self, line, "MEDIAN", out);
      break;
    case LV_FN_SMALLEST:
      of_known (self, line, "MIN", out);
      break;
    case LV_FN_LARGEST:
      of_known (self, line, "MAX", out);
      break;
    case LV_FN_COUNT:
      count (self, op, line, around, out);
      break;
    case LV_FN_SHARE:
      share (self, op, index, line, out);
      break;
    case LV_FN_RANK:
      rank (self, op, index, line, out);
      break;
    case LV_FN_LAST:
      lv_form_line_one (line, self, line->last, out);
      break;
    case LV_OP_AT_CHOICE:
      choice (self, op, index, line, out);
      break;
    case LV_FN_LOOKUP:
      lookup (self, op, index, line, out);
      break;
    case LV_FN_WINDOW:
      window (self, op, index, line, out);
      break;
    default:
      shift (self, op, index, line, out);
    }
}

/** Writes cell number @index of an operation with lists. */
void
lv_form_list (LvForm *self, const LvOp *op, guint index, guint around, GString *out)
{
  LvFormLine line;

  if (op->code == LV_FN_CUMULATE)
    {
      cumulate (self, op, index, around, out);
      return;
    }
  line_of (&line, self, op, index, 0);
  write (self, op, index, &line, around, out);
  lv_form_line_clear (&line);
}
