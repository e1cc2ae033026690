/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-action-dialog.h"

#include "lv-card-tools.h"

#include <glib/gi18n.h>
#include <string.h>

#define WIDTH 620
#define HEIGHT 640

struct _LvActionDialog
{
  AdwWindow parent_instance;

  LvSession *session; /* (owned) */
  char *id;           /* (owned) (nullable): the action that is changed; NULL for a new one */
  char *of;           /* (owned) (nullable): the plan that a new one belongs to */
  char *after;        /* (owned) (nullable): what a new one stands behind */
  GtkWidget *form;
  GtkWidget *save;
  GtkWidget *error;
  char *refused;      /* (owned) (nullable): why an edit was not made */
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvActionDialog, lv_action_dialog, ADW_TYPE_WINDOW)

/* --- Saving */

static void
refused_cb (LvActionDialog *self, const char *reason)
{
  g_free (self->refused);
  self->refused = g_strdup (reason);
}

static gboolean
is_date_of_plan (LvActionField field)
{
  return field == LV_ACTION_START || field == LV_ACTION_END;
}

/* Both at once, so that their order is looked at when both are known. */
static gboolean
save_planned (LvActionDialog *self, const char *id, const LvAction *action, const char *start,
              const char *end)
{
  if (strcmp (start, lv_action_text (action, LV_ACTION_PLANNED_START)) == 0
      && strcmp (end, lv_action_text (action, LV_ACTION_PLANNED_END)) == 0)
    return TRUE;
  return lv_session_set_action (self->session, id, LV_ACTION_PLANNED_END, "")
         && lv_session_set_action (self->session, id, LV_ACTION_PLANNED_START, start)
         && lv_session_set_action (self->session, id, LV_ACTION_PLANNED_END, end);
}

/* Of the user's own action the plan is changed, of one in the pack, or one that the scenario has moved, the
 * scenario. */
static gboolean
save_dates (LvActionDialog *self, const char *id, const LvAction *action)
{
  LvActionForm *form = LV_ACTION_FORM (self->form);
  g_autofree char *start = lv_action_form_dup (form, LV_ACTION_START);
  g_autofree char *end = lv_action_form_dup (form, LV_ACTION_END);

  if (action->own && !action->moved)
    return save_planned (self, id, action, start, end);
  if (strcmp (start, lv_action_text (action, LV_ACTION_START)) == 0
      && strcmp (end, lv_action_text (action, LV_ACTION_END)) == 0)
    return TRUE;
  return lv_session_set_action_dates (self->session, id, start, end);
}

static gboolean
save_field (LvActionDialog *self, const char *id, const LvAction *action, LvActionField field)
{
  g_autofree char *text = lv_action_form_dup (LV_ACTION_FORM (self->form), field);
  const char *before = lv_action_text (action, field);

  if (field == LV_ACTION_STATUS && before[0] == '\0')
    before = "ikke-oplyst";
  return strcmp (text, before) == 0 || lv_session_set_action (self->session, id, field, text);
}

/* The status before its date: a new one is from today, unless the form says another day. */
static gboolean
save_fields (LvActionDialog *self, const char *id)
{
  g_autoptr (LvAction) action = lv_session_find_action (self->session, id);

  if (action == NULL || !save_dates (self, id, action))
    return FALSE;
  for (int i = 0; i < LV_N_ACTION_FIELDS; i++)
    {
      LvActionField field = (LvActionField) i;

      if (lv_action_form_has (field) && !is_date_of_plan (field)
          && lv_session_can_edit_action (self->session, id, field) && !save_field (self, id, action, field))
        return FALSE;
    }
  return TRUE;
}

static char *
save_new (LvActionDialog *self)
{
  g_autofree char *title = lv_action_form_dup (LV_ACTION_FORM (self->form), LV_ACTION_TITLE);
  g_autofree char *track = lv_action_form_dup (LV_ACTION_FORM (self->form), LV_ACTION_TRACK);

  return lv_session_add_action (self->session, self->of, title, track, self->after);
}

static void
show_error (LvActionDialog *self, const char *reason)
{
  lv_card_set_text (self->error, reason);
  gtk_widget_set_visible (self->error, reason[0] != '\0');
}

/* What was done of it is taken back, so that the form is the only place where it stands. */
static void
take_back (LvActionDialog *self, guint from)
{
  LvDocument *document = lv_session_document (self->session);

  if (lv_document_n_done (document) > from)
    {
      lv_document_join_steps (document, from, "");
      if (lv_document_n_done (document) > from)
        lv_session_undo (self->session);
    }
  show_error (self, self->refused != NULL ? self->refused : _ ("That could not be saved."));
}

static char *
step_name (LvActionDialog *self)
{
  g_autofree char *title = lv_action_form_dup (LV_ACTION_FORM (self->form), LV_ACTION_TITLE);

  return self->id == NULL ? g_strdup_printf (_ ("New action: %s"), title)
                          : g_strdup_printf (_ ("%s: changed"), title);
}

/** Does what the form says, as one step, and closes; or says why not. Returns: whether it is done */
gboolean
lv_action_dialog_save (LvActionDialog *self)
{
  LvDocument *document;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  guint from;

  g_return_val_if_fail (LV_IS_ACTION_DIALOG (self), FALSE);
  document = lv_session_document (self->session);
  lv_session_end_edit (self->session);
  from = lv_document_n_done (document);
  g_clear_pointer (&self->refused, g_free);
  name = step_name (self);
  id = self->id != NULL ? g_strdup (self->id) : save_new (self);
  if (id == NULL || !save_fields (self, id))
    {
      take_back (self, from);
      return FALSE;
    }
  lv_document_join_steps (document, from, name);
  g_signal_emit (self, signals[SAVED], 0, id);
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
save_cb (LvActionDialog *self)
{
  lv_action_dialog_save (self);
}

static void
changed_cb (LvActionDialog *self)
{
  gtk_widget_set_sensitive (self->save, lv_action_form_is_good (LV_ACTION_FORM (self->form)));
  show_error (self, "");
}

/* --- The window */

static void
lv_action_dialog_dispose (GObject *object)
{
  g_clear_object (&LV_ACTION_DIALOG (object)->session);
  G_OBJECT_CLASS (lv_action_dialog_parent_class)->dispose (object);
}

static void
lv_action_dialog_finalize (GObject *object)
{
  LvActionDialog *self = LV_ACTION_DIALOG (object);

  g_free (self->id);
  g_free (self->of);
  g_free (self->after);
  g_free (self->refused);
  G_OBJECT_CLASS (lv_action_dialog_parent_class)->finalize (object);
}

static void
lv_action_dialog_class_init (LvActionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_action_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_action_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  /* The action with this id was entered or changed. */
  signals[SAVED] = g_signal_new ("saved", LV_TYPE_ACTION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lv_action_dialog_init (LvActionDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

static GtkWidget *
make_header (LvActionDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  return header;
}

/* Where the dates go is not to be guessed. */
static GtkWidget *
make_hint (LvActionDialog *self)
{
  g_autoptr (LvAction) action
      = self->id != NULL ? lv_session_find_action (self->session, self->id) : NULL;
  gboolean scenario = action != NULL && (!action->own || action->moved);
  GtkWidget *hint = lv_card_label (
      scenario ? _ ("Start and end are those of the scenario; another end moves the measure that the action "
                    "carries. What the plan says stays.")
               : "",
      "caption");

  gtk_widget_set_visible (hint, scenario);
  return hint;
}

static void
build (LvActionDialog *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->form = lv_action_form_new (self->session, self->id);
  self->error = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE,
                              "xalign", 0.0, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->error, "error");
  gtk_widget_add_css_class (content, "lv-form");
  gtk_box_append (GTK_BOX (content), self->error);
  gtk_box_append (GTK_BOX (content), self->form);
  gtk_box_append (GTK_BOX (content), make_hint (self));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (all), make_header (self));
  gtk_box_append (GTK_BOX (all), scroller);
  adw_window_set_content (ADW_WINDOW (self), all);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_object (self->session, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self),
                        lv_action_form_get_widget (LV_ACTION_FORM (self->form), LV_ACTION_TITLE));
}

/** Returns: (transfer none): a dialog that changes an action */
GtkWidget *
lv_action_dialog_new (LvSession *session, const char *id)
{
  LvActionDialog *self = g_object_new (LV_TYPE_ACTION_DIALOG, "title", _ ("Edit Action"), NULL);

  self->session = g_object_ref (session);
  self->id = g_strdup (id);
  build (self);
  return GTK_WIDGET (self);
}

/**
 * lv_action_dialog_new_add:
 * @of: (nullable): the plan that it belongs to, as a card says it
 * @track: (nullable): its track, to begin with
 * @after: (nullable): the action that it stands behind
 *
 * Returns: (transfer none): a dialog that enters a new action
 */
GtkWidget *
lv_action_dialog_new_add (LvSession *session, const char *of, const char *track, const char *after)
{
  LvActionDialog *self = g_object_new (LV_TYPE_ACTION_DIALOG, "title", _ ("New Action"), NULL);

  self->session = g_object_ref (session);
  self->of = g_strdup (of);
  self->after = g_strdup (after);
  build (self);
  lv_action_form_set (LV_ACTION_FORM (self->form), LV_ACTION_TRACK, track != NULL ? track : "");
  lv_action_form_set (LV_ACTION_FORM (self->form), LV_ACTION_STATUS, "ikke-startet");
  return GTK_WIDGET (self);
}

/** Returns: (transfer none): what is typed in */
LvActionForm *
lv_action_dialog_get_form (LvActionDialog *self)
{
  g_return_val_if_fail (LV_IS_ACTION_DIALOG (self), NULL);
  return LV_ACTION_FORM (self->form);
}

/** Returns: (transfer none): why it was not saved, "" for nothing */
const char *
lv_action_dialog_get_error (LvActionDialog *self)
{
  g_return_val_if_fail (LV_IS_ACTION_DIALOG (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->error));
}
