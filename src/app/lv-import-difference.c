/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-import-difference.h"

#include "lv-card-tools.h"
#include "lv-import-words.h"

#include <glib/gi18n.h>

/** The columns of a row and their heads. */
enum
{
  TITLE,
  MEMBERS,
  BEFORE,
  AFTER,
  UNIT,
  BECOMES,
  PLACE,
  N_PARTS
};

static const struct
{
  const char *head;
  int width; /* characters; 0: what is left */
  float align;
} parts[N_PARTS] = {
  [TITLE] = { N_ ("Number"), 0, 0 },     [MEMBERS] = { N_ ("Of"), 24, 0 },
  [BEFORE] = { N_ ("Now"), 11, 1 },      [AFTER] = { N_ ("Becomes"), 11, 1 },
  [UNIT] = { N_ ("Unit"), 12, 0 },       [BECOMES] = { N_ ("As"), 14, 0 },
  [PLACE] = { N_ ("Cell"), 7, 0 },
};

typedef struct
{
  LvImportPlan *plan; /* (owned) */
  guint difference;
  gboolean updating;
  gulong listens;
  GtkWidget *part[N_PARTS];
  GtkWidget *origin;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_signal_handler_disconnect (row->plan, row->listens);
  g_object_unref (row->plan);
  g_free (row);
}

static Row *
row_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "row");
}

static const LvImportDifference *
difference_of (const Row *row)
{
  const LvProposal *proposal = lv_import_plan_proposal (row->plan);

  return proposal != NULL && row->difference < proposal->differences->len
             ? &g_array_index (proposal->differences, LvImportDifference, row->difference) : NULL;
}

static void
toggled_cb (GtkCheckButton *button)
{
  Row *row = row_of (GTK_WIDGET (button));

  if (!row->updating && difference_of (row) != NULL)
    lv_import_plan_set_takes (row->plan, row->difference, gtk_check_button_get_active (button));
}

static void
taken_cb (GtkCheckButton *button)
{
  Row *row = row_of (GTK_WIDGET (button));

  if (difference_of (row) == NULL)
    return;
  row->updating = TRUE;
  gtk_check_button_set_active (button, lv_import_plan_takes (row->plan, row->difference));
  row->updating = FALSE;
}

static GtkWidget *
part_new (guint part)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), parts[part].align);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (parts[part].width > 0)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), parts[part].width);
      gtk_label_set_max_width_chars (GTK_LABEL (label), parts[part].width);
    }
  gtk_widget_set_hexpand (label, parts[part].width == 0);
  if (parts[part].align > 0)
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
make_content (Row *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint i = 0; i < N_PARTS; i++)
    {
      row->part[i] = part_new (i);
      gtk_box_append (GTK_BOX (line), row->part[i]);
    }
  gtk_widget_add_css_class (row->part[AFTER], "lv-total");
  row->origin = lv_card_label ("", "caption");
  gtk_widget_add_css_class (row->origin, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (row->origin), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (row->origin), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), row->origin);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

/** Returns: (transfer floating): a row; lv_import_difference_show() says of which difference */
GtkWidget *
lv_import_difference_new (LvImportPlan *plan)
{
  GtkWidget *button = gtk_check_button_new ();
  Row *row = g_new0 (Row, 1);

  row->plan = g_object_ref (plan);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), make_content (row));
  gtk_widget_add_css_class (button, "lv-import-difference");
  row->listens = g_signal_connect_swapped (plan, "taken", G_CALLBACK (taken_cb), button);
  g_object_set_data_full (G_OBJECT (button), "row", row, row_free);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), NULL);
  return button;
}

/* Where the row itself says that the number is from, and what it says besides. */
static char *
origin_of (const LvImportDifference *difference)
{
  GString *out = g_string_new (difference->source);
  const char *more[] = { difference->note, difference->who };

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (more[i][0] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", more[i]);
  return g_string_free (out, FALSE);
}

/** Shows difference number @difference. */
void
lv_import_difference_show (GtkWidget *button, guint number)
{
  Row *row = row_of (button);
  const LvImportDifference *difference;
  const LvPack *pack = lv_session_pack (lv_import_plan_session (row->plan));
  char *texts[N_PARTS];
  g_autofree char *origin = NULL;
  g_autofree char *name = NULL;

  row->difference = number;
  difference = difference_of (row);
  if (difference == NULL)
    return;
  texts[TITLE] = g_strdup (lv_node_title (difference->node));
  texts[MEMBERS] = lv_import_words_cell (difference);
  texts[BEFORE] = lv_import_words_value (pack, difference, FALSE);
  texts[AFTER] = lv_import_words_value (pack, difference, TRUE);
  texts[UNIT] = g_strdup (lv_node_unit (difference->node) != NULL ? lv_node_unit (difference->node)->plural : "");
  texts[BECOMES] = lv_import_words_becomes (difference);
  texts[PLACE] = lv_import_words_place (difference->row, difference->column);
  origin = origin_of (difference);
  name = g_strdup_printf ("%s%s%s: %s → %s %s, %s, %s%s%s", texts[TITLE], texts[MEMBERS][0] != '\0' ? ", " : "",
                          texts[MEMBERS], texts[BEFORE], texts[AFTER], texts[UNIT], texts[BECOMES], texts[PLACE],
                          origin[0] != '\0' ? ", " : "", origin);
  for (guint i = 0; i < N_PARTS; i++)
    {
      lv_card_set_text (row->part[i], texts[i]);
      g_free (texts[i]);
    }
  lv_card_set_text (row->origin, origin);
  gtk_widget_set_visible (row->origin, origin[0] != '\0');
  lv_card_set_name (button, name);
  lv_card_set_tooltip (button, name);
  taken_cb (GTK_CHECK_BUTTON (button));
}

/** Returns: (transfer floating): the heads above the rows */
GtkWidget *
lv_import_difference_heads (void)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint i = 0; i < N_PARTS; i++)
    {
      GtkWidget *label = part_new (i);

      gtk_label_set_label (GTK_LABEL (label), _ (parts[i].head));
      gtk_widget_add_css_class (label, "lv-table-head");
      gtk_box_append (GTK_BOX (line), label);
    }
  gtk_widget_add_css_class (line, "lv-import-difference-heads");
  return line;
}
