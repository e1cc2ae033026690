/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures: a switch, how much of it and how late, its effect year by year, and in words whether it counts,
 * is not assessed, or cannot stand beside another that is on. */
#include "lv-card-effects.h"
#include "lv-card-factors.h"
#include "lv-card-tools.h"
#include "lv-card-wrap.h"
#include "lv-input-row.h"
#include "lv-month.h"

#include <glib/gi18n-lib.h>

/* One measure, or one member of a measure with axes. */
typedef struct
{
  const LvItem *item;
  gsize cell;
  const LvNode *on;
  LvInputRow *knobs[3]; /* on, scale, delay */
  LvCardEffects *effects;
  GtkWidget *factors; /* (nullable) */
  GtkWidget *status;
  GtkWidget *conflict;
} Part;

typedef struct
{
  LvCard parent_instance;

  GArray *parts; /* (owned) Part */
} LvCardMeasures;

typedef struct
{
  LvCardClass parent_class;
} LvCardMeasuresClass;

G_DEFINE_FINAL_TYPE (LvCardMeasures, lv_card_measures, LV_TYPE_CARD)

static LvInputRow *
knob (LvCardMeasures *self, const Part *part, const char *property, const char *title,
      LvInputRowFlags flags)
{
  LvSession *session = lv_card_session (LV_CARD (self));
  const LvNode *node
      = lv_model_measure_knob (lv_session_model (session), part->item, property);

  return lv_input_row_new (session, node, part->cell, title, flags);
}

static char *
part_title (const Part *part)
{
  const LvMeasure *measure = part->item->detail;
  g_autofree char *members = lv_shape_cell_title (&measure->shape, part->cell);

  return members[0] != '\0' ? g_strdup_printf ("%s, %s", part->item->title, members)
                            : g_strdup (part->item->title);
}

static void
add_part (LvCardMeasures *self, const LvItem *item, gsize cell)
{
  LvSession *session = lv_card_session (LV_CARD (self));
  Part part = { .item = item, .cell = cell };
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
  GtkWidget *knobs = lv_card_wrap_box_new ();
  g_autofree char *title = part_title (&part);

  part.on = lv_model_measure_knob (lv_session_model (session), item, "on");
  part.status = lv_card_label ("", "caption");
  part.conflict = lv_card_label ("", "error");
  part.knobs[0] = knob (self, &part, "on", title, LV_INPUT_ROW_QUIET);
  gtk_widget_add_css_class (GTK_WIDGET (part.knobs[0]), "lv-measure-title");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (part.knobs[0]));
  gtk_box_append (GTK_BOX (box), part.status);
  gtk_box_append (GTK_BOX (box), part.conflict);
  part.knobs[1] = knob (self, &part, "scale", _ ("Extent"), LV_INPUT_ROW_PLAIN);
  part.knobs[2] = knob (self, &part, "delay", _ ("Delay"), LV_INPUT_ROW_PLAIN);
  for (guint i = 1; i < G_N_ELEMENTS (part.knobs); i++)
    {
      gtk_widget_set_size_request (GTK_WIDGET (part.knobs[i]), 280, -1);
      gtk_box_append (GTK_BOX (knobs), GTK_WIDGET (part.knobs[i]));
    }
  gtk_box_append (GTK_BOX (box), knobs);
  part.effects = lv_card_effects_new (session, item, cell);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (part.effects));
  part.factors = cell == 0 ? lv_card_factors_new (session, item) : NULL;
  if (part.factors != NULL)
    gtk_box_append (GTK_BOX (box), part.factors);
  gtk_widget_add_css_class (box, "lv-measure");
  lv_card_set_name (box, title);
  lv_card_append (LV_CARD (self), box);
  g_array_append_val (self->parts, part);
}

static void
lv_card_measures_build (LvCard *card)
{
  LvCardMeasures *self = (LvCardMeasures *) card;
  const char *key = lv_item_get (lv_card_item (card), "measures") != NULL ? "measures" : "of";
  g_autoptr (GPtrArray) items
      = lv_card_items (lv_session_pack (lv_card_session (card)), lv_card_item (card), key);

  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);
      const LvMeasure *measure = item->kind == LV_KIND_MEASURE ? item->detail : NULL;

      for (gsize cell = 0; measure != NULL && cell < lv_shape_cells (&measure->shape); cell++)
        add_part (self, item, cell);
    }
}

static void
append (GString *out, const char *text)
{
  g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", text);
}

/* "start 2026-07, phased in over 12 months" */
static void
append_time (GString *out, const Part *part, const LvState *state, const LvModel *model)
{
  const LvMeasure *measure = part->item->detail;
  const LvNode *delay = lv_model_measure_knob (model, part->item, "delay");
  int start = measure->start;

  if (start >= 0)
    {
      g_autofree char *month = NULL;
      g_autofree char *text = NULL;

      start += (int) lv_state_number (state, delay, part->cell);
      month = lv_month_format (start);
      text = g_strdup_printf (_ ("start %s"), month);
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
update_status (LvCardMeasures *self, const Part *part, LvAssessed assessed)
{
  LvSession *session = lv_card_session (LV_CARD (self));
  const LvPack *pack = lv_session_pack (session);
  const LvMeasure *measure = part->item->detail;
  gboolean on = lv_state_number (lv_session_state (session), part->on, part->cell) == 1;
  g_autoptr (GString) out = g_string_new (on ? _ ("On") : _ ("Off"));

  if (assessed == LV_ASSESSED_NOT)
    {
      append (out, lv_card_not_assessed (pack));
      append (out, _ ("counts 0"));
    }
  else if (assessed == LV_ASSESSED_PARTLY)
    append (out, _ ("partly assessed: what is missing counts 0"));
  append_time (out, part, lv_session_state (session), lv_session_model (session));
  if (measure->included_in != NULL)
    append (out, _ ("included in the baseline"));
  lv_card_set_text (part->status, out->str);
}

static void
update_conflict (const Part *part, const GPtrArray *pairs)
{
  g_autoptr (GString) others = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i + 1 < pairs->len; i += 2)
    {
      const LvItem *one = g_ptr_array_index (pairs, i);
      const LvItem *other = g_ptr_array_index (pairs, i + 1);

      if (one == part->item || other == part->item)
        append (others, one == part->item ? other->title : one->title);
    }
  text = g_strdup_printf (_ ("Cannot be combined with %s"), others->str);
  lv_card_set_text (part->conflict, text);
  gtk_widget_set_visible (part->conflict, others->len > 0);
}

static void
lv_card_measures_update (LvCard *card)
{
  LvCardMeasures *self = (LvCardMeasures *) card;
  g_autoptr (GPtrArray) pairs = lv_state_conflicts (lv_session_state (lv_card_session (card)));

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      for (guint k = 0; k < G_N_ELEMENTS (part->knobs); k++)
        lv_input_row_update (part->knobs[k]);
      update_status (self, part, lv_card_effects_update (part->effects));
      if (part->factors != NULL)
        lv_card_factors_update (LV_CARD_FACTORS (part->factors));
      update_conflict (part, pairs);
    }
}

static void
lv_card_measures_finalize (GObject *object)
{
  g_array_unref (((LvCardMeasures *) object)->parts);
  G_OBJECT_CLASS (lv_card_measures_parent_class)->finalize (object);
}

static void
lv_card_measures_class_init (LvCardMeasuresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_card_measures_finalize;
  LV_CARD_CLASS (klass)->build = lv_card_measures_build;
  LV_CARD_CLASS (klass)->update = lv_card_measures_update;
}

static void
lv_card_measures_init (LvCardMeasures *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
}
