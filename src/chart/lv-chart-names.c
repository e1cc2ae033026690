/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the series of a chart are called where several would be called alike. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-private.h"

static const LvChartCell *
find_cell (const LvChartTrack *track)
{
  for (guint i = 0; i < track->cells->len; i++)
    if (lv_chart_cell (track, i)->node != NULL)
      return lv_chart_cell (track, i);
  return NULL;
}

/* "2024": the members, outside the axis, that this track and not the other is of; NULL for none. */
static char *
dup_own_members (const LvChart *self, const LvChartTrack *track, const LvChartTrack *other)
{
  const LvChartCell *own = find_cell (track);
  const LvChartCell *rest = find_cell (other);
  g_autoptr (GString) out = g_string_new (NULL);
  const LvShape *shape;

  if (own == NULL || rest == NULL || own->node != rest->node)
    return NULL;
  shape = lv_node_shape (own->node);
  for (guint i = 0; i < shape->n; i++)
    {
      guint member = lv_shape_coordinate (shape, own->cell, i);

      if (shape->axis[i] != self->axis && member != lv_shape_coordinate (shape, rest->cell, i))
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "",
                                lv_axis_member (shape->axis[i], member)->title);
    }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* Two numbers of one series, as its first and last year, are called by what they are of. */
static void
name_by_members (LvChart *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->tracks->len; i++)
    {
      LvChartTrack *track = lv_chart_track (self, i);
      char *name = NULL;

      for (guint k = 0; name == NULL && k < self->tracks->len; k++)
        if (k != i && g_str_equal (lv_chart_track (self, k)->label, track->label))
          name = dup_own_members (self, track, lv_chart_track (self, k));
      g_ptr_array_add (names, name);
    }
  for (guint i = 0; i < self->tracks->len; i++)
    if (g_ptr_array_index (names, i) != NULL)
      {
        g_free (lv_chart_track (self, i)->label);
        lv_chart_track (self, i)->label = g_strdup (g_ptr_array_index (names, i));
      }
}

/* Two tracks that are called alike are told apart by what they belong to. */
static void
disambiguate (LvChart *self)
{
  g_autofree gboolean *twice = g_new0 (gboolean, self->tracks->len + 1);

  for (guint i = 0; i < self->tracks->len; i++)
    for (guint k = 0; k < self->tracks->len; k++)
      if (i != k && g_str_equal (lv_chart_track (self, i)->label, lv_chart_track (self, k)->label))
        twice[i] = TRUE;
  for (guint i = 0; i < self->tracks->len; i++)
    {
      LvChartTrack *track = lv_chart_track (self, i);
      const char *title = lv_node_title (track->node);
      char *label;

      if (!twice[i])
        continue;
      label = g_str_equal (title, track->label)
                ? g_strdup_printf ("%s (%s)", title, track->id)
                : g_strdup_printf ("%s, %s", title, track->label);
      g_free (track->label);
      track->label = label;
    }
}

/* Names each track by what tells it from the others. */
void
lv_chart_name_tracks (LvChart *self)
{
  name_by_members (self);
  disambiguate (self);
}
