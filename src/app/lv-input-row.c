/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-input-row.h"

#include "lv-card-tools.h"
#include "lv-drop-down.h"
#include "lv-input-info.h"
#include "lv-input-suggest.h"
#include "lv-line-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _LvInputRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *scale;    /* (nullable) */
  GtkWidget *control;  /* LvInputEntry, GtkSwitch or GtkDropDown */
  GtkWidget *reset;
  GtkWidget *status;
  GtkWidget *error;
  GtkWidget *suggest;  /* (nullable) */
  LvSession *session;  /* (owned) */
  const LvNode *node;  /* (borrowed) */
  gsize cell;
  char *title;         /* (owned) */
  LvInputBounds bounds;
  LvInputRowFlags flags;
  double mark;         /* the default that is marked on the scale; NaN without */
  gboolean updating;   /* the controls are being set from the session */
};

G_DEFINE_FINAL_TYPE (LvInputRow, lv_input_row, GTK_TYPE_WIDGET)

static double
current (LvInputRow *self)
{
  return lv_state_number (lv_session_state (self->session), self->node, self->cell);
}

static LvInput
kind (LvInputRow *self)
{
  const LvParameter *parameter = lv_node_parameter (self->node);
  g_autofree char *on = NULL;

  if (parameter != NULL)
    return parameter->input;
  on = lv_node_measure (self->node) != NULL
           ? g_strconcat (lv_node_measure (self->node)->id, "#on", NULL)
           : NULL;
  return g_strcmp0 (on, lv_node_id (self->node)) == 0 ? LV_INPUT_SWITCH : LV_INPUT_NUMBER;
}

/* --- Scale */

static void
value_changed_cb (LvInputRow *self)
{
  double at = gtk_range_get_value (GTK_RANGE (self->scale));
  double value = lv_input_bounds_snap (&self->bounds, at,
                                       lv_input_standard (self->session, self->node, self->cell));

  if (self->updating)
    return;
  /* Pulling is the newer wish: what was typed beside it and could not be read gives way. */
  lv_session_set (self->session, self->node, self->cell, value);
  lv_input_entry_restore (LV_INPUT_ENTRY (self->control));
  self->updating = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), value);
  self->updating = FALSE;
}

/* A pull at the scale is one step of undo, from button to button. */
static gboolean
pull_event_cb (LvInputRow *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_BEGIN
      || type == GDK_TOUCH_END)
    lv_session_end_edit (self->session);
  return GDK_EVENT_PROPAGATE;
}

/* So are the keys that are pressed while the focus stays. */
static void
watch_pulling (LvInputRow *self, GtkWidget *scale)
{
  GtkEventController *pointer = gtk_event_controller_legacy_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (pointer, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (pointer, "event", G_CALLBACK (pull_event_cb), self);
  g_signal_connect_object (focus, "leave", G_CALLBACK (lv_session_end_edit), self->session,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (scale, pointer);
  gtk_widget_add_controller (scale, focus);
}

/* The page scrolls, whatever the pointer is over: a number must not change because somebody reads on. */
static void
remove_scrolling (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint i = 0;

  while (i < g_list_model_get_n_items (controllers))
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (widget, controller);
      else
        i++;
    }
}

static GtkWidget *
create_scale (LvInputRow *self, const char *name)
{
  GtkWidget *scale
      = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, self->bounds.from, self->bounds.to,
                                  self->bounds.step);
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (scale));

  gtk_adjustment_set_page_increment (
      adjustment, MAX (self->bounds.step, (self->bounds.to - self->bounds.from) / 10));
  gtk_scale_set_draw_value (GTK_SCALE (scale), FALSE);
  gtk_scale_set_has_origin (GTK_SCALE (scale), FALSE);
  /* Steps are ours (lv_input_bounds_snap); the range itself must not round a default away. */
  gtk_range_set_round_digits (GTK_RANGE (scale), -1);
  gtk_widget_set_hexpand (scale, TRUE);
  gtk_widget_set_size_request (scale, 96, -1);
  lv_card_set_name (scale, name);
  remove_scrolling (scale);
  watch_pulling (self, scale);
  g_signal_connect_swapped (scale, "value-changed", G_CALLBACK (value_changed_cb), self);
  return scale;
}

static void
update_mark (LvInputRow *self)
{
  double standard = lv_input_standard (self->session, self->node, self->cell);

  if (standard == self->mark || (isnan (standard) && isnan (self->mark)))
    return;
  self->mark = standard;
  gtk_scale_clear_marks (GTK_SCALE (self->scale));
  if (standard >= self->bounds.from && standard <= self->bounds.to)
    gtk_scale_add_mark (GTK_SCALE (self->scale), standard, GTK_POS_BOTTOM, NULL);
}

static void
update_scale (LvInputRow *self)
{
  double value = current (self);

  update_mark (self);
  if (isnan (value))
    value = self->bounds.from;
  if (value != gtk_range_get_value (GTK_RANGE (self->scale)))
    gtk_range_set_value (GTK_RANGE (self->scale), value);
}

/* --- Other controls */

static void
active_cb (LvInputRow *self)
{
  if (self->updating)
    return;
  lv_session_set (self->session, self->node, self->cell,
                  gtk_switch_get_active (GTK_SWITCH (self->control)) ? 1 : 0);
  lv_session_end_edit (self->session);
}

static void
selected_cb (LvInputRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  lv_session_set (self->session, self->node, self->cell, selected);
  lv_session_end_edit (self->session);
}

static void
error_cb (LvInputRow *self)
{
  const char *error = lv_input_entry_get_error (LV_INPUT_ENTRY (self->control));

  lv_card_set_text (self->error, error != NULL ? error : "");
  gtk_widget_set_visible (self->error, error != NULL);
}

static GtkWidget *
create_choice (const LvAxis *axis)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < lv_axis_length (axis); i++)
    gtk_string_list_append (titles, lv_axis_member (axis, i)->title);
  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
}

static void
create_control (LvInputRow *self, const char *name)
{
  switch (kind (self))
    {
    case LV_INPUT_SWITCH:
      self->control = gtk_switch_new ();
      g_signal_connect_swapped (self->control, "notify::active", G_CALLBACK (active_cb), self);
      lv_card_set_name (self->control, name);
      break;
    case LV_INPUT_MEMBER:
      self->control = create_choice (lv_node_parameter (self->node)->axis);
      g_signal_connect_swapped (self->control, "notify::selected", G_CALLBACK (selected_cb), self);
      lv_drop_down_set_name (GTK_DROP_DOWN (self->control), name);
      break;
    case LV_INPUT_NUMBER:
      if (self->bounds.to > self->bounds.from)
        self->scale = create_scale (self, name);
      G_GNUC_FALLTHROUGH;
    case LV_INPUT_MONTH:
    default:
      self->control = GTK_WIDGET (lv_input_entry_new (self->session, self->node, self->cell, name));
      g_signal_connect_swapped (self->control, "notify::error", G_CALLBACK (error_cb), self);
    }
  gtk_widget_set_valign (self->control, GTK_ALIGN_CENTER);
}

/* --- The row */

static void
reset_cb (LvInputRow *self)
{
  /* The button goes insensitive and would take the focus with it to nowhere. */
  if (gtk_widget_is_focus (self->reset))
    gtk_widget_grab_focus (self->control);
  if (LV_IS_INPUT_ENTRY (self->control))
    lv_input_entry_restore (LV_INPUT_ENTRY (self->control));
  lv_session_reset (self->session, self->node, self->cell);
}

/* Read aloud, a row does not have the heading above it: it says both. */
static char *
full_title (LvInputRow *self)
{
  const char *heading = lv_node_title (self->node);

  if ((self->flags & LV_INPUT_ROW_PLAIN) != 0 && strcmp (heading, self->title) != 0)
    return g_strdup_printf ("%s, %s", heading, self->title);
  return g_strdup (self->title);
}

static void
append_controls (LvInputRow *self, GtkWidget *line)
{
  g_autofree char *unit = lv_input_unit (self->node);

  GtkWidget *label = lv_card_label (unit, "lv-unit");

  /* Parted in a word, "personer" took three lines; the title gives way instead. */
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_widget_set_visible (label, unit[0] != '\0');
  gtk_box_append (GTK_BOX (line), self->control);
  gtk_box_append (GTK_BOX (line), label);
}

static void
build (LvInputRow *self)
{
  g_autofree char *unit = lv_input_unit (self->node);
  g_autofree char *full = full_title (self);
  g_autofree char *name
      = unit[0] != '\0' ? g_strdup_printf ("%s, %s", full, unit) : g_strdup (full);
  GtkWidget *top = lv_line_box_new (6);
  GtkWidget *title = lv_card_label (self->title, NULL);
  GtkWidget *info = NULL;

  create_control (self, name);
  self->reset = lv_input_reset_button_new (full);
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (reset_cb), self);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (top), title);
  if (self->scale == NULL)
    append_controls (self, top);
  if ((self->flags & LV_INPUT_ROW_PLAIN) == 0)
    info = lv_input_info_button_new (self->session, self->node, self->title);
  if (info != NULL)
    gtk_box_append (GTK_BOX (top), info);
  gtk_box_append (GTK_BOX (top), self->reset);
  gtk_box_append (GTK_BOX (self->box), top);
  if (self->scale != NULL)
    {
      GtkWidget *line = lv_line_box_new (6);

      gtk_box_append (GTK_BOX (line), self->scale);
      append_controls (self, line);
      gtk_box_append (GTK_BOX (self->box), line);
    }
  self->error = lv_card_label ("", "error");
  self->status = lv_card_label ("", "caption");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->error);
  gtk_box_append (GTK_BOX (self->box), self->status);
  self->suggest = lv_input_suggest_new (self->session, self->node, self->cell);
  if (self->suggest != NULL)
    gtk_box_append (GTK_BOX (self->box), self->suggest);
}

static const char *
role_word (LvInputRow *self)
{
  const LvParameter *parameter = lv_node_parameter (self->node);

  if (parameter == NULL || (self->flags & LV_INPUT_ROW_PLAIN) != 0)
    return NULL;
  switch (parameter->role)
    {
    case LV_ROLE_LEVER:
      return _ ("Lever");
    case LV_ROLE_VIEW:
      return _ ("View");
    case LV_ROLE_ASSUMPTION:
    default:
      return _ ("Assumption");
    }
}

static void
append_word (GString *out, const char *word)
{
  if (word != NULL && word[0] != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", word);
}

static void
update_status (LvInputRow *self, gboolean changed)
{
  const LvParameter *parameter = lv_node_parameter (self->node);
  gboolean view = parameter != NULL && parameter->role == LV_ROLE_VIEW;
  gboolean plain = (self->flags & LV_INPUT_ROW_PLAIN) != 0;
  LvValue value = lv_state_get (lv_session_state (self->session), self->node, self->cell);
  g_autofree char *before = lv_card_baseline (self->session, self->node, self->cell);
  g_autofree char *baseline = before != NULL ? g_strdup_printf (_ ("baseline %s"), before) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  append_word (out, role_word (self));
  if (!view && (!plain || changed || isnan (value.number)))
    append_word (out, lv_text_status (lv_session_pack (self->session), value.status));
  append_word (out, baseline);
  lv_card_set_text (self->status, out->str);
  gtk_widget_set_visible (self->status,
                          out->len > 0 && (self->flags & LV_INPUT_ROW_QUIET) == 0);
}

/** Shows the session's value; what is being typed or pulled is left alone. */
void
lv_input_row_update (LvInputRow *self)
{
  gboolean changed;
  double value;

  g_return_if_fail (LV_IS_INPUT_ROW (self));
  changed = lv_input_is_changed (self->session, self->node, self->cell);
  value = current (self);
  self->updating = TRUE;
  if (LV_IS_INPUT_ENTRY (self->control))
    lv_input_entry_update (LV_INPUT_ENTRY (self->control));
  else if (GTK_IS_SWITCH (self->control))
    gtk_switch_set_active (GTK_SWITCH (self->control), value == 1);
  else
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control),
                                isnan (value) ? GTK_INVALID_LIST_POSITION : (guint) value);
  if (self->scale != NULL)
    update_scale (self);
  self->updating = FALSE;
  gtk_widget_set_sensitive (self->reset, changed);
  lv_card_set_style (GTK_WIDGET (self), "lv-changed", changed);
  if (self->suggest != NULL)
    lv_input_suggest_update (LV_INPUT_SUGGEST (self->suggest));
  update_status (self, changed);
}

static void
lv_input_row_dispose (GObject *object)
{
  LvInputRow *self = LV_INPUT_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_input_row_parent_class)->dispose (object);
}

static void
lv_input_row_finalize (GObject *object)
{
  g_free (LV_INPUT_ROW (object)->title);
  G_OBJECT_CLASS (lv_input_row_parent_class)->finalize (object);
}

static void
lv_input_row_class_init (LvInputRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_input_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_input_row_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lvinputrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lv_input_row_init (LvInputRow *self)
{
  self->mark = NAN;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * lv_input_row_new:
 * @node: an input
 * @title: (nullable): instead of the title of @node
 *
 * Returns: (transfer floating): a row that shows what the session says of @cell
 */
LvInputRow *
lv_input_row_new (LvSession *session, const LvNode *node, gsize cell, const char *title,
                  LvInputRowFlags flags)
{
  LvInputRow *self = g_object_new (LV_TYPE_INPUT_ROW, NULL);

  self->session = g_object_ref (session);
  self->node = node;
  self->cell = cell;
  self->flags = flags;
  self->title = g_strdup (title != NULL ? title : lv_node_title (node));
  lv_input_bounds (node, &self->bounds);
  build (self);
  lv_card_set_name (GTK_WIDGET (self), self->title);
  lv_input_row_update (self);
  return self;
}

/** Returns: (transfer none) (nullable): the scale, where the range is known */
GtkWidget *
lv_input_row_get_scale (LvInputRow *self)
{
  g_return_val_if_fail (LV_IS_INPUT_ROW (self), NULL);
  return self->scale;
}

/** Returns: (transfer none): the entry, switch or choice */
GtkWidget *
lv_input_row_get_control (LvInputRow *self)
{
  g_return_val_if_fail (LV_IS_INPUT_ROW (self), NULL);
  return self->control;
}

GtkWidget *
lv_input_row_get_reset (LvInputRow *self)
{
  g_return_val_if_fail (LV_IS_INPUT_ROW (self), NULL);
  return self->reset;
}

/** Returns: (transfer none): the status in words */
const char *
lv_input_row_get_status (LvInputRow *self)
{
  g_return_val_if_fail (LV_IS_INPUT_ROW (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->status));
}
