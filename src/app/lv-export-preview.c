/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-export-preview.h"

#include "lv-card-tools.h"
#include "lv-drop-down.h"

#include <glib/gi18n.h>

/* A4 in points. */
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89

/* Beside the page, in pixels. */
#define MARGIN 6

struct _LvExportPreview
{
  GtkBox parent_instance;

  LvExportChoice *choice; /* (borrowed) */
  GPtrArray *shown;       /* (owned) LvExportPick: those that there is a PDF of */
  LvReport *report;       /* (owned) (nullable) */
  guint page;
  guint later;
  GtkWidget *what;
  GtkWidget *area;
  GtkWidget *where;
  GtkWidget *back;
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (LvExportPreview, lv_export_preview, GTK_TYPE_BOX)

static const LvExportPick *
pick_shown (LvExportPreview *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->what));

  return at < self->shown->len ? g_ptr_array_index (self->shown, at) : NULL;
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  LvExportPreview *self = data;
  double scale = MIN ((width - 2 * MARGIN) / PAGE_WIDTH, (height - 2 * MARGIN) / PAGE_HEIGHT);

  if (self->report == NULL || scale <= 0)
    return;
  cairo_translate (cr, (width - scale * PAGE_WIDTH) / 2, (height - scale * PAGE_HEIGHT) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_clip_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  lv_report_draw_page (self->report, cr, self->page);
}

static void
show_page (LvExportPreview *self, guint page)
{
  guint n = self->report != NULL ? lv_report_n_pages (self->report) : 0;
  const LvExportPick *pick = pick_shown (self);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  self->page = n > 0 ? MIN (page, n - 1) : 0;
  text = n > 0 ? g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n) : g_strdup (_ ("Nothing to show"));
  name = g_strdup_printf ("%s, %s", pick != NULL ? pick->item->title : "", text);
  lv_card_set_text (self->where, text);
  lv_card_set_name (self->area, name);
  gtk_widget_set_sensitive (self->back, self->page > 0);
  gtk_widget_set_sensitive (self->next, self->page + 1 < n);
  gtk_widget_queue_draw (self->area);
}

static void
make_report (LvExportPreview *self)
{
  const LvExportPick *pick = pick_shown (self);
  LvExportScenario *scenario = lv_export_choice_first (self->choice);
  const GDate *date = &self->choice->date;
  LvPaper paper;
  LvSide side;
  LvExportOptions options = { 0 };
  g_autoptr (GPtrArray) sides = NULL;

  g_clear_pointer (&self->report, lv_report_free);
  if (pick == NULL || scenario == NULL)
    return;
  side = lv_export_choice_side (self->choice, scenario);
  paper = lv_export_choice_paper (self->choice, pick);
  options.scenario = side.title;
  options.said = side.scenario;
  options.paper = &paper;
  options.sides = sides = lv_export_choice_sides (self->choice);
  options.year = g_date_get_year (date);
  options.month = (int) g_date_get_month (date);
  options.day = g_date_get_day (date);
  self->report = lv_export_report (side.state, lv_session_base (self->choice->session), pick->item, &options, NULL);
}

static gboolean
later_cb (gpointer data)
{
  LvExportPreview *self = data;

  self->later = 0;
  make_report (self);
  show_page (self, self->page);
  return G_SOURCE_REMOVE;
}

/** What is shown is another, soon: typing is not held up. */
void
lv_export_preview_update (LvExportPreview *self)
{
  g_return_if_fail (LV_IS_EXPORT_PREVIEW (self));
  g_clear_handle_id (&self->later, g_source_remove);
  self->later = g_timeout_add_full (G_PRIORITY_LOW, 250, later_cb, self, NULL);
}

static void
what_cb (LvExportPreview *self)
{
  self->page = 0;
  g_clear_handle_id (&self->later, g_source_remove);
  later_cb (self);
}

static void
back_cb (LvExportPreview *self)
{
  show_page (self, self->page - 1);
}

static void
next_cb (LvExportPreview *self)
{
  show_page (self, self->page + 1);
}

static GtkWidget *
icon_button (LvExportPreview *self, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  lv_card_set_tooltip (button, name);
  lv_card_set_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
lv_export_preview_dispose (GObject *object)
{
  LvExportPreview *self = LV_EXPORT_PREVIEW (object);

  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_pointer (&self->report, lv_report_free);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  G_OBJECT_CLASS (lv_export_preview_parent_class)->dispose (object);
}

static void
lv_export_preview_class_init (LvExportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_export_preview_dispose;
}

static void
lv_export_preview_init (LvExportPreview *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lv-export-preview");
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  self->shown = g_ptr_array_new ();
  self->area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_widget_set_vexpand (self->area, TRUE);
  gtk_widget_set_size_request (self->area, 400, 300);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  self->where = lv_card_label ("", NULL);
  gtk_widget_set_hexpand (self->where, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->where), 0.5F);
  self->back = icon_button (self, "go-previous-symbolic", _ ("Previous Page"), G_CALLBACK (back_cb));
  self->next = icon_button (self, "go-next-symbolic", _ ("Next Page"), G_CALLBACK (next_cb));
  gtk_box_append (GTK_BOX (line), self->back);
  gtk_box_append (GTK_BOX (line), self->where);
  gtk_box_append (GTK_BOX (line), self->next);
  gtk_box_append (GTK_BOX (self), self->area);
  gtk_box_append (GTK_BOX (self), line);
}

/** Returns: (transfer floating): the pages of what @choice offers as PDF; @choice must last as long */
GtkWidget *
lv_export_preview_new (LvExportChoice *choice)
{
  LvExportPreview *self = g_object_new (LV_TYPE_EXPORT_PREVIEW, NULL);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  self->choice = choice;
  for (guint i = 0; i < choice->picks->len; i++)
    {
      LvExportPick *pick = g_ptr_array_index (choice->picks, i);

      if (!pick->offers[LV_PROFILE_PDF])
        continue;
      g_ptr_array_add (self->shown, pick);
      g_strv_builder_add (titles, pick->item->title);
    }
  lines = g_strv_builder_end (titles);
  self->what = lv_drop_down_new (_ ("Preview of"), 36);
  lv_drop_down_set_lines (self->what, (const char *const *) lines);
  gtk_box_prepend (GTK_BOX (self), self->what);
  g_signal_connect_object (self->what, "notify::selected", G_CALLBACK (what_cb), self, G_CONNECT_SWAPPED);
  lv_export_preview_update (self);
  return GTK_WIDGET (self);
}
