/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-change-row.h"

#include "lv-card-tools.h"
#include "lv-line-layout.h"
#include "lv-text-dialog.h"
#include "lv-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

struct _LvChangeRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *title;
  GtkWidget *values;
  GtkWidget *notes;
  GtkWidget *why;
  GtkWidget *button;
  char *reason; /* (owned) */
  char *shown;  /* (owned): the notes, and what they are of; as long as they are the same nothing is touched */
  LvSessionChange change;
};

enum
{
  RESET,
  REASON,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvChangeRow, lv_change_row, GTK_TYPE_LIST_BOX_ROW)

static void
clicked_cb (LvChangeRow *self)
{
  g_signal_emit (self, signals[RESET], 0);
}

static void
reason_done (const char *text, gpointer data)
{
  g_signal_emit (data, signals[REASON], 0, text);
}

static void
why_cb (LvChangeRow *self)
{
  lv_text_dialog_ask (GTK_WIDGET (self), _ ("Reason for the Change"), _ ("Reason"),
                      self->reason != NULL ? self->reason : "", TRUE, _ ("_Save"), reason_done, self);
}

static void
lv_change_row_finalize (GObject *object)
{
  g_free (LV_CHANGE_ROW (object)->reason);
  g_free (LV_CHANGE_ROW (object)->shown);
  G_OBJECT_CLASS (lv_change_row_parent_class)->finalize (object);
}

static void
lv_change_row_class_init (LvChangeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_change_row_finalize;
  signals[REASON] = g_signal_new ("reason", LV_TYPE_CHANGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RESET] = g_signal_new ("reset", LV_TYPE_CHANGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
lv_change_row_init (LvChangeRow *self)
{
  GtkWidget *box = lv_line_box_new (6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  self->values = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->values, "caption");
  gtk_box_append (GTK_BOX (texts), self->title);
  gtk_box_append (GTK_BOX (texts), self->values);
  self->notes = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->notes, "caption");
  gtk_box_append (GTK_BOX (texts), self->notes);
  gtk_widget_set_hexpand (texts, TRUE);
  self->why = gtk_button_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_set_valign (self->why, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->why, "flat");
  gtk_widget_add_css_class (self->why, "lv-small");
  g_signal_connect_swapped (self->why, "clicked", G_CALLBACK (why_cb), self);
  self->button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "lv-small");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), self->why);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/** Returns: (transfer floating): an empty row */
GtkWidget *
lv_change_row_new (void)
{
  return g_object_new (LV_TYPE_CHANGE_ROW, NULL);
}

static char *
title_of (const LvSessionChange *change)
{
  g_autofree char *cell = lv_shape_cell_title (lv_node_shape (change->node), change->cell);
  const LvItem *measure = lv_node_measure (change->node);
  const char *id = lv_node_id (change->node);
  const char *property = measure == NULL                        ? NULL
                         : g_str_has_suffix (id, "#scale")      ? _ ("dose")
                         : g_str_has_suffix (id, "#delay")      ? _ ("delay in months")
                                                                : _ ("switched on");
  g_autofree char *title = property != NULL
                               ? g_strdup_printf ("%s: %s", lv_node_title (change->node), property)
                               : g_strdup (lv_node_title (change->node));

  return cell[0] != '\0' ? g_strdup_printf ("%s, %s", title, cell) : g_steal_pointer (&title);
}

static char *
text_of (const LvPack *pack, const LvNode *node, double number)
{
  LvValue value = { .number = number, .status = LV_STATUS_MISSING };

  return lv_text_precise (pack, node, value);
}

/* A missing value is like another one. */
static gboolean
same (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/**
 * lv_change_row_set:
 * @pack: where words come from
 * @change: copied
 */
void
lv_change_row_set (LvChangeRow *self, const LvPack *pack, const LvSessionChange *change)
{
  g_autofree char *title = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *values = NULL;
  g_autofree char *label = NULL;

  if (self->change.node == change->node && self->change.cell == change->cell
      && same (self->change.value, change->value) && same (self->change.standard, change->standard))
    return;
  title = title_of (change);
  from = text_of (pack, change->node, change->standard);
  to = text_of (pack, change->node, change->value);
  values = g_strdup_printf (_ ("%s, was %s"), to, from);
  label = g_strdup_printf (_ ("Reset %s"), title);
  self->change = *change;
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->values), values);
  lv_card_set_tooltip (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * lv_change_row_set_notes:
 * @effect: (nullable): what the change does alone to what is missing in the chosen year, in words
 * @reason: why, "" when nobody says
 * @by: who and when, "" when nobody says
 */
void
lv_change_row_set_notes (LvChangeRow *self, const char *effect, const char *reason, const char *by)
{
  const char *lines[] = { reason, by };
  const char *title = gtk_label_get_label (GTK_LABEL (self->title));
  g_autofree char *shown = g_strjoin ("\n", title, effect != NULL ? effect : "", reason, by, NULL);
  g_autofree char *name = g_strdup_printf (_ ("Reason for %s"), title);
  g_autoptr (GString) text = g_string_new (NULL);

  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  if (effect != NULL)
    g_string_append (text, effect);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i][0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", lines[i]);
  if (strcmp (gtk_label_get_label (GTK_LABEL (self->notes)), text->str) != 0)
    gtk_label_set_label (GTK_LABEL (self->notes), text->str);
  gtk_widget_set_visible (self->notes, text->len > 0);
  lv_card_set_tooltip (self->why, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->why), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (self->reason);
  self->reason = g_strdup (reason);
}

/** Returns: (transfer none): the change that the row shows */
const LvSessionChange *
lv_change_row_get (LvChangeRow *self)
{
  return &self->change;
}
