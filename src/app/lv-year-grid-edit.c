/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing of a cell, and what is done to a range. */
#include "lv-year-grid-private.h"

#include "lv-card-tools.h"
#include "lv-figure-dialog.h"
#include "lv-text-dialog.h"
#include "lv-year-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Room for four digits; longer numbers scroll within the entry. */
#define ENTRY_CHARS 4

/* Numbers that a question names; the rest are counted. */
#define MOST_NAMED 8

static const char *
text_of (LvYearGrid *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* Says what went wrong: @reason (transfer full) (nullable), or else what the session refused. */
static gboolean
report (LvYearGrid *self, gboolean done, char *reason)
{
  g_autofree char *own = reason;
  g_autofree char *refused = g_steal_pointer (&self->refused);

  lv_year_grid_set_error (self, done ? "" : own != NULL ? own : refused != NULL ? refused : "");
  return done;
}

/* --- A cell */

static void
ask_figure (LvYearGrid *self, LvYearCell *cell, const char *text)
{
  lv_figure_dialog_ask (GTK_WIDGET (self), self->table->session, self->table->node,
                        lv_year_cell_get_cell (cell), text);
}

static void
open_entry (LvYearGrid *self, LvYearCell *cell, const char *text)
{
  gsize at = lv_year_cell_get_cell (cell);
  g_autofree char *where = lv_year_table_where (self->table, at);
  g_autofree char *unit = lv_input_unit (self->table->node);
  g_autofree char *typed = lv_year_table_typed (self->table, at);
  g_autofree char *name = g_strdup_printf ("%s, %s%s%s", lv_node_title (self->table->node), where,
                                           unit[0] != '\0' ? ", " : "", unit);

  lv_card_set_name (self->entry, name);
  self->replacing = text != NULL;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : typed);
  lv_year_cell_take_entry (cell, self->entry);
  self->editing = cell;
  gtk_widget_grab_focus (self->entry);
  if (text != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  else
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/** Begins to edit the cell with the focus; @text: (nullable): was typed and replaces the number. */
void
lv_year_grid_begin (LvYearGrid *self, const char *text)
{
  LvYearCell *cell = lv_year_grid_cursor (self);
  g_autofree char *where = NULL;

  if (cell == NULL || self->editing != NULL)
    return;
  lv_year_grid_go (self, self->row, self->column, FALSE);
  switch (lv_year_table_rule (self->table, lv_year_cell_get_cell (cell)))
    {
    case LV_YEAR_OPEN:
      open_entry (self, cell, text);
      return;
    case LV_YEAR_SOURCED:
      ask_figure (self, cell, text);
      return;
    case LV_YEAR_CLOSED:
    default:
      where = lv_year_table_where (self->table, lv_year_cell_get_cell (cell));
      report (self, FALSE,
              g_strdup_printf ("%s: %s", where,
                               lv_year_table_why (self->table, lv_year_cell_get_cell (cell))));
    }
}

/** Ends the editing; what was typed and not committed is gone. */
void
lv_year_grid_end (LvYearGrid *self)
{
  LvYearCell *cell = g_steal_pointer (&self->editing);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (cell == NULL)
    return;
  /* Before the entry goes, which would take the focus with it. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->entry))
    lv_year_grid_grab (self);
  lv_year_cell_give_entry (cell);
  lv_year_grid_set_error (self, "");
  lv_year_grid_show_status (self);
}

/** Takes back what is being typed and what is wrong. */
void
lv_year_grid_restore (LvYearGrid *self)
{
  g_return_if_fail (LV_IS_YEAR_GRID (self));
  lv_year_grid_end (self);
  lv_year_grid_set_error (self, "");
}

static gboolean
is_untouched (LvYearGrid *self)
{
  g_autofree char *typed = lv_year_table_typed (self->table, lv_year_cell_get_cell (self->editing));

  return strcmp (typed, text_of (self)) == 0;
}

static gboolean
keep_with_reason (LvYearGrid *self, char *reason)
{
  g_autofree char *where = lv_year_table_where (self->table, lv_year_cell_get_cell (self->editing));
  g_autofree char *why = reason;

  return report (self, FALSE, g_strdup_printf ("%s: %s", where, why));
}

/**
 * lv_year_grid_commit:
 *
 * Hands what was typed to the session; nothing takes the cell's change back.
 *
 * Returns: %FALSE when it could not be read, then it stays; or when the scenario may not be edited. The
 *   reason stands under the table
 */
gboolean
lv_year_grid_commit (LvYearGrid *self)
{
  LvSession *session;
  char *reason = NULL;
  gboolean empty;
  gboolean done;
  double value;
  gsize cell;

  g_return_val_if_fail (LV_IS_YEAR_GRID (self), FALSE);
  if (self->editing == NULL || is_untouched (self))
    {
      lv_year_grid_end (self);
      return TRUE;
    }
  session = self->table->session;
  cell = lv_year_cell_get_cell (self->editing);
  empty = text_of (self)[strspn (text_of (self), " ")] == '\0';
  if (!empty && !lv_year_parse (self->table, text_of (self), &value, &reason))
    return keep_with_reason (self, reason);
  lv_year_grid_end (self);
  lv_session_end_edit (session);
  done = empty ? lv_session_reset (session, self->table->node, cell)
               : lv_session_set (session, self->table->node, cell, value);
  lv_session_end_edit (session);
  return report (self, done, NULL);
}

static void
leave_cb (LvYearGrid *self)
{
  if (self->editing != NULL)
    lv_year_grid_commit (self);
}

/** Makes the one entry of the table. */
void
lv_year_grid_prepare_entry (LvYearGrid *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (self->entry, "numeric");
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), ENTRY_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), ENTRY_CHARS);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

/* --- A range */

/** Takes the changes of the range back, as one step. */
void
lv_year_grid_reset (LvYearGrid *self)
{
  LvYearRange range;

  lv_year_grid_get_range (self, &range);
  report (self, lv_year_reset (self->table, &range), NULL);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvYearGrid *self = LV_YEAR_GRID (widget);
  g_autofree char *text = NULL;
  LvYearRange range;

  lv_year_grid_get_range (self, &range);
  text = lv_year_copy (self->table, &range);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  lv_year_grid_set_error (self, "");
}

static void
do_plan (LvYearGrid *self, const char *source)
{
  g_autoptr (LvYearPlan) plan = g_steal_pointer (&self->plan);
  char *reason = NULL;
  gboolean done;

  if (plan == NULL)
    return;
  done = lv_year_do (self->table, plan, source, &reason);
  if (done)
    lv_year_grid_select (self, &self->planned);
  report (self, done, reason);
}

static void
source_cb (const char *source, gpointer data)
{
  do_plan (data, source);
  lv_year_grid_grab (data);
}

/* Which cells, as many as a dialog has room for. */
static char *
figures_words (LvYearGrid *self, const GArray *figures)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < figures->len && i < MOST_NAMED; i++)
    {
      const LvSessionChange *change = &g_array_index (figures, LvSessionChange, i);
      g_autofree char *where = lv_year_table_where (self->table, change->cell);
      g_autofree char *number = lv_input_bounds_format (self->table->node, change->value, TRUE);

      g_string_append_printf (out, "%s%s: %s", i > 0 ? "\n" : "", where, number);
    }
  if (figures->len > MOST_NAMED)
    g_string_append_printf (out, ngettext ("\nand %u more", "\nand %u more", figures->len - MOST_NAMED),
                            figures->len - MOST_NAMED);
  return g_string_free (out, FALSE);
}

/* Asked once for all of them; without an answer nothing is done. */
static void
ask_source (LvYearGrid *self)
{
  const GArray *figures = self->plan->figures;
  g_autofree char *heading
      = g_strdup_printf (ngettext ("Where Is the Missing Number From?",
                                   "Where Are the %u Missing Numbers From?", figures->len),
                         figures->len);
  g_autofree char *words = figures_words (self, figures);
  g_autofree char *body
      = g_strconcat (_ ("The sources lack these numbers. They count in the baseline from now on."), "\n\n",
                     words, NULL);
  AdwMessageDialog *dialog
      = lv_text_dialog_ask (GTK_WIDGET (self), heading, _ ("Source: a file, a letter, or who says so"), "",
                            FALSE, _ ("_Enter"), source_cb, self);

  adw_message_dialog_set_body (dialog, body);
}

/* @plan: (transfer full) (nullable); @reason: (transfer full) (nullable): why there is none */
static void
go_on (LvYearGrid *self, LvYearPlan *plan, const LvYearRange *range, char *reason)
{
  g_clear_pointer (&self->plan, lv_year_plan_free);
  if (plan == NULL)
    {
      report (self, FALSE, reason);
      return;
    }
  self->plan = plan;
  self->planned = *range;
  if (plan->figures->len > 0)
    ask_source (self);
  else
    do_plan (self, NULL);
}

/** Pastes lines of fields between tabs, beginning where the range does; all of it or nothing. */
void
lv_year_grid_paste_text (LvYearGrid *self, const char *text)
{
  LvYearRange range;
  LvYearPlan *plan;
  char *reason = NULL;

  g_return_if_fail (LV_IS_YEAR_GRID (self));
  lv_year_grid_get_range (self, &range);
  plan = lv_year_plan_paste (self->table, &range, text, &reason);
  go_on (self, plan, &range, reason);
}

static void
clipboard_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (LvYearGrid) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  /* While it was read the page may have been closed. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    lv_year_grid_paste_text (self, text != NULL ? text : "");
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_cb,
                                 g_object_ref (widget));
}

static void
fill_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvYearGrid *self = LV_YEAR_GRID (widget);
  LvYearRange range;
  LvYearPlan *plan;
  char *reason = NULL;

  lv_year_grid_get_range (self, &range);
  plan = lv_year_plan_fill_right (self->table, &range, &reason);
  go_on (self, plan, &range, reason);
}

static void
change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvYearGrid *self = LV_YEAR_GRID (widget);
  const LvParameter *input = lv_node_parameter (self->table->node);
  LvYearRange range;

  if (input != NULL && input->input != LV_INPUT_NUMBER)
    {
      report (self, FALSE, g_strdup (_ ("Months are not changed by an amount")));
      return;
    }
  lv_year_grid_get_range (self, &range);
  lv_year_dialog_ask (widget, self->table, &range);
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lv_year_grid_reset (LV_YEAR_GRID (widget));
  lv_year_grid_grab (LV_YEAR_GRID (widget));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lv_year_grid_begin (LV_YEAR_GRID (widget), NULL);
}

/** Installs what can be done to a range. */
void
lv_year_grid_class_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "years.edit", NULL, edit_action);
  gtk_widget_class_install_action (klass, "years.copy", NULL, copy_action);
  gtk_widget_class_install_action (klass, "years.paste", NULL, paste_action);
  gtk_widget_class_install_action (klass, "years.fill", NULL, fill_action);
  gtk_widget_class_install_action (klass, "years.change", NULL, change_action);
  gtk_widget_class_install_action (klass, "years.reset", NULL, reset_action);
}

static void
add_item (GMenu *menu, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/** Returns: (transfer floating): the button with what can be done to a range */
GtkWidget *
lv_year_grid_create_menu (LvYearGrid *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *name = g_strdup_printf (_ ("Edit %s"), lv_node_title (self->table->node));

  add_item (menu, _ ("_Edit Cell"), "years.edit", "F2");
  add_item (menu, _ ("_Copy"), "years.copy", "<Control>c");
  add_item (menu, _ ("_Paste"), "years.paste", "<Control>v");
  add_item (menu, _ ("_Fill Right"), "years.fill", "<Control>r");
  add_item (menu, _ ("Change by A_mount or Percent…"), "years.change", "<Control>m");
  add_item (menu, _ ("_Reset"), "years.reset", "Delete");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  lv_card_set_tooltip (button, _ ("Copy, paste, fill and change"));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "lv-small");
  lv_card_set_name (button, name);
  lv_card_quiet_menu (button);
  return button;
}
