/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations that look at several cells. Both LibreOffice and Gnumeric know array formulas with
 * IF(ISNUMBER(range),range), and neither knows what the other offers instead (AGGREGATE; INDEX(...):cell). */
#include "lv-form.h"

#include <string.h>

/* More pieces than this are one range with a mask. */
#define MAX_AREAS 12

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

  lv_form_line_init (line, form, op->operand[operand].slot, cells, n);
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

/* IF(belongs, value): what a masked function looks at */
static char *
masked (LvForm *self, const LvFormLine *line, const char *test, const char *value)
{
  g_autoptr (GString) range = g_string_new (NULL);
  GString *out = g_string_new ("IF(");
  g_auto (GStrv) around = g_strsplit (test, "%R", -1);
  g_autofree char *condition = NULL;

  lv_form_line_range (line, self, range);
  condition = g_strjoinv (range->str, around);
  g_string_append (out, condition);
  lv_form_line_mask (line, self, out);
  g_string_append_printf (out, ",%s)", value != NULL ? value : range->str);
  self->array = TRUE;
  return g_string_free (out, FALSE);
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
  if (lv_form_line_n_areas (line) <= MAX_AREAS)
    lv_form_line_areas (line, self, out);
  else
    {
      g_autofree char *part = masked (self, line, "(ROW(%R)>0)", NULL);

      g_string_append (out, part);
    }
  g_string_append_c (out, ')');
}

/* Known members only; with none it is missing. */
static void
of_known (LvForm *self, const LvFormLine *line, const char *name, GString *out)
{
  g_autofree char *part = NULL;

  if (line->first == line->last)
    {
      lv_form_line_one (line, self, line->first, out);
      return;
    }
  part = masked (self, line, "ISNUMBER(%R)", NULL);
  g_string_append_printf (out, "IF(COUNT(%s)=0,NA(),%s(%s))", part, name, part);
}

static gboolean
is_yearly (const LvOp *op)
{
  return op->axis->parent != NULL && lv_shape_find (&op->shape, op->axis->parent) >= 0;
}

static void
count (LvForm *self, const LvOp *op, const LvFormLine *line, GString *out)
{
  g_autofree char *part = NULL;

  if (op->number == 0 || line->first < 0)
    {
      plain (self, line, "COUNT", out);
      return;
    }
  part = masked (self, line, "(%R=1)", "1");
  if (line->first == line->last)
    {
      g_string_append (out, "IF(ISNA(");
      lv_form_line_one (line, self, line->first, out);
      g_string_append (out, "),0,");
      lv_form_line_one (line, self, line->first, out);
      g_string_append_c (out, ')');
      self->array = FALSE;
      return;
    }
  g_string_append_printf (out, "COUNT(%s)", part);
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
  g_autoptr (GString) range = g_string_new (NULL);
  g_autofree char *larger = NULL;
  g_autofree char *part = NULL;

  own (self, op, 0, index, LV_AROUND_ATOM, x);
  if (line->first == line->last)
    {
      g_string_append_printf (out, "IF(ISNA(%s),NA(),1)", x->str);
      return;
    }
  lv_form_line_range (line, self, range);
  larger = g_strdup_printf ("IF(%s-%s>5E-15*ABS(%s),1,0)", range->str, x->str, x->str);
  part = masked (self, line, "ISNUMBER(%R)", larger);
  g_string_append_printf (out, "IF(ISNA(%s),NA(),1+SUM(%s))", x->str, part);
}

/* CHOOSE for members that lie anyhow; their number is 1, 2, ... */
static void
choose (LvForm *self, const LvFormLine *line, const char *number, GString *out)
{
  g_string_append_printf (out, "CHOOSE(%s", number);
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
      choose (self, line, number->str, out);
      return;
    }
  lv_form_line_range (line, self, range);
  g_string_append_printf (out, "IF(AND(%s>%u,%s<=%u),INDEX(%s,", number->str, first, number->str, last,
                          range->str);
  if (line->stride > 1)
    g_string_append_printf (out, "(%s-%u)*%d+1", number->str, first + 1, line->stride);
  else
    g_string_append_printf (out, first > 0 ? "%s-%u" : "%s", number->str, first);
  g_string_append (out, "),NA())");
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
  g_string_append_printf (out, "MAX(IF(%s<=%s,%s(%s)-%d,0))", range->str, x, position, range->str,
                          bounds->first);
  self->array = TRUE;
}

static void
lookup (LvForm *self, const LvOp *op, guint index, const LvFormLine *values, GString *out)
{
  g_autoptr (GString) x = g_string_new (NULL);
  g_autoptr (GString) number = g_string_new (NULL);
  g_autoptr (GString) range = g_string_new (NULL);
  LvFormLine bounds;

  if (values->n == 0)
    {
      g_string_append (out, "NA()");
      return;
    }
  own (self, op, 2, index, LV_AROUND_ATOM, x);
  line_of (&bounds, self, op, index, 1);
  if (bounds.whole && bounds.n > 4)
    reached_in_range (self, &bounds, x->str, number);
  else
    reached (self, &bounds, x->str, number);
  lv_form_line_clear (&bounds);
  if (values->whole && values->n > 1)
    {
      lv_form_line_range (values, self, range);
      g_string_append_printf (out, "IF(%s=0,NA(),INDEX(%s,%s))", number->str, range->str, number->str);
      return;
    }
  g_string_append_printf (number, "+1");
  {
    g_autoptr (GString) list = g_string_new (NULL);

    choose (self, values, number->str, list);
    g_string_append_len (out, list->str, (gssize) (strlen ("CHOOSE(") + number->len));
    g_string_append (out, ",NA()");
    g_string_append (out, list->str + strlen ("CHOOSE(") + number->len);
  }
}

/* The last n members, latest first in the list; n is a whole number that may change in the file. */
static void
window (LvForm *self, const LvOp *op, guint index, const LvFormLine *line, GString *out)
{
  g_autoptr (GString) n = g_string_new (NULL);
  g_autoptr (GString) test = g_string_new (NULL);
  g_autofree char *part = NULL;

  own (self, op, 1, index, op->den_step != 1 ? LV_AROUND_PRODUCT : LV_AROUND_ATOM, n);
  if (op->den_step != 1)
    {
      g_string_append_c (n, '*');
      lv_form_number (op->den_step, LV_AROUND_ATOM, n);
    }
  g_string_append_printf (out, "IF(OR(%s<0,ABS(%s-ROUND(%s,0))>5E-15*ABS(%s)),NA(),", n->str, n->str,
                          n->str, n->str);
  if (line->first == line->last)
    {
      g_string_append_printf (out, "IF(%s>0,", n->str);
      lv_form_line_one (line, self, line->first, out);
      g_string_append (out, ",0))");
      return;
    }
  g_string_append_printf (test, "(%d-%s(%%R)<(%s)*%d)", line->last + 1,
                          line->along_rows ? "ROW" : "COLUMN", n->str, MAX (line->stride, 1));
  part = masked (self, line, test->str, NULL);
  g_string_append_printf (out, "SUM(%s))", part);
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
  g_autoptr (GString) range = g_string_new (NULL);
  int first = 0;
  int last = (int) line->n - 1;

  while (line->at[first] < 0)
    first++;
  while (line->at[last] < 0)
    last--;
  lv_form_line_range (line, self, range);
  if (first == last)
    {
      g_string_append_printf (out, "IF(%d%s<0,0,%s)", at - first, moved, range->str);
      return;
    }
  g_string_append_printf (out, "IF(%d%s<0,0,INDEX(%s,", at - first, moved, range->str);
  if (line->stride > 1)
    g_string_append_printf (out, "INT(MIN(%d%s,%d))*%d+1))", at - first, moved, last - first, line->stride);
  else
    g_string_append_printf (out, "INT(MIN(%d%s,%d))+1))", at - first, moved, last - first);
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
      count (self, op, line, out);
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
