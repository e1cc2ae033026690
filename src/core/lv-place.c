/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/** Means every cell of @shape. */
void
lv_place_all (const LvShape *shape, LvPlace *place)
{
  place->n = MIN (shape->n, LV_MAX_AXES);
  for (guint i = 0; i < place->n; i++)
    {
      place->from[i] = 0;
      place->to[i] = lv_axis_length (shape->axis[i]) - 1;
    }
}

static int
member (const LvAxis *axis, const char *id, char **reason)
{
  int index = lv_axis_find (axis, id);

  if (index < 0)
    *reason = g_strdup_printf (_ ("“%s” is not a member of the axis %s"), id, axis->id);
  return index;
}

static gboolean
parse_part (const char *part, const LvAxis *axis, guint *from, guint *to, char **reason)
{
  const char *dots = strstr (part, "..");
  g_autofree char *first = NULL;
  int low;
  int high;

  if (strcmp (part, "*") == 0)
    return TRUE;
  first = dots != NULL ? g_strndup (part, (gsize) (dots - part)) : g_strdup (part);
  low = member (axis, first, reason);
  if (low < 0)
    return FALSE;
  high = dots != NULL ? member (axis, dots + 2, reason) : low;
  if (high < 0)
    return FALSE;
  if (high < low)
    {
      *reason = g_strdup_printf (_ ("the range %s runs backwards"), part);
      return FALSE;
    }
  *from = (guint) low;
  *to = (guint) high;
  return TRUE;
}

/**
 * lv_place_parse:
 * @text: members in the order of the axes, joined by "/", each an id, "*" or "a..b"
 * @shape: whose cells are meant
 * @place: (out): the cells
 * @reason: (out) (transfer full): why not, when it fails
 */
gboolean
lv_place_parse (const char *text, const LvShape *shape, LvPlace *place, char **reason)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  guint count = g_strv_length (parts);

  lv_place_all (shape, place);
  if (count == 1 && parts[0][0] == '\0')
    count = 0;
  if (count > place->n)
    {
      *reason = g_strdup_printf (_ ("“%s” names %u members, but there are %u axes"), text, count,
                                 place->n);
      return FALSE;
    }
  for (guint i = 0; i < count; i++)
    if (!parse_part (parts[i], shape->axis[i], &place->from[i], &place->to[i], reason))
      return FALSE;
  return TRUE;
}

/** Returns: whether @cell of @shape is one of the cells meant */
gboolean
lv_place_contains (const LvPlace *place, const LvShape *shape, gsize cell)
{
  for (guint i = 0; i < place->n; i++)
    {
      guint at = lv_shape_coordinate (shape, cell, i);

      if (at < place->from[i] || at > place->to[i])
        return FALSE;
    }
  return TRUE;
}

/** Returns: whether two places of the same shape share a cell */
gboolean
lv_place_overlaps (const LvPlace *a, const LvPlace *b)
{
  for (guint i = 0; i < a->n; i++)
    if (a->to[i] < b->from[i] || b->to[i] < a->from[i])
      return FALSE;
  return TRUE;
}

/** Returns: whether exactly one member is meant along the axis at @position */
gboolean
lv_place_is_single (const LvPlace *place, guint position)
{
  return position < place->n && place->from[position] == place->to[position];
}

/* One step of an odometer: the axis at @position turns back, the one before it goes on. Returns: FALSE when none
 * can */
static gboolean
carry (const LvPlace *place, const LvShape *shape, guint *at, guint position)
{
  while (position > 0)
    {
      guint last = position - 1 < place->n ? place->to[position - 1]
                                           : lv_axis_length (shape->axis[position - 1]) - 1;

      position--;
      if (at[position] < last)
        {
          at[position]++;
          for (guint i = position + 1; i < shape->n; i++)
            at[i] = i < place->n ? place->from[i] : 0;
          return TRUE;
        }
    }
  return FALSE;
}

/* Moves @at forward to the first cell that is meant. */
static gboolean
seek (const LvPlace *place, const LvShape *shape, guint *at)
{
  for (guint i = 0; i < place->n; i++)
    {
      if (at[i] > place->to[i])
        return carry (place, shape, at, i);
      if (at[i] >= place->from[i])
        continue;
      for (guint k = i; k < shape->n; k++)
        at[k] = k < place->n ? place->from[k] : 0;
      return TRUE;
    }
  return TRUE;
}

/**
 * lv_place_next:
 * @cell: (inout): the last cell given, -1 to begin
 *
 * Walks the cells in order.
 *
 * Returns: %FALSE after the last one
 */
gboolean
lv_place_next (const LvPlace *place, const LvShape *shape, gssize *cell)
{
  guint at[LV_MAX_TERM_AXES] = { 0 };

  if (++*cell >= (gssize) lv_shape_cells (shape))
    return FALSE;
  for (guint i = 0; i < shape->n; i++)
    at[i] = lv_shape_coordinate (shape, (gsize) *cell, i);
  if (!seek (place, shape, at))
    {
      *cell = (gssize) lv_shape_cells (shape);
      return FALSE;
    }
  *cell = 0;
  for (guint i = 0; i < shape->n; i++)
    *cell += (gssize) (at[i] * lv_shape_stride (shape, i));
  return TRUE;
}
