/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks where a goal's indicator is now, of what date and from which source; without both it is no figure. */
#include "lv-goal-dialog.h"

#include "lv-card-tools.h"
#include "lv-date-entry.h"
#include "lv-number.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

typedef struct
{
  GtkWidget *from;    /* (owned) */
  LvSession *session; /* (owned) */
  char *id;           /* (owned) */
  AdwMessageDialog *dialog; /* (borrowed) */
  GtkWidget *number;
  GtkWidget *date;
  GtkWidget *source;
} Ask;

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *self = data;

  g_object_unref (self->from);
  g_object_unref (self->session);
  g_free (self->id);
  g_free (self);
}

static const char *
text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static gboolean
has_text (GtkWidget *entry)
{
  const char *text = text_of (entry);

  return text[strspn (text, " ")] != '\0';
}

static void
check_cb (Ask *self)
{
  g_autofree char *date = lv_date_entry_dup_date (LV_DATE_ENTRY (self->date));
  double value = NAN;
  gboolean good = lv_number_parse_da (text_of (self->number), &value);

  lv_card_set_style (self->number, "error", !good && has_text (self->number));
  adw_message_dialog_set_response_enabled (self->dialog, "yes",
                                           good && date[0] != '\0' && has_text (self->source));
}

static void
response_cb (Ask *self, const char *response)
{
  g_autofree char *date = lv_date_entry_dup_date (LV_DATE_ENTRY (self->date));
  g_autofree char *source = g_strstrip (g_strdup (text_of (self->source)));
  double value;

  if (gtk_widget_get_root (self->from) == NULL)
    return;
  lv_session_end_edit (self->session);
  if (strcmp (response, "remove") == 0)
    lv_session_reset_goal (self->session, self->id);
  else if (strcmp (response, "yes") == 0 && lv_number_parse_da (text_of (self->number), &value))
    lv_session_set_goal_actual (self->session, self->id, value, date, source);
  lv_session_end_edit (self->session);
}

static void
add_row (GtkWidget *box, const char *text, GtkWidget *entry)
{
  GtkWidget *label = lv_card_label (text, NULL);

  gtk_label_set_use_underline (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
}

static GtkWidget *
make_entry (Ask *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 36);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (check_cb), self);
  return entry;
}

static GtkWidget *
make_date (Ask *self)
{
  GtkWidget *entry = lv_date_entry_new (_ ("Date"));
  g_autofree char *text = NULL;
  GDate today;

  g_signal_connect_swapped (entry, "changed", G_CALLBACK (check_cb), self);
  gtk_entry_set_activates_default (GTK_ENTRY (lv_date_entry_get_entry (LV_DATE_ENTRY (entry))), TRUE);
  if (lv_session_get_today (self->session, &today))
    {
      text = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&today), (guint) g_date_get_month (&today),
                              g_date_get_day (&today));
      lv_date_entry_set_today (LV_DATE_ENTRY (entry), text);
    }
  return entry;
}

static GtkWidget *
make_content (Ask *self, const LvGoal *goal)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *unit = goal->unit->plural;
  g_autofree char *number = unit[0] != '\0' ? g_strdup_printf (_ ("_Number, %s"), unit)
                                            : g_strdup (_ ("_Number"));

  self->number = make_entry (self);
  self->date = make_date (self);
  self->source = make_entry (self);
  add_row (box, number, self->number);
  add_row (box, _ ("_Date of the figure"), self->date);
  add_row (box, _ ("_Source: a file, a letter, or who says so"), self->source);
  return box;
}

/* With all its decimals, as it was typed. */
static char *
typed (double number)
{
  char buffer[LV_NUMBER_BUFFER];

  return g_strdelimit (g_strdup (lv_number_format_c (number, buffer)), ".", ',');
}

/* What the user's figure says now. */
static void
fill (Ask *self, const LvGoal *goal)
{
  g_autofree char *number = goal->edited && !isnan (goal->actual.number)
                                ? typed (goal->actual.number)
                                : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self->number), number);
  lv_date_entry_set_date (LV_DATE_ENTRY (self->date), goal->actual_date);
  gtk_editable_set_text (GTK_EDITABLE (self->source), goal->actual_source);
  adw_message_dialog_set_response_enabled (self->dialog, "remove", goal->edited);
  check_cb (self);
}

static void
add_responses (AdwMessageDialog *dialog)
{
  adw_message_dialog_add_response (dialog, "no", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "remove", _ ("_Remove"));
  adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_add_response (dialog, "yes", _ ("_Enter"));
  adw_message_dialog_set_response_appearance (dialog, "yes", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "yes");
  adw_message_dialog_set_close_response (dialog, "no");
}

/**
 * lv_goal_dialog_ask:
 * @from: a widget of the window
 * @id: a goal
 *
 * Asks where the goal's indicator is now; what has been entered can be changed and taken out again.
 */
void
lv_goal_dialog_ask (GtkWidget *from, LvSession *session, const char *id)
{
  g_autoptr (GPtrArray) goals = lv_session_goals (session, id);
  const LvGoal *goal = goals->len > 0 ? g_ptr_array_index (goals, 0) : NULL;
  GtkWidget *dialog;
  Ask *self;

  if (goal == NULL)
    return;
  self = g_new0 (Ask, 1);
  self->from = g_object_ref (from);
  self->session = g_object_ref (session);
  self->id = g_strdup (id);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Enter Where It Is Now"),
                                   goal->item->title);
  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  add_responses (self->dialog);
  adw_message_dialog_set_extra_child (self->dialog, make_content (self, goal));
  fill (self, goal);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, ask_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (self->number);
}
