/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-shape.h"

/** Returns: how many cells the axes span */
gsize
lv_shape_cells (const LvShape *self)
{
  gsize cells = 1;

  for (guint i = 0; i < self->n; i++)
    cells *= lv_axis_length (self->axis[i]);
  return cells;
}

/** Returns: the position of @axis, or -1 */
int
lv_shape_find (const LvShape *self, const LvAxis *axis)
{
  for (guint i = 0; i < self->n; i++)
    if (self->axis[i] == axis)
      return (int) i;
  return -1;
}

/** Returns: how many cells one step along the axis at @position is */
gsize
lv_shape_stride (const LvShape *self, guint position)
{
  gsize stride = 1;

  for (guint i = position + 1; i < self->n; i++)
    stride *= lv_axis_length (self->axis[i]);
  return stride;
}

/** Returns: the member index of @cell along the axis at @position */
guint
lv_shape_coordinate (const LvShape *self, gsize cell, guint position)
{
  return (guint) (cell / lv_shape_stride (self, position) % lv_axis_length (self->axis[position]));
}

/** Returns: %FALSE when there is no room for @axis; adding one that is there changes nothing */
gboolean
lv_shape_add (LvShape *self, const LvAxis *axis)
{
  if (lv_shape_find (self, axis) >= 0)
    return TRUE;
  if (self->n == LV_MAX_TERM_AXES)
    return FALSE;
  self->axis[self->n++] = axis;
  return TRUE;
}

void
lv_shape_remove (LvShape *self, const LvAxis *axis)
{
  int at = lv_shape_find (self, axis);

  if (at < 0)
    return;
  for (guint i = (guint) at; i + 1 < self->n; i++)
    self->axis[i] = self->axis[i + 1];
  self->n--;
}

gboolean
lv_shape_equal (const LvShape *a, const LvShape *b)
{
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (a->axis[i] != b->axis[i])
      return FALSE;
  return TRUE;
}

static char *
join_members (const LvShape *self, gsize cell, const char *separator, gboolean titles)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    {
      const LvMember *member = lv_axis_member (self->axis[i], lv_shape_coordinate (self, cell, i));

      if (i > 0)
        g_string_append (out, separator);
      g_string_append (out, titles ? member->title : member->id);
    }
  return g_string_free (out, FALSE);
}

/** Returns: (transfer full): the cell's member ids, "koeb/2025"; empty without axes */
char *
lv_shape_cell_name (const LvShape *self, gsize cell)
{
  return join_members (self, cell, "/", FALSE);
}

/** Returns: (transfer full): the cell's member titles, "Køb af tilbud, 2025" */
char *
lv_shape_cell_title (const LvShape *self, gsize cell)
{
  return join_members (self, cell, ", ", TRUE);
}
