/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of a report's table: as wide as what is in them asks for, in smaller letters where there are many. */
#include "lv-report-private.h"

#include <math.h>
#include <string.h>

#define SMALLER 8.0
#define SMALLEST 7.5
#define TIGHTEST 7.0 /* rather than broken words */

/* Lines of a row, on an average, from which letters are smaller. */
#define MANY_LINES 2.0

#define PAD_X 5.0
#define PAD_X_TIGHT 3.0

/* A text of that width stays in one line: a date, a number with its word. */
#define SHORT 50.0

#define HEAD_WEIGHT 3.0

/* How much a column gets at a time. */
#define STEP 6.0

/**
 * Line:
 * @cell: of what, row by row
 * @width: in letters of LV_REPORT_TABLE_SIZE; others are in proportion, as they are not hinted
 * @word: of its widest word
 *
 * A line of a cell, as it was written.
 */
typedef struct
{
  guint cell;
  double width;
  double word;
} Line;

/**
 * Widths:
 * @lines: (element-type Line)
 * @least: of each column, its widest word
 * @width: of each column, what it gets
 * @text: of each cell, row by row, how wide its text would be in one line
 */
typedef struct
{
  guint n;
  guint n_rows;
  GArray *lines;
  double *least;
  double *width;
  double *text;
} Widths;

/** Returns: how far the letters of a cell are from its left and right edges */
double
lv_report_pad_x (const LvReportBlock *block)
{
  return block->is_tight ? PAD_X_TIGHT : PAD_X;
}

/* Words come again and again, and are measured once; a line is as wide as its words and what parts them. */
static void
measure_line (LvTextMeasure *measure, const char *text, const LvFont *font, Line *line)
{
  static const char parts[] = " -/";

  while (TRUE)
    {
      gsize length = strcspn (text, parts);
      g_autofree char *word = g_strndup (text, length);
      const char part[] = { text[length], '\0' };
      double width = length > 0 ? lv_measure_width (measure, word, font) : 0;

      line->width += width;
      line->word = MAX (line->word, width);
      if (part[0] == '\0')
        return;
      line->width += lv_measure_width (measure, part, font);
      text += length + 1;
    }
}

static void
measure (Widths *self, const LvReportPen *pen, const char *text, guint cell, gboolean bold)
{
  LvFont font = { lv_report_scaled (pen, LV_REPORT_TABLE_SIZE), bold };
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      Line line = { .cell = cell };

      measure_line (pen->report->measure, lines[i], &font, &line);
      g_array_append_val (self->lines, line);
    }
}

static void
measure_all (Widths *self, const LvReportPen *pen, const LvReportBlock *block)
{
  for (guint c = 0; c < self->n; c++)
    measure (self, pen, g_ptr_array_index (block->heads, c), c, TRUE);
  for (guint r = 0; r < block->rows->len; r++)
    for (guint c = 0; c < self->n; c++)
      measure (self, pen, ((char **) g_ptr_array_index (block->rows, r))[c], (r + 1) * self->n + c, c == 0);
}

/* What columns ask for in the letters of @block. */
static void
ask (Widths *self, const LvReportBlock *block)
{
  double scale = block->size / LV_REPORT_TABLE_SIZE;
  double pad = 2 * lv_report_pad_x (block) + 1;
  double most = block->is_tight ? 0 : SHORT;

  memset (self->least, 0, self->n * sizeof *self->least);
  memset (self->text, 0, self->n * self->n_rows * sizeof *self->text);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      double width = line->width * scale;
      double *least = &self->least[line->cell % self->n];

      self->text[line->cell] += width + pad;
      *least = MAX (*least, (width < most ? width : line->word * scale) + 3 + pad);
    }
  for (guint c = 0; c < self->n; c++)
    self->least[c] = MIN (self->least[c], LV_REPORT_CONTENT / 3);
}

/* About how many lines @text takes; to the fourth power, since the highest cell makes the row. */
static double
lines4 (double text, double width)
{
  double lines = MAX (1, text / MAX (width, 1));

  return lines * lines * lines * lines;
}

/* How much lower the table gets when column @c gets a step more. */
static double
gain_of (const Widths *self, const double *rows, guint c)
{
  double gain = 0;

  for (guint r = 0; r < self->n_rows; r++)
    {
      double text = self->text[r * self->n + c];
      double now = lines4 (text, self->width[c]);

      /* Heads stand on every page. */
      if (now > 1)
        gain += (r == 0 ? HEAD_WEIGHT : 1)
                * (sqrt (sqrt (rows[r]))
                   - sqrt (sqrt (rows[r] - now + lines4 (text, self->width[c] + STEP))));
    }
  return gain;
}

/* Gives @rest, step by step, to the column whose growth makes the table lower by most. Returns: what nobody needs */
static double
share_steps (Widths *self, double rest)
{
  g_autofree double *rows = g_new0 (double, self->n_rows);

  for (guint r = 0; r < self->n_rows; r++)
    for (guint c = 0; c < self->n; c++)
      rows[r] += lines4 (self->text[r * self->n + c], self->width[c]);
  while (rest > STEP)
    {
      double most = 0;
      guint best = 0;

      for (guint c = 0; c < self->n; c++)
        {
          double gain = gain_of (self, rows, c);

          best = gain > most ? c : best;
          most = MAX (gain, most);
        }
      if (most < 1e-6)
        break;
      for (guint r = 0; r < self->n_rows; r++)
        rows[r] += lines4 (self->text[r * self->n + best], self->width[best] + STEP)
                   - lines4 (self->text[r * self->n + best], self->width[best]);
      self->width[best] += STEP;
      rest -= STEP;
    }
  return rest;
}

static double
sum_of (const double *widths, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i];
  return sum;
}

/* Each column gets its widest word first. */
static void
share_out (Widths *self, double width)
{
  double least = sum_of (self->least, self->n);
  double rest;

  for (guint c = 0; c < self->n; c++)
    self->width[c] = self->least[c] * MIN (1, width / least);
  rest = share_steps (self, width - MIN (least, width));
  for (guint c = 0; c < self->n; c++)
    self->width[c] += rest / self->n;
}

/* About how many lines a row has. */
static double
mean_lines (const Widths *self)
{
  double lines = 0;

  for (guint r = 0; r < self->n_rows; r++)
    {
      double row = 0;

      for (guint c = 0; c < self->n; c++)
        row = MAX (row, lines4 (self->text[r * self->n + c], self->width[c]));
      lines += sqrt (sqrt (row));
    }
  return lines / self->n_rows;
}

static void
set_size (Widths *self, LvReportBlock *block, double size)
{
  block->size = size;
  ask (self, block);
  share_out (self, LV_REPORT_CONTENT);
}

/* Many columns get smaller letters rather than broken words, and many lines a little smaller ones. Where even that is
 * too wide, columns move together, and what is short may stand in two lines. */
static void
fit (Widths *self, LvReportBlock *block)
{
  double least;

  set_size (self, block, LV_REPORT_TABLE_SIZE);
  least = sum_of (self->least, self->n);
  if (least > LV_REPORT_CONTENT)
    set_size (self, block, MAX (SMALLEST, LV_REPORT_TABLE_SIZE * LV_REPORT_CONTENT / least * 0.97));
  else if (mean_lines (self) > MANY_LINES)
    set_size (self, block, SMALLER);
  if (sum_of (self->least, self->n) <= LV_REPORT_CONTENT)
    return;
  block->is_tight = TRUE;
  set_size (self, block, SMALLEST);
  if (sum_of (self->least, self->n) > LV_REPORT_CONTENT)
    set_size (self, block, TIGHTEST);
}

/** Finds where the columns of a table stand, and how large its letters are; once. */
void
lv_report_find_columns (const LvReportPen *pen, LvReportBlock *block)
{
  guint n = block->heads->len;
  guint n_rows = block->rows->len + 1;
  g_autofree double *least = g_new0 (double, n);
  g_autofree double *width = g_new0 (double, n);
  g_autofree double *text = g_new0 (double, n_rows * n);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Widths widths = { n, n_rows, lines, least, width, text };

  if (block->x != NULL)
    return;
  measure_all (&widths, pen, block);
  fit (&widths, block);
  block->x = g_new0 (double, n + 1);
  block->x[0] = LV_REPORT_MARGIN;
  for (guint c = 0; c < n; c++)
    block->x[c + 1] = block->x[c] + width[c];
}
