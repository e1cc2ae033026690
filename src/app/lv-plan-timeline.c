/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-plan-timeline-private.h"

#include "lv-card-tools.h"
#include "lv-chart-view.h"
#include "lv-plan-figure.h"

#include <glib/gi18n.h>

/* So many actions are drawn at once: a picture of all 500 would neither be read nor be quick. */
#define PART 40

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvPlanTimeline, lv_plan_timeline, GTK_TYPE_WIDGET)

/* --- Rows */

static guint
n_drawn (LvPlanTimeline *self)
{
  return MIN (self->actions->len - self->first, PART);
}

/** Returns: (transfer none) (nullable): the action that is drawn in a row */
const LvAction *
lv_plan_timeline_action (LvPlanTimeline *self, int row)
{
  return self->actions != NULL && row >= 0 && (guint) row < n_drawn (self)
             ? g_ptr_array_index (self->actions, self->first + (guint) row)
             : NULL;
}

static int
index_of (LvPlanTimeline *self, const char *id)
{
  for (guint i = 0; id != NULL && self->actions != NULL && i < self->actions->len; i++)
    if (g_str_equal (((LvAction *) g_ptr_array_index (self->actions, i))->id, id))
      return (int) i;
  return -1;
}

/** Returns: the row in which an action is drawn, -1 where it is not */
int
lv_plan_timeline_row (LvPlanTimeline *self, const char *id)
{
  int index = index_of (self, id);

  return index >= (int) self->first && index < (int) (self->first + n_drawn (self))
             ? index - (int) self->first
             : -1;
}

/* --- Showing */

static void
show_pager (LvPlanTimeline *self)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->pager, self->actions->len > PART);
  text = g_strdup_printf (_ ("%u–%u of %u actions"), self->first + 1, self->first + n_drawn (self),
                          self->actions->len);
  lv_card_set_text (self->pager_label, text);
  gtk_widget_set_sensitive (self->back, self->first > 0);
  gtk_widget_set_sensitive (self->on, self->first + PART < self->actions->len);
}

/* The mark of the keyboard goes to the last day that is known of the selected action. */
static void
show_focus (LvPlanTimeline *self)
{
  int row = lv_plan_timeline_row (self, self->selected);
  GdkRectangle place;

  for (int series = lv_figure_n_series (self->figure) - 1; row >= 0 && series >= 0; series--)
    if (lv_figure_get_series (self->figure, series)->form != LV_FIGURE_MARK
        && lv_chart_view_get_place (LV_CHART_VIEW (self->view), series, row, &place))
      {
        lv_chart_view_set_focus (LV_CHART_VIEW (self->view), series, row);
        return;
      }
}

/** Says the picture in words; not while it moves, when nobody could follow. */
void
lv_plan_timeline_describe (LvPlanTimeline *self)
{
  g_autofree char *alt = NULL;

  if (self->figure == NULL || lv_plan_move_id (self->move) != NULL)
    return;
  alt = lv_figure_dup_alt (self->figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, alt,
                                  -1);
}

static void
show (LvPlanTimeline *self)
{
  g_clear_pointer (&self->figure, lv_figure_unref);
  self->figure = lv_plan_figure_new (lv_session_pack (self->session), self->actions, self->first,
                                     n_drawn (self), self->group, self->selected, &self->today);
  lv_chart_view_set_figure (LV_CHART_VIEW (self->view), self->figure);
  show_focus (self);
  show_pager (self);
  lv_plan_timeline_show_status (self);
  lv_plan_timeline_describe (self);
}

/* The part of the plan in which the selected action stands. */
static void
turn_to_selected (LvPlanTimeline *self)
{
  int index = index_of (self, self->selected);

  if (self->first >= self->actions->len)
    self->first = 0;
  if (index >= 0 && lv_plan_timeline_row (self, self->selected) < 0)
    self->first = (guint) index / PART * PART;
}

/**
 * lv_plan_timeline_update:
 * @actions: (element-type LvAction): what is shown, in order
 * @group: what actions under one heading have in common; LV_N_ACTION_FIELDS for no headings
 * @selected: (nullable): the action that is pointed out
 * @today: the day of the line
 */
void
lv_plan_timeline_update (LvPlanTimeline *self, const GPtrArray *actions, LvActionField group,
                         const char *selected, const GDate *today)
{
  g_autofree char *id = NULL;

  g_return_if_fail (LV_IS_PLAN_TIMELINE (self) && actions != NULL);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_action_free);
  for (guint i = 0; i < actions->len; i++)
    g_ptr_array_add (self->actions, lv_action_copy (g_ptr_array_index (actions, i)));
  id = g_strdup (selected);
  g_free (self->selected);
  self->selected = g_steal_pointer (&id);
  self->group = group;
  self->today = *today;
  turn_to_selected (self);
  show (self);
}

/** Says that another action is the one that is meant. */
void
lv_plan_timeline_select (LvPlanTimeline *self, const char *id)
{
  g_autofree char *wanted = g_strdup (id);

  if (g_strcmp0 (self->selected, wanted) == 0)
    return;
  lv_plan_timeline_let_go (self, TRUE);
  g_signal_emit (self, signals[SELECTED], 0, wanted);
}

/** Says that the selected action is to be opened. */
void
lv_plan_timeline_activate (LvPlanTimeline *self)
{
  if (self->selected == NULL)
    return;
  lv_plan_timeline_let_go (self, TRUE);
  g_signal_emit (self, signals[ACTIVATED], 0, self->selected);
}

static void
turn (LvPlanTimeline *self, int by)
{
  gint64 first = (gint64) self->first + by * PART;

  if (first < 0 || first >= self->actions->len)
    return;
  self->first = (guint) first;
  lv_plan_timeline_select (self, ((LvAction *) g_ptr_array_index (self->actions, self->first))->id);
  show (self);
}

static void
back_cb (LvPlanTimeline *self)
{
  turn (self, -1);
}

static void
on_cb (LvPlanTimeline *self)
{
  turn (self, 1);
}

/** Returns: (transfer none) (nullable): the action that is being moved now */
const char *
lv_plan_timeline_get_moving (LvPlanTimeline *self)
{
  g_return_val_if_fail (LV_IS_PLAN_TIMELINE (self), NULL);
  return lv_plan_move_id (self->move);
}

/* --- What tests ask */

/** Returns: (transfer none): the picture, which has the keyboard's focus */
GtkWidget *
lv_plan_timeline_get_view (LvPlanTimeline *self)
{
  g_return_val_if_fail (LV_IS_PLAN_TIMELINE (self), NULL);
  return self->view;
}

/** Returns: whether the action has a bar in the picture, and where its last day stands, in the picture's
 * coordinates */
gboolean
lv_plan_timeline_get_bar (LvPlanTimeline *self, const char *id, GdkRectangle *bar)
{
  int row;

  g_return_val_if_fail (LV_IS_PLAN_TIMELINE (self), FALSE);
  row = lv_plan_timeline_row (self, id);
  for (int series = lv_figure_n_series (self->figure) - 1; row >= 0 && series >= 0; series--)
    if (lv_figure_get_series (self->figure, series)->form == LV_FIGURE_HIGH
        && lv_figure_is_drawn (self->figure, series, row))
      return lv_chart_view_get_place (LV_CHART_VIEW (self->view), series, row, bar);
  return FALSE;
}

/* --- The widget */

static char *
tell_cb (int series, int category, gpointer user_data)
{
  LvPlanTimeline *self = user_data;

  return self->figure != NULL && category >= 0 ? lv_plan_figure_tell (self->figure, category) : NULL;
}

static GtkWidget *
make_turn (LvPlanTimeline *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  lv_card_set_tooltip (button, name);
  lv_card_set_name (button, name);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
add_pager (LvPlanTimeline *self)
{
  self->pager = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->back = make_turn (self, "go-previous-symbolic", _ ("Earlier Actions"), G_CALLBACK (back_cb));
  self->on = make_turn (self, "go-next-symbolic", _ ("Later Actions"), G_CALLBACK (on_cb));
  self->pager_label = gtk_label_new ("");
  gtk_box_append (GTK_BOX (self->pager), self->back);
  gtk_box_append (GTK_BOX (self->pager), self->pager_label);
  gtk_box_append (GTK_BOX (self->pager), self->on);
  gtk_box_append (GTK_BOX (self->box), self->pager);
}

static void
lv_plan_timeline_dispose (GObject *object)
{
  LvPlanTimeline *self = LV_PLAN_TIMELINE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->move, lv_plan_move_free);
  g_clear_pointer (&self->figure, lv_figure_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_plan_timeline_parent_class)->dispose (object);
}

static void
lv_plan_timeline_finalize (GObject *object)
{
  LvPlanTimeline *self = LV_PLAN_TIMELINE (object);

  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_free (self->selected);
  G_OBJECT_CLASS (lv_plan_timeline_parent_class)->finalize (object);
}

static void
lv_plan_timeline_class_init (LvPlanTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_plan_timeline_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_plan_timeline_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /* An action is meant, or to be opened. */
  signals[SELECTED] = g_signal_new ("selected", LV_TYPE_PLAN_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTIVATED] = g_signal_new ("activated", LV_TYPE_PLAN_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lv_plan_timeline_init (LvPlanTimeline *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->group = LV_N_ACTION_FIELDS;
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->view = lv_chart_view_new (tell_cb, self);
  lv_chart_view_set_quiet (LV_CHART_VIEW (self->view), TRUE);
  self->status = lv_card_label ("", "caption");
  gtk_box_append (GTK_BOX (self->box), self->view);
  gtk_box_append (GTK_BOX (self->box), self->status);
  add_pager (self);
  lv_plan_timeline_add_controllers (self);
}

/**
 * lv_plan_timeline_new:
 * @name: accessible name
 *
 * Returns: (transfer floating): a timeline without actions
 */
GtkWidget *
lv_plan_timeline_new (LvSession *session, const char *name)
{
  LvPlanTimeline *self = g_object_new (LV_TYPE_PLAN_TIMELINE, NULL);

  self->session = g_object_ref (session);
  self->move = lv_plan_move_new (session);
  lv_card_set_name (self->view, name);
  return GTK_WIDGET (self);
}
