/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-lever-row.h"

#include "lv-card-tools.h"
#include "lv-input-bounds.h"
#include "lv-number.h"
#include "lv-search-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define BOUND_WIDTH 7

struct _LvLeverRow
{
  GtkWidget parent_instance;

  const LvNode *input;
  GtkWidget *box;
  GtkWidget *check;
  GtkWidget *bounds; /* (nullable): made when it is chosen, as there are hundreds of rows */
  GtkWidget *low;
  GtkWidget *high;
  char *folded; /* (owned): what a search looks in */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvLeverRow, lv_lever_row, GTK_TYPE_WIDGET)

/** Returns: whether a goal seek may turn @input: a number, a switch, a month; of a measure whether it is on,
 * and how much of it */
gboolean
lv_lever_row_can_turn (const LvNode *input)
{
  const LvParameter *parameter = lv_node_parameter (input);
  const char *knob = lv_node_measure (input) != NULL ? strrchr (lv_node_id (input), '#') : NULL;

  if (!lv_node_is_input (input))
    return FALSE;
  if (knob != NULL)
    return strcmp (knob, "#on") == 0 || strcmp (knob, "#scale") == 0;
  return parameter != NULL && parameter->role != LV_ROLE_VIEW && parameter->input != LV_INPUT_MEMBER
         && !lv_node_is_hidden (input);
}

static void
changed_cb (LvLeverRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
lv_lever_row_dispose (GObject *object)
{
  g_clear_pointer (&LV_LEVER_ROW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (lv_lever_row_parent_class)->dispose (object);
}

static void
lv_lever_row_finalize (GObject *object)
{
  g_free (LV_LEVER_ROW (object)->folded);
  G_OBJECT_CLASS (lv_lever_row_parent_class)->finalize (object);
}

static void
lv_lever_row_class_init (LvLeverRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_lever_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_lever_row_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", LV_TYPE_LEVER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
lv_lever_row_init (LvLeverRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->check = gtk_check_button_new ();
  gtk_box_append (GTK_BOX (self->box), self->check);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static char *
bound_text (double bound)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdelimit (g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", bound)), ".", ',');
}

static char *
input_title (const LvNode *input)
{
  const LvItem *measure = lv_node_measure (input);

  if (measure == NULL || g_str_has_suffix (lv_node_id (input), "#on"))
    return g_strdup (measure != NULL ? measure->title : lv_node_title (input));
  return g_strdup_printf (_ ("%s, how much of it"), measure->title);
}

/* --- Bounds */

static GtkWidget *
make_entry (LvLeverRow *self, const char *word, const char *name, double bound)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *label = gtk_label_new (word);
  g_autofree char *text = isnan (bound) ? g_strdup ("") : bound_text (bound);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), BOUND_WIDTH);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), BOUND_WIDTH);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  lv_card_set_name (entry, name);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (self->bounds), label);
  gtk_box_append (GTK_BOX (self->bounds), entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  return entry;
}

static void
make_bounds (LvLeverRow *self)
{
  g_autofree char *title = input_title (self->input);
  g_autofree char *low_name = g_strdup_printf (_ ("%s, at least"), title);
  g_autofree char *high_name = g_strdup_printf (_ ("%s, at most"), title);
  double low;
  double high;

  lv_seek_lever_bounds (self->input, &low, &high);
  self->bounds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_margin_start (self->bounds, 24);
  gtk_box_append (GTK_BOX (self->box), self->bounds);
  self->low = make_entry (self, _ ("from"), low_name, low);
  self->high = make_entry (self, _ ("to"), high_name, high);
  gtk_box_append (GTK_BOX (self->bounds), lv_card_label (lv_node_unit (self->input)->plural, "caption"));
}

static void
toggled_cb (LvLeverRow *self)
{
  gboolean shown = lv_lever_row_is_chosen (self) && !lv_node_is_switch (self->input);

  if (shown && self->bounds == NULL)
    make_bounds (self);
  if (self->bounds != NULL)
    gtk_widget_set_visible (self->bounds, shown);
  changed_cb (self);
}

/** Returns: (transfer floating): a row for @input, which lv_lever_row_can_turn() */
GtkWidget *
lv_lever_row_new (const LvNode *input)
{
  LvLeverRow *self = g_object_new (LV_TYPE_LEVER_ROW, NULL);
  g_autofree char *title = input_title (input);
  g_autofree char *all = g_strdup_printf ("%s %s", title, lv_node_id (input));

  self->input = input;
  self->folded = lv_search_fold (all);
  gtk_widget_set_name (GTK_WIDGET (self), lv_node_id (input));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->check), lv_card_label (title, NULL));
  lv_card_set_name (self->check, title);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  return GTK_WIDGET (self);
}

/** @words: of lv_search_words(). Returns: whether they are in its title or its id */
gboolean
lv_lever_row_matches (LvLeverRow *self, const char *const *words)
{
  g_return_val_if_fail (LV_IS_LEVER_ROW (self), FALSE);
  return lv_search_matches (words, self->folded);
}

/** Chooses it, or not. */
void
lv_lever_row_set_chosen (LvLeverRow *self, gboolean chosen)
{
  g_return_if_fail (LV_IS_LEVER_ROW (self));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
}

/** Returns: whether it may be turned */
gboolean
lv_lever_row_is_chosen (LvLeverRow *self)
{
  g_return_val_if_fail (LV_IS_LEVER_ROW (self), FALSE);
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

/** Returns: (transfer none): what is turned */
const LvNode *
lv_lever_row_input (LvLeverRow *self)
{
  g_return_val_if_fail (LV_IS_LEVER_ROW (self), NULL);
  return self->input;
}

/** Writes the bounds of one that is chosen, as a user would. */
void
lv_lever_row_set_bounds (LvLeverRow *self, const char *low, const char *high)
{
  g_return_if_fail (LV_IS_LEVER_ROW (self) && self->bounds != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->low), low);
  gtk_editable_set_text (GTK_EDITABLE (self->high), high);
}

static gboolean
read_bound (GtkWidget *entry, double *bound)
{
  gboolean ok = lv_number_parse_da (gtk_editable_get_text (GTK_EDITABLE (entry)), bound);

  lv_card_set_style (entry, "error", !ok);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               ok ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return ok;
}

static gboolean
stand_alike (const LvNode *input, const LvState *state)
{
  const LvModel *model = lv_state_model (state);
  double first = NAN;

  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (input)); cell++)
    {
      double now = lv_state_number (state, input, cell);

      if (!lv_node_present (model, input, cell))
        continue;
      if (!isnan (first) && now != first)
        return FALSE;
      first = now;
    }
  return TRUE;
}

static char *
unreadable_bounds (LvLeverRow *self)
{
  g_autofree char *title = input_title (self->input);

  return g_strdup_printf (_ ("%s: write from and to as numbers"), title);
}

/* What the pack does not allow is no proposal either: it could not be applied. */
static char *
wrong_bounds (LvLeverRow *self, const LvSeekLever *lever)
{
  g_autofree char *title = input_title (self->input);
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  LvInputBounds may;

  if (lever->low > lever->high)
    return g_strdup_printf (_ ("%s: the first bound is above the second"), title);
  if (lv_node_measure (self->input) != NULL || lv_node_is_switch (self->input))
    return lever->low >= 0 ? NULL : g_strdup_printf (_ ("%s: a bound can't be below 0"), title);
  lv_input_bounds (self->input, &may);
  if (lever->low >= may.least && lever->high <= may.most)
    return NULL;
  least = bound_text (may.least);
  most = bound_text (may.most);
  if (isinf (may.most))
    return g_strdup_printf (_ ("%s: a bound can't be below %s"), title, least);
  if (isinf (may.least))
    return g_strdup_printf (_ ("%s: a bound can't be above %s"), title, most);
  return g_strdup_printf (_ ("%s: bounds must be between %s and %s"), title, least, most);
}

/**
 * lv_lever_row_add:
 * @state: where it stands
 * @levers: gets an LvSeekLever for all cells where they stand alike, else one for each
 * @reason: (out) (optional): what is wrong with the bounds
 *
 * Returns: %FALSE when the bounds are none
 */
gboolean
lv_lever_row_add (LvLeverRow *self, const LvState *state, GArray *levers, char **reason)
{
  LvSeekLever lever = { .input = self->input, .cell = -1, .low = 0, .high = 1, .weight = 1 };
  gboolean low = TRUE;
  gboolean high = TRUE;

  if (!lv_node_is_switch (self->input))
    {
      low = read_bound (self->low, &lever.low);
      high = read_bound (self->high, &lever.high);
    }
  *reason = low && high ? wrong_bounds (self, &lever) : unreadable_bounds (self);
  if (*reason != NULL)
    return FALSE;
  if (stand_alike (self->input, state))
    g_array_append_val (levers, lever);
  else
    for (lever.cell = 0; lever.cell < (gssize) lv_shape_cells (lv_node_shape (self->input)); lever.cell++)
      if (lv_node_present (lv_state_model (state), self->input, (gsize) lever.cell))
        g_array_append_val (levers, lever);
  return TRUE;
}
