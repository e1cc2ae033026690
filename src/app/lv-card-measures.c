/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures: a switch, how much of it and how late, its effect year by year, and in words whether it counts,
 * is not assessed, or cannot stand beside another that is on. A card that takes all measures is where the
 * user makes new ones. */
#include "lv-card-tools.h"
#include "lv-card.h"
#include "lv-measure-actions.h"
#include "lv-measure-part.h"

#include <glib/gi18n-lib.h>

/* So many stand unfolded; of more, each is unfolded by itself. */
#define MOST_UNFOLDED 12

typedef struct
{
  LvCard parent_instance;

  GPtrArray *parts; /* (owned) (element-type LvMeasurePart) (borrowed) */
} LvCardMeasures;

typedef struct
{
  LvCardClass parent_class;
} LvCardMeasuresClass;

G_DEFINE_FINAL_TYPE (LvCardMeasures, lv_card_measures, LV_TYPE_CARD)

static gboolean
takes_all (LvCard *card)
{
  g_auto (GStrv) patterns = lv_item_get_list (lv_card_item (card), "measures");

  return patterns != NULL && g_strv_contains ((const char *const *) patterns, "*");
}

static void
add_parts (LvCardMeasures *self, const LvItem *item)
{
  LvCard *card = LV_CARD (self);
  const LvMeasure *measure = item->kind == LV_KIND_MEASURE ? item->detail : NULL;

  for (gsize cell = 0; measure != NULL && cell < lv_shape_cells (&measure->shape); cell++)
    {
      GtkWidget *part = lv_measure_part_new (lv_card_session (card), item, cell);

      lv_card_append (card, part);
      g_ptr_array_add (self->parts, part);
    }
}

static void
lv_card_measures_build (LvCard *card)
{
  LvCardMeasures *self = (LvCardMeasures *) card;
  const char *key = lv_item_get (lv_card_item (card), "measures") != NULL ? "measures" : "of";
  g_autoptr (GPtrArray) items
      = lv_card_items (lv_session_pack (lv_card_session (card)), lv_card_item (card), key);

  if (takes_all (card))
    lv_card_append (card, lv_measure_new_button_new (lv_card_session (card)));
  for (guint i = 0; i < items->len; i++)
    add_parts (self, g_ptr_array_index (items, i));
  for (guint i = 0; self->parts->len <= MOST_UNFOLDED && i < self->parts->len; i++)
    lv_measure_part_set_expanded (g_ptr_array_index (self->parts, i), TRUE);
  if (self->parts->len == 0)
    lv_card_append (card, lv_card_label (_ ("There are no measures yet."), NULL));
}

static void
lv_card_measures_update (LvCard *card)
{
  LvCardMeasures *self = (LvCardMeasures *) card;
  g_autoptr (GPtrArray) pairs = lv_state_conflicts (lv_session_state (lv_card_session (card)));

  for (guint i = 0; i < self->parts->len; i++)
    lv_measure_part_update (g_ptr_array_index (self->parts, i), pairs);
}

static void
lv_card_measures_finalize (GObject *object)
{
  g_ptr_array_unref (((LvCardMeasures *) object)->parts);
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
  self->parts = g_ptr_array_new ();
}
