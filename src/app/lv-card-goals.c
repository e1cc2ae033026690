/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals: where an indicator began, where it should get to, where it is, and how much of the way is gone, as a
 * bar and in words. */
#include "lv-card-tools.h"

#include "lv-action-plan.h"
#include "lv-card-scroll.h"
#include "lv-date-da.h"
#include "lv-goal-dialog.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define BAR_WIDTH 110

enum
{
  TITLE,
  BASELINE,
  TARGET,
  ACTUAL,
  WAY,
  EDIT,
  N_COLUMNS
};

typedef struct
{
  char *id; /* (owned) */
  GtkWidget *texts[WAY];
  GtkWidget *bar;
  GtkWidget *words;
  GtkWidget *edit;
} Row;

typedef struct
{
  LvCard parent_instance;

  GArray *rows; /* (owned): Row */
} LvCardGoals;

typedef struct
{
  LvCardClass parent_class;
} LvCardGoalsClass;

G_DEFINE_FINAL_TYPE (LvCardGoals, lv_card_goals, LV_TYPE_CARD)

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->id);
}

/* --- Words */

static char *
way_words (const LvGoal *goal)
{
  int percent = (int) lround (goal->progress * 100);

  if (isnan (goal->actual.number))
    return g_strdup (_ ("where it is now is missing"));
  if (isnan (goal->target.number))
    return g_strdup (_ ("the target is missing"));
  if (goal->reached)
    return g_strdup (_ ("reached"));
  if (isnan (goal->progress))
    return g_strdup (_ ("not reached"));
  if (goal->progress < 0)
    return g_strdup (_ ("further away than at the beginning"));
  return g_strdup_printf (_ ("%d percent of the way"), percent);
}

static char *
with_date (const LvPack *pack, const char *text, const char *date)
{
  g_autofree char *words = lv_plan_day_words (pack, date);

  return g_strdup_printf ("%s%s%s", text, words[0] != '\0' ? "\n" : "", words);
}

/* The target's date may be no more than a year. */
static char *
target_text (const LvPack *pack, const LvGoal *goal)
{
  if (strlen (goal->date) == strlen ("2027"))
    return g_strdup_printf ("%s\n%s", goal->target.text, goal->date);
  return with_date (pack, goal->target.text, goal->date);
}

static char *
actual_text (const LvPack *pack, const LvGoal *goal)
{
  g_autofree char *text = with_date (pack, goal->actual.text, goal->actual_date);

  return g_strdup_printf ("%s%s%s", text, goal->actual_source[0] != '\0' ? "\n" : "", goal->actual_source);
}

/* --- Updating */

static void
show_way (const Row *row, const LvGoal *goal)
{
  g_autofree char *words = way_words (goal);
  gboolean known = !isnan (goal->progress);

  gtk_widget_set_visible (row->bar, known);
  if (known)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (row->bar), CLAMP (goal->progress, 0, 1));
  lv_card_set_text (row->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static void
show_row (LvCardGoals *self, const Row *row, const LvGoal *goal)
{
  const LvPack *pack = lv_session_pack (lv_card_session (LV_CARD (self)));
  g_autofree char *target = target_text (pack, goal);
  g_autofree char *actual = actual_text (pack, goal);

  lv_card_set_text (row->texts[BASELINE], goal->baseline.text);
  lv_card_set_text (row->texts[TARGET], target);
  lv_card_set_text (row->texts[ACTUAL], actual);
  lv_card_set_style (row->texts[BASELINE], "lv-missing", isnan (goal->baseline.number));
  lv_card_set_style (row->texts[TARGET], "lv-missing", isnan (goal->target.number));
  lv_card_set_style (row->texts[ACTUAL], "lv-missing", isnan (goal->actual.number));
  show_way (row, goal);
}

static void
lv_card_goals_update (LvCard *card)
{
  LvCardGoals *self = (LvCardGoals *) card;
  g_autoptr (GPtrArray) goals
      = lv_session_goals (lv_card_session (card), lv_item_get (lv_card_item (card), "of"));

  for (guint i = 0; i < goals->len && i < self->rows->len; i++)
    show_row (self, &g_array_index (self->rows, Row, i), g_ptr_array_index (goals, i));
}

/* --- Building */

static void
edit_cb (GtkButton *button, LvCardGoals *self)
{
  lv_goal_dialog_ask (GTK_WIDGET (self), lv_card_session (LV_CARD (self)),
                      g_object_get_data (G_OBJECT (button), "id"));
}

static GtkWidget *
make_edit (LvCardGoals *self, const LvGoal *goal)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Enter where “%s” is now"), goal->item->title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  lv_card_set_tooltip (button, name);
  lv_card_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (goal->item->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (edit_cb), self);
  return button;
}

static GtkWidget *
make_way (Row *row, const LvGoal *goal)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  row->bar = gtk_progress_bar_new ();
  gtk_widget_set_size_request (row->bar, BAR_WIDTH, -1);
  lv_card_set_name (row->bar, goal->item->title);
  row->words = lv_card_label ("", "caption");
  gtk_box_append (GTK_BOX (box), row->bar);
  gtk_box_append (GTK_BOX (box), row->words);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  return box;
}

static void
add_goal (LvCardGoals *self, GtkWidget *grid, const LvGoal *goal)
{
  int line = (int) self->rows->len + 1;
  Row row = { .id = g_strdup (goal->item->id) };

  for (int column = TITLE; column < WAY; column++)
    {
      row.texts[column] = lv_card_label (column == TITLE ? goal->item->title : "", NULL);
      gtk_label_set_yalign (GTK_LABEL (row.texts[column]), 0);
      /* Columns may be as narrow as their longest word: with large letters the table would not fit its card else. */
      gtk_label_set_wrap_mode (GTK_LABEL (row.texts[column]), PANGO_WRAP_WORD);
      gtk_label_set_max_width_chars (GTK_LABEL (row.texts[column]), column == TITLE ? 44 : 24);
      gtk_widget_set_hexpand (row.texts[column], column == TITLE);
      gtk_grid_attach (GTK_GRID (grid), row.texts[column], column, line, 1, 1);
    }
  gtk_grid_attach (GTK_GRID (grid), make_way (&row, goal), WAY, line, 1, 1);
  row.edit = make_edit (self, goal);
  gtk_grid_attach (GTK_GRID (grid), row.edit, EDIT, line, 1, 1);
  g_array_append_val (self->rows, row);
}

static void
add_heads (GtkWidget *grid)
{
  const char *const heads[EDIT] = { [TITLE] = C_ ("goal", "Indicator"),
                                    [BASELINE] = C_ ("goal", "Starting Point"),
                                    [TARGET] = C_ ("goal", "Target"),
                                    [ACTUAL] = C_ ("goal", "Now"),
                                    [WAY] = C_ ("goal", "Progress") };

  for (int column = 0; column < EDIT; column++)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
                                       "label", heads[column], "xalign", 0.0, NULL);

      gtk_widget_add_css_class (label, "lv-table-head");
      gtk_grid_attach (GTK_GRID (grid), label, column, 0, 1, 1);
    }
}

static void
lv_card_goals_build (LvCard *card)
{
  LvCardGoals *self = (LvCardGoals *) card;
  g_autoptr (GPtrArray) goals
      = lv_session_goals (lv_card_session (card), lv_item_get (lv_card_item (card), "of"));
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 10);
  add_heads (grid);
  for (guint i = 0; i < goals->len; i++)
    add_goal (self, grid, g_ptr_array_index (goals, i));
  lv_card_append (card, lv_card_scroll_new (grid, lv_card_item (card)->title));
}

static void
lv_card_goals_finalize (GObject *object)
{
  g_array_unref (((LvCardGoals *) object)->rows);
  G_OBJECT_CLASS (lv_card_goals_parent_class)->finalize (object);
}

static void
lv_card_goals_class_init (LvCardGoalsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_card_goals_finalize;
  LV_CARD_CLASS (klass)->build = lv_card_goals_build;
  LV_CARD_CLASS (klass)->update = lv_card_goals_update;
}

static void
lv_card_goals_init (LvCardGoals *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
}
