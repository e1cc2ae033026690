/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-window.h"

#include "lv-card-tools.h"
#include "lv-import-columns.h"
#include "lv-import-review.h"
#include "lv-import-words.h"
#include "lv-window-private.h"

#include <glib/gi18n.h>

#define WIDTH 1180
#define HEIGHT 660

struct _LvImportWindow
{
  AdwWindow parent_instance;

  LvImportPlan *plan; /* (owned) */
  LvWindow *parent;   /* (borrowed): it lives longer */
  AdwWindowTitle *title;
  GtkWidget *stack;
  GtkWidget *error;
  GtkWidget *review;
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *accept;
  gboolean looked; /* the first step has been shown, or passed over */
  gboolean accepting;
};

G_DEFINE_FINAL_TYPE (LvImportWindow, lv_import_window, ADW_TYPE_WINDOW)

static gboolean
is_shown (LvImportWindow *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), name) == 0;
}

static void
update_buttons (LvImportWindow *self)
{
  g_autofree char *fault = lv_import_plan_fault (self->plan);
  g_autofree char *lack = lv_import_plan_data (self->plan) != NULL ? lv_import_plan_lack (self->plan) : NULL;
  guint n = lv_import_plan_n_taken (self->plan);
  g_autofree char *count = lv_import_words_count (n);
  g_autofree char *text = g_strdup_printf (ngettext ("_Import %s Number", "_Import %s Numbers", n), count);
  gboolean columns = is_shown (self, "columns");
  gboolean review = is_shown (self, "review");

  gtk_widget_set_visible (self->back, review && !lv_import_plan_is_workbook (self->plan));
  gtk_widget_set_visible (self->next, columns);
  gtk_widget_set_visible (self->accept, review);
  gtk_widget_set_sensitive (self->next, lv_import_plan_data (self->plan) != NULL && fault == NULL);
  gtk_widget_set_sensitive (self->accept, lv_import_plan_data (self->plan) != NULL && lack == NULL);
  gtk_button_set_label (GTK_BUTTON (self->accept), text);
  gtk_window_set_default_widget (GTK_WINDOW (self), columns ? self->next : review ? self->accept : NULL);
}

static void
show_page (LvImportWindow *self, const char *name)
{
  if (is_shown (self, name))
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
  update_buttons (self);
  if (is_shown (self, "columns"))
    gtk_widget_grab_focus (self->next);
  else if (is_shown (self, "review"))
    lv_import_review_focus (LV_IMPORT_REVIEW (self->review));
}

static void
show_error (LvImportWindow *self, const GError *error)
{
  g_autofree char *advice = lv_import_plan_advice (error);
  g_autofree char *text = g_strdup_printf ("%s%s%s", error->message, advice[0] != '\0' ? "\n" : "", advice);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (ADW_STATUS_PAGE (self->error), markup);
  show_page (self, "error");
}

/* What we sent out ourselves needs no looking at its columns. */
static gboolean
speaks_for_itself (LvImportWindow *self)
{
  return lv_import_plan_is_workbook (self->plan) || lv_import_plan_is_form (self->plan);
}

static void
read_cb (LvImportWindow *self)
{
  const GError *error = lv_import_plan_error (self->plan);
  const char *file = lv_import_plan_file (self->plan);

  adw_window_title_set_subtitle (self->title, file != NULL ? file : "");
  if (error != NULL)
    show_error (self, error);
  else if (lv_import_plan_data (self->plan) == NULL)
    show_page (self, "reading");
  else if (!self->looked)
    {
      self->looked = TRUE;
      show_page (self, speaks_for_itself (self) ? "review" : "columns");
    }
  else if (is_shown (self, "error") || is_shown (self, "reading"))
    show_page (self, "columns");
  update_buttons (self);
}

/* --- Buttons */

static void
back_cb (LvImportWindow *self)
{
  show_page (self, "columns");
}

static void
next_cb (LvImportWindow *self)
{
  show_page (self, "review");
}

/* What its columns and differences speak of is gone. */
static void
rebuilt_cb (LvImportWindow *self)
{
  if (!self->accepting)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
accept_cb (LvImportWindow *self)
{
  g_autoptr (GError) error = NULL;
  gboolean taken;
  guint n = lv_import_plan_n_taken (self->plan);
  g_autofree char *count = lv_import_words_count (n);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%s number imported from %s", "%s numbers imported from %s", n), count,
                         lv_import_plan_file (self->plan));

  self->accepting = TRUE;
  taken = lv_import_plan_accept (self->plan, &error);
  self->accepting = FALSE;
  if (!taken)
    {
      GtkWidget *dialog
          = adw_message_dialog_new (GTK_WINDOW (self), _ ("Nothing Was Imported"), error->message);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      return;
    }
  lv_window_toast (self->parent, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- The window */

static GtkWidget *
button_new (LvImportWindow *self, const char *text, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_bar (LvImportWindow *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_ ("Import"), ""));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), GTK_WIDGET (self->title));
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  self->back = button_new (self, _ ("_Back"), G_CALLBACK (back_cb));
  self->next = button_new (self, _ ("_Next"), G_CALLBACK (next_cb));
  self->accept = button_new (self, "", G_CALLBACK (accept_cb));
  gtk_button_set_use_underline (GTK_BUTTON (self->accept), TRUE);
  gtk_widget_add_css_class (self->next, "suggested-action");
  gtk_widget_add_css_class (self->accept, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->back);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->accept);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->next);
  return bar;
}

static GtkWidget *
make_reading (void)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *spinner = gtk_spinner_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Reading the File"));
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 48, 48);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), spinner);
  return status;
}

static GtkWidget *
make_error (LvImportWindow *self)
{
  GtkWidget *other = gtk_button_new_with_mnemonic (_ ("_Choose Another File…"));

  self->error = adw_status_page_new ();
  adw_status_page_set_title (ADW_STATUS_PAGE (self->error), _ ("The File Can't Be Imported"));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->error), "dialog-error-symbolic");
  gtk_widget_set_halign (other, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (other), "import.another");
  adw_status_page_set_child (ADW_STATUS_PAGE (self->error), other);
  return self->error;
}

static void
another_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvImportWindow *self = LV_IMPORT_WINDOW (widget);
  g_autoptr (LvWindow) parent = g_object_ref (self->parent);

  gtk_window_destroy (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.import", NULL);
}

static void
lv_import_window_dispose (GObject *object)
{
  LvImportWindow *self = LV_IMPORT_WINDOW (object);

  if (self->plan != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->plan, self);
      lv_import_plan_cancel (self->plan);
    }
  g_clear_object (&self->plan);
  G_OBJECT_CLASS (lv_import_window_parent_class)->dispose (object);
}

static void
lv_import_window_class_init (LvImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_import_window_dispose;
  gtk_widget_class_install_action (widget_class, "import.another", NULL, another_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
lv_import_window_init (LvImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * lv_import_window_new:
 * @parent: the window whose document is read into
 * @memory: (nullable): the file of what columns meant before
 *
 * Returns: (transfer floating): a window, not yet presented; tell its plan what to read
 */
GtkWidget *
lv_import_window_new (LvWindow *parent, const char *memory)
{
  LvImportWindow *self = g_object_new (LV_TYPE_IMPORT_WINDOW, "transient-for", parent, "modal", TRUE,
                                       "destroy-with-parent", TRUE, "title", _ ("Import"), "default-width", WIDTH,
                                       "default-height", HEIGHT, NULL);

  self->parent = parent;
  self->plan = lv_import_plan_new (lv_window_session (parent), memory);
  self->review = lv_import_review_new (self->plan);
  gtk_stack_add_named (GTK_STACK (self->stack), make_reading (), "reading");
  gtk_stack_add_named (GTK_STACK (self->stack), make_error (self), "error");
  gtk_stack_add_named (GTK_STACK (self->stack), lv_import_columns_new (self->plan), "columns");
  gtk_stack_add_named (GTK_STACK (self->stack), self->review, "review");
  g_signal_connect_object (self->plan, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan, "mapped", G_CALLBACK (update_buttons), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan, "proposed", G_CALLBACK (update_buttons), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan, "taken", G_CALLBACK (update_buttons), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lv_window_session (parent), "rebuilt", G_CALLBACK (rebuilt_cb), self, G_CONNECT_SWAPPED);
  update_buttons (self);
  return GTK_WIDGET (self);
}

/** Returns: (transfer none): what the window works on */
LvImportPlan *
lv_import_window_plan (LvImportWindow *self)
{
  g_return_val_if_fail (LV_IS_IMPORT_WINDOW (self), NULL);
  return self->plan;
}
