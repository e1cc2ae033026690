/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what a measure is to be that is made of a calculated difference: title, first year, years until full
 * effect, and the reason, without which it is none. */
#include "lv-to-measure-dialog.h"

#include "lv-card-tools.h"
#include "lv-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* Longest phase-in that can be chosen, in years. */
#define MOST_STEPS 10

typedef struct
{
  GtkWidget *from;    /* (owned) */
  LvSession *session; /* (owned) */
  LvExample example;
  char *amount;       /* (owned): id of the amount's node; the model may be made anew meanwhile */
  char *target;       /* (owned) */
  char *members;      /* (owned) */
  GArray *years;      /* (owned): guint, members of the target's last axis that can be first */
  AdwMessageDialog *dialog; /* (borrowed) */
  GtkWidget *title;
  GtkWidget *reason;
  GtkWidget *first;
  GtkWidget *steps;
} Ask;

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *self = data;

  g_object_unref (self->from);
  g_object_unref (self->session);
  g_array_unref (self->years);
  g_free (self->amount);
  g_free (self->target);
  g_free (self->members);
  g_free (self);
}

static char *
text_of (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
check_cb (Ask *self)
{
  g_autofree char *title = text_of (self->title);
  g_autofree char *reason = text_of (self->reason);

  adw_message_dialog_set_response_enabled (self->dialog, "yes",
                                           title[0] != '\0' && reason[0] != '\0');
}

static void
response_cb (Ask *self, const char *response)
{
  g_autofree char *title = text_of (self->title);
  g_autofree char *reason = text_of (self->reason);
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->first));
  g_autoptr (LvLocalMeasure) measure = NULL;
  g_autofree char *id = NULL;

  self->example.amount = lv_model_find (lv_session_model (self->session), self->amount);
  if (strcmp (response, "yes") != 0 || self->example.amount == NULL || self->years->len == 0)
    return;
  self->example.title = title;
  self->example.why = reason;
  self->example.first = g_array_index (self->years, guint, MIN (at, self->years->len - 1));
  self->example.steps
      = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->steps));
  measure = lv_example_measure_new (self->session, &self->example);
  if (measure != NULL)
    id = lv_session_put_measure (self->session, measure);
  lv_session_end_edit (self->session);
}

static void
add_row (GtkWidget *box, const char *text, GtkWidget *widget)
{
  GtkWidget *label = lv_card_label (text, NULL);

  gtk_label_set_use_underline (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
}

static GtkWidget *
create_entry (Ask *self, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 44);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (check_cb), self);
  return entry;
}

/* The years that the target has; the budget year is suggested. */
static GtkWidget *
create_years (Ask *self)
{
  const LvModel *model = lv_session_model (self->session);
  const LvNode *target = lv_model_find (model, self->target);
  const LvShape *shape = lv_node_shape (target);
  const LvAxis *axis = shape->n > 0 ? shape->axis[shape->n - 1] : NULL;
  const LvNode *budget = lv_session_head_node (self->session, "budget-year");
  guint suggested = budget != NULL ? (guint) lv_state_number (lv_session_state (self->session), budget, 0) : 0;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; axis != NULL && i < lv_axis_length (axis); i++)
    if (lv_node_present (model, target, i))
      {
        if (i <= suggested)
          chosen = self->years->len;
        g_array_append_val (self->years, i);
        gtk_string_list_append (titles, lv_axis_member (axis, i)->title);
      }
  self->first = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->first), chosen);
  return self->first;
}

/* What it rests on, for the user to amend: the card, the amount, and in what prices it is. */
static char *
suggest_reason (const Ask *self, const LvItem *card)
{
  const LvPack *pack = lv_session_pack (self->session);
  g_autofree char *prices = lv_text_attributes (pack, self->example.amount);
  g_autofree char *amount
      = lv_text_amount (pack, self->example.amount,
                        lv_state_get (lv_session_state (self->session), self->example.amount, self->example.cell));

  return g_strdup_printf ("%s: %s%s%s", card->title, amount, prices[0] != '\0' ? ", " : "", prices);
}

static GtkWidget *
create_content (Ask *self, const LvItem *card)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *reason = suggest_reason (self, card);

  self->title = create_entry (self, card->title);
  self->reason = create_entry (self, reason);
  self->steps = gtk_spin_button_new_with_range (1, MOST_STEPS, 1);
  add_row (box, _ ("_Title"), self->title);
  add_row (box, _ ("_Reason: who judges so, and why"), self->reason);
  add_row (box, _ ("_First year"), create_years (self));
  add_row (box, _ ("_Years until full effect"), self->steps);
  return box;
}

static void
add_responses (Ask *self)
{
  adw_message_dialog_add_response (self->dialog, "no", _ ("_Cancel"));
  adw_message_dialog_add_response (self->dialog, "yes", _ ("_Make the Measure"));
  adw_message_dialog_set_response_appearance (self->dialog, "yes", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, "yes");
  adw_message_dialog_set_close_response (self->dialog, "no");
}

/**
 * lv_to_measure_dialog_ask:
 * @from: a widget of the window
 * @card: where the difference stands
 * @example: amount and target
 *
 * Asks for the rest, and makes the measure in one step that can be undone.
 */
void
lv_to_measure_dialog_ask (GtkWidget *from, LvSession *session, const LvItem *card,
                          const LvExample *example)
{
  Ask *self = g_new0 (Ask, 1);
  GtkWidget *dialog;

  self->from = g_object_ref (from);
  self->session = g_object_ref (session);
  self->example = *example;
  self->amount = g_strdup (lv_node_id (example->amount));
  self->target = g_strdup (example->target);
  self->members = g_strdup (example->members);
  self->example.target = self->target;
  self->example.members = self->members;
  self->years = g_array_new (FALSE, FALSE, sizeof (guint));
  dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (from)), _ ("Make a Measure"),
      _ ("The measure is an estimate of your own. It counts only in scenarios where it is switched on, and "
         "can be undone."));
  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  add_responses (self);
  adw_message_dialog_set_extra_child (self->dialog, create_content (self, card));
  check_cb (self);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, ask_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (self->title);
}
