/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-page.h"

#include "lv-card.h"
#include "lv-columns-layout.h"
#include "lv-keep.h"

struct _LvPage
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *cards;
  LvSession *session; /* (owned) */
  char *id;           /* (owned) of the [page] */
  char **ids;         /* (owned) (nullable) the cards, when they are built */
  guint built;        /* how many of them there are yet */
  guint building;     /* idle source that adds the others */
  GtkWidget *wanted;  /* (borrowed) (nullable) the card to be scrolled to */
  LvKeep *keep;       /* (owned) (nullable) how the cards were before they went */
  guint rebuild;      /* how many cards there were then */
};

G_DEFINE_FINAL_TYPE (LvPage, lv_page, GTK_TYPE_WIDGET)

/* Cards that fill the first screen; the others are added when it has been drawn. */
#define FIRST_CARDS 3

static void
build_next (LvPage *self)
{
  const LvItem *item = lv_pack_find_kind (lv_session_pack (self->session), LV_KIND_CARD,
                                          self->ids[self->built++]);
  LvCard *card = item != NULL ? lv_card_new_for (self->session, item) : NULL;

  if (card != NULL)
    {
      gtk_widget_set_name (GTK_WIDGET (card), item->id);
      gtk_widget_set_parent (GTK_WIDGET (card), self->cards);
    }
}

static gboolean
build_cb (gpointer user_data)
{
  LvPage *self = user_data;

  if (self->ids[self->built] != NULL)
    build_next (self);
  if (self->ids[self->built] != NULL)
    return G_SOURCE_CONTINUE;
  self->building = 0;
  return G_SOURCE_REMOVE;
}

static void
build (LvPage *self)
{
  const LvItem *item
      = lv_pack_find_kind (lv_session_pack (self->session), LV_KIND_PAGE, self->id);
  guint first = MAX (self->rebuild, FIRST_CARDS);

  self->built = 0;
  self->ids = item != NULL ? lv_item_get_list (item, "cards") : g_new0 (char *, 1);
  while (self->ids[self->built] != NULL && self->built < first)
    build_next (self);
  self->building = g_idle_add_full (G_PRIORITY_LOW, build_cb, self, NULL);
  if (self->keep != NULL)
    lv_keep_restore (self->keep, GTK_WIDGET (self));
  g_clear_pointer (&self->keep, lv_keep_free);
}

/* Something in the card may be running that made it go: it is freed when that has returned. */
static gboolean
let_go_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

static void
take_cards (LvPage *self)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (self->cards)) != NULL)
    {
      g_idle_add_full (G_PRIORITY_HIGH_IDLE, let_go_cb, g_object_ref (card), g_object_unref);
      gtk_widget_unparent (card);
    }
  g_clear_handle_id (&self->building, g_source_remove);
  g_clear_pointer (&self->ids, g_strfreev);
  self->wanted = NULL;
}

/* The model is another one: cards are built anew, and stand as they stood. */
static void
rebuilt_cb (LvPage *self)
{
  if (self->ids == NULL)
    return;
  g_clear_pointer (&self->keep, lv_keep_free);
  self->keep = lv_keep_new (GTK_WIDGET (self), FALSE);
  self->rebuild = self->built;
  take_cards (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    build (self);
}

/* Cards that come into view show what has changed meanwhile. */
static void
scrolled_cb (LvPage *self)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    lv_card_refresh (LV_CARD (card));
}

/* A page behind another tab is not for a screen reader either: it would read all that has been opened. */
static void
tell_hidden (LvPage *self, gboolean hidden)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, hidden, -1);
}

static void
lv_page_map (GtkWidget *widget)
{
  LvPage *self = LV_PAGE (widget);

  if (self->ids == NULL)
    build (self);
  tell_hidden (self, FALSE);
  GTK_WIDGET_CLASS (lv_page_parent_class)->map (widget);
}

static void
lv_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lv_page_parent_class)->unmap (widget);
  tell_hidden (LV_PAGE (widget), TRUE);
}

static void
lv_page_dispose (GObject *object)
{
  LvPage *self = LV_PAGE (object);
  GtkWidget *child;

  while (self->cards != NULL && (child = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_widget_unparent (child);
  self->cards = NULL;
  self->wanted = NULL;
  g_clear_handle_id (&self->building, g_source_remove);
  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_pointer (&self->keep, lv_keep_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_page_parent_class)->dispose (object);
}

static void
lv_page_class_init (LvPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_page_dispose;
  widget_class->map = lv_page_map;
  widget_class->unmap = lv_page_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
lv_page_init (LvPage *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  self->cards = g_object_new (GTK_TYPE_BOX, "layout-manager",
                              g_object_new (LV_TYPE_COLUMNS_LAYOUT, NULL), NULL);
  gtk_widget_add_css_class (self->cards, "cards");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->cards);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
      G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * lv_page_new:
 * @item: a [page] of the pack
 *
 * Returns: (transfer floating): the page
 */
LvPage *
lv_page_new (LvSession *session, const LvItem *item)
{
  LvPage *self = g_object_new (LV_TYPE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->id = g_strdup (item->id);
  g_signal_connect_object (session, "rebuilt", G_CALLBACK (rebuilt_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* Brings the wanted card into view when it has its place, and gives it the focus. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LvPage *self = LV_PAGE (widget);
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (self->wanted == NULL)
    return G_SOURCE_REMOVE;
  if (self->building != 0 || gtk_widget_get_height (self->wanted) <= 0
      || !gtk_widget_compute_bounds (self->wanted, self->cards, &bounds))
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, bounds.origin.y);
  gtk_widget_child_focus (self->wanted, GTK_DIR_TAB_FORWARD);
  self->wanted = NULL;
  return G_SOURCE_REMOVE;
}

/** Scrolls to a card of the page; the page is to be the one that is shown. */
void
lv_page_show_card (LvPage *self, const char *id)
{
  g_return_if_fail (LV_IS_PAGE (self) && id != NULL);
  if (self->ids == NULL)
    build (self);
  while (self->ids[self->built] != NULL)
    build_next (self);
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (g_str_equal (lv_card_item (LV_CARD (card))->id, id))
      {
        self->wanted = card;
        gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
      }
}

static GtkWidget *
find_named (GtkWidget *from, const char *name)
{
  GtkWidget *found = NULL;

  if (g_str_equal (gtk_widget_get_name (from), name))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, name);
  return found;
}

/** Scrolls to the part of a card that is called @name (gtk_widget_set_name()), and gives it the focus. */
void
lv_page_show_part (LvPage *self, const char *name)
{
  g_return_if_fail (LV_IS_PAGE (self) && name != NULL);
  self->wanted = find_named (self->cards, name);
  if (self->wanted != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/** Returns: whether @card is among the cards that @item, a [page], names */
gboolean
lv_page_names_card (const LvItem *item, const char *card)
{
  g_auto (GStrv) ids = lv_item_get_list (item, "cards");

  return g_strv_contains ((const char *const *) ids, card);
}

/** Returns: whether any card of the page is of a kind that can be shown; a tab without is not */
gboolean
lv_page_has_cards (LvSession *session, const LvItem *item)
{
  g_auto (GStrv) ids = lv_item_get_list (item, "cards");

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (lv_pack_find_kind (lv_session_pack (session), LV_KIND_CARD, ids[i]) != NULL)
      return TRUE;
  return FALSE;
}
