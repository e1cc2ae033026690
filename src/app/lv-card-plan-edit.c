/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the actions of a plan: buttons, menu and keys. */
#include "lv-card-plan-private.h"

#include "lv-action-dialog.h"
#include "lv-card-tools.h"
#include "lv-plan-columns.h"
#include "lv-plan-filter.h"
#include "lv-plan-slip.h"

#include <glib/gi18n.h>
#include <string.h>

static LvSession *
session_of (LvCardPlan *self)
{
  return lv_card_session (LV_CARD (self));
}

/* --- Entering and changing */

/* A new action is shown, even where the filter would leave it out. */
static void
saved_cb (LvCardPlan *self, const char *id)
{
  if (!lv_plan_list_position (self->list, id, NULL))
    lv_plan_filter_clear (LV_PLAN_FILTER (self->filter));
  lv_card_plan_select (self, id);
  lv_plan_slip_watch (LV_PLAN_SLIP (self->slip), id);
}

static void
present (LvCardPlan *self, GtkWidget *dialog)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvCardPlan *self = LV_CARD_PLAN (widget);
  LvPlanRow *row = lv_plan_list_find (self->list, self->selected);
  const char *track = row != NULL ? lv_action_text (lv_plan_row_action (row), LV_ACTION_TRACK) : NULL;

  present (self, lv_action_dialog_new_add (session_of (self), lv_card_plan_of (self), track, self->selected));
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvCardPlan *self = LV_CARD_PLAN (widget);

  if (self->selected != NULL)
    present (self, lv_action_dialog_new (session_of (self), self->selected));
}

static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvCardPlan *self = LV_CARD_PLAN (widget);
  g_autofree char *id = lv_session_duplicate_action (session_of (self), self->selected);

  if (id != NULL)
    saved_cb (self, id);
}

static void
reset_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvCardPlan *self = LV_CARD_PLAN (widget);

  lv_session_reset_action (session_of (self), self->selected);
  lv_session_end_edit (session_of (self));
}

/* The next action is meant then, so that the keys go on from there. */
static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvCardPlan *self = LV_CARD_PLAN (widget);
  g_autofree char *next = g_strdup (lv_plan_list_neighbour (self->list, self->selected, 1));
  g_autofree char *before = g_strdup (lv_plan_list_neighbour (self->list, self->selected, -1));

  if (lv_session_delete_action (session_of (self), self->selected))
    lv_card_plan_select (self, next != NULL ? next : before);
}

/* --- Order */

static const LvAction *
neighbour (LvCardPlan *self, int by)
{
  const char *id = lv_plan_list_neighbour (self->list, self->selected, by);
  LvPlanRow *row = lv_plan_list_find (self->list, id);

  return row != NULL ? lv_plan_row_action (row) : NULL;
}

/* Under headings an action goes up and down in its group only. */
static gboolean
is_in_group (LvCardPlan *self, const LvAction *other)
{
  LvPlanRow *row = lv_plan_list_find (self->list, self->selected);
  LvActionField group = lv_plan_list_get_group (self->list);

  return row != NULL && other != NULL
         && (group == LV_PLAN_NO_GROUP
             || strcmp (lv_action_text (lv_plan_row_action (row), group), lv_action_text (other, group)) == 0);
}

/* Returns: (transfer full) (nullable): what stands behind @id in the whole plan */
static char *
behind (LvCardPlan *self, const char *id)
{
  g_autoptr (GPtrArray) actions = lv_session_actions (session_of (self));

  for (guint i = 0; i + 1 < actions->len; i++)
    if (strcmp (((LvAction *) g_ptr_array_index (actions, i))->id, id) == 0)
      return g_strdup (((LvAction *) g_ptr_array_index (actions, i + 1))->id);
  return NULL;
}

static void
reorder (LvCardPlan *self, int by)
{
  const LvAction *other = neighbour (self, by);
  g_autofree char *before = NULL;

  if (!is_in_group (self, other) || lv_plan_list_is_sorted (self->list))
    return;
  before = by < 0 ? g_strdup (other->id) : behind (self, other->id);
  lv_session_reorder_action (session_of (self), self->selected, before);
}

static void
up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  reorder (LV_CARD_PLAN (widget), -1);
}

static void
down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  reorder (LV_CARD_PLAN (widget), 1);
}

/* --- Copying and finding */

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvCardPlan *self = LV_CARD_PLAN (widget);
  const LvPack *pack = lv_session_pack (session_of (self));
  g_autofree char *text = lv_plan_columns_to_text (self->list, pack);
  char *page = lv_plan_columns_to_html (self->list, pack);
  g_autoptr (GBytes) html = g_bytes_new_take (page, strlen (page));
  GdkContentProvider *forms[] = { gdk_content_provider_new_typed (G_TYPE_STRING, text),
                                  gdk_content_provider_new_for_bytes ("text/html", html) };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (lv_plan_filter_get_search (LV_PLAN_FILTER (LV_CARD_PLAN (widget)->filter)));
}

/* Headers take no focus, so keys reach them from here. */
static void
sort_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (LV_CARD_PLAN (widget)->columns);
  int at = g_variant_get_int32 (parameter);
  g_autoptr (GtkColumnViewColumn) column
      = at >= 0 ? g_list_model_get_item (gtk_column_view_get_columns (view), (guint) at) : NULL;

  gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
}

/* --- What can be done now */

/** Enables what can be done with the selected action. */
void
lv_card_plan_update_actions (LvCardPlan *self)
{
  LvPlanRow *row = lv_plan_list_find (self->list, self->selected);
  const LvAction *action = row != NULL ? lv_plan_row_action (row) : NULL;
  gboolean sorted = lv_plan_list_is_sorted (self->list);
  const struct
  {
    const char *name;
    gboolean enabled;
  } table[] = {
    { "plan.edit", action != NULL },
    { "plan.duplicate", action != NULL },
    { "plan.delete", action != NULL },
    { "plan.reset", action != NULL && !action->own && action->edited != 0 },
    { "plan.up", action != NULL && !sorted && is_in_group (self, neighbour (self, -1)) },
    { "plan.down", action != NULL && !sorted && is_in_group (self, neighbour (self, 1)) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), table[i].name, table[i].enabled);
}

/** Installs what can be done. */
void
lv_card_plan_class_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "plan.add", NULL, add_cb);
  gtk_widget_class_install_action (klass, "plan.edit", NULL, edit_cb);
  gtk_widget_class_install_action (klass, "plan.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (klass, "plan.delete", NULL, delete_cb);
  gtk_widget_class_install_action (klass, "plan.reset", NULL, reset_cb);
  gtk_widget_class_install_action (klass, "plan.up", NULL, up_cb);
  gtk_widget_class_install_action (klass, "plan.down", NULL, down_cb);
  gtk_widget_class_install_action (klass, "plan.sort", "i", sort_cb);
  gtk_widget_class_install_action (klass, "plan.copy", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "plan.find", NULL, find_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_CONTROL_MASK, "plan.find", NULL);
}

/** Lets keys do it, while the list or the timeline has the focus. */
void
lv_card_plan_add_shortcuts (LvCardPlan *self)
{
  static const struct
  {
    const char *keys;
    const char *action;
  } table[] = {
    { "Insert", "action(plan.add)" },         { "F2", "action(plan.edit)" },
    { "<Control>d", "action(plan.duplicate)" }, { "Delete", "action(plan.delete)" },
    { "<Alt>Up", "action(plan.up)" },         { "<Alt>Down", "action(plan.down)" },
    { "<Control>c", "action(plan.copy)" },
  };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (shortcuts),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (table[i].keys),
                          gtk_shortcut_action_parse_string (table[i].action)));
  gtk_widget_add_controller (self->stack, shortcuts);
}

/* --- Buttons */

static void
add_button (GtkWidget *box, const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  lv_card_set_tooltip (button, name);
  lv_card_set_name (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
}

static GMenuModel *
make_sort_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("The Plan’s Order"), "plan.sort(-1)");
  for (int i = 0; i < LV_PLAN_N_COLUMNS; i++)
    {
      g_autofree char *action = g_strdup_printf ("plan.sort(%d)", i);

      g_menu_append (menu, lv_plan_column_title ((LvPlanColumn) i), action);
    }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_menu (void)
{
  g_autoptr (GMenuModel) sort = make_sort_menu ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("_Duplicate"), "plan.duplicate");
  g_menu_append (menu, _ ("_Back to What the Source Says"), "plan.reset");
  g_menu_append (menu, _ ("De_lete"), "plan.delete");
  g_menu_append_submenu (order, _ ("_Sort By"), sort);
  g_menu_append (order, _ ("_Copy as Table"), "plan.copy");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  lv_card_set_tooltip (button, _ ("More for This Action"));
  lv_card_set_name (button, _ ("More for This Action"));
  lv_card_quiet_menu (button);
  return button;
}

/** Returns: (transfer floating): the buttons above the plan */
GtkWidget *
lv_card_plan_make_buttons (LvCardPlan *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  add_button (box, "list-add-symbolic", _ ("New Action"), "plan.add");
  add_button (box, "document-edit-symbolic", _ ("Edit Action"), "plan.edit");
  add_button (box, "go-up-symbolic", _ ("Move Up"), "plan.up");
  add_button (box, "go-down-symbolic", _ ("Move Down"), "plan.down");
  gtk_box_append (GTK_BOX (box), make_menu ());
  return box;
}
