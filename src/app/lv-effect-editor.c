/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-effect-editor.h"

#include "lv-card-scroll.h"
#include "lv-card-tools.h"
#include "lv-drop-down.h"
#include "lv-year-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define YEAR_CHARS 6
#define TARGET_CHARS 44

struct _LvEffectEditor
{
  GtkWidget parent_instance;

  LvSession *session;  /* (owned) */
  GPtrArray *targets;  /* (owned): LvMeasureTarget */
  char *series;        /* (owned) (nullable): what holds the effect now */
  char *fixed_target;  /* (owned) (nullable): an effect that is kept as it is */
  char *fixed_members; /* (owned) */
  LvYearTable *table;  /* (owned) (nullable): years of the chosen target */
  GArray *members;     /* (owned) guint: of each entry, on the target's last axis */
  GPtrArray *entries;  /* (borrowed) */
  GtkWidget *box;
  GtkWidget *target;
  GtkWidget *years;    /* (nullable) */
  GtkWidget *error;
  gboolean spreading;
};

enum
{
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvEffectEditor, lv_effect_editor, GTK_TYPE_WIDGET)

static const LvMeasureTarget *
chosen (LvEffectEditor *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->target));

  return index < self->targets->len ? g_ptr_array_index (self->targets, index) : NULL;
}

static const char *
text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static GtkWidget *
entry_at (LvEffectEditor *self, guint index)
{
  return g_ptr_array_index (self->entries, index);
}

/* --- Typing */

static void
show_error (LvEffectEditor *self, GtkWidget *entry, const char *reason)
{
  gboolean wrong = reason[0] != '\0';

  lv_card_set_text (self->error, reason);
  gtk_widget_set_visible (self->error, wrong);
  if (entry == NULL)
    return;
  lv_card_set_style (entry, "error", wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason,
                                  -1);
}

/* A line of a spreadsheet goes into the years from here on. */
static void
spread (LvEffectEditor *self, GtkWidget *from)
{
  g_auto (GStrv) parts = g_strsplit_set (text_of (from), "\t\n", -1);
  guint at = 0;

  if (!g_ptr_array_find (self->entries, from, &at))
    return;
  self->spreading = TRUE;
  for (guint i = 0; parts[i] != NULL && at + i < self->entries->len; i++)
    gtk_editable_set_text (GTK_EDITABLE (entry_at (self, at + i)), g_strstrip (parts[i]));
  self->spreading = FALSE;
}

static void
typed_cb (GtkWidget *entry, LvEffectEditor *self)
{
  show_error (self, entry, "");
  if (!self->spreading && strpbrk (text_of (entry), "\t\n") != NULL)
    spread (self, entry);
}

static void
next_cb (GtkWidget *entry, LvEffectEditor *self)
{
  guint at = 0;

  if (g_ptr_array_find (self->entries, entry, &at) && at + 1 < self->entries->len)
    gtk_widget_grab_focus (entry_at (self, at + 1));
  else
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (entry)), GTK_DIR_TAB_FORWARD);
}

/* The first number that stands there goes into all years behind it. */
static void
fill_cb (LvEffectEditor *self)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    if (text != NULL)
      gtk_editable_set_text (GTK_EDITABLE (entry_at (self, i)), text);
    else if (text_of (entry_at (self, i))[0] != '\0')
      text = g_strdup (text_of (entry_at (self, i)));
}

/* --- Years */

static void
attach_year (LvEffectEditor *self, GtkWidget *grid, const LvNode *node, guint member)
{
  const LvShape *shape = lv_node_shape (node);
  const char *year
      = shape->n > 0 ? lv_axis_member (shape->axis[shape->n - 1], member)->title : _ ("Amount");
  GtkWidget *label = gtk_label_new (year);
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *name = g_strdup_printf (_ ("Effect %s, %s"), year, lv_node_unit (node)->plural);

  gtk_widget_add_css_class (label, "lv-table-head");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), YEAR_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), YEAR_CHARS);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  lv_card_set_name (entry, name);
  gtk_grid_attach (GTK_GRID (grid), label, (int) self->entries->len, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, (int) self->entries->len, 1, 1, 1);
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect (entry, "activate", G_CALLBACK (next_cb), self);
  g_ptr_array_add (self->entries, entry);
  g_array_append_val (self->members, member);
}

static void
drop_years (LvEffectEditor *self)
{
  if (self->years != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->years);
  self->years = NULL;
  g_clear_pointer (&self->table, lv_year_table_free);
  g_ptr_array_set_size (self->entries, 0);
  g_array_set_size (self->members, 0);
}

static GtkWidget *
years_line (LvEffectEditor *self, GtkWidget *grid, const LvNode *node)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *title
      = g_strdup_printf (_ ("Effect per year, %s; less spending has a minus"), lv_node_unit (node)->plural);
  GtkWidget *fill = gtk_button_new_with_mnemonic (_ ("_Fill Right"));

  lv_card_set_tooltip (fill, _ ("The first number goes into all years behind it"));
  gtk_widget_set_halign (fill, GTK_ALIGN_START);
  g_signal_connect_swapped (fill, "clicked", G_CALLBACK (fill_cb), self);
  gtk_box_append (GTK_BOX (line), lv_card_label (title, "caption"));
  gtk_box_append (GTK_BOX (line), lv_card_scroll_new (grid, title));
  gtk_box_append (GTK_BOX (line), fill);
  return line;
}

static void
show_years (LvEffectEditor *self)
{
  const LvMeasureTarget *target = chosen (self);
  g_autoptr (LvLocalMeasure) scratch = lv_local_measure_new ();
  const LvModel *model = lv_session_model (self->session);
  GtkWidget *grid = gtk_grid_new ();
  LvLocalEffect *effect;
  const LvNode *node;
  gsize first;

  drop_years (self);
  effect = lv_local_measure_add_effect (scratch, self->session, target->id, target->members);
  node = lv_session_effect_node (self->session, effect, &first);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 4);
  for (guint i = 0; node != NULL && i < effect->values->len; i++)
    if (lv_node_present (model, node, first + i))
      attach_year (self, grid, node, i);
  g_return_if_fail (node != NULL);
  self->table = lv_year_table_new (self->session, node);
  self->years = years_line (self, grid, node);
  gtk_box_insert_child_after (GTK_BOX (self->box), self->years,
                              gtk_widget_get_prev_sibling (self->error));
}

/* What was typed stays where the new target has the year too. */
static void
target_cb (LvEffectEditor *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) members = g_array_copy (self->members);

  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (texts, g_strdup (text_of (entry_at (self, i))));
  show_error (self, NULL, "");
  if (chosen (self) == NULL)
    return;
  show_years (self);
  for (guint i = 0; i < self->members->len; i++)
    for (guint k = 0; k < members->len; k++)
      if (g_array_index (members, guint, k) == g_array_index (self->members, guint, i))
        gtk_editable_set_text (GTK_EDITABLE (entry_at (self, i)), g_ptr_array_index (texts, k));
}

/* --- Reading */

static gboolean
read_years (LvEffectEditor *self, LvLocalEffect *effect, GtkWidget **wrong)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkWidget *entry = entry_at (self, i);
      g_autofree char *text = g_strstrip (g_strdup (text_of (entry)));
      g_autofree char *reason = NULL;
      double value;

      if (text[0] == '\0')
        continue;
      if (!lv_year_parse (self->table, text, &value, &reason))
        {
          show_error (self, entry, reason);
          *wrong = entry;
          return FALSE;
        }
      g_array_index (effect->values, double, g_array_index (self->members, guint, i)) = value;
    }
  return TRUE;
}

static gboolean
is_taken (const LvLocalMeasure *measure, const char *target, const char *members)
{
  for (guint i = 0; i < measure->effects->len; i++)
    {
      const LvLocalEffect *effect = g_ptr_array_index (measure->effects, i);

      if (strcmp (effect->target, target) == 0 && strcmp (effect->members, members) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * lv_effect_editor_read:
 * @measure: gets the effect
 * @wrong: (out): the widget that is wrong
 *
 * Returns: %FALSE, told beside it, when something is wrong
 */
gboolean
lv_effect_editor_read (LvEffectEditor *self, LvLocalMeasure *measure, GtkWidget **wrong)
{
  const LvMeasureTarget *target = self->fixed_target == NULL ? chosen (self) : NULL;
  const char *id = target != NULL ? target->id : self->fixed_target;
  const char *members = target != NULL ? target->members : self->fixed_members;
  LvLocalEffect *effect;

  if (id == NULL)
    return TRUE;
  show_error (self, NULL, "");
  if (is_taken (measure, id, members))
    {
      show_error (self, NULL, _ ("The measure has an effect on this already."));
      *wrong = self->target;
      return FALSE;
    }
  effect = lv_local_measure_add_effect (measure, self->session, id, members);
  effect->series = g_strdup (self->series);
  effect->fixed = target == NULL;
  return effect->fixed || read_years (self, effect, wrong);
}

/* --- Making */

static void
remove_cb (LvEffectEditor *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
lv_effect_editor_dispose (GObject *object)
{
  LvEffectEditor *self = LV_EFFECT_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_effect_editor_parent_class)->dispose (object);
}

static void
lv_effect_editor_finalize (GObject *object)
{
  LvEffectEditor *self = LV_EFFECT_EDITOR (object);

  g_clear_pointer (&self->table, lv_year_table_free);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_array_unref (self->members);
  g_ptr_array_unref (self->entries);
  g_free (self->series);
  g_free (self->fixed_target);
  g_free (self->fixed_members);
  G_OBJECT_CLASS (lv_effect_editor_parent_class)->finalize (object);
}

static void
lv_effect_editor_class_init (LvEffectEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_effect_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_effect_editor_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[REMOVE] = g_signal_new ("remove", LV_TYPE_EFFECT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
lv_effect_editor_init (LvEffectEditor *self)
{
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->entries = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
target_drop_down (LvEffectEditor *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  GtkWidget *target = lv_drop_down_new (_ ("Works on"), TARGET_CHARS);

  for (guint i = 0; i < self->targets->len; i++)
    g_ptr_array_add (titles, ((LvMeasureTarget *) g_ptr_array_index (self->targets, i))->title);
  g_ptr_array_add (titles, NULL);
  lv_drop_down_set_lines (target, (const char *const *) titles->pdata);
  lv_drop_down_set_search (target);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (target), GTK_INVALID_LIST_POSITION);
  gtk_widget_set_hexpand (target, TRUE);
  return target;
}

/* In GTK 4.8 the focus stands on the button inside a drop-down, which has no name of its own. */
static void
name_target (GtkWidget *target)
{
  GtkWidget *button = gtk_widget_get_first_child (target);

  if (button != NULL)
    lv_card_set_name (button, _ ("Works on"));
}

static void
build (LvEffectEditor *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("Works _on"));
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove"));

  self->target = target_drop_down (self);
  self->error = lv_card_label ("", "error");
  name_target (self->target);
  lv_card_set_name (button, _ ("Remove this effect"));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->target);
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->target);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->error);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  g_signal_connect_swapped (self->target, "notify::selected", G_CALLBACK (target_cb), self);
}

static void
show_values (LvEffectEditor *self, const LvLocalEffect *effect)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      double value
          = g_array_index (effect->values, double, g_array_index (self->members, guint, i));
      g_autofree char *text
          = isnan (value) ? g_strdup ("") : lv_input_bounds_format (self->table->node, value, TRUE);

      gtk_editable_set_text (GTK_EDITABLE (entry_at (self, i)), text);
    }
}

static void
show_effect (LvEffectEditor *self, const LvLocalEffect *effect)
{
  self->series = g_strdup (effect->series);
  for (guint i = 0; i < self->targets->len; i++)
    {
      const LvMeasureTarget *target = g_ptr_array_index (self->targets, i);

      if (strcmp (target->id, effect->target) == 0 && strcmp (target->members, effect->members) == 0)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->target), i);
    }
  if (!effect->fixed && chosen (self) != NULL)
    {
      show_values (self, effect);
      return;
    }
  self->fixed_target = g_strdup (effect->target);
  self->fixed_members = g_strdup (effect->members);
  drop_years (self);
  gtk_widget_set_sensitive (self->target, FALSE);
  show_error (self, NULL, _ ("This effect is written in the file in a form of its own, and kept as it is."));
}

/**
 * lv_effect_editor_new:
 * @effect: (nullable): what is edited, %NULL for a new one
 */
GtkWidget *
lv_effect_editor_new (LvSession *session, const LvLocalEffect *effect)
{
  LvEffectEditor *self = g_object_new (LV_TYPE_EFFECT_EDITOR, NULL);

  self->session = g_object_ref (session);
  self->targets = lv_session_measure_targets (session);
  build (self);
  if (effect != NULL)
    show_effect (self, effect);
  return GTK_WIDGET (self);
}
