/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-choice-popover.h"

#include "lv-card-tools.h"

#include <glib/gi18n.h>

#define WIDTH 320
#define HEIGHT 320

struct _LvChoicePopover
{
  GtkPopover parent_instance;

  GListModel *texts; /* (owned): GtkStringObject */
  GtkStringFilter *filter;
  GtkSingleSelection *selection;
  GtkWidget *search;
  GtkWidget *list;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvChoicePopover, lv_choice_popover, GTK_TYPE_POPOVER)

static void
choose (LvChoicePopover *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  for (guint i = 0; i < g_list_model_get_n_items (self->texts); i++)
    {
      g_autoptr (GObject) text = g_list_model_get_item (self->texts, i);

      if (text == item)
        {
          g_signal_emit (self, signals[CHOSEN], 0, i);
          return;
        }
    }
}

static void
search_changed_cb (LvChoicePopover *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_single_selection_set_selected (self->selection, 0);
}

static void
search_activate_cb (LvChoicePopover *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
list_activate_cb (LvChoicePopover *self, guint position)
{
  choose (self, position);
}

/* Up and down go through the list while the words are being typed. */
static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, LvChoicePopover *self)
{
  guint at = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if ((key != GDK_KEY_Down && key != GDK_KEY_Up) || n == 0)
    return FALSE;
  at = key == GDK_KEY_Down ? MIN (at + 1, n - 1) : at > 0 ? at - 1 : 0;
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", at);
  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), text);
  lv_card_set_tooltip (label, text);
}

static void
lv_choice_popover_dispose (GObject *object)
{
  g_clear_object (&LV_CHOICE_POPOVER (object)->texts);
  G_OBJECT_CLASS (lv_choice_popover_parent_class)->dispose (object);
}

static void
lv_choice_popover_class_init (LvChoicePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_choice_popover_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", LV_TYPE_CHOICE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkWidget *
make_list (LvChoicePopover *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (list_activate_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
make_content (LvChoicePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  /* Not "search-changed", which comes later than Enter may. */
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), box);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->search, keys);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_widget_set_size_request (box, WIDTH, HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

static void
lv_choice_popover_init (LvChoicePopover *self)
{
}

/**
 * lv_choice_popover_new:
 * @name: what is chosen, for a screen reader
 * @texts: GtkStringObject
 *
 * Returns: (transfer floating): a popover; lv_choice_popover_show() gives it a place
 */
GtkWidget *
lv_choice_popover_new (const char *name, GListModel *texts)
{
  LvChoicePopover *self = g_object_new (LV_TYPE_CHOICE_POPOVER, NULL);
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkFilterListModel *filtered;

  self->texts = g_object_ref (texts);
  self->filter = gtk_string_filter_new (text);
  gtk_string_filter_set_match_mode (self->filter, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  filtered = gtk_filter_list_model_new (g_object_ref (texts), GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  make_content (self);
  g_object_unref (self->selection);
  lv_card_set_name (GTK_WIDGET (self), name);
  lv_card_set_name (self->search, name);
  return GTK_WIDGET (self);
}

/** Opens at @button, which lies in the popover's parent, with the text number @chosen selected. */
void
lv_choice_popover_show (LvChoicePopover *self, GtkWidget *button, guint chosen)
{
  graphene_rect_t bounds;
  GdkRectangle at;

  g_return_if_fail (LV_IS_CHOICE_POPOVER (self));
  if (!gtk_widget_compute_bounds (button, gtk_widget_get_parent (GTK_WIDGET (self)), &bounds))
    return;
  at = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                       (int) bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &at);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_single_selection_set_selected (self->selection, chosen);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", chosen);
  gtk_widget_grab_focus (self->search);
}
