/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-recovery-dialog.h"

#include "lv-card-tools.h"
#include "lv-document-differences.h"

#include <glib/gi18n.h>

/* Differences that are listed; the rest are counted. */
#define MOST 12

struct _LvRecoveryDialog
{
  AdwWindow parent_instance;

  LvWindow *parent; /* (owned) */
  GtkBox *list;
  GtkWidget *note;  /* what went wrong last */
  GPtrArray *found; /* (owned): LvRecovered, while they are not decided */
};

G_DEFINE_FINAL_TYPE (LvRecoveryDialog, lv_recovery_dialog, ADW_TYPE_WINDOW)

/* --- What is in it, in words */

static LvDocument *
saved_document (const LvPack *pack, const LvRecoveryRecord *record)
{
  g_autoptr (GFile) file = record->path != NULL ? g_file_new_for_path (record->path) : NULL;
  g_autoptr (GBytes) bytes = file != NULL ? g_file_load_bytes (file, NULL, NULL, NULL) : NULL;
  LvDocument *document = bytes != NULL ? lv_document_read (pack, bytes, NULL) : NULL;

  return document != NULL ? document : lv_document_new (pack, _ ("Scenarios"));
}

static char *
join (const GPtrArray *lines)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lines->len && i < MOST; i++)
    g_string_append_printf (out, "%s• %s", i > 0 ? "\n" : "", (const char *) lines->pdata[i]);
  if (lines->len > MOST)
    g_string_append_printf (out, ngettext ("\nand %u more", "\nand %u more", lines->len - MOST),
                            lines->len - MOST);
  return g_string_free (out, FALSE);
}

static char *
differences (LvRecoveryDialog *self, const LvRecoveryRecord *record)
{
  const LvPack *pack = lv_session_pack (lv_window_session (self->parent));
  g_autoptr (GError) error = NULL;
  g_autoptr (LvDocument) newer = lv_document_read (pack, record->bytes, &error);
  g_autoptr (LvDocument) older = saved_document (pack, record);
  g_autoptr (GPtrArray) lines = NULL;

  if (newer == NULL)
    return g_strdup_printf (_ ("It can't be opened: %s"), error->message);
  lines = lv_document_differences (pack, older, newer);
  return lines->len > 0 ? join (lines) : g_strdup (_ ("Nothing differs from the saved file."));
}

static const char *
original_text (LvRecovered *recovered, const LvRecoveryRecord *record)
{
  if (record->path == NULL)
    return _ ("It was never saved.");
  switch (lv_recovered_original (recovered))
    {
    case LV_FILE_CHANGED:
      return _ ("The file has been changed by somebody else since: saving will ask.");
    case LV_FILE_GONE:
      return _ ("The file is gone since.");
    case LV_FILE_UNREADABLE:
      return _ ("The file may not be read any more.");
    case LV_FILE_READ_ONLY:
    case LV_FILE_UNCHANGED:
    default:
      return _ ("Compared with the saved file:");
    }
}

static char *
when_and_where (const LvRecoveryRecord *record)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (record->time_us / G_USEC_PER_SEC);
  g_autofree char *when = g_date_time_format (time, "%d-%m-%Y %H:%M:%S");
  g_autofree char *where = record->path != NULL ? g_filename_display_name (record->path) : NULL;

  return where != NULL ? g_strdup_printf (_ ("Last edited %s, %s"), when, where)
                       : g_strdup_printf (_ ("Last edited %s"), when);
}

/* --- The list */

static void
show_note (LvRecoveryDialog *self, const char *text)
{
  lv_card_set_text (self->note, text);
  gtk_widget_set_visible (self->note, TRUE);
}

/* What was decided goes; with the last one the dialog. */
static void
settle (LvRecoveryDialog *self, GtkWidget *frame)
{
  GtkWidget *next;

  gtk_box_remove (self->list, frame);
  next = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  if (next == NULL)
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
}

static void
keep_cb (GtkButton *button, LvRecoveryDialog *self)
{
  GtkWidget *frame = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_FRAME);
  LvRecovered *recovered = g_object_get_data (G_OBJECT (frame), "recovered");
  g_autoptr (GError) error = NULL;

  if (!lv_window_recover (self->parent, recovered, &error))
    {
      show_note (self, error->message);
      return;
    }
  g_ptr_array_remove (self->found, recovered);
  settle (self, frame);
}

static void
discard_cb (GtkButton *button, LvRecoveryDialog *self)
{
  GtkWidget *frame = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_FRAME);
  LvRecovered *recovered = g_object_get_data (G_OBJECT (frame), "recovered");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;

  if (!lv_recovered_discard (recovered, now, &error))
    {
      show_note (self, error->message);
      return;
    }
  g_ptr_array_remove (self->found, recovered);
  settle (self, frame);
}

static GtkWidget *
text_label (const char *text, const char *style)
{
  GtkWidget *label = lv_card_label (text, style);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* @title: which of them, for a screen reader */
static GtkWidget *
button_new (LvRecoveryDialog *self, const char *text, const char *style, const char *title, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);
  g_autofree char *plain = g_strconcat (gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)))),
                                        ": ", title, NULL);

  gtk_widget_add_css_class (button, style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}

static void
describe (LvRecoveryDialog *self, GtkBox *box, LvRecovered *recovered)
{
  const LvRecoveryRecord *record = lv_recovered_record (recovered);
  g_autofree char *when = NULL;
  g_autofree char *what = NULL;

  if (record == NULL)
    {
      g_autofree char *shown = g_filename_display_name (lv_recovered_file (recovered));
      g_autofree char *text = g_strdup_printf (_ ("%s It is kept in %s."),
                                               lv_recovered_damage (recovered)->message, shown);

      gtk_box_append (box, text_label (text, "lv-unit"));
      return;
    }
  when = when_and_where (record);
  what = differences (self, record);
  gtk_box_append (box, text_label (when, "caption"));
  gtk_box_append (box, text_label (original_text (recovered, record), NULL));
  gtk_box_append (box, text_label (what, NULL));
}

static void
add (LvRecoveryDialog *self, LvRecovered *recovered)
{
  const LvRecoveryRecord *record = lv_recovered_record (recovered);
  const char *title = record != NULL ? record->title : _ ("Damaged");
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (frame, "view");
  gtk_widget_add_css_class (box, "lv-recovered");
  gtk_frame_set_child (GTK_FRAME (frame), box);
  g_object_set_data (G_OBJECT (frame), "recovered", recovered);
  gtk_box_append (GTK_BOX (box), text_label (title, "heading"));
  describe (self, GTK_BOX (box), recovered);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons),
                  button_new (self, _ ("_Discard"), "destructive-action", title, G_CALLBACK (discard_cb)));
  if (record != NULL)
    gtk_box_append (GTK_BOX (buttons),
                    button_new (self, _ ("_Take Up"), "suggested-action", title, G_CALLBACK (keep_cb)));
  gtk_box_append (GTK_BOX (box), buttons);
  lv_card_set_name (frame, title);
  gtk_box_append (self->list, frame);
}

static void
lv_recovery_dialog_dispose (GObject *object)
{
  LvRecoveryDialog *self = LV_RECOVERY_DIALOG (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->parent);
  G_OBJECT_CLASS (lv_recovery_dialog_parent_class)->dispose (object);
}

static void
lv_recovery_dialog_class_init (LvRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_recovery_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/ligevaegt/Ligevaegt/lv-recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LvRecoveryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, LvRecoveryDialog, note);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lv_recovery_dialog_init (LvRecoveryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lv_recovery_dialog_offer:
 * @parent: a window, which takes what is taken up if it shows nothing yet
 *
 * At start: tidies the recovery folder, and asks about what is in it, if anything.
 */
void
lv_recovery_dialog_offer (LvWindow *parent)
{
  g_autofree char *folder = lv_window_file_folder ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) found = NULL;
  LvRecoveryDialog *self;

  g_return_if_fail (LV_IS_WINDOW (parent));
  /* Without a pack nothing can be read, and nothing is lost by asking another time. */
  if (lv_window_file (parent) == NULL)
    return;
  lv_recovery_clean (folder, now);
  found = lv_recovery_list (folder);
  if (found->len == 0)
    return;
  self = g_object_new (LV_TYPE_RECOVERY_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->parent = g_object_ref (parent);
  self->found = g_steal_pointer (&found);
  for (guint i = 0; i < self->found->len; i++)
    add (self, g_ptr_array_index (self->found, i));
  lv_window_ask (parent, GTK_WINDOW (self));
}
