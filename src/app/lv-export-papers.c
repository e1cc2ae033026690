/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which attachments are made, in which formats, and what the sender says of each; which scenarios they are of. */
#include "lv-export-papers.h"

#include "lv-card-tools.h"

#include <glib/gi18n.h>

/** The groups of a dialog; it lives as long as the widget that it is set on. */
typedef struct
{
  LvExportChoice *choice; /* (borrowed) */
  LvExportChanged changed;
  gpointer user_data;
  GPtrArray *rows; /* GtkWidget: a row for each attachment */
  gboolean filling;
} Papers;

static void
papers_free (gpointer data)
{
  Papers *self = data;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

static Papers *
papers_new (GtkWidget *owner, LvExportChoice *choice, LvExportChanged changed, gpointer user_data)
{
  Papers *self = g_new0 (Papers, 1);

  self->choice = choice;
  self->changed = changed;
  self->user_data = user_data;
  self->rows = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (owner), "papers", self, papers_free);
  return self;
}

/** Returns: what users call the format */
const char *
lv_export_profile_title (LvProfile profile)
{
  switch (profile)
    {
    case LV_PROFILE_BILAG:
      return _ ("Workbook to publish");
    case LV_PROFILE_BEREGNING:
      return _ ("Calculation workbook");
    case LV_PROFILE_PDF:
      return _ ("PDF");
    case LV_PROFILE_ICS:
      return _ ("Calendar");
    case LV_PROFILE_HTML:
      return _ ("Web page");
    case LV_PROFILE_CSV:
      return _ ("Tables as CSV");
    default:
      return lv_profile_name (profile);
    }
}

/* --- One attachment */

static LvExportPick *
pick_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "pick");
}

/* "Bilag, Beregningsark, PDF" under the title. */
static void
update_row (GtkWidget *row)
{
  const LvExportPick *pick = pick_of (row);
  GString *text = g_string_new (NULL);

  for (LvProfile p = 0; p < LV_N_PROFILES; p++)
    if (pick->profiles[p])
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", lv_export_profile_title (p));
  if (text->len == 0)
    g_string_append (text, _ ("No format is chosen"));
  if (pick->number[0] != '\0')
    g_string_append_printf (text, " · %s", pick->number);
  if (pick->document_number[0] != '\0')
    g_string_append_printf (text, " · %s", pick->document_number);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text->str);
  g_string_free (text, TRUE);
}

static void
tell (Papers *self)
{
  if (!self->filling)
    self->changed (self->user_data);
}

static void
chosen_cb (GtkCheckButton *button, Papers *self)
{
  pick_of (GTK_WIDGET (button))->chosen = gtk_check_button_get_active (button);
  tell (self);
}

static void
profile_cb (GtkCheckButton *button, GtkWidget *row)
{
  LvProfile profile = (LvProfile) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "profile"));

  pick_of (row)->profiles[profile] = gtk_check_button_get_active (button);
  update_row (row);
  tell (g_object_get_data (G_OBJECT (row), "owner"));
}

static GtkWidget *
profiles_row (GtkWidget *row)
{
  const LvExportPick *pick = pick_of (row);
  GtkWidget *line = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "lv-export-formats");
  for (LvProfile p = 0; p < LV_N_PROFILES; p++)
    if (pick->offers[p])
      {
        GtkWidget *button = gtk_check_button_new_with_label (lv_export_profile_title (p));
        g_autofree char *name = g_strdup_printf ("%s: %s", pick->item->title, lv_export_profile_title (p));

        lv_card_set_name (button, name);
        gtk_check_button_set_active (GTK_CHECK_BUTTON (button), pick->profiles[p]);
        g_object_set_data (G_OBJECT (button), "profile", GINT_TO_POINTER ((int) p));
        g_signal_connect (button, "toggled", G_CALLBACK (profile_cb), row);
        gtk_box_append (GTK_BOX (box), button);
      }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  return line;
}

static void
text_cb (GtkEditable *entry, GtkWidget *row)
{
  char **text = g_object_get_data (G_OBJECT (entry), "text");

  g_free (*text);
  *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  update_row (row);
  tell (g_object_get_data (G_OBJECT (row), "owner"));
}

static GtkWidget *
text_row (GtkWidget *row, const char *title, char **text)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), *text);
  g_object_set_data (G_OBJECT (entry), "text", text);
  g_signal_connect (entry, "changed", G_CALLBACK (text_cb), row);
  return entry;
}

static void
read_cb (GtkSwitch *control, GParamSpec *pspec, GtkWidget *row)
{
  pick_of (row)->is_read = gtk_switch_get_active (control);
  tell (g_object_get_data (G_OBJECT (row), "owner"));
}

static GtkWidget *
read_row (GtkWidget *row)
{
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), _ ("Spelling and grammar are read through"));
  gtk_switch_set_active (GTK_SWITCH (control), pick_of (row)->is_read);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), control);
  g_object_set_data (G_OBJECT (row), "read", control);
  g_signal_connect (control, "notify::active", G_CALLBACK (read_cb), row);
  return line;
}

/* What is folded is not made before it is looked at. */
static void
expanded_cb (AdwExpanderRow *expander, GParamSpec *pspec, Papers *self)
{
  GtkWidget *row = GTK_WIDGET (expander);
  LvExportPick *pick = pick_of (row);

  if (!adw_expander_row_get_expanded (expander) || g_object_get_data (G_OBJECT (row), "filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "filled", row);
  adw_expander_row_add_row (expander, profiles_row (row));
  adw_expander_row_add_row (expander, text_row (row, _ ("Attachment number, such as “Bilag 3”"), &pick->number));
  adw_expander_row_add_row (expander, text_row (row, _ ("Document number"), &pick->document_number));
  adw_expander_row_add_row (expander, text_row (row, _ ("Title, when another than the pack's"), &pick->title));
  adw_expander_row_add_row (expander, read_row (row));
}

static GtkWidget *
paper_row (Papers *self, LvExportPick *pick)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pick->item->title);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), pick->chosen);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  lv_card_set_name (button, pick->item->title);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "pick", pick);
  g_object_set_data (G_OBJECT (row), "owner", self);
  g_object_set_data (G_OBJECT (row), "button", button);
  g_object_set_data (G_OBJECT (button), "pick", pick);
  g_signal_connect (button, "toggled", G_CALLBACK (chosen_cb), self);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), self);
  update_row (row);
  return row;
}

/* --- All of them */

static void
tick (Papers *self, gboolean on)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_check_button_set_active (g_object_get_data (g_ptr_array_index (self->rows, i), "button"), on);
  self->filling = FALSE;
  tell (self);
}

static void
all_cb (Papers *self)
{
  tick (self, TRUE);
}

static void
none_cb (Papers *self)
{
  tick (self, FALSE);
}

static GtkWidget *
flat_button (const char *text, GCallback clicked, Papers *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

/** Returns: (transfer floating): the attachments of @choice, to be ticked; @choice must last as long */
GtkWidget *
lv_export_papers_new (LvExportChoice *choice, LvExportChanged changed, gpointer user_data)
{
  GtkWidget *group = adw_preferences_group_new ();
  Papers *self = papers_new (group, choice, changed, user_data);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Attachments"));
  gtk_box_append (GTK_BOX (buttons), flat_button (_ ("_Tick All"), G_CALLBACK (all_cb), self));
  gtk_box_append (GTK_BOX (buttons), flat_button (_ ("Tick _None"), G_CALLBACK (none_cb), self));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), buttons);
  for (guint i = 0; i < choice->picks->len; i++)
    {
      GtkWidget *row = paper_row (self, g_ptr_array_index (choice->picks, i));

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}

/* --- Scenarios */

static void
scenario_cb (GtkCheckButton *button, Papers *self)
{
  LvExportScenario *scenario = g_object_get_data (G_OBJECT (button), "scenario");

  scenario->chosen = gtk_check_button_get_active (button);
  /* What is missing is counted in the first that is chosen. */
  for (guint i = 0; i < self->choice->picks->len; i++)
    ((LvExportPick *) g_ptr_array_index (self->choice->picks, i))->n_missing = -1;
  tell (self);
}

static GtkWidget *
scenario_row (Papers *self, LvExportScenario *scenario)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), scenario->title);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), scenario->chosen);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (button), "scenario", scenario);
  g_signal_connect (button, "toggled", G_CALLBACK (scenario_cb), self);
  return row;
}

/** Returns: (transfer floating): the scenarios of @choice, to be ticked */
GtkWidget *
lv_export_scenarios_new (LvExportChoice *choice, LvExportChanged changed, gpointer user_data)
{
  GtkWidget *group = adw_preferences_group_new ();
  Papers *self = papers_new (group, choice, changed, user_data);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Scenarios"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("Several scenarios get a folder each, and attachments that compare hold them against the baseline."));
  for (guint i = 0; i < choice->scenarios->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               scenario_row (self, g_ptr_array_index (choice->scenarios, i)));
  return group;
}
