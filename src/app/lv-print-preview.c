/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of an attachment as they will be printed, one at a time. */
#include "lv-print-preview.h"

#include "lv-analysis-page.h"
#include "lv-card-tools.h"
#include "lv-print.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define PAGE_WIDTH 595.276
#define PAGE_HEIGHT 841.89
#define ZOOM_STEP 1.25
#define ZOOM_LEAST 0.5
#define ZOOM_MOST 4.0

#define LV_TYPE_PRINT_PREVIEW (lv_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (LvPrintPreview, lv_print_preview, LV, PRINT_PREVIEW, AdwWindow)

/**
 * LvPrintPreview:
 * @report: (owned): what is shown; the window is modal, so that it stays what the scenario is
 * @page: which page, from 0
 */
struct _LvPrintPreview
{
  AdwWindow parent_instance;

  GtkWidget *area;
  GtkWidget *scroller;
  GtkWidget *where;
  LvSession *session;       /* (owned) */
  const LvItem *attachment; /* (borrowed): of the session's pack, which no edit changes while the window is there */
  char *title;              /* (owned) */
  LvReport *report;
  guint page;
  double zoom;
};

G_DEFINE_FINAL_TYPE (LvPrintPreview, lv_print_preview, ADW_TYPE_WINDOW)

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  LvPrintPreview *self = data;

  cairo_scale (cr, self->zoom, self->zoom);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_fill (cr);
  lv_report_draw_page (self->report, cr, self->page);
}

/* What stands on the page is told by its headings. */
static void
tell_page (LvPrintPreview *self, const char *where)
{
  g_autofree char *headings = lv_report_page_headings (self->report, self->page);

  gtk_label_set_text (GTK_LABEL (self->where), where);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, where,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, headings, -1);
}

static void
update (LvPrintPreview *self)
{
  guint pages = lv_report_n_pages (self->report);
  g_autofree char *where = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, pages);
  GtkWidget *widget = GTK_WIDGET (self);

  tell_page (self, where);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), (int) (PAGE_WIDTH * self->zoom));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area), (int) (PAGE_HEIGHT * self->zoom));
  gtk_widget_queue_draw (self->area);
  gtk_widget_action_set_enabled (widget, "preview.previous", self->page > 0);
  gtk_widget_action_set_enabled (widget, "preview.next", self->page + 1 < pages);
  gtk_widget_action_set_enabled (widget, "preview.zoom-in", self->zoom * ZOOM_STEP <= ZOOM_MOST);
  gtk_widget_action_set_enabled (widget, "preview.zoom-out", self->zoom / ZOOM_STEP >= ZOOM_LEAST);
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvPrintPreview *self = LV_PRINT_PREVIEW (widget);
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  self->page += g_str_equal (name, "preview.next") ? 1 : -1;
  gtk_adjustment_set_value (adjustment, 0);
  update (self);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvPrintPreview *self = LV_PRINT_PREVIEW (widget);

  self->zoom *= g_str_equal (name, "preview.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP;
  update (self);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvPrintPreview *self = LV_PRINT_PREVIEW (widget);
  LvReport *report = lv_print_report (self->session, self->attachment, NULL);

  if (report != NULL)
    lv_print_run (GTK_WINDOW (self), report, self->title);
}

static void
lv_print_preview_finalize (GObject *object)
{
  LvPrintPreview *self = LV_PRINT_PREVIEW (object);

  lv_report_free (self->report);
  g_clear_object (&self->session);
  g_free (self->title);
  G_OBJECT_CLASS (lv_print_preview_parent_class)->finalize (object);
}

static void
lv_print_preview_class_init (LvPrintPreviewClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = { { GDK_KEY_Escape, 0, "window.close" },
               { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
               { GDK_KEY_p, GDK_CONTROL_MASK, "preview.print" },
               { GDK_KEY_Page_Down, 0, "preview.next" },
               { GDK_KEY_Page_Up, 0, "preview.previous" },
               { GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in" },
               { GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out" } };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lv_print_preview_finalize;
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_action);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

static void
lv_print_preview_init (LvPrintPreview *self)
{
  self->zoom = 1.0;
}

static GtkWidget *
tool_button (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  lv_card_set_tooltip (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_bar (LvPrintPreview *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *print = lv_analysis_button (_ ("_Print"), "preview.print");

  self->where = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->where, "numeric");
  gtk_widget_add_css_class (print, "suggested-action");
  gtk_widget_add_css_class (print, "text-button");
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar),
                             tool_button ("go-previous-symbolic", _ ("Previous Page"), "preview.previous"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->where);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar),
                             tool_button ("go-next-symbolic", _ ("Next Page"), "preview.next"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), print);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar),
                           tool_button ("zoom-in-symbolic", _ ("Zoom In"), "preview.zoom-in"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar),
                           tool_button ("zoom-out-symbolic", _ ("Zoom Out"), "preview.zoom-out"));
  return bar;
}

static void
make_page (LvPrintPreview *self)
{
  self->area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  gtk_widget_set_halign (self->area, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->area, "lv-paper");
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->area);
}

/**
 * lv_print_preview_show:
 * @attachment: an item of kind attachment
 * @title: of the page that it belongs to
 *
 * Shows what would be printed of the scenario that is shown.
 */
void
lv_print_preview_show (GtkWindow *parent, LvSession *session, const LvItem *attachment, const char *title)
{
  LvReport *report = lv_print_report (session, attachment, NULL);
  g_autofree char *heading = g_strdup_printf (_ ("Print Preview: %s"), title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  LvPrintPreview *self;

  if (report == NULL)
    return;
  self = g_object_new (LV_TYPE_PRINT_PREVIEW, "transient-for", parent, "modal", TRUE, "title", heading,
                       "default-width", 760, "default-height", 700, NULL);
  self->report = report;
  self->session = g_object_ref (session);
  self->attachment = attachment;
  self->title = g_strdup (title);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  make_page (self);
  gtk_box_append (GTK_BOX (box), self->scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
