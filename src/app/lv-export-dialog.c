/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-export-dialog.h"

#include "lv-card-tools.h"
#include "lv-date-entry.h"
#include "lv-export-charts.h"
#include "lv-export-checks.h"
#include "lv-export-outcome.h"
#include "lv-export-papers.h"
#include "lv-export-preview.h"
#include "lv-export-work.h"
#include "lv-month.h"
#include "lv-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define WIDTH 1080
#define HEIGHT 680

/* Milliseconds between two looks at how far it is. */
#define LOOK_MS 80

struct _LvExportDialog
{
  AdwWindow parent_instance;

  LvWindow *parent;       /* (borrowed): it lives longer */
  LvExportChoice *choice; /* (owned) */
  LvExportSet *set;       /* (owned) (nullable): what is made, or was */
  LvExportWork *work;     /* (owned) (nullable): while it is being made */
  guint look;
  guint later;
  gboolean closing; /* as soon as the files that are begun are whole */

  GtkWidget *stack;
  GtkWidget *checks;
  GtkWidget *preview;
  GtkWidget *number;
  GtkWidget *date;
  GtkWidget *folder;
  GtkWidget *status;
  GtkWidget *make;
  GtkWidget *cancel;
  GtkWidget *stop;
  GtkWidget *bar;
  GtkWidget *doing;
  GtkWidget *outcome;
};

G_DEFINE_FINAL_TYPE (LvExportDialog, lv_export_dialog, ADW_TYPE_WINDOW)

/* --- What would be made */

static char *
files_text (guint n, guint existing)
{
  g_autofree char *files = g_strdup_printf (ngettext ("%u file", "%u files", n), n);

  if (existing == 0)
    return g_steal_pointer (&files);
  return g_strdup_printf (ngettext ("%s; %u of them is in the folder already", "%s; %u of them are in the folder already",
                                    existing),
                          files, existing);
}

static gboolean
later_cb (gpointer data)
{
  LvExportDialog *self = data;
  g_autoptr (LvExportSet) set = NULL;
  g_autofree char *text = NULL;
  guint n = lv_export_choice_n_files (self->choice);
  gboolean good = lv_date_entry_is_good (LV_DATE_ENTRY (self->date));

  self->later = 0;
  set = lv_export_choice_set (self->choice);
  text = n == 0  ? g_strdup (_ ("Nothing is chosen"))
         : !good ? g_strdup (_ ("The date can't be read"))
                 : files_text (n, lv_export_set_n_existing (set));
  lv_card_set_text (self->status, text);
  gtk_widget_set_sensitive (self->make, n > 0 && good);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (gpointer data)
{
  LvExportDialog *self = data;

  if (self->later == 0)
    self->later = g_idle_add (later_cb, self);
  lv_export_checks_update (self->checks);
  lv_export_preview_update (LV_EXPORT_PREVIEW (self->preview));
}

static void
remember (LvExportDialog *self)
{
  lv_export_choice_remember (self->choice, lv_window_session (self->parent), self->parent->settings);
}

/* --- Making */

static void
show_outcome (LvExportDialog *self)
{
  GtkWidget *old = gtk_widget_get_first_child (self->outcome);

  if (old != NULL)
    gtk_box_remove (GTK_BOX (self->outcome), old);
  gtk_box_append (GTK_BOX (self->outcome), lv_export_outcome_new (self->set));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "outcome");
  lv_card_set_text (self->status, "");
  gtk_button_set_label (GTK_BUTTON (self->cancel), _ ("_Close"));
  gtk_button_set_label (GTK_BUTTON (self->make), _ ("_Back"));
  gtk_widget_remove_css_class (self->make, "suggested-action");
  gtk_widget_set_sensitive (self->make, TRUE);
  gtk_widget_set_sensitive (self->cancel, TRUE);
  gtk_widget_grab_focus (self->cancel);
}

static gboolean
look_cb (gpointer data)
{
  LvExportDialog *self = data;
  g_autofree char *now = NULL;
  guint done;
  guint n;
  g_autofree char *text = NULL;
  gboolean at_work = lv_export_work_look (self->work, &now, &done, &n);

  text = g_strdup_printf (_ ("File %u of %u: %s"), MIN (done + 1, n), n, now);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), n > 0 ? (double) done / n : 1);
  lv_card_set_text (self->doing, text);
  if (at_work)
    return G_SOURCE_CONTINUE;
  self->look = 0;
  g_clear_pointer (&self->work, lv_export_work_free);
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_outcome (self);
  return G_SOURCE_REMOVE;
}

static void
start (LvExportDialog *self, gboolean replace)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "work");
  gtk_widget_set_sensitive (self->make, FALSE);
  gtk_widget_set_sensitive (self->cancel, FALSE);
  gtk_widget_set_sensitive (self->stop, TRUE);
  gtk_widget_grab_focus (self->stop);
  self->work = lv_export_work_new (self->set, replace);
  self->look = g_timeout_add (LOOK_MS, look_cb, self);
}

static void
stop_cb (LvExportDialog *self)
{
  if (self->work != NULL)
    lv_export_work_stop (self->work);
  gtk_widget_set_sensitive (self->stop, FALSE);
}

static void
replace_cb (LvExportDialog *self, const char *response)
{
  if (strcmp (response, "replace") == 0)
    start (self, TRUE);
  else if (strcmp (response, "keep") == 0)
    start (self, FALSE);
}

/* Which ones: the first few by name. */
static char *
existing_names (const LvExportSet *set)
{
  const GPtrArray *jobs = lv_export_set_jobs (set);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < jobs->len; i++)
    {
      const char *path = ((const LvExportJob *) g_ptr_array_index (jobs, i))->path;
      g_autofree char *name = g_filename_display_basename (path);

      if (!g_file_test (path, G_FILE_TEST_EXISTS) || ++n > 6)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", name);
    }
  if (n > 6)
    g_string_append_printf (text, "\n… %s %u", _ ("and more:"), n - 6);
  return g_string_free (text, FALSE);
}

static void
ask_replace (LvExportDialog *self, guint existing)
{
  g_autofree char *heading = g_strdup_printf (ngettext ("Replace %u File?", "Replace %u Files?", existing), existing);
  g_autofree char *names = existing_names (self->set);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, names);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_response (message, "cancel", _ ("_Cancel"));
  if (existing < lv_export_set_jobs (self->set)->len)
    adw_message_dialog_add_response (message, "keep", _ ("_Make the Others"));
  adw_message_dialog_add_response (message, "replace", _ ("_Replace"));
  adw_message_dialog_set_response_appearance (message, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "cancel");
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
back_to_choice (LvExportDialog *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "choice");
  gtk_button_set_label (GTK_BUTTON (self->cancel), _ ("_Cancel"));
  gtk_button_set_label (GTK_BUTTON (self->make), _ ("_Make"));
  gtk_widget_add_css_class (self->make, "suggested-action");
  changed_cb (self);
}

static void
make_cb (LvExportDialog *self)
{
  guint existing;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "outcome") == 0)
    {
      back_to_choice (self);
      return;
    }
  remember (self);
  g_clear_pointer (&self->set, lv_export_set_free);
  self->set = lv_export_choice_set (self->choice);
  existing = lv_export_set_n_existing (self->set);
  if (existing > 0)
    ask_replace (self, existing);
  else
    start (self, FALSE);
}

/* --- The case */

static void
text_cb (GtkEditable *entry, LvExportDialog *self)
{
  char **text = g_object_get_data (G_OBJECT (entry), "text");

  g_free (*text);
  *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  changed_cb (self);
}

static GtkWidget *
text_row (LvExportDialog *self, const char *title, char **text)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), *text);
  g_object_set_data (G_OBJECT (entry), "text", text);
  g_signal_connect_object (entry, "changed", G_CALLBACK (text_cb), self, 0);
  return entry;
}

static void
date_cb (LvExportDialog *self)
{
  g_autofree char *text = lv_date_entry_dup_date (LV_DATE_ENTRY (self->date));
  GDate date;

  if (lv_date_parse (text, FALSE, &date))
    self->choice->date = date;
  changed_cb (self);
}

static GtkWidget *
date_row (LvExportDialog *self)
{
  GtkWidget *row = adw_action_row_new ();
  const GDate *date = &self->choice->date;
  g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), (int) g_date_get_month (date),
                                           g_date_get_day (date));

  self->date = lv_date_entry_new (_ ("Date in the files"));
  lv_date_entry_set_today (LV_DATE_ENTRY (self->date), text);
  lv_date_entry_set_date (LV_DATE_ENTRY (self->date), text);
  gtk_widget_set_valign (self->date, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Date in the files"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->date);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (date_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
case_group (LvExportDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  const char *publisher = lv_pack_head (lv_session_pack (self->choice->session), "publisher");
  g_autofree char *hint = g_strdup_printf (_ ("Empty sender: %s"), publisher != NULL ? publisher : "");

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("The Case"));
  if (publisher != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), hint);
  self->number = text_row (self, _ ("Case number"), &self->choice->case_number);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->number);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), text_row (self, _ ("Sender"), &self->choice->unit));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), date_row (self));
  return group;
}

/* --- The folder */

/**
 * lv_export_dialog_set_folder:
 * @path: where the files go
 */
void
lv_export_dialog_set_folder (LvExportDialog *self, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_return_if_fail (LV_IS_EXPORT_DIALOG (self));
  if (path != self->choice->folder)
    {
      g_free (self->choice->folder);
      self->choice->folder = g_strdup (path);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->folder), shown);
  if (self->later == 0)
    self->later = g_idle_add (later_cb, self);
}

static void
set_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lv_export_dialog_set_folder (LV_EXPORT_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

static void
folder_cb (GtkNativeDialog *dialog, int response, LvExportDialog *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                                                           : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    lv_export_dialog_set_folder (self, path);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_cb (LvExportDialog *self)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Folder for the Attachments"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));
  g_autoptr (GFile) folder = g_file_new_for_path (self->choice->folder);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (folder_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GtkWidget *
folder_group (LvExportDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("C_hoose…"));

  self->folder = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->folder), _ ("Folder"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->folder), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  lv_card_set_tooltip (button, _ ("Choose the folder for the attachments"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->folder), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->folder);
  return group;
}

/* --- The dialog */

static GtkWidget *
choice_page (LvExportDialog *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->preview = lv_export_preview_new (self->choice);
  self->checks = lv_export_checks_new (self->choice);
  gtk_widget_add_css_class (groups, "lv-import-page");
  gtk_box_append (GTK_BOX (groups), folder_group (self));
  gtk_box_append (GTK_BOX (groups), case_group (self));
  gtk_box_append (GTK_BOX (groups), lv_export_papers_new (self->choice, changed_cb, self));
  gtk_box_append (GTK_BOX (groups), lv_export_charts_new (self->choice, changed_cb, self));
  gtk_box_append (GTK_BOX (groups), lv_export_scenarios_new (self->choice, changed_cb, self));
  gtk_box_append (GTK_BOX (groups), self->checks);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), groups);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (page), scroller);
  gtk_box_append (GTK_BOX (page), self->preview);
  return page;
}

static GtkWidget *
work_page (LvExportDialog *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (page, "lv-import-page");
  gtk_widget_set_valign (page, GTK_ALIGN_CENTER);
  self->bar = gtk_progress_bar_new ();
  self->doing = lv_card_label ("", NULL);
  self->stop = gtk_button_new_with_mnemonic (_ ("_Stop"));
  lv_card_set_name (self->bar, _ ("Files that are made"));
  gtk_widget_set_halign (self->stop, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->stop, "clicked", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (page), self->bar);
  gtk_box_append (GTK_BOX (page), self->doing);
  gtk_box_append (GTK_BOX (page), self->stop);
  return page;
}

static GtkWidget *
make_bar (LvExportDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  self->cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel), "window.close");
  self->make = gtk_button_new_with_mnemonic (_ ("_Make"));
  gtk_widget_add_css_class (self->make, "suggested-action");
  g_signal_connect_object (self->make, "clicked", G_CALLBACK (make_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->make);
  return bar;
}

static void
make_content (LvExportDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->stack = gtk_stack_new ();
  self->outcome = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->status = lv_card_label ("", "heading");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (content), make_bar (self));
  gtk_stack_add_named (GTK_STACK (self->stack), choice_page (self), "choice");
  gtk_stack_add_named (GTK_STACK (self->stack), work_page (self), "work");
  gtk_stack_add_named (GTK_STACK (self->stack), self->outcome, "outcome");
  gtk_box_append (GTK_BOX (content), self->stack);
  gtk_widget_add_css_class (bar, "lv-export-bar");
  gtk_box_append (GTK_BOX (bar), self->status);
  gtk_box_append (GTK_BOX (content), bar);
  adw_window_set_content (ADW_WINDOW (self), content);
  /* No button is pressed by Return elsewhere: on a row it unfolds what is in it. */
  gtk_widget_grab_focus (self->number);
}

/* What is typed is kept, however the dialog goes; files that are begun are ended. */
static gboolean
lv_export_dialog_close_request (GtkWindow *window)
{
  LvExportDialog *self = LV_EXPORT_DIALOG (window);

  remember (self);
  if (self->work == NULL)
    return GTK_WINDOW_CLASS (lv_export_dialog_parent_class)->close_request (window);
  self->closing = TRUE;
  stop_cb (self);
  return TRUE;
}

static void
lv_export_dialog_dispose (GObject *object)
{
  LvExportDialog *self = LV_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_pointer (&self->work, lv_export_work_free);
  G_OBJECT_CLASS (lv_export_dialog_parent_class)->dispose (object);
}

static void
lv_export_dialog_finalize (GObject *object)
{
  LvExportDialog *self = LV_EXPORT_DIALOG (object);

  g_clear_pointer (&self->set, lv_export_set_free);
  g_clear_pointer (&self->choice, lv_export_choice_free);
  G_OBJECT_CLASS (lv_export_dialog_parent_class)->finalize (object);
}

static void
lv_export_dialog_class_init (LvExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_export_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = lv_export_dialog_close_request;
  gtk_widget_class_install_action (widget_class, "export.folder", "s", set_folder_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
lv_export_dialog_init (LvExportDialog *self)
{
}

/** Opens the dialog. */
void
lv_export_dialog_run (LvWindow *window)
{
  LvExportDialog *self = g_object_new (LV_TYPE_EXPORT_DIALOG, "transient-for", window, "modal", TRUE,
                                       "destroy-with-parent", TRUE, "title", _ ("Make Attachments"),
                                       "default-width", WIDTH, "default-height", HEIGHT, NULL);

  self->parent = window;
  self->choice = lv_export_choice_new (lv_window_session (window), window->settings);
  make_content (self);
  lv_export_dialog_set_folder (self, self->choice->folder);
  lv_window_ask (window, GTK_WINDOW (self));
}
