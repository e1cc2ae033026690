/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How high rows are: programs do not make them fit for a file that they open. Letters are measured by the widths of
 * Helvetica, which Arial and what stands in for it share; so the height is the same wherever the workbook is made. */
#include "lv-workbook-private.h"

#include <math.h>

#define LETTERS 11.0  /* points */
#define TITLE 16.0
#define LINE 15.0     /* of letters of 11 points */
#define TITLE_LINE 22.0
#define HIGHEST 400.0
#define LEAST_COLUMN 8 /* characters of a column that nobody made wider */

/* A column is as many figures wide; its margins are beside them. */
#define CHARACTER (LETTERS * 0.556)

/* Bold letters of a text are wider by as much. */
#define BOLD 1.08

/* Thousandths of the size, from the space on. */
static const guint16 widths[] = {
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, /* space to / */
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, /* 0 to ? */
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, /* @ to O */
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, /* P to _ */
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, /* ` to o */
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,      /* p to ~ */
};

static double
letter_width (gunichar letter)
{
  if (letter >= ' ' && letter < ' ' + G_N_ELEMENTS (widths))
    return widths[letter - ' '];
  switch (letter)
    {
    case 0xC6: /* Æ */
    case 0x2026: /* … */
    case 0x2192: /* → */
      return 1000;
    case 0xE6: /* æ */
      return 889;
    case 0xD8: /* Ø */
      return 778;
    case 0xC5: /* Å */
      return 667;
    case 0xF8: /* ø */
      return 611;
    default:
      return 556;
    }
}

/* In points; up to @end. */
static double
text_width (const char *text, const char *end, double size)
{
  double width = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    width += letter_width (g_utf8_get_char (p));
  return width * size / 1000;
}

/* The end of the piece at @text that stays together: a word, or what of it ends in a hyphen. */
static const char *
piece_end (const char *text)
{
  const char *p = text;

  while (*p != '\0' && *p != ' ' && *p != '\n')
    {
      p++;
      if (p[-1] == '-' && p - text > 1 && g_ascii_isalnum (p[-2]) && *p != ' ')
        break;
    }
  return p;
}

/* Lines of @text where there are @room points. */
static guint
lines_in (const char *text, double room, double size)
{
  guint lines = 1;
  double used = 0;

  while (*text != '\0')
    {
      const char *end = piece_end (text);
      double width = text_width (text, end, size);

      if (used > 0 && used + width > room)
        {
          lines++;
          used = 0;
        }
      for (; width > room; width -= room)
        lines++;
      used += width;
      for (; *end == ' ' || *end == '\n'; end++)
        {
          lines += *end == '\n';
          used = *end == '\n' ? 0 : used + letter_width (' ') * size / 1000;
        }
      text = end;
    }
  return lines;
}

/* In points; not less than a reader may reckon who only counts letters, 1.25 to a figure. */
static double
height_in (const char *text, double room, double size, double line)
{
  double by_letters = g_utf8_strlen (text, -1) * 0.445 * size / room;

  return line * MAX (lines_in (text, room, size), ceil (by_letters));
}

gpointer
lv_workbook_column_key (guint sheet, guint column)
{
  return GUINT_TO_POINTER (sheet * 20000 + column + 1);
}

/** Notes a text that wraps. */
void
lv_workbook_note_text (LvWorkbook *self, LvCellPlace at, const char *text, LvStyle style)
{
  LvTextSize size = { .at = at };

  size.bold = style == LV_STYLE_HEADER || style == LV_STYLE_HEADER_RIGHT;
  size.heading = style == LV_STYLE_HEADING_1;
  if (!size.bold && !size.heading && style != LV_STYLE_WRAP && style != LV_STYLE_HELPER && style != LV_STYLE_TITLE
      && style != LV_STYLE_LINK)
    return;
  size.text = g_strdup (text);
  g_array_append_val (self->texts, size);
}

void
lv_text_size_clear (gpointer data)
{
  g_free (((LvTextSize *) data)->text);
}

static double
height_of (const LvWorkbook *self, const LvTextSize *text)
{
  guint width = GPOINTER_TO_UINT (
      g_hash_table_lookup (self->widths, lv_workbook_column_key (text->at.sheet, text->at.column)));
  double room = MAX (width, LEAST_COLUMN) * CHARACTER / (text->heading || text->bold ? BOLD : 1);

  if (text->heading)
    return height_in (text->text, room, TITLE, TITLE_LINE) + 1;
  return text->at.row == 0 ? 24 : height_in (text->text, room, LETTERS, LINE);
}

/** Makes every row as high as its longest text; programs do not do it for a file that they open. */
void
lv_workbook_set_heights (LvWorkbook *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  for (guint i = 0; i < self->texts->len; i++)
    {
      const LvTextSize *text = &g_array_index (self->texts, LvTextSize, i);
      gint64 row = ((gint64) text->at.sheet << 32) + text->at.row;
      double height = height_of (self, text);
      const double *have = g_hash_table_lookup (rows, &row);

      if (height > LINE && (have == NULL || *have < height))
        g_hash_table_insert (rows, g_memdup2 (&row, sizeof row), g_memdup2 (&height, sizeof height));
    }
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint sheet = (guint) (*(gint64 *) key >> 32);
      locale_t before;
      lxw_worksheet *ws = lv_workbook_begin (self, sheet, &before);

      lv_workbook_end (self, before,
                       worksheet_set_row (ws, (lxw_row_t) (*(gint64 *) key & 0xffffffff),
                                          MIN (*(double *) value, HIGHEST), NULL),
                       "height");
    }
}
