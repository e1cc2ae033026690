/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes the numbers of a range by an amount or a percentage; says before what comes of it. */
#include "lv-year-dialog.h"

#include "lv-card-tools.h"
#include "lv-number.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GtkWidget *from; /* (owned): while it lives, so does the table */
  const LvYearTable *table;
  LvYearRange range;
  AdwMessageDialog *dialog; /* (borrowed) */
  GtkWidget *entry;
  GtkWidget *kind;
  GtkWidget *outcome;
} Ask;

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *self = data;

  g_object_unref (self->from);
  g_free (self);
}

/* A percent sign behind the number chooses percent. Returns: FALSE without a number */
static gboolean
read_amount (Ask *self, double *by, gboolean *percent)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gsize length = strlen (text);

  *percent = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind)) == 1;
  if (length > 0 && text[length - 1] == '%')
    {
      text[length - 1] = '\0';
      *percent = TRUE;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), 1);
    }
  return lv_number_parse_da (text, by);
}

static char *
outcome_words (Ask *self, const GArray *changes)
{
  const LvSessionChange *first;
  g_autofree char *where = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n = changes->len;

  if (n == 0)
    return g_strdup (_ ("No number changes"));
  first = &g_array_index (changes, LvSessionChange, 0);
  where = lv_year_table_where (self->table, first->cell);
  before = lv_year_table_typed (self->table, first->cell);
  after = lv_input_bounds_format (self->table->node, first->value, TRUE);
  return g_strdup_printf (ngettext ("%u number changes. %s: %s → %s", "%u numbers change. %s: %s → %s", n), n,
                          where, before, after);
}

static void
preview_cb (Ask *self)
{
  g_autoptr (GArray) changes = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *words = NULL;
  gboolean percent;
  double by;

  if (read_amount (self, &by, &percent))
    {
      changes = lv_year_plan_change (self->table, &self->range, by, percent, &reason);
      words = changes != NULL ? outcome_words (self, changes) : NULL;
    }
  else if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0')
    reason = g_strdup (_ ("Write a number such as 10 or -2,5"));
  adw_message_dialog_set_response_enabled (self->dialog, "yes", changes != NULL && changes->len > 0);
  lv_card_set_text (self->outcome, reason != NULL ? reason : words != NULL ? words : "");
  lv_card_set_style (self->outcome, "error", reason != NULL);
}

static void
response_cb (Ask *self, const char *response)
{
  g_autofree char *reason = NULL;
  gboolean percent;
  double by;

  if (strcmp (response, "yes") == 0 && gtk_widget_get_root (self->from) != NULL
      && read_amount (self, &by, &percent))
    lv_year_change (self->table, &self->range, by, percent, &reason);
}

static GtkWidget *
create_content (Ask *self)
{
  const char *plural = lv_node_unit (self->table->node)->plural;
  const char *const kinds[] = { plural[0] != '\0' ? plural : _ ("amount"), _ ("percent"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = gtk_entry_new ();
  self->kind = gtk_drop_down_new_from_strings (kinds);
  self->outcome = lv_card_label ("", NULL);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  lv_card_set_name (self->entry, _ ("Change by"));
  lv_card_set_name (self->kind, _ ("Amount or percent"));
  gtk_label_set_width_chars (GTK_LABEL (self->outcome), 36);
  gtk_label_set_max_width_chars (GTK_LABEL (self->outcome), 36);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->kind);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->outcome);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (preview_cb), self);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (preview_cb), self);
  return box;
}

static char *
range_words (const LvYearTable *table, const LvYearRange *range)
{
  const char *top = g_ptr_array_index (table->row_titles, range->top);
  const char *bottom = g_ptr_array_index (table->row_titles, range->bottom);
  const char *left = g_ptr_array_index (table->column_titles, range->left);
  const char *right = g_ptr_array_index (table->column_titles, range->right);
  g_autofree char *rows
      = range->top == range->bottom ? g_strdup (top) : g_strdup_printf (_ ("%s to %s"), top, bottom);
  g_autofree char *columns
      = range->left == range->right ? g_strdup (left) : g_strdup_printf (_ ("%s to %s"), left, right);

  return columns[0] != '\0' ? g_strdup_printf ("%s, %s", rows, columns) : g_steal_pointer (&rows);
}

/**
 * lv_year_dialog_ask:
 * @from: a widget of the window that keeps @table
 */
void
lv_year_dialog_ask (GtkWidget *from, const LvYearTable *table, const LvYearRange *range)
{
  g_autofree char *body = range_words (table, range);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)),
                                              _ ("Change by Amount or Percent"), body);
  Ask *self = g_new0 (Ask, 1);

  self->from = g_object_ref (from);
  self->table = table;
  self->range = *range;
  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_add_response (self->dialog, "no", _ ("_Cancel"));
  adw_message_dialog_add_response (self->dialog, "yes", _ ("C_hange"));
  adw_message_dialog_set_response_appearance (self->dialog, "yes", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, "yes");
  adw_message_dialog_set_close_response (self->dialog, "no");
  adw_message_dialog_set_extra_child (self->dialog, create_content (self));
  preview_cb (self);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, ask_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (self->entry);
}
