/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sources do not say, and why: nothing is invented in its place. */
#include "lv-card-missing-text.h"
#include "lv-card-tools.h"
#include "lv-figure-dialog.h"
#include "lv-line-layout.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const LvItem *item;
  const LvNode *node; /* (nullable): %NULL for a table */
  GtkWidget *box;
  GtkWidget *cells;
  GtkWidget *own;      /* figures that the user has entered */
} Part;

typedef struct
{
  LvCard parent_instance;

  GArray *parts; /* (owned) Part */
  GtkWidget *nothing;
} LvCardMissing;

typedef struct
{
  LvCardClass parent_class;
} LvCardMissingClass;

G_DEFINE_FINAL_TYPE (LvCardMissing, lv_card_missing, LV_TYPE_CARD)

static void
append_caption (GtkWidget *box, const char *heading, const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL || text[0] == '\0')
    return;
  line = heading != NULL ? g_strdup_printf ("%s: %s", heading, text) : g_strdup (text);
  gtk_box_append (GTK_BOX (box), lv_card_label (line, "caption"));
}

static void
enter_cb (GtkWidget *button, LvSession *session)
{
  lv_figure_dialog_ask_any (button, session, g_object_get_data (G_OBJECT (button), "series"));
}

/* Only a series takes figures of the user's own; an assumption is set where it stands. */
static GtkWidget *
enter_button (LvSession *session, const LvNode *node, const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Enter…"));
  g_autofree char *name = g_strdup_printf (_ ("Enter numbers for %s"), title);

  g_object_set_data (G_OBJECT (button), "series", (gpointer) node);
  g_signal_connect_object (button, "clicked", G_CALLBACK (enter_cb), session, 0);
  lv_card_set_tooltip (button, _ ("Enter a number with its source"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  lv_card_set_name (button, name);
  return button;
}

static void
add_part (LvCardMissing *self, const LvItem *item)
{
  LvSession *session = lv_card_session (LV_CARD (self));
  const LvPack *pack = lv_session_pack (session);
  Part part = { .item = item, .node = lv_model_find (lv_session_model (session), item->id) };
  g_autofree char *origin
      = lv_card_origin (pack, lv_item_get (item, "source"), lv_item_get (item, "place"));
  g_autofree char *note = lv_card_note (session, item);

  if (part.node == NULL && item->kind != LV_KIND_TABLE)
    return;
  part.box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "orientation",
                           GTK_ORIENTATION_VERTICAL, "spacing", 2, NULL);
  part.cells = lv_card_label ("", "lv-missing");
  lv_card_set_name (part.box, item->title);
  gtk_box_append (GTK_BOX (part.box), lv_card_label (item->title, NULL));
  gtk_box_append (GTK_BOX (part.box), part.cells);
  append_caption (part.box, _ ("Why"), lv_pack_text (pack, item, "why"));
  append_caption (part.box, _ ("Source"), origin);
  append_caption (part.box, NULL, note);
  part.own = lv_card_label ("", "caption");
  gtk_box_append (GTK_BOX (part.box), part.own);
  if (part.node != NULL && lv_node_series (part.node) != NULL)
    gtk_box_append (GTK_BOX (part.box), enter_button (session, part.node, item->title));
  lv_card_append (LV_CARD (self), part.box);
  g_array_append_val (self->parts, part);
}

/* A card that names nothing tells of everything that is missing in the pack. */
static void
find_missing (LvCardMissing *self, GPtrArray *items)
{
  LvSession *session = lv_card_session (LV_CARD (self));
  const LvPack *pack = lv_session_pack (session);

  for (guint i = 0; i < lv_pack_n_items (pack); i++)
    {
      LvItem *item = lv_pack_item (pack, i);
      const LvNode *node = lv_model_find (lv_session_model (session), item->id);
      g_autofree char *text = NULL;
      gboolean any = FALSE;

      if (item->kind == LV_KIND_SERIES || item->kind == LV_KIND_PARAMETER)
        {
          g_autofree char *own = lv_card_missing_own (session, node);

          text = lv_card_missing_cells (session, node, &any);
          any = any || own[0] != '\0';
        }
      else if (item->kind == LV_KIND_TABLE)
        text = lv_card_missing_rows (pack, item->detail, &any);
      if (any)
        g_ptr_array_add (items, item);
    }
}

/* How what is missing comes in: from a file, or by asking for it. */
static GtkWidget *
make_ways (void)
{
  GtkWidget *box = lv_line_box_new (6);
  GtkWidget *import = gtk_button_new_with_label (_ ("Import Numbers…"));
  GtkWidget *ask = gtk_button_new_with_label (_ ("Ask for Numbers…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (import), "win.import");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (ask), "win.request");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (ask), "s", "page");
  lv_card_set_tooltip (ask, _ ("Make a workbook to send to those who know the numbers"));
  gtk_box_append (GTK_BOX (box), import);
  gtk_box_append (GTK_BOX (box), ask);
  return box;
}

static void
lv_card_missing_build (LvCard *card)
{
  LvCardMissing *self = (LvCardMissing *) card;
  const LvPack *pack = lv_session_pack (lv_card_session (card));
  g_autoptr (GPtrArray) items = lv_card_items (pack, lv_card_item (card), "of");
  gboolean every = lv_item_get (lv_card_item (card), "of") == NULL;

  if (every)
    find_missing (self, items);
  for (guint i = 0; i < items->len; i++)
    add_part (self, g_ptr_array_index (items, i));
  self->nothing = lv_card_label (_ ("Nothing is missing"), NULL);
  lv_card_append (card, self->nothing);
  lv_card_append (card, make_ways ());
}

/* What has been entered stays on the card, where it can be taken out again. */
static gboolean
update_own (LvSession *session, const Part *part)
{
  g_autofree char *own
      = part->node != NULL ? lv_card_missing_own (session, part->node) : g_strdup ("");
  g_autofree char *text = g_strdup_printf (_ ("Entered: %s"), own);

  lv_card_set_text (part->own, text);
  gtk_widget_set_visible (part->own, own[0] != '\0');
  return own[0] != '\0';
}

static void
lv_card_missing_update (LvCard *card)
{
  LvCardMissing *self = (LvCardMissing *) card;
  LvSession *session = lv_card_session (card);
  const LvPack *pack = lv_session_pack (session);
  gboolean found = FALSE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      gboolean any = FALSE;
      g_autofree char *text
          = part->node != NULL ? lv_card_missing_cells (session, part->node, &any)
                               : lv_card_missing_rows (pack, part->item->detail, &any);

      lv_card_set_text (part->cells,
                        text[0] != '\0' ? text : lv_text_status (pack, LV_STATUS_MISSING));
      gtk_widget_set_visible (part->cells, any);
      any = update_own (session, part) || any;
      gtk_widget_set_visible (part->box, any);
      found = found || any;
    }
  gtk_widget_set_visible (self->nothing, !found);
}

static void
lv_card_missing_finalize (GObject *object)
{
  g_array_unref (((LvCardMissing *) object)->parts);
  G_OBJECT_CLASS (lv_card_missing_parent_class)->finalize (object);
}

static void
lv_card_missing_class_init (LvCardMissingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_card_missing_finalize;
  LV_CARD_CLASS (klass)->build = lv_card_missing_build;
  LV_CARD_CLASS (klass)->update = lv_card_missing_update;
}

static void
lv_card_missing_init (LvCardMissing *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
}
