/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways side by side, such as a citizen's months in a shelter and in a home with support: what is chosen stands first,
 * then the answer in words, the numbers of each way with their difference, and a chart. All of it is the pack's. */
#include "lv-card-table-private.h"
#include "lv-card-tools.h"
#include "lv-chart-panel.h"
#include "lv-words.h"

typedef struct
{
  LvCardTable parent_instance;

  GtkWidget *answer; /* (nullable) */
  GtkWidget *panel;  /* (nullable) */
} LvCardPath;

typedef struct
{
  LvCardTableClass parent_class;
} LvCardPathClass;

G_DEFINE_FINAL_TYPE (LvCardPath, lv_card_path, lv_card_table_get_type ())

static const LvItem *
named (LvCard *card, const char *key, LvKind kind)
{
  const char *id = lv_item_get (lv_card_item (card), key);

  return id != NULL ? lv_pack_find_kind (lv_session_pack (lv_card_session (card)), kind, id) : NULL;
}

static void
lv_card_path_build (LvCard *card)
{
  LvCardPath *self = (LvCardPath *) card;
  const LvItem *chart = named (card, "chart", LV_KIND_CHART);

  if (named (card, "of", LV_KIND_WORDS) != NULL)
    {
      self->answer = lv_card_label ("", "lv-answer");
      lv_card_append (card, self->answer);
    }
  LV_CARD_CLASS (lv_card_path_parent_class)->build (card);
  if (chart == NULL)
    return;
  self->panel
      = lv_chart_panel_new (lv_card_session (card), chart, lv_card_item (card)->title, NULL);
  if (self->panel != NULL)
    lv_card_append (card, self->panel);
}

static void
lv_card_path_update (LvCard *card)
{
  LvCardPath *self = (LvCardPath *) card;
  LvSession *session = lv_card_session (card);

  if (self->answer != NULL)
    {
      g_autofree char *text = lv_words_fill (named (card, "of", LV_KIND_WORDS), lv_session_state (session),
                                             lv_session_base (session));

      lv_card_set_text (self->answer, text);
    }
  LV_CARD_CLASS (lv_card_path_parent_class)->update (card);
  if (self->panel != NULL)
    lv_chart_panel_update (LV_CHART_PANEL (self->panel));
}

static void
lv_card_path_class_init (LvCardPathClass *klass)
{
  LV_CARD_CLASS (klass)->build = lv_card_path_build;
  LV_CARD_CLASS (klass)->update = lv_card_path_update;
  LV_CARD_CLASS (klass)->controls_first = TRUE;
}

static void
lv_card_path_init (LvCardPath *self)
{
}
