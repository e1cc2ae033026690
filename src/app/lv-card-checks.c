/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The controller's reconciliation: a sum of results, then each check with its result in words, what fails
 * first. What holds is out of sight until somebody asks for it. */
#include "lv-card-check-row.h"
#include "lv-card-tools.h"
#include "lv-line-layout.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LvCard parent_instance;

  GPtrArray *rows;     /* (owned) (element-type LvCheckRow), borrowed from the box, as they stand there */
  GtkWidget *summary;
  GtkWidget *box;
  GtkWidget *show_all; /* GtkSwitch */
} LvCardChecks;

typedef struct
{
  LvCardClass parent_class;
} LvCardChecksClass;

G_DEFINE_FINAL_TYPE (LvCardChecks, lv_card_checks, LV_TYPE_CARD)

static void
show_rows (LvCardChecks *self)
{
  gboolean all = gtk_switch_get_active (GTK_SWITCH (self->show_all));

  for (guint i = 0; i < self->rows->len; i++)
    {
      LvCheckRow *row = g_ptr_array_index (self->rows, i);

      gtk_widget_set_visible (GTK_WIDGET (row),
                              all || lv_check_row_get_result (row) != LV_CHECK_HOLDS);
    }
}

static GtkWidget *
create_switch (LvCardChecks *self)
{
  GtkWidget *line = lv_line_box_new (6);
  GtkWidget *label = lv_card_label (_ ("Also show those that hold"), NULL);

  self->show_all = gtk_switch_new ();
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (self->show_all, GTK_ALIGN_CENTER);
  lv_card_set_name (self->show_all, _ ("Also show those that hold"));
  g_signal_connect_swapped (self->show_all, "notify::active", G_CALLBACK (show_rows), self);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->show_all);
  return line;
}

static void
lv_card_checks_build (LvCard *card)
{
  LvCardChecks *self = (LvCardChecks *) card;
  LvSession *session = lv_card_session (card);
  const LvModel *model = lv_session_model (session);
  g_autoptr (GPtrArray) items = lv_card_items (lv_session_pack (session), lv_card_item (card), "of");
  gboolean every = lv_item_get (lv_card_item (card), "of") == NULL;

  self->summary = lv_card_label ("", NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  for (guint i = 0; i < lv_checks_count (model); i++)
    if (every || g_ptr_array_find (items, lv_checks_item (model, i), NULL))
      {
        LvCheckRow *row = lv_check_row_new (session, i);

        g_ptr_array_add (self->rows, row);
        gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (row));
      }
  lv_card_append (card, self->summary);
  lv_card_append (card, create_switch (self));
  lv_card_append (card, self->box);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  LvCheckRow *left = *(LvCheckRow *const *) a;
  LvCheckRow *right = *(LvCheckRow *const *) b;
  LvCheckResult of_left = lv_check_row_get_result (left);
  LvCheckResult of_right = lv_check_row_get_result (right);

  if (of_left != of_right)
    return of_left > of_right ? -1 : 1;
  return lv_check_row_get_index (left) < lv_check_row_get_index (right) ? -1 : 1;
}

static void
sort_rows (LvCardChecks *self)
{
  GtkWidget *before = NULL;

  g_ptr_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_prev_sibling (row) != before)
        gtk_box_reorder_child_after (GTK_BOX (self->box), row, before);
      before = row;
    }
}

/* "3 stemmer, 1 med afrunding" */
static char *
count_text (LvCheckResult result, guint count)
{
  switch (result)
    {
    case LV_CHECK_HOLDS:
      return g_strdup_printf (ngettext ("%u holds", "%u hold", count), count);
    case LV_CHECK_ROUNDING:
      return g_strdup_printf (ngettext ("%u with rounding", "%u with rounding", count), count);
    case LV_CHECK_SOURCE_ERROR:
      return g_strdup_printf (ngettext ("%u with an error in the source", "%u with errors in the source", count), count);
    case LV_CHECK_MISSING:
      return g_strdup_printf (ngettext ("%u lacks a number", "%u lack numbers", count), count);
    case LV_CHECK_FAILS:
    default:
      return g_strdup_printf (ngettext ("%u does not hold", "%u do not hold", count), count);
    }
}

static void
show_summary (LvCardChecks *self)
{
  guint counts[LV_CHECK_FAILS + 1] = { 0 };
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    counts[lv_check_row_get_result (g_ptr_array_index (self->rows, i))]++;
  for (int result = LV_CHECK_FAILS; result >= LV_CHECK_HOLDS; result--)
    {
      g_autofree char *text = counts[result] > 0 ? count_text ((LvCheckResult) result, counts[result]) : NULL;

      if (text != NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", text);
    }
  lv_card_set_text (self->summary, out->str);
  lv_card_set_style (self->summary, "error", counts[LV_CHECK_FAILS] > 0);
}

static void
lv_card_checks_update (LvCard *card)
{
  LvCardChecks *self = (LvCardChecks *) card;
  gboolean moved = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    moved = lv_check_row_update (g_ptr_array_index (self->rows, i)) || moved;
  if (!moved)
    return;
  sort_rows (self);
  show_rows (self);
  show_summary (self);
}

static void
lv_card_checks_finalize (GObject *object)
{
  g_ptr_array_unref (((LvCardChecks *) object)->rows);
  G_OBJECT_CLASS (lv_card_checks_parent_class)->finalize (object);
}

static void
lv_card_checks_class_init (LvCardChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_card_checks_finalize;
  LV_CARD_CLASS (klass)->build = lv_card_checks_build;
  LV_CARD_CLASS (klass)->update = lv_card_checks_update;
}

static void
lv_card_checks_init (LvCardChecks *self)
{
  self->rows = g_ptr_array_new ();
}
