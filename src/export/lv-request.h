/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"
#include "lv-workbook.h"

G_BEGIN_DECLS

/**
 * LvRequestOptions:
 * @year, @month, @day: the date in the file
 */
typedef struct
{
  int year, month, day;
} LvRequestOptions;

/** A cell that somebody is asked about. */
typedef struct
{
  const LvNode *node;
  gsize cell;
} LvRequestCell;

GArray *lv_request_cells (const LvState *base) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_request_write (const LvState *base, const char *path, const LvRequestOptions *options,
                           GError **error);

G_END_DECLS
