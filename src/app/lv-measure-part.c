/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-measure-part.h"

#include "lv-action.h"
#include "lv-card-effects.h"
#include "lv-card-factors.h"
#include "lv-card-fold.h"
#include "lv-card-tools.h"
#include "lv-card-wrap.h"
#include "lv-input-row.h"
#include "lv-measure-actions.h"
#include "lv-month.h"

#include <glib/gi18n-lib.h>

#define KNOB_WIDTH 280

struct _LvMeasurePart
{
  GtkWidget parent_instance;

  LvSession *session; /* (owned) */
  const LvItem *item; /* (borrowed) */
  gsize cell;
  const LvNode *on;   /* (borrowed) */
  GtkWidget *box;
  LvInputRow *title;
  GtkWidget *status;
  GtkWidget *conflict;
  LvCardFold *fold;
  LvInputRow *knobs[2];   /* (nullable): scale and delay, when they have been unfolded */
  LvCardEffects *effects; /* (nullable): likewise */
  GtkWidget *factors;     /* (nullable): likewise, and where it is computed from some */
};

G_DEFINE_FINAL_TYPE (LvMeasurePart, lv_measure_part, GTK_TYPE_WIDGET)

static const LvMeasure *
measure_of (LvMeasurePart *self)
{
  return self->item->detail;
}

static char *
title_of (LvMeasurePart *self)
{
  g_autofree char *members = lv_shape_cell_title (&measure_of (self)->shape, self->cell);

  return members[0] != '\0' ? g_strdup_printf ("%s, %s", self->item->title, members)
                            : g_strdup (self->item->title);
}

static LvInputRow *
knob (LvMeasurePart *self, const char *property, const char *title, LvInputRowFlags flags)
{
  const LvNode *node
      = lv_model_measure_knob (lv_session_model (self->session), self->item, property);

  return lv_input_row_new (self->session, node, self->cell, title, flags);
}

/* --- Unfolded */

/* @title: (nullable): what stands before the text */
static void
append_text (GtkWidget *box, const char *title, const char *text)
{
  g_autofree char *line
      = title != NULL && text != NULL ? g_strdup_printf ("%s: %s", title, text) : g_strdup (text);

  if (text != NULL && text[0] != '\0')
    gtk_box_append (GTK_BOX (box), lv_card_label (line, NULL));
}

/* Whose judgement it is and why, or where it is printed. */
static char *
origin_of (LvMeasurePart *self)
{
  const LvPack *pack = lv_session_pack (self->session);
  const char *who = lv_pack_text (pack, self->item, "who");
  const char *why = lv_pack_text (pack, self->item, "why");
  const char *source = lv_item_get (self->item, "source");

  if (source != NULL)
    return lv_card_origin (pack, source, lv_pack_text (pack, self->item, "place"));
  if (who == NULL && why == NULL)
    return self->item->local ? g_strdup (_ ("Judgement; nobody has said whose")) : NULL;
  return g_strdup_printf (_ ("Judgement: %s%s%s"), who != NULL ? who : "",
                          who != NULL && why != NULL ? " – " : "", why != NULL ? why : "");
}

static void
append_texts (LvMeasurePart *self, GtkWidget *box)
{
  const LvPack *pack = lv_session_pack (self->session);
  g_autofree char *origin = origin_of (self);

  append_text (box, NULL, lv_pack_text (pack, self->item, "description"));
  append_text (box, _ ("Consequence"), lv_pack_text (pack, self->item, "consequence"));
  append_text (box, _ ("Staffing"), lv_pack_text (pack, self->item, "positions"));
  append_text (box, _ ("Carried out by"), lv_pack_text (pack, self->item, "owner"));
  append_text (box, NULL, origin);
}

static void
append_knobs (LvMeasurePart *self, GtkWidget *box)
{
  GtkWidget *line = lv_card_wrap_box_new ();

  self->knobs[0] = knob (self, "scale", _ ("Extent"), LV_INPUT_ROW_PLAIN);
  self->knobs[1] = knob (self, "delay", _ ("Delay"), LV_INPUT_ROW_PLAIN);
  for (guint i = 0; i < G_N_ELEMENTS (self->knobs); i++)
    {
      gtk_widget_set_size_request (GTK_WIDGET (self->knobs[i]), KNOB_WIDTH, -1);
      gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->knobs[i]));
    }
  gtk_box_append (GTK_BOX (box), line);
}

static void
update_body (LvMeasurePart *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->knobs); i++)
    lv_input_row_update (self->knobs[i]);
  lv_card_effects_update (self->effects);
  if (self->factors != NULL)
    lv_card_factors_update (LV_CARD_FACTORS (self->factors));
}

static void
build_body (LvMeasurePart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  append_texts (self, box);
  append_knobs (self, box);
  self->effects = lv_card_effects_new (self->session, self->item, self->cell);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->effects));
  self->factors = self->cell == 0 ? lv_card_factors_new (self->session, self->item) : NULL;
  if (self->factors != NULL)
    gtk_box_append (GTK_BOX (box), self->factors);
  gtk_box_append (GTK_BOX (box), lv_measure_buttons_new (self->session, self->item, self->cell));
  lv_card_fold_set_child (self->fold, box);
  update_body (self);
}

static void
expanded_cb (LvMeasurePart *self)
{
  if (lv_card_fold_get_expanded (self->fold) && self->effects == NULL)
    build_body (self);
}

/* --- Folded */

static void
append (GString *out, const char *text)
{
  g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", text);
}

/* "start juli 2026, phased in over 12 months" */
static void
append_time (LvMeasurePart *self, GString *out)
{
  const LvMeasure *measure = measure_of (self);
  const LvNode *delay
      = lv_model_measure_knob (lv_session_model (self->session), self->item, "delay");
  int start = measure->start;

  if (start >= 0)
    {
      g_autofree char *month = NULL;
      g_autofree char *words = NULL;
      g_autofree char *text = NULL;

      start += (int) lv_state_number (lv_session_state (self->session), delay, self->cell);
      month = lv_month_format (start);
      words = lv_plan_day_words (lv_model_pack (lv_session_model (self->session)), month);
      text = g_strdup_printf (_ ("start %s"), words);
      append (out, text);
    }
  if (measure->phase_in > 1)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("phased in over %d month", "phased in over %d months", (gulong) measure->phase_in),
          measure->phase_in);

      append (out, text);
    }
}

static void
update_status (LvMeasurePart *self)
{
  gboolean on = lv_state_number (lv_session_state (self->session), self->on, self->cell) == 1;
  LvAssessed assessed = lv_card_effects_assess (self->session, self->item, self->cell);
  g_autoptr (GString) out = g_string_new (on ? _ ("On") : _ ("Off"));

  if (self->item->local)
    append (out, _ ("own measure"));
  if (assessed == LV_ASSESSED_NOT)
    {
      append (out, lv_card_not_assessed (lv_session_pack (self->session)));
      append (out, _ ("counts 0"));
    }
  else if (assessed == LV_ASSESSED_PARTLY)
    append (out, _ ("partly assessed: what is missing counts 0"));
  append_time (self, out);
  if (measure_of (self)->included_in != NULL)
    append (out, _ ("included in the baseline"));
  lv_card_set_text (self->status, out->str);
}

static void
update_conflict (LvMeasurePart *self, const GPtrArray *pairs)
{
  g_autoptr (GString) others = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i + 1 < pairs->len; i += 2)
    {
      const LvItem *one = g_ptr_array_index (pairs, i);
      const LvItem *other = g_ptr_array_index (pairs, i + 1);

      if (one == self->item || other == self->item)
        append (others, one == self->item ? other->title : one->title);
    }
  text = g_strdup_printf (_ ("Cannot be combined with %s"), others->str);
  lv_card_set_text (self->conflict, text);
  gtk_widget_set_visible (self->conflict, others->len > 0);
}

/**
 * lv_measure_part_update:
 * @conflicts: what lv_state_conflicts() gives
 *
 * Shows the session's values.
 */
void
lv_measure_part_update (LvMeasurePart *self, const GPtrArray *conflicts)
{
  g_return_if_fail (LV_IS_MEASURE_PART (self));
  lv_input_row_update (self->title);
  update_status (self);
  update_conflict (self, conflicts);
  if (self->effects != NULL)
    update_body (self);
}

/** Unfolds or folds what else is known. */
void
lv_measure_part_set_expanded (LvMeasurePart *self, gboolean expanded)
{
  g_return_if_fail (LV_IS_MEASURE_PART (self));
  lv_card_fold_set_expanded (self->fold, expanded);
}

/** Returns: (transfer full): the name of the widget that shows @cell of the measure called @measure */
char *
lv_measure_part_name (const char *measure, gsize cell)
{
  return g_strdup_printf ("%s-%" G_GSIZE_FORMAT, measure, cell);
}

static void
lv_measure_part_dispose (GObject *object)
{
  LvMeasurePart *self = LV_MEASURE_PART (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_measure_part_parent_class)->dispose (object);
}

static void
lv_measure_part_class_init (LvMeasurePartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_measure_part_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lv_measure_part_init (LvMeasurePart *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "lv-measure");
}

static void
build (LvMeasurePart *self)
{
  g_autofree char *title = title_of (self);
  g_autofree char *details = g_strdup_printf (_ ("Details of %s"), title);
  g_autofree char *name = lv_measure_part_name (self->item->id, self->cell);

  gtk_widget_set_name (GTK_WIDGET (self), name);
  lv_card_set_name (GTK_WIDGET (self), title);
  self->title = knob (self, "on", title, LV_INPUT_ROW_QUIET);
  self->status = lv_card_label ("", "caption");
  self->conflict = lv_card_label ("", "error");
  self->fold = lv_card_fold_new (lv_card_label (_ ("Details"), "caption"));
  lv_card_fold_set_name (self->fold, details);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "lv-measure-title");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->box), self->status);
  gtk_box_append (GTK_BOX (self->box), self->conflict);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->fold));
  g_signal_connect_object (self->fold, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * lv_measure_part_new:
 * @measure: a [measure]
 * @cell: of its own shape
 *
 * Returns: (transfer floating): the measure, folded
 */
GtkWidget *
lv_measure_part_new (LvSession *session, const LvItem *measure, gsize cell)
{
  LvMeasurePart *self = g_object_new (LV_TYPE_MEASURE_PART, NULL);

  self->session = g_object_ref (session);
  self->item = measure;
  self->cell = cell;
  self->on = lv_model_measure_knob (lv_session_model (session), measure, "on");
  build (self);
  return GTK_WIDGET (self);
}
