/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-card-plan-private.h"

#include "lv-action-dialog.h"
#include "lv-card-scroll.h"
#include "lv-card-tools.h"
#include "lv-plan-columns.h"
#include "lv-plan-filter.h"
#include "lv-plan-money.h"
#include "lv-plan-slip.h"
#include "lv-plan-timeline.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of the list; longer plans scroll in it. A list does not know how high all its rows would be. */
#define ROW_HEIGHT 40
#define LEAST_HEIGHT 130
#define MOST_HEIGHT 470

G_DEFINE_FINAL_TYPE (LvCardPlan, lv_card_plan, LV_TYPE_CARD)

/** Returns: (transfer none) (nullable): which actions the card shows */
const char *
lv_card_plan_of (LvCardPlan *self)
{
  return lv_item_get (lv_card_item (LV_CARD (self)), "of");
}

/* --- What is selected */

static LvPlanRow *
selected_row (LvCardPlan *self)
{
  return lv_plan_list_find (self->list, self->selected);
}

/** Shows what is known of the selected action, and what a delay of it costs. */
void
lv_card_plan_show_selected (LvCardPlan *self)
{
  LvPlanRow *row = selected_row (self);
  g_autofree char *details = row != NULL ? lv_card_plan_dup_details (lv_card_session (LV_CARD (self)), row)
                                         : NULL;

  lv_card_set_text (self->title, row != NULL ? lv_plan_row_title (row) : "");
  lv_card_set_text (self->details, details != NULL ? details : "");
  gtk_widget_set_visible (self->title, row != NULL);
  gtk_widget_set_visible (self->details, row != NULL);
  lv_plan_money_update (LV_PLAN_MONEY (self->money), row != NULL ? lv_plan_row_action (row) : NULL);
  lv_card_plan_update_actions (self);
}

static void
show_selection (LvCardPlan *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  lv_plan_list_position (self->list, self->selected, &position);
  self->quiet = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->quiet = FALSE;
}

static gboolean
shows_timeline (LvCardPlan *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "timeline") == 0;
}

static void
show_timeline (LvCardPlan *self)
{
  g_autoptr (GPtrArray) actions = NULL;

  if (!shows_timeline (self))
    return;
  actions = lv_plan_list_actions (self->list);
  lv_plan_timeline_update (LV_PLAN_TIMELINE (self->timeline), actions, lv_plan_list_get_group (self->list),
                           self->selected, &self->day);
}

/** Says which action is meant; %NULL for none. */
void
lv_card_plan_select (LvCardPlan *self, const char *id)
{
  g_autofree char *copy = NULL;

  g_return_if_fail (LV_IS_CARD_PLAN (self));
  if (g_strcmp0 (self->selected, id) == 0)
    return;
  copy = g_strdup (id);
  g_free (self->selected);
  self->selected = g_steal_pointer (&copy);
  if (g_strcmp0 (lv_plan_slip_watched (LV_PLAN_SLIP (self->slip)), self->selected) != 0)
    lv_plan_slip_watch (LV_PLAN_SLIP (self->slip), NULL);
  show_selection (self);
  show_timeline (self);
  lv_card_plan_show_selected (self);
}

static void
selected_cb (LvCardPlan *self)
{
  LvPlanRow *row = gtk_single_selection_get_selected_item (self->selection);
  const LvAction *action = row != NULL ? lv_plan_row_action (row) : NULL;

  if (!self->quiet)
    lv_card_plan_select (self, action != NULL ? action->id : NULL);
}

static void
timeline_selected_cb (LvCardPlan *self, const char *id)
{
  lv_card_plan_select (self, id);
}

static void
activated_cb (LvCardPlan *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.edit", NULL);
}

static void
row_activated_cb (LvCardPlan *self, guint position)
{
  g_autoptr (LvPlanRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (row == NULL || lv_plan_row_action (row) == NULL)
    return;
  lv_card_plan_select (self, lv_plan_row_action (row)->id);
  activated_cb (self);
}

/* --- Updating */

static void
count (LvCardPlan *self, guint *late, guint *marked)
{
  const GPtrArray *rows = lv_plan_list_rows (self->list);

  for (guint i = 0; i < rows->len; i++)
    {
      LvPlanRow *row = g_ptr_array_index (rows, i);

      if (lv_plan_row_action (row) == NULL)
        continue;
      *late += lv_plan_row_is_late (row);
      *marked += lv_plan_row_is_stale (row);
    }
}

static void
show_summary (LvCardPlan *self)
{
  guint all = lv_plan_list_n_actions (self->list);
  guint shown = lv_plan_list_n_shown (self->list);
  guint late = 0;
  guint stale = 0;
  g_autofree char *first = NULL;
  g_autofree char *text = NULL;

  count (self, &late, &stale);
  first = shown == all ? g_strdup_printf (ngettext ("%u action", "%u actions", all), all)
                       : g_strdup_printf (_ ("%u of %u actions"), shown, all);
  text = g_strdup_printf (ngettext ("%s, %u of them is late, %u without a new status",
                                    "%s, %u of them are late, %u without a new status", late),
                          first, late, stale);
  lv_card_set_text (self->summary, text);
  gtk_widget_set_visible (self->empty, shown == 0);
}

static void
show_height (LvCardPlan *self)
{
  int rows = (int) MIN (lv_plan_list_rows (self->list)->len, 100);

  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              CLAMP ((rows + 1) * ROW_HEIGHT, LEAST_HEIGHT, MOST_HEIGHT));
}

static void
show_list (LvCardPlan *self)
{
  show_height (self);
  lv_plan_columns_update (self->columns, self->list, lv_session_pack (lv_card_session (LV_CARD (self))));
  show_summary (self);
  show_selection (self);
  show_timeline (self);
}

/* A filter may leave the selected action out; then none is meant. */
static void
filter_changed_cb (LvCardPlan *self)
{
  if (self->selected != NULL && !lv_plan_list_position (self->list, self->selected, NULL))
    lv_card_plan_select (self, NULL);
  show_list (self);
  lv_card_plan_update_actions (self);
}

static void
find_today (LvCardPlan *self)
{
  g_free (self->today);
  self->today = g_strdup ("");
  if (!lv_session_get_today (lv_card_session (LV_CARD (self)), &self->day))
    return;
  g_free (self->today);
  self->today = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&self->day),
                                 (guint) g_date_get_month (&self->day), g_date_get_day (&self->day));
}

static void
lv_card_plan_update (LvCard *card)
{
  LvCardPlan *self = LV_CARD_PLAN (card);
  LvSession *session = lv_card_session (card);
  const char *moving = lv_plan_timeline_get_moving (LV_PLAN_TIMELINE (self->timeline));
  g_autoptr (GPtrArray) all = NULL;

  find_today (self);
  self->quiet = TRUE;
  lv_plan_list_take_actions (self->list, lv_session_actions (session), &self->day);
  self->quiet = FALSE;
  all = lv_plan_list_all (self->list);
  lv_plan_filter_update (LV_PLAN_FILTER (self->filter), all, self->today);
  if (self->selected != NULL && selected_row (self) == NULL)
    g_clear_pointer (&self->selected, g_free);
  if (moving != NULL && g_strcmp0 (lv_plan_slip_watched (LV_PLAN_SLIP (self->slip)), moving) != 0)
    lv_plan_slip_watch (LV_PLAN_SLIP (self->slip), moving);
  else
    lv_plan_slip_update (LV_PLAN_SLIP (self->slip));
  show_list (self);
  lv_card_plan_show_selected (self);
}

/* --- Building */

static GtkWidget *
make_list (LvCardPlan *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->columns = lv_plan_columns_new (self->list, GTK_SELECTION_MODEL (self->selection),
                                       lv_session_pack (lv_card_session (LV_CARD (self))));
  lv_card_set_name (self->columns, lv_card_item (LV_CARD (self))->title);
  g_signal_connect_swapped (self->columns, "activate", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_object (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->columns)), "changed",
                           G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->columns);
  self->scroller = scroller;
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  lv_card_scroll_pass_on (scroller);
  return scroller;
}

static GtkWidget *
make_stack (LvCardPlan *self)
{
  self->stack = gtk_stack_new ();
  self->timeline = lv_plan_timeline_new (lv_card_session (LV_CARD (self)),
                                         lv_card_item (LV_CARD (self))->title);
  g_signal_connect_swapped (self->timeline, "selected", G_CALLBACK (timeline_selected_cb), self);
  g_signal_connect_swapped (self->timeline, "activated", G_CALLBACK (activated_cb), self);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_titled (GTK_STACK (self->stack), make_list (self), "list", _ ("List"));
  gtk_stack_add_titled (GTK_STACK (self->stack), self->timeline, "timeline", _ ("Timeline"));
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (show_timeline), self);
  return self->stack;
}

static GtkWidget *
make_head (LvCardPlan *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  self->summary = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE,
                                "xalign", 0.0, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->summary, "caption");
  gtk_box_append (GTK_BOX (head), switcher);
  gtk_box_append (GTK_BOX (head), self->summary);
  gtk_box_append (GTK_BOX (head), lv_card_plan_make_buttons (self));
  return head;
}

static void
add_selected (LvCardPlan *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->title = lv_card_label ("", "heading");
  self->details = lv_card_label ("", NULL);
  self->money = lv_plan_money_new (lv_card_session (LV_CARD (self)));
  gtk_label_set_selectable (GTK_LABEL (self->details), FALSE);
  gtk_widget_add_css_class (box, "lv-measure");
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->money);
  gtk_box_append (GTK_BOX (box), self->details);
  lv_card_append (LV_CARD (self), box);
}

static void
lv_card_plan_build (LvCard *card)
{
  LvCardPlan *self = LV_CARD_PLAN (card);
  const LvPack *pack = lv_session_pack (lv_card_session (card));
  const char *group = lv_item_get (lv_card_item (card), "group");
  const char *view = lv_item_get (lv_card_item (card), "view");
  GtkWidget *stack;

  self->list = lv_plan_list_new (pack, lv_card_plan_of (self));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  self->filter = lv_plan_filter_new (self->list, pack);
  self->empty = lv_card_label (_ ("The filter leaves no action."), "dim-label");
  self->slip = lv_plan_slip_new (lv_card_session (card));
  stack = make_stack (self);
  lv_card_append (card, make_head (self));
  lv_card_append (card, self->filter);
  lv_card_append (card, stack);
  lv_card_append (card, self->empty);
  lv_card_append (card, self->slip);
  add_selected (self);
  lv_card_plan_add_shortcuts (self);
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (filter_changed_cb), self);
  if (group != NULL)
    lv_plan_filter_set_group (LV_PLAN_FILTER (self->filter), group);
  if (view != NULL)
    lv_card_plan_show_view (self, view);
}

static void
lv_card_plan_finalize (GObject *object)
{
  LvCardPlan *self = LV_CARD_PLAN (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_free (self->selected);
  g_free (self->today);
  G_OBJECT_CLASS (lv_card_plan_parent_class)->finalize (object);
}

static void
lv_card_plan_class_init (LvCardPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_card_plan_finalize;
  LV_CARD_CLASS (klass)->build = lv_card_plan_build;
  LV_CARD_CLASS (klass)->update = lv_card_plan_update;
  lv_card_plan_class_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
lv_card_plan_init (LvCardPlan *self)
{
  g_date_clear (&self->day, 1);
}

/* --- What others ask */

/** Returns: (transfer none): the rows */
LvPlanList *
lv_card_plan_get_list (LvCardPlan *self)
{
  g_return_val_if_fail (LV_IS_CARD_PLAN (self), NULL);
  return self->list;
}

/** Returns: (transfer none) (nullable): the action that is meant */
const char *
lv_card_plan_get_selected (LvCardPlan *self)
{
  g_return_val_if_fail (LV_IS_CARD_PLAN (self), NULL);
  return self->selected;
}

/** @view: "list" or "timeline" */
void
lv_card_plan_show_view (LvCardPlan *self, const char *view)
{
  g_return_if_fail (LV_IS_CARD_PLAN (self) && view != NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), view);
}
