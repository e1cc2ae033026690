/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-sheet.h"

#include "lv-card-tools.h"
#include "lv-choice-popover.h"
#include "lv-import-meanings.h"
#include "lv-import-row.h"
#include "lv-index-model.h"

#include <glib/gi18n.h>

/* Rows whose texts say how wide a column is. */
#define LOOK_ROWS 60
#define LEAST_WIDTH 140
#define MOST_WIDTH 260

struct _LvImportSheet
{
  GtkWidget parent_instance;

  LvImportPlan *plan;   /* (owned) */
  LvMeanings *meanings; /* (owned) */
  LvImportWidths widths;
  GtkWidget *box;
  GtkWidget *heads;
  GtkWidget *list;
  GtkWidget *popover;
  LvIndexModel *rows; /* (owned) */
  guint asked;        /* the column whose meaning is being chosen */
};

G_DEFINE_FINAL_TYPE (LvImportSheet, lv_import_sheet, GTK_TYPE_WIDGET)

static const LvDataSheet *
sheet_of (LvImportSheet *self)
{
  const LvSheetData *data = lv_import_plan_data (self->plan);

  return data != NULL ? lv_sheet_data_sheet (data, lv_import_plan_sheet (self->plan)) : NULL;
}

/* --- Columns */

static glong
longest (const LvDataSheet *sheet, guint column)
{
  glong most = 0;

  for (guint r = 0; r < sheet->rows && r < LOOK_ROWS; r++)
    {
      const LvDataCell *cell = lv_data_cell (sheet, r, column);

      if (cell->kind != LV_DATA_EMPTY)
        most = MAX (most, g_utf8_strlen (cell->text, -1));
    }
  return most;
}

static void
find_widths (LvImportSheet *self, const LvDataSheet *sheet)
{
  PangoFontMetrics *metrics
      = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int character = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  self->widths.n = sheet != NULL ? MIN (sheet->columns, LV_IMPORT_SHOWN_COLUMNS) : 0;
  for (guint c = 0; c < self->widths.n; c++)
    self->widths.width[c] = (int) CLAMP ((longest (sheet, c) + 2) * character + 16, LEAST_WIDTH, MOST_WIDTH);
  pango_font_metrics_unref (metrics);
}

static char *
head_of (LvImportSheet *self, guint column)
{
  const LvDataSheet *sheet = sheet_of (self);
  const LvMapping *mapping = lv_import_plan_mapping (self->plan);
  g_autofree char *letters = lv_data_column_name (column);
  const char *text = sheet != NULL && mapping->head_row >= 0
                         ? lv_data_cell (sheet, (guint) mapping->head_row, column)->text : "";

  return text[0] != '\0' ? g_strdup_printf ("%s · %s", letters, text) : g_strdup (letters);
}

static void
head_clicked_cb (GtkWidget *button, LvImportSheet *self)
{
  self->asked = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "column"));
  lv_choice_popover_show (LV_CHOICE_POPOVER (self->popover), button,
                          lv_meanings_find (self->meanings,
                                            lv_mapping_get (lv_import_plan_mapping (self->plan), self->asked)));
}

static void
chosen_cb (LvImportSheet *self, guint index)
{
  LvMapColumn column;

  if (lv_import_plan_mapping (self->plan) == NULL)
    return;
  column = g_array_index (self->meanings->columns, LvMapColumn, index);
  column.column = self->asked;
  lv_import_plan_set_column (self->plan, &column);
}

static GtkWidget *
short_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
head_new (LvImportSheet *self, guint column)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), short_label ("caption"));
  gtk_box_append (GTK_BOX (box), short_label ("caption-heading"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "lv-import-head");
  g_object_set_data (G_OBJECT (button), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (button, "clicked", G_CALLBACK (head_clicked_cb), self, 0);
  return button;
}

static void
update_head (LvImportSheet *self, GtkWidget *button, guint column)
{
  const LvMapColumn *means = lv_mapping_get (lv_import_plan_mapping (self->plan), column);
  GtkWidget *first = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *head = head_of (self, column);
  g_autofree char *text = lv_meanings_say (means);
  g_autofree char *name = g_strdup_printf (_ ("Column %s: %s"), head, text);

  lv_card_set_text (first, head);
  lv_card_set_text (gtk_widget_get_next_sibling (first), text);
  lv_card_set_style (gtk_widget_get_next_sibling (first), "dim-label", means == NULL);
  lv_card_set_name (button, name);
  lv_card_set_tooltip (button, name);
  gtk_widget_set_size_request (button, self->widths.width[column], -1);
}

static void
update_heads (LvImportSheet *self)
{
  GtkWidget *button = gtk_widget_get_next_sibling (gtk_widget_get_first_child (self->heads));

  if (lv_import_plan_mapping (self->plan) == NULL)
    return;
  for (guint c = 0; button != NULL; c++, button = gtk_widget_get_next_sibling (button))
    update_head (self, button, c);
}

static void
fill_heads (LvImportSheet *self)
{
  GtkWidget *corner = gtk_widget_get_first_child (self->heads);
  GtkWidget *child;

  while ((child = gtk_widget_get_next_sibling (corner)) != NULL)
    gtk_box_remove (GTK_BOX (self->heads), child);
  for (guint c = 0; c < self->widths.n; c++)
    gtk_box_append (GTK_BOX (self->heads), head_new (self, c));
  update_heads (self);
}

/* --- Rows */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LvImportSheet *self)
{
  gtk_list_item_set_child (item, lv_import_row_new (self->plan, &self->widths));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LvImportSheet *self)
{
  lv_import_row_show (LV_IMPORT_ROW (gtk_list_item_get_child (item)),
                      lv_index_item_get (gtk_list_item_get_item (item)));
}

static void
redraw (GtkWidget *widget)
{
  if (LV_IS_IMPORT_ROW (widget))
    gtk_widget_queue_draw (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    redraw (child);
}

/* Another table, or another sheet. */
static void
read_cb (LvImportSheet *self)
{
  const LvDataSheet *sheet = sheet_of (self);

  lv_index_model_set (self->rows, 0);
  find_widths (self, sheet);
  fill_heads (self);
  if (sheet != NULL)
    lv_index_model_set (self->rows, sheet->rows);
}

static void
mapped_cb (LvImportSheet *self)
{
  update_heads (self);
  redraw (self->list);
}

/* --- The widget */

static GtkWidget *
make_heads (LvImportSheet *self, GtkAdjustment *across)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *corner = gtk_label_new (NULL);

  self->heads = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_size_request (corner, LV_IMPORT_NUMBER_WIDTH, -1);
  gtk_box_append (GTK_BOX (self->heads), corner);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_hadjustment (GTK_SCROLLED_WINDOW (scroller), across);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->heads);
  return scroller;
}

static void
make_content (LvImportSheet *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *none;

  self->rows = lv_index_model_new (0);
  none = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  self->list = gtk_list_view_new (none, factory);
  gtk_widget_add_css_class (self->list, "lv-import-rows");
  lv_card_set_name (self->list, _ ("The table as it stands"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 120);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_set_overflow (self->box, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self->box),
                  make_heads (self, gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller))));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
lv_import_sheet_dispose (GObject *object)
{
  LvImportSheet *self = LV_IMPORT_SHEET (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->meanings, lv_meanings_free);
  G_OBJECT_CLASS (lv_import_sheet_parent_class)->dispose (object);
}

static void
lv_import_sheet_class_init (LvImportSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_import_sheet_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_import_sheet_init (LvImportSheet *self)
{
}

/** Returns: (transfer floating): the table of @plan */
GtkWidget *
lv_import_sheet_new (LvImportPlan *plan)
{
  LvImportSheet *self = g_object_new (LV_TYPE_IMPORT_SHEET, NULL);

  self->plan = g_object_ref (plan);
  self->meanings = lv_meanings_new (lv_session_model (lv_import_plan_session (plan)));
  make_content (self);
  self->popover = lv_choice_popover_new (_ ("What the column holds"), self->meanings->texts);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "mapped", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  read_cb (self);
  return GTK_WIDGET (self);
}
