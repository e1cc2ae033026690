/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A measure of the user's own in a window: what it is, what it does year by year, and whose judgement that is. */
#include "lv-measure-dialog.h"

#include "lv-card-tools.h"
#include "lv-effect-editor.h"
#include "lv-month.h"
#include "lv-number.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 720
#define HEIGHT 620
#define LONG_LINES 60
#define MOST_MONTHS 600
#define MOST_PCT 1000

#define LV_TYPE_MEASURE_DIALOG (lv_measure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LvMeasureDialog, lv_measure_dialog, LV, MEASURE_DIALOG, AdwWindow)

/* The fields that hold a line of text, in the order of the window. */
enum
{
  FIELD_TITLE,
  FIELD_START,
  FIELD_PHASE_IN,
  FIELD_REALISATION,
  FIELD_OWNER,
  FIELD_POSITIONS,
  FIELD_WHO,
  FIELD_WHY,
  N_FIELDS
};

struct _LvMeasureDialog
{
  AdwWindow parent_instance;

  LvSession *session;      /* (owned) */
  LvLocalMeasure *measure; /* (owned): as it was when the window opened */
  LvMeasureDone done;
  GObject *done_data;      /* (owned) (nullable) */
  GtkWidget *form;
  GtkWidget *fields[N_FIELDS];
  GtkWidget *errors[N_FIELDS]; /* (nullable) */
  GtkWidget *state;
  GtkWidget *description;
  GtkWidget *consequence;
  GtkWidget *effects;
  GtkWidget *refused;
};

G_DEFINE_FINAL_TYPE (LvMeasureDialog, lv_measure_dialog, ADW_TYPE_WINDOW)

/* As files write them, in the order of the drop-down. */
static const char *const states[] = { "", "forslag", "besluttet", "i-gang", "gennemfoert" };

/* --- Fields */

static GtkWidget *
label_for (const char *text, GtkWidget *widget)
{
  GtkWidget *label = lv_card_label (text, NULL);

  gtk_label_set_use_underline (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  return label;
}

static void
clear_error (LvMeasureDialog *self, int field)
{
  if (self->errors[field] == NULL)
    return;
  gtk_widget_set_visible (self->errors[field], FALSE);
  lv_card_set_style (self->fields[field], "error", FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fields[field]), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
set_error (LvMeasureDialog *self, int field, const char *reason)
{
  lv_card_set_text (self->errors[field], reason);
  gtk_widget_set_visible (self->errors[field], TRUE);
  lv_card_set_style (self->fields[field], "error", TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fields[field]), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fields[field]),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
  gtk_widget_grab_focus (self->fields[field]);
  return FALSE;
}

static void
typed_cb (GtkWidget *entry, LvMeasureDialog *self)
{
  for (int i = 0; i < N_FIELDS; i++)
    if (self->fields[i] == entry)
      clear_error (self, i);
}

static void
add_field (LvMeasureDialog *self, GtkWidget *box, int field, const char *title, const char *text,
           gboolean may_be_wrong)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_box_append (GTK_BOX (box), label_for (title, entry));
  gtk_box_append (GTK_BOX (box), entry);
  self->fields[field] = entry;
  if (!may_be_wrong)
    return;
  self->errors[field] = lv_card_label ("", "error");
  gtk_widget_set_visible (self->errors[field], FALSE);
  gtk_box_append (GTK_BOX (box), self->errors[field]);
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), self);
}

static GtkWidget *
add_long (GtkWidget *box, const char *title, const char *text)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LONG_LINES);
  gtk_widget_add_css_class (scroller, "frame");
  gtk_box_append (GTK_BOX (box), label_for (title, view));
  gtk_box_append (GTK_BOX (box), scroller);
  return view;
}

static void
add_heading (GtkWidget *box, const char *title)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", title, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_state (LvMeasureDialog *self, GtkWidget *box)
{
  const char *words[] = { _ ("Not said"),  _ ("Proposed"), _ ("Decided"),
                          _ ("In progress"), _ ("Done"),   NULL };
  GtkWidget *button;

  self->state = gtk_drop_down_new_from_strings (words);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (strcmp (states[i], self->measure->state) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->state), i);
  button = gtk_widget_get_first_child (self->state);
  if (button != NULL)
    lv_card_set_name (button, _ ("How far it is"));
  gtk_box_append (GTK_BOX (box), label_for (_ ("How _far it is"), self->state));
  gtk_box_append (GTK_BOX (box), self->state);
}

/* --- Effects */

static void
remove_cb (GtkWidget *editor, LvMeasureDialog *self)
{
  gtk_box_remove (GTK_BOX (self->effects), editor);
  gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
add_effect (LvMeasureDialog *self, const LvLocalEffect *effect)
{
  GtkWidget *editor = lv_effect_editor_new (self->session, effect);

  g_signal_connect_object (editor, "remove", G_CALLBACK (remove_cb), self, 0);
  gtk_box_append (GTK_BOX (self->effects), editor);
  return editor;
}

static void
add_effect_cb (LvMeasureDialog *self)
{
  gtk_widget_child_focus (add_effect (self, NULL), GTK_DIR_TAB_FORWARD);
}

static void
add_effects (LvMeasureDialog *self, GtkWidget *box)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add Another Effect"));

  self->effects = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  for (guint i = 0; i < self->measure->effects->len; i++)
    add_effect (self, g_ptr_array_index (self->measure->effects, i));
  if (self->measure->effects->len == 0)
    add_effect (self, NULL);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_effect_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->effects);
  gtk_box_append (GTK_BOX (box), button);
}

/* --- Reading */

static char *
line_of (LvMeasureDialog *self, int field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->fields[field]))));
}

static char *
text_of (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter from;
  GtkTextIter to;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  text = gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
  return g_strstrip (g_steal_pointer (&text));
}

static gboolean
read_start (LvMeasureDialog *self, LvLocalMeasure *measure)
{
  g_autofree char *text = line_of (self, FIELD_START);

  measure->start = -1;
  if (text[0] == '\0' || lv_month_parse (text, &measure->start))
    return TRUE;
  return set_error (self, FIELD_START, _ ("Write a month such as 2027-01, or nothing"));
}

static gboolean
read_phase_in (LvMeasureDialog *self, LvLocalMeasure *measure)
{
  g_autofree char *text = line_of (self, FIELD_PHASE_IN);
  guint64 months = 1;

  if (text[0] != '\0' && !g_ascii_string_to_unsigned (text, 10, 1, MOST_MONTHS, &months, NULL))
    return set_error (self, FIELD_PHASE_IN, _ ("Write whole months, 1 to 600"));
  measure->phase_in = (guint) months;
  return TRUE;
}

static gboolean
read_realisation (LvMeasureDialog *self, LvLocalMeasure *measure)
{
  g_autofree char *text = line_of (self, FIELD_REALISATION);

  measure->realisation = 100;
  if (text[0] == '\0'
      || (lv_number_parse_da (text, &measure->realisation) && measure->realisation >= 0
          && measure->realisation <= MOST_PCT))
    return TRUE;
  return set_error (self, FIELD_REALISATION, _ ("Write a percentage from 0 to 1000, such as 80"));
}

static gboolean
read_effects (LvMeasureDialog *self, LvLocalMeasure *measure)
{
  for (GtkWidget *editor = gtk_widget_get_first_child (self->effects); editor != NULL;
       editor = gtk_widget_get_next_sibling (editor))
    {
      GtkWidget *wrong = NULL;

      if (lv_effect_editor_read (LV_EFFECT_EDITOR (editor), measure, &wrong))
        continue;
      gtk_widget_grab_focus (wrong);
      return FALSE;
    }
  return TRUE;
}

static void
read_texts (LvMeasureDialog *self, LvLocalMeasure *measure)
{
  guint state = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->state));
  char **texts[] = { &measure->title, &measure->owner, &measure->positions, &measure->who, &measure->why };
  const int fields[] = { FIELD_TITLE, FIELD_OWNER, FIELD_POSITIONS, FIELD_WHO, FIELD_WHY };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_free (*texts[i]);
      *texts[i] = line_of (self, fields[i]);
    }
  g_free (measure->state);
  measure->state = g_strdup (states[MIN (state, G_N_ELEMENTS (states) - 1)]);
  g_free (measure->description);
  measure->description = text_of (self->description);
  g_free (measure->consequence);
  measure->consequence = text_of (self->consequence);
}

/* Returns: (transfer full) (nullable): %NULL, told at the field, when something is wrong */
static LvLocalMeasure *
read_measure (LvMeasureDialog *self)
{
  g_autoptr (LvLocalMeasure) measure = lv_local_measure_new ();

  measure->id = g_strdup (self->measure->id);
  read_texts (self, measure);
  if (measure->title[0] == '\0')
    {
      set_error (self, FIELD_TITLE, _ ("A measure needs a title."));
      return NULL;
    }
  if (!read_effects (self, measure) || !read_start (self, measure) || !read_phase_in (self, measure)
      || !read_realisation (self, measure))
    return NULL;
  return g_steal_pointer (&measure);
}

static void
refused_cb (LvMeasureDialog *self, const char *reason)
{
  lv_card_set_text (self->refused, reason);
  gtk_widget_set_visible (self->refused, TRUE);
}

static void
save_cb (LvMeasureDialog *self)
{
  g_autoptr (LvLocalMeasure) measure = read_measure (self);
  g_autofree char *id = measure != NULL ? lv_session_put_measure (self->session, measure) : NULL;

  if (id == NULL)
    return;
  self->done (id, self->done_data);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save_cb (LV_MEASURE_DIALOG (widget));
}

/* --- Making */

static void
lv_measure_dialog_finalize (GObject *object)
{
  LvMeasureDialog *self = LV_MEASURE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->done_data);
  lv_local_measure_free (self->measure);
  G_OBJECT_CLASS (lv_measure_dialog_parent_class)->finalize (object);
}

static void
lv_measure_dialog_class_init (LvMeasureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lv_measure_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "measure.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "measure.save", NULL);
}

static void
lv_measure_dialog_init (LvMeasureDialog *self)
{
}

static GtkWidget *
make_bar (LvMeasureDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "measure.save");
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), save);
  gtk_window_set_default_widget (GTK_WINDOW (self), save);
  return bar;
}

static void
fill_form (LvMeasureDialog *self, GtkWidget *box)
{
  const LvLocalMeasure *measure = self->measure;
  g_autofree char *start = measure->start >= 0 ? lv_month_format (measure->start) : g_strdup ("");
  g_autofree char *phase_in = g_strdup_printf ("%u", measure->phase_in);
  g_autofree char *realisation = lv_number_format_da (measure->realisation, -1);

  gtk_box_append (GTK_BOX (box),
                  lv_card_label (_ ("A measure is off until a scenario switches it on. What stands here "
                                    "is a judgement, and the same in all scenarios. Without an effect "
                                    "it is not assessed and counts 0."),
                                 "caption"));
  add_field (self, box, FIELD_TITLE, _ ("T_itle"), measure->title, TRUE);
  add_heading (box, _ ("Effect"));
  add_effects (self, box);
  add_heading (box, _ ("Whose judgement"));
  add_field (self, box, FIELD_WHO, _ ("_Who says so"), measure->who, FALSE);
  add_field (self, box, FIELD_WHY, _ ("Wh_y"), measure->why, FALSE);
  add_heading (box, _ ("About the measure"));
  self->description = add_long (box, _ ("_Description"), measure->description);
  self->consequence = add_long (box, _ ("Co_nsequence for citizens and staff"), measure->consequence);
  add_field (self, box, FIELD_POSITIONS, _ ("Staffin_g"), measure->positions, FALSE);
  add_field (self, box, FIELD_OWNER, _ ("Ca_rried out by"), measure->owner, FALSE);
  add_state (self, box);
  add_heading (box, _ ("Time"));
  gtk_box_append (GTK_BOX (box), lv_card_label (_ ("Month and phase-in are told on the card. The effect "
                                                   "per year above already takes them into account."),
                                                "caption"));
  add_field (self, box, FIELD_START, _ ("Start _month, such as 2027-01"), start, TRUE);
  add_field (self, box, FIELD_PHASE_IN, _ ("_Phase-in, months"), phase_in, TRUE);
  add_field (self, box, FIELD_REALISATION, _ ("Reali_sation rate, pct. of the effect"), realisation, TRUE);
}

static void
build (LvMeasureDialog *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->form, "lv-analysis");
  self->refused = lv_card_label ("", "error");
  gtk_widget_set_visible (self->refused, FALSE);
  gtk_box_append (GTK_BOX (self->form), self->refused);
  fill_form (self, self->form);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->form);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (all), make_bar (self));
  gtk_box_append (GTK_BOX (all), scroller);
  adw_window_set_content (ADW_WINDOW (self), all);
}

/**
 * lv_measure_dialog_run:
 * @measure: (transfer full): what is edited; without an id, a new one
 * @done: called with the id when it was written
 * @data: (transfer full) (nullable): a GObject, for @done
 */
void
lv_measure_dialog_run (GtkWindow *parent, LvSession *session, LvLocalMeasure *measure,
                       LvMeasureDone done, gpointer data)
{
  LvMeasureDialog *self
      = g_object_new (LV_TYPE_MEASURE_DIALOG, "transient-for", parent, "modal", TRUE,
                      "destroy-with-parent", TRUE, "default-width", WIDTH, "default-height", HEIGHT,
                      "title", measure->id != NULL ? _ ("Edit Measure") : _ ("New Measure"), NULL);

  self->session = g_object_ref (session);
  self->measure = measure;
  self->done = done;
  self->done_data = data;
  build (self);
  g_signal_connect_object (session, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->fields[FIELD_TITLE]);
}
