/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-measure.h"

#include <string.h>

#include "lv-syllable.h"

#define SOFT_HYPHEN "\302\255"
#define ELLIPSIS "…"

static void
fixed_extents (LvTextMeasure *self, const char *text, const LvFont *font, double *width,
               double *height)
{
  *width = (double) g_utf8_strlen (text, -1) * font->size * (font->bold ? 0.6 : 0.55);
  *height = font->size * 1.25;
}

static void
fixed_free (LvTextMeasure *self)
{
  g_free (self);
}

/**
 * lv_measure_fixed_new:
 *
 * Returns: (transfer full): a measure where every letter is as wide as the others, for goldens
 *   that hold on a machine with other fonts
 */
LvTextMeasure *
lv_measure_fixed_new (void)
{
  LvTextMeasure *self = g_new0 (LvTextMeasure, 1);

  self->extents = fixed_extents;
  self->free = fixed_free;
  self->family = g_strdup ("Sans");
  self->text_scale = 1.0;
  return self;
}

/**
 * lv_measure_free:
 * @self: (transfer full): a measure
 */
void
lv_measure_free (LvTextMeasure *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->family, g_free);
  self->free (self);
}

/**
 * lv_measure_width:
 * @self: a measure
 * @text: one line of text
 * @font: the font
 *
 * Returns: the width in points
 */
double
lv_measure_width (LvTextMeasure *self, const char *text, const LvFont *font)
{
  double width = 0.0;
  double height = 0.0;

  self->extents (self, text, font, &width, &height);
  return width;
}

/**
 * lv_measure_height:
 * @self: a measure
 * @font: the font
 *
 * Returns: the height of a line in points
 */
double
lv_measure_height (LvTextMeasure *self, const LvFont *font)
{
  double width = 0.0;
  double height = 0.0;

  self->extents (self, "Åg", font, &width, &height);
  return height;
}

/* The text without its soft hyphens: they are advice to the wrapping, not letters. */
static char *
plain (const char *text, gsize length)
{
  GString *out = g_string_new_len (text, (gssize) length);

  g_string_replace (out, SOFT_HYPHEN, "", 0);
  g_strchomp (out->str);
  return g_string_free (out, FALSE);
}

static char *
cut (const char *text, glong letters)
{
  g_autofree char *head = g_utf8_substring (text, 0, letters);

  g_strchomp (head);
  while (*head != '\0' && strchr (",;:-/(", head[strlen (head) - 1]) != NULL)
    {
      head[strlen (head) - 1] = '\0';
      g_strchomp (head);
    }
  return g_strconcat (head, ELLIPSIS, NULL);
}

/**
 * lv_text_shorten:
 * @measure: a measure
 * @text: one line of text
 * @font: the font
 * @width: the room in points
 *
 * Returns: (transfer full): @text, or as much of it as fits with an ellipsis; only the ellipsis
 *   if there is room for nothing
 */
char *
lv_text_shorten (LvTextMeasure *measure, const char *text, const LvFont *font, double width)
{
  g_autofree char *whole = plain (text, strlen (text));
  glong low = 0;
  glong high = g_utf8_strlen (whole, -1);

  if (lv_measure_width (measure, whole, font) <= width)
    return g_steal_pointer (&whole);
  while (low + 1 < high)
    {
      glong middle = (low + high) / 2;
      g_autofree char *candidate = cut (whole, middle);

      if (lv_measure_width (measure, candidate, font) <= width)
        low = middle;
      else
        high = middle;
    }
  return low == 0 ? g_strdup (ELLIPSIS) : cut (whole, low);
}

/* Whether what ends at @space is "§", or a letter with a full stop: "s. 64". */
static gboolean
is_mark (const char *text, const char *space)
{
  gsize length = (gsize) (space - text);

  if (length >= 2 && memcmp (space - 2, "§", 2) == 0)
    return TRUE;
  return length >= 2 && space[-1] == '.' && g_ascii_isalpha (space[-2])
         && (length == 2 || space[-3] == ' ' || space[-3] == '(');
}

/* Whether a space keeps "464 mio. kr." together: after a number or an abbreviation, and before a
 * word that begins no sentence; and "§ 85 a". */
static gboolean
is_close (const char *text, const char *space)
{
  if (is_mark (text, space))
    return TRUE;
  return space > text && (g_ascii_isdigit (space[-1]) || space[-1] == '.')
         && g_unichar_islower (g_utf8_get_char (space + 1));
}

/* The end of the piece that begins at @text: after a space, a hyphen, a stroke or a soft
 * hyphen.  With @close numbers stay with their units, as a no-break space always does. */
static const char *
next_break (const char *text, gboolean close)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '/' || (*p == ' ' && !(close && is_close (text, p))))
        return p + 1;
      /* A hyphen between letters parts a word; one before a number is its sign. */
      if (*p == '-' && p > text && p[1] != '\0' && p[1] != ' ')
        return p + 1;
      if (g_str_has_prefix (p, SOFT_HYPHEN))
        return p + strlen (SOFT_HYPHEN);
    }
  return text + strlen (text);
}

static char *
line_text (const char *start, const char *end)
{
  gsize length = (gsize) (end - start);
  g_autofree char *line = plain (start, length);

  if (*end != '\0' && length >= 2 && memcmp (end - 2, SOFT_HYPHEN, 2) == 0)
    return g_strconcat (line, "-", NULL);
  return g_steal_pointer (&line);
}

/* Where the line from @start may end. Returns: (element-type const char *): @start itself, then one after the other */
static GPtrArray *
list_breaks (const char *start, gboolean close)
{
  GPtrArray *breaks = g_ptr_array_new ();
  const char *last = start;

  for (const char *end = next_break (start, close); end > last; end = next_break (end, close))
    {
      g_ptr_array_add (breaks, (char *) last);
      last = end;
    }
  g_ptr_array_add (breaks, (char *) last);
  return breaks;
}

/* The last of @breaks above @low and below @high that is at most @bytes from the first; the one after @low if none is. */
static guint
nearest_break (const GPtrArray *breaks, guint low, guint high, double bytes)
{
  const char *start = g_ptr_array_index (breaks, 0);
  guint best = low + 1;

  while (best + 1 < high && (const char *) g_ptr_array_index (breaks, best + 1) - start <= bytes)
    best++;
  return best;
}

/* The furthest break whose line still fits, or @start if not even the first piece does. To measure is what costs, so the
 * next break to try is where the width of the last one tells that the line ends. */
static const char *
fill_line_with (LvTextMeasure *measure, const char *start, const LvFont *font, double width,
                gboolean close)
{
  g_autoptr (GPtrArray) breaks = list_breaks (start, close);
  double bytes = width / (font->size * 0.55);
  guint low = 0;
  guint high = breaks->len;

  while (high - low > 1)
    {
      guint middle = nearest_break (breaks, low, high, bytes);
      const char *end = g_ptr_array_index (breaks, middle);
      g_autofree char *line = line_text (start, end);
      double used = lv_measure_width (measure, line, font);

      if (used > width)
        high = middle;
      else
        low = middle;
      bytes = (double) (end - start) * width / MAX (used, 1);
    }
  return g_ptr_array_index (breaks, low);
}

/* Where a number and its unit are wider than the line, they part after all. */
static const char *
fill_line (LvTextMeasure *measure, const char *start, const LvFont *font, double width)
{
  const char *best = fill_line_with (measure, start, font, width, TRUE);

  return best > start ? best : fill_line_with (measure, start, font, width, FALSE);
}

/* The first part of the word from @start to @end, as long as it fits with its hyphen. Returns: where the second begins;
 * @start when not even a syllable fits */
static const char *
part_word (LvTextMeasure *measure, const char *start, const char *end, const LvFont *font, double width)
{
  const char *best = start;

  for (const char *at = lv_syllable_next (start, start, end); at < end; at = lv_syllable_next (start, at, end))
    {
      g_autofree char *head = plain (start, (gsize) (at - start));
      g_autofree char *line = g_strconcat (head, "-", NULL);

      if (lv_measure_width (measure, line, font) > width)
        break;
      best = at;
    }
  return best;
}

/* A piece that is wider than the line. Returns: (transfer full): what stands of it, and @text moves on */
static char *
wide_piece (LvTextMeasure *measure, const char **text, const LvFont *font, double width, gboolean *parted,
            gboolean *lost)
{
  const char *start = *text;
  const char *end = next_break (start, FALSE);
  const char *part = parted != NULL ? part_word (measure, start, end, font, width) : start;
  g_autofree char *piece = part > start ? plain (start, (gsize) (part - start)) : line_text (start, end);

  *text = part > start ? part : end;
  if (part == start)
    {
      *lost = TRUE;
      return lv_text_shorten (measure, piece, font, width);
    }
  *parted = TRUE;
  return g_strconcat (piece, "-", NULL);
}

/* @parted: (nullable): words may be parted, and it is told */
static GPtrArray *
wrap (LvTextMeasure *measure, const char *text, const LvFont *font, double width, int max_lines,
      gboolean *shortened, gboolean *parted)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  gboolean lost = FALSE;

  while (*text != '\0')
    {
      const char *end = fill_line (measure, text, font, width);
      gboolean is_last = (int) lines->len + 1 >= max_lines;

      if (is_last && *end != '\0')
        {
          g_ptr_array_add (lines, lv_text_shorten (measure, text, font, width));
          lost = TRUE;
          break;
        }
      if (end == text)
        g_ptr_array_add (lines, wide_piece (measure, &text, font, width, parted, &lost));
      else
        g_ptr_array_add (lines, line_text (text, end));
      text = MAX (text, end);
    }
  if (shortened != NULL)
    *shortened = lost;
  return lines;
}

/**
 * lv_text_wrap:
 * @measure: a measure
 * @text: a text; U+00AD marks where a word may be parted
 * @font: the font
 * @width: the room in points
 * @max_lines: at least 1
 * @shortened: (out) (optional): whether something had to be left out
 *
 * Returns: (transfer full) (element-type utf8): the lines, none wider than @width
 */
GPtrArray *
lv_text_wrap (LvTextMeasure *measure, const char *text, const LvFont *font, double width,
              int max_lines, gboolean *shortened)
{
  return wrap (measure, text, font, width, max_lines, shortened, NULL);
}

/**
 * lv_text_wrap_whole:
 * @parted: (out): whether a word that is wider than a line had to be parted
 *
 * As lv_text_wrap(), but such a word goes on in the next line instead of being cut.
 *
 * Returns: (transfer full) (element-type utf8): the lines, none wider than @width
 */
GPtrArray *
lv_text_wrap_whole (LvTextMeasure *measure, const char *text, const LvFont *font, double width,
                    int max_lines, gboolean *shortened, gboolean *parted)
{
  *parted = FALSE;
  return wrap (measure, text, font, width, max_lines, shortened, parted);
}
