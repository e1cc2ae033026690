/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What begins on a page and should stay on it, as the page of a measure: where a few lines would go over, spaces and
 * then print become smaller. */
#include "lv-report-private.h"

#define STEP 0.025
#define MOST_STEPS 8 /* print of 9 points becomes 7.2 at the smallest */

/** What has been laid was laid for other print. */
void
lv_report_forget_layout (LvReportBlock *block)
{
  g_clear_pointer (&block->x, g_free);
  block->is_tight = FALSE;
  g_clear_pointer (&block->laid, g_ptr_array_unref);
  g_clear_pointer (&block->heights, g_free);
  g_clear_pointer (&block->layout, lv_layout_free);
}

/* Sections end at the next page that is begun, and at a heading of a part that does not stand at their top. */
static guint
section_end (const LvReport *self, guint begin)
{
  gboolean at_top = TRUE;
  guint i;

  for (i = begin + 1; i < self->blocks->len; i++)
    {
      const LvReportBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == LV_BLOCK_BREAK || (block->kind == LV_BLOCK_HEADING && block->level < 3 && !at_top))
        break;
      at_top = at_top && block->kind == LV_BLOCK_HEADING;
    }
  return i;
}

static guint
pages_of (const LvReport *self, guint from, guint to)
{
  g_autoptr (GPtrArray) drawn = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  LvReportPen pen = { .report = self, .drawn = drawn, .is_trial = TRUE };

  lv_report_begin_page (&pen);
  for (guint i = from; i < to; i++)
    lv_report_draw_block (&pen, i);
  lv_report_end_page (&pen);
  return drawn->len;
}

static void
set_print (const LvReport *self, guint from, guint to, double scale, gboolean is_close)
{
  for (guint i = from; i < to; i++)
    {
      LvReportBlock *block = g_ptr_array_index (self->blocks, i);

      block->scale = scale;
      block->is_close = is_close;
      lv_report_forget_layout (block);
    }
}

static gboolean
fit_section (const LvReport *self, guint from, guint to)
{
  if (pages_of (self, from, to) == 1)
    return FALSE;
  for (guint step = 0; step <= MOST_STEPS; step++)
    {
      set_print (self, from, to, 1 - step * STEP, TRUE);
      if (pages_of (self, from, to) == 1)
        return TRUE;
    }
  set_print (self, from, to, 1, FALSE);
  return FALSE;
}

/** Returns: whether print of any section became smaller, so that pages are others than before */
gboolean
lv_report_fit_sections (const LvReport *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->blocks->len; i++)
    if (((const LvReportBlock *) g_ptr_array_index (self->blocks, i))->fits)
      any = fit_section (self, i + 1, section_end (self, i)) || any;
  return any;
}
