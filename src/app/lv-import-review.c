/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-review.h"

#include "lv-card-tools.h"
#include "lv-import-difference.h"
#include "lv-import-words.h"
#include "lv-index-model.h"
#include "lv-line-layout.h"

#include <glib/gi18n.h>

struct _LvImportReview
{
  GtkWidget parent_instance;

  LvImportPlan *plan; /* (owned) */
  GtkWidget *box;
  GtkWidget *summary;
  GtkWidget *warnings;
  GtkWidget *as;
  GtkWidget *who;
  GtkWidget *source;
  GtkWidget *list;
  GtkWidget *list_box;
  GtkWidget *bad_box;
  GtkWidget *bad_title;
  GtkWidget *lack;
  LvIndexModel *rows; /* (owned) */
  LvIndexModel *bad;  /* (owned) */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (LvImportReview, lv_import_review, GTK_TYPE_WIDGET)

/* --- What the user says */

static void
as_cb (LvImportReview *self)
{
  if (!self->updating && lv_import_plan_mapping (self->plan) != NULL)
    lv_import_plan_set_as_changes (self->plan, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->as)) == 1);
}

static void
who_cb (LvImportReview *self)
{
  lv_import_plan_set_who (self->plan, gtk_editable_get_text (GTK_EDITABLE (self->who)));
}

static void
source_cb (LvImportReview *self)
{
  lv_import_plan_set_source (self->plan, gtk_editable_get_text (GTK_EDITABLE (self->source)));
}

static void
all_cb (LvImportReview *self)
{
  lv_import_plan_set_takes_all (self->plan, TRUE);
}

static void
none_cb (LvImportReview *self)
{
  lv_import_plan_set_takes_all (self->plan, FALSE);
}

/* --- What is shown */

static GtkWidget *
warning_new (const char *text)
{
  /* A GtkBox is a point lower with its text in one line than it says, which GTK complains of. */
  GtkWidget *line = lv_line_box_new (6);
  GtkWidget *label = lv_card_label (text, NULL);

  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

static void
show_warnings (LvImportReview *self)
{
  g_autoptr (GPtrArray) lines = lv_import_plan_warnings (self->plan);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->warnings)) != NULL)
    gtk_box_remove (GTK_BOX (self->warnings), child);
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (GTK_BOX (self->warnings), warning_new (g_ptr_array_index (lines, i)));
  gtk_widget_set_visible (self->warnings, lines->len > 0);
}

static void
show_summary (LvImportReview *self)
{
  g_autofree char *counts = lv_import_words_summary (self->plan);
  g_autofree char *own
      = lv_import_plan_is_workbook (self->plan)
            ? g_strdup_printf (_ ("This is our own calculation workbook. Only what somebody changed below Scenario is shown. %s"), counts)
            : g_strdup (counts);

  lv_card_set_text (self->summary, own);
}

static void
show_lack (LvImportReview *self)
{
  g_autofree char *lack = lv_import_plan_lack (self->plan);
  gboolean wants = lv_import_plan_wants_source (self->plan)
                   && gtk_editable_get_text (GTK_EDITABLE (self->source))[0] == '\0';

  lv_card_set_text (self->lack, lack != NULL ? lack : "");
  gtk_widget_set_visible (self->lack, lack != NULL);
  lv_card_set_style (self->source, "error", wants);
  lv_card_set_style (self->who, "error", gtk_editable_get_text (GTK_EDITABLE (self->who))[0] == '\0');
}

static void
show_bad (LvImportReview *self, const LvProposal *proposal)
{
  g_autofree char *count = lv_import_words_count (proposal->n_bad);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->bad_box, proposal->n_bad > 0);
  title = g_strdup_printf (ngettext ("%s cell can't be taken", "%s cells can't be taken", proposal->n_bad), count);
  if (proposal->n_bad > proposal->bad->len)
    {
      g_autofree char *shown = lv_import_words_count (proposal->bad->len);
      g_autofree char *more = g_strdup_printf (_ ("%s; the first %s are shown"), title, shown);

      lv_card_set_text (self->bad_title, more);
    }
  else
    lv_card_set_text (self->bad_title, title);
}

static void
proposed_cb (LvImportReview *self)
{
  const LvProposal *proposal = lv_import_plan_proposal (self->plan);
  const LvMapping *mapping = lv_import_plan_mapping (self->plan);

  show_summary (self);
  show_lack (self);
  /* While it is compared, what is shown are the differences of before: they are gone. */
  lv_index_model_set (self->rows, proposal != NULL ? proposal->differences->len : 0);
  lv_index_model_set (self->bad, proposal != NULL ? proposal->bad->len : 0);
  if (proposal == NULL)
    return;
  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->as), mapping != NULL && mapping->as_changes ? 1 : 0);
  self->updating = FALSE;
  gtk_widget_set_visible (gtk_widget_get_parent (self->as), lv_import_plan_has_figures (self->plan));
  gtk_widget_set_visible (self->list_box, proposal->differences->len > 0);
  gtk_widget_set_vexpand (self->bad_box, proposal->differences->len == 0);
  show_bad (self, proposal);
  show_warnings (self);
}

/* --- Lists */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LvImportReview *self)
{
  gtk_list_item_set_child (item, lv_import_difference_new (self->plan));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LvImportReview *self)
{
  lv_import_difference_show (gtk_list_item_get_child (item), lv_index_item_get (gtk_list_item_get_item (item)));
}

static void
setup_bad_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LvImportReview *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_bad_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LvImportReview *self)
{
  const LvProposal *proposal = lv_import_plan_proposal (self->plan);
  GtkWidget *label = gtk_list_item_get_child (item);
  guint at = lv_index_item_get (gtk_list_item_get_item (item));
  const LvImportBad *bad = proposal != NULL && at < proposal->bad->len
                               ? &g_array_index (proposal->bad, LvImportBad, at) : NULL;
  g_autofree char *letters = bad != NULL ? lv_data_column_name (bad->column) : NULL;
  g_autofree char *text = bad != NULL ? g_strdup_printf (_ ("Row %u, column %s: %s"), bad->row + 1, letters, bad->text)
                                      : g_strdup ("");

  gtk_label_set_label (GTK_LABEL (label), text);
  lv_card_set_tooltip (label, text);
}

static GtkWidget *
list_new (LvImportReview *self, LvIndexModel *model, GCallback setup, GCallback bind, const char *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *none = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (model))));
  GtkWidget *list;

  g_signal_connect_object (factory, "setup", setup, self, 0);
  g_signal_connect_object (factory, "bind", bind, self, 0);
  list = gtk_list_view_new (none, factory);
  lv_card_set_name (list, name);
  return list;
}

static GtkWidget *
scroller_new (GtkWidget *child, int height)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), height);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
framed (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_set_overflow (box, GTK_OVERFLOW_HIDDEN);
  if (first != NULL)
    gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  return box;
}

/* --- The widget */

static GtkWidget *
entry_new (LvImportReview *self, GtkWidget *box, const char *text, const char *hint, GCallback changed)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = lv_card_label (text, "caption");
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_use_underline (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "changed", changed, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (pair), label);
  gtk_box_append (GTK_BOX (pair), entry);
  gtk_box_append (GTK_BOX (box), pair);
  return entry;
}

static GtkWidget *
make_origin (LvImportReview *self)
{
  const char *const as[] = { _ ("Read-in figures, for all scenarios"), _ ("Changes of the scenario"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = lv_card_label (_ ("Rea_d in as"), "caption");

  self->as = gtk_drop_down_new_from_strings (as);
  g_signal_connect_object (self->as, "notify::selected", G_CALLBACK (as_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_use_underline (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->as);
  gtk_box_append (GTK_BOX (pair), label);
  gtk_box_append (GTK_BOX (pair), self->as);
  gtk_box_append (GTK_BOX (box), pair);
  self->source = entry_new (self, box, _ ("_Source, where the rows do not say one"), _ ("a system, a letter, or who says so"),
                            G_CALLBACK (source_cb));
  self->who = entry_new (self, box, _ ("_Who reads in"), _ ("name or unit"), G_CALLBACK (who_cb));
  gtk_editable_set_text (GTK_EDITABLE (self->who), lv_session_user (lv_import_plan_session (self->plan)));
  return box;
}

static GtkWidget *
text_button (LvImportReview *self, const char *text, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
make_lists (LvImportReview *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bad;

  self->rows = lv_index_model_new (0);
  self->bad = lv_index_model_new (0);
  self->list = list_new (self, self->rows, G_CALLBACK (setup_cb), G_CALLBACK (bind_cb), _ ("What changes"));
  self->list_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (buttons), text_button (self, _ ("_Tick All"), G_CALLBACK (all_cb)));
  gtk_box_append (GTK_BOX (buttons), text_button (self, _ ("Tick _None"), G_CALLBACK (none_cb)));
  gtk_box_append (GTK_BOX (self->list_box), buttons);
  gtk_box_append (GTK_BOX (self->list_box), framed (lv_import_difference_heads (), scroller_new (self->list, 120)));
  bad = list_new (self, self->bad, G_CALLBACK (setup_bad_cb), G_CALLBACK (bind_bad_cb), _ ("What can't be taken"));
  self->bad_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->bad_title = lv_card_label ("", "heading");
  gtk_box_append (GTK_BOX (self->bad_box), self->bad_title);
  gtk_box_append (GTK_BOX (self->bad_box), framed (NULL, scroller_new (bad, 76)));
}

static void
make_content (LvImportReview *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "lv-import-page");
  self->summary = lv_card_label ("", "heading");
  self->warnings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->lack = lv_card_label ("", "error");
  make_lists (self);
  gtk_box_append (GTK_BOX (self->box), self->summary);
  gtk_box_append (GTK_BOX (self->box), self->warnings);
  gtk_box_append (GTK_BOX (self->box), make_origin (self));
  gtk_box_append (GTK_BOX (self->box), self->list_box);
  gtk_box_append (GTK_BOX (self->box), self->bad_box);
  gtk_box_append (GTK_BOX (self->box), self->lack);
  gtk_widget_set_vexpand (self->list_box, TRUE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
lv_import_review_dispose (GObject *object)
{
  LvImportReview *self = LV_IMPORT_REVIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->bad);
  g_clear_object (&self->plan);
  G_OBJECT_CLASS (lv_import_review_parent_class)->dispose (object);
}

static void
lv_import_review_class_init (LvImportReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_import_review_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_import_review_init (LvImportReview *self)
{
}

/** Returns: (transfer floating): the second step of @plan */
GtkWidget *
lv_import_review_new (LvImportPlan *plan)
{
  LvImportReview *self = g_object_new (LV_TYPE_IMPORT_REVIEW, NULL);

  self->plan = g_object_ref (plan);
  make_content (self);
  g_signal_connect_object (plan, "proposed", G_CALLBACK (proposed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "taken", G_CALLBACK (show_lack), self, G_CONNECT_SWAPPED);
  proposed_cb (self);
  return GTK_WIDGET (self);
}

/** Gives the focus to what must still be filled in, else to the list. */
void
lv_import_review_focus (LvImportReview *self)
{
  g_return_if_fail (LV_IS_IMPORT_REVIEW (self));
  if (gtk_widget_has_css_class (self->source, "error"))
    gtk_widget_grab_focus (self->source);
  else if (gtk_widget_has_css_class (self->who, "error"))
    gtk_widget_grab_focus (self->who);
  else
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}
