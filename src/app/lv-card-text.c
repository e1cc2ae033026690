/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text card is only the words that every card may have. */
#include "lv-card.h"

typedef struct
{
  LvCard parent_instance;
} LvCardText;

typedef struct
{
  LvCardClass parent_class;
} LvCardTextClass;

G_DEFINE_FINAL_TYPE (LvCardText, lv_card_text, LV_TYPE_CARD)

static void
lv_card_text_class_init (LvCardTextClass *klass)
{
}

static void
lv_card_text_init (LvCardText *self)
{
}
