/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-to-measure.h"

#include "lv-card-tools.h"
#include "lv-example-measure.h"
#include "lv-line-layout.h"
#include "lv-to-measure-dialog.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

struct _LvToMeasure
{
  GtkWidget parent_instance;

  LvSession *session; /* (owned) */
  const LvItem *card; /* (borrowed) */
  GtkWidget *box;
  GtkWidget *button;
  GtkWidget *reason; /* why it can't be pressed */
};

G_DEFINE_FINAL_TYPE (LvToMeasure, lv_to_measure, GTK_TYPE_WIDGET)

/* The part of "ID@members" before or behind the @; what is not there is "". */
static char *
part_of (const char *text, guint which)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "@", 2);

  return g_strdup (which < g_strv_length (parts) ? parts[which] : "");
}

/* The amount and the target that the pack names; %FALSE where there is no such number. */
static gboolean
find_example (LvToMeasure *self, LvExample *example, char **target, char **members)
{
  g_autoptr (GArray) cells
      = lv_card_cells (self->session, lv_item_get (self->card, "to-measure"));
  const char *place = lv_item_get (self->card, "measure-target");

  if (cells->len != 1 || place == NULL)
    return FALSE;
  *target = part_of (place, 0);
  *members = part_of (place, 1);
  *example = (LvExample){ .amount = g_array_index (cells, LvCardCell, 0).node,
                          .cell = g_array_index (cells, LvCardCell, 0).cell,
                          .target = *target,
                          .members = *members,
                          .steps = 1 };
  return TRUE;
}

static void
clicked_cb (LvToMeasure *self)
{
  g_autofree char *target = NULL;
  g_autofree char *members = NULL;
  LvExample example;

  if (find_example (self, &example, &target, &members))
    lv_to_measure_dialog_ask (GTK_WIDGET (self), self->session, self->card, &example);
}

/** Says whether there is something that a measure can be made of. */
void
lv_to_measure_update (LvToMeasure *self)
{
  g_autofree char *target = NULL;
  g_autofree char *members = NULL;
  LvExample example;
  double amount = find_example (self, &example, &target, &members)
                      ? lv_example_amount (self->session, &example)
                      : NAN;

  gtk_widget_set_sensitive (self->button, amount > 0);
  lv_card_set_text (self->reason, isnan (amount) ? _ ("There is no amount yet.")
                                  : amount > 0   ? ""
                                                 : _ ("No more is spent than by the reference."));
  gtk_widget_set_visible (self->reason, !(amount > 0));
}

static void
lv_to_measure_dispose (GObject *object)
{
  LvToMeasure *self = LV_TO_MEASURE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_to_measure_parent_class)->dispose (object);
}

static void
lv_to_measure_class_init (LvToMeasureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_to_measure_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_to_measure_init (LvToMeasure *self)
{
  self->box = lv_line_box_new (12);
  self->button = gtk_button_new_with_label (_ ("Make a Measure…"));
  self->reason = lv_card_label ("", "caption");
  gtk_widget_set_valign (self->reason, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_box_append (GTK_BOX (self->box), self->reason);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
}

/**
 * lv_to_measure_new:
 * @card: a card with `to-measure=` and `measure-target=`
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
lv_to_measure_new (LvSession *session, const LvItem *card)
{
  LvToMeasure *self = g_object_new (LV_TYPE_TO_MEASURE, NULL);
  g_autofree char *name = NULL;

  name = g_strdup_printf (_ ("Make a measure: %s"), card->title);
  lv_card_set_name (self->button, name);
  self->session = g_object_ref (session);
  self->card = card;
  lv_to_measure_update (self);
  return GTK_WIDGET (self);
}
