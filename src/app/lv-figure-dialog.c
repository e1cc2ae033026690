/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a figure that the sources lack, and where it is from; without a source it is none. */
#include "lv-figure-dialog.h"

#include "lv-card-tools.h"
#include "lv-own-figure.h"
#include "lv-year-edit.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  GtkWidget *from; /* (owned) */
  LvYearTable *table; /* (owned) */
  GArray *cells;      /* (owned): gsize, those that can be chosen */
  AdwMessageDialog *dialog; /* (borrowed) */
  GtkWidget *which; /* (nullable): where there is a choice */
  GtkWidget *number;
  GtkWidget *source;
  GtkWidget *error;
} Ask;

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *self = data;

  g_object_unref (self->from);
  g_array_unref (self->cells);
  lv_year_table_free (self->table);
  g_free (self);
}

static gsize
chosen (Ask *self)
{
  guint at = self->which != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->which)) : 0;

  return g_array_index (self->cells, gsize, MIN (at, self->cells->len - 1));
}

static const char *
text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static gboolean
has_text (GtkWidget *entry)
{
  const char *text = text_of (entry);

  return text[strspn (text, " ")] != '\0';
}

static void
check_cb (Ask *self)
{
  g_autofree char *reason = NULL;
  double value = NAN;
  gboolean good = lv_year_parse (self->table, text_of (self->number), &value, &reason);

  adw_message_dialog_set_response_enabled (self->dialog, "yes", good && has_text (self->source));
  lv_card_set_text (self->error, good || !has_text (self->number) ? "" : reason);
  lv_card_set_style (self->number, "error", !good && has_text (self->number));
}

static void
response_cb (Ask *self, const char *response)
{
  LvSession *session = self->table->session;
  g_autofree char *source = g_strstrip (g_strdup (text_of (self->source)));
  g_autofree char *reason = NULL;
  double value;

  if (gtk_widget_get_root (self->from) == NULL)
    return;
  if (strcmp (response, "remove") == 0)
    lv_session_take_figure (session, self->table->node, chosen (self));
  else if (strcmp (response, "yes") == 0
           && lv_year_parse (self->table, text_of (self->number), &value, &reason))
    lv_session_set_figure (session, self->table->node, chosen (self), value, source);
  lv_session_end_edit (session);
}

static GtkWidget *
add_row (GtkWidget *box, const char *text)
{
  GtkWidget *label = lv_card_label (text, NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_use_underline (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 36);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

/* What the user's figure says now. */
static void
fill_in (Ask *self)
{
  LvSession *session = self->table->session;
  g_autofree char *typed = lv_year_table_typed (self->table, chosen (self));
  g_autofree char *source = lv_own_figure_source (session, self->table->node, chosen (self));

  gtk_editable_set_text (GTK_EDITABLE (self->number), typed);
  gtk_editable_set_text (GTK_EDITABLE (self->source), source);
  adw_message_dialog_set_response_enabled (
      self->dialog, "remove", lv_own_figure_exists (session, self->table->node, chosen (self)));
  check_cb (self);
}

static void
add_choice (Ask *self, GtkWidget *box)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      g_autofree char *where
          = lv_year_table_where (self->table, g_array_index (self->cells, gsize, i));

      gtk_string_list_append (titles, where);
    }
  self->which = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  lv_card_set_name (self->which, _ ("Which number"));
  gtk_box_append (GTK_BOX (box), self->which);
  g_signal_connect_swapped (self->which, "notify::selected", G_CALLBACK (fill_in), self);
}

static GtkWidget *
create_content (Ask *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *unit = lv_input_unit (self->table->node);
  g_autofree char *number
      = unit[0] != '\0' ? g_strdup_printf (_ ("_Number, %s"), unit) : g_strdup (_ ("_Number"));

  if (self->cells->len > 1)
    add_choice (self, box);
  self->number = add_row (box, number);
  self->source = add_row (box, _ ("_Source: a file, a letter, or who says so"));
  self->error = lv_card_label ("", "error");
  gtk_label_set_max_width_chars (GTK_LABEL (self->error), 36);
  gtk_box_append (GTK_BOX (box), self->error);
  g_signal_connect_swapped (self->number, "changed", G_CALLBACK (check_cb), self);
  g_signal_connect_swapped (self->source, "changed", G_CALLBACK (check_cb), self);
  return box;
}

static void
add_responses (Ask *self)
{
  adw_message_dialog_add_response (self->dialog, "no", _ ("_Cancel"));
  adw_message_dialog_add_response (self->dialog, "remove", _ ("_Remove"));
  adw_message_dialog_set_response_appearance (self->dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_add_response (self->dialog, "yes", _ ("_Enter"));
  adw_message_dialog_set_response_appearance (self->dialog, "yes", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, "yes");
  adw_message_dialog_set_close_response (self->dialog, "no");
}

/* @cells: (transfer full); @text: (nullable) */
static void
ask (GtkWidget *from, LvSession *session, const LvNode *series, GArray *cells, const char *text)
{
  Ask *self = g_new0 (Ask, 1);
  g_autofree char *where = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  self->from = g_object_ref (from);
  self->table = lv_year_table_new (session, series);
  self->cells = cells;
  where = cells->len == 1 ? lv_year_table_where (self->table, chosen (self)) : g_strdup ("");
  body = g_strdup_printf ("%s%s%s", lv_node_title (series), where[0] != '\0' ? ", " : "", where);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Enter a Missing Number"),
                                   body);
  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  add_responses (self);
  adw_message_dialog_set_extra_child (self->dialog, create_content (self));
  fill_in (self);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->number), text);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, ask_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (self->number);
  gtk_editable_set_position (GTK_EDITABLE (self->number), -1);
}

/**
 * lv_figure_dialog_ask:
 * @from: a widget of the window
 * @text: (nullable): what was typed already
 *
 * Asks for the number of a cell that the sources lack, and its source; what has been entered can be changed
 * and taken out again.
 */
void
lv_figure_dialog_ask (GtkWidget *from, LvSession *session, const LvNode *series, gsize cell,
                      const char *text)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (gsize));

  g_array_append_val (cells, cell);
  ask (from, session, series, cells, text);
}

/** Asks for any number that the sources of @series lack. */
void
lv_figure_dialog_ask_any (GtkWidget *from, LvSession *session, const LvNode *series)
{
  g_autoptr (GArray) cells = lv_own_figure_cells (session, series);

  if (cells->len > 0)
    ask (from, session, series, g_steal_pointer (&cells), NULL);
}
