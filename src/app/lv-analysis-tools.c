/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of the analyses are made of. */
#include "lv-analysis-page.h"

#include "lv-analysis-table.h"
#include "lv-card-tools.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The focus is on the button within a drop-down, so that is what must say name and choice. */
static void
name_drop_down (GtkDropDown *drop_down, GParamSpec *spec, GtkLabel *label)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  GObject *item = gtk_drop_down_get_selected_item (drop_down);
  const char *choice
      = GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : "";
  g_autofree char *name = g_strdup_printf ("%s: %s", gtk_label_get_text (label), choice);

  lv_card_set_name (button, name);
}

/** Returns: (transfer floating): @widget under its name, which is also its access key and its label */
GtkWidget *
lv_analysis_row (const char *title, GtkWidget *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  if (GTK_IS_DROP_DOWN (widget))
    {
      name_drop_down (GTK_DROP_DOWN (widget), NULL, GTK_LABEL (label));
      g_signal_connect_object (widget, "notify::selected-item", G_CALLBACK (name_drop_down), label, 0);
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  return box;
}

/** Returns: (transfer floating): a button. With a label of its own its name is said once, and without the mark of
 * the access key, which gtk_button_new_with_mnemonic() says as well. */
GtkWidget *
lv_analysis_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  gtk_label_set_mnemonic_widget (GTK_LABEL (text), button);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/** Returns: (transfer floating): a check button whose name is said without the mark of the access key, and wraps */
GtkWidget *
lv_analysis_check (const char *label)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (text), button);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), text);
  return button;
}

/** Returns: (transfer floating): a heading within the choices or the results */
GtkWidget *
lv_analysis_heading (const char *title)
{
  return lv_card_label (title, "heading");
}

/** Returns: (transfer floating): what an analysis says in one sentence; a screen reader reads it when it changes */
GtkWidget *
lv_analysis_sentence (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap",
                                   TRUE, "wrap-mode", PANGO_WRAP_WORD, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "title-4");
  return label;
}

/** Returns: (transfer floating): a remark in small print */
GtkWidget *
lv_analysis_hint (void)
{
  return lv_card_label ("", "caption");
}

/** Returns: (transfer floating): chooses one of the sides; lv_analysis_sides_fill() fills it */
GtkWidget *
lv_analysis_sides_drop_down (void)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
}

/** Fills @drop_down with what can be compared now, and chooses @key where it is still there. */
void
lv_analysis_sides_fill (GtkWidget *drop_down, LvAnalysisSides *sides, const char *key)
{
  GtkStringList *titles = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down)));
  g_autoptr (GPtrArray) now = g_ptr_array_new ();
  int index = lv_analysis_sides_find (sides, key);

  for (guint i = 0; i < lv_analysis_sides_n (sides); i++)
    g_ptr_array_add (now, (gpointer) lv_analysis_sides_title (sides, i));
  g_ptr_array_add (now, NULL);
  gtk_string_list_splice (titles, 0, g_list_model_get_n_items (G_LIST_MODEL (titles)),
                          (const char *const *) now->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), (guint) MAX (index, 0));
}

/* --- As a workbook */

typedef struct
{
  GtkWidget *widget; /* (owned) */
  char *title;       /* (owned) */
  char *language;    /* (owned) (nullable) */
  GPtrArray *tables; /* (owned) */
} Book;

static void
book_free (gpointer data, GClosure *closure)
{
  Book *self = data;

  g_object_unref (self->widget);
  g_ptr_array_unref (self->tables);
  g_free (self->title);
  g_free (self->language);
  g_free (self);
}

static void
tell (GtkWidget *widget, const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (text));
}

static void
write_book (Book *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (path == NULL)
    text = g_strdup_printf (_ ("%s is not on this computer; save in a local folder"), name);
  else if (lv_analysis_write_book (path, self->title, self->tables, self->language, today, &error))
    text = g_strdup_printf (_ ("Saved as %s"), name);
  else
    text = g_strdup_printf (_ ("The workbook was not saved: %s"), error->message);
  tell (self->widget, text);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Book *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    write_book (self, file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/**
 * lv_analysis_save_book:
 * @widget: in whose window the dialog opens
 * @title: of the workbook, and of the file
 * @tables: (transfer full) (element-type LvAnalysisTable): as they are now
 *
 * Asks where, and writes the tables as a workbook.
 */
void
lv_analysis_save_book (GtkWidget *widget, LvSession *session, const char *title, GPtrArray *tables)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Save as Workbook"), GTK_WINDOW (gtk_widget_get_root (widget)), GTK_FILE_CHOOSER_ACTION_SAVE,
      _ ("_Save"), _ ("_Cancel"));
  g_autofree char *name = g_strconcat (title, ".xlsx", NULL);
  Book *self = g_new0 (Book, 1);

  self->widget = g_object_ref (widget);
  self->title = g_strdup (title);
  self->language = g_strdup (lv_pack_head (lv_session_pack (session), "language"));
  self->tables = tables;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, book_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
