/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-input-entry.h"

#include "lv-card-tools.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define WIDTH_CHARS 8

struct _LvInputEntry
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  LvSession *session; /* (owned) */
  const LvNode *node; /* (borrowed) */
  gsize cell;
  LvInputBounds bounds;
  gboolean steps;
  char *shown; /* (owned): the text that stands for the session's value */
  char *error; /* (owned) (nullable) */
};

enum
{
  PROP_ERROR = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LvInputEntry, lv_input_entry, GTK_TYPE_WIDGET)

static const char *
text_of (LvInputEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/** Returns: whether somebody has typed and not committed yet */
gboolean
lv_input_entry_is_edited (LvInputEntry *self)
{
  g_return_val_if_fail (LV_IS_INPUT_ENTRY (self), FALSE);
  return strcmp (text_of (self), self->shown) != 0;
}

/* @error: (transfer full) (nullable) */
static void
take_error (LvInputEntry *self, char *error)
{
  g_autofree char *old = self->error;

  if (g_strcmp0 (old, error) == 0)
    {
      self->error = g_steal_pointer (&old);
      g_free (error);
      return;
    }
  self->error = error;
  lv_card_set_style (self->entry, "error", error != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (error != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    error, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static double
current (LvInputEntry *self)
{
  return lv_state_number (lv_session_state (self->session), self->node, self->cell);
}

static void
show (LvInputEntry *self)
{
  double value = current (self);
  gboolean changed = lv_input_is_changed (self->session, self->node, self->cell);
  char *text = lv_input_bounds_format (self->node, value, changed);

  g_free (self->shown);
  self->shown = text;
  if (strcmp (text_of (self), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/**
 * lv_input_entry_restore:
 *
 * Brings back what stands in the session, also over a text that is being typed.
 */
void
lv_input_entry_restore (LvInputEntry *self)
{
  g_return_if_fail (LV_IS_INPUT_ENTRY (self));
  show (self);
  take_error (self, NULL);
}

/** Shows the session's value, unless somebody is typing. */
void
lv_input_entry_update (LvInputEntry *self)
{
  g_return_if_fail (LV_IS_INPUT_ENTRY (self));
  if (!lv_input_entry_is_edited (self))
    show (self);
}

/* Clearing the entry is no number, but where the grundprognose has none it takes the own one back. */
static gboolean
commit_empty (LvInputEntry *self)
{
  if (text_of (self)[strspn (text_of (self), " ")] != '\0'
      || !isnan (lv_input_standard (self->session, self->node, self->cell)))
    return FALSE;
  lv_session_reset (self->session, self->node, self->cell);
  lv_input_entry_restore (self);
  return TRUE;
}

/**
 * lv_input_entry_commit:
 *
 * Hands what was typed to the session.
 *
 * Returns: %FALSE when it could not be read; then it stays and the property error says why
 */
gboolean
lv_input_entry_commit (LvInputEntry *self)
{
  char *reason = NULL;
  double value;

  g_return_val_if_fail (LV_IS_INPUT_ENTRY (self), FALSE);
  if (!lv_input_entry_is_edited (self))
    {
      take_error (self, NULL);
      return TRUE;
    }
  if (commit_empty (self))
    return TRUE;
  if (!lv_input_bounds_parse (&self->bounds, self->node, text_of (self), &value, &reason))
    {
      take_error (self, reason);
      return FALSE;
    }
  /* From here on it is no longer being typed, so that the update that follows shows it. */
  g_free (self->shown);
  self->shown = g_strdup (text_of (self));
  take_error (self, NULL);
  lv_session_set (self->session, self->node, self->cell, value);
  show (self);
  return TRUE;
}

static gboolean
step (LvInputEntry *self, int by)
{
  double standard = lv_input_standard (self->session, self->node, self->cell);
  double value;

  if (!lv_input_entry_commit (self))
    return TRUE;
  value = current (self);
  if (isnan (value))
    return TRUE;
  value = lv_input_bounds_snap (&self->bounds, value + by * self->bounds.step, NAN);
  /* A default between two steps is reached on the way back to it. */
  if (!isnan (standard) && fabs (value - standard) < self->bounds.step / 2)
    value = standard;
  lv_session_set (self->session, self->node, self->cell, value);
  lv_input_entry_update (self);
  return TRUE;
}

static gboolean
key_pressed_cb (LvInputEntry *self, guint key, guint code, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (key == GDK_KEY_Escape && (lv_input_entry_is_edited (self) || self->error != NULL))
    {
      lv_input_entry_restore (self);
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
      return TRUE;
    }
  if (self->steps && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    return step (self, 1);
  if (self->steps && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    return step (self, -1);
  return FALSE;
}

static void
activate_cb (LvInputEntry *self)
{
  if (!lv_input_entry_commit (self))
    return;
  lv_session_end_edit (self->session);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
leave_cb (LvInputEntry *self)
{
  lv_input_entry_commit (self);
  lv_session_end_edit (self->session);
}

static gboolean
lv_input_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LV_INPUT_ENTRY (widget)->entry);
}

static void
lv_input_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ERROR)
    g_value_set_string (value, LV_INPUT_ENTRY (object)->error);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lv_input_entry_dispose (GObject *object)
{
  LvInputEntry *self = LV_INPUT_ENTRY (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_input_entry_parent_class)->dispose (object);
}

static void
lv_input_entry_finalize (GObject *object)
{
  LvInputEntry *self = LV_INPUT_ENTRY (object);

  g_free (self->shown);
  g_free (self->error);
  G_OBJECT_CLASS (lv_input_entry_parent_class)->finalize (object);
}

static void
lv_input_entry_class_init (LvInputEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lv_input_entry_get_property;
  object_class->dispose = lv_input_entry_dispose;
  object_class->finalize = lv_input_entry_finalize;
  widget_class->grab_focus = lv_input_entry_grab_focus;
  /* Why the text could not be read, NULL when it could. */
  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
lv_input_entry_init (LvInputEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->shown = g_strdup ("");
  self->steps = TRUE;
  self->entry = gtk_entry_new ();
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->entry, "numeric");
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  /* Before the text itself, which would take Up and Down for the ends of the line. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * lv_input_entry_new:
 * @node: an input of the kind number or month
 * @name: its accessible name
 */
LvInputEntry *
lv_input_entry_new (LvSession *session, const LvNode *node, gsize cell, const char *name)
{
  LvInputEntry *self = g_object_new (LV_TYPE_INPUT_ENTRY, NULL);
  const LvPack *pack = lv_session_pack (session);

  self->session = g_object_ref (session);
  self->node = node;
  self->cell = cell;
  lv_input_bounds (node, &self->bounds);
  lv_card_set_name (self->entry, name);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  lv_text_status (pack, LV_STATUS_MISSING));
  show (self);
  return self;
}

/** Says whether Up and Down step; in a grid they move between cells instead. */
void
lv_input_entry_set_steps (LvInputEntry *self, gboolean steps)
{
  g_return_if_fail (LV_IS_INPUT_ENTRY (self));
  self->steps = steps;
}

/** Returns: (transfer none) (nullable): why the text could not be read */
const char *
lv_input_entry_get_error (LvInputEntry *self)
{
  g_return_val_if_fail (LV_IS_INPUT_ENTRY (self), NULL);
  return self->error;
}

/** Returns: (transfer none): the entry inside */
GtkEntry *
lv_input_entry_get_entry (LvInputEntry *self)
{
  g_return_val_if_fail (LV_IS_INPUT_ENTRY (self), NULL);
  return GTK_ENTRY (self->entry);
}

gsize
lv_input_entry_get_cell (LvInputEntry *self)
{
  g_return_val_if_fail (LV_IS_INPUT_ENTRY (self), 0);
  return self->cell;
}
