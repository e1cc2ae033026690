/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-export.h"

#include "lv-bilag.h"
#include "lv-calculation.h"
#include "lv-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

static const char *const profiles[] = { "bilag", "beregning" };

/** Returns: the name in packs, on the command line and in file names */
const char *
lv_profile_name (LvProfile profile)
{
  return profiles[profile];
}

gboolean
lv_profile_parse (const char *name, LvProfile *profile)
{
  for (guint i = 0; i < LV_N_PROFILES; i++)
    if (strcmp (profiles[i], name) == 0)
      {
        *profile = (LvProfile) i;
        return TRUE;
      }
  return FALSE;
}

/** Returns: whether the pack offers @attachment in @profile; one that says nothing is offered in both */
gboolean
lv_attachment_has_profile (const LvItem *attachment, LvProfile profile)
{
  g_auto (GStrv) list = lv_item_get_list (attachment, "profiles");

  return list == NULL || list[0] == NULL || g_strv_contains ((const char *const *) list, profiles[profile]);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, LV_EXPORT_ERROR, LV_EXPORT_ERROR_FILE, _ ("%s can't be made: %s"), folder,
               g_strerror (errno));
  return FALSE;
}

/* "21.11.2026 - Aarhus 2025 - Grundprognose"; & means something else in a spreadsheet's footer. */
static char *
footer_text (const LvPack *pack, const LvExportOptions *options, const char *scenario)
{
  const char *title = lv_pack_head (pack, "title");
  char *text = g_strdup_printf ("%d.%d.%d · %s · %s", options->day, options->month, options->year,
                                title != NULL ? title : "", scenario);

  return g_strdelimit (text, "&", '+');
}

static gboolean
write_book (LvWorkbook *book, const LvState *state, const LvState *base, const LvItem *attachment,
            LvProfile profile, const char *scenario, const char *footer, GError **error)
{
  gboolean any = profile == LV_PROFILE_BILAG
                     ? lv_bilag_write (book, attachment, state, base)
                     : lv_calculation_write (book, attachment, state, base, scenario, footer);

  if (any)
    return lv_workbook_save (book, error);
  g_set_error (error, LV_EXPORT_ERROR, LV_EXPORT_ERROR_CONTENT, _ ("%s has nothing to show"),
               attachment->id);
  return FALSE;
}

static gboolean
has_changes (const LvState *state)
{
  const LvModel *model = lv_state_model (state);

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);

      if (lv_node_is_input (node) && lv_state_is_changed (state, node))
        return TRUE;
    }
  return FALSE;
}

/* Changes without a name, such as those of --set, must not go out as the grundprognose. */
static const char *
scenario_title (const LvState *state, const LvExportOptions *options)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));

  if (options->scenario != NULL)
    return options->scenario;
  return has_changes (state) ? lv_text_word (pack, "baseline-changed", "Baseline with changes")
                             : lv_text_word (pack, "baseline", "Baseline");
}

/**
 * lv_export_attachment:
 * @state: the scenario
 * @base: the grundprognose of the same model
 * @attachment: an item of kind attachment
 *
 * Writes one workbook. The same state, options and pack give the same bytes.
 *
 * Returns: (transfer full) (nullable): the path of the file
 */
char *
lv_export_attachment (const LvState *state, const LvState *base, const LvItem *attachment,
                      LvProfile profile, const LvExportOptions *options, GError **error)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));
  const char *scenario = scenario_title (state, options);
  g_autofree char *name = g_strdup_printf ("%s-%s.xlsx", attachment->id, profiles[profile]);
  g_autofree char *path = g_build_filename (options->folder, name, NULL);
  g_autofree char *footer = footer_text (pack, options, scenario);
  LvWorkbookInfo info = { .title = attachment->title != NULL ? attachment->title : attachment->id,
                          .subject = lv_pack_head (pack, "title"),
                          .author = lv_pack_head (pack, "publisher"),
                          .language = lv_pack_head (pack, "language"),
                          .year = options->year,
                          .month = options->month,
                          .day = options->day };
  g_autoptr (LvWorkbook) book = NULL;

  if (!make_folder (options->folder, error))
    return NULL;
  book = lv_workbook_new (path, &info, error);
  if (book == NULL || !write_book (book, state, base, attachment, profile, scenario, footer, error))
    return NULL;
  return g_steal_pointer (&path);
}
