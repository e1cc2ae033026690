/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-row.h"

#include "lv-card-tools.h"

#include <glib/gi18n.h>

#define PADDING 6
#define PALE 0.55

struct _LvImportRow
{
  GtkWidget parent_instance;

  LvImportPlan *plan;           /* (owned) */
  const LvImportWidths *widths; /* (borrowed): of the table that the row is in */
  guint row;
};

G_DEFINE_FINAL_TYPE (LvImportRow, lv_import_row, GTK_TYPE_WIDGET)

static const LvDataSheet *
sheet_of (LvImportRow *self)
{
  const LvSheetData *data = lv_import_plan_data (self->plan);

  return data != NULL ? lv_sheet_data_sheet (data, lv_import_plan_sheet (self->plan)) : NULL;
}

static void
draw_text (LvImportRow *self, GtkSnapshot *snapshot, const char *text, int x, int width, gboolean right,
           gboolean bold, gboolean pale)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA color;
  int height;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  if (pale)
    color.alpha *= (float) PALE;
  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_width (layout, (width - 2 * PADDING) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (x + PADDING),
                                                (float) (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
lv_import_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LvImportRow *self = LV_IMPORT_ROW (widget);
  const LvDataSheet *sheet = sheet_of (self);
  const LvMapping *mapping = lv_import_plan_mapping (self->plan);
  g_autofree char *number = g_strdup_printf ("%u", self->row + 1);
  int x = LV_IMPORT_NUMBER_WIDTH;

  if (sheet == NULL || mapping == NULL)
    return;
  draw_text (self, snapshot, number, 0, LV_IMPORT_NUMBER_WIDTH, TRUE, FALSE, TRUE);
  for (guint c = 0; c < self->widths->n; x += self->widths->width[c], c++)
    {
      const LvDataCell *cell = lv_data_cell (sheet, self->row, c);
      gboolean head = (int) self->row == mapping->head_row;
      gboolean used = self->row >= mapping->first_row && lv_mapping_get (mapping, c) != NULL;

      if (cell->kind != LV_DATA_EMPTY)
        draw_text (self, snapshot, cell->text, x, self->widths->width[c], cell->kind == LV_DATA_NUMBER && !head, head,
                   !used && !head);
    }
}

static void
lv_import_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  LvImportRow *self = LV_IMPORT_ROW (widget);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics;
  int width = LV_IMPORT_NUMBER_WIDTH;

  for (guint c = 0; c < self->widths->n; c++)
    width += self->widths->width[c];
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = width;
      return;
    }
  metrics = pango_context_get_metrics (context, NULL, NULL);
  *minimum = *natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)) + PADDING;
  pango_font_metrics_unref (metrics);
}

static void
lv_import_row_dispose (GObject *object)
{
  g_clear_object (&LV_IMPORT_ROW (object)->plan);
  G_OBJECT_CLASS (lv_import_row_parent_class)->dispose (object);
}

static void
lv_import_row_class_init (LvImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_import_row_dispose;
  widget_class->snapshot = lv_import_row_snapshot;
  widget_class->measure = lv_import_row_measure;
  gtk_widget_class_set_css_name (widget_class, "lvimportrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
lv_import_row_init (LvImportRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** Returns: (transfer floating): a row; lv_import_row_show() says which */
GtkWidget *
lv_import_row_new (LvImportPlan *plan, const LvImportWidths *widths)
{
  LvImportRow *self = g_object_new (LV_TYPE_IMPORT_ROW, NULL);

  self->plan = g_object_ref (plan);
  self->widths = widths;
  return GTK_WIDGET (self);
}

/** Shows row number @row, from 0. */
void
lv_import_row_show (LvImportRow *self, guint row)
{
  const LvDataSheet *sheet;
  GString *name;

  g_return_if_fail (LV_IS_IMPORT_ROW (self));
  self->row = row;
  sheet = sheet_of (self);
  name = g_string_new (NULL);
  g_string_printf (name, _ ("Row %u"), row + 1);
  for (guint c = 0; sheet != NULL && c < self->widths->n; c++)
    {
      const LvDataCell *cell = lv_data_cell (sheet, row, c);
      g_autofree char *letters = lv_data_column_name (c);

      if (cell->kind != LV_DATA_EMPTY)
        g_string_append_printf (name, "; %s: %s", letters, cell->text);
    }
  lv_card_set_name (GTK_WIDGET (self), name->str);
  g_string_free (name, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
