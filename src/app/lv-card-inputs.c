/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assumptions, levers and views that a user may change. */
#include "lv-card.h"
#include "lv-input-list.h"

typedef struct
{
  LvCard parent_instance;

  LvInputList *list; /* (borrowed) */
} LvCardInputs;

typedef struct
{
  LvCardClass parent_class;
} LvCardInputsClass;

G_DEFINE_FINAL_TYPE (LvCardInputs, lv_card_inputs, LV_TYPE_CARD)

static void
lv_card_inputs_build (LvCard *card)
{
  LvCardInputs *self = (LvCardInputs *) card;

  self->list = lv_input_list_new (lv_card_session (card), lv_card_item (card), "inputs");
  lv_card_append (card, GTK_WIDGET (self->list));
}

static void
lv_card_inputs_update (LvCard *card)
{
  lv_input_list_update (((LvCardInputs *) card)->list);
}

static void
lv_card_inputs_class_init (LvCardInputsClass *klass)
{
  LV_CARD_CLASS (klass)->build = lv_card_inputs_build;
  LV_CARD_CLASS (klass)->update = lv_card_inputs_update;
}

static void
lv_card_inputs_init (LvCardInputs *self)
{
}
