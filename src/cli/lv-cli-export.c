/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-cli.h"
#include "lv-export-set.h"
#include "lv-month.h"

#include <glib/gi18n-lib.h>

/** The date in the files: --date, or what a reproducible build says, or today. */
gboolean
lv_cli_read_date (const LvCli *self, LvExportOptions *options)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) now = epoch != NULL
                                  ? g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10))
                                  : g_date_time_new_now_local ();
  GDate date;

  if (self->date == NULL && now != NULL)
    {
      g_date_time_get_ymd (now, &options->year, &options->month, &options->day);
      return TRUE;
    }
  if (self->date == NULL || !lv_date_parse (self->date, FALSE, &date))
    {
      lv_cli_error (_ ("“%s” is not a date; expected 2026-11-21"), self->date != NULL ? self->date : epoch);
      return FALSE;
    }
  options->year = g_date_get_year (&date);
  options->month = g_date_get_month (&date);
  options->day = g_date_get_day (&date);
  return TRUE;
}

static gboolean
know_all (const LvCli *self)
{
  for (guint i = 0; i < self->what->len; i++)
    {
      const char *id = g_ptr_array_index (self->what, i);
      const LvItem *item = lv_pack_find (lv_model_pack (self->model), id);

      if (item == NULL || (item->kind != LV_KIND_ATTACHMENT && item->kind != LV_KIND_CHART))
        {
          lv_cli_error (_ ("there is no attachment or chart “%s”"), id);
          return FALSE;
        }
    }
  return TRUE;
}

/* What readers call the scenario. */
static const char *
scenario_title (const LvCli *self)
{
  const LvItem *item = self->scenario != NULL ? lv_cli_find_scenario (self->model, self->scenario) : NULL;

  return item != NULL && item->title != NULL ? item->title : self->scenario;
}

/* A workbook that is not as accessible as it should be is there all the same. */
static void
tell_access (const LvExportJob *job)
{
  g_autofree char *name = g_path_get_basename (job->path);

  for (guint i = 0; job->access != NULL && i < job->access->faults->len; i++)
    {
      g_autofree char *text = lv_access_fault_text (g_ptr_array_index (job->access->faults, i));

      lv_cli_error (_ ("%s is not accessible to all: %s"), name, text);
    }
}

static int
tell (const LvExportSet *set)
{
  const GPtrArray *jobs = lv_export_set_jobs (set);
  int code = LV_EXIT_OK;

  for (guint i = 0; i < jobs->len; i++)
    {
      const LvExportJob *job = g_ptr_array_index (jobs, i);

      if (job->outcome == LV_EXPORT_WRITTEN)
        g_print ("%s\n", job->path);
      tell_access (job);
      if (job->outcome == LV_EXPORT_FAILED || job->outcome == LV_EXPORT_WAITING)
        code = LV_EXIT_DATA;
      if (job->outcome == LV_EXPORT_FAILED || job->outcome == LV_EXPORT_NOTHING)
        lv_cli_error ("%s", job->error->message);
    }
  return code;
}

/** export DIR: writes the pack's attachments and charts, and the path of each. */
int
lv_cli_export (LvCli *self)
{
  g_autoptr (LvState) base = lv_state_new (self->model);
  g_autoptr (LvExportSet) set = NULL;
  const LvSide side = { .title = scenario_title (self), .state = self->state, .scenario = self->changes };
  LvExportOptions options = { 0 };
  LvExportRun run = { .replace = TRUE };
  LvProfile only = LV_N_PROFILES;
  GDate date;

  if (self->profile != NULL && !lv_profile_parse (self->profile, &only))
    {
      lv_cli_error (_ ("“%s” is not a profile; expected bilag, beregning, pdf, ics, html or csv"), self->profile);
      return LV_EXIT_USAGE;
    }
  if (!know_all (self) || !lv_cli_read_date (self, &options))
    return LV_EXIT_USAGE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) options.day, (GDateMonth) options.month, (GDateYear) options.year);
  set = lv_export_set_new (base, g_ptr_array_index (self->words, 1), &date);
  lv_export_set_add_pack (set, &side, self->what->len > 0 ? self->what : NULL, only);
  lv_export_set_run (set, &run, NULL);
  return tell (set);
}
