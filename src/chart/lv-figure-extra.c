/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Building what only some kinds have: headings, remarks, links, axes of a plane. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-figure-private.h"

#include <math.h>

static LvFigureCategory *
open_category (LvFigure *self, int category)
{
  g_return_val_if_fail (!self->frozen, NULL);
  g_return_val_if_fail (category >= 0 && category < (int) self->categories->len, NULL);
  return &g_array_index (self->categories, LvFigureCategory, category);
}

/**
 * lv_figure_set_group:
 * @self: a figure
 * @category: an index
 * @group: (nullable): the heading that the category stands under; neighbours with the same text
 *   share it
 */
void
lv_figure_set_group (LvFigure *self, int category, const char *group)
{
  LvFigureCategory *own = open_category (self, category);

  g_return_if_fail (own != NULL);
  lv_figure_replace (&own->group, group);
}

/**
 * lv_figure_set_detail:
 * @self: a figure
 * @category: an index
 * @detail: (nullable): a second line under the label
 */
void
lv_figure_set_detail (LvFigure *self, int category, const char *detail)
{
  LvFigureCategory *own = open_category (self, category);

  g_return_if_fail (own != NULL);
  lv_figure_replace (&own->detail, detail);
}

/**
 * lv_figure_set_step:
 * @self: a figure
 * @category: an index
 * @step: whether the category of a waterfall is a change or a sum from 0
 */
void
lv_figure_set_step (LvFigure *self, int category, LvFigureStep step)
{
  LvFigureCategory *own = open_category (self, category);

  g_return_if_fail (own != NULL);
  own->step = step;
}

/**
 * lv_figure_set_months:
 * @self: a figure
 * @first: the month of its first category, year * 12 + month - 1; the others follow one by one
 *
 * Where not all months have room, those that end a quarter, half a year, a year are named.
 */
void
lv_figure_set_months (LvFigure *self, int first)
{
  g_return_if_fail (!self->frozen && first >= 0);
  self->first_month = first;
}

/**
 * lv_figure_set_progress:
 * @self: a figure
 * @category: an index
 * @progress: how far the action is
 */
void
lv_figure_set_progress (LvFigure *self, int category, LvFigureProgress progress)
{
  LvFigureCategory *own = open_category (self, category);

  g_return_if_fail (own != NULL && progress < LV_FIGURE_N_PROGRESS);
  own->progress = progress;
}

/**
 * lv_figure_set_card:
 * @self: a figure
 * @category: an index
 * @card: (nullable): the id of the card that the category leads to
 */
void
lv_figure_set_card (LvFigure *self, int category, const char *card)
{
  LvFigureCategory *own = open_category (self, category);

  g_return_if_fail (own != NULL);
  lv_figure_replace (&own->card, card);
}

/**
 * lv_figure_annotate:
 * @self: a figure
 * @series: an index, or -1 for the whole category
 * @category: an index
 * @text: what is to be said there
 */
void
lv_figure_annotate (LvFigure *self, int series, int category, const char *text)
{
  LvFigureNote annotation = { series, category, NULL };

  g_return_if_fail (open_category (self, category) != NULL && text != NULL);
  g_return_if_fail (series >= -1 && series < (int) self->series->len);
  annotation.text = g_strdup (text);
  g_array_append_val (self->annotations, annotation);
}

/**
 * lv_figure_add_link:
 * @self: a figure
 * @from: the category that the arrow comes from, or that must come first
 * @to: the category that it goes to; may equal @from, then it is a loop
 */
void
lv_figure_add_link (LvFigure *self, int from, int to)
{
  LvFigureLink link = { from, to };

  g_return_if_fail (open_category (self, from) != NULL && open_category (self, to) != NULL);
  g_array_append_val (self->links, link);
}

static LvFigureAxis *
open_axis (LvFigure *self, LvFigureForm axis)
{
  g_return_val_if_fail (!self->frozen, NULL);
  g_return_val_if_fail (axis == LV_FIGURE_X || axis == LV_FIGURE_Y, NULL);
  return &self->axes[axis - LV_FIGURE_X];
}

/**
 * lv_figure_set_axis:
 * @self: a figure
 * @axis: LV_FIGURE_X or LV_FIGURE_Y
 * @title: (nullable): what is measured along it
 * @unit: (nullable): in what
 * @decimals: decimals of its numbers
 */
void
lv_figure_set_axis (LvFigure *self, LvFigureForm axis, const char *title, const char *unit,
                    int decimals)
{
  LvFigureAxis *own = open_axis (self, axis);

  g_return_if_fail (own != NULL && decimals >= 0 && decimals <= 9);
  lv_figure_replace (&own->title, title);
  lv_figure_replace (&own->unit, unit);
  own->decimals = decimals;
}

/**
 * lv_figure_set_cross:
 * @self: a figure
 * @axis: LV_FIGURE_X or LV_FIGURE_Y
 * @value: where the quadrants meet; NaN for no cross
 * @label: (nullable): what stands there, as "gennemsnit"
 */
void
lv_figure_set_cross (LvFigure *self, LvFigureForm axis, double value, const char *label)
{
  LvFigureAxis *own = open_axis (self, axis);

  g_return_if_fail (own != NULL && !isinf (value));
  own->cross = value;
  lv_figure_replace (&own->cross_label, label);
}

/**
 * lv_figure_add_level:
 * @self: a figure
 * @axis: LV_FIGURE_X or LV_FIGURE_Y
 * @name: the next level of a matrix; the first is 1, left or at the bottom
 */
void
lv_figure_add_level (LvFigure *self, LvFigureForm axis, const char *name)
{
  LvFigureAxis *own = open_axis (self, axis);

  g_return_if_fail (own != NULL && name != NULL);
  g_ptr_array_add (own->levels, g_strdup (name));
}

/**
 * lv_figure_set_quadrant:
 * @self: a figure
 * @quadrant: which corner
 * @name: (nullable): what it means to stand there
 */
void
lv_figure_set_quadrant (LvFigure *self, LvFigureQuadrant quadrant, const char *name)
{
  g_return_if_fail (!self->frozen && quadrant < LV_FIGURE_N_QUADRANTS);
  lv_figure_replace (&self->quadrants[quadrant], name);
}

/* Reading. */

int
lv_figure_n_annotations (const LvFigure *self)
{
  return (int) self->annotations->len;
}

const LvFigureNote *
lv_figure_get_annotation (const LvFigure *self, int i)
{
  g_return_val_if_fail (i >= 0 && i < (int) self->annotations->len, NULL);
  return &g_array_index (self->annotations, LvFigureNote, i);
}

int
lv_figure_n_links (const LvFigure *self)
{
  return (int) self->links->len;
}

const LvFigureLink *
lv_figure_get_link (const LvFigure *self, int i)
{
  g_return_val_if_fail (i >= 0 && i < (int) self->links->len, NULL);
  return &g_array_index (self->links, LvFigureLink, i);
}

const LvFigureAxis *
lv_figure_get_axis (const LvFigure *self, LvFigureForm axis)
{
  g_return_val_if_fail (axis == LV_FIGURE_X || axis == LV_FIGURE_Y, NULL);
  return &self->axes[axis - LV_FIGURE_X];
}

const char *
lv_figure_get_quadrant (const LvFigure *self, LvFigureQuadrant quadrant)
{
  g_return_val_if_fail (quadrant < LV_FIGURE_N_QUADRANTS, NULL);
  return self->quadrants[quadrant];
}

/** Returns: whether the kind joins its numbers with lines rather than columns, bars or places */
gboolean
lv_figure_draws_lines (const LvFigure *self)
{
  return self->kind >= LV_FIGURE_LINES && self->kind <= LV_FIGURE_STAIR;
}

/** Returns: whether each category is a row and numbers grow to the right, as in bars */
gboolean
lv_figure_has_rows (const LvFigure *self)
{
  return (self->kind >= LV_FIGURE_BARS_STACKED && self->kind <= LV_FIGURE_BARS_SHARE)
         || self->kind == LV_FIGURE_DUMBBELL || self->kind == LV_FIGURE_TORNADO;
}

/** Returns: whether the kind puts the series of a category on top of each other */
gboolean
lv_figure_is_stacked (const LvFigure *self)
{
  return self->kind == LV_FIGURE_COLUMNS_STACKED || self->kind == LV_FIGURE_COLUMNS_SHARE
         || self->kind == LV_FIGURE_BARS_STACKED || self->kind == LV_FIGURE_BARS_SHARE
         || self->kind == LV_FIGURE_AREA;
}

/** Returns: whether the categories stand beside each other, each in a slot of its own */
gboolean
lv_figure_has_columns (const LvFigure *self)
{
  return self->kind <= LV_FIGURE_COLUMNS_SHARE || lv_figure_draws_lines (self)
         || self->kind == LV_FIGURE_WATERFALL;
}

/** Returns: whether a category is an item that two numbers place, a scatter or a matrix */
gboolean
lv_figure_is_plane (const LvFigure *self)
{
  return self->kind == LV_FIGURE_SCATTER || self->kind == LV_FIGURE_MATRIX;
}

/** Returns: whether the kind has a height of its own at a width: lv_layout_natural_height() */
gboolean
lv_figure_has_height (const LvFigure *self)
{
  return self->kind == LV_FIGURE_TIMELINE || self->kind == LV_FIGURE_FLOW;
}

/** Returns: (transfer none) (nullable): how far the action is, in words */
const char *
lv_figure_get_progress_word (const LvFigure *self, int category)
{
  LvFigureProgress progress = lv_figure_get_category (self, category)->progress;

  return progress != LV_FIGURE_PROGRESS_NONE
           ? lv_figure_get_word (self, (LvFigureWord) (LV_WORD_NOT_STARTED + progress
                                                       - LV_FIGURE_NOT_STARTED))
           : NULL;
}

/** Returns: the first series of that form and role, or -1 */
int
lv_figure_find_form (const LvFigure *self, LvFigureForm form, LvFigureRole role)
{
  for (int i = 0; i < lv_figure_n_series (self); i++)
    if (lv_figure_get_series (self, i)->form == form
        && lv_figure_get_series (self, i)->role == role)
      return i;
  return -1;
}

/* A scenario may have changed only one of the two numbers; the other is the baseline's. */
static gboolean
get_coordinate (const LvFigure *self, LvFigureForm form, LvFigureRole role, int category,
                double *value)
{
  int own = lv_figure_find_form (self, form, role);

  if (own >= 0 && lv_figure_get_point (self, own, category)->status == LV_FIGURE_ABSENT
      && role == LV_FIGURE_SCENARIO)
    own = -1;
  if (own < 0)
    own = lv_figure_find_form (self, form, LV_FIGURE_BASELINE);
  if (own < 0 || !lv_figure_is_drawn (self, own, category))
    return FALSE;
  *value = lv_figure_get_point (self, own, category)->value;
  return TRUE;
}

static gboolean
has_scenario_at (const LvFigure *self, int category)
{
  int x = lv_figure_find_form (self, LV_FIGURE_X, LV_FIGURE_SCENARIO);
  int y = lv_figure_find_form (self, LV_FIGURE_Y, LV_FIGURE_SCENARIO);

  return (x >= 0 && lv_figure_is_drawn (self, x, category))
         || (y >= 0 && lv_figure_is_drawn (self, y, category));
}

/**
 * lv_figure_get_place:
 * @self: a figure whose categories are places in a plane
 * @role: the baseline's or the scenario's
 * @category: an index
 * @x: (out): along
 * @y: (out): up
 *
 * Returns: whether both numbers are there; for a scenario also whether it has moved the item
 */
gboolean
lv_figure_get_place (const LvFigure *self, LvFigureRole role, int category, double *x, double *y)
{
  if (role == LV_FIGURE_SCENARIO && !has_scenario_at (self, category))
    return FALSE;
  return get_coordinate (self, LV_FIGURE_X, role, category, x)
         && get_coordinate (self, LV_FIGURE_Y, role, category, y);
}

/**
 * lv_figure_get_level:
 * @self: a matrix
 * @axis: LV_FIGURE_X or LV_FIGURE_Y
 * @value: a number that should be a level
 *
 * Returns: the level, from 0, or -1 if @value is none of the axis
 */
int
lv_figure_get_level (const LvFigure *self, LvFigureForm axis, double value)
{
  double level = round (value);

  if (fabs (value - level) > 1e-9 || level < 1.0
      || level > lv_figure_get_axis (self, axis)->levels->len)
    return -1;
  return (int) level - 1;
}

/** Returns: whether the row of a timeline has any day, in grundprognose or scenario */
gboolean
lv_figure_is_dated (const LvFigure *self, int category)
{
  for (int i = 0; i < lv_figure_n_series (self); i++)
    if (lv_figure_is_drawn (self, i, category))
      return TRUE;
  return FALSE;
}
