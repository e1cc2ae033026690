/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-columns.h"

#include "lv-card-tools.h"
#include "lv-choice-popover.h"
#include "lv-import-sheet.h"
#include "lv-import-words.h"
#include "lv-request.h"

#include <glib/gi18n.h>

/* Rows that may hold the heads. */
#define MOST_HEADS 200

struct _LvImportColumns
{
  GtkWidget parent_instance;

  LvImportPlan *plan; /* (owned) */
  GtkWidget *box;
  GtkWidget *sheet;
  GtkWidget *delimiter;
  GtkWidget *decimal;
  GtkWidget *encoding;
  GtkWidget *head;
  GtkWidget *whole;        /* what all values are of */
  GtkWidget *whole_popover;
  GPtrArray *nodes;        /* (owned): LvNode, as the popover lists them after "none" */
  GtkWidget *question;     /* which decimal sign */
  GtkWidget *remembered;   /* and the button that forgets */
  GtkWidget *remembered_text;
  GtkWidget *status;
  gboolean updating;       /* controls follow the plan, not the other way */
};

G_DEFINE_FINAL_TYPE (LvImportColumns, lv_import_columns, GTK_TYPE_WIDGET)

static const char delimiters[] = { ';', ',', '\t' };

/* --- What the user says */

static void
form_cb (LvImportColumns *self)
{
  LvTextForm wanted = *lv_import_plan_wanted (self->plan);
  const LvTextForm *used = lv_import_plan_form (self->plan);
  guint delimiter = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->delimiter));
  guint decimal = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->decimal));
  guint encoding = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->encoding));

  if (self->updating || used == NULL)
    return;
  if (delimiter < G_N_ELEMENTS (delimiters) && delimiters[delimiter] != used->delimiter)
    wanted.delimiter = delimiters[delimiter];
  if (decimal + 1 != used->decimal)
    wanted.decimal = (LvDecimal) (decimal + 1);
  if (encoding + 1 != used->encoding)
    wanted.encoding = (LvEncoding) (encoding + 1);
  lv_import_plan_set_form (self->plan, &wanted);
}

static void
answer (LvImportColumns *self, LvDecimal decimal)
{
  LvTextForm wanted = *lv_import_plan_wanted (self->plan);

  wanted.decimal = decimal;
  lv_import_plan_set_form (self->plan, &wanted);
}

static void
comma_cb (LvImportColumns *self)
{
  answer (self, LV_DECIMAL_COMMA);
}

static void
point_cb (LvImportColumns *self)
{
  answer (self, LV_DECIMAL_POINT);
}

static void
sheet_cb (LvImportColumns *self)
{
  guint sheet = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sheet));

  if (!self->updating && lv_import_plan_data (self->plan) != NULL && sheet != GTK_INVALID_LIST_POSITION)
    lv_import_plan_set_sheet (self->plan, sheet);
}

static void
head_cb (LvImportColumns *self)
{
  if (!self->updating && lv_import_plan_mapping (self->plan) != NULL)
    lv_import_plan_set_head (self->plan, gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->head)) - 1);
}

static void
whole_cb (LvImportColumns *self)
{
  const LvMapping *mapping = lv_import_plan_mapping (self->plan);
  guint at = 0;

  if (mapping == NULL)
    return;
  if (mapping->node != NULL && g_ptr_array_find (self->nodes, mapping->node, &at))
    at++;
  lv_choice_popover_show (LV_CHOICE_POPOVER (self->whole_popover), self->whole, at);
}

static void
whole_chosen_cb (LvImportColumns *self, guint index)
{
  if (lv_import_plan_mapping (self->plan) != NULL)
    lv_import_plan_set_node (self->plan, index > 0 ? g_ptr_array_index (self->nodes, index - 1) : NULL);
}

/* --- What is shown */

static void
fill_sheets (LvImportColumns *self)
{
  const LvSheetData *data = lv_import_plan_data (self->plan);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; data != NULL && i < data->sheets->len; i++)
    {
      const LvDataSheet *sheet = lv_sheet_data_sheet (data, i);
      g_autofree char *hidden = sheet->hidden ? g_strdup_printf (_ ("%s (hidden)"), sheet->name) : NULL;

      gtk_string_list_append (names, hidden != NULL ? hidden : sheet->name);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->sheet), G_LIST_MODEL (names));
  gtk_widget_set_visible (gtk_widget_get_parent (self->sheet), data != NULL && data->sheets->len > 1);
  if (data != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sheet), lv_import_plan_sheet (self->plan));
}

static void
show_form (LvImportColumns *self)
{
  const LvTextForm *form = lv_import_plan_data (self->plan) != NULL ? lv_import_plan_form (self->plan) : NULL;
  GtkWidget *controls[] = { self->delimiter, self->decimal, self->encoding };

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    gtk_widget_set_visible (gtk_widget_get_parent (controls[i]), form != NULL);
  /* What stood on the clipboard is text already. */
  if (lv_import_plan_is_clipboard (self->plan))
    gtk_widget_set_visible (gtk_widget_get_parent (self->encoding), FALSE);
  if (form == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i] == form->delimiter)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->delimiter), i);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->decimal), form->decimal - 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->encoding), form->encoding - 1);
}

static gboolean
has_ids (const LvMapping *mapping)
{
  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const LvMapColumn *column = &g_array_index (mapping->columns, LvMapColumn, i);

      if (column->role == LV_MAP_ID || (column->role == LV_MAP_VALUE && column->node != NULL))
        return TRUE;
    }
  return FALSE;
}

static void
show_mapping (LvImportColumns *self)
{
  const LvMapping *mapping = lv_import_plan_mapping (self->plan);
  const char *day = lv_import_plan_remembered (self->plan);
  g_autofree char *shown = day != NULL ? lv_import_words_day (day) : NULL;
  g_autofree char *text
      = shown != NULL ? g_strdup_printf (_ ("The columns mean what you said on %s."), shown) : g_strdup ("");
  g_autofree char *name = NULL;

  gtk_widget_set_visible (self->remembered, day != NULL);
  lv_card_set_text (self->remembered_text, text);
  if (mapping == NULL)
    return;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->head), mapping->head_row + 1);
  gtk_widget_set_visible (gtk_widget_get_parent (self->whole), mapping->node != NULL || !has_ids (mapping));
  gtk_button_set_label (GTK_BUTTON (self->whole), mapping->node != NULL ? lv_node_title (mapping->node) : _ ("Choose…"));
  name = g_strdup_printf (_ ("All values are: %s"), gtk_button_get_label (GTK_BUTTON (self->whole)));
  lv_card_set_name (self->whole, name);
}

static void
show_status (LvImportColumns *self)
{
  g_autofree char *fault = lv_import_plan_fault (self->plan);
  g_autofree char *text = fault != NULL ? g_steal_pointer (&fault) : lv_import_words_summary (self->plan);

  lv_card_set_text (self->status, text);
  gtk_widget_set_visible (self->question, lv_import_plan_is_uncertain (self->plan));
}

static void
update (LvImportColumns *self)
{
  self->updating = TRUE;
  fill_sheets (self);
  show_form (self);
  show_mapping (self);
  show_status (self);
  self->updating = FALSE;
}

static void
mapped_cb (LvImportColumns *self)
{
  self->updating = TRUE;
  show_mapping (self);
  show_status (self);
  self->updating = FALSE;
}

/* --- The widget */

static GtkWidget *
with_label (GtkWidget *box, const char *text, GtkWidget *control)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = lv_card_label (text, "caption");

  gtk_label_set_use_underline (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), control);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_box_append (GTK_BOX (pair), label);
  gtk_box_append (GTK_BOX (pair), control);
  gtk_box_append (GTK_BOX (box), pair);
  return control;
}

static GtkWidget *
drop_down (LvImportColumns *self, GtkWidget *box, const char *text, const char *const *words, GCallback changed)
{
  GtkWidget *control = gtk_drop_down_new_from_strings (words);

  g_signal_connect_object (control, "notify::selected", changed, self, G_CONNECT_SWAPPED);
  return with_label (box, text, control);
}

static GtkWidget *
make_controls (LvImportColumns *self)
{
  const char *const none[] = { NULL };
  const char *const delimiter[] = { _ ("Semicolon"), _ ("Comma"), _ ("Tab"), NULL };
  const char *const decimal[] = { _ ("Comma: 1.234,5"), _ ("Point: 1,234.5"), NULL };
  const char *const encoding[] = { "UTF-8", "Windows-1252", "UTF-16", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->sheet = drop_down (self, box, _ ("_Sheet"), none, G_CALLBACK (sheet_cb));
  self->delimiter = drop_down (self, box, _ ("_Delimiter"), delimiter, G_CALLBACK (form_cb));
  self->decimal = drop_down (self, box, _ ("Decimal si_gn"), decimal, G_CALLBACK (form_cb));
  self->encoding = drop_down (self, box, _ ("_Encoding"), encoding, G_CALLBACK (form_cb));
  self->head = gtk_spin_button_new_with_range (0, MOST_HEADS, 1);
  lv_card_set_tooltip (self->head, _ ("0 when the table has no heads"));
  g_signal_connect_object (self->head, "value-changed", G_CALLBACK (head_cb), self, G_CONNECT_SWAPPED);
  with_label (box, _ ("_Heads in row"), self->head);
  self->whole = gtk_button_new ();
  g_signal_connect_object (self->whole, "clicked", G_CALLBACK (whole_cb), self, G_CONNECT_SWAPPED);
  with_label (box, _ ("_All values are"), self->whole);
  return box;
}

static GtkWidget *
make_question (LvImportColumns *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *comma = gtk_button_new_with_mnemonic (_ ("_Comma: 1.234 is 1234"));
  GtkWidget *point = gtk_button_new_with_mnemonic (_ ("_Point: 1.234 is 1,234"));

  gtk_widget_add_css_class (box, "lv-import-question");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-question-symbolic"));
  gtk_box_append (GTK_BOX (box), lv_card_label (_ ("Which decimal sign do the numbers have?"), NULL));
  gtk_box_append (GTK_BOX (box), comma);
  gtk_box_append (GTK_BOX (box), point);
  g_signal_connect_object (comma, "clicked", G_CALLBACK (comma_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (point, "clicked", G_CALLBACK (point_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
make_remembered (LvImportColumns *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *forget = gtk_button_new_with_mnemonic (_ ("G_uess Again"));

  self->remembered_text = lv_card_label ("", NULL);
  gtk_box_append (GTK_BOX (box), self->remembered_text);
  gtk_box_append (GTK_BOX (box), forget);
  g_signal_connect_object (forget, "clicked", G_CALLBACK (lv_import_plan_guess_again), self->plan, G_CONNECT_SWAPPED);
  return box;
}

static void
make_whole_popover (LvImportColumns *self)
{
  const LvModel *model = lv_session_model (lv_import_plan_session (self->plan));
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);

  gtk_string_list_append (texts, _ ("The rows say it"));
  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    if (lv_request_can_ask (lv_model_node (model, i)))
      {
        g_ptr_array_add (self->nodes, lv_model_node (model, i));
        gtk_string_list_append (texts, lv_node_title (lv_model_node (model, i)));
      }
  self->whole_popover = lv_choice_popover_new (_ ("What all values are"), G_LIST_MODEL (texts));
  gtk_widget_set_parent (self->whole_popover, GTK_WIDGET (self));
  g_signal_connect_object (self->whole_popover, "chosen", G_CALLBACK (whole_chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
lv_import_columns_dispose (GObject *object)
{
  LvImportColumns *self = LV_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->whole_popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_object (&self->plan);
  G_OBJECT_CLASS (lv_import_columns_parent_class)->dispose (object);
}

static void
lv_import_columns_class_init (LvImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_import_columns_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_import_columns_init (LvImportColumns *self)
{
  self->nodes = g_ptr_array_new ();
}

/** Returns: (transfer floating): the first step of @plan */
GtkWidget *
lv_import_columns_new (LvImportPlan *plan)
{
  LvImportColumns *self = g_object_new (LV_TYPE_IMPORT_COLUMNS, NULL);

  self->plan = g_object_ref (plan);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "lv-import-page");
  gtk_box_append (GTK_BOX (self->box),
                  lv_card_label (_ ("This is how the table was read. Click a column's head to say what it holds."), NULL));
  gtk_box_append (GTK_BOX (self->box), make_controls (self));
  self->question = make_question (self);
  gtk_box_append (GTK_BOX (self->box), self->question);
  self->remembered = make_remembered (self);
  gtk_box_append (GTK_BOX (self->box), self->remembered);
  gtk_box_append (GTK_BOX (self->box), lv_import_sheet_new (plan));
  gtk_widget_set_vexpand (gtk_widget_get_last_child (self->box), TRUE);
  self->status = lv_card_label ("", "heading");
  gtk_box_append (GTK_BOX (self->box), self->status);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  make_whole_popover (self);
  g_signal_connect_object (plan, "read", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "mapped", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "proposed", G_CALLBACK (show_status), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
