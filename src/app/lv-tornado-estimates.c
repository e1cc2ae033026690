/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-tornado-estimates.h"

#include "lv-card-tools.h"
#include "lv-estimate-dialog.h"
#include "lv-own-texts.h"
#include "lv-text.h"

#include <glib/gi18n.h>
#include <math.h>

struct _LvTornadoEstimates
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  LvSession *session; /* (owned) */
  char *shown;        /* (owned) (nullable): all that the rows say */
};

G_DEFINE_FINAL_TYPE (LvTornadoEstimates, lv_tornado_estimates, GTK_TYPE_WIDGET)

static void
clicked_cb (GtkButton *button, LvTornadoEstimates *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  const LvNode *node = lv_model_find (lv_session_model (self->session), id);

  if (node != NULL)
    lv_estimate_dialog_open (GTK_WIDGET (self), self->session, node);
}

static char *
amount (LvTornadoEstimates *self, const LvNode *node, double number)
{
  return lv_text_input (lv_session_pack (self->session), node, (LvValue){ number, LV_STATUS_ASSUMED, FALSE });
}

/* "10,0 – 17,0 mio. kr., Økonomi, 2026-11-24: why", or that nobody has judged */
static char *
words_of (LvTornadoEstimates *self, const LvNode *node)
{
  const LvParameter *parameter = lv_node_parameter (node);
  const char *by = lv_item_get (lv_node_item (node), "estimate-by");
  const char *why = lv_item_get (lv_node_item (node), "estimate-why");
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (isnan (parameter->low) || isnan (parameter->high))
    return g_strdup (_ ("Nobody has judged low and high"));
  low = amount (self, node, parameter->low);
  high = amount (self, node, parameter->high);
  return g_strdup_printf ("%s – %s%s%s%s%s", low, high, by != NULL ? "\n" : "", by != NULL ? by : "",
                          why != NULL ? ": " : "", why != NULL ? why : "");
}

static void
add_row (LvTornadoEstimates *self, const LvNode *node, int row)
{
  g_autofree char *words = words_of (self, node);
  g_autofree char *name = g_strdup_printf (_ ("Low and high: %s"), lv_node_title (node));
  GtkWidget *title = lv_card_label (lv_node_title (node), NULL);
  GtkWidget *judged = lv_card_label (words, "caption");
  GtkWidget *button = gtk_button_new_with_label (_ ("Judge…"));

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_hexpand (judged, TRUE);
  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (judged, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  lv_card_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (lv_node_id (node)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_grid_attach (GTK_GRID (self->grid), title, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), judged, 1, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), button, 2, row, 1, 1);
}

static void
add_node (LvTornadoEstimates *self, GPtrArray *nodes, const LvNode *node)
{
  if (lv_own_estimate_can (node))
    g_ptr_array_add (nodes, (gpointer) node);
}

static int
by_order (gconstpointer a, gconstpointer b)
{
  return (int) lv_node_item (*(const LvNode *const *) a)->order - (int) lv_node_item (*(const LvNode *const *) b)->order;
}

/* In the order of the pack, so that none changes place when it is judged. */
static GPtrArray *
nodes_of (LvTornadoEstimates *self, const LvTornado *tornado)
{
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; i < tornado->rows->len; i++)
    add_node (self, nodes, g_array_index (tornado->rows, LvTornadoRow, i).node);
  for (guint i = 0; i < tornado->still->len; i++)
    add_node (self, nodes, g_ptr_array_index (tornado->still, i));
  for (guint i = 0; i < tornado->lacking->len; i++)
    add_node (self, nodes, g_ptr_array_index (tornado->lacking, i));
  g_ptr_array_sort (nodes, by_order);
  return nodes;
}

static char *
all_words (LvTornadoEstimates *self, const GPtrArray *nodes)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      const LvNode *node = g_ptr_array_index (nodes, i);
      g_autofree char *words = words_of (self, node);

      g_string_append_printf (out, "%s\t%s\n", lv_node_id (node), words);
    }
  return g_string_free (out, FALSE);
}

/** Lists all that take part in @tornado. */
void
lv_tornado_estimates_show (LvTornadoEstimates *self, const LvTornado *tornado)
{
  g_autoptr (GPtrArray) nodes = NULL;
  g_autofree char *words = NULL;
  GtkWidget *child;

  g_return_if_fail (LV_IS_TORNADO_ESTIMATES (self));
  nodes = nodes_of (self, tornado);
  words = all_words (self, nodes);
  if (g_strcmp0 (words, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&words);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (guint i = 0; i < nodes->len; i++)
    add_row (self, g_ptr_array_index (nodes, i), (int) i);
}

static void
lv_tornado_estimates_dispose (GObject *object)
{
  LvTornadoEstimates *self = LV_TORNADO_ESTIMATES (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (lv_tornado_estimates_parent_class)->dispose (object);
}

static void
lv_tornado_estimates_class_init (LvTornadoEstimatesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_tornado_estimates_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_tornado_estimates_init (LvTornadoEstimates *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

/** Returns: (transfer floating): an empty list */
GtkWidget *
lv_tornado_estimates_new (LvSession *session)
{
  LvTornadoEstimates *self = g_object_new (LV_TYPE_TORNADO_ESTIMATES, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
