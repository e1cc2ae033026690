/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moves a number from the grundprognose to the scenario, the largest causes first. */
#include "lv-causes.h"

#include "lv-bridge.h"
#include "lv-number.h"
#include "lv-text.h"

#include <math.h>

typedef struct
{
  const LvPack *pack;
  const LvBridge *bridge;
  LvGrid *grid;
} Causes;

static const char *
word (const LvPack *pack, const char *name)
{
  g_autofree char *id = g_strconcat ("causes-", name, NULL);

  return lv_text_word (pack, id, name);
}

static void
add_row (Causes *self, const char *label, double number, const char *because)
{
  LvGridRow *row = lv_grid_add_row (self->grid, g_strdup (label), NULL);
  LvGridCell cell = { .decimals = MAX (lv_node_unit (self->bridge->node)->decimals, 0) };

  if (isnan (number))
    cell.text = g_strdup (lv_text_word (self->pack, "xl-not-stated", "not stated"));
  else
    cell.number = lv_text_as_shown (self->bridge->node, number);
  g_array_append_val (row->cells, cell);
  lv_grid_add_text (row, because);
}

/* A part that another holds is told with that one. */
static char *
label_of (const Causes *self, guint index)
{
  GString *label = g_string_new (NULL);

  for (guint i = 0; i <= index; i++)
    {
      const LvBridgePart *part = lv_bridge_part (self->bridge, i);

      if (i == index || (part->status == LV_PART_JOINED && part->with == index))
        g_string_append_printf (label, "%s%s", label->len > 0 ? " + " : "", part->title);
    }
  return g_string_free (label, FALSE);
}

static int
by_size (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const LvBridge *bridge = user_data;
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;
  double left = fabs (lv_bridge_part (bridge, one)->part);
  double right = fabs (lv_bridge_part (bridge, other)->part);

  if (left == right || (isnan (left) && isnan (right)))
    return one < other ? -1 : 1;
  return isnan (left) ? 1 : isnan (right) || left > right ? -1 : 1;
}

static GArray *
sorted (const LvBridge *bridge)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < bridge->parts->len; i++)
    if (lv_bridge_part (bridge, i)->status != LV_PART_JOINED)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, by_size, (gpointer) bridge);
  return order;
}

/* What is not named is one line, so that the lines still give the difference. */
static void
add_rest (Causes *self, const GArray *order, guint from)
{
  g_autofree char *count = g_strdup_printf ("%u", order->len - from);
  g_autofree char *label = NULL;
  double sum = 0;

  if (from >= order->len)
    return;
  for (guint i = from; i < order->len; i++)
    {
      double part = lv_bridge_part (self->bridge, g_array_index (order, guint, i))->part;

      sum += isnan (part) ? 0 : part;
    }
  label = lv_text_fill (word (self->pack, "others"), (const char *const[]){ count }, 1);
  add_row (self, label, sum, lv_text_word (self->pack, "xl-no-remark", "none"));
}

static void
add_causes (Causes *self, guint most)
{
  g_autoptr (GArray) order = sorted (self->bridge);
  guint named = most > 0 ? MIN (most, order->len) : order->len;

  /* Among the largest is none that shows as 0. */
  while (most > 0 && named > 1
         && lv_text_as_shown (self->bridge->node, lv_bridge_part (self->bridge, g_array_index (order, guint, named - 1))->part) == 0)
    named--;
  for (guint i = 0; i < named; i++)
    {
      guint index = g_array_index (order, guint, i);
      const LvBridgePart *part = lv_bridge_part (self->bridge, index);
      g_autofree char *label = label_of (self, index);

      add_row (self, label, part->part,
               part->because != NULL && part->because[0] != '\0' ? part->because
                                                                 : lv_text_word (self->pack, "xl-no-reason", "no reason given"));
    }
  add_rest (self, order, named);
}

/* The lines are shown as rounded numbers: what they lack in the difference as it is shown is a line of its own. */
static void
add_rounding (Causes *self, const LvSide *to)
{
  const char *none = lv_text_word (self->pack, "xl-no-remark", "none");
  const LvNode *node = self->bridge->node;
  double lacking = lv_text_as_shown (node, self->bridge->to.number);

  for (guint r = 0; r < self->grid->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (self->grid->rows, r);
      const LvGridCell *cell = &g_array_index (row->cells, LvGridCell, 0);

      lacking -= cell->text == NULL ? cell->number : 0;
    }
  if (!isnan (lacking) && !lv_text_is_zero (node, lacking))
    add_row (self, lv_text_word (self->pack, "chart-rounding", "Rounding"), lacking, none);
  add_row (self, to->title, self->bridge->to.number, none);
}

static void
fill (Causes *self, const LvSheet *sheet, const LvSide *from, const LvSide *to)
{
  const char *none = lv_text_word (self->pack, "xl-no-remark", "none");

  g_ptr_array_add (self->grid->heads, g_strdup (self->bridge->title));
  g_ptr_array_add (self->grid->heads, g_strdup (lv_text_word (self->pack, "analysis-because", "Because")));
  g_ptr_array_add (self->grid->nodes, (gpointer) self->bridge->node);
  add_row (self, from->title, self->bridge->from.number, none);
  add_causes (self, sheet->most);
  add_rounding (self, to);
}

static char *
title_of (const LvPack *pack, const LvSheet *sheet, const LvNode *node)
{
  const char *args[] = { lv_node_title (node) };

  return sheet->title != NULL ? g_strdup (sheet->title) : lv_text_fill (word (pack, "title"), args, 1);
}

static gboolean
find_cell (const LvModel *model, const char *reference, const LvNode **node, gssize *cell)
{
  g_auto (GStrv) parts = g_strsplit (reference, "@", 2);
  g_autofree char *reason = NULL;
  LvPlace place;
  gssize last = -1;

  *cell = -1;
  *node = parts[0] != NULL ? lv_model_find (model, parts[0]) : NULL;
  if (*node == NULL || !lv_place_parse (parts[1] != NULL ? parts[1] : "", lv_node_shape (*node), &place, &reason))
    return FALSE;
  while (lv_place_next (&place, lv_node_shape (*node), &last))
    if (lv_node_present (model, *node, (gsize) last))
      *cell = last;
  return *cell >= 0;
}

/**
 * lv_causes_table:
 * @sheet: a value, of which the last cell counts, and how many causes are named
 * @side: the scenario
 *
 * Returns: (transfer full) (nullable): from the grundprognose to the scenario, cause by cause; a sentence where nothing moves
 *   the value
 */
LvGrid *
lv_causes_table (const LvSheet *sheet, const LvSide *side, const LvState *base)
{
  const LvPack *pack = lv_model_pack (lv_state_model (side->state));
  const LvSide from = { lv_text_word (pack, "baseline", "Baseline"), base, NULL };
  const LvNode *node;
  gssize cell;
  g_autoptr (LvBridge) bridge = NULL;
  g_autofree char *title = NULL;
  Causes self = { .pack = pack };

  if (sheet->pattern == NULL || !find_cell (lv_state_model (side->state), sheet->pattern, &node, &cell))
    return NULL;
  bridge = lv_bridge_new (&from, side, node, (gsize) cell);
  title = title_of (pack, sheet, node);
  self.bridge = bridge;
  self.grid = lv_grid_empty (title, lv_text_word (pack, "analysis-cause", "Cause"));
  if (bridge->parts->len == 0)
    lv_grid_add_row (self.grid, lv_text_fill (word (pack, "none"), (const char *const[]){ bridge->title }, 1), NULL);
  else
    fill (&self, sheet, &from, side);
  if (bridge->parts->len > 0)
    lv_grid_settle_unit (self.grid, pack);
  return self.grid;
}
