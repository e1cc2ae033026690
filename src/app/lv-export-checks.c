/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader of the attachments may stumble over, said before they are made. Nothing is forbidden. */
#include "lv-export-checks.h"

#include <glib/gi18n.h>

enum
{
  FAILING,
  MISSING,
  UNREASONED,
  UNREAD,
  N_ROWS
};

typedef struct
{
  LvExportChoice *choice; /* (borrowed) */
  GtkWidget *rows[N_ROWS];
  GtkWidget *icons[N_ROWS];
  guint idle;
} Checks;

static void
checks_free (gpointer data)
{
  Checks *self = data;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_free (self);
}

/* The icon repeats what the words say. */
static void
show (Checks *self, guint row, gboolean in_doubt, const char *text)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[row]), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icons[row]),
                                in_doubt ? "dialog-warning-symbolic" : "emblem-ok-symbolic");
}

static void
show_count (Checks *self, guint row, guint n, const char *none, const char *some)
{
  show (self, row, n > 0, n > 0 ? some : none);
}

static void
show_scenarios (Checks *self)
{
  guint failing = 0;
  guint unreasoned = 0;
  g_autofree char *fails = NULL;
  g_autofree char *reasons = NULL;

  for (guint i = 0; i < self->choice->scenarios->len; i++)
    {
      const LvExportScenario *scenario = g_ptr_array_index (self->choice->scenarios, i);

      failing += scenario->chosen ? (guint) MAX (scenario->n_failing, 0) : 0;
      unreasoned += scenario->chosen ? (guint) MAX (scenario->n_unreasoned, 0) : 0;
    }
  fails = g_strdup_printf (ngettext ("%u check fails; the tab with checks says which",
                                     "%u checks fail; the tab with checks says which", failing), failing);
  reasons = g_strdup_printf (ngettext ("%u change has no reason; it can be given in the panel with the changes",
                                       "%u changes have no reason; it can be given in the panel with the changes",
                                       unreasoned), unreasoned);
  show_count (self, FAILING, failing, _ ("No check fails"), fails);
  show_count (self, UNREASONED, unreasoned, _ ("Every change has its reason"), reasons);
}

static void
show_papers (Checks *self)
{
  guint missing = 0;
  guint unread = 0;
  g_autofree char *gaps = NULL;
  g_autofree char *reading = NULL;

  for (guint i = 0; i < self->choice->picks->len; i++)
    {
      const LvExportPick *pick = g_ptr_array_index (self->choice->picks, i);

      missing += pick->chosen ? (guint) MAX (pick->n_missing, 0) : 0;
      unread += pick->chosen && !pick->is_read;
    }
  gaps = g_strdup_printf (ngettext ("%u figure is missing, and stands as not stated",
                                    "%u figures are missing, and stand as not stated", missing), missing);
  reading = g_strdup_printf (ngettext ("Spelling and grammar of %u attachment are not read through",
                                       "Spelling and grammar of %u attachments are not read through", unread),
                             unread);
  show_count (self, MISSING, missing, _ ("No figure is missing"), gaps);
  show_count (self, UNREAD, unread, _ ("Spelling and grammar are read through"), reading);
}

static gboolean
count_cb (gpointer data)
{
  Checks *self = data;

  if (lv_export_choice_count_next (self->choice))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  show_scenarios (self);
  show_papers (self);
  return G_SOURCE_REMOVE;
}

/** Counts again what is not known of what is chosen now, bit by bit. */
void
lv_export_checks_update (GtkWidget *checks)
{
  Checks *self = g_object_get_data (G_OBJECT (checks), "checks");

  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, count_cb, self, NULL);
}

static void
add_row (Checks *self, GtkWidget *group, guint at, const char *title)
{
  self->rows[at] = adw_action_row_new ();
  self->icons[at] = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[at]), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[at]), _ ("Being counted …"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->rows[at]), self->icons[at]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[at]);
}

/** Returns: (transfer floating): what there is to think of before @choice is made */
GtkWidget *
lv_export_checks_new (LvExportChoice *choice)
{
  GtkWidget *group = adw_preferences_group_new ();
  Checks *self = g_new0 (Checks, 1);

  self->choice = choice;
  g_object_set_data_full (G_OBJECT (group), "checks", self, checks_free);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Before They Are Made"));
  add_row (self, group, FAILING, _ ("Checks"));
  add_row (self, group, MISSING, _ ("Missing figures"));
  add_row (self, group, UNREASONED, _ ("Reasons for changes"));
  add_row (self, group, UNREAD, _ ("Reading through"));
  lv_export_checks_update (group);
  return group;
}
