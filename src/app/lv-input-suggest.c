/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-input-suggest.h"

#include "lv-card-tools.h"
#include "lv-inputs-of.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _LvInputSuggest
{
  GtkWidget parent_instance;

  GtkWidget *button;
  LvSession *session;  /* (owned) */
  const LvNode *input; /* (borrowed) */
  gsize cell;
};

G_DEFINE_FINAL_TYPE (LvInputSuggest, lv_input_suggest, GTK_TYPE_WIDGET)

/* Why the assumption is what it is: it goes into attachments, so its words are the pack's. */
static char *
reason (LvInputSuggest *self, const LvSuggestion *suggestion)
{
  const LvPack *pack = lv_session_pack (self->session);
  g_autofree char *amount = lv_text_in_unit (lv_node_unit (suggestion->node), suggestion->as_printed);
  const char *args[] = { lv_node_title (suggestion->node), amount, suggestion->price_level };

  if (suggestion->price_level != NULL)
    return lv_text_fill (lv_text_word (pack, "suggested-unconverted",
                                       "{1}: {2} in prices of {3}, not converted"),
                         args, 3);
  return suggestion->repriced
             ? lv_text_fill (lv_text_word (pack, "suggested-converted", "{1}: {2}, converted"), args, 2)
             : lv_text_fill (lv_text_word (pack, "suggested", "{1}: {2}"), args, 2);
}

static void
clicked_cb (LvInputSuggest *self)
{
  LvSuggestion suggestion
      = lv_state_suggestion (lv_session_state (self->session), self->input);
  g_autofree char *why = NULL;

  if (suggestion.node == NULL || isnan (suggestion.value))
    return;
  why = reason (self, &suggestion);
  /* The button goes with the click and would take the focus to nowhere. */
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_BACKWARD);
  lv_session_end_edit (self->session);
  lv_session_set_because (self->session, self->input, self->cell, suggestion.value, why);
  lv_session_end_edit (self->session);
}

/** Shows what is suggested now, or nothing. */
void
lv_input_suggest_update (LvInputSuggest *self)
{
  const LvState *state = lv_session_state (self->session);
  LvSuggestion suggestion = lv_state_suggestion (state, self->input);
  gboolean shown = suggestion.node != NULL && !isnan (suggestion.value)
                   && isnan (lv_state_number (state, self->input, self->cell));
  g_autofree char *amount = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;
  amount = lv_text_in_unit (lv_node_unit (self->input), suggestion.value);
  label = suggestion.price_level != NULL
              ? g_strdup_printf (_ ("Use the source's figure: %s, in prices of %s"), amount,
                                 suggestion.price_level)
              : g_strdup_printf (_ ("Use the source's figure: %s"), amount);
  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (self->button)), label) == 0)
    return;
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->button))), TRUE);
  lv_card_set_tooltip (self->button, lv_node_title (suggestion.node));
}

static void
lv_input_suggest_dispose (GObject *object)
{
  LvInputSuggest *self = LV_INPUT_SUGGEST (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_input_suggest_parent_class)->dispose (object);
}

static void
lv_input_suggest_class_init (LvInputSuggestClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_input_suggest_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_input_suggest_init (LvInputSuggest *self)
{
  self->button = gtk_button_new ();
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
}

/** Returns: (transfer floating) (nullable): the button, %NULL when the pack suggests nothing for @input */
GtkWidget *
lv_input_suggest_new (LvSession *session, const LvNode *input, gsize cell)
{
  const LvParameter *parameter = lv_node_parameter (input);
  LvInputSuggest *self;

  if (parameter == NULL || parameter->suggest == NULL)
    return NULL;
  self = g_object_new (LV_TYPE_INPUT_SUGGEST, NULL);
  self->session = g_object_ref (session);
  self->input = input;
  self->cell = cell;
  lv_input_suggest_update (self);
  return GTK_WIDGET (self);
}
