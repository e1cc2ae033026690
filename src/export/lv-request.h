/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"
#include "lv-workbook.h"

G_BEGIN_DECLS

/**
 * LvRequestOptions:
 * @year, @month, @day: the date in the file
 * @nodes: (nullable) (element-type LvNode): only of these series and parameters
 * @every: a template: every cell that can be given a value, not only those that are missing or assumed
 */
typedef struct
{
  int year, month, day;
  const GPtrArray *nodes;
  gboolean every;
} LvRequestOptions;

/** A cell that somebody is asked about. */
typedef struct
{
  const LvNode *node;
  gsize cell;
} LvRequestCell;

GArray *lv_request_cells (const LvState *base, const GPtrArray *nodes, gboolean every) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_request_write (const LvState *base, const char *path, const LvRequestOptions *options,
                           GError **error);

/* lv-request-page.c */
gboolean lv_request_can_ask (const LvNode *node);
GPtrArray *lv_request_page_nodes (const LvModel *model, const LvItem *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
