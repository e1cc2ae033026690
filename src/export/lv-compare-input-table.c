/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inputs that differ between scenarios. Cells of one parameter that say the same, for the same reason, are one row: a
 * reader wants to see what was chosen, not how often it was typed. */
#include "lv-compare-tables-private.h"

#include "lv-text.h"

#include <string.h>

/* So many members are named. */
#define MOST_MEMBERS 4

/* What a row says behind its name: of each side, and why. */
typedef struct
{
  const LvCompareInput *input;
  char *texts[LV_MAX_SIDES];
  char *because;
  GPtrArray *members; /* (owned) (element-type utf8) */
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  for (guint s = 0; s < LV_MAX_SIDES; s++)
    g_free (line->texts[s]);
  g_free (line->because);
  g_ptr_array_unref (line->members);
  g_free (line);
}

/* A reason that all sides give alike is said once; else each is said with its side. */
static char *
reason_of (const LvSides *sides, const LvCompareInput *input)
{
  GString *out = g_string_new (NULL);
  const char *first = NULL;
  gboolean alike = TRUE;

  for (guint s = 0; s < sides->n; s++)
    if (input->because[s] != NULL && first == NULL)
      first = input->because[s];
    else if (input->because[s] != NULL)
      alike = alike && strcmp (first, input->because[s]) == 0;
  if (alike && first != NULL)
    return g_string_free (g_string_append (out, first), FALSE);
  for (guint s = 0; s < sides->n; s++)
    if (input->because[s] != NULL)
      g_string_append_printf (out, "%s%s: %s", out->len > 0 ? "; " : "", sides->side[s].title, input->because[s]);
  return g_string_free (out, FALSE);
}

static char *
members_of (const LvCompareInput *input)
{
  return input->node != NULL ? lv_shape_cell_title (lv_node_shape (input->node), input->cell) : g_strdup ("");
}

/** Returns: (transfer full): an input on a side as it is published: what is missing is not stated, days are in words */
char *
lv_compare_published_text (const LvCompare *compare, const LvCompareInput *input, guint side)
{
  const LvPack *pack = lv_model_pack (lv_state_model (compare->sides[side].state));
  const char *not_stated = lv_text_word (pack, "xl-not-stated", "not stated");

  if (input->node == NULL)
    return input->dates[side] != NULL ? lv_grid_day_text (pack, input->dates[side]) : g_strdup (not_stated);
  return input->values[side].status == LV_STATUS_MISSING ? g_strdup (not_stated)
                                                         : lv_compare_input_text (compare, input, side);
}

static Line *
line_new (const LvSides *sides, const LvCompare *compare, const LvCompareInput *input)
{
  Line *line = g_new0 (Line, 1);

  line->input = input;
  line->because = reason_of (sides, input);
  line->members = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (line->members, members_of (input));
  for (guint s = 0; s < sides->n; s++)
    line->texts[s] = lv_compare_published_text (compare, input, s);
  return line;
}

static gboolean
says_the_same (const LvSides *sides, const Line *a, const Line *b)
{
  if (a->input->node == NULL || a->input->node != b->input->node || strcmp (a->because, b->because) != 0)
    return FALSE;
  for (guint s = 0; s < sides->n; s++)
    if (strcmp (a->texts[s], b->texts[s]) != 0)
      return FALSE;
  return TRUE;
}

static void
add_line (const LvSides *sides, GPtrArray *lines, Line *line)
{
  for (guint i = lines->len; i > 0; i--)
    {
      Line *before = g_ptr_array_index (lines, i - 1);

      if (before->input->node != line->input->node)
        break;
      if (!says_the_same (sides, before, line))
        continue;
      g_ptr_array_add (before->members, members_of (line->input));
      line_free (line);
      return;
    }
  g_ptr_array_add (lines, line);
}

/* "Loeft pr. år: 2027; 2028", or the name alone where all cells say the same. */
static char *
label_of (const LvPack *pack, const Line *line)
{
  const LvNode *node = line->input->node;
  GString *out;

  if (line->members->len == 1)
    return g_strdup (line->input->title);
  out = g_string_new (lv_node_title (node));
  if (line->members->len == lv_shape_cells (lv_node_shape (node)))
    return g_string_free (out, FALSE);
  for (guint i = 0; i < line->members->len && i < MOST_MEMBERS; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? ": " : "; ", (const char *) g_ptr_array_index (line->members, i));
  if (line->members->len > MOST_MEMBERS)
    {
      g_autofree char *count = g_strdup_printf ("%u", line->members->len - MOST_MEMBERS);
      g_autofree char *more = lv_text_fill (lv_text_word (pack, "plan-more", "and {1} more"),
                                            (const char *const[]){ count }, 1);

      g_string_append_printf (out, " %s", more);
    }
  return g_string_free (out, FALSE);
}

static LvGrid *
grid_of (const LvSides *sides, const LvPack *pack, const char *title, const GPtrArray *lines)
{
  LvGrid *grid = lv_grid_empty (title, lv_text_word (pack, "analysis-input", "Input"));

  for (guint s = 0; s < sides->n; s++)
    g_ptr_array_add (grid->heads, g_strdup (sides->side[s].title));
  g_ptr_array_add (grid->heads, g_strdup (lv_text_word (pack, "analysis-because", "Because")));
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = g_ptr_array_index (lines, i);
      LvGridRow *row = lv_grid_add_row (grid, label_of (pack, line), NULL);

      for (guint s = 0; s < sides->n; s++)
        lv_grid_add_text (row, line->texts[s]);
      lv_grid_add_text (row, line->because[0] != '\0' ? line->because
                                                      : lv_text_word (pack, "xl-no-reason", "no reason given"));
    }
  return grid;
}

/** Returns: (transfer full): the inputs that differ, with the reasons; a sentence where none does */
LvGrid *
lv_compare_inputs_table (const LvSheet *sheet, const LvSides *sides)
{
  const LvPack *pack = lv_model_pack (lv_state_model (sides->side[0].state));
  g_autoptr (LvCompare) compare = lv_compare_new (sides->side, sides->n);
  g_autoptr (GPtrArray) inputs = lv_compare_inputs (compare);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  const char *title = sheet->title != NULL ? sheet->title : lv_text_word (pack, "analysis-inputs", "Inputs");

  for (guint i = 0; i < inputs->len; i++)
    add_line (sides, lines, line_new (sides, compare, g_ptr_array_index (inputs, i)));
  if (lines->len == 0)
    return lv_compare_sentence_table (pack, title, lv_text_word (pack, "compare-no-inputs", "No inputs differ."));
  return grid_of (sides, pack, title, lines);
}
