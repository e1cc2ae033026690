/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key figures in a row that wraps: caption, number with unit, and under it how far the scenario is from the
 * grundprognose. Where one of them is computed the lines for that are always there, so that nothing below moves
 * while an assumption is being pulled, and the numbers of a row stand at one height. */
#include "lv-card-tools.h"
#include "lv-card-wrap.h"
#include "lv-number-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  LvCardCell of;
  char *title; /* (owned) */
  GtkWidget *view; /* around all: it can be asked how it was computed */
  GtkWidget *box;
  GtkWidget *number;
  GtkWidget *unit;
  GtkWidget *baseline;
  GtkWidget *difference;
} Figure;

typedef struct
{
  LvCard parent_instance;

  GArray *figures; /* (owned) Figure */
  gboolean moves; /* one is computed: keep room for what a scenario does to it */
} LvCardFigures;

typedef struct
{
  LvCardClass parent_class;
} LvCardFiguresClass;

G_DEFINE_FINAL_TYPE (LvCardFigures, lv_card_figures, LV_TYPE_CARD)

static void
figure_clear (gpointer data)
{
  g_free (((Figure *) data)->title);
}

/* What the card's title says already is not said in each caption again. */
static char *
caption (const LvItem *card, const LvCardCell *of)
{
  const LvShape *shape = lv_node_shape (of->node);

  if (shape->n > 0 && g_strcmp0 (card->title, lv_node_title (of->node)) == 0)
    return lv_card_member_title (shape, of->cell);
  return lv_card_cell_title (of->node, of->cell);
}

static GtkWidget *
number_line (Figure *figure)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  figure->number = gtk_label_new ("");
  figure->unit = gtk_label_new ("");
  gtk_widget_add_css_class (figure->number, "lv-figure-number");
  gtk_widget_add_css_class (figure->number, "numeric");
  gtk_widget_add_css_class (figure->unit, "lv-figure-unit");
  gtk_widget_set_valign (figure->number, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (figure->unit, GTK_ALIGN_BASELINE);
  gtk_label_set_xalign (GTK_LABEL (figure->unit), 0);
  gtk_box_append (GTK_BOX (line), figure->number);
  gtk_box_append (GTK_BOX (line), figure->unit);
  return line;
}

static void
add_figure (LvCardFigures *self, GtkWidget *wrap, const LvCardCell *of, gboolean attributes)
{
  const LvPack *pack = lv_session_pack (lv_card_session (LV_CARD (self)));
  g_autofree char *text = caption (lv_card_item (LV_CARD (self)), of);
  GtkWidget *label = lv_card_label (text, "lv-figure-caption");
  Figure figure = { .of = *of, .title = lv_card_cell_title (of->node, of->cell) };

  figure.box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (figure.box, "lv-figure");
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_label_set_yalign (GTK_LABEL (label), 1);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_box_append (GTK_BOX (figure.box), label);
  gtk_box_append (GTK_BOX (figure.box), number_line (&figure));
  figure.baseline = lv_card_label ("", "caption");
  /* Wide enough for the word before the number, which breaks badly. */
  gtk_label_set_width_chars (GTK_LABEL (figure.baseline), 13);
  figure.difference = lv_card_label ("", "caption");
  gtk_box_append (GTK_BOX (figure.box), figure.baseline);
  gtk_box_append (GTK_BOX (figure.box), figure.difference);
  self->moves |= !lv_node_is_input (of->node);
  if (attributes)
    {
      g_autofree char *words = lv_text_attributes (pack, of->node);

      gtk_box_append (GTK_BOX (figure.box), lv_card_label (words, "caption"));
    }
  figure.view = lv_number_view_new (figure.box, GTK_ACCESSIBLE_ROLE_GROUP);
  lv_number_view_set (LV_NUMBER_VIEW (figure.view), lv_card_session (LV_CARD (self)), of->node,
                      of->cell);
  gtk_box_append (GTK_BOX (wrap), figure.view);
  g_array_append_val (self->figures, figure);
}

/* The one price level and basis of all amounts; NULL when they differ, and each figure says its own. */
static char *
common_attributes (const LvPack *pack, const GArray *cells)
{
  g_autofree char *common = NULL;

  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *words
          = lv_text_attributes (pack, g_array_index (cells, LvCardCell, i).node);

      if (words[0] == '\0')
        continue;
      if (common != NULL && strcmp (common, words) != 0)
        return NULL;
      g_free (common);
      common = g_steal_pointer (&words);
    }
  return common != NULL ? g_steal_pointer (&common) : g_strdup ("");
}

static void
add_unlike (LvCard *card, const GArray *cells)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < cells->len; i++)
    g_ptr_array_add (nodes, (gpointer) g_array_index (cells, LvCardCell, i).node);
  lv_card_add_unlike (card, nodes);
}

static void
lv_card_figures_build (LvCard *card)
{
  LvCardFigures *self = (LvCardFigures *) card;
  g_auto (GStrv) show = lv_item_get_list (lv_card_item (card), "show");
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LvCardCell));
  GtkWidget *wrap = lv_card_wrap_box_new ();
  g_autofree char *common = NULL;

  for (guint i = 0; show[i] != NULL; i++)
    {
      g_autoptr (GArray) cells = lv_card_cells (lv_card_session (card), show[i]);

      g_array_append_vals (all, cells->data, cells->len);
    }
  common = common_attributes (lv_session_pack (lv_card_session (card)), all);
  for (guint i = 0; i < all->len; i++)
    add_figure (self, wrap, &g_array_index (all, LvCardCell, i), common == NULL);
  lv_card_append (card, wrap);
  add_unlike (card, all);
  if (common != NULL && common[0] != '\0')
    {
      g_autofree char *text = g_strdup_printf (_ ("Amounts in %s"), common);

      lv_card_append (card, lv_card_label (text, "caption"));
    }
}

/* Which way is good decides the colour; the words say the direction by themselves. */
static void
show_difference (LvCardFigures *self, const Figure *figure, const char *text, double by)
{
  const char *good = lv_item_get (lv_card_item (LV_CARD (self)), "good");
  gboolean better = good != NULL && (strcmp (good, "up") == 0) == (by > 0);
  gboolean shown = text != NULL && good != NULL;

  lv_card_set_text (figure->difference, text != NULL ? text : "");
  lv_card_set_style (figure->difference, "success", shown && better);
  lv_card_set_style (figure->difference, "error", shown && !better);
}

static void
update_figure (LvCardFigures *self, const Figure *figure)
{
  LvSession *session = lv_card_session (LV_CARD (self));
  const LvPack *pack = lv_session_pack (session);
  const LvNode *node = figure->of.node;
  LvValue value = lv_state_get (lv_session_state (session), node, figure->of.cell);
  double base = lv_state_number (lv_session_base (session), node, figure->of.cell);
  g_autofree char *number = lv_card_number (pack, node, value);
  g_autofree char *before = lv_card_baseline (session, node, figure->of.cell);
  g_autofree char *difference = lv_card_difference (node, value.number, base);
  g_autofree char *baseline
      = before != NULL || difference != NULL
            ? g_strdup_printf (_ ("baseline %s"), before != NULL ? before : number)
            : g_strdup ("");
  const LvUnit *unit = lv_node_unit (node);
  const char *mark = value.marked ? lv_card_not_assessed (pack) : NULL;
  g_autofree char *below = NULL;

  lv_card_set_text (figure->number, number);
  lv_card_set_style (figure->number, "lv-missing", isnan (value.number));
  lv_card_set_text (figure->unit, isnan (value.number)          ? ""
                                  : fabs (value.number) == 1 ? unit->title
                                                             : unit->plural);
  if (mark != NULL)
    below = baseline[0] != '\0' ? g_strdup_printf ("%s, %s", mark, baseline) : g_strdup (mark);
  lv_card_set_text (figure->baseline, below != NULL ? below : baseline);
  gtk_widget_set_visible (figure->baseline, self->moves || baseline[0] != '\0' || mark != NULL);
  gtk_widget_set_visible (figure->difference, self->moves || difference != NULL);
  show_difference (self, figure, difference, value.number - base);
}

static void
name_figure (const Figure *figure)
{
  GString *name = g_string_new (figure->title);
  GtkWidget *parts[] = { figure->number, figure->unit, figure->baseline, figure->difference };
  static const char *const before[] = { ": ", " ", ", ", ", " };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *text = gtk_label_get_label (GTK_LABEL (parts[i]));

      if (text[0] != '\0')
        g_string_append_printf (name, "%s%s", before[i], text);
    }
  lv_card_set_name (figure->view, name->str);
  g_string_free (name, TRUE);
}

static void
lv_card_figures_update (LvCard *card)
{
  LvCardFigures *self = (LvCardFigures *) card;

  for (guint i = 0; i < self->figures->len; i++)
    {
      const Figure *figure = &g_array_index (self->figures, Figure, i);

      update_figure (self, figure);
      name_figure (figure);
    }
}

static void
lv_card_figures_finalize (GObject *object)
{
  g_array_unref (((LvCardFigures *) object)->figures);
  G_OBJECT_CLASS (lv_card_figures_parent_class)->finalize (object);
}

static void
lv_card_figures_class_init (LvCardFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_card_figures_finalize;
  LV_CARD_CLASS (klass)->build = lv_card_figures_build;
  LV_CARD_CLASS (klass)->update = lv_card_figures_update;
}

static void
lv_card_figures_init (LvCardFigures *self)
{
  self->figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  g_array_set_clear_func (self->figures, figure_clear);
}
