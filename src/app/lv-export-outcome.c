/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of a set: what failed and why first, then the files that are there, to be opened. */
#include "lv-export-outcome.h"

#include "lv-card-tools.h"
#include "lv-grid.h"
#include "lv-index-model.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- Opening */

static const LvExportJob *
job_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "job");
}

/* A page that a button stands on has one line for what could not be opened. */
static void
tell (GtkWidget *button, const char *text)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *told = page != NULL ? gtk_widget_get_next_sibling (page) : NULL;

  if (told == NULL)
    return;
  lv_card_set_text (told, text);
  gtk_widget_set_visible (told, text[0] != '\0');
}

static char *
dup_folder (const LvExportJob *job)
{
  g_autofree char *folder = g_path_get_dirname (job->path);

  return g_filename_display_name (folder);
}

/* Own words: what the system says may be in another language. */
static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) button = data;
  const LvExportJob *job = job_of (button);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL) || gtk_widget_get_root (button) == NULL)
    return;
  folder = dup_folder (job);
  name = g_filename_display_basename (job->path);
  text = g_strdup_printf (_ ("%s could not be opened: no program for such files was found. It is in the folder %s."),
                          name, folder);
  tell (button, text);
}

static void
folder_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) button = data;
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL) || gtk_widget_get_root (button) == NULL)
    return;
  folder = dup_folder (job_of (button));
  text = g_strdup_printf (_ ("The folder could not be shown: no program for folders was found. It is %s."), folder);
  tell (button, text);
}

static void
show_path (GtkWidget *button, const char *path, GAsyncReadyCallback done)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (button)), uri, GDK_CURRENT_TIME, NULL, done,
                     g_object_ref (button));
}

static void
open_cb (GtkWidget *button)
{
  tell (button, "");
  show_path (button, job_of (button)->path, opened_cb);
}

static void
show_folder (GtkWidget *button)
{
  g_autofree char *folder = g_path_get_dirname (job_of (button)->path);

  show_path (button, folder, folder_shown_cb);
}

/* File managers that do not know how to point at a file show its folder. */
static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) button = data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (answer == NULL && job_of (button) != NULL && gtk_widget_get_root (button) != NULL)
    show_folder (button);
}

static void
folder_cb (GtkWidget *button)
{
  GDBusConnection *bus = g_application_get_dbus_connection (g_application_get_default ());
  g_autofree char *uri = g_filename_to_uri (job_of (button)->path, NULL, NULL);
  const char *const uris[] = { uri, NULL };

  tell (button, "");
  if (bus == NULL)
    show_folder (button);
  else
    g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                            "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, shown_cb, g_object_ref (button));
}

/* --- The list of files */

static GtkWidget *
line_label (PangoEllipsizeMode ellipsize, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *open = gtk_button_new_with_label (_ ("Open"));
  GtkWidget *folder = gtk_button_new_with_label (_ ("Show in Folder"));

  gtk_box_append (GTK_BOX (words), line_label (PANGO_ELLIPSIZE_MIDDLE, NULL));
  gtk_box_append (GTK_BOX (words), line_label (PANGO_ELLIPSIZE_END, "dim-label"));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (folder, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (line, "lv-import-difference");
  g_signal_connect (open, "clicked", G_CALLBACK (open_cb), NULL);
  g_signal_connect (folder, "clicked", G_CALLBACK (folder_cb), NULL);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), open);
  gtk_box_append (GTK_BOX (line), folder);
  gtk_list_item_set_child (item, line);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
set_job (GtkWidget *button, const LvExportJob *job, const char *what, const char *name)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", what, name);

  g_object_set_data (G_OBJECT (button), "job", (gpointer) job);
  lv_card_set_name (button, text);
}

/* Under the name of a workbook to publish: how accessible it is. */
static void
set_access (GtkWidget *label, const LvExportJob *job)
{
  g_autofree char *text = job->access != NULL ? lv_access_summary (job->access, job->paper.is_read) : g_strdup ("");

  gtk_label_set_label (GTK_LABEL (label), text);
  lv_card_set_tooltip (label, text[0] != '\0' ? text : NULL);
  gtk_widget_set_visible (label, text[0] != '\0');
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GPtrArray *jobs)
{
  GtkWidget *line = gtk_list_item_get_child (item);
  GtkWidget *words = gtk_widget_get_first_child (line);
  GtkWidget *label = gtk_widget_get_first_child (words);
  GtkWidget *open = gtk_widget_get_next_sibling (words);
  const LvExportJob *job = g_ptr_array_index (jobs, lv_index_item_get (gtk_list_item_get_item (item)));
  g_autofree char *name = g_filename_display_basename (job->path);

  gtk_label_set_label (GTK_LABEL (label), name);
  lv_card_set_tooltip (label, job->path);
  set_access (gtk_widget_get_next_sibling (label), job);
  set_job (open, job, _ ("Open"), name);
  set_job (gtk_widget_get_next_sibling (open), job, _ ("Show in Folder"), name);
}

static GtkWidget *
files_list (const LvExportSet *set)
{
  const GPtrArray *jobs = lv_export_set_jobs (set);
  GPtrArray *written = g_ptr_array_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  for (guint i = 0; i < jobs->len; i++)
    if (((const LvExportJob *) g_ptr_array_index (jobs, i))->outcome == LV_EXPORT_WRITTEN)
      g_ptr_array_add (written, g_ptr_array_index (jobs, i));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), written, (GClosureNotify) (void *) g_ptr_array_unref,
                         0);
  list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (lv_index_model_new (written->len)))), factory);
  lv_card_set_name (list, _ ("Files that were made"));
  return list;
}

/* --- What failed */

static void
add_line (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = lv_card_label (text, style);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_failures (GtkWidget *box, const LvExportSet *set)
{
  const GPtrArray *jobs = lv_export_set_jobs (set);

  for (guint i = 0; i < jobs->len; i++)
    {
      const LvExportJob *job = g_ptr_array_index (jobs, i);

      if (job->outcome == LV_EXPORT_FAILED)
        add_line (box, job->error->message, "error");
    }
}

/* --- What shows nothing */

/* Charts that are named; the others are counted. */
#define MOST_CHARTS 6

/* Each chart once, whichever scenarios it shows nothing of. */
static GPtrArray *
list_empty (const LvExportSet *set)
{
  const GPtrArray *jobs = lv_export_set_jobs (set);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < jobs->len; i++)
    {
      const LvExportJob *job = g_ptr_array_index (jobs, i);

      if (job->outcome == LV_EXPORT_NOTHING && !g_ptr_array_find (items, job->item, NULL))
        g_ptr_array_add (items, (gpointer) job->item);
    }
  return items;
}

static char *
empty_names (const LvExportSet *set, const GPtrArray *items)
{
  const LvState *base = lv_export_set_base (set);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (items->len, MOST_CHARTS); i++)
    {
      g_autofree char *title = lv_grid_item_title (g_ptr_array_index (items, i), base, base);

      g_string_append (names, i > 0 ? ", " : "");
      g_string_append_printf (names, _ ("“%s”"), title);
    }
  if (items->len > MOST_CHARTS)
    {
      guint more = items->len - MOST_CHARTS;

      g_string_append (names, " ");
      g_string_append_printf (names, ngettext ("and %u more", "and %u more", more), more);
    }
  return g_string_free (names, FALSE);
}

/* A picture of nothing is no file; who ticked all charts is told which ones that were. */
static void
add_empty (GtkWidget *box, const LvExportSet *set)
{
  g_autoptr (GPtrArray) items = list_empty (set);
  g_autofree char *names = empty_names (set, items);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u chart was left out, as it has no number to show: %s",
                                   "%u charts were left out, as they have no number to show: %s", items->len),
                         items->len, names);

  if (items->len > 0)
    add_line (box, text, NULL);
}

/* --- How accessible the workbooks to publish are */

/* Lines about what does not hold; the others are counted. */
#define MOST_FAULTS 12

/* Which points a workbook does not keep, and where. */
static void
add_faults (GtkWidget *box, const LvExportJob *job, guint *n)
{
  g_autofree char *name = g_filename_display_basename (job->path);

  for (guint i = 0; i < job->access->faults->len && ++*n <= MOST_FAULTS; i++)
    {
      g_autofree char *text = lv_access_fault_text (g_ptr_array_index (job->access->faults, i));
      g_autofree char *line = g_strdup_printf (_ ("%s is not accessible to all: %s"), name, text);

      add_line (box, line, "warning");
    }
}

/* One line for all that hold; what does not hold is said of each file. */
static void
add_access (GtkWidget *box, const LvExportSet *set)
{
  const GPtrArray *jobs = lv_export_set_jobs (set);
  guint n = 0;
  guint n_good = 0;
  guint n_faults = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < jobs->len; i++)
    {
      const LvExportJob *job = g_ptr_array_index (jobs, i);

      if (job->access == NULL)
        continue;
      n++;
      n_good += job->access->n_broken == 0;
      add_faults (box, job, &n_faults);
    }
  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("Accessibility: %u of %u workbook to publish meets all of the %u points checked",
                                    "Accessibility: %u of %u workbooks to publish meet all of the %u points checked", n),
                          n_good, n, LV_ACCESS_CHECKED);
  add_line (box, text, NULL);
}

/* --- Numbers of files */

static void
add_count (GtkWidget *box, const LvExportSet *set, LvExportOutcome outcome, const char *one, const char *many)
{
  guint n = lv_export_set_count (set, outcome);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_auto (GStrv) parts = g_strsplit (n == 1 ? one : many, "{1}", -1);
  g_autofree char *text = g_strjoinv (number, parts);

  if (n > 0)
    add_line (box, text, NULL);
}

/* The heading says how it went. */
static char *
heading (const LvExportSet *set)
{
  guint written = lv_export_set_count (set, LV_EXPORT_WRITTEN);
  guint failed = lv_export_set_count (set, LV_EXPORT_FAILED);
  g_autofree char *shown = g_filename_display_name (lv_export_set_folder (set));

  if (failed > 0 && written == 0)
    return g_strdup (_ ("The attachments were not made"));
  if (failed > 0)
    return g_strdup_printf (ngettext ("%u file was not made", "%u files were not made", failed), failed);
  return g_strdup_printf (ngettext ("%u file made in %s", "%u files made in %s", written), written, shown);
}

/** Returns: (transfer floating): a page about @set, which must last as long */
GtkWidget *
lv_export_outcome_new (const LvExportSet *set)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *text = heading (set);

  gtk_widget_add_css_class (box, "lv-import-page");
  add_line (box, text, "title-3");
  add_failures (box, set);
  add_count (box, set, LV_EXPORT_KEPT, _ ("1 file was there already and is as it was"),
             _ ("{1} files were there already and are as they were"));
  add_count (box, set, LV_EXPORT_WAITING, _ ("1 file was not begun"), _ ("{1} files were not begun"));
  add_empty (box, set);
  add_access (box, set);
  if (lv_export_set_count (set, LV_EXPORT_WRITTEN) > 0 && lv_export_set_count (set, LV_EXPORT_FAILED) > 0)
    add_count (box, set, LV_EXPORT_WRITTEN, _ ("1 file was made:"), _ ("{1} files were made:"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), files_list (set));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_visible (scroller, lv_export_set_count (set, LV_EXPORT_WRITTEN) > 0);
  gtk_box_append (GTK_BOX (box), scroller);
  add_line (box, "", "error");
  gtk_widget_set_visible (gtk_widget_get_last_child (box), FALSE);
  return box;
}
