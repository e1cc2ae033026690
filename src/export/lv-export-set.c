/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-export-set.h"

#include "lv-chart-files.h"

#include <errno.h>

static gboolean
is_wanted (const LvExportOptions *options, const LvItem *item)
{
  return options->what == NULL
         || g_ptr_array_find_with_equal_func ((GPtrArray *) options->what, item->id, g_str_equal, NULL);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", folder,
               g_strerror (errno));
  return FALSE;
}

static gboolean
write_workbooks (const LvState *state, const LvState *base, const LvItem *attachment,
                 const LvExportOptions *options, GPtrArray *written, GError **error)
{
  for (LvProfile profile = 0; profile < LV_N_PROFILES; profile++)
    {
      char *path;

      if (!lv_attachment_has_profile (attachment, profile)
          || (options->only != LV_N_PROFILES && options->only != profile))
        continue;
      path = lv_export_attachment (state, base, attachment, profile, options, error);
      if (path == NULL)
        return FALSE;
      g_ptr_array_add (written, path);
    }
  return TRUE;
}

/**
 * lv_export_set:
 * @state: the scenario
 * @base: the grundprognose
 * @options: folder, date, and what is wanted
 * @written: (element-type filename): gets the paths of the files, also those before a fault
 *
 * Writes the attachments of the pack in each of their profiles, and the charts as PDF.
 *
 * Returns: %FALSE with @error set when a file could not be written; no half file is left
 */
gboolean
lv_export_set (const LvState *state, const LvState *base, const LvExportOptions *options,
               GPtrArray *written, GError **error)
{
  const GPtrArray *attachments
      = lv_pack_items (lv_model_pack (lv_state_model (state)), LV_KIND_ATTACHMENT);
  g_autoptr (GDateTime) created
      = g_date_time_new_utc (options->year, options->month, options->day, 12, 0, 0);

  if (!make_folder (options->folder, error))
    return FALSE;
  for (guint i = 0; i < attachments->len; i++)
    if (is_wanted (options, g_ptr_array_index (attachments, i))
        && !write_workbooks (state, base, g_ptr_array_index (attachments, i), options, written, error))
      return FALSE;
  if (options->only != LV_N_PROFILES)
    return TRUE;
  return lv_chart_export_items (state, base, options->folder, created, options->what, written, error);
}
