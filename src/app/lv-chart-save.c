/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Save Figure As: one figure as a file, or as a picture for the clipboard; always in the colours of
 * print, whatever the style of the window. */
#include "lv-chart-save.h"

#include "lv-chart-export.h"
#include "lv-chart-files.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GtkWidget *widget; /* (owned) */
  LvFigure *figure;  /* (owned) */
  LvChartSaveFormat format;
} Save;

static void
save_free (gpointer data, GClosure *closure)
{
  Save *self = data;

  g_object_unref (self->widget);
  lv_figure_unref (self->figure);
  g_free (self);
}

static void
tell (GtkWidget *widget, const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (text));
}

/** Writes @figure to @path. */
gboolean
lv_chart_save_to (LvFigure *figure, const char *path, LvChartSaveFormat format, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  LvChartExport options = { .width = LV_CHART_PAGE_WIDTH,
                            .height = LV_CHART_PAGE_HEIGHT,
                            .scale = 2,
                            .created = now };

  if (format == LV_CHART_SAVE_PDF)
    return lv_chart_write_pdf (figure, path, &options, error);
  if (format == LV_CHART_SAVE_SVG)
    return lv_chart_write_svg (figure, path, &options, error);
  return lv_chart_write_png (figure, path, &options, error);
}

static GBytes *
make_html (LvFigure *figure, GBytes *png)
{
  g_autofree char *alt = lv_figure_dup_alt (figure);
  g_autofree char *escaped = g_markup_escape_text (alt, -1);
  g_autofree char *data = g_base64_encode (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  char *html = g_strdup_printf ("<meta charset=\"utf-8\"><img alt=\"%s\" "
                                "src=\"data:image/png;base64,%s\">",
                                escaped, data);

  return g_bytes_new_take (html, strlen (html));
}

/**
 * lv_chart_save_content:
 * @figure: a figure
 *
 * A picture alone has no place for its alternative text, so the clipboard offers it in a page as well;
 * programs that write documents take that.
 *
 * Returns: (transfer full) (nullable): @figure for the clipboard, as picture, drawing and page
 */
GdkContentProvider *
lv_chart_save_content (LvFigure *figure, GError **error)
{
  LvChartExport options
      = { .width = LV_CHART_PAGE_WIDTH, .height = LV_CHART_PAGE_HEIGHT, .scale = 2 };
  g_autoptr (GBytes) png = lv_chart_to_png (figure, &options, error);
  g_autoptr (GBytes) svg = png != NULL ? lv_chart_to_svg (figure, &options, error) : NULL;
  g_autoptr (GBytes) html = NULL;
  GdkContentProvider *forms[3];

  if (svg == NULL)
    return NULL;
  html = make_html (figure, png);
  forms[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  forms[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  forms[2] = gdk_content_provider_new_for_bytes ("text/html", html);
  return gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
}

/**
 * lv_chart_save_drag:
 * @figure: a figure
 * @name: the file's name without extension
 *
 * Returns: (transfer full) (nullable): what is dragged out: the file for folders and mails, the
 *   picture for documents. The file lies in the cache and is replaced by the next one of its name.
 */
GdkContentProvider *
lv_chart_save_drag (LvFigure *figure, const char *name, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "ligevaegt", "figur", NULL);
  g_autofree char *file_name = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GdkContentProvider *forms[2];
  GdkFileList *files;

  g_mkdir_with_parents (folder, 0700);
  if (!lv_chart_save_to (figure, path, LV_CHART_SAVE_PNG, error))
    return NULL;
  files = gdk_file_list_new_from_array (&file, 1);
  forms[0] = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);
  g_boxed_free (GDK_TYPE_FILE_LIST, files);
  forms[1] = lv_chart_save_content (figure, error);
  if (forms[1] == NULL)
    {
      g_object_unref (forms[0]);
      return NULL;
    }
  return gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
}

static void
save_file (Save *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *text = NULL;

  if (path == NULL)
    text = g_strdup_printf (_ ("%s is not on this computer; save the figure in a local folder"),
                            name);
  else if (lv_chart_save_to (self->figure, path, self->format, &error))
    text = g_strdup_printf (_ ("Saved as %s"), name);
  else
    text = g_strdup_printf (_ ("The figure was not saved: %s"), error->message);
  tell (self->widget, text);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Save *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    save_file (self, file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/**
 * lv_chart_save:
 * @widget: in whose window the dialog opens
 * @figure: what is saved, as it is now
 * @name: the file's name without extension
 *
 * Asks where, and writes.
 */
void
lv_chart_save (GtkWidget *widget, LvFigure *figure, const char *name, LvChartSaveFormat format)
{
  static const char *const extensions[] = { ".pdf", ".svg", ".png" };
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Save Figure As"), GTK_WINDOW (gtk_widget_get_root (widget)),
      GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  g_autofree char *file_name = g_strconcat (name, extensions[format], NULL);
  Save *self = g_new0 (Save, 1);

  self->widget = g_object_ref (widget);
  self->figure = lv_figure_ref (figure);
  self->format = format;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file_name);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, save_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
