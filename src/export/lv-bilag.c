/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an attachment says: its parts, notes and sources, and how all formats say them. */
#include "lv-bilag-private.h"

#include "lv-chart-build.h"
#include "lv-compare.h"
#include "lv-number.h"
#include "lv-text.h"
#include "lv-words.h"

#include <math.h>
#include <string.h>

static void
part_free (gpointer data)
{
  LvPart *part = data;

  lv_grid_free (part->grid);
  g_clear_pointer (&part->pieces, g_ptr_array_unref);
  g_clear_pointer (&part->figure, lv_figure_unref);
  g_free (part->title);
  g_free (part->id);
  g_free (part->what);
  g_free (part);
}

/* The attachment's own notes come first, in its order. */
static void
collect_notes (LvBilag *self)
{
  g_auto (GStrv) ids = lv_item_get_list (self->attachment, "notes");

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const LvItem *item = lv_pack_find_kind (self->pack, LV_KIND_WORDS, ids[i]);

      if (item != NULL)
        lv_bilag_note (self, item);
    }
}

/** Returns: whether @attachment holds scenarios beside each other */
gboolean
lv_bilag_compares (const LvItem *attachment)
{
  const LvAttachment *detail = attachment->detail;

  for (guint i = 0; i < detail->sheets->len; i++)
    if (lv_passport_is_beside (&g_array_index (detail->sheets, LvSheet, i)))
      return TRUE;
  return FALSE;
}

/** Returns: (transfer none): the scenarios that stand beside each other; each is computed once */
const LvSides *
lv_bilag_sides (LvBilag *self)
{
  if (self->compared == NULL)
    self->compared = lv_sides_new (&self->side, self->base, self->sides);
  return self->compared;
}

/* Finds out which scenarios stand beside each other, once. */
static const char *
beside (LvBilag *self)
{
  const LvSides *sides;
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) titles = g_string_new (NULL);

  if (self->beside != NULL)
    return self->beside;
  sides = lv_bilag_sides (self);
  for (guint i = 0; i < sides->n; i++)
    {
      g_ptr_array_add (inputs, lv_passport_inputs (sides->side[i].state));
      g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "", sides->side[i].title);
    }
  self->beside = lv_passport_beside ((const char *const *) inputs->pdata, inputs->len);
  self->beside_titles = g_strdup (titles->str);
  return self->beside;
}

/* What passports name a table; where scenarios stand beside each other their numbers are part of it. */
static char *
what_of (LvBilag *self, const LvSheet *sheet, guint n)
{
  return lv_passport_is_beside (sheet) ? lv_passport_what_beside (sheet, n, beside (self))
                                       : lv_passport_what (sheet, n);
}

static void
add_sheet (LvBilag *self, const LvSheet *sheet, GHashTable *seen)
{
  guint first = self->parts->len;

  lv_bilag_add_sheet (self, sheet, seen);
  for (guint i = first; i < self->parts->len; i++)
    ((LvPart *) g_ptr_array_index (self->parts, i))->what = what_of (self, sheet, i - first);
}

/**
 * lv_bilag_new:
 * @attachment: an item of kind attachment
 * @side: the scenario: its title, state, and (nullable) what it says, for the reasons; outlived by all of it
 * @base: the grundprognose
 * @today: the day from which plans are seen
 *
 * Returns: (transfer full): what it says; without parts when there is nothing to show
 */
LvBilag *
lv_bilag_new (const LvItem *attachment, const LvSide *side, const LvState *base, const GDate *today)
{
  return lv_bilag_new_beside (attachment, side, base, today, NULL);
}

/**
 * lv_bilag_new_beside:
 * @sides: (nullable) (element-type LvSide): what is compared; %NULL for the grundprognose, @side and the scenarios that
 *   are there
 *
 * Returns: (transfer full): as lv_bilag_new()
 */
LvBilag *
lv_bilag_new_beside (const LvItem *attachment, const LvSide *side, const LvState *base, const GDate *today,
                     const GPtrArray *sides)
{
  const LvAttachment *detail = attachment->detail;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  LvBilag *self = g_new0 (LvBilag, 1);

  self->attachment = attachment;
  self->pack = lv_model_pack (lv_state_model (side->state));
  self->side = *side;
  self->state = side->state;
  self->base = base;
  self->sides = sides;
  self->today = *today;
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->notes = g_ptr_array_new ();
  self->sources = g_ptr_array_new ();
  collect_notes (self);
  for (guint i = 0; i < detail->sheets->len; i++)
    add_sheet (self, &g_array_index (detail->sheets, LvSheet, i), seen);
  return self;
}

void
lv_bilag_free (LvBilag *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->sources);
  g_clear_pointer (&self->compared, lv_sides_free);
  g_free (self->beside);
  g_free (self->beside_titles);
  g_free (self);
}

/** Returns: whether all of it stands on one page where there are pages */
gboolean
lv_bilag_is_one_page (const LvBilag *self)
{
  return g_strcmp0 (lv_item_get (self->attachment, "one-page"), "yes") == 0;
}

/** Returns: (transfer none): the pack's word ord.xl-@name */
const char *
lv_bilag_word (const LvBilag *self, const char *name, const char *otherwise)
{
  g_autofree char *id = g_strconcat ("xl-", name, NULL);

  return lv_text_word (self->pack, id, otherwise);
}

/** Returns: (transfer full) (nullable): the passport of @part, to stand beside it; %NULL when there are none */
char *
lv_bilag_passport (const LvBilag *self, const LvPart *part)
{
  return self->passport != NULL ? lv_passport_id (self->passport, self->attachment, part->what) : NULL;
}

/** Returns: (transfer full) (nullable): "Sporingskode: 4F7K92QM", for LvPart.what, LV_PASSPORT_NOTES and the like */
char *
lv_bilag_passport_line (const LvBilag *self, const char *what)
{
  g_autofree char *id = self->passport != NULL ? lv_passport_id (self->passport, self->attachment, what) : NULL;

  return id != NULL ? g_strdup_printf ("%s: %s", lv_bilag_word (self, "passport", "Passport"), id) : NULL;
}

/** Returns: (transfer none): what is published where there is no value */
const char *
lv_bilag_missing (const LvBilag *self, LvStatus status)
{
  switch (status)
    {
    case LV_STATUS_ABSENT:
      return lv_bilag_word (self, "absent", "not included");
    case LV_STATUS_NOT_APPLICABLE:
      return lv_bilag_word (self, "not-applicable", "not applicable");
    case LV_STATUS_UNDEFINED:
      return lv_text_status (self->pack, status);
    default:
      return lv_bilag_word (self, "not-stated", "not stated");
    }
}

/** Returns: (transfer full): what a row is called, "Merforbrug [note 3]" */
char *
lv_bilag_label (const LvBilag *self, const LvGridRow *row)
{
  guint index;

  if (row->note == NULL || !g_ptr_array_find (self->notes, row->note, &index))
    return g_strdup (row->label);
  return g_strdup_printf ("%s [%s %u]", row->label, lv_bilag_word (self, "note", "note"), index + 1);
}

/** Returns: the value of a cell that has a node: the scenario's, or where it says so the grundprognose's */
LvValue
lv_bilag_value (const LvBilag *self, const LvGridCell *cell)
{
  return lv_state_get (cell->of_base ? self->base : self->state, cell->node, cell->cell);
}

/** Returns: (transfer full): a cell as people read it */
char *
lv_bilag_cell_text (const LvBilag *self, const LvGridCell *cell)
{
  LvValue value;

  if (cell->text != NULL)
    return g_strdup (cell->text);
  if (cell->node == NULL)
    return lv_number_format_da (cell->number, cell->decimals);
  value = lv_bilag_value (self, cell);
  return isnan (value.number) ? g_strdup (lv_bilag_missing (self, value.status))
                              : lv_number_format_da (value.number, lv_node_unit (cell->node)->decimals);
}

static char *
unique_head (GPtrArray *heads, const char *text)
{
  char *head = g_strdup (text != NULL && text[0] != '\0' ? text : "-");

  for (guint n = 2;; n++)
    {
      gboolean taken = FALSE;

      for (guint i = 0; i < heads->len; i++)
        taken = taken || g_ascii_strcasecmp (g_ptr_array_index (heads, i), head) == 0;
      if (!taken)
        return head;
      g_free (head);
      head = g_strdup_printf ("%s (%u)", text, n);
    }
}

static gboolean
has_numbers (const LvGrid *grid, guint column)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (grid->rows, r);

      if (column < row->cells->len && g_array_index (row->cells, LvGridCell, column).text == NULL)
        return TRUE;
    }
  return FALSE;
}

/* Words beside numbers have no unit; where all numbers are missing, their columns still have one. */
static gboolean
has_unit (const LvGrid *grid, guint column)
{
  gboolean any = FALSE;

  for (guint i = 0; i < grid->heads->len; i++)
    any = any || has_numbers (grid, i);
  return !any || has_numbers (grid, column);
}

/**
 * lv_bilag_heads:
 * @part: (nullable): where each column says unit, price level and basis; %NULL where they stand above the table
 * @grid: the table of @part, or one of its pieces
 *
 * Returns: (transfer full) (element-type utf8): the heads of all columns, no two alike
 */
GPtrArray *
lv_bilag_heads (const LvPart *part, const LvGrid *grid)
{
  gboolean with_unit = part != NULL && part->with_unit && grid->unit != NULL && grid->unit[0] != '\0';
  GPtrArray *heads = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (heads, g_strdup (grid->first));
  for (guint i = 0; i < grid->heads->len; i++)
    {
      const char *text = g_ptr_array_index (grid->heads, i);
      g_autofree char *whole = with_unit && has_unit (grid, i) ? g_strdup_printf ("%s (%s)", text, grid->unit) : g_strdup (text);

      g_ptr_array_add (heads, unique_head (heads, whole));
    }
  return heads;
}

static gboolean
is_something (const LvState *state, const LvGridCell *cell)
{
  double number = lv_state_get (state, cell->node, cell->cell).number;

  return !isnan (number) && number != 0;
}

/** Returns: whether @grid, the values of a chart, has words or a number that is known and not 0: something to draw */
gboolean
lv_bilag_is_drawn (const LvBilag *self, const LvGrid *grid)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (grid->rows, r);

      for (guint c = 0; c < row->cells->len; c++)
        {
          const LvGridCell *cell = &g_array_index (row->cells, LvGridCell, c);

          if (cell->node == NULL || is_something (self->state, cell) || is_something (self->base, cell))
            return TRUE;
        }
      if (row->cells->len == 0)
        return TRUE;
    }
  return FALSE;
}

/** Returns: (transfer full) (nullable): the picture of a figure; %NULL when its kind is shown as a table only, or it would be
 *   empty */
LvFigure *
lv_bilag_figure (const LvBilag *self, const LvPart *part)
{
  g_autoptr (LvChart) chart = NULL;

  if (part->figure != NULL)
    return lv_figure_ref (part->figure);
  chart = part->chart != NULL && lv_bilag_is_drawn (self, part->grid) ? lv_chart_new (part->chart, self->base, NULL) : NULL;
  if (chart == NULL)
    return NULL;
  lv_chart_set_today (chart, &self->today);
  lv_chart_set_published (chart, TRUE);
  return lv_chart_make_figure (chart, self->state, self->base, NULL);
}

/** Returns: (transfer full): the notes, a row each; without rows when there are none */
LvGrid *
lv_bilag_notes (const LvBilag *self)
{
  LvGrid *grid = lv_grid_empty (lv_bilag_word (self, "notes", "Notes"), lv_bilag_word (self, "note-head", "Note"));

  g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (self, "text", "Text")));
  for (guint i = 0; i < self->notes->len; i++)
    {
      g_autofree char *text = lv_words_fill (g_ptr_array_index (self->notes, i), self->state, self->base);
      LvGridRow *row = lv_grid_add_row (
          grid, g_strdup_printf ("%s %u", lv_bilag_word (self, "note", "note"), i + 1), NULL);

      lv_grid_add_text (row, text);
    }
  return grid;
}

/* Days and months as people write them, "oktober 2022". */
static char *
source_text (const LvBilag *self, const LvItem *source, const char *key)
{
  const char *text = lv_item_get (source, key);

  if (text == NULL)
    return NULL;
  return strcmp (key, "date") == 0 || strcmp (key, "checked") == 0 ? lv_grid_day_text (self->pack, text)
                                                                   : g_strdup (text);
}

/** Returns: (transfer full): the sources, a row each; without rows when there are none */
LvGrid *
lv_bilag_sources (const LvBilag *self)
{
  static const char *const keys[] = { "publisher", "date", "what", "checked" };
  LvGrid *grid = lv_grid_empty (lv_bilag_word (self, "sources", "Sources"), lv_bilag_word (self, "source", "Source"));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = g_strconcat ("source-", keys[i], NULL);

      g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (self, name, keys[i])));
    }
  for (guint i = 0; i < self->sources->len; i++)
    {
      const LvItem *item = g_ptr_array_index (self->sources, i);
      LvGridRow *row = lv_grid_add_row (grid, g_strdup (item->title), NULL);

      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        {
          g_autofree char *text = source_text (self, item, keys[k]);

          lv_grid_add_text (row, text != NULL ? text : lv_bilag_word (self, "not-stated", "not stated"));
        }
    }
  return grid;
}

/** Returns: (transfer full): a source in a list, "Økonomisk balance ..., Aarhus Kommune, 2025" */
char *
lv_bilag_source_line (const LvBilag *self, const LvItem *source)
{
  static const char *const keys[] = { "publisher", "date" };
  GString *text = g_string_new (source->title);

  for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
    {
      g_autofree char *said = source_text (self, source, keys[k]);

      if (said != NULL)
        g_string_append_printf (text, ", %s", said);
    }
  return g_string_free (text, FALSE);
}
