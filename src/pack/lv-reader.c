/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static char *
entry_label (const LvEntry *entry)
{
  char sign[2] = { entry->sign, '\0' };

  if (entry->argument == NULL)
    return g_strdup (entry->key);
  return g_strconcat (entry->key, sign, entry->argument, NULL);
}

/** Returns: (transfer none) (nullable): @text, cut off where it is longer
 * than anybody would read */
char *
lv_clip (char *text, gsize most)
{
  if (text != NULL && strlen (text) > most)
    {
      char *end = g_utf8_find_prev_char (text, text + most - strlen ("…"));

      strcpy (end != NULL ? end : text, "…");
    }
  return text;
}

/**
 * lv_reader_report:
 * @entry: (nullable): the line to blame; the header when %NULL
 * @format: a translated sentence
 *
 * Records a problem of @item, which is broken from now on.
 */
void
lv_reader_report (LvReader *self, LvItem *item, const LvEntry *entry, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *group = NULL;
  g_autofree char *key = NULL;
  va_list args;

  item->broken = TRUE;
  if (lv_problems_count (self->problems) > lv_problems_kept (self->problems))
    {
      lv_problems_add (self->problems, NULL, 0, NULL, NULL, "%s", "");
      return;
    }
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  group = lv_item_group (item);
  key = entry != NULL ? entry_label (entry) : NULL;
  lv_problems_add (self->problems, item->file, entry != NULL ? entry->line : item->line,
                   lv_clip (group, 120), lv_clip (key, 120), "%s", lv_clip (text, 600));
}

/**
 * lv_token_next:
 * @cursor: (inout): where to go on; %NULL after the last token
 * @token: (out caller-allocates): the token without surrounding spaces
 *
 * Cuts the next part off a list. A list without separators has one part.
 *
 * Returns: %FALSE after the last one
 */
gboolean
lv_token_next (const char **cursor, char separator, GString *token)
{
  const char *begin = *cursor;
  const char *end;

  if (begin == NULL)
    return FALSE;
  end = strchr (begin, separator);
  *cursor = end != NULL ? end + 1 : NULL;
  if (end == NULL)
    end = begin + strlen (begin);
  while (begin < end && *begin == ' ')
    begin++;
  while (end > begin && end[-1] == ' ')
    end--;
  g_string_truncate (token, 0);
  g_string_append_len (token, begin, end - begin);
  return TRUE;
}

/**
 * lv_whole_parse:
 *
 * Returns: %FALSE when @text is not a whole number from 0 to @most in its shortest form
 */
gboolean
lv_whole_parse (const char *text, guint most, guint *value)
{
  gsize length = strlen (text);
  guint parsed = 0;

  if (length == 0 || length > 8 || strspn (text, "0123456789") != length)
    return FALSE;
  if (text[0] == '0' && length > 1)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    parsed = parsed * 10 + (guint) (text[i] - '0');
  *value = parsed;
  return parsed <= most;
}

/**
 * lv_value_parse:
 * @text: a number, "?" for missing, "-" for not applicable, nothing for absent
 * @value: (out): NaN when there is none
 * @status: (out): published when it is a number
 *
 * Returns: %FALSE when @text is none of them
 */
gboolean
lv_value_parse (const char *text, double *value, LvStatus *status)
{
  *value = NAN;
  if (text[0] == '\0')
    *status = LV_STATUS_ABSENT;
  else if (strcmp (text, "?") == 0)
    *status = LV_STATUS_MISSING;
  else if (strcmp (text, "-") == 0)
    *status = LV_STATUS_NOT_APPLICABLE;
  else
    {
      *status = LV_STATUS_PUBLISHED;
      return lv_number_parse_c (text, value);
    }
  return TRUE;
}

/** Returns: %FALSE, reported, when the pack would have too many cells with @cells more */
gboolean
lv_reader_take_cells (LvReader *self, LvItem *item, const LvEntry *entry, gsize cells)
{
  if (cells > LV_MAX_CELLS)
    {
      lv_reader_report (self, item, entry, _ ("it would have %.0f cells; at most %d are allowed"),
                        (double) cells, LV_MAX_CELLS);
      return FALSE;
    }
  if (cells > LV_MAX_PACK_CELLS - self->cells)
    {
      lv_reader_report (self, item, entry, _ ("the pack would have more than %d cells in all"),
                        LV_MAX_PACK_CELLS);
      return FALSE;
    }
  self->cells += cells;
  return TRUE;
}

static gsize
walk_cell (const LvCellWalk *walk)
{
  gsize cell = 0;

  for (guint i = 0; i < walk->place->n; i++)
    cell = cell * lv_axis_length (walk->shape->axis[i]) + walk->at[i];
  return cell;
}

/**
 * lv_cell_walk_next:
 * @walk: (inout): shape and place, the rest zero to begin
 * @cell: (out): the next cell
 *
 * Returns: %FALSE after the last one
 */
gboolean
lv_cell_walk_next (LvCellWalk *walk, gsize *cell)
{
  guint i = walk->place->n;

  if (!walk->begun)
    {
      memcpy (walk->at, walk->place->from, sizeof walk->at);
      walk->begun = TRUE;
      *cell = walk_cell (walk);
      return TRUE;
    }
  while (i-- > 0)
    {
      if (walk->at[i] < walk->place->to[i])
        {
          walk->at[i]++;
          *cell = walk_cell (walk);
          return TRUE;
        }
      walk->at[i] = walk->place->from[i];
    }
  return FALSE;
}

LvPiece *
lv_piece_at (GArray *pieces, guint index)
{
  return &g_array_index (pieces, LvPiece, index);
}
