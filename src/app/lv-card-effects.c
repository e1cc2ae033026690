/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-card-effects.h"

#include "lv-card-scroll.h"
#include "lv-card-tools.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define TITLE_CHARS 30

/* One number: what some cells of an effect come to, one on years, twelve on months. */
typedef struct
{
  const LvNode *node;
  const LvNode *raw; /* (nullable): the effect as the pack gives it, with the same cells */
  GArray *cells; /* (owned) gsize */
  char *title;   /* (owned): for reading aloud */
  gboolean mean; /* the target goes on month by month, and so does the effect: 10 pct. is no 120 a year */
  GtkWidget *label;
} Value;

struct _LvCardEffects
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *grid;
  GPtrArray *columns; /* (owned) (element-type utf8) */
  GArray *values;     /* (owned) Value */
  LvSession *session; /* (owned) */
};

G_DEFINE_FINAL_TYPE (LvCardEffects, lv_card_effects, GTK_TYPE_WIDGET)

static void
value_clear (gpointer data)
{
  Value *value = data;

  g_array_unref (value->cells);
  g_free (value->title);
}

/* The year of a month, or the member itself. */
static const char *
column_title (const LvAxis *axis, guint member)
{
  int parent = axis->kind == LV_AXIS_MONTHS && axis->parent != NULL
                   ? lv_axis_parent_index (axis, member)
                   : -1;

  return parent >= 0 ? lv_axis_member (axis->parent, (guint) parent)->title
                     : lv_axis_member (axis, member)->title;
}

static int
column_of (LvCardEffects *self, const char *title)
{
  GtkWidget *label;

  for (guint i = 0; i < self->columns->len; i++)
    if (strcmp (g_ptr_array_index (self->columns, i), title) == 0)
      return (int) i + 1;
  g_ptr_array_add (self->columns, g_strdup (title));
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "lv-table-head");
  gtk_grid_attach (GTK_GRID (self->grid), label, (int) self->columns->len, 0, 1, 1);
  return (int) self->columns->len;
}

static void
add_cell (LvCardEffects *self, const LvNode *node, const LvNode *raw, gsize cell,
          const char *row_title, gboolean mean, int row)
{
  const LvShape *shape = lv_node_shape (node);
  const LvAxis *last = shape->n > 0 ? shape->axis[shape->n - 1] : NULL;
  const char *title
      = last != NULL ? column_title (last, lv_shape_coordinate (shape, cell, shape->n - 1)) : "";
  int column = column_of (self, title);
  GtkWidget *label = gtk_grid_get_child_at (GTK_GRID (self->grid), column, row);
  Value value = { .node = node, .raw = raw, .mean = mean };

  if (label != NULL)
    {
      /* The next month of the same year: it is the value that was added last. */
      g_array_append_val (g_array_index (self->values, Value, self->values->len - 1).cells, cell);
      return;
    }
  value.label = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (value.label), 1);
  gtk_widget_add_css_class (value.label, "numeric");
  gtk_widget_set_hexpand (value.label, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), value.label, column, row, 1, 1);
  value.cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_append_val (value.cells, cell);
  value.title = g_strdup_printf ("%s%s%s", row_title, title[0] != '\0' ? ", " : "", title);
  g_array_append_val (self->values, value);
}

static void
attach_title (LvCardEffects *self, const char *text, int row)
{
  GtkWidget *label = lv_card_label (text, "lv-table-title");

  gtk_label_set_width_chars (GTK_LABEL (label), TITLE_CHARS);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
}

/* A measure per member has an effect per member: only its own is shown. */
static gboolean
is_own (const LvShape *shape, gsize cell, const LvShape *of, gsize measure_cell)
{
  for (guint i = 0; i < of->n; i++)
    {
      int at = lv_shape_find (shape, of->axis[i]);

      if (at >= 0
          && lv_shape_coordinate (shape, cell, (guint) at) != lv_shape_coordinate (of, measure_cell, i))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_monthly (const LvNode *target)
{
  const LvShape *shape = target != NULL ? lv_node_shape (target) : NULL;

  return shape != NULL && shape->n > 0 && shape->axis[shape->n - 1]->kind == LV_AXIS_MONTHS;
}

static char *
effect_title (LvSession *session, const LvEffect *effect, const LvNode *node, gsize row)
{
  const LvNode *target = lv_model_find (lv_session_model (session), effect->target->id);
  LvShape outer = *lv_node_shape (node);
  g_autofree char *members = NULL;
  g_autofree char *reason = NULL;
  const char *mean = is_monthly (target) ? _ (", mean of the months") : "";
  LvPlace place;
  gssize cell = -1;

  if (outer.n > 0)
    outer.n--;
  if (outer.n > 0)
    members = lv_shape_cell_title (&outer, row);
  else if (target != NULL && effect->members != NULL
           && lv_place_parse (effect->members, lv_node_shape (target), &place, &reason)
           && lv_place_next (&place, lv_node_shape (target), &cell))
    members = g_strdup (lv_axis_member (lv_node_shape (target)->axis[0],
                                        lv_shape_coordinate (lv_node_shape (target), (gsize) cell, 0))
                            ->title);
  return g_strdup_printf ("%s%s%s, %s%s", effect->target->title, members != NULL ? ", " : "",
                          members != NULL ? members : "", lv_node_unit (node)->plural, mean);
}

/* The effect as the pack gives it, where it has the same cells as @node, the effect as it is dosed. */
static const LvNode *
raw_of (const LvModel *model, const LvMeasure *measure, guint number, const LvNode *node)
{
  const LvEffect *effect = &g_array_index (measure->effects, LvEffect, number);
  const LvNode *raw = lv_model_find (model, effect->effect->id);

  return raw != NULL && lv_shape_equal (lv_node_shape (raw), lv_node_shape (node)) ? raw : NULL;
}

static int
add_effect (LvCardEffects *self, const LvItem *item, gsize measure_cell, guint number, int row)
{
  const LvMeasure *measure = item->detail;
  const LvEffect *effect = &g_array_index (measure->effects, LvEffect, number);
  g_autofree char *id = g_strdup_printf ("%s#effect.%u", item->id, number + 1);
  const LvModel *model = lv_session_model (self->session);
  const LvNode *node = lv_model_find (model, id);
  const LvShape *shape = node != NULL ? lv_node_shape (node) : NULL;
  const LvNode *raw = node != NULL ? raw_of (model, measure, number, node) : NULL;
  gboolean mean = is_monthly (lv_model_find (model, effect->target->id));
  gsize length = shape != NULL && shape->n > 0 ? lv_axis_length (shape->axis[shape->n - 1]) : 1;

  for (gsize first = 0; shape != NULL && first < lv_shape_cells (shape); first += length)
    {
      g_autofree char *title = effect_title (self->session, effect, node, first / length);
      gboolean any = FALSE;

      for (gsize cell = first; cell < first + length; cell++)
        if (lv_node_present (model, node, cell)
            && is_own (shape, cell, &measure->shape, measure_cell))
          {
            add_cell (self, node, raw, cell, title, mean, row);
            any = TRUE;
          }
      if (any)
        attach_title (self, title, row++);
    }
  return row;
}

/* A monthly effect on years is their sum. */
static LvValue
value_of (LvCardEffects *self, const Value *value)
{
  LvValue sum = { 0, LV_STATUS_DERIVED, FALSE };

  for (guint i = 0; i < value->cells->len; i++)
    {
      LvValue part = lv_state_get (lv_session_state (self->session), value->node,
                                   g_array_index (value->cells, gsize, i));

      sum.number += part.number;
      sum.marked = sum.marked || part.marked;
      if (isnan (part.number))
        sum.status = part.status;
    }
  if (value->mean)
    sum.number /= value->cells->len;
  return sum;
}

/* A measure that is off counts 0; whether its effect is known is asked of the effect itself. Where it begins later
 * or has ended it is nothing, which is known. */
static gboolean
is_unknown (const LvState *state, const LvNode *raw, gsize cell)
{
  return raw != NULL && lv_node_present (lv_state_model (state), raw, cell)
         && isnan (lv_state_number (state, raw, cell));
}

static gboolean
is_known (LvCardEffects *self, const Value *value, LvValue sum)
{
  const LvState *state = lv_session_state (self->session);

  for (guint i = 0; i < value->cells->len; i++)
    if (is_unknown (state, value->raw, g_array_index (value->cells, gsize, i)))
      return FALSE;
  return !isnan (sum.number) && !sum.marked;
}

static LvAssessed
grade (guint known, guint all)
{
  return known == 0 ? LV_ASSESSED_NOT : known < all ? LV_ASSESSED_PARTLY : LV_ASSESSED_ALL;
}

/**
 * lv_card_effects_update:
 *
 * Shows the scenario's effects.
 *
 * Returns: whether they are assessed; a measure without effect is not
 */
LvAssessed
lv_card_effects_update (LvCardEffects *self)
{
  const LvPack *pack = lv_session_pack (self->session);
  guint assessed = 0;

  for (guint i = 0; i < self->values->len; i++)
    {
      const Value *value = &g_array_index (self->values, Value, i);
      LvValue sum = value_of (self, value);
      gboolean known = is_known (self, value, sum);
      g_autofree char *text = known ? lv_card_number (pack, value->node, sum)
                                    : g_strdup (lv_card_not_assessed (pack));

      assessed += known ? 1 : 0;
      if (strcmp (gtk_label_get_label (GTK_LABEL (value->label)), text) != 0)
        {
          g_autofree char *name = g_strdup_printf ("%s: %s", value->title, text);

          gtk_label_set_label (GTK_LABEL (value->label), text);
          lv_card_set_name (value->label, name);
        }
    }
  /* Nine lines of the same two words would only hide the measures that are assessed. */
  gtk_widget_set_visible (self->scroller, assessed > 0);
  return grade (assessed, self->values->len);
}

/* Whether a number of the effect is known, as is_known() says. */
static gboolean
is_cell_known (const LvState *state, const LvNode *node, const LvNode *raw, gsize cell)
{
  LvValue value = lv_state_get (state, node, cell);

  return !isnan (value.number) && !value.marked && !is_unknown (state, raw, cell);
}

static void
count_known (LvSession *session, const LvItem *item, guint number, gsize measure_cell, guint *known, guint *all)
{
  const LvMeasure *measure = item->detail;
  const LvModel *model = lv_session_model (session);
  g_autofree char *id = g_strdup_printf ("%s#effect.%u", item->id, number + 1);
  const LvNode *node = lv_model_find (model, id);
  const LvNode *raw = node != NULL ? raw_of (model, measure, number, node) : NULL;

  for (gsize cell = 0; node != NULL && cell < lv_shape_cells (lv_node_shape (node)); cell++)
    if (lv_node_present (model, node, cell)
        && is_own (lv_node_shape (node), cell, &measure->shape, measure_cell))
      {
        *known += is_cell_known (lv_session_state (session), node, raw, cell);
        (*all)++;
      }
}

/**
 * lv_card_effects_assess:
 * @cell: of the measure's own shape
 *
 * Returns: what lv_card_effects_update() does, without showing anything
 */
LvAssessed
lv_card_effects_assess (LvSession *session, const LvItem *item, gsize cell)
{
  const LvMeasure *measure = item->detail;
  guint known = 0;
  guint all = 0;

  for (guint i = 0; i < measure->effects->len; i++)
    count_known (session, item, i, cell, &known, &all);
  return grade (known, all);
}

static void
lv_card_effects_dispose (GObject *object)
{
  LvCardEffects *self = LV_CARD_EFFECTS (object);

  g_array_set_size (self->values, 0);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_card_effects_parent_class)->dispose (object);
}

static void
lv_card_effects_finalize (GObject *object)
{
  LvCardEffects *self = LV_CARD_EFFECTS (object);

  g_array_unref (self->values);
  g_ptr_array_unref (self->columns);
  G_OBJECT_CLASS (lv_card_effects_parent_class)->finalize (object);
}

static void
lv_card_effects_class_init (LvCardEffectsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_card_effects_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_card_effects_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_card_effects_init (LvCardEffects *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  g_array_set_clear_func (self->values, value_clear);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 2);
}

/** @cell: of the measure's own shape */
LvCardEffects *
lv_card_effects_new (LvSession *session, const LvItem *item, gsize cell)
{
  LvCardEffects *self = g_object_new (LV_TYPE_CARD_EFFECTS, NULL);
  const LvMeasure *measure = item->detail;
  g_autofree char *name = g_strdup_printf (_ ("Effect of %s"), item->title);
  int row = 1;

  self->scroller = lv_card_scroll_new (self->grid, name);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->session = g_object_ref (session);
  for (guint i = 0; i < measure->effects->len; i++)
    row = add_effect (self, item, cell, i, row);
  gtk_widget_set_visible (self->scroller, self->values->len > 0);
  return self;
}
