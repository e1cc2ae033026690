/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hvad skal der til?: what takes a number to a target, as a proposal that one click applies. */
#include "lv-analysis-page.h"

#include "lv-analysis-table.h"
#include "lv-card-tools.h"
#include "lv-lever-list.h"
#include "lv-number.h"
#include "lv-table-view.h"
#include "lv-target-picker.h"

#include <glib/gi18n.h>
#include <math.h>

#define LV_TYPE_SEEK_PAGE (lv_seek_page_get_type ())
G_DECLARE_FINAL_TYPE (LvSeekPage, lv_seek_page, LV, SEEK_PAGE, LvAnalysisPage)

struct _LvSeekPage
{
  LvAnalysisPage parent_instance;

  GtkWidget *target;
  GtkWidget *sense;
  GtkWidget *goal;
  GtkWidget *levers;
  GtkWidget *sentence;
  GtkWidget *remarks;
  GtkWidget *answers;
  GtkWidget *meaning;
  GtkWidget *apply;
  LvSeek *seek; /* (owned) (nullable): what is proposed */
};

G_DEFINE_FINAL_TYPE (LvSeekPage, lv_seek_page, LV_TYPE_ANALYSIS_PAGE)

/* The order of the drop-down. */
static const LvSeekSense senses[] = { LV_SEEK_AT_MOST, LV_SEEK_EQUAL, LV_SEEK_AT_LEAST };

/* --- What is asked */

static LvSeek *
make_seek (LvSeekPage *self, char **reason)
{
  const LvState *state = lv_session_state (lv_analysis_page_session (LV_ANALYSIS_PAGE (self)));
  guint sense = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sense));
  g_autoptr (GArray) levers = NULL;
  gboolean number;
  const LvNode *node;
  double goal;
  gsize cell;

  number = lv_number_parse_da (gtk_editable_get_text (GTK_EDITABLE (self->goal)), &goal);
  lv_card_set_style (self->goal, "error", !number);
  if (!number)
    *reason = g_strdup (_ ("Write the target as a number, such as 0 or 12,5"));
  else if (sense < G_N_ELEMENTS (senses)
           && lv_target_picker_get (LV_TARGET_PICKER (self->target), &node, &cell))
    levers = lv_lever_list_dup_levers (LV_LEVER_LIST (self->levers), state, reason);
  if (levers == NULL)
    return NULL;
  return lv_seek_new (state, node, cell, goal, senses[sense],
                      (const LvSeekLever *) (gpointer) levers->data, levers->len);
}

/* --- What is answered */

static gboolean
is_turned (const LvSeekAnswer *answer)
{
  return !isnan (answer->after) && answer->after != answer->before;
}

static char *
outcome_words (LvLeverOutcome outcome, const char *title)
{
  switch (outcome)
    {
    case LV_LEVER_NO_EFFECT:
      return g_strdup_printf (_ ("%s does not move the number"), title);
    case LV_LEVER_NO_HELP:
      return g_strdup_printf (_ ("%s can't help within its bounds"), title);
    case LV_LEVER_MISSING:
      return g_strdup_printf (_ ("%s leads to a missing number"), title);
    case LV_LEVER_HELPS:
    default:
      return NULL;
    }
}

static void
show_remarks (LvSeekPage *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->seek->answers->len; i++)
    {
      const LvSeekAnswer *answer = &g_array_index (self->seek->answers, LvSeekAnswer, i);
      g_autofree char *title = answer->lever.cell >= 0
                                   ? lv_text_cell_title (answer->lever.input, (gsize) answer->lever.cell)
                                   : g_strdup (lv_node_title (answer->lever.input));
      g_autofree char *words = outcome_words (answer->outcome, title);

      if (words != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
    }
  lv_card_set_text (self->remarks, text->str);
  gtk_widget_set_visible (self->remarks, text->len > 0);
  g_string_free (text, TRUE);
}

static gboolean
has_proposal (LvSeekPage *self)
{
  for (guint i = 0; self->seek != NULL && i < self->seek->answers->len; i++)
    if (is_turned (&g_array_index (self->seek->answers, LvSeekAnswer, i)))
      return TRUE;
  return FALSE;
}

static void
lv_seek_page_refresh (LvAnalysisPage *page)
{
  LvSeekPage *self = (LvSeekPage *) page;
  LvSession *session = lv_analysis_page_session (page);
  g_autofree char *reason = NULL;
  g_autofree char *sentence = NULL;
  gboolean proposal;

  g_clear_pointer (&self->seek, lv_seek_free);
  self->seek = make_seek (self, &reason);
  proposal = has_proposal (self);
  gtk_widget_set_visible (self->answers, proposal);
  gtk_widget_set_visible (self->meaning, proposal);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "seek.apply", proposal);
  gtk_widget_set_visible (self->remarks, self->seek != NULL);
  if (self->seek == NULL)
    {
      lv_card_set_text (self->sentence, reason != NULL ? reason : "");
      return;
    }
  sentence = lv_seek_sentence (self->seek);
  lv_card_set_text (self->sentence, sentence);
  show_remarks (self);
  lv_table_view_take (LV_TABLE_VIEW (self->answers), lv_analysis_levers_table (self->seek));
  lv_table_view_take (LV_TABLE_VIEW (self->meaning),
                      lv_analysis_meaning_table (self->seek, lv_session_state (session)));
}

/* --- Applying */

static void
add_changes (const LvSeekAnswer *answer, const LvModel *model, GArray *changes)
{
  LvSessionChange change = { .node = answer->lever.input, .value = answer->after, .standard = NAN };

  if (!is_turned (answer))
    return;
  for (change.cell = 0; change.cell < lv_shape_cells (lv_node_shape (change.node)); change.cell++)
    if (lv_node_present (model, change.node, change.cell)
        && (answer->lever.cell < 0 || (gsize) answer->lever.cell == change.cell))
      g_array_append_val (changes, change);
}

static void
apply_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvSeekPage *self = (LvSeekPage *) widget;
  LvSession *session = lv_analysis_page_session (LV_ANALYSIS_PAGE (self));
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (LvSessionChange));

  for (guint i = 0; self->seek != NULL && i < self->seek->answers->len; i++)
    add_changes (&g_array_index (self->seek->answers, LvSeekAnswer, i), lv_session_model (session),
                 changes);
  if (changes->len == 0)
    return;
  lv_session_end_edit (session);
  lv_session_set_many (session, _ ("What Does It Take?"),
                       (const LvSessionChange *) (gpointer) changes->data, changes->len);
  lv_session_end_edit (session);
}

/* --- The page */

static void
lv_seek_page_finalize (GObject *object)
{
  g_clear_pointer (&((LvSeekPage *) object)->seek, lv_seek_free);
  G_OBJECT_CLASS (lv_seek_page_parent_class)->finalize (object);
}

static void
lv_seek_page_class_init (LvSeekPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_seek_page_finalize;
  LV_ANALYSIS_PAGE_CLASS (klass)->refresh = lv_seek_page_refresh;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "seek.apply", NULL, apply_cb);
}

static void
lv_seek_page_init (LvSeekPage *self)
{
  const char *words[] = { _ ("At most"), _ ("Exactly"), _ ("At least"), NULL };

  self->sense = gtk_drop_down_new_from_strings (words);
  self->goal = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->goal), "0");
  self->sentence = lv_analysis_sentence ();
  self->remarks = lv_card_label ("", NULL);
  self->answers = lv_table_view_new ();
  self->meaning = lv_table_view_new ();
  self->apply = lv_analysis_button (_ ("_Apply"), "seek.apply");
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_widget_set_halign (self->apply, GTK_ALIGN_START);
}

/** Returns: (transfer floating): the page that says what it takes */
GtkWidget *
lv_seek_page_new (LvAnalysisSides *sides)
{
  LvSeekPage *self = g_object_new (LV_TYPE_SEEK_PAGE, NULL);
  LvAnalysisPage *page = LV_ANALYSIS_PAGE (self);

  lv_analysis_page_set_sides (page, sides);
  self->target = lv_target_picker_new (lv_analysis_page_session (page));
  self->levers = lv_lever_list_new (lv_session_model (lv_analysis_page_session (page)));
  lv_analysis_page_choose (page, self->target);
  lv_analysis_page_choose (page, lv_analysis_row (_ ("Is to _be"), self->sense));
  lv_analysis_page_choose (page, lv_analysis_row (_ ("_Target"), self->goal));
  lv_analysis_page_choose (page, lv_analysis_heading (_ ("What may be turned")));
  lv_analysis_page_choose (page, self->levers);
  lv_analysis_page_show (page, self->sentence);
  lv_analysis_page_show (page, self->remarks);
  lv_analysis_page_show (page, self->answers);
  lv_analysis_page_show (page, self->apply);
  lv_analysis_page_show (page, self->meaning);
  g_signal_connect_swapped (self->levers, "changed", G_CALLBACK (lv_analysis_page_queue), self);
  g_signal_connect_swapped (self->target, "changed", G_CALLBACK (lv_analysis_page_queue), self);
  g_signal_connect_swapped (self->sense, "notify::selected", G_CALLBACK (lv_analysis_page_queue), self);
  g_signal_connect_swapped (self->goal, "changed", G_CALLBACK (lv_analysis_page_queue), self);
  return GTK_WIDGET (self);
}
