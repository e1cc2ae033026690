/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-export-set.h"

#include "lv-chart-files.h"

static gboolean
write_workbooks (const LvState *state, const LvState *base, const LvItem *attachment,
                 const LvExportOptions *options, GPtrArray *written, GError **error)
{
  for (LvProfile profile = 0; profile < LV_N_PROFILES; profile++)
    {
      char *path;

      if (!lv_attachment_has_profile (attachment, profile))
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
 * @options: folder and date
 * @written: (element-type filename): gets the paths of the files, also those before a fault
 *
 * Writes every attachment of the pack in each of its profiles, and every chart as a PDF.
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

  for (guint i = 0; i < attachments->len; i++)
    if (!write_workbooks (state, base, g_ptr_array_index (attachments, i), options, written, error))
      return FALSE;
  return lv_chart_export_items (state, base, options->folder, created, written, error);
}
