/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-card-tools.h"

#include "lv-id.h"
#include "lv-number.h"
#include "lv-unlike.h"
#include "lv-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * lv_card_cells:
 * @reference: "ID" or "ID@members"
 *
 * Returns: (transfer full): LvCardCell for each cell that is meant and present; empty when there is none
 */
GArray *
lv_card_cells (LvSession *session, const char *reference)
{
  g_auto (GStrv) parts = g_strsplit (reference, "@", 2);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (LvCardCell));
  const LvModel *model = lv_session_model (session);
  LvCardCell found = { .node = parts[0] != NULL ? lv_model_find (model, parts[0]) : NULL };
  g_autofree char *reason = NULL;
  gssize cell = -1;
  LvPlace place;

  if (found.node == NULL
      || !lv_place_parse (parts[1] != NULL ? parts[1] : "", lv_node_shape (found.node), &place, &reason))
    return cells;
  while (lv_place_next (&place, lv_node_shape (found.node), &cell))
    {
      found.cell = (gsize) cell;
      if (lv_node_present (model, found.node, found.cell))
        g_array_append_val (cells, found);
    }
  return cells;
}

/**
 * lv_card_items:
 * @item: a card or a chart
 * @key: a key whose value is a list of ids and patterns such as "a.*" and "*"
 *
 * Returns: (transfer full) (element-type LvItem): what is meant, in the order of the list, then of the
 *   pack, each once
 */
GPtrArray *
lv_card_items (const LvPack *pack, const LvItem *item, const char *key)
{
  g_auto (GStrv) patterns = lv_item_get_list (item, key);
  GPtrArray *items = g_ptr_array_new ();

  for (guint p = 0; patterns[p] != NULL; p++)
    for (guint i = 0; patterns[p][0] != '\0' && i < lv_pack_n_items (pack); i++)
      {
        LvItem *other = lv_pack_item (pack, i);

        if (other->id != NULL && other != item && lv_id_matches (patterns[p], other->id)
            && !g_ptr_array_find (items, other, NULL))
          g_ptr_array_add (items, other);
      }
  return items;
}

/** Returns: (transfer full): the members of @cell, "pct. af udgifterne 2029"; years follow without comma */
char *
lv_card_member_title (const LvShape *shape, gsize cell)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < shape->n; i++)
    {
      guint at = lv_shape_coordinate (shape, cell, i);
      gboolean named = shape->axis[i]->kind == LV_AXIS_NAMED;

      g_string_append_printf (out, "%s%s", i == 0 ? "" : named ? ", " : " ",
                              lv_axis_member (shape->axis[i], at)->title);
    }
  return g_string_free (out, FALSE);
}

/** Returns: (transfer full): title and members of @cell, "Merforbrug 2029" */
char *
lv_card_cell_title (const LvNode *node, gsize cell)
{
  const LvShape *shape = lv_node_shape (node);
  g_autofree char *members = lv_card_member_title (shape, cell);

  if (shape->n == 0)
    return g_strdup (lv_node_title (node));
  return g_strdup_printf ("%s%s%s", lv_node_title (node),
                          shape->axis[0]->kind == LV_AXIS_NAMED ? ", " : " ", members);
}

/** Returns: (transfer full): the number without unit, or the pack's word for why there is none */
char *
lv_card_number (const LvPack *pack, const LvNode *node, LvValue value)
{
  const LvParameter *parameter = lv_node_parameter (node);

  if (isnan (value.number) || (parameter != NULL && parameter->input != LV_INPUT_NUMBER))
    return lv_text_amount (pack, node, value);
  return lv_text_number (node, value.number);
}

/**
 * lv_card_baseline:
 *
 * Returns: (transfer full) (nullable): the number of the grundprognose, %NULL when the scenario shows
 *   the same
 */
char *
lv_card_baseline (LvSession *session, const LvNode *node, gsize cell)
{
  const LvPack *pack = lv_session_pack (session);
  LvValue value = lv_state_get (lv_session_state (session), node, cell);
  LvValue base = lv_state_get (lv_session_base (session), node, cell);
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;

  if (value.number == base.number)
    return NULL;
  now = lv_card_number (pack, node, value);
  before = lv_card_number (pack, node, base);
  return strcmp (now, before) != 0 ? g_steal_pointer (&before) : NULL;
}

/* Numbers as shown, so that a reader who subtracts gets the difference that stands there. */
static gboolean
adds_up (double value, double base, double difference, int decimals)
{
  double scale = pow (10, decimals);

  return fabs (lv_number_round (value * scale) - lv_number_round (base * scale)
               - lv_number_round (difference * scale))
         < 0.5;
}

/**
 * lv_card_difference:
 *
 * Says how far the scenario is from the grundprognose. Where rounding would make a reader stumble
 * (531 - 464 is not 68) the difference has one decimal more.
 *
 * Returns: (transfer full) (nullable): "67,5 less", %NULL when a number is missing or nothing differs
 */
char *
lv_card_difference (const LvNode *node, double value, double base)
{
  int decimals = MAX (lv_node_unit (node)->decimals, 0);
  double difference = value - base;
  g_autofree char *text = NULL;

  if (isnan (difference) || difference == 0)
    return NULL;
  if (!adds_up (value, base, difference, decimals))
    decimals++;
  text = lv_number_format_da (fabs (difference), decimals);
  if (strspn (text, "0,") == strlen (text))
    return NULL;
  return g_strdup_printf (difference > 0 ? _ ("%s more") : _ ("%s less"), text);
}

/** Returns: (transfer none): the pack's word for what counts 0 because nobody has assessed it */
const char *
lv_card_not_assessed (const LvPack *pack)
{
  return lv_text_word (pack, "marked", _ ("not assessed"));
}

/** Returns: (transfer full): the note of @item, its words filled; empty when it has none */
char *
lv_card_note (LvSession *session, const LvItem *item)
{
  const LvPack *pack = lv_session_pack (session);
  const char *note = lv_pack_text (pack, item, "note");
  const LvItem *words = note != NULL ? lv_pack_find_kind (pack, LV_KIND_WORDS, note) : NULL;

  if (words != NULL)
    return lv_words_fill (words, lv_session_state (session), lv_session_base (session));
  return g_strdup (note != NULL ? note : "");
}

/** Returns: (transfer full): title of the source, or what a user says it is, and the place in it; empty when
 * neither is known */
char *
lv_card_origin (const LvPack *pack, const char *source, const char *place)
{
  const LvItem *item = source != NULL ? lv_pack_find_kind (pack, LV_KIND_SOURCE, source) : NULL;
  const char *title = item != NULL ? item->title : source != NULL ? source : "";

  return g_strdup_printf ("%s%s%s", title, title[0] != '\0' && place != NULL ? ", " : "",
                          place != NULL ? place : "");
}

/**
 * lv_card_label:
 * @style_class: (nullable)
 *
 * Returns: (transfer floating): a label that wraps, at the start of its line
 */
GtkWidget *
lv_card_label (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

/**
 * lv_card_set_tooltip:
 * @text: (nullable)
 *
 * Sets what @widget tells under the pointer; the same text costs nothing. GTK asks the screen each time where the
 * pointer is, a thousand times for a page, but not for what is hidden; what stands nowhere yet may be.
 */
void
lv_card_set_tooltip (GtkWidget *widget, const char *text)
{
  gboolean hide = gtk_widget_get_root (widget) == NULL && gtk_widget_get_visible (widget);

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
    return;
  if (hide)
    gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  if (hide)
    gtk_widget_set_visible (widget, TRUE);
}

/** Sets the text of @label; the same text costs nothing. */
void
lv_card_set_text (GtkWidget *label, const char *text)
{
  if (strcmp (gtk_label_get_label (GTK_LABEL (label)), text) != 0)
    gtk_label_set_label (GTK_LABEL (label), text);
}

/** Adds or removes a style class. */
void
lv_card_set_style (GtkWidget *widget, const char *style_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, style_class);
  else
    gtk_widget_remove_css_class (widget, style_class);
}

/** Gives @widget its accessible name. */
void
lv_card_set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
popover_cb (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover != NULL)
    g_object_bind_property (popover, "visible", button, "has-tooltip",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

/** Keeps the tooltip of a menu button, which it has, from hanging over its open menu. */
void
lv_card_quiet_menu (GtkWidget *button)
{
  g_signal_connect (button, "notify::popover", G_CALLBACK (popover_cb), NULL);
  popover_cb (GTK_MENU_BUTTON (button));
}

/** Returns: (nullable): @child, or the first after it that takes room */
GtkWidget *
lv_card_next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/**
 * lv_card_add_unlike:
 * @nodes: (element-type LvNode): what the card sets side by side
 *
 * Says in what they are unlike, so that nobody takes them for alike.
 */
void
lv_card_add_unlike (LvCard *card, const GPtrArray *nodes)
{
  g_autofree char *text = lv_unlike_text (lv_session_model (lv_card_session (card)), nodes, FALSE);

  if (text != NULL)
    lv_card_append (card, lv_card_label (text, "caption"));
}
