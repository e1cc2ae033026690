/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-cli.h"
#include "lv-export.h"
#include "lv-month.h"

#include <glib/gi18n-lib.h>

/* The date in the files: --date, or what a reproducible build says, or today. */
static gboolean
read_date (const LvCli *self, LvExportOptions *options)
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
is_wanted (const LvCli *self, const LvItem *attachment)
{
  for (guint i = 0; i < self->what->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->what, i), attachment->id) == 0)
      return TRUE;
  return self->what->len == 0;
}

static gboolean
know_all (const LvCli *self)
{
  for (guint i = 0; i < self->what->len; i++)
    if (lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_ATTACHMENT,
                           g_ptr_array_index (self->what, i))
        == NULL)
      {
        lv_cli_error (_ ("there is no attachment “%s”"), (const char *) g_ptr_array_index (self->what, i));
        return FALSE;
      }
  return TRUE;
}

static gboolean
write_one (const LvCli *self, const LvState *base, const LvItem *attachment, LvProfile profile,
           const LvExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lv_export_attachment (self->state, base, attachment, profile, options, &error);

  if (path != NULL)
    lv_cli_print ("%s\n", path);
  else
    lv_cli_error ("%s", error->message);
  return path != NULL;
}

/** export DIR: writes the pack's attachments, and the path of each. */
int
lv_cli_export (LvCli *self)
{
  const GPtrArray *all = lv_pack_items (lv_model_pack (self->model), LV_KIND_ATTACHMENT);
  g_autoptr (LvState) base = lv_state_new (self->model);
  LvExportOptions options = { .folder = g_ptr_array_index (self->words, 1), .scenario = self->scenario };
  LvProfile only = LV_N_PROFILES;
  gboolean ok = TRUE;

  if (self->profile != NULL && !lv_profile_parse (self->profile, &only))
    {
      lv_cli_error (_ ("“%s” is not a profile; expected bilag or beregning"), self->profile);
      return LV_EXIT_USAGE;
    }
  if (!know_all (self) || !read_date (self, &options))
    return LV_EXIT_USAGE;
  for (guint i = 0; i < all->len; i++)
    for (guint p = 0; p < LV_N_PROFILES; p++)
      {
        const LvItem *attachment = g_ptr_array_index (all, i);

        if (is_wanted (self, attachment) && (only == LV_N_PROFILES || only == (LvProfile) p)
            && lv_attachment_has_profile (attachment, (LvProfile) p))
          ok = write_one (self, base, attachment, (LvProfile) p, &options) && ok;
      }
  return ok ? LV_EXIT_OK : LV_EXIT_DATA;
}
