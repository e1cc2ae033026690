/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-date-entry.h"

#include "lv-card-tools.h"
#include "lv-date-da.h"
#include "lv-month-grid.h"

#include <glib/gi18n.h>
#include <string.h>

#define WIDTH_CHARS 11

struct _LvDateEntry
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *grid;
  GtkWidget *error;
  char *today; /* (owned): where the month begins while nothing is typed */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvDateEntry, lv_date_entry, GTK_TYPE_WIDGET)

static const char *
text_of (LvDateEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
is_empty (LvDateEntry *self)
{
  const char *text = text_of (self);

  return text[strspn (text, " ")] == '\0';
}

/** Returns: (transfer full): the date in the form of packs; "" while it is empty or can't be read */
char *
lv_date_entry_dup_date (LvDateEntry *self)
{
  char *date;

  g_return_val_if_fail (LV_IS_DATE_ENTRY (self), NULL);
  date = lv_date_read_da (text_of (self));
  return date != NULL ? date : g_strdup ("");
}

/** Returns: whether it is empty or a date */
gboolean
lv_date_entry_is_good (LvDateEntry *self)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (LV_IS_DATE_ENTRY (self), FALSE);
  date = lv_date_read_da (text_of (self));
  return date != NULL || is_empty (self);
}

static void
changed_cb (LvDateEntry *self)
{
  gboolean good = lv_date_entry_is_good (self);
  g_autofree char *reason
      = good ? g_strdup ("")
             : g_strdup_printf (_ ("“%s” is not a date; write 1.3.2026 or 2026-03"), text_of (self));

  lv_card_set_text (self->error, reason);
  gtk_widget_set_visible (self->error, !good);
  lv_card_set_style (self->entry, "error", !good);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason, -1);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** @date: a date in the form of packs, "" for none */
void
lv_date_entry_set_date (LvDateEntry *self, const char *date)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (LV_IS_DATE_ENTRY (self) && date != NULL);
  shown = lv_date_show_da (date);
  if (strcmp (text_of (self), shown) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), shown);
}

/** @today: the day that the month is shown of while nothing is typed */
void
lv_date_entry_set_today (LvDateEntry *self, const char *today)
{
  g_return_if_fail (LV_IS_DATE_ENTRY (self) && today != NULL);
  g_free (self->today);
  self->today = g_strdup (today);
}

/** Returns: (transfer none): what the keyboard's focus goes to */
GtkWidget *
lv_date_entry_get_entry (LvDateEntry *self)
{
  g_return_val_if_fail (LV_IS_DATE_ENTRY (self), NULL);
  return self->entry;
}

/* A day goes by days, a month by months; Page Up and Page Down always by months. */
static gboolean
step (LvDateEntry *self, int by, gboolean months)
{
  g_autofree char *date = lv_date_read_da (text_of (self));
  gboolean by_month = months || (date != NULL && strlen (date) == strlen ("2026-03"));
  g_autofree char *then
      = date != NULL ? lv_date_moved (date, FALSE, by_month ? by : 0, by_month ? 0 : by) : NULL;

  if (then == NULL)
    return FALSE;
  lv_date_entry_set_date (self, then);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return TRUE;
}

static gboolean
key_cb (LvDateEntry *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    return step (self, key == GDK_KEY_Up ? 1 : -1, FALSE);
  if (key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down)
    return step (self, key == GDK_KEY_Page_Up ? 1 : -1, TRUE);
  return FALSE;
}

static void
chosen_cb (LvDateEntry *self, const char *date)
{
  lv_date_entry_set_date (self, date);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->entry);
}

static void
open_cb (LvDateEntry *self)
{
  g_autofree char *date = lv_date_entry_dup_date (self);

  if (date[0] != '\0' || self->today != NULL)
    lv_month_grid_show (LV_MONTH_GRID (self->grid), date[0] != '\0' ? date : self->today);
}

static gboolean
lv_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LV_DATE_ENTRY (widget)->entry);
}

static void
lv_date_entry_dispose (GObject *object)
{
  g_clear_pointer (&LV_DATE_ENTRY (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (lv_date_entry_parent_class)->dispose (object);
}

static void
lv_date_entry_finalize (GObject *object)
{
  g_free (LV_DATE_ENTRY (object)->today);
  G_OBJECT_CLASS (lv_date_entry_parent_class)->finalize (object);
}

static void
lv_date_entry_class_init (LvDateEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_date_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_date_entry_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = lv_date_entry_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /* Something else stands there. */
  signals[CHANGED] = g_signal_new ("changed", LV_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
add_entry (LvDateEntry *self, GtkWidget *line)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "numeric");
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  /* Before the text itself, which would take Up and Down for the ends of the line. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_box_append (GTK_BOX (line), self->entry);
}

static void
add_button (LvDateEntry *self, GtkWidget *line)
{
  self->grid = lv_month_grid_new ();
  self->popover = gtk_popover_new ();
  self->button = gtk_menu_button_new ();
  g_signal_connect_swapped (self->grid, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (open_cb), self);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->grid);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_box_append (GTK_BOX (line), self->button);
}

static void
lv_date_entry_init (LvDateEntry *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->error = lv_card_label ("", "error");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->error), 24);
  gtk_widget_add_css_class (line, "linked");
  add_entry (self, line);
  add_button (self, line);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->error);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * lv_date_entry_new:
 * @name: its accessible name
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
lv_date_entry_new (const char *name)
{
  LvDateEntry *self = g_object_new (LV_TYPE_DATE_ENTRY, NULL);
  g_autofree char *choose = g_strdup_printf (_ ("Choose %s from a Month"), name);

  lv_card_set_name (self->entry, name);
  lv_card_set_tooltip (self->button, choose);
  lv_card_set_name (self->button, choose);
  lv_card_quiet_menu (self->button);
  return GTK_WIDGET (self);
}
