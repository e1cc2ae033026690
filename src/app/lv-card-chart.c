/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart card: the picture, its numbers as a table one key away, what can be done with both, and the
 * assumptions that move it. */
#include "lv-card.h"
#include "lv-chart-build.h"
#include "lv-chart-save.h"
#include "lv-chart-table.h"
#include "lv-chart-view.h"
#include "lv-input-list.h"

#include <glib/gi18n.h>

typedef struct
{
  LvCard parent_instance;

  LvChart *chart; /* (owned) (nullable): NULL where it can't be drawn */
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *table;
  GtkWidget *notes;
  GtkWidget *inputs; /* (nullable) */
  LvFigure *figure;  /* (owned) (nullable): what is shown */
  GSimpleActionGroup *actions; /* (owned) */
} LvCardChart;

typedef struct
{
  LvCardClass parent_class;
} LvCardChartClass;

G_DEFINE_FINAL_TYPE (LvCardChart, lv_card_chart, LV_TYPE_CARD)

static const LvItem *
chart_item (LvCardChart *self)
{
  LvCard *card = LV_CARD (self);
  const char *id = lv_item_get (lv_card_item (card), "chart");

  return id != NULL ? lv_pack_find_kind (lv_session_pack (lv_card_session (card)), LV_KIND_CHART, id)
                    : NULL;
}

static char *
tell_cb (int series, int category, gpointer user_data)
{
  LvCardChart *self = user_data;
  LvSession *session = lv_card_session (LV_CARD (self));

  if (self->chart == NULL || self->figure == NULL)
    return NULL;
  return lv_chart_tell (self->chart, self->figure, series, category, lv_session_state (session),
                        lv_session_base (session));
}

/* The figure as it is exported: with its title and its notes. */
static LvFigure *
make_export (LvCardChart *self)
{
  LvSession *session = lv_card_session (LV_CARD (self));

  return lv_chart_make_figure (self->chart, lv_session_state (session), lv_session_base (session),
                               NULL);
}

/* Actions */

static gboolean
shows_table (LvCardChart *self)
{
  return gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->table;
}

/* The focus goes with the user, and to the same number. */
static void
show_table (LvCardChart *self, gboolean table)
{
  GtkRoot *root = gtk_widget_get_root (self->stack);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->stack);
  int series = -1;
  int category = -1;

  if (table)
    {
      lv_chart_view_get_focus (LV_CHART_VIEW (self->view), &series, &category);
      lv_chart_table_set_figure (LV_CHART_TABLE (self->table), self->figure);
    }
  else if (!lv_chart_table_get_cell (LV_CHART_TABLE (self->table), &series, &category))
    series = -1;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), table ? self->table : self->view);
  if (!table && series >= 0)
    lv_chart_view_set_focus (LV_CHART_VIEW (self->view), series, category);
  if (had_focus && table)
    lv_chart_table_grab_cell (LV_CHART_TABLE (self->table), series, category);
  else if (had_focus)
    gtk_widget_grab_focus (self->view);
}

static void
table_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  g_simple_action_set_state (action, state);
  show_table (user_data, g_variant_get_boolean (state));
}

static void
copy_picture_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LvCardChart *self = user_data;
  g_autoptr (LvFigure) figure = make_export (self);
  g_autoptr (GdkTexture) texture = lv_chart_save_texture (figure, NULL);

  if (texture != NULL)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
}

static void
copy_data_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LvCardChart *self = user_data;
  g_autofree char *text = lv_chart_to_text (self->chart, self->figure);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
save (LvCardChart *self, LvChartSaveFormat format)
{
  g_autoptr (LvFigure) figure = make_export (self);

  lv_chart_save (GTK_WIDGET (self), figure, chart_item (self)->id, format);
}

static void
save_pdf_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save (user_data, LV_CHART_SAVE_PDF);
}

static void
save_svg_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save (user_data, LV_CHART_SAVE_SVG);
}

static void
save_png_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save (user_data, LV_CHART_SAVE_PNG);
}

static const GActionEntry entries[] = {
  { "table", NULL, NULL, "false", table_cb, { 0 } },
  { "copy-picture", copy_picture_cb, NULL, NULL, NULL, { 0 } },
  { "copy-data", copy_data_cb, NULL, NULL, NULL, { 0 } },
  { "save-pdf", save_pdf_cb, NULL, NULL, NULL, { 0 } },
  { "save-svg", save_svg_cb, NULL, NULL, NULL, { 0 } },
  { "save-png", save_png_cb, NULL, NULL, NULL, { 0 } },
};

/* Building */

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();

  g_menu_append (copy, _ ("Copy as Picture"), "chart.copy-picture");
  g_menu_append (copy, _ ("Copy Data"), "chart.copy-data");
  g_menu_append (files, _ ("Save as PDF…"), "chart.save-pdf");
  g_menu_append (files, _ ("Save as SVG…"), "chart.save-svg");
  g_menu_append (files, _ ("Save as PNG…"), "chart.save-png");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  return G_MENU_MODEL (menu);
}

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_footer (LvCardChart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *menu = gtk_menu_button_new ();
  g_autoptr (GMenuModel) model = make_menu ();

  self->notes = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "yalign", 0.0, "hexpand",
                              TRUE, NULL);
  gtk_widget_add_css_class (self->notes, "caption");
  gtk_button_set_icon_name (GTK_BUTTON (toggle), "view-list-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), "chart.table");
  name_button (toggle, _ ("Show as Table"));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  name_button (menu, _ ("Copy or Save Figure"));
  gtk_box_append (GTK_BOX (box), self->notes);
  gtk_box_append (GTK_BOX (box), toggle);
  gtk_box_append (GTK_BOX (box), menu);
  return box;
}

/* T wherever the picture or the table has the focus; never in an entry below. */
static void
add_shortcut (LvCardChart *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_t, 0),
                                            gtk_named_action_new ("chart.table"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (self->stack, controller);
}

static void
build_picture (LvCardChart *self)
{
  self->view = lv_chart_view_new (tell_cb, self);
  self->table = lv_chart_table_new (tell_cb, self);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), TRUE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->view);
  gtk_stack_add_child (GTK_STACK (self->stack), self->table);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "chart", G_ACTION_GROUP (self->actions));
  add_shortcut (self);
  lv_card_append (LV_CARD (self), self->stack);
  lv_card_append (LV_CARD (self), make_footer (self));
}

/* What can't be drawn (yet) says so in words. */
static void
build_reason (LvCardChart *self, const GError *error)
{
  g_autofree char *text = g_strdup_printf (
      _ ("This chart is not drawn here: %s."),
      error != NULL ? error->message : _ ("the pack has no such chart"));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  lv_card_append (LV_CARD (self), label);
}

static void
build_controls (LvCardChart *self)
{
  g_auto (GStrv) controls = lv_item_get_list (lv_card_item (LV_CARD (self)), "controls");

  if (controls[0] == NULL || controls[0][0] == '\0')
    return;
  self->inputs = GTK_WIDGET (lv_input_list_new (lv_card_session (LV_CARD (self)),
                                                lv_card_item (LV_CARD (self)), "controls"));
  lv_card_append (LV_CARD (self), self->inputs);
}

static void
lv_card_chart_build (LvCard *card)
{
  LvCardChart *self = (LvCardChart *) card;
  const LvItem *item = chart_item (self);
  g_autoptr (GError) error = NULL;

  if (item != NULL)
    self->chart = lv_chart_new (item, lv_session_base (lv_card_session (card)), &error);
  if (self->chart != NULL)
    build_picture (self);
  else
    build_reason (self, error);
  build_controls (self);
}

/* Updating */

static void
update_names (LvCardChart *self)
{
  LvSession *session = lv_card_session (LV_CARD (self));
  g_autofree char *title = lv_chart_dup_title (self->chart, lv_session_state (session),
                                               lv_session_base (session));
  g_autofree char *notes = lv_chart_dup_notes (self->chart, lv_session_state (session),
                                               lv_session_base (session));
  g_autofree char *alt = lv_figure_dup_alt (self->figure);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, alt, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->notes)), notes) != 0)
    gtk_label_set_label (GTK_LABEL (self->notes), notes);
}

static void
lv_card_chart_update (LvCard *card)
{
  LvCardChart *self = (LvCardChart *) card;
  LvSession *session = lv_card_session (card);

  if (self->chart == NULL)
    return;
  g_clear_pointer (&self->figure, lv_figure_unref);
  self->figure = lv_chart_make_figure (self->chart, lv_session_state (session),
                                       lv_session_base (session), lv_card_item (card)->title);
  lv_chart_view_set_figure (LV_CHART_VIEW (self->view), self->figure);
  if (shows_table (self))
    lv_chart_table_set_figure (LV_CHART_TABLE (self->table), self->figure);
  update_names (self);
  if (self->inputs != NULL)
    lv_input_list_update (LV_INPUT_LIST (self->inputs));
}

static void
lv_card_chart_dispose (GObject *object)
{
  LvCardChart *self = (LvCardChart *) object;

  g_clear_object (&self->actions);
  G_OBJECT_CLASS (lv_card_chart_parent_class)->dispose (object);
  g_clear_pointer (&self->figure, lv_figure_unref);
  g_clear_pointer (&self->chart, lv_chart_free);
}

static void
lv_card_chart_class_init (LvCardChartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_card_chart_dispose;
  LV_CARD_CLASS (klass)->build = lv_card_chart_build;
  LV_CARD_CLASS (klass)->update = lv_card_chart_update;
}

static void
lv_card_chart_init (LvCardChart *self)
{
}
