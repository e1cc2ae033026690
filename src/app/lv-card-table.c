/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values in rows and columns. Where the scenario differs, the grundprognose stands under its number in the
 * same cell, and the row says so once. A table of words shows the pack's rows as they are. */
#include "lv-card-scroll.h"
#include "lv-card-table-private.h"
#include "lv-card-table-words.h"
#include "lv-card-tools.h"
#include "lv-number-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A table that needs more than this would be cut in a card of ordinary width at 1280 pixels. */
#define NARROW_CARD 430
#define COLUMN_SPACING 10
#define LEAST_TITLE 10
/* A longer head of a column takes several lines. */
#define MOST_HEAD 18
#define MOST_WORD_COLUMNS 3

typedef struct
{
  GtkWidget *label;
  GtkWidget *view; /* around the label: it can be asked how it was computed */
  LvValue value; /* shown now */
  LvValue base;
} Cell;

G_DEFINE_TYPE (LvCardTable, lv_card_table, LV_TYPE_CARD)

/* --- Copying */

static char *
to_text (LvCardTable *self)
{
  const LvItem *item = lv_card_item (LV_CARD (self));
  LvSession *session = lv_card_session (LV_CARD (self));

  if (self->words != NULL)
    return lv_card_table_words_to_text (lv_session_pack (session), self->words, item->title);
  return lv_table_lines_to_text (self->lines, session, item->title);
}

static void
copy (LvCardTable *self)
{
  g_autofree char *text = to_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static gboolean
copy_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  copy ((LvCardTable *) widget);
  return TRUE;
}

static void
add_shortcut (LvCardTable *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>c"),
                        gtk_callback_action_new (copy_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* The unit that holds for all values, unless the title says it, and the button that copies. */
static void
add_top (LvCardTable *self)
{
  const LvItem *item = lv_card_item (LV_CARD (self));
  const LvUnit *unit = self->lines != NULL ? self->lines->unit : NULL;
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Copy table: %s"), item->title);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  lv_card_set_tooltip (button, _ ("Copy table"));
  lv_card_set_name (button, name);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (copy), self);
  lv_card_add_button (LV_CARD (self), button);
  if (unit != NULL && unit->plural[0] != '\0' && strstr (item->title, unit->plural) == NULL)
    lv_card_append (LV_CARD (self), lv_card_label (unit->plural, "caption"));
}

/* --- Building */

static GtkWidget *
role_label (const char *text, GtkAccessibleRole role, const char *style_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, NULL);

  gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
attach_head (LvCardTable *self, GtkGrid *grid)
{
  for (guint c = 0; c < self->lines->columns->len; c++)
    {
      GtkWidget *label = role_label (g_ptr_array_index (self->lines->columns, c),
                                     GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "lv-table-head");

      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_HEAD);
      gtk_widget_set_valign (label, GTK_ALIGN_END);
      gtk_grid_attach (grid, label, (int) c + 1, 0, 1, 1);
    }
}

static GtkWidget *
create_title (const LvTableLine *line)
{
  GtkWidget *label = role_label (line->title, GTK_ACCESSIBLE_ROLE_ROW_HEADER, "lv-table-title");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_TITLE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  lv_card_set_style (label, "lv-table-group", line->node == NULL);
  lv_card_set_style (label, "lv-member", line->member);
  lv_card_set_style (label, "lv-total", line->total);
  return label;
}

static void
attach_line (LvCardTable *self, GtkGrid *grid, guint index)
{
  const LvTableLine *line = &g_array_index (self->lines->lines, LvTableLine, index);
  GtkWidget *title = create_title (line);
  int row = (int) index + 1;

  gtk_grid_attach (grid, title, 0, row, 1, 1);
  g_ptr_array_add (self->titles, title);
  for (guint c = 0; c < self->lines->columns->len; c++)
    {
      Cell cell = { .label = gtk_label_new ("") };

      gtk_widget_add_css_class (cell.label, "numeric");
      gtk_label_set_xalign (GTK_LABEL (cell.label), 1);
      gtk_label_set_justify (GTK_LABEL (cell.label), GTK_JUSTIFY_RIGHT);
      lv_card_set_style (cell.label, "lv-total", line->total);
      cell.view = lv_number_view_new (cell.label, GTK_ACCESSIBLE_ROLE_CELL);
      gtk_widget_set_hexpand (cell.view, TRUE);
      gtk_widget_set_valign (cell.view, GTK_ALIGN_START);
      if (line->cells != NULL && line->cells[c] >= 0)
        lv_number_view_set (LV_NUMBER_VIEW (cell.view), lv_card_session (LV_CARD (self)), line->node,
                            (gsize) line->cells[c]);
      gtk_grid_attach (grid, cell.view, (int) c + 1, row, 1, 1);
      g_array_append_val (self->cells, cell);
    }
}

static int
text_width (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* The longest word of a title cannot be broken well, a number not at all. */
static int
needed_width (LvCardTable *self)
{
  LvSession *session = lv_card_session (LV_CARD (self));
  int title = 0;
  int all = 0;

  for (guint i = 0; i < self->lines->lines->len; i++)
    {
      const LvTableLine *line = &g_array_index (self->lines->lines, LvTableLine, i);
      g_auto (GStrv) words = g_strsplit (line->title, " ", -1);

      for (guint w = 0; words[w] != NULL; w++)
        title = MAX (title, text_width (GTK_WIDGET (self), words[w]));
    }
  for (guint c = 0; c < self->lines->columns->len; c++)
    {
      int column = text_width (GTK_WIDGET (self), g_ptr_array_index (self->lines->columns, c));

      for (guint i = 0; i < self->lines->lines->len; i++)
        {
          const LvTableLine *line = &g_array_index (self->lines->lines, LvTableLine, i);
          g_autofree char *value = lv_table_lines_value (self->lines, session, line, c);

          column = MAX (column, text_width (GTK_WIDGET (self), value));
        }
      all += column + COLUMN_SPACING;
    }
  return title + all;
}

static void
build_lines (LvCardTable *self)
{
  const LvItem *item = lv_card_item (LV_CARD (self));
  GtkWidget *grid
      = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, "column-spacing",
                      COLUMN_SPACING, "row-spacing", 4, NULL);

  attach_head (self, GTK_GRID (grid));
  for (guint i = 0; i < self->lines->lines->len; i++)
    attach_line (self, GTK_GRID (grid), i);
  lv_number_view_join (GTK_GRID (grid));
  lv_card_set_name (grid, item->title);
  lv_card_append (LV_CARD (self), lv_card_scroll_new (grid, item->title));
  lv_card_set_wide (LV_CARD (self), needed_width (self) > NARROW_CARD);
}

static void
add_unlike (LvCardTable *self)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < self->lines->lines->len; i++)
    if (g_array_index (self->lines->lines, LvTableLine, i).node != NULL)
      g_ptr_array_add (nodes,
                       (gpointer) g_array_index (self->lines->lines, LvTableLine, i).node);
  lv_card_add_unlike (LV_CARD (self), nodes);
}

static void
lv_card_table_build (LvCard *card)
{
  LvCardTable *self = (LvCardTable *) card;
  LvSession *session = lv_card_session (card);
  const char *rows = lv_item_get (lv_card_item (card), "rows");
  const LvItem *table
      = rows != NULL ? lv_pack_find_kind (lv_session_pack (session), LV_KIND_TABLE, rows) : NULL;

  if (table != NULL)
    {
      GtkWidget *words;
      int least;

      self->words = table->detail;
      add_top (self);
      words = lv_card_table_words_new (lv_session_pack (session), self->words);
      lv_card_set_name (words, lv_card_item (card)->title);
      /* With large letters its columns may need more than the page has: the table scrolls, not the page. */
      lv_card_append (card, lv_card_scroll_new (words, lv_card_item (card)->title));
      gtk_widget_measure (words, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      lv_card_set_wide (card, self->words->columns->len > MOST_WORD_COLUMNS || least > NARROW_CARD);
    }
  else
    {
      self->lines = lv_table_lines_new (session, lv_card_item (card));
      add_top (self);
      build_lines (self);
      add_unlike (self);
    }
  add_shortcut (self);
}

/* --- Values */

static gboolean
same_value (const LvValue *a, const LvValue *b)
{
  return (a->number == b->number || (isnan (a->number) && isnan (b->number)))
         && a->status == b->status && a->marked == b->marked;
}

/* Under the number, in the same cell. */
static void
append_below (GString *markup, const char *text, gboolean faint)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (markup, "\n<span size='smaller' weight='normal'%s>%s</span>",
                          faint ? " alpha='70%'" : "", escaped);
}

static void
show_cell (LvCardTable *self, const LvTableLine *line, guint column, const Cell *cell)
{
  LvSession *session = lv_card_session (LV_CARD (self));
  const char *mark
      = cell->value.marked ? lv_card_not_assessed (lv_session_pack (session)) : NULL;
  g_autofree char *number = lv_table_lines_value (self->lines, session, line, column);
  g_autofree char *before
      = lv_card_baseline (session, line->node, (gsize) line->cells[column]);
  g_autofree char *escaped = g_markup_escape_text (number, -1);
  g_autoptr (GString) markup = g_string_new (escaped);
  g_autoptr (GString) name = g_string_new (line->title);
  const char *head = g_ptr_array_index (self->lines->columns, column);

  g_string_append_printf (name, "%s%s: %s", head[0] != '\0' ? ", " : "", head, number);
  if (self->lines->unit != NULL && !isnan (cell->value.number))
    g_string_append_printf (name, " %s", self->lines->unit->plural);
  if (before != NULL)
    {
      append_below (markup, before, TRUE);
      g_string_append_printf (name, ", %s %s", _ ("baseline"), before);
    }
  if (mark != NULL)
    {
      append_below (markup, mark, FALSE);
      g_string_append_printf (name, ", %s", mark);
    }
  gtk_label_set_markup (GTK_LABEL (cell->label), markup->str);
  lv_card_set_style (cell->label, "lv-missing", isnan (cell->value.number));
  lv_card_set_name (cell->view, name->str);
}

/* Returns: whether the row has a value that differs from the grundprognose */
static gboolean
update_line (LvCardTable *self, const LvTableLine *line, guint index)
{
  LvSession *session = lv_card_session (LV_CARD (self));
  guint columns = self->lines->columns->len;
  gboolean differs = FALSE;

  for (guint c = 0; line->cells != NULL && c < columns; c++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, index * columns + c);
      LvValue value;
      LvValue base;

      if (line->cells[c] < 0)
        continue;
      value = lv_state_get (lv_session_state (session), line->node, (gsize) line->cells[c]);
      base = lv_state_get (lv_session_base (session), line->node, (gsize) line->cells[c]);
      if (!self->shown || !same_value (&value, &cell->value) || !same_value (&base, &cell->base))
        {
          cell->value = value;
          cell->base = base;
          show_cell (self, line, c, cell);
        }
      differs = differs || strchr (gtk_label_get_text (GTK_LABEL (cell->label)), '\n') != NULL;
    }
  return differs;
}

static void
update_title (GtkWidget *label, const LvTableLine *line, gboolean differs)
{
  g_autofree char *escaped = NULL;
  g_autoptr (GString) markup = NULL;

  if (differs == (strchr (gtk_label_get_text (GTK_LABEL (label)), '\n') != NULL))
    return;
  escaped = g_markup_escape_text (line->title, -1);
  markup = g_string_new (escaped);
  if (differs)
    append_below (markup, _ ("baseline"), TRUE);
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
}

static void
lv_card_table_update (LvCard *card)
{
  LvCardTable *self = (LvCardTable *) card;

  for (guint i = 0; self->lines != NULL && i < self->lines->lines->len; i++)
    {
      const LvTableLine *line = &g_array_index (self->lines->lines, LvTableLine, i);

      update_title (g_ptr_array_index (self->titles, i), line, update_line (self, line, i));
    }
  self->shown = TRUE;
}

static void
lv_card_table_finalize (GObject *object)
{
  LvCardTable *self = (LvCardTable *) object;

  g_clear_pointer (&self->lines, lv_table_lines_free);
  g_array_unref (self->cells);
  g_ptr_array_unref (self->titles);
  G_OBJECT_CLASS (lv_card_table_parent_class)->finalize (object);
}

static void
lv_card_table_class_init (LvCardTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_card_table_finalize;
  LV_CARD_CLASS (klass)->build = lv_card_table_build;
  LV_CARD_CLASS (klass)->update = lv_card_table_update;
}

static void
lv_card_table_init (LvCardTable *self)
{
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  self->titles = g_ptr_array_new ();
}
