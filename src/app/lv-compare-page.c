/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sammenlign: two to six scenarios side by side. */
#include "lv-analysis-page.h"

#include "lv-analysis-table.h"
#include "lv-card-tools.h"
#include "lv-table-view.h"
#include "lv-target-picker.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LV_TYPE_COMPARE_PAGE (lv_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (LvComparePage, lv_compare_page, LV, COMPARE_PAGE, LvAnalysisPage)

/* Key figures that are chosen at first: the gap and the gap in all. */
#define FIRST_NUMBERS 2

struct _LvComparePage
{
  LvAnalysisPage parent_instance;

  GtkWidget *choices; /* a check button for each side */
  GtkWidget *numbers; /* and for each key figure */
  GtkWidget *sentence;
  GtkWidget *table;
  GtkWidget *words_title;
  GtkWidget *words;
  GtkWidget *inputs;
  GtkWidget *none; /* there are no inputs that differ */
  gboolean filling;

  /* owned */
  GHashTable *chosen; /* keys of the sides that are compared */
  GPtrArray *nodes;   /* LvNode */
  gboolean touched;   /* somebody chose; until then what is shown is compared with the grundprognose */
};

G_DEFINE_FINAL_TYPE (LvComparePage, lv_compare_page, LV_TYPE_ANALYSIS_PAGE)

static guint
chosen_sides (LvComparePage *self, LvSide sides[LV_MAX_SIDES])
{
  LvAnalysisSides *all = lv_analysis_page_sides (LV_ANALYSIS_PAGE (self));
  guint n = 0;

  for (guint i = 0; i < lv_analysis_sides_n (all) && n < LV_MAX_SIDES; i++)
    if (g_hash_table_contains (self->chosen, lv_analysis_sides_key (all, i)))
      sides[n++] = lv_analysis_sides_get (all, i);
  return n;
}

static LvCompare *
make_compare (LvComparePage *self)
{
  LvSide sides[LV_MAX_SIDES];
  guint n = chosen_sides (self, sides);
  LvCompare *compare = n >= 2 ? lv_compare_new (sides, n) : NULL;
  guint i = 0;

  for (GtkWidget *check = gtk_widget_get_first_child (self->numbers); compare != NULL && check != NULL;
       check = gtk_widget_get_next_sibling (check), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      lv_compare_add (compare, g_ptr_array_index (self->nodes, i), NULL);
  return compare;
}

/* --- What is shown */

static void
show_words (LvComparePage *self, const LvCompare *compare)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < compare->rows->len; i++)
    {
      const LvCompareRow *row = g_ptr_array_index (compare->rows, i);

      for (guint s = 1; s < compare->n; s++)
        {
          g_autofree char *sentence = NULL;

          if (row->cells[s].way == LV_COMPARE_SAME)
            continue;
          sentence = lv_compare_sentence (compare, row, s);
          g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
        }
    }
  lv_card_set_text (self->words, text->len > 0 ? text->str
                                               : _ ("None of the chosen numbers differ."));
  g_string_free (text, TRUE);
}

static void
set_shown (LvComparePage *self, gboolean shown)
{
  gtk_widget_set_visible (self->table, shown);
  gtk_widget_set_visible (self->words_title, shown);
  gtk_widget_set_visible (self->words, shown);
  gtk_widget_set_visible (self->inputs, shown);
  gtk_widget_set_visible (self->none, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.save-book", shown);
}

static void
lv_compare_page_refresh (LvAnalysisPage *page)
{
  LvComparePage *self = (LvComparePage *) page;
  g_autoptr (LvCompare) compare = make_compare (self);
  g_autofree char *sentence = NULL;
  LvAnalysisTable *inputs;

  set_shown (self, compare != NULL);
  if (compare == NULL)
    {
      lv_card_set_text (self->sentence, _ ("Choose at least two scenarios"));
      return;
    }
  sentence = g_strdup_printf (ngettext ("%u scenario against “%s”", "%u scenarios against “%s”",
                                        compare->n - 1),
                              compare->n - 1, compare->sides[0].title);
  lv_card_set_text (self->sentence, sentence);
  lv_table_view_take (LV_TABLE_VIEW (self->table), lv_analysis_compare_table (compare));
  show_words (self, compare);
  inputs = lv_analysis_inputs_table (compare);
  gtk_widget_set_visible (self->inputs, inputs->rows->len > 0);
  gtk_widget_set_visible (self->none, inputs->rows->len == 0);
  lv_table_view_take (LV_TABLE_VIEW (self->inputs), inputs);
}

/* --- Choices */

static void
update_sensitive (LvComparePage *self)
{
  gboolean full = g_hash_table_size (self->chosen) >= LV_MAX_SIDES;

  for (GtkWidget *check = gtk_widget_get_first_child (self->choices); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_widget_set_sensitive (check,
                              !full || gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

static void
side_cb (GtkCheckButton *check, LvComparePage *self)
{
  const char *key = g_object_get_data (G_OBJECT (check), "lv-key");

  if (self->filling)
    return;
  self->touched = TRUE;
  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_strdup (key));
  else
    g_hash_table_remove (self->chosen, key);
  update_sensitive (self);
  lv_analysis_page_queue (LV_ANALYSIS_PAGE (self));
}

static GtkWidget *
make_check (const char *title)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = lv_card_label (title, NULL);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  lv_card_set_name (check, title);
  return check;
}

/* Nobody chose: the grundprognose, and what the window shows or else the first scenario there is. */
static void
choose_default (LvComparePage *self)
{
  LvAnalysisSides *sides = lv_analysis_page_sides (LV_ANALYSIS_PAGE (self));
  int shown = lv_analysis_sides_shown (sides);
  guint other = shown > 0 ? (guint) shown : 1;

  g_hash_table_remove_all (self->chosen);
  g_hash_table_add (self->chosen, g_strdup (lv_analysis_sides_key (sides, 0)));
  if (other < lv_analysis_sides_n (sides))
    g_hash_table_add (self->chosen, g_strdup (lv_analysis_sides_key (sides, other)));
}

static gboolean
is_gone (gpointer key, gpointer value, gpointer user_data)
{
  return lv_analysis_sides_find (user_data, key) < 0;
}

static gboolean
same_choices (LvComparePage *self)
{
  LvAnalysisSides *sides = lv_analysis_page_sides (LV_ANALYSIS_PAGE (self));
  GtkWidget *check = gtk_widget_get_first_child (self->choices);

  for (guint i = 0; i < lv_analysis_sides_n (sides); i++)
    {
      if (check == NULL
          || g_strcmp0 (g_object_get_data (G_OBJECT (check), "lv-key"),
                        lv_analysis_sides_key (sides, i)) != 0
          || g_strcmp0 (g_object_get_data (G_OBJECT (check), "lv-title"),
                        lv_analysis_sides_title (sides, i)) != 0)
        return FALSE;
      check = gtk_widget_get_next_sibling (check);
    }
  return check == NULL;
}

static void
make_choices (LvComparePage *self)
{
  LvAnalysisSides *sides = lv_analysis_page_sides (LV_ANALYSIS_PAGE (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_box_remove (GTK_BOX (self->choices), child);
  for (guint i = 0; i < lv_analysis_sides_n (sides); i++)
    {
      GtkWidget *check = make_check (lv_analysis_sides_title (sides, i));

      g_object_set_data_full (G_OBJECT (check), "lv-key",
                              g_strdup (lv_analysis_sides_key (sides, i)), g_free);
      g_object_set_data_full (G_OBJECT (check), "lv-title",
                              g_strdup (lv_analysis_sides_title (sides, i)), g_free);
      g_signal_connect (check, "toggled", G_CALLBACK (side_cb), self);
      gtk_box_append (GTK_BOX (self->choices), check);
    }
}

/* The check buttons are kept, with the keyboard's focus, while the list is the same. */
static void
fill (LvComparePage *self)
{
  LvAnalysisSides *sides = lv_analysis_page_sides (LV_ANALYSIS_PAGE (self));

  if (!self->touched)
    choose_default (self);
  g_hash_table_foreach_remove (self->chosen, is_gone, sides);
  self->filling = TRUE;
  if (!same_choices (self))
    make_choices (self);
  for (GtkWidget *check = gtk_widget_get_first_child (self->choices); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (check),
        g_hash_table_contains (self->chosen, g_object_get_data (G_OBJECT (check), "lv-key")));
  self->filling = FALSE;
  update_sensitive (self);
}

static void
lv_compare_page_sides_changed (LvAnalysisPage *page)
{
  fill ((LvComparePage *) page);
}

/* --- Another file */

/* Who adds a file wants to see it: what it shows is compared, where there is room for one more. */
static void
choose_file (LvComparePage *self, GFile *file)
{
  LvAnalysisSides *sides = lv_analysis_page_sides (LV_ANALYSIS_PAGE (self));
  int shown = lv_analysis_sides_shown_of (sides, file);

  if (shown < 0 || g_hash_table_size (self->chosen) >= LV_MAX_SIDES)
    return;
  self->touched = TRUE;
  g_hash_table_add (self->chosen, g_strdup (lv_analysis_sides_key (sides, (guint) shown)));
  fill (self);
  lv_analysis_page_queue (LV_ANALYSIS_PAGE (self));
}

static void
add_file (LvComparePage *self, GFile *file)
{
  LvAnalysisSides *sides = lv_analysis_page_sides (LV_ANALYSIS_PAGE (self));
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (lv_analysis_sides_add_file (sides, file, &error))
    {
      choose_file (self, file);
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   _ ("The file can't be compared"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
response_cb (GtkNativeDialog *dialog, int response, LvComparePage *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    add_file (self, file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Compare with File"), GTK_WINDOW (gtk_widget_get_root (widget)),
      GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Ligevægt documents"));
  gtk_file_filter_add_pattern (filter, "*.ligevaegt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
save_book_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvComparePage *self = (LvComparePage *) widget;
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_analysis_table_free);
  g_autoptr (LvCompare) compare = make_compare (self);

  g_return_if_fail (compare != NULL);
  g_ptr_array_add (tables, lv_analysis_compare_table (compare));
  g_ptr_array_add (tables, lv_analysis_inputs_table (compare));
  lv_analysis_save_book (widget, lv_analysis_page_session (LV_ANALYSIS_PAGE (self)), _ ("Comparison"),
                         tables);
}

/* --- The page */

static void
lv_compare_page_finalize (GObject *object)
{
  LvComparePage *self = (LvComparePage *) object;

  g_hash_table_unref (self->chosen);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  G_OBJECT_CLASS (lv_compare_page_parent_class)->finalize (object);
}

static void
lv_compare_page_class_init (LvComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lv_compare_page_finalize;
  LV_ANALYSIS_PAGE_CLASS (klass)->refresh = lv_compare_page_refresh;
  LV_ANALYSIS_PAGE_CLASS (klass)->sides_changed = lv_compare_page_sides_changed;
  gtk_widget_class_install_action (widget_class, "compare.add-file", NULL, add_file_cb);
  gtk_widget_class_install_action (widget_class, "compare.save-book", NULL, save_book_cb);
}

static void
lv_compare_page_init (LvComparePage *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->numbers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->sentence = lv_analysis_sentence ();
  self->table = lv_table_view_new ();
  self->words_title = lv_analysis_heading (_ ("The Differences in Words"));
  self->words = lv_card_label ("", NULL);
  self->inputs = lv_table_view_new ();
  self->none = lv_card_label (_ ("All assumptions are the same."), NULL);
}

static void
make_numbers (LvComparePage *self)
{
  self->nodes = lv_target_numbers (lv_analysis_page_session (LV_ANALYSIS_PAGE (self)));
  for (guint i = 0; i < self->nodes->len; i++)
    {
      GtkWidget *check = make_check (lv_node_title (g_ptr_array_index (self->nodes, i)));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i < FIRST_NUMBERS);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (lv_analysis_page_queue), self);
      gtk_box_append (GTK_BOX (self->numbers), check);
    }
}

/** Returns: (transfer floating): the page that compares */
GtkWidget *
lv_compare_page_new (LvAnalysisSides *sides)
{
  LvComparePage *self = g_object_new (LV_TYPE_COMPARE_PAGE, NULL);
  LvAnalysisPage *page = LV_ANALYSIS_PAGE (self);

  lv_analysis_page_set_sides (page, sides);
  make_numbers (self);
  fill (self);
  lv_analysis_page_choose (page, lv_analysis_heading (_ ("Scenarios, two to six")));
  lv_analysis_page_choose (page, self->choices);
  lv_analysis_page_choose (page, lv_analysis_button (_ ("_Add File…"), "compare.add-file"));
  lv_analysis_page_choose (page, lv_analysis_heading (_ ("Numbers")));
  lv_analysis_page_choose (page, self->numbers);
  lv_analysis_page_choose (page, lv_analysis_button (_ ("Save as _Workbook…"), "compare.save-book"));
  lv_analysis_page_show (page, self->sentence);
  lv_analysis_page_show (page, self->table);
  lv_analysis_page_show (page, self->words_title);
  lv_analysis_page_show (page, self->words);
  lv_analysis_page_show (page, self->inputs);
  lv_analysis_page_show (page, self->none);
  return GTK_WIDGET (self);
}
