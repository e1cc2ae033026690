/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of evaluation: strongly connected parts of the graph (Tarjan), without recursion, as chains
 * may be thousands long. A part of several nodes is a loop; it is legal when one axis exists along
 * which every way round steps back and which nothing in it reduces or fixes. */
#include "lv-model-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LvModel *model;
  guint next;
  guint *number; /* 0: not seen */
  guint *low;
  guint8 *stacked;
  GArray *stack; /* guint: nodes of parts not yet closed */
  GArray *frames; /* guint[2]: node, next use */
} Tarjan;

static void
block_free (gpointer data)
{
  LvBlock *block = data;

  g_ptr_array_unref (block->nodes);
  g_clear_pointer (&block->ops, g_ptr_array_unref);
  g_array_unref (block->dependents);
  g_free (block);
}

static LvBlock *
block_new (void)
{
  LvBlock *block = g_new0 (LvBlock, 1);

  block->nodes = g_ptr_array_new ();
  block->ops = g_ptr_array_new_with_free_func (lv_op_free);
  block->dependents = g_array_new (FALSE, FALSE, sizeof (guint));
  return block;
}

static void
enter (Tarjan *self, guint node)
{
  guint frame[2] = { node, 0 };

  self->number[node] = self->low[node] = ++self->next;
  self->stacked[node] = TRUE;
  g_array_append_val (self->stack, node);
  g_array_append_val (self->frames, frame);
}

static void
close_part (Tarjan *self, guint root)
{
  LvBlock *block = block_new ();
  guint node;

  do
    {
      node = g_array_index (self->stack, guint, self->stack->len - 1);
      g_array_set_size (self->stack, self->stack->len - 1);
      self->stacked[node] = FALSE;
      g_ptr_array_add (block->nodes, g_ptr_array_index (self->model->nodes, node));
    }
  while (node != root);
  g_ptr_array_add (self->model->blocks, block);
}

static void
step (Tarjan *self)
{
  guint *frame = &g_array_index (self->frames, guint, 2 * (self->frames->len - 1));
  guint node = frame[0];
  const GArray *uses = ((LvNode *) g_ptr_array_index (self->model->nodes, node))->uses;
  guint target;

  if (frame[1] < uses->len)
    {
      target = g_array_index (uses, LvUse, frame[1]++).node->index;
      if (self->number[target] == 0)
        enter (self, target);
      else if (self->stacked[target])
        self->low[node] = MIN (self->low[node], self->number[target]);
      return;
    }
  if (self->low[node] == self->number[node])
    close_part (self, node);
  g_array_set_size (self->frames, self->frames->len - 1);
  if (self->frames->len == 0)
    return;
  frame = &g_array_index (self->frames, guint, 2 * (self->frames->len - 1));
  self->low[frame[0]] = MIN (self->low[frame[0]], self->low[node]);
}

static void
find_parts (LvModel *model)
{
  guint count = model->nodes->len;
  g_autofree guint *number = g_new0 (guint, count + 1);
  g_autofree guint *low = g_new0 (guint, count + 1);
  g_autofree guint8 *stacked = g_new0 (guint8, count + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, 2 * sizeof (guint));
  Tarjan self = { model, 0, number, low, stacked, stack, frames };

  for (guint i = 0; i < count; i++)
    if (number[i] == 0)
      for (enter (&self, i); frames->len > 0;)
        step (&self);
}

static gboolean
is_loop (const LvBlock *block)
{
  const LvNode *only = g_ptr_array_index (block->nodes, 0);

  if (block->nodes->len > 1)
    return TRUE;
  for (guint i = 0; i < only->uses->len; i++)
    if (g_array_index (only->uses, LvUse, i).node == only)
      return TRUE;
  return FALSE;
}

static gboolean
axis_is_free (const LvBlock *block, guint number, const LvAxis *axis)
{
  for (guint i = 0; i < block->nodes->len; i++)
    {
      const LvNode *node = g_ptr_array_index (block->nodes, i);

      if (lv_shape_find (&node->type.shape, axis) < 0)
        return FALSE;
      for (guint u = 0; u < node->uses->len; u++)
        {
          const LvUse *use = &g_array_index (node->uses, LvUse, u);

          if (use->node->block == number && lv_axes_has (&use->touched, axis))
            return FALSE;
        }
    }
  return TRUE;
}

/* Orders the nodes of a loop within one member of @axis: uses that step back along it do not count.
 * Returns NULL when a way round does not step back. */
static GPtrArray *
order_within (const LvModel *model, const LvBlock *block, guint number, const LvAxis *axis)
{
  GPtrArray *order = g_ptr_array_new ();
  g_autoptr (GHashTable) waiting = g_hash_table_new (NULL, NULL);
  gboolean moved = TRUE;

  for (guint i = 0; i < block->nodes->len; i++)
    g_hash_table_add (waiting, g_ptr_array_index (block->nodes, i));
  while (moved && g_hash_table_size (waiting) > 0)
    {
      moved = FALSE;
      for (guint i = block->nodes->len; i > 0; i--)
        {
          LvNode *node = g_ptr_array_index (block->nodes, i - 1);
          gboolean ready = g_hash_table_contains (waiting, node);

          for (guint u = 0; ready && u < node->uses->len; u++)
            {
              const LvUse *use = &g_array_index (node->uses, LvUse, u);

              ready = use->node->block != number || lv_axes_has (&use->stepped, axis)
                      || !g_hash_table_contains (waiting, use->node);
            }
          if (!ready)
            continue;
          g_hash_table_remove (waiting, node);
          g_ptr_array_add (order, node);
          moved = TRUE;
        }
    }
  if (g_hash_table_size (waiting) == 0)
    return order;
  g_ptr_array_unref (order);
  return NULL;
}

static gboolean
make_legal (LvModel *model, LvBlock *block, guint number)
{
  const LvNode *first = g_ptr_array_index (block->nodes, 0);

  for (guint i = 0; i < first->type.shape.n; i++)
    {
      const LvAxis *axis = first->type.shape.axis[i];
      GPtrArray *order;

      if (!axis_is_free (block, number, axis))
        continue;
      order = order_within (model, block, number, axis);
      if (order == NULL)
        continue;
      g_ptr_array_unref (block->nodes);
      block->nodes = order;
      block->loop = axis;
      return TRUE;
    }
  return FALSE;
}

/* Names the loop in the order of its uses, at most six ids. */
static void
report_loop (LvModel *model, LvBlock *block, guint number)
{
  g_autoptr (GString) way = g_string_new (NULL);
  LvNode *start = g_ptr_array_index (block->nodes, block->nodes->len - 1);
  const LvNode *node = start;
  guint named = 0;

  do
    {
      const LvNode *next = NULL;

      g_string_append_printf (way, "%s → ", node->id);
      for (guint u = 0; next == NULL && u < node->uses->len; u++)
        {
          const LvNode *used = g_array_index (node->uses, LvUse, u).node;

          next = used->block == number ? used : NULL;
        }
      node = next;
    }
  while (node != NULL && node != start && ++named < 6);
  g_string_append (way, node == start ? start->id : "…");
  for (guint i = 0; i < block->nodes->len; i++)
    ((LvNode *) g_ptr_array_index (block->nodes, i))->broken = TRUE;
  if (block->nodes->len == 1)
    lv_model_fault (model, start->item, 0, NULL,
                    _ ("it depends on itself in a loop that does not step back along an axis: %s"), way->str);
  else
    lv_model_fault (model, start->item, 0, NULL,
                    _ ("these %u depend on each other in a loop that does not step back along one axis: %s"),
                    block->nodes->len, way->str);
}

static void
link_dependents (LvModel *model)
{
  for (guint b = 0; b < model->blocks->len; b++)
    {
      const LvBlock *block = g_ptr_array_index (model->blocks, b);

      for (guint i = 0; i < block->nodes->len; i++)
        {
          const LvNode *node = g_ptr_array_index (block->nodes, i);

          for (guint u = 0; u < node->uses->len; u++)
            {
              guint used = g_array_index (node->uses, LvUse, u).node->block;
              LvBlock *other = g_ptr_array_index (model->blocks, used);
              guint last = other->dependents->len;

              if (used != b && (last == 0 || g_array_index (other->dependents, guint, last - 1) != b))
                g_array_append_val (other->dependents, b);
            }
        }
    }
}

/**
 * lv_order_build:
 *
 * Puts the nodes into blocks, operands before their users.
 *
 * Returns: %FALSE when a loop is not legal, which has been recorded
 */
gboolean
lv_order_build (LvModel *self)
{
  gboolean ok = TRUE;

  self->blocks = g_ptr_array_new_with_free_func (block_free);
  find_parts (self);
  for (guint b = 0; b < self->blocks->len; b++)
    {
      const LvBlock *block = g_ptr_array_index (self->blocks, b);

      for (guint i = 0; i < block->nodes->len; i++)
        ((LvNode *) g_ptr_array_index (block->nodes, i))->block = b;
    }
  for (guint b = 0; b < self->blocks->len; b++)
    {
      LvBlock *block = g_ptr_array_index (self->blocks, b);

      if (!is_loop (block) || make_legal (self, block, b))
        continue;
      /* The reference of a wrong loop is wrong in the same way; saying it once is enough. */
      if (((LvNode *) g_ptr_array_index (block->nodes, 0))->base == NULL)
        report_loop (self, block, b);
      ok = FALSE;
    }
  link_dependents (self);
  return ok;
}
