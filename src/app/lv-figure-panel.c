/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-figure-panel.h"

#include "lv-card-tools.h"
#include "lv-chart-save.h"
#include "lv-chart-view.h"

#include <glib/gi18n.h>

#define PICTURE_HEIGHT 340

struct _LvFigurePanel
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *view;
  const char *name; /* of the file that is saved */

  /* owned */
  LvFigure *figure; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (LvFigurePanel, lv_figure_panel, GTK_TYPE_WIDGET)

static char *
tell_cb (int series, int category, gpointer user_data)
{
  LvFigurePanel *self = user_data;
  g_autofree char *value = NULL;

  if (self->figure == NULL)
    return NULL;
  value = lv_figure_dup_value_text (self->figure, series, category);
  return g_strdup_printf ("%s\n%s %s", lv_figure_get_category (self->figure, category)->label, value,
                          lv_figure_get_unit (self->figure));
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvFigurePanel *self = LV_FIGURE_PANEL (widget);
  g_autoptr (GdkContentProvider) content = NULL;

  if (self->figure != NULL)
    content = lv_chart_save_content (self->figure, NULL);
  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvFigurePanel *self = LV_FIGURE_PANEL (widget);

  if (self->figure != NULL)
    lv_chart_save (widget, self->figure, self->name,
                   (LvChartSaveFormat) g_variant_get_int32 (parameter));
}

static void
lv_figure_panel_dispose (GObject *object)
{
  LvFigurePanel *self = LV_FIGURE_PANEL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->figure, lv_figure_unref);
  G_OBJECT_CLASS (lv_figure_panel_parent_class)->dispose (object);
}

static void
lv_figure_panel_class_init (LvFigurePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_figure_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "figure.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "figure.save", "i", save_cb);
}

static GtkWidget *
make_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Copy as Picture"), "figure.copy");
  g_menu_append (menu, _ ("Save as PDF…"), "figure.save(0)");
  g_menu_append (menu, _ ("Save as SVG…"), "figure.save(1)");
  g_menu_append (menu, _ ("Save as PNG…"), "figure.save(2)");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  lv_card_set_tooltip (button, _ ("Copy or Save Figure"));
  lv_card_set_name (button, _ ("Copy or Save Figure"));
  lv_card_quiet_menu (button);
  return button;
}

static void
lv_figure_panel_init (LvFigurePanel *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->view = lv_chart_view_new (tell_cb, self);
  gtk_widget_set_size_request (self->view, -1, PICTURE_HEIGHT);
  gtk_box_append (GTK_BOX (self->box), self->view);
  gtk_box_append (GTK_BOX (self->box), make_menu_button ());
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): a panel without a figure. @name: static: what a saved file is called */
GtkWidget *
lv_figure_panel_new (const char *name)
{
  LvFigurePanel *self = g_object_new (LV_TYPE_FIGURE_PANEL, NULL);

  self->name = name;
  return GTK_WIDGET (self);
}

/** Shows @figure (transfer full). */
void
lv_figure_panel_take (LvFigurePanel *self, LvFigure *figure)
{
  g_autofree char *alt = NULL;

  g_return_if_fail (LV_IS_FIGURE_PANEL (self) && figure != NULL);
  g_clear_pointer (&self->figure, lv_figure_unref);
  self->figure = figure;
  lv_chart_view_set_figure (LV_CHART_VIEW (self->view), figure);
  alt = lv_figure_dup_alt (figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lv_figure_get_title (figure), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  alt, -1);
}

/** Returns: (transfer none) (nullable): what is shown */
LvFigure *
lv_figure_panel_figure (LvFigurePanel *self)
{
  g_return_val_if_fail (LV_IS_FIGURE_PANEL (self), NULL);
  return self->figure;
}
