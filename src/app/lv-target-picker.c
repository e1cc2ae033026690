/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-target-picker.h"

#include "lv-analysis-page.h"
#include "lv-card-tools.h"
#include "lv-drop-down.h"
#include "lv-seek.h"

#include <glib/gi18n.h>
#include <string.h>

#define TITLE_CHARS 28

struct _LvTargetPicker
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *number;
  GtkWidget *member;
  GtkWidget *member_row;

  /* owned */
  LvSession *session;
  GPtrArray *nodes; /* LvNode */
  GArray *cells;    /* gsize, of the chosen number */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvTargetPicker, lv_target_picker, GTK_TYPE_WIDGET)

/* --- Which numbers there are */

static gboolean
is_number (const LvNode *node)
{
  const LvParameter *parameter = lv_node_parameter (node);

  return !lv_node_is_input (node) && !lv_node_is_switch (node)
         && (parameter == NULL || parameter->input == LV_INPUT_NUMBER);
}

static void
add_number (GPtrArray *numbers, const LvNode *node)
{
  if (node != NULL && is_number (node) && !g_ptr_array_find (numbers, node, NULL))
    g_ptr_array_add (numbers, (gpointer) node);
}

static void
add_card (GPtrArray *numbers, LvSession *session, const LvItem *card)
{
  const char *kind = lv_item_get (card, "kind");
  gboolean table = g_strcmp0 (kind, "table") == 0;
  g_auto (GStrv) list = NULL;

  if (!table && g_strcmp0 (kind, "figures") != 0)
    return;
  list = lv_item_get_list (card, table ? "rows" : "show");
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (list[i], strcspn (list[i], "@"));

      add_number (numbers, lv_model_find (lv_session_model (session), id));
    }
}

/**
 * lv_target_numbers:
 *
 * Returns: (transfer container) (element-type LvNode): what the pack's head names, then the computed numbers
 *   in the figures and tables of its first page, each once
 */
GPtrArray *
lv_target_numbers (LvSession *session)
{
  static const char *const keys[] = { "gap", "gap-total", "adjustment", "beside" };
  const LvPack *pack = lv_session_pack (session);
  const GPtrArray *pages = lv_pack_items (pack, LV_KIND_PAGE);
  GPtrArray *numbers = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_number (numbers, lv_session_head_node (session, keys[i]));
  if (pages->len > 0)
    {
      g_auto (GStrv) cards = lv_item_get_list (g_ptr_array_index (pages, 0), "cards");

      for (guint i = 0; cards[i] != NULL; i++)
        {
          const LvItem *card = lv_pack_find_kind (pack, LV_KIND_CARD, cards[i]);

          if (card != NULL)
            add_card (numbers, session, card);
        }
    }
  return numbers;
}

/* --- Choosing */

static void
fill_members (LvTargetPicker *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->number));
  const LvNode *node = index < self->nodes->len ? g_ptr_array_index (self->nodes, index) : NULL;
  const LvShape *shape = node != NULL ? lv_node_shape (node) : NULL;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_array_set_size (self->cells, 0);
  for (gsize cell = 0; node != NULL && cell < lv_shape_cells (shape); cell++)
    if (lv_node_present (lv_session_model (self->session), node, cell))
      {
        g_autofree char *title = lv_shape_cell_title (shape, cell);

        gtk_string_list_append (titles, title);
        g_array_append_val (self->cells, cell);
      }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->member), G_LIST_MODEL (titles));
  gtk_widget_set_visible (self->member_row, shape != NULL && shape->n > 0);
}

static void
select_cell (LvTargetPicker *self, gsize cell)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, gsize, i) == cell)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->member), i);
}

/* The year stays where the other number has it too. */
static void
number_cb (LvTargetPicker *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->member));
  GtkStringList *titles = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->member)));
  g_autofree char *before = titles != NULL ? g_strdup (gtk_string_list_get_string (titles, index)) : NULL;

  fill_members (self);
  titles = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->member)));
  for (guint i = 0; i < self->cells->len; i++)
    if (g_strcmp0 (gtk_string_list_get_string (titles, i), before) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->member), i);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
member_cb (LvTargetPicker *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
lv_target_picker_dispose (GObject *object)
{
  LvTargetPicker *self = LV_TARGET_PICKER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_target_picker_parent_class)->dispose (object);
}

static void
lv_target_picker_class_init (LvTargetPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_target_picker_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", LV_TYPE_TARGET_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
lv_target_picker_init (LvTargetPicker *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->number = gtk_drop_down_new (NULL, NULL);
  self->member = gtk_drop_down_new (NULL, NULL);
  self->member_row = lv_analysis_row (_ ("Y_ear"), self->member);
  gtk_box_append (GTK_BOX (self->box), lv_analysis_row (_ ("_Number"), self->number));
  gtk_box_append (GTK_BOX (self->box), self->member_row);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
show_default (LvTargetPicker *self)
{
  const LvNode *node;
  gsize cell;

  fill_members (self);
  if (lv_seek_default_target (lv_session_base (self->session), &node, &cell))
    lv_target_picker_set (self, node, cell);
}

/** Returns: (transfer floating): a picker at its default */
GtkWidget *
lv_target_picker_new (LvSession *session)
{
  LvTargetPicker *self = g_object_new (LV_TYPE_TARGET_PICKER, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->session = g_object_ref (session);
  self->nodes = lv_target_numbers (session);
  for (guint i = 0; i < self->nodes->len; i++)
    gtk_string_list_append (titles, lv_node_title (g_ptr_array_index (self->nodes, i)));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->number), G_LIST_MODEL (titles));
  lv_drop_down_shorten (GTK_DROP_DOWN (self->number), TITLE_CHARS);
  lv_drop_down_set_search (self->number);
  show_default (self);
  g_signal_connect_swapped (self->number, "notify::selected", G_CALLBACK (number_cb), self);
  g_signal_connect_swapped (self->member, "notify::selected", G_CALLBACK (member_cb), self);
  return GTK_WIDGET (self);
}

/** Returns: whether a number is chosen, and which */
gboolean
lv_target_picker_get (LvTargetPicker *self, const LvNode **node, gsize *cell)
{
  guint number = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->number));
  guint member = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->member));

  if (number >= self->nodes->len || member >= self->cells->len)
    return FALSE;
  *node = g_ptr_array_index (self->nodes, number);
  *cell = g_array_index (self->cells, gsize, member);
  return TRUE;
}

/** Chooses a number, where there is such a one. */
void
lv_target_picker_set (LvTargetPicker *self, const LvNode *node, gsize cell)
{
  guint index;

  g_return_if_fail (LV_IS_TARGET_PICKER (self));
  if (!g_ptr_array_find (self->nodes, node, &index))
    return;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->number), index);
  fill_members (self);
  select_cell (self, cell);
}
