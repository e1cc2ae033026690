/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-bridge.h"
#include "lv-cli-sides.h"
#include "lv-components.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
print_head (const LvCli *self, const char *id, double from, double to, double difference)
{
  g_autofree char *first = lv_cli_twelve (self, from);
  g_autofree char *last = lv_cli_twelve (self, to);
  g_autofree char *by = lv_cli_twelve (self, difference);

  lv_cli_print ("%s: %s -> %s = %s\n", id, first, last, by);
}

static const char *
part_id (const LvBridgePart *part)
{
  return part->item != NULL ? part->item->id : "-";
}

static void
print_part (const LvCli *self, const LvBridge *bridge, const LvBridgePart *part)
{
  g_autofree char *number = lv_cli_twelve (self, part->part);
  g_autofree char *alone = lv_cli_twelve (self, part->alone);

  lv_cli_print ("%s %s: ", lv_cause_kind_name (part->kind), part_id (part));
  if (part->status == LV_PART_JOINED)
    lv_cli_print ("with %s", part_id (lv_bridge_part (bridge, part->with)));
  else
    lv_cli_print ("%s", number);
  lv_cli_print (" (alone %s)%s%s\n", alone, part->because != NULL ? " – " : "",
                part->because != NULL ? part->because : "");
}

static void
print_bridge (const LvCli *self, const LvBridge *bridge)
{
  g_autofree char *id = lv_cli_cell_id (bridge->node, (gssize) bridge->cell);
  g_autofree char *interaction = lv_cli_twelve (self, bridge->interaction);
  g_autofree char *rounding = lv_cli_twelve (self, bridge->rounding);

  print_head (self, id, bridge->from.number, bridge->to.number, bridge->difference);
  for (guint i = 0; i < bridge->parts->len; i++)
    print_part (self, bridge, lv_bridge_part (bridge, i));
  lv_cli_print ("interaction: %s\nrounding: %s\n", interaction, rounding);
}

/** bridge ID[@MEMBERS] [SIDE [SIDE]]: why it is another number, cause by cause. */
int
lv_cli_bridge (LvCli *self)
{
  int code = LV_EXIT_OK;
  g_autoptr (LvCliSides) sides = lv_cli_sides_new (self, 2, &code);
  const LvModel *model;
  LvNode *node;
  LvPlace place;
  gssize cell = -1;

  if (sides == NULL)
    return code;
  model = lv_state_model (sides->sides[1].state);
  if (!lv_cli_find_in (model, g_ptr_array_index (self->words, 1), &node, &place))
    return LV_EXIT_USAGE;
  while (lv_place_next (&place, lv_node_shape (node), &cell))
    if (lv_node_present (model, node, (gsize) cell))
      {
        g_autoptr (LvBridge) bridge
            = lv_bridge_new (&sides->sides[0], &sides->sides[1], node, (gsize) cell);

        print_bridge (self, bridge);
      }
  return LV_EXIT_OK;
}

/* One cell of the call's model; told when the word names none or several. */
static gboolean
find_one (LvCli *self, const char *text, LvNode **node, gssize *cell)
{
  LvPlace place;
  gssize second;

  *cell = -1;
  if (!lv_cli_find (self, text, node, &place))
    return FALSE;
  if (lv_place_next (&place, lv_node_shape (*node), cell))
    {
      second = *cell;
      if (!lv_place_next (&place, lv_node_shape (*node), &second))
        return TRUE;
    }
  lv_cli_error (_ ("“%s” is not a single value"), text);
  return FALSE;
}

static void
print_component (const LvCli *self, const LvComponent *one)
{
  g_autofree char *from = lv_cli_twelve (self, one->from);
  g_autofree char *to = lv_cli_twelve (self, one->to);
  g_autofree char *by = lv_cli_twelve (self, one->part);

  lv_cli_print ("%s: %s -> %s = %s\n", one->title, from, to, by);
}

/** lines ID@FROM ID@TO: along which lines of the sum it goes from one cell to the other. */
int
lv_cli_lines (LvCli *self)
{
  g_autoptr (LvComponents) components = NULL;
  g_autofree char *rounding = NULL;
  LvNode *node;
  LvNode *other;
  gssize from;
  gssize to;

  if (!find_one (self, g_ptr_array_index (self->words, 1), &node, &from)
      || !find_one (self, g_ptr_array_index (self->words, 2), &other, &to))
    return LV_EXIT_USAGE;
  if (node != other)
    {
      lv_cli_error (_ ("“%s” and “%s” are not cells of the same value"), lv_node_id (node),
                    lv_node_id (other));
      return LV_EXIT_USAGE;
    }
  components = lv_components_new (self->state, (gsize) from, self->state, (gsize) to, node, self->depth);
  print_head (self, lv_node_id (node), components->from, components->to, components->difference);
  for (guint i = 0; i < components->list->len; i++)
    print_component (self, lv_components_get (components, i));
  rounding = lv_cli_twelve (self, components->rounding);
  lv_cli_print ("rounding: %s\n", rounding);
  return LV_EXIT_OK;
}
