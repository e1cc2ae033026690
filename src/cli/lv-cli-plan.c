/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-cli.h"

#include "lv-action-plan.h"
#include "lv-calendar.h"
#include "lv-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Columns of CSV and JSON besides "late" and "stale". */
static const LvActionField columns[]
    = { LV_ACTION_NUMBER, LV_ACTION_TITLE,       LV_ACTION_TRACK,          LV_ACTION_OWNER,
        LV_ACTION_BODY,   LV_ACTION_START,       LV_ACTION_END,            LV_ACTION_DEADLINE,
        LV_ACTION_STATUS, LV_ACTION_STATUS_DATE, LV_ACTION_NEXT_FOLLOW_UP, LV_ACTION_CLOSED,
        LV_ACTION_CARRIES };

typedef struct
{
  const LvPack *pack;
  GDate today;
  guint months;
} Plan;

static void
print_quoted (const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (strpbrk (text, ",\"\n\r") == NULL)
    {
      lv_cli_print ("%s", text);
      return;
    }
  parts = g_strsplit (text, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  lv_cli_print ("\"%s\"", doubled);
}

static void
print_csv (const Plan *self, const LvAction *action)
{
  print_quoted (action->id);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      lv_cli_print (",");
      print_quoted (lv_action_text (action, columns[i]));
    }
  lv_cli_print (",%s,%s\n", lv_action_late (action, &self->today) != LV_LATE_NO ? "yes" : "no",
                lv_action_stale (action, &self->today, self->months) != LV_STALE_NO ? "yes" : "no");
}

/* id, when it is due, how far it is, title */
static void
print_text (const Plan *self, const LvAction *action)
{
  g_autofree char *status = lv_action_status_words (self->pack, action);
  g_autofree char *late = lv_action_late_words (self->pack, action, &self->today);
  g_autofree char *stale = lv_action_stale_words (self->pack, action, &self->today);
  g_autofree char *due = NULL;
  GDate day;

  if (lv_action_due (action, &day))
    due = g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (&day),
                           (guint) g_date_get_month (&day), (guint) g_date_get_day (&day));
  lv_cli_print ("%-28s %-10s  %s%s%s%s%s  %s\n", action->id, due != NULL ? due : "-", status,
                late != NULL ? ", " : "", late != NULL ? late : "", stale != NULL ? ", " : "",
                stale != NULL ? stale : "", lv_action_text (action, LV_ACTION_TITLE));
}

static void
print_all (const LvCli *cli, const Plan *self, const GPtrArray *actions)
{
  gboolean csv = g_strcmp0 (cli->format, "csv") == 0;

  if (csv)
    {
      lv_cli_print ("id");
      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        lv_cli_print (",%s", lv_action_key (columns[i]));
      lv_cli_print (",late,stale\n");
    }
  for (guint i = 0; i < actions->len; i++)
    if (csv)
      print_csv (self, g_ptr_array_index (actions, i));
    else
      print_text (self, g_ptr_array_index (actions, i));
}

static gboolean
read_options (const LvCli *self, Plan *plan, LvActionFilter *filter)
{
  LvExportOptions options = { 0 };
  GDate due;

  if (self->due != NULL && !lv_date_parse (self->due, FALSE, &due))
    {
      lv_cli_error (_ ("“%s” is not a date; expected 2026-11-21"), self->due);
      return FALSE;
    }
  if (g_strcmp0 (self->format, "json") == 0)
    {
      lv_cli_error (_ ("a plan is listed as text or csv"));
      return FALSE;
    }
  if (!lv_cli_read_date (self, &options))
    return FALSE;
  g_date_clear (&plan->today, 1);
  g_date_set_dmy (&plan->today, (GDateDay) options.day, (GDateMonth) options.month,
                  (GDateYear) options.year);
  filter->due = self->due;
  filter->late = self->late;
  filter->stale = self->stale;
  return TRUE;
}

/* --what names plans: patterns and ids. */
static char *
plans_of (const LvCli *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->what->len; i++)
    g_ptr_array_add (names, g_ptr_array_index (self->what, i));
  g_ptr_array_add (names, NULL);
  return self->what->len > 0 ? g_strjoinv (";", (char **) names->pdata) : NULL;
}

/** plan: the actions, in the plan's order, or as a calendar. */
int
lv_cli_plan (LvCli *self)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *of = plans_of (self);
  LvActionFilter filter = { .of = of };
  Plan plan = { .pack = lv_model_pack (self->model) };

  plan.months = lv_plan_stale_months (plan.pack);
  if (!read_options (self, &plan, &filter))
    return LV_EXIT_USAGE;
  all = lv_actions_of_state (self->state);
  actions = lv_actions_filter (all, &filter, &plan.today, plan.months);
  if (self->due != NULL)
    lv_actions_sort (actions, LV_ACTION_SORT_DUE);
  if (self->ics == NULL)
    {
      print_all (self, &plan, actions);
      return LV_EXIT_OK;
    }
  if (!lv_calendar_write (self->ics, plan.pack, actions, &plan.today, &error))
    {
      lv_cli_error ("%s", error->message);
      return LV_EXIT_DATA;
    }
  lv_cli_print ("%s\n", self->ics);
  return LV_EXIT_OK;
}
