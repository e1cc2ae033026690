/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-plan-money.h"

#include "lv-card-fold.h"
#include "lv-card-tools.h"
#include "lv-line-layout.h"
#include "lv-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define MONTHS 3
#define MOST_MONTHS 48

struct _LvPlanMoney
{
  GtkWidget parent_instance;

  LvSession *session; /* (owned) */
  char *id;           /* (owned) (nullable): the selected action */
  GtkWidget *box;
  GtkWidget *line;    /* of the selected action */
  GtkWidget *months;
  GtkWidget *after;   /* "months:" */
  GtkWidget *cost;
  GtkWidget *measure; /* leads to the measure's card */
  char *card;         /* (owned) (nullable): that card */
  GtkWidget *fold;
  GtkWidget *years;
  GtkWidget *plan;
};

G_DEFINE_FINAL_TYPE (LvPlanMoney, lv_plan_money, GTK_TYPE_WIDGET)

/* --- Words */

/* "2026: 1,2 · 2027: 3,4 mio. kr." */
static char *
years_text (LvPlanMoney *self, const LvDelayCost *cost)
{
  const LvNode *gap = lv_session_head_node (self->session, "gap");
  const LvUnit *unit = lv_node_unit (gap);
  const LvAxis *axis = lv_node_shape (gap)->axis[0];
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < cost->n_years; i++)
    {
      LvUnit own = *unit;
      g_autofree char *amount = NULL;

      own.decimals = MAX (own.decimals, 1);
      amount = lv_text_in_unit (&own, cost->cost[i]);
      g_string_append_printf (out, "%s%s: %s", i > 0 ? " · " : "",
                              lv_axis_member (axis, cost->years[i])->title, amount);
    }
  return g_string_free (out, FALSE);
}

/* @text: (transfer full) */
static void
append_count (GString *out, guint n, char *text)
{
  g_autofree char *owned = text;

  if (n > 0)
    g_string_append_printf (out, "; %s", owned);
}

/* --- The selected action */

static void
show_years (LvPlanMoney *self, const LvDelayCost *cost)
{
  g_autofree char *text
      = cost->kind == LV_DELAY_COUNTED && cost->n_years > 0 ? years_text (self, cost) : g_strdup ("");

  lv_card_set_text (self->years, text);
  gtk_widget_set_visible (self->fold, text[0] != '\0');
}

static void
show_cost (LvPlanMoney *self)
{
  int months = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->months));
  LvDelayCost cost = lv_session_delay_cost (self->session, self->id, months);
  g_autofree char *text = lv_session_delay_words (self->session, &cost);

  lv_card_set_text (self->after, ngettext ("month:", "months:", (gulong) months));
  lv_card_set_text (self->cost, text);
  show_years (self, &cost);
}

/* The first card of measures that shows it. */
static char *
find_card (LvPlanMoney *self, const char *measure)
{
  const LvPack *pack = lv_session_pack (self->session);
  const GPtrArray *cards = lv_pack_items (pack, LV_KIND_CARD);

  for (guint i = 0; i < cards->len; i++)
    {
      const LvItem *card = g_ptr_array_index (cards, i);
      const char *key = lv_item_get (card, "measures") != NULL ? "measures" : "of";
      g_autoptr (GPtrArray) items = NULL;

      if (g_strcmp0 (lv_item_get (card, "kind"), "measures") != 0)
        continue;
      items = lv_card_items (pack, card, key);
      for (guint k = 0; k < items->len; k++)
        if (g_strcmp0 (((LvItem *) g_ptr_array_index (items, k))->id, measure) == 0)
          return g_strdup (card->id);
    }
  return NULL;
}

static void
show_measure (LvPlanMoney *self, const LvAction *action)
{
  const char *id = lv_action_text (action, LV_ACTION_CARRIES);
  const LvItem *measure
      = id[0] != '\0' ? lv_pack_find_kind (lv_session_pack (self->session), LV_KIND_MEASURE, id) : NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->measure, measure != NULL);
  g_clear_pointer (&self->card, g_free);
  if (measure == NULL)
    return;
  self->card = find_card (self, id);
  label = g_strdup_printf (_ ("Measure: %s"), measure->title);
  gtk_button_set_label (GTK_BUTTON (self->measure), label);
  gtk_widget_set_sensitive (self->measure, self->card != NULL);
}

/* --- The whole plan */

static void
show_plan (LvPlanMoney *self)
{
  LvDelayCost cost = lv_session_plan_cost (self->session);
  g_autofree char *words = lv_session_delay_words (self->session, &cost);
  g_autoptr (GString) out = g_string_new (NULL);

  if (cost.n_delayed == 0)
    {
      lv_card_set_text (self->plan, _ ("No action has been moved in the scenario: delays cost nothing."));
      return;
    }
  g_string_append_printf (out, _ ("All plans as they stand in the scenario: %s"), words);
  append_count (out, cost.n_delayed,
                g_strdup_printf (ngettext ("%u action ends at another time than planned",
                                           "%u actions end at another time than planned",
                                           cost.n_delayed),
                                 cost.n_delayed));
  append_count (out, cost.n_not_assessed,
                g_strdup_printf (ngettext ("%u carries a measure that is not assessed",
                                           "%u carry measures that are not assessed",
                                           cost.n_not_assessed),
                                 cost.n_not_assessed));
  append_count (out, cost.n_off,
                g_strdup_printf (ngettext ("%u carries a measure that is off",
                                           "%u carry measures that are off", cost.n_off),
                                 cost.n_off));
  lv_card_set_text (self->plan, out->str);
}

/**
 * lv_plan_money_update:
 * @action: (nullable): the selected action
 *
 * Shows what a delay costs now.
 */
void
lv_plan_money_update (LvPlanMoney *self, const LvAction *action)
{
  g_return_if_fail (LV_IS_PLAN_MONEY (self));
  g_free (self->id);
  self->id = action != NULL ? g_strdup (action->id) : NULL;
  gtk_widget_set_visible (self->line, action != NULL);
  if (action != NULL)
    {
      show_measure (self, action);
      show_cost (self);
    }
  else
    gtk_widget_set_visible (self->fold, FALSE);
  show_plan (self);
}

/* --- The widget */

static void
months_cb (LvPlanMoney *self)
{
  if (self->id != NULL)
    show_cost (self);
}

static void
measure_cb (LvPlanMoney *self)
{
  if (self->card != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-card", "s", self->card);
}

static void
add_line (LvPlanMoney *self)
{
  GtkWidget *before = gtk_label_new (C_ ("delay", "Cost of a delay of"));
  GtkWidget *row = lv_line_box_new (6);

  self->line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->months = gtk_spin_button_new_with_range (1, MOST_MONTHS, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->months), MONTHS);
  lv_card_set_name (self->months, _ ("Months of delay"));
  self->after = gtk_label_new (NULL);
  self->cost = lv_card_label ("", "lv-total");
  gtk_widget_set_hexpand (self->cost, TRUE);
  self->measure = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->measure, "link");
  gtk_widget_set_halign (self->measure, GTK_ALIGN_START);
  g_signal_connect_swapped (self->months, "value-changed", G_CALLBACK (months_cb), self);
  g_signal_connect_swapped (self->measure, "clicked", G_CALLBACK (measure_cb), self);
  gtk_box_append (GTK_BOX (row), before);
  gtk_box_append (GTK_BOX (row), self->months);
  gtk_box_append (GTK_BOX (row), self->after);
  gtk_box_append (GTK_BOX (row), self->cost);
  gtk_box_append (GTK_BOX (self->line), self->measure);
  gtk_box_append (GTK_BOX (self->line), row);
  gtk_box_append (GTK_BOX (self->box), self->line);
}

static void
add_years (LvPlanMoney *self)
{
  self->years = lv_card_label ("", "numeric");
  self->fold = GTK_WIDGET (lv_card_fold_new (lv_card_label (_ ("Per Year"), NULL)));
  lv_card_fold_set_name (LV_CARD_FOLD (self->fold), _ ("Per Year"));
  lv_card_fold_set_child (LV_CARD_FOLD (self->fold), self->years);
  gtk_box_append (GTK_BOX (self->box), self->fold);
}

static void
lv_plan_money_dispose (GObject *object)
{
  LvPlanMoney *self = LV_PLAN_MONEY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_plan_money_parent_class)->dispose (object);
}

static void
lv_plan_money_finalize (GObject *object)
{
  g_free (LV_PLAN_MONEY (object)->id);
  g_free (LV_PLAN_MONEY (object)->card);
  G_OBJECT_CLASS (lv_plan_money_parent_class)->finalize (object);
}

static void
lv_plan_money_class_init (LvPlanMoneyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_plan_money_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_plan_money_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_plan_money_init (LvPlanMoney *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  add_line (self);
  add_years (self);
  self->plan = lv_card_label ("", NULL);
  gtk_box_append (GTK_BOX (self->box), self->plan);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): what delays cost in @session */
GtkWidget *
lv_plan_money_new (LvSession *session)
{
  LvPlanMoney *self = g_object_new (LV_TYPE_PLAN_MONEY, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/** Returns: (transfer none): what the delay of the selected action costs, as it is shown */
const char *
lv_plan_money_get_action (LvPlanMoney *self)
{
  g_return_val_if_fail (LV_IS_PLAN_MONEY (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->cost));
}

/** Returns: (transfer none): what the whole plan costs, as it is shown */
const char *
lv_plan_money_get_plan (LvPlanMoney *self)
{
  g_return_val_if_fail (LV_IS_PLAN_MONEY (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->plan));
}
