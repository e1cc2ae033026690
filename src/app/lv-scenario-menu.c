/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the scenario that is shown. The menu is made anew each time it opens, so it always
 * says what is possible now. */
#include "lv-scenario-menu.h"

#include "lv-card-tools.h"
#include "lv-text-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  LvSession *session; /* (owned) */
  GtkWidget *button;  /* borrowed: it owns this */
  GSimpleActionGroup *actions; /* (owned) */
} Menu;

static void
menu_free (gpointer data)
{
  Menu *self = data;

  g_object_unref (self->actions);
  g_object_unref (self->session);
  g_free (self);
}

/* --- New, duplicate, rename, describe */

static void
new_done (const char *text, gpointer data)
{
  Menu *self = data;

  g_free (lv_session_add_scenario (self->session, text, NULL));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Menu *self = data;

  lv_text_dialog_ask (self->button, _ ("New Scenario"), _ ("Name"), _ ("My scenario"), FALSE,
                      _ ("C_reate"), new_done, self);
}

static void
duplicate_done (const char *text, gpointer data)
{
  Menu *self = data;

  g_free (lv_session_duplicate_scenario (self->session, lv_session_shown (self->session), text));
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Menu *self = data;
  g_autoptr (LvSessionScenario) shown
      = lv_session_find_scenario (self->session, lv_session_shown (self->session));
  g_autofree char *title = g_strdup_printf (_ ("Copy of %s"), shown->title);

  lv_text_dialog_ask (self->button, _ ("Duplicate Scenario"), _ ("Name"), title, FALSE,
                      _ ("_Duplicate"), duplicate_done, self);
}

static void
rename_done (const char *text, gpointer data)
{
  Menu *self = data;

  lv_session_rename_scenario (self->session, lv_session_shown (self->session), text);
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Menu *self = data;
  g_autoptr (LvSessionScenario) shown
      = lv_session_find_scenario (self->session, lv_session_shown (self->session));

  lv_text_dialog_ask (self->button, _ ("Rename Scenario"), _ ("Name"), shown->title, FALSE,
                      _ ("_Rename"), rename_done, self);
}

static void
describe_done (const char *text, gpointer data)
{
  Menu *self = data;

  lv_session_describe_scenario (self->session, lv_session_shown (self->session), text);
}

static void
describe_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Menu *self = data;
  g_autoptr (LvSessionScenario) shown
      = lv_session_find_scenario (self->session, lv_session_shown (self->session));

  lv_text_dialog_ask (self->button, _ ("Describe Scenario"), _ ("What it is about"),
                      shown->description, TRUE, _ ("_Save"), describe_done, self);
}

/* --- State, parent, place */

static void
state_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Menu *self = data;

  lv_session_set_scenario_state (self->session, lv_session_shown (self->session),
                                 g_variant_get_string (parameter, NULL));
}

static void
parent_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Menu *self = data;
  const char *id = g_variant_get_string (parameter, NULL);

  lv_session_set_parent (self->session, lv_session_shown (self->session), id[0] != '\0' ? id : NULL);
}

static void
compare_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Menu *self = data;
  const char *id = g_variant_get_string (parameter, NULL);

  lv_session_compare (self->session, id[0] != '\0' ? id : NULL);
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Menu *self = data;

  lv_session_move_scenario (self->session, lv_session_shown (self->session), -1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Menu *self = data;

  lv_session_move_scenario (self->session, lv_session_shown (self->session), 1);
}

/* No question first: undo brings it back. */
static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Menu *self = data;
  g_autofree char *shown = g_strdup (lv_session_shown (self->session));

  lv_session_delete_scenario (self->session, shown);
}

static const GActionEntry entries[] = {
  { "new", new_cb, NULL, NULL, NULL, { 0 } },
  { "duplicate", duplicate_cb, NULL, NULL, NULL, { 0 } },
  { "rename", rename_cb, NULL, NULL, NULL, { 0 } },
  { "describe", describe_cb, NULL, NULL, NULL, { 0 } },
  { "state", state_cb, "s", "'udkast'", NULL, { 0 } },
  { "parent", parent_cb, "s", "''", NULL, { 0 } },
  { "compare", compare_cb, "s", "''", NULL, { 0 } },
  { "move-up", move_up_cb, NULL, NULL, NULL, { 0 } },
  { "move-down", move_down_cb, NULL, NULL, NULL, { 0 } },
  { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
};

static void
set_enabled (Menu *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_state (Menu *self, const char *name, const char *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (state != NULL ? state : ""));
}

static void
update_actions (Menu *self, const LvSessionScenario *shown)
{
  static const char *const for_own[]
      = { "rename", "describe", "state", "parent", "move-up", "move-down", "delete" };

  for (gsize i = 0; i < G_N_ELEMENTS (for_own); i++)
    set_enabled (self, for_own[i], shown != NULL && shown->own);
  set_enabled (self, "duplicate", shown != NULL);
  set_state (self, "state", shown != NULL ? shown->state : "udkast");
  set_state (self, "parent", shown != NULL ? shown->parent : NULL);
  set_state (self, "compare", lv_session_compared (self->session));
}

/* --- The menu */

static void
append_choice (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/* The grundprognose and every scenario but the one that is shown. */
static GMenu *
choice_of_scenarios (Menu *self, const char *action)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) scenarios = lv_session_scenarios (self->session);

  append_choice (menu, _ ("Baseline"), action, "");
  for (guint i = 0; i < scenarios->len; i++)
    {
      const LvSessionScenario *scenario = g_ptr_array_index (scenarios, i);

      if (g_strcmp0 (scenario->id, lv_session_shown (self->session)) != 0)
        append_choice (menu, scenario->title, action, scenario->id);
    }
  return menu;
}

static GMenu *
choice_of_states (void)
{
  GMenu *menu = g_menu_new ();

  append_choice (menu, _ ("Draft"), "scenario.state", "udkast");
  append_choice (menu, _ ("Presented"), "scenario.state", "fremlagt");
  append_choice (menu, _ ("Locked"), "scenario.state", "laast");
  return menu;
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_submenu (GMenu *menu, const char *label, GMenu *submenu)
{
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
  g_object_unref (submenu);
}

static GMenu *
make_menu (Menu *self)
{
  GMenu *menu = g_menu_new ();
  GMenu *make = g_menu_new ();
  GMenu *say = g_menu_new ();
  GMenu *move = g_menu_new ();
  GMenu *analyse = g_menu_new ();

  g_menu_append (make, _ ("_New Scenario…"), "scenario.new");
  g_menu_append (make, _ ("_Duplicate…"), "scenario.duplicate");
  g_menu_append (say, _ ("_Rename…"), "scenario.rename");
  g_menu_append (say, _ ("D_escribe…"), "scenario.describe");
  append_submenu (say, _ ("_State"), choice_of_states ());
  append_submenu (say, _ ("_Builds on"), choice_of_scenarios (self, "scenario.parent"));
  append_submenu (say, _ ("_Compare with"), choice_of_scenarios (self, "scenario.compare"));
  g_menu_append (move, _ ("Move _Up"), "scenario.move-up");
  g_menu_append (move, _ ("Move Do_wn"), "scenario.move-down");
  g_menu_append (move, _ ("De_lete"), "scenario.delete");
  g_menu_append (analyse, _ ("Com_pare…"), "win.analysis(0)");
  g_menu_append (analyse, _ ("E_xplain the Change…"), "win.analysis(1)");
  g_menu_append (analyse, _ ("What Does It _Take?"), "win.analysis(2)");
  g_menu_append (analyse, _ ("What _Means Most?"), "win.analysis(3)");
  append_section (menu, make);
  append_section (menu, analyse);
  append_section (menu, say);
  append_section (menu, move);
  return menu;
}

static void
open_cb (GtkMenuButton *button, gpointer data)
{
  Menu *self = data;
  g_autoptr (LvSessionScenario) shown
      = lv_session_find_scenario (self->session, lv_session_shown (self->session));
  g_autoptr (GMenu) menu = make_menu (self);

  update_actions (self, shown);
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

/** Makes @button the menu of the scenario that @session shows. */
void
lv_scenario_menu_attach (GtkMenuButton *button, LvSession *session)
{
  Menu *self = g_new0 (Menu, 1);

  self->session = g_object_ref (session);
  self->button = GTK_WIDGET (button);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (button), "scenario", G_ACTION_GROUP (self->actions));
  gtk_menu_button_set_create_popup_func (button, open_cb, self, menu_free);
  lv_card_quiet_menu (GTK_WIDGET (button));
}
