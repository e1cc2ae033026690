/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways into reading numbers in: a file that is chosen or dropped, the clipboard; and asking for them. */
#include "lv-window-private.h"

#include "lv-import-window.h"
#include "lv-request-dialog.h"

#include <glib/gi18n.h>

static LvImportPlan *
open_import (LvWindow *self)
{
  g_autofree char *memory = g_build_filename (g_get_user_state_dir (), "ligevaegt", "import-columns", NULL);
  GtkWidget *window;

  lv_window_commit_typing (self);
  window = lv_import_window_new (self, memory);
  gtk_window_present (GTK_WINDOW (window));
  return lv_import_window_plan (LV_IMPORT_WINDOW (window));
}

/** Reads a CSV file or a workbook in. */
void
lv_window_import_path (LvWindow *self, const char *path)
{
  g_return_if_fail (LV_IS_WINDOW (self) && self->session != NULL && path != NULL);
  lv_import_plan_read_file (open_import (self), path);
}

static void
response_cb (GtkNativeDialog *dialog, int response, LvWindow *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  if (path != NULL)
    lv_window_import_path (self, path);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const tables[]
      = { "*.xlsx", "*.xlsm", "*.csv", "*.tsv", "*.txt", "*.XLSX", "*.XLSM", "*.CSV", "*.TSV", "*.TXT", NULL };
  static const char *const all[] = { "*", NULL };
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Choose a File to Import"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("Workbooks and CSV files"), tables);
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("All files"), all);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
import_path_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lv_window_import_path (LV_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LvWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (text == NULL || text[strspn (text, " \t\r\n")] == '\0')
    lv_window_toast (self, _ ("There is no table on the clipboard: copy cells in a spreadsheet first."));
  else
    lv_import_plan_read_text (open_import (self), text);
}

static void
import_clipboard_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_cb, g_object_ref (widget));
}

/* "page" begins with the page that is shown, anything else with the whole pack. */
static void
request_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvWindow *self = LV_WINDOW (widget);
  gboolean page = g_str_equal (g_variant_get_string (parameter, NULL), "page");

  gtk_window_present (GTK_WINDOW (lv_request_dialog_new (
      self, page ? gtk_stack_get_visible_child_name (self->stack) : NULL)));
}

/** Opens a document; any other file is read in. */
void
lv_window_take_path (LvWindow *self, const char *path)
{
  g_return_if_fail (LV_IS_WINDOW (self) && path != NULL);
  if (self->session == NULL || g_str_has_suffix (path, ".ligevaegt"))
    lv_window_open_path (self, path);
  else
    lv_window_import_path (self, path);
}

/* Documents are opened, each in its window; of tables one is read in, as each is looked at first. */
static void
take_files (LvWindow *self, GSList *files)
{
  g_autofree char *table = NULL;
  gboolean more = FALSE;

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);
      g_autofree char *name = g_file_get_parse_name (l->data);
      g_autofree char *text = NULL;

      if (path != NULL && g_str_has_suffix (path, ".ligevaegt"))
        lv_window_open_path (self, path);
      else if (path == NULL)
        {
          text = g_strdup_printf (_ ("%s is not on this computer; copy it to a folder here first"), name);
          lv_window_toast (self, text);
        }
      else if (table == NULL)
        table = g_steal_pointer (&path);
      else
        more = TRUE;
    }
  if (more)
    lv_window_toast (self, _ ("One table is read in at a time: this is the first"));
  if (table != NULL)
    lv_window_take_path (self, table);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, LvWindow *self)
{
  GSList *files = G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) ? g_value_get_boxed (value) : NULL;

  if (files == NULL || self->session == NULL)
    return FALSE;
  take_files (self, files);
  return TRUE;
}

/** Lets files be dropped on the window. */
void
lv_window_take_drops (LvWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_css_class (GTK_WIDGET (self), "lv-takes-files");
}

/** Installs the actions; the one with a path does the same as its dialog. */
void
lv_window_class_install_import (LvWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.import-path", "s", import_path_action);
  gtk_widget_class_install_action (widget_class, "win.import-clipboard", NULL, import_clipboard_action);
  gtk_widget_class_install_action (widget_class, "win.request", "s", request_action);
}

/** Enables what can be done now. */
void
lv_window_update_import (LvWindow *self)
{
  static const char *const actions[] = { "win.import", "win.import-path", "win.import-clipboard", "win.request" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->session != NULL);
}
