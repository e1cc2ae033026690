/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-drop-down.h"

#include "lv-card-tools.h"

#include <glib/gi18n.h>

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

/** Gives @drop its accessible name; what has the focus says what is chosen too. */
void
lv_drop_down_set_name (GtkDropDown *drop, const char *name)
{
  lv_card_set_name (GTK_WIDGET (drop), name);
  g_object_set_data_full (G_OBJECT (drop), "name", g_strdup (name), g_free);
  g_signal_connect (drop, "notify::selected-item", G_CALLBACK (name_button), NULL);
  name_button (drop);
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
  lv_drop_down_set_name (GTK_DROP_DOWN (drop), name);
  lv_card_set_tooltip (drop, name);
  return drop;
}

/** Shows other lines; the first of them is chosen. */
void
lv_drop_down_set_lines (GtkWidget *drop, const char *const *lines)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (lines);

  gtk_drop_down_set_model (GTK_DROP_DOWN (drop), G_LIST_MODEL (model));
}

/* --- Search. In GTK 4.8 it compares with how a line begins, and Enter in it does nothing. */

static GtkWidget *
find_within (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_within (child, type);
  return found;
}

static GtkSingleSelection *
found_lines (GtkDropDown *drop)
{
  GtkWidget *list = find_within (GTK_WIDGET (drop), GTK_TYPE_LIST_VIEW);

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

/* The filter is a new one after each change of the lines. */
static void
search_cb (GtkEditable *entry, GtkDropDown *drop)
{
  GtkSingleSelection *found = found_lines (drop);
  GListModel *lines = found != NULL ? gtk_single_selection_get_model (found) : NULL;
  GtkFilter *filter = lines != NULL ? gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (lines)) : NULL;

  if (!GTK_IS_STRING_FILTER (filter))
    return;
  gtk_string_filter_set_match_mode (GTK_STRING_FILTER (filter), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_string_filter_set_search (GTK_STRING_FILTER (filter), gtk_editable_get_text (entry));
}

/* What is found first, or what Down went to. */
static void
take_found_cb (GtkWidget *entry, GtkDropDown *drop)
{
  GtkSingleSelection *found = found_lines (drop);
  guint at = found != NULL ? gtk_single_selection_get_selected (found) : GTK_INVALID_LIST_POSITION;

  if (at != GTK_INVALID_LIST_POSITION)
    g_signal_emit_by_name (find_within (GTK_WIDGET (drop), GTK_TYPE_LIST_VIEW), "activate", at);
}

/** Lets whoever opens it type a part of the line; Enter takes the first that has it. */
void
lv_drop_down_set_search (GtkWidget *drop)
{
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *entry = find_within (drop, GTK_TYPE_SEARCH_ENTRY);

  gtk_drop_down_set_expression (GTK_DROP_DOWN (drop), text);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), TRUE);
  lv_card_set_name (entry, _ ("Search"));
  /* The focus is in the list when it opens; letters go into the search from there. */
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (entry),
                                           find_within (drop, GTK_TYPE_LIST_VIEW));
  g_signal_connect (entry, "changed", G_CALLBACK (search_cb), drop);
  g_signal_connect (entry, "activate", G_CALLBACK (take_found_cb), drop);
}
