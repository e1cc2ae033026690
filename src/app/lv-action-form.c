/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-action-form.h"

#include "lv-card-tools.h"
#include "lv-date-entry.h"
#include "lv-drop-down.h"
#include "lv-id-picker.h"

#include <glib/gi18n.h>
#include <string.h>

#define CHARS 34
#define TEXT_HEIGHT 56

struct _LvActionForm
{
  GtkWidget parent_instance;

  LvSession *session;  /* (owned) */
  GPtrArray *actions;  /* (owned): LvAction, the plan */
  char *id;            /* (owned) (nullable): NULL for a new action */
  GtkWidget *grid;
  GtkWidget *widgets[LV_N_ACTION_FIELDS]; /* (nullable) */
  GPtrArray *choices[LV_N_ACTION_FIELDS]; /* (owned) (nullable): ids behind the lines of a drop-down */
  int row;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvActionForm, lv_action_form, GTK_TYPE_WIDGET)

static const LvActionField order[] = {
  LV_ACTION_TITLE,    LV_ACTION_NUMBER,      LV_ACTION_TRACK,          LV_ACTION_OWNER,
  LV_ACTION_PARTNERS, LV_ACTION_BODY,        LV_ACTION_START,          LV_ACTION_END,
  LV_ACTION_WINDOW,   LV_ACTION_DEADLINE,    LV_ACTION_STATUS,         LV_ACTION_STATUS_DATE,
  LV_ACTION_NEXT_FOLLOW_UP, LV_ACTION_DEPENDS, LV_ACTION_CARRIES,      LV_ACTION_MOVES,
  LV_ACTION_EVIDENCE, LV_ACTION_NOTE,        LV_ACTION_SOURCE,         LV_ACTION_PLACE,
};

static const char *
label_of (LvActionField field)
{
  const char *const labels[LV_N_ACTION_FIELDS]
      = { [LV_ACTION_TITLE] = C_ ("plan", "Action"),
          [LV_ACTION_NUMBER] = C_ ("plan", "No."),
          [LV_ACTION_TRACK] = C_ ("plan", "Track"),
          [LV_ACTION_OWNER] = C_ ("plan", "Owner"),
          [LV_ACTION_PARTNERS] = C_ ("plan", "Partners"),
          [LV_ACTION_BODY] = C_ ("plan", "Body"),
          [LV_ACTION_START] = C_ ("plan", "Start"),
          [LV_ACTION_END] = C_ ("plan", "End"),
          [LV_ACTION_WINDOW] = C_ ("plan", "Period in Words"),
          [LV_ACTION_DEADLINE] = C_ ("plan", "Deadline"),
          [LV_ACTION_STATUS] = C_ ("plan", "Status"),
          [LV_ACTION_STATUS_DATE] = C_ ("plan", "Status From"),
          [LV_ACTION_NEXT_FOLLOW_UP] = C_ ("plan", "Next Follow-Up"),
          [LV_ACTION_DEPENDS] = C_ ("plan", "Waits For"),
          [LV_ACTION_CARRIES] = C_ ("plan", "Carries the Measure"),
          [LV_ACTION_MOVES] = C_ ("plan", "Should Move"),
          [LV_ACTION_EVIDENCE] = C_ ("plan", "Evidence"),
          [LV_ACTION_NOTE] = C_ ("plan", "Note"),
          [LV_ACTION_SOURCE] = C_ ("plan", "Source"),
          [LV_ACTION_PLACE] = C_ ("plan", "Place in the Source") };

  return labels[field] != NULL ? labels[field] : "";
}

static void
changed_cb (LvActionForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Widgets for the kinds of fields */

static gboolean
is_long (LvActionField field)
{
  return field == LV_ACTION_EVIDENCE || field == LV_ACTION_NOTE;
}

/* What other actions say there is offered while it is typed. */
static void
complete (LvActionForm *self, GtkWidget *entry, LvActionField field)
{
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();
  g_autoptr (GtkListStore) store = gtk_list_store_new (1, G_TYPE_STRING);
  g_auto (GStrv) values = lv_actions_values (self->actions, field);

  for (guint i = 0; values[i] != NULL; i++)
    gtk_list_store_insert_with_values (store, NULL, -1, 0, values[i], -1);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (store));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_set_completion (GTK_ENTRY (entry), completion);
}

static GtkWidget *
make_entry (LvActionForm *self, LvActionField field)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), CHARS);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  if (field == LV_ACTION_TRACK || field == LV_ACTION_OWNER || field == LV_ACTION_PARTNERS
      || field == LV_ACTION_BODY)
    complete (self, entry, field);
  return entry;
}

static GtkWidget *
make_text (LvActionForm *self)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                            G_CALLBACK (changed_cb), self);
  return view;
}

static GtkWidget *
make_date (LvActionForm *self, LvActionField field)
{
  GtkWidget *entry = lv_date_entry_new (label_of (field));
  g_autofree char *text = NULL;
  GDate today;

  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_entry_set_activates_default (GTK_ENTRY (lv_date_entry_get_entry (LV_DATE_ENTRY (entry))), TRUE);
  if (!lv_session_get_today (self->session, &today))
    return entry;
  text = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&today), (guint) g_date_get_month (&today),
                          g_date_get_day (&today));
  lv_date_entry_set_today (LV_DATE_ENTRY (entry), text);
  return entry;
}

static GtkWidget *
make_choice (LvActionForm *self, LvActionField field, GPtrArray *ids, const GPtrArray *lines,
             gboolean search)
{
  GtkWidget *drop = lv_drop_down_new (label_of (field), CHARS);

  lv_drop_down_set_lines (drop, (const char *const *) lines->pdata);
  if (search)
    lv_drop_down_set_search (drop);
  self->choices[field] = ids;
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (changed_cb), self);
  return drop;
}

static GtkWidget *
make_status (LvActionForm *self)
{
  const char *const *statuses = lv_action_statuses ();
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LvAction) action = lv_action_new ("");

  for (guint i = 0; statuses[i] != NULL; i++)
    {
      lv_action_set_text (action, LV_ACTION_STATUS, statuses[i]);
      g_ptr_array_add (ids, g_strdup (statuses[i]));
      g_ptr_array_add (lines, lv_action_status_words (lv_session_pack (self->session), action));
    }
  g_ptr_array_add (lines, NULL);
  return make_choice (self, LV_ACTION_STATUS, ids, lines, FALSE);
}

/* All that the pack has of a kind, and nothing. */
static GtkWidget *
make_items (LvActionForm *self, LvActionField field, LvKind kind)
{
  const GPtrArray *items = lv_pack_items (lv_session_pack (self->session), kind);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  g_ptr_array_add (ids, g_strdup (""));
  g_ptr_array_add (lines, (gpointer) (kind == LV_KIND_MEASURE ? _ ("No Measure") : _ ("No Source")));
  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (ids, g_strdup (item->id));
      g_ptr_array_add (lines, (gpointer) (item->title != NULL ? item->title : item->id));
    }
  g_ptr_array_add (lines, NULL);
  return make_choice (self, field, ids, lines, TRUE);
}

static char *
action_title (const LvAction *action)
{
  const char *number = lv_action_text (action, LV_ACTION_NUMBER);

  return g_strdup_printf ("%s%s%s", number, number[0] != '\0' ? " " : "",
                          lv_action_text (action, LV_ACTION_TITLE));
}

static GtkWidget *
make_depends (LvActionForm *self)
{
  GtkWidget *picker = lv_id_picker_new (label_of (LV_ACTION_DEPENDS), _ ("Add an Action…"));

  for (guint i = 0; i < self->actions->len; i++)
    {
      const LvAction *action = g_ptr_array_index (self->actions, i);
      g_autofree char *title = action_title (action);

      if (g_strcmp0 (action->id, self->id) != 0)
        lv_id_picker_add_candidate (LV_ID_PICKER (picker), action->id, title);
    }
  return picker;
}

static GtkWidget *
make_moves (LvActionForm *self)
{
  const GPtrArray *goals = lv_pack_items (lv_session_pack (self->session), LV_KIND_GOAL);
  GtkWidget *picker = lv_id_picker_new (label_of (LV_ACTION_MOVES), _ ("Add a Goal…"));

  for (guint i = 0; i < goals->len; i++)
    {
      const LvItem *goal = g_ptr_array_index (goals, i);

      lv_id_picker_add_candidate (LV_ID_PICKER (picker), goal->id, goal->title);
    }
  return picker;
}

static GtkWidget *
make_widget (LvActionForm *self, LvActionField field)
{
  switch (lv_action_type (field))
    {
    case LV_ACTION_IS_DATE:
      return make_date (self, field);
    case LV_ACTION_IS_STATUS:
      return make_status (self);
    case LV_ACTION_IS_IDS:
      return make_depends (self);
    case LV_ACTION_IS_MEASURE:
      return make_items (self, field, LV_KIND_MEASURE);
    case LV_ACTION_IS_SOURCE:
      return make_items (self, field, LV_KIND_SOURCE);
    case LV_ACTION_IS_CELLS:
      return make_moves (self);
    case LV_ACTION_IS_TEXT:
    default:
      return is_long (field) ? make_text (self) : make_entry (self, field);
    }
}

/* --- Reading and writing them */

static void
choose (LvActionForm *self, LvActionField field, const char *id)
{
  guint index;

  if (field == LV_ACTION_STATUS && id[0] == '\0')
    id = "ikke-oplyst";
  if (g_ptr_array_find_with_equal_func (self->choices[field], id, g_str_equal, &index))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->widgets[field]), index);
}

/** Shows @text in a field that lv_action_form_has() */
void
lv_action_form_set (LvActionForm *self, LvActionField field, const char *text)
{
  GtkWidget *widget;

  g_return_if_fail (LV_IS_ACTION_FORM (self) && lv_action_form_has (field) && text != NULL);
  widget = self->widgets[field];
  if (LV_IS_DATE_ENTRY (widget))
    lv_date_entry_set_date (LV_DATE_ENTRY (widget), text);
  else if (LV_IS_ID_PICKER (widget))
    lv_id_picker_set_ids (LV_ID_PICKER (widget), text);
  else if (GTK_IS_DROP_DOWN (widget))
    choose (self, field, text);
  else if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
}

static char *
dup_buffer (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start;
  GtkTextIter end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strstrip (g_strdelimit (text, "\n\r\t", ' '));
}

static char *
dup_choice (LvActionForm *self, LvActionField field)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->widgets[field]));
  const GPtrArray *ids = self->choices[field];

  return g_strdup (at < ids->len ? g_ptr_array_index (ids, at) : "");
}

/** Returns: (transfer full): what stands in a field, as a file writes it */
char *
lv_action_form_dup (LvActionForm *self, LvActionField field)
{
  GtkWidget *widget;

  g_return_val_if_fail (LV_IS_ACTION_FORM (self) && lv_action_form_has (field), NULL);
  widget = self->widgets[field];
  if (LV_IS_DATE_ENTRY (widget))
    return lv_date_entry_dup_date (LV_DATE_ENTRY (widget));
  if (LV_IS_ID_PICKER (widget))
    return lv_id_picker_dup_ids (LV_ID_PICKER (widget));
  if (GTK_IS_DROP_DOWN (widget))
    return dup_choice (self, field);
  if (GTK_IS_TEXT_VIEW (widget))
    return dup_buffer (widget);
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget))));
}

/** Returns: whether the form has the field */
gboolean
lv_action_form_has (LvActionField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] == field)
      return TRUE;
  return FALSE;
}

/** Returns: whether there is a title and every date can be read */
gboolean
lv_action_form_is_good (LvActionForm *self)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (LV_IS_ACTION_FORM (self), FALSE);
  title = lv_action_form_dup (self, LV_ACTION_TITLE);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (LV_IS_DATE_ENTRY (self->widgets[order[i]])
        && !lv_date_entry_is_good (LV_DATE_ENTRY (self->widgets[order[i]])))
      return FALSE;
  return title[0] != '\0';
}

/** Returns: (transfer none): the widget of a field */
GtkWidget *
lv_action_form_get_widget (LvActionForm *self, LvActionField field)
{
  g_return_val_if_fail (LV_IS_ACTION_FORM (self) && field < LV_N_ACTION_FIELDS, NULL);
  return self->widgets[field];
}

/* --- The form */

static GtkWidget *
framed (GtkWidget *view)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_HEIGHT);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  return scroller;
}

static void
add_field (LvActionForm *self, LvActionField field)
{
  GtkWidget *widget = make_widget (self, field);
  GtkWidget *label = lv_card_label (label_of (field), NULL);

  self->widgets[field] = widget;
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_hexpand (widget, TRUE);
  if (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget))
    lv_card_set_name (widget, label_of (field));
  gtk_widget_set_sensitive (widget, self->id == NULL
                                        || lv_session_can_edit_action (self->session, self->id, field));
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, self->row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), GTK_IS_TEXT_VIEW (widget) ? framed (widget) : widget, 1,
                   self->row++, 1, 1);
}

static void
fill (LvActionForm *self)
{
  const LvAction *action = self->id != NULL ? lv_actions_find (self->actions, self->id) : NULL;

  for (guint i = 0; action != NULL && i < G_N_ELEMENTS (order); i++)
    lv_action_form_set (self, order[i], lv_action_text (action, order[i]));
}

static void
lv_action_form_dispose (GObject *object)
{
  LvActionForm *self = LV_ACTION_FORM (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_action_form_parent_class)->dispose (object);
}

static void
lv_action_form_finalize (GObject *object)
{
  LvActionForm *self = LV_ACTION_FORM (object);

  for (guint i = 0; i < LV_N_ACTION_FIELDS; i++)
    g_clear_pointer (&self->choices[i], g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_free (self->id);
  G_OBJECT_CLASS (lv_action_form_parent_class)->finalize (object);
}

static void
lv_action_form_class_init (LvActionFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_action_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_action_form_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /* Something else is typed or chosen. */
  signals[CHANGED] = g_signal_new ("changed", LV_TYPE_ACTION_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lv_action_form_init (LvActionForm *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

/**
 * lv_action_form_new:
 * @id: (nullable): the action that it shows; %NULL for a new one
 *
 * Returns: (transfer floating): a form
 */
GtkWidget *
lv_action_form_new (LvSession *session, const char *id)
{
  LvActionForm *self = g_object_new (LV_TYPE_ACTION_FORM, NULL);

  self->session = g_object_ref (session);
  self->id = g_strdup (id);
  self->actions = lv_session_actions (session);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_field (self, order[i]);
  fill (self);
  return GTK_WIDGET (self);
}
