/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-card.h"

#include "lv-card-tools.h"
#include "lv-input-list.h"
#include "lv-line-layout.h"
#include "lv-to-measure.h"
#include "lv-own-texts.h"
#include "lv-words-dialog.h"
#include "lv-words.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  LvSession *session;   /* (owned) */
  const LvItem *item;   /* (borrowed) */
  const LvModel *model; /* (borrowed): what it was built for; of another one it shows nothing */
  GtkWidget *box;
  GtkWidget *head;      /* the title, and what is done with the whole card */
  GtkWidget *controls;  /* (nullable): the inputs that move what the card shows */
  GtkWidget *to_measure; /* (nullable): makes a measure of what it shows */
  GtkWidget *words_box; /* (nullable) */
  GStrv texts;          /* (owned): the texts that the user can edit */
  GtkWidget *edited;    /* (nullable): says that one of them has been */
  gboolean wide;
  gboolean stale;       /* the values changed while the card was not in view */
  guint later;          /* idle source that brings a stale card up to date */
} LvCardPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LvCard, lv_card, GTK_TYPE_WIDGET)

static LvCardPrivate *
private (LvCard *self)
{
  return lv_card_get_instance_private (self);
}

static void
update_words (LvCard *self)
{
  LvCardPrivate *priv = private (self);
  g_auto (GStrv) ids = lv_item_get_list (priv->item, "words");
  GtkWidget *label = priv->words_box != NULL ? gtk_widget_get_first_child (priv->words_box) : NULL;

  for (guint i = 0; label != NULL && ids != NULL && ids[i] != NULL; i++)
    {
      const LvItem *words
          = lv_pack_find_kind (lv_session_pack (priv->session), LV_KIND_WORDS, ids[i]);
      g_autofree char *text = words != NULL
                                  ? lv_words_fill (words, lv_session_state (priv->session),
                                                   lv_session_base (priv->session))
                                  : g_strdup ("");

      gtk_label_set_label (GTK_LABEL (label), text);
      gtk_widget_set_visible (label, text[0] != '\0');
      label = gtk_widget_get_next_sibling (label);
    }
}

/* A text that is no longer the pack's says so. */
static void
update_edited (LvCard *self)
{
  LvCardPrivate *priv = private (self);
  gboolean edited = FALSE;

  for (guint i = 0; priv->texts != NULL && priv->texts[i] != NULL; i++)
    edited = edited || lv_own_text_exists (priv->session, priv->texts[i]);
  if (priv->edited != NULL)
    gtk_widget_set_visible (priv->edited, edited);
}

static void
update (LvCard *self)
{
  LvCardPrivate *priv = private (self);

  priv->stale = FALSE;
  if (priv->model != lv_session_model (priv->session))
    return;
  if (LV_CARD_GET_CLASS (self)->update != NULL)
    LV_CARD_GET_CLASS (self)->update (self);
  if (priv->controls != NULL)
    lv_input_list_update (LV_INPUT_LIST (priv->controls));
  if (priv->to_measure != NULL)
    lv_to_measure_update (LV_TO_MEASURE (priv->to_measure));
  update_words (self);
  update_edited (self);
}

/* Whether any of the card can be seen in the page that scrolls it. */
static gboolean
is_in_view (LvCard *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (page == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), page, &bounds))
    return TRUE;
  return bounds.origin.y < (float) gtk_widget_get_height (page)
         && bounds.origin.y + bounds.size.height > 0;
}

static gboolean
later_cb (gpointer user_data)
{
  LvCard *self = user_data;

  private (self)->later = 0;
  if (private (self)->stale && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  return G_SOURCE_REMOVE;
}

/* What can be seen moves in the frame of the edit; the rest of the page follows when there is time. */
static void
changed_cb (LvCard *self)
{
  LvCardPrivate *priv = private (self);

  priv->stale = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (is_in_view (self))
    update (self);
  else if (priv->later == 0)
    priv->later = g_idle_add_full (G_PRIORITY_LOW, later_cb, self, NULL);
}

/** Brings the card up to date if it is in view and is not. */
void
lv_card_refresh (LvCard *self)
{
  g_return_if_fail (LV_IS_CARD (self));
  if (private (self)->stale && gtk_widget_get_mapped (GTK_WIDGET (self)) && is_in_view (self))
    update (self);
}

static void
lv_card_map (GtkWidget *widget)
{
  LvCard *self = LV_CARD (widget);

  if (private (self)->stale)
    update (self);
  GTK_WIDGET_CLASS (lv_card_parent_class)->map (widget);
}

static void
lv_card_dispose (GObject *object)
{
  LvCardPrivate *priv = private (LV_CARD (object));

  g_clear_handle_id (&priv->later, g_source_remove);
  g_clear_pointer (&priv->box, gtk_widget_unparent);
  g_clear_pointer (&priv->texts, g_strfreev);
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (lv_card_parent_class)->dispose (object);
}

static void
lv_card_class_init (LvCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_card_dispose;
  widget_class->map = lv_card_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lvcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lv_card_init (LvCard *self)
{
  LvCardPrivate *priv = private (self);

  priv->stale = TRUE;
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (priv->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

static void
add_title (LvCard *self)
{
  LvCardPrivate *priv = private (self);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", priv->item->title, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  priv->head = lv_line_box_new (6);
  gtk_box_append (GTK_BOX (priv->head), label);
  gtk_box_append (GTK_BOX (priv->box), priv->head);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  priv->item->title, -1);
}

/* The assumptions that move what is shown stand beside it. */
static void
add_controls (LvCard *self)
{
  LvCardPrivate *priv = private (self);
  g_auto (GStrv) controls = lv_item_get_list (priv->item, "controls");

  if (controls[0] == NULL || controls[0][0] == '\0')
    return;
  priv->controls = GTK_WIDGET (lv_input_list_new (priv->session, priv->item, "controls"));
  gtk_box_append (GTK_BOX (priv->box), priv->controls);
}

/* A calculated difference may become a measure, but only by its user's hand. */
static void
add_to_measure (LvCard *self)
{
  LvCardPrivate *priv = private (self);

  if (lv_item_get (priv->item, "to-measure") == NULL)
    return;
  priv->to_measure = lv_to_measure_new (priv->session, priv->item);
  gtk_box_append (GTK_BOX (priv->box), priv->to_measure);
}

/* Words under the card's content; the text card has nothing else. */
static void
add_words (LvCard *self)
{
  LvCardPrivate *priv = private (self);
  g_auto (GStrv) ids = lv_item_get_list (priv->item, "words");
  gboolean only = strcmp (lv_item_get (priv->item, "kind"), "text") == 0;

  if (ids == NULL || ids[0] == NULL)
    return;
  priv->words_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      if (!only)
        gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (priv->words_box), label);
    }
  gtk_box_append (GTK_BOX (priv->box), priv->words_box);
}

static void
add_ids (const LvPack *pack, const LvItem *item, const char *key, GStrvBuilder *texts)
{
  g_auto (GStrv) ids = lv_item_get_list (item, key);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (lv_pack_find_kind (pack, LV_KIND_WORDS, ids[i]) != NULL)
      g_strv_builder_add (texts, ids[i]);
}

static void
edit_cb (GtkButton *button, LvCard *self)
{
  lv_words_dialog_open (GTK_WIDGET (self), private (self)->session,
                        (const char *const *) private (self)->texts);
}

/* The card's own words, and those of its chart. */
static void
add_editing (LvCard *self)
{
  static const char *const drawn_keys[] = { "title-words", "subtitle-words", "notes" };
  LvCardPrivate *priv = private (self);
  const LvPack *pack = lv_session_pack (priv->session);
  const char *chart = lv_item_get (priv->item, "chart");
  const LvItem *drawn = chart != NULL ? lv_pack_find_kind (pack, LV_KIND_CHART, chart) : NULL;
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  GtkWidget *button = NULL;
  g_autofree char *name = g_strdup_printf (_ ("Edit text: %s"), priv->item->title);

  add_ids (pack, priv->item, "of", texts);
  add_ids (pack, priv->item, "words", texts);
  for (gsize i = 0; drawn != NULL && i < G_N_ELEMENTS (drawn_keys); i++)
    add_ids (pack, drawn, drawn_keys[i], texts);
  priv->texts = g_strv_builder_end (texts);
  if (priv->texts[0] == NULL)
    return;
  priv->edited = lv_card_label (_ ("Edited text"), "caption");
  gtk_widget_add_css_class (priv->edited, "lv-edited");
  lv_card_append (self, priv->edited);
  button = gtk_button_new_from_icon_name ("accessories-text-editor-symbolic");
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  lv_card_set_tooltip (button, _ ("Edit text"));
  lv_card_set_name (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_cb), self, 0);
  lv_card_add_button (self, button);
}

/**
 * lv_card_new:
 * @type: a kind of card
 * @session: what it shows
 * @item: the [card] of the pack
 *
 * Returns: (transfer floating): the card, built and up to date
 */
LvCard *
lv_card_new (GType type, LvSession *session, const LvItem *item)
{
  LvCard *self = g_object_new (type, NULL);
  LvCardPrivate *priv = private (self);

  priv->session = g_object_ref (session);
  priv->item = item;
  priv->model = lv_session_model (session);
  add_title (self);
  if (LV_CARD_GET_CLASS (self)->controls_first)
    add_controls (self);
  if (LV_CARD_GET_CLASS (self)->build != NULL)
    LV_CARD_GET_CLASS (self)->build (self);
  if (!LV_CARD_GET_CLASS (self)->controls_first)
    add_controls (self);
  add_to_measure (self);
  add_words (self);
  add_editing (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static const struct
{
  const char *kind;
  GType (*get_type) (void);
  gboolean wide;
} kinds[] = {
  { "figures", lv_card_figures_get_type, TRUE },
  { "chart", lv_card_chart_get_type, FALSE },
  { "flow", lv_card_chart_get_type, FALSE },
  { "inputs", lv_card_inputs_get_type, FALSE },
  { "table", lv_card_table_get_type, FALSE },
  { "measures", lv_card_measures_get_type, TRUE },
  { "checks", lv_card_checks_get_type, FALSE },
  { "text", lv_card_text_get_type, FALSE },
  { "missing", lv_card_missing_get_type, FALSE },
  { "plan", lv_card_plan_get_type, TRUE },
  { "goals", lv_card_goals_get_type, TRUE },
  { "spread", lv_card_spread_get_type, TRUE },
  { "path", lv_card_path_get_type, TRUE },
};

/** Returns: (transfer floating) (nullable): the card of @item's kind, %NULL when there is none yet */
LvCard *
lv_card_new_for (LvSession *session, const LvItem *item)
{
  const char *kind = lv_item_get (item, "kind");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      {
        LvCard *self = lv_card_new (kinds[i].get_type (), session, item);

        if (kinds[i].wide)
          lv_card_set_wide (self, TRUE);
        return self;
      }
  return NULL;
}

LvSession *
lv_card_session (LvCard *self)
{
  g_return_val_if_fail (LV_IS_CARD (self), NULL);
  return private (self)->session;
}

const LvItem *
lv_card_item (LvCard *self)
{
  g_return_val_if_fail (LV_IS_CARD (self), NULL);
  return private (self)->item;
}

/** Adds a widget under what is there. @child: (transfer floating) */
void
lv_card_append (LvCard *self, GtkWidget *child)
{
  g_return_if_fail (LV_IS_CARD (self));
  gtk_box_append (GTK_BOX (private (self)->box), child);
}

/** Adds a button behind the title. @button: (transfer floating): small, so that the line is no higher */
void
lv_card_add_button (LvCard *self, GtkWidget *button)
{
  g_return_if_fail (LV_IS_CARD (self));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "lv-small");
  gtk_box_append (GTK_BOX (private (self)->head), button);
}

/** Says whether the card takes the whole width of the page. */
void
lv_card_set_wide (LvCard *self, gboolean wide)
{
  g_return_if_fail (LV_IS_CARD (self));
  private (self)->wide = wide;
  if (wide && private (self)->controls != NULL)
    lv_input_list_spread (LV_INPUT_LIST (private (self)->controls));
}

gboolean
lv_card_get_wide (LvCard *self)
{
  g_return_val_if_fail (LV_IS_CARD (self), FALSE);
  return private (self)->wide;
}
