/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-request-dialog.h"

#include "lv-card-tools.h"
#include "lv-index-model.h"
#include "lv-request.h"
#include "lv-window-private.h"

#include <glib/gi18n.h>

#define WIDTH 620
#define HEIGHT 600

/** A series or parameter that can be asked for. */
typedef struct
{
  const LvNode *node;
  guint rows;
  gboolean taken;
} Entry;

struct _LvRequestDialog
{
  AdwWindow parent_instance;

  LvWindow *parent; /* (borrowed): it lives longer */
  GPtrArray *pages; /* (owned): LvItem, those that are shown */
  GArray *entries;  /* (owned): Entry */
  LvIndexModel *model; /* (owned) */
  GtkWidget *what;
  GtkWidget *where;
  GtkWidget *list;
  GtkWidget *status;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (LvRequestDialog, lv_request_dialog, ADW_TYPE_WINDOW)

static LvSession *
session_of (LvRequestDialog *self)
{
  return lv_window_session (self->parent);
}

static gboolean
is_template (LvRequestDialog *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->what)) == 1;
}

/* --- What is asked for */

static GPtrArray *
nodes_of_page (LvRequestDialog *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->where));

  if (at == 0 || at > self->pages->len)
    return NULL;
  return lv_request_page_nodes (lv_session_model (session_of (self)), g_ptr_array_index (self->pages, at - 1));
}

static void
update_status (LvRequestDialog *self)
{
  guint rows = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).taken)
      rows += g_array_index (self->entries, Entry, i).rows;
  text = self->entries->len == 0 ? g_strdup (_ ("Nothing is missing or assumed here."))
                                 : g_strdup_printf (ngettext ("%u row to fill in", "%u rows to fill in", rows), rows);
  lv_card_set_text (self->status, text);
  gtk_widget_set_sensitive (self->save, rows > 0);
}

static void
fill (LvRequestDialog *self)
{
  g_autoptr (GPtrArray) nodes = nodes_of_page (self);
  g_autoptr (GArray) cells = lv_request_cells (lv_session_base (session_of (self)), nodes, is_template (self));

  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < cells->len; i++)
    {
      const LvNode *node = g_array_index (cells, LvRequestCell, i).node;
      Entry entry = { node, 1, TRUE };

      if (self->entries->len > 0 && g_array_index (self->entries, Entry, self->entries->len - 1).node == node)
        g_array_index (self->entries, Entry, self->entries->len - 1).rows++;
      else
        g_array_append_val (self->entries, entry);
    }
  lv_index_model_set (self->model, self->entries->len);
  update_status (self);
}

static void
tick_all (LvRequestDialog *self, gboolean on)
{
  for (guint i = 0; i < self->entries->len; i++)
    g_array_index (self->entries, Entry, i).taken = on;
  lv_index_model_set (self->model, self->entries->len);
  update_status (self);
}

static void
all_cb (LvRequestDialog *self)
{
  tick_all (self, TRUE);
}

static void
none_cb (LvRequestDialog *self)
{
  tick_all (self, FALSE);
}

/* --- Saving */

/**
 * lv_request_dialog_save:
 * @path: where the workbook goes
 *
 * Writes what is ticked.
 */
gboolean
lv_request_dialog_save (LvRequestDialog *self, const char *path, GError **error)
{
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  LvRequestOptions options = { g_date_time_get_year (today), g_date_time_get_month (today),
                               g_date_time_get_day_of_month (today), nodes, FALSE };

  g_return_val_if_fail (LV_IS_REQUEST_DIALOG (self) && path != NULL, FALSE);
  options.every = is_template (self);
  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).taken)
      g_ptr_array_add (nodes, (gpointer) g_array_index (self->entries, Entry, i).node);
  return lv_request_write (lv_session_base (session_of (self)), path, &options, error);
}

static void
save_to (LvRequestDialog *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_filename_display_basename (path);
  g_autofree char *text = NULL;

  if (!lv_request_dialog_save (self, path, &error))
    {
      GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("The File Was Not Saved"), error->message);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      return;
    }
  text = g_strdup_printf (_ ("%s is saved. Send it to those who know the numbers; Import reads the answer."), shown);
  lv_window_toast (self->parent, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
response_cb (GtkNativeDialog *dialog, int response, LvRequestDialog *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  if (path != NULL)
    save_to (self, path);
}

static void
save_cb (LvRequestDialog *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Save Form"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  g_autofree char *name
      = g_strdup_printf ("%s.xlsx", is_template (self) ? _ ("Numbers to fill in") : _ ("Open numbers"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- The list */

static void
toggled_cb (GtkCheckButton *button, LvRequestDialog *self)
{
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "entry"));

  if (at == 0 || at > self->entries->len)
    return;
  g_array_index (self->entries, Entry, at - 1).taken = gtk_check_button_get_active (button);
  update_status (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LvRequestDialog *self)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_list_item_set_child (item, button);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LvRequestDialog *self)
{
  GtkWidget *button = gtk_list_item_get_child (item);
  guint at = lv_index_item_get (gtk_list_item_get_item (item));
  const Entry *entry = &g_array_index (self->entries, Entry, at);
  g_autofree char *text = g_strdup_printf (ngettext ("%s (%u row)", "%s (%u rows)", entry->rows),
                                           lv_node_title (entry->node), entry->rows);

  g_object_set_data (G_OBJECT (button), "entry", NULL);
  gtk_label_set_label (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (button))), text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), entry->taken);
  lv_card_set_name (button, text);
  g_object_set_data (G_OBJECT (button), "entry", GUINT_TO_POINTER (at + 1));
}

static GtkWidget *
make_list (LvRequestDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSelectionModel *none;

  self->model = lv_index_model_new (0);
  none = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  self->list = gtk_list_view_new (none, factory);
  lv_card_set_name (self->list, _ ("What is asked for"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/* --- The dialog */

static GtkWidget *
drop_down (LvRequestDialog *self, GtkWidget *box, const char *text, GListModel *words)
{
  GtkWidget *label = lv_card_label (text, "caption");
  GtkWidget *control = gtk_drop_down_new (words, NULL);

  gtk_label_set_use_underline (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), control);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), control);
  return control;
}

static GtkWidget *
text_button (LvRequestDialog *self, const char *text, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

/* @page: (nullable): the one to begin with */
static void
make_content (LvRequestDialog *self, GtkWidget *content, const char *page)
{
  const char *const what[] = { _ ("What is missing or assumed"), _ ("A template with every number"), NULL };
  GtkStringList *where = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  guint chosen = 0;

  gtk_string_list_append (where, _ ("The whole pack"));
  for (guint i = 0; i < self->pages->len; i++)
    {
      const LvItem *item = g_ptr_array_index (self->pages, i);
      g_autofree char *text = g_strdup_printf (_ ("The page %s"), item->title);

      gtk_string_list_append (where, text);
      if (g_strcmp0 (item->id, page) == 0)
        chosen = i + 1;
    }
  gtk_widget_add_css_class (box, "lv-import-page");
  gtk_box_append (GTK_BOX (box), lv_card_label (_ ("Makes a workbook to send to those who know the numbers. What they fill in comes back with Import."), NULL));
  self->status = lv_card_label ("", "heading");
  self->what = drop_down (self, box, _ ("_What"), G_LIST_MODEL (gtk_string_list_new (what)));
  self->where = drop_down (self, box, _ ("_Of"), G_LIST_MODEL (where));
  gtk_box_append (GTK_BOX (buttons), text_button (self, _ ("_Tick All"), G_CALLBACK (all_cb)));
  gtk_box_append (GTK_BOX (buttons), text_button (self, _ ("Tick _None"), G_CALLBACK (none_cb)));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_box_append (GTK_BOX (box), self->status);
  gtk_box_append (GTK_BOX (content), box);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->where), chosen);
  g_signal_connect_object (self->what, "notify::selected", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->where, "notify::selected", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_bar (LvRequestDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  self->save = gtk_button_new_with_mnemonic (_ ("_Save…"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->save);
  return bar;
}

static void
find_pages (LvRequestDialog *self)
{
  const GPtrArray *pages = lv_pack_items (lv_session_pack (session_of (self)), LV_KIND_PAGE);

  for (guint i = 0; i < pages->len; i++)
    {
      const LvItem *item = g_ptr_array_index (pages, i);
      g_autoptr (GPtrArray) nodes = lv_request_page_nodes (lv_session_model (session_of (self)), item);

      if (nodes->len > 0)
        g_ptr_array_add (self->pages, (gpointer) item);
    }
}

static void
lv_request_dialog_dispose (GObject *object)
{
  LvRequestDialog *self = LV_REQUEST_DIALOG (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  G_OBJECT_CLASS (lv_request_dialog_parent_class)->dispose (object);
}

static void
lv_request_dialog_finalize (GObject *object)
{
  g_array_unref (LV_REQUEST_DIALOG (object)->entries);
  G_OBJECT_CLASS (lv_request_dialog_parent_class)->finalize (object);
}

static void
lv_request_dialog_class_init (LvRequestDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_request_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_request_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
lv_request_dialog_init (LvRequestDialog *self)
{
  self->pages = g_ptr_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
}

/**
 * lv_request_dialog_new:
 * @page: (nullable): id of the page to begin with; %NULL for the whole pack
 *
 * Returns: (transfer floating): a dialog, not yet presented
 */
GtkWidget *
lv_request_dialog_new (LvWindow *parent, const char *page)
{
  LvRequestDialog *self = g_object_new (LV_TYPE_REQUEST_DIALOG, "transient-for", parent, "modal", TRUE,
                                        "destroy-with-parent", TRUE, "title", _ ("Ask for Numbers"),
                                        "default-width", WIDTH, "default-height", HEIGHT, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->parent = parent;
  find_pages (self);
  gtk_box_append (GTK_BOX (content), make_bar (self));
  make_content (self, content, page);
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
  /* What is listed is of a model that is gone. */
  g_signal_connect_object (session_of (self), "rebuilt", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
