/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which cells a chart shows: its series split into tracks, its axis into columns. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* ID[@members] of a chart's list. */
typedef struct {
  const LvNode *node;
  LvPlace place;
  LvFigureForm form;
  gboolean optional;
} Term;

static gboolean
parse_term (const LvChart *self, const char *text, Term *term, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);
  g_autofree char *reason = NULL;

  term->node = lv_model_find (self->model, parts[0] != NULL ? parts[0] : "");
  if (term->node == NULL)
    {
      g_set_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES, _ ("“%s” has no values"),
                   text);
      return FALSE;
    }
  if (lv_place_parse (parts[1] != NULL ? parts[1] : "", lv_node_shape (term->node), &term->place,
                      &reason))
    return TRUE;
  g_set_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES, "%s", reason);
  return FALSE;
}

static gboolean
collect (const LvChart *self, GArray *terms, const char *key, LvFigureForm form,
         gboolean optional, GError **error)
{
  g_auto (GStrv) list = lv_item_get_list (self->item, key);

  for (guint i = 0; list[i] != NULL; i++)
    {
      Term term = { .form = form, .optional = optional };

      if (list[i][0] == '\0')
        continue;
      if (!parse_term (self, list[i], &term, error))
        return FALSE;
      g_array_append_val (terms, term);
    }
  return TRUE;
}

static gsize
count_cells (const Term *term)
{
  gsize n = 1;

  for (guint i = 0; i < term->place.n; i++)
    n *= term->place.to[i] - term->place.from[i] + 1;
  return n;
}

/* The axis that the chart does not name: the last one of the first series that is not split.
 * Series of one number each have none: then every series is a column of its own. */
static const LvAxis *
guess_axis (const LvChart *self, const GArray *terms)
{
  const Term *first = &g_array_index (terms, Term, 0);
  const LvShape *shape = lv_node_shape (first->node);
  gboolean single = TRUE;

  for (guint i = 0; i < terms->len; i++)
    single = single && count_cells (&g_array_index (terms, Term, i)) == 1;
  for (guint i = shape->n; !single && i > 0; i--)
    if (shape->axis[i - 1] != self->split && !lv_place_is_single (&first->place, i - 1))
      return shape->axis[i - 1];
  return NULL;
}

/* Columns */

static void
add_column (LvChart *self, const char *label, int member)
{
  LvChartColumn column = { .label = g_strdup (label), .member = member };

  /* A year where room is short: ’24. */
  if (self->axis != NULL && self->axis->kind == LV_AXIS_WHOLE && strlen (label) == 4
      && strspn (label, "0123456789") == 4)
    column.short_label = g_strdup_printf ("’%s", label + 2);
  g_array_append_val (self->columns, column);
}

/* Whether any cell of @term at @member of the axis exists. */
static gboolean
has_member (const LvChart *self, const Term *term, int position, guint member)
{
  const LvShape *shape = lv_node_shape (term->node);
  gssize cell = -1;

  while (lv_place_next (&term->place, shape, &cell))
    if (lv_shape_coordinate (shape, (gsize) cell, (guint) position) == member
        && lv_node_present (self->model, term->node, (gsize) cell))
      return TRUE;
  return FALSE;
}

static gboolean
is_shown (const LvChart *self, const GArray *terms, guint member)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);
      int position = lv_shape_find (lv_node_shape (term->node), self->axis);

      if (position >= 0 && has_member (self, term, position, member))
        return TRUE;
    }
  return FALSE;
}

static int
member_of (const LvChart *self, const char *key, int otherwise)
{
  const char *id = lv_item_get (self->item, key);
  int found = id != NULL ? lv_axis_find (self->axis, id) : -1;

  return found >= 0 ? found : otherwise;
}

/* A slope has two ends and nothing between them. */
static gboolean
is_column (const LvChart *self, gboolean is_end)
{
  return is_end || self->kind != LV_FIGURE_SLOPE;
}

/* From the first member to the last one that exists, or as the chart says.  A gap between them
 * stays a gap along years and months; among names it would only be an empty place. */
static void
plan_columns (LvChart *self, const GArray *terms)
{
  int n = (int) lv_axis_length (self->axis);
  int first = member_of (self, "from", 0);
  int last = member_of (self, "to", n - 1);
  gboolean named = self->axis->kind == LV_AXIS_NAMED;

  while (first <= last && !is_shown (self, terms, (guint) first))
    first++;
  while (last >= first && !is_shown (self, terms, (guint) last))
    last--;
  for (int i = first; i <= last; i++)
    if (is_column (self, i == first || i == last)
        && (!named || is_shown (self, terms, (guint) i)))
      add_column (self, lv_axis_member (self->axis, (guint) i)->title, i);
}

static int
find_column (const LvChart *self, int member)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (lv_chart_column (self, i)->member == member)
      return (int) i;
  return -1;
}

/* Tracks */

static void
clear_track (gpointer data)
{
  LvChartTrack *track = data;

  g_free (track->id);
  g_free (track->label);
  g_array_unref (track->cells);
}

static LvChartTrack *
add_track (LvChart *self, const Term *term, char *id, char *label)
{
  LvChartTrack track = { .id = id, .label = label, .node = term->node, .form = term->form,
                         .member = -1, .optional = term->optional, .factor = 1.0 };

  track.cells = g_array_new (FALSE, TRUE, sizeof (LvChartCell));
  g_array_set_size (track.cells, self->columns->len);
  g_array_append_val (self->tracks, track);
  return lv_chart_track (self, self->tracks->len - 1);
}

/* Names what tells this track from others of the same series; NULL if nothing does. */
static char *
dup_members (const LvChart *self, const Term *term, gsize cell, gboolean titles)
{
  const LvShape *shape = lv_node_shape (term->node);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < shape->n; i++)
    {
      const LvMember *member = lv_axis_member (shape->axis[i], lv_shape_coordinate (shape, cell, i));

      if (shape->axis[i] == self->axis || (titles && lv_place_is_single (&term->place, i)))
        continue;
      g_string_append_printf (out, "%s%s", out->len == 0 ? "" : titles ? ", " : "/",
                              titles ? member->title : member->id);
    }
  return g_string_free (out, out->len == 0);
}

static LvChartTrack *
add_member_track (LvChart *self, const Term *term, gsize cell)
{
  const LvShape *shape = lv_node_shape (term->node);
  g_autofree char *members = dup_members (self, term, cell, FALSE);
  g_autofree char *titles = dup_members (self, term, cell, TRUE);
  char *id = members != NULL ? g_strconcat (lv_node_id (term->node), "@", members, NULL)
                             : g_strdup (lv_node_id (term->node));
  LvChartTrack *track = add_track (self, term, id,
                                   g_strdup (titles != NULL ? titles
                                                            : lv_node_title (term->node)));
  int split = self->split != NULL ? lv_shape_find (shape, self->split) : -1;

  if (split >= 0)
    track->member = (int) lv_shape_coordinate (shape, cell, (guint) split);
  return track;
}

/* One track for each combination of members outside the axis, in their order. */
static void
plan_term (LvChart *self, const Term *term, int position)
{
  const LvShape *shape = lv_node_shape (term->node);
  gsize stride = lv_shape_stride (shape, (guint) position);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  gssize next = -1;

  while (lv_place_next (&term->place, shape, &next))
    {
      gsize cell = (gsize) next;
      guint member = lv_shape_coordinate (shape, cell, (guint) position);
      gpointer outer = GSIZE_TO_POINTER (cell - member * stride + 1);
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (known, outer));
      int column = find_column (self, (int) member);

      if (index == 0)
        {
          add_member_track (self, term, cell);
          index = self->tracks->len;
          g_hash_table_insert (known, outer, GUINT_TO_POINTER (index));
        }
      if (column >= 0 && lv_node_present (self->model, term->node, cell))
        *lv_chart_cell (lv_chart_track (self, index - 1), column)
          = (LvChartCell) { term->node, cell };
    }
}

static gboolean
plan_tracks (LvChart *self, const GArray *terms, GError **error)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);
      int position = lv_shape_find (lv_node_shape (term->node), self->axis);
      gssize cell = -1;

      if (position >= 0)
        plan_term (self, term, position);
      else if (term->form == LV_FIGURE_LINE && count_cells (term) == 1
               && lv_place_next (&term->place, lv_node_shape (term->node), &cell))
        {
          LvChartCell reference = { term->node, (gsize) cell };

          g_array_append_val (self->references, reference);
        }
      else
        {
          g_set_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES,
                       _ ("“%s” does not run along the chart’s axis"),
                       lv_node_title (term->node));
          return FALSE;
        }
    }
  return TRUE;
}

/* No axis: a single track, and a column for each series. */
static void
plan_single (LvChart *self, const GArray *terms)
{
  LvChartTrack *track;

  for (guint i = 0; i < terms->len; i++)
    add_column (self, lv_node_title (g_array_index (terms, Term, i).node), -1);
  track = add_track (self, &g_array_index (terms, Term, 0), g_strdup (self->item->id),
                     g_strdup (self->item->title != NULL ? self->item->title : ""));
  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);
      gssize cell = -1;

      if (lv_place_next (&term->place, lv_node_shape (term->node), &cell)
          && lv_node_present (self->model, term->node, (gsize) cell))
        *lv_chart_cell (track, i) = (LvChartCell) { term->node, (gsize) cell };
    }
}

/* Units */

static gboolean
plan_units (LvChart *self, const GArray *terms, GError **error)
{
  self->unit = lv_node_unit (g_array_index (terms, Term, 0).node);
  for (guint i = 0; i < terms->len; i++)
    {
      const LvNode *node = g_array_index (terms, Term, i).node;

      if (lv_chart_is_plane (self)
          || lv_dimension_equal (&lv_node_unit (node)->dimension, &self->unit->dimension))
        continue;
      g_set_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES,
                   _ ("“%s” and “%s” have different units"), lv_node_title (node),
                   lv_node_title (g_array_index (terms, Term, 0).node));
      return FALSE;
    }
  return TRUE;
}

double
lv_chart_factor (const LvUnit *from, const LvUnit *to)
{
  return from == to ? 1.0 : from->factor.num / from->factor.den / (to->factor.num / to->factor.den);
}

/* Order */

typedef struct {
  const LvState *base;
  const LvChart *self;
  int sign;
} Order;

static double
number_at (const LvChartCell *at, const LvState *base)
{
  return at->node != NULL ? lv_state_number (base, at->node, at->cell) : NAN;
}

/* Members without a number come last, whichever the direction. */
static int
compare_numbers (double a, double b, int sign)
{
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);
  return sign * ((a > b) - (a < b));
}

static int
compare_columns (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  const LvChartTrack *track = lv_chart_track (order->self, 0);

  return compare_numbers (number_at (lv_chart_cell (track, *(const guint *) a), order->base),
                          number_at (lv_chart_cell (track, *(const guint *) b), order->base),
                          order->sign);
}

/* Sorted by the grundprognose, so that nothing changes place while an assumption is moved. */
static void
sort_columns (LvChart *self, Order *order)
{
  g_autoptr (GArray) index = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) columns = g_array_copy (self->columns);

  for (guint i = 0; i < columns->len; i++)
    g_array_append_val (index, i);
  g_array_sort_with_data (index, compare_columns, order);
  for (guint i = 0; i < index->len; i++)
    *lv_chart_column (self, i)
      = g_array_index (columns, LvChartColumn, g_array_index (index, guint, i));
  for (guint t = 0; t < self->tracks->len; t++)
    {
      GArray *cells = lv_chart_track (self, t)->cells;
      g_autoptr (GArray) before = g_array_copy (cells);

      for (guint i = 0; i < index->len; i++)
        g_array_index (cells, LvChartCell, i)
          = g_array_index (before, LvChartCell, g_array_index (index, guint, i));
    }
}

static int
compare_tracks (gconstpointer a, gconstpointer b, gpointer data)
{
  const LvChartTrack *left = a;
  const LvChartTrack *right = b;
  const Order *order = data;
  guint last = order->self->columns->len - 1;

  if (left->form != right->form || left->optional != right->optional)
    return (left->form - right->form) * 2 + (left->optional - right->optional);
  return compare_numbers (number_at (lv_chart_cell (left, last), order->base),
                          number_at (lv_chart_cell (right, last), order->base), order->sign);
}

/* Names are sorted along the axis; along years and months the tracks are, by the last column. */
static void
sort (LvChart *self, const LvState *base)
{
  const char *word = lv_item_get (self->item, "order");
  Order order = { base, self, g_strcmp0 (word, "descending") == 0 ? -1 : 1 };

  if (word == NULL || g_str_equal (word, "file") || self->tracks->len == 0)
    return;
  if (self->axis == NULL || self->axis->kind == LV_AXIS_NAMED)
    sort_columns (self, &order);
  else
    g_array_sort_with_data (self->tracks, compare_tracks, &order);
}

static gboolean
check_ends (const LvChart *self, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < self->tracks->len; i++)
    n += lv_chart_track (self, i)->form == LV_FIGURE_MARK;
  if (self->kind != LV_FIGURE_DUMBBELL || n == 2)
    return TRUE;
  g_set_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES,
               _ ("a dumbbell has two ends, but here are %u"), n);
  return FALSE;
}

/* Finds tracks and columns. */
gboolean
lv_chart_plan (LvChart *self, const LvState *base, GError **error)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, TRUE, sizeof (Term));

  g_array_set_clear_func (self->tracks, clear_track);
  if (lv_chart_is_plane (self)
      && (!collect (self, terms, "x", LV_FIGURE_X, FALSE, error)
          || !collect (self, terms, "y", LV_FIGURE_Y, FALSE, error)))
    return FALSE;
  if (!collect (self, terms, "series", LV_FIGURE_MARK, FALSE, error)
      || !collect (self, terms, "also", LV_FIGURE_MARK, TRUE, error)
      || (self->kind == LV_FIGURE_DUMBBELL
          && (!collect (self, terms, "a", LV_FIGURE_MARK, FALSE, error)
              || !collect (self, terms, "b", LV_FIGURE_MARK, FALSE, error))))
    return FALSE;
  if (self->kind == LV_FIGURE_FAN
      && (!collect (self, terms, "low", LV_FIGURE_LOW, FALSE, error)
          || !collect (self, terms, "high", LV_FIGURE_HIGH, FALSE, error)))
    return FALSE;
  if (terms->len == 0)
    {
      g_set_error (error, LV_CHART_ERROR, LV_CHART_ERROR_SERIES, _ ("the chart names no series"));
      return FALSE;
    }
  if (self->axis == NULL)
    self->axis = guess_axis (self, terms);
  if (self->axis != NULL && !collect (self, terms, "line", LV_FIGURE_LINE, FALSE, error))
    return FALSE;
  if (!plan_units (self, terms, error))
    return FALSE;
  if (self->axis == NULL && lv_chart_is_plane (self))
    return lv_chart_check_tracks (self, error);
  if (self->axis == NULL)
    plan_single (self, terms);
  else
    {
      plan_columns (self, terms);
      if (!plan_tracks (self, terms, error))
        return FALSE;
    }
  for (guint i = 0; i < self->tracks->len; i++)
    lv_chart_track (self, i)->factor
      = lv_chart_is_plane (self)
          ? 1.0
          : lv_chart_factor (lv_node_unit (lv_chart_track (self, i)->node), self->unit);
  lv_chart_name_tracks (self);
  if (!check_ends (self, error) || !lv_chart_check_tracks (self, error))
    return FALSE;
  if (self->kind == LV_FIGURE_WATERFALL)
    lv_chart_plan_waterfall (self, base);
  else if (self->columns->len > 0)
    sort (self, base);
  return TRUE;
}
