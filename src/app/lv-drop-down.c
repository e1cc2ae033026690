/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-drop-down.h"

#include "lv-card-tools.h"

/* Where a line of the list breaks. */
#define LIST_CHARS 48

static void
setup_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer chars)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (chars));
  gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (chars));
  gtk_list_item_set_child (item, label);
}

static void
setup_line_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = lv_card_label ("", NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), LIST_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *line = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (line));
}

/* In GTK 4.8 the focus stands on the button inside, which has no name of its own. */
static void
name_button (GtkDropDown *drop)
{
  const char *name = g_object_get_data (G_OBJECT (drop), "name");
  GtkStringObject *line = gtk_drop_down_get_selected_item (drop);
  g_autofree char *both
      = line != NULL ? g_strdup_printf ("%s: %s", name, gtk_string_object_get_string (line)) : g_strdup (name);

  lv_card_set_name (gtk_widget_get_first_child (GTK_WIDGET (drop)), both);
}

/**
 * lv_drop_down_shorten:
 * @drop: its lines are a GtkStringList
 * @chars: how wide the button is
 *
 * The button shortens a long line, the list breaks it.
 */
void
lv_drop_down_shorten (GtkDropDown *drop, int chars)
{
  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();

  g_signal_connect (button, "setup", G_CALLBACK (setup_button_cb), GINT_TO_POINTER (chars));
  g_signal_connect (button, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (list, "setup", G_CALLBACK (setup_line_cb), NULL);
  g_signal_connect (list, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (drop, button);
  gtk_drop_down_set_list_factory (drop, list);
}

/**
 * lv_drop_down_new:
 * @name: accessible name
 * @chars: how wide the button is
 *
 * Returns: (transfer floating): a drop-down without lines
 */
GtkWidget *
lv_drop_down_new (const char *name, int chars)
{
  GtkWidget *drop = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);

  lv_drop_down_shorten (GTK_DROP_DOWN (drop), chars);
  lv_card_set_name (drop, name);
  g_object_set_data_full (G_OBJECT (drop), "name", g_strdup (name), g_free);
  g_signal_connect (drop, "notify::selected-item", G_CALLBACK (name_button), NULL);
  name_button (GTK_DROP_DOWN (drop));
  gtk_widget_set_tooltip_text (drop, name);
  return drop;
}

/** Shows other lines; the first of them is chosen. */
void
lv_drop_down_set_lines (GtkWidget *drop, const char *const *lines)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (lines);

  gtk_drop_down_set_model (GTK_DROP_DOWN (drop), G_LIST_MODEL (model));
}

/** Lets whoever opens it type a part of the line. */
void
lv_drop_down_set_search (GtkWidget *drop)
{
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_expression (GTK_DROP_DOWN (drop), text);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), TRUE);
}
