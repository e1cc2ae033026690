/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-keep.h"

#include "lv-card-fold.h"
#include "lv-chart-panel.h"

#include <string.h>

/* Frames that a new page may take to be as high as the old one; after that it is lower. */
#define MOST_FRAMES 20

/* What is kept of one widget; what is not its kind's is 0. */
typedef struct
{
  char *way;
  char *text;     /* (nullable): typed, or chosen in a drop-down */
  gboolean on;    /* unfolded, checked, shown as a table */
  double across;  /* scrolled */
  double down;
} Kept;

struct _LvKeep
{
  GArray *kept; /* (owned) Kept */
  char *focus;  /* (owned) (nullable): way to the widget that has it */
  gboolean choices;
};

/* A page that is being scrolled to where it was. */
typedef struct
{
  GtkScrolledWindow *scroller; /* (borrowed): the tick is the scroller's own */
  double across;
  double down;
  guint frames;
} Scroll;

static void
kept_clear (gpointer data)
{
  Kept *kept = data;

  g_free (kept->way);
  g_free (kept->text);
}

/* --- Ways */

static gboolean
has_own_name (GtkWidget *widget)
{
  return strcmp (gtk_widget_get_name (widget), G_OBJECT_TYPE_NAME (widget)) != 0;
}

static char *
step_to (GtkWidget *widget)
{
  guint before = 0;

  if (has_own_name (widget))
    return g_strdup_printf ("#%s", gtk_widget_get_name (widget));
  for (GtkWidget *other = gtk_widget_get_prev_sibling (widget); other != NULL;
       other = gtk_widget_get_prev_sibling (other))
    before += G_OBJECT_TYPE (other) == G_OBJECT_TYPE (widget) && !has_own_name (other);
  return g_strdup_printf ("%s:%u", G_OBJECT_TYPE_NAME (widget), before);
}

static char *
way_to (GtkWidget *widget, GtkWidget *root)
{
  g_autofree char *step = NULL;
  g_autofree char *before = NULL;

  if (widget == root)
    return g_strdup ("");
  step = step_to (widget);
  before = way_to (gtk_widget_get_parent (widget), root);
  return g_strconcat (before, "/", step, NULL);
}

/* As far as the way still leads. */
static GtkWidget *
follow (GtkWidget *root, const char *way)
{
  g_auto (GStrv) steps = g_strsplit (way, "/", -1);
  GtkWidget *at = root;

  for (guint i = 1; steps[0] != NULL && steps[i] != NULL; i++)
    {
      GtkWidget *next = NULL;

      for (GtkWidget *child = gtk_widget_get_first_child (at); child != NULL && next == NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          g_autofree char *step = step_to (child);

          if (strcmp (step, steps[i]) == 0)
            next = child;
        }
      if (next == NULL)
        break;
      at = next;
    }
  return at;
}

/* --- Keeping */

static const char *
chosen (GtkDropDown *drop_down)
{
  GObject *item = gtk_drop_down_get_selected_item (drop_down);

  return GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : NULL;
}

static gboolean
read_choice (GtkWidget *widget, Kept *kept)
{
  if (GTK_IS_DROP_DOWN (widget))
    kept->text = g_strdup (chosen (GTK_DROP_DOWN (widget)));
  else if (GTK_IS_CHECK_BUTTON (widget))
    kept->on = gtk_check_button_get_active (GTK_CHECK_BUTTON (widget));
  else if (GTK_IS_TEXT (widget))
    kept->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_widget (LvKeep *self, GtkWidget *widget, Kept *kept)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (widget);

      kept->across = gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (scroller));
      kept->down = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller));
      return kept->across > 0 || kept->down > 0;
    }
  if (LV_IS_CARD_FOLD (widget))
    kept->on = lv_card_fold_get_expanded (LV_CARD_FOLD (widget));
  else if (LV_IS_CHART_PANEL (widget))
    kept->on = lv_chart_panel_shows_table (LV_CHART_PANEL (widget));
  else
    return self->choices && read_choice (widget, kept);
  return kept->on;
}

static void
keep (LvKeep *self, GtkWidget *widget, GtkWidget *root)
{
  Kept kept = { 0 };

  if (GTK_IS_POPOVER (widget))
    return;
  if (read_widget (self, widget, &kept))
    {
      kept.way = way_to (widget, root);
      g_array_append_val (self->kept, kept);
    }
  if (GTK_IS_DROP_DOWN (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    keep (self, child, root);
}

/**
 * lv_keep_new:
 * @root: what is about to be made anew lies under it
 * @choices: also what is chosen and typed; for widgets that hold it themselves and not the session
 *
 * Returns: (transfer full): how things are now
 */
LvKeep *
lv_keep_new (GtkWidget *root, gboolean choices)
{
  LvKeep *self = g_new0 (LvKeep, 1);
  GtkRoot *top = gtk_widget_get_root (root);
  GtkWidget *focus = top != NULL ? gtk_root_get_focus (top) : NULL;

  self->choices = choices;
  self->kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (self->kept, kept_clear);
  keep (self, root, root);
  if (focus != NULL && focus != root && gtk_widget_is_ancestor (focus, root))
    self->focus = way_to (focus, root);
  return self;
}

void
lv_keep_free (LvKeep *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->kept);
  g_free (self->focus);
  g_free (self);
}

/* --- Restoring */

static gboolean
go_to (GtkAdjustment *adjustment, double value)
{
  gtk_adjustment_set_value (adjustment, value);
  return gtk_adjustment_get_value (adjustment) >= value;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scroll *scroll = data;
  gboolean across
      = go_to (gtk_scrolled_window_get_hadjustment (scroll->scroller), scroll->across);
  gboolean down = go_to (gtk_scrolled_window_get_vadjustment (scroll->scroller), scroll->down);

  return (across && down) || ++scroll->frames > MOST_FRAMES ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
scroll_to (GtkScrolledWindow *scroller, const Kept *kept)
{
  Scroll *scroll = g_new0 (Scroll, 1);

  scroll->scroller = scroller;
  scroll->across = kept->across;
  scroll->down = kept->down;
  gtk_widget_add_tick_callback (GTK_WIDGET (scroller), scroll_cb, scroll, g_free);
}

static void
choose (GtkDropDown *drop_down, const char *text)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; text != NULL && GTK_IS_STRING_LIST (model) && i < g_list_model_get_n_items (model); i++)
    if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (model), i), text) == 0)
      {
        gtk_drop_down_set_selected (drop_down, i);
        return;
      }
}

static void
restore (GtkWidget *widget, const Kept *kept)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    scroll_to (GTK_SCROLLED_WINDOW (widget), kept);
  else if (LV_IS_CARD_FOLD (widget))
    lv_card_fold_set_expanded (LV_CARD_FOLD (widget), kept->on);
  else if (LV_IS_CHART_PANEL (widget))
    gtk_widget_activate_action (widget, "chart.table", NULL);
  else if (GTK_IS_DROP_DOWN (widget))
    choose (GTK_DROP_DOWN (widget), kept->text);
  else if (GTK_IS_CHECK_BUTTON (widget))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), kept->on);
  else if (GTK_IS_TEXT (widget)
           && strcmp (gtk_editable_get_text (GTK_EDITABLE (widget)), kept->text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (widget), kept->text);
}

static void
restore_focus (GtkWidget *root, const char *way)
{
  GtkWidget *widget = follow (root, way);

  while (widget != root && !gtk_widget_grab_focus (widget)
         && !gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD))
    widget = gtk_widget_get_parent (widget);
}

/** Makes the new widgets under @root as the old ones were, where there are such again. */
void
lv_keep_restore (LvKeep *self, GtkWidget *root)
{
  for (guint i = 0; i < self->kept->len; i++)
    {
      const Kept *kept = &g_array_index (self->kept, Kept, i);
      GtkWidget *widget = follow (root, kept->way);
      g_autofree char *way = way_to (widget, root);

      if (strcmp (way, kept->way) == 0)
        restore (widget, kept);
    }
  if (self->focus != NULL)
    restore_focus (root, self->focus);
}
