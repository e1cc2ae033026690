/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-plan-filter.h"

#include "lv-card-tools.h"
#include "lv-card-wrap.h"
#include "lv-date-entry.h"
#include "lv-drop-down.h"

#include <glib/gi18n.h>
#include <string.h>

/* How wide a choice is; the list that it opens is wider. */
#define CHOICE_CHARS 14

/* What can be chosen of. */
enum
{
  TRACK,
  BODY,
  OWNER,
  STATUS,
  N_CHOICES
};

static const LvActionField fields[N_CHOICES]
    = { LV_ACTION_TRACK, LV_ACTION_BODY, LV_ACTION_OWNER, LV_ACTION_STATUS };

/* What wants attention. */
enum
{
  ALL,
  OPEN,
  LATE,
  STALE,
  N_ATTENTION
};

struct _LvPlanFilter
{
  GtkWidget parent_instance;

  LvPlanList *list; /* (owned) */
  const LvPack *pack;
  GtkWidget *box;
  GtkWidget *search;
  GtkWidget *choices[N_CHOICES];
  char **values[N_CHOICES]; /* (owned): what stands behind each, from the second line on */
  GtkWidget *attention;
  GtkWidget *due;
  GtkWidget *group;
  gboolean quiet; /* the choices are being filled */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvPlanFilter, lv_plan_filter, GTK_TYPE_WIDGET)

static const char *
chosen (LvPlanFilter *self, int choice)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choices[choice]));

  if (at == 0 || at == GTK_INVALID_LIST_POSITION || at > g_strv_length (self->values[choice]))
    return NULL;
  return self->values[choice][at - 1];
}

static void
apply (LvPlanFilter *self)
{
  guint attention = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->attention));
  g_autofree char *due = lv_date_entry_dup_date (LV_DATE_ENTRY (self->due));
  LvActionFilter filter = {
    .track = chosen (self, TRACK),
    .body = chosen (self, BODY),
    .owner = chosen (self, OWNER),
    .status = chosen (self, STATUS),
    .due = due[0] != '\0' ? due : NULL,
    .text = gtk_editable_get_text (GTK_EDITABLE (self->search)),
    .open = attention == OPEN,
    .late = attention == LATE,
    .stale = attention == STALE,
  };
  guint group = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->group));

  if (self->quiet)
    return;
  lv_plan_list_set_filter (self->list, &filter);
  lv_plan_list_set_group (self->list, group >= 1 && group <= N_CHOICES ? fields[group - 1] : LV_PLAN_NO_GROUP);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Choices */

static const char *
everything (int choice)
{
  const char *const words[N_CHOICES] = { [TRACK] = _ ("All Tracks"),
                                         [BODY] = _ ("All Bodies"),
                                         [OWNER] = _ ("All Owners"),
                                         [STATUS] = _ ("Any Status") };

  return words[choice];
}

static char *
shown_value (LvPlanFilter *self, int choice, const char *value)
{
  g_autoptr (LvAction) action = NULL;

  if (choice != STATUS)
    return g_strdup (value);
  action = lv_action_new ("");
  lv_action_set_text (action, LV_ACTION_STATUS, value);
  return lv_action_status_words (self->pack, action);
}

/* What was chosen stays chosen while it is there; a choice of nothing is not shown. */
static void
fill (LvPlanFilter *self, int choice, char **values)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *before = g_strdup (chosen (self, choice));
  g_auto (GStrv) all = NULL;
  guint at = 0;

  g_strv_builder_add (lines, everything (choice));
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *line = shown_value (self, choice, values[i]);

      g_strv_builder_add (lines, line);
      if (g_strcmp0 (before, values[i]) == 0)
        at = i + 1;
    }
  all = g_strv_builder_end (lines);
  g_strfreev (self->values[choice]);
  self->values[choice] = values;
  lv_drop_down_set_lines (self->choices[choice], (const char *const *) all);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choices[choice]), at);
  gtk_widget_set_visible (self->choices[choice], values[0] != NULL && (values[1] != NULL || at > 0));
}

static char **
values_of (int choice, const GPtrArray *actions)
{
  if (choice == STATUS)
    return g_strdupv ((char **) lv_action_statuses ());
  return lv_actions_values (actions, fields[choice]);
}

/**
 * lv_plan_filter_update:
 * @actions: (element-type LvAction): the whole plan of the card
 * @today: the day that a month is shown of
 */
void
lv_plan_filter_update (LvPlanFilter *self, const GPtrArray *actions, const char *today)
{
  g_return_if_fail (LV_IS_PLAN_FILTER (self) && actions != NULL);
  lv_date_entry_set_today (LV_DATE_ENTRY (self->due), today);
  self->quiet = TRUE;
  for (int i = 0; i < N_CHOICES; i++)
    {
      g_auto (GStrv) values = values_of (i, actions);

      if (self->values[i] == NULL
          || !g_strv_equal ((const char *const *) values, (const char *const *) self->values[i]))
        fill (self, i, g_steal_pointer (&values));
    }
  self->quiet = FALSE;
}

/** Groups by what a card says: "track", "body", "owner" or "status". */
void
lv_plan_filter_set_group (LvPlanFilter *self, const char *key)
{
  g_return_if_fail (LV_IS_PLAN_FILTER (self) && key != NULL);
  for (guint i = 0; i < N_CHOICES; i++)
    if (strcmp (lv_action_key (fields[i]), key) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->group), i + 1);
}

/** Takes everything again. */
void
lv_plan_filter_clear (LvPlanFilter *self)
{
  g_return_if_fail (LV_IS_PLAN_FILTER (self));
  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  for (int i = 0; i < N_CHOICES; i++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choices[i]), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->attention), ALL);
  lv_date_entry_set_date (LV_DATE_ENTRY (self->due), "");
  self->quiet = FALSE;
  apply (self);
}

/** Returns: whether anything may be left out */
gboolean
lv_plan_filter_is_set (LvPlanFilter *self)
{
  g_autofree char *due = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (LV_IS_PLAN_FILTER (self), FALSE);
  due = lv_date_entry_dup_date (LV_DATE_ENTRY (self->due));
  for (int i = 0; i < N_CHOICES; i++)
    any = any || chosen (self, i) != NULL;
  return any || due[0] != '\0' || gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0'
         || gtk_drop_down_get_selected (GTK_DROP_DOWN (self->attention)) != ALL;
}

/** Returns: (transfer none): the search */
GtkWidget *
lv_plan_filter_get_search (LvPlanFilter *self)
{
  g_return_val_if_fail (LV_IS_PLAN_FILTER (self), NULL);
  return self->search;
}

/* --- Building */

static GtkWidget *
add_drop_down (LvPlanFilter *self, const char *name, const char *const *lines)
{
  GtkWidget *drop = lv_drop_down_new (name, CHOICE_CHARS);

  lv_drop_down_set_lines (drop, lines);
  gtk_widget_set_valign (drop, GTK_ALIGN_START);
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (apply), self);
  gtk_box_append (GTK_BOX (self->box), drop);
  return drop;
}

static void
add_search (LvPlanFilter *self)
{
  self->search = gtk_search_entry_new ();
  gtk_widget_set_valign (self->search, GTK_ALIGN_START);
  g_object_set (self->search, "placeholder-text", _ ("Search the plan"), NULL);
  lv_card_set_name (self->search, _ ("Search the plan"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (apply), self);
  gtk_box_append (GTK_BOX (self->box), self->search);
}

static void
add_choices (LvPlanFilter *self)
{
  const char *const none[] = { NULL };
  const char *const names[N_CHOICES] = { [TRACK] = _ ("Show the track"),
                                         [BODY] = _ ("Show the body"),
                                         [OWNER] = _ ("Show the owner"),
                                         [STATUS] = _ ("Show the status") };

  for (int i = 0; i < N_CHOICES; i++)
    self->choices[i] = add_drop_down (self, names[i], none);
}

static void
add_due (LvPlanFilter *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Due before"));

  self->due = lv_date_entry_new (_ ("Due before"));
  gtk_widget_set_hexpand (self->due, TRUE);
  g_signal_connect_swapped (self->due, "changed", G_CALLBACK (apply), self);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->due);
  gtk_box_append (GTK_BOX (self->box), line);
}

static void
lv_plan_filter_dispose (GObject *object)
{
  LvPlanFilter *self = LV_PLAN_FILTER (object);

  self->quiet = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (lv_plan_filter_parent_class)->dispose (object);
}

static void
lv_plan_filter_finalize (GObject *object)
{
  for (int i = 0; i < N_CHOICES; i++)
    g_strfreev (LV_PLAN_FILTER (object)->values[i]);
  G_OBJECT_CLASS (lv_plan_filter_parent_class)->finalize (object);
}

static void
lv_plan_filter_class_init (LvPlanFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_plan_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_plan_filter_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /* The list shows something else. */
  signals[CHANGED] = g_signal_new ("changed", LV_TYPE_PLAN_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lv_plan_filter_init (LvPlanFilter *self)
{
  self->box = lv_card_wrap_box_new ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * lv_plan_filter_new:
 * @list: what is filtered
 *
 * Returns: (transfer floating): a filter that takes everything
 */
GtkWidget *
lv_plan_filter_new (LvPlanList *list, const LvPack *pack)
{
  LvPlanFilter *self = g_object_new (LV_TYPE_PLAN_FILTER, NULL);
  const char *const attention[] = { _ ("All Actions"), _ ("Open"), _ ("Late"), _ ("Without New Status"), NULL };
  const char *const groups[] = { _ ("No Groups"), _ ("By Track"), _ ("By Body"), _ ("By Owner"),
                                 _ ("By Status"), NULL };

  self->list = g_object_ref (list);
  self->pack = pack;
  self->quiet = TRUE;
  add_search (self);
  add_choices (self);
  self->attention = add_drop_down (self, _ ("Show what wants attention"), attention);
  add_due (self);
  self->group = add_drop_down (self, _ ("Group the plan"), groups);
  self->quiet = FALSE;
  return GTK_WIDGET (self);
}
