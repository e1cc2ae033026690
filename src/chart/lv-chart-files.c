/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-files.h"

#include "lv-chart-build.h"
#include "lv-chart-export.h"

#include <glib/gi18n-lib.h>

static LvFigure *
make_published (const LvItem *item, const LvState *state, const LvState *base, GError **error)
{
  g_autoptr (LvChart) chart = lv_chart_new (item, base, error);
  g_autoptr (LvFigure) figure = NULL;

  if (chart == NULL)
    return NULL;
  lv_chart_set_published (chart, TRUE);
  figure = lv_chart_make_figure (chart, state, base, NULL);
  if (lv_figure_has_numbers (figure))
    return g_steal_pointer (&figure);
  g_set_error_literal (error, LV_CHART_ERROR, LV_CHART_ERROR_EMPTY, _ ("the chart has no number to show"));
  return NULL;
}

/**
 * lv_chart_item_to_pdf:
 * @item: a chart
 * @created: the date in the file; the same date gives the same bytes
 * @code: (nullable): what tells the file from others, below the picture
 * @error: %LV_CHART_ERROR_KIND for a kind that is not drawn, %LV_CHART_ERROR_EMPTY where there is nothing to see
 *
 * In an attachment such a figure says that the source has no numbers; alone it would be a picture of nothing.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
lv_chart_item_to_pdf (const LvItem *item, const LvState *state, const LvState *base, GDateTime *created,
                      const char *code, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autoptr (LvFigure) figure = make_published (item, state, base, &own_error);
  LvChartExport options = { .width = LV_CHART_PAGE_WIDTH, .height = LV_CHART_PAGE_HEIGHT,
                            .created = created,
                            .code = code };

  if (figure != NULL)
    {
      /* Boxes and rows that need more than half a page get more, with their whole text. */
      options.height = CLAMP (lv_chart_export_height (figure, options.width), LV_CHART_PAGE_HEIGHT,
                              LV_CHART_PAGE_MOST);
      return lv_chart_to_pdf (&figure, 1, &options, error);
    }
  g_propagate_prefixed_error (error, g_steal_pointer (&own_error), "%s: ", item->id);
  return NULL;
}

/** Returns: whether @error (nullable) says that there is nothing to draw, so that a chart is left out: no fault */
gboolean
lv_chart_is_left_out (const GError *error)
{
  return g_error_matches (error, LV_CHART_ERROR, LV_CHART_ERROR_KIND)
         || g_error_matches (error, LV_CHART_ERROR, LV_CHART_ERROR_EMPTY);
}

static gboolean
write_item (const LvItem *item, const LvState *state, const LvState *base, const char *folder,
            GDateTime *created, GPtrArray *written, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autoptr (GBytes) bytes = lv_chart_item_to_pdf (item, state, base, created, NULL, &own_error);
  g_autofree char *name = g_strconcat (item->id, ".pdf", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  /* What is not drawn is left out; anything else that is wrong is told. */
  if (bytes == NULL && lv_chart_is_left_out (own_error))
    return TRUE;
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error))
    return FALSE;
  if (written != NULL)
    g_ptr_array_add (written, g_steal_pointer (&path));
  return TRUE;
}

static gboolean
is_wanted (const GPtrArray *what, const LvItem *item)
{
  return what == NULL || g_ptr_array_find_with_equal_func ((GPtrArray *) what, item->id, g_str_equal, NULL);
}

/**
 * lv_chart_export_items:
 * @state: the scenario
 * @base: the grundprognose
 * @folder: an existing folder
 * @created: the date in the files; the same date gives the same bytes
 * @what: (nullable) (element-type utf8): ids of the charts that are wanted; %NULL for all
 * @written: (nullable) (element-type filename): gets the path of each file; frees them with g_free()
 * @error: return location for an error
 *
 * Writes ID.pdf for each [chart] of the pack that shows something, in the pack's order.
 *
 * Returns: %FALSE when one could not be written; those before it are there
 */
gboolean
lv_chart_export_items (const LvState *state, const LvState *base, const char *folder,
                       GDateTime *created, const GPtrArray *what, GPtrArray *written, GError **error)
{
  const GPtrArray *items = lv_pack_items (lv_model_pack (lv_state_model (state)), LV_KIND_CHART);

  g_return_val_if_fail (folder != NULL && created != NULL, FALSE);
  for (guint i = 0; i < items->len; i++)
    if (is_wanted (what, g_ptr_array_index (items, i))
        && !write_item (g_ptr_array_index (items, i), state, base, folder, created, written, error))
      return FALSE;
  return TRUE;
}
