/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of an input beyond its value: who says so, why, from where; and the button of reset. */
#include "lv-input-info.h"

#include "lv-card-tools.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH_CHARS 44

typedef struct
{
  LvSession *session; /* (owned) */
  const LvNode *node; /* (borrowed) */
} Info;

static void
info_free (gpointer data)
{
  Info *info = data;

  g_object_unref (info->session);
  g_free (info);
}

static void
append_line (GString *out, const char *heading, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, '\n');
  if (heading != NULL)
    g_string_append_printf (out, "%s: ", heading);
  g_string_append (out, text);
}

static void
append_estimates (GString *out, const LvNode *node, const LvParameter *parameter)
{
  const struct
  {
    const char *heading;
    double value;
  } estimates[] = { { _ ("Low estimate"), parameter->low },
                    { _ ("Middle estimate"), parameter->likely },
                    { _ ("High estimate"), parameter->high } };

  for (guint i = 0; i < G_N_ELEMENTS (estimates); i++)
    {
      g_autofree char *text = !isnan (estimates[i].value)
                                  ? lv_text_in_unit (lv_node_unit (node), estimates[i].value)
                                  : NULL;

      append_line (out, estimates[i].heading, text);
    }
}

/** Returns: (transfer full): lines of who, why and source; empty when the pack says nothing */
char *
lv_input_info_text (LvSession *session, const LvNode *node)
{
  const LvPack *pack = lv_session_pack (session);
  const LvItem *item = lv_node_item (node);
  g_autofree char *attributes = lv_text_attributes (pack, node);
  g_autofree char *origin
      = lv_card_origin (pack, lv_item_get (item, "source"), lv_item_get (item, "place"));
  g_autofree char *note = lv_card_note (session, item);
  GString *out = g_string_new (NULL);

  append_line (out, _ ("Who"), lv_pack_text (pack, item, "who"));
  append_line (out, _ ("Why"), lv_pack_text (pack, item, "why"));
  append_line (out, _ ("Source"), origin);
  append_line (out, _ ("Price level"), attributes);
  if (lv_node_parameter (node) != NULL)
    append_estimates (out, node, lv_node_parameter (node));
  append_line (out, NULL, note);
  return g_string_free (out, FALSE);
}

static void
create_popover (GtkMenuButton *button, gpointer data)
{
  const Info *info = data;
  g_autofree char *text = lv_input_info_text (info->session, info->node);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label = lv_card_label (text, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  lv_card_set_name (popover, text);
  gtk_menu_button_set_popover (button, popover);
}

/**
 * lv_input_info_button_new:
 *
 * Returns: (transfer floating) (nullable): a button that tells about @node, %NULL when there is nothing
 *   to tell
 */
GtkWidget *
lv_input_info_button_new (LvSession *session, const LvNode *node, const char *title)
{
  g_autofree char *text = lv_input_info_text (session, node);
  g_autofree char *name = g_strdup_printf (_ ("About %s"), title);
  GtkWidget *button;
  Info *info;

  if (text[0] == '\0')
    return NULL;
  info = g_new0 (Info, 1);
  info->session = g_object_ref (session);
  info->node = node;
  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "help-about-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popover, info, info_free);
  lv_card_set_tooltip (button, _ ("Who, why and source"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "lv-small");
  lv_card_set_name (button, name);
  lv_card_quiet_menu (button);
  return button;
}

/** Returns: (transfer floating): the button that takes a change of @title back */
GtkWidget *
lv_input_reset_button_new (const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Reset %s"), title);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  lv_card_set_tooltip (button, _ ("Reset"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "lv-small");
  lv_card_set_name (button, name);
  return button;
}
