/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-lever-list.h"

#include "lv-card-tools.h"
#include "lv-search-words.h"

#include <glib/gi18n.h>

struct _LvLeverList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *search;
  GtkWidget *none; /* told where nothing is found */
  GtkWidget *rows;
  GPtrArray *all;  /* (owned): the rows in the order of the pack, which a search does not change */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvLeverList, lv_lever_list, GTK_TYPE_WIDGET)

static LvLeverRow *
row_at (LvLeverList *self, guint i)
{
  return g_ptr_array_index (self->all, i);
}

static void
changed_cb (LvLeverList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Searching */

static GtkWidget *
place_after (LvLeverList *self, LvLeverRow *row, GtkWidget *before)
{
  if (gtk_widget_get_prev_sibling (GTK_WIDGET (row)) != before)
    gtk_box_reorder_child_after (GTK_BOX (self->rows), GTK_WIDGET (row), before);
  return GTK_WIDGET (row);
}

/* What is chosen stands first. Only a search moves rows: under somebody who ticks them they stay. */
static void
raise_chosen (LvLeverList *self)
{
  GtkWidget *last = NULL;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->all->len; i++)
      if (lv_lever_row_is_chosen (row_at (self, i)) == (pass == 0))
        last = place_after (self, row_at (self, i), last);
}

static void
search_cb (LvLeverList *self)
{
  g_auto (GStrv) words = lv_search_words (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  guint found = 0;

  raise_chosen (self);
  for (guint i = 0; i < self->all->len; i++)
    {
      LvLeverRow *row = row_at (self, i);
      gboolean fits = lv_lever_row_matches (row, (const char *const *) words);

      found += fits;
      gtk_widget_set_visible (GTK_WIDGET (row), fits || lv_lever_row_is_chosen (row));
    }
  gtk_widget_set_visible (self->none, found == 0);
}

/* To the first that was found: what is chosen stands above it. */
static void
go_to_found (LvLeverList *self)
{
  GtkWidget *first = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_visible (row)
        && (first == NULL || lv_lever_row_is_chosen (LV_LEVER_ROW (first))))
      first = row;
  if (first != NULL)
    gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, LvLeverList *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return FALSE;
  go_to_found (self);
  return TRUE;
}

/* --- The list */

static void
lv_lever_list_dispose (GObject *object)
{
  g_clear_pointer (&LV_LEVER_LIST (object)->box, gtk_widget_unparent);
  g_clear_pointer (&LV_LEVER_LIST (object)->all, g_ptr_array_unref);
  G_OBJECT_CLASS (lv_lever_list_parent_class)->dispose (object);
}

static void
lv_lever_list_class_init (LvLeverListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_lever_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", LV_TYPE_LEVER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
lv_lever_list_init (LvLeverList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->all = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->search = gtk_search_entry_new ();
  self->none = lv_card_label (_ ("Nothing is called that"), "dim-label");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_visible (self->none, FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->search, keys);
  /* Not "search-changed", which comes later than Enter may. */
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (go_to_found), self);
  gtk_box_append (GTK_BOX (self->box), self->search);
  gtk_box_append (GTK_BOX (self->box), self->none);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add_rows (LvLeverList *self, const LvModel *model, gboolean levers)
{
  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);
      GtkWidget *row;

      if (!lv_lever_row_can_turn (node) || lv_node_is_lever (node) != levers)
        continue;
      row = lv_lever_row_new (node);
      g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
      gtk_box_append (GTK_BOX (self->rows), row);
      g_ptr_array_add (self->all, row);
    }
}

/** Returns: (transfer floating): all that can be turned, levers first, then the rest, both in the order of the pack */
GtkWidget *
lv_lever_list_new (const LvModel *model)
{
  LvLeverList *self = g_object_new (LV_TYPE_LEVER_LIST, NULL);
  g_autofree char *hint = NULL;

  add_rows (self, model, TRUE);
  add_rows (self, model, FALSE);
  hint = g_strdup_printf (ngettext ("Search in %u", "Search among %u", self->all->len), self->all->len);
  g_object_set (self->search, "placeholder-text", hint, NULL);
  lv_card_set_name (self->search, _ ("Search in what may be turned"));
  return GTK_WIDGET (self);
}

/**
 * lv_lever_list_dup_levers:
 * @state: where they stand
 * @reason: (out): what is lacking
 *
 * Returns: (transfer full) (nullable) (element-type LvSeekLever): what is chosen, one or more
 */
GArray *
lv_lever_list_dup_levers (LvLeverList *self, const LvState *state, char **reason)
{
  g_autoptr (GArray) levers = g_array_new (FALSE, FALSE, sizeof (LvSeekLever));

  g_return_val_if_fail (LV_IS_LEVER_LIST (self), NULL);
  for (guint i = 0; i < self->all->len; i++)
    if (lv_lever_row_is_chosen (row_at (self, i))
        && !lv_lever_row_add (row_at (self, i), state, levers, reason))
      return NULL;
  if (levers->len > 0)
    return g_steal_pointer (&levers);
  *reason = g_strdup (_ ("Choose what may be turned"));
  return NULL;
}
