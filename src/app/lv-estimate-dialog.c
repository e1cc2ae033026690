/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what somebody judges low and high of an assumption to be, whose judgement that is, and why. */
#include "lv-estimate-dialog.h"

#include "lv-card-tools.h"
#include "lv-input-bounds.h"
#include "lv-own-texts.h"
#include "lv-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

typedef struct
{
  GtkWidget *from;    /* (owned) */
  LvSession *session; /* (owned) */
  char *id;           /* (owned): of the assumption, whose node may be made anew */
  LvInputBounds bounds;
  AdwMessageDialog *dialog; /* (borrowed) */
  GtkWidget *low;
  GtkWidget *high;
  GtkWidget *whose;
  GtkWidget *why;
  GtkWidget *error;
} Ask;

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *self = data;

  g_object_unref (self->from);
  g_object_unref (self->session);
  g_free (self->id);
  g_free (self);
}

static const LvNode *
node_of (Ask *self)
{
  return lv_model_find (lv_session_model (self->session), self->id);
}

static char *
text_of (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

/* Returns: (transfer full): what is wrong, "" while something is still empty or all is right */
static char *
read_numbers (Ask *self, double *low, double *high)
{
  GtkWidget *entries[] = { self->low, self->high };
  double *values[] = { low, high };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *text = text_of (entries[i]);
      char *reason = NULL;

      *values[i] = NAN;
      if (text[0] != '\0' && !lv_input_bounds_parse (&self->bounds, node_of (self), text, values[i], &reason))
        return reason;
    }
  return g_strdup (*low >= *high ? _ ("High must be above low.") : "");
}

static void
check_cb (Ask *self)
{
  g_autofree char *whose = text_of (self->whose);
  double low = NAN;
  double high = NAN;
  g_autofree char *reason = read_numbers (self, &low, &high);

  lv_card_set_text (self->error, reason);
  adw_message_dialog_set_response_enabled (self->dialog, "yes",
                                           isfinite (low) && isfinite (high) && reason[0] == '\0'
                                               && whose[0] != '\0');
}

static void
response_cb (Ask *self, const char *response)
{
  g_autofree char *whose = text_of (self->whose);
  g_autofree char *why = text_of (self->why);
  LvOwnEstimate estimate = { NAN, NAN, whose, why };
  g_autofree char *reason = NULL;

  if (gtk_widget_get_root (self->from) == NULL || node_of (self) == NULL)
    return;
  if (strcmp (response, "remove") == 0)
    lv_own_estimate_set (self->session, node_of (self), NULL);
  else if (strcmp (response, "yes") == 0)
    {
      reason = read_numbers (self, &estimate.low, &estimate.high);
      lv_own_estimate_set (self->session, node_of (self), &estimate);
    }
}

static GtkWidget *
add_row (Ask *self, GtkWidget *box, const char *text, double number)
{
  GtkWidget *label = lv_card_label (text, NULL);
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *typed = isnan (number) ? g_strdup ("") : lv_input_bounds_format (node_of (self), number, TRUE);

  gtk_label_set_use_underline (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 36);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (check_cb), self);
  return entry;
}

/* "Økonomi, 2026-11-24" -> "Økonomi" */
static void
fill_whose (Ask *self)
{
  const LvItem *item = lv_node_item (node_of (self));
  const char *by = lv_item_get (item, "estimate-by");
  const char *why = lv_item_get (item, "estimate-why");
  const char *comma = by != NULL ? strrchr (by, ',') : NULL;
  g_autofree char *whose
      = by == NULL ? g_strdup (lv_session_user (self->session))
                   : g_strndup (by, comma != NULL ? (gsize) (comma - by) : strlen (by));

  gtk_editable_set_text (GTK_EDITABLE (self->whose), whose);
  gtk_editable_set_text (GTK_EDITABLE (self->why), why != NULL ? why : "");
}

static GtkWidget *
create_content (Ask *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const LvParameter *parameter = lv_node_parameter (node_of (self));
  g_autofree char *unit = lv_input_unit (node_of (self));
  g_autofree char *low = g_strdup_printf (unit[0] != '\0' ? _ ("_Low, %s") : _ ("_Low"), unit);
  g_autofree char *high = g_strdup_printf (unit[0] != '\0' ? _ ("_High, %s") : _ ("_High"), unit);

  self->low = add_row (self, box, low, parameter->low);
  self->high = add_row (self, box, high, parameter->high);
  self->whose = add_row (self, box, _ ("W_hose judgement it is"), NAN);
  self->why = add_row (self, box, _ ("Wh_y"), NAN);
  self->error = lv_card_label ("", "error");
  gtk_label_set_max_width_chars (GTK_LABEL (self->error), 36);
  gtk_box_append (GTK_BOX (box), self->error);
  return box;
}

static char *
body_of (Ask *self)
{
  const LvNode *node = node_of (self);
  g_autofree char *standard = NULL;

  if (lv_node_shape (node)->n > 0)
    return g_strdup_printf ("%s\n%s", lv_node_title (node), _ ("Low and high hold for all of its numbers."));
  standard = lv_text_input (lv_session_pack (self->session), node,
                            lv_state_get (lv_session_base (self->session), node, 0));
  return g_strdup_printf (_ ("%s\nStandard value: %s"), lv_node_title (node), standard);
}

static void
add_responses (Ask *self)
{
  adw_message_dialog_add_responses (self->dialog, "no", _ ("_Cancel"), "remove", _ ("_Remove"), "yes",
                                    _ ("_Enter"), NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (self->dialog, "yes", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (self->dialog, "remove",
                                           lv_own_estimate_exists (self->session, node_of (self)));
  adw_message_dialog_set_default_response (self->dialog, "yes");
  adw_message_dialog_set_close_response (self->dialog, "no");
}

/**
 * lv_estimate_dialog_open:
 * @from: a widget of the window
 * @parameter: lv_own_estimate_can() says that it may have an estimate
 *
 * Returns: (transfer none): the dialog
 */
AdwMessageDialog *
lv_estimate_dialog_open (GtkWidget *from, LvSession *session, const LvNode *parameter)
{
  Ask *self = g_new0 (Ask, 1);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  self->from = g_object_ref (from);
  self->session = g_object_ref (session);
  self->id = g_strdup (lv_node_id (parameter));
  lv_input_bounds (parameter, &self->bounds);
  body = body_of (self);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Low and High"), body);
  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  add_responses (self);
  adw_message_dialog_set_extra_child (self->dialog, create_content (self));
  fill_whose (self);
  check_cb (self);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, ask_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (self->low);
  return self->dialog;
}
