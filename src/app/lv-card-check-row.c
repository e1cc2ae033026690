/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-card-check-row.h"

#include "lv-card-fold.h"
#include "lv-card-tools.h"
#include "lv-explain.h"
#include "lv-line-layout.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Cells that are listed; the rest is counted. */
#define MOST_CELLS 60
#define WORD_CHARS 13

enum
{
  COLUMN_MEMBER,
  COLUMN_LEFT,
  COLUMN_RIGHT,
  COLUMN_DIFFERENCE,
  COLUMN_RESULT,
  N_COLUMNS
};

struct _LvCheckRow
{
  GtkWidget parent_instance;

  LvCardFold *fold;
  GtkWidget *word;
  GtkWidget *body;    /* (nullable): until it is unfolded for the first time */
  GtkWidget *remarks; /* (nullable): likewise */
  GtkWidget *grid;    /* (nullable): likewise */
  LvSession *session; /* (owned) */
  guint index;
  LvCheckResult result;
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (LvCheckRow, lv_check_row, GTK_TYPE_WIDGET)

/* The word for @result, "stemmer", is that of the pack's workbooks. */
static const char *
word_of (const LvPack *pack, LvCheckResult result)
{
  switch (result)
    {
    case LV_CHECK_HOLDS:
      return lv_text_word (pack, "xl-check-holds", _ ("holds"));
    case LV_CHECK_ROUNDING:
      return lv_text_word (pack, "xl-check-rounding", _ ("rounding"));
    case LV_CHECK_SOURCE_ERROR:
      return lv_text_word (pack, "xl-check-source-error", _ ("error in the source"));
    case LV_CHECK_MISSING:
      return lv_text_status (pack, LV_STATUS_MISSING);
    case LV_CHECK_FAILS:
    default:
      return lv_text_word (pack, "xl-check-fails", _ ("fails"));
    }
}

static const LvItem *
item_of (LvCheckRow *self)
{
  return lv_checks_item (lv_session_model (self->session), self->index);
}

static char *
number_text (const LvCheckReport *report, double number, const LvPack *pack)
{
  int decimals = report->unit != NULL ? report->unit->decimals : -1;

  if (isnan (number))
    return g_strdup (lv_text_status (pack, LV_STATUS_MISSING));
  /* A deviation smaller than the unit's decimals must not read as 0. */
  if (number != 0 && fabs (number) < pow (10, -MAX (decimals, 0)))
    decimals = -1;
  return lv_number_format_da (number, decimals);
}

/* --- Unfolded */

static GtkWidget *
ensure_cell (LvCheckRow *self, int column, int row)
{
  GtkWidget *label = gtk_grid_get_child_at (GTK_GRID (self->grid), column, row);

  if (label != NULL)
    return label;
  label = lv_card_label ("", column >= COLUMN_LEFT && column <= COLUMN_DIFFERENCE ? "numeric" : NULL);
  gtk_label_set_wrap (GTK_LABEL (label), column == COLUMN_MEMBER || column == COLUMN_RESULT);
  gtk_label_set_xalign (GTK_LABEL (label),
                        column >= COLUMN_LEFT && column <= COLUMN_DIFFERENCE ? 1 : 0);
  gtk_widget_set_hexpand (label, column == COLUMN_RESULT);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
  return label;
}

static void
show_cell (LvCheckRow *self, const LvCheckReport *report, const LvCheckCell *cell, int row)
{
  const LvPack *pack = lv_session_pack (self->session);
  g_autofree char *member = lv_shape_cell_title (&report->shape, cell->cell);
  g_autofree char *left = number_text (report, cell->left, pack);
  g_autofree char *right = number_text (report, cell->right, pack);
  g_autofree char *difference = number_text (report, cell->difference, pack);
  const char *texts[N_COLUMNS]
      = { member, left, right, difference, word_of (pack, cell->result) };

  for (int column = 0; column < N_COLUMNS; column++)
    {
      GtkWidget *label = ensure_cell (self, column, row);

      lv_card_set_text (label, texts[column]);
      lv_card_set_style (label, "error", cell->result == LV_CHECK_FAILS);
    }
}

static void
append_remark (GString *out, const char *text)
{
  if (text != NULL && text[0] != '\0' && strstr (out->str, text) == NULL)
    g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", text);
}

static void
show_body (LvCheckRow *self, const LvCheckReport *report)
{
  g_autoptr (GString) remarks = g_string_new (NULL);

  if (report->result == LV_CHECK_FAILS)
    append_remark (remarks, lv_item_get (report->item, "fails"));
  for (guint i = 0; i < report->cells->len; i++)
    {
      const LvCheckCell *cell = &g_array_index (report->cells, LvCheckCell, i);

      if (cell->known != NULL)
        append_remark (remarks, cell->known->why);
      if (i < MOST_CELLS)
        show_cell (self, report, cell, (int) i + 1);
    }
  if (report->cells->len > MOST_CELLS)
    {
      guint more = report->cells->len - MOST_CELLS;
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

      append_remark (remarks, text);
    }
  lv_card_set_text (self->remarks, remarks->str);
  gtk_widget_set_visible (self->remarks, remarks->len > 0);
}

static void
append_side (LvCheckRow *self, const char *side, const char *heading)
{
  const LvModel *model = lv_session_model (self->session);
  g_autofree char *id = g_strconcat (item_of (self)->id, "#", side, NULL);
  const LvNode *node = lv_model_find (model, id);
  g_autofree char *words = node != NULL ? lv_explain_words (model, node, 0) : NULL;
  g_autofree char *text = words != NULL ? g_strdup_printf ("%s: %s", heading, words) : NULL;

  if (text != NULL)
    gtk_box_append (GTK_BOX (self->body), lv_card_label (text, "caption"));
}

static void
build_body (LvCheckRow *self, const LvCheckReport *report)
{
  const char *const headings[N_COLUMNS]
      = { "", _ ("Left"), _ ("Right"), _ ("Difference"), _ ("Result") };

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->remarks = lv_card_label ("", NULL);
  self->grid = gtk_grid_new ();
  gtk_widget_add_css_class (self->body, "lv-check-body");
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 2);
  for (int column = 0; column < N_COLUMNS; column++)
    {
      GtkWidget *label = ensure_cell (self, column, 0);

      gtk_widget_add_css_class (label, "lv-table-head");
      gtk_label_set_label (GTK_LABEL (label), column == COLUMN_MEMBER && report->unit != NULL
                                                  ? report->unit->plural
                                                  : headings[column]);
    }
  gtk_box_append (GTK_BOX (self->body), self->remarks);
  append_side (self, "left", _ ("Left"));
  append_side (self, "right", _ ("Right"));
  gtk_box_append (GTK_BOX (self->body), self->grid);
  lv_card_fold_set_child (self->fold, self->body);
}

static void
expanded_cb (LvCheckRow *self)
{
  g_autoptr (LvCheckReport) report = NULL;

  if (!lv_card_fold_get_expanded (self->fold))
    return;
  report = lv_check_run (lv_session_state (self->session), self->index);
  if (self->body == NULL)
    build_body (self, report);
  show_body (self, report);
}

/* --- Folded */

static void
show_result (LvCheckRow *self)
{
  const char *word = word_of (lv_session_pack (self->session), self->result);
  g_autofree char *name = g_strdup_printf ("%s: %s", item_of (self)->title, word);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>", word);

  gtk_label_set_markup (GTK_LABEL (self->word), markup);
  lv_card_set_style (self->word, "error", self->result == LV_CHECK_FAILS);
  lv_card_set_style (self->word, "success", self->result == LV_CHECK_HOLDS);
  lv_card_fold_set_name (self->fold, name);
}

/**
 * lv_check_row_update:
 *
 * Runs the check on the session's values.
 *
 * Returns: whether its result is another than before
 */
gboolean
lv_check_row_update (LvCheckRow *self)
{
  g_autoptr (LvCheckReport) report = NULL;
  gboolean moved;

  g_return_val_if_fail (LV_IS_CHECK_ROW (self), FALSE);
  report = lv_check_run (lv_session_state (self->session), self->index);
  moved = !self->shown || report->result != self->result;
  self->result = report->result;
  self->shown = TRUE;
  if (moved)
    show_result (self);
  if (lv_card_fold_get_expanded (self->fold) && self->body != NULL)
    show_body (self, report);
  return moved;
}

static void
lv_check_row_dispose (GObject *object)
{
  LvCheckRow *self = LV_CHECK_ROW (object);

  if (self->fold != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->fold));
  self->fold = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_check_row_parent_class)->dispose (object);
}

static void
lv_check_row_class_init (LvCheckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_check_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_check_row_init (LvCheckRow *self)
{
}

/** @index: which check of the model */
LvCheckRow *
lv_check_row_new (LvSession *session, guint index)
{
  LvCheckRow *self = g_object_new (LV_TYPE_CHECK_ROW, NULL);
  GtkWidget *line = lv_line_box_new (6);
  GtkWidget *title;

  self->session = g_object_ref (session);
  self->index = index;
  self->word = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->word), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->word), WORD_CHARS);
  gtk_widget_set_valign (self->word, GTK_ALIGN_START);
  title = lv_card_label (item_of (self)->title, NULL);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (title, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), self->word);
  gtk_box_append (GTK_BOX (line), title);
  self->fold = lv_card_fold_new (line);
  gtk_widget_set_parent (GTK_WIDGET (self->fold), GTK_WIDGET (self));
  g_signal_connect_swapped (self->fold, "notify::expanded", G_CALLBACK (expanded_cb), self);
  return self;
}

LvCheckResult
lv_check_row_get_result (LvCheckRow *self)
{
  g_return_val_if_fail (LV_IS_CHECK_ROW (self), LV_CHECK_FAILS);
  return self->result;
}

guint
lv_check_row_get_index (LvCheckRow *self)
{
  g_return_val_if_fail (LV_IS_CHECK_ROW (self), 0);
  return self->index;
}

/** Unfolds or folds the row. */
void
lv_check_row_set_expanded (LvCheckRow *self, gboolean expanded)
{
  g_return_if_fail (LV_IS_CHECK_ROW (self));
  lv_card_fold_set_expanded (self->fold, expanded);
}
